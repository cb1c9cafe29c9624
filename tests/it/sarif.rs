//! What the program tells machines: SARIF as the standard's own schema wants it, places in characters, mends, waivers, and
//! the same in `--format json`.

use std::path::{Path, PathBuf};
use std::process::Command;

use bening::diag::rule;
use bening::diag::sarif::{self, Run};
use bening::lang::Lang;
use serde_json::{Value, json};

use crate::door::{NOW, Site, bening, look, options, run, sample_sources};
use crate::referees::{Verdict, accepts, installed, json as answer, rejects, run as call, tools};

const RUN: Run = Run { command: "check", lang: Lang::Id };

fn report(site: Site) -> Value {
    let built = site.build();
    serde_json::from_str(&sarif::log(&built.diagnostics, built.sources(), RUN)).unwrap()
}

/// Every rule of the book on its wrong example, the sample site, and a run that could not do its work.
#[test]
fn every_log_is_sarif() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sarif");
    std::fs::create_dir_all(&folder).unwrap();
    let mut files = Vec::new();
    let mut write = |name: &str, text: String| {
        let file = folder.join(format!("{name}.sarif"));
        std::fs::write(&file, text).unwrap();
        files.push(file);
    };
    for lang in [Lang::Id, Lang::En] {
        let run = Run { command: "build", lang };
        let sample = look(sample_sources().clone(), &options(NOW));
        write(&format!("sample-{}", lang.tag()), sarif::log(&sample.diagnostics, sample.sources(), run));
        write(&format!("failed-{}", lang.tag()), sarif::failed("folder {x} tidak ada", "buat foldernya", run));
    }
    for rule in rule::all() {
        let built = look(bening::builtin::add_to(&rule.site(&rule.wrong)), &options(NOW));
        write(rule.code, sarif::log(&built.diagnostics, built.sources(), RUN));
    }
    accepts("SARIF schema", sarif_schema(&files));
}

#[test]
fn the_schema_of_sarif_rejects_a_bad_log() {
    rejects(
        sarif_schema(&[tools().join("bad/bad.sarif")]),
        &[
            "/version must be equal to one of the allowed values",
            "/runs/0/tool/driver must have required property 'name'",
            "/runs/0/results/0 must have required property 'message'",
            "/runs/0/results/0/level must be equal to one of the allowed values",
            "physicalLocation/artifactLocation/uri must match format \"uri-reference\"",
            "physicalLocation/region/startLine must be >= 1",
            "/runs/0/columnKind must be equal to one of the allowed values",
        ],
    );
}

fn sarif_schema(files: &[PathBuf]) -> Verdict {
    let package = installed("SARIF schema", "node_modules/@microsoft/jest-sarif/package.json")?;
    let referees = package.ancestors().nth(4).unwrap();
    let mut node = Command::new("node");
    let output = call("SARIF schema", node.arg(tools().join("sarif.mjs")).arg(referees).args(files))?;
    let verdicts = answer("SARIF schema", &output);
    assert_eq!(verdicts.as_object().unwrap().len(), files.len(), "a verdict for each file");
    let complaint = |(file, said): (&String, &Value)| -> Vec<String> {
        said.as_array().unwrap().iter().map(|said| format!("{file}: {}", said.as_str().unwrap())).collect()
    };
    // In the order in which the schema names them, which is that of the file.
    Some(verdicts.as_object().unwrap().iter().flat_map(complaint).collect())
}

#[test]
fn a_place_is_counted_in_characters_and_a_path_is_an_address() {
    let site = Site::new().file("content/lembaga/a.yaml", "nama: \"é\"\n{é: 1}\n");
    let log = report(site.file("content/lembaga/b.yaml", "jenis: media\nnama: Média\né📷: {nama: A}\n"));
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let b = &found(run, "unknown-key")[0];
    let place = &b["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"], json!({ "uri": "content/lembaga/b.yaml", "uriBaseId": "%SRCROOT%" }));
    assert_eq!(place["region"], json!({ "startLine": 3, "startColumn": 1, "endLine": 3, "endColumn": 3 }));
    let index = usize::try_from(b["ruleIndex"].as_u64().unwrap()).unwrap();
    assert_eq!(run["tool"]["driver"]["rules"][index]["id"], "unknown-key");

    // A file whose very name is wrong has no region.
    let log = report(Site::new().file("content/lembaga/Média 1.yaml", "nama: A\n"));
    let bad = &found(&log["runs"][0], "bad-name")[0]["locations"][0]["physicalLocation"];
    let artifact = json!({ "uri": "content/lembaga/M%C3%A9dia%201.yaml", "uriBaseId": "%SRCROOT%" });
    assert_eq!(*bad, json!({ "artifactLocation": artifact }));
}

#[test]
fn what_a_mend_replaces_is_said_to_machines() {
    let site = || Site::new().file("content/lembaga/a.yaml", "nama: A\njenis: Media\n");
    let log = report(site());
    let fix = &found(&log["runs"][0], "misread")[0]["fixes"][0]["artifactChanges"][0];
    let region = json!({ "startLine": 2, "startColumn": 8, "endLine": 2, "endColumn": 13 });
    let replacement = json!({ "deletedRegion": region, "insertedContent": { "text": "media" } });
    assert_eq!(fix["replacements"], json!([replacement]));

    let folder = tempfile::tempdir().unwrap();
    site().write(folder.path());
    let (code, said, _) = run(bening(folder.path()).args(["check", "--format", "json"]));
    let told: Value = serde_json::from_str(&said).unwrap();
    let problem = &told["diagnostics"][0];
    assert_eq!((code, &problem["end_line"], &problem["end_column"]), (1, &json!(2), &json!(13)));
    let fix = json!({ "line": 2, "column": 8, "end_line": 2, "end_column": 13, "text": "media" });
    assert_eq!(problem["fix"], fix);
}

#[test]
fn a_gap_a_waiver_and_strictness_are_told_apart() {
    let rule = rule::find("waiver-expired").unwrap();
    let text =
        rule.right.iter().find(|example| example.path == Some("content/pengecualian.yaml")).map(|file| file.text);
    assert!(text.is_some(), "the rule shows a waiver that holds");
    let built = look(bening::builtin::add_to(&rule.site(&rule.right)), &options(NOW));
    let told = sarif::log(&built.diagnostics, built.sources(), RUN);
    let log: Value = serde_json::from_str(&told).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    let waived: Vec<&Value> = results.iter().filter(|one| one["suppressions"].is_array()).collect();
    assert!(!waived.is_empty(), "{told}");
    for one in waived {
        assert_eq!((&one["suppressions"][0]["kind"], &one["level"]), (&json!("external"), &json!("warning")));
        assert!(one["suppressions"][0]["justification"].as_str().is_some_and(|why| why.starts_with("sampai ")));
    }

    let gap = || Site::new().file("content/fasilitas/a/profil.yaml", "nama: A\njenis: rutan\n");
    let level = |site: Site| {
        let log = report(site);
        let results = log["runs"][0]["results"].as_array().unwrap().clone();
        let gap =
            results.iter().find(|one| one["ruleId"] == "officer-missing" || one["properties"]["severity"] == "gap");
        gap.map(|one| (one["level"].clone(), one["properties"]["severity"].clone()))
    };
    assert_eq!(level(gap()), Some((json!("warning"), json!("gap"))));
    let strict = bening::Options { strict: true, ..options(NOW) };
    let log = report(gap().at(strict));
    let results = log["runs"][0]["results"].as_array().unwrap();
    assert!(results.iter().any(|one| one["level"] == "error"), "{log}");
    assert_eq!(log["runs"][0]["invocations"][0], json!({ "executionSuccessful": true, "exitCode": 1 }));
}

/// The whole log is on standard output, also where nothing could be read.
#[test]
fn a_machine_that_fails_says_so_in_sarif() {
    let folder = tempfile::tempdir().unwrap();
    let (code, said, told) = run(bening(folder.path()).args(["check", "--format", "sarif", "--lang", "en"]));
    let log: Value = serde_json::from_str(&said).unwrap();
    let invocation = &log["runs"][0]["invocations"][0];
    assert_eq!((code, &invocation["executionSuccessful"]), (2, &json!(false)));
    let text = invocation["toolExecutionNotifications"][0]["message"]["text"].as_str().unwrap();
    assert!(text.contains("there is no folder") && told.contains("there is no folder"), "{text}");
}

fn found<'v>(run: &'v Value, code: &str) -> Vec<&'v Value> {
    let results = run["results"].as_array().unwrap();
    let of_code: Vec<&Value> = results.iter().filter(|one| one["ruleId"] == code).collect();
    assert!(!of_code.is_empty(), "no {code} in {run}");
    of_code
}
