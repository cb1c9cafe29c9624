//! The names of facilities: those with standards, each with its sums, and those that owe some and have none.

use std::sync::Arc;

use serde::Serialize;

use super::{Here, Unit, Whole, matrix};
use crate::kinds::component;
use crate::kinds::facility::Facility;
use crate::kinds::parts::paging::{Leaf, leaves};
use crate::kinds::{Record, Site};
use crate::lang::{Label, Lang, whole};
use crate::page::{Page, Pages, ViewCx};
use crate::view::{Choices, Link, Pager};

const NAMES_PER_PAGE: usize = 100;

#[derive(Serialize)]
struct NamesPage {
    answer: String,
    note: Option<String>,
    choices: Vec<Choices>,
    lists: Vec<Entry>,
    pager: Pager,
}

#[derive(Serialize)]
struct Entry {
    link: Link,
    words: Option<String>,
    examples: Option<String>,
}

/// Names the page of those with standards.
pub(super) fn title(lang: Lang) -> &'static str {
    lang.pick("Kelengkapan per fasilitas", "Completeness by facility")
}

pub(super) fn all<'s>(all: &Arc<Whole<'s>>, site: &'s Site, pages: &mut Pages<'s>) {
    let mut units = all.units.clone();
    // By name: only the page that asks for it puts the least complete first.
    units.sort_by_cached_key(|unit| (unit.facility.example, unit.facility.called().to_owned()));
    if !units.is_empty() {
        for leaf in leaves(&Here::Units.place(), &units, NAMES_PER_PAGE) {
            pages.push(names(Here::Units, title(site.lang()), leaf, all, unit_entry, site));
        }
    }
    if !all.without.is_empty() {
        let title = site.lang().pick("Unit layanan tanpa standar", "Facilities without standards");
        for leaf in leaves(&Here::Without.place(), &all.without, NAMES_PER_PAGE) {
            pages.push(names(Here::Without, title, leaf, all, bare_entry, site));
        }
    }
}

fn names<'s, T: Clone + Send + Sync + 's>(
    here: Here<'static>,
    name: &'static str,
    leaf: Leaf<T>,
    all: &Arc<Whole<'s>>,
    entry: fn(&T, &ViewCx<'_>) -> Entry,
    site: &'s Site,
) -> Page<'s> {
    let (lang, at, all) = (site.lang(), leaf.clone(), Arc::clone(all));
    let (place, title) = (leaf.place(), leaf.title(name, lang));
    let page = Page::new(place, "lists.html", title, move |cx| NamesPage {
        answer: answer(&all, cx.lang),
        note: matches!(here, Here::Without).then(|| {
            let law = component::LAW.words(cx.lang);
            cx.say(format!("Standar pelayanan diwajibkan {law}."), format!("Service standards are required by {law}."))
        }),
        choices: all.choices(here, cx),
        lists: leaf.items.iter().map(|item| entry(item, cx)).collect(),
        pager: leaf.pager(Label::new("Sebelumnya", "Previous"), Label::new("Berikutnya", "Next"), cx),
    })
    .under(matrix::title(lang), Here::Worst.place());
    at.put(page, name)
}

fn answer(all: &Whole<'_>, lang: Lang) -> String {
    let count = all.real_units().count();
    let said = match (count, all.without.len()) {
        (0, 0) => Some(all.none(lang).to_owned()),
        (0, _) => None,
        _ => {
            let count = whole(count, lang);
            Some(lang.pick(
                format!("{count} unit nyata mencatat standar layanan."),
                format!("{count} real facilities have recorded service standards."),
            ))
        }
    };
    super::join([said, all.silent(lang)])
}

fn unit_entry(unit: &Arc<Unit<'_>>, cx: &ViewCx<'_>) -> Entry {
    let (there, all) = unit.full();
    let [services, there, all] = [unit.services.len(), there, all].map(|count| whole(count, cx.lang));
    let words = cx.say(
        format!("{services} layanan, {there} dari {all} komponen"),
        format!("{services} services, {there} of {all} components"),
    );
    let link = cx.link(unit.facility.called(), &Here::One(unit.facility.id()).place());
    if unit.facility.example {
        return Entry { link, words: None, examples: Some(words) };
    }
    Entry { link, words: Some(words), examples: None }
}

fn bare_entry(facility: &&Facility, cx: &ViewCx<'_>) -> Entry {
    Entry { link: facility.link_in(cx), words: None, examples: None }
}
