//! skm: a satisfaction survey.

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
pub struct Survey {
    id: Id<Self>,
    origin: Origin,
    /// Its name.
    pub name: String,
}

/// As written.
#[derive(Deserialize, JsonSchema)]
pub struct RawSurvey {
    #[serde(rename = "nama")]
    name: Option<Written<Text>>,
}

/// `fasilitas/{fasilitas}/skm/{id}.yaml`.
pub struct SurveyForm;

impl Form for SurveyForm {
    const PATTERN: &'static str = "fasilitas/{fasilitas}/skm/{id}.yaml";
    type Raw = RawSurvey;

    fn claims(at: &At<'_>) -> Vec<(&'static str, String)> {
        vec![(Survey::KEY, format!("{}/{}", at.part("fasilitas"), at.part("id")))]
    }

    fn check(raw: RawSurvey, at: &At<'_>, cx: &mut CheckCx<'_>, harvest: &mut Harvest) {
        let RawSurvey { name } = raw;
        let Some(id) = at.id(&["fasilitas", "id"]) else { return };
        let name = cx.get("nama", name).map_or_else(String::new, String::from);
        harvest.surveys.push(Survey { id, origin: cx.origin(), name });
    }
}

impl Survey {
    /// Returns its page.
    pub fn place(&self) -> Place {
        Place::top("skm").down(self.id.last())
    }

    /// Links to it.
    pub fn link_in(&self, cx: &ViewCx<'_>) -> Link {
        cx.link(&self.name, &self.place())
    }
}

impl Record for Survey {
    const KEY: &'static str = "skm";
    const LABEL: Label = Label::new("Survei kepuasan masyarakat", "Satisfaction survey");
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
