//! skema nilai: how a figure becomes a quality word, by scheme and time. Overseers changed their schemes; an old figure
//! is never read by a new one. Which scheme a record follows is the record's own business.
//!
//! ```yaml
//! skema:
//!   - id: skm-2017
//!     nama: Mutu pelayanan menurut survei kepuasan masyarakat
//!     dasar: PermenPANRB 14/2017
//!     berlaku: {dari: 2017}
//!     batas_diperiksa: true
//!     rentang: {dari: 25.00, sampai: 100.00}
//!     pembulatan: 0.01
//!     pita: [{dari: 88.31, sampai: 100.00, kode: A, label: Sangat baik}]
//! ```

use std::ops::RangeInclusive;

use rust_decimal::{Decimal, RoundingStrategy};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::column::Column;
use super::form::{At, Form};
use super::{Harvest, Record, Site};
use crate::diag::Problem;
use crate::lang::{Label, decimal, years};
use crate::model::cell::{Cell, CellKind};
use crate::model::id::Id;
use crate::model::place::Place;
use crate::model::scalar::Text;
use crate::page::{MenuPart, Page, Pages, ViewCx};
use crate::parse::written::Written;
use crate::stage::{CheckCx, Origin};
use crate::view::Link;

/// A scheme of bands.
#[derive(Debug)]
pub struct BandScheme {
    id: Id<Self>,
    origin: Origin,
    /// Its name.
    pub name: String,
    /// The rule it comes from.
    pub basis: Option<String>,
    /// The first year it holds for.
    pub from: Option<u32>,
    /// The last year it holds for.
    pub to: Option<u32>,
    /// Whether the limits were compared with a published source.
    pub verified: bool,
    /// The lowest and the highest figure that there can be, where they are stated.
    pub range: Option<(Decimal, Decimal)>,
    /// The step to which figures are rounded before they are read.
    pub step: Decimal,
    /// The bands, as written: usually the best first.
    pub bands: Vec<Band>,
    /// A remark.
    pub note: Option<String>,
}

/// One band.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// From this figure.
    pub from: Decimal,
    /// To this figure, inclusive.
    pub to: Decimal,
    /// Its short word: `A`.
    pub code: String,
    /// Its meaning.
    pub label: String,
    /// Its colour's word, where the scheme has one.
    pub zone: Option<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
/// `skema-nilai.yaml` as written.
pub struct RawSchemes {
    #[serde(default, rename = "skema")]
    schemes: Vec<RawScheme>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawScheme {
    #[schemars(required)]
    id: Option<Written<Id<BandScheme>>>,
    #[schemars(required)]
    #[serde(rename = "nama")]
    name: Option<Written<Text>>,
    #[serde(rename = "dasar")]
    basis: Option<Written<Text>>,
    #[serde(rename = "berlaku")]
    valid: Option<RawYears>,
    #[serde(rename = "batas_diperiksa")]
    verified: Option<Written<bool>>,
    #[serde(rename = "rentang")]
    range: Option<RawRange>,
    #[schemars(required)]
    #[serde(rename = "pembulatan")]
    step: Option<Written<Decimal>>,
    #[schemars(required, length(min = 1))]
    #[serde(default, rename = "pita")]
    bands: Vec<RawBand>,
    #[serde(rename = "catatan")]
    note: Option<Written<Text>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawYears {
    #[serde(rename = "dari")]
    from: Option<Written<u32>>,
    #[serde(rename = "sampai")]
    to: Option<Written<u32>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawRange {
    #[schemars(required)]
    #[serde(rename = "dari")]
    from: Option<Written<Decimal>>,
    #[schemars(required)]
    #[serde(rename = "sampai")]
    to: Option<Written<Decimal>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawBand {
    #[schemars(required)]
    #[serde(rename = "dari")]
    from: Option<Written<Decimal>>,
    #[schemars(required)]
    #[serde(rename = "sampai")]
    to: Option<Written<Decimal>>,
    #[schemars(required)]
    #[serde(rename = "kode")]
    code: Option<Written<Text>>,
    #[schemars(required)]
    label: Option<Written<Text>>,
    #[serde(rename = "zona")]
    zone: Option<Written<Text>>,
}

/// `rujukan/skema-nilai.yaml`.
pub struct SchemesForm;

impl Form for SchemesForm {
    const PATTERN: &'static str = "rujukan/skema-nilai.yaml";
    type Raw = RawSchemes;

    fn claims(_: &At<'_>) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    fn check(raw: RawSchemes, _: &At<'_>, cx: &mut CheckCx<'_>, harvest: &mut Harvest) {
        let RawSchemes { schemes } = raw;
        harvest.band_schemes.append(&mut cx.each("skema", schemes, |cx, raw| check_scheme(raw, cx)));
    }
}

fn check_scheme(raw: RawScheme, cx: &mut CheckCx<'_>) -> Option<BandScheme> {
    let RawScheme { id, name, basis, valid, verified, range, step, bands, note } = raw;
    let id = cx.need("id", id);
    let name = cx.need("nama", name).map(String::from);
    let basis = cx.get("dasar", basis).map(String::from);
    let (from, to) = check_years(valid, cx);
    let verified = cx.get("batas_diperiksa", verified).unwrap_or(false);
    let range = range.and_then(|raw| check_range(raw, cx));
    let step = cx.need("pembulatan", step);
    let bands_written = bands.len();
    let bands: Vec<Band> = cx.each("pita", bands, |cx, raw| check_band(raw, cx));
    let note = cx.get("catatan", note).map(String::from);
    let step = step.filter(|step| positive(*step, cx))?;
    // With a band that could not be read the others cannot be judged: places in the list would be wrong, and so would gaps.
    if bands.len() < bands_written {
        return None;
    }
    if bands.is_empty() {
        cx.report(Problem::MissingKey { key: "pita" });
        return None;
    }
    for (at, expected) in untiled(&bands, step) {
        let found = bands[at].from.to_string();
        let expected = expected.to_string();
        cx.at("pita", |cx| cx.at(at, |cx| cx.report_at("dari", Problem::BandNotAdjacent { found, expected })));
    }
    if let Some(range) = range {
        check_ends(&bands, range, cx);
    }
    let (origin, id, name) = (cx.origin(), id?, name?);
    Some(BandScheme { id, origin, name, basis, from, to, verified, range, step, bands, note })
}

fn check_range(raw: RawRange, cx: &mut CheckCx<'_>) -> Option<(Decimal, Decimal)> {
    let RawRange { from, to } = raw;
    cx.at("rentang", |cx| {
        let (from, to) = (cx.need("dari", from), cx.need("sampai", to));
        cx.in_order("sampai", from, to);
        Some((from?, to?))
    })
}

// The lowest band begins at the lowest figure and the highest ends at the highest, or a figure would have no band.
fn check_ends(bands: &[Band], (lowest, highest): (Decimal, Decimal), cx: &mut CheckCx<'_>) {
    let first =
        bands.iter().enumerate().min_by_key(|(_, band)| band.from).map(|(at, band)| (at, "dari", band.from, lowest));
    let last =
        bands.iter().enumerate().max_by_key(|(_, band)| band.to).map(|(at, band)| (at, "sampai", band.to, highest));
    for (at, key, stated, derived) in [first, last].into_iter().flatten().filter(|(_, _, end, wanted)| end != wanted) {
        let what = Label::new("Ujung pita", "The end of the bands");
        let (stated, derived) = (stated.to_string(), derived.to_string());
        cx.at("pita", |cx| cx.at(at, |cx| cx.report_at(key, Problem::Disagrees { what, stated, derived })));
    }
}

fn check_years(raw: Option<RawYears>, cx: &mut CheckCx<'_>) -> (Option<u32>, Option<u32>) {
    let Some(RawYears { from, to }) = raw else { return (None, None) };
    cx.at("berlaku", |cx| {
        let years = (cx.get("dari", from), cx.get("sampai", to));
        cx.in_order("sampai", years.0, years.1);
        years
    })
}

fn check_band(raw: RawBand, cx: &mut CheckCx<'_>) -> Option<Band> {
    let RawBand { from, to, code, label, zone } = raw;
    let from = cx.need("dari", from);
    let to = cx.need("sampai", to);
    let code = cx.need("kode", code).map(String::from);
    let label = cx.need("label", label).map(String::from);
    let zone = cx.get("zona", zone).map(String::from);
    cx.in_order("sampai", from, to);
    Some(Band { from: from?, to: to?, code: code?, label: label?, zone })
}

fn positive(step: Decimal, cx: &mut CheckCx<'_>) -> bool {
    let fits = step > Decimal::ZERO;
    if !fits {
        cx.report_at("pembulatan", Problem::OutOfRange { found: step.to_string(), range: "> 0".to_owned() });
    }
    fits
}

// Each band that does not begin one step after the one below it, with the figure it should begin at. A figure in a gap
// would have no band, a figure in an overlap two.
fn untiled(bands: &[Band], step: Decimal) -> Vec<(usize, Decimal)> {
    let mut rising: Vec<usize> = (0..bands.len()).collect();
    rising.sort_by_key(|at| bands[*at].from);
    let pairs = rising.windows(2).map(|pair| (pair[1], bands[pair[0]].to + step));
    pairs.filter(|(at, expected)| bands[*at].from != *expected).collect()
}

impl BandScheme {
    /// Returns the band of a figure, rounded half up to the scheme's step; none when the figure is outside the scheme.
    pub fn band_of(&self, figure: Decimal) -> Option<&Band> {
        let steps = (figure / self.step).round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
        let rounded = steps * self.step;
        self.bands.iter().find(|band| band.from <= rounded && rounded <= band.to)
    }

    /// Returns whether it holds in one of these years.
    pub fn holds_in(&self, asked: &RangeInclusive<i32>) -> bool {
        let year = |year: u32| i32::try_from(year).unwrap_or(i32::MAX);
        self.from.is_none_or(|from| year(from) <= *asked.end()) && self.to.is_none_or(|to| *asked.start() <= year(to))
    }

    /// Returns where it is shown.
    pub fn place(&self) -> Place {
        overview_place().anchor(self.id.as_str())
    }

    /// Links to it by its name.
    pub fn link_in(&self, cx: &ViewCx<'_>) -> Link {
        cx.link(&self.name, &self.place())
    }

    fn card(&self, cx: &ViewCx<'_>) -> Card {
        let row = |band: &Band| Row {
            code: band.code.clone(),
            label: band.label.clone(),
            zone: band.zone.clone(),
            range: format!("{}–{}", decimal(band.from, cx.lang), decimal(band.to, cx.lang)),
        };
        Card {
            anchor: self.id.as_str().to_owned(),
            name: self.name.clone(),
            meta: [Some(years(self.from, self.to, cx.lang)), self.basis.clone()]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" · "),
            verified: self.verified,
            note: self.note.clone(),
            has_zones: self.bands.iter().any(|band| band.zone.is_some()),
            bands: self.bands.iter().map(row).collect(),
        }
    }
}

#[derive(Serialize)]
struct SchemesPage {
    schemes: Vec<Card>,
}

#[derive(Serialize)]
struct Card {
    anchor: String,
    name: String,
    meta: String,
    verified: bool,
    note: Option<String>,
    has_zones: bool,
    bands: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    code: String,
    label: String,
    zone: Option<String>,
    range: String,
}

fn overview_place() -> Place {
    Place::top("skema-nilai")
}

impl Record for BandScheme {
    const KEY: &'static str = "skema_nilai";
    const LABEL: Label = Label::new("Skema nilai", "Band scheme");
    const ABOUT: Label = Label::new(
        "Satu baris satu cara membaca angka menjadi mutu.",
        "One row for each way to read a figure as quality.",
    );
    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("id", Label::new("Id", "Id"), CellKind::Text, |s, _| Cell::text(Some(&s.id))),
        Column::new("nama", Label::new("Nama", "Name"), CellKind::Text, |s, _| Cell::text(Some(&s.name))),
        Column::new("dasar", Label::new("Dasar", "Basis"), CellKind::Text, |s, _| Cell::text(s.basis.as_ref())),
        Column::new("berlaku_dari", Label::new("Berlaku dari tahun", "Valid from year"), CellKind::Whole, |s, _| {
            Cell::whole(s.from)
        }),
        Column::new("berlaku_sampai", Label::new("Berlaku sampai tahun", "Valid to year"), CellKind::Whole, |s, _| {
            Cell::whole(s.to)
        }),
        Column::new("batas_diperiksa", Label::new("Batas diperiksa", "Limits verified"), CellKind::Flag, |s, _| {
            Cell::flag(Some(s.verified))
        }),
        Column::new("rentang", Label::new("Rentang", "Range"), CellKind::Text, |s, _| {
            Cell::text(s.range.map(|(from, to)| format!("{from} .. {to}")))
        }),
        Column::new("pembulatan", Label::new("Pembulatan", "Rounding step"), CellKind::Decimal, |s, _| {
            Cell::decimal(Some(s.step))
        }),
        Column::new("pita", Label::new("Pita", "Bands"), CellKind::List, |s, _| Cell::list(s.bands.iter().map(line))),
        Column::new("catatan", Label::new("Catatan", "Note"), CellKind::Text, |s, _| Cell::text(s.note.as_ref())),
    ];

    fn id(&self) -> &Id<Self> {
        &self.id
    }

    fn origin(&self) -> &Origin {
        &self.origin
    }

    fn overview<'s>(site: &'s Site, pages: &mut Pages<'s>) {
        let title = site.lang().pick("Skema nilai", "Band schemes");
        pages.push(
            Page::new(overview_place(), "band_schemes.html", title, move |cx| SchemesPage {
                schemes: site.band_schemes.iter().map(|scheme| scheme.card(cx)).collect(),
            })
            .menu(MenuPart::Foot, 50, None)
            .summary(site.lang().pick(
                "Cara membaca angka hasil penilaian menjadi mutu, menurut penilai dan tahunnya.",
                "How figures of assessments are read as quality, by assessor and year.",
            )),
        );
    }
}

// A band for machines: `88.31 .. 100.00 | A | Sangat baik`.
fn line(band: &Band) -> String {
    let mut line = format!("{} .. {} | {} | {}", band.from, band.to, band.code, band.label);
    line.extend(band.zone.as_ref().map(|zone| format!(" | {zone}")));
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::scalar::Scalar;

    fn bands(limits: &[(&str, &str)]) -> Vec<Band> {
        let number = |text: &str| Decimal::read(text).unwrap();
        let band = |(from, to): &(&str, &str)| Band {
            from: number(from),
            to: number(to),
            code: (*from).to_owned(),
            label: String::new(),
            zone: None,
        };
        limits.iter().map(band).collect()
    }

    #[test]
    fn gaps_and_overlaps_are_found() {
        let step = Decimal::new(1, 2);
        let found = |limits: &[(&str, &str)]| -> Vec<(usize, String)> {
            untiled(&bands(limits), step).into_iter().map(|(at, expected)| (at, expected.to_string())).collect()
        };
        assert_eq!(found(&[("2.00", "3.00"), ("1.00", "1.99")]), []);
        assert_eq!(found(&[("2.01", "3.00"), ("1.00", "1.99")]), [(0, "2.00".to_owned())]);
        assert_eq!(found(&[("1.00", "2.00"), ("2.00", "3.00")]), [(1, "2.01".to_owned())]);
    }
}
