//! Which lists of recommendations are made beforehand, so that nobody needs a script to filter or sort them: the whole in
//! three orders, and parts of it by state, overseer, facility and year. What their pages show is in `page`.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::Recommendation;
use super::ledger::{self, Counts};
use super::state::{SORTS, State};
use crate::kinds::facility::Facility;
use crate::kinds::institution::Institution;
use crate::kinds::{Record, Site};
use crate::lang::Lang;
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::place::Place;

/// What a list holds, or in which order.
#[derive(Debug, Clone, Copy)]
pub(super) enum Which<'s> {
    /// All, the most overdue first.
    Urgent,
    /// All, the newest first.
    Newest,
    /// All, by the name of their first facility.
    ByFacility,
    /// Those of a sort of states, by its place in `SORTS`.
    State(usize),
    /// Those of an overseer.
    Overseer(&'s Institution),
    /// Those for a facility.
    Facility(&'s Facility),
    /// Those given in a year.
    Year(i32),
}

/// What lists part the whole by; each has a page that names its lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// The overseer.
    Overseer,
    /// The facility.
    Facility,
    /// The year.
    Year,
}

/// A list. It has at least one entry, but for the whole.
#[derive(Debug)]
pub(super) struct List<'s> {
    /// What it holds.
    pub(super) which: Which<'s>,
    /// Real ones in its order, then examples in its order.
    pub(super) entries: Vec<&'s Recommendation>,
    /// How the real ones stand.
    pub(super) real: Counts,
    /// How the examples stand.
    pub(super) examples: Counts,
}

/// Returns the page of all recommendations.
pub fn overview_place() -> Place {
    Place::top("rekomendasi")
}

/// Returns the list of those for a facility. It is published where there is one.
pub fn facility_place(facility: &Id<Facility>) -> Place {
    By::Facility.place().down(facility.as_str())
}

/// Names it.
pub fn title(lang: Lang) -> &'static str {
    lang.pick("Tindak lanjut rekomendasi pengawas", "Follow-up of recommendations")
}

impl By {
    /// Every way to part the whole.
    pub(super) const ALL: [Self; 3] = [Self::Overseer, Self::Facility, Self::Year];

    /// Returns the page that names its lists.
    pub(super) fn place(self) -> Place {
        overview_place().down(match self {
            Self::Overseer => "lembaga",
            Self::Facility => "fasilitas",
            Self::Year => "tahun",
        })
    }

    /// Names that page.
    pub(super) fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Overseer => lang.pick("Rekomendasi per pengawas", "Recommendations by overseer"),
            Self::Facility => lang.pick("Rekomendasi per fasilitas", "Recommendations by facility"),
            Self::Year => lang.pick("Rekomendasi per tahun", "Recommendations by year"),
        }
    }
}

impl PartialEq for Which<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Urgent, Self::Urgent) | (Self::Newest, Self::Newest) | (Self::ByFacility, Self::ByFacility) => true,
            (Self::State(at), Self::State(other)) => at == other,
            (Self::Overseer(who), Self::Overseer(other)) => who.id() == other.id(),
            (Self::Facility(what), Self::Facility(other)) => what.id() == other.id(),
            (Self::Year(year), Self::Year(other)) => year == other,
            _ => false,
        }
    }
}

impl Which<'_> {
    /// Returns the address of the list.
    pub(super) fn place(self) -> Place {
        match self {
            Self::Urgent => overview_place(),
            Self::Newest => overview_place().down("urut").down("tanggal"),
            Self::ByFacility => overview_place().down("urut").down("fasilitas"),
            Self::State(at) => overview_place().down("keadaan").down(&SORTS[at].key.replace('_', "-")),
            Self::Overseer(institution) => By::Overseer.place().down(institution.id().as_str()),
            Self::Facility(facility) => facility_place(facility.id()),
            Self::Year(year) => By::Year.place().down(&year.to_string()),
        }
    }

    /// Returns by what it parts the whole, where it is one of many such lists.
    pub(super) fn by(self) -> Option<By> {
        match self {
            Self::Urgent | Self::Newest | Self::ByFacility | Self::State(_) => None,
            Self::Overseer(_) => Some(By::Overseer),
            Self::Facility(_) => Some(By::Facility),
            Self::Year(_) => Some(By::Year),
        }
    }

    /// Names it within the lists of its kind.
    pub(super) fn name(self, lang: Lang) -> String {
        match self {
            Self::Urgent => lang.pick("Yang terlambat dulu", "Overdue first").to_owned(),
            Self::Newest => lang.pick("Yang terbaru dulu", "Newest first").to_owned(),
            Self::ByFacility => lang.pick("Menurut nama fasilitas", "By name of facility").to_owned(),
            Self::State(at) => SORTS[at].name.of(lang).to_owned(),
            Self::Overseer(institution) => institution.called().to_owned(),
            Self::Facility(facility) => facility.called().to_owned(),
            Self::Year(year) => year.to_string(),
        }
    }

    /// Heads its pages, so that a printed one says what it holds.
    pub(super) fn title(self, lang: Lang) -> String {
        let name = self.name(lang);
        match (self, lang) {
            (Self::Urgent, _) => title(lang).to_owned(),
            (Self::Newest, _) => {
                lang.pick("Rekomendasi, yang terbaru dulu", "Recommendations, newest first").to_owned()
            }
            (Self::ByFacility, _) => {
                lang.pick("Rekomendasi menurut nama fasilitas", "Recommendations by name of facility").to_owned()
            }
            (Self::State(at), Lang::Id) => format!("Rekomendasi: {}", SORTS[at].words.id),
            (Self::State(at), Lang::En) => format!("Recommendations: {}", SORTS[at].words.en),
            (Self::Overseer(_), Lang::Id) => format!("Rekomendasi {name}"),
            (Self::Overseer(_), Lang::En) => format!("Recommendations of {name}"),
            (Self::Facility(_), Lang::Id) => format!("Rekomendasi untuk {name}"),
            (Self::Facility(_), Lang::En) => format!("Recommendations for {name}"),
            (Self::Year(_), Lang::Id) => format!("Rekomendasi tahun {name}"),
            (Self::Year(_), Lang::En) => format!("Recommendations of {name}"),
        }
    }

    /// Returns the column of the data and the word in it by which its rows are found there; nothing for the whole.
    pub(super) fn in_data(self) -> Option<(&'static str, String)> {
        match self {
            Self::Urgent | Self::Newest | Self::ByFacility => None,
            Self::State(at) => Some(("keadaan", SORTS[at].key.to_owned())),
            Self::Overseer(institution) => Some(("lembaga", institution.id().to_string())),
            Self::Facility(facility) => Some(("fasilitas", facility.id().to_string())),
            Self::Year(year) => Some(("tanggal", year.to_string())),
        }
    }
}

impl<'s> List<'s> {
    fn of(which: Which<'s>, entries: Vec<&'s Recommendation>, site: &Site) -> Self {
        let of_sort = |example| entries.iter().copied().filter(move |found| found.is_example(site) == example);
        let [real, examples] = [false, true].map(|example| Counts::of(of_sort(example), site));
        Self { which, entries, real, examples }
    }
}

/// Makes every list: the whole in its orders, then the parts that have entries. How many entries they have together grows
/// with the recommendations, and with the overseers and facilities that each names.
pub(super) fn all(site: &Site) -> Vec<List<'_>> {
    let mut urgent = ledger::sorted(site.recommendations.iter(), site);
    urgent.sort_by_key(|found| found.is_example(site));
    let mut newest = urgent.clone();
    newest.sort_by_key(|found| (found.is_example(site), Reverse(found.given_on(site))));
    let mut by_facility = urgent.clone();
    by_facility.sort_by_cached_key(|found| (found.is_example(site), first_facility(found, site)));

    let mut states: [Vec<&Recommendation>; SORTS.len()] = Default::default();
    let mut overseers: BTreeMap<&Id<Institution>, Vec<&Recommendation>> = BTreeMap::new();
    let mut facilities: BTreeMap<&Id<Facility>, Vec<&Recommendation>> = BTreeMap::new();
    let mut years: BTreeMap<Reverse<i32>, Vec<&Recommendation>> = BTreeMap::new();
    for found in &urgent {
        states[State::of(found, site.today).at()].push(found);
        if let Some(year) = found.given_on(site).map(Date::year) {
            years.entry(Reverse(year)).or_default().push(found);
        }
        let Some(event) = site.events.get(&found.event) else { continue };
        event.institutions.iter().for_each(|id| add(overseers.entry(id).or_default(), found));
        event.facilities.iter().for_each(|id| add(facilities.entry(id).or_default(), found));
    }

    let list = |(which, entries)| List::of(which, entries, site);
    let states = states.into_iter().enumerate().filter(|(_, entries)| !entries.is_empty());
    let overseers = overseers.into_iter().filter_map(|(id, found)| Some((site.institutions.get(id)?, found)));
    let facilities = facilities.into_iter().filter_map(|(id, found)| Some((site.facilities.get(id)?, found)));
    [(Which::Urgent, urgent), (Which::Newest, newest), (Which::ByFacility, by_facility)]
        .into_iter()
        .chain(states.map(|(at, found)| (Which::State(at), found)))
        .chain(named(overseers.map(|(who, found)| (Which::Overseer(who), found)), site.lang()))
        .chain(named(facilities.map(|(who, found)| (Which::Facility(who), found)), site.lang()))
        .chain(years.into_iter().map(|(Reverse(year), found)| (Which::Year(year), found)))
        .map(list)
        .collect()
}

// An event may name a body twice.
fn add<'s>(entries: &mut Vec<&'s Recommendation>, found: &'s Recommendation) {
    if entries.last().is_none_or(|last| last.id() != found.id()) {
        entries.push(found);
    }
}

fn first_facility<'s>(found: &Recommendation, site: &'s Site) -> Option<&'s str> {
    let event = site.events.get(&found.event)?;
    site.facilities.get(event.facilities.first()?).map(Facility::called)
}

type Part<'s> = (Which<'s>, Vec<&'s Recommendation>);

// By name: facilities and overseers are never ranked.
fn named<'s>(parts: impl Iterator<Item = Part<'s>>, lang: Lang) -> Vec<Part<'s>> {
    let mut parts: Vec<Part<'s>> = parts.collect();
    parts.sort_by_cached_key(|(which, _)| which.name(lang));
    parts
}
