//! How the reporting periods of one facility follow one another: no day twice, no day left out, the last not too long ago.

use super::Statistics;
use crate::diag::Problem;
use crate::diag::flaw::TimeFlaw;
use crate::kinds::{Record, Site, mechanism};
use crate::model::date::Date;
use crate::stage::CheckCx;

/// How many months after the last period the next one is missing: a quarter, and a month to report it. The quarter is what
/// public figures on complaints use; that a law sets it was not verified.
const MONTHS: u32 = 4;

/// Checks a period against those of its facility that begin earlier, and the last one against the day of the build.
pub(super) fn check(period: &Statistics, site: &Site, cx: &mut CheckCx<'_>) {
    let facility = period.facility();
    // A period that ends before it begins has an error of its own.
    let others =
        || site.statistics.under(&facility).filter(|other| other.id() != period.id() && other.from <= other.to);
    if period.to < period.from {
        return;
    }
    let before = others().filter(|other| other.from < period.from).max_by_key(|other| other.to);
    if let Some(flaw) = before.and_then(|before| between(before, period)) {
        cx.at("periode", |cx| cx.report(Problem::Time(flaw)));
    }
    let is_last = others().all(|other| other.to < period.to);
    let serves = site.facilities.get(&facility).is_some_and(mechanism::serves);
    if is_last && serves && is_late(period.to, site.today) {
        cx.at("periode", |cx| cx.report_at("sampai", Problem::Time(TimeFlaw::PeriodLate { to: period.to })));
    }
}

fn between(before: &Statistics, period: &Statistics) -> Option<TimeFlaw> {
    if before.to >= period.from {
        return Some(TimeFlaw::PeriodOverlap { from: before.from, to: before.to });
    }
    let hole = before.to.days_until(period.from) - 1;
    let (from, last) = (before.to.plus_days(1)?, before.to.plus_days(hole.try_into().ok()?)?);
    (hole > 0).then_some(TimeFlaw::PeriodHole { from, to: last })
}

fn is_late(last_day: Date, today: Date) -> bool {
    last_day.plus_months(MONTHS).is_some_and(|limit| today > limit)
}
