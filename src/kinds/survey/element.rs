//! unsur: the nine elements of a satisfaction survey, and the mean value of each in one survey. They are named by word:
//! published forms number the last two either way.

use rust_decimal::Decimal;

use super::{Survey, index};
use crate::kinds::column::Column;
use crate::kinds::facility::Facility;
use crate::kinds::{Record, Site};
use crate::lang::Label;
use crate::model::cell::{Cell, CellKind};
use crate::model::id::Id;
use crate::model::scalar::{Choice, choice};
use crate::stage::Origin;

choice! {
    /// What is asked about.
    pub enum Element {
        /// Requirements.
        Requirements = "persyaratan", "Persyaratan", "Requirements";
        /// Procedure.
        Procedure = "prosedur", "Sistem, mekanisme, dan prosedur", "System, mechanism and procedure";
        /// Time.
        Time = "waktu", "Waktu penyelesaian", "Time";
        /// Fee.
        Fee = "biaya", "Biaya/tarif", "Fee";
        /// Product.
        Product = "produk", "Produk spesifikasi jenis pelayanan", "Product of the service";
        /// Competence.
        Competence = "kompetensi", "Kompetensi pelaksana", "Competence of staff";
        /// Behaviour.
        Behaviour = "perilaku", "Perilaku pelaksana", "Behaviour of staff";
        /// Complaints.
        Complaints = "pengaduan", "Penanganan pengaduan, saran, dan masukan", "Handling of complaints and suggestions";
        /// Amenities.
        Amenities = "sarana", "Sarana dan prasarana", "Amenities";
    }
}

/// The mean value of one element in one survey.
#[derive(Debug)]
pub struct SurveyElement {
    id: Id<Self>,
    origin: Origin,
    /// The element.
    pub element: Element,
    /// The mean of the answers, from 1 to 4; exact where it was computed from answers, as typed where it was not.
    pub mean: Decimal,
    /// How many answered, where the answers are known.
    pub answers: Option<u32>,
}

impl SurveyElement {
    pub(super) fn new(of: &Id<Survey>, origin: Origin, element: Element, mean: Decimal, answers: Option<u32>) -> Self {
        Self { id: of.child(element.key()), origin, element, mean, answers }
    }

    /// Returns the mean on the scale of the index: 25 to 100.
    pub fn converted(&self) -> Decimal {
        index::published(self.mean * Decimal::from(25))
    }

    /// Returns the mean for people and data: as typed, or to two places.
    pub fn shown(&self) -> Decimal {
        if self.answers.is_some() { index::published(self.mean) } else { self.mean }
    }

    fn survey<'s>(&self, site: &'s Site) -> Option<&'s Survey> {
        site.surveys.get(&self.id.parent()?)
    }
}

impl Record for SurveyElement {
    const KEY: &'static str = "unsur_skm";
    const LABEL: Label = Label::new("Unsur survei kepuasan", "Element of a satisfaction survey");
    const ABOUT: Label =
        Label::new("Satu baris satu unsur dalam satu survei.", "One row for each element of each survey.");
    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("id", Label::new("Id", "Id"), CellKind::Text, |e, _| Cell::text(Some(&e.id))),
        Column::new("survei", Label::new("Survei", "Survey"), CellKind::Text, |e, _| {
            Cell::text(e.id.parent::<Survey>())
        }),
        Column::new("unsur", Label::new("Unsur", "Element"), CellKind::Text, |e, _| Cell::text(Some(e.element.key()))),
        Column::new("nrr", Label::new("Nilai rata-rata", "Mean value"), CellKind::Decimal, |e, _| {
            Cell::decimal(Some(e.shown()))
        }),
        Column::new("jawaban", Label::new("Jawaban terisi", "Answers"), CellKind::Whole, |e, _| Cell::whole(e.answers)),
        Column::new("nilai", Label::new("Nilai dikonversi", "Converted value"), CellKind::Decimal, |e, _| {
            Cell::decimal(Some(e.converted()))
        }),
        Column::new("mutu", Label::new("Mutu", "Quality"), CellKind::Text, |e, site| {
            let band = e.survey(site).and_then(|survey| survey.scheme(site)).and_then(|s| s.band_of(e.converted()));
            Cell::text(band.map(|band| &band.code))
        }),
        Column::new("contoh", Label::new("Contoh", "Example"), CellKind::Flag, |e, site| {
            Cell::flag(Some(e.is_example(site)))
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
