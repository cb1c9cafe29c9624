//! All commitments by pages, real ones first and counted apart from examples. Where there is none, nobody is led here.

use serde::Serialize;

use super::{Commitment, Row, overview_place, sorted, words};
use crate::kinds::parts::paging::{Leaf, leaves};
use crate::kinds::{Record, Site, recommendation};
use crate::lang::Label;
use crate::page::{Page, Pages, ViewCx};
use crate::places;
use crate::view::{Link, Pager};

const PER_PAGE: usize = 25;

#[derive(Serialize)]
struct ListPage {
    answer: String,
    groups: Vec<Group>,
    pager: Pager,
    files: Vec<Link>,
}

#[derive(Serialize)]
struct Group {
    anchor: &'static str,
    title: &'static str,
    example: bool,
    words: Option<String>,
    caption: String,
    rows: Vec<Row>,
}

/// Adds the pages of all commitments.
pub(super) fn all<'s>(site: &'s Site, pages: &mut Pages<'s>) {
    if site.commitments.is_empty() {
        return;
    }
    let mut all = sorted(site.commitments.iter(), site);
    all.sort_by_key(|commitment| commitment.is_example(site));
    let sums = [false, true].map(|example| {
        let own: Vec<&Commitment> = all.iter().copied().filter(|found| found.is_example(site) == example).collect();
        (!own.is_empty()).then(|| words(&own, site, site.lang()))
    });
    for leaf in leaves(&overview_place(), &all, PER_PAGE) {
        pages.push(page(leaf, sums.clone(), site));
    }
}

fn page<'s>(leaf: Leaf<&'s Commitment>, [real, examples]: [Option<String>; 2], site: &'s Site) -> Page<'s> {
    let lang = site.lang();
    let (name, at) = (lang.pick("Komitmen", "Commitments"), leaf.clone());
    let (place, title) = (leaf.place(), leaf.title(name, lang));
    let page = Page::new(place, "commitments.html", title, move |cx| ListPage {
        answer: real.clone().unwrap_or_else(|| {
            cx.say("Belum ada komitmen nyata yang dicatat.", "No commitment of a real body is recorded yet.").to_owned()
        }),
        groups: [(false, None), (true, examples.clone())]
            .into_iter()
            .filter_map(|(example, words)| group(example, words, &leaf, site, cx))
            .collect(),
        pager: leaf.pager(Label::new("Sebelumnya", "Previous"), Label::new("Berikutnya", "Next"), cx),
        files: vec![
            cx.link("CSV", &places::csv(Commitment::KEY)),
            cx.link("JSON", &places::json(Commitment::KEY)),
        ],
    })
    .under(recommendation::title(lang), recommendation::overview_place())
    .summary(lang.pick(
        "Janji lembaga dan unit pada pemantauan atau dalam dokumen: sampai kapan, dan sejauh mana menurut yang berjanji.",
        "What institutions and facilities promised: until when, and how far it is by those who promised.",
    ));
    at.put(page, name)
}

fn group(
    example: bool,
    words: Option<String>,
    leaf: &Leaf<&Commitment>,
    site: &Site,
    cx: &ViewCx<'_>,
) -> Option<Group> {
    let rows = leaf.items.iter().filter(|found| found.is_example(site) == example);
    let rows: Vec<Row> = rows.map(|found| found.row(true, site, cx)).collect();
    let order = cx.say("Yang terlambat di atas", "Overdue ones first").to_owned();
    (!rows.is_empty()).then(|| Group {
        anchor: if example { "komitmen-contoh" } else { "komitmen" },
        title: match example {
            false => cx.say("Komitmen", "Commitments"),
            true => cx.say("Komitmen contoh", "Example commitments"),
        },
        example,
        words,
        caption: leaf.range(cx.lang).into_iter().fold(order, |caption, range| format!("{caption}. {range}")),
        rows,
    })
}
