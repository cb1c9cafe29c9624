//! The pages of completeness: which service lacks which component, in lists made beforehand that agree with the matrix.

use crate::door::{Built, Site};

const FRONT: &str = "kelengkapan/index.html";

fn unit(site: Site, name: &str, keys: &str) -> Site {
    site.file(&format!("content/fasilitas/{name}/profil.yaml"), format!("nama: Rutan {name}\njenis: rutan\n{keys}"))
}

// A service that states its fee, its result, or neither.
fn service(site: Site, unit: &str, name: &str, keys: &str) -> Site {
    let text = format!("nama: Layanan {name}\nkategori: kunjungan\nstatus: berlaku\n{keys}");
    site.file(&format!("content/fasilitas/{unit}/layanan/{name}.yaml"), text)
}

const FEE: &str = "biaya: {jenis: gratis}\n";
const RESULT: &str = "produk: [Kunjungan selesai]\n";

fn mixed() -> Built {
    let site = unit(unit(unit(Site::new(), "satu", ""), "dua", ""), "kosong", "");
    let site = unit(site, "rekaan", "contoh: true\n");
    let site = service(site, "satu", "penuh", &format!("{FEE}{RESULT}"));
    let site = service(site, "satu", "separuh", FEE);
    let site = service(site, "dua", "hampa", "");
    service(site, "rekaan", "contoh", RESULT).build()
}

fn many(units: usize) -> Built {
    let mut site = Site::new();
    for number in 0..units {
        let name = format!("unit-{number:03}");
        site = service(unit(site, &name, ""), &name, "hampa", "");
    }
    site.build()
}

// How often a service stands as a row in the pages of a list.
fn rows(built: &Built, list: &str, service: &str) -> usize {
    let leaf = |path: &&String| {
        path.starts_with(list)
            && (path.len() == list.len() + "index.html".len() || path[list.len()..].starts_with("halaman/"))
    };
    let text = format!(">Layanan {service}</a></th>");
    built.files.keys().filter(leaf).map(|path| built.text(path).matches(&text).count()).sum()
}

#[test]
fn each_component_lists_the_services_that_lack_it_and_no_other() {
    let built = mixed();
    let fee = ["penuh", "separuh", "hampa", "contoh"].map(|name| rows(&built, "kelengkapan/komponen/biaya/", name));
    assert_eq!(fee, [0, 0, 1, 1]);
    let result = ["penuh", "separuh", "hampa", "contoh"].map(|name| rows(&built, "kelengkapan/komponen/produk/", name));
    assert_eq!(result, [0, 1, 1, 0]);
    let page = built.text("kelengkapan/komponen/produk/index.html");
    assert!(page.contains("<h1>Layanan yang belum menetapkan produk</h1>"), "{page}");
    assert!(page.contains("2 dari 3 layanan belum menetapkan produk."), "examples are not counted: {page}");
    assert!(page.contains("1 dari 3 unit layanan belum mencatat satu pun standar"), "{page}");
    assert!(page.contains("kolom `produk` kosong") && page.contains("data/layanan.csv"), "{page}");
    assert!(page.contains("index.html#produk"), "a row leads to where the component would stand: {page}");
    let late = page.find("Layanan hampa").zip(page.find("Layanan separuh"));
    assert!(late.is_some_and(|(worse, better)| worse < better), "{page}");
}

#[test]
fn a_list_of_examples_alone_says_so_and_an_empty_one_is_not_made() {
    let site = service(unit(Site::new(), "satu", ""), "satu", "berbiaya", FEE);
    let site = service(unit(site, "rekaan", "contoh: true\n"), "rekaan", "contoh", "");
    let built = site.build();
    let page = built.text("kelengkapan/komponen/biaya/index.html");
    assert!(
        page.contains("Contoh — bukan data nyata") && page.contains("Semua 1 layanan unit nyata menetapkan biaya."),
        "{page}"
    );
    let full = service(unit(Site::new(), "satu", ""), "satu", "berbiaya", FEE).build();
    assert!(!full.files.contains_key("kelengkapan/komponen/biaya/index.html"));
    assert!(
        full.text(FRONT).contains("<span>biaya <span class=choices__count>(0)</span></span>"),
        "{}",
        full.text(FRONT)
    );
}

#[test]
fn the_least_complete_stands_first_and_those_without_any_before_it() {
    let page = mixed().text(FRONT).to_owned();
    let parts = ["id=tanpa-standar", "id=unit-dua", "id=unit-satu", "id=unit-rekaan"].map(|part| page.find(part));
    assert!(parts.is_sorted() && parts[0].is_some(), "{parts:?} {page}");
    let within = ["Layanan separuh", "Layanan penuh"].map(|name| page.find(name).unwrap());
    assert!(within.is_sorted(), "{page}");
    assert!(page.contains("Layanan hampa di Rutan dua paling tidak lengkap: 14 dari 14"), "{page}");
}

#[test]
fn each_facility_has_its_own_page_to_which_its_services_lead() {
    let built = mixed();
    let page = built.text("kelengkapan/fasilitas/satu/index.html");
    assert!(page.contains("<h1>Kelengkapan standar Rutan satu</h1>"), "{page}");
    assert!(page.contains("25 dari 28 komponen pada 2 layanan belum ditetapkan."), "{page}");
    assert!(!page.contains("Layanan hampa"), "{page}");
    assert!(built.text("fasilitas/satu/layanan/index.html").contains("kelengkapan/fasilitas/satu/index.html"));
    assert!(built.text("kelengkapan/fasilitas/rekaan/index.html").contains("Contoh — bukan data nyata"));
    assert!(!built.files.contains_key("kelengkapan/fasilitas/kosong/index.html"));
    assert!(built.text("kelengkapan/tanpa-standar/index.html").contains("Rutan kosong"));
}

#[test]
fn long_lists_hold_every_service_once_on_pages_whose_number_is_linear() {
    let built = many(101);
    assert_eq!(rows(&built, "kelengkapan/", "hampa"), 101);
    assert_eq!(rows(&built, "kelengkapan/komponen/biaya/", "hampa"), 101);
    let pages = built.files.keys().filter(|path| path.starts_with("kelengkapan/")).count();
    // 40 services of a matrix, 50 rows of a component, 100 names, and one for each facility.
    assert_eq!(pages, 3 + 14 * 3 + 2 + 101);
    assert!(
        built.text(FRONT).contains("101 layanan paling tidak lengkap, di antaranya Layanan hampa"),
        "none is blamed alone"
    );
    let page = built.text("kelengkapan/halaman/2/index.html");
    assert!(page.contains("Nomor 41–80 dari 101") && page.contains("noindex"), "{page}");
    assert!(built.text("kelengkapan/komponen/biaya/index.html").contains("101 dari 101 layanan belum"));
}

#[test]
fn a_site_without_services_says_so() {
    let page = Site::new().build().text(FRONT).to_owned();
    assert!(page.contains("Belum ada standar layanan yang dicatat."), "{page}");
    assert!(page.contains("<span>Per fasilitas <span class=choices__count>(0)</span></span>"), "{page}");
}
