//! temuan: what an overseer saw at an event, good or bad.
//!
//! ```yaml
//! temuan: [{id: t1, sifat: apresiasi, isi: Petugas kunjungan ramah, fasilitas: lapas-contoh, layanan: kunjungan}]
//! ```

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::column::Column;
use super::event::{Event, below};
use super::facility::Facility;
use super::service::Service;
use super::{Record, Site};
use crate::diag::Problem;
use crate::lang::Label;
use crate::model::cell::{Cell, CellKind};
use crate::model::id::Id;
use crate::model::place::Place;
use crate::model::scalar::{Choice, Text, choice};
use crate::page::ViewCx;
use crate::parse::written::Written;
use crate::stage::{CheckCx, Origin};
use crate::view::{Link, Tag, Tone};

choice! {
    /// How an overseer sees what it found.
    pub enum FindingKind {
        /// Praise.
        Praise = "apresiasi", "Apresiasi", "Praise";
        /// A remark.
        Remark = "catatan", "Catatan", "Remark";
        /// Something to mend.
        Finding = "temuan", "Temuan", "Finding";
        /// A breach of a rule.
        Breach = "pelanggaran", "Pelanggaran", "Breach";
    }
}

/// A finding.
#[derive(Debug)]
pub struct Finding {
    id: Id<Self>,
    origin: Origin,
    /// The event.
    pub event: Id<Event>,
    /// How the overseer sees it.
    pub kind: Option<FindingKind>,
    /// What was found.
    pub text: String,
    /// Where; without it, at the event's facilities.
    pub facility: Option<Id<Facility>>,
    /// The service it is about.
    pub service: Option<Id<Service>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawFinding {
    #[schemars(required)]
    id: Option<Written<Id<Finding>>>,
    #[schemars(required)]
    #[serde(rename = "isi")]
    text: Option<Written<Text>>,
    #[schemars(required)]
    #[serde(rename = "sifat")]
    kind: Option<Written<FindingKind>>,
    #[serde(rename = "fasilitas")]
    facility: Option<Written<Id<Facility>>>,
    #[serde(rename = "layanan")]
    service: Option<Written<Id<Service>>>,
}

impl Finding {
    /// Checks a finding of an event at `facilities`.
    pub(super) fn check(
        raw: RawFinding,
        event: &Id<Event>,
        facilities: &[Id<Facility>],
        cx: &mut CheckCx<'_>,
    ) -> Option<Self> {
        let RawFinding { id, text, kind, facility, service } = raw;
        let id = below(event, id, cx);
        let kind = cx.need("sifat", kind);
        let facility = cx.get("fasilitas", facility);
        let service = cx.get("layanan", service);
        let text = cx.need("isi", text);
        if let Some(facility) = facility.as_ref().filter(|facility| !facilities.contains(facility)) {
            let derived = facilities.iter().map(Id::as_str).collect::<Vec<_>>().join(", ");
            let what = Label::new("Fasilitas temuan", "The finding's facility");
            cx.report_at("fasilitas", Problem::Disagrees { what, stated: facility.to_string(), derived });
        }
        // The name of a service is local to its facility; at an event of one facility that is clear.
        let at = match facilities {
            [only] => facility.as_ref().or(Some(only)),
            _ => facility.as_ref(),
        };
        if service.is_some() && at.is_none() {
            let why = Label::new(
                "nama layanan hanya berlaku di fasilitasnya",
                "the name of a service belongs to its facility",
            );
            cx.report_at("layanan", Problem::Needs { what: "layanan".to_owned(), key: "fasilitas", why });
        }
        let service = at.zip(service).map(|(facility, service)| facility.child(service.as_str()));
        Some(Self { id: id?, origin: cx.origin(), event: event.clone(), kind, text: text?.into(), facility, service })
    }

    /// Returns where it is shown.
    pub fn place(&self) -> Place {
        super::event::overview_place().down(self.event.as_str()).anchor(&self.anchor())
    }

    fn anchor(&self) -> String {
        format!("temuan-{}", self.id.last())
    }

    /// Makes what a page shows of it.
    pub(super) fn card(&self, site: &Site, cx: &ViewCx<'_>) -> Card {
        let tone = match self.kind {
            Some(FindingKind::Praise) => Tone::Ok,
            Some(FindingKind::Remark) | None => Tone::Neutral,
            Some(FindingKind::Finding) => Tone::Soon,
            Some(FindingKind::Breach) => Tone::Late,
        };
        let service = self.service.as_ref().and_then(|id| site.services.get(id));
        let facility = self.facility.as_ref().and_then(|id| site.facilities.get(id));
        let links = service.map(|service| service.link_in(cx)).into_iter();
        Card {
            anchor: self.anchor(),
            tag: self.kind.map(|kind| Tag::new(kind.label().of(cx.lang), tone)),
            text: self.text.clone(),
            about: links.chain(facility.map(|facility| facility.link_in(cx))).collect(),
        }
    }
}

/// A finding on a page.
#[derive(Debug, Serialize)]
pub(super) struct Card {
    anchor: String,
    tag: Option<Tag>,
    text: String,
    about: Vec<Link>,
}

impl Record for Finding {
    const KEY: &'static str = "temuan";
    const LABEL: Label = Label::new("Temuan", "Finding");
    const ABOUT: Label = Label::new(
        "Satu baris satu temuan pengawas dalam suatu pemantauan, termasuk apresiasi.",
        "One row for each finding of an overseer at an event, praise included.",
    );
    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("id", Label::new("Id", "Id"), CellKind::Text, |f, _| Cell::text(Some(&f.id))),
        Column::new("pemantauan", Label::new("Pemantauan", "Event"), CellKind::Text, |f, _| Cell::text(Some(&f.event))),
        Column::new("sifat", Label::new("Sifat", "Kind"), CellKind::Text, |f, _| Cell::text(f.kind.map(Choice::key))),
        Column::new("isi", Label::new("Isi", "Text"), CellKind::Text, |f, _| Cell::text(Some(&f.text))),
        Column::new("fasilitas", Label::new("Fasilitas", "Facility"), CellKind::Text, |f, _| {
            Cell::text(f.facility.as_ref())
        }),
        Column::new("layanan", Label::new("Layanan", "Service"), CellKind::Text, |f, _| Cell::text(f.service.as_ref())),
        Column::new("contoh", Label::new("Contoh", "Example"), CellKind::Flag, |f, site| {
            Cell::flag(Some(f.is_example(site)))
        }),
        Column::new("halaman", Label::new("Halaman", "Page"), CellKind::Page, |f, _| Cell::Page(f.place())),
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
        if let Some(id) = &self.facility {
            cx.at("fasilitas", |cx| cx.refer(site, id));
        }
        if let Some(id) = &self.service {
            cx.at("layanan", |cx| cx.refer(site, id));
        }
    }
}
