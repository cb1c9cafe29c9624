//! The pages of programmes: all of them by kind, those of a facility, and each one's own.

use serde::Serialize;

use super::{Figure, Program, ProgramKind, ProgramStatus, Right};
use crate::kinds::facility::Facility;
use crate::kinds::{Record, Site};
use crate::lang::{Label, Lang, whole};
use crate::model::place::Place;
use crate::model::scalar::Choice;
use crate::page::{MenuPart, Page, ViewCx};
use crate::view::{Link, Section, SectionEntry, Shape, Tag, Tone};

const TITLE: Label = Label::new("Program pembinaan", "Programmes");

fn overview_place() -> Place {
    Place::top("program")
}

#[derive(Serialize)]
struct ProgramsPage {
    groups: Vec<Group>,
}

#[derive(Serialize)]
struct Group {
    title: &'static str,
    programs: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    link: Link,
    facility: Option<Link>,
    schedule: Option<String>,
    status: Option<Tag>,
    example: bool,
}

pub(super) fn overview(site: &Site) -> Page<'_> {
    Page::new(overview_place(), "programs.html", TITLE.of(site.lang()), move |cx| {
        let programs: Vec<&Program> = site.programs.iter().collect();
        ProgramsPage { groups: groups(&programs, |program| row(program, site, cx), cx.lang) }
    })
    .menu(MenuPart::Main, 40, Some(Label::new("Program", "Programmes")))
    .summary(site.lang().pick(
        "Apa yang berjalan, apa yang baru direncanakan, dan hak mana yang dilayani.",
        "What runs, what is only planned, and which rights are served.",
    ))
}

#[derive(Serialize)]
struct FacilityPage {
    facility: Link,
    groups: Vec<Group>,
}

pub(super) fn of_facility<'s>(facility: &'s Facility, site: &'s Site) -> Page<'s> {
    let lang = site.lang();
    let mut page =
        Page::new(facility.section("program"), "facility_programs.html", TITLE.of(lang), move |cx| FacilityPage {
            facility: facility.link_in(cx),
            groups: {
                let programs: Vec<&Program> = site.programs.under(facility.id()).collect();
                let own = |program: &Program| Row { facility: None, ..row(program, site, cx) };
                groups(&programs, own, cx.lang)
            },
        })
        .summary(format!("{} {}.", lang.pick("Program pembinaan di", "Programmes of"), facility.called()))
        .example(facility.example);
    page.trail = site.facility_trail(facility.id());
    page
}

/// What programmes have to say on the page of a facility.
pub(super) fn section(facility: &Facility, site: &Site, cx: &ViewCx<'_>) -> Option<Section> {
    let brief = |program: &Program| {
        let Row { link, schedule, status, .. } = row(program, site, cx);
        SectionEntry { link, meta: schedule.unwrap_or_default(), tags: status.into_iter().collect(), text: None }
    };
    let entries: Vec<SectionEntry> = site.programs.under(facility.id()).map(brief).collect();
    let none = cx.say("Belum ada program yang dicatat.", "No programme is recorded.").to_owned();
    Some(Section {
        rank: 0,
        shape: Shape::List,
        anchor: "program",
        title: cx.say("Program", "Programmes").to_owned(),
        lead: entries.is_empty().then_some(none),
        more: Some(
            cx.link(cx.say("Semua program unit ini", "All programmes of this facility"), &facility.section("program")),
        ),
        entries,
    })
}

fn groups(programs: &[&Program], row: impl Fn(&Program) -> Row, lang: Lang) -> Vec<Group> {
    let group = |kind: &ProgramKind| {
        let of_kind = programs.iter().filter(|program| program.kind == Some(*kind));
        let programs: Vec<Row> = of_kind.map(|program| row(program)).collect();
        (!programs.is_empty()).then(|| Group { title: kind.label().of(lang), programs })
    };
    ProgramKind::ALL.iter().filter_map(group).collect()
}

fn row(program: &Program, site: &Site, cx: &ViewCx<'_>) -> Row {
    Row {
        link: program.link_in(cx),
        facility: facility(program, site).map(|facility| facility.link_in(cx)),
        schedule: program.schedule.clone(),
        status: status(program, cx.lang),
        example: program.is_example(site),
    }
}

fn facility<'s>(program: &Program, site: &'s Site) -> Option<&'s Facility> {
    program.facility().and_then(|id| site.facilities.get(&id))
}

// What another text says of a programme held when it was written; only the facility itself can say that it runs.
fn status(program: &Program, lang: Lang) -> Option<Tag> {
    let status = program.status?;
    let word = status.label().of(lang);
    match (status, &program.source) {
        (_, Some(_)) => {
            Some(Tag::new(format!("{word}, {}", lang.pick("menurut sumber", "says a source")), Tone::Neutral))
        }
        (ProgramStatus::Running, None) => Some(Tag::new(word, Tone::Ok)),
        (_, None) => Some(Tag::new(word, Tone::Neutral)),
    }
}

#[derive(Serialize)]
struct ProgramPage {
    kind: Option<&'static str>,
    facility: Option<Link>,
    status: Option<Tag>,
    schedule: Option<String>,
    participants: Option<Latest>,
    since: Option<Day>,
    partners: Vec<Link>,
    rights: Vec<RightView>,
    source: Option<String>,
    note: Option<String>,
    results: Vec<String>,
    figures: Vec<FigureView>,
    news: Vec<Link>,
}

#[derive(Serialize)]
struct Day {
    iso: String,
    words: String,
}

#[derive(Serialize)]
struct Latest {
    count: String,
    as_of: Day,
    source: Option<String>,
}

#[derive(Serialize)]
struct RightView {
    words: &'static str,
    law: String,
}

#[derive(Serialize)]
struct FigureView {
    as_of: Day,
    count: String,
    source: Option<String>,
}

pub(super) fn detail<'s>(program: &'s Program, site: &'s Site) -> Page<'s> {
    let lang = site.lang();
    let facility = facility(program, site);
    let mut page = Page::new(program.place(), "program.html", program.name.as_str(), move |cx| view(program, site, cx))
        .example(program.is_example(site))
        .updated(program.latest().map(|figure| figure.as_of))
        .from(program.origin.file);
    if let Some(facility) = facility {
        page.trail = site.facility_trail(facility.id());
        page.trail.push((TITLE.of(lang).to_owned(), facility.section("program")));
        page.summary = Some(format!("{} {} {}.", program.name, lang.pick("di", "at"), facility.called()));
    }
    page
}

fn view(program: &Program, site: &Site, cx: &ViewCx<'_>) -> ProgramPage {
    let partner = |id| site.institutions.get(id).map(|institution| institution.link_in(cx));
    let day = |date: crate::model::date::Date| Day { iso: date.to_string(), words: date.words(cx.lang) };
    // A number that names no source rests on what the programme as a whole rests on.
    let source = |figure: &Figure| figure.source.clone().or_else(|| program.source.clone());
    let people = |figure: &Figure| whole(figure.count, cx.lang);
    ProgramPage {
        kind: program.kind.map(|kind| kind.label().of(cx.lang)),
        facility: facility(program, site).map(|facility| facility.link_in(cx)),
        status: status(program, cx.lang),
        schedule: program.schedule.clone(),
        participants: program.latest().map(|figure| Latest {
            count: format!("{} {}", people(figure), cx.say("orang", "people")),
            as_of: day(figure.as_of),
            source: source(figure),
        }),
        since: program.since.map(day),
        partners: program.partners.iter().filter_map(partner).collect(),
        rights: program.rights.iter().map(|right| right_view(*right, cx.lang)).collect(),
        source: program.source.clone(),
        note: program.note.clone(),
        results: program.results.clone(),
        figures: program
            .participants
            .iter()
            .map(|figure| FigureView { as_of: day(figure.as_of), count: people(figure), source: source(figure) })
            .collect(),
        news: site.news_about(program.id()).map(|news| news.link_in(cx)).collect(),
    }
}

fn right_view(right: Right, lang: Lang) -> RightView {
    RightView { words: right.label().of(lang), law: right.law().words(lang) }
}
