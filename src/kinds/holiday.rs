//! libur: the days on which offices do not work, year by year, and the calendar that they make. The program carries what was
//! decreed (src/law/libur.yaml); a year in the site's own rujukan/libur.yaml takes the place of that whole year. What is said
//! of a year, and its page, is in `year`.
//!
//! ```yaml
//! tahun:
//!   - tahun: 2026
//!     sumber: SKB 3 Menteri tentang hari libur nasional dan cuti bersama 2026
//!     hari:
//!       - {tanggal: 2026-02-16, nama: Tahun Baru Imlek, jenis: cuti_bersama}
//! ```

pub mod year;

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Deserialize;

use super::column::Column;
use super::form::{At, Form};
use super::{Harvest, Record, Site};
use crate::diag::Problem;
use crate::lang::Label;
use crate::model::calendar::Calendar;
use crate::model::cell::{Cell, CellKind};
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::scalar::{Choice, Text, choice};
use crate::parse::written::Written;
use crate::stage::{CheckCx, Origin};
use year::{HolidayYear, RawYear};

choice! {
    /// Why offices do not work.
    pub enum HolidayKind {
        /// A holiday for everybody.
        National = "nasional", "Hari libur nasional", "National holiday";
        /// Leave that all civil servants take together.
        CollectiveLeave = "cuti_bersama", "Cuti bersama", "Collective leave";
    }
}

/// A day on which offices do not work.
#[derive(Debug)]
pub struct Holiday {
    id: Id<Self>,
    origin: Origin,
    /// The day.
    pub date: Date,
    /// What it is for.
    pub name: String,
    /// Why offices do not work.
    pub kind: HolidayKind,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
/// `rujukan/libur.yaml` as written.
pub struct RawHolidays {
    #[serde(default, rename = "tahun")]
    years: Vec<RawYear>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawHoliday {
    #[schemars(required)]
    #[serde(rename = "tanggal")]
    date: Option<Written<Date>>,
    #[schemars(required)]
    #[serde(rename = "nama")]
    name: Option<Written<Text>>,
    #[schemars(required)]
    #[serde(rename = "jenis")]
    kind: Option<Written<HolidayKind>>,
}

/// `rujukan/libur.yaml`.
pub struct HolidaysForm;

impl Form for HolidaysForm {
    const PATTERN: &'static str = "rujukan/libur.yaml";
    type Raw = RawHolidays;

    fn claims(_: &At<'_>) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    fn check(raw: RawHolidays, _: &At<'_>, cx: &mut CheckCx<'_>, harvest: &mut Harvest) {
        let RawHolidays { years } = raw;
        let years = cx.each("tahun", years, |cx, raw| HolidayYear::check(raw, cx));
        for (year, days) in years {
            harvest.holiday_years.push(year);
            harvest.holidays.extend(days);
        }
    }
}

impl Holiday {
    fn check(raw: RawHoliday, year: u32, cx: &mut CheckCx<'_>) -> Option<Self> {
        let RawHoliday { date, name, kind } = raw;
        let date = cx.need("tanggal", date);
        let name = cx.need("nama", name).map(String::from);
        let kind = cx.need("jenis", kind);
        let date = date?;
        if u32::try_from(date.year()) != Ok(year) {
            let (found, range) = (date.to_string(), format!("{year}-01-01–{year}-12-31"));
            cx.report_at("tanggal", Problem::OutOfRange { found, range });
            return None;
        }
        let id = year::id(year)?.child(&date.to_string());
        Some(Self { id, origin: cx.origin(), date, name: name?, kind: kind? })
    }

    /// Returns the year that it belongs to, unless the site has that year from elsewhere.
    pub fn year<'s>(&self, site: &'s Site) -> Option<&'s HolidayYear> {
        let year = site.holiday_years.get(&self.id.parent()?)?;
        (year.origin().file == self.origin.file).then_some(year)
    }
}

impl Site {
    /// Returns the working days of the years whose holidays are known. There is no year without a holiday: one that lists
    /// none is not known yet.
    pub fn calendar(&self) -> &Calendar {
        self.calendar.get_or_init(|| self.known_years())
    }

    fn known_years(&self) -> Calendar {
        let known = self.holiday_years.iter().filter_map(|year| {
            let off: BTreeSet<Date> = year.days(self).map(|day| day.date).collect();
            Some((i32::try_from(year.year).ok().filter(|_| !off.is_empty())?, off))
        });
        Calendar::new(known)
    }
}

impl Record for Holiday {
    const KEY: &'static str = "libur";
    const LABEL: Label = Label::new("Hari libur", "Holiday");
    const ABOUT: Label = Label::new(
        "Satu baris satu hari libur nasional atau cuti bersama, yang tidak dihitung sebagai hari kerja.",
        "One row for each national holiday or day of collective leave, which does not count as a working day.",
    );
    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("tanggal", Label::new("Tanggal", "Date"), CellKind::Date, |h, _| Cell::date(Some(h.date))),
        Column::new("nama", Label::new("Nama", "Name"), CellKind::Text, |h, _| Cell::text(Some(&h.name))),
        Column::new("jenis", Label::new("Jenis", "Kind"), CellKind::Text, |h, _| Cell::text(Some(h.kind.key()))),
        Column::new("sumber", Label::new("Sumber", "Source"), CellKind::Text, |h, site| {
            Cell::text(h.year(site).map(|year| &year.source))
        }),
        Column::new("diperiksa", Label::new("Diperiksa", "Checked on"), CellKind::Date, |h, site| {
            Cell::date(h.year(site).and_then(|year| year.checked.as_ref()).map(|checked| checked.on))
        }),
    ];

    fn id(&self) -> &Id<Self> {
        &self.id
    }

    fn origin(&self) -> &Origin {
        &self.origin
    }

    fn is_public(&self, site: &Site) -> bool {
        self.year(site).is_some()
    }
}
