//! Counts of complaints that could point at a person: they stand nowhere in what is published.

use crate::door::{Built, Site};

fn site(statistics: &str) -> Built {
    let mechanism = format!(
        "kanal:\n  - {{id: loket, jenis: tatap_muka, nilai: Loket 1}}\n  - {{id: kotak, jenis: kotak, nilai: Kotak di blok}}\n  \
         - {{id: surat, jenis: surat, nilai: Jalan Uji 1}}\nstatistik:\n  - periode: {{dari: 2026-07-01, sampai: 2026-09-30}}\n{statistics}"
    );
    Site::new()
        .file("content/fasilitas/rutan/profil.yaml", "nama: Rutan Uji\njenis: rutan\n")
        .file("content/fasilitas/rutan/pengaduan.yaml", mechanism)
        .build()
}

const PAGE: &str = "fasilitas/rutan/pengaduan/index.html";

#[test]
fn a_count_of_one_or_two_people_is_in_no_file() {
    let built = site(
        "    diterima: 4012\n    menurut_kanal: {loket: 3001, kotak: 2, surat: 1009}\n    \
         menurut_jenis: {pengaduan: 3405, aspirasi: 606, wbs: 1}\n",
    );
    // What is told together, its greater part among it, is told nowhere alone; what stands alone and the total are.
    let mut found = 0;
    for (path, bytes) in &built.files {
        let text = String::from_utf8_lossy(bytes);
        for secret in ["kotak: 2", "Kotak pengaduan: 2", "wbs: 1", "WBS: 1", "1009", "1.009", "1,009", "606"] {
            assert!(!text.contains(secret), "{path} tells {secret}");
        }
        found += usize::from(text.contains("1011") || text.contains("1.011"));
    }
    assert!(found >= 3, "the sum is told on the page, in CSV and in JSON: {found}");
    let csv = built.text("data/statistik_pengaduan.csv");
    assert!(csv.contains("menurut_kanal: kotak + surat: 1011; menurut_jenis: aspirasi + wbs: 607"), "{csv}");
    assert!(csv.contains("4012") && csv.contains("loket: 3001") && csv.contains("3405"), "{csv}");
    assert!(built.text(PAGE).contains("bersama: 1.011"), "{}", built.text(PAGE));
}

#[test]
fn of_a_total_of_two_nothing_else_is_told() {
    let built = site(
        "    diterima: 2\n    menurut_status: {selesai: 2}\n    menurut_kanal: {kotak: 2}\n    menurut_jenis: {wbs: 2}\n    \
         tepat_waktu: 2\n    median_hari: 37.25\n",
    );
    for (path, bytes) in &built.files {
        let text = String::from_utf8_lossy(bytes);
        assert!(!["kotak: 2", "37.25", "37,25", "2 dari 2"].iter().any(|secret| text.contains(secret)), "{path}");
    }
    let csv = built.text("data/statistik_pengaduan.csv");
    assert!(csv.contains("menurut_status; menurut_kanal; menurut_jenis; tepat_waktu; median_hari"), "{csv}");
    let row = csv.lines().nth(1).unwrap();
    assert!(row.contains("2026-09-30,2,,,,,,,,,,,"), "only the total: {row}");
    assert!(built.text(PAGE).contains("tidak dirinci") && built.text(PAGE).contains("2 pengaduan diterima"));
}

#[test]
fn none_is_said_as_a_number() {
    let built = site("    diterima: 0\n");
    assert!(built.text(PAGE).contains("0 pengaduan diterima"), "{}", built.text(PAGE));
}
