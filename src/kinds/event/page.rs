//! The pages of oversight: all events, one event, and the events at one facility.

use std::cmp::Reverse;

use serde::Serialize;

use super::{Event, EventKind, Outcome, overview_place};
use crate::kinds::commitment::{self, Commitment};
use crate::kinds::facility::Facility;
use crate::kinds::finding;
use crate::kinds::institution::Institution;
use crate::kinds::parts::counted::counted;
use crate::kinds::parts::day::Day;
use crate::kinds::parts::evidence::Evidence;
use crate::kinds::parts::paging::{Leaf, leaves};
use crate::kinds::recommendation::chart;
use crate::kinds::recommendation::ledger::{self, Counts};
use crate::kinds::recommendation::{self, Recommendation};
use crate::kinds::{Record, Site};
use crate::lang::{Label, Lang, whole};
use crate::model::id::Id;
use crate::model::scalar::Choice;
use crate::page::{MenuPart, Page, Pages, ViewCx};
use crate::view::{Chart, Fact, Link, Pager, Section, SectionEntry, Shape, Tag, Tone};

#[derive(Serialize)]
struct EventsPage {
    count: Option<String>,
    events: Vec<Entry>,
    pager: Pager,
}

/// An event in a timeline.
#[derive(Serialize)]
struct Entry {
    link: Link,
    // In words, and for machines where it is one day.
    when: Option<String>,
    iso: Option<String>,
    kind: Option<String>,
    institutions: Vec<Link>,
    facilities: Vec<Link>,
    // How many facilities are left to the page of the event.
    others: Option<String>,
    line: String,
    tags: Vec<Tag>,
}

const EVENTS_PER_PAGE: usize = 25;
// An event may be about all facilities of the country.
const SHOWN_FACILITIES: usize = 5;

/// The pages of all events.
pub(super) fn overview<'s>(site: &'s Site, pages: &mut Pages<'s>) {
    let lang = site.lang();
    let examples = site.events.iter().filter(|event| event.is_example(site)).count();
    let (one, many) = (Label::new("peristiwa", "event"), Label::new("peristiwa", "events"));
    let count = counted(site.events.len(), examples, one, many, lang);
    let leaves = leaves(&overview_place(), &newest_first(site.events.iter()), EVENTS_PER_PAGE).into_iter();
    pages.wanted.extend(leaves.map(|leaf| overview_page(leaf, count.clone(), site)));
}

fn overview_page<'s>(leaf: Leaf<&'s Event>, count: Option<String>, site: &'s Site) -> Page<'s> {
    let name = site.lang().pick("Pemantauan", "Oversight");
    let (at, place, title) = (leaf.clone(), leaf.place(), leaf.title(name, site.lang()));
    let page = Page::new(place, "events.html", title, move |cx| EventsPage {
        count: count.clone(),
        events: leaf.items.iter().map(|event| entry(event, true, site, cx)).collect(),
        pager: leaf.pager(Label::new("Lebih baru", "Newer"), Label::new("Lebih lama", "Older"), cx),
    })
    .summary(site.lang().pick(
        "Siapa yang mengawasi unit layanan, kapan, apa hasilnya, dan apa yang harus diperbaiki.",
        "Who looked at the facilities, when, what came out and what must be mended.",
    ));
    if at.number == 1 { page.menu(MenuPart::Main, 50, None) } else { at.put(page, name) }
}

fn newest_first<'s>(events: impl Iterator<Item = &'s Event>) -> Vec<&'s Event> {
    let mut events: Vec<&Event> = events.collect();
    events.sort_by_key(|event| Reverse(event.date()));
    events
}

fn entry(event: &Event, with_facilities: bool, site: &Site, cx: &ViewCx<'_>) -> Entry {
    let counts = Counts::of(event.recommendations(site), site);
    let mut tags = Vec::new();
    if counts.overdue() > 0 {
        let count = whole(counts.overdue(), cx.lang);
        tags.push(Tag::new(format!("{count} {}", cx.say("terlambat", "overdue")), Tone::Late));
    }
    if counts.waiting() > 0 {
        let count = whole(counts.waiting(), cx.lang);
        tags.push(Tag::new(format!("{count} {}", cx.say("belum selesai", "not done")), Tone::Neutral));
    }
    if event.is_example(site) {
        tags.push(Tag::new(cx.say("contoh", "example"), Tone::Example));
    }
    Entry {
        link: event.link_in(cx),
        when: event.period.map(|period| period.words(cx.lang)).or(event.reported.map(|on| on.words(cx.lang))),
        iso: event
            .date()
            .filter(|date| event.period.is_none_or(|period| period.from == *date))
            .map(|on| on.to_string()),
        kind: event.kind.map(|kind| kind.label().of(cx.lang).to_owned()),
        institutions: institutions(event, site, cx),
        facilities: match with_facilities {
            true => facilities(event, site, cx).take(SHOWN_FACILITIES).collect(),
            false => Vec::new(),
        },
        others: (with_facilities && event.facilities.len() > SHOWN_FACILITIES).then(|| {
            let others = whole(event.facilities.len() - SHOWN_FACILITIES, cx.lang);
            cx.say(format!("dan {others} lainnya"), format!("and {others} more"))
        }),
        line: result(event, cx.lang),
        tags,
    }
}

fn institutions(event: &Event, site: &Site, cx: &ViewCx<'_>) -> Vec<Link> {
    event.institutions.iter().filter_map(|id| Some(site.institutions.get(id)?.link_in(cx))).collect()
}

fn facilities<'a>(event: &'a Event, site: &'a Site, cx: &'a ViewCx<'_>) -> impl Iterator<Item = Link> + 'a {
    event.facilities.iter().filter_map(|id| Some(site.facilities.get(id)?.link_in(cx)))
}

// What came out in one line. What is no assessment says so, and a result nobody published is not a good one.
fn result(event: &Event, lang: Lang) -> String {
    let words = event.outcome.as_ref().and_then(|outcome| outcome.words.as_deref()).map(sentence);
    match event.kind {
        Some(EventKind::Visit) => {
            with(lang.pick("Kunjungan kerja, bukan penilaian.", "A courtesy visit, not an assessment."), words)
        }
        Some(EventKind::Licensing) => {
            with(lang.pick("Urusan perizinan, bukan penilaian.", "About a licence, not an assessment."), words)
        }
        _ => match (words, &event.outcome) {
            (Some(words), _) => words,
            (None, Some(outcome)) => graded(outcome, lang),
            (None, None) => lang.pick("Hasil belum dipublikasikan.", "The result has not been published.").to_owned(),
        },
    }
}

fn with(first: &str, rest: Option<String>) -> String {
    rest.map_or_else(|| first.to_owned(), |rest| format!("{first} {rest}"))
}

fn graded(outcome: &Outcome, lang: Lang) -> String {
    let score = outcome.score.map(|score| {
        let (value, of) = (score.value_words(lang), score.of_words(lang));
        lang.pick(format!("Nilai {value} dari {of}"), format!("Score {value} of {of}"))
    });
    let predicate = outcome.predicate.as_ref().map(|band| format!("{} {band}", lang.pick("Predikat", "Band")));
    format!("{}.", score.into_iter().chain(predicate).collect::<Vec<_>>().join(". "))
}

// Results are often written as half a sentence.
fn sentence(text: &str) -> String {
    let mut chars = text.trim().chars();
    let mut out: String = chars.next().map(|first| first.to_uppercase().collect()).unwrap_or_default();
    out.push_str(chars.as_str());
    if !out.ends_with(['.', '!', '?', '…', '”', '"']) {
        out.push('.');
    }
    out
}

#[derive(Serialize)]
struct EventPage {
    kind: Option<String>,
    facilities: Vec<Link>,
    answer: String,
    facts: Vec<Fact>,
    about: Vec<Fact>,
    note: Option<String>,
    findings: Vec<finding::Card>,
    recommendations: Vec<ledger::Row>,
    recommendations_words: Option<String>,
    recommendations_caption: String,
    actions: Vec<Acted>,
    promises: Vec<commitment::Row>,
    promises_words: Option<String>,
    promises_caption: String,
    source: Vec<Fact>,
    tracker: Link,
}

/// What was done on one recommendation.
#[derive(Serialize)]
struct Acted {
    text: String,
    steps: Vec<Step>,
}

#[derive(Serialize)]
struct Step {
    date: Option<Day>,
    text: String,
    evidence: Vec<Link>,
}

/// The page of an event.
pub(super) fn detail<'s>(event: &'s Event, site: &'s Site) -> Page<'s> {
    let evidence = event.recommendations(site).flat_map(Recommendation::evidence);
    let shown = evidence.filter_map(Evidence::asset);
    let promised = promises(event, site).into_iter().flat_map(Commitment::assets);
    Page::new(event.place(), "event.html", &event.title, move |cx| view(event, site, cx))
        .under(site.lang().pick("Pemantauan", "Oversight"), overview_place())
        .updated(last_change(event, site))
        .example(event.is_example(site))
        .from(event.origin.file)
        .assets(shown)
        .assets(promised)
        .summary(result(event, site.lang()))
}

fn promises<'s>(event: &Event, site: &'s Site) -> Vec<&'s Commitment> {
    let owned = site.commitments.under(&event.id);
    commitment::sorted(owned.filter(|commitment| commitment.owner == commitment::Owner::Event(event.id.clone())), site)
}

// The last day of which the page tells: the event, its report, what was done or verified since.
fn last_change(event: &Event, site: &Site) -> Option<crate::model::date::Date> {
    let since = event.recommendations(site).flat_map(|recommendation| {
        let verified = recommendation.verification.as_ref().and_then(|verification| verification.on);
        recommendation.actions.iter().filter_map(|action| action.on).chain(verified)
    });
    since.chain(event.date()).chain(event.reported).filter(|date| *date <= site.today).max()
}

fn view(event: &Event, site: &Site, cx: &ViewCx<'_>) -> EventPage {
    let recommendations = ledger::sorted(event.recommendations(site), site);
    let counts = Counts::of(recommendations.iter().copied(), site);
    let promised = promises(event, site);
    let acted = recommendations.iter().filter(|recommendation| !recommendation.actions.is_empty());
    EventPage {
        kind: event.kind.map(|kind| kind.label().of(cx.lang).to_owned()),
        facilities: facilities(event, site, cx).collect(),
        answer: result(event, cx.lang),
        facts: facts(event, cx),
        about: about(event, site, cx),
        note: event.note.clone(),
        findings: site.findings.under(&event.id).map(|finding| finding.card(site, cx)).collect(),
        recommendations_words: (counts.all > 0).then(|| counts.words(cx.lang)),
        recommendations_caption: cx.say("Yang terlambat di atas", "Overdue ones first").to_owned(),
        actions: acted.map(|recommendation| actions(recommendation, event, cx)).collect(),
        recommendations: recommendations.iter().map(|found| ledger::row(found, false, site, cx)).collect(),
        promises_words: (!promised.is_empty()).then(|| commitment::words(&promised, site, cx.lang)),
        promises_caption: cx.say("Yang terlambat di atas", "Overdue ones first").to_owned(),
        promises: promised.iter().map(|commitment| commitment.row(false, site, cx)).collect(),
        source: source(event, site, cx),
        tracker: cx.link(
            cx.say("Semua rekomendasi pengawas", "All recommendations of overseers"),
            &recommendation::overview_place(),
        ),
    }
}

// The row of short facts. A score stands only where something was assessed.
fn facts(event: &Event, cx: &ViewCx<'_>) -> Vec<Fact> {
    let mut facts = Vec::new();
    facts.extend(event.period.map(|period| Fact::new(cx.say("Masa", "Period"), Some(period.words(cx.lang)))));
    facts.extend(event.reported.map(|on| Fact::new(cx.say("Dilaporkan", "Reported on"), Some(on.words(cx.lang)))));
    if let Some(outcome) = event.outcome.as_ref().filter(|_| event.is_assessment()) {
        facts.extend(grade(outcome, cx));
    }
    facts.extend(event.announced.map(|announced| {
        let word = if announced { cx.say("Ya", "Yes") } else { cx.say("Tidak", "No") };
        Fact::new(cx.say("Diumumkan lebih dulu", "Announced beforehand"), Some(word))
    }));
    facts
}

// The score, with its highest value and the band it was said to fall into; or the band alone.
fn grade(outcome: &Outcome, cx: &ViewCx<'_>) -> Option<Fact> {
    let scheme = outcome.scheme.as_ref().map(|scheme| format!("{} {scheme}", cx.say("menurut skema", "by the scheme")));
    let word = cx.say("predikat", "band");
    let Some(score) = outcome.score else {
        return outcome.predicate.as_ref().map(|band| Fact::new(cx.say("Predikat", "Band"), Some(band)).noted(scheme));
    };
    let of = format!("{} {}", cx.say("dari", "of"), score.of_words(cx.lang));
    let band = outcome.predicate.as_ref().map(|band| match &scheme {
        Some(scheme) => format!("{word} {band} {scheme}"),
        None => format!("{word} {band}"),
    });
    let note = [Some(of), band.or(scheme)].into_iter().flatten().collect::<Vec<_>>().join("; ");
    Some(Fact::new(cx.say("Nilai", "Score"), Some(score.value_words(cx.lang))).noted(Some(note)))
}

fn about(event: &Event, site: &Site, cx: &ViewCx<'_>) -> Vec<Fact> {
    let mut facts = vec![
        Fact::of(cx.say("Lembaga", "Institutions"), institutions(event, site, cx)),
        Fact::of(cx.say("Unit layanan", "Facilities"), facilities(event, site, cx)),
    ];
    if !event.focus.is_empty() {
        // Some write it as a key: `bantuan_hukum`.
        let focus = event.focus.join(", ").replace('_', " ");
        facts.push(Fact::new(cx.say("Fokus", "Focus"), Some(focus)));
    }
    facts
}

fn actions(recommendation: &Recommendation, event: &Event, cx: &ViewCx<'_>) -> Acted {
    let mut steps: Vec<_> = recommendation.actions.iter().collect();
    steps.sort_by_key(|action| Reverse(action.on));
    Acted {
        text: recommendation.text.clone(),
        steps: steps
            .into_iter()
            .map(|action| Step {
                date: action.on.map(|on| Day::new(on, cx.lang)),
                text: action.text.clone(),
                evidence: action.evidence.iter().map(|evidence| evidence.link(cx, &event.place())).collect(),
            })
            .collect(),
    }
}

fn source(event: &Event, site: &Site, cx: &ViewCx<'_>) -> Vec<Fact> {
    let mut facts = Vec::new();
    facts.extend(event.source.as_ref().map(|source| Fact::of(cx.say("Teks", "Text"), [source.link(cx.lang)])));
    let news: Vec<Link> = site.news_about(event.id()).map(|news| news.link_in(cx)).collect();
    if !news.is_empty() {
        facts.push(Fact::of(cx.say("Berita", "News"), news));
    }
    facts
}

#[derive(Serialize)]
struct FacilityPage {
    facility: Link,
    answer: String,
    chart: Option<Chart>,
    groups: Vec<Group>,
    tracker: Link,
}

#[derive(Serialize)]
struct Group {
    overseer: String,
    words: String,
    events: Vec<Entry>,
}

/// The page of the events at a facility, also where there is none.
pub(super) fn of_facility<'s>(facility: &'s Facility, site: &'s Site) -> Page<'s> {
    let title = site.lang().pick("Pemantauan oleh pengawas", "Oversight");
    let events = at(facility, site);
    let mut page = Page::new(facility.section("pemantauan"), "facility_events.html", title, move |cx| {
        facility_view(facility, site, cx)
    })
    .updated(events.iter().filter_map(|event| last_change(event, site)).max())
    .example(facility.example)
    .summary(match site.lang() {
        Lang::Id => format!("Siapa yang mengawasi {}, hasilnya, dan tindak lanjutnya.", facility.called()),
        Lang::En => format!("Who oversees {}, what came out and what was done.", facility.called()),
    });
    page.trail = site.facility_trail(facility.id());
    page
}

fn at<'s>(facility: &Facility, site: &'s Site) -> Vec<&'s Event> {
    newest_first(site.events.iter().filter(|event| event.facilities.contains(facility.id())))
}

fn facility_view(facility: &Facility, site: &Site, cx: &ViewCx<'_>) -> FacilityPage {
    let events = at(facility, site);
    let answer = match events.len() {
        0 => cx
            .say(
                "Belum ada pemantauan yang dicatat untuk unit ini. Itu tidak berarti unit ini tidak pernah diawasi.",
                "No oversight event is recorded for this facility. That does not mean nobody ever looked.",
            )
            .to_owned(),
        _ => sum_up(&events, site, cx.lang),
    };
    let own = recommendation::facility_place(facility.id());
    FacilityPage {
        facility: facility.link_in(cx),
        answer,
        chart: chart::of(counts(&events, site), site.today, "gambar", cx),
        groups: by_overseer(&events, site, cx),
        tracker: match cx.href(&own) {
            Some(_) => {
                cx.link(cx.say("Rekomendasi untuk unit ini satu per satu", "Its recommendations one by one"), &own)
            }
            None => cx.link(
                cx.say("Semua rekomendasi pengawas", "All recommendations of overseers"),
                &recommendation::overview_place(),
            ),
        },
    }
}

// The newest events stand on the facility's own page; the rest is one step away.
const ON_FACILITY: usize = 5;

/// What oversight has to say on the page of a facility.
pub(super) fn section(facility: &Facility, site: &Site, cx: &ViewCx<'_>) -> Option<Section> {
    let events = at(facility, site);
    let lead = match events.len() {
        0 => cx.say("Belum ada pemantauan yang dicatat.", "No oversight event is recorded.").to_owned(),
        _ => sum_up(&events, site, cx.lang),
    };
    let in_brief = |event: &&Event| {
        let Entry { link, when, line, tags, .. } = entry(event, false, site, cx);
        SectionEntry { link, meta: when.unwrap_or_default(), tags, text: Some(line) }
    };
    Some(Section {
        rank: 0,
        shape: Shape::Timeline,
        anchor: "pemantauan",
        title: cx.say("Pemantauan", "Oversight").to_owned(),
        lead: Some(lead),
        entries: events.iter().take(ON_FACILITY).map(in_brief).collect(),
        more: Some(cx.link(
            cx.say("Semua pemantauan unit ini", "All oversight of this facility"),
            &facility.section("pemantauan"),
        )),
    })
}

// One group for each leading institution, the one that came last first: what it asked for before can be compared with what
// it asks for now.
fn by_overseer(events: &[&Event], site: &Site, cx: &ViewCx<'_>) -> Vec<Group> {
    let mut order: Vec<Option<&Id<Institution>>> = Vec::new();
    for event in events {
        let lead = event.institutions.first();
        if !order.contains(&lead) {
            order.push(lead);
        }
    }
    let group = |lead: Option<&Id<Institution>>| {
        let own: Vec<&Event> = events.iter().copied().filter(|event| event.institutions.first() == lead).collect();
        let name = lead.and_then(|id| site.institutions.get(id)).map(|institution| institution.name.clone());
        Group {
            overseer: name.unwrap_or_else(|| cx.say("Lembaga lain", "Other institutions").to_owned()),
            words: sum_up(&own, site, cx.lang),
            events: own.iter().map(|event| entry(event, false, site, cx)).collect(),
        }
    };
    order.into_iter().map(group).collect()
}

fn counts(events: &[&Event], site: &Site) -> Counts {
    Counts::of(events.iter().flat_map(|event| event.recommendations(site)), site)
}

fn sum_up(events: &[&Event], site: &Site, lang: Lang) -> String {
    let counts = counts(events, site);
    let many = whole(events.len(), lang);
    let what = match events.len() {
        1 => lang.pick("peristiwa", "event"),
        _ => lang.pick("peristiwa", "events"),
    };
    match counts.all {
        0 => format!("{many} {what}; {}.", lang.pick("tanpa rekomendasi", "no recommendation")),
        _ => format!("{many} {what}; {}", counts.words(lang)),
    }
}
