//! peserta_program: how many took part in a programme on a date, as rows of their own. Numbers only, never people.

use super::column::Column;
use super::facility::Facility;
use super::program::Program;
use super::{Harvest, Record, Site};
use crate::lang::Label;
use crate::model::cell::{Cell, CellKind};
use crate::model::date::Date;
use crate::model::id::Id;
use crate::stage::Origin;

/// A number of participants.
#[derive(Debug, Clone)]
pub struct Figure {
    /// How many.
    pub count: u32,
    /// On which day.
    pub as_of: Date,
    /// What says so.
    pub source: Option<String>,
}

/// A number of participants of a programme.
#[derive(Debug)]
pub struct Participants {
    id: Id<Self>,
    origin: Origin,
    /// The programme.
    pub program: Id<Program>,
    /// The number.
    pub figure: Figure,
}

/// Adds the rows of a programme, given in the order of its file. `origin` is that of the programme.
pub fn harvest(figures: &[Figure], program: &Id<Program>, origin: &Origin, harvest: &mut Harvest) {
    for (at, figure) in figures.iter().enumerate() {
        let mut origin = origin.clone();
        origin.steps.extend(["peserta".into(), at.into()]);
        let id = program.child(&figure.as_of.to_string());
        harvest.participants.push(Participants { id, origin, program: program.clone(), figure: figure.clone() });
    }
}

impl Record for Participants {
    const KEY: &'static str = "peserta_program";
    const LABEL: Label = Label::new("Peserta program", "Participants");
    const ABOUT: Label = Label::new(
        "Satu baris satu jumlah peserta suatu program pada satu tanggal.",
        "One row for each number of participants of a programme on a date.",
    );
    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("id", Label::new("Id", "Id"), CellKind::Text, |p, _| Cell::text(Some(&p.id))),
        Column::new("program", Label::new("Program", "Programme"), CellKind::Text, |p, _| Cell::text(Some(&p.program))),
        Column::new("jumlah", Label::new("Jumlah", "Number"), CellKind::Whole, |p, _| {
            Cell::whole(Some(p.figure.count))
        }),
        Column::new("per", Label::new("Per", "As of"), CellKind::Date, |p, _| Cell::date(Some(p.figure.as_of))),
        Column::new("sumber", Label::new("Sumber", "Source"), CellKind::Text, |p, _| {
            Cell::text(p.figure.source.as_ref())
        }),
        Column::new("contoh", Label::new("Contoh", "Example"), CellKind::Flag, |p, site| {
            Cell::flag(Some(p.is_example(site)))
        }),
    ];

    fn id(&self) -> &Id<Self> {
        &self.id
    }

    fn origin(&self) -> &Origin {
        &self.origin
    }

    fn is_example(&self, site: &Site) -> bool {
        self.program.parent::<Facility>().is_some_and(|facility| site.is_example(&facility))
    }
}
