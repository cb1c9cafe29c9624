//! sk, riwayat, ditinjau: how a standard came to be, and when somebody last asked whether it still holds.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::diag::Problem;
use crate::lang::Lang;
use crate::model::asset::Asset;
use crate::model::date::Date;
use crate::model::law_ref::LawRef;
use crate::model::scalar::Text;
use crate::parse::written::Written;
use crate::stage::CheckCx;

/// The decree that sets a standard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decree {
    /// Its number.
    pub number: Option<String>,
    /// Its date.
    pub date: Option<Date>,
    /// The post that signed it.
    pub signed_by: Option<String>,
    /// Its text.
    pub file: Option<Asset>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::kinds) struct RawDecree {
    #[serde(rename = "nomor")]
    number: Option<Written<Text>>,
    #[serde(rename = "tanggal")]
    date: Option<Written<Date>>,
    #[serde(rename = "jabatan_penandatangan")]
    signed_by: Option<Written<Text>>,
    #[serde(rename = "berkas")]
    file: Option<Written<Text>>,
}

impl Decree {
    pub(super) fn check(raw: RawDecree, cx: &mut CheckCx<'_>) -> Self {
        let RawDecree { number, date, signed_by, file } = raw;
        cx.at("sk", |cx| Self {
            number: cx.get("nomor", number).map(String::from),
            date: cx.get("tanggal", date),
            signed_by: cx.get("jabatan_penandatangan", signed_by).map(String::from),
            file: cx.file("berkas", file),
        })
    }

    /// Writes number and date in one line, as far as they are known.
    pub fn words(&self, lang: Lang) -> Option<String> {
        let date = self.date.map(|date| date.words(lang));
        match (&self.number, date) {
            (Some(number), Some(date)) => Some(format!("{number}, {date}")),
            (Some(number), None) => Some(number.clone()),
            (None, date) => date,
        }
    }
}

/// One version of a standard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Its number.
    pub number: u32,
    /// Since when it holds.
    pub date: Date,
    /// What changed and why.
    pub note: Option<String>,
    /// The decree's number.
    pub decree: Option<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::kinds) struct RawVersion {
    #[schemars(required)]
    #[serde(rename = "versi")]
    number: Option<Written<u32>>,
    #[schemars(required)]
    #[serde(rename = "tanggal")]
    date: Option<Written<Date>>,
    #[serde(rename = "catatan")]
    note: Option<Written<Text>>,
    #[serde(rename = "sk")]
    decree: Option<Written<Text>>,
}

impl Version {
    /// Checks the versions and returns them newest first.
    pub(super) fn check_all(raw: Vec<RawVersion>, cx: &mut CheckCx<'_>) -> Vec<Self> {
        let mut seen: Vec<u32> = Vec::new();
        let mut versions = cx.each("riwayat", raw, |cx, raw| {
            let RawVersion { number, date, note, decree } = raw;
            let number = cx.need("versi", number);
            if let Some(number) = number.filter(|number| seen.contains(number)) {
                cx.report_at("versi", Problem::DuplicateId { id: number.to_string() });
            }
            seen.extend(number);
            let note = cx.get("catatan", note).map(String::from);
            let decree = cx.get("sk", decree).map(String::from);
            let date = cx.need("tanggal", date);
            Some(Self { number: number?, date: date?, note, decree })
        });
        versions.sort_by_key(|version| std::cmp::Reverse(version.number));
        versions
    }

    /// Writes it in one line, for data.
    pub fn words(&self) -> String {
        let mut words = format!("{} {}", self.number, self.date);
        words.extend(self.note.as_ref().map(|note| format!(": {note}")));
        words.extend(self.decree.as_ref().map(|decree| format!(" ({decree})")));
        words
    }
}

/// How long ago a standard was reviewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Freshness {
    /// Within a year.
    Fresh,
    /// More than a year ago: the assessment of services counts on a yearly review.
    Due,
    /// More than three years ago, or never: against the regulation.
    Overdue,
}

/// The regulation that asks for a review every three years.
pub const REVIEW_LAW: LawRef = LawRef::law("PermenPANRB 15/2014");

impl Freshness {
    /// Judges the date of the last review.
    pub fn of(reviewed: Option<Date>, today: Date) -> Self {
        match reviewed {
            Some(date) if today <= date.plus_years(1) => Self::Fresh,
            Some(date) if today <= date.plus_years(3) => Self::Due,
            Some(_) | None => Self::Overdue,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_review_ages() {
        let reviewed = Date::of(2024, 2, 29);
        for (year, month, day, expected) in [
            (2025, 2, 28, Freshness::Fresh),
            (2025, 3, 1, Freshness::Due),
            (2027, 2, 28, Freshness::Due),
            (2027, 3, 1, Freshness::Overdue),
        ] {
            assert_eq!(Freshness::of(reviewed, Date::of(year, month, day).unwrap()), expected, "{year}-{month}-{day}");
        }
        assert_eq!(Freshness::of(None, reviewed.unwrap()), Freshness::Overdue);
    }
}
