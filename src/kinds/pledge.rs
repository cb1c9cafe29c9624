//! maklumat: the signed service pledge.

use schemars::JsonSchema;
use serde::Deserialize;

use super::column::Column;
use super::form::{At, Form};
use super::{Harvest, Record, Site};
use crate::lang::Label;
use crate::model::id::Id;
use crate::model::place::Place;
use crate::model::scalar::Text;
use crate::page::ViewCx;
use crate::parse::written::Written;
use crate::stage::{CheckCx, Origin};
use crate::view::Link;

/// SKELETON: replaced by the kind itself.
#[derive(Debug)]
pub struct Pledge {
    id: Id<Self>,
    origin: Origin,
    /// Its name.
    pub name: String,
}

/// As written.
#[derive(Deserialize, JsonSchema)]
pub struct RawPledge {
    #[serde(rename = "nama")]
    name: Option<Written<Text>>,
}

/// `fasilitas/{fasilitas}/maklumat.yaml`.
pub struct PledgeForm;

impl Form for PledgeForm {
    const PATTERN: &'static str = "fasilitas/{fasilitas}/maklumat.yaml";
    type Raw = RawPledge;

    fn claims(at: &At<'_>) -> Vec<(&'static str, String)> {
        vec![(Pledge::KEY, at.part("fasilitas").to_owned())]
    }

    fn check(raw: RawPledge, at: &At<'_>, cx: &mut CheckCx<'_>, harvest: &mut Harvest) {
        let RawPledge { name } = raw;
        let Some(id) = at.id(&["fasilitas"]) else { return };
        let name = cx.get("nama", name).map_or_else(String::new, String::from);
        harvest.pledges.push(Pledge { id, origin: cx.origin(), name });
    }
}

impl Pledge {
    /// Returns its page.
    pub fn place(&self) -> Place {
        Place::top("maklumat").down(self.id.last())
    }

    /// Links to it.
    pub fn link_in(&self, cx: &ViewCx<'_>) -> Link {
        cx.link(&self.name, &self.place())
    }
}

impl Record for Pledge {
    const KEY: &'static str = "maklumat";
    const LABEL: Label = Label::new("Maklumat pelayanan", "Service pledge");
    const ABOUT: Label = Label::new("", "");
    const COLUMNS: &'static [Column<Self>] = &[];

    fn id(&self) -> &Id<Self> {
        &self.id
    }

    fn origin(&self) -> &Origin {
        &self.origin
    }

    fn link(&self, _site: &Site, _cx: &mut CheckCx<'_>) {}
}
