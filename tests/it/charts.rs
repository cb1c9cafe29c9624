//! Charts on the pages: each says what is to be seen, has a name, keeps the figures in a table or a sentence, joins no
//! fewer than three points, and takes nothing absent for zero.

use crate::door::{Built, Site, sample};

const FACILITY: &str = "content/fasilitas/rutan/profil.yaml";
const SURVEYS: &str = "fasilitas/rutan/skm/index.html";
const COMPLAINTS: &str = "fasilitas/rutan/pengaduan/index.html";
const ELEMENTS: [&str; 9] =
    ["persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku", "pengaduan", "sarana"];

fn site() -> Site {
    Site::new().file(FACILITY, "nama: Rutan Uji\njenis: rutan\n")
}

// A survey of a half-year, from 2020 on.
fn survey(site: Site, half: usize, respondents: u32, elements: &[&str]) -> Site {
    let (year, part) = (2020 + half / 2, half % 2);
    let days = [("01-01", "06-30"), ("07-01", "12-31")][part];
    let values: Vec<String> = elements.iter().map(|element| format!("{element}: 3.{}0", half % 5)).collect();
    let text = format!(
        "metode: permenpanrb-14-2017\nperiode: {{dari: {year}-{}, sampai: {year}-{}}}\npopulasi: 200\nresponden: {respondents}\nunsur: {{{}}}\n",
        days.0,
        days.1,
        values.join(", ")
    );
    site.file(&format!("content/fasilitas/rutan/skm/{year}-s{}.yaml", part + 1), text)
}

fn surveys(many: usize) -> Built {
    (0..many).fold(site(), |site, half| survey(site, half, 140, &ELEMENTS)).build()
}

fn complaints(periods: &[&str]) -> Built {
    let entry = |(at, period): (usize, &&str)| {
        let (year, month) = (2016 + at / 12, at % 12 + 1);
        format!("  - periode: {{dari: {year}-{month:02}-01, sampai: {year}-{month:02}-28}}\n    {period}\n")
    };
    let entries: String = periods.iter().enumerate().map(entry).collect();
    site().file("content/fasilitas/rutan/pengaduan.yaml", format!("statistik:\n{entries}")).build()
}

// What is wrong with the charts of a page.
fn flaws(page: &str) -> Vec<&'static str> {
    let mut flaws = Vec::new();
    let figures: Vec<&str> = page.split("<figure class=chart>").skip(1).collect();
    for figure in figures {
        let figure = figure.split("</figure>").next().unwrap_or_default();
        let finding = figure.split("</figcaption>").next().unwrap_or_default();
        if !finding.contains("class=chart__finding") || !finding.contains(|letter: char| letter.is_ascii_digit()) {
            flaws.push("says no figure");
        }
        if !figure.contains("role=img") || !figure.contains("<title") || !figure.contains("<desc") {
            flaws.push("has no name");
        }
        if figure.contains("style=") {
            flaws.push("has a style of its own");
        }
    }
    let ids: Vec<&str> = page.split(" id=").skip(1).filter_map(|rest| rest.split([' ', '>']).next()).collect();
    if ids.iter().enumerate().any(|(at, id)| ids[at + 1..].contains(id)) {
        flaws.push("has an id twice");
    }
    flaws
}

fn charts(page: &str) -> usize {
    page.matches("<figure class=chart>").count()
}

#[test]
fn bad_charts_are_seen() {
    let good = "<figure class=chart><figcaption class=chart__finding>8 dari 9.</figcaption><svg role=img><title id=a>x</title><desc id=b>y</desc></svg></figure>";
    assert_eq!(flaws(good), [""; 0]);
    assert_eq!(flaws(&good.replace("8 dari 9", "Banyak")), ["says no figure"]);
    assert_eq!(flaws(&good.replace("<title id=a>x</title>", "")), ["has no name"]);
    assert_eq!(flaws(&good.replace("role=img", "role=img style=x")), ["has a style of its own"]);
    assert_eq!(flaws(&good.replace("id=b", "id=a")), ["has an id twice"]);
}

#[test]
fn every_chart_of_the_sample_site_says_what_it_shows() {
    let mut all = 0;
    for (path, bytes) in sample().files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = std::str::from_utf8(bytes).unwrap();
        if charts(page) > 0 {
            assert_eq!(flaws(page), [""; 0], "{path}");
        }
        all += charts(page);
    }
    assert!(all >= 8, "surveys, complaints, recommendations and a facility's oversight: {all}");
}

#[test]
fn a_trend_takes_three_surveys() {
    const WORDS: &str = "sedikitnya tiga masa";
    for many in [1, 2] {
        let built = surveys(many);
        let page = built.text(SURVEYS);
        assert!(!page.contains("chart__line") && page.contains(WORDS) && page.contains("chart__dot"), "{many}");
        assert!(page.contains("IKM terakhir"), "{many}");
    }
    for many in [3, 13] {
        let built = surveys(many);
        let page = built.text(SURVEYS);
        assert!(page.contains("chart__line") && !page.contains(WORDS) && page.contains("IKM: dari"), "{many}");
        assert_eq!((charts(page), flaws(page)), (2, Vec::new()));
    }
    assert!(!surveys(0).files.contains_key(SURVEYS));
}

#[test]
fn what_does_not_compare_is_not_joined_and_says_why() {
    let few = survey(survey(survey(site(), 0, 140, &ELEMENTS), 1, 90, &ELEMENTS), 2, 140, &ELEMENTS).build();
    let page = few.text(SURVEYS);
    assert!(!page.contains("chart__line") && page.contains("chart__open"), "{page}");
    assert!(page.contains("1 survei dengan responden kurang dari sasaran"), "{page}");
    let partial = survey(survey(survey(site(), 0, 140, &ELEMENTS), 1, 140, &ELEMENTS[1..]), 2, 140, &ELEMENTS).build();
    let page = partial.text(SURVEYS);
    assert!(!page.contains("chart__line") && page.contains("tidak menilai kesembilan unsur"), "{page}");
    assert!(page.contains("chart__absent") && page.contains("Belum ditetapkan"), "a gap, in drawing and table");
    // 2020, then nothing until 2022.
    let hole = [0, 1, 5, 6].into_iter().fold(site(), |site, half| survey(site, half, 140, &ELEMENTS)).build();
    let page = hole.text(SURVEYS);
    assert!(!page.contains("chart__line") && page.contains("1 jeda lebih dari setahun"), "{page}");
}

#[test]
fn an_element_without_a_value_has_words_and_no_bar() {
    let built = survey(site(), 0, 140, &ELEMENTS[1..]).build();
    let page = built.text("fasilitas/rutan/skm/2020-s1/index.html");
    // The index and eight elements, all of one value: lowest are all, and the index is full of ink.
    assert_eq!(page.matches("chart__track").count(), 9, "{page}");
    assert_eq!(page.matches("class=chart__absent").count(), 1, "{page}");
    assert!(page.contains(">Belum ditetapkan</text>"), "{page}");
}

#[test]
fn complaints_are_drawn_as_they_are_published() {
    let built = complaints(&[
        "diterima: 14",
        "diterima: 2\n    menurut_status: {selesai: 2}\n    tepat_waktu: 2",
        "diterima: 0\n    menurut_status: {selesai: 0}",
        "diterima: 12\n    menurut_status: {selesai: 9, proses: 2, belum: 1}\n    tepat_waktu: 8",
    ]);
    let page = built.text(COMPLAINTS);
    for words in [
        ">9 selesai</text>",
        ">2 diproses</text>",
        ">Status belum dilaporkan</text>",
        ">0 pengaduan pada periode ini</text>",
        "Status tidak dirinci",
        ">8 dari 9 (88,9%)</text>",
        ">tidak dirinci</text>",
        "12 pengaduan diterima, 9 sudah selesai",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(!page.contains(">2 selesai</text>") && !page.contains("2 dari 2"), "two point at people");
    assert_eq!((charts(page), flaws(page)), (2, Vec::new()));
    assert!(!page.contains("Tren baru dapat dibaca"));
}

#[test]
fn complaints_of_none_one_two_and_forty_periods_are_drawn() {
    assert_eq!(charts(site().build().text(COMPLAINTS)), 0);
    for many in [1, 2, 40] {
        let built = complaints(&vec!["diterima: 5\n    menurut_status: {selesai: 5}\n    tepat_waktu: 4"; many]);
        let page = built.text(COMPLAINTS);
        assert_eq!((charts(page), flaws(page)), (2, Vec::new()));
        assert_eq!(page.contains("Tren baru dapat dibaca"), many < 3, "{many}");
        assert_eq!(page.contains("8 periode terbaru dari 40"), many == 40, "{many}");
        assert_eq!(page.matches(">5 selesai</text>").count(), many.min(8));
    }
}

#[test]
fn recommendations_are_one_bar_with_letters_and_words() {
    let page = sample().text("rekomendasi/index.html");
    assert_eq!((charts(page), flaws(page)), (2, Vec::new()), "real ones and examples apart");
    assert!(
        page.contains("T 4 terlambat</text>")
            && page.contains("4 dari 13 rekomendasi terlambat pada 22 November 2026.")
    );
    let page = sample().text("fasilitas/lapas-contoh/pemantauan/index.html");
    assert_eq!((charts(page), flaws(page)), (1, Vec::new()));
}
