//! What the components of a service standard hold, where that is more than a text.

use schemars::JsonSchema;
use serde::Deserialize;

use super::promise::{RawSpan, check_span};
use crate::kinds::component::{self, Component};
use crate::lang::{Label, Lang};
use crate::model::duration::Span;
use crate::model::id::Id;
use crate::model::law_ref::LawRef;
use crate::model::scalar::{Choice, Text, choice};
use crate::parse::written::{TextOr, Written};
use crate::stage::CheckCx;

/// One requirement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// What is asked for.
    pub text: String,
    /// For whom or for what, unless for all.
    pub applies_to: Option<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::kinds) struct RawRequirement {
    #[schemars(required)]
    #[serde(rename = "teks")]
    text: Option<Written<Text>>,
    #[serde(rename = "berlaku_bagi")]
    applies_to: Option<Written<Text>>,
}

impl Requirement {
    pub(super) fn check(raw: TextOr<RawRequirement>, cx: &mut CheckCx<'_>) -> Option<Self> {
        match raw {
            TextOr::Text(text) => Some(Self { text: cx.text_here(&text)?, applies_to: None }),
            TextOr::Map(RawRequirement { text, applies_to }) => {
                let applies_to = cx.get("berlaku_bagi", applies_to).map(String::from);
                Some(Self { text: cx.need("teks", text)?.into(), applies_to })
            }
        }
    }

    /// Writes it in one line, for data.
    pub fn words(&self) -> String {
        match &self.applies_to {
            Some(applies_to) => format!("{applies_to}: {}", self.text),
            None => self.text.clone(),
        }
    }
}

/// One step of the procedure, as the public meets it. The SOP says more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Who acts, by post or role.
    pub actor: Option<String>,
    /// What is done.
    pub text: String,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "RawProcedureStep")]
pub(in crate::kinds) struct RawStep {
    #[serde(rename = "pelaku")]
    actor: Option<Written<Text>>,
    #[schemars(required)]
    #[serde(rename = "langkah")]
    text: Option<Written<Text>>,
}

impl Step {
    pub(super) fn check(raw: TextOr<RawStep>, cx: &mut CheckCx<'_>) -> Option<Self> {
        match raw {
            TextOr::Text(text) => Some(Self { actor: None, text: cx.text_here(&text)? }),
            TextOr::Map(RawStep { actor, text }) => {
                let actor = cx.get("pelaku", actor).map(String::from);
                Some(Self { actor, text: cx.need("langkah", text)?.into() })
            }
        }
    }

    /// Writes it in one line, for data.
    pub fn words(&self) -> String {
        match &self.actor {
            Some(actor) => format!("{actor}: {}", self.text),
            None => self.text.clone(),
        }
    }
}

/// A room or thing that serves the service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amenity {
    /// What it is.
    pub name: String,
    /// Whether it serves vulnerable users.
    pub for_vulnerable: bool,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::kinds) struct RawAmenity {
    #[schemars(required)]
    #[serde(rename = "nama")]
    name: Option<Written<Text>>,
    #[serde(rename = "ramah_rentan")]
    for_vulnerable: Option<Written<bool>>,
}

impl Amenity {
    pub(super) fn check(raw: TextOr<RawAmenity>, cx: &mut CheckCx<'_>) -> Option<Self> {
        match raw {
            TextOr::Text(text) => Some(Self { name: cx.text_here(&text)?, for_vulnerable: false }),
            TextOr::Map(RawAmenity { name, for_vulnerable }) => {
                let for_vulnerable = cx.get("ramah_rentan", for_vulnerable).unwrap_or(false);
                Some(Self { name: cx.need("nama", name)?.into(), for_vulnerable })
            }
        }
    }

    /// Writes it in one line.
    pub fn words(&self, lang: Lang) -> String {
        if self.for_vulnerable {
            return format!("{} ({})", self.name, lang.pick("bagi pengguna rentan", "for vulnerable users"));
        }
        self.name.clone()
    }
}

/// Where to complain about a service, and how soon an answer comes. Without both it is not a way to complain.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Handling {
    /// Channels of the facility, or national ones.
    pub channels: Vec<Id<()>>,
    /// How soon an answer comes.
    pub limit: Option<Span>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::kinds) struct RawHandling {
    #[serde(rename = "kanal")]
    channels: Option<Vec<Written<Id<()>>>>,
    #[serde(rename = "batas_waktu")]
    limit: Option<RawSpan>,
}

const HANDLING_LAW: LawRef = LawRef::article("UU 25/2009", "36");

impl Handling {
    pub(super) fn check(raw: RawHandling, cx: &mut CheckCx<'_>) -> Self {
        let RawHandling { channels, limit } = raw;
        cx.at(Component::ComplaintHandling.key(), |cx| {
            let channels = channels.unwrap_or_default();
            if channels.is_empty() {
                cx.gap(
                    "component-incomplete",
                    Label::new("Kanal pengaduan layanan", "The complaint channels of the service"),
                    HANDLING_LAW,
                );
            }
            if limit.is_none() {
                cx.gap(
                    "component-incomplete",
                    Label::new("Batas waktu jawaban pengaduan", "The time limit for complaints"),
                    HANDLING_LAW,
                );
            }
            let channels = cx.all("kanal", channels);
            Self { channels, limit: limit.and_then(|raw| cx.at("batas_waktu", |cx| check_span(raw, cx))) }
        })
    }

    /// Returns whether it says both where and how soon.
    pub fn is_whole(&self) -> bool {
        !self.channels.is_empty() && self.limit.is_some()
    }

    /// Names the law that asks for both.
    pub fn law(lang: Lang) -> String {
        HANDLING_LAW.words(lang)
    }
}

choice! {
    /// How often something is done.
    pub enum Frequency {
        /// Every week.
        Weekly = "mingguan", "setiap minggu", "every week";
        /// Every month.
        Monthly = "bulanan", "setiap bulan", "every month";
        /// Every quarter.
        Quarterly = "triwulanan", "setiap triwulan", "every quarter";
        /// Every half-year.
        HalfYearly = "semesteran", "setiap semester", "every half-year";
        /// Every year.
        Yearly = "tahunan", "setiap tahun", "every year";
    }
}

/// How the work of the staff is evaluated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluation {
    /// How.
    pub method: String,
    /// How often.
    pub frequency: Option<Frequency>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::kinds) struct RawEvaluation {
    #[serde(rename = "cara")]
    method: Option<Written<Text>>,
    #[serde(rename = "berkala")]
    frequency: Option<Written<Frequency>>,
}

impl Evaluation {
    pub(super) fn check(raw: RawEvaluation, cx: &mut CheckCx<'_>) -> Option<Self> {
        let RawEvaluation { method, frequency } = raw;
        cx.at(Component::Evaluation.key(), |cx| {
            let frequency = cx.get("berkala", frequency);
            if method.is_none() {
                cx.gap("component-missing", Component::Evaluation.label(), component::LAW);
            }
            Some(Self { method: cx.get("cara", method)?.into(), frequency })
        })
    }

    /// Writes it in one line.
    pub fn words(&self, lang: Lang) -> String {
        match self.frequency {
            Some(frequency) => format!("{} ({})", self.method, frequency.label().of(lang)),
            None => self.method.clone(),
        }
    }
}
