//! pemantauan: an oversight event, in which institutions looked at facilities or met them. Its findings, recommendations and
//! commitments are records of their own.
//!
//! ```yaml
//! judul: Pemantauan SOP kunjungan dan pengaduan di empat UPT
//! lembaga: [ombudsman-babel]
//! jenis: pemantauan_sop
//! periode: {dari: 2021-01-01, sampai: 2021-12-31}
//! dilaporkan: 2022-01-25
//! fasilitas: [rutan-muntok, lapas-sungailiat, lpka-pangkalpinang, lpp-pangkalpinang]
//! hasil: {uraian: dapat dikategorikan baik}
//! ```

mod outcome;
mod page;

use std::ops::RangeInclusive;

use schemars::JsonSchema;
use serde::Deserialize;

use super::column::Column;
use super::commitment::{Commitment, Owner, RawCommitment};
use super::facility::Facility;
use super::finding::{Finding, RawFinding};
use super::form::{At, Form};
use super::institution::{Institution, InstitutionKind};
use super::parts::period::{Period, RawPeriod};
use super::parts::sourcing::{RawSourcing, Sourcing};
use super::recommendation::{RawRecommendation, Recommendation};
use super::{Harvest, Record, Site, Tabled};
use crate::diag::Problem;
use crate::lang::Label;
use crate::model::cell::{Cell, CellKind};
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::place::Place;
use crate::model::scalar::{Choice, Text, choice};
use crate::page::{Pages, ViewCx};
use crate::parse::written::Written;
use crate::stage::{CheckCx, Origin, has_parts};
use crate::view::{Link, Section};
use outcome::RawOutcome;
pub use outcome::{Outcome, Score};

choice! {
    /// What an overseer came for.
    pub enum EventKind {
        /// Assessment with a score.
        Assessment = "penilaian", "Penilaian", "Assessment";
        /// Monitoring.
        Monitoring = "pemantauan", "Pemantauan", "Monitoring";
        /// Monitoring of standard operating procedures.
        Procedures = "pemantauan_sop", "Pemantauan SOP", "Monitoring of procedures";
        /// Unannounced inspection.
        Inspection = "sidak", "Inspeksi mendadak", "Unannounced inspection";
        /// Courtesy visit; never an assessment.
        Visit = "kunjungan", "Kunjungan kerja", "Courtesy visit";
        /// Audit.
        Audit = "audit", "Audit", "Audit";
        /// Survey by an overseer.
        Survey = "survei", "Survei", "Survey";
        /// About a licence; never an assessment.
        Licensing = "perizinan", "Perizinan", "Licensing";
    }
}

/// An oversight event.
#[derive(Debug)]
pub struct Event {
    id: Id<Self>,
    origin: Origin,
    /// Its title.
    pub title: String,
    /// Who oversees or meets, the leading one first.
    pub institutions: Vec<Id<Institution>>,
    /// What it is.
    pub kind: Option<EventKind>,
    /// When it took place.
    pub period: Option<Period>,
    /// When its result was handed over.
    pub reported: Option<Date>,
    /// The facilities it is about.
    pub facilities: Vec<Id<Facility>>,
    /// What it looks at.
    pub focus: Vec<String>,
    /// Whether it was announced beforehand, if stated.
    pub announced: Option<bool>,
    /// What came out, if published.
    pub outcome: Option<Outcome>,
    /// The text it rests on.
    pub source: Option<Sourcing>,
    /// Whether it is marked as made up.
    pub example: bool,
    /// A remark.
    pub note: Option<String>,
}

/// `pemantauan/<id>.yaml` as written.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawEvent {
    #[schemars(required)]
    #[serde(rename = "judul")]
    title: Option<Written<Text>>,
    #[schemars(required, length(min = 1))]
    #[serde(default, rename = "lembaga")]
    institutions: Vec<Written<Id<Institution>>>,
    #[schemars(required)]
    #[serde(rename = "jenis")]
    kind: Option<Written<EventKind>>,
    #[serde(rename = "periode")]
    period: Option<RawPeriod>,
    #[serde(rename = "dilaporkan")]
    reported: Option<Written<Date>>,
    #[schemars(required, length(min = 1))]
    #[serde(default, rename = "fasilitas")]
    facilities: Vec<Written<Id<Facility>>>,
    #[serde(default, rename = "fokus")]
    focus: Vec<Written<Text>>,
    #[serde(rename = "diumumkan")]
    announced: Option<Written<bool>>,
    #[serde(rename = "hasil")]
    outcome: Option<RawOutcome>,
    #[serde(default, rename = "temuan")]
    findings: Vec<RawFinding>,
    #[serde(default, rename = "rekomendasi")]
    recommendations: Vec<RawRecommendation>,
    #[serde(default, rename = "komitmen")]
    commitments: Vec<RawCommitment>,
    #[serde(rename = "sumber")]
    source: Option<RawSourcing>,
    #[serde(rename = "contoh")]
    example: Option<Written<bool>>,
    #[serde(rename = "catatan")]
    note: Option<Written<Text>>,
}

/// `pemantauan/<id>.yaml`.
pub struct EventForm;

impl Form for EventForm {
    const PATTERN: &'static str = "pemantauan/{id}.yaml";
    type Raw = RawEvent;

    fn claims(at: &At<'_>) -> Vec<(&'static str, String)> {
        vec![(Event::KEY, at.part("id").to_owned())]
    }

    fn check(raw: RawEvent, at: &At<'_>, cx: &mut CheckCx<'_>, harvest: &mut Harvest) {
        let RawEvent {
            title,
            institutions,
            kind,
            period,
            reported,
            facilities,
            focus,
            announced,
            outcome,
            findings,
            recommendations,
            commitments,
            source,
            example,
            note,
        } = raw;
        let Some(id) = at.id::<Event>(&["id"]) else { return };
        needs_one("lembaga", institutions.is_empty(), cx);
        needs_one("fasilitas", facilities.is_empty(), cx);
        needs_one("periode", period.is_none() && reported.is_none(), cx);
        let institutions = cx.all("lembaga", institutions);
        let facilities = cx.all("fasilitas", facilities);
        let findings = cx.each("temuan", findings, |cx, raw| Finding::check(raw, &id, &facilities, cx));
        let recommendations =
            cx.each("rekomendasi", recommendations, |cx, raw| Recommendation::check(raw, &id, &institutions, cx));
        let commitments = Commitment::check_all(commitments, &Owner::Event(id.clone()), cx);
        let event = Event {
            origin: cx.origin(),
            kind: cx.need("jenis", kind),
            period: Period::check(period, cx),
            reported: cx.get("dilaporkan", reported),
            focus: cx.all("fokus", focus).into_iter().map(String::from).collect(),
            announced: cx.get("diumumkan", announced),
            outcome: Outcome::check(outcome, cx),
            source: Sourcing::check(source, cx),
            example: cx.get("contoh", example).unwrap_or(false),
            note: cx.get("catatan", note).map(String::from),
            title: match cx.need("judul", title) {
                Some(title) => title.into(),
                None => return,
            },
            id,
            institutions,
            facilities,
        };
        event.check_is_assessment(cx);
        harvest.events.push(event);
        harvest.findings.extend(findings);
        harvest.recommendations.extend(recommendations);
        harvest.commitments.extend(commitments);
    }
}

fn needs_one(key: &'static str, missing: bool, cx: &mut CheckCx<'_>) {
    if missing {
        cx.report(Problem::MissingKey { key });
    }
}

/// Reads the id that a record bears inside its event, and puts it below the event.
pub(super) fn below<T>(event: &Id<Event>, written: Option<Written<Id<T>>>, cx: &mut CheckCx<'_>) -> Option<Id<T>> {
    let id = cx.need("id", written)?;
    if let Err(want) = has_parts(&id, 1) {
        cx.report_at("id", Problem::Misread { found: id.as_str().to_owned(), want });
        return None;
    }
    Some(event.child(id.as_str()))
}

/// Checks every reference of a list at `key`.
fn refer_all<R: Tabled>(key: &'static str, ids: &[Id<R>], site: &Site, cx: &mut CheckCx<'_>) {
    cx.at(key, |cx| {
        for (at, id) in ids.iter().enumerate() {
            cx.at(at, |cx| cx.refer(site, id));
        }
    });
}

impl Event {
    /// Returns its page.
    pub fn place(&self) -> Place {
        overview_place().down(self.id.as_str())
    }

    /// Links to it.
    pub fn link_in(&self, cx: &ViewCx<'_>) -> Link {
        cx.link(&self.title, &self.place())
    }

    /// Returns when it took place; failing that, when its result was handed over.
    pub fn date(&self) -> Option<Date> {
        self.period.map(|period| period.to).or(self.reported)
    }

    // The years that were looked at. A result may be handed over in the year after.
    fn years(&self) -> Option<RangeInclusive<i32>> {
        let looked_at = self.period.map(|period| period.from.year()..=period.to.year());
        looked_at.or_else(|| self.reported.map(|on| on.year() - 1..=on.year()))
    }

    /// Returns whether it assesses. A courtesy visit or a licence matter never does, whatever was said there.
    pub fn is_assessment(&self) -> bool {
        !matches!(self.kind, Some(EventKind::Visit | EventKind::Licensing))
    }

    /// Returns whether an Ombudsman takes part: only for its recommendations the law sets the duty to act within a time.
    pub fn is_by_ombudsman(&self, site: &Site) -> bool {
        let kinds = self.institutions.iter().filter_map(|id| site.institutions.get(id)?.kind);
        kinds.into_iter().any(|kind| kind == InstitutionKind::Ombudsman)
    }

    /// Returns its recommendations, in order of their ids.
    pub fn recommendations<'s>(&self, site: &'s Site) -> impl Iterator<Item = &'s Recommendation> + use<'s> {
        site.recommendations.under(&self.id)
    }

    fn score(&self) -> Option<Score> {
        self.outcome.as_ref().and_then(|outcome| outcome.score)
    }

    fn check_is_assessment(&self, cx: &mut CheckCx<'_>) {
        if let (false, Some(kind), Some(outcome)) = (self.is_assessment(), self.kind, &self.outcome)
            && outcome.judges()
        {
            cx.report_at("hasil", Problem::NotAnAssessment { kind: kind.key() });
        }
    }
}

/// The page of all events.
pub fn overview_place() -> Place {
    Place::top("pemantauan")
}

impl Record for Event {
    const KEY: &'static str = "pemantauan";
    const LABEL: Label = Label::new("Pemantauan", "Oversight event");
    const ABOUT: Label = Label::new(
        "Satu baris satu peristiwa pengawasan: penilaian, pemantauan, audit, kunjungan.",
        "One row for each oversight event: assessment, monitoring, audit, visit.",
    );
    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("id", Label::new("Id", "Id"), CellKind::Text, |e, _| Cell::text(Some(&e.id))),
        Column::new("judul", Label::new("Judul", "Title"), CellKind::Text, |e, _| Cell::text(Some(&e.title))),
        Column::new("lembaga", Label::new("Lembaga", "Institutions"), CellKind::List, |e, _| {
            Cell::list(&e.institutions)
        }),
        Column::new("jenis", Label::new("Jenis", "Kind"), CellKind::Text, |e, _| Cell::text(e.kind.map(Choice::key))),
        Column::new("dari", Label::new("Dari", "From"), CellKind::Date, |e, _| {
            Cell::date(e.period.map(|period| period.from))
        }),
        Column::new("sampai", Label::new("Sampai", "To"), CellKind::Date, |e, _| {
            Cell::date(e.period.map(|period| period.to))
        }),
        Column::new("dilaporkan", Label::new("Dilaporkan", "Reported on"), CellKind::Date, |e, _| {
            Cell::date(e.reported)
        }),
        Column::new("fasilitas", Label::new("Fasilitas", "Facilities"), CellKind::List, |e, _| {
            Cell::list(&e.facilities)
        }),
        Column::new("fokus", Label::new("Fokus", "Focus"), CellKind::List, |e, _| Cell::list(&e.focus)),
        Column::new("diumumkan", Label::new("Diumumkan lebih dulu", "Announced"), CellKind::Flag, |e, _| {
            Cell::flag(e.announced)
        }),
        Column::new("uraian", Label::new("Hasil dalam kata", "Result in words"), CellKind::Text, |e, _| {
            Cell::text(e.outcome.as_ref().and_then(|outcome| outcome.words.as_ref()))
        }),
        Column::new("nilai", Label::new("Nilai", "Score"), CellKind::Decimal, |e, _| {
            Cell::decimal(e.score().map(|score| score.value))
        }),
        Column::new("nilai_dari", Label::new("Nilai tertinggi", "Highest score"), CellKind::Decimal, |e, _| {
            Cell::decimal(e.score().map(|score| score.of))
        }),
        Column::new("skema", Label::new("Skema nilai", "Band scheme"), CellKind::Text, |e, _| {
            Cell::text(e.outcome.as_ref().and_then(|outcome| outcome.scheme.as_ref()))
        }),
        Column::new("predikat", Label::new("Predikat", "Band"), CellKind::Text, |e, _| {
            Cell::text(e.outcome.as_ref().and_then(|outcome| outcome.predicate.as_ref()))
        }),
        Column::new("sumber", Label::new("Sumber", "Source"), CellKind::Text, |e, site| {
            Cell::text(e.source.as_ref().map(|source| source.link(site.lang()).text))
        }),
        Column::new("sumber_url", Label::new("Alamat sumber", "Address of the source"), CellKind::Text, |e, _| {
            Cell::text(e.source.as_ref().and_then(|source| source.url.as_ref()))
        }),
        Column::new("catatan", Label::new("Catatan", "Note"), CellKind::Text, |e, _| Cell::text(e.note.as_ref())),
        Column::new("contoh", Label::new("Contoh", "Example"), CellKind::Flag, |e, site| {
            Cell::flag(Some(e.is_example(site)))
        }),
        Column::new("halaman", Label::new("Halaman", "Page"), CellKind::Page, |e, _| Cell::Page(e.place())),
    ];

    fn id(&self) -> &Id<Self> {
        &self.id
    }

    fn origin(&self) -> &Origin {
        &self.origin
    }

    fn is_example(&self, site: &Site) -> bool {
        let all_examples = self.facilities.iter().all(|facility| site.is_example(facility));
        self.example || (all_examples && !self.facilities.is_empty())
    }

    fn concerns(&self) -> &[Id<Facility>] {
        &self.facilities
    }

    fn link(&self, site: &Site, cx: &mut CheckCx<'_>) {
        refer_all("lembaga", &self.institutions, site, cx);
        refer_all("fasilitas", &self.facilities, site, cx);
        if let Some(outcome) = &self.outcome {
            cx.at("hasil", |cx| outcome.link(self.years(), site, cx));
        }
    }

    fn pages<'s>(&'s self, site: &'s Site, pages: &mut Pages<'s>) {
        pages.push(page::detail(self, site));
    }

    fn on_facility(site: &Site, facility: &Facility, cx: &ViewCx<'_>) -> Option<Section> {
        page::section(facility, site, cx)
    }

    fn overview<'s>(site: &'s Site, pages: &mut Pages<'s>) {
        page::overview(site, pages);
        for facility in site.facilities.iter() {
            pages.push(page::of_facility(facility, site));
        }
    }
}
