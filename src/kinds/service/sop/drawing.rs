//! An SOP as a flowchart: its steps and actors as the rows and lanes of a drawing.

use serde::Serialize;

use super::{Next, Sop, Step, StepKind};
use crate::draw::lanes::{self, Chart, Shape, Words};
use crate::page::ViewCx;
use crate::view::Svg;

/// The flowchart of an SOP, beside its table.
#[derive(Debug, Serialize)]
pub(super) struct DrawingView {
    title: &'static str,
    legend: &'static str,
    hint: &'static str,
    parts: Vec<Svg>,
}

impl Sop {
    /// Draws the steps. One step has no flow, and a step that nobody does or that leads nowhere known has no place in a
    /// drawing: then there is none.
    pub(super) fn drawing(&self, cx: &ViewCx<'_>) -> Option<DrawingView> {
        if self.steps.len() < 2 {
            return None;
        }
        let lanes = self.actors.iter().map(|actor| actor.name.clone()).collect();
        let steps: Option<Vec<lanes::Step>> = self.steps.iter().map(|step| self.row(step)).collect();
        let parts = lanes::draw(&Chart { lanes, steps: steps? }, &words(cx), "bagan-sop");
        let view = DrawingView {
            title: cx.say("Bagan alir", "Flowchart"),
            legend: cx.say(
                "Kapsul: mulai atau selesai. Kotak: kegiatan. Belah ketupat: keputusan. Anak panah: arah alur; titik: alur \
                 bertemu. Segilima: alur berlanjut di bagian lain. Angka: nomor langkah di tabel.",
                "Capsule: start or end. Box: activity. Diamond: decision. Arrow: direction of the flow; dot: flows meet. \
                 Pentagon: the flow goes on in another part. Number: that of the step in the table.",
            ),
            hint: cx.say(
                "Di layar kecil, geser bagan ke samping.",
                "On a small screen, scroll the chart sideways.",
            ),
            parts,
        };
        (!view.parts.is_empty()).then_some(view)
    }

    fn row(&self, step: &Step) -> Option<lanes::Step> {
        let place = |number: u32| self.steps.iter().position(|step| step.number == number);
        Some(lanes::Step {
            mark: step.number.to_string(),
            text: step.activity.clone(),
            lane: self.actors.iter().position(|actor| actor.id == step.actor)?,
            shape: match step.kind {
                StepKind::Start | StepKind::End => Shape::Terminator,
                StepKind::Activity => Shape::Process,
                StepKind::Decision => Shape::Decision,
            },
            next: match step.next {
                Next::End => lanes::Next::Nothing,
                Next::Step(to) => lanes::Next::Step(place(to)?),
                Next::Answer { yes, no } => lanes::Next::Answer { yes: place(yes)?, no: place(no)? },
                Next::Open | Next::Unread => return None,
            },
        })
    }
}

fn words(cx: &ViewCx<'_>) -> Words {
    Words {
        name: cx.say("Bagan alir SOP", "Flowchart of the SOP"),
        description: cx.say(
            "Isinya sama dengan tabel SOP di atas, yang memuat setiap langkah, pelaksana, dan langkah berikutnya.",
            "It shows what the table of the SOP above says: each step, who does it and what follows.",
        ),
        activity: cx.say("Kegiatan", "Activity"),
        yes: cx.say("Ya", "Yes"),
        no: cx.say("Tidak", "No"),
        part: cx.say("Bagian", "Part"),
        of: cx.say("dari", "of"),
        to: cx.say("Lanjut ke langkah", "Goes on at step"),
        from: cx.say("Dari langkah", "From step"),
    }
}
