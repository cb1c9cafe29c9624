//! The tracker: every list of recommendations by pages, real ones first and counted apart from examples, and the pages that
//! name the lists.

use std::sync::Arc;

use serde::Serialize;

use super::ledger::{self, Counts};
use super::lists::{self, By, List, Which, overview_place};
use super::state::SORTS;
use super::{Recommendation, chart};
use crate::kinds::commitment::{self, Commitment};
use crate::kinds::parts::paging::{Leaf, leaves};
use crate::kinds::{Record, Site};
use crate::lang::{Label, whole};
use crate::model::place::Place;
use crate::page::{MenuPart, Page, Pages, Tally, ViewCx};
use crate::places;
use crate::view::{Chart, Choice, Choices, Link, Pager, Section, Shape};

const ROWS_PER_PAGE: usize = 25;
const LISTS_PER_PAGE: usize = 100;

#[derive(Serialize)]
struct ListPage {
    answer: String,
    choices: Vec<Choices>,
    groups: Vec<Group>,
    pager: Pager,
    downloads: Option<Downloads>,
    // What was promised, on the first page of all.
    promises: Option<Promises>,
}

#[derive(Serialize)]
struct Group {
    anchor: &'static str,
    title: &'static str,
    example: bool,
    words: Option<String>,
    chart: Option<Chart>,
    caption: String,
    rows: Vec<ledger::Row>,
}

#[derive(Serialize)]
struct Downloads {
    files: Vec<Link>,
    note: String,
}

#[derive(Serialize)]
struct Promises {
    words: Option<String>,
    all: Link,
}

#[derive(Serialize)]
struct IndexPage {
    answer: String,
    choices: Vec<Choices>,
    lists: Vec<Entry>,
    pager: Pager,
    note: Option<&'static str>,
}

#[derive(Serialize)]
struct Entry {
    link: Link,
    // How its real ones stand, and its examples.
    words: Option<String>,
    examples: Option<String>,
}

// What the pages of every list say of the others.
struct Others {
    // How many real ones and examples the whole has, and each sort of states.
    whole: (usize, usize),
    states: [(usize, usize); SORTS.len()],
    // How many lists there are by each part.
    parts: [usize; By::ALL.len()],
}

impl Others {
    fn of(lists: &[Arc<List<'_>>]) -> Self {
        let size = |list: &List<'_>| (list.real.all, list.examples.all);
        let mut others = Self { whole: (0, 0), states: Default::default(), parts: Default::default() };
        for list in lists {
            match list.which {
                Which::Urgent => others.whole = size(list),
                Which::State(at) => others.states[at] = size(list),
                _ => {}
            }
            if let Some(by) = list.which.by() {
                others.parts[by as usize] += 1;
            }
        }
        others
    }
}

/// Adds the pages of every list, and those that name the lists.
pub(super) fn all<'s>(site: &'s Site, pages: &mut Pages<'s>) {
    let lists: Vec<Arc<List<'s>>> = lists::all(site).into_iter().map(Arc::new).collect();
    let others = Arc::new(Others::of(&lists));
    // Of nothing there is only one order.
    let made = if site.recommendations.is_empty() { 1 } else { lists.len() };
    for list in lists.iter().take(made) {
        for leaf in leaves(&list.which.place(), &list.entries, ROWS_PER_PAGE) {
            pages.push(list_page(list, leaf, &others, site));
        }
    }
    for by in By::ALL {
        let own: Vec<Arc<List<'s>>> = lists.iter().filter(|list| list.which.by() == Some(by)).cloned().collect();
        if !own.is_empty() {
            let real = own.iter().filter(|list| list.real.all > 0).count();
            let leaves = leaves(&by.place(), &own, LISTS_PER_PAGE);
            pages.wanted.extend(leaves.into_iter().map(|leaf| index_page(by, real, leaf, &others, site)));
        }
    }
}

fn list_page<'s>(
    list: &Arc<List<'s>>,
    leaf: Leaf<&'s Recommendation>,
    others: &Arc<Others>,
    site: &'s Site,
) -> Page<'s> {
    let (lang, which) = (site.lang(), list.which);
    let name = which.title(lang);
    let (at, list, others) = (leaf.clone(), Arc::clone(list), Arc::clone(others));
    let made_up = which != Which::Urgent && list.real.all == 0;
    let summary = lang.pick(
        "Saran dan rekomendasi pengawas: siapa yang mengerjakan, sampai kapan, dan sejauh mana menurut pengawas.",
        "What overseers recommended: who sees to it, until when, and how far it is by the overseer.",
    );
    let (place, title) = (leaf.place(), leaf.title(&name, lang));
    let page = Page::new(place, "recommendations.html", title, move |cx| view(&list, &leaf, &others, site, cx))
        .summary(summary)
        .example(made_up);
    let page = match which {
        Which::Urgent if at.number == 1 => page.menu(MenuPart::Main, 60, Some(Recommendation::LABEL)),
        Which::Urgent => page,
        // The same rows in another order.
        Which::Newest | Which::ByFacility => page.under(Which::Urgent.title(lang), overview_place()).unlisted(),
        _ => page.under(Which::Urgent.title(lang), overview_place()),
    };
    let page = match which.by() {
        Some(by) => page.under(by.title(lang), by.place()),
        None => page,
    };
    at.put(page, &name)
}

fn view(list: &List<'_>, leaf: &Leaf<&Recommendation>, others: &Others, site: &Site, cx: &ViewCx<'_>) -> ListPage {
    let is_front = list.which == Which::Urgent && leaf.number == 1;
    let has_some = !site.recommendations.is_empty();
    ListPage {
        answer: answer(list, others, cx),
        choices: if has_some { choices(Some(list.which), None, others, cx) } else { Vec::new() },
        groups: [false, true].into_iter().filter_map(|example| group(example, list, leaf, others, site, cx)).collect(),
        pager: leaf.pager(Label::new("Sebelumnya", "Previous"), Label::new("Berikutnya", "Next"), cx),
        downloads: has_some.then(|| downloads(list.which, site, cx)),
        promises: is_front.then(|| promises(site, cx)),
    }
}

fn group(
    example: bool,
    list: &List<'_>,
    leaf: &Leaf<&Recommendation>,
    others: &Others,
    site: &Site,
    cx: &ViewCx<'_>,
) -> Option<Group> {
    let rows = leaf.items.iter().filter(|found| found.is_example(site) == example);
    let rows: Vec<ledger::Row> = rows.map(|found| ledger::row(found, true, site, cx)).collect();
    let counts = if example { list.examples } else { list.real };
    let is_front = list.which == Which::Urgent && leaf.number == 1;
    let order = match list.which {
        Which::Newest => cx.say("Yang terbaru di atas", "Newest first"),
        Which::ByFacility => cx.say("Menurut fasilitas yang disebut pertama", "By the facility named first"),
        _ => cx.say("Yang terlambat di atas", "Overdue ones first"),
    };
    (!rows.is_empty()).then(|| Group {
        anchor: if example { "rekomendasi-contoh" } else { "rekomendasi" },
        title: match example {
            false => cx.say("Rekomendasi", "Recommendations"),
            true => cx.say("Rekomendasi contoh", "Example recommendations"),
        },
        example,
        words: example.then(|| counted(list.which, counts, others.whole.1, cx)),
        chart: chart::of(counts, site.today, if example { "gambar-contoh" } else { "gambar" }, cx).filter(|_| is_front),
        caption: leaf.range(cx.lang).into_iter().fold(order.to_owned(), |caption, range| format!("{caption}. {range}")),
        rows,
    })
}

// What a list says in one sentence, of real recommendations only.
fn answer(list: &List<'_>, others: &Others, cx: &ViewCx<'_>) -> String {
    match list.real.all {
        0 if others.whole.0 == 0 => none(cx).to_owned(),
        0 => cx
            .say(
                "Tidak ada rekomendasi untuk unit nyata dalam daftar ini.",
                "No recommendation for a real facility is in this list.",
            )
            .to_owned(),
        _ => counted(list.which, list.real, others.whole.0, cx),
    }
}

fn none(cx: &ViewCx<'_>) -> &'static str {
    cx.say(
        "Belum ada rekomendasi pengawas yang dicatat untuk unit nyata.",
        "No recommendation of an overseer is recorded for a real facility yet.",
    )
}

fn counted(which: Which<'_>, counts: Counts, of: usize, cx: &ViewCx<'_>) -> String {
    let Which::State(at) = which else { return counts.words(cx.lang) };
    let (count, all, words) = (whole(counts.all, cx.lang), ledger::many(of, cx.lang), SORTS[at].words.of(cx.lang));
    cx.say(format!("{count} dari {all} {words}."), format!("{count} of {all}: {words}."))
}

// The ways to the other lists, with how many entries each has; a list without entries leads nowhere and says 0.
fn choices(here: Option<Which<'_>>, at: Option<By>, others: &Others, cx: &ViewCx<'_>) -> Vec<Choices> {
    let option = |text: String, count: Option<String>, place: &Place, current: bool| Choice {
        link: cx.link(text, place),
        count,
        current,
    };
    let state = |at: usize| {
        let which = Which::State(at);
        let count = match others.states[at] {
            (real, 0) => whole(real, cx.lang),
            (real, examples) => {
                let (real, examples) = (whole(real, cx.lang), whole(examples, cx.lang));
                cx.say(format!("{real}, contoh {examples}"), format!("{real}, examples {examples}"))
            }
        };
        option(which.name(cx.lang), Some(count), &which.place(), here == Some(which))
    };
    let part = |by: By| {
        let name = match by {
            By::Overseer => cx.say("Pengawas", "Overseer"),
            By::Facility => cx.say("Fasilitas", "Facility"),
            By::Year => cx.say("Tahun", "Year"),
        };
        let is_here = at == Some(by) || here.and_then(Which::by) == Some(by);
        option(name.to_owned(), Some(whole(others.parts[by as usize], cx.lang)), &by.place(), is_here)
    };
    let order =
        |which: Which<'_>| option(which.name(cx.lang), None, &which.place(), here.is_some_and(|here| here == which));
    let choices = |name: &str, options: Vec<Choice>| Choices { name: name.to_owned(), options };
    let states = here.map(|_| choices(cx.say("Keadaan", "State"), (0..SORTS.len()).map(state).collect()));
    let parts = choices(cx.say("Daftar per", "Lists by"), By::ALL.map(part).into());
    let orders = choices(cx.say("Semua", "All"), [Which::Urgent, Which::Newest, Which::ByFacility].map(order).into());
    states.into_iter().chain([parts, orders]).collect()
}

fn downloads(which: Which<'_>, site: &Site, cx: &ViewCx<'_>) -> Downloads {
    let all = ledger::many(site.recommendations.len(), cx.lang);
    let whole = cx.say(
        format!("Berkas memuat semua {all}, termasuk contoh."),
        format!("The files hold all {all}, examples among them."),
    );
    let note = which.in_data().map_or(whole.clone(), |(column, word)| {
        cx.say(
            format!("{whole} Baris daftar ini: kolom `{column}` memuat `{word}`."),
            format!("{whole} The rows of this list: the column `{column}` holds `{word}`."),
        )
    });
    let key = Recommendation::KEY;
    Downloads { files: vec![cx.link("CSV", &places::csv(key)), cx.link("JSON", &places::json(key))], note }
}

fn promises(site: &Site, cx: &ViewCx<'_>) -> Promises {
    let real: Vec<&Commitment> = site.commitments.iter().filter(|promise| !promise.is_example(site)).collect();
    Promises {
        words: (!real.is_empty()).then(|| commitment::words(&real, site, cx.lang)),
        all: cx.link(cx.say("Komitmen satu per satu", "Commitments one by one"), &commitment::overview_place()),
    }
}

fn index_page<'s>(by: By, real: usize, leaf: Leaf<Arc<List<'s>>>, others: &Arc<Others>, site: &'s Site) -> Page<'s> {
    let (lang, at, others) = (site.lang(), leaf.clone(), Arc::clone(others));
    let (place, title) = (leaf.place(), leaf.title(by.title(lang), lang));
    let page = Page::new(place, "lists.html", title, move |cx| IndexPage {
        answer: index_answer(by, real, cx),
        choices: choices(None, Some(by), &others, cx),
        lists: leaf.items.iter().map(|list| entry(list, cx)).collect(),
        pager: leaf.pager(Label::new("Sebelumnya", "Previous"), Label::new("Berikutnya", "Next"), cx),
        note: (by == By::Facility).then(|| {
            cx.say(
                "Fasilitas yang tidak disebut di sini belum punya rekomendasi yang dicatat. Itu tidak berarti tidak pernah diawasi.",
                "A facility that is not named here has no recommendation on record. That does not mean nobody ever looked.",
            )
        }),
    })
    .under(Which::Urgent.title(lang), overview_place());
    at.put(page, by.title(lang))
}

fn index_answer(by: By, real: usize, cx: &ViewCx<'_>) -> String {
    let count = whole(real, cx.lang);
    match by {
        _ if real == 0 => none(cx).to_owned(),
        By::Overseer => cx.say(
            format!("Rekomendasi untuk unit nyata diberikan oleh {count} lembaga."),
            format!("Recommendations for real facilities come from {count} institutions."),
        ),
        By::Facility => cx.say(
            format!("{count} unit nyata diberi rekomendasi."),
            format!("{count} real facilities were given recommendations."),
        ),
        By::Year => cx.say(
            format!("Rekomendasi untuk unit nyata diberikan dalam {count} tahun."),
            format!("Recommendations for real facilities were given in {count} years."),
        ),
    }
}

fn entry(list: &List<'_>, cx: &ViewCx<'_>) -> Entry {
    let words = |counts: Counts| (counts.all > 0).then(|| counts.words(cx.lang));
    Entry {
        link: cx.link(list.which.name(cx.lang), &list.which.place()),
        words: words(list.real),
        examples: words(list.examples),
    }
}

/// What the tracker has to say on the front page.
pub(super) fn section(site: &Site, cx: &ViewCx<'_>) -> Option<Section> {
    let real = counts(false, site);
    Some(Section {
        rank: 3,
        shape: Shape::Finding,
        anchor: "rekomendasi",
        title: cx.say("Saran pengawas", "What overseers asked for").to_owned(),
        lead: Some(if real.all == 0 { none(cx).to_owned() } else { real.words(cx.lang) }),
        entries: Vec::new(),
        more: Some(cx.link(cx.say("Saran satu per satu", "One by one"), &overview_place())),
    })
}

fn counts(example: bool, site: &Site) -> Counts {
    Counts::of(site.recommendations.iter().filter(|found| found.is_example(site) == example), site)
}

/// Counts what is overdue, for the end of a build. Examples are counted apart, and only where there are some.
pub(super) fn tallies(site: &Site) -> Vec<Tally> {
    let overdue = |example: bool| {
        let promises =
            site.commitments.iter().filter(|commitment: &&Commitment| commitment.is_example(site) == example);
        (counts(example, site).overdue(), promises.filter(|commitment| commitment.is_overdue(site.today)).count())
    };
    let (recommendations, commitments) = overdue(false);
    let (example_recommendations, example_commitments) = overdue(true);
    let tally = |what, count| Tally { what, count };
    let mut tallies = vec![
        tally(Label::new("Rekomendasi terlambat", "Overdue recommendations"), recommendations),
        tally(Label::new("Komitmen terlambat", "Overdue commitments"), commitments),
    ];
    let examples = [
        tally(
            Label::new("Rekomendasi terlambat (contoh)", "Overdue recommendations (example)"),
            example_recommendations,
        ),
        tally(Label::new("Komitmen terlambat (contoh)", "Overdue commitments (example)"), example_commitments),
    ];
    tallies.extend(examples.into_iter().filter(|tally| tally.count > 0));
    tallies
}
