//! An SOP as written, and what must hold before it is one: numbers once, steps and actors that exist, answers to every
//! question, one start.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Actor, LAW, Next, Review, Sop, Step, StepKind, Verdict};
use crate::diag::Problem;
use crate::lang::Label;
use crate::model::date::Date;
use crate::model::duration::{Span, Unit};
use crate::model::id::Id;
use crate::model::scalar::{Choice, Text};
use crate::parse::written::Written;
use crate::stage::CheckCx;
use crate::text;

/// `sop` as written.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::kinds) struct RawSop {
    #[serde(rename = "nomor")]
    number: Option<Written<Text>>,
    #[serde(rename = "tanggal")]
    made: Option<Written<Date>>,
    #[serde(rename = "revisi")]
    revised: Option<Written<Date>>,
    #[serde(default, rename = "pelaku")]
    actors: Vec<RawActor>,
    #[schemars(required, length(min = 1))]
    #[serde(default, rename = "langkah")]
    steps: Vec<RawStep>,
    #[serde(default, rename = "tinjauan")]
    reviews: Vec<RawReview>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawActor {
    #[schemars(required)]
    id: Option<Written<Id<Actor>>>,
    #[schemars(required)]
    #[serde(rename = "nama")]
    name: Option<Written<Text>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawStep {
    // In YAML 1.1 the key `no` would be the truth value false; it is read as the word it is.
    #[schemars(required)]
    #[serde(rename = "no")]
    number: Option<Written<u32>>,
    #[schemars(required)]
    #[serde(rename = "pelaku")]
    actor: Option<Written<Id<Actor>>>,
    #[serde(rename = "bentuk")]
    kind: Option<Written<StepKind>>,
    #[schemars(required)]
    #[serde(rename = "kegiatan")]
    activity: Option<Written<Text>>,
    #[serde(rename = "kelengkapan")]
    needs: Option<Vec<Written<Text>>>,
    #[serde(rename = "waktu")]
    time: Option<RawTime>,
    #[serde(rename = "hasil")]
    result: Option<Written<Text>>,
    #[serde(rename = "berikut")]
    next: Option<Written<u32>>,
    #[serde(rename = "ya")]
    on_yes: Option<Written<u32>>,
    #[serde(rename = "tidak")]
    on_no: Option<Written<u32>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawTime {
    #[schemars(required)]
    #[serde(rename = "jumlah")]
    amount: Option<Written<u32>>,
    #[schemars(required)]
    #[serde(rename = "satuan")]
    unit: Option<Written<Unit>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawReview {
    #[schemars(required)]
    #[serde(rename = "tanggal")]
    on: Option<Written<Date>>,
    #[schemars(required)]
    #[serde(rename = "putusan")]
    verdict: Option<Written<Verdict>>,
    #[serde(rename = "catatan")]
    note: Option<Written<Text>>,
}

impl Sop {
    /// Checks `sop` of the record where the check stands. Without any step there is no SOP.
    pub(in crate::kinds) fn check(raw: RawSop, cx: &mut CheckCx<'_>) -> Option<Self> {
        let RawSop { number, made, revised, actors, steps, reviews } = raw;
        cx.at("sop", |cx| {
            if number.is_none() {
                cx.gap("sop-identity-missing", Label::new("Nomor SOP", "The number of the SOP"), LAW);
            }
            if made.is_none() {
                cx.gap("sop-identity-missing", Label::new("Tanggal pembuatan SOP", "The date of the SOP"), LAW);
            }
            let number = cx.get("nomor", number).map(String::from);
            let (made, revised) = (cx.get("tanggal", made), cx.get("revisi", revised));
            cx.in_order("revisi", made, revised);
            let claims = Claims::of(&actors, &steps);
            let actors = check_actors(actors, cx);
            let steps = check_steps(steps, &claims, cx);
            let reviews = check_reviews(reviews, cx);
            (!steps.is_empty()).then_some(Self { number, made, revised, actors, steps, reviews })
        })
    }
}

// What the file names, readable as a whole or not: a reference to a broken step is not a second error.
struct Claims {
    actors: Vec<Id<Actor>>,
    steps: Vec<Option<u32>>,
}

impl Claims {
    fn of(actors: &[RawActor], steps: &[RawStep]) -> Self {
        Self {
            actors: actors.iter().filter_map(|actor| actor.id.as_ref()?.read().ok()).collect(),
            steps: steps.iter().map(|step| step.number.as_ref()?.read().ok()).collect(),
        }
    }
}

fn check_actors(raw: Vec<RawActor>, cx: &mut CheckCx<'_>) -> Vec<Actor> {
    let mut taken = BTreeSet::new();
    cx.each("pelaku", raw, |cx, raw| {
        let RawActor { id, name } = raw;
        let id = cx.need("id", id);
        let name = cx.need("nama", name);
        if let Some(id) = id.as_ref().filter(|id| !taken.insert((*id).clone())) {
            cx.report_at("id", Problem::DuplicateId { id: id.as_str().to_owned() });
        }
        Some(Actor { id: id?, name: name?.into() })
    })
}

fn check_steps(raw: Vec<RawStep>, claims: &Claims, cx: &mut CheckCx<'_>) -> Vec<Step> {
    if raw.is_empty() {
        cx.report(Problem::MissingKey { key: "langkah" });
        return Vec::new();
    }
    check_start(&raw, cx);
    let after = claims.steps.iter().copied().skip(1).chain([None]);
    let raw: Vec<(RawStep, Option<u32>)> = raw.into_iter().zip(after).collect();
    let mut taken = BTreeSet::new();
    cx.each("langkah", raw, |cx, (raw, after)| {
        let step = check_step(raw, after, claims, cx)?;
        if !taken.insert(step.number) {
            cx.report_at("no", Problem::DuplicateId { id: step.number.to_string() });
        }
        Some(step)
    })
}

fn check_start(raw: &[RawStep], cx: &mut CheckCx<'_>) {
    let kinds: Vec<_> = raw.iter().filter_map(|step| step.kind.as_ref()).map(Written::read).collect();
    let count = kinds.iter().filter(|kind| **kind == Ok(StepKind::Start)).count();
    // A step whose kind cannot be read may be the start.
    if count != 1 && kinds.iter().all(Result::is_ok) {
        cx.report_at("langkah", Problem::SopStarts { count });
    }
}

fn check_step(raw: RawStep, after: Option<u32>, claims: &Claims, cx: &mut CheckCx<'_>) -> Option<Step> {
    let RawStep { number, actor, kind, activity, needs, time, result, next, on_yes, on_no } = raw;
    let number = cx.need("no", number);
    let actor = cx.need("pelaku", actor);
    if let Some(id) = actor.as_ref().filter(|id| !claims.actors.contains(id)) {
        let near = text::nearest(id.as_str(), claims.actors.iter().map(Id::as_str)).map(str::to_owned);
        cx.report_at("pelaku", Problem::NoSuchActor { actor: id.as_str().to_owned(), near });
    }
    let activity = cx.need("kegiatan", activity);
    let needs = needs.map(|needs| cx.all("kelengkapan", needs).into_iter().map(String::from).collect());
    let time = time.and_then(|time| cx.at("waktu", |cx| check_time(time, cx)));
    let result = cx.get("hasil", result).map(String::from);
    let kind = match kind {
        None => Some(StepKind::Activity),
        written => cx.get("bentuk", written),
    };
    let next = kind.map(|kind| check_next(kind, after, Exits { next, on_yes, on_no }, claims, cx));
    Some(Step {
        number: number?,
        actor: actor?,
        kind: kind?,
        activity: activity?.into(),
        needs,
        time,
        result,
        next: next?,
    })
}

struct Exits {
    next: Option<Written<u32>>,
    on_yes: Option<Written<u32>>,
    on_no: Option<Written<u32>>,
}

fn check_next(kind: StepKind, after: Option<u32>, exits: Exits, claims: &Claims, cx: &mut CheckCx<'_>) -> Next {
    let Exits { next, on_yes, on_no } = exits;
    if kind == StepKind::Decision {
        check_answers(on_yes.is_some(), on_no.is_some(), cx);
    } else {
        for (key, _) in [("ya", &on_yes), ("tidak", &on_no)].into_iter().filter(|(_, exit)| exit.is_some()) {
            let why = Label::new("hanya langkah `keputusan` yang bercabang", "only a `keputusan` branches");
            cx.report_at(key, Problem::Needs { what: key.to_owned(), key: "bentuk", why });
        }
    }
    if next.is_some() && matches!(kind, StepKind::Decision | StepKind::End) {
        cx.report_at("berikut", Problem::Clash { key: "berikut", with: format!("bentuk: {}", kind.key()) });
    }
    let is_open = next.is_none();
    let goals =
        [("berikut", next), ("ya", on_yes), ("tidak", on_no)].map(|(key, exit)| check_goal(key, exit, claims, cx));
    match (kind, goals) {
        (StepKind::End, _) => Next::End,
        (StepKind::Decision, [_, Some(yes), Some(no)]) => Next::Answer { yes, no },
        (StepKind::Start | StepKind::Activity, [Some(next), ..]) => Next::Step(next),
        (StepKind::Start | StepKind::Activity, _) if is_open => after.map_or(Next::Open, Next::Step),
        _ => Next::Open,
    }
}

fn check_answers(yes: bool, no: bool, cx: &mut CheckCx<'_>) {
    for (key, _) in [("ya", yes), ("tidak", no)].into_iter().filter(|(_, is_there)| !is_there) {
        let why = Label::new(
            "setiap keputusan menyebut langkah sesudah ya dan sesudah tidak",
            "a decision names the step after a yes and after a no",
        );
        cx.report(Problem::Needs { what: "keputusan".to_owned(), key, why });
    }
}

fn check_goal(key: &'static str, exit: Option<Written<u32>>, claims: &Claims, cx: &mut CheckCx<'_>) -> Option<u32> {
    let step = cx.get(key, exit)?;
    if !claims.steps.contains(&Some(step)) {
        cx.report_at(key, Problem::NoSuchStep { step });
    }
    Some(step)
}

fn check_time(raw: RawTime, cx: &mut CheckCx<'_>) -> Option<Span> {
    let RawTime { amount, unit } = raw;
    let amount = cx.need("jumlah", amount);
    let unit = cx.need("satuan", unit);
    if unit == Some(Unit::Day) {
        cx.report_at("satuan", Problem::DayAmbiguous);
    }
    Some(Span { amount: amount?, unit: unit? })
}

fn check_reviews(raw: Vec<RawReview>, cx: &mut CheckCx<'_>) -> Vec<Review> {
    let mut taken = BTreeSet::new();
    cx.each("tinjauan", raw, |cx, raw| {
        let RawReview { on, verdict, note } = raw;
        let note = cx.get("catatan", note).map(String::from);
        let on = cx.need("tanggal", on);
        let verdict = cx.need("putusan", verdict);
        let on = on?;
        if !taken.insert(on) {
            cx.report_at("tanggal", Problem::DuplicateId { id: on.to_string() });
        }
        Some(Review { on, verdict: verdict?, note })
    })
}
