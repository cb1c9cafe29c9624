//! Lists of records: how many there are is said, long ones go by pages, and no entry is lost or stands twice.

use crate::door::{Built, Site};

fn unit(site: Site, name: &str, keys: &str) -> Site {
    site.file(&format!("content/fasilitas/{name}/profil.yaml"), format!("nama: Rutan {name}\njenis: rutan\n{keys}"))
}

fn services(count: usize) -> Built {
    let mut site = unit(unit(Site::new(), "satu", ""), "rekaan", "contoh: true\n");
    for number in 0..count {
        // The first is an example.
        let unit = if number == 0 { "rekaan" } else { "satu" };
        let text = format!("nama: Layanan nomor {number:03}\nkategori: integrasi\nstatus: berlaku\n");
        site = site.file(&format!("content/fasilitas/{unit}/layanan/l{number:03}.yaml"), text);
    }
    site.build()
}

fn programs(count: usize) -> Built {
    let text = |number: usize| format!("nama: Program nomor {number:03}\njenis: pendidikan\nstatus: berjalan\n");
    let add = |site: Site, number: usize| {
        site.file(&format!("content/fasilitas/satu/program/p{number:03}.yaml"), text(number))
    };
    (0..count).fold(unit(Site::new(), "satu", ""), add).build()
}

fn events(count: usize) -> Built {
    let site =
        unit(Site::new(), "satu", "").file("content/lembaga/o.yaml", "nama: Inspektorat Uji\njenis: inspektorat\n");
    let text = |number: usize| {
        format!(
            "judul: Peristiwa nomor {number:03}\nlembaga: [o]\njenis: pemantauan\nfasilitas: [satu]\ndilaporkan: 2026-0{}-11\n",
            1 + number % 9
        )
    };
    let add = |site: Site, number: usize| site.file(&format!("content/pemantauan/p{number:03}.yaml"), text(number));
    (0..count).fold(site, add).build()
}

// How many entries stand on the pages below a place, each counted as often as it stands there.
fn entries(built: &Built, below: &str, word: &str) -> Vec<usize> {
    let pages = || built.files.keys().filter(|path| path.starts_with(below) && path.ends_with(".html"));
    let times = |number: usize| {
        let text = format!(">{word} nomor {number:03}</a>");
        pages().map(|path| built.text(path).matches(&text).count()).sum::<usize>()
    };
    (0..).map(times).take_while(|times| *times > 0).collect()
}

#[test]
fn a_list_says_how_many_it_holds_and_how_many_are_made_up() {
    let built = services(3);
    assert!(built.text("layanan/index.html").contains("3 layanan, 1 di antaranya contoh."));
    assert!(programs(1).text("program/index.html").contains("<p>1 program.</p>"));
    assert!(events(2).text("pemantauan/index.html").contains("<p>2 peristiwa.</p>"));
    for (page, none) in [
        ("pemantauan/index.html", "Belum ada pemantauan yang dicatat."),
        ("program/index.html", "Belum ada program yang dicatat."),
        ("berita/index.html", "Belum ada berita."),
        ("pengumuman/index.html", "Tidak ada pengumuman yang sedang berlaku."),
        ("layanan/index.html", "Belum ada layanan yang diterbitkan"),
    ] {
        let built = Site::new().build();
        let text = built.text(page);
        assert!(text.contains(none) && !text.contains("<p>0 "), "{page}: {text}");
    }
}

#[test]
fn a_category_with_many_services_has_pages_of_its_own() {
    const COUNT: usize = 51;
    let built = services(COUNT);
    assert_eq!(entries(&built, "layanan/golongan/integrasi/", "Layanan"), [1; COUNT]);
    assert!(built.files.contains_key("layanan/golongan/integrasi/halaman/2/index.html"));
    assert!(!built.files.contains_key("layanan/golongan/integrasi/halaman/3/index.html"));
    let all = built.text("layanan/index.html");
    assert!(all.contains(">Semua 51 layanan</a>") && all.matches("Layanan nomor").count() == 20, "{all}");
    assert!(!all.contains("Layanan nomor 000"), "the example stands behind the real ones");
    let few = services(20);
    assert!(!few.files.contains_key("layanan/golongan/integrasi/index.html"));
    assert_eq!(entries(&few, "layanan/", "Layanan"), [1; 20]);
}

#[test]
fn a_kind_with_many_programmes_has_pages_of_its_own() {
    let built = programs(51);
    assert_eq!(entries(&built, "program/jenis/pendidikan/", "Program"), [1; 51]);
    assert!(built.text("program/index.html").contains(">Semua 51 program</a>"));
    assert!(built.text("program/jenis/pendidikan/halaman/2/index.html").contains("Program nomor 050"));
}

#[test]
fn events_go_by_pages_the_newest_first() {
    let built = events(60);
    assert_eq!(
        entries(&built, "pemantauan/index.html", "Peristiwa").len(),
        0,
        "an event of January is on the last page"
    );
    let list = |number: usize| match number {
        1 => "pemantauan/index.html".to_owned(),
        _ => format!("pemantauan/halaman/{number}/index.html"),
    };
    let count = |number: usize| built.text(&list(number)).matches("class=timeline__item").count();
    assert_eq!([count(1), count(2), count(3)], [25, 25, 10]);
    assert!(built.text(&list(1)).contains("11 September 2026") && built.text(&list(3)).contains("11 Januari 2026"));
    assert!(built.text(&list(2)).contains("noindex") && built.text(&list(2)).contains("60 peristiwa."));
}
