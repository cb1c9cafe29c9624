//! kanal_nasional: where people may complain beyond the facility. The program carries a list (src/law/kanal.yaml); a site
//! may add its own in rujukan/kanal.yaml.
//!
//! ```yaml
//! kanal:
//!   - id: lapor
//!     nama: SP4N-LAPOR!
//!     tingkat: nasional
//!     jalur: [{jenis: web, nilai: www.lapor.go.id}, {jenis: sms, nilai: "1708"}]
//!     batas_waktu: [{jenis: verifikasi, jumlah: 3, satuan: hari_kerja}]
//!     diperiksa: {tanggal: 2026-11-22}
//!     sumber: Dibaca di sumber publik
//! ```

use schemars::JsonSchema;
use serde::Deserialize;

use super::column::Column;
use super::form::{At, Form};
use super::mechanism;
use super::parts::checked::{self, Checked, RawChecked};
use super::parts::limit::{Limit, RawLimit};
use super::parts::way::{RawWay, Standing, Topic, Validity, Way};
use super::{Harvest, Openly, Record, Site};
use crate::diag::Problem;
use crate::lang::Label;
use crate::model::cell::{Cell, CellKind};
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::place::Place;
use crate::model::scalar::{Choice, Text, choice};
use crate::page::ViewCx;
use crate::parse::written::Written;
use crate::stage::{CheckCx, Origin, has_parts};
use crate::view::{self, Link, Tone};

choice! {
    /// How far up a channel stands, from the facility to the overseer.
    pub enum Level {
        /// The facility itself.
        Facility = "upt", "Unit", "Facility";
        /// Regional office.
        Region = "kanwil", "Kantor wilayah", "Regional office";
        /// The nation's common channel.
        Nation = "nasional", "Nasional", "National";
        /// Directorate general.
        Directorate = "ditjenpas", "Direktorat jenderal", "Directorate general";
        /// Ministry.
        Ministry = "kementerian", "Kementerian", "Ministry";
        /// Ombudsman.
        Ombudsman = "ombudsman", "Ombudsman", "Ombudsman";
    }
}

/// A channel beyond the facility.
#[derive(Debug)]
pub struct NationalChannel {
    id: Id<Self>,
    origin: Origin,
    /// Its name.
    pub name: String,
    /// How far up it stands.
    pub level: Option<Level>,
    /// The ways to reach it. None: the address is not known.
    pub ways: Vec<Way>,
    /// What it takes.
    pub topics: Vec<Topic>,
    /// What it asks for before it takes a complaint.
    pub requirements: Vec<String>,
    /// How long it takes.
    pub limits: Vec<Limit>,
    /// How long it holds.
    pub validity: Validity,
    /// Why it ended.
    pub reason: Option<String>,
    /// The time for which its source speaks, where nobody checked since: `Juli 2024`.
    pub as_of: Option<String>,
    /// When it was last checked.
    pub checked: Option<Checked>,
    /// What says so.
    pub source: String,
    /// A remark.
    pub note: Option<String>,
}

/// `rujukan/kanal.yaml` as written.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawNationalChannels {
    #[serde(default, rename = "kanal")]
    channels: Vec<RawNationalChannel>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawNationalChannel {
    #[schemars(required)]
    id: Option<Written<Id<NationalChannel>>>,
    #[schemars(required)]
    #[serde(rename = "nama")]
    name: Option<Written<Text>>,
    #[schemars(required)]
    #[serde(rename = "tingkat")]
    level: Option<Written<Level>>,
    #[serde(default, rename = "jalur")]
    ways: Vec<RawWay>,
    #[serde(default, rename = "menangani")]
    topics: Vec<Written<Topic>>,
    #[serde(default, rename = "syarat")]
    requirements: Vec<Written<Text>>,
    #[serde(default, rename = "batas_waktu")]
    limits: Vec<RawLimit>,
    #[serde(rename = "berlaku_sejak")]
    from: Option<Written<Date>>,
    #[serde(rename = "berlaku_sampai")]
    to: Option<Written<Date>>,
    #[serde(rename = "alasan_berakhir")]
    reason: Option<Written<Text>>,
    #[serde(rename = "per")]
    as_of: Option<Written<Text>>,
    #[serde(rename = "diperiksa")]
    checked: Option<RawChecked>,
    #[schemars(required)]
    #[serde(rename = "sumber")]
    source: Option<Written<Text>>,
    #[serde(rename = "catatan")]
    note: Option<Written<Text>>,
}

/// `rujukan/kanal.yaml`.
pub struct NationalChannelForm;

impl Form for NationalChannelForm {
    const PATTERN: &'static str = "rujukan/kanal.yaml";
    type Raw = RawNationalChannels;

    fn claims(_: &At<'_>) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    fn check(raw: RawNationalChannels, _: &At<'_>, cx: &mut CheckCx<'_>, harvest: &mut Harvest) {
        let RawNationalChannels { channels } = raw;
        harvest.national_channels.extend(cx.each("kanal", channels, |cx, raw| check(raw, cx)));
    }
}

fn check(raw: RawNationalChannel, cx: &mut CheckCx<'_>) -> Option<NationalChannel> {
    let RawNationalChannel {
        id,
        name,
        level,
        ways,
        topics,
        requirements,
        limits,
        from,
        to,
        reason,
        as_of,
        checked,
        source,
        note,
    } = raw;
    let level = cx.need("tingkat", level);
    let ways = cx.each("jalur", ways, |cx, raw| Way::check_raw(raw, cx));
    let topics = cx.all("menangani", topics);
    let requirements = cx.all("syarat", requirements).into_iter().map(String::from).collect();
    let limits = Limit::check_all(limits, cx);
    let validity = Validity::check(from, to, cx);
    let reason = cx.get("alasan_berakhir", reason).map(String::from);
    let as_of = cx.get("per", as_of).map(String::from);
    let checked = Checked::check(checked, cx);
    let note = cx.get("catatan", note).map(String::from);
    let source = cx.need("sumber", source).map(String::from);
    let name = cx.need("nama", name).map(String::from);
    let id = cx.need("id", id)?;
    if let Err(want) = has_parts(&id, 1) {
        cx.report_at("id", Problem::Misread { found: id.as_str().to_owned(), want });
        return None;
    }
    Some(NationalChannel {
        id,
        origin: cx.origin(),
        name: name?,
        level,
        ways,
        topics,
        requirements,
        limits,
        validity,
        reason,
        as_of,
        checked,
        source: source?,
        note,
    })
}

impl NationalChannel {
    /// Returns the name of its place on the page.
    pub fn anchor(&self) -> String {
        format!("nasional-{}", self.id.as_str())
    }

    /// Returns where it is shown.
    pub fn place(&self) -> Place {
        mechanism::overview_place().anchor(&self.anchor())
    }

    /// Links to it by its name.
    pub fn link_in(&self, cx: &ViewCx<'_>) -> Link {
        cx.link(&self.name, &self.place())
    }

    /// Returns whether people can use it today.
    pub fn is_open(&self, site: &Site) -> bool {
        self.validity.on(site.today) == Standing::Open
    }

    /// Returns the day on which it ended, if it has.
    pub fn ended(&self, today: Date) -> Option<Date> {
        match self.validity.on(today) {
            Standing::Ended(on) => Some(on),
            Standing::Open | Standing::NotYet(_) => None,
        }
    }

    /// Writes how fresh its facts are.
    pub fn checked_line(&self, site: &Site) -> view::Checked {
        match (&self.checked, &self.as_of) {
            (None, Some(as_of)) => view::Checked {
                text: match site.lang() {
                    crate::lang::Lang::Id => format!("Menurut keterangan {as_of}; belum diperiksa sejak itu."),
                    crate::lang::Lang::En => format!("As stated in {as_of}; not checked since."),
                },
                tone: Tone::Late,
            },
            (checked, _) => checked::line(checked.as_ref(), site.today, site.lang()),
        }
    }
}

impl Record for NationalChannel {
    const KEY: &'static str = "kanal_nasional";
    const LABEL: Label = Label::new("Kanal pengaduan nasional", "National complaint channels");
    const ABOUT: Label = Label::new(
        "Satu baris satu kanal pengaduan di atas unit layanan, termasuk yang sudah tidak berlaku.",
        "One row for each complaint channel beyond the facilities, including those that have ended.",
    );
    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("id", Label::new("Id", "Id"), CellKind::Text, |c, _| Cell::text(Some(&c.id))),
        Column::new("nama", Label::new("Nama", "Name"), CellKind::Text, |c, _| Cell::text(Some(&c.name))),
        Column::new("tingkat", Label::new("Tingkat", "Level"), CellKind::Text, |c, _| {
            Cell::text(c.level.map(Choice::key))
        }),
        Column::new("jalur", Label::new("Jalur", "Ways to reach it"), CellKind::List, |c, _| {
            let word = |way: &Way| format!("{}: {}", way.kind.map_or("lain", Choice::key), way.value);
            Cell::list(c.ways.iter().map(word))
        }),
        Column::new("menangani", Label::new("Menangani", "Takes"), CellKind::List, |c, _| {
            Cell::list(c.topics.iter().map(|topic| topic.key()))
        }),
        Column::new("syarat", Label::new("Syarat", "Conditions"), CellKind::List, |c, _| Cell::list(&c.requirements)),
        Column::new("batas_waktu", Label::new("Batas waktu", "Time limits"), CellKind::List, |c, _| {
            Cell::list(c.limits.iter().map(Limit::cell))
        }),
        Column::new("berlaku_sejak", Label::new("Berlaku sejak", "Valid from"), CellKind::Date, |c, _| {
            Cell::date(c.validity.from)
        }),
        Column::new("berlaku_sampai", Label::new("Berlaku sampai", "Valid to"), CellKind::Date, |c, _| {
            Cell::date(c.validity.to)
        }),
        Column::new("alasan_berakhir", Label::new("Alasan berakhir", "Why it ended"), CellKind::Text, |c, _| {
            Cell::text(c.reason.as_ref())
        }),
        Column::new("per", Label::new("Keadaan per", "As of"), CellKind::Text, |c, _| Cell::text(c.as_of.as_ref())),
        Column::new("diperiksa", Label::new("Diperiksa", "Checked on"), CellKind::Date, |c, _| {
            Cell::date(c.checked.as_ref().map(|checked| checked.on))
        }),
        Column::new("sumber", Label::new("Sumber", "Source"), CellKind::Text, |c, _| Cell::text(Some(&c.source))),
        Column::new("catatan", Label::new("Catatan", "Note"), CellKind::Text, |c, _| Cell::text(c.note.as_ref())),
        Column::new("halaman", Label::new("Halaman", "Page"), CellKind::Page, |c, _| Cell::Page(c.place())),
    ];

    fn id(&self) -> &Id<Self> {
        &self.id
    }

    fn origin(&self) -> &Origin {
        &self.origin
    }

    fn openly<'s>(&'s self, open: &mut Openly<'s>) {
        open.phones.extend(self.ways.iter().map(|way| way.value.as_str()));
        open.bodies.push(&self.name);
    }

    fn link(&self, site: &Site, cx: &mut CheckCx<'_>) {
        // A channel that is listed as ended is meant to stand here; only what still holds can grow stale.
        if let Some(checked) = self.checked.as_ref().filter(|c| self.is_open(site) && c.is_stale(site.today)) {
            let what = Label::new("Kanal nasional terakhir diperiksa", "The national channel was last checked on");
            cx.report_at("diperiksa", Problem::Stale { what, on: checked.on });
        }
    }
}
