//! Ministries and regional offices changed in 2024 and 2025. What a news item calls them must be right on its own date: who
//! writes "Kemenkumham" in 2026 sends people to a ministry that no longer answers for the facility.

use std::ops::Range;

use super::News;
use crate::diag::Problem;
use crate::kinds::Site;
use crate::kinds::facility::Affiliation;
use crate::stage::CheckCx;

/// Checks the bodies that an item names against those above its facilities on its date.
pub(super) fn check(news: &News, site: &Site, cx: &mut CheckCx<'_>) {
    let text = news.body.written();
    for (name, then) in outdated(news, site) {
        if let Some(place) = find_word(text, name) {
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
    fn a_name_is_found_as_a_word_only() {
        assert_eq!(find_word("Humas Kemenkumham, Kupang", "Kemenkumham"), Some(6..17));
        assert_eq!(find_word("Permenkumham 3/2018", "enkumham"), None);
        assert_eq!(find_word("", "x"), None);
    }
}
