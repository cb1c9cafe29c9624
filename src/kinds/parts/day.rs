//! A date or moment on a page: for machines and for people. How dates are written is the business of `model::date`.

use serde::Serialize;

use crate::lang::Lang;
use crate::model::date::{Date, Moment, Zone};
use crate::model::scalar::Choice;

/// A date as a `<time>` element wants it.
#[derive(Debug, Clone, Serialize)]
pub struct Day {
    /// For machines: `2026-11-22`.
    pub iso: String,
    /// For people: `22 November 2026`.
    pub words: String,
}

impl Day {
    /// Writes a date in both ways.
    pub fn new(date: Date, lang: Lang) -> Self {
        Self { iso: date.to_string(), words: date.words(lang) }
    }

    /// Writes a date with its weekday: `Selasa, 12 November 2024`.
    pub fn long(date: Date, lang: Lang) -> Self {
        Self { iso: date.to_string(), words: date.long(lang) }
    }

    /// Writes a moment on the clocks of a zone: `22 November 2026 pukul 08.00 WITA`.
    pub fn moment(moment: Moment, zone: Zone, lang: Lang) -> Self {
        Self { iso: moment.to_string(), words: format!("{} {}", moment.words(lang), zone.key()) }
    }
}
