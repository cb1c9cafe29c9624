//! A survey as written, and its check: what is stated is held against what follows from the answers.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Deserialize;

use super::action::{RawAction, SurveyAction};
use super::answers::{self, Answers};
use super::element::{Element, SurveyElement};
use super::{Method, RULE, Survey, index};
use crate::diag::Problem;
use crate::kinds::form::{At, Form};
use crate::kinds::parts::period::{Period, RawPeriod};
use crate::kinds::{Harvest, Record};
use crate::lang::Label;
use crate::model::scalar::{Choice, Text};
use crate::parse::written::Written;
use crate::stage::CheckCx;

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
/// `skm/<period>.yaml` as written.
pub struct RawSurvey {
    #[schemars(required)]
    #[serde(rename = "metode")]
    method: Option<Written<Method>>,
    #[schemars(required)]
    #[serde(rename = "periode")]
    period: Option<RawPeriod>,
    #[serde(rename = "populasi")]
    population: Option<Written<u32>>,
    #[serde(rename = "responden")]
    respondents: Option<Written<u32>>,
    #[serde(rename = "unsur")]
    elements: Option<RawElements>,
    #[serde(rename = "berkas_jawaban")]
    answers: Option<Written<Text>>,
    #[serde(rename = "ikm_terbit")]
    published: Option<Written<Decimal>>,
    #[serde(rename = "catatan_selisih")]
    discrepancy: Option<Written<Text>>,
    #[serde(default, rename = "tindak_lanjut")]
    actions: Vec<RawAction>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawElements {
    #[serde(rename = "persyaratan")]
    requirements: Option<Written<Decimal>>,
    #[serde(rename = "prosedur")]
    procedure: Option<Written<Decimal>>,
    #[serde(rename = "waktu")]
    time: Option<Written<Decimal>>,
    #[serde(rename = "biaya")]
    fee: Option<Written<Decimal>>,
    #[serde(rename = "produk")]
    product: Option<Written<Decimal>>,
    #[serde(rename = "kompetensi")]
    competence: Option<Written<Decimal>>,
    #[serde(rename = "perilaku")]
    behaviour: Option<Written<Decimal>>,
    #[serde(rename = "pengaduan")]
    complaints: Option<Written<Decimal>>,
    #[serde(rename = "sarana")]
    amenities: Option<Written<Decimal>>,
}

/// `fasilitas/<id>/skm/<period>.yaml`.
pub struct SurveyForm;

impl Form for SurveyForm {
    const PATTERN: &'static str = "fasilitas/{fasilitas}/skm/{id}.yaml";
    type Raw = RawSurvey;

    fn claims(at: &At<'_>) -> Vec<(&'static str, String)> {
        vec![(Survey::KEY, format!("{}/{}", at.part("fasilitas"), at.part("id")))]
    }

    fn check(raw: RawSurvey, at: &At<'_>, cx: &mut CheckCx<'_>, harvest: &mut Harvest) {
        let RawSurvey { method, period, population, respondents, elements, answers, published, discrepancy, actions } =
            raw;
        let Some(id) = at.id::<Survey>(&["fasilitas", "id"]) else { return };
        let method = cx.need("metode", method);
        if period.is_none() {
            cx.report(Problem::MissingKey { key: "periode" });
        }
        let period = Period::check(period, cx);
        let population = cx.get("populasi", population);
        if elements.is_none() && answers.is_none() {
            cx.report(Problem::MissingKey { key: "unsur" });
        }
        let stated = check_stated(elements, cx);
        let counted = answers.is_some();
        let answers = check_answers(answers, cx);
        let respondents = check_respondents(respondents, population, answers.as_ref(), counted, cx);
        let published = cx.get("ikm_terbit", published).filter(|index| within(*index, 25, 100, "ikm_terbit", cx));
        let discrepancy = cx.get("catatan_selisih", discrepancy).map(String::from);
        let values = values(stated, answers.as_ref(), cx);
        if actions.is_empty() {
            cx.gap("survey-followup-missing", Label::new("Tindak lanjut survei", "The follow-up of the survey"), RULE);
        }
        let mut actions = SurveyAction::check_all(actions, &id, cx);
        let origin = cx.origin();
        let (Some(method), Some(period), Some(respondents)) = (method, period, respondents) else { return };
        harvest.survey_actions.append(&mut actions);
        harvest.survey_elements.extend(
            values
                .into_iter()
                .map(|(element, mean, answers)| SurveyElement::new(&id, origin.clone(), element, mean, answers)),
        );
        harvest.surveys.push(Survey {
            id,
            origin,
            method,
            period,
            population,
            respondents,
            counted,
            published,
            discrepancy,
        });
    }
}

fn check_stated(raw: Option<RawElements>, cx: &mut CheckCx<'_>) -> Vec<(Element, Decimal)> {
    let Some(raw) = raw else { return Vec::new() };
    let RawElements { requirements, procedure, time, fee, product, competence, behaviour, complaints, amenities } = raw;
    let written = [
        (Element::Requirements, requirements),
        (Element::Procedure, procedure),
        (Element::Time, time),
        (Element::Fee, fee),
        (Element::Product, product),
        (Element::Competence, competence),
        (Element::Behaviour, behaviour),
        (Element::Complaints, complaints),
        (Element::Amenities, amenities),
    ];
    cx.at("unsur", |cx| {
        let read = |(element, written): (Element, Option<Written<Decimal>>)| {
            let mean = cx.get(element.key(), written)?;
            within(mean, 1, 4, element.key(), cx).then_some((element, mean))
        };
        written.into_iter().filter_map(read).collect()
    })
}

fn within(figure: Decimal, from: u32, to: u32, key: &'static str, cx: &mut CheckCx<'_>) -> bool {
    let fits = Decimal::from(from) <= figure && figure <= Decimal::from(to);
    if !fits {
        cx.report_at(key, Problem::OutOfRange { found: figure.to_string(), range: format!("{from}–{to}") });
    }
    fits
}

fn check_answers(name: Option<Written<Text>>, cx: &mut CheckCx<'_>) -> Option<Answers> {
    let asset = cx.file("berkas_jawaban", name)?;
    let counted = match cx.sources().get(asset.source).text() {
        Ok(text) => answers::count(text),
        Err(_) => Err(vec![Problem::NotUtf8 { meant: None }]),
    };
    counted.map_err(|problems| problems.into_iter().for_each(|problem| cx.report_at("berkas_jawaban", problem))).ok()
}

// The number of respondents stands beside every index: without it nobody can tell what the index is worth.
fn check_respondents(
    stated: Option<Written<u32>>,
    population: Option<u32>,
    answers: Option<&Answers>,
    counted: bool,
    cx: &mut CheckCx<'_>,
) -> Option<u32> {
    let stated = if counted { cx.get("responden", stated) } else { cx.need("responden", stated) };
    if let (Some(stated), Some(answers)) = (stated, answers)
        && stated != answers.respondents
    {
        let (stated, sum) = (u64::from(stated), u64::from(answers.respondents));
        cx.report_at("responden", Problem::SumMismatch { whole: "responden", stated, sum });
    }
    let respondents = answers.map(|answers| answers.respondents).or(stated)?;
    if let Some(population) = population {
        let target = index::sample_target(population);
        if respondents > population {
            let range = format!("0–{population} (`populasi`)");
            cx.report_at("responden", Problem::OutOfRange { found: respondents.to_string(), range });
        } else if respondents < target {
            cx.report_at("responden", Problem::SampleTooSmall { respondents, target });
        }
    }
    Some(respondents)
}

// What is counted from answers comes before what is stated, and must agree with it. An element without a value is a gap.
fn values(
    stated: Vec<(Element, Decimal)>,
    answers: Option<&Answers>,
    cx: &mut CheckCx<'_>,
) -> Vec<(Element, Decimal, Option<u32>)> {
    let mut values = Vec::new();
    let is_any = answers.is_some() || !stated.is_empty();
    cx.at("unsur", |cx| {
        for element in Element::ALL {
            let stated = stated.iter().find(|(of, _)| of == element).map(|(_, mean)| *mean);
            let total = answers.and_then(|answers| answers.totals.get(element));
            let mean = total.map(|total| Decimal::from(total.sum) / Decimal::from(total.count));
            if let (Some(stated), Some(mean)) = (stated, mean)
                && !index::rounds_to(mean, stated)
            {
                let (stated, derived) = (stated.to_string(), index::published(mean).to_string());
                cx.report_at(element.key(), Problem::Disagrees { what: element.label(), stated, derived });
            }
            match mean.or(stated) {
                Some(value) => values.push((*element, value, total.map(|total| total.count))),
                None if is_any => cx.gap("survey-element-missing", element.label(), RULE),
                None => {}
            }
        }
    });
    values
}
