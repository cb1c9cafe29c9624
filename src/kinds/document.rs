//! dokumen: the register of a facility's public documents, its licences and agreements. What is excluded from publication is
//! listed by its title alone; its file is never published.
//!
//! ```yaml
//! dokumen:
//!   - judul: Izin operasional klinik
//!     kategori: setiap_saat
//!     jenis: izin
//!     status: terbit
//!     tanggal: 2024-09-02
//!     berlaku_sampai: 2027-09-01
//!     penguasa: Subseksi Perawatan
//! ```

mod page;

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Deserialize;

use super::column::Column;
use super::commitment::{Commitment, Owner, RawCommitment};
use super::facility::{self, Facility};
use super::form::{At, Form};
use super::parts::due::Due;
use super::parts::party::Party;
use super::{Harvest, Record, Site};
use crate::diag::Problem;
use crate::lang::Label;
use crate::model::asset::Asset;
use crate::model::cell::{Cell, CellKind};
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::place::Place;
use crate::model::scalar::{Choice, Text, choice};
use crate::page::{Pages, ViewCx};
use crate::parse::written::Written;
use crate::stage::{CheckCx, Origin};
use crate::text;
use crate::view::Link;

/// Days before its end from which a licence or agreement counts as ending soon.
const SOON_DAYS: i64 = 60;

choice! {
    /// The classes of public information (UU 14/2008).
    pub enum Category {
        /// Published regularly.
        Regular = "berkala", "Berkala", "Published regularly";
        /// Published at once.
        Immediate = "serta_merta", "Serta-merta", "Published at once";
        /// Available at any time.
        AnyTime = "setiap_saat", "Setiap saat", "Available at any time";
        /// Not public.
        Excluded = "dikecualikan", "Dikecualikan", "Excluded";
    }
}

choice! {
    /// What kind of document it is.
    pub enum DocumentKind {
        /// Licence.
        Licence = "izin", "Izin", "Licence";
        /// Agreement.
        Agreement = "perjanjian", "Perjanjian", "Agreement";
        /// Declaration.
        Declaration = "deklarasi", "Deklarasi", "Declaration";
        /// Report.
        Report = "laporan", "Laporan", "Report";
        /// Any other.
        Other = "lain", "Lain", "Other";
    }
}

choice! {
    /// How far a licence or agreement is.
    pub enum DocumentStatus {
        /// Applied for.
        Applied = "diajukan", "Diajukan", "Applied for";
        /// Issued.
        Issued = "terbit", "Terbit", "Issued";
        /// No longer valid.
        Expired = "kedaluwarsa", "Kedaluwarsa", "Expired";
    }
}

/// A document.
#[derive(Debug)]
pub struct Document {
    id: Id<Self>,
    origin: Origin,
    /// Its title.
    pub title: String,
    /// Its class of public information.
    pub category: Option<Category>,
    /// The file; never there for an excluded document.
    pub file: Option<Asset>,
    /// When it was made.
    pub date: Option<Date>,
    /// The post or unit that keeps it.
    pub holder: Option<String>,
    /// What kind it is.
    pub kind: Option<DocumentKind>,
    /// How far it is, as stated.
    pub status: Option<DocumentStatus>,
    /// The last day on which it holds.
    pub valid_until: Option<Date>,
    /// Who takes part in it.
    pub parties: Vec<Party>,
    /// What says so.
    pub source: Option<String>,
    /// A remark.
    pub note: Option<String>,
}

/// `dokumen.yaml` as written.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawRegister {
    #[serde(default, rename = "dokumen")]
    documents: Vec<RawDocument>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawDocument {
    #[schemars(required)]
    #[serde(rename = "judul")]
    title: Option<Written<Text>>,
    #[schemars(required)]
    #[serde(rename = "kategori")]
    category: Option<Written<Category>>,
    #[serde(rename = "berkas")]
    file: Option<Written<Text>>,
    #[serde(rename = "tanggal")]
    date: Option<Written<Date>>,
    #[serde(rename = "penguasa")]
    holder: Option<Written<Text>>,
    #[serde(rename = "jenis")]
    kind: Option<Written<DocumentKind>>,
    status: Option<Written<DocumentStatus>>,
    #[serde(rename = "berlaku_sampai")]
    valid_until: Option<Written<Date>>,
    #[serde(default, rename = "pihak")]
    parties: Vec<Written<Party>>,
    #[serde(default, rename = "komitmen")]
    commitments: Vec<RawCommitment>,
    #[serde(rename = "sumber")]
    source: Option<Written<Text>>,
    #[serde(rename = "catatan")]
    note: Option<Written<Text>>,
}

/// `fasilitas/<id>/dokumen.yaml`.
pub struct DocumentForm;

impl Form for DocumentForm {
    const PATTERN: &'static str = "fasilitas/{fasilitas}/dokumen.yaml";
    type Raw = RawRegister;

    fn claims(_: &At<'_>) -> Vec<(&'static str, String)> {
        // Documents are named by their titles, which the path does not know.
        Vec::new()
    }

    fn check(raw: RawRegister, at: &At<'_>, cx: &mut CheckCx<'_>, harvest: &mut Harvest) {
        let RawRegister { documents } = raw;
        let Some(facility) = at.id::<Facility>(&["fasilitas"]) else { return };
        let mut taken = BTreeSet::new();
        let documents = cx.each("dokumen", documents, |cx, raw| check(raw, &facility, &mut taken, cx));
        for (document, commitments) in documents {
            harvest.documents.push(document);
            harvest.commitments.extend(commitments);
        }
    }
}

fn check(
    raw: RawDocument,
    facility: &Id<Facility>,
    taken: &mut BTreeSet<String>,
    cx: &mut CheckCx<'_>,
) -> Option<(Document, Vec<Commitment>)> {
    let RawDocument {
        title,
        category,
        file,
        date,
        holder,
        kind,
        status,
        valid_until,
        parties,
        commitments,
        source,
        note,
    } = raw;
    let title = String::from(cx.need("judul", title)?);
    let id = facility.child(&free_slug(&title, taken));
    let commitments = Commitment::check_all(commitments, &Owner::Document(id.clone()), cx);
    let category = cx.need("kategori", category);
    let file = match category {
        Some(Category::Excluded) if file.is_some() => {
            cx.report_at("berkas", Problem::ExcludedFile);
            None
        }
        _ => cx.file("berkas", file),
    };
    let document = Document {
        id,
        origin: cx.origin(),
        title,
        category,
        file,
        date: cx.get("tanggal", date),
        holder: cx.get("penguasa", holder).map(String::from),
        kind: cx.get("jenis", kind),
        status: cx.get("status", status),
        valid_until: cx.get("berlaku_sampai", valid_until),
        parties: cx.all("pihak", parties),
        source: cx.get("sumber", source).map(String::from),
        note: cx.get("catatan", note).map(String::from),
    };
    cx.in_order("berlaku_sampai", document.date, document.valid_until);
    Some((document, commitments))
}

// The slug of a title; of two documents with one title the second is `…-2`.
fn free_slug(title: &str, taken: &mut BTreeSet<String>) -> String {
    let slug = text::slug(title);
    let numbered = (2_usize..).map(|number| format!("{slug}-{number}"));
    let free = std::iter::once(slug.clone()).chain(numbered).find(|slug| !taken.contains(slug)).unwrap_or(slug);
    taken.insert(free.clone());
    free
}

impl Document {
    /// Returns the facility whose document it is.
    pub fn facility(&self) -> Id<Facility> {
        facility_of(&self.id)
    }

    /// Returns where it is shown.
    pub fn place(&self) -> Place {
        register_place(&self.id).anchor(self.id.last())
    }

    /// Links to it.
    pub fn link_in(&self, cx: &ViewCx<'_>) -> Link {
        cx.link(&self.title, &self.place())
    }

    /// Returns whether it is over, stated or by its date.
    pub fn is_expired(&self, today: Date) -> bool {
        self.status == Some(DocumentStatus::Expired) || matches!(self.validity(today), Due::Past(_))
    }

    fn validity(&self, today: Date) -> Due {
        Due::of(self.valid_until, today, SOON_DAYS)
    }

    fn noun(&self) -> Label {
        match self.kind {
            Some(DocumentKind::Licence) => Label::new("Izin", "The licence"),
            Some(DocumentKind::Agreement) => Label::new("Perjanjian", "The agreement"),
            _ => Label::new("Dokumen", "The document"),
        }
    }
}

/// The page of the register in which a document stands.
pub(super) fn register_place(id: &Id<Document>) -> Place {
    facility::overview_place().down(facility_of(id).as_str()).down("dokumen")
}

fn facility_of(id: &Id<Document>) -> Id<Facility> {
    id.parent().unwrap_or_else(|| id.of())
}

impl Record for Document {
    const KEY: &'static str = "dokumen";
    const LABEL: Label = Label::new("Dokumen", "Document");
    const ABOUT: Label = Label::new(
        "Satu baris satu dokumen dalam daftar informasi publik suatu unit, termasuk izin dan perjanjian.",
        "One row for each document in the register of a facility, licences and agreements included.",
    );
    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("id", Label::new("Id", "Id"), CellKind::Text, |d, _| Cell::text(Some(&d.id))),
        Column::new("fasilitas", Label::new("Fasilitas", "Facility"), CellKind::Text, |d, _| {
            Cell::text(Some(d.facility()))
        }),
        Column::new("judul", Label::new("Judul", "Title"), CellKind::Text, |d, _| Cell::text(Some(&d.title))),
        Column::new("kategori", Label::new("Golongan informasi", "Class of information"), CellKind::Text, |d, _| {
            Cell::text(d.category.map(Choice::key))
        }),
        Column::new("jenis", Label::new("Jenis", "Kind"), CellKind::Text, |d, _| Cell::text(d.kind.map(Choice::key))),
        Column::new("status", Label::new("Status", "Status"), CellKind::Text, |d, _| {
            Cell::text(d.status.map(Choice::key))
        }),
        Column::new("tanggal", Label::new("Tanggal", "Date"), CellKind::Date, |d, _| Cell::date(d.date)),
        Column::new("berlaku_sampai", Label::new("Berlaku sampai", "Valid until"), CellKind::Date, |d, _| {
            Cell::date(d.valid_until)
        }),
        Column::new("habis_berlaku", Label::new("Habis berlaku", "Over"), CellKind::Flag, |d, site| {
            Cell::flag((d.valid_until.is_some() || d.status.is_some()).then(|| d.is_expired(site.today)))
        }),
        Column::new("penguasa", Label::new("Pejabat atau unit penguasa", "Keeper"), CellKind::Text, |d, _| {
            Cell::text(d.holder.as_ref())
        }),
        Column::new("pihak", Label::new("Pihak", "Parties"), CellKind::List, |d, _| Cell::list(&d.parties)),
        Column::new("berkas", Label::new("Berkas", "File"), CellKind::Page, |d, _| match &d.file {
            Some(file) => Cell::Page(register_place(&d.id).file(&file.name)),
            None => Cell::Missing,
        }),
        Column::new("sumber", Label::new("Sumber", "Source"), CellKind::Text, |d, _| Cell::text(d.source.as_ref())),
        Column::new("catatan", Label::new("Catatan", "Note"), CellKind::Text, |d, _| Cell::text(d.note.as_ref())),
        Column::new("contoh", Label::new("Contoh", "Example"), CellKind::Flag, |d, site| {
            Cell::flag(Some(d.is_example(site)))
        }),
        Column::new("halaman", Label::new("Halaman", "Page"), CellKind::Page, |d, _| Cell::Page(d.place())),
    ];

    fn id(&self) -> &Id<Self> {
        &self.id
    }

    fn origin(&self) -> &Origin {
        &self.origin
    }

    fn is_example(&self, site: &Site) -> bool {
        site.is_example(&self.facility())
    }

    fn link(&self, site: &Site, cx: &mut CheckCx<'_>) {
        cx.refer(site, &self.facility());
        cx.at("pihak", |cx| {
            for (at, party) in self.parties.iter().enumerate() {
                cx.at(at, |cx| party.check(site, cx));
            }
        });
        if let (Some(until), true) = (self.valid_until, self.is_expired(site.today)) {
            let problem = Problem::Expired { what: self.noun(), on: until };
            cx.report_at("berlaku_sampai", problem);
        }
    }

    fn overview<'s>(site: &'s Site, pages: &mut Pages<'s>) {
        pages.wanted.extend(site.facilities.iter().filter_map(|facility| page::register(facility, site)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_documents_with_one_title_have_two_names() {
        let mut taken = BTreeSet::new();
        let titles = ["Izin klinik", "Izin klinik", "Izin Klinik 2", "Izin klinik"];
        let slugs = titles.map(|title| free_slug(title, &mut taken));
        assert_eq!(slugs, ["izin-klinik", "izin-klinik-2", "izin-klinik-2-2", "izin-klinik-3"]);
    }
}
