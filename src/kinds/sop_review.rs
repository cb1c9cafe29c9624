//! tinjauan_sop: the reviews of SOPs as rows of their own. Reading and showing them is the business of `service::sop`.

use super::column::Column;
use super::facility::Facility;
use super::service::Service;
use super::service::sop::{Review, Sop};
use super::{Harvest, Record, Site};
use crate::lang::Label;
use crate::model::cell::{Cell, CellKind};
use crate::model::id::Id;
use crate::model::scalar::Choice;
use crate::stage::Origin;

/// A review of the SOP of a service.
#[derive(Debug)]
pub struct SopReview {
    id: Id<Self>,
    origin: Origin,
    /// The service.
    pub service: Id<Service>,
    /// The review.
    pub review: Review,
}

/// Adds the reviews of an SOP. `origin` is that of the service.
pub fn harvest(sop: &Sop, service: &Id<Service>, origin: &Origin, harvest: &mut Harvest) {
    for (at, review) in sop.reviews.iter().enumerate() {
        let mut origin = origin.clone();
        origin.steps.extend(["sop".into(), "tinjauan".into(), at.into()]);
        let id = service.child(&review.on.to_string());
        harvest.sop_reviews.push(SopReview { id, origin, service: service.clone(), review: review.clone() });
    }
}

impl Record for SopReview {
    const KEY: &'static str = "tinjauan_sop";
    const LABEL: Label = Label::new("Tinjauan SOP", "SOP review");
    const ABOUT: Label = Label::new(
        "Satu baris satu tinjauan: apakah prosedur suatu layanan berjalan.",
        "One row for each review of whether the procedure of a service works.",
    );
    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("id", Label::new("Id", "Id"), CellKind::Text, |r, _| Cell::text(Some(&r.id))),
        Column::new("layanan", Label::new("Layanan", "Service"), CellKind::Text, |r, _| Cell::text(Some(&r.service))),
        Column::new("tanggal", Label::new("Tanggal", "Date"), CellKind::Date, |r, _| Cell::date(Some(r.review.on))),
        Column::new("putusan", Label::new("Putusan", "Verdict"), CellKind::Text, |r, _| {
            Cell::text(Some(r.review.verdict.key()))
        }),
        Column::new("catatan", Label::new("Catatan", "Note"), CellKind::Text, |r, _| {
            Cell::text(r.review.note.as_ref())
        }),
        Column::new("contoh", Label::new("Contoh", "Example"), CellKind::Flag, |r, site| {
            Cell::flag(Some(r.is_example(site)))
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
