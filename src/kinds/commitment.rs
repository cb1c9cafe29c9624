//! komitmen: what an institution or facility has promised, at an oversight event or in a document it signed.
//!
//! ```yaml
//! komitmen: [{oleh: kanwil-babel, isi: Mendampingi penyusunan tenggat pengaduan, tenggat: 2026-12-31, status: proses}]
//! ```

mod list;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::column::Column;
use super::document::Document;
use super::event::Event;
use super::parts::day::Day;
use super::parts::due::Due;
use super::parts::evidence::{Evidence, RawEvidence};
use super::parts::party::Party;
use super::parts::progress::Progress;
use super::recommendation::ledger::progress_tag;
use super::recommendation::state::{SOON_DAYS, SORTS, due_soon, overdue};
use super::{Record, Site};
use crate::diag::Problem;
use crate::lang::{Label, Lang, whole};
use crate::model::cell::{Cell, CellKind};
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::place::Place;
use crate::model::scalar::{Choice, Text};
use crate::page::{Pages, ViewCx};
use crate::parse::written::{TextOr, Written};
use crate::stage::{CheckCx, Origin, has_parts};
use crate::view::{Link, Tag, Tone};

/// A commitment.
#[derive(Debug)]
pub struct Commitment {
    id: Id<Self>,
    origin: Origin,
    /// Where it was made.
    pub owner: Owner,
    /// Who promises. In a document that several parties signed it may be all of them.
    pub by: Option<Party>,
    /// What is promised.
    pub text: String,
    /// Until when.
    pub due: Option<Date>,
    /// How far it is, by those who promised.
    pub status: Option<Progress>,
    /// What shows it.
    pub evidence: Vec<Evidence>,
    /// What says so.
    pub source: Option<String>,
    /// A remark.
    pub note: Option<String>,
}

/// Where a commitment was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Owner {
    /// At an oversight event.
    Event(Id<Event>),
    /// In a document.
    Document(Id<Document>),
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCommitment {
    id: Option<Written<Id<Commitment>>>,
    #[serde(rename = "oleh")]
    by: Option<Written<Party>>,
    #[schemars(required)]
    #[serde(rename = "isi")]
    text: Option<Written<Text>>,
    #[serde(rename = "tenggat")]
    due: Option<Written<Date>>,
    status: Option<Written<Progress>>,
    #[serde(default, rename = "bukti")]
    evidence: Vec<TextOr<RawEvidence>>,
    #[serde(rename = "sumber")]
    source: Option<Written<Text>>,
    #[serde(rename = "catatan")]
    note: Option<Written<Text>>,
}

/// Returns the page of all commitments. It is published where there is one.
pub(super) fn overview_place() -> Place {
    Place::top("komitmen")
}

impl Commitment {
    /// Checks the list at `komitmen`. A commitment without an id is named by its place: `k1`.
    pub(super) fn check_all(raw: Vec<RawCommitment>, owner: &Owner, cx: &mut CheckCx<'_>) -> Vec<Self> {
        let raw = raw.into_iter().enumerate().collect();
        cx.each("komitmen", raw, |cx, (at, raw)| Self::check(raw, at, owner, cx))
    }

    fn check(raw: RawCommitment, at: usize, owner: &Owner, cx: &mut CheckCx<'_>) -> Option<Self> {
        let RawCommitment { id, by, text, due, status, evidence, source, note } = raw;
        let local = cx.get("id", id);
        if let Some((id, want)) = local.as_ref().and_then(|id| Some((id, has_parts(id, 1).err()?))) {
            cx.report_at("id", Problem::Misread { found: id.to_string(), want });
            return None;
        }
        let local = local.map_or_else(|| format!("k{}", at + 1), |id| id.to_string());
        // At an event each commitment is somebody's; in a document the parties may promise together.
        let by = match owner {
            Owner::Event(_) => cx.need("oleh", by),
            Owner::Document(_) => cx.get("oleh", by),
        };
        Some(Self {
            id: owner.child(&local),
            origin: cx.origin(),
            owner: owner.clone(),
            by,
            due: cx.get("tenggat", due),
            status: cx.get("status", status),
            evidence: Evidence::check_all(evidence, cx),
            source: cx.get("sumber", source).map(String::from),
            note: cx.get("catatan", note).map(String::from),
            text: cx.need("isi", text)?.into(),
        })
    }

    /// Returns where it is shown in full.
    pub fn place(&self) -> Place {
        self.page().anchor(&self.anchor())
    }

    /// Returns whether its due date is past and it is not reported done.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.status != Some(Progress::Done) && matches!(self.due(today), Due::Past(_))
    }

    /// Returns the files that show it.
    pub(super) fn assets(&self) -> impl Iterator<Item = crate::model::asset::Asset> {
        self.evidence.iter().filter_map(Evidence::asset)
    }

    fn page(&self) -> Place {
        match &self.owner {
            Owner::Event(id) => super::event::overview_place().down(id.as_str()),
            Owner::Document(id) => super::document::register_place(id),
        }
    }

    fn anchor(&self) -> String {
        match &self.owner {
            Owner::Event(_) => format!("komitmen-{}", self.id.last()),
            Owner::Document(id) => format!("komitmen-{}-{}", id.last(), self.id.last()),
        }
    }

    fn due(&self, today: Date) -> Due {
        Due::of(self.due, today, SOON_DAYS)
    }

    // The order of a list: overdue, due soon, open, silent, done; the first is the place of its sort in `SORTS`.
    fn rank(&self, today: Date) -> (usize, i64) {
        match (self.status, self.due(today)) {
            (Some(Progress::Done), _) => (4, 0),
            (_, Due::Past(days)) => (0, -days),
            (_, Due::Soon(days)) => (1, days),
            (Some(_), _) => (2, 0),
            (None, _) => (3, 0),
        }
    }

    fn state(&self, today: Date, lang: Lang) -> Tag {
        match (self.status, self.due(today)) {
            (Some(Progress::Done), _) => Tag::new(lang.pick("Dilaporkan selesai", "Reported done"), Tone::Ok),
            (_, Due::Past(days)) => overdue(days, lang),
            (_, Due::Soon(days)) => due_soon(days, lang),
            (Some(_), _) => Tag::new(lang.pick("Terbuka", "Open"), Tone::Neutral),
            (None, _) => Tag::new(lang.pick("Belum dilaporkan", "Nothing reported"), Tone::Missing),
        }
    }

    /// Makes its row; with `origin`, it also says where it was made and leads there.
    pub(super) fn row(&self, origin: bool, site: &Site, cx: &ViewCx<'_>) -> Row {
        let (title, date) = self.owner.words(site);
        Row {
            anchor: (!origin).then(|| self.anchor()),
            letter: SORTS[self.rank(site.today).0].letter.of(cx.lang),
            state: self.state(site.today, cx.lang),
            text: if origin { cx.link(&self.text, &self.place()) } else { Link::plain(&self.text) },
            made_at: title.filter(|_| origin),
            made_on: date.filter(|_| origin).map(|date| Day::new(date, cx.lang)),
            by: self.by.as_ref().map(|by| by.link_in(site, cx)).into_iter().chain(self.parties(site, cx)).collect(),
            jointly: self.by.is_none(),
            due: self.due.map(|due| Day::new(due, cx.lang)),
            reported: self.status.map(|status| progress_tag(status, cx.lang)),
            evidence: self.evidence.iter().map(|evidence| evidence.link(cx, &self.page())).collect(),
            source: self.source.clone(),
            note: self.note.clone(),
        }
    }

    // Without a name of its own, a promise in a document is that of its parties.
    fn parties(&self, site: &Site, cx: &ViewCx<'_>) -> Vec<Link> {
        match &self.owner {
            Owner::Document(id) if self.by.is_none() => {
                let document = site.documents.get(id).into_iter();
                document.flat_map(|document| &document.parties).map(|party| party.link_in(site, cx)).collect()
            }
            Owner::Document(_) | Owner::Event(_) => Vec::new(),
        }
    }
}

impl Owner {
    fn child(&self, local: &str) -> Id<Commitment> {
        match self {
            Self::Event(id) => id.child(local),
            Self::Document(id) => id.child(local),
        }
    }

    // The title and date of where it was made.
    fn words(&self, site: &Site) -> (Option<String>, Option<Date>) {
        match self {
            Self::Event(id) => site.events.get(id).map(|event| (event.title.clone(), event.date())),
            Self::Document(id) => site.documents.get(id).map(|document| (document.title.clone(), document.date)),
        }
        .map_or((None, None), |(title, date)| (Some(title), date))
    }

    fn is_example(&self, site: &Site) -> bool {
        match self {
            Self::Event(id) => site.events.get(id).is_some_and(|event| event.is_example(site)),
            Self::Document(id) => site.documents.get(id).is_some_and(|document| document.is_example(site)),
        }
    }
}

/// A commitment on a page.
#[derive(Debug, Serialize)]
pub(super) struct Row {
    anchor: Option<String>,
    letter: &'static str,
    state: Tag,
    text: Link,
    made_at: Option<String>,
    made_on: Option<Day>,
    by: Vec<Link>,
    // Whether nobody is named alone, so that the parties of the document stand there.
    jointly: bool,
    due: Option<Day>,
    reported: Option<Tag>,
    evidence: Vec<Link>,
    source: Option<String>,
    note: Option<String>,
}

/// Puts commitments in order of urgency.
pub(super) fn sorted<'s>(commitments: impl Iterator<Item = &'s Commitment>, site: &Site) -> Vec<&'s Commitment> {
    let mut sorted: Vec<_> = commitments.collect();
    sorted.sort_by_key(|commitment| commitment.rank(site.today));
    sorted
}

/// Counts commitments in one sentence. What is overdue is always said.
pub(super) fn words(commitments: &[&Commitment], site: &Site, lang: Lang) -> String {
    let count = |of: fn(&Commitment) -> bool| commitments.iter().filter(|commitment| of(commitment)).count();
    let late = commitments.iter().filter(|commitment| commitment.is_overdue(site.today)).count();
    let parts = [
        (late, lang.pick("terlambat", "overdue")),
        (count(|c| c.status == Some(Progress::Done)), lang.pick("dilaporkan selesai", "reported done")),
        (count(|c| c.due.is_none()), lang.pick("tanpa tenggat", "without a due date")),
    ];
    let said = parts.iter().enumerate().filter(|(at, (count, _))| *at == 0 || *count > 0);
    let said: Vec<String> = said.map(|(_, (count, word))| format!("{} {word}", whole(*count, lang))).collect();
    let what = match commitments.len() {
        1 => lang.pick("komitmen", "commitment"),
        _ => lang.pick("komitmen", "commitments"),
    };
    format!("{} {what}: {}.", whole(commitments.len(), lang), said.join(", "))
}

impl Record for Commitment {
    const KEY: &'static str = "komitmen";
    const LABEL: Label = Label::new("Komitmen", "Commitment");
    const ABOUT: Label = Label::new(
        "Satu baris satu janji lembaga atau unit, dari suatu pemantauan atau dokumen.",
        "One row for each promise of an institution or facility, made at an oversight event or in a document.",
    );
    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("id", Label::new("Id", "Id"), CellKind::Text, |c, _| Cell::text(Some(&c.id))),
        Column::new("pemantauan", Label::new("Pemantauan", "Event"), CellKind::Text, |c, _| match &c.owner {
            Owner::Event(id) => Cell::text(Some(id)),
            Owner::Document(_) => Cell::Missing,
        }),
        Column::new("dokumen", Label::new("Dokumen", "Document"), CellKind::Text, |c, _| match &c.owner {
            Owner::Document(id) => Cell::text(Some(id)),
            Owner::Event(_) => Cell::Missing,
        }),
        Column::new("oleh", Label::new("Oleh", "By"), CellKind::Text, |c, _| Cell::text(c.by.as_ref())),
        Column::new("isi", Label::new("Isi", "Text"), CellKind::Text, |c, _| Cell::text(Some(&c.text))),
        Column::new("tenggat", Label::new("Tenggat", "Due"), CellKind::Date, |c, _| Cell::date(c.due)),
        Column::new(
            "status",
            Label::new("Status menurut yang berjanji", "Status, self-reported"),
            CellKind::Text,
            |c, _| Cell::text(c.status.map(Choice::key)),
        ),
        Column::new("terlambat", Label::new("Terlambat", "Overdue"), CellKind::Flag, |c, site| {
            Cell::flag(c.due.map(|_| c.is_overdue(site.today)))
        }),
        Column::new("bukti", Label::new("Bukti", "Evidence"), CellKind::List, |c, _| {
            Cell::list(c.evidence.iter().map(|evidence| &evidence.alt))
        }),
        Column::new("sumber", Label::new("Sumber", "Source"), CellKind::Text, |c, _| Cell::text(c.source.as_ref())),
        Column::new("catatan", Label::new("Catatan", "Note"), CellKind::Text, |c, _| Cell::text(c.note.as_ref())),
        Column::new("contoh", Label::new("Contoh", "Example"), CellKind::Flag, |c, site| {
            Cell::flag(Some(c.is_example(site)))
        }),
        Column::new("halaman", Label::new("Halaman", "Page"), CellKind::Page, |c, _| Cell::Page(c.place())),
    ];

    fn id(&self) -> &Id<Self> {
        &self.id
    }

    fn origin(&self) -> &Origin {
        &self.origin
    }

    fn is_example(&self, site: &Site) -> bool {
        self.owner.is_example(site)
    }

    fn overview<'s>(site: &'s Site, pages: &mut Pages<'s>) {
        list::all(site, pages);
    }

    fn link(&self, site: &Site, cx: &mut CheckCx<'_>) {
        if let Some(by) = &self.by {
            cx.at("oleh", |cx| by.check(site, cx));
        }
    }
}
