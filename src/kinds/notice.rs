//! pengumuman: an urgent notice (serta-merta) with its start and end. While it holds it stands above the pages it
//! concerns; afterwards it is kept as past.
//!
//! ```yaml
//! judul: Kunjungan Kamis, 26 November 2026 ditiadakan
//! isi: Atap ruang kunjungan diperbaiki. Kunjungan pada hari lain tetap dibuka.
//! mulai: 2026-11-20T08:00
//! selesai: 2026-12-05T17:00
//! fasilitas: [lapas-contoh]
//! tingkat: penting
//! ```

use std::cmp::Reverse;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::column::Column;
use super::facility::Facility;
use super::form::{At, Form};
use super::parts::counted::counted;
use super::parts::day::Day;
use super::{Harvest, Record, Site};
use crate::lang::{Label, Lang};
use crate::model::cell::{Cell, CellKind};
use crate::model::date::Moment;
use crate::model::id::Id;
use crate::model::place::Place;
use crate::model::scalar::{Choice, Text, choice};
use crate::page::{Banner, MenuPart, Page, Pages, Reason, ViewCx, Withheld};
use crate::parse::written::Written;
use crate::stage::{CheckCx, Origin};
use crate::text;
use crate::view::{Link, Tag, Tone};

choice! {
    /// How loud a notice is.
    pub enum Level {
        /// Important.
        Important = "penting", "Penting", "Important";
        /// An emergency.
        Emergency = "darurat", "Darurat", "Emergency";
    }
}

/// An urgent notice.
#[derive(Debug)]
pub struct Notice {
    id: Id<Self>,
    origin: Origin,
    /// What it says in a line.
    pub title: String,
    /// What it says in full: plain text, paragraphs set apart by an empty line.
    pub text: String,
    /// From when it holds.
    pub from: Moment,
    /// Until when it holds; open where nobody knows.
    pub until: Option<Moment>,
    /// Whom it concerns; everybody where none is named.
    pub facilities: Vec<Id<Facility>>,
    /// How loud it is.
    pub level: Level,
    /// Whether it is made up.
    pub example: bool,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
/// `pengumuman/<id>.yaml` as written.
pub struct RawNotice {
    #[schemars(required)]
    #[serde(rename = "judul")]
    title: Option<Written<Text>>,
    #[schemars(required)]
    #[serde(rename = "isi")]
    text: Option<Written<Text>>,
    #[schemars(required)]
    #[serde(rename = "mulai")]
    from: Option<Written<Moment>>,
    #[serde(rename = "selesai")]
    until: Option<Written<Moment>>,
    #[serde(default, rename = "fasilitas")]
    facilities: Vec<Written<Id<Facility>>>,
    #[schemars(required)]
    #[serde(rename = "tingkat")]
    level: Option<Written<Level>>,
    #[serde(rename = "contoh")]
    example: Option<Written<bool>>,
}

/// `pengumuman/<id>.yaml`.
pub struct NoticeForm;

impl Form for NoticeForm {
    const PATTERN: &'static str = "pengumuman/{id}.yaml";
    type Raw = RawNotice;

    fn claims(at: &At<'_>) -> Vec<(&'static str, String)> {
        vec![(Notice::KEY, at.part("id").to_owned())]
    }

    fn check(raw: RawNotice, at: &At<'_>, cx: &mut CheckCx<'_>, harvest: &mut Harvest) {
        let RawNotice { title, text, from, until, facilities, level, example } = raw;
        let title = cx.need("judul", title);
        let text = cx.need("isi", text);
        let from = cx.need("mulai", from);
        let until = cx.get("selesai", until);
        cx.in_order("selesai", from, until);
        let facilities = cx.all("fasilitas", facilities);
        let level = cx.need("tingkat", level);
        let example = cx.get("contoh", example).unwrap_or(false);
        let Some(id) = at.id(&["id"]) else { return };
        let (Some(title), Some(text), Some(from), Some(level)) = (title, text, from, level) else { return };
        let (title, text) = (title.into(), text.into());
        let origin = cx.origin();
        harvest.notices.push(Notice { id, origin, title, text, from, until, facilities, level, example });
    }
}

// Search engines and feeds show about this many characters.
const SUMMARY_CHARS: usize = 180;

impl Notice {
    /// Returns its page.
    pub fn place(&self) -> Place {
        overview_place().down(self.id.as_str())
    }

    /// Links to it.
    pub fn link_in(&self, cx: &ViewCx<'_>) -> Link {
        cx.link(&self.title, &self.place())
    }

    /// Returns whether it holds now.
    pub fn is_active(&self, site: &Site) -> bool {
        self.from <= site.now && !self.has_ended(site)
    }

    fn has_ended(&self, site: &Site) -> bool {
        self.until.is_some_and(|until| until <= site.now)
    }

    // A made-up notice stands only above made-up facilities: nobody may take it for real.
    fn banner(&self, site: &Site) -> Option<Banner> {
        let made_up = self.is_example(site);
        let concerned = self.facilities.iter().filter(|id| !made_up || site.is_example(id));
        let over: Vec<Place> = concerned.filter_map(|id| site.facilities.get(id)).map(Facility::place).collect();
        if !self.is_active(site) || (over.is_empty() && (made_up || !self.facilities.is_empty())) {
            return None;
        }
        Some(Banner {
            title: self.title.clone(),
            urgent: self.level == Level::Emergency,
            place: self.place(),
            until: self.until,
            over,
        })
    }

    fn state(&self, site: &Site, lang: Lang) -> Tag {
        match (self.has_ended(site), self.from <= site.now, self.level) {
            (true, ..) => Tag::new(lang.pick("Sudah berakhir", "Over"), Tone::Neutral),
            (_, false, _) => Tag::new(lang.pick("Akan datang", "Coming"), Tone::Neutral),
            (.., Level::Emergency) => Tag::new(self.level.label().of(lang), Tone::Late),
            (.., Level::Important) => Tag::new(self.level.label().of(lang), Tone::Soon),
        }
    }

    fn card(&self, site: &Site, cx: &ViewCx<'_>) -> Card {
        let day = |moment: Moment| Day::moment(moment, site.config.zone, cx.lang);
        let concerned = self.facilities.iter().filter_map(|id| site.facilities.get(id));
        Card {
            link: self.link_in(cx),
            state: self.state(site, cx.lang),
            from: day(self.from),
            until: self.until.map(day),
            concerned: concerned.map(|facility| facility.link_in(cx)).collect(),
            example: self.is_example(site),
        }
    }

    fn paragraphs(&self) -> Vec<String> {
        self.text.split('\n').map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }
}

#[derive(Serialize)]
struct NoticesPage {
    count: Option<String>,
    active: Vec<Card>,
    past: Vec<Card>,
}

#[derive(Serialize)]
struct NoticePage {
    card: Card,
    paragraphs: Vec<String>,
}

#[derive(Serialize)]
struct Card {
    link: Link,
    state: Tag,
    from: Day,
    until: Option<Day>,
    // Empty: everybody.
    concerned: Vec<Link>,
    example: bool,
}

fn overview_place() -> Place {
    Place::top("pengumuman")
}

fn overview<'s>(site: &'s Site, cx: &ViewCx<'_>) -> NoticesPage {
    let public = site.notices.iter().filter(|notice| notice.is_public(site));
    let (mut past, mut active): (Vec<&Notice>, Vec<&Notice>) = public.partition(|notice| notice.has_ended(site));
    active.sort_by_key(|notice| (Reverse(notice.level), Reverse(notice.from)));
    past.sort_by_key(|notice| Reverse(notice.until));
    let cards = |notices: Vec<&'s Notice>| notices.into_iter().map(|notice| notice.card(site, cx)).collect();
    let all = active.iter().chain(&past);
    let examples = all.clone().filter(|notice| notice.is_example(site)).count();
    let (one, many) = (Label::new("pengumuman", "notice"), Label::new("pengumuman", "notices"));
    let count = counted(all.count(), examples, one, many, cx.lang);
    NoticesPage { count, active: cards(active), past: cards(past) }
}

impl Record for Notice {
    const KEY: &'static str = "pengumuman";
    const LABEL: Label = Label::new("Pengumuman", "Notice");
    const ABOUT: Label = Label::new(
        "Satu baris satu pengumuman serta-merta yang sudah mulai berlaku.",
        "One row for each urgent notice that has begun to hold.",
    );
    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("id", Label::new("Id", "Id"), CellKind::Text, |n, _| Cell::text(Some(&n.id))),
        Column::new("judul", Label::new("Judul", "Title"), CellKind::Text, |n, _| Cell::text(Some(&n.title))),
        Column::new("isi", Label::new("Isi", "Text"), CellKind::Text, |n, _| Cell::text(Some(&n.text))),
        Column::new("mulai", Label::new("Mulai", "From"), CellKind::Moment, |n, _| Cell::Moment(n.from)),
        Column::new("selesai", Label::new("Selesai", "Until"), CellKind::Moment, |n, _| {
            n.until.map_or(Cell::Missing, Cell::Moment)
        }),
        Column::new("fasilitas", Label::new("Fasilitas", "Facilities"), CellKind::List, |n, _| {
            Cell::list(&n.facilities)
        }),
        Column::new("tingkat", Label::new("Tingkat", "Level"), CellKind::Text, |n, _| Cell::text(Some(n.level.key()))),
        Column::new("contoh", Label::new("Contoh", "Example"), CellKind::Flag, |n, site| {
            Cell::flag(Some(n.is_example(site)))
        }),
        Column::new("halaman", Label::new("Halaman", "Page"), CellKind::Page, |n, _| Cell::Page(n.place())),
    ];

    fn id(&self) -> &Id<Self> {
        &self.id
    }

    fn origin(&self) -> &Origin {
        &self.origin
    }

    fn is_example(&self, site: &Site) -> bool {
        self.example || self.facilities.iter().any(|id| site.is_example(id))
    }

    fn is_public(&self, site: &Site) -> bool {
        self.from <= site.now || site.config.future
    }

    fn concerns(&self) -> &[Id<Facility>] {
        &self.facilities
    }

    fn link(&self, site: &Site, cx: &mut CheckCx<'_>) {
        cx.refer_all("fasilitas", site, &self.facilities);
    }

    fn pages<'s>(&'s self, site: &'s Site, pages: &mut Pages<'s>) {
        if !self.is_public(site) {
            pages.withheld.push(Withheld { title: self.title.clone(), reason: Reason::Future(self.from) });
            return;
        }
        pages.banners.extend(self.banner(site));
        let view = move |cx: &ViewCx<'_>| NoticePage { card: self.card(site, cx), paragraphs: self.paragraphs() };
        let page = Page::new(self.place(), "notice.html", &self.title, view)
            .under(site.lang().pick("Pengumuman", "Notices"), overview_place())
            .updated(Some(self.from.date()))
            .example(self.is_example(site))
            .from(self.origin.file)
            .summary(text::excerpt(&self.text, SUMMARY_CHARS));
        pages.push(page);
    }

    fn overview<'s>(site: &'s Site, pages: &mut Pages<'s>) {
        let title = site.lang().pick("Pengumuman", "Notices");
        pages.push(
            Page::new(overview_place(), "notices.html", title, move |cx| overview(site, cx))
                .menu(MenuPart::Foot, 20, None)
                .summary(site.lang().pick(
                    "Perubahan layanan dan keadaan darurat yang perlu segera diketahui, dengan masa berlakunya.",
                    "Changes of services and emergencies that people must know at once, with the time they hold.",
                )),
        );
    }
}
