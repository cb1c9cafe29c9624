//! fasilitas: a service unit of the correctional system (Lapas, Rutan, LPKA, Bapas) or a regional office (Kanwil).
//!
//! ```yaml
//! nama: Lembaga Pemasyarakatan Perempuan Kelas IIB Kupang
//! nama_singkat: Lapas Perempuan Kupang
//! jenis: lapas_perempuan
//! zona_waktu: WITA
//! induk: [{kementerian: kemenkumham, kanwil: kanwil-kemenkumham-ntt, per: 2024-09-13}]
//! alamat_lama: [{jalan: Jalan Lama 1, kota: Kupang, sampai: 2024-04-30}]
//! ```
//!
//! Bodies above it, heads and addresses have dates: a page that tells of another day shows those of that day.

mod affiliation;
mod columns;
mod list;
mod page;
mod week;

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Deserialize;

use super::column::Column;
use super::form::{At, Form};
use super::parts::address::{self, Address, FormerAddress, RawAddress, RawFormerAddress};
use super::parts::checked::{Checked, RawChecked};
use super::parts::contact::{Contact, RawContact};
use super::parts::head::{Head, RawHead};
use super::parts::held;
use super::{Harvest, Openly, Record, Site, translation};
use crate::diag::Problem;
use crate::lang::Label;
use crate::model::date::{Date, TimeOfDay, Weekday, Zone};
use crate::model::id::Id;
use crate::model::place::Place;
use crate::model::scalar::{Text, choice};
use crate::page::{Pages, ViewCx};
use crate::parse::written::Written;
use crate::sources::{SourceId, Sources};
use crate::stage::{CheckCx, Origin};
use crate::view::{Link, Section};
pub use affiliation::Affiliation;
use affiliation::RawAffiliation;

choice! {
    /// The types of facility (UU 22/2022; Rupbasan left the system by Perpres 155/2024).
    pub enum FacilityKind {
        /// Prison for sentenced adults.
        Lapas = "lapas", "Lembaga Pemasyarakatan", "Prison";
        /// Women's prison.
        LapasPerempuan = "lapas_perempuan", "Lembaga Pemasyarakatan Perempuan", "Women's prison";
        /// Prison for drug cases.
        LapasNarkotika = "lapas_narkotika", "Lembaga Pemasyarakatan Narkotika", "Prison for drug cases";
        /// Open prison.
        LapasTerbuka = "lapas_terbuka", "Lembaga Pemasyarakatan Terbuka", "Open prison";
        /// Remand centre.
        Rutan = "rutan", "Rumah Tahanan Negara", "Remand centre";
        /// Institution for sentenced children.
        Lpka = "lpka", "Lembaga Pembinaan Khusus Anak", "Children's institution";
        /// Institution for detained children.
        Lpas = "lpas", "Lembaga Penempatan Anak Sementara", "Children's remand centre";
        /// Probation office.
        Bapas = "bapas", "Balai Pemasyarakatan", "Probation office";
        /// Store of seized goods; history only.
        Rupbasan = "rupbasan", "Rumah Penyimpanan Benda Sitaan Negara", "Store of seized goods";
        /// Regional office.
        RegionalOffice = "kanwil", "Kantor Wilayah", "Regional office";
    }
}

choice! {
    /// Whether a facility still serves.
    pub enum FacilityStatus {
        /// Serves.
        Active = "aktif", "Aktif", "Active";
        /// Moved to another address.
        Moved = "pindah", "Pindah", "Moved";
        /// Handed to another body.
        Transferred = "dialihkan", "Dialihkan", "Transferred";
        /// Closed.
        Closed = "tutup", "Tutup", "Closed";
    }
}

choice! {
    /// Whom a facility holds; with children, privacy warnings are errors.
    pub enum Population {
        /// Adults.
        Adult = "dewasa", "Dewasa", "Adults";
        /// Children.
        Child = "anak", "Anak", "Children";
    }
}

/// A facility.
#[derive(Debug)]
pub struct Facility {
    id: Id<Self>,
    origin: Origin,
    /// Its full name.
    pub name: String,
    /// The name in daily use.
    pub short_name: Option<String>,
    /// Its type.
    pub kind: Option<FacilityKind>,
    /// Its class: `IIB`.
    pub class: Option<String>,
    /// Whether it still serves.
    pub status: Option<FacilityStatus>,
    /// The ministry and regional office above it, by time.
    pub affiliations: Vec<Affiliation>,
    /// Who leads it, by time.
    pub heads: Vec<Head>,
    /// Where it stands.
    pub address: Address,
    /// Where it stood before.
    pub former_addresses: Vec<FormerAddress>,
    /// The zone of its clocks.
    pub zone: Option<Zone>,
    /// How to reach it.
    pub contact: Contact,
    /// When it is open.
    pub hours: Vec<Hours>,
    /// Whom it holds.
    pub population: Option<Population>,
    /// When its facts were checked.
    pub checked: Option<Checked>,
    /// A remark.
    pub note: Option<String>,
    /// Whether it is made up.
    pub example: bool,
}

/// Opening hours of some days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hours {
    /// The days.
    pub days: Vec<Weekday>,
    /// From.
    pub opens: Option<TimeOfDay>,
    /// To.
    pub closes: Option<TimeOfDay>,
    /// A remark.
    pub note: Option<String>,
}

/// `profil.yaml` as written.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawFacility {
    #[schemars(required)]
    #[serde(rename = "nama")]
    name: Option<Written<Text>>,
    #[serde(rename = "nama_singkat")]
    short_name: Option<Written<Text>>,
    #[schemars(required)]
    #[serde(rename = "jenis")]
    kind: Option<Written<FacilityKind>>,
    #[serde(rename = "kelas")]
    class: Option<Written<Text>>,
    status: Option<Written<FacilityStatus>>,
    #[serde(default, rename = "induk")]
    affiliations: Vec<RawAffiliation>,
    #[serde(default, rename = "pimpinan")]
    heads: Vec<RawHead>,
    #[serde(rename = "alamat")]
    address: Option<RawAddress>,
    #[serde(default, rename = "alamat_lama")]
    former_addresses: Vec<RawFormerAddress>,
    #[serde(rename = "zona_waktu")]
    zone: Option<Written<Zone>>,
    #[serde(rename = "kontak")]
    contact: Option<RawContact>,
    #[serde(default, rename = "jam_layanan")]
    hours: Vec<RawHours>,
    #[serde(rename = "populasi")]
    population: Option<Written<Population>>,
    #[serde(rename = "diperiksa")]
    checked: Option<RawChecked>,
    #[serde(rename = "catatan")]
    note: Option<Written<Text>>,
    #[serde(rename = "contoh")]
    example: Option<Written<bool>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawHours {
    #[serde(default, rename = "hari")]
    days: Vec<Written<Weekday>>,
    #[serde(rename = "buka")]
    opens: Option<Written<TimeOfDay>>,
    #[serde(rename = "tutup")]
    closes: Option<Written<TimeOfDay>>,
    #[serde(rename = "catatan")]
    note: Option<Written<Text>>,
}

/// `fasilitas/<id>/profil.yaml`.
pub struct ProfileForm;

impl Form for ProfileForm {
    const PATTERN: &'static str = "fasilitas/{fasilitas}/profil.yaml";
    type Raw = RawFacility;

    fn claims(at: &At<'_>) -> Vec<(&'static str, String)> {
        vec![(Facility::KEY, at.part("fasilitas").to_owned())]
    }

    fn check(raw: RawFacility, at: &At<'_>, cx: &mut CheckCx<'_>, harvest: &mut Harvest) {
        let RawFacility {
            name,
            short_name,
            kind,
            class,
            status,
            affiliations,
            heads,
            address,
            former_addresses,
            zone,
            contact,
            hours,
            population,
            checked,
            note,
            example,
        } = raw;
        let affiliations = Affiliation::check_all(affiliations, cx);
        let address = Address::check(address, cx);
        let hours = cx.each("jam_layanan", hours, |cx, raw| Some(check_hours(raw, cx)));
        let Some(id) = at.id(&["fasilitas"]) else { return };
        let kind = cx.need("jenis", kind);
        let Some(name) = cx.need("nama", name) else { return };
        harvest.facilities.push(Facility {
            id,
            origin: cx.origin(),
            name: name.into(),
            short_name: cx.get("nama_singkat", short_name).map(String::from),
            kind,
            class: cx.get("kelas", class).map(String::from),
            status: cx.get("status", status),
            affiliations,
            heads: Head::check_all(heads, cx),
            former_addresses: FormerAddress::check_all(former_addresses, &address, cx),
            address,
            zone: cx.get("zona_waktu", zone),
            contact: Contact::check(contact, cx),
            hours,
            population: cx.get("populasi", population),
            checked: Checked::check(checked, cx),
            note: cx.get("catatan", note).map(String::from),
            example: cx.get("contoh", example).unwrap_or(false),
        });
    }
}

fn check_hours(raw: RawHours, cx: &mut CheckCx<'_>) -> Hours {
    let RawHours { days, opens, closes, note } = raw;
    let hours = Hours {
        days: cx.all("hari", days),
        opens: cx.get("buka", opens),
        closes: cx.get("tutup", closes),
        note: cx.get("catatan", note).map(String::from),
    };
    cx.in_order("tutup", hours.opens, hours.closes);
    hours
}

impl Facility {
    /// Returns the name in daily use.
    pub fn called(&self) -> &str {
        self.short_name.as_deref().unwrap_or(&self.name)
    }

    /// Returns its page.
    pub fn place(&self) -> Place {
        overview_place().down(self.id.as_str())
    }

    /// Links to it by its daily name.
    pub fn link_in(&self, cx: &ViewCx<'_>) -> Link {
        cx.link(self.called(), &self.place())
    }

    /// Returns the bodies above it on a date.
    pub fn affiliation(&self, on: Date) -> Option<&Affiliation> {
        held::on_date(&self.affiliations, |affiliation| affiliation.held, on)
    }

    /// Returns whether it holds children, of whom nothing may be published that tells who they are (UU 11/2012 art. 19).
    pub fn holds_children(&self) -> bool {
        self.population == Some(Population::Child) || matches!(self.kind, Some(FacilityKind::Lpka | FacilityKind::Lpas))
    }

    /// Returns who leads it on a date; the head of a section does not.
    pub fn head(&self, on: Date) -> Option<&Head> {
        held::on_date(self.heads.iter().filter(|head| head.leads()), |head| head.held, on)
    }

    /// Returns its address on a date, where the record says since when it stands there or stood elsewhere.
    pub fn address_on(&self, date: Date) -> Option<&Address> {
        address::on_date(&self.address, &self.former_addresses, date)
    }

    /// Returns the page of the facility's own section: `layanan`, `pengaduan`.
    pub fn section(&self, segment: &str) -> Place {
        self.place().down(segment)
    }
}

impl Site {
    /// Returns the breadcrumb of a page below a facility.
    pub fn facility_trail(&self, id: &Id<Facility>) -> Vec<(String, Place)> {
        let mut trail = vec![(self.lang().pick("Fasilitas", "Facilities").to_owned(), overview_place())];
        trail.extend(self.facilities.get(id).map(|facility| (facility.called().to_owned(), facility.place())));
        trail
    }

    /// Returns the files that are about facilities for children: their own, and those that name one.
    pub fn files_about_children(&self, sources: &Sources) -> BTreeSet<SourceId> {
        let children = || self.facilities.iter().filter(|facility| facility.holds_children());
        let own = children().flat_map(|facility| sources.under(facility.origin.folder(sources)));
        let mut files: BTreeSet<SourceId> = own.map(|(file, _)| file).collect();
        let ids: BTreeSet<&Id<Facility>> = children().map(|facility| &facility.id).collect();
        for table in self.tables() {
            table.concerns(&mut |file, facility| {
                if ids.contains(facility) {
                    files.insert(file);
                }
            });
        }
        let translated = files.iter().flat_map(|file| translation::of(&sources.get(*file).path));
        let translated: Vec<SourceId> = translated.filter_map(|path| sources.find(&path)).collect();
        files.extend(translated);
        files
    }

    /// Returns whether a record of a facility is an example.
    pub fn is_example(&self, facility: &Id<Facility>) -> bool {
        self.facilities.get(facility).is_some_and(|facility| facility.example)
    }
}

/// The page of all facilities.
pub fn overview_place() -> Place {
    Place::top("fasilitas")
}

impl Record for Facility {
    const KEY: &'static str = "fasilitas";
    const LABEL: Label = Label::new("Fasilitas", "Facility");
    const ABOUT: Label = Label::new(
        "Satu baris satu unit layanan atau kantor wilayah.",
        "One row for each facility or regional office.",
    );
    const COLUMNS: &'static [Column<Self>] = columns::COLUMNS;

    fn id(&self) -> &Id<Self> {
        &self.id
    }

    fn origin(&self) -> &Origin {
        &self.origin
    }

    fn openly<'s>(&'s self, open: &mut Openly<'s>) {
        self.contact.openly(open);
        open.people.extend(self.heads.iter().map(|head| head.name.as_str()));
        open.bodies.extend(self.short_name.iter().chain([&self.name]).map(String::as_str));
    }

    fn is_example(&self, _: &Site) -> bool {
        self.example
    }

    fn link(&self, site: &Site, cx: &mut CheckCx<'_>) {
        for (at, affiliation) in self.affiliations.iter().enumerate() {
            cx.at("induk", |cx| {
                cx.at(at, |cx| {
                    if let Some(id) = &affiliation.ministry {
                        cx.at("kementerian", |cx| cx.refer(site, id));
                    }
                    if let Some(id) = &affiliation.regional_office {
                        cx.at("kanwil", |cx| cx.refer(site, id));
                    }
                });
            });
        }
        for table in site.tables() {
            table.owed(site, self, cx);
        }
        if let Some(checked) = self.checked.as_ref().filter(|checked| checked.is_stale(site.today)) {
            let what = Label::new("Data fasilitas terakhir diperiksa", "The facility's facts were last checked on");
            cx.report_at("diperiksa", Problem::Stale { what, on: checked.on });
        }
    }

    fn pages<'s>(&'s self, site: &'s Site, pages: &mut Pages<'s>) {
        pages.push(page::detail(self, site));
    }

    fn on_front_page(site: &Site, cx: &ViewCx<'_>) -> Option<Section> {
        list::section(site, cx)
    }

    fn overview<'s>(site: &'s Site, pages: &mut Pages<'s>) {
        pages.push(list::overview(site));
    }
}
