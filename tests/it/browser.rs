//! Pages in a browser: Debian's Chromium opens one page of each kind of the sample site, and judges of several makers look at
//! it. `tests/browser/` holds the checks and, in `bad/`, what each of them must reject.
//!
//! Where the browser is not there, the judgement is skipped, loudly; with `CI=true` that is a failure.

use std::path::{Path, PathBuf};
use std::process::Command;

use regex::Regex;
use serde_json::Value;

use crate::door::{Built, Site, sample_site};
use crate::referees::{Verdict, accepts, installed, json, rejects, run, skipped};

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser").join(path)
}

// A script of `tests/browser/` with arguments, if what it needs is there.
fn node(script: &str) -> Option<Command> {
    installed("browser", "node_modules/playwright-core/package.json")?;
    // Where Debian puts it; `run` says whether `node` is there.
    if !Path::new("/usr/bin/chromium").exists() && std::env::var_os("CHROME_PATH").is_none() {
        return skipped("browser", "chromium is not installed");
    }
    let mut node = Command::new("node");
    node.arg(here(script));
    Some(node)
}

fn judge(check: &str, site: &Path) -> Verdict {
    let output = run("browser", node("judge.mjs")?.arg(check).arg(site))?;
    let said = json("browser", &output);
    let complaints = said.as_array().expect("a list").iter();
    Some(complaints.map(|complaint| complaint.as_str().expect("a text").to_owned()).collect())
}

// The check lets the sample site pass, and says exactly this about its bad one.
fn holds(check: &str, bad: &[&str]) {
    rejects(judge(check, &here("bad").join(check)), bad);
    accepts(check, judge(check, sample_site()));
}

#[test]
fn axe_finds_nothing_in_light_and_dark_on_phone_and_desk() {
    holds(
        "axe",
        &[
            "1280 dark: image-alt img",
            "1280 light: color-contrast p",
            "1280 light: image-alt img",
            "360 dark: image-alt img",
            "360 light: color-contrast p",
            "360 light: image-alt img",
        ],
    );
}

#[test]
fn html_codesniffer_finds_nothing() {
    holds(
        "codesniffer",
        &[
            "1280 dark: WCAG2AA.Principle1.Guideline1_1.1_1_1.H37 <img",
            "1280 dark: WCAG2AA.Principle2.Guideline2_4.2_4_1.G1,G123,G124.NoSuchID <a",
            "1280 dark: WCAG2AA.Principle4.Guideline4_1.4_1_2.H91.A.NoContent <a",
            "360 light: WCAG2AA.Principle1.Guideline1_1.1_1_1.H37 <img",
            "360 light: WCAG2AA.Principle2.Guideline2_4.2_4_1.G1,G123,G124.NoSuchID <a",
            "360 light: WCAG2AA.Principle4.Guideline4_1.4_1_2.H91.A.NoContent <a",
        ],
    );
}

#[test]
fn everything_is_reached_and_seen_by_keyboard() {
    holds(
        "keyboard",
        &[
            "1 of 2 stops are reached",
            "focus is not seen: <a href=\"/x\"",
            "the first stop does not lead to the main part",
        ],
    );
}

#[test]
fn text_of_twice_and_four_times_the_size_is_whole() {
    holds(
        "reflow",
        &[
            "320 light: spaced: 608 px wide, by <p class=\"wide\">",
            "320 light: spaced: cut off: <p class=\"cut\">",
            "320 light: zoomed: 608 px wide, by <p class=\"wide\">",
            "320 light: zoomed: cut off: <p class=\"cut\">",
            "640 light: spaced: cut off: <p class=\"cut\">",
            "640 light: zoomed: cut off: <p class=\"cut\">",
        ],
    );
}

#[test]
fn targets_are_as_large_as_a_finger() {
    holds("targets", &["<a href=\"#a\">", "<a href=\"#a\">"]);
}

#[test]
fn nothing_moves_for_who_asked_for_less_motion() {
    holds("motion", &["moves: <p class=\"spin\">", "scrolls by itself"]);
}

#[test]
fn pages_are_whole_without_scripts() {
    holds("scriptless", &["only with scripts: a Isi /isi", "only with scripts: li", "only with scripts: ul"]);
}

#[test]
fn no_other_host_is_asked_and_the_strictest_policy_holds() {
    holds(
        "requests",
        &[
            "asks another host: http://lain.invalid/a.png",
            "console: Applying inline style violates the following Content Security Policy directive 'default-src 'self''",
            "console: Failed to load resource: the server responded with a status of 404",
            "console: Loading the image 'http://lain.invalid/a.png' violates",
            "failed: lain.invalid/a.png",
            "picture is not there: a.png",
        ],
    );
}

#[test]
fn pages_are_whole_below_a_folder_of_a_host() {
    holds(
        "subfolder",
        &[
            "404: 127.0.0.1:",
            "asks another host: http://127.0.0.1:",
            "console: Failed to load resource: the server responded with a status of 404",
            "failed: 127.0.0.1:",
            "has no style",
            "link leads to no file: tiada.html",
        ],
    );
}

#[test]
fn pages_are_whole_from_a_disk() {
    holds(
        "disk",
        &[
            "console: Failed to load resource: net::ERR_FILE_NOT_FOUND",
            "failed: disk/tiada.png",
            "link leads to no file: folder/",
            "picture is not there: tiada.png",
        ],
    );
}

// Alone: what else runs at the time would be measured with it.
#[test]
#[ignore = "measures; tests/run runs it alone"]
fn lighthouse_gives_full_marks_to_five_kinds_of_pages() {
    holds(
        "lighthouse",
        &[
            "document-title; html-has-lang; image-alt",
            "best-practices ",
            "performance ",
            "document-title; meta-description; image-alt",
        ],
    );
}

// The pattern page, which the sample site does not have, and the least that a site can be.
#[test]
fn the_pattern_page_passes_too() {
    let settings = "versi_format: 1\njudul: Situs\nzona_waktu: WITA\npola: true\n";
    let built = Site::new().file("content/situs.yaml", settings).build();
    let is_needed =
        |path: &&String| path.starts_with("tema/") || ["index.html", "pola/index.html"].contains(&path.as_str());
    let folder = put("pola", &built, built.files.keys().filter(is_needed));
    for check in ["axe", "keyboard", "reflow", "targets"] {
        accepts(check, judge(check, &folder));
    }
}

// What the W3C's checker of styles does not know yet, in words of the same grammar that it knows, so that it reads what stands
// inside: CSS Containment Level 3 (`@container`, `cqi`), SVG 2 (`paint-order`).
fn older(css: &str) -> String {
    let css = css.replace("@container", "@media").replace("cqi", "vw");
    Regex::new(r"(container-type|paint-order)\s*:[^;}]*").unwrap().replace_all(&css, "").into_owned()
}

fn vnu_css(folder: &Path, name: &str) -> Verdict {
    let jar = installed("vnu", "node_modules/vnu-jar/build/dist/vnu.jar")?;
    let copies = Path::new(env!("CARGO_TARGET_TMPDIR")).join("css").join(name);
    std::fs::create_dir_all(&copies).unwrap();
    let mut java = Command::new("java");
    java.arg("-Xss4m").arg("-jar").arg(jar).args(["--css", "--format", "json", "--stdout", "--exit-zero-always"]);
    let mut styles = 0;
    for entry in walkdir::WalkDir::new(folder) {
        let path = entry.unwrap().into_path();
        if path.extension().is_some_and(|ending| ending == "css") {
            let copy = copies.join(path.file_name().unwrap());
            std::fs::write(&copy, older(&std::fs::read_to_string(&path).unwrap())).unwrap();
            java.arg(copy);
            styles += 1;
        }
    }
    assert!(styles > 0, "no style in {}", folder.display());
    let report = json("vnu", &run("vnu", &mut java)?);
    let messages = report["messages"].as_array().expect("a list").iter();
    Some(messages.map(|message| format!("{}: {}", message["lastLine"], message["message"])).collect())
}

#[test]
fn the_style_is_valid() {
    rejects(
        vnu_css(&here("bad/css"), "bad"),
        &["1: \"CSS: “colour”", "2: \"CSS: “widht”", "3: \"CSS: “color”: “#12345” is not a valid color"],
    );
    accepts("vnu", vnu_css(sample_site(), "sample"));
}

const FACILITY: &str = "fasilitas/rutan/index.html";

// A facility two hours east of Jakarta that opens on Mondays and Saturdays.
fn week() -> Site {
    Site::new()
        .file("content/situs.yaml", "versi_format: 1\njudul: Situs Uji\nzona_waktu: WIB\n")
        .file("content/fasilitas/rutan/profil.yaml", "nama: Rutan Uji\njenis: rutan\nzona_waktu: WIT\n")
        .file(
            "content/fasilitas/rutan/layanan/kunjungan.yaml",
            "nama: Kunjungan\nkategori: kunjungan\nstatus: berlaku\njadwal:\n  aturan:\n  \
             - {hari: [senin, sabtu], sesi: [{mulai: \"08:00\", selesai: \"11:00\", tutup_daftar: \"10:00\"}]}\n  \
             pengecualian: [{tanggal: 2026-11-30, tutup: true, alasan: Perbaikan ruang}]\n",
        )
}

// A folder with files of a site, for the browser.
fn put<'b>(name: &str, built: &'b Built, paths: impl Iterator<Item = &'b String>) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser").join(name);
    for path in paths {
        let at = folder.join(path);
        std::fs::create_dir_all(at.parent().unwrap()).unwrap();
        std::fs::write(at, &built.files[path]).unwrap();
    }
    folder
}

fn ask(built: &Built, name: &str, page: &str, more: &[&str]) -> Option<Value> {
    let folder = put(name, built, built.files.keys());
    let output = run("browser", node("ask.mjs")?.arg(&folder).arg(page).args(more))?;
    Some(json("browser", &output))
}

#[test]
fn the_week_says_what_is_open_now_by_the_clock_of_the_facility() {
    let site = week().build();
    assert!(!site.diagnostics.has_errors(), "{}", site.told());
    for (moment, today, marks) in [
        // 08.30 in the east on a Monday; still Sunday for the visitor.
        ("2026-11-22T23:30:00Z", "Senin", vec!["Buka sekarang"]),
        ("2026-11-23T01:30:00Z", "Senin", vec!["Pendaftaran sudah ditutup"]),
        ("2026-11-23T02:00:00Z", "Senin", vec![]),
        ("2026-11-22T22:59:00Z", "Senin", vec![]),
        ("2026-11-24T00:00:00Z", "Selasa", vec![]),
        // Closed on this date; Christmas is a Friday; of 2040 no holiday is known.
        ("2026-11-29T23:30:00Z", "Senin", vec!["Hari ini berbeda, lihat di bawah"]),
        ("2026-12-24T23:30:00Z", "Jumat", vec!["Hari libur: tanyakan dulu"]),
        ("2040-11-04T23:30:00Z", "Senin", vec![]),
    ] {
        let Some(said) = ask(&site, "minggu", FACILITY, &[moment]) else { return };
        assert!(said["today"][0].as_str().is_some_and(|day| day.starts_with(today)), "{moment}: {said}");
        assert_eq!(said["first"], said["today"], "{moment}: the week begins today");
        assert_eq!(said["marks"], serde_json::json!(marks), "{moment}: {said}");
    }
}

#[test]
fn a_long_list_is_narrowed_by_what_is_typed() {
    let mut site = Site::new();
    for (at, city) in
        ["Kupang", "Ende", "Maumere", "Bajawa", "Ruteng", "Atambua", "Kefamenanu", "Soe", "Kalabahi", "Larantuka"]
            .iter()
            .enumerate()
    {
        let province = if at < 5 { "Nusa Tenggara Timur" } else { "Bali" };
        site = site.file(
            &format!("content/fasilitas/rutan-{at}/profil.yaml"),
            format!("nama: Rumah Tahanan {city}\nnama_singkat: Rutan {city}\njenis: rutan\nalamat: {{kota: {city}, provinsi: {province}}}\n"),
        );
    }
    let site = site.build();
    let asked = |words: &str| ask(&site, "daftar", "fasilitas/index.html", &["2026-11-23T00:00:00Z", words]);
    let Some(all) = asked("") else { return };
    assert_eq!(all["items"].as_array().unwrap().len(), 10, "{all}");
    assert_eq!(all["status"], serde_json::json!([""]), "{all}");
    let one = asked("ENDE tahanan").unwrap();
    assert_eq!(one["items"], serde_json::json!(["Rutan Ende"]), "{one}");
    assert_eq!(one["sections"].as_array().unwrap().len(), 1, "a province without any is hidden: {one}");
    assert!(one["status"][0].as_str().unwrap().starts_with("1 "), "{one}");
    let none = asked("Papua").unwrap();
    assert_eq!(none["items"], serde_json::json!([]), "{none}");
    assert!(!none["status"][0].as_str().unwrap().is_empty(), "{none}");
}
