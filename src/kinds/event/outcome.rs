//! hasil: what an event came to, in words or as a score. A score is exact and always names its highest value.

use std::ops::RangeInclusive;

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::diag::Problem;
use crate::kinds::band_scheme::BandScheme;
use crate::kinds::{Record, Site};
use crate::lang::{self, Label, Lang};
use crate::model::id::Id;
use crate::model::scalar::Text;
use crate::parse::written::Written;
use crate::stage::CheckCx;

/// What an event came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// In words.
    pub words: Option<String>,
    /// As a number.
    pub score: Option<Score>,
    /// The scheme that turns the number into a band; schemes change with the years.
    pub scheme: Option<Id<BandScheme>>,
    /// The band as stated.
    pub predicate: Option<String>,
}

/// A score and the highest it could have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Score {
    /// What was reached.
    pub value: Decimal,
    /// The highest there is.
    pub of: Decimal,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawOutcome {
    #[serde(rename = "uraian")]
    words: Option<Written<Text>>,
    #[serde(rename = "nilai")]
    score: Option<RawScore>,
    #[serde(rename = "skema")]
    scheme: Option<Written<Id<BandScheme>>>,
    #[serde(rename = "predikat")]
    predicate: Option<Written<Text>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawScore {
    #[schemars(required)]
    #[serde(rename = "angka")]
    value: Option<Written<Decimal>>,
    #[schemars(required)]
    #[serde(rename = "dari")]
    of: Option<Written<Decimal>>,
}

impl Outcome {
    pub(super) fn check(raw: Option<RawOutcome>, cx: &mut CheckCx<'_>) -> Option<Self> {
        let RawOutcome { words, score, scheme, predicate } = raw?;
        cx.at("hasil", |cx| {
            let outcome = Self {
                words: cx.get("uraian", words).map(String::from),
                score: score.and_then(|raw| cx.at("nilai", |cx| Score::check(raw, cx))),
                scheme: cx.get("skema", scheme),
                predicate: cx.get("predikat", predicate).map(String::from),
            };
            let says_something = outcome.words.is_some() || outcome.judges();
            says_something.then_some(outcome)
        })
    }

    /// Returns whether it grades somebody.
    pub fn judges(&self) -> bool {
        self.score.is_some() || self.predicate.is_some()
    }

    /// Checks where the check stands that the scheme holds for one of the years that were looked at and reads scores of this
    /// height, and that the stated band is the one the score falls into.
    pub(super) fn link(&self, years: Option<RangeInclusive<i32>>, site: &Site, cx: &mut CheckCx<'_>) {
        let Some(scheme) = self.scheme.as_ref().and_then(|id| cx.at("skema", |cx| cx.refer(site, id))) else { return };
        if let Some(years) = years.as_ref().filter(|years| !scheme.holds_in(years)) {
            let near = other_scheme(scheme, years, site);
            let (from, to, year) = (scheme.from, scheme.to, *years.end());
            let scheme = scheme.id().as_str().to_owned();
            cx.report_at("skema", Problem::SchemeOutOfTime { scheme, from, to, year, near });
            return;
        }
        if let (Some(score), Some((_, highest))) = (self.score, scheme.range)
            && score.of != highest
        {
            let what = Label::new("Nilai tertinggi", "The highest score");
            let (stated, derived) = (score.of.to_string(), highest.to_string());
            cx.at("nilai", |cx| cx.report_at("dari", Problem::Disagrees { what, stated, derived }));
            return;
        }
        let (Some(score), Some(stated)) = (self.score, &self.predicate) else { return };
        let band = scheme.band_of(score.value).map(|band| [&band.code, &band.label]);
        if !band.is_some_and(|words| words.iter().any(|word| word.eq_ignore_ascii_case(stated))) {
            let what = Label::new("Predikat", "The band");
            let outside = Label::new("di luar skema", "outside the scheme").of(site.lang());
            let derived = band.map_or(outside, |[code, _]| code).to_owned();
            cx.report_at("predikat", Problem::Disagrees { what, stated: stated.clone(), derived });
        }
    }
}

// The scheme of the same assessor for these years: ids begin with the assessor's word.
fn other_scheme(scheme: &BandScheme, years: &RangeInclusive<i32>, site: &Site) -> Option<String> {
    let assessor = |scheme: &BandScheme| scheme.id().as_str().split('-').next().map(str::to_owned);
    let mut same =
        site.band_schemes.iter().filter(|other| assessor(other) == assessor(scheme) && other.holds_in(years));
    same.next().map(|other| other.id().as_str().to_owned())
}

impl Score {
    fn check(raw: RawScore, cx: &mut CheckCx<'_>) -> Option<Self> {
        let RawScore { value, of } = raw;
        let value = cx.need("angka", value);
        let of = cx.need("dari", of);
        let (value, of) = (value?, of?);
        if value < Decimal::ZERO || value > of {
            cx.report_at("angka", Problem::OutOfRange { found: value.to_string(), range: format!("0–{of}") });
        }
        Some(Self { value, of })
    }

    /// Writes what was reached.
    pub fn value_words(self, lang: Lang) -> String {
        lang::decimal(self.value, lang)
    }

    /// Writes the highest there is.
    pub fn of_words(self, lang: Lang) -> String {
        lang::decimal(self.of, lang)
    }
}
