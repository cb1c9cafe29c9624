//! sejak, sampai, per: when something held, what held on a date, and what cannot have held at once.

use crate::diag::Problem;
use crate::lang::Lang;
use crate::model::date::Date;
use crate::parse::written::Written;
use crate::stage::CheckCx;

/// When something held: from and to a date, or only stated for one day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Held {
    /// From this day on.
    pub from: Option<Date>,
    /// Until this day.
    pub to: Option<Date>,
    /// Stated to hold on this day; before and after nothing is known.
    pub as_of: Option<Date>,
}

impl Held {
    pub(in crate::kinds) fn check(
        from: Option<Written<Date>>,
        to: Option<Written<Date>>,
        as_of: Option<Written<Date>>,
        cx: &mut CheckCx<'_>,
    ) -> Self {
        let held = Self { from: cx.get("sejak", from), to: cx.get("sampai", to), as_of: cx.get("per", as_of) };
        cx.in_order("sampai", held.from, held.to);
        held
    }

    /// Returns whether it is known to hold on a date.
    pub fn on(self, date: Date) -> bool {
        let began = self.from.or(self.as_of).is_none_or(|from| from <= date);
        began && self.to.is_none_or(|to| date <= to)
    }

    /// Writes the time for people, if anything is known of it.
    pub fn words(self, lang: Lang) -> Option<String> {
        let word = |date: Option<Date>| date.map(|date| date.words(lang));
        match (word(self.from), word(self.to), word(self.as_of)) {
            (Some(from), Some(to), _) => Some(format!("{from} – {to}")),
            (Some(from), None, _) => Some(format!("{} {from}", lang.pick("sejak", "since"))),
            (None, Some(to), _) => Some(format!("{} {to}", lang.pick("sampai", "until"))),
            (None, None, Some(day)) => Some(format!("{} {day}", lang.pick("per", "as of"))),
            (None, None, None) => None,
        }
    }

    /// Returns the last day on which it was known to begin or hold; later statements come first in lists.
    pub fn latest(self) -> Option<Date> {
        self.as_of.or(self.from)
    }

    /// Returns the first day on which two times are both stated to hold. The day on which one hands over to the other is
    /// none: both may name it.
    pub fn overlap(self, other: Self) -> Option<Date> {
        let ((began, ended), (other_began, other_ended)) = (self.stated()?, other.stated()?);
        let first = began.max(other_began);
        let last = [ended, other_ended].into_iter().flatten().min();
        let hands_over = last == Some(first) && (self.from == Some(first)) != (other.from == Some(first));
        (last.is_none_or(|last| first <= last) && !hands_over).then_some(first)
    }

    // The days for which it is stated. Without an end it goes on; what is stated for one day says nothing of others.
    fn stated(self) -> Option<(Date, Option<Date>)> {
        let began = self.from.or(self.as_of).or(self.to)?;
        Some((began, self.to.or(if self.from.is_some() { None } else { Some(began) })))
    }
}

/// Picks the entry that holds on a date; of several, the one stated last. Without one, nothing is known.
pub fn on_date<'e, T>(
    entries: impl IntoIterator<Item = &'e T>,
    held: impl Fn(&T) -> Held,
    date: Date,
) -> Option<&'e T> {
    entries.into_iter().filter(|entry| held(entry).on(date)).max_by_key(|entry| held(entry).latest())
}

/// Reports that two cannot have held `what` at once: the check stands at the later one in the file.
pub(in crate::kinds) fn check_alone(
    what: &str,
    (one, its): (&str, Held),
    (other, others): (&str, Held),
    cx: &mut CheckCx<'_>,
) {
    if let Some(day) = its.overlap(others) {
        let (what, one, other) = (what.to_owned(), one.to_owned(), other.to_owned());
        cx.report(Problem::HeldOverlap { what, one, other, day });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(from: Option<u32>, to: Option<u32>, as_of: Option<u32>) -> Held {
        let day = |day: Option<u32>| day.and_then(|day| Date::of(2026, 1, day));
        Held { from: day(from), to: day(to), as_of: day(as_of) }
    }

    #[test]
    fn two_times_overlap_on_the_first_day_that_both_state() {
        let (since, until) = (|day| held(Some(day), None, None), |day| held(None, Some(day), None));
        let (span, day) = (|from, to| held(Some(from), Some(to), None), |day| held(None, None, Some(day)));
        for (one, other, expected) in [
            (span(1, 9), span(10, 20), None),
            (span(1, 10), span(10, 20), None),
            (span(1, 11), span(10, 20), Some(10)),
            (span(5, 5), span(5, 5), Some(5)),
            (since(1), since(10), Some(10)),
            (since(1), span(10, 20), Some(10)),
            (until(9), since(10), None),
            (until(12), since(10), Some(12)),
            (day(5), day(6), None),
            (day(5), day(5), Some(5)),
            (day(5), since(6), None),
            (day(6), since(6), None),
            (day(7), since(6), Some(7)),
            (Held::default(), since(1), None),
        ] {
            let expected = expected.and_then(|day| Date::of(2026, 1, day));
            assert_eq!(one.overlap(other), expected, "{one:?} {other:?}");
            assert_eq!(other.overlap(one), expected, "{other:?} {one:?}");
        }
    }

    #[test]
    fn of_several_the_one_stated_last_holds() {
        let times = [held(Some(1), None, None), held(None, None, Some(5)), held(None, Some(3), None)];
        let on = |day| on_date(&times, |held| *held, Date::of(2026, 1, day).unwrap()).copied();
        assert_eq!((on(2), on(4), on(9)), (Some(times[0]), Some(times[0]), Some(times[1])));
    }
}
