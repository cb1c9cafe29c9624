//! The schemas for editors: judged by programs we did not write, in agreement with the checker on every file of the
//! repository, and written to a folder without touching what is people's.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use bening::builtin;
use bening::diag::rule;
use bening::editor::{self, FileSchema};
use bening::kinds::translation;
use bening::load::load;
use bening::parse::front_matter;
use bening::sources::{Source, SourceId, Sources};
use serde_json::{Value, json};

use crate::door::{NOW, Site, look, options, repository, run, sample_sources};
use crate::referees::{installed, json as answer, run as call, tools};
use crate::rules;

/// What the checker finds by the shape of a file alone.
const STRUCTURAL: [&str; 10] = [
    "yaml-syntax",
    "tab-indent",
    "colon-in-text",
    "second-document",
    "duplicate-key",
    "unknown-key",
    "wrong-shape",
    "missing-key",
    "misread",
    "year-missing",
];

/// Files on which schema and checker may differ: a line of the file, and why.
const DIFFERENT: &[(&str, &str)] = &[];

/// Keys that only the checker misses, since whether they must be there hangs on other keys: schema, key, why.
const CONDITIONAL: &[(&str, &str, &str)] = &[
    ("layanan", "jumlah", "not where `jangka_waktu` has stages"),
    ("layanan", "satuan", "not where `jangka_waktu` has stages"),
    ("pemantauan", "oleh", "a commitment in a document may be that of all parties"),
    ("skm", "responden", "counted where there is a file of answers"),
];

/// One file of one kind, and whether the checker finds fault with its shape.
struct File {
    schema: String,
    name: String,
    text: String,
    codes: BTreeSet<&'static str>,
}

/// Takes every file of the sample site, of what is built in, of the rulebook's examples, of `tests/rules` and `tests/sites`.
fn files() -> Vec<File> {
    let schemas = editor::schemas();
    let mut sites = vec![("content".to_owned(), sample_sources().clone())];
    for rule in rule::all() {
        sites.push((format!("src/rules/{}.md, Salah", rule.code), rule.site(&rule.wrong)));
        sites.push((format!("src/rules/{}.md, Benar", rule.code), rule.site(&rule.right)));
    }
    sites.extend(rules::sites());
    for entry in std::fs::read_dir(repository().join("tests/sites")).unwrap() {
        let path = entry.unwrap().path();
        if path.join("content").is_dir() {
            sites.push((path.display().to_string(), load(&path).unwrap()));
        }
    }
    let mut seen = BTreeSet::new();
    let mut files: Vec<File> = sites.iter().flat_map(|(name, sources)| files_of(name, sources, &schemas)).collect();
    files.retain(|file| seen.insert((file.schema.clone(), file.text.clone())));
    files
}

fn files_of(site: &str, sources: &Sources, schemas: &[FileSchema]) -> Vec<File> {
    let built = look(builtin::add_to(sources), &options(NOW));
    let file = |(id, source): (SourceId, &Source)| {
        let path = source.path.trim_start_matches("bening/");
        // A translation holds words only, and leaves out what must be there.
        if translation::original(path).is_some() {
            return None;
        }
        let schema = schemas.iter().find(|schema| schema.globs.iter().any(|glob| fits(glob, path)))?;
        let all = || built.diagnostics.iter().filter(|found| found.at.as_ref().is_some_and(|at| at.file == id));
        // What is not read as a file of this kind, and YAML outside of the subset, which editors read all the same.
        let unread = ["not-utf8", "bad-name", "too-large"];
        let outside = ["yaml-tag", "yaml-directive", "yaml-anchor", "yaml-key", "yaml-too-deep", "yaml-aliases"];
        if all().any(|found| unread.contains(&found.problem.code()) || outside.contains(&found.problem.code())) {
            return None;
        }
        let text = source.text().ok()?;
        let text = if schema.is_yaml() { text } else { front_matter::split(text).ok()?.front? };
        let codes = all().map(|found| found.problem.code()).filter(|code| STRUCTURAL.contains(code)).collect();
        Some(File { schema: schema.name.clone(), name: format!("{site}: {path}"), text: text.to_owned(), codes })
    };
    built.sources().iter().filter_map(file).collect()
}

fn fits(glob: &str, path: &str) -> bool {
    let word = |(glob, word): (&str, &str)| match glob.split_once('*') {
        Some((before, after)) => word.strip_prefix(before).is_some_and(|rest| rest.ends_with(after)),
        None => glob == word,
    };
    glob.split('/').count() == path.split('/').count() && glob.split('/').zip(path.split('/')).all(word)
}

// Asked before all the files are made for it.
fn is_judged() -> bool {
    installed("ajv", "node_modules/ajv/package.json").is_some()
}

/// What ajv says of each text under its schema; `None` where it is not there.
fn judged(name: &str, texts: &[(&str, &str)]) -> Option<Vec<Vec<String>>> {
    let package = installed("ajv", "node_modules/ajv/package.json")?;
    installed("yaml", "node_modules/yaml/package.json")?;
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    let schemas: serde_json::Map<String, Value> =
        editor::schemas().into_iter().map(|file| (file.name, file.schema)).collect();
    std::fs::write(folder.join("schemas.json"), Value::Object(schemas).to_string()).unwrap();
    std::fs::write(folder.join("files.json"), json!(texts).to_string()).unwrap();
    let mut node = Command::new("node");
    node.arg(tools().join("schemas.mjs")).arg(package.ancestors().nth(3).unwrap());
    let output = call("ajv", node.arg(folder.join("schemas.json")).arg(folder.join("files.json")))?;
    let said = answer("ajv", &output);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let complaints = |file: &Value| file.as_array().unwrap().iter().map(text).collect();
    let verdicts: Vec<Vec<String>> = said.as_array().unwrap().iter().map(complaints).collect();
    assert_eq!(verdicts.len(), texts.len(), "a verdict for each file");
    Some(verdicts)
}

/// What the checker rejects by its shape the editor rejects, and nothing else.
#[test]
fn schemas_and_checker_agree() {
    if !is_judged() {
        return;
    }
    let files = files();
    let wrong = files.iter().filter(|file| !file.codes.is_empty()).count();
    assert!(wrong > 25 && files.len() - wrong > 200, "{wrong} wrong of {}", files.len());
    let texts: Vec<(&str, &str)> = files.iter().map(|file| (file.schema.as_str(), file.text.as_str())).collect();
    let Some(verdicts) = judged("agreement", &texts) else { return };
    agree(files.iter().zip(&verdicts), DIFFERENT);
}

/// Every file of the sample site with one key mistyped, one value spoilt or one line left out, each in its own place.
#[test]
fn schemas_and_checker_agree_on_slips() {
    if !is_judged() {
        return;
    }
    let schemas = editor::schemas();
    let mut places = Vec::new();
    let mut keys = std::collections::BTreeMap::new();
    let mut seen = BTreeSet::new();
    for File { schema, text, .. } in files_of("content", sample_sources(), &schemas) {
        let schema = schemas.iter().find(|one| one.name == schema).unwrap();
        let Some(glob) = schema.globs.iter().find(|glob| glob.contains('*')) else { continue };
        for (key, slip) in slips(&text, &schema.name, &mut seen) {
            let path = glob.replace('*', &format!("s{}", places.len()));
            keys.insert(format!("slips: {path}"), key);
            let text = if schema.is_yaml() { slip } else { format!("---\n{slip}---\nIsi.\n") };
            places.push((path, text));
        }
    }
    assert!(places.len() > 500, "{}", places.len());
    let settings = ("content/situs.yaml".to_owned(), "versi_format: 1\njudul: Uji\nzona_waktu: WITA\n".to_owned());
    let files = files_of("slips", &Sources::from_pairs(places.into_iter().chain([settings])), &schemas);
    let texts: Vec<(&str, &str)> = files.iter().map(|file| (file.schema.as_str(), file.text.as_str())).collect();
    let Some(verdicts) = judged("slips", &texts) else { return };
    let conditional = |file: &File| {
        let key = keys.get(&file.name)?;
        CONDITIONAL.iter().find(|(schema, name, _)| file.schema == *schema && key == name)
    };
    let mut idle: BTreeSet<_> = CONDITIONAL.iter().collect();
    let judged = files.iter().zip(&verdicts).filter(|(file, complaints)| match conditional(file) {
        Some(entry) if complaints.is_empty() && file.codes.iter().eq(["missing-key"].iter()) => {
            idle.remove(entry);
            false
        }
        _ => true,
    });
    agree(judged.collect::<Vec<_>>().into_iter(), &[]);
    assert_eq!(idle, BTreeSet::new(), "keys that the schema misses, too");
}

/// The text with one slip in each of its lines that hold a key and a value, as far as the key was not `seen` as deep before.
fn slips(text: &str, schema: &str, seen: &mut BTreeSet<String>) -> Vec<(String, String)> {
    let lines: Vec<&str> = text.lines().collect();
    let with = |at: usize, line: Option<String>| {
        let before = lines[..at].iter().map(|line| (*line).to_owned());
        let all = before.chain(line).chain(lines[at + 1..].iter().map(|line| (*line).to_owned()));
        all.map(|line| line + "\n").collect::<String>()
    };
    let mut slip = |(at, line): (usize, &&str)| {
        let Some((key, value)) = line.split_once(": ") else { return Vec::new() };
        if key.contains(['#', '{', '"']) || value.starts_with(['|', '>', '&', '*']) {
            return Vec::new();
        }
        if !seen.insert(format!("{schema} {key}")) {
            return Vec::new();
        }
        let name = key.trim_start_matches([' ', '-']).to_owned();
        let slipped = vec![
            with(at, None),
            with(at, Some(format!("{key}q: {value}"))),
            with(at, Some(format!("{key}: [[kata]]"))),
            with(at, Some(format!("{key}: {{kata: 1}}"))),
            with(at, Some(format!("{key}: \" \""))),
            with(at, Some(format!("{key}: -Kata 1"))),
            with(at, Some(format!("{key}:"))),
        ];
        slipped.into_iter().map(|text| (name.clone(), text)).collect()
    };
    lines.iter().enumerate().flat_map(&mut slip).collect()
}

fn agree<'f>(judged: impl ExactSizeIterator<Item = (&'f File, &'f Vec<String>)>, different: &[(&str, &str)]) {
    let all = judged.len();
    let mut idle: BTreeSet<&str> = different.iter().map(|(line, _)| *line).collect();
    let mut found = Vec::new();
    for (file, complaints) in judged {
        if file.codes.is_empty() == complaints.is_empty() {
            continue;
        }
        match different.iter().find(|(line, _)| file.text.contains(line)) {
            Some((line, _)) => {
                idle.remove(line);
            }
            None => found
                .push(format!("{}\n  checker: {:?}\n  editor: {complaints:?}\n{}", file.name, file.codes, file.text)),
        }
    }
    assert!(found.is_empty(), "{} of {} differ:\n{}", found.len(), all, found.join("\n"));
    assert_eq!(idle, BTreeSet::new(), "differences that are none");
}

#[test]
fn an_editor_rejects_what_is_wrong_and_takes_what_yaml_takes_for_more() {
    let bad = std::fs::read_to_string(tools().join("bad/bad.layanan.yaml")).unwrap();
    let good = "nama: 2026\nkategori: kunjungan\nstatus: berlaku\njumlah_pelaksana: \"6\"\njaminan_pelayanan: true\n\
                jadwal: {aturan: [{hari: [senin], sesi: [{mulai: 08.00, selesai: 11:00}]}]}\nbiaya:\nproduk:\n";
    let Some(verdicts) = judged("bad", &[("layanan", &bad), ("layanan", good), ("layanan", "a: [1\nb: 2\n")]) else {
        return;
    };
    let expected = [
        "/ must NOT have additional properties",
        "/biaya/jenis must be equal to one of the allowed values",
        "/biaya/jumlah must match pattern",
        "/ditinjau must match pattern",
        "/jangka_waktu must be object,null",
        "/nama must match pattern",
    ];
    let mut said = verdicts[0].clone();
    said.sort();
    let all = said.len() == expected.len() && said.iter().zip(expected).all(|(said, part)| said.contains(part));
    assert!(all, "{said:#?}");
    assert_eq!(verdicts[1], [""; 0]);
    assert!(verdicts[2].iter().all(|said| said.starts_with("yaml ")) && !verdicts[2].is_empty());
    let checked = Site::new().file("content/fasilitas/a/profil.yaml", "nama: A\njenis: rutan\nstatus: tutup\n");
    let built = checked.file("content/fasilitas/a/layanan/b.yaml", good).build();
    assert!(!built.diagnostics.has_errors(), "{}", built.told());
}

#[test]
fn settings_of_people_stay_and_what_is_missing_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let schema =
        |more: &[&str]| run(Command::new(env!("CARGO_BIN_EXE_bening")).current_dir(root).arg("schema").args(more));
    let (code, said, _) = schema(&["--lang", "en"]);
    assert!(code == 0 && said.contains("18 schemas written") && said.contains("berita.schema.json"), "{said}");
    let read = |name: &str| std::fs::read_to_string(root.join(".vscode").join(name)).unwrap();
    let settings: Value = serde_json::from_str(&read("settings.json")).unwrap();
    assert_eq!(settings["yaml.schemas"][".vscode/profil.schema.json"], json!(["content/fasilitas/*/profil.yaml"]));
    for (file, globs) in settings["yaml.schemas"].as_object().unwrap() {
        assert!(root.join(file).is_file() && globs[0].as_str().unwrap().starts_with("content/"), "{file}");
    }
    let (_, again, _) = schema(&[]);
    assert!(!again.contains("sudah ada"), "{again}");

    let own = "// milik kami\n{\"editor.fontSize\": 14}\n";
    std::fs::write(root.join(".vscode/settings.json"), own).unwrap();
    std::fs::write(root.join(".vscode/profil.schema.json"), "{}").unwrap();
    let (code, said, _) = schema(&["-q"]);
    assert!(code == 0 && said.contains("Tambahkan ke dalamnya:\n\n{") && said.contains("yaml.schemas"), "{said}");
    assert_eq!(read("settings.json"), own);
    assert!(read("profil.schema.json").contains("draft-07"));
    // Elsewhere the settings name the folder as a whole.
    let (code, _, _) = schema(&["-o", "skema", "-r", "."]);
    assert!(code == 0 && root.join("skema/settings.json").is_file());
}
