//! jangka_waktu: how long a service takes, at once or stage by stage. Units are never mixed silently.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::diag::Problem;
use crate::lang::Lang;
use crate::model::duration::{Span, Unit};
use crate::model::scalar::Text;
use crate::parse::written::Written;
use crate::stage::CheckCx;

/// How long a service takes; at least one stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// What follows one another; a service that is done at once has one stage without a place.
    pub stages: Vec<Stage>,
}

/// One stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// Where it happens.
    pub place: Option<String>,
    /// How long it takes.
    pub time: Span,
    /// What starts the clock.
    pub starts: Option<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::kinds) struct RawPromise {
    #[serde(rename = "jumlah")]
    amount: Option<Written<u32>>,
    #[serde(rename = "satuan")]
    unit: Option<Written<Unit>>,
    #[serde(rename = "mulai")]
    starts: Option<Written<Text>>,
    #[serde(rename = "tahap")]
    stages: Option<Vec<RawStage>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawStage {
    #[schemars(required)]
    #[serde(rename = "di")]
    place: Option<Written<Text>>,
    #[schemars(required)]
    #[serde(rename = "jumlah")]
    amount: Option<Written<u32>>,
    #[schemars(required)]
    #[serde(rename = "satuan")]
    unit: Option<Written<Unit>>,
    #[serde(rename = "mulai")]
    starts: Option<Written<Text>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::kinds) struct RawSpan {
    #[schemars(required)]
    #[serde(rename = "jumlah")]
    amount: Option<Written<u32>>,
    #[schemars(required)]
    #[serde(rename = "satuan")]
    unit: Option<Written<Unit>>,
}

impl Promise {
    pub(in crate::kinds) fn check(raw: RawPromise, cx: &mut CheckCx<'_>) -> Option<Self> {
        let RawPromise { amount, unit, starts, stages } = raw;
        cx.at("jangka_waktu", |cx| {
            let Some(stages) = stages else {
                let starts = cx.get("mulai", starts).map(String::from);
                let time = span(amount, unit, cx)?;
                return Some(Self { stages: vec![Stage { place: None, time, starts }] });
            };
            // With stages, the whole is their sum: a second statement could only disagree.
            for (key, is_there) in
                [("jumlah", amount.is_some()), ("satuan", unit.is_some()), ("mulai", starts.is_some())]
            {
                if is_there {
                    cx.report_at(key, Problem::Clash { key, with: "tahap".to_owned() });
                }
            }
            if stages.is_empty() {
                cx.report(Problem::MissingKey { key: "tahap" });
            }
            let stages = cx.each("tahap", stages, |cx, raw| {
                let RawStage { place, amount, unit, starts } = raw;
                let place = cx.need("di", place).map(String::from);
                let starts = cx.get("mulai", starts).map(String::from);
                Some(Stage { place, time: span(amount, unit, cx)?, starts })
            });
            (!stages.is_empty()).then_some(Self { stages })
        })
    }

    /// Returns the whole time, if every stage counts in the same unit.
    pub fn total(&self) -> Option<Span> {
        let unit = self.stages.first()?.time.unit;
        let amount = self.stages.iter().try_fold(0_u32, |sum, stage| {
            if stage.time.unit == unit { sum.checked_add(stage.time.amount) } else { None }
        })?;
        Some(Span { amount, unit })
    }

    /// Returns what starts the clock of a service that is done at once.
    pub fn starts(&self) -> Option<&str> {
        match &self.stages[..] {
            [stage] => stage.starts.as_deref(),
            _ => None,
        }
    }

    /// Writes the whole time: `58 hari kerja`, or `14 hari kerja + 1 bulan` where units differ.
    pub fn words(&self, lang: Lang) -> String {
        if let Some(total) = self.total() {
            return total.words(lang);
        }
        self.stages.iter().map(|stage| stage.time.words(lang)).collect::<Vec<_>>().join(" + ")
    }
}

/// Checks a time of one unit where the check stands.
pub(in crate::kinds) fn check_span(raw: RawSpan, cx: &mut CheckCx<'_>) -> Option<Span> {
    let RawSpan { amount, unit } = raw;
    span(amount, unit, cx)
}

fn span(amount: Option<Written<u32>>, unit: Option<Written<Unit>>, cx: &mut CheckCx<'_>) -> Option<Span> {
    let amount = cx.need("jumlah", amount);
    let unit = cx.need("satuan", unit);
    if amount == Some(0) {
        cx.report_at("jumlah", Problem::OutOfRange { found: "0".to_owned(), range: "≥ 1".to_owned() });
    }
    if unit == Some(Unit::Day) {
        cx.report_at("satuan", Problem::DayAmbiguous);
    }
    Some(Span { amount: amount?, unit: unit? })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn promise(times: &[(u32, Unit)]) -> Promise {
        let stage = |(amount, unit): &(u32, Unit)| Stage {
            place: None,
            time: Span { amount: *amount, unit: *unit },
            starts: None,
        };
        Promise { stages: times.iter().map(stage).collect() }
    }

    #[test]
    fn only_like_units_are_added() {
        let like = promise(&[(14, Unit::WorkingDay), (30, Unit::WorkingDay)]);
        assert_eq!(like.words(Lang::Id), "44 hari kerja");
        let unlike = promise(&[(14, Unit::WorkingDay), (30, Unit::CalendarDay)]);
        assert_eq!((unlike.total(), unlike.words(Lang::Id)), (None, "14 hari kerja + 30 hari kalender".to_owned()));
        assert_eq!(promise(&[(u32::MAX, Unit::Minute), (1, Unit::Minute)]).total(), None);
    }
}
