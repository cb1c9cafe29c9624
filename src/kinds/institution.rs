//! lembaga: an overseer, partner, authority or news medium that records refer to.
//!
//! ```yaml
//! nama: Ombudsman RI Perwakilan Nusa Tenggara Timur
//! jenis: ombudsman
//! pimpinan: [{nama: Darius Beda Daton, jabatan: Kepala Perwakilan, per: 2024-11-12}]
//! ```

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::column::Column;
use super::form::{At, Form};
use super::parts::address::{Address, RawAddress};
use super::parts::contact::{Contact, RawContact};
use super::parts::head::{Head, RawHead};
use super::{Harvest, Openly, Record, Site};
use crate::lang::Label;
use crate::model::cell::{Cell, CellKind};
use crate::model::id::Id;
use crate::model::place::Place;
use crate::model::scalar::{Choice, Text, choice};
use crate::page::{MenuPart, Page, Pages, ViewCx};
use crate::parse::written::Written;
use crate::stage::{CheckCx, Origin};
use crate::view::{Fact, Link};

choice! {
    /// What an institution is to the facilities.
    pub enum InstitutionKind {
        /// Ombudsman of the republic and its offices.
        Ombudsman = "ombudsman", "Ombudsman", "Ombudsman";
        /// Inspectorate.
        Inspectorate = "inspektorat", "Inspektorat", "Inspectorate";
        /// Ministry or directorate general.
        Ministry = "kementerian", "Kementerian", "Ministry";
        /// Regional agency.
        Agency = "dinas", "Dinas", "Agency";
        /// Hospital or health centre.
        Hospital = "rumah_sakit", "Rumah sakit", "Hospital";
        /// Legal aid.
        LegalAid = "bantuan_hukum", "Bantuan hukum", "Legal aid";
        /// News medium.
        Media = "media", "Media", "News medium";
        /// School or university.
        Education = "pendidikan", "Pendidikan", "Education";
        /// Any other.
        Other = "lain", "Lembaga lain", "Other institution";
    }
}

/// An institution.
#[derive(Debug)]
pub struct Institution {
    id: Id<Self>,
    origin: Origin,
    /// Its full name.
    pub name: String,
    /// The name in daily use.
    pub short_name: Option<String>,
    /// What it is.
    pub kind: Option<InstitutionKind>,
    /// Where it stands.
    pub address: Address,
    /// How to reach it.
    pub contact: Contact,
    /// Who leads it, by time.
    pub heads: Vec<Head>,
    /// Whether it is made up.
    pub example: bool,
    /// A remark.
    pub note: Option<String>,
}

/// `lembaga/<id>.yaml` as written.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawInstitution {
    #[schemars(required)]
    #[serde(rename = "nama")]
    name: Option<Written<Text>>,
    #[serde(rename = "nama_singkat")]
    short_name: Option<Written<Text>>,
    #[schemars(required)]
    #[serde(rename = "jenis")]
    kind: Option<Written<InstitutionKind>>,
    #[serde(rename = "alamat")]
    address: Option<RawAddress>,
    #[serde(rename = "kontak")]
    contact: Option<RawContact>,
    #[serde(default, rename = "pimpinan")]
    heads: Vec<RawHead>,
    #[serde(rename = "contoh")]
    example: Option<Written<bool>>,
    #[serde(rename = "catatan")]
    note: Option<Written<Text>>,
}

/// `lembaga/<id>.yaml`.
pub struct InstitutionForm;

impl Form for InstitutionForm {
    const PATTERN: &'static str = "lembaga/{id}.yaml";
    type Raw = RawInstitution;

    fn claims(at: &At<'_>) -> Vec<(&'static str, String)> {
        vec![(Institution::KEY, at.part("id").to_owned())]
    }

    fn check(raw: RawInstitution, at: &At<'_>, cx: &mut CheckCx<'_>, harvest: &mut Harvest) {
        let RawInstitution { name, short_name, kind, address, contact, heads, example, note } = raw;
        let address = Address::check(address, cx);
        let contact = Contact::check(contact, cx);
        let heads = Head::check_all(heads, cx);
        let short_name = cx.get("nama_singkat", short_name).map(String::from);
        let example = cx.get("contoh", example).unwrap_or(false);
        let note = cx.get("catatan", note).map(String::from);
        let kind = cx.need("jenis", kind);
        let Some(id) = at.id(&["id"]) else { return };
        let Some(name) = cx.need("nama", name).map(String::from) else { return };
        let origin = cx.origin();
        harvest.institutions.push(Institution {
            id,
            origin,
            name,
            short_name,
            kind,
            address,
            contact,
            heads,
            example,
            note,
        });
    }
}

#[derive(Serialize)]
struct InstitutionsPage {
    groups: Vec<Group>,
}

#[derive(Serialize)]
struct Group {
    title: String,
    institutions: Vec<Card>,
}

#[derive(Serialize)]
struct Card {
    anchor: String,
    name: String,
    example: bool,
    facts: Vec<Fact>,
    note: Option<String>,
}

impl Institution {
    /// Returns the name in daily use.
    pub fn called(&self) -> &str {
        self.short_name.as_deref().unwrap_or(&self.name)
    }

    /// Returns where it is shown.
    pub fn place(&self) -> Place {
        overview_place().anchor(self.id.as_str())
    }

    /// Links to it by its daily name.
    pub fn link_in(&self, cx: &ViewCx<'_>) -> Link {
        cx.link(self.called(), &self.place())
    }

    fn card(&self, cx: &ViewCx<'_>) -> Card {
        let mut facts = Vec::new();
        facts.extend(self.address.words().map(|words| Fact::new(cx.say("Alamat", "Address"), Some(words))));
        facts.extend(self.contact.facts(cx.lang));
        let heads = self.heads.iter().map(|head| Link::plain(head.words(cx.lang)));
        if !self.heads.is_empty() {
            facts.push(Fact::of(cx.say("Pimpinan", "Head"), heads));
        }
        Card {
            anchor: self.id.as_str().to_owned(),
            name: self.name.clone(),
            example: self.example,
            facts,
            note: self.note.clone(),
        }
    }
}

fn overview_place() -> Place {
    Place::top("lembaga")
}

fn page(site: &Site, cx: &ViewCx<'_>) -> InstitutionsPage {
    let group = |kind: &InstitutionKind| {
        let of_kind = site.institutions.iter().filter(|institution| institution.kind == Some(*kind));
        let institutions: Vec<Card> = of_kind.map(|institution| institution.card(cx)).collect();
        (!institutions.is_empty()).then(|| Group { title: kind.label().of(cx.lang).to_owned(), institutions })
    };
    InstitutionsPage { groups: InstitutionKind::ALL.iter().filter_map(group).collect() }
}

impl Record for Institution {
    const KEY: &'static str = "lembaga";
    const LABEL: Label = Label::new("Lembaga", "Institution");
    const ABOUT: Label = Label::new(
        "Satu baris satu lembaga pengawas, mitra, atau media.",
        "One row for each overseer, partner or news medium.",
    );
    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("id", Label::new("Id", "Id"), CellKind::Text, |i, _| Cell::text(Some(&i.id))),
        Column::new("nama", Label::new("Nama", "Name"), CellKind::Text, |i, _| Cell::text(Some(&i.name))),
        Column::new("jenis", Label::new("Jenis", "Kind"), CellKind::Text, |i, _| Cell::text(i.kind.map(Choice::key))),
        Column::new("alamat", Label::new("Alamat", "Address"), CellKind::Text, |i, _| Cell::text(i.address.words())),
        Column::new("telepon", Label::new("Telepon", "Telephone"), CellKind::List, |i, _| {
            Cell::list(&i.contact.phones)
        }),
        Column::new("whatsapp", Label::new("WhatsApp", "WhatsApp"), CellKind::List, |i, _| {
            Cell::list(&i.contact.whatsapp)
        }),
        Column::new("email", Label::new("Surel", "Email"), CellKind::List, |i, _| Cell::list(&i.contact.emails)),
        Column::new("situs", Label::new("Situs", "Web site"), CellKind::Text, |i, _| {
            Cell::text(i.contact.site.as_ref())
        }),
        Column::new("pimpinan", Label::new("Pimpinan", "Heads"), CellKind::List, |i, site| {
            Cell::list(i.heads.iter().map(|head| head.words(site.lang())))
        }),
        Column::new("contoh", Label::new("Contoh", "Example"), CellKind::Flag, |i, _| Cell::flag(Some(i.example))),
        Column::new("catatan", Label::new("Catatan", "Note"), CellKind::Text, |i, _| Cell::text(i.note.as_ref())),
    ];

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

    fn overview<'s>(site: &'s Site, pages: &mut Pages<'s>) {
        let title = site.lang().pick("Lembaga pengawas dan mitra", "Overseers and partners");
        pages.push(
            Page::new(overview_place(), "institutions.html", title, move |cx| page(site, cx))
                .menu(MenuPart::Foot, 30, Some(Label::new("Lembaga", "Institutions")))
                .summary(site.lang().pick(
                    "Siapa yang mengawasi dan bekerja sama dengan unit layanan, dan cara menghubunginya.",
                    "Who oversees the facilities and works with them, and how to reach them.",
                )),
        );
    }
}
