//! What is known of the holidays of a year, and the page that lists them. Which days they are is in `holiday`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Holiday, HolidayKind, RawHoliday};
use crate::kinds::column::Column;
use crate::kinds::parts::checked::{self, Checked, RawChecked};
use crate::kinds::parts::day::Day;
use crate::kinds::{Record, Site};
use crate::lang::{Label, whole};
use crate::model::cell::{Cell, CellKind};
use crate::model::id::Id;
use crate::model::place::Place;
use crate::model::scalar::{Choice, Scalar, Text};
use crate::page::{MenuPart, Page, Pages, ViewCx};
use crate::parse::written::Written;
use crate::stage::{CheckCx, Origin};
use crate::view;

/// A year whose holidays are recorded.
#[derive(Debug)]
pub struct HolidayYear {
    id: Id<Self>,
    origin: Origin,
    /// The year.
    pub year: u32,
    /// What says so.
    pub source: String,
    /// When somebody compared it with the decree.
    pub checked: Option<Checked>,
    /// A remark.
    pub note: Option<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "RawHolidayYear")]
pub(super) struct RawYear {
    #[schemars(required)]
    #[serde(rename = "tahun")]
    year: Option<Written<u32>>,
    #[schemars(required)]
    #[serde(rename = "sumber")]
    source: Option<Written<Text>>,
    #[serde(rename = "diperiksa")]
    checked: Option<RawChecked>,
    #[serde(rename = "catatan")]
    note: Option<Written<Text>>,
    #[serde(default, rename = "hari")]
    days: Vec<RawHoliday>,
}

/// Makes the id of a year.
pub(super) fn id(year: u32) -> Option<Id<HolidayYear>> {
    Id::read(&year.to_string()).ok()
}

impl HolidayYear {
    pub(super) fn check(raw: RawYear, cx: &mut CheckCx<'_>) -> Option<(Self, Vec<Holiday>)> {
        let RawYear { year, source, checked, note, days } = raw;
        let year = cx.need("tahun", year);
        let source = cx.need("sumber", source).map(String::from);
        let checked = Checked::check(checked, cx);
        let note = cx.get("catatan", note).map(String::from);
        let year = year?;
        let days = cx.each("hari", days, |cx, raw| Holiday::check(raw, year, cx));
        Some((Self { id: id(year)?, origin: cx.origin(), year, source: source?, checked, note }, days))
    }

    /// Returns its days, in order.
    pub fn days<'s>(&'s self, site: &'s Site) -> impl Iterator<Item = &'s Holiday> {
        site.holidays.under(&self.id).filter(|day| day.is_public(site))
    }

    fn count(&self, kind: HolidayKind, site: &Site) -> usize {
        self.days(site).filter(|day| day.kind == kind).count()
    }

    fn card(&self, site: &Site, cx: &ViewCx<'_>) -> Card {
        let row = |day: &Holiday| Row {
            day: Day::long(day.date, cx.lang),
            name: day.name.clone(),
            kind: day.kind.label().of(cx.lang),
        };
        let count = |kind: HolidayKind| {
            let word = kind.label().of(cx.lang).to_lowercase();
            format!("{} {word}", whole(self.count(kind, site), cx.lang))
        };
        Card {
            anchor: self.id.as_str().to_owned(),
            title: self.year.to_string(),
            counts: HolidayKind::ALL.iter().map(|kind| count(*kind)).collect::<Vec<_>>().join(" · "),
            source: self.source.clone(),
            compared: self.checked.as_ref().map(|on| checked::line(Some(on), site.today, cx.lang)),
            note: self.note.clone(),
            days: self.days(site).map(row).collect(),
        }
    }
}

#[derive(Serialize)]
struct HolidaysPage {
    years: Vec<Card>,
}

#[derive(Serialize)]
struct Card {
    anchor: String,
    title: String,
    counts: String,
    source: String,
    compared: Option<view::Checked>,
    note: Option<String>,
    days: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    day: Day,
    name: String,
    kind: &'static str,
}

/// The page of all years.
pub fn overview_place() -> Place {
    Place::top("libur")
}

impl Record for HolidayYear {
    const KEY: &'static str = "tahun_libur";
    const LABEL: Label = Label::new("Kalender libur", "Holiday calendar");
    const ABOUT: Label = Label::new(
        "Satu baris satu tahun yang hari liburnya diketahui. Hari kerja pada tahun lain tidak dapat dihitung.",
        "One row for each year whose holidays are known. Working days of other years cannot be counted.",
    );
    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("tahun", Label::new("Tahun", "Year"), CellKind::Whole, |y, _| Cell::whole(Some(y.year))),
        Column::new("nasional", Label::new("Hari libur nasional", "National holidays"), CellKind::Whole, |y, site| {
            Cell::whole(Some(y.count(HolidayKind::National, site)))
        }),
        Column::new("cuti_bersama", Label::new("Cuti bersama", "Collective leave"), CellKind::Whole, |y, site| {
            Cell::whole(Some(y.count(HolidayKind::CollectiveLeave, site)))
        }),
        Column::new("sumber", Label::new("Sumber", "Source"), CellKind::Text, |y, _| Cell::text(Some(&y.source))),
        Column::new("diperiksa", Label::new("Diperiksa", "Checked on"), CellKind::Date, |y, _| {
            Cell::date(y.checked.as_ref().map(|checked| checked.on))
        }),
        Column::new("catatan", Label::new("Catatan", "Note"), CellKind::Text, |y, _| Cell::text(y.note.as_ref())),
    ];

    fn id(&self) -> &Id<Self> {
        &self.id
    }

    fn origin(&self) -> &Origin {
        &self.origin
    }

    fn overview<'s>(site: &'s Site, pages: &mut Pages<'s>) {
        let title = site.lang().pick("Hari libur", "Holidays");
        pages.push(
            Page::new(overview_place(), "holidays.html", title, move |cx| HolidaysPage {
                years: site.holiday_years.iter().rev().map(|year| year.card(site, cx)).collect(),
            })
            .menu(MenuPart::Foot, 52, None)
            .summary(site.lang().pick(
                "Hari libur nasional dan cuti bersama, yang tidak dihitung sebagai hari kerja. Tahun yang tidak tercantum belum diketahui.",
                "National holidays and days of collective leave, which do not count as working days. A year that is not listed is not known yet.",
            )),
        );
    }
}
