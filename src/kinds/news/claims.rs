//! What the text of a news item claims, held against the data of the same site: fees, hours, how many people. A text that
//! promises what the standard does not is a promise nobody keeps.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::News;
use crate::diag::Problem;
use crate::kinds::figure::Figure;
use crate::kinds::service::Service;
use crate::kinds::service::schedule::Hours;
use crate::kinds::{Record, Site};
use crate::lang::{Lang, whole};
use crate::model::date::TimeOfDay;
use crate::model::scalar::{Choice, Scalar};
use crate::stage::CheckCx;

static FREE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\b(?:(?:tidak|bukan|belum)\s+(?:\S+\s+)?)?(?:gratis|cuma-cuma|tanpa\s+(?:di)?pungut(?:an)?\s+biaya|tidak\s+(?:di)?pungut\s+biaya|tanpa\s+biaya|bebas\s+biaya)\b",
    )
});
static HOURS: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\b(\d{1,2}[.:]\d{2})\s*(?:WIB|WITA|WIT)?\s*(?:–|—|-|s\.?d\.?|s/d|sampai|hingga)\s*(?:pukul\s*|dengan\s*)?(\d{1,2}[.:]\d{2})\b",
    )
});
static PEOPLE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\b(\d{1,3}(?:\.\d{3})+|\d+)\s+(?:orang\s+)?(warga\s+binaan|narapidana|tahanan|anak\s+binaan|andikpas|peserta|orang|pengunjung|klien)\b",
    )
});

fn compile(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is part of the program, and a test compiles it")
}

/// Checks what the text of an item claims.
pub(super) fn check(news: &News, site: &Site, cx: &mut CheckCx<'_>) {
    let text = news.body.written();
    let services = services(news, site);
    let at = |bytes: Range<usize>| news.body.offset + bytes.start..news.body.offset + bytes.end;
    if let Some(free) = FREE.find_iter(text).find(|free| !is_denied(free.as_str()))
        && let Some((service, fee)) = services.iter().find_map(|service| Some((service, paid(service, site.lang())?)))
    {
        let problem = Problem::ClaimFree { said: free.as_str().to_owned(), service: service.name.clone(), fee };
        cx.report_bytes(problem, at(free.range()));
    }
    for found in HOURS.captures_iter(text) {
        let (said, range) = (&found[0], found.get(0).map_or(0..0, |all| all.range()));
        let sentence = sentence(text, &range);
        if let (Ok(start), Ok(end)) = (TimeOfDay::read(&found[1]), TimeOfDay::read(&found[2]))
            && let Some(known) = other_hours(news, &services, (start, end), sentence, site)
        {
            cx.report_bytes(Problem::ClaimHours { said: said.to_owned(), known }, at(range));
        }
    }
    check_people(news, text, site, cx);
}

// `tidak gratis` and `belum tentu gratis` deny what `tidak dipungut biaya` says.
fn is_denied(said: &str) -> bool {
    let said = said.to_lowercase();
    let negated = ["tidak ", "bukan ", "belum "].iter().any(|word| said.starts_with(word));
    negated && !said.starts_with("tidak dipungut") && !said.starts_with("tidak pungut")
}

// The services that an item is about; failing that, all of its facilities.
fn services<'s>(news: &News, site: &'s Site) -> Vec<&'s Service> {
    if news.services.is_empty() {
        return news.facilities.iter().flat_map(|facility| site.services_of(facility)).collect();
    }
    news.services.iter().filter_map(|id| site.services.get(id)).collect()
}

fn paid(service: &Service, lang: Lang) -> Option<String> {
    service.standard.fee.as_ref().filter(|fee| !fee.is_free()).map(|fee| fee.words(lang))
}

// The hours on record, where the sentence speaks of a service whose hours are on record and differ.
fn other_hours(
    news: &News,
    services: &[&Service],
    said: (TimeOfDay, TimeOfDay),
    sentence: &str,
    site: &Site,
) -> Option<String> {
    let sentence = sentence.to_lowercase();
    let meant = |service: &&&Service| {
        !news.services.is_empty()
            || service.category.label().id.to_lowercase().split(' ').any(|word| sentence.contains(word))
    };
    let mut known: BTreeSet<(TimeOfDay, TimeOfDay)> = BTreeSet::new();
    for service in services.iter().filter(meant) {
        let schedule = service.schedule.iter();
        let hours = schedule.flat_map(|schedule| {
            let weekly = schedule.rules.iter().flat_map(|rule| &rule.hours);
            weekly.chain(schedule.exceptions.iter().flat_map(|exception| &exception.hours))
        });
        known.extend(hours.map(|Hours { start, end, .. }| (*start, *end)));
    }
    if known.is_empty() {
        return None;
    }
    let of_facility =
        news.facilities.iter().filter_map(|id| site.facilities.get(id)).flat_map(|facility| &facility.hours);
    let all_day: Vec<_> = of_facility.filter_map(|hours| Some((hours.opens?, hours.closes?))).collect();
    let words = |(start, end): &(TimeOfDay, TimeOfDay)| format!("{}–{}", start.words(), end.words());
    let differs = !known.contains(&said) && !all_day.contains(&said);
    differs.then(|| known.iter().map(words).collect::<Vec<_>>().join(", "))
}

fn sentence<'t>(text: &'t str, around: &Range<usize>) -> &'t str {
    let start = text[..around.start].rfind(['\n', '!', '?']).map_or(0, |at| at + 1);
    let start = text[start..around.start].rfind(". ").map_or(start, |at| start + at + 2);
    let end = text[around.end..].find(['\n', '!', '?']).map_or(text.len(), |at| around.end + at);
    let end = text[around.end..end].find(". ").map_or(end, |at| around.end + at);
    &text[start..end]
}

// A number of people needs its day and its source, which `angka` gives; where a programme counted on that day, it must agree.
fn check_people(news: &News, text: &str, site: &Site, cx: &mut CheckCx<'_>) {
    let figures: Vec<&Figure> = site.figures.under(&news.id).collect();
    for found in PEOPLE.captures_iter(text) {
        let Ok(number) = found[1].replace('.', "").parse::<u32>() else { continue };
        let sourced = figures.iter().any(|figure| figure.value == number.into());
        if !sourced {
            let range = found.get(0).map_or(0..0, |all| all.range());
            let bytes = news.body.offset + range.start..news.body.offset + range.end;
            cx.report_bytes(Problem::FigureUnsourced { said: found[0].to_owned() }, bytes);
        }
    }
    for figure in figures {
        let counted = news.programs.iter().flat_map(|program| site.participants.under(program));
        let same_day = counted.filter(|counted| Some(counted.figure.as_of) == figure.as_of);
        if let Some(other) = same_day.map(|counted| counted.figure.count).find(|count| figure.value != (*count).into())
        {
            let (said, counted) = (figure.value.to_string(), whole(other, site.lang()));
            cx.report_there(Problem::ClaimCount { said, counted }, figure.origin());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said<'t>(pattern: &Regex, text: &'t str) -> Vec<&'t str> {
        pattern.find_iter(text).map(|found| found.as_str()).collect()
    }

    #[test]
    fn what_is_said_to_be_free_is_found_and_what_is_denied_is_not() {
        for text in ["Layanan ini gratis.", "Tidak dipungut biaya apa pun", "tanpa pungutan biaya", "TANPA BIAYA"] {
            assert!(FREE.find_iter(text).any(|found| !is_denied(found.as_str())), "{text}");
        }
        for text in ["Layanan ini tidak gratis.", "Belum tentu gratis", "gratifikasi", "biaya"] {
            assert!(!FREE.find_iter(text).any(|found| !is_denied(found.as_str())), "{text}");
        }
    }

    #[test]
    fn hours_and_people_are_found_as_they_are_written() {
        let text = "Kunjungan pukul 09.00–11.00 WITA, 13:00 s.d. 14:30 dan 08.00 WITA sampai pukul 10.00; pasal 21.";
        assert_eq!(said(&HOURS, text), ["09.00–11.00", "13:00 s.d. 14:30", "08.00 WITA sampai pukul 10.00"]);
        let text = "Sebanyak 1.250 orang, 15 warga binaan dan 7 orang peserta; 3 program, Rp50.000 per orang.";
        assert_eq!(said(&PEOPLE, text), ["1.250 orang", "15 warga binaan", "7 orang peserta"]);
    }

    #[test]
    fn a_sentence_ends_where_the_next_begins() {
        let text = "Satu. Dua pukul 09.00–11.00 buka. Tiga";
        let at = text.find("09").unwrap();
        assert_eq!(sentence(text, &(at..at + 13)), "Dua pukul 09.00–11.00 buka");
    }
}
