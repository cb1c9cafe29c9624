//! The page that shows what is missing: services × fourteen components, facility by facility. Examples stand apart and are
//! never counted with real facilities.

use serde::Serialize;

use super::{Service, Status, publication};
use crate::kinds::component::{self, Component, Group};
use crate::kinds::facility::Facility;
use crate::kinds::{Record, Site};
use crate::lang::Lang;
use crate::page::{MenuPart, Page, ViewCx};
use crate::view::{Link, Section, Shape};

#[derive(Serialize)]
struct CompletenessPage {
    answer: String,
    groups: Vec<GroupView>,
    facilities: Vec<FacilityView>,
    // Facilities that owe standards and have none.
    without: Vec<Link>,
    examples: Vec<FacilityView>,
    letters: Vec<LetterView>,
    law: String,
    // Which law parts the components of delivery from the rest, and how sure that is.
    delivery: String,
}

// A component in the list that explains the letters.
#[derive(Serialize)]
struct LetterView {
    label: &'static str,
    // Whether it must be published.
    is_delivery: bool,
}

#[derive(Serialize)]
struct GroupView {
    title: &'static str,
    size: usize,
    components: Vec<Letter>,
}

#[derive(Serialize)]
struct Letter {
    letter: &'static str,
    label: &'static str,
}

#[derive(Serialize)]
struct FacilityView {
    anchor: String,
    link: Link,
    example: bool,
    sums: String,
    rows: Vec<Row>,
    // The same in words: the services with gaps, and which.
    gaps: Vec<Gaps>,
}

#[derive(Serialize)]
struct Row {
    link: Link,
    marks: Vec<Mark>,
    delivery: String,
    full: String,
}

#[derive(Serialize)]
struct Mark {
    words: String,
    is_missing: bool,
    // The place on the service's page where the component would stand.
    href: Option<String>,
}

#[derive(Serialize)]
struct Gaps {
    link: Link,
    components: String,
}

pub(super) fn page(site: &Site) -> Page<'_> {
    let title = site.lang().pick("Kelengkapan standar pelayanan", "Completeness of service standards");
    Page::new(super::completeness_place(), "completeness.html", title, move |cx| view(site, cx))
        .menu(MenuPart::Foot, 35, Some(crate::lang::Label::new("Kelengkapan", "Completeness")))
        .summary(site.lang().pick(
            "Komponen standar pelayanan mana yang ada dan mana yang belum ditetapkan, untuk setiap layanan.",
            "Which components of service standards are there and which are not set, for each service.",
        ))
}

/// What completeness has to say on the front page.
pub(super) fn section(site: &Site, cx: &ViewCx<'_>) -> Section {
    let (without, real) = (without(site), real(site));
    Section {
        rank: 4,
        shape: Shape::Finding,
        anchor: "kelengkapan",
        title: cx.say("Kelengkapan standar", "Completeness of standards").to_owned(),
        lead: Some(answer(&real, without.len(), site, cx.lang)),
        entries: Vec::new(),
        more: Some(cx.link(cx.say("Komponen demi komponen", "Component by component"), &super::completeness_place())),
    }
}

fn real(site: &Site) -> Vec<&Facility> {
    site.facilities.iter().filter(|facility| !facility.example).collect()
}

// Real facilities that owe standards and have none.
fn without(site: &Site) -> Vec<&Facility> {
    real(site).into_iter().filter(|facility| super::lacks_standards(facility, site)).collect()
}

// A withdrawn service owes no standard any more.
fn counted<'s>(facility: &Facility, site: &'s Site) -> Vec<&'s Service> {
    let services = site.services_of(facility.id()).into_iter();
    services.filter(|service| service.status != Status::Withdrawn).collect()
}

fn view(site: &Site, cx: &ViewCx<'_>) -> CompletenessPage {
    let recorded = |facility: &&Facility| !counted(facility, site).is_empty();
    let real = real(site);
    let examples: Vec<&Facility> = site.facilities.iter().filter(|facility| facility.example).collect();
    let views = |facilities: &[&Facility]| -> Vec<FacilityView> {
        facilities.iter().copied().filter(recorded).map(|facility| facility_view(facility, site, cx)).collect()
    };
    let without = without(site).into_iter();
    let without: Vec<Link> = without.map(|facility| cx.link(facility.called(), &facility.section("layanan"))).collect();
    CompletenessPage {
        answer: answer(&real, without.len(), site, cx.lang),
        groups: [Group::Delivery, Group::Manufacturing].map(|group| group_view(group, cx.lang)).into(),
        facilities: views(&real),
        without,
        examples: views(&examples),
        letters: Component::ALL.map(|component| letter(component, cx.lang)).into(),
        law: component::LAW.words(cx.lang),
        delivery: delivery(cx.lang),
    }
}

// The worst, honestly, of real facilities only.
fn answer(real: &[&Facility], without: usize, site: &Site, lang: Lang) -> String {
    let services: Vec<(&Service, &Facility)> = real
        .iter()
        .flat_map(|facility| counted(facility, site).into_iter().map(|service| (service, *facility)))
        .collect();
    let all = without + real.iter().filter(|facility| !counted(facility, site).is_empty()).count();
    let silent = match (without, lang) {
        (0, _) => String::new(),
        (_, Lang::Id) => format!("{without} dari {all} unit layanan belum mencatat satu pun standar layanan."),
        (_, Lang::En) => format!("{without} of {all} facilities have recorded no service standard at all."),
    };
    let worst = services.iter().min_by_key(|(service, _)| service.standard.full_count());
    let worst = match worst {
        None if without == 0 => {
            // Beside examples, "none" alone would contradict what stands below it.
            let made_up =
                site.facilities.iter().any(|facility| facility.example && !counted(facility, site).is_empty());
            match (made_up, lang) {
                (false, Lang::Id) => "Belum ada standar layanan yang dicatat.",
                (false, Lang::En) => "No service standard is recorded yet.",
                (true, Lang::Id) => "Belum ada standar layanan yang dicatat untuk unit nyata.",
                (true, Lang::En) => "No service standard of a real facility is recorded yet.",
            }
            .to_owned()
        }
        None => String::new(),
        Some((service, _)) if service.standard.is_full() => match lang {
            Lang::Id => format!("Semua {} layanan memuat keempat belas komponen.", services.len()),
            Lang::En => format!("All {} services have all fourteen components.", services.len()),
        },
        Some((service, facility)) => {
            let (name, called) = (&service.name, facility.called());
            let gaps = service.standard.missing().count();
            match lang {
                Lang::Id => {
                    format!("{name} di {called} paling tidak lengkap: {gaps} dari 14 komponen belum ditetapkan.")
                }
                Lang::En => format!("{name} at {called} is the least complete: {gaps} of 14 components are not set."),
            }
        }
    };
    [worst, silent].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
}

fn letter(component: Component, lang: Lang) -> LetterView {
    LetterView { label: component.label().of(lang), is_delivery: component.group() == Group::Delivery }
}

fn delivery(lang: Lang) -> String {
    let law = publication::LAW.words(lang);
    match lang {
        Lang::Id => format!(
            "Enam komponen penyampaian wajib diumumkan menurut {law}. Pembagian enam dan delapan diperiksa pada bahan \
             Kementerian PANRB; bunyi peraturannya belum diperiksa pada naskah resmi."
        ),
        Lang::En => format!(
            "The six components of delivery must be published by {law}. That six and eight are parted so was checked in \
             material of the ministry; the words of the regulation were not yet checked in the official text."
        ),
    }
}

fn group_view(group: Group, lang: Lang) -> GroupView {
    let letter = |component: Component| Letter { letter: component.letter(), label: component.label().of(lang) };
    let components: Vec<Letter> = Component::of(group).map(letter).collect();
    GroupView { title: group.label().of(lang), size: components.len(), components }
}

fn facility_view(facility: &Facility, site: &Site, cx: &ViewCx<'_>) -> FacilityView {
    let services = counted(facility, site);
    let delivery: usize = services.iter().map(|service| service.standard.delivery_count()).sum();
    let full: usize = services.iter().map(|service| service.standard.full_count()).sum();
    let posted = services.iter().filter(|service| service.is_posted(site.today)).count();
    let (six, fourteen) =
        (Component::of(Group::Delivery).count() * services.len(), Component::ALL.len() * services.len());
    FacilityView {
        anchor: facility.id().as_str().to_owned(),
        link: cx.link(facility.called(), &facility.section("layanan")),
        example: facility.example,
        sums: match cx.lang {
            Lang::Id => format!(
                "{} layanan. Komponen penyampaian: {delivery} dari {six}. Semua komponen: {full} dari {fourteen}. Tercatat \
                 terpasang selain di situs web: {posted}.",
                services.len()
            ),
            Lang::En => format!(
                "{} services. Delivery components: {delivery} of {six}. All components: {full} of {fourteen}. Recorded as \
                 posted beside a web site: {posted}.",
                services.len()
            ),
        },
        rows: services.iter().map(|service| row(service, cx)).collect(),
        gaps: services.iter().filter(|service| !service.standard.is_full()).map(|service| gaps(service, cx)).collect(),
    }
}

fn row(service: &Service, cx: &ViewCx<'_>) -> Row {
    let groups = [Group::Delivery, Group::Manufacturing].into_iter().flat_map(Component::of);
    Row {
        link: service.link_in(cx),
        marks: groups.map(|component| mark(component, service, cx)).collect(),
        delivery: format!("{}/{}", service.standard.delivery_count(), Component::of(Group::Delivery).count()),
        full: format!("{}/{}", service.standard.full_count(), Component::ALL.len()),
    }
}

fn mark(component: Component, service: &Service, cx: &ViewCx<'_>) -> Mark {
    if service.standard.has(component) {
        return Mark { words: cx.say("ada", "stated").to_owned(), is_missing: false, href: None };
    }
    Mark {
        words: format!("{} {}", component.label().of(cx.lang), cx.say("belum ditetapkan", "not set")),
        is_missing: true,
        href: cx.href(&service.place().anchor(component.key())),
    }
}

fn gaps(service: &Service, cx: &ViewCx<'_>) -> Gaps {
    let mut names = service.standard.missing().map(|component| component.short().of(cx.lang));
    let first = names.next().unwrap_or_default();
    Gaps { link: service.link_in(cx), components: names.fold(first.to_owned(), |words, name| words + ", " + name) }
}
