//! pengumuman: an urgent notice.

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
pub struct Notice {
    id: Id<Self>,
    origin: Origin,
    /// Its name.
    pub name: String,
}

/// As written.
#[derive(Deserialize, JsonSchema)]
pub struct RawNotice {
    #[serde(rename = "nama")]
    name: Option<Written<Text>>,
}

/// `pengumuman/{id}.yaml`.
pub struct NoticeForm;

impl Form for NoticeForm {
    const PATTERN: &'static str = "pengumuman/{id}.yaml";
    type Raw = RawNotice;

    fn claims(at: &At<'_>) -> Vec<(&'static str, String)> {
        vec![(Notice::KEY, at.part("id").to_owned())]
    }

    fn check(raw: RawNotice, at: &At<'_>, cx: &mut CheckCx<'_>, harvest: &mut Harvest) {
        let RawNotice { name } = raw;
        let Some(id) = at.id(&["id"]) else { return };
        let name = cx.get("nama", name).map_or_else(String::new, String::from);
        harvest.notices.push(Notice { id, origin: cx.origin(), name });
    }
}

impl Notice {
    /// Returns its page.
    pub fn place(&self) -> Place {
        Place::top("pengumuman").down(self.id.last())
    }

    /// Links to it.
    pub fn link_in(&self, cx: &ViewCx<'_>) -> Link {
        cx.link(&self.name, &self.place())
    }
}

impl Record for Notice {
    const KEY: &'static str = "pengumuman";
    const LABEL: Label = Label::new("Pengumuman", "Notice");
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
