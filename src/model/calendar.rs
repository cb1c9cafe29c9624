//! Working days: Monday to Friday, without holidays and collective leave. Nobody can count them in a year whose holidays
//! are not known, and a guess would be a promise.

use std::collections::{BTreeMap, BTreeSet};

use super::date::{Date, Weekday};

/// The working days of the years whose holidays are known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    // In order.
    working: BTreeMap<i32, Vec<Date>>,
}

/// A year whose holidays are not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownYear(pub i32);

impl Calendar {
    /// Makes a calendar of years with their days off; those on a weekend change nothing.
    pub fn new(years: impl IntoIterator<Item = (i32, BTreeSet<Date>)>) -> Self {
        let working = |(year, off): (i32, BTreeSet<Date>)| {
            let days = Date::days_of(year).filter(|day| is_weekday(*day) && !off.contains(day));
            (year, days.collect())
        };
        Self { working: years.into_iter().map(working).collect() }
    }

    /// Returns the day on which `days` working days have passed. The day itself is not counted: what comes in on a Monday
    /// has its first working day on Tuesday.
    ///
    /// # Errors
    /// The first year that would have to be counted and is not known.
    pub fn working_days_after(&self, date: Date, days: u32) -> Result<Date, UnknownYear> {
        let mut left = usize::try_from(days).unwrap_or(usize::MAX);
        let Some(mut next) = date.plus_days(1).filter(|_| left > 0) else { return Ok(date) };
        loop {
            let year = next.year();
            let working = self.working.get(&year).ok_or(UnknownYear(year))?;
            let rest = &working[working.partition_point(|day| *day < next)..];
            if let Some(day) = rest.get(left - 1) {
                return Ok(*day);
            }
            left -= rest.len();
            next = Date::of(year + 1, 1, 1).ok_or(UnknownYear(year + 1))?;
        }
    }
}

fn is_weekday(day: Date) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        use crate::model::scalar::Scalar;
        Date::read(text).unwrap()
    }

    // One day after the other, as a person with a wall calendar would.
    fn by_hand(known: &BTreeMap<i32, BTreeSet<Date>>, from: Date, days: u32) -> Result<Date, UnknownYear> {
        let (mut day, mut passed) = (from, 0);
        while passed < days {
            day = day.plus_days(1).unwrap();
            let off = known.get(&day.year()).ok_or(UnknownYear(day.year()))?;
            let weekend = day.long(crate::lang::Lang::En).starts_with('S');
            passed += u32::from(!weekend && !off.contains(&day));
        }
        Ok(day)
    }

    #[test]
    fn counting_by_hand_gives_the_same_day() {
        // A small generator of numbers: the same ones in every run.
        let mut seed = 1_u64;
        let mut below = |limit: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % limit
        };
        let (mut reached, mut unknown) = (0, 0);
        for _ in 0..200 {
            let mut known: BTreeMap<i32, BTreeSet<Date>> = BTreeMap::new();
            for year in 2023..2028 {
                if below(8) == 0 {
                    continue;
                }
                let first = Date::of(year, 1, 1).unwrap();
                let off = (0..below(40)).filter_map(|_| first.plus_days(below(365)));
                known.insert(year, off.collect());
            }
            let calendar = Calendar::new(known.clone());
            for _ in 0..20 {
                let from = date("2023-01-01").plus_days(below(1_700)).unwrap();
                let days = u32::try_from(below(90) * (1 + below(6))).unwrap();
                let found = calendar.working_days_after(from, days);
                assert_eq!(found, by_hand(&known, from, days), "{days} after {from}: {known:?}");
                if found.is_ok() { reached += 1 } else { unknown += 1 }
            }
        }
        assert!(reached > 1_000 && unknown > 500, "{reached} {unknown}");
    }

    #[test]
    fn the_day_itself_is_not_counted_and_days_off_are_passed_over() {
        let off = ["2026-12-24", "2026-12-25", "2026-12-27"].map(date);
        let calendar = Calendar::new([(2026, off.into())]);
        let after = |from: &str, days: u32| calendar.working_days_after(date(from), days);
        assert_eq!(after("2026-11-25", 14), Ok(date("2026-12-15")));
        assert_eq!(after("2026-12-23", 1), Ok(date("2026-12-28")));
        assert_eq!(after("2026-12-26", 1), Ok(date("2026-12-28")));
        assert_eq!(after("2026-12-25", 0), Ok(date("2026-12-25")));
        assert_eq!(after("2026-12-28", 3), Ok(date("2026-12-31")));
        assert_eq!(after("2026-12-28", 4), Err(UnknownYear(2027)));
        assert_eq!(after("2026-01-01", u32::MAX), Err(UnknownYear(2027)));
        assert_eq!(after("2025-12-31", 1), Ok(date("2026-01-01")));
        assert_eq!(after("2025-12-30", 1), Err(UnknownYear(2025)));
    }
}
