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
    for (name, then) in outdated(news, site) {
        if let Some(place) = find_word(text, name).filter(|place| !tells_of_later(text, place, news.date)) {
            let bytes = news.body.offset + place.start..news.body.offset + place.end;
            cx.report_bytes(Problem::AffiliationOutOfDate { name: name.to_owned(), then: then.clone() }, bytes);
        }
        if find_word(&news.title, name).is_some() {
            cx.report_at("judul", Problem::AffiliationOutOfDate { name: name.to_owned(), then });
        }
    }
}

// Names of bodies that once stood above a facility of the item but not on its date, with those that did. Where nothing is
// known of the date, nothing is said.
fn outdated<'s>(news: &News, site: &'s Site) -> Vec<(&'s str, String)> {
    let mut found: Vec<(&str, String)> = Vec::new();
    for facility in news.facilities.iter().filter_map(|id| site.facilities.get(id)) {
        let Some(current) = facility.affiliation(news.date) else { continue };
        let holding: Vec<&str> = names(current, site);
        let then = called(current, site);
        for other in facility.affiliations.iter().filter(|other| *other != current) {
            for name in names(other, site) {
                let holds = holding.iter().any(|held| find_word(held, name).is_some());
                if !holds && found.iter().all(|(known, _)| *known != name) {
                    found.push((name, then.clone()));
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

fn called(affiliation: &Affiliation, site: &Site) -> String {
    let ministry = affiliation.ministry.as_ref().and_then(|id| site.institutions.get(id)).map(|body| body.called());
    let office = affiliation.regional_office.as_ref().and_then(|id| site.facilities.get(id)).map(|body| body.called());
    office.into_iter().chain(ministry).collect::<Vec<_>>().join(", ")
}

// Whether the paragraph names a later year or month: it tells what became of a body, and not what it was called then.
fn tells_of_later(text: &str, place: &Range<usize>, date: Date) -> bool {
    let start = text[..place.start].rfind("\n\n").map_or(0, |at| at + 2);
    let end = text[place.end..].find("\n\n").map_or(text.len(), |at| place.end + at);
    let words: Vec<&str> = text[start..end].split(|c: char| !c.is_alphanumeric()).collect();
    words.iter().enumerate().any(|(at, word)| {
        let Some(year) = word.parse::<i32>().ok().filter(|year| word.len() == 4 && (1945..2100).contains(year)) else {
            return false;
        };
        let month = at.checked_sub(1).and_then(|before| loose::date(&format!("1 {} {year}", words[before])));
        month.map_or(year > date.year(), |month| month > date)
    })
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
    fn what_became_of_a_body_is_no_old_name() {
        let date = Date::of(2024, 9, 13).unwrap();
        let at = |text: &str| find_word(text, "Kemenimipas").unwrap();
        let later = |text: &str| tells_of_later(text, &at(text), date);
        assert!(later("Lama.\n\nUrusan beralih ke Kemenimipas pada akhir Oktober 2024."));
        assert!(later("Sejak 2025 namanya Kemenimipas."));
        assert!(!later("Pada Agustus 2024 Kemenimipas berkunjung."));
        assert!(!later("Kemenimipas berkunjung.\n\nOktober 2025."));
    }

    #[test]
    fn a_name_is_found_as_a_word_only() {
        assert_eq!(find_word("Humas Kemenkumham, Kupang", "Kemenkumham"), Some(6..17));
        assert_eq!(find_word("Permenkumham 3/2018", "enkumham"), None);
        assert_eq!(find_word("", "x"), None);
    }
}
