//! jenis, nilai, menangani, berlaku: a way to reach somebody with a complaint, what it is for and how long it holds.
//! Facility channels and national channels are made of these.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::date::Date;
use crate::model::scalar::{Text, choice};
use crate::parse::written::Written;
use crate::stage::CheckCx;
use crate::view::{self, Link};

choice! {
    /// What kind of way it is.
    pub enum WayKind {
        /// Go there.
        InPerson = "tatap_muka", "Datang langsung", "In person";
        /// A box for letters.
        Box = "kotak", "Kotak pengaduan", "Complaint box";
        /// Telephone.
        Phone = "telepon", "Telepon", "Telephone";
        /// WhatsApp.
        Whatsapp = "whatsapp", "WhatsApp", "WhatsApp";
        /// Text message.
        Sms = "sms", "SMS", "SMS";
        /// Mail.
        Email = "email", "Surel", "Email";
        /// Web site.
        Web = "web", "Situs web", "Web site";
        /// App.
        App = "aplikasi", "Aplikasi", "App";
        /// Letter.
        Letter = "surat", "Surat", "Letter";
        /// Account on a social network.
        Social = "medsos", "Media sosial", "Social media";
    }
}

choice! {
    /// What a channel takes complaints about.
    pub enum Topic {
        /// The service.
        Service = "layanan", "pelayanan", "service";
        /// Illegal levies.
        Levy = "pungli", "pungutan liar", "illegal levies";
        /// Violence.
        Violence = "kekerasan", "kekerasan", "violence";
        /// Gifts to officers.
        Gratification = "gratifikasi", "gratifikasi", "gratification";
        /// Reports about officers by insiders.
        Whistleblowing = "wbs", "pelanggaran oleh pegawai (WBS)", "misconduct of staff (WBS)";
        /// Questions.
        Information = "informasi", "permintaan informasi", "requests for information";
        /// Anything else.
        Other = "lain", "hal lain", "other matters";
    }
}

/// One way to reach somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// What it is.
    pub kind: Option<WayKind>,
    /// The number, address or place, as typed.
    pub value: String,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::kinds) struct RawWay {
    #[schemars(required)]
    #[serde(rename = "jenis")]
    kind: Option<Written<WayKind>>,
    #[schemars(required)]
    #[serde(rename = "nilai")]
    value: Option<Written<Text>>,
}

impl Way {
    pub(in crate::kinds) fn check_raw(raw: RawWay, cx: &mut CheckCx<'_>) -> Option<Self> {
        let RawWay { kind, value } = raw;
        Self::check(kind, value, cx)
    }

    pub(in crate::kinds) fn check(
        kind: Option<Written<WayKind>>,
        value: Option<Written<Text>>,
        cx: &mut CheckCx<'_>,
    ) -> Option<Self> {
        let kind = cx.need("jenis", kind);
        let value = cx.need("nilai", value)?;
        Some(Self { kind, value: value.into() })
    }

    /// Shows it; what a telephone or browser can open leads there.
    pub fn link(&self) -> Link {
        let has_digits = self.value.bytes().any(|byte| byte.is_ascii_digit());
        match self.kind {
            Some(WayKind::Phone) if has_digits => view::phone(&self.value),
            Some(WayKind::Whatsapp) if has_digits => view::whatsapp(&self.value),
            Some(WayKind::Sms) if has_digits => Link::outside(&self.value, format!("sms:{}", self.digits())),
            Some(WayKind::Email) if self.value.contains('@') => {
                Link::outside(&self.value, format!("mailto:{}", self.value))
            }
            Some(WayKind::Web) if self.is_bare_host() => Link::outside(&self.value, format!("https://{}", self.value)),
            Some(WayKind::Web | WayKind::Social) => view::web(&self.value),
            _ => Link::plain(&self.value),
        }
    }

    /// Returns whether it reaches the same end as another way, however it is typed.
    pub fn is_same(&self, other: &Self) -> bool {
        let is_web = |way: &Self| way.kind == Some(WayKind::Web);
        let is_number = |way: &Self| matches!(way.kind, Some(WayKind::Phone | WayKind::Whatsapp | WayKind::Sms));
        (is_number(self) && is_number(other) && !self.digits().is_empty() && self.digits() == other.digits())
            || (is_web(self) && is_web(other) && self.host() == other.host())
    }

    fn digits(&self) -> String {
        self.value.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
    }

    fn host(&self) -> String {
        let value = self.value.to_lowercase();
        let rest = value.split_once("://").map_or(value.as_str(), |(_, rest)| rest);
        let host = rest.split('/').next().unwrap_or(rest);
        host.strip_prefix("www.").unwrap_or(host).to_owned()
    }

    // `ombudsman.go.id/pengaduan`: an address as people write it, without a scheme.
    fn is_bare_host(&self) -> bool {
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'/' | b'_');
        self.value.contains('.') && !self.value.starts_with('/') && self.value.bytes().all(fits)
    }
}

/// From when to when something holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Validity {
    /// From this day on.
    pub from: Option<Date>,
    /// Until this day, which is the last.
    pub to: Option<Date>,
}

/// Where a date stands in a validity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It begins on a later day.
    NotYet(Date),
    /// It holds.
    Open,
    /// It ended on an earlier day.
    Ended(Date),
}

impl Validity {
    pub(in crate::kinds) fn check(
        from: Option<Written<Date>>,
        to: Option<Written<Date>>,
        cx: &mut CheckCx<'_>,
    ) -> Self {
        let validity = Self { from: cx.get("berlaku_sejak", from), to: cx.get("berlaku_sampai", to) };
        cx.in_order("berlaku_sampai", validity.from, validity.to);
        validity
    }

    /// Returns where a date stands.
    pub fn on(self, date: Date) -> Standing {
        match (self.from, self.to) {
            (_, Some(to)) if to < date => Standing::Ended(to),
            (Some(from), _) if date < from => Standing::NotYet(from),
            _ => Standing::Open,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(kind: WayKind, value: &str) -> Way {
        Way { kind: Some(kind), value: value.to_owned() }
    }

    #[test]
    fn only_what_can_be_opened_leads_somewhere() {
        let href = |kind, value| way(kind, value).link().href;
        assert_eq!(href(WayKind::Sms, "1708").as_deref(), Some("sms:1708"));
        assert_eq!(
            href(WayKind::Web, "ombudsman.go.id/pengaduan").as_deref(),
            Some("https://ombudsman.go.id/pengaduan")
        );
        for (kind, value) in [
            (WayKind::Web, "javascript:alert(1.0)"),
            (WayKind::Web, "lihat brosur"),
            (WayKind::Phone, "Wartelsuspas"),
            (WayKind::Box, "1. Ruang tunggu"),
        ] {
            assert_eq!(href(kind, value), None, "{value}");
        }
    }

    #[test]
    fn the_same_end_is_known_however_it_is_typed() {
        assert!(way(WayKind::Web, "https://www.SaberPungli.id/lapor").is_same(&way(WayKind::Web, "saberpungli.id")));
        assert!(way(WayKind::Phone, "1193").is_same(&way(WayKind::Sms, "11-93")));
        assert!(!way(WayKind::Phone, "11930").is_same(&way(WayKind::Sms, "1193")));
        assert!(!way(WayKind::Box, "1193").is_same(&way(WayKind::Sms, "1193")));
    }

    #[test]
    fn the_last_day_still_holds() {
        let [first, last, after] = [1, 9, 10].map(|day| Date::of(2026, 3, day));
        let validity = Validity { from: first, to: last };
        assert_eq!(validity.on(last.unwrap()), Standing::Open);
        assert_eq!(validity.on(after.unwrap()), Standing::Ended(last.unwrap()));
        assert_eq!(validity.on(Date::of(2026, 2, 28).unwrap()), Standing::NotYet(first.unwrap()));
    }
}
