//! kanal: one way to complain to a facility; the entries of `kanal` in pengaduan.yaml.
//!
//! ```yaml
//! - id: wa
//!   jenis: whatsapp
//!   nilai: "+62 …"
//!   jam: Senin–Jumat 08.00–14.00 WITA
//!   menangani: [layanan, pungli]
//!   berlaku_sejak: 2025-01-06
//!   diperiksa: {tanggal: 2026-11-01, oleh: Kasubag TU}
//! ```

pub mod card;
pub mod report;

use schemars::JsonSchema;
use serde::Deserialize;

use super::column::Column;
use super::facility::Facility;
use super::mechanism::{self, Mechanism};
use super::national_channel::NationalChannel;
use super::parts::checked::{Checked, RawChecked};
use super::parts::way::{Standing, Topic, Validity, Way, WayKind};
use super::{Openly, Record, Site};
use crate::diag::Problem;
use crate::lang::{Label, Lang};
use crate::model::cell::{Cell, CellKind};
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::place::Place;
use crate::model::scalar::{Choice, Scalar, Text};
use crate::page::ViewCx;
use crate::parse::written::Written;
use crate::stage::{CheckCx, Origin, has_parts};
use crate::text;
use crate::view::Link;

/// A channel of a facility.
#[derive(Debug)]
pub struct Channel {
    id: Id<Self>,
    origin: Origin,
    /// How to reach it.
    pub way: Way,
    /// When it is attended.
    pub hours: Option<String>,
    /// What it takes.
    pub topics: Vec<Topic>,
    /// How long it holds.
    pub validity: Validity,
    /// When it was last tried.
    pub checked: Option<Checked>,
    /// A remark.
    pub note: Option<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::kinds) struct RawChannel {
    #[schemars(required)]
    id: Option<Written<Id<Channel>>>,
    #[schemars(required)]
    #[serde(rename = "jenis")]
    kind: Option<Written<WayKind>>,
    #[schemars(required)]
    #[serde(rename = "nilai")]
    value: Option<Written<Text>>,
    #[serde(rename = "jam")]
    hours: Option<Written<Text>>,
    #[serde(default, rename = "menangani")]
    topics: Vec<Written<Topic>>,
    #[serde(rename = "berlaku_sejak")]
    from: Option<Written<Date>>,
    #[serde(rename = "berlaku_sampai")]
    to: Option<Written<Date>>,
    #[serde(rename = "diperiksa")]
    checked: Option<RawChecked>,
    #[serde(rename = "catatan")]
    note: Option<Written<Text>>,
}

const WHAT: Label = Label::new("Kanal pengaduan", "Complaint channel");

impl Channel {
    pub(in crate::kinds) fn check(raw: RawChannel, facility: &Id<Facility>, cx: &mut CheckCx<'_>) -> Option<Self> {
        let RawChannel { id, kind, value, hours, topics, from, to, checked, note } = raw;
        let hours = cx.get("jam", hours).map(String::from);
        let topics = cx.all("menangani", topics);
        let validity = Validity::check(from, to, cx);
        let checked = Checked::check(checked, cx);
        let note = cx.get("catatan", note).map(String::from);
        let way = Way::check(kind, value, cx);
        let id = cx.need("id", id)?;
        if let Err(want) = has_parts(&id, 1) {
            cx.report_at("id", Problem::Misread { found: id.as_str().to_owned(), want });
            return None;
        }
        let id = facility.child(id.as_str());
        Some(Self { id, origin: cx.origin(), way: way?, hours, topics, validity, checked, note })
    }

    /// Returns the facility it belongs to.
    pub fn facility(&self) -> Id<Facility> {
        self.id.parent().unwrap_or_else(|| self.id.of())
    }

    /// Returns the word for its kind: `WhatsApp`.
    pub fn name(&self, lang: Lang) -> &'static str {
        self.way.kind.map_or(WHAT.of(lang), |kind| kind.label().of(lang))
    }

    /// Returns the name of its place on the page.
    pub fn anchor(&self) -> String {
        format!("kanal-{}", self.id.last())
    }

    /// Returns where it is shown.
    pub fn place(&self) -> Place {
        mechanism::place(&self.facility()).anchor(&self.anchor())
    }

    /// Links to it by the word for its kind.
    pub fn link_in(&self, cx: &ViewCx<'_>) -> Link {
        cx.link(self.name(cx.lang), &self.place())
    }

    /// Returns whether people can use it today: it holds, and it does not lead to a national channel that has ended.
    pub fn is_open(&self, site: &Site) -> bool {
        self.validity.on(site.today) == Standing::Open && self.dead(site).is_none()
    }

    /// Returns the national channel that has ended and to which this one leads.
    pub fn dead<'s>(&self, site: &'s Site) -> Option<&'s NationalChannel> {
        let mut ended = site.national_channels.iter().filter(|national| national.ended(site.today).is_some());
        ended.find(|national| national.ways.iter().any(|way| way.is_same(&self.way)))
    }
}

/// A channel as services and statistics name it: the facility's own, or a national one.
#[derive(Debug, Clone, Copy)]
pub enum Named<'s> {
    /// The facility's own.
    Own(&'s Channel),
    /// A national one.
    National(&'s NationalChannel),
}

impl Named<'_> {
    /// Returns its name for people.
    pub fn name(&self, lang: Lang) -> &str {
        match self {
            Self::Own(channel) => channel.name(lang),
            Self::National(channel) => &channel.name,
        }
    }

    /// Links to where it is shown.
    pub fn link_in(&self, cx: &ViewCx<'_>) -> Link {
        match self {
            Self::Own(channel) => channel.link_in(cx),
            Self::National(channel) => channel.link_in(cx),
        }
    }
}

/// Finds the channel that a record of `facility` names by `word`.
pub fn named<'s>(word: &str, facility: &Id<Facility>, site: &'s Site) -> Option<Named<'s>> {
    let own = site.channels.get(&facility.child(word)).map(Named::Own);
    let national = || site.national_channels.get(&Id::read(word).ok()?).map(Named::National);
    own.or_else(national)
}

/// Finds the channel that a record of `facility` names by `word`; reports where the check stands if there is none.
pub fn refer<'s>(word: &str, facility: &Id<Facility>, site: &'s Site, cx: &mut CheckCx<'_>) -> Option<Named<'s>> {
    let found = named(word, facility, site);
    // A pengaduan.yaml that could not be read has errors of its own.
    let unread = site.mechanisms.get(&facility.of()).is_none() && cx.is_claimed(Mechanism::KEY, facility.as_str());
    if found.is_none() && !unread {
        let own = site.channels.under(facility).map(|channel| channel.id.last());
        let near = text::nearest(word, own.chain(site.national_channels.ids().map(Id::as_str))).map(str::to_owned);
        cx.report(Problem::Dangling { kind: WHAT, id: word.to_owned(), near });
    }
    found
}

impl Record for Channel {
    const KEY: &'static str = "kanal";
    const LABEL: Label = Label::new("Kanal pengaduan unit", "Complaint channels of facilities");
    const ABOUT: Label = Label::new(
        "Satu baris satu kanal pengaduan milik satu fasilitas, termasuk yang sudah tidak berlaku.",
        "One row for each complaint channel of a facility, including those that have ended.",
    );
    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("id", Label::new("Id", "Id"), CellKind::Text, |c, _| Cell::text(Some(&c.id))),
        Column::new("fasilitas", Label::new("Fasilitas", "Facility"), CellKind::Text, |c, _| {
            Cell::text(Some(c.facility()))
        }),
        Column::new("jenis", Label::new("Jenis", "Kind"), CellKind::Text, |c, _| {
            Cell::text(c.way.kind.map(Choice::key))
        }),
        Column::new(
            "nilai",
            Label::new("Nomor, alamat, atau tempat", "Number, address or place"),
            CellKind::Text,
            |c, _| Cell::text(Some(&c.way.value)),
        ),
        Column::new("jam", Label::new("Jam", "Hours"), CellKind::Text, |c, _| Cell::text(c.hours.as_ref())),
        Column::new("menangani", Label::new("Menangani", "Takes"), CellKind::List, |c, _| {
            Cell::list(c.topics.iter().map(|topic| topic.key()))
        }),
        Column::new("berlaku_sejak", Label::new("Berlaku sejak", "Valid from"), CellKind::Date, |c, _| {
            Cell::date(c.validity.from)
        }),
        Column::new("berlaku_sampai", Label::new("Berlaku sampai", "Valid to"), CellKind::Date, |c, _| {
            Cell::date(c.validity.to)
        }),
        Column::new("berlaku", Label::new("Berlaku hari ini", "Valid today"), CellKind::Flag, |c, site| {
            Cell::flag(Some(c.is_open(site)))
        }),
        Column::new("diperiksa", Label::new("Diperiksa", "Checked on"), CellKind::Date, |c, _| {
            Cell::date(c.checked.as_ref().map(|checked| checked.on))
        }),
        Column::new("catatan", Label::new("Catatan", "Note"), CellKind::Text, |c, _| Cell::text(c.note.as_ref())),
        Column::new("contoh", Label::new("Contoh", "Example"), CellKind::Flag, |c, site| {
            Cell::flag(Some(c.is_example(site)))
        }),
        Column::new("halaman", Label::new("Halaman", "Page"), CellKind::Page, |c, _| Cell::Page(c.place())),
    ];

    fn id(&self) -> &Id<Self> {
        &self.id
    }

    fn origin(&self) -> &Origin {
        &self.origin
    }

    fn openly<'s>(&'s self, open: &mut Openly<'s>) {
        open.phones.push(&self.way.value);
    }

    fn is_example(&self, site: &Site) -> bool {
        site.is_example(&self.facility())
    }

    fn link(&self, site: &Site, cx: &mut CheckCx<'_>) {
        if Id::read(self.id.last()).is_ok_and(|id| site.national_channels.get(&id).is_some()) {
            // Services name both kinds of channel by one word.
            cx.report_at("id", Problem::DuplicateId { id: self.id.last().to_owned() });
        }
        match self.validity.on(site.today) {
            Standing::Ended(on) => {
                cx.report_at("berlaku_sampai", Problem::Expired { what: WHAT, on });
            }
            Standing::NotYet(_) => {}
            Standing::Open => self.link_open(site, cx),
        }
    }
}

impl Channel {
    fn link_open(&self, site: &Site, cx: &mut CheckCx<'_>) {
        if let Some(ended) = self.dead(site).and_then(|national| national.ended(site.today)) {
            cx.report_at("nilai", Problem::Expired { what: WHAT, on: ended });
        } else if self.checked.is_none() {
            cx.report(Problem::ChannelUnverified);
        } else if let Some(checked) = self.checked.as_ref().filter(|checked| checked.is_stale(site.today)) {
            let what = Label::new("Kanal pengaduan terakhir diperiksa", "The complaint channel was last checked on");
            cx.report_at("diperiksa", Problem::Stale { what, on: checked.on });
        }
    }
}
