//! How complete standards are: services × fourteen components. What is known of it, counted once; the pages are in `matrix`,
//! `gaps` and `units`. Examples stand apart and are never counted with real facilities.

mod gaps;
mod matrix;
mod units;

use std::sync::Arc;

use super::{Service, Status};
use crate::kinds::component::Component;
use crate::kinds::facility::Facility;
use crate::kinds::{Record, Site};
use crate::lang::{Lang, whole};
use crate::model::id::Id;
use crate::model::place::Place;
use crate::page::{Pages, ViewCx};
use crate::view::{Choice, Choices, Section, Shape};

// A facility with the services that owe a standard, the least complete first.
struct Unit<'s> {
    facility: &'s Facility,
    services: Vec<&'s Service>,
}

// What is known of all facilities.
struct Whole<'s> {
    // Those with services: real ones, then examples; of each the least complete first.
    units: Vec<Arc<Unit<'s>>>,
    // Real ones that owe standards and have none, by name.
    without: Vec<&'s Facility>,
    // How many services there are, and how many lack each component, in the order of the law.
    real: Sums,
    examples: Sums,
}

#[derive(Default)]
struct Sums {
    services: usize,
    lacking: [usize; Component::ALL.len()],
}

/// Which page of completeness is meant.
#[derive(Clone, Copy)]
enum Here<'s> {
    // All facilities, the least complete first.
    Worst,
    // The names of facilities.
    Units,
    // The names of those without any standard.
    Without,
    One(&'s Id<Facility>),
    // Services that lack a component, by its place in the law.
    Lacking(usize),
}

/// Adds every page of completeness.
pub(super) fn all<'s>(site: &'s Site, pages: &mut Pages<'s>) {
    let whole = Arc::new(Whole::of(site));
    matrix::all(&whole, site, pages);
    gaps::all(&whole, site, pages);
    units::all(&whole, site, pages);
}

/// Returns the page of how complete the standards of a facility are. It is published where it has some.
pub(super) fn place_of(facility: &Id<Facility>) -> Place {
    Here::One(facility).place()
}

/// What completeness has to say on the front page.
pub(super) fn section(site: &Site, cx: &ViewCx<'_>) -> Section {
    Section {
        rank: 4,
        shape: Shape::Finding,
        anchor: "kelengkapan",
        title: cx.say("Kelengkapan standar", "Completeness of standards").to_owned(),
        lead: Some(Whole::of(site).answer(cx.lang)),
        entries: Vec::new(),
        more: Some(cx.link(cx.say("Komponen demi komponen", "Component by component"), &Here::Worst.place())),
    }
}

impl Here<'_> {
    fn place(self) -> Place {
        let top = super::completeness_place();
        match self {
            Self::Worst => top,
            Self::Units => top.down("fasilitas"),
            Self::Without => top.down("tanpa-standar"),
            Self::One(facility) => Self::Units.place().down(facility.as_str()),
            Self::Lacking(at) => top.down("komponen").down(&Component::ALL[at].key().replace('_', "-")),
        }
    }
}

impl<'s> Unit<'s> {
    // A withdrawn service owes no standard any more.
    fn of(facility: &'s Facility, site: &'s Site) -> Option<Self> {
        let services = site.services_of(facility.id()).into_iter();
        let mut services: Vec<&Service> = services.filter(|service| service.status != Status::Withdrawn).collect();
        services.sort_by_key(|service| service.standard.full_count());
        (!services.is_empty()).then_some(Self { facility, services })
    }

    // How many components are there, and how many there should be.
    fn full(&self) -> (usize, usize) {
        let there = self.services.iter().map(|service| service.standard.full_count()).sum();
        (there, Component::ALL.len() * self.services.len())
    }

    // Less is less complete: the share of components that are there, in ten-thousandths.
    fn share(&self) -> usize {
        let (there, all) = self.full();
        there * 10_000 / all
    }
}

impl Sums {
    fn of(units: &[Arc<Unit<'_>>], example: bool) -> Self {
        let mut sums = Self::default();
        for service in units.iter().filter(|unit| unit.facility.example == example).flat_map(|unit| &unit.services) {
            sums.services += 1;
            let lacking = sums.lacking.iter_mut().zip(Component::ALL);
            lacking.for_each(|(lacking, component)| *lacking += usize::from(!service.standard.has(component)));
        }
        sums
    }
}

impl<'s> Whole<'s> {
    fn of(site: &'s Site) -> Self {
        let units = site.facilities.iter().filter_map(|facility| Unit::of(facility, site));
        let mut units: Vec<Arc<Unit<'s>>> = units.map(Arc::new).collect();
        units.sort_by_cached_key(|unit| (unit.facility.example, unit.share(), unit.facility.called().to_owned()));
        let owing = |facility: &&Facility| !facility.example && super::lacks_standards(facility, site);
        let mut without: Vec<&Facility> = site.facilities.iter().filter(owing).collect();
        without.sort_by_key(|facility| facility.called());
        Self { real: Sums::of(&units, false), examples: Sums::of(&units, true), units, without }
    }

    fn real_units(&self) -> impl Iterator<Item = &Arc<Unit<'s>>> + Clone {
        self.units.iter().filter(|unit| !unit.facility.example)
    }

    // The worst, honestly, of real facilities only.
    fn answer(&self, lang: Lang) -> String {
        join([self.worst(lang), self.silent(lang)])
    }

    // How many owe standards and have none; nothing where none does.
    fn silent(&self, lang: Lang) -> Option<String> {
        let without = self.without.len();
        let (count, all) = (whole(without, lang), whole(without + self.real_units().count(), lang));
        (without > 0).then(|| {
            lang.pick(
                format!("{count} dari {all} unit layanan belum mencatat satu pun standar layanan."),
                format!("{count} of {all} facilities have recorded no service standard at all."),
            )
        })
    }

    fn worst(&self, lang: Lang) -> Option<String> {
        let mut services =
            self.real_units().flat_map(|unit| unit.services.iter().map(|service| (service, unit.facility)));
        let gaps = |(service, _): &(&&Service, &Facility)| service.standard.missing().count();
        let Some(most) = services.clone().map(|service| gaps(&service)).max() else {
            return self.without.is_empty().then(|| self.none(lang).to_owned());
        };
        let alike = services.clone().filter(|service| gaps(service) == most).count();
        let (service, facility) = services.find(|service| gaps(service) == most)?;
        let (name, called, all) = (&service.name, facility.called(), whole(self.real.services, lang));
        let many = whole(alike, lang);
        Some(match (most, alike, lang) {
            (0, _, Lang::Id) => format!("Semua {all} layanan memuat keempat belas komponen."),
            (0, _, Lang::En) => format!("All {all} services have all fourteen components."),
            (_, 1, Lang::Id) => {
                format!("{name} di {called} paling tidak lengkap: {most} dari 14 komponen belum ditetapkan.")
            }
            (_, 1, Lang::En) => {
                format!("{name} at {called} is the least complete: {most} of 14 components are not set.")
            }
            (_, _, Lang::Id) => format!(
                "{many} layanan paling tidak lengkap, di antaranya {name} di {called}: {most} dari 14 komponen belum \
                 ditetapkan."
            ),
            (_, _, Lang::En) => format!(
                "{many} services are the least complete, among them {name} at {called}: {most} of 14 components are not set."
            ),
        })
    }

    // Beside examples, "none" alone would contradict what stands below it.
    fn none(&self, lang: Lang) -> &'static str {
        if self.examples.services == 0 {
            return lang.pick("Belum ada standar layanan yang dicatat.", "No service standard is recorded yet.");
        }
        lang.pick(
            "Belum ada standar layanan yang dicatat untuk unit nyata.",
            "No service standard of a real facility is recorded yet.",
        )
    }

    // The ways to the other lists, with how many entries each has.
    fn choices(&self, here: Here<'_>, cx: &ViewCx<'_>) -> Vec<Choices> {
        let option = |text: &str, count: Option<String>, place: &Place| Choice {
            link: cx.link(text, place),
            count,
            current: here.place() == *place,
        };
        let lacking = |(at, component): (usize, Component)| {
            let count = match (self.real.lacking[at], self.examples.lacking[at]) {
                (real, 0) => whole(real, cx.lang),
                (real, examples) => {
                    let (real, examples) = (whole(real, cx.lang), whole(examples, cx.lang));
                    cx.say(format!("{real}, contoh {examples}"), format!("{real}, examples {examples}"))
                }
            };
            option(component.short().of(cx.lang), Some(count), &Here::Lacking(at).place())
        };
        let lists = vec![
            option(cx.say("Yang paling tidak lengkap dulu", "Least complete first"), None, &Here::Worst.place()),
            option(
                cx.say("Per fasilitas", "By facility"),
                Some(whole(self.units.len(), cx.lang)),
                &Here::Units.place(),
            ),
            option(
                cx.say("Tanpa standar", "Without standards"),
                Some(whole(self.without.len(), cx.lang)),
                &Here::Without.place(),
            ),
        ];
        let services = whole(self.real.services, cx.lang);
        let of_all = cx.say(
            format!("Belum ditetapkan, dari {services} layanan nyata"),
            format!("Not set, of {services} real services"),
        );
        let lacking = Component::ALL.into_iter().enumerate().map(lacking).collect();
        vec![
            Choices { name: cx.say("Semua", "All").to_owned(), options: lists },
            Choices { name: of_all, options: lacking },
        ]
    }
}

fn join(sentences: [Option<String>; 2]) -> String {
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
