//! The tracker of recommendations: lists made beforehand that hold every recommendation once, say how many they hold, and stay
//! linear in what there is.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::door::{Built, Site};

const FRONT: &str = "rekomendasi/index.html";

// Recommendations of one event, as lines of YAML.
fn event(site: Site, name: &str, keys: &str, facilities: &str, recommendations: &str) -> Site {
    let text = format!(
        "judul: Pemantauan {name}\nlembaga: [ombudsman]\njenis: pemantauan\nfasilitas: [{facilities}]\n{keys}\nrekomendasi:\n{recommendations}"
    );
    site.file(&format!("content/pemantauan/{name}.yaml"), text)
}

fn bodies() -> Site {
    let unit = |name: &str| format!("nama: Rutan {name}\njenis: rutan\n");
    Site::new()
        .file("content/lembaga/ombudsman.yaml", "nama: Ombudsman Uji\njenis: ombudsman\n")
        .file("content/fasilitas/satu/profil.yaml", unit("Satu"))
        .file("content/fasilitas/dua/profil.yaml", unit("Dua"))
        .file("content/fasilitas/rekaan/profil.yaml", format!("{}contoh: true\n", unit("Rekaan")))
}

fn mixed() -> Built {
    let late = "  - {id: a, jenis: catatan, isi: Pasang papan., tenggat: 2026-01-01, penanggung_jawab: Kepala Rutan}\n";
    let open = "  - {id: b, jenis: catatan, isi: Buka loket., tenggat: 2027-12-01, status: proses}\n";
    let silent = "  - {id: c, jenis: catatan, isi: Catat laporan.}\n";
    let site = event(bodies(), "lama", "dilaporkan: 2024-05-01", "satu, dua", &format!("{late}{open}"));
    let site = event(site, "baru", "dilaporkan: 2026-05-01", "dua", silent);
    event(site, "rekaan", "dilaporkan: 2026-06-01", "rekaan", late).build()
}

// As a site of that size has them: a file an event, some forty recommendations each.
fn many(count: usize) -> Built {
    let site = bodies().file("content/lembaga/ombudsman.yaml", "nama: Inspektorat Uji\njenis: inspektorat\n");
    let numbers: Vec<usize> = (0..count).collect();
    let add = |site: Site, (at, numbers): (usize, &[usize])| {
        let mut lines = String::new();
        for number in numbers {
            let _ = writeln!(lines, "  - {{id: r{number}, jenis: catatan, isi: Perbaiki nomor {number} di loket.}}");
        }
        event(site, &format!("besar-{at}"), "dilaporkan: 2026-05-01", "satu", &lines)
    };
    numbers.chunks(40).enumerate().fold(site, add).build()
}

// What a list holds, page by page, as the anchors that its rows lead to; complains of a row that comes twice.
fn rows(built: &Built, list: &str) -> Result<BTreeSet<String>, String> {
    let mut found = BTreeSet::new();
    for number in 1.. {
        let below = if number == 1 { String::new() } else { format!("halaman/{number}/") };
        let path = format!("{list}{below}index.html");
        if !built.files.contains_key(&path) {
            break;
        }
        for row in built.text(&path).split("class=ledger__text><a href=").skip(1) {
            let target = row.split('>').next().unwrap_or_default();
            let target = target.trim_start_matches("../").to_owned();
            if !found.insert(target.clone()) {
                return Err(format!("{target} stands twice in {list}"));
            }
        }
    }
    Ok(found)
}

fn lists(built: &Built, below: &str) -> Vec<String> {
    let pages = built.files.keys().filter_map(|path| path.strip_suffix("index.html"));
    let of = |path: &&str| path.starts_with(below) && *path != below && !path.contains("/halaman/");
    pages.filter(of).map(str::to_owned).collect()
}

#[test]
fn a_row_that_comes_twice_is_seen() {
    let mut built = mixed();
    let page = built.text(FRONT).replace("</tbody>", "<b class=ledger__text><a href=../x>x</a></b></tbody>");
    built.files.insert("a/index.html".to_owned(), page.into_bytes());
    assert!(rows(&built, "a/").is_err(), "the page has two tables, so that row comes twice");
    assert!(rows(&built, "rekomendasi/").is_ok());
}

#[test]
fn each_recommendation_is_in_one_list_of_states_and_in_every_order() {
    let built = mixed();
    let all = rows(&built, "rekomendasi/").unwrap();
    assert_eq!(all.len(), 4);
    for order in ["rekomendasi/urut/tanggal/", "rekomendasi/urut/fasilitas/"] {
        assert_eq!(rows(&built, order).unwrap(), all, "{order}");
    }
    for parts in ["rekomendasi/keadaan/", "rekomendasi/tahun/", "rekomendasi/lembaga/"] {
        let parts: Vec<BTreeSet<String>> =
            lists(&built, parts).iter().map(|list| rows(&built, list).unwrap()).collect();
        assert_eq!(parts.iter().map(BTreeSet::len).sum::<usize>(), all.len());
        assert_eq!(parts.into_iter().flatten().collect::<BTreeSet<_>>(), all);
    }
    let of = |unit: &str| rows(&built, &format!("rekomendasi/fasilitas/{unit}/")).unwrap().len();
    assert_eq!([of("satu"), of("dua"), of("rekaan")], [2, 3, 1], "an event about two facilities is in both lists");
}

#[test]
fn lists_say_what_they_hold_and_count_examples_apart() {
    let built = mixed();
    let late = built.text("rekomendasi/keadaan/terlambat/index.html");
    assert!(
        late.contains("<h1>Rekomendasi: terlambat</h1>") && late.contains("1 dari 3 rekomendasi terlambat."),
        "{late}"
    );
    assert!(late.contains("1 dari 1 rekomendasi terlambat."), "the example has a sentence of its own: {late}");
    assert!(late.contains("kolom `keadaan` memuat `terlambat`") && late.contains("data/rekomendasi.csv"), "{late}");
    assert!(late.contains("(1, contoh 1)") && late.contains("aria-current=true"), "{late}");
    assert!(late.contains("<span>Ditolak unit <span class=choices__count>(0)</span></span>"), "{late}");
    let made_up = built.text("rekomendasi/fasilitas/rekaan/index.html");
    assert!(made_up.contains("Contoh — bukan data nyata") && made_up.contains("noindex"), "{made_up}");
    let real = built.text("rekomendasi/fasilitas/dua/index.html");
    assert!(!real.contains("Contoh — bukan data nyata") && real.contains("3 rekomendasi: 1 terlambat"), "{real}");
    let year = built.text("rekomendasi/tahun/2024/index.html");
    assert!(year.contains("<h1>Rekomendasi tahun 2024</h1>") && year.contains("2 rekomendasi: 1 terlambat"), "{year}");
}

#[test]
fn orders_are_what_they_say() {
    let built = mixed();
    let order = |path: &str| {
        let page = built.text(path);
        ["Pasang papan", "Buka loket", "Catat laporan"].map(|text| page.find(text).unwrap())
    };
    assert!(order(FRONT).is_sorted(), "late, open, silent");
    let [late, open, silent] = order("rekomendasi/urut/tanggal/index.html");
    assert!(silent < late && late < open, "the newest first, and the late one first of one day");
    let [late, _, silent] = order("rekomendasi/urut/fasilitas/index.html");
    assert!(silent < late, "Rutan Dua comes before Rutan Satu");
}

#[test]
fn a_site_without_recommendations_says_so_and_makes_no_lists() {
    let built = bodies().build();
    let page = built.text(FRONT);
    assert!(page.contains("Belum ada rekomendasi pengawas yang dicatat"), "{page}");
    assert!(!page.contains("class=choices") && !page.contains("Unduh"), "{page}");
    assert_eq!(lists(&built, "rekomendasi/"), [""; 0]);
    assert!(!built.files.contains_key("komitmen/index.html"));
}

// A page for every 25 entries of each list, whatever the number; how 10,000 are parted is tested beside `paging`.
#[test]
fn long_lists_stand_on_pages_whose_number_is_linear() {
    const COUNT: usize = 260;
    let built = many(COUNT);
    for list in ["rekomendasi/", "rekomendasi/keadaan/belum-dilaporkan/", "rekomendasi/fasilitas/satu/"] {
        assert_eq!(rows(&built, list).unwrap().len(), COUNT, "{list}");
    }
    let pages = built.files.keys().filter(|path| path.starts_with("rekomendasi/")).count();
    // Three orders, one state, one overseer, one facility, one year, and the three pages that name lists.
    assert_eq!(pages, 7 * COUNT.div_ceil(25) + 3);
    let second = built.text("rekomendasi/halaman/2/index.html");
    assert!(second.contains("Nomor 26–50 dari 260") && second.contains("noindex"), "{second}");
    assert!(second.contains("260 rekomendasi"), "the whole is counted on every page");
}

#[test]
fn an_event_about_all_facilities_names_a_few_and_counts_the_rest() {
    let mut site = Site::new().file("content/lembaga/ombudsman.yaml", "nama: Ombudsman Uji\njenis: ombudsman\n");
    let names: Vec<String> = (0..40).map(|number| format!("unit-{number:02}")).collect();
    for name in &names {
        site =
            site.file(&format!("content/fasilitas/{name}/profil.yaml"), format!("nama: Rutan {name}\njenis: rutan\n"));
    }
    let one = "  - {id: a, jenis: catatan, isi: Pasang papan.}\n";
    let built = event(site, "semua", "dilaporkan: 2026-05-01", &names.join(", "), one).build();
    let page = built.text(FRONT);
    assert!(page.contains("dan 35 lainnya"), "{page}");
    assert_eq!(lists(&built, "rekomendasi/fasilitas/").len(), 40);
}
