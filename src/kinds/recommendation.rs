//! rekomendasi: what an overseer asks a facility to do, how far the facility says it is, and what the overseer says of that.
//! How it stands on a day is derived in `state`, never stored.
//!
//! ```yaml
//! rekomendasi:
//!   - id: r1
//!     jenis: saran_perbaikan
//!     isi: SOP layanan utama terpasang di tempat yang mudah dilihat
//!     tanggapan: diterima
//!     penanggung_jawab: Kepala Lapas
//!     tenggat: 2022-06-30
//!     status: selesai
//!     tindakan: [{tanggal: 2022-05-02, isi: Papan dipasang, bukti: [{jenis: foto, berkas: papan.jpg, alt: Papan SOP}]}]
//!     verifikasi: {oleh: ombudsman-babel, tanggal: 2022-08-01, hasil: ditutup}
//! ```

pub(super) mod chart;
pub(super) mod ledger;
mod lists;
mod page;
mod post;
pub mod state;

use schemars::JsonSchema;
use serde::Deserialize;

use super::column::Column;
use super::event::{Event, below};
use super::institution::Institution;
use super::parts::evidence::{Evidence, RawEvidence};
use super::parts::progress::Progress;
use super::{Record, Site};
use crate::diag::Problem;
use crate::diag::flaw::TimeFlaw;
use crate::lang::Label;
use crate::model::cell::{Cell, CellKind};
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::law_ref::LawRef;
use crate::model::place::Place;
use crate::model::scalar::{Choice, Text, choice};
use crate::page::{Pages, ViewCx};
use crate::parse::written::{TextOr, Written};
use crate::stage::{CheckCx, Origin};
use crate::view::Section;
pub use lists::{facility_place, overview_place, title};
use state::State;

/// The duty to act on an Ombudsman's recommendation within a set time.
pub const DUTY: LawRef = LawRef::article("UU 25/2009", "36");

choice! {
    /// How strong a recommendation is.
    pub enum RecommendationKind {
        /// A remark.
        Remark = "catatan", "Catatan", "Remark";
        /// A suggestion to mend.
        Improvement = "saran_perbaikan", "Saran perbaikan", "Suggested improvement";
        /// A suggestion to make better what is good.
        Refinement = "saran_penyempurnaan", "Saran penyempurnaan", "Suggested refinement";
        /// A corrective action.
        Correction = "tindakan_korektif", "Tindakan korektif", "Corrective action";
        /// A recommendation in the sense of the law; it must be carried out.
        Recommendation = "rekomendasi", "Rekomendasi", "Recommendation";
    }
}

choice! {
    /// What the facility answered.
    pub enum Response {
        /// Accepted.
        Accepted = "diterima", "Diterima", "Accepted";
        /// Accepted in part.
        Partly = "sebagian", "Diterima sebagian", "Accepted in part";
        /// Rejected, with a reason.
        Rejected = "ditolak", "Ditolak", "Rejected";
    }
}

choice! {
    /// What the overseer says of what was done.
    pub enum Verdict {
        /// Nothing that counts.
        Meaningless = "tidak_berarti", "Tidak berarti", "Not meaningful";
        /// Not enough.
        Lacking = "kurang", "Kurang", "Lacking";
        /// Enough.
        Adequate = "memadai", "Memadai", "Adequate";
        /// Good.
        Good = "baik", "Baik", "Good";
        /// Closed.
        Closed = "ditutup", "Ditutup", "Closed";
    }
}

/// A recommendation.
#[derive(Debug)]
pub struct Recommendation {
    id: Id<Self>,
    origin: Origin,
    /// The event.
    pub event: Id<Event>,
    /// How strong it is.
    pub kind: Option<RecommendationKind>,
    /// What is asked.
    pub text: String,
    /// What the facility answered.
    pub response: Option<Response>,
    /// Why, if it does not accept.
    pub reason: Option<String>,
    /// The post that sees to it; never a person.
    pub owner: Option<String>,
    /// Until when.
    pub due: Option<Date>,
    /// How far it is, by the facility itself.
    pub status: Option<Progress>,
    /// What was done.
    pub actions: Vec<Action>,
    /// What the overseer says of it.
    pub verification: Option<Verification>,
}

/// Something that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// When.
    pub on: Option<Date>,
    /// What.
    pub text: String,
    /// What shows it.
    pub evidence: Vec<Evidence>,
}

/// An overseer's verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// Who.
    pub by: Id<Institution>,
    /// When.
    pub on: Option<Date>,
    /// What.
    pub verdict: Verdict,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRecommendation {
    #[schemars(required)]
    id: Option<Written<Id<Recommendation>>>,
    #[schemars(required)]
    #[serde(rename = "jenis")]
    kind: Option<Written<RecommendationKind>>,
    #[schemars(required)]
    #[serde(rename = "isi")]
    text: Option<Written<Text>>,
    #[serde(rename = "tanggapan")]
    response: Option<Written<Response>>,
    #[serde(rename = "alasan")]
    reason: Option<Written<Text>>,
    #[serde(rename = "penanggung_jawab")]
    owner: Option<Written<Text>>,
    #[serde(rename = "tenggat")]
    due: Option<Written<Date>>,
    status: Option<Written<Progress>>,
    #[serde(default, rename = "tindakan")]
    actions: Vec<RawAction>,
    #[serde(rename = "verifikasi")]
    verification: Option<RawVerification>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawAction {
    #[serde(rename = "tanggal")]
    on: Option<Written<Date>>,
    #[schemars(required)]
    #[serde(rename = "isi")]
    text: Option<Written<Text>>,
    #[serde(default, rename = "bukti")]
    evidence: Vec<TextOr<RawEvidence>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawVerification {
    #[schemars(required)]
    #[serde(rename = "oleh")]
    by: Option<Written<Id<Institution>>>,
    #[serde(rename = "tanggal")]
    on: Option<Written<Date>>,
    #[schemars(required)]
    #[serde(rename = "hasil")]
    verdict: Option<Written<Verdict>>,
}

impl Recommendation {
    /// Checks a recommendation of an event by `overseers`.
    pub(super) fn check(
        raw: RawRecommendation,
        event: &Id<Event>,
        overseers: &[Id<Institution>],
        cx: &mut CheckCx<'_>,
    ) -> Option<Self> {
        let RawRecommendation { id, kind, text, response, reason, owner, due, status, actions, verification } = raw;
        let id = below(event, id, cx);
        let text = cx.need("isi", text);
        let recommendation = Self {
            origin: cx.origin(),
            event: event.clone(),
            kind: cx.need("jenis", kind),
            response: cx.get("tanggapan", response),
            reason: cx.get("alasan", reason).map(String::from),
            owner: cx.get("penanggung_jawab", owner).map(String::from),
            due: cx.get("tenggat", due),
            status: cx.get("status", status),
            actions: cx.each("tindakan", actions, |cx, raw| Action::check(raw, cx)),
            verification: Verification::check(verification, overseers, cx),
            id: id?,
            text: text?.into(),
        };
        recommendation.check_claims(cx);
        Some(recommendation)
    }

    // Who says more than "being done" must show why.
    fn check_claims(&self, cx: &mut CheckCx<'_>) {
        if self.response == Some(Response::Rejected) && self.reason.is_none() {
            let why = Label::new("menolak saran harus dengan alasan", "a rejection must give its reason");
            cx.report_at("tanggapan", Problem::Needs { what: "ditolak".to_owned(), key: "alasan", why });
        }
        if self.evidence().next().is_some() {
            return;
        }
        let why = Label::new(
            "yang dinyatakan selesai harus dapat ditunjukkan pada salah satu tindakan",
            "what is called done must be shown by one of the actions",
        );
        if self.status == Some(Progress::Done) {
            cx.report_at("status", Problem::Needs { what: "selesai".to_owned(), key: "bukti", why });
        }
        if self.verdict() == Some(Verdict::Closed) {
            cx.report_at("verifikasi", Problem::Needs { what: "ditutup".to_owned(), key: "bukti", why });
        }
    }

    /// Returns all evidence of its actions.
    pub fn evidence(&self) -> impl Iterator<Item = &Evidence> {
        self.actions.iter().flat_map(|action| &action.evidence)
    }

    /// Returns the overseer's verdict.
    pub fn verdict(&self) -> Option<Verdict> {
        self.verification.as_ref().map(|verification| verification.verdict)
    }

    /// Returns when it was given: with the report of its event, or failing that, at the event.
    pub fn given_on(&self, site: &Site) -> Option<Date> {
        let event = site.events.get(&self.event)?;
        event.reported.or(event.date())
    }

    /// Returns where it is shown in full.
    pub fn place(&self) -> Place {
        super::event::overview_place().down(self.event.as_str()).anchor(&self.anchor())
    }

    fn anchor(&self) -> String {
        format!("rekomendasi-{}", self.id.last())
    }
}

impl Action {
    fn check(raw: RawAction, cx: &mut CheckCx<'_>) -> Option<Self> {
        let RawAction { on, text, evidence } = raw;
        let on = cx.get("tanggal", on);
        let evidence = Evidence::check_all(evidence, cx);
        Some(Self { on, text: cx.need("isi", text)?.into(), evidence })
    }
}

impl Verification {
    fn check(raw: Option<RawVerification>, overseers: &[Id<Institution>], cx: &mut CheckCx<'_>) -> Option<Self> {
        let RawVerification { by, on, verdict } = raw?;
        cx.at("verifikasi", |cx| {
            let by = cx.need("oleh", by);
            let is_dated = on.is_some();
            let on = cx.get("tanggal", on);
            let verdict = cx.need("hasil", verdict);
            if by.as_ref().is_some_and(|by| !overseers.contains(by)) {
                cx.report_at("oleh", Problem::VerdictNotByOverseer);
                return None;
            }
            if verdict == Some(Verdict::Closed) && !is_dated {
                cx.report_at("hasil", Problem::Time(TimeFlaw::ClosedUndated));
            }
            Some(Self { by: by?, on, verdict: verdict? })
        })
    }
}

impl Record for Recommendation {
    const KEY: &'static str = "rekomendasi";
    const LABEL: Label = Label::new("Rekomendasi", "Recommendation");
    const ABOUT: Label = Label::new(
        "Satu baris satu rekomendasi pengawas, dengan keadaannya pada tanggal situs disusun.",
        "One row for each recommendation of an overseer, as it stands on the day the site was built.",
    );
    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("id", Label::new("Id", "Id"), CellKind::Text, |r, _| Cell::text(Some(&r.id))),
        Column::new("pemantauan", Label::new("Pemantauan", "Event"), CellKind::Text, |r, _| Cell::text(Some(&r.event))),
        Column::new("lembaga", Label::new("Lembaga", "Institutions"), CellKind::List, |r, site| {
            Cell::list(site.events.get(&r.event).into_iter().flat_map(|event| &event.institutions))
        }),
        Column::new("fasilitas", Label::new("Fasilitas", "Facilities"), CellKind::List, |r, site| {
            Cell::list(site.events.get(&r.event).into_iter().flat_map(|event| &event.facilities))
        }),
        Column::new("tanggal", Label::new("Tanggal", "Given on"), CellKind::Date, |r, site| {
            Cell::date(r.given_on(site))
        }),
        Column::new("jenis", Label::new("Jenis", "Kind"), CellKind::Text, |r, _| Cell::text(r.kind.map(Choice::key))),
        Column::new("isi", Label::new("Isi", "Text"), CellKind::Text, |r, _| Cell::text(Some(&r.text))),
        Column::new("tanggapan", Label::new("Tanggapan", "Response"), CellKind::Text, |r, _| {
            Cell::text(r.response.map(Choice::key))
        }),
        Column::new("alasan", Label::new("Alasan", "Reason"), CellKind::Text, |r, _| Cell::text(r.reason.as_ref())),
        Column::new("penanggung_jawab", Label::new("Penanggung jawab", "Post in charge"), CellKind::Text, |r, _| {
            Cell::text(r.owner.as_ref())
        }),
        Column::new("tenggat", Label::new("Tenggat", "Due"), CellKind::Date, |r, _| Cell::date(r.due)),
        Column::new("status", Label::new("Status menurut unit", "Status, self-reported"), CellKind::Text, |r, _| {
            Cell::text(r.status.map(Choice::key))
        }),
        Column::new("keadaan", Label::new("Keadaan", "State"), CellKind::Text, |r, site| {
            Cell::text(Some(State::of(r, site.today).sort().key))
        }),
        Column::new("hari_terlambat", Label::new("Hari terlambat", "Days overdue"), CellKind::Whole, |r, site| {
            Cell::whole(State::of(r, site.today).days_overdue())
        }),
        Column::new("tindakan", Label::new("Tindakan", "Actions"), CellKind::List, |r, _| {
            Cell::list(r.actions.iter().map(|action| match action.on {
                Some(on) => format!("{on}: {}", action.text),
                None => action.text.clone(),
            }))
        }),
        Column::new("bukti", Label::new("Bukti", "Evidence"), CellKind::List, |r, _| {
            Cell::list(r.evidence().map(|evidence| &evidence.alt))
        }),
        Column::new("verifikasi_oleh", Label::new("Diverifikasi oleh", "Verified by"), CellKind::Text, |r, _| {
            Cell::text(r.verification.as_ref().map(|verification| &verification.by))
        }),
        Column::new("verifikasi_tanggal", Label::new("Diverifikasi pada", "Verified on"), CellKind::Date, |r, _| {
            Cell::date(r.verification.as_ref().and_then(|verification| verification.on))
        }),
        Column::new("verifikasi_hasil", Label::new("Hasil verifikasi", "Verdict"), CellKind::Text, |r, _| {
            Cell::text(r.verdict().map(Choice::key))
        }),
        Column::new("contoh", Label::new("Contoh", "Example"), CellKind::Flag, |r, site| {
            Cell::flag(Some(r.is_example(site)))
        }),
        Column::new("halaman", Label::new("Halaman", "Page"), CellKind::Page, |r, _| Cell::Page(r.place())),
    ];

    fn id(&self) -> &Id<Self> {
        &self.id
    }

    fn origin(&self) -> &Origin {
        &self.origin
    }

    fn is_example(&self, site: &Site) -> bool {
        site.events.get(&self.event).is_some_and(|event| event.is_example(site))
    }

    fn link(&self, site: &Site, cx: &mut CheckCx<'_>) {
        if let Some(owner) = self.owner.as_ref().filter(|owner| post::is_person(owner, site)) {
            cx.report_at("penanggung_jawab", Problem::OwnerNotAPost { owner: owner.clone() });
        }
        let by_ombudsman = site.events.get(&self.event).is_some_and(|event| event.is_by_ombudsman(site));
        if !by_ombudsman || !State::of(self, site.today).is_waiting() {
            return;
        }
        if self.due.is_none() {
            cx.gap(
                "recommendation-due-missing",
                Label::new("Tenggat rekomendasi", "The recommendation's due date"),
                DUTY,
            );
        }
        if self.owner.is_none() {
            cx.gap(
                "recommendation-owner-missing",
                Label::new("Penanggung jawab rekomendasi", "The post in charge of the recommendation"),
                DUTY,
            );
        }
    }

    fn on_front_page(site: &Site, cx: &ViewCx<'_>) -> Option<Section> {
        page::section(site, cx)
    }

    fn overview<'s>(site: &'s Site, pages: &mut Pages<'s>) {
        page::all(site, pages);
        pages.tallies.extend(page::tallies(site));
    }
}
