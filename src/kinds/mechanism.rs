//! pengaduan: how a facility handles complaints. Its channels and statistics are records of their own.
//!
//! ```yaml
//! penanggung_jawab: {nama: …, jabatan: …, alamat: …, telepon: …, email: …}
//! prosedur: [{pelaku: Petugas, langkah: Mencatat laporan}]
//! batas_waktu: [{jenis: bukan_pengawasan, jumlah: 14, satuan: hari_kerja}]
//! kanal: [{id: wa, jenis: whatsapp, nilai: "+62 …"}]
//! kanal_nasional: [lapor, ombudsman]
//! statistik: [{periode: {dari: 2026-07-01, sampai: 2026-09-30}, diterima: 0}]
//! ```

mod charts;
mod figures;
mod ladder;
mod national;
mod page;
mod poster;

use schemars::JsonSchema;
use serde::Deserialize;

use super::channel::{Channel, RawChannel};
use super::column::Column;
use super::facility::{self, Facility, FacilityKind, FacilityStatus};
use super::form::{At, Form};
use super::national_channel::NationalChannel;
use super::parts::limit::{Limit, LimitKind, RawLimit};
use super::statistics::{RawStatistics, Statistics};
use super::{Harvest, Openly, Record, Site};
use crate::diag::Problem;
use crate::lang::{Label, Lang};
use crate::model::calendar::UnknownYear;
use crate::model::cell::{Cell, CellKind};
use crate::model::id::Id;
use crate::model::law_ref::LawRef;
use crate::model::place::Place;
use crate::model::scalar::Text;
use crate::page::{Pages, ViewCx};
use crate::parse::written::{TextOr, Written};
use crate::stage::{CheckCx, Origin};
use crate::view::{Link, Section};

/// How a facility handles complaints.
#[derive(Debug)]
pub struct Mechanism {
    id: Id<Self>,
    origin: Origin,
    /// Who answers for it.
    pub officer: Officer,
    /// What happens to a complaint, in order.
    pub procedure: Vec<Step>,
    /// How long an answer may take.
    pub limits: Vec<Limit>,
    /// The national channels that the facility names.
    pub national: Vec<Id<NationalChannel>>,
}

/// Who answers for complaints: an office holder whose name the law makes public.
#[derive(Debug, Default)]
pub struct Officer {
    /// The name.
    pub name: Option<String>,
    /// The post.
    pub title: Option<String>,
    /// Where to find them.
    pub address: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// Mail.
    pub email: Option<String>,
}

/// One step of the procedure.
#[derive(Debug)]
pub struct Step {
    /// Who acts.
    pub actor: Option<String>,
    /// What is done.
    pub text: String,
}

/// `pengaduan.yaml` as written.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawMechanism {
    #[serde(rename = "penanggung_jawab")]
    officer: Option<RawOfficer>,
    #[serde(default, rename = "prosedur")]
    procedure: Vec<TextOr<RawStep>>,
    #[serde(default, rename = "batas_waktu")]
    limits: Vec<RawLimit>,
    #[serde(default, rename = "kanal")]
    channels: Vec<RawChannel>,
    #[serde(default, rename = "kanal_nasional")]
    national: Vec<Written<Id<NationalChannel>>>,
    #[serde(default, rename = "statistik")]
    statistics: Vec<RawStatistics>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawOfficer {
    #[serde(rename = "nama")]
    name: Option<Written<Text>>,
    #[serde(rename = "jabatan")]
    title: Option<Written<Text>>,
    #[serde(rename = "alamat")]
    address: Option<Written<Text>>,
    #[serde(rename = "telepon")]
    phone: Option<Written<Text>>,
    email: Option<Written<Text>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawStep {
    #[serde(rename = "pelaku")]
    actor: Option<Written<Text>>,
    #[schemars(required)]
    #[serde(rename = "langkah")]
    text: Option<Written<Text>>,
}

/// The duty to have channels and to announce who answers for complaints.
const DUTY: LawRef = LawRef::article("UU 25/2009", "36");
/// The rule by which each thing not said of the officer is a gap.
const OFFICER: &str = "complaint-officer-missing";
/// What a mechanism must contain.
const CONTENT: LawRef = LawRef::article("UU 25/2009", "37");
/// The duty to handle complaints within a set time, and to say how.
const LIMITS: LawRef = LawRef::article("UU 25/2009", "36–37");

/// `fasilitas/<id>/pengaduan.yaml`.
pub struct MechanismForm;

impl Form for MechanismForm {
    const PATTERN: &'static str = "fasilitas/{fasilitas}/pengaduan.yaml";
    type Raw = RawMechanism;

    fn claims(at: &At<'_>) -> Vec<(&'static str, String)> {
        vec![(Mechanism::KEY, at.part("fasilitas").to_owned())]
    }

    fn check(raw: RawMechanism, at: &At<'_>, cx: &mut CheckCx<'_>, harvest: &mut Harvest) {
        let RawMechanism { officer, procedure, limits, channels, national, statistics } = raw;
        let Some(facility) = at.id::<Facility>(&["fasilitas"]) else { return };
        report_absent(
            &[
                (
                    channels.is_empty(),
                    "complaint-channel-missing",
                    Label::new("Kanal pengaduan", "Complaint channels"),
                    DUTY,
                ),
                (
                    procedure.is_empty(),
                    "complaint-procedure-missing",
                    Label::new("Prosedur pengaduan", "Complaint procedure"),
                    CONTENT,
                ),
                (
                    statistics.is_empty(),
                    "complaint-statistics-missing",
                    Label::new("Statistik pengaduan", "Complaint statistics"),
                    CONTENT,
                ),
            ],
            cx,
        );
        let written = limits.len();
        let limits = Limit::check_all(limits, cx);
        // A limit that could not be read has an error of its own.
        if limits.len() == written && !limits.iter().any(Limit::is_answer) {
            let what = Label::new("Batas waktu jawaban pengaduan", "The time limit for answering complaints");
            cx.at("batas_waktu", |cx| cx.gap("complaint-limit-missing", what, LIMITS));
        }
        let mechanism = Mechanism {
            id: facility.of(),
            origin: cx.origin(),
            officer: Officer::check(officer, cx),
            procedure: cx.each("prosedur", procedure, |cx, raw| Step::check(raw, cx)),
            limits,
            national: cx.all("kanal_nasional", national),
        };
        harvest.mechanisms.push(mechanism);
        harvest.channels.extend(cx.each("kanal", channels, |cx, raw| Channel::check(raw, &facility, cx)));
        harvest.statistics.extend(cx.each("statistik", statistics, |cx, raw| Statistics::check(raw, &facility, cx)));
    }
}

fn report_absent(duties: &[(bool, &'static str, Label, LawRef)], cx: &mut CheckCx<'_>) {
    for (_, code, what, law) in duties.iter().filter(|(absent, ..)| *absent) {
        cx.gap(code, *what, *law);
    }
}

impl Officer {
    fn check(raw: Option<RawOfficer>, cx: &mut CheckCx<'_>) -> Self {
        let Some(RawOfficer { name, title, address, phone, email }) = raw else {
            cx.gap(OFFICER, Label::new("Penanggung jawab pengaduan", "The officer in charge of complaints"), DUTY);
            return Self::default();
        };
        cx.at("penanggung_jawab", |cx| {
            report_absent(
                &[
                    (
                        name.is_none(),
                        OFFICER,
                        Label::new("Nama penanggung jawab pengaduan", "The complaint officer's name"),
                        DUTY,
                    ),
                    (
                        address.is_none(),
                        OFFICER,
                        Label::new("Alamat penanggung jawab pengaduan", "The complaint officer's address"),
                        DUTY,
                    ),
                    (
                        phone.is_none(),
                        OFFICER,
                        Label::new("Telepon penanggung jawab pengaduan", "The complaint officer's telephone"),
                        DUTY,
                    ),
                ],
                cx,
            );
            Self {
                name: cx.get("nama", name).map(String::from),
                title: cx.get("jabatan", title).map(String::from),
                address: cx.get("alamat", address).map(String::from),
                phone: cx.get("telepon", phone).map(String::from),
                email: cx.get("email", email).map(String::from),
            }
        })
    }
}

impl Step {
    fn check(raw: TextOr<RawStep>, cx: &mut CheckCx<'_>) -> Option<Self> {
        match raw {
            TextOr::Text(text) => Some(Self { actor: None, text: cx.text_here(&text)? }),
            TextOr::Map(RawStep { actor, text }) => {
                let actor = cx.get("pelaku", actor).map(String::from);
                Some(Self { actor, text: cx.need("langkah", text)?.into() })
            }
        }
    }
}

/// The page of a facility's complaints.
pub fn place(facility: &Id<Facility>) -> Place {
    facility::overview_place().down(facility.as_str()).down("pengaduan")
}

/// The page on how to complain anywhere.
pub fn overview_place() -> Place {
    Place::top("pengaduan")
}

/// Returns whether a facility still serves people. Where nothing is said, it does.
pub fn serves(facility: &Facility) -> bool {
    let over = matches!(facility.status, Some(FacilityStatus::Closed | FacilityStatus::Transferred));
    !over && facility.kind != Some(FacilityKind::Rupbasan)
}

/// Returns whether a facility that serves people says nothing of how it handles complaints.
pub fn missing(facility: &Facility, site: &Site) -> bool {
    serves(facility) && Mechanism::of(facility, site).is_none()
}

impl Mechanism {
    /// Finds the mechanism of a facility.
    pub fn of<'s>(facility: &Facility, site: &'s Site) -> Option<&'s Self> {
        site.mechanisms.get(&facility.id().of())
    }

    /// Returns the facility it belongs to.
    pub fn facility(&self) -> Id<Facility> {
        self.id.of()
    }

    /// Returns its page.
    pub fn place(&self) -> Place {
        place(&self.facility())
    }

    /// Links to it.
    pub fn link_in(&self, cx: &ViewCx<'_>) -> Link {
        cx.link(cx.say("Pengaduan", "Complaints"), &self.place())
    }

    // A year to come may wait for its decree; in a year that runs, people need the dates.
    fn link_calendar(&self, site: &Site, cx: &mut CheckCx<'_>) {
        let (calendar, year) = (site.calendar(), site.today.year());
        let unknown = |limit: &Limit| limit.last_day(site.today, calendar) == Some(Err(UnknownYear(year)));
        if self.limits.iter().any(unknown) {
            cx.report_at("batas_waktu", Problem::CalendarUnknown { year });
        }
    }

    /// Returns the limit for an answer that most people ask for: that of an ordinary complaint first.
    pub fn first_limit(&self) -> Option<&Limit> {
        let ordinary = |limit: &&Limit| matches!(limit.kind, LimitKind::Service | LimitKind::All);
        self.limits.iter().find(ordinary).or_else(|| self.limits.iter().find(|limit| limit.is_answer()))
    }

    /// Writes that limit: `dijawab paling lama 14 hari kerja`.
    pub fn limit_words(&self, lang: Lang) -> Option<String> {
        let limit = self.first_limit()?;
        Some(format!("{} {}", lang.pick("dijawab paling lama", "answered within"), limit.words(lang)))
    }
}

impl Record for Mechanism {
    const KEY: &'static str = "pengaduan";
    const LABEL: Label = Label::new("Mekanisme pengaduan", "Complaint mechanism");
    const ABOUT: Label = Label::new(
        "Satu baris satu fasilitas yang sudah menyatakan cara mengelola pengaduan.",
        "One row for each facility that has stated how it handles complaints.",
    );
    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("fasilitas", Label::new("Fasilitas", "Facility"), CellKind::Text, |m, _| Cell::text(Some(&m.id))),
        Column::new(
            "penanggung_jawab",
            Label::new("Nama penanggung jawab", "Name of the officer in charge"),
            CellKind::Text,
            |m, _| Cell::text(m.officer.name.as_ref()),
        ),
        Column::new("jabatan", Label::new("Jabatan", "Post"), CellKind::Text, |m, _| {
            Cell::text(m.officer.title.as_ref())
        }),
        Column::new("alamat", Label::new("Alamat", "Address"), CellKind::Text, |m, _| {
            Cell::text(m.officer.address.as_ref())
        }),
        Column::new("telepon", Label::new("Telepon", "Telephone"), CellKind::Text, |m, _| {
            Cell::text(m.officer.phone.as_ref())
        }),
        Column::new("email", Label::new("Surel", "Email"), CellKind::Text, |m, _| Cell::text(m.officer.email.as_ref())),
        Column::new("prosedur", Label::new("Prosedur", "Procedure"), CellKind::List, |m, _| {
            Cell::list(m.procedure.iter().map(|step| match &step.actor {
                Some(actor) => format!("{actor}: {}", step.text),
                None => step.text.clone(),
            }))
        }),
        Column::new("batas_waktu", Label::new("Batas waktu", "Time limits"), CellKind::List, |m, _| {
            Cell::list(m.limits.iter().map(Limit::cell))
        }),
        Column::new("kanal_nasional", Label::new("Kanal nasional", "National channels"), CellKind::List, |m, _| {
            Cell::list(&m.national)
        }),
        Column::new("contoh", Label::new("Contoh", "Example"), CellKind::Flag, |m, site| {
            Cell::flag(Some(m.is_example(site)))
        }),
        Column::new("halaman", Label::new("Halaman", "Page"), CellKind::Page, |m, _| Cell::Page(m.place())),
    ];

    fn id(&self) -> &Id<Self> {
        &self.id
    }

    fn origin(&self) -> &Origin {
        &self.origin
    }

    fn openly<'s>(&'s self, open: &mut Openly<'s>) {
        open.phones.extend(self.officer.phone.as_deref());
        open.people.extend(self.officer.name.as_deref());
    }

    fn is_example(&self, site: &Site) -> bool {
        site.is_example(&self.facility())
    }

    fn link(&self, site: &Site, cx: &mut CheckCx<'_>) {
        let facility = cx.refer(site, &self.facility());
        if facility.is_some_and(serves) {
            self.link_calendar(site, cx);
        }
        let mut channels = site.channels.under(&self.id).peekable();
        if channels.peek().is_some() && !channels.any(|channel| channel.is_open(site)) {
            cx.at("kanal", |cx| {
                cx.gap(
                    "complaint-channel-missing",
                    Label::new("Kanal pengaduan yang berlaku", "A complaint channel that is valid"),
                    DUTY,
                )
            });
        }
        cx.at("kanal_nasional", |cx| {
            for (at, id) in self.national.iter().enumerate() {
                cx.at(at, |cx| {
                    let channel = cx.refer(site, id);
                    if let Some(on) = channel.and_then(|channel| channel.ended(site.today)) {
                        let what = Label::new("Kanal nasional", "National channel");
                        cx.report(Problem::Expired { what, on });
                    }
                });
            }
        });
    }

    fn owed(site: &Site, facility: &Facility, cx: &mut CheckCx<'_>) {
        if missing(facility, site) {
            cx.gap("complaint-mechanism-missing", Label::new("Mekanisme pengaduan", "The complaint mechanism"), DUTY);
        }
    }

    fn on_facility(site: &Site, facility: &Facility, cx: &ViewCx<'_>) -> Option<Section> {
        Some(page::section(facility, site, cx))
    }

    fn on_front_page(_: &Site, cx: &ViewCx<'_>) -> Option<Section> {
        Some(national::section(cx))
    }

    fn overview<'s>(site: &'s Site, pages: &mut Pages<'s>) {
        pages.push(national::overview(site));
        // Every facility has the page: who says nothing of complaints says so there.
        for facility in site.facilities.iter() {
            pages.push(page::of_facility(facility, site));
            pages.wanted.extend(poster::page(facility, site));
        }
    }
}
