//! layanan: one service of a facility and its standard of fourteen components (UU 25/2009; PermenPANRB 15/2014).
//!
//! ```yaml
//! nama: Kunjungan tatap muka
//! kategori: kunjungan
//! pengguna: [keluarga, penasihat_hukum]
//! status: berlaku
//! ditinjau: 2026-11-09
//! jangka_waktu: {jumlah: 30, satuan: menit, mulai: bertemu Warga Binaan}
//! biaya: {jenis: gratis}
//! ```

pub mod clauses;
mod columns;
mod completeness;
pub mod fee;
pub mod history;
mod lists;
mod page;
mod poster;
pub mod promise;
pub mod publication;
pub mod schedule;
pub mod sop;
pub mod standard;

use schemars::JsonSchema;
use serde::Deserialize;

use super::channel::{self, Named};
use super::column::Column;
use super::component::{self, Component};
use super::facility::{self, Facility, FacilityKind};
use super::form::{At, Form};
use super::parts::way::Standing;
use super::regulation::cited::RawCitation;
use super::{Harvest, Record, Site, mechanism, session, sop_step};
use crate::diag::Problem;
use crate::lang::{Label, Lang};
use crate::model::date::Date;
use crate::model::duration::Span;
use crate::model::id::Id;
use crate::model::place::Place;
use crate::model::scalar::{Choice, Text, choice};
use crate::page::{Pages, Reason, ViewCx, Withheld};
use crate::parse::written::{TextOr, Written};
use crate::stage::{CheckCx, Origin};
use crate::view::{Link, Section};
use clauses::{RawAmenity, RawEvaluation, RawHandling, RawRequirement, RawStep};
use fee::RawFee;
use history::{Decree, Freshness, REVIEW_LAW, RawDecree, RawVersion, Version};
use promise::RawPromise;
use publication::{Publication, RawPublication};
use schedule::{RawSchedule, Schedule};
use sop::{RawSop, Sop};
use standard::{RawStandard, Standard};

choice! {
    /// What a service is about.
    pub enum Category {
        /// Visits.
        Visit = "kunjungan", "Kunjungan", "Visits";
        /// Goods left for somebody.
        Deposit = "titipan", "Penitipan barang", "Goods deposit";
        /// Integration rights.
        Integration = "integrasi", "Hak integrasi", "Integration rights";
        /// Remission.
        Remission = "remisi", "Remisi", "Remission";
        /// Information.
        Information = "informasi", "Informasi", "Information";
        /// Complaints.
        Complaint = "pengaduan", "Pengaduan", "Complaints";
        /// Health.
        Health = "kesehatan", "Kesehatan", "Health";
        /// Legal aid.
        LegalAid = "bantuan_hukum", "Bantuan hukum", "Legal aid";
        /// Leave and permits.
        Permit = "izin", "Izin", "Permits";
        /// Guidance and training.
        Guidance = "pembinaan", "Pembinaan", "Guidance and training";
        /// Services of a probation office.
        Probation = "bapas", "Layanan Bapas", "Probation services";
        /// Any other.
        Other = "lain", "Layanan lain", "Other services";
    }
}

choice! {
    /// Who uses a service.
    pub enum User {
        /// Families.
        Family = "keluarga", "keluarga", "families";
        /// Residents.
        Resident = "warga_binaan", "Warga Binaan", "residents";
        /// People on remand.
        Remand = "tahanan", "tahanan", "people on remand";
        /// Children in an LPKA.
        Child = "anak_binaan", "Anak Binaan", "children in custody";
        /// Clients of a probation office.
        Client = "klien", "klien Pemasyarakatan", "probation clients";
        /// Lawyers.
        Lawyer = "penasihat_hukum", "penasihat hukum", "lawyers";
        /// Everybody.
        Public = "masyarakat", "masyarakat", "the public";
        /// Public bodies.
        Agency = "instansi", "instansi", "public bodies";
        /// The press.
        Media = "media", "media", "the press";
    }
}

choice! {
    /// Whether a standard holds.
    pub enum Status {
        /// Not yet set.
        Draft = "draf", "Draf", "Draft";
        /// Holds.
        InForce = "berlaku", "Berlaku", "In force";
        /// Does not hold for now.
        Suspended = "ditangguhkan", "Ditangguhkan", "Suspended";
        /// Holds no more.
        Withdrawn = "dicabut", "Dicabut", "Withdrawn";
    }
}

/// A service of a facility.
#[derive(Debug)]
pub struct Service {
    id: Id<Self>,
    origin: Origin,
    /// Its name.
    pub name: String,
    /// What it is about.
    pub category: Category,
    /// Who uses it.
    pub users: Vec<User>,
    /// Whether its standard holds.
    pub status: Status,
    /// The decree that set the standard.
    pub decree: Option<Decree>,
    /// Since when the standard holds.
    pub in_force_since: Option<Date>,
    /// When the standard was last reviewed.
    pub reviewed: Option<Date>,
    /// The fourteen components.
    pub standard: Standard,
    /// When it is given.
    pub schedule: Option<Schedule>,
    /// How it is done, step by step.
    pub sop: Option<Sop>,
    /// Its versions, newest first.
    pub versions: Vec<Version>,
    /// Where else people can read the standard.
    pub publications: Vec<Publication>,
}

/// `layanan/<id>.yaml` as written.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawService {
    #[schemars(required)]
    #[serde(rename = "nama")]
    name: Option<Written<Text>>,
    #[schemars(required)]
    #[serde(rename = "kategori")]
    category: Option<Written<Category>>,
    #[serde(default, rename = "pengguna")]
    users: Vec<Written<User>>,
    #[schemars(required)]
    status: Option<Written<Status>>,
    #[serde(rename = "sk")]
    decree: Option<RawDecree>,
    #[serde(rename = "berlaku_sejak")]
    in_force_since: Option<Written<Date>>,
    #[serde(rename = "ditinjau")]
    reviewed: Option<Written<Date>>,
    #[serde(rename = "dasar_hukum")]
    legal_basis: Option<Vec<RawCitation>>,
    #[serde(rename = "persyaratan")]
    requirements: Option<Vec<TextOr<RawRequirement>>>,
    #[serde(rename = "prosedur")]
    procedure: Option<Vec<TextOr<RawStep>>>,
    #[serde(rename = "jangka_waktu")]
    duration: Option<RawPromise>,
    #[serde(rename = "biaya")]
    fee: Option<RawFee>,
    #[serde(rename = "produk")]
    products: Option<Vec<Written<Text>>>,
    #[serde(rename = "sarana")]
    amenities: Option<Vec<TextOr<RawAmenity>>>,
    #[serde(rename = "kompetensi")]
    staff_competence: Option<Vec<Written<Text>>>,
    #[serde(rename = "pengawasan_internal")]
    internal_supervision: Option<Vec<Written<Text>>>,
    #[serde(rename = "penanganan_pengaduan")]
    complaint_handling: Option<RawHandling>,
    #[serde(rename = "jumlah_pelaksana")]
    staff_count: Option<Written<u32>>,
    #[serde(rename = "jaminan_pelayanan")]
    service_guarantee: Option<Written<Text>>,
    #[serde(rename = "jaminan_keamanan")]
    safety_guarantee: Option<Written<Text>>,
    #[serde(rename = "evaluasi")]
    evaluation: Option<RawEvaluation>,
    #[serde(rename = "jadwal")]
    schedule: Option<RawSchedule>,
    sop: Option<RawSop>,
    #[serde(default, rename = "riwayat")]
    versions: Vec<RawVersion>,
    #[serde(default, rename = "publikasi")]
    publications: Vec<RawPublication>,
}

/// `fasilitas/<id>/layanan/<id>.yaml`.
pub struct ServiceForm;

impl Form for ServiceForm {
    const PATTERN: &'static str = "fasilitas/{fasilitas}/layanan/{id}.yaml";
    type Raw = RawService;

    fn claims(at: &At<'_>) -> Vec<(&'static str, String)> {
        vec![(Service::KEY, format!("{}/{}", at.part("fasilitas"), at.part("id")))]
    }

    fn check(raw: RawService, at: &At<'_>, cx: &mut CheckCx<'_>, harvest: &mut Harvest) {
        let RawService {
            name,
            category,
            users,
            status,
            decree,
            in_force_since,
            reviewed,
            legal_basis,
            requirements,
            procedure,
            duration,
            fee,
            products,
            amenities,
            staff_competence,
            internal_supervision,
            complaint_handling,
            staff_count,
            service_guarantee,
            safety_guarantee,
            evaluation,
            schedule,
            sop,
            versions,
            publications,
        } = raw;
        let standard = RawStandard {
            legal_basis,
            requirements,
            procedure,
            duration,
            fee,
            products,
            amenities,
            staff_competence,
            internal_supervision,
            complaint_handling,
            staff_count,
            service_guarantee,
            safety_guarantee,
            evaluation,
        };
        let standard = standard.check(cx);
        let users = cx.all("pengguna", users);
        let decree = decree.map(|raw| Decree::check(raw, cx));
        let in_force_since = cx.get("berlaku_sejak", in_force_since);
        let reviewed = cx.get("ditinjau", reviewed);
        let schedule = schedule.map(|raw| Schedule::check(raw, cx));
        let sop = sop.and_then(|raw| Sop::check(raw, cx));
        let versions = Version::check_all(versions, cx);
        let publications = Publication::check_all(publications, cx);
        let (name, category, status) =
            (cx.need("nama", name), cx.need("kategori", category), cx.need("status", status));
        let Some(id) = at.id(&["fasilitas", "id"]) else { return };
        let (Some(name), Some(category), Some(status)) = (name, category, status) else { return };
        if let Some(schedule) = &schedule {
            session::harvest(schedule, &id, &cx.origin(), harvest);
        }
        if let Some(sop) = &sop {
            sop_step::harvest(sop, &id, &cx.origin(), harvest);
        }
        harvest.services.push(Service {
            id,
            origin: cx.origin(),
            name: name.into(),
            category,
            users,
            status,
            decree,
            in_force_since,
            reviewed,
            standard,
            schedule,
            sop,
            versions,
            publications,
        });
    }
}

impl Service {
    /// Returns the facility that gives it.
    pub fn facility_id(&self) -> Id<Facility> {
        self.id.parent().expect("the id of a service begins with its facility: the form makes it so")
    }

    /// Returns its page.
    pub fn place(&self) -> Place {
        list_place(&self.facility_id()).down(self.id.last())
    }

    /// Links to it.
    pub fn link_in(&self, cx: &ViewCx<'_>) -> Link {
        cx.link(&self.name, &self.place())
    }

    /// Returns how long it may take, if that can be said in one unit.
    pub fn promised(&self) -> Option<Span> {
        self.standard.duration.as_ref()?.total()
    }

    /// Returns when the standard was last reviewed; one without a review is as old as its setting. A date to come is not a
    /// review yet.
    pub fn last_review(&self, today: Date) -> Option<Date> {
        let decided = self.decree.as_ref().and_then(|decree| decree.date);
        [self.reviewed, self.in_force_since, decided].into_iter().flatten().find(|date| *date <= today)
    }

    /// Returns when the standard is due for its next review.
    pub fn next_review(&self, today: Date) -> Option<Date> {
        self.last_review(today).map(|date| date.plus_years(1))
    }

    /// Returns how long ago the standard was reviewed.
    pub fn freshness(&self, today: Date) -> Freshness {
        Freshness::of(self.last_review(today), today)
    }

    /// Names its users: `Keluarga, penasihat hukum`.
    pub fn users_words(&self, lang: Lang) -> Option<String> {
        let users: Vec<&str> = self.users.iter().map(|user| user.label().of(lang)).collect();
        let words = users.join(", ");
        let first = words.chars().next()?;
        Some(first.to_uppercase().collect::<String>() + &words[first.len_utf8()..])
    }

    /// Returns whether people can read the standard somewhere else than on a web site.
    pub fn is_posted(&self, today: Date) -> bool {
        self.publications.iter().any(|publication| publication.reaches(today))
    }

    /// Returns whether it must be posted and nobody has recorded where. A standard owes that while it is in force and its
    /// facility serves people.
    pub fn lacks_publication(&self, site: &Site) -> bool {
        let in_force = self.status == Status::InForce && self.in_force_since.is_none_or(|date| date <= site.today);
        let serves = site.facilities.get(&self.facility_id()).is_some_and(mechanism::serves);
        in_force && serves && !self.is_posted(site.today)
    }

    // The way without a hitch must fit into the promised time, where both can be told in one unit.
    fn link_sop_time(&self, site: &Site, cx: &mut CheckCx<'_>) {
        let Some(promised) = self.promised() else { return };
        let Some(time) = self.sop.as_ref().and_then(Sop::yes_path_time) else { return };
        if let Some(takes) = time.beyond(promised) {
            let (takes, promised) = (takes.words(site.lang()), promised.words(site.lang()));
            cx.at("sop", |cx| cx.report_at("langkah", Problem::SopTooLong { takes, promised }));
        }
    }

    fn link_channels(&self, site: &Site, cx: &mut CheckCx<'_>) {
        let Some(handling) = &self.standard.complaint_handling else { return };
        let facility = self.facility_id();
        for (at, id) in handling.channels.iter().enumerate() {
            let check = |cx: &mut CheckCx<'_>| {
                let found = channel::refer(id.as_str(), &facility, site, cx);
                if let Some(Named::Own(channel)) = found
                    && let Standing::Ended(on) = channel.validity.on(site.today)
                {
                    let what = Label::new("Kanal pengaduan", "The complaint channel");
                    cx.report(Problem::Expired { what, on });
                }
            };
            cx.at(Component::ComplaintHandling.key(), |cx| cx.at("kanal", |cx| cx.at(at, check)));
        }
    }

    fn link_citations(&self, site: &Site, cx: &mut CheckCx<'_>) {
        let citations = self.standard.legal_basis.as_deref().unwrap_or_default();
        for (at, citation) in citations.iter().enumerate() {
            cx.at(Component::LegalBasis.key(), |cx| cx.at(at, |cx| citation.link(site, cx)));
        }
    }
}

/// Returns the page that lists the services of a facility.
fn list_place(facility: &Id<Facility>) -> Place {
    facility::overview_place().down(facility.as_str()).down("layanan")
}

/// Returns the page of all services.
pub fn overview_place() -> Place {
    Place::top("layanan")
}

/// Returns the page that shows what is missing everywhere.
pub fn completeness_place() -> Place {
    Place::top("kelengkapan")
}

/// Returns whether a facility owes service standards and has recorded none. Regional offices serve through others; closed
/// facilities and stores of seized goods serve no more.
pub fn lacks_standards(facility: &Facility, site: &Site) -> bool {
    let serves = mechanism::serves(facility) && facility.kind != Some(FacilityKind::RegionalOffice);
    serves && site.services_of(facility.id()).is_empty()
}

impl Site {
    /// Returns the published services of a facility, in order of their ids.
    pub fn services_of(&self, facility: &Id<Facility>) -> Vec<&Service> {
        self.services.under(facility).filter(|service| service.is_public(self)).collect()
    }
}

impl Record for Service {
    const KEY: &'static str = "layanan";
    const LABEL: Label = Label::new("Layanan", "Service");
    const ABOUT: Label = Label::new(
        "Satu baris satu layanan dengan keempat belas komponen standarnya. Sel kosong berarti belum ditetapkan, bukan gratis.",
        "One row for each service with the fourteen components of its standard. An empty cell means not set, not free.",
    );
    const COLUMNS: &'static [Column<Self>] = columns::COLUMNS;

    fn id(&self) -> &Id<Self> {
        &self.id
    }

    fn origin(&self) -> &Origin {
        &self.origin
    }

    fn is_example(&self, site: &Site) -> bool {
        site.is_example(&self.facility_id())
    }

    fn is_public(&self, site: &Site) -> bool {
        self.status != Status::Draft || site.config.drafts
    }

    fn link(&self, site: &Site, cx: &mut CheckCx<'_>) {
        cx.refer(site, &self.facility_id());
        self.link_citations(site, cx);
        self.link_channels(site, cx);
        self.link_sop_time(site, cx);
        if self.lacks_publication(site) {
            let what = Label::new(
                "Tempat standar layanan ini diumumkan selain di situs web",
                "The place where this service standard is posted beside a web site",
            );
            cx.gap("publication-missing", what, publication::LAW);
        }
        match (self.freshness(site.today), self.last_review(site.today)) {
            (Freshness::Due, Some(on)) => {
                let what = Label::new("Standar layanan terakhir ditinjau", "The service standard was last reviewed on");
                cx.report_at("ditinjau", Problem::Stale { what, on });
            }
            (Freshness::Overdue, _) => {
                let what = Label::new("Peninjauan standar ini", "A review of this standard");
                cx.at("ditinjau", |cx| cx.gap("review-overdue", what, REVIEW_LAW));
            }
            _ => {}
        }
    }

    fn owed(site: &Site, facility: &Facility, cx: &mut CheckCx<'_>) {
        if lacks_standards(facility, site) {
            cx.gap("standard-missing", Label::new("Standar pelayanan", "The service standards"), component::LAW);
        }
    }

    fn pages<'s>(&'s self, site: &'s Site, pages: &mut Pages<'s>) {
        if self.is_public(site) {
            pages.push(page::detail(self, site));
            pages.wanted.extend(poster::pages(self, site));
        } else {
            pages.withheld.push(Withheld { title: self.name.clone(), reason: Reason::Draft });
        }
    }

    fn on_facility(site: &Site, facility: &Facility, cx: &ViewCx<'_>) -> Option<Section> {
        lists::section(facility, site, cx)
    }

    fn on_front_page(site: &Site, cx: &ViewCx<'_>) -> Option<Section> {
        Some(completeness::section(site, cx))
    }

    fn overview<'s>(site: &'s Site, pages: &mut Pages<'s>) {
        lists::overview(site, pages);
        for facility in site.facilities.iter() {
            pages.push(lists::of_facility(facility, site));
        }
        completeness::all(site, pages);
    }
}
