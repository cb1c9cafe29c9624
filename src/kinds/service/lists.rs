//! The lists of services: all of them by category, and those of one facility.

use serde::Serialize;

use super::{Category, Service, page};
use crate::kinds::component::{self, Component};
use crate::kinds::facility::Facility;
use crate::kinds::parts::counted::counted;
use crate::kinds::parts::paging::{Leaf, leaves};
use crate::kinds::{Record, Site};
use crate::lang::{Label, Lang, whole};
use crate::model::place::Place;
use crate::model::scalar::Choice;
use crate::page::{MenuPart, Page, Pages, ViewCx};
use crate::view::{Link, Pager, Section, SectionEntry, Shape, Tag, Tone};

#[derive(Serialize)]
struct ServicesPage {
    count: Option<String>,
    note: Option<&'static str>,
    groups: Vec<Group>,
    // Categories without a service.
    empty: Vec<&'static str>,
    // The leaves of one category, where it has too many for the page of all.
    pager: Option<Pager>,
}

#[derive(Serialize)]
struct Group {
    key: &'static str,
    title: &'static str,
    services: Vec<Card>,
    // Where the rest stands.
    more: Option<Link>,
}

// A service in a list: where, what it costs, how long it takes, what is missing.
#[derive(Serialize)]
struct Card {
    link: Link,
    facility: Link,
    fee: Option<String>,
    time: Option<String>,
    tags: Vec<Tag>,
    example: bool,
    answer: String,
    count: String,
    squares: String,
}

fn card(service: &Service, site: &Site, cx: &ViewCx<'_>) -> Card {
    let owner = service.facility_id();
    let there = service.standard.full_count();
    Card {
        link: service.link_in(cx),
        facility: site.facilities.get(&owner).map_or_else(|| Link::plain(owner.as_str()), |f| f.link_in(cx)),
        fee: service.standard.fee.as_ref().map(|fee| fee.words(cx.lang)),
        time: service.standard.duration.as_ref().map(|promise| promise.words(cx.lang)),
        // What stands as it should needs no mark in a list.
        tags: page::tags(service, site, cx.lang).into_iter().filter(|tag| tag.tone != Tone::Ok).collect(),
        example: service.is_example(site),
        answer: page::answer(service, cx.lang),
        count: page::count(service, cx.lang),
        squares: "■".repeat(there) + &"□".repeat(Component::ALL.len() - there),
    }
}

// What a category shows on the page of all, and on pages of its own.
const SHOWN_OF_CATEGORY: usize = 20;
const PER_PAGE: usize = 50;

/// Adds the page of all by category, and pages of their own for categories that have many.
pub(super) fn overview<'s>(site: &'s Site, pages: &mut Pages<'s>) {
    let mut live: Vec<&Service> = site.services.iter().filter(|service| service.is_public(site)).collect();
    // Real services come before examples.
    live.sort_by_key(|service| service.is_example(site));
    for category in Category::ALL {
        let own: Vec<&Service> = live.iter().copied().filter(|service| service.category == *category).collect();
        if own.len() > SHOWN_OF_CATEGORY {
            let leaves = leaves(&category_place(*category), &own, PER_PAGE).into_iter();
            pages.wanted.extend(leaves.map(|leaf| of_category(*category, leaf, count(&own, site), site)));
        }
    }
    pages.push(all(live, site));
}

fn category_place(category: Category) -> Place {
    super::overview_place().down("golongan").down(&category.key().replace('_', "-"))
}

fn count(services: &[&Service], site: &Site) -> Option<String> {
    let examples = services.iter().filter(|service| service.is_example(site)).count();
    let (one, many) = (Label::new("layanan", "service"), Label::new("layanan", "services"));
    counted(services.len(), examples, one, many, site.lang())
}

const TITLE: Label = Label::new("Layanan", "Services");

fn all<'s>(live: Vec<&'s Service>, site: &'s Site) -> Page<'s> {
    Page::new(super::overview_place(), "services.html", TITLE.of(site.lang()), move |cx| services(&live, site, cx))
        .menu(MenuPart::Main, 20, None)
        .summary(site.lang().pick(
            "Semua layanan menurut golongannya, dengan biaya dan waktunya. Yang belum ditetapkan ditandai.",
            "All services by category, with fee and time. What is not set is marked.",
        ))
}

fn services(live: &[&Service], site: &Site, cx: &ViewCx<'_>) -> ServicesPage {
    let (groups, empty): (Vec<Group>, Vec<Group>) = Category::ALL
        .iter()
        .map(|category| group(*category, live, SHOWN_OF_CATEGORY, site, cx))
        .partition(|group| !group.services.is_empty());
    let all_examples = !live.is_empty() && live.iter().all(|service| service.is_example(site));
    ServicesPage {
        count: count(live, site),
        note: all_examples.then(|| {
            cx.say(
                "Semua layanan di halaman ini contoh. Unit layanan yang nyata belum mencatat standar layanannya.",
                "All services on this page are examples. No real facility has recorded its service standards yet.",
            )
        }),
        groups,
        empty: empty.into_iter().map(|group| group.title).collect(),
        pager: None,
    }
}

fn group(category: Category, live: &[&Service], shown: usize, site: &Site, cx: &ViewCx<'_>) -> Group {
    let of_category = live.iter().filter(|service| service.category == category);
    let count = of_category.clone().count();
    Group {
        key: category.key(),
        title: category.label().of(cx.lang),
        services: of_category.take(shown).map(|service| card(service, site, cx)).collect(),
        more: (count > shown).then(|| {
            let all = whole(count, cx.lang);
            cx.link(cx.say(format!("Semua {all} layanan"), format!("All {all} services")), &category_place(category))
        }),
    }
}

fn of_category<'s>(category: Category, leaf: Leaf<&'s Service>, count: Option<String>, site: &'s Site) -> Page<'s> {
    let lang = site.lang();
    let name = format!("{}: {}", TITLE.of(lang), category.label().of(lang).to_lowercase());
    let (at, place, title) = (leaf.clone(), leaf.place(), leaf.title(&name, lang));
    let page = Page::new(place, "services.html", title, move |cx| ServicesPage {
        count: count.clone(),
        note: None,
        groups: vec![group(category, &leaf.items, usize::MAX, site, cx)],
        empty: Vec::new(),
        pager: Some(leaf.pager(Label::new("Sebelumnya", "Previous"), Label::new("Berikutnya", "Next"), cx)),
    })
    .under(TITLE.of(lang), super::overview_place());
    at.put(page, &name)
}

#[derive(Serialize)]
struct FacilityServicesPage {
    facility: Link,
    answer: String,
    services: Vec<Card>,
    // The law that asks for standards, where the facility owes some and has none.
    law: Option<String>,
    completeness: Link,
}

pub(super) fn of_facility<'s>(facility: &'s Facility, site: &'s Site) -> Page<'s> {
    let called = facility.called();
    let title = Label::new("Layanan", "Services").of(site.lang());
    let place = facility.section("layanan");
    let mut page = Page::new(place, "facility_services.html", title, move |cx| facility_services(facility, site, cx))
        .summary(match site.lang() {
            Lang::Id => format!("Layanan {called}, dengan biaya, waktu, dan kelengkapan standarnya."),
            Lang::En => format!("Services of {called}, with fee, time and completeness of their standards."),
        })
        .updated(site.services_of(facility.id()).iter().filter_map(|service| service.last_review(site.today)).max())
        .example(facility.example)
        .from(facility.origin().file);
    page.trail = site.facility_trail(facility.id());
    page
}

/// What services have to say on the page of a facility.
pub(super) fn section(facility: &Facility, site: &Site, cx: &ViewCx<'_>) -> Option<Section> {
    if site.services_of(facility.id()).is_empty() && !super::lacks_standards(facility, site) {
        return None;
    }
    let brief = |service: &&Service| SectionEntry {
        link: service.link_in(cx),
        meta: page::count(service, cx.lang),
        tags: page::tags(service, site, cx.lang).into_iter().filter(|tag| tag.tone != Tone::Ok).collect(),
        text: Some(page::answer(service, cx.lang)),
    };
    let FacilityServicesPage { answer, .. } = facility_services(facility, site, cx);
    Some(Section {
        rank: 0,
        shape: Shape::List,
        anchor: "layanan",
        title: cx.say("Layanan", "Services").to_owned(),
        lead: Some(answer),
        entries: site.services_of(facility.id()).iter().map(brief).collect(),
        more: Some(cx.link(
            cx.say("Layanan dan kelengkapannya", "Services and their completeness"),
            &facility.section("layanan"),
        )),
    })
}

fn facility_services(facility: &Facility, site: &Site, cx: &ViewCx<'_>) -> FacilityServicesPage {
    let services = site.services_of(facility.id());
    let full = services.iter().filter(|service| service.standard.is_full()).count();
    let answer = match (services.len(), cx.lang) {
        (0, Lang::Id) => "Belum ada standar layanan yang dicatat.".to_owned(),
        (0, Lang::En) => "No service standard is recorded yet.".to_owned(),
        (all, Lang::Id) if all == full => format!("{all} layanan, semuanya memuat keempat belas komponen standar."),
        (all, Lang::En) if all == full => format!("{all} services, each with all fourteen components of its standard."),
        (all, Lang::Id) => format!("{all} layanan; standar {} di antaranya belum lengkap.", all - full),
        (all, Lang::En) => format!("{all} services; the standards of {} of them are not complete.", all - full),
    };
    FacilityServicesPage {
        facility: facility.link_in(cx),
        answer,
        law: super::lacks_standards(facility, site).then(|| component::LAW.words(cx.lang)),
        services: services.into_iter().map(|service| card(service, site, cx)).collect(),
        completeness: cx.link(
            cx.say("Komponen mana yang belum ditetapkan?", "Which components are not set?"),
            &super::completeness::place_of(facility.id()),
        ),
    }
}
