//! Where a due date stands on the day of the build. Derived each time, never stored.

use crate::model::date::Date;

/// Where a due date stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// It has passed, by this many days.
    Past(i64),
    /// It comes within the days that count as soon; 0 is today.
    Soon(i64),
    /// It is further away.
    Later,
    /// Nobody set one.
    Unset,
}

impl Due {
    /// Looks at a due date from a day; up to `soon` days ahead is soon. The due day itself is not yet late.
    pub fn of(date: Option<Date>, today: Date, soon: i64) -> Self {
        let Some(date) = date else { return Self::Unset };
        match today.days_until(date) {
            left if left < 0 => Self::Past(-left),
            left if left <= soon => Self::Soon(left),
            _ => Self::Later,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_due_day_itself_is_not_late() {
        let day = |day| Date::of(2026, 11, day).unwrap();
        let due = |date| Due::of(Some(date), day(22), 7);
        assert_eq!(due(day(21)), Due::Past(1));
        assert_eq!(due(day(22)), Due::Soon(0));
        assert_eq!(due(day(29)), Due::Soon(7));
        assert_eq!(due(day(30)), Due::Later);
        assert_eq!(Due::of(None, day(22), 7), Due::Unset);
    }
}
