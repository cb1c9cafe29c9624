//! halaman: a free page, such as what the site is about.
//!
//! ```markdown
//! ---
//! judul: Tentang situs ini
//! ringkasan: Dari mana data situs ini berasal.
//! urutan: 1
//! diperbarui: 2026-11-01
//! ---
//! Isi halaman, dalam Markdown.
//! ```

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::column::Column;
use super::form::{At, Form};
use super::regulation::cited;
use super::{Harvest, Record, Site};
use crate::body::Body;
use crate::lang::Label;
use crate::model::cell::{Cell, CellKind};
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::place::Place;
use crate::model::scalar::Text;
use crate::page::{MenuPart, Page, Pages, Reason, ViewCx, Withheld};
use crate::parse::written::Written;
use crate::stage::{CheckCx, Origin};
use crate::view::{Html, Link};

/// A free page.
#[derive(Debug)]
pub struct FreePage {
    id: Id<Self>,
    origin: Origin,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub summary: Option<String>,
    /// Where it stands in the menu: smaller comes first, none comes last.
    pub order: Option<u32>,
    /// Whether it is kept back.
    pub draft: bool,
    /// When it was last changed.
    pub updated: Option<Date>,
    /// Its text.
    pub body: Body,
}

/// The front matter as written.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawFreePage {
    #[schemars(required)]
    #[serde(rename = "judul")]
    title: Option<Written<Text>>,
    #[serde(rename = "ringkasan")]
    summary: Option<Written<Text>>,
    #[serde(rename = "urutan")]
    order: Option<Written<u32>>,
    #[serde(rename = "draf")]
    draft: Option<Written<bool>>,
    #[serde(rename = "diperbarui")]
    updated: Option<Written<Date>>,
}

/// `halaman/<id>.md`.
pub struct FreePageForm;

impl Form for FreePageForm {
    const PATTERN: &'static str = "halaman/{id}.md";
    type Raw = RawFreePage;

    fn claims(at: &At<'_>) -> Vec<(&'static str, String)> {
        vec![(FreePage::KEY, at.part("id").to_owned())]
    }

    fn check(raw: RawFreePage, at: &At<'_>, cx: &mut CheckCx<'_>, harvest: &mut Harvest) {
        let RawFreePage { title, summary, order, draft, updated } = raw;
        let summary = cx.get("ringkasan", summary).map(String::from);
        let order = cx.get("urutan", order);
        let draft = cx.get("draf", draft).unwrap_or(false);
        let updated = cx.get("diperbarui", updated);
        let body = Body::check(at.body, at.body_offset, cx);
        let Some(id) = at.id(&["id"]) else { return };
        let Some(title) = cx.need("judul", title).map(String::from) else { return };
        harvest.free_pages.push(FreePage { id, origin: cx.origin(), title, summary, order, draft, updated, body });
    }
}

#[derive(Serialize)]
struct FreePageView {
    updated: Option<Day>,
    body: Html,
    others: Vec<Link>,
}

#[derive(Serialize)]
struct Day {
    iso: String,
    words: String,
}

// After the pages of the kinds in the menu.
const LAST: u32 = 1000;

impl FreePage {
    /// Returns its page.
    pub fn place(&self) -> Place {
        Place::top(self.id.as_str())
    }

    /// Links to it.
    pub fn link_in(&self, cx: &ViewCx<'_>) -> Link {
        cx.link(&self.title, &self.place())
    }

    fn view(&self, site: &Site, cx: &ViewCx<'_>) -> FreePageView {
        let mut others: Vec<&Self> =
            site.free_pages.iter().filter(|page| page.id != self.id && page.is_public(site)).collect();
        others.sort_by_key(|page| page.order.unwrap_or(LAST));
        FreePageView {
            updated: self.updated.map(|date| Day { iso: date.to_string(), words: date.words(cx.lang) }),
            body: self.body.html(cx, &self.place()),
            others: others.into_iter().map(|page| page.link_in(cx)).collect(),
        }
    }
}

impl Record for FreePage {
    const KEY: &'static str = "halaman";
    const LABEL: Label = Label::new("Halaman", "Page");
    const ABOUT: Label =
        Label::new("Satu baris satu halaman bacaan yang sudah terbit.", "One row for each published reading page.");
    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("id", Label::new("Id", "Id"), CellKind::Text, |p, _| Cell::text(Some(&p.id))),
        Column::new("judul", Label::new("Judul", "Title"), CellKind::Text, |p, _| Cell::text(Some(&p.title))),
        Column::new("ringkasan", Label::new("Ringkasan", "Summary"), CellKind::Text, |p, _| {
            Cell::text(p.summary.as_ref())
        }),
        Column::new("urutan", Label::new("Urutan", "Order"), CellKind::Whole, |p, _| Cell::whole(p.order)),
        Column::new("draf", Label::new("Draf", "Draft"), CellKind::Flag, |p, _| Cell::flag(Some(p.draft))),
        Column::new("diperbarui", Label::new("Diperbarui", "Updated"), CellKind::Date, |p, _| Cell::date(p.updated)),
        Column::new("halaman", Label::new("Halaman", "Page"), CellKind::Page, |p, _| Cell::Page(p.place())),
    ];

    fn id(&self) -> &Id<Self> {
        &self.id
    }

    fn origin(&self) -> &Origin {
        &self.origin
    }

    fn is_public(&self, site: &Site) -> bool {
        !self.draft || site.config.drafts
    }

    fn link(&self, site: &Site, cx: &mut CheckCx<'_>) {
        cited::check_text(self.body.written(), self.body.offset, site, cx);
    }

    fn pages<'s>(&'s self, site: &'s Site, pages: &mut Pages<'s>) {
        if !self.is_public(site) {
            pages.withheld.push(Withheld { title: self.title.clone(), reason: Reason::Draft });
            return;
        }
        let mut page = Page::new(self.place(), "free_page.html", self.title.as_str(), move |cx| self.view(site, cx))
            .menu(MenuPart::Foot, self.order.unwrap_or(LAST), None)
            .updated(self.updated)
            .from(self.origin.file)
            .assets(self.body.assets.clone())
            .targets(self.body.targets.clone());
        page.summary.clone_from(&self.summary);
        pages.push(page);
    }
}
