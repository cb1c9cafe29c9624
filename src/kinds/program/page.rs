//! The pages of programmes: all of them by kind, those of a facility, and each one's own.

use serde::Serialize;

use super::{Figure, Program, ProgramKind, ProgramStatus, Right};
use crate::kinds::facility::Facility;
use crate::kinds::parts::counted::counted;
use crate::kinds::parts::paging::{Leaf, leaves};
use crate::kinds::{Record, Site};
use crate::lang::{Label, Lang, whole};
use crate::model::place::Place;
use crate::model::scalar::Choice;
use crate::page::{MenuPart, Page, Pages, ViewCx};
use crate::view::{Link, Pager, Section, SectionEntry, Shape, Tag, Tone};

const TITLE: Label = Label::new("Program pembinaan", "Programmes");

fn overview_place() -> Place {
    Place::top("program")
}

#[derive(Serialize)]
struct ProgramsPage {
    count: Option<String>,
    groups: Vec<Group>,
    // The leaves of one kind, where it has too many for the page of all.
    pager: Option<Pager>,
}

#[derive(Serialize)]
struct Group {
    title: &'static str,
    programs: Vec<Row>,
    // Where the rest stands.
    more: Option<Link>,
}

#[derive(Serialize)]
struct Row {
    link: Link,
    facility: Option<Link>,
    schedule: Option<String>,
    status: Option<Tag>,
    example: bool,
}

/// Adds the page of all by kind, and pages of their own for kinds that have many.
pub(super) fn overview<'s>(site: &'s Site, pages: &mut Pages<'s>) {
    pages.push(all(site));
    for kind in ProgramKind::ALL {
        let own: Vec<&Program> = site.programs.iter().filter(|program| program.kind == Some(*kind)).collect();
        if own.len() > SHOWN_OF_KIND {
            let leaves = leaves(&kind_place(*kind), &own, PER_PAGE).into_iter();
            pages.wanted.extend(leaves.map(|leaf| of_kind(*kind, leaf, count(&own, site), site)));
        }
    }
}

// What a kind shows on the page of all, and on pages of its own.
const SHOWN_OF_KIND: usize = 20;
const PER_PAGE: usize = 50;

fn kind_place(kind: ProgramKind) -> Place {
    overview_place().down("jenis").down(&kind.key().replace('_', "-"))
}

fn count(programs: &[&Program], site: &Site) -> Option<String> {
    let examples = programs.iter().filter(|program| program.is_example(site)).count();
    let (one, many) = (Label::new("program", "programme"), Label::new("program", "programmes"));
    counted(programs.len(), examples, one, many, site.lang())
}

fn all(site: &Site) -> Page<'_> {
    Page::new(overview_place(), "programs.html", TITLE.of(site.lang()), move |cx| {
        let programs: Vec<&Program> = site.programs.iter().collect();
        let groups = groups(&programs, SHOWN_OF_KIND, |program| row(program, site, cx), cx);
        ProgramsPage { count: count(&programs, site), groups, pager: None }
    })
    .menu(MenuPart::Main, 40, Some(Label::new("Program", "Programmes")))
    .summary(site.lang().pick(
        "Apa yang berjalan, apa yang baru direncanakan, dan hak mana yang dilayani.",
        "What runs, what is only planned, and which rights are served.",
    ))
}

fn of_kind<'s>(kind: ProgramKind, leaf: Leaf<&'s Program>, count: Option<String>, site: &'s Site) -> Page<'s> {
    let lang = site.lang();
    let name = format!("{}: {}", TITLE.of(lang), kind.label().of(lang).to_lowercase());
    let (at, place, title) = (leaf.clone(), leaf.place(), leaf.title(&name, lang));
    let page = Page::new(place, "programs.html", title, move |cx| ProgramsPage {
        count: count.clone(),
        groups: groups(&leaf.items, usize::MAX, |program| row(program, site, cx), cx),
        pager: Some(leaf.pager(Label::new("Sebelumnya", "Previous"), Label::new("Berikutnya", "Next"), cx)),
    })
    .under(TITLE.of(lang), overview_place());
    at.put(page, &name)
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
                groups(&programs, usize::MAX, own, cx)
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

fn groups(programs: &[&Program], shown: usize, row: impl Fn(&Program) -> Row, cx: &ViewCx<'_>) -> Vec<Group> {
    let group = |kind: &ProgramKind| {
        let of_kind: Vec<&&Program> = programs.iter().filter(|program| program.kind == Some(*kind)).collect();
        let programs: Vec<Row> = of_kind.iter().take(shown).map(|program| row(program)).collect();
        let more = (of_kind.len() > shown).then(|| {
            let all = whole(of_kind.len(), cx.lang);
            cx.link(cx.say(format!("Semua {all} program"), format!("All {all} programmes")), &kind_place(*kind))
        });
        (!programs.is_empty()).then(|| Group { title: kind.label().of(cx.lang), programs, more })
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
