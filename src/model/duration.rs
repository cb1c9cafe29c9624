//! How long something takes. Working days and calendar days are never mixed.

use super::calendar::{Calendar, UnknownYear};
use super::date::Date;
use super::scalar::choice;
use crate::lang::{self, Lang};
use crate::model::scalar::Choice;

choice! {
    /// The unit of a promised time.
    pub enum Unit {
        /// Minutes.
        Minute = "menit", "menit", "minutes";
        /// Hours.
        Hour = "jam", "jam", "hours";
        /// Days on which offices work.
        WorkingDay = "hari_kerja", "hari kerja", "working days";
        /// Every day counts.
        CalendarDay = "hari_kalender", "hari kalender", "calendar days";
        /// Days without saying which; kept as written, and warned about.
        Day = "hari", "hari (kerja atau kalender tidak disebut)", "days (working or calendar not stated)";
        /// Months.
        Month = "bulan", "bulan", "months";
    }
}

/// An amount of time in one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// How many.
    pub amount: u32,
    /// Of what.
    pub unit: Unit,
}

impl Span {
    /// Writes it for people: `14 hari kerja`.
    pub fn words(self, lang: Lang) -> String {
        format!("{} {}", lang::whole(self.amount, lang), self.unit.label().of(lang))
    }

    /// Returns the minutes, for units whose length does not depend on a calendar.
    pub fn minutes(self) -> Option<u64> {
        match self.unit {
            Unit::Minute => Some(u64::from(self.amount)),
            Unit::Hour => Some(u64::from(self.amount) * 60),
            Unit::WorkingDay | Unit::CalendarDay | Unit::Day | Unit::Month => None,
        }
    }

    /// Returns the last day of a time that begins to run on `date`, for units of which that can be said. The day itself is
    /// not counted.
    pub fn last_day(self, date: Date, calendar: &Calendar) -> Option<Result<Date, UnknownYear>> {
        match self.unit {
            Unit::WorkingDay => Some(calendar.working_days_after(date, self.amount)),
            Unit::CalendarDay => date.plus_days(self.amount.into()).map(Ok),
            Unit::Month => date.plus_months(self.amount).map(Ok),
            Unit::Minute | Unit::Hour | Unit::Day => None,
        }
    }
}
