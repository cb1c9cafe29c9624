//! An SOP as written, and what must hold before it is one: numbers once, steps and actors that exist and are used, answers to
//! every question, one start, a way to every step and from every step to an end.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Deserialize;

use super::flow::Flow;
use super::{Actor, LAW, Next, Review, Sop, Step, StepKind, Verdict};
use crate::diag::Problem;
use crate::diag::flaw::FlowFlaw;
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
            let actors = check_actors(actors, &claims, cx);
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
    // Who does each step.
    acting: Vec<Option<Id<Actor>>>,
}

impl Claims {
    fn of(actors: &[RawActor], steps: &[RawStep]) -> Self {
        Self {
            actors: actors.iter().filter_map(|actor| actor.id.as_ref()?.read().ok()).collect(),
            steps: steps.iter().map(|step| step.number.as_ref()?.read().ok()).collect(),
            acting: steps.iter().map(|step| step.actor.as_ref()?.read().ok()).collect(),
        }
    }

    // A step whose actor is not known may be the one that an actor does.
    fn is_unused(&self, actor: &Id<Actor>) -> bool {
        let is_other = |acting: &Option<Id<Actor>>| {
            acting.as_ref().is_some_and(|acting| acting != actor && self.actors.contains(acting))
        };
        !self.acting.is_empty() && self.acting.iter().all(is_other)
    }
}

fn check_actors(raw: Vec<RawActor>, claims: &Claims, cx: &mut CheckCx<'_>) -> Vec<Actor> {
    let mut taken = BTreeSet::new();
    cx.each("pelaku", raw, |cx, raw| {
        let RawActor { id, name } = raw;
        let id = cx.need("id", id);
        let name = cx.need("nama", name);
        if let Some(id) = id.as_ref().filter(|id| !taken.insert((*id).clone())) {
            cx.report_at("id", Problem::DuplicateId { id: id.as_str().to_owned() });
        }
        if let Some(id) = id.as_ref().filter(|id| claims.is_unused(id)) {
            cx.report(Problem::Flow(FlowFlaw::ActorUnused { actor: id.as_str().to_owned() }));
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
    let count = raw.len();
    let follow = after.enumerate().map(|(at, after)| match after {
        Some(next) => Next::Step(next),
        None if at + 1 == count => Next::Open,
        None => Next::Unread,
    });
    let raw: Vec<_> = raw.into_iter().zip(follow).enumerate().collect();
    let mut taken = BTreeSet::new();
    let steps = cx.each("langkah", raw, |cx, (at, (raw, follows))| {
        let step = check_step(raw, follows, claims, cx)?;
        if !taken.insert(step.number) {
            cx.report_at("no", Problem::DuplicateId { id: step.number.to_string() });
        }
        Some((at, step))
    });
    let (places, steps): (Vec<usize>, Vec<Step>) = steps.into_iter().unzip();
    check_flow(&places, &steps, cx);
    steps
}

// `places` are those of the steps in the file, where some may be that could not be read.
fn check_flow(places: &[usize], steps: &[Step], cx: &mut CheckCx<'_>) {
    let flow = Flow::of(steps);
    let mut tell = |at: usize, flaw: FlowFlaw| {
        cx.at("langkah", |cx| cx.at(places[at], |cx| cx.report(Problem::Flow(flaw))));
    };
    for at in flow.unreachable() {
        tell(at, FlowFlaw::Unreachable { step: steps[at].number });
    }
    for at in flow.endless() {
        tell(at, FlowFlaw::Endless { step: steps[at].number, is_loop: steps[at].next != Next::Open });
    }
}

fn check_start(raw: &[RawStep], cx: &mut CheckCx<'_>) {
    let kinds: Vec<_> = raw.iter().filter_map(|step| step.kind.as_ref()).map(Written::read).collect();
    let count = kinds.iter().filter(|kind| **kind == Ok(StepKind::Start)).count();
    // A step whose kind cannot be read may be the start.
    if count != 1 && kinds.iter().all(Result::is_ok) {
        cx.report_at("langkah", Problem::SopStarts { count });
    }
}

fn check_step(raw: RawStep, follows: Next, claims: &Claims, cx: &mut CheckCx<'_>) -> Option<Step> {
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
    let next = kind.map(|kind| check_next(kind, follows, Exits { next, on_yes, on_no }, claims, cx));
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

// `follows` is what comes after it where it says nothing: the next step of the list.
fn check_next(kind: StepKind, follows: Next, exits: Exits, claims: &Claims, cx: &mut CheckCx<'_>) -> Next {
    let Exits { next, on_yes, on_no } = exits;
    let has_answers = check_answers(kind, on_yes.is_some(), on_no.is_some(), cx);
    if next.is_some() && matches!(kind, StepKind::Decision | StepKind::End) {
        cx.report_at("berikut", Problem::Clash { key: "berikut", with: format!("bentuk: {}", kind.key()) });
    }
    let is_silent = next.is_none() && !has_answers;
    let goals =
        [("berikut", next), ("ya", on_yes), ("tidak", on_no)].map(|(key, exit)| check_goal(key, exit, claims, cx));
    match (kind, goals) {
        (StepKind::End, _) => Next::End,
        (StepKind::Decision, [_, Some(yes), Some(no)]) => {
            if yes == no {
                cx.report_at("tidak", Problem::Flow(FlowFlaw::SameWay { step: yes }));
            }
            Next::Answer { yes, no }
        }
        (StepKind::Start | StepKind::Activity, [Some(next), ..]) => Next::Step(next),
        (StepKind::Start | StepKind::Activity, _) if is_silent => follows,
        _ => Next::Unread,
    }
}

// A decision has both answers, another step none. Returns whether there is any.
fn check_answers(kind: StepKind, yes: bool, no: bool, cx: &mut CheckCx<'_>) -> bool {
    let first = [("ya", yes), ("tidak", no)].into_iter().find(|(_, is_there)| *is_there).map(|(key, _)| key);
    match first {
        has if kind == StepKind::Decision && !(yes && no) => cx.report(Problem::Flow(FlowFlaw::OneWay { has })),
        Some(key) if kind != StepKind::Decision => cx.report_at(key, Problem::Flow(FlowFlaw::NoDecision { key })),
        _ => {}
    }
    first.is_some()
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
