//! bukti: what shows that something was done.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::diag::Problem;
use crate::model::asset::Asset;
use crate::model::place::Place;
use crate::model::scalar::{Text, choice};
use crate::page::ViewCx;
use crate::parse::written::{TextOr, Written};
use crate::stage::CheckCx;
use crate::view::{self, Link};

choice! {
    /// What kind of thing shows it.
    pub enum EvidenceKind {
        /// A photo.
        Photo = "foto", "Foto", "Photo";
        /// A document.
        Document = "dokumen", "Dokumen", "Document";
        /// A web address.
        Link = "tautan", "Tautan", "Link";
    }
}

/// One piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// What it is.
    pub kind: Option<EvidenceKind>,
    /// What it shows, for those who cannot see it.
    pub alt: String,
    /// Where it is.
    pub at: Target,
}

/// Where a piece of evidence is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A file published with the record.
    File(Asset),
    /// A web address.
    Web(String),
    /// Only described.
    Words,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::kinds) struct RawEvidence {
    #[schemars(required)]
    #[serde(rename = "jenis")]
    kind: Option<Written<EvidenceKind>>,
    #[schemars(required)]
    #[serde(rename = "berkas")]
    file: Option<Written<Text>>,
    #[schemars(required)]
    alt: Option<Written<Text>>,
}

impl Evidence {
    pub(in crate::kinds) fn check_all(raw: Vec<TextOr<RawEvidence>>, cx: &mut CheckCx<'_>) -> Vec<Self> {
        cx.each("bukti", raw, |cx, raw| match raw {
            TextOr::Text(text) => Some(Self { kind: None, alt: cx.text_here(&text)?, at: Target::Words }),
            TextOr::Map(raw) => Self::check(raw, cx),
        })
    }

    fn check(raw: RawEvidence, cx: &mut CheckCx<'_>) -> Option<Self> {
        let RawEvidence { kind, file, alt } = raw;
        let kind = cx.need("jenis", kind);
        let is_web = file.as_ref().is_some_and(|file| file.text().contains("://"));
        let at = match (is_web, kind) {
            (true, _) | (_, Some(EvidenceKind::Link)) => cx.need("berkas", file).map(|text| Target::Web(text.into())),
            (false, _) if file.is_none() => {
                cx.report(Problem::MissingKey { key: "berkas" });
                None
            }
            (false, _) => cx.file("berkas", file).map(Target::File),
        };
        let alt = cx.need("alt", alt);
        Some(Self { kind, alt: alt?.into(), at: at? })
    }

    /// Returns the file, if the evidence is one, for the page that shows it.
    pub fn asset(&self) -> Option<Asset> {
        match &self.at {
            Target::File(asset) => Some(asset.clone()),
            Target::Web(_) | Target::Words => None,
        }
    }

    /// Links to it from the page whose folder holds its file.
    pub fn link(&self, cx: &ViewCx<'_>, page: &Place) -> Link {
        match &self.at {
            Target::File(asset) => cx.link(&self.alt, &page.file(&asset.name)),
            Target::Web(address) => Link { text: self.alt.clone(), href: view::web(address).href },
            Target::Words => Link::plain(&self.alt),
        }
    }
}
