//! pengecualian: a problem that somebody answers for leaving, with a reason and until a day. Only rules that judge by
//! appearance may be waived; what is waived is listed, never hidden.
//!
//! ```yaml
//! pengecualian:
//!   - aturan: phone-unlisted
//!     berkas: berita/2024-11-12-monev.md
//!     memuat: 0800 0000 0002
//!     alasan: Nomor layanan mitra, disetujui tertulis pada 3 November 2026
//!     sampai: 2027-06-30
//! ```

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Deserialize;

use super::column::Column;
use super::form::{At, Form};
use super::{Harvest, Record, Site};
use crate::diag::{Diagnostic, Diagnostics, Problem, Severity, Span, Waived, rule};
use crate::lang::Label;
use crate::model::cell::{Cell, CellKind};
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::scalar::{Scalar, Text};
use crate::parse::written::Written;
use crate::sources::Sources;
use crate::stage::{CheckCx, Origin};
use crate::text;

/// A problem that is left.
#[derive(Debug)]
pub struct Waiver {
    id: Id<Self>,
    origin: Origin,
    /// The code of the rule.
    pub rule: String,
    /// The file, below `content/`.
    pub file: String,
    /// What the line of the problem must hold; the whole file where absent. Never published: it may quote what is private.
    pub holds: Option<String>,
    /// Why the problem is left.
    pub reason: String,
    /// The last day it holds.
    pub until: Date,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
/// `pengecualian.yaml` as written.
pub struct RawWaivers {
    #[serde(default, rename = "pengecualian")]
    waivers: Vec<RawWaiver>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawWaiver {
    #[schemars(required)]
    #[serde(rename = "aturan")]
    rule: Option<Written<Text>>,
    #[schemars(required)]
    #[serde(rename = "berkas")]
    file: Option<Written<Text>>,
    #[serde(rename = "memuat")]
    holds: Option<Written<Text>>,
    #[schemars(required)]
    #[serde(rename = "alasan")]
    reason: Option<Written<Text>>,
    #[schemars(required)]
    #[serde(rename = "sampai")]
    until: Option<Written<Date>>,
}

/// `pengecualian.yaml`.
pub struct WaiverForm;

impl Form for WaiverForm {
    const PATTERN: &'static str = "pengecualian.yaml";
    type Raw = RawWaivers;

    fn claims(_: &At<'_>) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    fn check(raw: RawWaivers, _: &At<'_>, cx: &mut CheckCx<'_>, harvest: &mut Harvest) {
        let RawWaivers { waivers } = raw;
        let mut number = 0;
        harvest.waivers.append(&mut cx.each("pengecualian", waivers, |cx, raw| {
            number += 1;
            check(raw, number, cx)
        }));
    }
}

fn check(raw: RawWaiver, number: usize, cx: &mut CheckCx<'_>) -> Option<Waiver> {
    let RawWaiver { rule, file, holds, reason, until } = raw;
    let rule = cx.need("aturan", rule).map(String::from);
    let file = cx.need("berkas", file).map(String::from);
    let holds = cx.get("memuat", holds).map(String::from);
    let reason = cx.need("alasan", reason).map(String::from);
    let until = cx.need("sampai", until);
    let rule = rule.filter(|code| may_be_waived(code, cx))?;
    let id = Id::read(&number.to_string()).ok()?;
    Some(Waiver { id, origin: cx.origin(), rule, file: file?, holds, reason: reason?, until: until? })
}

fn may_be_waived(code: &str, cx: &mut CheckCx<'_>) -> bool {
    let known = rule::find(code);
    let waivable = known.is_some_and(|rule| rule.waivable);
    if !waivable {
        let may = rule::all().filter(|rule| rule.waivable).map(|rule| rule.code);
        let near = if known.is_some() { None } else { text::nearest(code, may).map(str::to_owned) };
        cx.report_at("aturan", Problem::WaiverRefused { rule: code.to_owned(), known: known.is_some(), near });
    }
    waivable
}

impl Waiver {
    // A waiver speaks of the content's own files; `content/` in front of the path is a slip of the pen.
    fn covers(&self, found: &Diagnostic, sources: &Sources) -> bool {
        let Some(span) = &found.at else { return false };
        let source = sources.get(span.file);
        let path = self.file.strip_prefix("content/").unwrap_or(&self.file);
        let is_there = source.path.strip_prefix("content/") == Some(path) && found.problem.code() == self.rule;
        is_there && self.holds.as_ref().is_none_or(|holds| lines(span, sources).contains(holds))
    }
}

// The lines on which a problem stands.
fn lines<'a>(span: &Span, sources: &'a Sources) -> &'a str {
    let Ok(text) = sources.get(span.file).text() else { return "" };
    let start = text.get(..span.bytes.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let end =
        text.get(span.bytes.end..).and_then(|after| after.find('\n')).map_or(text.len(), |at| span.bytes.end + at);
    text.get(start..end).unwrap_or_default()
}

impl Site {
    /// Lets the site's waivers speak for what was found, and reports those that are over or speak for nothing.
    pub fn waive(&self, sources: &Sources, found: &mut Diagnostics) {
        let mut used: BTreeSet<&Id<Waiver>> = BTreeSet::new();
        for diagnostic in found.iter_mut() {
            // What the place made an error (a child's data) nobody may waive.
            let is_raised = diagnostic.severity < rule::of(&diagnostic.problem).severity;
            let covers =
                |waiver: &&Waiver| !is_raised && waiver.until >= self.today && waiver.covers(diagnostic, sources);
            if let Some(waiver) = self.waivers.iter().find(covers) {
                used.insert(&waiver.id);
                diagnostic.severity = Severity::Waived;
                diagnostic.waived = Some(Waived { reason: waiver.reason.clone(), until: waiver.until });
            }
        }
        for waiver in self.waivers.iter().filter(|waiver| !used.contains(&waiver.id)) {
            let problem = if waiver.until < self.today {
                Problem::WaiverExpired { rule: waiver.rule.clone(), on: waiver.until }
            } else {
                Problem::WaiverUnused { rule: waiver.rule.clone() }
            };
            found.push(problem, Some(waiver.origin.span(sources)));
        }
    }
}

impl Record for Waiver {
    const KEY: &'static str = "pengecualian";
    const LABEL: Label = Label::new("Pengecualian aturan", "Waivers");
    const ABOUT: Label = Label::new(
        "Satu baris satu masalah yang sengaja dibiarkan, dengan alasan dan batas waktunya.",
        "One row for each problem that is left on purpose, with its reason and until when.",
    );
    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("id", Label::new("Id", "Id"), CellKind::Text, |w, _| Cell::text(Some(&w.id))),
        Column::new("aturan", Label::new("Aturan", "Rule"), CellKind::Text, |w, _| Cell::text(Some(&w.rule))),
        Column::new("berkas", Label::new("Berkas", "File"), CellKind::Text, |w, _| Cell::text(Some(&w.file))),
        Column::new("alasan", Label::new("Alasan", "Reason"), CellKind::Text, |w, _| Cell::text(Some(&w.reason))),
        Column::new("sampai", Label::new("Sampai", "Until"), CellKind::Date, |w, _| Cell::date(Some(w.until))),
    ];

    fn id(&self) -> &Id<Self> {
        &self.id
    }

    fn origin(&self) -> &Origin {
        &self.origin
    }
}
