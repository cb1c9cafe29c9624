//! How long something takes. Working days and calendar days are never mixed.

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
}
