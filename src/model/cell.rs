//! A published value of a machine-readable table. How it is written is the business of `render::table`.

use rust_decimal::Decimal;

use super::date::{Date, Moment};
use super::money::Rupiah;
use super::place::Place;

/// One value of one column.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Not there. Absent is not zero, not free, not good.
    Missing,
    /// A text.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// An exact decimal.
    Decimal(Decimal),
    /// Whole rupiah.
    Money(Rupiah),
    /// A date.
    Date(Date),
    /// A moment in the site's zone.
    Moment(Moment),
    /// Yes or no.
    Flag(bool),
    /// A page of this site.
    Page(Place),
    /// Several texts: an array in JSON, joined by `; ` in CSV.
    List(Vec<String>),
}

/// The type of a column, so that an empty table still has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellKind {
    /// Text.
    Text,
    /// Whole number.
    Whole,
    /// Exact decimal.
    Decimal,
    /// Whole rupiah.
    Money,
    /// Date.
    Date,
    /// Date with time of day.
    Moment,
    /// Yes or no.
    Flag,
    /// Address of a page.
    Page,
    /// Several texts.
    List,
}

impl Cell {
    /// A text, or missing.
    pub fn text(text: Option<impl ToString>) -> Self {
        text.map_or(Self::Missing, |text| Self::Text(text.to_string()))
    }

    /// A whole number, or missing. Counts beyond `i64` do not occur; such a number is shown as missing.
    pub fn whole(number: Option<impl TryInto<i64>>) -> Self {
        number.and_then(|n| n.try_into().ok()).map_or(Self::Missing, Self::Whole)
    }

    /// A date, or missing.
    pub fn date(date: Option<Date>) -> Self {
        date.map_or(Self::Missing, Self::Date)
    }

    /// A flag, or missing.
    pub fn flag(flag: Option<bool>) -> Self {
        flag.map_or(Self::Missing, Self::Flag)
    }

    /// A decimal, or missing.
    pub fn decimal(number: Option<Decimal>) -> Self {
        number.map_or(Self::Missing, Self::Decimal)
    }

    /// Several texts; none at all is an empty list, which is a statement, not a gap.
    pub fn list(texts: impl IntoIterator<Item = impl ToString>) -> Self {
        Self::List(texts.into_iter().map(|text| text.to_string()).collect())
    }
}
