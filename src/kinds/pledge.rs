//! maklumat: the signed promise of a facility to serve by its standards, with the three parts the law asks for.
//!
//! ```yaml
//! pernyataan: Kami sanggup melayani sesuai standar …
//! janji: true
//! perbaikan: true
//! sanksi_atau_kompensasi: true
//! kompensasi: …
//! penandatangan: {nama: …, jabatan: …}
//! tanggal: 2026-01-05
//! layanan: [kunjungan]
//! ```

mod poster;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::column::Column;
use super::facility::{self, Facility};
use super::form::{At, Form};
use super::mechanism;
use super::parts::edition::EditionView;
use super::service::Service;
use super::{Harvest, Openly, Record, Site};
use crate::diag::Problem;
use crate::lang::{Label, Lang};
use crate::model::cell::{Cell, CellKind};
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::law_ref::LawRef;
use crate::model::place::Place;
use crate::model::scalar::Text;
use crate::page::{Page, Pages, ViewCx};
use crate::parse::written::Written;
use crate::stage::{CheckCx, Origin, has_parts};
use crate::view::{Fact, Link, Tag, Tone};

/// The pledge of a facility.
#[derive(Debug)]
pub struct Pledge {
    id: Id<Self>,
    origin: Origin,
    /// Its words.
    pub statement: Option<String>,
    /// Whether it promises to serve by the standards; `None` where nobody says.
    pub promise: Option<bool>,
    /// Whether it promises to improve.
    pub improvement: Option<bool>,
    /// Whether it accepts sanctions or gives compensation.
    pub sanction: Option<bool>,
    /// What is given when the standard is not met.
    pub compensation: Option<String>,
    /// Who signed it.
    pub signer: Signer,
    /// When it was signed.
    pub date: Option<Date>,
    /// The decree that makes it binding.
    pub decree: Option<String>,
    /// The services it covers.
    pub services: Vec<Id<Service>>,
}

/// Who signed, by name and post.
#[derive(Debug, Default)]
pub struct Signer {
    /// The name.
    pub name: Option<String>,
    /// The post.
    pub title: Option<String>,
}

/// `maklumat.yaml` as written.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawPledge {
    #[serde(rename = "pernyataan")]
    statement: Option<Written<Text>>,
    #[serde(rename = "janji")]
    promise: Option<Written<bool>>,
    #[serde(rename = "perbaikan")]
    improvement: Option<Written<bool>>,
    #[serde(rename = "sanksi_atau_kompensasi")]
    sanction: Option<Written<bool>>,
    #[serde(rename = "kompensasi")]
    compensation: Option<Written<Text>>,
    #[serde(rename = "penandatangan")]
    signer: Option<RawSigner>,
    #[serde(rename = "tanggal")]
    date: Option<Written<Date>>,
    #[serde(rename = "sk")]
    decree: Option<Written<Text>>,
    #[serde(default, rename = "layanan")]
    services: Vec<Written<Id<Service>>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawSigner {
    #[serde(rename = "nama")]
    name: Option<Written<Text>>,
    #[serde(rename = "jabatan")]
    title: Option<Written<Text>>,
}

const DUTY: LawRef = LawRef::article("UU 25/2009", "22");

// The parts that the law asks for, with the key that says whether each is there.
const PROMISE: Label = Label::new("Janji melayani sesuai standar", "Promise to serve by the standards");
const IMPROVEMENT: Label = Label::new(
    "Janji memenuhi kewajiban dan terus memperbaiki pelayanan",
    "Promise to meet its duties and keep improving",
);
const SANCTION: Label =
    Label::new("Kesediaan menerima sanksi atau memberi kompensasi", "Acceptance of sanctions, or compensation");

/// `fasilitas/<id>/maklumat.yaml`.
pub struct PledgeForm;

impl Form for PledgeForm {
    const PATTERN: &'static str = "fasilitas/{fasilitas}/maklumat.yaml";
    type Raw = RawPledge;

    fn claims(at: &At<'_>) -> Vec<(&'static str, String)> {
        vec![(Pledge::KEY, at.part("fasilitas").to_owned())]
    }

    fn check(raw: RawPledge, at: &At<'_>, cx: &mut CheckCx<'_>, harvest: &mut Harvest) {
        let RawPledge { statement, promise, improvement, sanction, compensation, signer, date, decree, services } = raw;
        let Some(facility) = at.id::<Facility>(&["fasilitas"]) else { return };
        if statement.is_none() {
            cx.gap("pledge-incomplete", Label::new("Bunyi maklumat", "The words of the pledge"), DUTY);
        }
        let signed = signer.as_ref().is_some_and(|signer| signer.name.is_some() && signer.title.is_some());
        if !signed || date.is_none() {
            let what = Label::new(
                "Tanda tangan maklumat, dengan jabatan dan tanggalnya",
                "The signature of the pledge, with post and date",
            );
            cx.gap("pledge-unsigned", what, DUTY);
        }
        harvest.pledges.push(Pledge {
            id: facility.of(),
            origin: cx.origin(),
            statement: cx.get("pernyataan", statement).map(String::from),
            promise: part("janji", promise, PROMISE, cx),
            improvement: part("perbaikan", improvement, IMPROVEMENT, cx),
            sanction: part("sanksi_atau_kompensasi", sanction, SANCTION, cx),
            compensation: cx.get("kompensasi", compensation).map(String::from),
            signer: Signer::check(signer, cx),
            date: cx.get("tanggal", date),
            decree: cx.get("sk", decree).map(String::from),
            services: cx.each("layanan", services, |cx, written| service(&written, &facility, cx)),
        });
    }
}

// `false` is as much a gap as nothing at all: the law asks for all three.
fn part(key: &'static str, written: Option<Written<bool>>, what: Label, cx: &mut CheckCx<'_>) -> Option<bool> {
    let absent = written.is_none();
    let stated = cx.get(key, written);
    if absent || stated == Some(false) {
        cx.at(key, |cx| cx.gap("pledge-incomplete", what, DUTY));
    }
    stated
}

// Services are named by their id inside the facility.
fn service(written: &Written<Id<Service>>, facility: &Id<Facility>, cx: &mut CheckCx<'_>) -> Option<Id<Service>> {
    let id = cx.here(written)?;
    match has_parts(&id, 1) {
        Ok(()) => Some(facility.child(id.as_str())),
        Err(want) => {
            cx.report(Problem::Misread { found: id.as_str().to_owned(), want });
            None
        }
    }
}

impl Signer {
    fn check(raw: Option<RawSigner>, cx: &mut CheckCx<'_>) -> Self {
        let Some(RawSigner { name, title }) = raw else { return Self::default() };
        cx.at("penandatangan", |cx| Self {
            name: cx.get("nama", name).map(String::from),
            title: cx.get("jabatan", title).map(String::from),
        })
    }
}

#[derive(Serialize)]
struct PledgePage {
    facility: Link,
    statement: Option<String>,
    signature: Option<Signature>,
    parts: Vec<Part>,
    law: String,
    facts: Vec<Fact>,
    services: Vec<Link>,
    edition: EditionView,
    poster: Link,
}

#[derive(Serialize)]
struct Signature {
    // Town and day in one line, as under a letter.
    place: Option<String>,
    name: Option<String>,
    title: Option<String>,
}

#[derive(Serialize)]
struct Part {
    label: &'static str,
    // Nothing where the part is not there: the page says so.
    tag: Option<Tag>,
}

impl Pledge {
    /// Returns the facility it belongs to.
    pub fn facility(&self) -> Id<Facility> {
        self.id.of()
    }

    /// Returns its page.
    pub fn place(&self) -> Place {
        facility::overview_place().down(self.id.as_str()).down("maklumat")
    }

    /// Links to it.
    pub fn link_in(&self, cx: &ViewCx<'_>) -> Link {
        cx.link(title(cx.lang), &self.place())
    }

    fn page(&self, site: &Site, cx: &ViewCx<'_>) -> PledgePage {
        let facility = site.facilities.get(&self.facility());
        let part = |label: Label, stated: Option<bool>| Part {
            label: label.of(cx.lang),
            tag: (stated == Some(true)).then(|| Tag::new(cx.say("Ada", "Stated"), Tone::Ok)),
        };
        let service = |id: &Id<Service>| match site.services.get(id) {
            Some(service) => service.link_in(cx),
            None => Link::plain(id.last()),
        };
        PledgePage {
            facility: facility.map_or_else(|| Link::plain(self.id.as_str()), |facility| facility.link_in(cx)),
            statement: self.statement.clone(),
            signature: self.signature(facility, cx.lang),
            parts: vec![
                part(PROMISE, self.promise),
                part(IMPROVEMENT, self.improvement),
                part(SANCTION, self.sanction),
            ],
            law: DUTY.words(cx.lang),
            facts: self.facts(cx),
            services: self.services.iter().map(service).collect(),
            edition: self.answer(site, cx.lang),
            poster: cx.link(cx.say("Poster untuk dicetak", "Poster to print"), &self.poster_place()),
        }
    }

    fn signature(&self, facility: Option<&Facility>, lang: Lang) -> Option<Signature> {
        let Signer { name, title } = &self.signer;
        if name.is_none() && title.is_none() && self.date.is_none() {
            return None;
        }
        let city = facility.and_then(|facility| facility.address.city.clone()).filter(|_| self.date.is_some());
        let place: Vec<String> = city.into_iter().chain(self.date.map(|date| date.words(lang))).collect();
        let place = (!place.is_empty()).then(|| place.join(", "));
        Some(Signature { place, name: name.clone(), title: title.clone() })
    }

    fn facts(&self, cx: &ViewCx<'_>) -> Vec<Fact> {
        let Signer { name, title } = &self.signer;
        let signer: Vec<&str> = [name, title].into_iter().flatten().map(String::as_str).collect();
        vec![
            Fact::new(cx.say("Bentuk kompensasi", "Kind of compensation"), self.compensation.as_ref()),
            Fact::new(cx.say("Penandatangan", "Signed by"), (!signer.is_empty()).then(|| signer.join(", "))),
            Fact::new(cx.say("Tanggal", "Date"), self.date.map(|date| date.words(cx.lang))),
            Fact::new(cx.say("Nomor keputusan", "Decree"), self.decree.as_ref()),
        ]
    }
}

fn title(lang: Lang) -> &'static str {
    lang.pick("Maklumat pelayanan", "Service pledge")
}

impl Record for Pledge {
    const KEY: &'static str = "maklumat";
    const LABEL: Label = Label::new("Maklumat pelayanan", "Service pledge");
    const ABOUT: Label = Label::new(
        "Satu baris satu maklumat pelayanan yang diumumkan fasilitas.",
        "One row for each service pledge that a facility has announced.",
    );
    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("fasilitas", Label::new("Fasilitas", "Facility"), CellKind::Text, |p, _| Cell::text(Some(&p.id))),
        Column::new("pernyataan", Label::new("Bunyi maklumat", "Words"), CellKind::Text, |p, _| {
            Cell::text(p.statement.as_ref())
        }),
        Column::new("janji", PROMISE, CellKind::Flag, |p, _| Cell::flag(p.promise)),
        Column::new("perbaikan", IMPROVEMENT, CellKind::Flag, |p, _| Cell::flag(p.improvement)),
        Column::new("sanksi_atau_kompensasi", SANCTION, CellKind::Flag, |p, _| Cell::flag(p.sanction)),
        Column::new("kompensasi", Label::new("Bentuk kompensasi", "Compensation"), CellKind::Text, |p, _| {
            Cell::text(p.compensation.as_ref())
        }),
        Column::new("penandatangan", Label::new("Nama penandatangan", "Signed by"), CellKind::Text, |p, _| {
            Cell::text(p.signer.name.as_ref())
        }),
        Column::new("jabatan", Label::new("Jabatan penandatangan", "Post of the signer"), CellKind::Text, |p, _| {
            Cell::text(p.signer.title.as_ref())
        }),
        Column::new("tanggal", Label::new("Tanggal", "Date"), CellKind::Date, |p, _| Cell::date(p.date)),
        Column::new("sk", Label::new("Nomor keputusan", "Decree"), CellKind::Text, |p, _| {
            Cell::text(p.decree.as_ref())
        }),
        Column::new("layanan", Label::new("Layanan", "Services"), CellKind::List, |p, _| Cell::list(&p.services)),
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

    fn openly<'s>(&'s self, open: &mut Openly<'s>) {
        open.people.extend(self.signer.name.as_deref());
    }

    fn is_example(&self, site: &Site) -> bool {
        site.is_example(&self.facility())
    }

    fn link(&self, site: &Site, cx: &mut CheckCx<'_>) {
        cx.refer(site, &self.facility());
        cx.at("layanan", |cx| {
            for (at, id) in self.services.iter().enumerate() {
                cx.at(at, |cx| cx.refer(site, id));
            }
        });
    }

    // Who serves by a standard owes the promise to keep it.
    fn owed(site: &Site, facility: &Facility, cx: &mut CheckCx<'_>) {
        let promises = mechanism::serves(facility) && !site.services_of(facility.id()).is_empty();
        let id = facility.id().of();
        if promises && site.pledges.get(&id).is_none() && !cx.is_claimed(Self::KEY, facility.id().as_str()) {
            cx.gap("pledge-missing", Self::LABEL, DUTY);
        }
    }

    fn pages<'s>(&'s self, site: &'s Site, pages: &mut Pages<'s>) {
        let called = site.facilities.get(&self.facility()).map_or(self.id.as_str(), |facility| facility.called());
        let summary = match site.lang() {
            Lang::Id => format!("Janji pelayanan {called}, dan apa yang diberikan bila janji itu tidak ditepati."),
            Lang::En => format!("What {called} promises, and what it gives when the promise is not kept."),
        };
        let mut page = Page::new(self.place(), "pledge.html", title(site.lang()), move |cx| self.page(site, cx))
            .updated(self.date)
            .example(self.is_example(site))
            .from(self.origin.file)
            .summary(summary);
        page.trail = site.facility_trail(&self.facility());
        let poster = self.poster_page(&page, site);
        pages.wanted.extend([page, poster]);
    }
}
