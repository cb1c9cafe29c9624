//! Who has not set a component: a list for each of the fourteen, the least complete services first.

use std::sync::Arc;

use serde::Serialize;

use super::{Here, Whole, join, matrix};
use crate::kinds::component::{self, Component, Group};
use crate::kinds::facility::Facility;
use crate::kinds::parts::paging::{Leaf, leaves};
use crate::kinds::service::{Service, publication};
use crate::kinds::{Record, Site};
use crate::lang::{Label, Lang, whole};
use crate::page::{Page, Pages, ViewCx};
use crate::places;
use crate::view::{Choices, Link, Pager};

const ROWS_PER_PAGE: usize = 50;

#[derive(Serialize)]
struct GapsPage {
    answer: String,
    law: String,
    choices: Vec<Choices>,
    tables: Vec<Table>,
    pager: Pager,
    files: Vec<Link>,
    note: String,
}

#[derive(Serialize)]
struct Table {
    example: bool,
    caption: String,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    // Leads to the place where the component would stand.
    service: Link,
    facility: Link,
    full: String,
}

type Entry<'s> = (&'s Facility, &'s Service);

pub(super) fn all<'s>(whole: &Arc<Whole<'s>>, site: &'s Site, pages: &mut Pages<'s>) {
    let services = whole.units.iter().flat_map(|unit| unit.services.iter().map(|service| (unit.facility, *service)));
    let mut services: Vec<Entry<'s>> = services.collect();
    // Those of one facility stay together where they are equally complete.
    services.sort_by_key(|(facility, service)| (facility.example, service.standard.full_count()));
    for (at, component) in Component::ALL.into_iter().enumerate() {
        let lacking = services.iter().copied().filter(|(_, service)| !service.standard.has(component));
        let lacking: Vec<Entry<'s>> = lacking.collect();
        if !lacking.is_empty() {
            let leaves = leaves(&Here::Lacking(at).place(), &lacking, ROWS_PER_PAGE).into_iter();
            pages.wanted.extend(leaves.map(|leaf| page(at, component, leaf, whole, site)));
        }
    }
}

fn page<'s>(
    number: usize,
    component: Component,
    leaf: Leaf<Entry<'s>>,
    whole: &Arc<Whole<'s>>,
    site: &'s Site,
) -> Page<'s> {
    let (lang, at, whole) = (site.lang(), leaf.clone(), Arc::clone(whole));
    let short = component.short().of(lang);
    let name = lang.pick(format!("Layanan yang belum menetapkan {short}"), format!("Services without {short}"));
    let (place, title) = (leaf.place(), leaf.title(&name, lang));
    let made_up = whole.real.lacking[number] == 0;
    let page = Page::new(place, "completeness_gaps.html", title, move |cx| GapsPage {
        answer: answer(number, component, &whole, cx.lang),
        law: law(component, cx.lang),
        choices: whole.choices(Here::Lacking(number), cx),
        tables: [false, true].into_iter().filter_map(|example| table(example, component, &leaf, cx)).collect(),
        pager: leaf.pager(Label::new("Sebelumnya", "Previous"), Label::new("Berikutnya", "Next"), cx),
        files: vec![cx.link("CSV", &places::csv(Service::KEY)), cx.link("JSON", &places::json(Service::KEY))],
        note: cx.say(
            format!(
                "Berkas memuat semua layanan, termasuk contoh. Baris daftar ini: kolom `{}` kosong.",
                component.key()
            ),
            format!(
                "The files hold all services, examples among them. The rows of this list: the column `{}` is empty.",
                component.key()
            ),
        ),
    })
    .under(matrix::title(lang), Here::Worst.place())
    .example(made_up);
    at.put(page, &name)
}

fn answer(number: usize, component: Component, all: &Whole<'_>, lang: Lang) -> String {
    let short = component.short().of(lang);
    let (count, services) = (whole(all.real.lacking[number], lang), whole(all.real.services, lang));
    let said = match (all.real.lacking[number], all.real.services) {
        (_, 0) => all.without.is_empty().then(|| all.none(lang).to_owned()),
        (0, _) => Some(lang.pick(
            format!("Semua {services} layanan unit nyata menetapkan {short}."),
            format!("All {services} services of real facilities state it: {short}."),
        )),
        _ => Some(lang.pick(
            format!("{count} dari {services} layanan belum menetapkan {short}."),
            format!("{count} of {services} services do not state it: {short}."),
        )),
    };
    join([said, all.silent(lang)])
}

fn law(component: Component, lang: Lang) -> String {
    let (label, law) = (component.label().of(lang), component::LAW.words(lang));
    let (is_published, publication) = (component.group() == Group::Delivery, publication::LAW.words(lang));
    match (is_published, lang) {
        (false, Lang::Id) => format!("{label} diwajibkan {law}."),
        (false, Lang::En) => format!("{label} is required by {law}."),
        (true, Lang::Id) => format!("{label} diwajibkan {law} dan wajib diumumkan menurut {publication}."),
        (true, Lang::En) => format!("{label} is required by {law} and must be published by {publication}."),
    }
}

fn table(example: bool, component: Component, leaf: &Leaf<Entry<'_>>, cx: &ViewCx<'_>) -> Option<Table> {
    let rows = leaf.items.iter().filter(|(facility, _)| facility.example == example);
    let row = |(facility, service): &Entry<'_>| Row {
        service: cx.link(&service.name, &service.place().anchor(component.key())),
        facility: facility.link_in(cx),
        full: format!("{}/{}", service.standard.full_count(), Component::ALL.len()),
    };
    let rows: Vec<Row> = rows.map(row).collect();
    let order = cx.say("Yang paling tidak lengkap di atas", "Least complete first").to_owned();
    (!rows.is_empty()).then(|| Table {
        example,
        caption: leaf.range(cx.lang).into_iter().fold(order, |caption, range| format!("{caption}. {range}")),
        rows,
    })
}
