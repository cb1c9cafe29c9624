//! publikasi: where people can read a standard without this site. The six components of delivery must be published; whoever
//! has no telephone at hand reads them on the wall.
//!
//! ```yaml
//! publikasi:
//!   - {media: papan, tempat: Ruang tunggu, tanggal: 2026-01-05, foto: papan.jpg, alt: Papan standar di ruang tunggu}
//! ```

use schemars::JsonSchema;
use serde::Deserialize;

use crate::diag::Problem;
use crate::lang::Lang;
use crate::model::asset::Asset;
use crate::model::date::Date;
use crate::model::law_ref::LawRef;
use crate::model::place::Place;
use crate::model::scalar::{Choice, Text, choice};
use crate::page::ViewCx;
use crate::parse::written::Written;
use crate::stage::CheckCx;
use crate::view::Link;

choice! {
    /// What a standard is published on. A web site is one of many: it does not reach who stands at the counter.
    pub enum Medium {
        /// A board on the wall.
        Board = "papan", "papan pengumuman", "notice board";
        /// A sheet at the counter.
        Counter = "loket", "lembar di loket", "sheet at the counter";
        /// A screen or a kiosk.
        Screen = "layar", "layar informasi", "information screen";
        /// Something to take home.
        Leaflet = "selebaran", "selebaran", "leaflet";
        /// The facility's accounts in social media.
        SocialMedia = "medsos", "media sosial", "social media";
        /// The national register of public services.
        National = "sippn", "SIPP Nasional", "national register of services (SIPPN)";
        /// A web site.
        Site = "situs", "situs web", "web site";
        /// Any other.
        Other = "lain", "media lain", "other media";
    }
}

/// One place where a standard can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    /// On what.
    pub medium: Medium,
    /// Where.
    pub place: Option<String>,
    /// Since when.
    pub on: Option<Date>,
    /// A picture of it, and what the picture shows.
    pub photo: Option<(Asset, String)>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::kinds) struct RawPublication {
    #[serde(rename = "media")]
    medium: Option<Written<Medium>>,
    #[serde(rename = "tempat")]
    place: Option<Written<Text>>,
    #[serde(rename = "tanggal")]
    on: Option<Written<Date>>,
    #[serde(rename = "foto")]
    photo: Option<Written<Text>>,
    alt: Option<Written<Text>>,
}

/// The guideline that parts the components of delivery from the rest. Nobody has compared its words with the official text.
pub const LAW: LawRef = LawRef::law("PermenPANRB 15/2014");

impl Publication {
    pub(super) fn check_all(raw: Vec<RawPublication>, cx: &mut CheckCx<'_>) -> Vec<Self> {
        cx.each("publikasi", raw, |cx, raw| Self::check(raw, cx))
    }

    fn check(raw: RawPublication, cx: &mut CheckCx<'_>) -> Option<Self> {
        let RawPublication { medium, place, on, photo, alt } = raw;
        let place = cx.get("tempat", place).map(String::from);
        let on = cx.get("tanggal", on);
        let alt = cx.get("alt", alt).map(String::from);
        let photo = cx.file("foto", photo);
        if photo.is_some() && alt.is_none() {
            cx.report_at("foto", Problem::ImageWithoutAlt);
        }
        let photo = photo.map(|asset| (asset, alt.unwrap_or_default()));
        Some(Self { medium: cx.need("media", medium)?, place, on, photo })
    }

    /// Returns whether people can read it there on a date without a web site.
    pub fn reaches(&self, today: Date) -> bool {
        self.medium != Medium::Site && self.on.is_none_or(|on| on <= today)
    }

    /// Writes it in one line: `ruang tunggu, papan pengumuman (5 Januari 2026)`.
    pub fn words(&self, lang: Lang) -> String {
        let medium = self.medium.label().of(lang);
        let mut words = self.place.as_ref().map_or_else(|| medium.to_owned(), |place| format!("{place}, {medium}"));
        words.extend(self.on.map(|on| format!(" ({})", on.words(lang))));
        words
    }

    /// Links to its picture from the page of its service; without one it stands alone.
    pub(super) fn link(&self, page: &Place, cx: &ViewCx<'_>) -> Link {
        match &self.photo {
            Some((asset, _)) => cx.link(self.words(cx.lang), &page.file(&asset.name)),
            None => Link::plain(self.words(cx.lang)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_web_site_and_a_day_to_come_reach_nobody_at_the_counter() {
        let today = Date::of(2026, 11, 22).unwrap();
        let on = |medium, day| Publication { medium, place: None, on: Date::of(2026, 11, day), photo: None };
        assert!(on(Medium::Board, 22).reaches(today) && on(Medium::National, 1).reaches(today));
        assert!(!on(Medium::Board, 23).reaches(today) && !on(Medium::Site, 1).reaches(today));
        let board = Publication { place: Some("Ruang tunggu".to_owned()), ..on(Medium::Board, 1) };
        assert_eq!(board.words(Lang::Id), "Ruang tunggu, papan pengumuman (1 November 2026)");
    }
}
