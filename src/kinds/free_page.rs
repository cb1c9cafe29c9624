//! halaman: a free page.

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
pub struct FreePage {
    id: Id<Self>,
    origin: Origin,
    /// Its name.
    pub name: String,
}

/// As written.
#[derive(Deserialize, JsonSchema)]
pub struct RawFreePage {
    #[serde(rename = "nama")]
    name: Option<Written<Text>>,
}

/// `halaman/{id}.md`.
pub struct FreePageForm;

impl Form for FreePageForm {
    const PATTERN: &'static str = "halaman/{id}.md";
    type Raw = RawFreePage;

    fn claims(at: &At<'_>) -> Vec<(&'static str, String)> {
        vec![(FreePage::KEY, at.part("id").to_owned())]
    }

    fn check(raw: RawFreePage, at: &At<'_>, cx: &mut CheckCx<'_>, harvest: &mut Harvest) {
        let RawFreePage { name } = raw;
        let Some(id) = at.id(&["id"]) else { return };
        let name = cx.get("nama", name).map_or_else(String::new, String::from);
        harvest.free_pages.push(FreePage { id, origin: cx.origin(), name });
    }
}

impl FreePage {
    /// Returns its page.
    pub fn place(&self) -> Place {
        Place::top("halaman").down(self.id.last())
    }

    /// Links to it.
    pub fn link_in(&self, cx: &ViewCx<'_>) -> Link {
        cx.link(&self.name, &self.place())
    }
}

impl Record for FreePage {
    const KEY: &'static str = "halaman";
    const LABEL: Label = Label::new("Halaman", "Page");
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
