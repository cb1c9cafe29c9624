//! Pages of news as people read and hand them on: what stands above the text, what below it, and beside it.

use crate::door::{Built, Site};

const PAGE: &str = "berita/loket-pindah/index.html";
const PLACED: &str = "versi_format: 1\njudul: Situs Uji\nzona_waktu: WITA\nalamat_web: https://uji.example/a/\n";

fn site(keys: &str) -> Site {
    let unit =
        |name: &str| format!("nama: {name}\njenis: rutan\ninduk: [{{kementerian: kementerian, sejak: 2020-01-01}}]\n");
    Site::new()
        .file("content/lembaga/kementerian.yaml", "nama: Kementerian Uji\njenis: kementerian\n")
        .file("content/fasilitas/satu/profil.yaml", unit("Rutan Satu"))
        .file("content/fasilitas/dua/profil.yaml", unit("Rutan Dua"))
        .file("content/fasilitas/tiga/profil.yaml", "nama: Rutan Tiga\njenis: rutan\n")
        .file(
            "content/berita/2026-11-20-loket-pindah.md",
            format!("---\njudul: Loket pindah & lebih luas\ntanggal: 2026-11-20\n{keys}---\nLoket kini di gerbang.\n"),
        )
}

// Where each part begins; a part that is not there is `None`.
fn order(page: &str, parts: &[&str]) -> Vec<Option<usize>> {
    parts.iter().map(|part| page.find(part)).collect()
}

fn told(built: &Built) -> String {
    built.text(PAGE).to_owned()
}

#[test]
fn each_related_record_stands_once_and_what_holds_of_all_is_said_once() {
    let page = told(&site("fasilitas: [satu, dua, satu]\n").build());
    let aside = page.split("<aside").nth(1).unwrap();
    assert_eq!(aside.matches("Rutan Satu").count(), 1, "{aside}");
    assert_eq!(aside.matches("Rutan Dua").count(), 1, "{aside}");
    assert_eq!(aside.matches("Kementerian Uji").count(), 1, "{aside}");
}

#[test]
fn what_holds_of_some_names_them() {
    let page = told(&site("fasilitas: [satu, tiga]\n").build());
    assert!(page.contains("Induk: Kementerian Uji (Rutan Satu)"), "{page}");
}

#[test]
fn an_item_is_handed_on_with_title_answer_and_address() {
    let whole = site("ringkasan: Loket di gerbang.\n").file("content/situs.yaml", PLACED).build();
    let text = "Loket%20pindah%20%26%20lebih%20luas%0A%0ALoket%20di%20gerbang.%0A%0Ahttps%3A//uji.example/a/berita/loket-pindah/";
    assert!(told(&whole).contains(&format!("https://wa.me/?text={text}")), "{}", told(&whole));
    let made_up = site("contoh: true\n").file("content/situs.yaml", PLACED).build();
    assert!(told(&made_up).contains("wa.me/?text=%5BContoh"), "an example says so wherever it goes");
    assert!(!told(&site("").build()).contains("wa.me"), "a site without an address has none to hand on");
}

#[test]
fn corrections_stand_above_the_text_and_sources_below_it() {
    let keys = "koreksi: [{tanggal: 2026-11-21, isi: Nama gerbang diperbaiki.}]\nkontributor: Humas Rutan Satu\nfasilitas: [satu]\n";
    let page = told(&site(keys).build());
    let parts = order(
        page.split("<main").nth(1).unwrap(),
        &["21 November 2026", "Nama gerbang", "Loket kini di", "Humas Rutan Satu", "<aside"],
    );
    assert!(parts.is_sorted() && parts[0].is_some(), "{parts:?} {page}");
}

#[test]
fn what_nobody_said_of_a_picture_or_source_is_said_to_be_missing() {
    let picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0\x90wS\xde\0\0\0\0IEND\xaeB`\x82";
    let with = |keys: &str| {
        let text = format!(
            "---\njudul: Loket pindah\ntanggal: 2026-11-20\nslug: loket-pindah\nfoto: {{berkas: loket.png, alt: Loket di gerbang{keys}}}\n---\nIsi.\n"
        );
        let folder = "content/berita/2026-11-20-loket-pindah";
        told(
            &Site::new()
                .file(&format!("{folder}/index.md"), text)
                .file(&format!("{folder}/loket.png"), picture)
                .build(),
        )
    };
    let named = with(", keterangan: Loket baru, kredit: Humas");
    assert!(named.contains("Loket baru") && named.contains("Foto: Humas"), "{named}");
    let silent = with("");
    assert!(silent.contains("Foto: pemotret tidak disebut") && silent.contains("Tidak disebut"), "{silent}");
}

#[test]
fn what_is_left_of_a_withdrawn_item_says_since_when_and_tells_nothing_of_it() {
    let page = told(&site("kedaluwarsa: 2026-11-22T11:00\nringkasan: Rahasia lama.\n").build());
    assert!(page.contains("ditarik") && page.contains("22 November 2026"), "{page}");
    assert!(page.contains("noindex") && !page.contains("Rahasia") && !page.contains("Loket kini"), "{page}");
    let live = told(&site("kedaluwarsa: 2026-11-22T13:00\n").build());
    assert!(live.contains("Loket kini") && !live.contains("ditarik"), "{live}");
}
