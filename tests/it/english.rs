//! A site in two languages: what stands below `/en/`, in whose words, and that nothing leads out of it.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use regex::Regex;

use crate::door::{Built, NOW, Site, build, options, repository, sample_sources};

const SETTINGS: &str = "versi_format: 1\njudul: Situs Uji\nalamat_web: https://uji.example.go.id/\nzona_waktu: WITA\n\
                        penerbit: {nama: Kantor Uji}\nbahasa_lain: [en]\n";

fn small() -> Site {
    Site::new()
        .file("content/situs.yaml", SETTINGS)
        .file(
            "content/fasilitas/rutan-contoh/profil.yaml",
            "nama: Rumah Tahanan Contoh\nnama_singkat: Rutan Contoh\njenis: rutan\nstatus: aktif\nzona_waktu: WITA\n\
             contoh: true\nalamat: {jalan: Jalan Contoh 1, kota: Kota Contoh}\n",
        )
        .file(
            "content/berita/2026-11-20-loket.md",
            "---\njudul: Loket baru dibuka\ntanggal: 2026-11-20\nfasilitas: [rutan-contoh]\ntopik: [tata-usaha]\n---\n\
             Loket baru melayani pengunjung setiap pagi.\n\nLihat [halaman lain](/hak/).\n",
        )
        .file("content/halaman/hak.md", "---\njudul: Hak Anda\nringkasan: Hak pengunjung.\n---\nIsi tentang hak.\n")
}

fn translated() -> Site {
    small()
        .file("content/situs.en.yaml", "judul: Test Site\n")
        .file("content/halaman/hak.en.md", "---\njudul: Your rights\n---\nA text on [rights](/berita/loket/).\n")
        .file("content/fasilitas/rutan-contoh/profil.en.yaml", "alamat: {jalan: 1 Example Street}\n")
}

/// The repository's own site, in two languages.
fn sample() -> &'static Built {
    static SAMPLE: OnceLock<Built> = OnceLock::new();
    SAMPLE.get_or_init(|| {
        let sources = sample_sources();
        let text = sources.get(sources.find("content/situs.yaml").unwrap()).text().unwrap();
        let mut lines: Vec<&str> = text.lines().filter(|line| !line.starts_with("bahasa_lain:")).collect();
        lines.push("bahasa_lain: [en]\n");
        let settings = [("content/situs.yaml".to_owned(), lines.join("\n").into_bytes())];
        let built = build(sources.replaced(settings.into()), &options(NOW));
        assert!(!built.diagnostics.has_errors(), "{}", built.told());
        built
    })
}

fn english(built: &Built) -> impl Iterator<Item = (&str, &str)> {
    let pages = built.files.keys().filter(|path| path.starts_with("en/") && path.ends_with(".html"));
    pages.map(|path| (path.as_str(), built.text(path)))
}

#[test]
fn every_page_but_old_addresses_stands_in_both_languages() {
    let built = sample();
    let pages = |prefix: &str| -> BTreeSet<String> {
        let html = built.files.keys().filter(|path| path.ends_with("index.html"));
        html.filter(|path| path.starts_with("en/") != prefix.is_empty())
            .filter(|path| !built.text(path).contains("<title>Halaman ini pindah"))
            .map(|path| path.trim_start_matches(prefix).to_owned())
            .collect()
    };
    assert!(pages("en/").len() > 100);
    assert_eq!(pages(""), pages("en/"));
    let others: Vec<&String> =
        built.files.keys().filter(|path| path.starts_with("en/") && !path.ends_with("/index.html")).collect();
    assert_eq!(others, [""; 0], "files are shared");
}

#[test]
fn a_site_of_one_language_knows_nothing_of_others() {
    let built = small().file("content/situs.yaml", SETTINGS.replace("bahasa_lain: [en]\n", "")).build();
    let again = small().file("content/situs.yaml", SETTINGS.replace("[en]", "[id, id]")).build();
    assert_eq!(built.files, again.files);
    for (path, bytes) in built.files.iter().filter(|(path, _)| !path.starts_with("tema/")) {
        let text = String::from_utf8_lossy(bytes);
        assert!(!path.starts_with("en/") && !text.contains("hreflang") && !text.contains("/en/"), "{path}");
    }
}

#[test]
fn pages_name_each_other_and_themselves() {
    let built = small().build();
    let expected = "<link href=https://uji.example.go.id/hak/ hreflang=id rel=alternate>\
                    <link href=https://uji.example.go.id/hak/ hreflang=x-default rel=alternate>\
                    <link href=https://uji.example.go.id/en/hak/ hreflang=en rel=alternate>";
    for (path, lang, other) in [
        ("hak/index.html", "id", "<a href=../en/hak/index.html hreflang=en lang=en>English</a>"),
        ("en/hak/index.html", "en", "<a href=../../hak/index.html hreflang=id lang=id>Bahasa Indonesia</a>"),
    ] {
        let html = built.text(path);
        assert!(html.contains(&format!("<html lang={lang}>")), "{html}");
        assert!(html.contains(expected) && html.contains(other), "{html}");
    }
    let map = built.text("sitemap.xml");
    let entry = "<loc>https://uji.example.go.id/en/hak/</loc>\
                 <xhtml:link rel=\"alternate\" hreflang=\"id\" href=\"https://uji.example.go.id/hak/\"/>\
                 <xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"https://uji.example.go.id/en/hak/\"/>";
    assert!(map.contains(entry), "{map}");
    assert!(!built.text("berita.atom.xml").contains("/en/"));
    // The error page stands at any address, and names none.
    let lost = built.text("404.html");
    assert!(!lost.contains("rel=alternate hreflang") && lost.contains("href=/en/index.html"), "{lost}");
}

#[test]
fn what_is_not_translated_says_so_and_keeps_its_language() {
    let built = small().build();
    let html = built.text("en/berita/loket/index.html");
    assert!(html.contains("This page is not translated yet"), "{html}");
    for marked in [
        "<h1 lang=id>Loket baru dibuka</h1>",
        "<p class=prose__lead lang=id>Loket baru melayani",
        "<p lang=id>Lihat <a href=../../../en/hak/index.html>halaman lain</a>",
        "lang=id>Rutan Contoh</a>",
        "lang=id>tata usaha</a>",
        "20 November 2026",
    ] {
        assert!(html.contains(marked), "{marked}: {html}");
    }
    assert!(!built.text("berita/loket/index.html").contains("untranslated"));
}

#[test]
fn a_translation_gives_its_words_and_nothing_else() {
    let built = translated().build();
    assert_eq!(built.problems(), small().build().problems(), "{}", built.told());
    let html = built.text("en/hak/index.html");
    assert!(
        html.contains("<h1>Your rights</h1>")
            && html.contains("<p>A text on <a href=../../en/berita/loket/index.html>")
    );
    assert!(!html.contains("not translated") && html.contains("Test Site"), "{html}");
    // What the translation leaves out keeps its language.
    assert!(html.contains("<p class=page__lead lang=id>Hak pengunjung.</p>"), "{html}");
    let facility = built.text("en/fasilitas/rutan-contoh/index.html");
    assert!(facility.contains("1 Example Street") && facility.contains("Remand centre"), "{facility}");
    let own = small().build();
    let of_others = |path: &&String| !path.starts_with("en/");
    for path in own.files.keys().filter(of_others) {
        assert_eq!(own.files[path], built.files[path], "{path}");
    }
    assert_eq!(own.files.len(), built.files.len());
}

#[test]
fn a_translation_without_the_text_leaves_the_text_as_it_is() {
    let head = "---\njudul: New counter\n---\n";
    let built = small().file("content/berita/2026-11-20-loket.en.md", head).build();
    let html = built.text("en/berita/loket/index.html");
    for expected in ["<h1>New counter</h1>", "not translated yet", "<p class=prose__lead lang=id>Loket baru melayani"] {
        assert!(html.contains(expected), "{expected}: {html}");
    }
    assert!(built.text("en/index.html").contains(">New counter</a>"));
}

#[test]
fn a_translation_about_children_is_held_to_the_same() {
    let site = |name: &str| {
        small()
            .file(
                "content/fasilitas/lpka/profil.yaml",
                "nama: LPKA Contoh\njenis: lpka\nstatus: aktif\nzona_waktu: WITA\n",
            )
            .file(
                "content/berita/2026-11-21-anak.md",
                "---\njudul: Kelas dibuka\ntanggal: 2026-11-21\nfasilitas: [lpka]\n---\nKelas dibuka.\n",
            )
            .file(name, "---\njudul: Classes\n---\nSeorang anak berinisial R.S. (15 tahun) ikut.\n")
            .build()
            .problems()
    };
    let found = site("content/berita/2026-11-21-anak.en.md");
    assert!(
        found.iter().any(|line| line.starts_with("content/berita/2026-11-21-anak.en.md") && line.contains(" error ")),
        "{found:?}"
    );
}

#[test]
fn addresses_and_languages_that_cannot_be_are_told() {
    let errors = |site: Site| -> Vec<String> {
        site.build().problems().into_iter().filter(|line| line.contains(" error ")).collect()
    };
    let page = |name: &str| (format!("content/halaman/{name}.md"), format!("---\njudul: {name}\n---\nIsi.\n"));
    let (path, text) = page("en");
    assert_eq!(errors(small().file(&path, &text)), ["- error address-taken"], "the English front page stands there");
    // Taken twice in one language, it is told once.
    let (path, text) = page("berita");
    assert_eq!(errors(small().file(&path, &text)).len(), 1);
    let french = small().file("content/situs.yaml", SETTINGS.replace("[en]", "[fr]"));
    assert_eq!(errors(french), ["content/situs.yaml:6:15 error misread"]);
}

#[test]
fn no_link_leaves_the_language_where_it_has_the_page() {
    let built = sample();
    let found: Vec<String> = english(built).flat_map(|(path, html)| strays(path, html, built)).collect();
    assert_eq!(found, [""; 0]);
    let stray = "<a href=../../berita/index.html>News</a><a href=../../data/layanan.csv>x</a>";
    assert_eq!(strays("en/hak/index.html", stray, built), ["en/hak/index.html: berita/index.html"]);
}

// Links of a page to pages of the site's own language that this one has too.
fn strays(path: &str, html: &str, built: &Built) -> Vec<String> {
    let link = Regex::new(r"<a ([^>]*)>").unwrap();
    let href = Regex::new(r#"href="?([^ ">]+)"#).unwrap();
    let depth = path.matches('/').count();
    let up = "../".repeat(depth);
    let mut found = Vec::new();
    for tag in link.captures_iter(html).filter(|tag| !tag[1].contains("hreflang")) {
        let Some(to) = href.captures(&tag[1]) else { continue };
        let Some(below) = to[1].strip_prefix(&up) else { continue };
        let below = below.split('#').next().unwrap();
        if !below.starts_with("en/") && built.files.contains_key(&format!("en/{below}")) {
            found.push(format!("{path}: {below}"));
        }
    }
    found
}

#[test]
fn nothing_on_english_pages_is_indonesian_unless_it_says_so() {
    let words = interface();
    let found: BTreeSet<String> = english(sample())
        .flat_map(|(path, html)| indonesian(html, &words).into_iter().map(move |text| format!("{path}: {text}")))
        .collect();
    assert!(found.is_empty(), "{}", found.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_word_of_the_wrong_language_is_seen() {
    let words = interface();
    let seen = |html: &str| indonesian(html, &words);
    assert_eq!(seen("<p>Belum ditetapkan</p>"), ["Belum ditetapkan"]);
    assert_eq!(seen("<p>Served by <b>petugas yang cakap</b></p>"), ["petugas yang cakap"]);
    assert_eq!(seen("<div lang=id><div>yang</div>dan</div><p>dan</p>"), ["dan"]);
    assert_eq!(
        seen("<p lang=\"id\">Belum ditetapkan</p><p>Not set</p><code>dari</code><title>Hak dan kewajiban</title>"),
        [""; 0]
    );
}

// Words of the interface that differ in English.
fn interface() -> BTreeSet<String> {
    let [id, en] = ["id", "en"].map(|lang| {
        let text = std::fs::read_to_string(repository().join(format!("themes/terang/i18n/{lang}.yaml"))).unwrap();
        serde_yaml::from_str::<std::collections::BTreeMap<String, String>>(&text).unwrap()
    });
    let differ = id.iter().filter(|(key, words)| en[*key] != **words && !en.values().any(|other| other == *words));
    differ.map(|(_, words)| words.clone()).collect()
}

// Small words of Indonesian that are none of English.
const SMALL: &[&str] = &[
    "yang", "dan", "untuk", "dengan", "tidak", "belum", "dari", "pada", "oleh", "ini", "itu", "atau", "akan", "sudah",
    "dalam", "adalah", "bagi", "setiap", "hari", "sejak", "sampai", "semua", "tanpa", "sebagai", "karena", "jika",
    "bila", "juga", "harus", "dapat", "hanya", "kepada", "lihat", "lainnya", "berlaku",
];

// Texts outside of what says that it is Indonesian that are words of the interface, or hold a small word. Names of the
// format stand in `code` or between backticks; the title of a window is one text, whatever its parts.
fn indonesian(html: &str, words: &BTreeSet<String>) -> Vec<String> {
    let piece = Regex::new(r#"<(/?)([a-z0-9]+)((?:[^>"']|"[^"]*"|'[^']*')*)>|([^<]+)"#).unwrap();
    let named = Regex::new(r"`[^`]*`|https?://\S+").unwrap();
    let mut left: Option<(String, usize)> = None;
    let mut found = Vec::new();
    for piece in piece.captures_iter(html) {
        if let Some(text) = piece.get(4) {
            let text = named.replace_all(text.as_str().trim(), "");
            let small =
                text.split(|c: char| !c.is_alphabetic()).any(|word| SMALL.contains(&word.to_lowercase().as_str()));
            if left.is_none() && (small || words.contains(text.trim_end_matches('.'))) {
                found.push(text.into_owned());
            }
            continue;
        }
        let (closes, name) = (!piece[1].is_empty(), &piece[2]);
        if let Some((foreign, open)) = &mut left {
            if foreign == name {
                *open = if closes { *open - 1 } else { *open + 1 };
            }
            if *open == 0 {
                left = None;
            }
        } else if !closes && name != "html" && name != "img" {
            let lang = piece[3].contains("lang=id") || piece[3].contains("lang=\"id\"");
            if lang || ["code", "title", "style", "script"].contains(&name) {
                left = Some((name.to_owned(), 1));
            }
        }
    }
    found
}

#[test]
fn what_people_typed_is_marked_wherever_it_stands() {
    // Every word typed here has an x before it, and no word of the interface has.
    let site = Site::new()
        .file("content/situs.yaml", SETTINGS)
        .file(
            "content/fasilitas/rutan/profil.yaml",
            "nama: Xrumah xtahanan\nnama_singkat: Xrutan xkota\njenis: rutan\nstatus: aktif\nzona_waktu: WITA\ncontoh: true\n\
             alamat: {jalan: Xjalan xsatu, kota: Xkota}\npimpinan: [{nama: Xrina, jabatan: Xkepala xrutan, sejak: 2025-01-01}]\n\
             jam_layanan: [{hari: [senin], buka: \"08:00\", tutup: \"14:00\", catatan: xkecuali xlibur}]\n",
        )
        .file(
            "content/fasilitas/rutan/layanan/kunjungan.yaml",
            "nama: Xkunjungan xkeluarga\nkategori: kunjungan\nstatus: berlaku\npersyaratan: [Xkartu xtanda, {teks: Xsurat \"xizin\" & xcap, berlaku_bagi: xanak xkecil}]\n\
             prosedur: [{pelaku: Xpengunjung, langkah: Xdaftar xdi xloket}]\nproduk: [Xtemu xmuka]\n\
             jangka_waktu: {jumlah: 30, satuan: menit, mulai: xberkas xlengkap}\n",
        )
        .file("content/berita/2026-11-20-xloket.md", "---\njudul: Xloket xbaru\ntanggal: 2026-11-20\nfasilitas: [rutan]\nkontributor: Xhumas\ntopik: [xtata-xusaha]\n---\nXisi xberita.\n");
    let built = site.build();
    assert!(!built.diagnostics.has_errors(), "{}", built.told());
    let word = Regex::new(r"\b[Xx][a-z]{3,}").unwrap();
    let plain = |html: &str| -> Vec<String> {
        let all = outside(html);
        all.into_iter().filter(|text| word.is_match(text)).collect()
    };
    let found: Vec<String> = english(&built)
        .flat_map(|(path, html)| plain(html).into_iter().map(move |text| format!("{path}: {text}")))
        .collect();
    assert_eq!(found, [""; 0]);
    assert_eq!(plain("<p>Xloket</p><p lang=id>Xloket</p>"), ["Xloket"]);
    assert!(english(&built).any(|(_, html)| html.contains("Xloket")));
}

// Texts outside of what has a language of its own, and outside of the title.
fn outside(html: &str) -> Vec<String> {
    let piece = Regex::new(r#"<(/?)([a-z0-9]+)((?:[^>"']|"[^"]*"|'[^']*')*)>|([^<]+)"#).unwrap();
    let address = Regex::new(r"https?://\S+").unwrap();
    let mut open: Vec<(String, bool)> = Vec::new();
    let mut texts = Vec::new();
    for piece in piece.captures_iter(html) {
        let foreign = open.last().is_some_and(|(_, foreign)| *foreign);
        if let Some(text) = piece.get(4) {
            if !foreign {
                texts.push(address.replace_all(text.as_str(), "").into_owned());
            }
        } else if piece[1].is_empty() {
            let lang = piece[2] != *"html" && piece[3].contains("lang=");
            open.push((piece[2].to_owned(), foreign || lang || piece[2] == *"title"));
        } else if let Some(at) = open.iter().rposition(|(name, _)| *name == piece[2]) {
            open.truncate(at);
        }
    }
    texts
}

#[test]
fn styles_know_no_left_and_no_right() {
    let themes = repository().join("themes");
    let mut found = Vec::new();
    let mut seen = 0;
    for entry in walkdir::WalkDir::new(&themes) {
        let entry = entry.unwrap();
        if entry.path().extension().is_some_and(|ending| ending == "css") {
            let css = std::fs::read_to_string(entry.path()).unwrap();
            found.extend(sided(&css).into_iter().map(|line| format!("{}: {line}", entry.path().display())));
            seen += 1;
        }
    }
    assert_eq!(found, [""; 0]);
    assert!(seen > 20);
}

#[test]
fn a_left_or_right_is_seen() {
    let css = "a { margin-left: 1px; text-align: right; float: left; inset: 0 1px 0 2px }\nb { padding: 1px 2px 3px 4px }\n\
               c { border-radius: 4px 0 0 4px; margin: 0 auto; left: 0; padding: 1px 2px 3px 2px; inset-inline-start: 0 }\n\
               /* left */ .right-of { margin-inline-start: 1px }";
    let expected = [
        "margin-left: 1px",
        "text-align: right",
        "float: left",
        "inset: 0 1px 0 2px",
        "padding: 1px 2px 3px 4px",
        "border-radius: 4px 0 0 4px",
        "left: 0",
    ];
    assert_eq!(sided(css), expected);
}

// Declarations that would be wrong in a script from right to left.
fn sided(css: &str) -> Vec<String> {
    let comment = Regex::new(r"(?s)/\*.*?\*/").unwrap();
    let rule = Regex::new(r"[{;]\s*([a-z-]+)\s*:\s*([^;{}]+)").unwrap();
    let side = Regex::new(r"\b(left|right)\b").unwrap();
    let css = comment.replace_all(css, "").replace(';', ";;");
    let wrong = |property: &str, value: &str| {
        let parts: Vec<&str> = value.split_whitespace().collect();
        let four = ["margin", "padding", "inset", "border-width"].contains(&property)
            && parts.len() == 4
            && parts[1] != parts[3];
        let corners = property == "border-radius" && parts.len() == 4 && (parts[0] != parts[1] || parts[2] != parts[3]);
        side.is_match(property) || side.is_match(value) && !value.contains("url(") || four || corners
    };
    let all = rule.captures_iter(&css).filter(|rule| wrong(&rule[1], rule[2].trim()));
    all.map(|rule| format!("{}: {}", &rule[1], rule[2].trim())).collect()
}
