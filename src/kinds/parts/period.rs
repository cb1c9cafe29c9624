//! periode: the days from … to … that something covers.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::lang::Lang;
use crate::model::date::Date;
use crate::parse::written::Written;
use crate::stage::CheckCx;

/// A stretch of days, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::kinds) struct RawPeriod {
    #[schemars(required)]
    #[serde(rename = "dari")]
    from: Option<Written<Date>>,
    #[schemars(required)]
    #[serde(rename = "sampai")]
    to: Option<Written<Date>>,
}

impl Period {
    pub(in crate::kinds) fn check(raw: Option<RawPeriod>, cx: &mut CheckCx<'_>) -> Option<Self> {
        let RawPeriod { from, to } = raw?;
        cx.at("periode", |cx| {
            let from = cx.need("dari", from);
            let to = cx.need("sampai", to);
            cx.in_order("sampai", from, to);
            Some(Self { from: from?, to: to? })
        })
    }

    /// Writes it for people as shortly as it is clear: `2021`, `12 November 2024`, `5–9 Agustus 2024`.
    pub fn words(self, lang: Lang) -> String {
        let (from, to) = (self.from.words(lang), self.to.words(lang));
        let year = self.from.year();
        if Some(self.from) == Date::of(year, 1, 1) && Some(self.to) == Date::of(year, 12, 31) {
            return year.to_string();
        }
        if self.from == self.to {
            return from;
        }
        // A day and a month: the rest of both is the same month of the same year.
        match (from.split_once(' '), to.split_once(' ')) {
            (Some((day, month)), Some((_, end))) if month == end => format!("{day}–{to}"),
            _ => format!("{from} – {to}"),
        }
    }

    /// Writes it for a chart, to the month: `Jan–Jun` and `2026` below each other.
    pub fn brief(self, lang: Lang) -> Vec<String> {
        let (from, to) = (self.from.month(lang), self.to.month(lang));
        let (first, last) = (self.from.year(), self.to.year());
        let months = if (first, &from) == (last, &to) { from } else { format!("{from}–{to}") };
        let years = if first == last { first.to_string() } else { format!("{first}–{last}") };
        vec![months, years]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_said_shortly() {
        let words = |from: (i32, u32, u32), to: (i32, u32, u32)| {
            let date = |(year, month, day)| Date::of(year, month, day).unwrap();
            Period { from: date(from), to: date(to) }.words(Lang::Id)
        };
        assert_eq!(words((2021, 1, 1), (2021, 12, 31)), "2021");
        assert_eq!(words((2024, 11, 12), (2024, 11, 12)), "12 November 2024");
        assert_eq!(words((2024, 8, 5), (2024, 8, 9)), "5–9 Agustus 2024");
        assert_eq!(words((2024, 8, 5), (2025, 8, 9)), "5 Agustus 2024 – 9 Agustus 2025");
    }

    #[test]
    fn periods_are_said_briefly_in_charts() {
        let brief = |from: (i32, u32, u32), to: (i32, u32, u32)| {
            let date = |(year, month, day)| Date::of(year, month, day).unwrap();
            Period { from: date(from), to: date(to) }.brief(Lang::Id).join(" ")
        };
        assert_eq!(brief((2026, 1, 1), (2026, 6, 30)), "Jan–Jun 2026");
        assert_eq!(brief((2026, 8, 1), (2026, 8, 31)), "Agu 2026");
        assert_eq!(brief((2025, 8, 1), (2026, 8, 31)), "Agu–Agu 2025–2026");
    }
}
