//! sumber: what says so. A fact from elsewhere names its text and date.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::lang::Lang;
use crate::model::date::Date;
use crate::model::scalar::{Choice, Text, choice};
use crate::parse::written::Written;
use crate::stage::CheckCx;
use crate::view::{self, Link};

choice! {
    /// What kind of text it is.
    pub enum SourceKind {
        /// Our own report.
        Own = "sendiri", "Laporan sendiri", "Own report";
        /// Retold from another text.
        Quoted = "kutipan", "Disarikan dari", "Retold from";
        /// A letter.
        Letter = "surat", "Surat", "Letter";
        /// A press release.
        Release = "rilis", "Siaran pers", "Press release";
        /// The press.
        Media = "media", "Media", "Press";
        /// A note of our own.
        Note = "catatan", "Catatan sendiri", "Own note";
    }
}

/// The text that a record rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sourcing {
    /// What it is.
    pub kind: Option<SourceKind>,
    /// Its title.
    pub title: Option<String>,
    /// Its date.
    pub date: Option<Date>,
    /// Its address.
    pub url: Option<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::kinds) struct RawSourcing {
    #[schemars(required)]
    #[serde(rename = "jenis")]
    kind: Option<Written<SourceKind>>,
    #[serde(rename = "judul")]
    title: Option<Written<Text>>,
    #[serde(rename = "tanggal")]
    date: Option<Written<Date>>,
    url: Option<Written<Text>>,
}

impl Sourcing {
    pub(in crate::kinds) fn check(raw: Option<RawSourcing>, cx: &mut CheckCx<'_>) -> Option<Self> {
        let RawSourcing { kind, title, date, url } = raw?;
        cx.at("sumber", |cx| {
            Some(Self {
                kind: cx.need("jenis", kind),
                title: cx.get("judul", title).map(String::from),
                date: cx.get("tanggal", date),
                url: cx.get("url", url).map(String::from),
            })
        })
    }

    /// Writes it in one line, leading to the text where it has an address.
    pub fn link(&self, lang: Lang) -> Link {
        let date = self.date.map(|date| date.words(lang));
        let said = [self.title.clone(), date].into_iter().flatten().collect::<Vec<_>>().join(", ");
        let kind = self.kind.map(|kind| kind.label().of(lang)).unwrap_or_default();
        let between = match self.kind {
            _ if kind.is_empty() || said.is_empty() => "",
            Some(SourceKind::Quoted) => " ",
            _ => ": ",
        };
        let href = self.url.as_deref().and_then(|url| view::web(url).href);
        Link { text: format!("{kind}{between}{said}"), href }
    }
}
