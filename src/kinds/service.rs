//! layanan: one service of a facility and its standard (14 components).

pub mod schedule;
pub mod sop;

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
pub struct Service {
    id: Id<Self>,
    origin: Origin,
    /// Its name.
    pub name: String,
}

/// As written.
#[derive(Deserialize, JsonSchema)]
pub struct RawService {
    #[serde(rename = "nama")]
    name: Option<Written<Text>>,
}

/// `fasilitas/{fasilitas}/layanan/{id}.yaml`.
pub struct ServiceForm;

impl Form for ServiceForm {
    const PATTERN: &'static str = "fasilitas/{fasilitas}/layanan/{id}.yaml";
    type Raw = RawService;

    fn claims(at: &At<'_>) -> Vec<(&'static str, String)> {
        vec![(Service::KEY, format!("{}/{}", at.part("fasilitas"), at.part("id")))]
    }

    fn check(raw: RawService, at: &At<'_>, cx: &mut CheckCx<'_>, harvest: &mut Harvest) {
        let RawService { name } = raw;
        let Some(id) = at.id(&["fasilitas", "id"]) else { return };
        let name = cx.get("nama", name).map_or_else(String::new, String::from);
        harvest.services.push(Service { id, origin: cx.origin(), name });
    }
}

impl Service {
    /// Returns its page.
    pub fn place(&self) -> Place {
        Place::top("layanan").down(self.id.last())
    }

    /// Links to it.
    pub fn link_in(&self, cx: &ViewCx<'_>) -> Link {
        cx.link(&self.name, &self.place())
    }
}

impl Record for Service {
    const KEY: &'static str = "layanan";
    const LABEL: Label = Label::new("Layanan", "Service");
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
