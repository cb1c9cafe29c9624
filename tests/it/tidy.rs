//! What holds for the sources themselves: layers, headers, shapes, words, length. Each rule is also shown what breaks it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use regex::Regex;

use crate::door::repository;

/// Files that may be longer than the rest, and why.
const LONG: &[(&str, &str)] = &[("tests/it/write.rs", "one subject, the output folder, case after case")];
const LONGEST: usize = 600;

/// Files beside views in which something is written by serde, and why.
const WRITERS: &[(&str, &str)] = &[
    ("src/view.rs", "parts of views"),
    ("src/pages.rs", "views"),
    ("src/pages/rulebook.rs", "views"),
    ("src/theme/pattern.rs", "the view of the pattern page"),
    ("src/manifest.rs", "the record of our own files, read and written by nobody else"),
    ("src/diag/print.rs", "problems for machines"),
    ("src/cli/summary.rs", "reports for machines"),
];

#[test]
fn imports_point_down_the_layers() {
    let layers = Layers::read(&text("src/ARCHITECTURE.md"));
    let found: Vec<String> =
        files("src", &["rs"]).iter().flat_map(|(path, text)| layers.broken_by(path, text)).collect();
    assert_nothing(&found);
    let modules: BTreeSet<String> = files("src", &["rs"]).keys().map(|path| Layers::module(path).to_owned()).collect();
    let listed: BTreeSet<String> = layers.0.keys().cloned().collect();
    assert_eq!(listed, modules, "the table in src/ARCHITECTURE.md lists other modules than there are");
}

#[test]
fn an_import_that_points_up_is_seen() {
    let layers = Layers::read(
        "| L | path | duty |\n|---|---|---|\n| 0 | `a.rs` | x |\n| 1 | `b.rs` `b/` | x |\n| 2 | `lib.rs` | x |",
    );
    assert_eq!(layers.broken_by("src/b/c.rs", "use crate::a::X;\nuse crate::b::Y;\nlet x = crate::a::f();"), [""; 0]);
    let up = "src/a.rs: layer 0 imports `b` of layer 1";
    assert_eq!(layers.broken_by("src/a.rs", "use crate::b::X;"), [up]);
    assert_eq!(layers.broken_by("src/a.rs", "use crate::{\n    b::X,\n};"), [up]);
    assert_eq!(layers.broken_by("src/a.rs", "    crate::b::x();"), [up]);
    assert_eq!(layers.broken_by("src/a.rs", "// crate::b::x()"), [""; 0]);
    assert_eq!(layers.broken_by("src/b.rs", "use crate::c::X;"), ["src/b.rs: `c` is not in the table"]);
    assert_eq!(layers.broken_by("src/b.rs", "use crate::Options;"), ["src/b.rs: layer 1 imports `lib` of layer 2"]);
}

#[test]
fn every_file_says_its_duty_first() {
    let found = files("src", &["rs"]).into_iter().chain(files("tests/it", &["rs"]));
    assert_nothing(&found.filter(|(_, text)| !text.starts_with("//! ")).map(|(path, _)| path).collect::<Vec<_>>());
}

#[test]
fn nothing_is_left_lying_about() {
    let endings = ["rs", "md", "html", "css", "yaml", "py", "json", "svg"];
    let all = ["src", "tests", "themes", "content"].into_iter().flat_map(|folder| files(folder, &endings));
    assert_nothing(
        &all.filter(|(path, _)| !path.ends_with("lock.json"))
            .flat_map(|(path, text)| litter(&path, &text))
            .collect::<Vec<_>>(),
    );
}

#[test]
fn litter_is_seen() {
    let bad = format!("a \nb\tc\n{}!()\n{}!(x)\nfine\n\n", "todo", "dbg");
    let expected =
        ["x.rs:1: space at the end", "x.rs:2: tab", "x.rs:3: todo!", "x.rs:4: dbg!", "x.rs: empty line at the end"];
    assert_eq!(litter("x.rs", &bad), expected);
    assert_eq!(litter("x.rs", "a"), ["x.rs: no line end at the end"]);
}

#[test]
fn raw_shapes_only_read_and_views_only_write() {
    let found: Vec<String> = files("src", &["rs"]).iter().flat_map(|(path, text)| shapes(path, text)).collect();
    assert_nothing(&found);
}

#[test]
fn a_shape_that_reads_and_writes_is_seen() {
    let raw = "#[derive(Deserialize, JsonSchema)]\n#[serde(deny_unknown_fields)]\nstruct RawA {}";
    assert_eq!(shapes("src/kinds/a.rs", raw), [""; 0]);
    let wrong = raw.replace("RawA", "A");
    assert_eq!(shapes("src/kinds/a.rs", &wrong), ["src/kinds/a.rs: `A` reads, but its name does not begin with Raw"]);
    let view = "#[derive(Serialize)]\npub struct AView {}";
    assert_eq!(shapes("src/kinds/a.rs", view), [""; 0]);
    assert_eq!(shapes("src/model/a.rs", view), ["src/model/a.rs: `AView` writes, but this is no place for views"]);
    let both = "#[derive(Serialize, Deserialize)]\nenum RawB {}";
    assert_eq!(shapes("src/kinds/a.rs", both), ["src/kinds/a.rs: `RawB` reads and writes"]);
}

#[test]
fn the_words_of_the_interface_are_whole() {
    let theme = "themes/terang";
    let templates: String = files(theme, &["html"]).into_values().collect();
    assert_nothing(&words(
        &text(&format!("{theme}/i18n/id.yaml")),
        &text(&format!("{theme}/i18n/en.yaml")),
        &templates,
    ));
}

#[test]
fn a_missing_word_is_seen() {
    let found = words("a: x\nb: y\n", "a: x\nc: y\n", "{{ t.a }} {% if t.d %}");
    assert_eq!(
        found,
        ["b: missing in en", "c: missing in id", "b: used nowhere", "c: used nowhere", "d: used, but in no language"]
    );
}

#[test]
fn no_file_is_long_without_a_reason() {
    let all = ["src", "tests/it", "themes"].into_iter().flat_map(|folder| files(folder, &["rs", "html", "css", "md"]));
    let long: BTreeMap<String, usize> =
        all.map(|(path, text)| (path, text.lines().count())).filter(|(_, lines)| *lines > LONGEST).collect();
    let excused: BTreeSet<&str> = LONG.iter().map(|(path, _)| *path).collect();
    let found: BTreeSet<&str> = long.keys().map(String::as_str).collect();
    assert_eq!(found, excused, "files over {LONGEST} lines, and those that may be: {long:?}");
}

fn assert_nothing(found: &[String]) {
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn text(path: &str) -> String {
    std::fs::read_to_string(repository().join(path)).unwrap()
}

/// The text files below a folder, by path from the root.
fn files(folder: &str, endings: &[&str]) -> BTreeMap<String, String> {
    let root = repository();
    let entries = walkdir::WalkDir::new(root.join(folder)).into_iter().map(|entry| entry.unwrap().into_path());
    let wanted = |path: &Path| path.extension().is_some_and(|ending| endings.iter().any(|one| ending == *one));
    let named = |path: &Path| path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
    entries
        .filter(|path| path.is_file() && wanted(path))
        .map(|path| (named(&path), std::fs::read_to_string(&path).unwrap()))
        .collect()
}

/// The layer of each module of the table in `ARCHITECTURE.md`.
struct Layers(BTreeMap<String, u32>);

impl Layers {
    fn read(architecture: &str) -> Self {
        let row = Regex::new(r"(?m)^\| (\d+) \| ((?:`[a-z_]+(?:\.rs|/)`\s?)+)\|").unwrap();
        let name = Regex::new(r"`([a-z_]+)(?:\.rs|/)`").unwrap();
        let mut layers = BTreeMap::new();
        for row in row.captures_iter(architecture) {
            for name in name.captures_iter(&row[2]) {
                layers.insert(name[1].to_owned(), row[1].parse().unwrap());
            }
        }
        assert!(layers.len() > 2, "no table of layers");
        Self(layers)
    }

    /// `src/kinds/news.rs` → `kinds`
    fn module(path: &str) -> &str {
        let path = path.strip_prefix("src/").unwrap();
        path.split_once('/').map_or_else(|| path.trim_end_matches(".rs"), |(folder, _)| folder)
    }

    fn broken_by(&self, path: &str, text: &str) -> Vec<String> {
        let here = Self::module(path);
        let Some(mine) = self.0.get(here) else { return vec![format!("{path}: `{here}` is not in the table")] };
        let mut found = Vec::new();
        // Tests may look at everything.
        for other in imported(text.split("#[cfg(test)]").next().unwrap_or_default()) {
            match self.0.get(other.as_str()) {
                _ if other == here || here == "lib" || here == "main" => {}
                None => found.push(format!("{path}: `{other}` is not in the table")),
                Some(layer) if layer >= mine => {
                    found.push(format!("{path}: layer {mine} imports `{other}` of layer {layer}"))
                }
                Some(_) => {}
            }
        }
        found
    }
}

/// The modules that a file names by `crate::`; what stands at the crate's own top is `lib`.
fn imported(text: &str) -> BTreeSet<String> {
    let code: String =
        text.lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| format!("{line}\n")).collect();
    let one = Regex::new(r"\bcrate::([A-Za-z_]+)").unwrap();
    let group = Regex::new(r"\bcrate::\{([^;]*)\};").unwrap();
    let head = Regex::new(r"(?:^|,)\s*([A-Za-z_]+)").unwrap();
    let flat = Regex::new(r"\{[^{}]*\}").unwrap();
    let mut names: BTreeSet<String> = one.captures_iter(&code).map(|found| found[1].to_owned()).collect();
    for found in group.captures_iter(&code) {
        let outer = flat.replace_all(&found[1], "");
        names.extend(head.captures_iter(&outer).map(|found| found[1].to_owned()));
    }
    // `$crate` of a macro is no import of this file; a name in capitals and these functions stand in `lib.rs`.
    let is_of_lib = |name: &str| name.starts_with(char::is_uppercase) || ["build", "check_theme"].contains(&name);
    names.into_iter().map(|name| if is_of_lib(&name) { "lib".to_owned() } else { name }).collect()
}

fn litter(path: &str, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let macros = ["todo", "dbg", "unimplemented"].map(|name| format!("{name}!"));
    for (at, line) in text.lines().enumerate() {
        let mut report = |what: &str| found.push(format!("{path}:{}: {what}", at + 1));
        if line.ends_with([' ', '\t']) {
            report("space at the end");
        }
        if line.contains('\t') {
            report("tab");
        }
        for name in macros.iter().filter(|name| path.ends_with(".rs") && line.contains(&format!("{name}("))) {
            report(name);
        }
    }
    if text.ends_with("\n\n") {
        found.push(format!("{path}: empty line at the end"));
    } else if !text.ends_with('\n') {
        found.push(format!("{path}: no line end at the end"));
    }
    found
}

fn shapes(path: &str, text: &str) -> Vec<String> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let item = Regex::new(
        r"(?m)#\[derive\(([^)]*)\)\]\n(?:\s*(?:#\[.*\]|//.*)\n)*\s*(?:pub(?:\([a-z:_ ]*\))? )?(?:struct|enum) (\w+)",
    )
    .unwrap();
    let excused = WRITERS.iter().any(|(file, _)| *file == path);
    let place_of_views = excused || path.starts_with("src/kinds/") || path.starts_with("src/render/");
    let mut found = Vec::new();
    for item in item.captures_iter(code) {
        let derives: Vec<&str> = item[1].split(',').map(|one| one.trim()).collect();
        let (reads, writes) = (derives.contains(&"Deserialize"), derives.contains(&"Serialize"));
        let name = &item[2];
        if path == "src/manifest.rs" {
            continue;
        }
        if reads && writes {
            found.push(format!("{path}: `{name}` reads and writes"));
        } else if reads && !name.starts_with("Raw") {
            found.push(format!("{path}: `{name}` reads, but its name does not begin with Raw"));
        } else if writes && !place_of_views {
            found.push(format!("{path}: `{name}` writes, but this is no place for views"));
        }
    }
    found
}

fn words(id: &str, en: &str, templates: &str) -> Vec<String> {
    let keys = |text: &str| -> BTreeSet<String> {
        let key = Regex::new(r"(?m)^([a-z_0-9]+):").unwrap();
        key.captures_iter(text).map(|found| found[1].to_owned()).collect()
    };
    let (id, en) = (keys(id), keys(en));
    let use_of = Regex::new(r"\bt\.([a-z_0-9]+)").unwrap();
    let used: BTreeSet<String> = use_of.captures_iter(templates).map(|found| found[1].to_owned()).collect();
    let all: BTreeSet<String> = id.union(&en).cloned().collect();
    let mut found: Vec<String> = id.difference(&en).map(|key| format!("{key}: missing in en")).collect();
    found.extend(en.difference(&id).map(|key| format!("{key}: missing in id")));
    found.extend(all.difference(&used).map(|key| format!("{key}: used nowhere")));
    found.extend(used.difference(&all).map(|key| format!("{key}: used, but in no language")));
    found
}
