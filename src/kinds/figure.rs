//! angka: a figure that a news item states, with its date and source. The texts around it are the item's.
//!
//! ```yaml
//! angka:
//!   - {label: Waktu bertemu paling lama, nilai: 30, satuan: menit, per: 2026-11-16, sumber: Standar kunjungan versi 3}
//! ```

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::column::Column;
use super::news::News;
use super::parts::day::Day;
use super::{Record, Site};
use crate::diag::Problem;
use crate::lang::{self, Label};
use crate::model::cell::{Cell, CellKind};
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::scalar::Text;
use crate::page::ViewCx;
use crate::parse::written::Written;
use crate::stage::{CheckCx, Origin};

/// A figure with its date and source.
#[derive(Debug)]
pub struct Figure {
    id: Id<Self>,
    origin: Origin,
    /// What was counted.
    pub label: String,
    /// How many.
    pub value: Decimal,
    /// Of what.
    pub unit: Option<String>,
    /// The day on which it held.
    pub as_of: Option<Date>,
    /// Who says so.
    pub source: Option<String>,
    /// A caveat.
    pub note: Option<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::kinds) struct RawFigure {
    #[schemars(required)]
    label: Option<Written<Text>>,
    #[schemars(required)]
    #[serde(rename = "nilai")]
    value: Option<Written<Decimal>>,
    #[serde(rename = "satuan")]
    unit: Option<Written<Text>>,
    #[serde(rename = "per")]
    as_of: Option<Written<Date>>,
    #[serde(rename = "sumber")]
    source: Option<Written<Text>>,
    #[serde(rename = "catatan")]
    note: Option<Written<Text>>,
}

/// A figure as a page shows it.
#[derive(Serialize)]
pub struct FigureRow {
    label: String,
    value: String,
    as_of: Option<Day>,
    source: Option<String>,
    note: Option<String>,
}

impl Figure {
    /// Reads the figures of a news item; each is named by its place in the list, from 1.
    pub(in crate::kinds) fn check_all(raw: Vec<RawFigure>, of: &Id<News>, cx: &mut CheckCx<'_>) -> Vec<Self> {
        let mut number = 0;
        cx.each("angka", raw, |cx, raw| {
            number += 1;
            Self::check(raw, of.child(&format!("{number}")), cx)
        })
    }

    fn check(raw: RawFigure, id: Id<Self>, cx: &mut CheckCx<'_>) -> Option<Self> {
        let RawFigure { label, value, unit, as_of, source, note } = raw;
        // A figure without its date and source is how a true number becomes a false one.
        for (key, given) in [("per", as_of.is_some()), ("sumber", source.is_some())] {
            if !given {
                cx.report(Problem::FigureUndated { key });
            }
        }
        let label = cx.need("label", label).map(String::from);
        let value = cx.need("nilai", value);
        let unit = cx.get("satuan", unit).map(String::from);
        let as_of = cx.get("per", as_of);
        let source = cx.get("sumber", source).map(String::from);
        let note = cx.get("catatan", note).map(String::from);
        Some(Self { id, origin: cx.origin(), label: label?, value: value?, unit, as_of, source, note })
    }

    /// Shows it as a row of a table.
    pub fn row(&self, cx: &ViewCx<'_>) -> FigureRow {
        let number = lang::decimal(self.value, cx.lang);
        FigureRow {
            label: self.label.clone(),
            value: self.unit.iter().fold(number, |number, unit| format!("{number} {unit}")),
            as_of: self.as_of.map(|date| Day::new(date, cx.lang)),
            source: self.source.clone(),
            note: self.note.clone(),
        }
    }

    fn news<'s>(&self, site: &'s Site) -> Option<&'s News> {
        site.news.get(&self.id.parent()?)
    }
}

impl Record for Figure {
    const KEY: &'static str = "angka";
    const LABEL: Label = Label::new("Angka", "Figure");
    const ABOUT: Label =
        Label::new("Satu baris satu angka yang disebut berita.", "One row for each figure that a news item states.");
    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("id", Label::new("Id", "Id"), CellKind::Text, |f, _| Cell::text(Some(&f.id))),
        Column::new("berita", Label::new("Berita", "News"), CellKind::Text, |f, _| Cell::text(f.id.parent::<News>())),
        Column::new("label", Label::new("Yang dihitung", "What was counted"), CellKind::Text, |f, _| {
            Cell::text(Some(&f.label))
        }),
        Column::new("nilai", Label::new("Nilai", "Value"), CellKind::Decimal, |f, _| Cell::decimal(Some(f.value))),
        Column::new("satuan", Label::new("Satuan", "Unit"), CellKind::Text, |f, _| Cell::text(f.unit.as_ref())),
        Column::new("per", Label::new("Per tanggal", "As of"), CellKind::Date, |f, _| Cell::date(f.as_of)),
        Column::new("sumber", Label::new("Sumber", "Source"), CellKind::Text, |f, _| Cell::text(f.source.as_ref())),
        Column::new("catatan", Label::new("Catatan", "Note"), CellKind::Text, |f, _| Cell::text(f.note.as_ref())),
        Column::new("contoh", Label::new("Contoh", "Example"), CellKind::Flag, |f, site| {
            Cell::flag(Some(f.is_example(site)))
        }),
        Column::new("halaman", Label::new("Halaman", "Page"), CellKind::Page, |f, site| {
            f.news(site).map_or(Cell::Missing, |news| Cell::Page(news.place()))
        }),
    ];

    fn id(&self) -> &Id<Self> {
        &self.id
    }

    fn origin(&self) -> &Origin {
        &self.origin
    }

    fn is_example(&self, site: &Site) -> bool {
        self.news(site).is_some_and(|news| news.is_example(site))
    }

    fn is_public(&self, site: &Site) -> bool {
        self.news(site).is_some_and(|news| news.is_public(site))
    }
}
