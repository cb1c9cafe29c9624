//! sop: the standard operating procedure of a service. PLACEHOLDER with the names of the slice that owns it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::scalar::Text;
use crate::page::ViewCx;
use crate::parse::written::Written;
use crate::stage::CheckCx;

/// An SOP.
#[derive(Debug)]
pub struct Sop {
    /// Its number.
    pub number: Option<String>,
}

/// `sop` as written.
#[derive(Deserialize, JsonSchema)]
pub(in crate::kinds) struct RawSop {
    #[serde(rename = "nomor")]
    number: Option<Written<Text>>,
}

/// An SOP, finished for a page.
#[derive(Debug, Serialize)]
pub struct SopView {}

impl Sop {
    /// Checks `sop` of the record where the check stands.
    pub(in crate::kinds) fn check(raw: RawSop, cx: &mut CheckCx<'_>) -> Option<Self> {
        let RawSop { number } = raw;
        cx.at("sop", |cx| Some(Self { number: cx.get("nomor", number).map(String::from) }))
    }

    /// Finishes it for a page.
    pub fn view(&self, _: &ViewCx<'_>) -> SopView {
        SopView {}
    }
}
