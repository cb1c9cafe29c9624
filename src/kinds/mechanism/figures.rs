//! The complaints of a facility in figures, newest period first. Nothing is left empty: zero is said, and what is not
//! reported says so. Counts that could point at a person are shown in sums, as `statistics::cells` has them.

use std::collections::BTreeMap;

use serde::Serialize;

use super::charts;
use crate::kinds::channel;
use crate::kinds::facility::Facility;
use crate::kinds::statistics::{Breakdown, CaseStatus, Statistics};
use crate::kinds::{Record, Site};
use crate::lang::{self, Lang};
use crate::model::scalar::Choice;
use crate::page::ViewCx;
use crate::view::{Chart, Fact, Link};

/// All periods of a facility.
#[derive(Debug, Serialize)]
pub(super) struct Figures {
    #[serde(skip)]
    pub(super) latest: String,
    charts: Vec<Chart>,
    heads: Vec<&'static str>,
    periods: Vec<Period>,
    details: Vec<Detail>,
}

#[derive(Debug, Serialize)]
struct Period {
    words: String,
    none: Option<&'static str>,
    cells: Vec<Cell>,
}

#[derive(Debug, Serialize)]
struct Cell {
    label: &'static str,
    // Empty means that it is not reported: the page says so.
    text: Option<String>,
}

#[derive(Debug, Serialize)]
struct Detail {
    title: String,
    facts: Vec<Fact>,
    // Why some counts are not told one by one.
    privacy: Option<&'static str>,
    note: Option<String>,
}

/// Shows the figures of a facility, if it has any.
pub(super) fn of(facility: &Facility, site: &Site, cx: &ViewCx<'_>) -> Option<Figures> {
    let all: Vec<&Statistics> = site.statistics.under(facility.id()).rev().collect();
    let latest = latest(all.first()?, cx.lang);
    let statuses: Vec<CaseStatus> = CaseStatus::ALL.iter().copied().filter(|status| is_used(*status, &all)).collect();
    let periods: Vec<Period> = all.iter().map(|period| row(period, &statuses, cx.lang)).collect();
    let heads = periods.first().map(|period| period.cells.iter().map(|cell| cell.label).collect());
    let details = all.iter().filter_map(|period| detail(period, facility, site, cx)).collect();
    Some(Figures { latest, charts: charts::of(&all, cx.lang), heads: heads.unwrap_or_default(), periods, details })
}

// The three that every report has; others where some period names them.
fn is_used(status: CaseStatus, all: &[&Statistics]) -> bool {
    let common = matches!(status, CaseStatus::Done | CaseStatus::UnderWay | CaseStatus::NotBegun);
    common || all.iter().any(|period| period.count(status).is_some_and(|count| count > 0))
}

fn latest(period: &Statistics, lang: Lang) -> String {
    let days = period.period_words(lang);
    let received = lang::whole(period.received, lang);
    let mut words = format!("{days}: {received} {}", lang.pick("pengaduan diterima", "complaints received"));
    if let Some(rate) = period.on_time_words(lang) {
        words.push_str(&format!(", {rate} {}", lang.pick("yang selesai tepat waktu", "of those closed in time")));
    }
    words.push('.');
    words
}

fn row(period: &Statistics, statuses: &[CaseStatus], lang: Lang) -> Period {
    let mut cells =
        vec![Cell { label: lang.pick("Diterima", "Received"), text: Some(lang::whole(period.received, lang)) }];
    cells.extend(statuses.iter().map(|status| Cell {
        label: status.label().of(lang),
        text: period.count(*status).map(|count| lang::whole(count, lang)).or_else(|| unsaid(period.is_small(), lang)),
    }));
    // With nothing closed there is no rate and no median; with one or two closed they would tell of single cases.
    let nothing = unsaid(period.is_pace_withheld(), lang)
        .or((period.received == 0 || period.count(CaseStatus::Done) == Some(0))
            .then(|| lang.pick("tidak dihitung", "not counted").to_owned()));
    cells.push(Cell {
        label: lang.pick("Selesai tepat waktu", "Closed in time"),
        text: period.on_time_words(lang).or_else(|| nothing.clone()),
    });
    let median =
        period.median_days().map(|days| format!("{} {}", lang::decimal(days, lang), lang.pick("hari", "days")));
    cells.push(Cell { label: lang.pick("Median", "Median"), text: median.or(nothing) });
    Period { words: period.period_words(lang), none: (period.received == 0).then(|| none(lang)), cells }
}

fn unsaid(is_withheld: bool, lang: Lang) -> Option<String> {
    is_withheld.then(|| lang.pick("tidak dirinci", "not told").to_owned())
}

fn none(lang: Lang) -> &'static str {
    lang.pick("Tidak ada pengaduan pada periode ini.", "No complaints in this period.")
}

fn detail(period: &Statistics, facility: &Facility, site: &Site, cx: &ViewCx<'_>) -> Option<Detail> {
    let note = period.note.clone().filter(|note| note.trim_end_matches('.') != none(cx.lang).trim_end_matches('.'));
    let mut facts = Vec::new();
    if period.received > 0 && !period.is_small() {
        facts.push(Fact::of(cx.say("Menurut kanal", "By channel"), channels(period, facility, site, cx)));
        facts.push(Fact::of(cx.say("Menurut jenis", "By kind"), kinds(period, cx)));
    }
    if period.received > 0 {
        let improvements = period.improvements.iter().map(Link::plain);
        facts.push(Fact::of(cx.say("Yang diperbaiki", "What was improved"), improvements));
    }
    let privacy = privacy(period, cx.lang);
    (!facts.is_empty() || note.is_some()).then(|| Detail { title: period.period_words(cx.lang), facts, privacy, note })
}

fn privacy(period: &Statistics, lang: Lang) -> Option<&'static str> {
    fn is_cut<K: Ord>(parts: Option<&Breakdown<K>>) -> bool {
        parts.is_some_and(|parts| parts.cells().is_none_or(|cells| cells.merged.is_some()))
    }
    let is_cut = period.is_small() || is_cut(period.by_channel.as_ref()) || is_cut(period.by_kind.as_ref());
    is_cut.then(|| {
        lang.pick(
            "Angka 1 atau 2 dapat menunjuk pelapornya, jadi digabung dengan angka lain atau tidak dirinci.",
            "A count of 1 or 2 could point at whoever complained, so it is told with others as one sum, or not at all.",
        )
    })
}

fn kinds(period: &Statistics, cx: &ViewCx<'_>) -> Vec<Link> {
    let Some(kinds) = &period.by_kind else { return Vec::new() };
    let Some(cells) = kinds.cells() else { return vec![Link::plain(cx.say("tidak dirinci", "not told"))] };
    let alone = cells.alone.into_iter().map(|(kind, count)| share(kind.label().of(cx.lang), count, cx.lang));
    let merged = cells.merged.map(|merged| {
        let names = merged.parts.into_iter().map(|kind| kind.label().of(cx.lang));
        share(&together(names, cx.lang), merged.sum, cx.lang)
    });
    alone.chain(merged).map(Link::plain).collect()
}

// `Aspirasi dan WBS bersama`: whose counts are told as one sum.
fn together<'n>(names: impl Iterator<Item = &'n str>, lang: Lang) -> String {
    let mut names: Vec<&str> = names.collect();
    let last = names.pop().unwrap_or_default();
    format!("{} {} {last} {}", names.join(", "), lang.pick("dan", "and"), lang.pick("bersama", "together"))
}

// Two channels of one kind share a name: then the id tells them apart.
fn channels(period: &Statistics, facility: &Facility, site: &Site, cx: &ViewCx<'_>) -> Vec<Link> {
    let Some(channels) = &period.by_channel else { return Vec::new() };
    let Some(cells) = channels.cells() else { return vec![Link::plain(cx.say("tidak dirinci", "not told"))] };
    let named = |word: &str| channel::named(word, facility.id(), site);
    let mut often: BTreeMap<String, usize> = BTreeMap::new();
    for named in channels.parts().filter_map(|word| named(word)) {
        *often.entry(named.name(cx.lang).to_owned()).or_default() += 1;
    }
    let name = |word: &String| {
        let named = named(word);
        let name = named.as_ref().map(|named| named.name(cx.lang)).filter(|name| often.get(*name) == Some(&1));
        name.unwrap_or(word).to_owned()
    };
    let alone = cells.alone.into_iter().map(|(word, count)| Link {
        text: share(&name(word), count, cx.lang),
        href: named(word).and_then(|named| named.link_in(cx).href),
    });
    let merged = cells.merged.map(|merged| {
        let names: Vec<String> = merged.parts.into_iter().map(name).collect();
        Link::plain(share(&together(names.iter().map(String::as_str), cx.lang), merged.sum, cx.lang))
    });
    alone.chain(merged).collect()
}

fn share(name: &str, count: u64, lang: Lang) -> String {
    format!("{name}: {}", lang::whole(count, lang))
}
