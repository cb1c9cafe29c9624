//! Dates and times as people write them outside the format: read only to say what was meant, never as values.

use super::{Date, TimeOfDay, Weekday};
use crate::model::scalar::{Choice, Scalar};

/// Beginnings of the names of months as they are met: by law, old spelling, short, English.
const MONTHS: [&[&str]; 12] = [
    &["jan"],
    &["feb", "peb"],
    &["mar"],
    &["apr"],
    &["mei", "may"],
    &["jun"],
    &["jul"],
    &["agu", "agt", "ags", "aug"],
    &["sep"],
    &["okt", "oct"],
    &["nov", "nop"],
    &["des", "dec"],
];

/// Years around the build in which a date without its year is looked for.
const BACK: i32 = 10;

/// Reads a whole date however it is written: `12-11-2024`, `12 Nopember 2024`, `Selasa (12/11/2024)`, `2024/11/12`.
pub fn date(text: &str) -> Option<Date> {
    let (_, parts) = parts(text);
    match parts[..] {
        [first, month, last] if first.len() == 4 => of(last, month, first),
        [day, month, year] if year.len() == 4 => of(day, month, year),
        _ => None,
    }
}

/// Reads a date that lacks its year, such as `Rabu (12/2)`, and returns at most two that it may be, the nearest to `today`
/// first. The weekday, where there is one, leaves only the years in which it is right.
pub fn without_year(text: &str, today: Date) -> Vec<Date> {
    let (weekday, parts) = parts(text);
    let [day, month] = parts[..] else { return Vec::new() };
    let years = today.year() - BACK..=today.year() + 1;
    let mut dates: Vec<Date> = years.filter_map(|year| of(day, month, &year.to_string())).collect();
    if let Some(weekday) = weekday {
        dates.retain(|date| date.weekday() == weekday);
    }
    dates.sort_by_key(|date| date.days_until(today).abs());
    dates.truncate(2);
    dates
}

/// Reads a time of day with what people write around it: `08.00 WITA`, `pukul 8:30`.
pub fn time(text: &str) -> Option<TimeOfDay> {
    let lower = text.trim().to_lowercase();
    let bare = ["pukul", "jam"].into_iter().find_map(|word| lower.strip_prefix(word)).unwrap_or(&lower).trim();
    let bare = ["wita", "wib", "wit"].into_iter().find_map(|zone| bare.strip_suffix(zone)).unwrap_or(bare).trim();
    TimeOfDay::read(bare).ok()
}

/// Reads a date and a time: `22 November 2026 pukul 08.00` → `2026-11-22T08:00`.
pub fn moment(text: &str) -> Option<String> {
    if let Some(date) = date(text) {
        return Some(date.to_string());
    }
    let lower = text.to_lowercase();
    let cut = ["pukul", "jam"].into_iter().find_map(|word| lower.find(word)).or_else(|| lower.trim_end().rfind(' '))?;
    let (day, clock) = lower.split_at(cut);
    let day = Date::read(day.trim_end_matches([' ', ','])).ok().or_else(|| date(day))?;
    Some(format!("{day}T{}", time(clock)?))
}

// The weekday in front, if any, and the parts of the date.
fn parts(text: &str) -> (Option<Weekday>, Vec<&str>) {
    let text = text.trim();
    let word = text.split([',', ' ', '(']).next().unwrap_or_default();
    let spelled = word.to_lowercase().replace('\'', "");
    let weekday = Weekday::ALL.iter().copied().find(|weekday| weekday.key() == spelled);
    let rest = if weekday.is_some() { &text[word.len()..] } else { text };
    let rest = rest.trim_matches([',', ' ', '(', ')']);
    (weekday, rest.split(['/', '-', '.', ' ']).filter(|part| !part.is_empty()).collect())
}

fn of(day: &str, month: &str, year: &str) -> Option<Date> {
    let number =
        |text: &str| if text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse::<u32>().ok() } else { None };
    Date::of(i32::try_from(number(year)?).ok()?, number(month).or_else(|| named(month))?, number(day)?)
}

fn named(month: &str) -> Option<u32> {
    let month = month.to_lowercase();
    let at = MONTHS.iter().position(|names| names.iter().any(|name| month.starts_with(name)))?;
    u32::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_understood_however_they_are_written() {
        let written = |text: &str| date(text).map(|date| date.to_string());
        for text in [
            "12-11-2024",
            "12.11.2024",
            "12 Nopember 2024",
            "12 nov 2024",
            "Selasa (12/11/2024)",
            "2024/11/12",
            "2024-11-12",
        ] {
            assert_eq!(written(text).as_deref(), Some("2024-11-12"), "{text}");
        }
        for text in ["besok", "12/11", "32-01-2024", "12 Foo 2024", "", "Selasa"] {
            assert_eq!(written(text), None, "{text}");
        }
    }

    #[test]
    fn a_weekday_finds_the_year() {
        let today = Date::of(2026, 11, 22).unwrap();
        let guessed = |text: &str| without_year(text, today).iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(guessed("Rabu (12/2)"), ["2025-02-12", "2020-02-12"]);
        assert_eq!(guessed("12 Februari"), ["2027-02-12", "2026-02-12"]);
        assert_eq!(guessed("Senin, 31/2"), [""; 0]);
        assert_eq!(guessed("12/2/2025"), [""; 0]);
    }

    #[test]
    fn times_lose_what_stands_around_them() {
        assert_eq!(time("pukul 08.00 WITA").map(|time| time.to_string()).as_deref(), Some("08:00"));
        assert_eq!(time("pagi"), None);
        assert_eq!(moment("22 November 2026 pukul 08.00").as_deref(), Some("2026-11-22T08:00"));
        assert_eq!(moment("22/11/2026 8.30").as_deref(), Some("2026-11-22T08:30"));
        assert_eq!(moment("besok pagi"), None);
    }
}
