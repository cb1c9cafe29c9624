//! pihak, oleh: somebody who takes part, an institution or a facility. Which of the two is known when records are linked.

use std::fmt;

use crate::diag::Problem;
use crate::kinds::facility::Facility;
use crate::kinds::institution::Institution;
use crate::kinds::{Record, Site};
use crate::lang::Label;
use crate::model::id::Id;
use crate::model::scalar::{Misread, Scalar, Writing};
use crate::page::ViewCx;
use crate::stage::CheckCx;
use crate::text;
use crate::view::Link;

/// The id of an institution or a facility. Where both have it, the facility is meant.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Party(Id<()>);

impl Scalar for Party {
    fn read(text: &str) -> Result<Self, Misread> {
        Id::read(text).map(Self)
    }

    fn writing() -> Writing {
        Id::<()>::writing()
    }
}

impl fmt::Display for Party {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Party {
    /// Returns the facility, if it is one.
    pub fn facility<'s>(&self, site: &'s Site) -> Option<&'s Facility> {
        site.facilities.get(&self.0.of())
    }

    /// Returns the institution, if it is one.
    pub fn institution<'s>(&self, site: &'s Site) -> Option<&'s Institution> {
        site.institutions.get(&self.0.of())
    }

    /// Checks where the check stands that there is such a party; says who was probably meant if not.
    pub fn check(&self, site: &Site, cx: &mut CheckCx<'_>) {
        let id = self.0.as_str();
        let there = self.facility(site).is_some() || self.institution(site).is_some();
        if there || cx.is_claimed(Facility::KEY, id) || cx.is_claimed(Institution::KEY, id) {
            return;
        }
        let known = site.facilities.ids().map(Id::as_str).chain(site.institutions.ids().map(Id::as_str));
        let near = text::nearest(id, known).map(str::to_owned);
        let kind = Label::new("Lembaga atau fasilitas", "Institution or facility");
        cx.report(Problem::Dangling { kind, id: id.to_owned(), near });
    }

    /// Links to it by its daily name.
    pub fn link_in(&self, site: &Site, cx: &ViewCx<'_>) -> Link {
        let facility = self.facility(site).map(|facility| facility.link_in(cx));
        let link = facility.or_else(|| self.institution(site).map(|institution| institution.link_in(cx)));
        link.unwrap_or_else(|| Link::plain(self.0.as_str()))
    }
}
