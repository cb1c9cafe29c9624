//! Dates, moments, times of day and zones. With `loose` the only module that knows how dates are written by people.

pub mod loose;

use std::fmt;

use chrono::{
    DateTime, Datelike, Days, FixedOffset, Locale, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc,
};

use super::scalar::{Doubt, Misread, Scalar, Writing, choice};
use crate::lang::Lang;
use crate::model::scalar::Choice;

/// A calendar date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(NaiveDate);

impl Date {
    /// Makes a date if there is such a day.
    pub fn of(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// Writes it for people: `12 November 2024`.
    pub fn words(self, lang: Lang) -> String {
        self.0.format_localized("%-d %B %Y", locale(lang)).to_string()
    }

    /// Writes it with its weekday: `Selasa, 12 November 2024`.
    pub fn long(self, lang: Lang) -> String {
        self.0.format_localized("%A, %-d %B %Y", locale(lang)).to_string()
    }

    /// Writes its month shortly: `Nov`.
    pub fn month(self, lang: Lang) -> String {
        self.0.format_localized("%b", locale(lang)).to_string()
    }

    /// Returns the days from this date to `later`; negative if that is earlier.
    pub fn days_until(self, later: Self) -> i64 {
        (later.0 - self.0).num_days()
    }

    /// Returns the same day `years` later; 29 February becomes 28 February.
    #[must_use]
    pub fn plus_years(self, years: i32) -> Self {
        let year = self.0.year() + years;
        self.0.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 2, 28)).map_or(self, Self)
    }

    /// Returns the day `days` later, unless that is beyond all calendars.
    pub fn plus_days(self, days: u64) -> Option<Self> {
        self.0.checked_add_days(Days::new(days)).map(Self)
    }

    /// Returns the same day `months` later, or the last day of that month where it has no such day.
    pub fn plus_months(self, months: u32) -> Option<Self> {
        self.0.checked_add_months(Months::new(months)).map(Self)
    }

    /// Returns the days of a year, in order.
    pub fn days_of(year: i32) -> impl Iterator<Item = Self> {
        let first = NaiveDate::from_ymd_opt(year, 1, 1);
        first.into_iter().flat_map(|first| first.iter_days()).take_while(move |day| day.year() == year).map(Self)
    }

    /// Returns the year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// Returns the day of the week.
    pub fn weekday(self) -> Weekday {
        Weekday::ALL[self.0.weekday().num_days_from_monday() as usize]
    }

    /// Returns the moment at which the day begins.
    pub fn start(self) -> Moment {
        Moment(self.0.and_time(NaiveTime::MIN))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%d"))
    }
}

// The shape of a date in each of the ways that are read.
macro_rules! day {
    () => {
        concat!(
            r"(([Ss]enin|[Ss]elasa|[Rr]abu|[Kk]amis|[Jj]um'?at|[Ss]abtu|[Mm]inggu)\s*,\s*)?",
            r"([0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])",
            r"|(0?[1-9]|[12][0-9]|3[01])/(0?[1-9]|1[0-2])/[0-9]{4}",
            r"|(0?[1-9]|[12][0-9]|3[01])\s+([Jj]anuari|[Ff]ebruari|[Mm]aret|[Aa]pril|[Mm]ei|[Jj]uni|[Jj]uli|[Aa]gustus",
            r"|[Ss]eptember|[Oo]ktober|[Nn]ovember|[Dd]esember)\s+[0-9]{4})",
        )
    };
}

impl Scalar for Date {
    /// Reads `2024-11-12`, `12 November 2024`, `12/11/2024` (day first) and each with a weekday before it.
    fn read(text: &str) -> Result<Self, Misread> {
        let text = text.trim();
        let day =
            text.split_once(',').map_or(text, |(weekday, day)| if is_weekday(weekday) { day.trim() } else { text });
        read_iso(day).or_else(|| read_slashes(day)).or_else(|| read_words(day)).ok_or(Misread::Date)
    }

    fn meant(text: &str) -> Option<String> {
        loose::date(text).map(|date| date.to_string())
    }

    fn guesses(text: &str, today: Date) -> Vec<String> {
        loose::without_year(text, today).iter().map(ToString::to_string).collect()
    }

    fn doubt(text: &str) -> Option<Doubt> {
        let date = Self::read(text).ok()?;
        if let Some((written, _)) = text.split_once(',') {
            // Weekdays of dates are Indonesian, whatever the language of the site.
            let actual = date.long(Lang::Id);
            let plain = written.trim().to_lowercase().replace('\'', "");
            let agrees = actual.to_lowercase().starts_with(&plain);
            return (!agrees).then(|| Doubt::Weekday { written: written.trim().to_owned(), actual });
        }
        let (day, month) = (date.0.day(), date.0.month());
        (text.contains('/') && day <= 12 && day != month).then_some(Doubt::DayFirst { read: date })
    }

    fn writing() -> Writing {
        Writing::like("2026-11-22", concat!(r"^\s*", day!(), r"\s*$"), &[])
    }
}

const WEEKDAYS: [&str; 8] = ["senin", "selasa", "rabu", "kamis", "jumat", "jum'at", "sabtu", "minggu"];
const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
];

fn is_weekday(word: &str) -> bool {
    WEEKDAYS.contains(&word.trim().to_lowercase().as_str())
}

fn read_iso(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let shape = year.len() == 4 && month.len() == 2 && day.len() == 2 && parts.next().is_none();
    if shape { from_parts(day, month, year) } else { None }
}

fn read_slashes(text: &str) -> Option<Date> {
    let mut parts = text.split('/');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if year.len() == 4 && parts.next().is_none() { from_parts(day, month, year) } else { None }
}

fn read_words(text: &str) -> Option<Date> {
    let mut words = text.split_whitespace();
    let (day, month, year) = (words.next()?, words.next()?.to_lowercase(), words.next()?);
    let month = MONTHS.iter().position(|name| *name == month)? + 1;
    if year.len() == 4 && words.next().is_none() { from_parts(day, &month.to_string(), year) } else { None }
}

fn from_parts(day: &str, month: &str, year: &str) -> Option<Date> {
    let number = |text: &str| if text.bytes().all(|b| b.is_ascii_digit()) { text.parse::<u32>().ok() } else { None };
    Date::of(i32::try_from(number(year)?).ok()?, number(month)?, number(day)?)
}

fn locale(lang: Lang) -> Locale {
    lang.pick(Locale::id_ID, Locale::en_GB)
}

/// A date and time of day, in the site's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(NaiveDateTime);

impl Moment {
    /// Returns its date.
    pub fn date(self) -> Date {
        Date(self.0.date())
    }

    /// Writes it for people: `22 November 2026 pukul 08.00`.
    pub fn words(self, lang: Lang) -> String {
        let time = TimeOfDay(self.0.time()).words();
        format!("{} {} {time}", self.date().words(lang), lang.pick("pukul", "at"))
    }

    /// Writes it as RFC 3339 with the zone's offset, for feeds.
    pub fn rfc3339(self, zone: Zone) -> String {
        let offset = zone.offset();
        match self.0.and_local_timezone(offset).single() {
            Some(at) => at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
            None => format!("{}+00:00", self.0.format("%Y-%m-%dT%H:%M:%S")),
        }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%dT%H:%M"))
    }
}

impl Scalar for Moment {
    /// Reads `2026-11-22T08:00`, `2026-11-22 08:00` or a date alone, which is its first minute.
    fn read(text: &str) -> Result<Self, Misread> {
        let text = text.trim();
        for form in ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S"] {
            if let Ok(moment) = NaiveDateTime::parse_from_str(text, form) {
                return Ok(Self(moment));
            }
        }
        Date::read(text).map(Date::start).map_err(|_| Misread::Moment)
    }

    fn meant(text: &str) -> Option<String> {
        loose::moment(text)
    }

    fn doubt(text: &str) -> Option<Doubt> {
        Date::doubt(text)
    }

    fn writing() -> Writing {
        const TIME: &str =
            concat!(r"^\s*(", day!(), r"|[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{1,2}:[0-9]{1,2}(:[0-9]{1,2})?)\s*$");
        Writing::like("2026-11-22T08:00", TIME, &[])
    }
}

/// A time of day, to the minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimeOfDay(NaiveTime);

impl TimeOfDay {
    /// Writes it as Indonesian print does: `09.00`.
    pub fn words(self) -> String {
        self.0.format("%H.%M").to_string()
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%H:%M"))
    }
}

impl Scalar for TimeOfDay {
    fn read(text: &str) -> Result<Self, Misread> {
        let text = text.trim().replace('.', ":");
        NaiveTime::parse_from_str(&text, "%H:%M").map(Self).map_err(|_| Misread::TimeOfDay)
    }

    fn meant(text: &str) -> Option<String> {
        loose::time(text).map(|time| format!("\"{time}\""))
    }

    fn writing() -> Writing {
        // `08.00` is a number to YAML.
        Writing::like("08:00", r"^\s*([01]?[0-9]|2[0-3])[:.][0-5]?[0-9]\s*$", &["number"])
    }
}

choice! {
    /// The three time zones of Indonesia; their offsets never change.
    pub enum Zone {
        /// UTC+7.
        Wib = "WIB", "WIB", "WIB (UTC+7)";
        /// UTC+8.
        Wita = "WITA", "WITA", "WITA (UTC+8)";
        /// UTC+9.
        Wit = "WIT", "WIT", "WIT (UTC+9)";
    }
}

impl Zone {
    /// Returns its name in the time zone database of IANA.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Wib => "Asia/Jakarta",
            Self::Wita => "Asia/Makassar",
            Self::Wit => "Asia/Jayapura",
        }
    }

    fn offset(self) -> FixedOffset {
        let hours = match self {
            Self::Wib => 7,
            Self::Wita => 8,
            Self::Wit => 9,
        };
        FixedOffset::east_opt(hours * 3600).expect("seven to nine hours are an offset")
    }
}

choice! {
    /// A day of the week.
    pub enum Weekday {
        /// Monday.
        Monday = "senin", "Senin", "Monday";
        /// Tuesday.
        Tuesday = "selasa", "Selasa", "Tuesday";
        /// Wednesday.
        Wednesday = "rabu", "Rabu", "Wednesday";
        /// Thursday.
        Thursday = "kamis", "Kamis", "Thursday";
        /// Friday.
        Friday = "jumat", "Jumat", "Friday";
        /// Saturday.
        Saturday = "sabtu", "Sabtu", "Saturday";
        /// Sunday.
        Sunday = "minggu", "Minggu", "Sunday";
    }
}

/// The instant of the build. It comes in from outside, so that the same input gives the same bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Instant(DateTime<Utc>);

impl Instant {
    /// Makes an instant from seconds since 1970 (as in `SOURCE_DATE_EPOCH`).
    pub fn from_epoch(seconds: i64) -> Option<Self> {
        DateTime::from_timestamp(seconds, 0).map(Self)
    }

    /// Returns the moment on the clocks of `zone`.
    pub fn in_zone(self, zone: Zone) -> Moment {
        Moment(self.0.with_timezone(&zone.offset()).naive_local())
    }

    /// Returns the instant at which the clocks of `zone` show `moment`.
    pub fn from_zone(moment: Moment, zone: Zone) -> Self {
        let shift = TimeDelta::seconds(i64::from(zone.offset().local_minus_utc()));
        Self((moment.0 - shift).and_utc())
    }
}

/// When the build happens, as it was told: the zone of a site is known only after its settings are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Now {
    /// At this instant, anywhere.
    At(Instant),
    /// When the clocks of the site's zone show this.
    Shown(Moment),
}

impl Now {
    /// Returns the moment on the clocks of `zone`.
    pub fn in_zone(self, zone: Zone) -> Moment {
        match self {
            Self::At(instant) => instant.in_zone(zone),
            Self::Shown(moment) => moment,
        }
    }
}

impl From<Instant> for Now {
    fn from(instant: Instant) -> Self {
        Self::At(instant)
    }
}

impl Scalar for Now {
    /// Reads a moment or a date of the site's zone, or an instant with its offset (RFC 3339).
    fn read(text: &str) -> Result<Self, Misread> {
        match DateTime::parse_from_rfc3339(text.trim()) {
            Ok(at) => Ok(Self::At(Instant(at.to_utc()))),
            Err(_) => Moment::read(text).map(Self::Shown),
        }
    }

    fn writing() -> Writing {
        Moment::writing()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_moment_of_the_build_is_read_with_and_without_a_zone() {
        let shown = |text: &str| Now::read(text).map(|now| now.in_zone(Zone::Wita).to_string());
        assert_eq!(shown("2026-11-22"), Ok("2026-11-22T00:00".into()));
        assert_eq!(shown("2026-11-22T08:00"), Ok("2026-11-22T08:00".into()));
        assert_eq!(shown("2026-11-22T00:00:00Z"), Ok("2026-11-22T08:00".into()));
        assert_eq!(shown("2026-11-22T08:00:00+07:00"), Ok("2026-11-22T09:00".into()));
        assert_eq!(shown("kemarin"), Err(Misread::Moment));
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        let date = Date::of(2024, 11, 12).unwrap();
        for text in ["2024-11-12", "12 November 2024", "12/11/2024", "Selasa, 12/11/2024", "selasa, 12 november 2024"] {
            assert_eq!(Date::read(text), Ok(date), "{text}");
        }
        for wrong in ["2024-13-01", "12/11", "12 Nopember 2024", "11/12/24", "2024-1-2", "besok", "", "Foo, 12/11/2024"]
        {
            assert_eq!(Date::read(wrong), Err(Misread::Date), "{wrong}");
        }
        assert_eq!(date.long(Lang::Id), "Selasa, 12 November 2024");
        assert_eq!(Date::of(2024, 2, 29).unwrap().plus_years(1), Date::of(2025, 2, 28).unwrap());
        assert_eq!(Date::of(2024, 1, 31).unwrap().plus_months(1), Date::of(2024, 2, 29));
        assert_eq!(Date::of(2024, 2, 28).unwrap().plus_days(2), Date::of(2024, 3, 1));
        assert_eq!((date.plus_days(u64::MAX), Date::days_of(2024).count()), (None, 366));
    }

    #[test]
    fn what_is_doubtful_is_said_aloud() {
        let doubt = |text: &str| match Date::doubt(text) {
            None => String::new(),
            Some(Doubt::Weekday { actual, .. }) => actual,
            Some(Doubt::DayFirst { read }) => read.to_string(),
        };
        for (text, expected) in [
            ("Rabu, 12/11/2024", "Selasa, 12 November 2024"),
            ("Selasa, 12/11/2024", ""),
            ("Jum'at, 13 September 2024", ""),
            ("05/11/2026", "2026-11-05"),
            ("13/11/2026", ""),
            ("11/11/2026", ""),
            ("2026-11-05", ""),
            ("5 November 2026", ""),
        ] {
            assert_eq!(doubt(text), expected, "{text}");
        }
    }

    #[test]
    fn the_zone_decides_which_day_it_is() {
        let instant = Instant::from_epoch(1_795_388_400).unwrap(); // 2026-11-22T23:00:00Z
        assert_eq!(instant.in_zone(Zone::Wib).to_string(), "2026-11-23T06:00");
        assert_eq!(instant.in_zone(Zone::Wit).rfc3339(Zone::Wit), "2026-11-23T08:00:00+09:00");
        assert_eq!(Instant::from_zone(instant.in_zone(Zone::Wita), Zone::Wita), instant);
    }

    #[test]
    fn times_of_day_are_minutes() {
        assert_eq!(TimeOfDay::read("08:00").unwrap().words(), "08.00");
        assert_eq!(TimeOfDay::read("8.30").map(|t| t.to_string()), Ok("08:30".into()));
        assert_eq!(TimeOfDay::read("25:00"), Err(Misread::TimeOfDay));
    }
}
