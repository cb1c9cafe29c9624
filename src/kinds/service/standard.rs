//! The standard of a service: its fourteen components. What is absent stays absent; nothing is assumed to be free or good.

use super::clauses::{
    Amenity, Evaluation, Handling, RawAmenity, RawEvaluation, RawHandling, RawRequirement, RawStep, Requirement, Step,
};
use super::fee::{Fee, RawFee};
use super::promise::{Promise, RawPromise};
use crate::diag::Problem;
use crate::kinds::component::{self, Component, Group};
use crate::kinds::regulation::cited::{Citation, RawCitation};
use crate::model::scalar::Text;
use crate::parse::written::{TextOr, Written};
use crate::stage::CheckCx;

/// The fourteen components. A list that is there says something; only the list of requirements may be empty, and then says
/// that there are none.
#[derive(Debug, Default)]
pub struct Standard {
    /// a.
    pub legal_basis: Option<Vec<Citation>>,
    /// b.
    pub requirements: Option<Vec<Requirement>>,
    /// c.
    pub procedure: Option<Vec<Step>>,
    /// d.
    pub duration: Option<Promise>,
    /// e.
    pub fee: Option<Fee>,
    /// f.
    pub products: Option<Vec<String>>,
    /// g.
    pub amenities: Option<Vec<Amenity>>,
    /// h.
    pub staff_competence: Option<Vec<String>>,
    /// i.
    pub internal_supervision: Option<Vec<String>>,
    /// j.
    pub complaint_handling: Option<Handling>,
    /// k.
    pub staff_count: Option<u32>,
    /// l.
    pub service_guarantee: Option<String>,
    /// m.
    pub safety_guarantee: Option<String>,
    /// n.
    pub evaluation: Option<Evaluation>,
}

/// The fourteen components as written.
pub(super) struct RawStandard {
    pub(super) legal_basis: Option<Vec<RawCitation>>,
    pub(super) requirements: Option<Vec<TextOr<RawRequirement>>>,
    pub(super) procedure: Option<Vec<TextOr<RawStep>>>,
    pub(super) duration: Option<RawPromise>,
    pub(super) fee: Option<RawFee>,
    pub(super) products: Option<Vec<Written<Text>>>,
    pub(super) amenities: Option<Vec<TextOr<RawAmenity>>>,
    pub(super) staff_competence: Option<Vec<Written<Text>>>,
    pub(super) internal_supervision: Option<Vec<Written<Text>>>,
    pub(super) complaint_handling: Option<RawHandling>,
    pub(super) staff_count: Option<Written<u32>>,
    pub(super) service_guarantee: Option<Written<Text>>,
    pub(super) safety_guarantee: Option<Written<Text>>,
    pub(super) evaluation: Option<RawEvaluation>,
}

impl RawStandard {
    /// Checks what is there and reports what is not. A value that is there but cannot be read is an error, not a gap too.
    pub(super) fn check(self, cx: &mut CheckCx<'_>) -> Standard {
        for component in self.absent() {
            cx.gap("component-missing", component.label(), component::LAW);
        }
        let Self {
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
        } = self;
        Standard {
            legal_basis: list(Component::LegalBasis, legal_basis, Citation::check, cx),
            requirements: requirements
                .map(|raw| cx.each(Component::Requirements.key(), raw, |cx, raw| Requirement::check(raw, cx))),
            procedure: list(Component::Procedure, procedure, Step::check, cx),
            duration: duration.and_then(|raw| Promise::check(raw, cx)),
            fee: fee.and_then(|raw| Fee::check(raw, cx)),
            products: list(Component::Products, products, text, cx),
            amenities: list(Component::Amenities, amenities, Amenity::check, cx),
            staff_competence: list(Component::StaffCompetence, staff_competence, text, cx),
            internal_supervision: list(Component::InternalSupervision, internal_supervision, text, cx),
            complaint_handling: complaint_handling.map(|raw| Handling::check(raw, cx)),
            staff_count: staff_count.and_then(|raw| check_count(raw, cx)),
            service_guarantee: cx.get(Component::ServiceGuarantee.key(), service_guarantee).map(String::from),
            safety_guarantee: cx.get(Component::SafetyGuarantee.key(), safety_guarantee).map(String::from),
            evaluation: evaluation.and_then(|raw| Evaluation::check(raw, cx)),
        }
    }

    fn absent(&self) -> impl Iterator<Item = Component> {
        fn empty<T>(list: Option<&Vec<T>>) -> bool {
            list.is_none_or(Vec::is_empty)
        }
        let is_absent = |component| match component {
            Component::LegalBasis => empty(self.legal_basis.as_ref()),
            Component::Requirements => self.requirements.is_none(),
            Component::Procedure => empty(self.procedure.as_ref()),
            Component::Duration => self.duration.is_none(),
            Component::Fee => self.fee.is_none(),
            Component::Products => empty(self.products.as_ref()),
            Component::Amenities => empty(self.amenities.as_ref()),
            Component::StaffCompetence => empty(self.staff_competence.as_ref()),
            Component::InternalSupervision => empty(self.internal_supervision.as_ref()),
            Component::ComplaintHandling => self.complaint_handling.is_none(),
            Component::StaffCount => self.staff_count.is_none(),
            Component::ServiceGuarantee => self.service_guarantee.is_none(),
            Component::SafetyGuarantee => self.safety_guarantee.is_none(),
            Component::Evaluation => self.evaluation.is_none(),
        };
        Component::ALL.into_iter().filter(move |component| is_absent(*component))
    }
}

fn list<R, T>(
    component: Component,
    raw: Option<Vec<R>>,
    check: impl Fn(R, &mut CheckCx<'_>) -> Option<T>,
    cx: &mut CheckCx<'_>,
) -> Option<Vec<T>> {
    let checked = cx.each(component.key(), raw?, |cx, raw| check(raw, cx));
    (!checked.is_empty()).then_some(checked)
}

fn text(raw: Written<Text>, cx: &mut CheckCx<'_>) -> Option<String> {
    cx.here(&raw).map(String::from)
}

fn check_count(raw: Written<u32>, cx: &mut CheckCx<'_>) -> Option<u32> {
    let key = Component::StaffCount.key();
    let count = cx.get(key, Some(raw))?;
    if count == 0 {
        cx.report_at(key, Problem::OutOfRange { found: "0".to_owned(), range: "≥ 1".to_owned() });
    }
    Some(count)
}

impl Standard {
    /// Returns whether a component is stated.
    pub fn has(&self, component: Component) -> bool {
        match component {
            Component::LegalBasis => self.legal_basis.is_some(),
            Component::Requirements => self.requirements.is_some(),
            Component::Procedure => self.procedure.is_some(),
            Component::Duration => self.duration.is_some(),
            Component::Fee => self.fee.is_some(),
            Component::Products => self.products.is_some(),
            Component::Amenities => self.amenities.is_some(),
            Component::StaffCompetence => self.staff_competence.is_some(),
            Component::InternalSupervision => self.internal_supervision.is_some(),
            Component::ComplaintHandling => self.complaint_handling.as_ref().is_some_and(Handling::is_whole),
            Component::StaffCount => self.staff_count.is_some(),
            Component::ServiceGuarantee => self.service_guarantee.is_some(),
            Component::SafetyGuarantee => self.safety_guarantee.is_some(),
            Component::Evaluation => self.evaluation.is_some(),
        }
    }

    /// Returns what is missing, in the order of the law.
    pub fn missing(&self) -> impl Iterator<Item = Component> {
        Component::ALL.into_iter().filter(|component| !self.has(*component))
    }

    /// Returns how many of the six components that must be published are there.
    pub fn delivery_count(&self) -> usize {
        Component::of(Group::Delivery).filter(|component| self.has(*component)).count()
    }

    /// Returns how many of all fourteen are there.
    pub fn full_count(&self) -> usize {
        Component::ALL.len() - self.missing().count()
    }

    /// Returns whether nothing is missing.
    pub fn is_full(&self) -> bool {
        self.missing().next().is_none()
    }
}

#[cfg(test)]
mod tests {
    use crate::diag::{Diagnostics, Problem, Severity};
    use crate::kinds::Site;
    use crate::kinds::component::Component;
    use crate::lang::Label;
    use crate::model::date::{Instant, Zone};
    use crate::sources::Sources;
    use crate::{builtin, check, config};

    const COMPONENTS: [&str; 14] = [
        "dasar_hukum: [{peraturan: uu-25-2009, pasal: \"21\"}]",
        "persyaratan: []",
        "prosedur: [{pelaku: Warga, langkah: Datang}]",
        "jangka_waktu: {tahap: [{di: Lapas, jumlah: 14, satuan: hari_kerja}, {di: Kanwil, jumlah: 14, satuan: hari_kerja}]}",
        "biaya: {jenis: gratis}",
        "produk: [Surat]",
        "sarana: [{nama: Kursi roda, ramah_rentan: true}]",
        "kompetensi: [Memahami SOP]",
        "pengawasan_internal: [Kepala Seksi]",
        "penanganan_pengaduan: {kanal: [lapor], batas_waktu: {jumlah: 14, satuan: hari_kerja}}",
        "jumlah_pelaksana: 2",
        "jaminan_pelayanan: Dilayani",
        "jaminan_keamanan: Aman",
        "evaluasi: {cara: Survei, berkala: tahunan}",
    ];

    const SOP: &str = "sop: {nomor: A, tanggal: 2026-01-01, pelaku: [{id: a, nama: A}], langkah: [{no: 1, pelaku: a, \
        bentuk: mulai, kegiatan: A, waktu: {jumlah: 40, satuan: menit}}, {no: 2, pelaku: a, bentuk: selesai, kegiatan: A, \
        waktu: {jumlah: 21, satuan: menit}}]}";

    fn read(components: &[&str]) -> (Site, Diagnostics) {
        let envelope = "nama: Surat\nkategori: lain\nstatus: berlaku\nditinjau: 2026-11-01\n";
        let service = format!("{envelope}{}\n", components.join("\n"));
        // A closed facility owes no complaint mechanism: only the service speaks.
        let profile = "nama: A\njenis: lapas\nstatus: tutup\n".to_owned();
        let files = [("content/fasilitas/a/profil.yaml", profile), ("content/fasilitas/a/layanan/b.yaml", service)];
        let mut found = Diagnostics::default();
        let now = Instant::from_epoch(1_795_320_000).unwrap().in_zone(Zone::Wita);
        let sources = builtin::add_to(&Sources::from_pairs(files));
        let (site, _) = check::site(&sources, config::Config::default(), now, &mut found);
        (site, found)
    }

    type Found = Vec<(Severity, &'static str, Option<Label>)>;

    fn with(component: Component, written: &str) -> (Site, Found) {
        let at = Component::ALL.iter().position(|other| *other == component).unwrap();
        let mut components = COMPONENTS;
        components[at] = written;
        let (site, found) = read(&components);
        let found = found.iter().map(|d| match d.problem {
            Problem::Gap { what, .. } => (d.severity, d.problem.code(), Some(what)),
            _ => (d.severity, d.problem.code(), None),
        });
        let found = found.collect();
        (site, found)
    }

    #[test]
    fn each_missing_component_is_one_gap_and_counts_one_less() {
        let (site, found) = read(&COMPONENTS);
        assert_eq!(found.iter().count(), 0, "{found:?}");
        assert!(site.services.iter().all(|service| service.standard.is_full()));
        for component in Component::ALL {
            let (site, found) = with(component, "");
            assert_eq!(found, [(Severity::Gap, "component-missing", Some(component.label()))]);
            let standard = &site.services.iter().next().unwrap().standard;
            assert_eq!((standard.missing().collect::<Vec<_>>(), standard.full_count()), (vec![component], 13));
        }
    }

    #[test]
    fn what_is_there_but_says_too_little_is_told() {
        fn codes(component: Component, written: &str) -> Vec<&'static str> {
            with(component, written).1.into_iter().map(|(_, code, _)| code).collect()
        }
        for (component, written, expected) in [
            (Component::Products, "produk: []", &["component-missing"][..]),
            (Component::Fee, "biaya: {jenis: gratis, jumlah: 5000}", &["disagrees"]),
            (Component::Fee, "biaya: {jenis: pnbp, dasar: PP}", &["needs"]),
            (Component::Fee, "biaya: {jenis: pnbp, jumlah: 5000}", &["fee-basis-missing"]),
            (Component::Fee, "biaya: {jenis: grtis}", &["misread"]),
            (Component::Duration, "jangka_waktu: {jumlah: 14, satuan: hari}", &["day-ambiguous"]),
            (Component::Duration, "jangka_waktu: {jumlah: 0, satuan: jam}", &["out-of-range"]),
            (Component::Duration, "jangka_waktu: {tahap: []}", &["missing-key"]),
            (Component::ComplaintHandling, "penanganan_pengaduan: {kanal: [lapor]}", &["component-incomplete"]),
            (Component::LegalBasis, "dasar_hukum: [{peraturan: perpres-87-2016}]", &["law-revoked"]),
            (Component::LegalBasis, "dasar_hukum: [{peraturan: uu-25-2008}]", &["law-unknown"]),
            (Component::Evaluation, "evaluasi: {berkala: tahunan}", &["component-missing"]),
        ] {
            assert_eq!(codes(component, written), expected, "{written}");
        }
        for (amount, expected) in [(61, &[][..]), (60, &["sop-too-long"])] {
            let written = format!("jangka_waktu: {{jumlah: {amount}, satuan: menit}}\n{SOP}");
            assert_eq!(codes(Component::Duration, &written), expected, "{written}");
        }
    }
}
