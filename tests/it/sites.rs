//! Small sites, one subject each, and what a reader finds on them: `tests/sites/<name>/content/` and
//! `tests/sites/<name>/expected/`. `tests/sites/README.md` says how they are written.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use bening::Options;
use bening::builtin;
use bening::diag::message::message;
use bening::lang::Lang;
use bening::load::load;
use bening::sources::Sources;
use regex::Regex;

use crate::door::{Built, NOW, Site, build, options, repository};

/// The list of every file of the output.
const FILES: &str = "files.txt";
/// What is found in the content, where anything is.
const PROBLEMS: &str = "problems.txt";

/// Texts by path.
type Texts = BTreeMap<String, String>;

// Takes seconds: a whole site is built for each.
#[test]
fn every_small_site_is_as_expected() {
    let bless = std::env::var_os("BENING_BLESS").is_some();
    let mut found = Vec::new();
    for (name, folder) in folders() {
        let expected = texts(&folder.join("expected"));
        let shown = shown(&made(&name, &options(NOW)), &expected);
        if bless {
            rewrite(&folder.join("expected"), &expected, &shown);
        } else {
            found.extend(differences(&expected, &shown).into_iter().map(|line| format!("{name}: {line}")));
        }
    }
    assert!(found.is_empty(), "{}\nBENING_BLESS=1 rewrites what is expected.", found.join("\n"));
}

#[test]
fn a_changed_page_a_lost_page_and_a_page_too_many_are_seen() {
    let site = |pages: &[(&str, &str)]| {
        let add = |site: Site, (name, text): &(&str, &str)| {
            site.file(&format!("content/halaman/{name}.md"), format!("---\njudul: {name}\n---\n{text}\n"))
        };
        pages.iter().fold(Site::new(), add).build()
    };
    let (one, two, three) = (("satu", "Isi satu."), ("dua", "Isi dua."), ("tiga", "Isi tiga."));
    let wanted: Texts = ["satu/index.html", "dua/index.html"].map(|path| (path.to_owned(), String::new())).into();
    let expected = shown(&site(&[one, two]), &wanted);
    assert_eq!(differences(&expected, &shown(&site(&[one, two]), &expected)), [""; 0]);

    let changed = site(&[("satu", "Isi lain."), two]);
    let told = differences(&expected, &shown(&changed, &expected));
    assert_eq!(told, ["satu/index.html:6: expected `<p>Isi satu.</p>`, found `<p>Isi lain.</p>`"]);

    let lost = differences(&expected, &shown(&site(&[one]), &expected));
    assert!(lost.contains(&"dua/index.html: expected, but not there".to_owned()), "{lost:?}");
    assert!(lost.iter().any(|line| line.starts_with("files.txt:") && line.contains("`dua/index.html`")), "{lost:?}");

    let extra = differences(&expected, &shown(&site(&[one, two, three]), &expected));
    assert!(extra.iter().any(|line| line.starts_with("files.txt:") && line.contains("`tiga/index.html`")), "{extra:?}");

    let problem = Site::new().file("content/lain.txt", "x").build();
    let told = differences(&Texts::new(), &shown(&problem, &Texts::new()));
    assert_eq!(told, ["files.txt: not expected, but there", "problems.txt: not expected, but there"]);
}

#[test]
fn a_missing_fee_never_reads_as_free() {
    let built = made("biaya", &options(NOW));
    let fee = |path: &str| {
        let html = main(built.text(path));
        let row = html.split("Titipan barang").nth(1).unwrap();
        row.split("</li>").next().unwrap().to_lowercase()
    };
    for path in ["layanan/index.html", "fasilitas/rutan-contoh/index.html"] {
        let row = fee(path);
        assert!(row.contains("belum ditetapkan") && !row.contains("gratis") && !row.contains("rp"), "{path}: {row}");
    }
    let csv = built.text("data/layanan.csv");
    let rows: Vec<Vec<&str>> = csv.lines().map(|line| line.split(',').collect()).collect();
    let at = rows[0].iter().position(|key| *key == "biaya").unwrap();
    let titipan = rows.iter().find(|row| row.iter().any(|cell| cell.ends_with("/titipan/"))).unwrap();
    assert_eq!(titipan[at..at + 3], ["", "", ""]);
}

#[test]
fn drafts_and_the_future_are_published_when_asked_for() {
    let pages = |drafts, future| -> BTreeSet<String> {
        let built = made("waktu", &Options { drafts, future, ..options(NOW) });
        let news = built.files.into_keys().filter_map(|path| Some(path.strip_prefix("berita/")?.to_owned()));
        news.filter_map(|path| Some(path.strip_suffix("/index.html")?.to_owned())).collect()
    };
    let set = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>();
    assert_eq!(pages(false, false), set(&["terbit", "lewat"]));
    assert_eq!(pages(true, false), set(&["terbit", "lewat", "draf"]));
    assert_eq!(pages(false, true), set(&["terbit", "lewat", "nanti", "besok"]));
    assert_eq!(pages(true, true), set(&["terbit", "lewat", "draf", "nanti", "besok"]));
    let withheld = |drafts, future| -> BTreeSet<String> {
        let options = Options { drafts, future, ..options(NOW) };
        let report = bening::build(&sources("waktu"), &options, None).unwrap();
        report.withheld.into_iter().map(|withheld| withheld.title).collect()
    };
    assert_eq!(withheld(false, false), set(&["Masih draf", "Terbit nanti", "Bertanggal besok", "Sudah ditarik"]));
    assert_eq!(withheld(true, true), set(&["Sudah ditarik"]));
}

#[test]
fn a_notice_stands_above_the_pages_it_concerns_while_it_holds() {
    let built = made("pengumuman", &options(NOW));
    let above = |notice: &str| -> Vec<&str> {
        let link = format!("pengumuman/{notice}/index.html>");
        let before_main = |path: &str| built.text(path).split("<main").next().unwrap().contains(&link);
        built.files.keys().map(String::as_str).filter(|path| path.ends_with(".html") && before_main(path)).collect()
    };
    let facility = |path: &&str| path.starts_with("fasilitas/rutan-contoh/");
    let expected: Vec<&str> = built.files.keys().map(String::as_str).filter(facility).collect();
    assert!(expected.len() > 3);
    assert_eq!(above("berlaku"), expected);
    assert_eq!(above("nanti"), [""; 0]);
    assert_eq!(above("lewat"), [""; 0]);
}

#[test]
fn a_list_of_news_is_parted_every_twenty() {
    for (count, pages) in [(0, 1), (1, 1), (20, 1), (21, 2)] {
        let built = news(count).build();
        let expected: &[&str] = if count == 0 { &["- warning content-empty"] } else { &[] };
        assert_eq!(built.problems(), expected, "{}", built.told());
        let part = |number: usize| match number {
            1 => "berita/index.html".to_owned(),
            _ => format!("berita/halaman/{number}/index.html"),
        };
        assert!(!built.files.contains_key(&part(pages + 1)), "{count}");
        let listed = |number| main(built.text(&part(number))).matches("<li class=list__item>").count();
        let on_pages: Vec<usize> = (1..=pages).map(listed).collect();
        assert_eq!(on_pages.iter().sum::<usize>(), count);
        assert!(on_pages.iter().all(|listed| *listed <= 20), "{on_pages:?}");
    }
}

#[test]
fn long_names_and_words_without_spaces_are_built_whole() {
    let long = format!("Rumah Tahanan Negara {}", "Sangat Panjang ".repeat(12).trim());
    let long: String = long.chars().chain("x".repeat(200).chars()).take(200).collect();
    let word = "Pertanggungjawaban".repeat(12);
    let facility = |name: &str| format!("nama: {name}\njenis: rutan\nstatus: tutup\nzona_waktu: WITA\ncontoh: true\n");
    let id = "rutan-".to_owned() + &"panjang-".repeat(8) + "sekali";
    let built = Site::new()
        .file(&format!("content/fasilitas/{id}/profil.yaml"), facility(&long))
        .file("content/fasilitas/rutan-kata/profil.yaml", facility(&word))
        .build();
    assert!(!built.diagnostics.has_errors(), "{}", built.told());
    for (path, name) in
        [(format!("fasilitas/{id}/index.html"), &long), ("fasilitas/rutan-kata/index.html".into(), &word)]
    {
        assert!(built.text(&path).contains(&format!("<h1>{name}</h1>")), "{path}");
        assert!(built.text("fasilitas/index.html").contains(name.as_str()), "{path}");
    }
    assert!(built.text("data/fasilitas.csv").contains(&long));
}

// Four hundred, not ten thousand: programs under test are not optimised, and a slow test is not run.
#[test]
fn hundreds_of_news_items_are_built() {
    let built = news(400).build();
    assert_eq!(built.problems(), [""; 0]);
    assert_eq!(built.text("data/berita.csv").lines().count(), 401);
    assert!(built.files.contains_key("berita/berita-399/index.html"));
    assert!(built.files.contains_key("berita/halaman/20/index.html"));
    assert!(!built.files.contains_key("berita/halaman/21/index.html"));
}

#[test]
fn the_address_of_the_site_is_told_but_no_link_depends_on_it() {
    let built = made("alamat", &options(NOW));
    let address = "https://contoh.example/pemasyarakatan/rutan/";
    let canonical = Regex::new("<link [^>]*rel=\"?canonical[^>]*>").unwrap();
    let tag = Regex::new("<[^>]*>").unwrap();
    let mut others = BTreeSet::new();
    for (path, bytes) in &built.files {
        let text = String::from_utf8_lossy(bytes);
        if !path.ends_with(".html") {
            others.extend(text.contains(address).then_some(path.as_str()));
            continue;
        }
        let links: Vec<&str> = canonical.find_iter(&text).map(|link| link.as_str()).collect();
        let own = format!("href={address}{}", path.strip_suffix("index.html").unwrap_or(path));
        assert_eq!(links.len(), usize::from(!text.contains("noindex")), "{path}");
        assert!(links.iter().all(|link| link.split([' ', '>']).any(|part| part == own)), "{path}: {links:?}");
        let rest = canonical.replace_all(&text, "");
        let tags: Vec<&str> =
            tag.find_iter(&rest).map(|tag| tag.as_str()).filter(|tag| tag.contains(address)).collect();
        assert!(tags.is_empty(), "{path}: {tags:?}");
    }
    let pages_of = |path: &&str| path.starts_with("data/");
    let (data, told): (BTreeSet<&str>, BTreeSet<&str>) = others.into_iter().partition(pages_of);
    assert_eq!(told, BTreeSet::from(["berita.atom.xml", "robots.txt", "sitemap.xml"]));
    assert!(data.contains("data/berita.csv") && data.contains("data/berita.json"));
}

fn news(count: usize) -> Site {
    (0..count).fold(Site::new(), |site, number| {
        let day = 1 + number % 28;
        let path = format!("content/berita/2026-10-{day:02}-berita-{number}.md");
        let head = format!("judul: Berita {number}\ntanggal: 2026-10-{day:02}\nsumber: {{jenis: sendiri}}");
        site.file(&path, format!("---\n{head}\n---\nIsi berita {number}.\n"))
    })
}

/// The folders of the small sites, by name.
fn folders() -> BTreeMap<String, PathBuf> {
    let entries = std::fs::read_dir(repository().join("tests/sites")).unwrap().map(|entry| entry.unwrap().path());
    let folders = entries.filter(|path| path.is_dir());
    let folders: BTreeMap<String, PathBuf> =
        folders.map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), path)).collect();
    assert!(folders.len() > 10);
    folders
}

/// Builds a small site.
fn made(name: &str, options: &Options) -> Built {
    let built = build(sources(name), options);
    assert!(!built.diagnostics.has_errors(), "{name}: {}", built.told());
    built
}

fn sources(name: &str) -> Sources {
    builtin::add_to(&load(&repository().join("tests/sites").join(name)).unwrap())
}

/// Reads the texts below a folder.
fn texts(folder: &Path) -> Texts {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.unwrap().into_path());
    let named = |path: &Path| path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
    let files = entries.filter(|path| path.is_file());
    files.map(|path| (named(&path), std::fs::read_to_string(&path).unwrap())).collect()
}

/// What a site shows of what is `wanted`; the list of its files and its problems always.
fn shown(built: &Built, wanted: &Texts) -> Texts {
    let hash = Regex::new(r"\.[0-9a-f]{12}\.").unwrap();
    let without_hash = |text: &str| hash.replace_all(text, ".*.").into_owned();
    let mut shown = Texts::new();
    for name in wanted.keys() {
        let (path, section) = page_and_section(name);
        let Some(text) = built.files.get(&path).map(|_| built.text(&path)) else { continue };
        let text = match section {
            Some(section) => part(&main(text), section),
            None if path.ends_with(".html") => Some(main(text)),
            None => Some(text.to_owned()),
        };
        shown.extend(text.map(|text| (name.clone(), without_hash(&text))));
    }
    shown.insert(FILES.to_owned(), built.files.keys().map(|path| without_hash(path) + "\n").collect());
    let problems = built.problems().into_iter().zip(built.diagnostics.iter());
    let problems: String =
        problems.map(|(line, found)| format!("{line}: {}\n", message(&found.problem, Lang::Id).what)).collect();
    if !problems.is_empty() {
        shown.insert(PROBLEMS.to_owned(), problems);
    }
    shown
}

/// `index#biaya.html` is the section `biaya` of `index.html`.
fn page_and_section(name: &str) -> (String, Option<&str>) {
    match name.strip_suffix(".html").and_then(|stem| stem.split_once('#')) {
        Some((page, section)) => (format!("{page}.html"), Some(section)),
        None => (name.to_owned(), None),
    }
}

/// The section of a page that is labelled by its heading `id`.
fn part(main: &str, id: &str) -> Option<String> {
    let label = format!("aria-labelledby={id}");
    let opens = |line: &str| line.starts_with("<section") && line.split([' ', '>']).any(|word| word == label);
    let mut lines = main.lines().skip_while(|line| !opens(line));
    let first = lines.next()?;
    let rest = lines.take_while(|line| *line != "</section>");
    Some([first].into_iter().chain(rest).chain(["</section>"]).map(|line| format!("{line}\n")).collect())
}

/// Names what is missing, what is too much, and the first line of each text that differs.
fn differences(expected: &Texts, shown: &Texts) -> Vec<String> {
    let paths: BTreeSet<&String> = expected.keys().chain(shown.keys()).collect();
    let difference = |path: &String| match (expected.get(path), shown.get(path)) {
        (Some(_), None) => Some(format!("{path}: expected, but not there")),
        (None, Some(_)) => Some(format!("{path}: not expected, but there")),
        (Some(one), Some(other)) if one != other => {
            let (mut left, mut right) = (one.lines(), other.lines());
            (1..).find_map(|number| match (left.next(), right.next()) {
                (None, None) => Some(format!("{path}: the last line ends otherwise")),
                (one, other) if one == other => None,
                (one, other) => {
                    let words = |line: Option<&str>| line.map_or("nothing".into(), |line| format!("`{}`", line.trim()));
                    Some(format!("{path}:{number}: expected {}, found {}", words(one), words(other)))
                }
            })
        }
        _ => None,
    };
    paths.into_iter().filter_map(difference).collect()
}

fn rewrite(folder: &Path, expected: &Texts, shown: &Texts) {
    for path in expected.keys().filter(|path| !shown.contains_key(*path)) {
        std::fs::remove_file(folder.join(path)).unwrap();
    }
    for (path, text) in shown.iter().filter(|(path, text)| expected.get(*path) != Some(*text)) {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
}

/// The part of a page between `<main …>` and `</main>`, a block a line; what is inside a paragraph or a cell stays in its line.
fn main(html: &str) -> String {
    const INLINE: [&str; 15] =
        ["a", "abbr", "b", "br", "cite", "code", "em", "img", "small", "span", "strong", "sub", "sup", "time", "wbr"];
    let from = html.find("<main").unwrap();
    let until = html.find("</main>").unwrap();
    let space = Regex::new(r"[ \n]+").unwrap();
    let piece = Regex::new(r#"<(/?)([a-z0-9]+)(?:"[^"]*"|[^">])*>|[^<]+"#).unwrap();
    let mut lines: Vec<String> = Vec::new();
    let mut depth = 0;
    // Whether the last line still takes what comes.
    let mut open = false;
    for found in piece.captures_iter(&html[from..until]).skip(1) {
        let text = space.replace_all(&found[0], " ");
        let name = found.get(2).map_or("", |name| name.as_str());
        let block = !name.is_empty() && !INLINE.contains(&name);
        let closes = block && &found[1] == "/";
        depth -= usize::from(closes);
        let fresh = || format!("{}{}", "  ".repeat(depth), text.trim_start());
        match lines.last_mut().filter(|_| open && (closes || !block)) {
            Some(line) => line.push_str(&text),
            None if text.trim().is_empty() => {}
            None => lines.push(fresh()),
        }
        if block {
            open = !closes;
            let holds = !closes && !text.ends_with("/>") && !["hr", "col", "input"].contains(&name);
            depth += usize::from(holds);
        } else if !text.trim().is_empty() {
            open = true;
        }
    }
    lines.iter().map(|line| format!("{}\n", line.trim_end())).collect()
}
