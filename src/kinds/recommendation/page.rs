//! The tracker: every recommendation and commitment, real ones first and counted apart from examples.

use serde::Serialize;

use super::Recommendation;
use super::chart;
use super::ledger::{self, Counts};
use crate::kinds::commitment::{self, Commitment};
use crate::kinds::{Record, Site};
use crate::lang::Label;
use crate::model::place::Place;
use crate::page::{MenuPart, Page, Tally, ViewCx};
use crate::view::{Chart, Section, Shape};

#[derive(Serialize)]
struct TrackerPage {
    answer: String,
    groups: Vec<Group>,
}

#[derive(Serialize)]
struct Group {
    anchor: &'static str,
    title: String,
    example: bool,
    words: Option<String>,
    chart: Option<Chart>,
    caption: String,
    rows: Vec<ledger::Row>,
    promises_anchor: &'static str,
    promises_title: String,
    promises_words: Option<String>,
    promises_caption: String,
    promises: Vec<commitment::Row>,
}

/// The page of all recommendations.
pub fn overview_place() -> Place {
    Place::top("rekomendasi")
}

pub(super) fn tracker(site: &Site) -> Page<'_> {
    let title = site.lang().pick("Tindak lanjut rekomendasi pengawas", "Follow-up of recommendations");
    Page::new(overview_place(), "recommendations.html", title, move |cx| view(site, cx))
        .menu(MenuPart::Main, 60, Some(Label::new("Rekomendasi", "Recommendations")))
        .summary(site.lang().pick(
            "Saran dan rekomendasi pengawas: siapa yang mengerjakan, sampai kapan, dan sejauh mana menurut pengawas.",
            "What overseers recommended: who sees to it, until when, and how far it is by the overseer.",
        ))
}

fn view(site: &Site, cx: &ViewCx<'_>) -> TrackerPage {
    let groups = [false, true].into_iter().filter_map(|example| group(example, site, cx)).collect();
    TrackerPage { answer: answer(site, cx), groups }
}

/// What the tracker has to say on the front page.
pub(super) fn section(site: &Site, cx: &ViewCx<'_>) -> Option<Section> {
    Some(Section {
        rank: 3,
        shape: Shape::Finding,
        anchor: "rekomendasi",
        title: cx.say("Saran pengawas", "What overseers asked for").to_owned(),
        lead: Some(answer(site, cx)),
        entries: Vec::new(),
        more: Some(cx.link(cx.say("Saran satu per satu", "One by one"), &overview_place())),
    })
}

fn answer(site: &Site, cx: &ViewCx<'_>) -> String {
    let real = counts(false, site);
    match real.all {
        0 => cx
            .say(
                "Belum ada rekomendasi pengawas yang dicatat untuk unit nyata.",
                "No recommendation of an overseer is recorded for a real facility yet.",
            )
            .to_owned(),
        _ => real.words(cx.lang),
    }
}

fn group(example: bool, site: &Site, cx: &ViewCx<'_>) -> Option<Group> {
    let rows = ledger::sorted(of_sort(example, site), site);
    let promises = commitment::sorted(site.commitments.iter().filter(|c| c.is_example(site) == example), site);
    if example && rows.is_empty() && promises.is_empty() {
        return None;
    }
    let pick = |real: (&'static str, &'static str), made_up: (&'static str, &'static str)| {
        let (id, en) = if example { made_up } else { real };
        cx.say(id, en).to_owned()
    };
    Some(Group {
        anchor: if example { "rekomendasi-contoh" } else { "rekomendasi" },
        title: pick(("Rekomendasi", "Recommendations"), ("Rekomendasi contoh", "Example recommendations")),
        example,
        words: example.then(|| counts(true, site).words(cx.lang)),
        chart: chart::of(counts(example, site), site.today, if example { "gambar-contoh" } else { "gambar" }, cx),
        caption: cx.say("Yang terlambat di atas", "Overdue ones first").to_owned(),
        rows: rows.iter().map(|recommendation| ledger::row(recommendation, true, site, cx)).collect(),
        promises_anchor: if example { "komitmen-contoh" } else { "komitmen" },
        promises_title: pick(("Komitmen", "Commitments"), ("Komitmen contoh", "Example commitments")),
        promises_words: (!promises.is_empty()).then(|| commitment::words(&promises, site, cx.lang)),
        promises_caption: cx.say("Yang terlambat di atas", "Overdue ones first").to_owned(),
        promises: promises.iter().map(|commitment| commitment.row(true, site, cx)).collect(),
    })
}

fn of_sort(example: bool, site: &Site) -> impl Iterator<Item = &Recommendation> {
    site.recommendations.iter().filter(move |recommendation| recommendation.is_example(site) == example)
}

fn counts(example: bool, site: &Site) -> Counts {
    Counts::of(of_sort(example, site), site)
}

/// Counts what is overdue, for the end of a build. Examples are counted apart, and only where there are some.
pub(super) fn tallies(site: &Site) -> Vec<Tally> {
    let overdue = |example: bool| {
        let promises =
            site.commitments.iter().filter(|commitment: &&Commitment| commitment.is_example(site) == example);
        (counts(example, site).overdue, promises.filter(|commitment| commitment.is_overdue(site.today)).count())
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
