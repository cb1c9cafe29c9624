//! The pages of the matrix: all services, the least complete first, and those of one facility. The marks are named for
//! those who hear the page, and what is missing stands in words below each table.

use std::sync::Arc;

use serde::Serialize;

use super::{Here, Unit, Whole};
use crate::kinds::component::{self, Component, Group};
use crate::kinds::parts::paging::{Leaf, leaves};
use crate::kinds::service::{Service, publication};
use crate::kinds::{Record, Site};
use crate::lang::{Label, Lang, whole};
use crate::page::{MenuPart, Page, Pages, ViewCx};
use crate::places;
use crate::view::{Choices, Link, Pager};

const SERVICES_PER_PAGE: usize = 40;
// The other names stand one step away.
const NAMED_WITHOUT: usize = 20;

#[derive(Serialize)]
struct MatrixPage {
    answer: String,
    choices: Vec<Choices>,
    groups: Vec<GroupView>,
    facilities: Vec<FacilityView>,
    // Facilities that owe standards and have none, and where the rest of them stands.
    without: Vec<Link>,
    without_more: Option<Link>,
    pager: Pager,
    // Which services these are of all.
    range: Option<String>,
    files: Vec<Link>,
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

// A service, and whose it is.
type Entry<'s> = (Arc<Unit<'s>>, &'s Service);

pub(super) fn all<'s>(whole: &Arc<Whole<'s>>, site: &'s Site, pages: &mut Pages<'s>) {
    let entries: Vec<Entry<'s>> = whole.units.iter().flat_map(entries_of).collect();
    let worst = leaves(&Here::Worst.place(), &entries, SERVICES_PER_PAGE).into_iter();
    pages.wanted.extend(worst.map(|leaf| worst_page(leaf, whole, site)));
    for unit in &whole.units {
        let own: Vec<Entry<'s>> = entries_of(unit);
        let leaves = leaves(&Here::One(unit.facility.id()).place(), &own, SERVICES_PER_PAGE).into_iter();
        pages.wanted.extend(leaves.map(|leaf| unit_page(unit, leaf, whole, site)));
    }
}

fn entries_of<'s>(unit: &Arc<Unit<'s>>) -> Vec<Entry<'s>> {
    unit.services.iter().map(|service| (Arc::clone(unit), *service)).collect()
}

/// Names the page of all.
pub(super) fn title(lang: Lang) -> &'static str {
    lang.pick("Kelengkapan standar pelayanan", "Completeness of service standards")
}

fn worst_page<'s>(leaf: Leaf<Entry<'s>>, whole: &Arc<Whole<'s>>, site: &'s Site) -> Page<'s> {
    let (lang, at, whole) = (site.lang(), leaf.clone(), Arc::clone(whole));
    let (place, title) = (leaf.place(), leaf.title(self::title(lang), lang));
    let page = Page::new(place, "completeness.html", title, move |cx| {
        let without = if leaf.number == 1 { &whole.without[..] } else { &[] };
        let named = without.iter().take(NAMED_WITHOUT);
        MatrixPage {
            without: named.map(|facility| cx.link(facility.called(), &facility.section("layanan"))).collect(),
            without_more: (without.len() > NAMED_WITHOUT).then(|| {
                let all = self::whole(without.len(), cx.lang);
                cx.link(cx.say(format!("Semua {all} unit"), format!("All {all} facilities")), &Here::Without.place())
            }),
            ..view(whole.answer(cx.lang), Here::Worst, &leaf, &whole, site, cx)
        }
    })
    .summary(lang.pick(
        "Komponen standar pelayanan mana yang ada dan mana yang belum ditetapkan, untuk setiap layanan.",
        "Which components of service standards are there and which are not set, for each service.",
    ));
    let is_first = at.number == 1;
    let page = at.put(page, self::title(lang));
    let label = Label::new("Kelengkapan", "Completeness");
    if is_first { page.menu(MenuPart::Foot, 35, Some(label)) } else { page }
}

fn unit_page<'s>(unit: &Arc<Unit<'s>>, leaf: Leaf<Entry<'s>>, whole: &Arc<Whole<'s>>, site: &'s Site) -> Page<'s> {
    let (lang, at, whole, facility) = (site.lang(), leaf.clone(), Arc::clone(whole), unit.facility);
    let unit = Arc::clone(unit);
    let called = facility.called();
    let name = lang.pick(format!("Kelengkapan standar {called}"), format!("Completeness of standards, {called}"));
    let (place, title) = (leaf.place(), leaf.title(&name, lang));
    let page = Page::new(place, "completeness.html", title, move |cx| {
        view(unit_answer(&unit, cx), Here::One(facility.id()), &leaf, &whole, site, cx)
    })
    .under(self::title(lang), Here::Worst.place())
    .under(super::units::title(lang), Here::Units.place())
    .example(facility.example)
    .summary(lang.pick(
        format!("Komponen standar pelayanan yang ada dan yang belum ditetapkan di {called}."),
        format!("Which components of service standards are there and which are not set at {called}."),
    ));
    at.put(page, &name)
}

fn unit_answer(unit: &Unit<'_>, cx: &ViewCx<'_>) -> String {
    let (there, all) = unit.full();
    let (gaps, all, services) = (whole(all - there, cx.lang), whole(all, cx.lang), whole(unit.services.len(), cx.lang));
    if there == 14 * unit.services.len() {
        return cx.say(
            format!("{services} layanan, semuanya memuat keempat belas komponen."),
            format!("{services} services, each with all fourteen components."),
        );
    }
    cx.say(
        format!("{gaps} dari {all} komponen pada {services} layanan belum ditetapkan."),
        format!("{gaps} of {all} components of {services} services are not set."),
    )
}

fn view(
    answer: String,
    here: Here<'_>,
    leaf: &Leaf<Entry<'_>>,
    whole: &Whole<'_>,
    site: &Site,
    cx: &ViewCx<'_>,
) -> MatrixPage {
    let of_one_unit = leaf.items.chunk_by(|(unit, _), (next, _)| Arc::ptr_eq(unit, next));
    let key = Service::KEY;
    MatrixPage {
        answer,
        choices: whole.choices(here, cx),
        groups: [Group::Delivery, Group::Manufacturing].map(|group| group_view(group, cx.lang)).into(),
        facilities: of_one_unit.map(|entries| facility_view(entries, here, site, cx)).collect(),
        without: Vec::new(),
        without_more: None,
        pager: leaf.pager(Label::new("Sebelumnya", "Previous"), Label::new("Berikutnya", "Next"), cx),
        range: leaf.range(cx.lang),
        files: vec![cx.link("CSV", &places::csv(key)), cx.link("JSON", &places::json(key))],
        letters: Component::ALL.map(|component| letter(component, cx.lang)).into(),
        law: component::LAW.words(cx.lang),
        delivery: delivery(cx.lang),
    }
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

fn facility_view(entries: &[Entry<'_>], here: Here<'_>, site: &Site, cx: &ViewCx<'_>) -> FacilityView {
    let unit = &entries[0].0;
    let facility = unit.facility;
    let delivery: usize = unit.services.iter().map(|service| service.standard.delivery_count()).sum();
    let posted = unit.services.iter().filter(|service| service.is_posted(site.today)).count();
    let (full, fourteen) = unit.full();
    let six = Component::of(Group::Delivery).count() * unit.services.len();
    let [services, delivery, six, full, fourteen, posted] =
        [unit.services.len(), delivery, six, full, fourteen, posted].map(|count| whole(count, cx.lang));
    let services_shown = entries.iter().map(|(_, service)| *service);
    FacilityView {
        anchor: format!("unit-{}", facility.id()),
        // From all facilities to the one, from the one to its services.
        link: match here {
            Here::One(_) => cx.link(facility.called(), &facility.section("layanan")),
            _ => cx.link(facility.called(), &Here::One(facility.id()).place()),
        },
        example: facility.example,
        sums: cx.say(
            format!(
                "{services} layanan. Komponen penyampaian: {delivery} dari {six}. Semua komponen: {full} dari {fourteen}. \
                 Tercatat terpasang selain di situs web: {posted}."
            ),
            format!(
                "{services} services. Delivery components: {delivery} of {six}. All components: {full} of {fourteen}. \
                 Recorded as posted beside a web site: {posted}."
            ),
        ),
        rows: services_shown.clone().map(|service| row(service, cx)).collect(),
        gaps: services_shown.filter(|service| !service.standard.is_full()).map(|service| gaps(service, cx)).collect(),
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
