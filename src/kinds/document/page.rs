//! The page of a facility's documents: licences apart, excluded ones by title only.

use serde::Serialize;

use super::{Category, Document, DocumentKind, DocumentStatus};
use crate::kinds::commitment::{self, Commitment, Owner};
use crate::kinds::facility::Facility;
use crate::kinds::parts::day::Day;
use crate::kinds::parts::due::Due;
use crate::kinds::{Record, Site};
use crate::lang::{Lang, whole};
use crate::model::law_ref::LawRef;
use crate::model::scalar::Choice;
use crate::page::{Page, ViewCx};
use crate::view::{Link, Tag, Tone};

/// The duty to keep from the public what would harm it.
const EXCLUSION: LawRef = LawRef::article("UU 14/2008", "17");

#[derive(Serialize)]
struct RegisterPage {
    facility: Link,
    documents: Vec<Row>,
    documents_caption: String,
    licences: Vec<Row>,
    licences_caption: String,
    promises: Vec<commitment::Row>,
    promises_words: Option<String>,
    promises_caption: String,
    excluded: Vec<Row>,
    exclusion_law: String,
}

#[derive(Serialize)]
struct Row {
    anchor: String,
    title: Link,
    file_kind: Option<String>,
    category: Option<String>,
    kind: Option<String>,
    date: Option<Day>,
    holder: Option<String>,
    parties: Vec<Link>,
    valid_until: Option<Day>,
    tags: Vec<Tag>,
    source: Option<String>,
    note: Option<String>,
}

// In which list of the page a document stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shelf {
    Document,
    Licence,
    Excluded,
}

impl Shelf {
    fn of(document: &Document) -> Self {
        match (document.category, document.kind) {
            (Some(Category::Excluded), _) => Self::Excluded,
            (_, Some(DocumentKind::Licence)) => Self::Licence,
            _ => Self::Document,
        }
    }
}

/// The page of a facility's documents, if it has any.
pub(super) fn register<'s>(facility: &'s Facility, site: &'s Site) -> Option<Page<'s>> {
    let documents: Vec<&Document> = site.documents.under(facility.id()).collect();
    let first = documents.first()?;
    let promised = promises(&documents, site);
    let assets = documents.iter().filter_map(|document| document.file.clone());
    let title = site.lang().pick("Daftar informasi publik", "Public documents");
    let mut page = Page::new(facility.section("dokumen"), "documents.html", title, move |cx| view(facility, site, cx))
        .updated(documents.iter().filter_map(|document| document.date).filter(|date| *date <= site.today).max())
        .example(facility.example)
        .from(first.origin.file)
        .assets(assets)
        .assets(promised.iter().flat_map(|commitment| commitment.assets()))
        .summary(match site.lang() {
            Lang::Id => format!("Dokumen, izin, dan perjanjian {}.", facility.called()),
            Lang::En => format!("Documents, licences and agreements of {}.", facility.called()),
        });
    page.trail = site.facility_trail(facility.id());
    Some(page)
}

fn promises<'s>(documents: &[&'s Document], site: &'s Site) -> Vec<&'s Commitment> {
    let of_document = |document: &&Document| site.commitments.under(document.id());
    let all = documents.iter().flat_map(of_document);
    // An event whose id is like that of a facility has commitments of its own.
    commitment::sorted(all.filter(|commitment| matches!(commitment.owner, Owner::Document(_))), site)
}

fn view(facility: &Facility, site: &Site, cx: &ViewCx<'_>) -> RegisterPage {
    let mut all: Vec<&Document> = site.documents.under(facility.id()).collect();
    all.sort_by_key(|document| std::cmp::Reverse(document.date));
    let promised = promises(&all, site);
    let rows = |shelf: Shelf| -> Vec<Row> {
        all.iter().filter(|document| Shelf::of(document) == shelf).map(|document| row(document, site, cx)).collect()
    };
    let documents = rows(Shelf::Document);
    let licences = rows(Shelf::Licence);
    RegisterPage {
        facility: facility.link_in(cx),
        documents_caption: caption(documents.len(), cx.say("dokumen", "documents"), cx),
        documents,
        licences_caption: caption(licences.len(), cx.say("izin", "licences"), cx),
        licences,
        promises_words: (!promised.is_empty()).then(|| commitment::words(&promised, site, cx.lang)),
        promises_caption: cx.say("Yang terlambat di atas", "Overdue ones first").to_owned(),
        promises: promised.iter().map(|commitment| commitment.row(false, site, cx)).collect(),
        excluded: rows(Shelf::Excluded),
        exclusion_law: EXCLUSION.words(cx.lang),
    }
}

fn caption(count: usize, noun: &str, cx: &ViewCx<'_>) -> String {
    format!("{} {noun}, {}", whole(count, cx.lang), cx.say("terbaru di atas", "newest first"))
}

fn row(document: &Document, site: &Site, cx: &ViewCx<'_>) -> Row {
    let folder = super::register_place(&document.id);
    let file = document.file.as_ref();
    Row {
        anchor: document.id.last().to_owned(),
        title: match file {
            Some(file) => cx.link(&document.title, &folder.file(&file.name)),
            None => Link::plain(&document.title),
        },
        file_kind: file.and_then(|file| Some(file.name.rsplit_once('.')?.1.to_uppercase())),
        category: document.category.map(|category| category.label().of(cx.lang).to_owned()),
        kind: document.kind.filter(|kind| says_more(*kind)).map(|kind| kind.label().of(cx.lang).to_owned()),
        date: document.date.map(|date| Day::new(date, cx.lang)),
        holder: document.holder.clone(),
        parties: document.parties.iter().map(|party| party.link_in(site, cx)).collect(),
        valid_until: document.valid_until.map(|until| Day::new(until, cx.lang)),
        tags: tags(document, site, cx.lang),
        source: document.source.clone(),
        note: document.note.clone(),
    }
}

// Licences stand in a list of their own, and "other" is no word for a reader.
fn says_more(kind: DocumentKind) -> bool {
    !matches!(kind, DocumentKind::Licence | DocumentKind::Other)
}

// What is stated, except that a date which has passed says more than the word "issued".
fn tags(document: &Document, site: &Site, lang: Lang) -> Vec<Tag> {
    let mut tags = Vec::new();
    if document.is_expired(site.today) {
        tags.push(Tag::new(DocumentStatus::Expired.label().of(lang), Tone::Late));
    } else {
        let tone = |status| if status == DocumentStatus::Issued { Tone::Ok } else { Tone::Neutral };
        tags.extend(document.status.map(|status| Tag::new(status.label().of(lang), tone(status))));
        tags.extend(match document.validity(site.today) {
            Due::Soon(0) => Some(Tag::new(lang.pick("Berakhir hari ini", "Ends today"), Tone::Soon)),
            Due::Soon(days) => {
                let days = whole(days, lang);
                let text = lang.pick(format!("Berakhir {days} hari lagi"), format!("Ends in {days} days"));
                Some(Tag::new(text, Tone::Soon))
            }
            Due::Past(_) | Due::Later | Due::Unset => None,
        });
    }
    tags
}
