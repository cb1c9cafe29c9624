//! alamat, alamat_lama: where something stands, where it stood before, and where it stood on a date.
//!
//! ```yaml
//! alamat: {jalan: Jalan Baru 2, kota: Kota Contoh, sejak: 2024-05-01}
//! alamat_lama:
//!   - {jalan: Jalan Lama 1, kota: Kota Contoh, sejak: 1998-01-01, sampai: 2024-04-30, sumber: Surat pindah}
//! ```

use schemars::JsonSchema;
use serde::Deserialize;

use super::held::{self, Held};
use crate::diag::Problem;
use crate::lang::Lang;
use crate::model::date::Date;
use crate::model::scalar::Text;
use crate::parse::written::Written;
use crate::stage::CheckCx;

/// A postal address, as far as it is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Address {
    /// Street and number.
    pub street: Option<String>,
    /// Town or regency.
    pub city: Option<String>,
    /// Province.
    pub province: Option<String>,
    /// Postal code, as typed: it may begin with zero.
    pub postal_code: Option<String>,
    /// Latitude, as typed.
    pub latitude: Option<String>,
    /// Longitude, as typed.
    pub longitude: Option<String>,
    /// Since when it stands there, where that is known.
    pub since: Option<Date>,
}

/// An address that was left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormerAddress {
    /// Where that was.
    pub address: Address,
    /// When it stood there; the last day is always known.
    pub held: Held,
    /// What says so.
    pub source: Option<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::kinds) struct RawAddress {
    #[serde(rename = "jalan")]
    street: Option<Written<Text>>,
    #[serde(rename = "kota")]
    city: Option<Written<Text>>,
    #[serde(rename = "provinsi")]
    province: Option<Written<Text>>,
    #[serde(rename = "kode_pos")]
    postal_code: Option<Written<Text>>,
    lat: Option<Written<Text>>,
    lon: Option<Written<Text>>,
    #[serde(rename = "sejak")]
    since: Option<Written<Date>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::kinds) struct RawFormerAddress {
    #[serde(rename = "jalan")]
    street: Option<Written<Text>>,
    #[serde(rename = "kota")]
    city: Option<Written<Text>>,
    #[serde(rename = "provinsi")]
    province: Option<Written<Text>>,
    #[serde(rename = "kode_pos")]
    postal_code: Option<Written<Text>>,
    lat: Option<Written<Text>>,
    lon: Option<Written<Text>>,
    #[serde(rename = "sejak")]
    from: Option<Written<Date>>,
    #[schemars(required)]
    #[serde(rename = "sampai")]
    to: Option<Written<Date>>,
    #[serde(rename = "sumber")]
    source: Option<Written<Text>>,
}

impl Address {
    pub(in crate::kinds) fn check(raw: Option<RawAddress>, cx: &mut CheckCx<'_>) -> Self {
        let Some(raw) = raw else { return Self::default() };
        cx.at("alamat", |cx| Self::check_here(raw, cx))
    }

    fn check_here(raw: RawAddress, cx: &mut CheckCx<'_>) -> Self {
        let RawAddress { street, city, province, postal_code, lat, lon, since } = raw;
        Self {
            street: cx.get("jalan", street).map(String::from),
            city: cx.get("kota", city).map(String::from),
            province: cx.get("provinsi", province).map(String::from),
            postal_code: cx.get("kode_pos", postal_code).map(String::from),
            latitude: cx.get("lat", lat).map(String::from),
            longitude: cx.get("lon", lon).map(String::from),
            since: cx.get("sejak", since),
        }
    }

    /// Writes it in one line, or nothing where nothing is known.
    pub fn words(&self) -> Option<String> {
        let parts = [&self.street, &self.city, &self.province, &self.postal_code];
        let known: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
        (!known.is_empty()).then(|| known.join(", "))
    }

    /// Returns since when it holds, as far as that follows from its own date or from the addresses left before.
    pub fn known_since(&self, former: &[FormerAddress]) -> Option<Date> {
        let left = former.iter().filter_map(|former| former.held.to).max();
        self.since.or_else(|| left.and_then(|day| day.plus_days(1)))
    }
}

impl FormerAddress {
    /// Checks the addresses that were left. Nothing stands in two places at once.
    pub(in crate::kinds) fn check_all(
        raw: Vec<RawFormerAddress>,
        current: &Address,
        cx: &mut CheckCx<'_>,
    ) -> Vec<Self> {
        let mut former: Vec<Self> = Vec::new();
        cx.each("alamat_lama", raw, |cx, raw| {
            let one = Self::check(raw, cx);
            let (words, now) = (one.address.words().unwrap_or_default(), current.words().unwrap_or_default());
            for other in &former {
                let others = other.address.words().unwrap_or_default();
                held::check_alone("alamat", (&others, other.held), (&words, one.held), cx);
            }
            if current.since.is_some() {
                let current = Held { from: current.since, ..Held::default() };
                held::check_alone("alamat", (&now, current), (&words, one.held), cx);
            }
            former.push(one);
            Some(())
        });
        former
    }

    fn check(raw: RawFormerAddress, cx: &mut CheckCx<'_>) -> Self {
        let RawFormerAddress { street, city, province, postal_code, lat, lon, from, to, source } = raw;
        if to.is_none() {
            cx.report(Problem::MissingKey { key: "sampai" });
        }
        let address = RawAddress { street, city, province, postal_code, lat, lon, since: None };
        Self {
            address: Address::check_here(address, cx),
            held: Held::check(from, to, None, cx),
            source: cx.get("sumber", source).map(String::from),
        }
    }

    /// Writes it with its time in one line, or nothing where nothing is known.
    pub fn words(&self, lang: Lang) -> Option<String> {
        let words = self.address.words()?;
        Some(self.held.words(lang).map_or(words.clone(), |held| format!("{words} ({held})")))
    }
}

/// Returns the address on a date. An address that says neither since when it holds nor which one was left before may be that
/// of today only: of other days nothing is known.
pub fn on_date<'a>(current: &'a Address, former: &'a [FormerAddress], date: Date) -> Option<&'a Address> {
    let dated = former.iter().filter(|former| former.held.to.is_some());
    if let Some(then) = held::on_date(dated, |former| former.held, date) {
        return Some(&then.address);
    }
    let holds = current.known_since(former).is_some_and(|since| since <= date);
    (holds && current.words().is_some()).then_some(current)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_holds_between_its_days() {
        let day = |year| Date::of(year, 6, 1).unwrap();
        let at = |street: &str, since| Address { street: Some(street.to_owned()), since, ..Address::default() };
        let left = |street: &str, from, to| {
            let held = Held { from, to: Some(to), as_of: None };
            FormerAddress { address: at(street, None), held, source: None }
        };
        let former = [left("A", Some(day(2000)), day(2010)), left("B", Some(day(2012)), day(2020))];
        let on = |current: &Address, former: &[FormerAddress], year| {
            on_date(current, former, day(year)).and_then(|address| address.street.clone())
        };
        let (moved, late) = (at("C", None), at("C", Some(day(2022))));
        for (year, expected) in [(1999, None), (2000, Some("A")), (2010, Some("A")), (2011, None), (2020, Some("B"))] {
            assert_eq!(on(&moved, &former, year).as_deref(), expected, "{year}");
        }
        assert_eq!((on(&moved, &former, 2021).as_deref(), on(&late, &former, 2021)), (Some("C"), None));
        assert_eq!((on(&at("C", None), &[], 2026), on(&Address::default(), &former, 2026)), (None, None));
    }
}
