//! The published fields of a service. An absent component is a missing cell; a stated fee of nothing is zero.

use super::clauses::{Amenity, Requirement, Step};
use super::fee::Fee;
use super::promise::{Promise, Stage};
use super::{Decree, Service, Sop, Version};
use crate::kinds::column::Column;
use crate::kinds::component::Component;
use crate::kinds::{Record, Site};
use crate::lang::Label;
use crate::model::cell::{Cell, CellKind};
use crate::model::scalar::Choice;

pub(super) const COLUMNS: &[Column<Service>] = &[
    Column::new("id", Label::new("Id", "Id"), CellKind::Text, |s, _| Cell::text(Some(s.id()))),
    Column::new("fasilitas", Label::new("Fasilitas", "Facility"), CellKind::Text, |s, _| {
        Cell::text(Some(s.facility_id()))
    }),
    Column::new("nama", Label::new("Nama", "Name"), CellKind::Text, |s, _| Cell::text(Some(&s.name))),
    Column::new("kategori", Label::new("Kategori", "Category"), CellKind::Text, |s, _| {
        Cell::text(Some(s.category.key()))
    }),
    Column::new("pengguna", Label::new("Pengguna", "Users"), CellKind::List, |s, _| {
        Cell::list(s.users.iter().map(|user| user.key()))
    }),
    Column::new("status", Label::new("Status", "Status"), CellKind::Text, |s, _| Cell::text(Some(s.status.key()))),
    Column::new("sk", Label::new("Nomor surat keputusan", "Number of the decree"), CellKind::Text, |s, _| {
        Cell::text(decree(s).and_then(|decree| decree.number.as_ref()))
    }),
    Column::new("sk_tanggal", Label::new("Tanggal surat keputusan", "Date of the decree"), CellKind::Date, |s, _| {
        Cell::date(decree(s).and_then(|decree| decree.date))
    }),
    Column::new("sk_jabatan", Label::new("Penandatangan", "Signed by"), CellKind::Text, |s, _| {
        Cell::text(decree(s).and_then(|decree| decree.signed_by.as_ref()))
    }),
    Column::new("sk_berkas", Label::new("Berkas surat keputusan", "File of the decree"), CellKind::Page, |s, _| {
        let file = decree(s).and_then(|decree| decree.file.as_ref());
        file.map_or(Cell::Missing, |file| Cell::Page(s.place().file(&file.name)))
    }),
    Column::new("berlaku_sejak", Label::new("Berlaku sejak", "In force since"), CellKind::Date, |s, _| {
        Cell::date(s.in_force_since)
    }),
    Column::new("ditinjau", Label::new("Terakhir ditinjau", "Last reviewed"), CellKind::Date, |s, _| {
        Cell::date(s.reviewed)
    }),
    Column::new(
        "tinjau_lagi",
        Label::new("Ditinjau lagi paling lambat", "Next review by"),
        CellKind::Date,
        |s, site| Cell::date(s.next_review(site.today)),
    ),
    Column::new("dasar_hukum", Component::LegalBasis.label(), CellKind::List, |s, site| {
        list(s.standard.legal_basis.as_deref(), |citation| citation.cell(site))
    }),
    Column::new("persyaratan", Component::Requirements.label(), CellKind::List, |s, _| {
        list(s.standard.requirements.as_deref(), Requirement::words)
    }),
    Column::new("prosedur", Component::Procedure.label(), CellKind::List, |s, _| {
        list(s.standard.procedure.as_deref(), Step::words)
    }),
    Column::new("jangka_waktu", Component::Duration.label(), CellKind::List, |s, site| {
        list(promise(s).map(|promise| &promise.stages[..]), |stage| stage_words(stage, site))
    }),
    Column::new("jangka_waktu_jumlah", Label::new("Jangka waktu: jumlah", "Time: amount"), CellKind::Whole, |s, _| {
        Cell::whole(s.promised().map(|span| span.amount))
    }),
    Column::new("jangka_waktu_satuan", Label::new("Jangka waktu: satuan", "Time: unit"), CellKind::Text, |s, _| {
        Cell::text(s.promised().map(|span| span.unit.key()))
    }),
    Column::new("biaya", Component::Fee.label(), CellKind::Text, |s, _| Cell::text(fee(s).map(|fee| fee.kind.key()))),
    Column::new("biaya_jumlah", Label::new("Biaya: jumlah", "Fee: amount"), CellKind::Money, |s, _| {
        fee(s).map_or(Cell::Missing, |fee| Cell::Money(fee.amount))
    }),
    Column::new("biaya_dasar", Label::new("Biaya: dasar", "Fee: basis"), CellKind::Text, |s, _| {
        Cell::text(fee(s).and_then(|fee| fee.basis.as_ref()))
    }),
    Column::new("produk", Component::Products.label(), CellKind::List, |s, _| {
        list(s.standard.products.as_deref(), String::clone)
    }),
    Column::new("sarana", Component::Amenities.label(), CellKind::List, |s, site| {
        list(s.standard.amenities.as_deref(), |amenity: &Amenity| amenity.words(site.lang()))
    }),
    Column::new("kompetensi", Component::StaffCompetence.label(), CellKind::List, |s, _| {
        list(s.standard.staff_competence.as_deref(), String::clone)
    }),
    Column::new("pengawasan_internal", Component::InternalSupervision.label(), CellKind::List, |s, _| {
        list(s.standard.internal_supervision.as_deref(), String::clone)
    }),
    Column::new("penanganan_pengaduan", Label::new("Kanal pengaduan", "Complaint channels"), CellKind::List, |s, _| {
        let handling = s.standard.complaint_handling.as_ref();
        handling.map_or(Cell::Missing, |handling| Cell::list(&handling.channels))
    }),
    Column::new(
        "batas_waktu_pengaduan",
        Label::new("Batas waktu jawaban pengaduan", "Time limit for complaints"),
        CellKind::Text,
        |s, site| {
            let limit = s.standard.complaint_handling.as_ref().and_then(|handling| handling.limit);
            Cell::text(limit.map(|limit| limit.words(site.lang())))
        },
    ),
    Column::new("jumlah_pelaksana", Component::StaffCount.label(), CellKind::Whole, |s, _| {
        Cell::whole(s.standard.staff_count)
    }),
    Column::new("jaminan_pelayanan", Component::ServiceGuarantee.label(), CellKind::Text, |s, _| {
        Cell::text(s.standard.service_guarantee.as_ref())
    }),
    Column::new("jaminan_keamanan", Component::SafetyGuarantee.label(), CellKind::Text, |s, _| {
        Cell::text(s.standard.safety_guarantee.as_ref())
    }),
    Column::new("evaluasi", Component::Evaluation.label(), CellKind::Text, |s, _| {
        Cell::text(s.standard.evaluation.as_ref().map(|evaluation| &evaluation.method))
    }),
    Column::new(
        "evaluasi_berkala",
        Label::new("Evaluasi: berkala", "Evaluation: how often"),
        CellKind::Text,
        |s, _| {
            let frequency = s.standard.evaluation.as_ref().and_then(|evaluation| evaluation.frequency);
            Cell::text(frequency.map(Choice::key))
        },
    ),
    Column::new("sop", Label::new("Nomor SOP", "Number of the SOP"), CellKind::Text, |s, _| {
        Cell::text(s.sop.as_ref().and_then(|sop: &Sop| sop.number.as_ref()))
    }),
    Column::new("riwayat", Label::new("Riwayat versi", "Versions"), CellKind::List, |s, _| {
        Cell::list(s.versions.iter().map(Version::words))
    }),
    Column::new("publikasi", Label::new("Terpasang di", "Posted at"), CellKind::List, |s, site| {
        Cell::list(s.publications.iter().map(|publication| publication.words(site.lang())))
    }),
    Column::new("publikasi_media", Label::new("Media publikasi", "Media of publication"), CellKind::List, |s, _| {
        Cell::list(s.publications.iter().map(|publication| publication.medium.key()))
    }),
    Column::new(
        "terpasang",
        Label::new("Terpasang selain di situs web", "Posted beside a web site"),
        CellKind::Flag,
        |s, site| Cell::flag(Some(s.is_posted(site.today))),
    ),
    Column::new(
        "komponen_penyampaian",
        Label::new("Komponen penyampaian yang ada, dari 6", "Delivery components stated, of 6"),
        CellKind::Whole,
        |s, _| Cell::whole(Some(s.standard.delivery_count())),
    ),
    Column::new(
        "komponen",
        Label::new("Komponen yang ada, dari 14", "Components stated, of 14"),
        CellKind::Whole,
        |s, _| Cell::whole(Some(s.standard.full_count())),
    ),
    Column::new("contoh", Label::new("Contoh", "Example"), CellKind::Flag, |s, site| {
        Cell::flag(Some(s.is_example(site)))
    }),
    Column::new("halaman", Label::new("Halaman", "Page"), CellKind::Page, |s, _| Cell::Page(s.place())),
];

fn decree(service: &Service) -> Option<&Decree> {
    service.decree.as_ref()
}

fn promise(service: &Service) -> Option<&Promise> {
    service.standard.duration.as_ref()
}

fn fee(service: &Service) -> Option<&Fee> {
    service.standard.fee.as_ref()
}

fn list<T>(items: Option<&[T]>, words: impl Fn(&T) -> String) -> Cell {
    items.map_or(Cell::Missing, |items| Cell::list(items.iter().map(words)))
}

fn stage_words(stage: &Stage, site: &Site) -> String {
    let mut words = stage.place.as_ref().map(|place| format!("{place}: ")).unwrap_or_default();
    words.push_str(&stage.time.words(site.lang()));
    words.extend(stage.starts.as_ref().map(|starts| format!(" {} {starts}", site.lang().pick("sejak", "from"))));
    words
}
