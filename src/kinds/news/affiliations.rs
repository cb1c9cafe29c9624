//! Ministries and regional offices changed in 2024 and 2025. What a news item calls them must be right on its own date: who
//! writes "Kemenkumham" in 2026 sends people to a ministry that no longer answers for the facility.

use std::ops::Range;

use super::News;
use crate::diag::Problem;
use crate::kinds::Site;
use crate::kinds::facility::Affiliation;
use crate::model::date::{Date, loose};
use crate::stage::CheckCx;

/// Checks the bodies that an item names against those above its facilities on its date.
pub(super) fn check(news: &News, site: &Site, cx: &mut CheckCx<'_>) {
    let text = news.body.written();
    for Outdated { name, then, change } in outdated(news, site) {
        if let Some(place) = find_word(text, name).filter(|place| !change.is_told(paragraph(text, place), news.date)) {
            let bytes = news.body.offset + place.start..news.body.offset + place.end;
            cx.report_bytes(Problem::AffiliationOutOfDate { name: name.to_owned(), then: then.clone() }, bytes);
        }
        if find_word(&news.title, name).is_some() {
            cx.report_at("judul", Problem::AffiliationOutOfDate { name: name.to_owned(), then });
        }
    }
}

// A body that stood above a facility of the item, but not on its date.
struct Outdated<'s> {
    name: &'s str,
    // The bodies that did.
    then: String,
    change: Change,
}

// How the body of another time is apart from the date of the item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Change {
    // It came later.
    Later,
    // It went before, in this year where that is known.
    Earlier(Option<i32>),
}

// Where nothing is known of the date, nothing is said.
fn outdated<'s>(news: &News, site: &'s Site) -> Vec<Outdated<'s>> {
    let mut found: Vec<Outdated<'s>> = Vec::new();
    for facility in news.facilities.iter().filter_map(|id| site.facilities.get(id)) {
        let Some(current) = facility.affiliation(news.date) else { continue };
        let holding: Vec<&str> = names(current, site);
        let then = current.words(site).unwrap_or_default();
        for other in facility.affiliations.iter().filter(|other| *other != current) {
            for name in names(other, site) {
                let holds = holding.iter().any(|held| find_word(held, name).is_some());
                if !holds && found.iter().all(|known| known.name != name) {
                    found.push(Outdated { name, then: then.clone(), change: Change::of(current, other) });
                }
            }
        }
    }
    found
}

fn names<'s>(affiliation: &Affiliation, site: &'s Site) -> Vec<&'s str> {
    let ministry = affiliation.ministry.as_ref().and_then(|id| site.institutions.get(id));
    let office = affiliation.regional_office.as_ref().and_then(|id| site.facilities.get(id));
    let of_ministry = ministry.into_iter().flat_map(|body| [Some(body.name.as_str()), body.short_name.as_deref()]);
    let of_office = office.into_iter().flat_map(|body| [Some(body.name.as_str()), body.short_name.as_deref()]);
    of_ministry.chain(of_office).flatten().collect()
}

impl Change {
    fn of(current: &Affiliation, other: &Affiliation) -> Self {
        if other.held.latest() > current.held.latest() {
            return Self::Later;
        }
        Self::Earlier(other.held.to.or(current.held.from).map(Date::year))
    }

    // Whether a paragraph tells of the change: it says what became of a body, or what it was before, and not what it is called.
    fn is_told(self, paragraph: &str, date: Date) -> bool {
        let words: Vec<String> = paragraph
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        let says = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
        match self {
            Self::Later => {
                says(&NOW) || words.windows(2).any(|pair| pair == ["saat", "ini"]) || names_later_day(&words, date)
            }
            Self::Earlier(year) => {
                let year = year.filter(|year| *year < date.year()).map(|year| year.to_string());
                says(&BEFORE) || year.is_some_and(|year| words.contains(&year))
            }
        }
    }
}

// What sets another time against that of the item.
const NOW: [&str; 2] = ["kini", "sekarang"];
const BEFORE: [&str; 8] = ["dahulu", "dulu", "dulunya", "semula", "sebelumnya", "bekas", "eks", "mantan"];

// Whether words name a year or month after a date.
fn names_later_day(words: &[String], date: Date) -> bool {
    words.iter().enumerate().any(|(at, word)| {
        let Some(year) = word.parse::<i32>().ok().filter(|year| word.len() == 4 && (1945..2100).contains(year)) else {
            return false;
        };
        let month = at.checked_sub(1).and_then(|before| loose::date(&format!("1 {} {year}", words[before])));
        month.map_or(year > date.year(), |month| month > date)
    })
}

fn paragraph<'t>(text: &'t str, place: &Range<usize>) -> &'t str {
    let start = text[..place.start].rfind("\n\n").map_or(0, |at| at + 2);
    let end = text[place.end..].find("\n\n").map_or(text.len(), |at| place.end + at);
    &text[start..end]
}

// Finds a name where it does not stand inside another word.
fn find_word(text: &str, name: &str) -> Option<Range<usize>> {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(name).map(|(at, found)| at..at + found.len()).find(|place| {
        !is_letter(text[..place.start].chars().next_back()) && !is_letter(text[place.end..].chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_became_of_a_body_is_no_wrong_name() {
        let date = Date::of(2024, 9, 13).unwrap();
        let told = |change: Change, text: &str| {
            change.is_told(paragraph(text, &find_word(text, "Kemenimipas").unwrap()), date)
        };
        for (text, expected) in [
            ("Lama.\n\nUrusan beralih ke Kemenimipas pada akhir Oktober 2024.", true),
            ("Sejak 2025 namanya Kemenimipas.", true),
            ("Kemenkumham (kini Kemenimipas) membuka loket.", true),
            ("Saat ini urusannya pada Kemenimipas.", true),
            ("Pada Agustus 2024 Kemenimipas berkunjung.", false),
            ("Kemenimipas berkunjung.\n\nKini Oktober 2025.", false),
        ] {
            assert_eq!(told(Change::Later, text), expected, "{text}");
        }
        for (year, text, expected) in [
            (Some(2023), "Sejak 2023 tidak lagi di bawah Kemenimipas.", true),
            (Some(2024), "Pada 2024 Kemenimipas berkunjung.", false),
            (None, "Unit ini dahulu di bawah Kemenimipas.", true),
            (Some(2023), "Unit ini kini di bawah Kemenimipas.", false),
        ] {
            assert_eq!(told(Change::Earlier(year), text), expected, "{text}");
        }
    }

    #[test]
    fn a_name_is_found_as_a_word_only() {
        assert_eq!(find_word("Humas Kemenkumham, Kupang", "Kemenkumham"), Some(6..17));
        assert_eq!(find_word("Permenkumham 3/2018", "enkumham"), None);
        assert_eq!(find_word("", "x"), None);
    }
}
