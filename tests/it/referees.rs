//! Judges the sample site with programs we did not write, and shows that each of them can say no.
//!
//! `tests/run` installs them and names their folder in `BENING_REFEREES`. What is not there is skipped, loudly;
//! with `CI=true` that is a failure. What they are and how strict: `tests/tools/README.md`.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

use crate::door::sample_site;

#[test]
fn every_page_is_valid_html() {
    html_is_valid(sample_site());
}

#[test]
fn every_page_keeps_the_house_rules() {
    html_keeps_the_house_rules(sample_site());
}

#[test]
fn the_news_feed_is_valid() {
    feed_is_valid(&sample_site().join("berita.atom.xml"));
}

#[test]
fn vnu_rejects_a_bad_page() {
    rejects(
        vnu(&tools().join("bad")),
        &[
            "bad.html:5:1 The “type” attribute is unnecessary for JavaScript resources.",
            "bad.html:8:1 An “img” element must have an “alt” attribute",
            "bad.html:9:1 Duplicate ID “atas”.",
            "bad.html:7:1 The first occurrence of ID “atas” was here.",
            "bad.html:10:15 Start tag “a” seen but an element of the same type was already open.",
            "bad.html:10:55 Stray end tag “a”.",
        ],
    );
}

#[test]
fn html_validate_rejects_a_bad_page() {
    rejects(
        html_validate(&tools().join("bad")),
        &[
            "bad.html:5:9 script-type: ",
            "bad.html:8:2 wcag/h37: ",
            "bad.html:9:8 no-dup-id: ",
            "bad.html:10:16 element-permitted-content: ",
            "bad.html:11:2 input-missing-label: ",
        ],
    );
}

#[test]
fn feedparser_rejects_a_bad_feed() {
    rejects(
        feedparser(&tools().join("bad/bad.atom.xml")),
        &[
            "not well-formed: <unknown>:17:2: mismatched tag",
            "feed: no updated",
            "entry 1: updated is unreadable: kemarin",
            "entry 2: no updated",
            "entry 2: id \"tag:contoh.example,2026:satu\" is used before",
            "entry 2: link \"/satu/\" is not absolute",
        ],
    );
}

#[test]
fn feedparser_rejects_what_is_no_feed() {
    rejects(
        feedparser(&tools().join("bad/bad.html")),
        &[
            "not well-formed: <unknown>:2:0: syntax error",
            "not Atom 1.0 but \"\"",
            "feed: no id",
            "feed: no title",
            "feed: no updated",
            "0 entries written, 0 read",
        ],
    );
}

/// A rule that is bent without a reason would stay bent for ever.
#[test]
fn every_bent_rule_has_a_reason() {
    let config = std::fs::read(house_rules()).expect("tests/tools/htmlvalidate.json is readable");
    let config: Value = serde_json::from_slice(&config).expect("it is JSON");
    let readme = std::fs::read_to_string(tools().join("README.md")).expect("it is readable");
    let listed: Vec<&str> = readme.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
    let bent: Vec<&String> = config["rules"].as_object().expect("rules are a map").keys().collect();
    assert_eq!(listed, bent);
}

/// Every page below the folder is HTML as the W3C checker knows it, without an error and without a warning.
pub(crate) fn html_is_valid(folder: &Path) {
    accepts("vnu", vnu(folder));
}

/// Every page below the folder keeps the rules of `htmlvalidate.json`: accessibility and page structure.
pub(crate) fn html_keeps_the_house_rules(folder: &Path) {
    accepts("html-validate", html_validate(folder));
}

/// The Atom feed is well-formed and complete; every entry has an id of its own, a readable date and an absolute link.
pub(crate) fn feed_is_valid(file: &Path) {
    accepts("feedparser", feedparser(file));
}

/// What a referee says: complaints as `file:line:column message`, or nothing at all because it is not there.
pub(crate) type Verdict = Option<Vec<String>>;

pub(crate) fn accepts(referee: &str, verdict: Verdict) {
    let Some(complaints) = verdict else { return };
    let shown = complaints.iter().take(30).cloned().collect::<Vec<_>>().join("\n");
    assert!(complaints.is_empty(), "{referee}: {} complaints, first 30:\n{shown}", complaints.len());
}

/// Exactly these complaints, so that no referee rejects the bad input for a reason that is not its fault.
pub(crate) fn rejects(verdict: Verdict, expected: &[&str]) {
    let Some(complaints) = verdict else { return };
    let same = complaints.len() == expected.len()
        && complaints.iter().zip(expected).all(|(complaint, part)| complaint.contains(part));
    assert!(same, "expected:\n{}\nsaid:\n{}", expected.join("\n"), complaints.join("\n"));
}

fn vnu(folder: &Path) -> Verdict {
    let jar = installed("vnu", "node_modules/vnu-jar/build/dist/vnu.jar")?;
    let mut java = Command::new("java");
    // The default stack is too small for the checker's HTML schema. A short run: the second compiler and the parallel
    // collector cost more than they give (3.4 s instead of 7.8 s for 300 pages).
    java.args(["-Xss4m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar"]).arg(jar);
    java.args(["--skip-non-html", "--format", "json", "--stdout", "--exit-zero-always", "--verbose"]);
    let output = run("vnu", java.arg(folder))?;
    let report = json("vnu", &output);

    // `--verbose` names each page it opens: a checker that opened none would be content with everything.
    let opened = String::from_utf8_lossy(&output.stderr).lines().filter(|line| line.ends_with(".html")).count();
    assert!(opened > 0 && opened == pages(folder), "vnu opened {opened} pages of {}", folder.display());

    let mut complaints = Vec::new();
    for message in array(&report["messages"]) {
        let text = message["message"].as_str().unwrap_or_default();
        if text.starts_with("File was not checked.") {
            continue; // said of every file beside the pages
        }
        if is_blocked_for_want_of_an_origin(text) {
            continue;
        }
        let file = message["url"].as_str().unwrap_or_default().trim_start_matches("file:");
        // Absent where a message is about a point, not a stretch.
        let column = message.get("firstColumn").unwrap_or(&message["lastColumn"]);
        complaints.push(format!("{file}:{}:{column} {text}", message["lastLine"]));
    }
    Some(complaints)
}

/// A page that is read from a disk has no origin, so that vnu takes a file beside it for one that `'self'` forbids. What names
/// a scheme or a host is forbidden in truth.
fn is_blocked_for_want_of_an_origin(complaint: &str) -> bool {
    let address = complaint
        .strip_prefix("Resource violates Content Security Policy (meta tag): ")
        .and_then(|rest| rest.split_once('“')?.1.split_once('”'));
    address.is_some_and(|(address, _)| !address.contains(':') && !address.starts_with("//"))
}

#[test]
fn a_resource_of_another_host_stays_a_complaint() {
    let said = |address: &str| {
        format!(
            "Resource violates Content Security Policy (meta tag): image “{address}” blocked by “img-src” directive."
        )
    };
    assert!(is_blocked_for_want_of_an_origin(&said("../tema/band.svg")));
    for foreign in ["https://contoh.example/a.png", "//contoh.example/a.png", "data:image/png;base64,AA"] {
        assert!(!is_blocked_for_want_of_an_origin(&said(foreign)), "{foreign}");
    }
    assert!(!is_blocked_for_want_of_an_origin("Bad value “../x” for attribute"));
}

fn html_validate(folder: &Path) -> Verdict {
    let program = installed("html-validate", "node_modules/html-validate/bin/html-validate.mjs")?;
    assert!(pages(folder) > 0, "no page in {}", folder.display());
    let mut node = Command::new("node");
    node.arg(program).arg("--config").arg(house_rules());
    let output = run("html-validate", node.args(["--ext", "html", "--formatter", "json"]).arg(folder))?;

    let mut complaints = Vec::new();
    for page in array(&json("html-validate", &output)) {
        for message in array(&page["messages"]) {
            complaints.push(format!(
                "{}:{}:{} {}: {}",
                page["filePath"].as_str().unwrap_or_default(),
                message["line"],
                message["column"],
                message["ruleId"].as_str().unwrap_or_default(),
                message["message"].as_str().unwrap_or_default(),
            ));
        }
    }
    Some(complaints)
}

fn feedparser(file: &Path) -> Verdict {
    let python = installed("feedparser", "venv/bin/python")?;
    let output = run("feedparser", Command::new(python).arg(tools().join("feed.py")).arg(file))?;
    let read = json("feedparser", &output);
    let source = std::fs::read_to_string(file).expect("feedparser could read it");

    let mut found = Vec::new();
    if let Some(why) = read["broken"].as_str() {
        found.push(format!("not well-formed: {why}"));
    }
    if read["version"] != "atom10" {
        found.push(format!("not Atom 1.0 but {}", read["version"]));
    }
    found.extend(faults("feed", &read["feed"]));
    let entries = array(&read["entries"]);
    let written = source.matches("</entry>").count();
    if entries.is_empty() || entries.len() != written {
        found.push(format!("{written} entries written, {} read", entries.len()));
    }
    let mut ids = BTreeSet::new();
    for (n, entry) in entries.iter().enumerate() {
        let name = format!("entry {}", n + 1);
        found.extend(faults(&name, entry));
        if !ids.insert(entry["id"].as_str()) {
            found.push(format!("{name}: id {} is used before", entry["id"]));
        }
        if !entry["link"].as_str().is_some_and(|link| link.starts_with("https://") || link.starts_with("http://")) {
            found.push(format!("{name}: link {} is not absolute", entry["link"]));
        }
    }
    Some(found.iter().map(|fault| format!("{}: {fault}", file.display())).collect())
}

/// What RFC 4287 demands of a feed and of each entry alike.
fn faults(name: &str, thing: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for key in ["id", "title"] {
        if thing[key] == "" {
            found.push(format!("{name}: no {key}"));
        }
    }
    for key in ["updated", "published"] {
        match thing[key].as_str() {
            None if key == "updated" => found.push(format!("{name}: no updated")),
            Some(date) if date.starts_with("unreadable") => found.push(format!("{name}: {key} is {date}")),
            _ => {}
        }
    }
    found
}

/// Where scripts and inputs of the referees are.
pub(crate) fn tools() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tools")
}

fn house_rules() -> PathBuf {
    tools().join("htmlvalidate.json")
}

/// Number of pages below the folder.
fn pages(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).expect("the folder to judge is readable");
    let paths = entries.map(|entry| entry.expect("so is each of its entries").path());
    paths
        .map(
            |path| {
                if path.is_dir() { pages(&path) } else { usize::from(path.extension().is_some_and(|e| e == "html")) }
            },
        )
        .sum()
}

/// Path of a referee's file in the folder that `tests/run` filled.
pub(crate) fn installed(referee: &str, file: &str) -> Option<PathBuf> {
    let Some(folder) = std::env::var_os("BENING_REFEREES") else {
        return skipped(referee, "BENING_REFEREES is not set; use tests/run");
    };
    let path = Path::new(&folder).join(file);
    if path.exists() { Some(path) } else { skipped(referee, &format!("{} is absent", path.display())) }
}

pub(crate) fn run(referee: &str, command: &mut Command) -> Option<Output> {
    match command.output() {
        Ok(output) => Some(output),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            skipped(referee, &format!("{} is not installed", command.get_program().display()))
        }
        Err(error) => panic!("{referee}: {error}"),
    }
}

/// Says that a referee did not judge. Always `None`; a failure where nothing may be skipped.
pub(crate) fn skipped<T>(referee: &str, why: &str) -> Option<T> {
    assert!(std::env::var_os("CI").is_none_or(|ci| ci != "true"), "referee {referee} is missing: {why}");
    // Straight to the stream, in one piece: the test runner hides what passing tests print by macro.
    let line = format!("SKIPPED referee {referee}: {why}\n");
    std::io::stderr().write_all(line.as_bytes()).expect("standard error is open");
    None
}

pub(crate) fn json(referee: &str, output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
        let said = String::from_utf8_lossy(&output.stderr);
        panic!("{referee} gave no verdict ({error}):\n{said}{}", String::from_utf8_lossy(&output.stdout))
    })
}

fn array(value: &Value) -> &[Value] {
    value.as_array().expect("a list, as in the pinned version of this referee")
}
