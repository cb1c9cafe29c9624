//! The pages of surveys: one survey with its elements and what is done about them, and all of a facility over time. The
//! number of respondents stands beside every index.

use std::cmp::Reverse;

use rust_decimal::Decimal;
use serde::Serialize;

use super::action::SurveyAction;
use super::charts;
use super::element::{Element, SurveyElement};
use super::{RULE, Survey, index, section_place};
use crate::kinds::band_scheme::Band;
use crate::kinds::facility::Facility;
use crate::kinds::parts::day::Day;
use crate::kinds::{Record, Site};
use crate::lang::{Lang, decimal, whole};
use crate::model::date::Date;
use crate::model::scalar::Choice;
use crate::page::{Page, ViewCx};
use crate::view::{Chart, Fact, Link, Section, SectionEntry, Shape, Tag, Tone};

#[derive(Serialize)]
struct SurveyPage {
    facility: Option<Link>,
    index: Option<String>,
    quality: Option<String>,
    facts: Vec<Short>,
    chart: Option<Chart>,
    elements: Vec<ElementRow>,
    total: Option<ElementRow>,
    notes: Vec<String>,
    rule: Vec<Fact>,
    actions: Vec<ActionRow>,
    law: String,
}

// One of the short facts below the index.
#[derive(Serialize)]
struct Short {
    label: String,
    value: Option<String>,
    note: Option<String>,
}

#[derive(Serialize)]
struct ElementRow {
    name: String,
    lowest: bool,
    mean: String,
    answers: Option<String>,
    converted: String,
    quality: Option<String>,
}

#[derive(Serialize)]
struct ActionRow {
    element: Option<String>,
    text: String,
    due: Option<Day>,
    late: Option<Tag>,
    reported: Tag,
    evidence: Option<String>,
}

/// Names a survey by its time: `Survei kepuasan, semester kedua 2025`.
pub(super) fn title(survey: &Survey, lang: Lang) -> String {
    format!("{}, {}", lang.pick("Survei kepuasan", "Satisfaction survey"), period(survey, lang))
}

pub(super) fn period(survey: &Survey, lang: Lang) -> String {
    const PARTS: [(u32, u32, u32, &str, &str); 7] = [
        (1, 12, 31, "tahun", "the year"),
        (1, 6, 30, "semester pertama", "the first half of"),
        (7, 12, 31, "semester kedua", "the second half of"),
        (1, 3, 31, "triwulan pertama", "the first quarter of"),
        (4, 6, 30, "triwulan kedua", "the second quarter of"),
        (7, 9, 30, "triwulan ketiga", "the third quarter of"),
        (10, 12, 31, "triwulan keempat", "the fourth quarter of"),
    ];
    let year = survey.period.from.year();
    let is = |part: &&(u32, u32, u32, &str, &str)| {
        Date::of(year, part.0, 1) == Some(survey.period.from)
            && Date::of(year, part.1, part.2) == Some(survey.period.to)
    };
    match PARTS.iter().find(is) {
        Some((.., id, en)) => format!("{} {year}", lang.pick(id, en)),
        None => survey.period.words(lang),
    }
}

fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}

pub(super) fn detail<'s>(survey: &'s Survey, site: &'s Site) -> Page<'s> {
    let lang = site.lang();
    let mut page = Page::new(survey.place(), "survey.html", title(survey, lang), move |cx| view(survey, site, cx))
        .updated(Some(survey.period.to))
        .example(survey.is_example(site))
        .from(survey.origin.file);
    if let Some(facility) = survey.facility() {
        page.trail = site.facility_trail(&facility);
        page = page.under(lang.pick("Survei kepuasan", "Satisfaction surveys"), section_place(&facility));
    }
    page.summary = survey.index(site).map(|index| {
        format!(
            "{} {}: {}, {}.",
            lang.pick("Indeks kepuasan", "Satisfaction index"),
            decimal(index, lang),
            quality(survey.band(site)).unwrap_or_default(),
            respondents(survey, lang),
        )
    });
    page
}

fn view(survey: &Survey, site: &Site, cx: &ViewCx<'_>) -> SurveyPage {
    let elements = survey.elements(site);
    let lowest = lowest(&elements);
    let index = survey.index(site);
    let is_lowest = |element: &SurveyElement| Some(element.mean) == lowest;
    SurveyPage {
        facility: survey.facility().and_then(|id| site.facilities.get(&id)).map(|facility| facility.link_in(cx)),
        index: index.map(|index| decimal(index, cx.lang)),
        quality: quality(survey.band(site)).map(|words| format!("{words} · {}", respondents(survey, cx.lang))),
        facts: facts(survey, &elements, lowest, cx),
        chart: charts::elements(survey, site, cx),
        elements: elements.iter().map(|e| element_row(e, is_lowest(e), survey, site, cx)).collect(),
        total: index.map(|index| total_row(&elements, index, survey, site, cx)),
        notes: notes(survey, elements.len(), index, cx),
        rule: rule(survey, site, cx),
        actions: actions(survey, site, cx),
        law: RULE.words(cx.lang),
    }
}

/// Returns the value of the lowest elements; where all have one value, none is lower than the rest.
pub(super) fn lowest(elements: &[&SurveyElement]) -> Option<Decimal> {
    let means = || elements.iter().map(|element| element.mean);
    means().min().filter(|lowest| means().max() != Some(*lowest))
}

// `B, baik`
fn quality(band: Option<&Band>) -> Option<String> {
    band.map(|band| format!("{}, {}", band.code, band.label.to_lowercase()))
}

/// Writes a value with what it means: `82,50 (B, baik)`.
pub(super) fn with_quality(figure: Decimal, band: Option<&Band>, lang: Lang) -> String {
    let quality = quality(band).map(|words| format!(" ({words})"));
    format!("{}{}", decimal(figure, lang), quality.unwrap_or_default())
}

pub(super) fn respondents(survey: &Survey, lang: Lang) -> String {
    format!("{} {}", whole(survey.respondents, lang), lang.pick("responden", "respondents"))
}

fn people(count: u32, cx: &ViewCx<'_>) -> String {
    format!("{} {}", whole(count, cx.lang), cx.say("orang", "people"))
}

fn facts(survey: &Survey, elements: &[&SurveyElement], lowest: Option<Decimal>, cx: &ViewCx<'_>) -> Vec<Short> {
    let short =
        |label: &str, value: Option<String>, note: Option<String>| Short { label: label.to_owned(), value, note };
    let target = survey.sample_target().map(|target| {
        let short = survey.respondents < target;
        let word =
            if short { cx.say("kurang dari sasaran", "below the target of") } else { cx.say("sasaran", "target") };
        format!("{word} {}", whole(target, cx.lang))
    });
    let least = (!elements.is_empty()).then(|| least(elements, lowest, cx));
    vec![
        short(cx.say("Responden", "Respondents"), Some(people(survey.respondents, cx)), target),
        short(cx.say("Populasi", "Population"), survey.population.map(|count| people(count, cx)), None),
        short(cx.say("Masa", "Period"), Some(capital(&period(survey, cx.lang))), None),
        short(cx.say("Nilai terendah", "Lowest"), least, None),
    ]
}

fn least(elements: &[&SurveyElement], lowest: Option<Decimal>, cx: &ViewCx<'_>) -> String {
    let equal = || cx.say("Semua unsur sama", "All elements equal").to_owned();
    lowest.map_or_else(equal, |lowest| named(elements, lowest, cx.lang))
}

/// Writes the names of the elements that have a value.
pub(super) fn named(elements: &[&SurveyElement], mean: Decimal, lang: Lang) -> String {
    let names = elements.iter().filter(|element| element.mean == mean).map(|element| element.element.label().of(lang));
    names.collect::<Vec<_>>().join("; ")
}

fn element_row(element: &SurveyElement, lowest: bool, survey: &Survey, site: &Site, cx: &ViewCx<'_>) -> ElementRow {
    let converted = element.converted();
    ElementRow {
        name: element.element.label().of(cx.lang).to_owned(),
        lowest,
        mean: decimal(element.shown(), cx.lang),
        answers: element.answers.map(|count| whole(count, cx.lang)),
        converted: decimal(converted, cx.lang),
        quality: quality(survey.scheme(site).and_then(|scheme| scheme.band_of(converted))),
    }
}

fn total_row(elements: &[&SurveyElement], index: Decimal, survey: &Survey, site: &Site, cx: &ViewCx<'_>) -> ElementRow {
    let sum: Decimal = elements.iter().map(|element| element.mean).sum();
    let mean = index::published(sum / Decimal::from(elements.len().max(1)));
    ElementRow {
        name: cx.say("Indeks (IKM)", "Index (IKM)").to_owned(),
        lowest: false,
        mean: decimal(mean, cx.lang),
        answers: None,
        converted: decimal(index, cx.lang),
        quality: quality(survey.band(site)),
    }
}

fn notes(survey: &Survey, counted: usize, index: Option<Decimal>, cx: &ViewCx<'_>) -> Vec<String> {
    let Some(index) = index else { return Vec::new() };
    let mut notes = Vec::new();
    if survey.counted {
        notes.push(cx.say(
            "Dihitung dari jawaban responden. Setiap unsur dibagi dengan jumlah jawaban yang terisi; jawabannya sendiri tidak diterbitkan.",
            "Counted from the respondents' answers. Each element is divided by the answers given; the answers themselves are not published.",
        ).to_owned());
    }
    if counted < Element::ALL.len() {
        notes.push(cx.say(
            format!(
                "Hanya {counted} dari 9 unsur yang dinilai; indeks ini tidak sebanding dengan indeks sembilan unsur."
            ),
            format!("Only {counted} of 9 elements have a value; this index does not compare with one of nine."),
        ));
    }
    let derived = decimal(index, cx.lang);
    let weighed = cx.say(
        format!("Dihitung ulang dengan bobot tepat 1/{counted}."),
        format!("Recomputed with the exact weight 1/{counted}."),
    );
    notes.push(match survey.published {
        Some(published) if published == index => cx.say(
            format!("{weighed} Angka terbitan dan hitungan ulang sama: {derived}."),
            format!("{weighed} The published index and the recomputed one are the same: {derived}."),
        ),
        Some(published) => {
            let stated = decimal(published, cx.lang);
            cx.say(
                format!("{weighed} Angka terbitan {stated}, hitungan ulang {derived}."),
                format!("{weighed} The published index is {stated}, the recomputed one {derived}."),
            )
        }
        None => cx.say(
            format!("{weighed} Angka terbitan tidak dicantumkan."),
            format!("{weighed} No published index is given."),
        ),
    });
    notes.extend(survey.discrepancy.clone());
    notes
}

fn rule(survey: &Survey, site: &Site, cx: &ViewCx<'_>) -> Vec<Fact> {
    let method = survey
        .regulation(site)
        .map_or_else(|| Link::plain(survey.method.label().of(cx.lang)), |regulation| regulation.link_in(cx));
    let mut facts = vec![Fact::of(cx.say("Cara survei", "Method"), [method])];
    if let Some(scheme) = survey.scheme(site) {
        facts.push(Fact::of(cx.say("Arti nilai", "Meaning of values"), [scheme.link_in(cx)]));
    }
    facts
}

fn actions(survey: &Survey, site: &Site, cx: &ViewCx<'_>) -> Vec<ActionRow> {
    let row = |action: &SurveyAction| ActionRow {
        element: action.element.map(|element| element.label().of(cx.lang).to_owned()),
        text: action.text.clone(),
        due: action.due.map(|due| Day::new(due, cx.lang)),
        late: action.lateness(site.today, cx.lang),
        reported: action.reported(cx.lang),
        evidence: action.evidence.clone(),
    };
    // By number, not by letter: the tenth comes after the ninth.
    let mut actions: Vec<&SurveyAction> = site.survey_actions.under(&survey.id).collect();
    actions.sort_by_key(|action| (action.id().last().len(), action.id().last()));
    actions.into_iter().map(row).collect()
}

#[derive(Serialize)]
struct SurveysPage {
    facility: Link,
    charts: Vec<Chart>,
    surveys: Vec<Row>,
    // The figures behind the drawing of the elements: a head for each survey, newest first.
    heads: Vec<String>,
    elements: Vec<ElementLine>,
    law: String,
}

#[derive(Serialize)]
struct ElementLine {
    name: &'static str,
    // Empty means that it is not stated: the page says so.
    cells: Vec<Option<String>>,
}

#[derive(Serialize)]
struct Row {
    link: Link,
    index: Option<String>,
    quality: Option<String>,
    published: Option<String>,
    respondents: String,
    lowest: String,
}

fn newest<'s>(facility: &Facility, site: &'s Site) -> Vec<&'s Survey> {
    let mut surveys: Vec<&Survey> = site.surveys.under(facility.id()).collect();
    surveys.sort_by_key(|survey| Reverse(survey.period.to));
    surveys
}

pub(super) fn list<'s>(facility: &'s Facility, site: &'s Site) -> Page<'s> {
    let lang = site.lang();
    let title = format!("{} {}", lang.pick("Survei kepuasan", "Satisfaction surveys of"), facility.called());
    let mut page =
        Page::new(section_place(facility.id()), "surveys.html", title, move |cx| list_view(facility, site, cx))
            .updated(newest(facility, site).first().map(|survey| survey.period.to))
            .example(facility.example)
            .summary(lang.pick(
                "Indeks kepuasan dari waktu ke waktu, dengan jumlah respondennya.",
                "The satisfaction index over time, with the number of respondents.",
            ));
    page.trail = site.facility_trail(facility.id());
    page
}

fn list_view(facility: &Facility, site: &Site, cx: &ViewCx<'_>) -> SurveysPage {
    let surveys = newest(facility, site);
    let value = |survey: &Survey, element: Element| {
        let elements = survey.elements(site);
        let known = elements.iter().find(|known| known.element == element)?;
        Some(decimal(known.converted(), cx.lang))
    };
    let line = |element: &Element| ElementLine {
        name: element.label().of(cx.lang),
        cells: surveys.iter().map(|survey| value(survey, *element)).collect(),
    };
    SurveysPage {
        facility: facility.link_in(cx),
        charts: charts::over_time(&surveys, site, cx).into_iter().flatten().collect(),
        surveys: surveys.iter().map(|survey| row(survey, site, cx)).collect(),
        heads: surveys.iter().map(|survey| survey.period.brief(cx.lang).join(" ")).collect(),
        elements: Element::ALL.iter().map(line).collect(),
        law: RULE.words(cx.lang),
    }
}

fn row(survey: &Survey, site: &Site, cx: &ViewCx<'_>) -> Row {
    let elements = survey.elements(site);
    let lowest = lowest(&elements);
    Row {
        link: cx.link(capital(&period(survey, cx.lang)), &survey.place()),
        index: survey.index(site).map(|index| decimal(index, cx.lang)),
        quality: quality(survey.band(site)),
        published: survey.published.map(|published| decimal(published, cx.lang)),
        respondents: people(survey.respondents, cx),
        lowest: if elements.is_empty() { String::new() } else { least(&elements, lowest, cx) },
    }
}

pub(super) fn section(site: &Site, facility: &Facility, cx: &ViewCx<'_>) -> Option<Section> {
    let survey = *newest(facility, site).first()?;
    let index = survey.index(site).map(|index| decimal(index, cx.lang));
    let parts = [index, quality(survey.band(site)), Some(respondents(survey, cx.lang))];
    let late = site.survey_actions.under(&survey.id).filter(|action| action.is_overdue(site.today)).count();
    let tag = (late > 0).then(|| {
        let words = cx.say(format!("{late} tindak lanjut terlambat"), format!("{late} follow-ups late"));
        Tag::new(words, Tone::Late)
    });
    Some(Section {
        rank: 0,
        shape: Shape::List,
        anchor: "skm",
        title: cx.say("Survei kepuasan", "Satisfaction").to_owned(),
        lead: None,
        entries: vec![SectionEntry {
            link: survey.link_in(cx),
            meta: parts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            tags: tag.into_iter().collect(),
            text: None,
        }],
        more: Some(cx.link(cx.say("Semua survei", "All surveys"), &section_place(facility.id()))),
    })
}
