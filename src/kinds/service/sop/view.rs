//! What a page shows of an SOP: its identity, an ordered table that is complete as text, its reviews.

use serde::Serialize;

use super::drawing::DrawingView;
use super::{Next, Review, Sop, Step, StepKind};
use crate::kinds::parts::poster::Item;
use crate::lang::{Lang, whole};
use crate::model::duration::Span;
use crate::model::scalar::Choice;
use crate::page::ViewCx;
use crate::view::Fact;

/// An SOP, finished for a page.
#[derive(Debug, Serialize)]
pub struct SopView {
    caption: String,
    facts: Vec<Fact>,
    labels: Labels,
    steps: Vec<StepView>,
    drawing: Option<DrawingView>,
    // Said where there is no drawing.
    undrawn: &'static str,
    reviews_title: &'static str,
    reviews: Vec<ReviewView>,
}

#[derive(Debug, Serialize)]
struct Labels {
    number: &'static str,
    activity: &'static str,
    actor: &'static str,
    needs: &'static str,
    time: &'static str,
    result: &'static str,
    next: &'static str,
}

#[derive(Debug, Serialize)]
struct StepView {
    number: u32,
    activity: String,
    kind: &'static str,
    // The variant of the class `sop__kind`; a plain activity has none.
    mark: Option<&'static str>,
    actor: Option<String>,
    needs: Option<String>,
    time: Option<String>,
    result: Option<String>,
    next: Option<String>,
}

#[derive(Debug, Serialize)]
struct ReviewView {
    iso: String,
    date: String,
    verdict: &'static str,
    note: Option<String>,
}

impl Sop {
    /// Finishes it for a page.
    pub fn view(&self, cx: &ViewCx<'_>) -> SopView {
        let mut reviews: Vec<&Review> = self.reviews.iter().collect();
        reviews.sort_by_key(|review| std::cmp::Reverse(review.on));
        SopView {
            caption: self.caption(cx),
            facts: self.facts(cx),
            labels: labels(cx),
            steps: self.steps.iter().map(|step| self.step_view(step, cx)).collect(),
            drawing: self.drawing(cx),
            undrawn: cx.say(
                "Bagan alir tidak digambar: alur SOP ini tidak lebih dari satu langkah.",
                "There is no flowchart: the flow of this SOP is no more than one step.",
            ),
            reviews_title: cx.say("Tinjauan SOP", "Reviews of the SOP"),
            reviews: reviews.into_iter().map(|review| review_view(review, cx)).collect(),
        }
    }

    /// Writes each step in a line, for paper; where the flow does not simply go on, it says where to.
    pub(in crate::kinds) fn items(&self, cx: &ViewCx<'_>) -> Vec<Item> {
        let following = self.steps.iter().skip(1).map(|step| Next::Step(step.number)).chain([Next::End]);
        let item = |(step, following): (&Step, Next)| {
            let mut text = step.activity.clone();
            text.extend(step.time.map(|time| format!(" ({})", unbroken(time, cx.lang))));
            let next = match step.next {
                next if next == following => None,
                Next::Step(to) => Some(self.jump(step, to, cx)),
                _ => self.next_words(step, cx.lang),
            };
            text.extend(next.map(|next| format!(". {next}")));
            Item { number: Some(step.number.to_string()), actor: self.actor_of(step).map(str::to_owned), text }
        };
        self.steps.iter().zip(following).map(item).collect()
    }

    fn caption(&self, cx: &ViewCx<'_>) -> String {
        let name = cx.say("Prosedur operasional standar", "Standard operating procedure");
        match self.revised {
            Some(date) => format!("{name}, {} {}", cx.say("revisi", "revised"), date.words(cx.lang)),
            None => name.to_owned(),
        }
    }

    fn facts(&self, cx: &ViewCx<'_>) -> Vec<Fact> {
        let date = |date: crate::model::date::Date| date.words(cx.lang);
        let mut facts = vec![
            wanted(cx.say("Nomor", "Number"), self.number.clone(), cx.lang),
            wanted(cx.say("Tanggal pembuatan", "Made on"), self.made.map(date), cx.lang),
        ];
        facts.extend(self.revised.map(|day| Fact::new(cx.say("Tanggal revisi", "Revised on"), Some(date(day)))));
        facts.extend(self.yes_path_time().and_then(|time| time.whole()).map(|time| {
            let label = cx.say("Waktu seluruhnya bila setiap jawaban ya", "Whole time when every answer is yes");
            Fact::new(label, Some(time.words(cx.lang)))
        }));
        facts
    }

    fn step_view(&self, step: &Step, cx: &ViewCx<'_>) -> StepView {
        let mark = match step.kind {
            StepKind::Start | StepKind::End => Some("ends"),
            StepKind::Decision => Some("decision"),
            StepKind::Activity => None,
        };
        StepView {
            number: step.number,
            activity: step.activity.clone(),
            kind: step.kind.label().of(cx.lang),
            mark,
            actor: self.actor_of(step).map(str::to_owned),
            needs: step.needs.as_ref().map(|needs| list(needs, cx)),
            time: step.time.map(|time| unbroken(time, cx.lang)),
            result: step.result.clone().or_else(|| answer(step.kind, cx)),
            next: self.next_words(step, cx.lang),
        }
    }

    // `Langkah 2`, or `Ya → langkah 3; Tidak → kembali ke langkah 1`.
    fn next_words(&self, step: &Step, lang: Lang) -> Option<String> {
        match step.next {
            Next::End => Some(lang.pick("Selesai", "End").to_owned()),
            Next::Step(next) => Some(capital(&self.goal(step, next, lang))),
            Next::Answer { yes, no } => {
                let (yes, no) = (self.goal(step, yes, lang), self.goal(step, no, lang));
                Some(format!("{} → {yes}; {} → {no}", lang.pick("Ya", "Yes"), lang.pick("Tidak", "No")))
            }
            Next::Open | Next::Unread => None,
        }
    }

    // `Lanjut ke langkah 9`, or `Kembali ke langkah 1`.
    fn jump(&self, from: &Step, to: u32, cx: &ViewCx<'_>) -> String {
        let goal = self.goal(from, to, cx.lang);
        let is_back = goal.starts_with(cx.say("kembali", "back"));
        if is_back { capital(&goal) } else { format!("{} {goal}", cx.say("Lanjut ke", "Go on to")) }
    }

    fn goal(&self, from: &Step, to: u32, lang: Lang) -> String {
        let place = |number: u32| self.steps.iter().position(|step| step.number == number);
        let number = whole(to, lang);
        if place(to) <= place(from.number) {
            format!("{} {number}", lang.pick("kembali ke langkah", "back to step"))
        } else {
            format!("{} {number}", lang.pick("langkah", "step"))
        }
    }
}

// A fact that the regulation asks for, and that names it when it is missing.
fn wanted(label: &str, value: Option<String>, lang: Lang) -> Fact {
    let is_missing = value.is_none();
    let fact = Fact::new(label, value);
    if is_missing { fact.by(super::LAW.words(lang)) } else { fact }
}

fn labels(cx: &ViewCx<'_>) -> Labels {
    Labels {
        number: cx.say("No", "No."),
        activity: cx.say("Kegiatan", "Activity"),
        actor: cx.say("Pelaksana", "Who"),
        needs: cx.say("Kelengkapan", "Needed"),
        time: cx.say("Waktu", "Time"),
        result: cx.say("Hasil", "Result"),
        next: cx.say("Berikutnya", "Next"),
    }
}

fn list(needs: &[String], cx: &ViewCx<'_>) -> String {
    if needs.is_empty() { cx.say("Tidak ada", "None").to_owned() } else { needs.join("; ") }
}

// What comes out of a question is its answer, also where nobody wrote that down.
fn answer(kind: StepKind, cx: &ViewCx<'_>) -> Option<String> {
    (kind == StepKind::Decision).then(|| cx.say("Jawaban ya atau tidak", "The answer yes or no").to_owned())
}

// The amount stays with its unit: `5 menit`.
fn unbroken(time: Span, lang: Lang) -> String {
    time.words(lang).replacen(' ', "\u{a0}", 1)
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn review_view(review: &Review, cx: &ViewCx<'_>) -> ReviewView {
    ReviewView {
        iso: review.on.to_string(),
        date: review.on.words(cx.lang),
        verdict: review.verdict.label().of(cx.lang),
        note: review.note.clone(),
    }
}
