//! The way through an SOP when every answer is yes, and how long it takes. Units that only a calendar could compare stay apart:
//! minutes and hours are added up, working days with working days, and so on.

use std::collections::{BTreeMap, BTreeSet};

use super::{Next, Sop, Step, StepKind};
use crate::model::duration::{Span, Unit};

/// The times of the steps on a way, added up unit by unit.
#[derive(Debug, Default)]
pub struct PathTime {
    sums: BTreeMap<Unit, u64>,
    // Whether each step stated its time in a unit that can be added up.
    is_whole: bool,
}

impl Sop {
    /// Returns the time from start to end when every answer is yes, if that way comes to an end.
    pub fn yes_path_time(&self) -> Option<PathTime> {
        let path = self.yes_path()?;
        let mut time = PathTime { sums: BTreeMap::new(), is_whole: true };
        for step in path {
            time.add(step.time);
        }
        Some(time)
    }

    // The steps from start to end; nothing where the way breaks off or comes back to a step.
    fn yes_path(&self) -> Option<Vec<&Step>> {
        let mut step = self.steps.iter().find(|step| step.kind == StepKind::Start)?;
        let (mut path, mut passed) = (Vec::new(), BTreeSet::new());
        while passed.insert(step.number) {
            path.push(step);
            step = match step.next {
                Next::End => return Some(path),
                Next::Step(next) | Next::Answer { yes: next, .. } => self.step(next)?,
                Next::Open | Next::Unread => return None,
            };
        }
        None
    }
}

impl PathTime {
    fn add(&mut self, time: Option<Span>) {
        let Some((unit, amount)) = time.and_then(comparable) else {
            self.is_whole = false;
            return;
        };
        let sum = self.sums.entry(unit).or_default();
        *sum = sum.saturating_add(amount);
    }

    /// Returns the whole time, if every step states it and one unit can say it.
    pub fn whole(&self) -> Option<Span> {
        let mut sums = self.sums.iter().filter(|_| self.is_whole);
        let first = sums.next()?;
        if sums.next().is_some() { None } else { span(first) }
    }

    /// Returns how much of it is in the unit of a promise, if that alone is longer than the promise: what other steps take
    /// in other units, or do not say, can only come on top.
    pub fn beyond(&self, promised: Span) -> Option<Span> {
        let (unit, allowed) = comparable(promised)?;
        self.sums.get_key_value(&unit).filter(|(_, sum)| **sum > allowed).and_then(span)
    }
}

// A time in the unit in which it is added up; `hari` alone means two things.
fn comparable(time: Span) -> Option<(Unit, u64)> {
    match time.minutes() {
        Some(minutes) => Some((Unit::Minute, minutes)),
        None => (time.unit != Unit::Day).then(|| (time.unit, time.amount.into())),
    }
}

fn span((unit, sum): (&Unit, &u64)) -> Option<Span> {
    Some(Span { amount: u32::try_from(*sum).ok()?, unit: *unit })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(spans: &[(u32, Unit)]) -> PathTime {
        let mut time = PathTime { sums: BTreeMap::new(), is_whole: true };
        spans.iter().for_each(|(amount, unit)| time.add(Some(Span { amount: *amount, unit: *unit })));
        time
    }

    #[test]
    fn only_like_units_are_compared() {
        use Unit::{CalendarDay, Day, Hour, Minute, Month, WorkingDay};
        let over =
            |spans: &[(u32, Unit)], amount, unit| time(spans).beyond(Span { amount, unit }).map(|span| span.amount);
        assert_eq!(over(&[(1, Hour), (1, Minute)], 1, Hour), Some(61));
        assert_eq!(over(&[(1, Hour)], 60, Minute), None);
        assert_eq!(over(&[(5, WorkingDay), (90, Minute)], 4, WorkingDay), Some(5));
        for promise in [CalendarDay, Month, Hour, Day] {
            assert_eq!(over(&[(500, WorkingDay)], 1, promise), None, "{promise:?}");
        }
        assert_eq!(over(&[(9, Day)], 1, Day), None);
    }

    #[test]
    fn a_time_is_whole_in_one_unit_only() {
        let whole = |spans: &[(u32, Unit)]| time(spans).whole().map(|span| (span.amount, span.unit));
        assert_eq!(whole(&[(2, Unit::WorkingDay), (3, Unit::WorkingDay)]), Some((5, Unit::WorkingDay)));
        assert_eq!(whole(&[(2, Unit::WorkingDay), (3, Unit::Minute)]), None);
        assert_eq!(whole(&[(2, Unit::Hour), (3, Unit::Minute)]), Some((123, Unit::Minute)));
        let mut unsaid = time(&[(2, Unit::Hour)]);
        unsaid.add(None);
        assert_eq!(unsaid.whole(), None);
        assert_eq!(unsaid.beyond(Span { amount: 1, unit: Unit::Hour }).map(|span| span.amount), Some(120));
    }
}
