//! batas_waktu: how long an answer to a complaint may take, for each kind of complaint.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::diag::Problem;
use crate::lang::{self, Label, Lang};
use crate::model::calendar::{Calendar, UnknownYear};
use crate::model::date::Date;
use crate::model::duration::{Span, Unit};
use crate::model::scalar::{Choice, Text, choice};
use crate::parse::written::Written;
use crate::stage::CheckCx;

choice! {
    /// What a limit is for. Supervisory complaints need an examination on the spot.
    pub enum LimitKind {
        /// Checking and passing on.
        Verification = "verifikasi", "Pemeriksaan awal", "First check";
        /// A question.
        Information = "permintaan_informasi", "Permintaan informasi", "Request for information";
        /// A complaint that needs no examination.
        Service = "bukan_pengawasan", "Pengaduan pelayanan", "Complaint about service";
        /// A complaint that needs one.
        Supervisory = "pengawasan", "Pengaduan yang perlu pemeriksaan", "Complaint that needs an examination";
        /// Every complaint alike.
        All = "semua", "Semua pengaduan", "All complaints";
        /// Any other, named in the note.
        Other = "lain", "Lainnya", "Other";
    }
}

impl LimitKind {
    // What has happened by the last day.
    fn done(self, lang: Lang) -> &'static str {
        match self {
            Self::Verification => lang.pick("diperiksa", "checked"),
            Self::Information | Self::Service | Self::Supervisory | Self::All => lang.pick("dijawab", "answered"),
            Self::Other => lang.pick("selesai", "done"),
        }
    }
}

/// A limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limit {
    /// What it is for.
    pub kind: LimitKind,
    /// How many units.
    pub amount: u32,
    /// The unit; `None` where only "hari" is written and nobody knows which days count.
    pub unit: Option<Unit>,
    /// By how many of the same units it may be extended.
    pub extension: Option<u32>,
    /// A remark.
    pub note: Option<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::kinds) struct RawLimit {
    #[schemars(required)]
    #[serde(rename = "jenis")]
    kind: Option<Written<LimitKind>>,
    #[schemars(required)]
    #[serde(rename = "jumlah")]
    amount: Option<Written<u32>>,
    #[schemars(required)]
    #[serde(rename = "satuan")]
    unit: Option<Written<Unit>>,
    #[serde(rename = "perpanjangan")]
    extension: Option<Written<u32>>,
    #[serde(rename = "catatan")]
    note: Option<Written<Text>>,
}

impl Limit {
    pub(in crate::kinds) fn check_all(raw: Vec<RawLimit>, cx: &mut CheckCx<'_>) -> Vec<Self> {
        let mut seen: Vec<LimitKind> = Vec::new();
        cx.each("batas_waktu", raw, |cx, raw| {
            let limit = Self::check(raw, cx)?;
            if limit.kind != LimitKind::Other && seen.contains(&limit.kind) {
                cx.report_at("jenis", Problem::DuplicateId { id: limit.kind.key().to_owned() });
            }
            seen.push(limit.kind);
            Some(limit)
        })
    }

    fn check(raw: RawLimit, cx: &mut CheckCx<'_>) -> Option<Self> {
        let RawLimit { kind, amount, unit, extension, note } = raw;
        let kind = cx.need("jenis", kind);
        let amount = cx.need("jumlah", amount);
        let extension = cx.get("perpanjangan", extension);
        let note = cx.get("catatan", note).map(String::from);
        let unit = match unit {
            Some(unit) if unit.text().trim() == "hari" => {
                cx.report_at("satuan", Problem::DayAmbiguous);
                Some(None)
            }
            unit => cx.need("satuan", unit).map(Some),
        };
        if amount == Some(0) {
            cx.report_at("jumlah", Problem::OutOfRange { found: "0".to_owned(), range: "≥ 1".to_owned() });
        }
        if kind == Some(LimitKind::Other) && note.is_none() {
            let why = Label::new("sebutkan untuk pengaduan apa", "say for which complaints");
            cx.report_at("jenis", Problem::Needs { what: "lain".to_owned(), key: "catatan", why });
        }
        Some(Self { kind: kind?, amount: amount?, unit: unit?, extension, note })
    }

    /// Returns whether it says when a complaint is answered. A first check or an answer to a question is neither.
    pub fn is_answer(&self) -> bool {
        matches!(self.kind, LimitKind::Service | LimitKind::Supervisory | LimitKind::All)
    }

    /// Writes how long: `14 hari kerja, dapat diperpanjang 14 hari kerja`.
    pub fn words(&self, lang: Lang) -> String {
        let mut words = self.amount_words(self.amount, lang);
        if let Some(extension) = self.extension {
            words.push_str(lang.pick(", dapat diperpanjang ", ", may be extended by "));
            words.push_str(&self.amount_words(extension, lang));
        }
        if self.unit.is_none() {
            words.push_str(lang.pick(" (tidak disebut hari kerja atau kalender)", " (working or calendar not stated)"));
        }
        words
    }

    /// Returns the last day for an answer to what was sent on `date`, where its unit lets that be said.
    pub fn last_day(&self, date: Date, calendar: &Calendar) -> Option<Result<Date, UnknownYear>> {
        Span { amount: self.amount, unit: self.unit? }.last_day(date, calendar)
    }

    /// Writes that day: `Dikirim 25 November 2026: dijawab paling lambat Selasa, 15 Desember 2026.`
    pub fn last_day_words(&self, date: Date, calendar: &Calendar, lang: Lang) -> Option<String> {
        let sent = date.words(lang);
        Some(match (lang, self.last_day(date, calendar)?) {
            (Lang::Id, Ok(day)) => {
                format!("Dikirim {sent}: {} paling lambat {}.", self.kind.done(lang), day.long(lang))
            }
            (Lang::En, Ok(day)) => format!("Sent on {sent}: {} by {}.", self.kind.done(lang), day.long(lang)),
            (Lang::Id, Err(UnknownYear(year))) => {
                format!("Kalender libur {year} belum diketahui, jadi tanggalnya belum dapat dihitung.")
            }
            (Lang::En, Err(UnknownYear(year))) => {
                format!("The holidays of {year} are not known yet, so the date cannot be counted.")
            }
        })
    }

    fn amount_words(&self, amount: u32, lang: Lang) -> String {
        match self.unit {
            Some(unit) => Span { amount, unit }.words(lang),
            None => format!("{} {}", lang::whole(amount, lang), lang.pick("hari", "days")),
        }
    }

    /// Writes it for data: `bukan_pengawasan: 14 hari_kerja`.
    pub fn cell(&self) -> String {
        let unit = self.unit.map_or("hari", Choice::key);
        let mut cell = format!("{}: {} {unit}", self.kind.key(), self.amount);
        if let Some(extension) = self.extension {
            cell.push_str(&format!(" + {extension} {unit}"));
        }
        cell
    }
}
