//! How a site looks beyond its theme, as `situs.yaml` says it: colours, logo, band, menu, footer. What the colours become is
//! the business of `theme`.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::diag::{Problem, Span};
use crate::model::asset::Asset;
use crate::model::colour::Colour;
use crate::model::place::Place;
use crate::model::scalar::Text;
use crate::page::Target;
use crate::parse::written::{Written, even_empty};
use crate::scan::emblem::{self, Role, Size};
use crate::sources::SourceId;
use crate::stage::CheckCx;
use crate::url::OutPath;

/// How a site looks beyond its theme.
#[derive(Debug, Clone, Default)]
pub struct Look {
    /// The colours of its own.
    pub colours: Colours,
    /// The sign of whoever publishes.
    pub logo: Option<Emblem>,
    /// The ornament at the top.
    pub band: Option<Emblem>,
    /// The main menu, where it differs from the usual one.
    pub menu: Vec<Way>,
    /// The foot of every page.
    pub footer: Footer,
    /// Whether the pattern page is published.
    pub patterns: bool,
}

/// The colours of a site's own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Colours {
    /// Of headings and links.
    pub ink: Option<Colour>,
    /// Of marks.
    pub accent: Option<Colour>,
}

/// A picture that stands on every page.
#[derive(Debug, Clone)]
pub struct Emblem {
    /// Its file.
    pub source: SourceId,
    /// How its name ends, in lower case.
    pub ending: String,
    /// Its size.
    pub size: Size,
}

/// What stands at the foot of every page besides the publisher.
#[derive(Debug, Clone, Default)]
pub struct Footer {
    /// A text.
    pub text: Option<String>,
    /// Links.
    pub links: Vec<Way>,
}

/// A link that every page has.
#[derive(Debug, Clone)]
pub struct Way {
    /// Its words; none where the page it leads to has its own.
    pub label: Option<String>,
    /// Where it leads.
    pub goal: Goal,
}

/// Where such a link leads.
#[derive(Debug, Clone)]
pub enum Goal {
    /// To a page of this site, which must exist; with the file that says so.
    Page(Target, SourceId),
    /// To another site.
    Outside(String),
}

#[derive(Deserialize, JsonSchema, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct RawColours {
    // What follows a bare `#` is a comment: the key is there, and empty.
    #[serde(default, deserialize_with = "even_empty", rename = "tinta")]
    #[schemars(with = "Option<Written<Colour>>")]
    ink: Option<Written<Colour>>,
    #[serde(default, deserialize_with = "even_empty", rename = "aksen")]
    #[schemars(with = "Option<Written<Colour>>")]
    accent: Option<Written<Colour>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawWay {
    #[schemars(required)]
    #[serde(rename = "ke")]
    to: Option<Written<Text>>,
    label: Option<Written<Text>>,
}

#[derive(Deserialize, JsonSchema, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct RawFooter {
    #[serde(rename = "teks")]
    text: Option<Written<Text>>,
    #[serde(default, rename = "tautan")]
    links: Vec<RawWay>,
}

/// What of `situs.yaml` is about looks.
pub(super) struct RawLook {
    pub colours: Option<RawColours>,
    pub logo: Option<Written<Text>>,
    pub band: Option<Written<Text>>,
    pub menu: Vec<RawWay>,
    pub footer: Option<RawFooter>,
    pub patterns: Option<Written<bool>>,
}

impl Look {
    /// Returns the files that it names.
    pub fn files(&self) -> impl Iterator<Item = SourceId> {
        self.logo.iter().chain(&self.band).map(|emblem| emblem.source)
    }

    /// Returns the links to pages of this site, and the file that holds them.
    pub fn targets(&self) -> impl Iterator<Item = (&Target, SourceId)> {
        self.menu.iter().chain(&self.footer.links).filter_map(|way| match &way.goal {
            Goal::Page(target, file) => Some((target, *file)),
            Goal::Outside(_) => None,
        })
    }
}

pub(super) fn check(raw: RawLook, cx: &mut CheckCx<'_>) -> Look {
    let RawLook { colours, logo, band, menu, footer, patterns } = raw;
    let RawColours { ink, accent } = colours.unwrap_or_default();
    let RawFooter { text, links } = footer.unwrap_or_default();
    Look {
        colours: cx.at("warna", |cx| Colours { ink: cx.get("tinta", ink), accent: cx.get("aksen", accent) }),
        logo: emblem("logo", logo, Role::Logo, cx),
        band: emblem("pita", band, Role::Band, cx),
        menu: cx.each("menu", menu, |cx, raw| way(raw, false, cx)),
        footer: cx.at("kaki", |cx| Footer {
            text: cx.get("teks", text).map(String::from),
            links: cx.each("tautan", links, |cx, raw| way(raw, true, cx)),
        }),
        patterns: cx.get("pola", patterns).unwrap_or_default(),
    }
}

fn emblem(key: &'static str, written: Option<Written<Text>>, role: Role, cx: &mut CheckCx<'_>) -> Option<Emblem> {
    let Asset { source, name } = cx.file(key, written)?;
    let bytes = &cx.sources().get(source).bytes;
    match emblem::look(&name, bytes, role) {
        Ok(size) => {
            let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
            Some(Emblem { source, ending, size })
        }
        Err(unfit) => {
            cx.report_at(key, Problem::PictureUnfit { name, unfit });
            None
        }
    }
}

fn way(raw: RawWay, may_leave: bool, cx: &mut CheckCx<'_>) -> Option<Way> {
    let RawWay { to, label } = raw;
    let to = cx.need("ke", to);
    let label = cx.get("label", label).map(String::from);
    let to = String::from(to?);
    if may_leave && to.starts_with("https://") && super::base_address(&to).is_some() {
        // A link out has no title of its own.
        if label.is_none() {
            cx.report(Problem::MissingKey { key: "label" });
        }
        return Some(Way { label: Some(label?), goal: Goal::Outside(to) });
    }
    let Some(place) = place(&to) else {
        cx.report_at("ke", Problem::NotAnAddress { found: to });
        return None;
    };
    let Span { file, bytes } = cx.at("ke", |cx| cx.origin().span(cx.sources()));
    Some(Way { label, goal: Goal::Page(Target { place, written: to, bytes }, file) })
}

// `/berita/` → the page of that address; with an anchor, its part.
fn place(address: &str) -> Option<Place> {
    let (path, anchor) = address.split_once('#').map_or((address, None), |(path, anchor)| (path, Some(anchor)));
    let path = path.strip_prefix('/')?;
    let path = path.strip_suffix("index.html").unwrap_or(path).trim_end_matches('/');
    if path.contains(['?', '%']) || !(path.is_empty() || OutPath::new(path).is_some()) {
        return None;
    }
    let page = path.split('/').filter(|part| !part.is_empty()).fold(Place::home(), |place, part| place.down(part));
    Some(anchor.map_or_else(|| page.clone(), |anchor| page.anchor(anchor)))
}
