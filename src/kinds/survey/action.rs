//! tindak_lanjut: what is done about a survey, by when, and what shows it. How far it is is the facility's own word.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Survey;
use super::element::Element;
use crate::kinds::column::Column;
use crate::kinds::facility::Facility;
use crate::kinds::parts::progress::Progress;
use crate::kinds::{Record, Site};
use crate::lang::{Label, Lang, whole};
use crate::model::cell::{Cell, CellKind};
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::scalar::{Choice, Text};
use crate::parse::written::Written;
use crate::stage::{CheckCx, Origin};
use crate::view::{Tag, Tone};

/// Something done about one element.
#[derive(Debug)]
pub struct SurveyAction {
    id: Id<Self>,
    origin: Origin,
    /// The element it is to improve.
    pub element: Option<Element>,
    /// What is done.
    pub text: String,
    /// By when.
    pub due: Option<Date>,
    /// How far it is.
    pub progress: Option<Progress>,
    /// What shows it.
    pub evidence: Option<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawAction {
    #[schemars(required)]
    #[serde(rename = "unsur")]
    element: Option<Written<Element>>,
    #[schemars(required)]
    #[serde(rename = "tindakan")]
    text: Option<Written<Text>>,
    #[serde(rename = "tenggat")]
    due: Option<Written<Date>>,
    #[serde(rename = "status")]
    progress: Option<Written<Progress>>,
    #[serde(rename = "bukti")]
    evidence: Option<Written<Text>>,
}

impl SurveyAction {
    /// Reads what is done about a survey; each is named by its place in the list, from 1.
    pub(super) fn check_all(raw: Vec<RawAction>, of: &Id<Survey>, cx: &mut CheckCx<'_>) -> Vec<Self> {
        let mut number = 0;
        cx.each("tindak_lanjut", raw, |cx, raw| {
            number += 1;
            Self::check(raw, of.child(&format!("{number}")), cx)
        })
    }

    fn check(raw: RawAction, id: Id<Self>, cx: &mut CheckCx<'_>) -> Option<Self> {
        let RawAction { element, text, due, progress, evidence } = raw;
        if due.is_none() {
            cx.gap(
                "survey-followup-missing",
                Label::new("Tenggat tindak lanjut", "The due date of the follow-up"),
                super::RULE,
            );
        }
        let element = cx.need("unsur", element);
        let text = cx.need("tindakan", text).map(String::from);
        let due = cx.get("tenggat", due);
        let progress = cx.get("status", progress);
        let evidence = cx.get("bukti", evidence).map(String::from);
        Some(Self { id, origin: cx.origin(), element, text: text?, due, progress, evidence })
    }

    /// Returns whether its day is past and it is not done.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.progress != Some(Progress::Done) && self.due.is_some_and(|due| due < today)
    }

    /// Says by how much it is late, where it is.
    pub fn lateness(&self, today: Date, lang: Lang) -> Option<Tag> {
        let due = self.due.filter(|_| self.is_overdue(today))?;
        let days = whole(due.days_until(today), lang);
        Some(Tag::new(lang.pick(format!("Terlambat {days} hari"), format!("{days} days late")), Tone::Late))
    }

    /// Says how far it is by those who do it.
    pub fn reported(&self, lang: Lang) -> Tag {
        match self.progress {
            Some(Progress::Done) => Tag::new(Progress::Done.label().of(lang), Tone::Ok),
            Some(progress) => Tag::new(progress.label().of(lang), Tone::Neutral),
            None => Tag::new(lang.pick("Belum dilaporkan", "Not reported"), Tone::Missing),
        }
    }
}

impl Record for SurveyAction {
    const KEY: &'static str = "tindak_lanjut_skm";
    const LABEL: Label = Label::new("Tindak lanjut survei kepuasan", "Follow-up of a satisfaction survey");
    const ABOUT: Label =
        Label::new("Satu baris satu tindakan atas satu survei.", "One row for each thing done about a survey.");
    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("id", Label::new("Id", "Id"), CellKind::Text, |a, _| Cell::text(Some(&a.id))),
        Column::new("survei", Label::new("Survei", "Survey"), CellKind::Text, |a, _| {
            Cell::text(a.id.parent::<Survey>())
        }),
        Column::new("unsur", Label::new("Unsur", "Element"), CellKind::Text, |a, _| {
            Cell::text(a.element.map(Choice::key))
        }),
        Column::new("tindakan", Label::new("Tindakan", "Action"), CellKind::Text, |a, _| Cell::text(Some(&a.text))),
        Column::new("tenggat", Label::new("Tenggat", "Due"), CellKind::Date, |a, _| Cell::date(a.due)),
        Column::new("status", Label::new("Status menurut unit", "Status as reported"), CellKind::Text, |a, _| {
            Cell::text(a.progress.map(Choice::key))
        }),
        Column::new("terlambat", Label::new("Terlambat", "Overdue"), CellKind::Flag, |a, site| {
            Cell::flag(a.due.map(|_| a.is_overdue(site.today)))
        }),
        Column::new("bukti", Label::new("Bukti", "Evidence"), CellKind::Text, |a, _| Cell::text(a.evidence.as_ref())),
        Column::new("contoh", Label::new("Contoh", "Example"), CellKind::Flag, |a, site| {
            Cell::flag(Some(a.is_example(site)))
        }),
    ];

    fn id(&self) -> &Id<Self> {
        &self.id
    }

    fn origin(&self) -> &Origin {
        &self.origin
    }

    fn is_example(&self, site: &Site) -> bool {
        let facility = self.id.parent::<Survey>().and_then(|survey| survey.parent::<Facility>());
        facility.is_some_and(|facility| site.is_example(&facility))
    }
}
