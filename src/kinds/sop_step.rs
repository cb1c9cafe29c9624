//! langkah_sop: the steps of SOPs as rows of their own. Reading and showing them is the business of `service::sop`.

use super::column::Column;
use super::facility::Facility;
use super::service::Service;
use super::service::sop::{Next, Sop, Step};
use super::sop_review;
use super::{Harvest, Record, Site};
use crate::lang::Label;
use crate::model::cell::{Cell, CellKind};
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::scalar::Choice;
use crate::stage::Origin;

/// A step of the SOP of a service.
#[derive(Debug)]
pub struct SopStep {
    id: Id<Self>,
    origin: Origin,
    /// The service.
    pub service: Id<Service>,
    /// The number of the SOP.
    pub sop_number: Option<String>,
    /// When the SOP was made.
    pub sop_made: Option<Date>,
    /// When the SOP was last revised.
    pub sop_revised: Option<Date>,
    /// The post or role that acts.
    pub actor: Option<String>,
    /// The step.
    pub step: Step,
}

/// Adds the rows of an SOP: its steps and its reviews. `origin` is that of the service.
pub fn harvest(sop: &Sop, service: &Id<Service>, origin: &Origin, harvest: &mut Harvest) {
    for (at, step) in sop.steps.iter().enumerate() {
        let mut origin = origin.clone();
        origin.steps.extend(["sop".into(), "langkah".into(), at.into()]);
        harvest.sop_steps.push(SopStep {
            // Two digits at least, so that rows sorted by id stand in the order of the steps.
            id: service.child(&format!("{:02}", step.number)),
            origin,
            service: service.clone(),
            sop_number: sop.number.clone(),
            sop_made: sop.made,
            sop_revised: sop.revised,
            actor: sop.actor_of(step).map(str::to_owned),
            step: step.clone(),
        });
    }
    sop_review::harvest(sop, service, origin, harvest);
}

impl SopStep {
    fn goal(&self, pick: fn(Next) -> Option<u32>) -> Cell {
        Cell::whole(pick(self.step.next))
    }
}

fn next(next: Next) -> Option<u32> {
    if let Next::Step(step) = next { Some(step) } else { None }
}

fn on_yes(next: Next) -> Option<u32> {
    if let Next::Answer { yes, .. } = next { Some(yes) } else { None }
}

fn on_no(next: Next) -> Option<u32> {
    if let Next::Answer { no, .. } = next { Some(no) } else { None }
}

impl Record for SopStep {
    const KEY: &'static str = "langkah_sop";
    const LABEL: Label = Label::new("Langkah SOP", "SOP step");
    const ABOUT: Label = Label::new(
        "Satu baris satu langkah dalam prosedur operasional standar suatu layanan.",
        "One row for each step in the standard operating procedure of a service.",
    );
    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("id", Label::new("Id", "Id"), CellKind::Text, |s, _| Cell::text(Some(&s.id))),
        Column::new("layanan", Label::new("Layanan", "Service"), CellKind::Text, |s, _| Cell::text(Some(&s.service))),
        Column::new("nomor_sop", Label::new("Nomor SOP", "Number of the SOP"), CellKind::Text, |s, _| {
            Cell::text(s.sop_number.as_ref())
        }),
        Column::new("tanggal_sop", Label::new("Tanggal pembuatan SOP", "SOP made on"), CellKind::Date, |s, _| {
            Cell::date(s.sop_made)
        }),
        Column::new("revisi_sop", Label::new("Tanggal revisi SOP", "SOP revised on"), CellKind::Date, |s, _| {
            Cell::date(s.sop_revised)
        }),
        Column::new("no", Label::new("Nomor langkah", "Number of the step"), CellKind::Whole, |s, _| {
            Cell::whole(Some(s.step.number))
        }),
        Column::new("pelaku", Label::new("Pelaksana", "Who"), CellKind::Text, |s, _| Cell::text(s.actor.as_ref())),
        Column::new("bentuk", Label::new("Bentuk", "Kind"), CellKind::Text, |s, _| Cell::text(Some(s.step.kind.key()))),
        Column::new("kegiatan", Label::new("Kegiatan", "Activity"), CellKind::Text, |s, _| {
            Cell::text(Some(&s.step.activity))
        }),
        Column::new("kelengkapan", Label::new("Kelengkapan", "Needed"), CellKind::List, |s, _| {
            s.step.needs.as_ref().map_or(Cell::Missing, Cell::list)
        }),
        Column::new("waktu_jumlah", Label::new("Waktu: jumlah", "Time: amount"), CellKind::Whole, |s, _| {
            Cell::whole(s.step.time.map(|time| time.amount))
        }),
        Column::new("waktu_satuan", Label::new("Waktu: satuan", "Time: unit"), CellKind::Text, |s, _| {
            Cell::text(s.step.time.map(|time| time.unit.key()))
        }),
        Column::new("hasil", Label::new("Hasil", "Result"), CellKind::Text, |s, _| Cell::text(s.step.result.as_ref())),
        Column::new("berikut", Label::new("Langkah berikutnya", "Next step"), CellKind::Whole, |s, _| s.goal(next)),
        Column::new("ya", Label::new("Langkah bila ya", "Step after a yes"), CellKind::Whole, |s, _| s.goal(on_yes)),
        Column::new("tidak", Label::new("Langkah bila tidak", "Step after a no"), CellKind::Whole, |s, _| {
            s.goal(on_no)
        }),
        Column::new("contoh", Label::new("Contoh", "Example"), CellKind::Flag, |s, site| {
            Cell::flag(Some(s.is_example(site)))
        }),
    ];

    fn id(&self) -> &Id<Self> {
        &self.id
    }

    fn origin(&self) -> &Origin {
        &self.origin
    }

    fn is_example(&self, site: &Site) -> bool {
        self.service.parent::<Facility>().is_some_and(|facility| site.is_example(&facility))
    }

    fn is_public(&self, site: &Site) -> bool {
        site.services.get(&self.service).is_some_and(|service| service.is_public(site))
    }
}
