//! program: a programme of a facility, with the rights it serves and dated numbers of participants.
//!
//! ```yaml
//! nama: Posyandu lansia
//! jenis: kesehatan
//! status: berjalan
//! jadwal: sebulan sekali
//! mitra: [puskesmas-contoh]
//! hak: [kesehatan]
//! peserta: [{jumlah: 11, per: 2026-06-30, sumber: Laporan program semester I 2026}]
//! ```

mod page;

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Deserialize;

use super::column::Column;
use super::facility::{self, Facility};
use super::form::{At, Form};
use super::institution::Institution;
use super::participants::{self, Figure};
use super::{Harvest, Record, Site};
use crate::diag::Problem;
use crate::lang::Label;
use crate::model::cell::{Cell, CellKind};
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::law_ref::LawRef;
use crate::model::place::Place;
use crate::model::scalar::{Choice, Text, choice};
use crate::page::{Pages, ViewCx};
use crate::parse::written::Written;
use crate::stage::{CheckCx, Origin};
use crate::view::{Link, Section};

choice! {
    /// What a programme is for.
    pub enum ProgramKind {
        /// Character.
        Personality = "kepribadian", "Pembinaan kepribadian", "Personality";
        /// Work and skills.
        Independence = "kemandirian", "Pembinaan kemandirian", "Independence";
        /// Schooling.
        Education = "pendidikan", "Pendidikan", "Education";
        /// Health.
        Health = "kesehatan", "Kesehatan", "Health";
        /// Religion.
        Religion = "rohani", "Pembinaan rohani", "Religion";
        /// Return to society.
        Reintegration = "reintegrasi", "Reintegrasi", "Reintegration";
    }
}

choice! {
    /// How far a programme is.
    pub enum ProgramStatus {
        /// Only planned.
        Planned = "direncanakan", "Direncanakan", "Planned";
        /// Tried out.
        Pilot = "percontohan", "Percontohan", "Pilot";
        /// Runs.
        Running = "berjalan", "Berjalan", "Running";
        /// Over.
        Over = "selesai", "Selesai", "Over";
    }
}

choice! {
    /// The rights of prisoners (UU 22/2022 Pasal 9 and 10).
    pub enum Right {
        /// Worship.
        Worship = "ibadah", "Beribadah", "Worship";
        /// Care.
        Care = "perawatan", "Perawatan", "Care";
        /// Education, recreation, development.
        Education = "pendidikan", "Pendidikan, rekreasi, dan pengembangan potensi", "Education and recreation";
        /// Health, of the right to health and food.
        Health = "kesehatan", "Pelayanan kesehatan", "Health";
        /// Health and food.
        HealthAndFood = "kesehatan_makanan", "Pelayanan kesehatan dan makanan", "Health and food";
        /// Information.
        Information = "informasi", "Layanan informasi", "Information";
        /// Legal education and aid.
        LegalAid = "bantuan_hukum", "Penyuluhan dan bantuan hukum", "Legal aid";
        /// Complaint.
        Complaint = "pengaduan", "Menyampaikan pengaduan", "Complaint";
        /// Reading and broadcasts.
        Media = "bacaan_siaran", "Bahan bacaan dan siaran", "Reading and broadcasts";
        /// Humane treatment.
        Humanity = "perlakuan_manusiawi", "Perlakuan manusiawi", "Humane treatment";
        /// Safe work and its pay.
        Work = "kerja_upah", "Keselamatan kerja serta upah atau premi", "Safe work and pay";
        /// Social services.
        Social = "sosial", "Pelayanan sosial", "Social services";
        /// Visits.
        Visit = "kunjungan", "Menerima atau menolak kunjungan", "Visits";
        /// Remission.
        Remission = "remisi", "Remisi", "Remission";
        /// Assimilation.
        Assimilation = "asimilasi", "Asimilasi", "Assimilation";
        /// Leave to visit or be visited by the family.
        FamilyLeave = "cmk", "Cuti mengunjungi atau dikunjungi keluarga", "Leave to visit the family";
        /// Conditional leave.
        ConditionalLeave = "cb", "Cuti bersyarat", "Conditional leave";
        /// Leave towards release.
        LeaveBeforeRelease = "cmb", "Cuti menjelang bebas", "Leave before release";
        /// Parole.
        Parole = "pb", "Pembebasan bersyarat", "Parole";
    }
}

impl Right {
    /// Returns the provision that grants it to prisoners.
    pub fn law(self) -> LawRef {
        match self {
            Self::Remission
            | Self::Assimilation
            | Self::FamilyLeave
            | Self::ConditionalLeave
            | Self::LeaveBeforeRelease
            | Self::Parole => LawRef::article("UU 22/2022", "10"),
            _ => LawRef::article("UU 22/2022", "9"),
        }
    }
}

/// A programme.
#[derive(Debug)]
pub struct Program {
    id: Id<Self>,
    origin: Origin,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub kind: Option<ProgramKind>,
    /// How far it is.
    pub status: Option<ProgramStatus>,
    /// When it takes place, in words.
    pub schedule: Option<String>,
    /// Since when.
    pub since: Option<Date>,
    /// Who helps.
    pub partners: Vec<Id<Institution>>,
    /// The rights it serves.
    pub rights: Vec<Right>,
    /// How many take part, newest first.
    pub participants: Vec<Figure>,
    /// What came out of it.
    pub results: Vec<String>,
    /// What says so.
    pub source: Option<String>,
    /// A remark.
    pub note: Option<String>,
}

/// A programme as written.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawProgram {
    #[schemars(required)]
    #[serde(rename = "nama")]
    name: Option<Written<Text>>,
    #[schemars(required)]
    #[serde(rename = "jenis")]
    kind: Option<Written<ProgramKind>>,
    #[schemars(required)]
    status: Option<Written<ProgramStatus>>,
    #[serde(rename = "jadwal")]
    schedule: Option<Written<Text>>,
    #[serde(rename = "sejak")]
    since: Option<Written<Date>>,
    #[serde(default, rename = "mitra")]
    partners: Vec<Written<Id<Institution>>>,
    #[serde(default, rename = "hak")]
    rights: Vec<Written<Right>>,
    #[serde(default, rename = "peserta")]
    participants: Vec<RawFigure>,
    #[serde(default, rename = "hasil")]
    results: Vec<Written<Text>>,
    #[serde(rename = "sumber")]
    source: Option<Written<Text>>,
    #[serde(rename = "catatan")]
    note: Option<Written<Text>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawFigure {
    #[schemars(required)]
    #[serde(rename = "jumlah")]
    count: Option<Written<u32>>,
    #[schemars(required)]
    #[serde(rename = "per")]
    as_of: Option<Written<Date>>,
    #[serde(rename = "sumber")]
    source: Option<Written<Text>>,
}

/// `fasilitas/<id>/program/<id>.yaml`.
pub struct ProgramForm;

impl Form for ProgramForm {
    const PATTERN: &'static str = "fasilitas/{fasilitas}/program/{id}.yaml";
    type Raw = RawProgram;

    fn claims(at: &At<'_>) -> Vec<(&'static str, String)> {
        vec![(Program::KEY, format!("{}/{}", at.part("fasilitas"), at.part("id")))]
    }

    fn check(raw: RawProgram, at: &At<'_>, cx: &mut CheckCx<'_>, harvest: &mut Harvest) {
        let RawProgram { name, kind, status, schedule, since, partners, rights, participants, results, source, note } =
            raw;
        let kind = cx.need("jenis", kind);
        let status = cx.need("status", status);
        let schedule = cx.get("jadwal", schedule).map(String::from);
        let since = cx.get("sejak", since);
        let partners = cx.all("mitra", partners);
        let rights = cx.all("hak", rights);
        let mut participants = check_figures(participants, cx);
        let results = cx.all("hasil", results).into_iter().map(String::from).collect();
        let source = cx.get("sumber", source).map(String::from);
        let note = cx.get("catatan", note).map(String::from);
        let Some(id) = at.id(&["fasilitas", "id"]) else { return };
        let Some(name) = cx.need("nama", name).map(String::from) else { return };
        let origin = cx.origin();
        participants::harvest(&participants, &id, &origin, harvest);
        participants.sort_by_key(|figure| std::cmp::Reverse(figure.as_of));
        harvest.programs.push(Program {
            id,
            origin,
            name,
            kind,
            status,
            schedule,
            since,
            partners,
            rights,
            participants,
            results,
            source,
            note,
        });
    }
}

// A number of people means something only with its day, and only on a day that has come.
fn check_figures(raw: Vec<RawFigure>, cx: &mut CheckCx<'_>) -> Vec<Figure> {
    let mut taken = BTreeSet::new();
    cx.each("peserta", raw, |cx, raw| {
        let RawFigure { count, as_of, source } = raw;
        let source = cx.get("sumber", source).map(String::from);
        let count = cx.need("jumlah", count);
        let as_of = cx.need("per", as_of)?;
        if as_of > cx.today {
            cx.report_at("per", Problem::OutOfRange { found: as_of.to_string(), range: format!("–{}", cx.today) });
        }
        if !taken.insert(as_of) {
            cx.report_at("per", Problem::DuplicateId { id: as_of.to_string() });
            return None;
        }
        Some(Figure { count: count?, as_of, source })
    })
}

impl Program {
    /// Returns its page.
    pub fn place(&self) -> Place {
        let facility = self.id.parts().next().unwrap_or_default();
        facility::overview_place().down(facility).down("program").down(self.id.last())
    }

    /// Links to it.
    pub fn link_in(&self, cx: &ViewCx<'_>) -> Link {
        cx.link(&self.name, &self.place())
    }

    /// Returns the facility it belongs to.
    pub fn facility(&self) -> Option<Id<Facility>> {
        self.id.parent()
    }

    /// Returns the newest number of participants.
    pub fn latest(&self) -> Option<&Figure> {
        self.participants.first()
    }
}

impl Record for Program {
    const KEY: &'static str = "program";
    const LABEL: Label = Label::new("Program", "Programme");
    const ABOUT: Label = Label::new(
        "Satu baris satu program di suatu fasilitas. Jumlah peserta menurut tanggal ada pada tabel peserta_program.",
        "One row for each programme of a facility. Participants by date are in the table peserta_program.",
    );
    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("id", Label::new("Id", "Id"), CellKind::Text, |p, _| Cell::text(Some(&p.id))),
        Column::new("fasilitas", Label::new("Fasilitas", "Facility"), CellKind::Text, |p, _| Cell::text(p.facility())),
        Column::new("nama", Label::new("Nama", "Name"), CellKind::Text, |p, _| Cell::text(Some(&p.name))),
        Column::new("jenis", Label::new("Jenis", "Kind"), CellKind::Text, |p, _| Cell::text(p.kind.map(Choice::key))),
        Column::new("status", Label::new("Status", "Status"), CellKind::Text, |p, _| {
            Cell::text(p.status.map(Choice::key))
        }),
        Column::new("jadwal", Label::new("Jadwal", "Schedule"), CellKind::Text, |p, _| Cell::text(p.schedule.as_ref())),
        Column::new("sejak", Label::new("Sejak", "Since"), CellKind::Date, |p, _| Cell::date(p.since)),
        Column::new("mitra", Label::new("Mitra", "Partners"), CellKind::List, |p, _| Cell::list(&p.partners)),
        Column::new("hak", Label::new("Hak yang dilayani", "Rights served"), CellKind::List, |p, _| {
            Cell::list(p.rights.iter().map(|right| right.key()))
        }),
        Column::new("peserta", Label::new("Peserta terakhir", "Latest participants"), CellKind::Whole, |p, _| {
            Cell::whole(p.latest().map(|figure| figure.count))
        }),
        Column::new("peserta_per", Label::new("Peserta: per", "Participants: as of"), CellKind::Date, |p, _| {
            Cell::date(p.latest().map(|figure| figure.as_of))
        }),
        Column::new("peserta_sumber", Label::new("Peserta: sumber", "Participants: source"), CellKind::Text, |p, _| {
            Cell::text(p.latest().and_then(|figure| figure.source.as_ref()))
        }),
        Column::new("hasil", Label::new("Hasil", "Results"), CellKind::List, |p, _| Cell::list(&p.results)),
        Column::new("sumber", Label::new("Sumber", "Source"), CellKind::Text, |p, _| Cell::text(p.source.as_ref())),
        Column::new("catatan", Label::new("Catatan", "Note"), CellKind::Text, |p, _| Cell::text(p.note.as_ref())),
        Column::new("contoh", Label::new("Contoh", "Example"), CellKind::Flag, |p, site| {
            Cell::flag(Some(p.is_example(site)))
        }),
        Column::new("halaman", Label::new("Halaman", "Page"), CellKind::Page, |p, _| Cell::Page(p.place())),
    ];

    fn id(&self) -> &Id<Self> {
        &self.id
    }

    fn origin(&self) -> &Origin {
        &self.origin
    }

    fn is_example(&self, site: &Site) -> bool {
        self.facility().is_some_and(|facility| site.is_example(&facility))
    }

    fn link(&self, site: &Site, cx: &mut CheckCx<'_>) {
        if let Some(facility) = self.facility() {
            cx.refer(site, &facility);
        }
        for (at, partner) in self.partners.iter().enumerate() {
            cx.at("mitra", |cx| cx.at(at, |cx| cx.refer(site, partner)));
        }
    }

    fn pages<'s>(&'s self, site: &'s Site, pages: &mut Pages<'s>) {
        pages.push(page::detail(self, site));
    }

    fn on_facility(site: &Site, facility: &Facility, cx: &ViewCx<'_>) -> Option<Section> {
        page::section(facility, site, cx)
    }

    fn overview<'s>(site: &'s Site, pages: &mut Pages<'s>) {
        page::overview(site, pages);
        for facility in site.facilities.iter() {
            pages.push(page::of_facility(facility, site));
        }
    }
}
