//! Problem reports → SARIF 2.1.0 (OASIS), which code hosts and editors show beside the line. Returns text; printing it is
//! the business of `cli`.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::message::{self, Message};
use super::print::{self, LineColumn};
use super::rule::{self, Example, Rule};
use super::{Diagnostic, Diagnostics, Severity};
use crate::builtin;
use crate::lang::Lang;
use crate::model::scalar::Choice;
use crate::sources::{Source, Sources};
use crate::text;

/// The root of the site, by the name under which code hosts know the root of what they checked out.
const SITE: &str = "%SRCROOT%";
/// Where files lie that the program carries inside itself.
const PROGRAM: &str = "%BENING%";

/// What made a report.
#[derive(Debug, Clone, Copy)]
pub struct Run {
    /// The work, by the word that people typed: `check`.
    pub command: &'static str,
    /// The language of the messages.
    pub lang: Lang,
}

/// Lays out what a run found.
pub fn log(found: &Diagnostics, sources: &Sources, run: Run) -> String {
    let all: Vec<&Diagnostic> = found.iter().collect();
    let occurring: BTreeMap<&str, &Rule> =
        all.iter().map(|one| rule::of(&one.problem)).map(|rule| (rule.code, rule)).collect();
    let rules: Vec<Value> = occurring.values().map(|rule| descriptor(rule, run.lang)).collect();
    let index: BTreeMap<&str, usize> = occurring.keys().copied().zip(0..).collect();
    let results: Vec<Value> = all.iter().map(|one| result(one, &index, sources, run.lang)).collect();
    let exit = i32::from(found.has_errors());
    wrap(run, rules, json!({ "executionSuccessful": true, "exitCode": exit }), results)
}

/// Lays out that the program could not do its work.
pub fn failed(what: &str, mend: &str, run: Run) -> String {
    let said = sentences(what, run.lang.pick("Perbaikan", "Mend"), mend);
    let told = json!({ "level": "error", "message": { "text": literal(&said) } });
    let invocation = json!({ "executionSuccessful": false, "exitCode": 2, "toolExecutionNotifications": [told] });
    wrap(run, Vec::new(), invocation, Vec::new())
}

fn wrap(run: Run, rules: Vec<Value>, invocation: Value, results: Vec<Value>) -> String {
    let lang = run.lang;
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "bening",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "language": lang.tag(),
                "rules": rules,
            } },
            "language": lang.tag(),
            "columnKind": "unicodeCodePoints",
            "automationDetails": { "id": format!("bening/{}/", run.command) },
            "originalUriBaseIds": {
                SITE: { "description": { "text": lang.pick("Folder situs", "The site's folder") } },
                PROGRAM: { "description": { "text": lang.pick("Bawaan program", "Built into the program") } },
            },
            "invocations": [invocation],
            "results": results,
        }],
    });
    serde_json::to_string_pretty(&log).expect("texts and whole numbers are always JSON") + "\n"
}

fn descriptor(rule: &Rule, lang: Lang) -> Value {
    let why = rule.why.of(lang);
    let law = rule.law.map(|law| format!("\n\n{}: {law}", lang.pick("Dasar", "Law"))).unwrap_or_default();
    let wrong = examples(lang.pick("Salah", "Wrong"), &rule.wrong);
    let right = examples(lang.pick("Benar", "Right"), &rule.right);
    json!({
        "id": rule.code,
        "shortDescription": { "text": rule.title.of(lang) },
        "fullDescription": { "text": why },
        "help": { "text": format!("{why}{law}"), "markdown": format!("{why}{law}{wrong}{right}") },
        "defaultConfiguration": { "level": level(rule.severity) },
        "properties": { "tags": [rule.group.key()], "severity": print::word(rule.severity) },
    })
}

fn examples(title: &str, examples: &[Example]) -> String {
    let mut out = format!("\n\n**{title}**");
    for example in examples {
        let path = example.path.map(|path| format!("\n\n`{path}`")).unwrap_or_default();
        let language = example.written.split(' ').next().unwrap_or_default();
        out.push_str(&format!("{path}\n\n```{language}\n{}\n```", example.text));
    }
    out
}

fn result(diagnostic: &Diagnostic, index: &BTreeMap<&str, usize>, sources: &Sources, lang: Lang) -> Value {
    let code = diagnostic.problem.code();
    let severity = match diagnostic.severity {
        Severity::Waived => rule::of(&diagnostic.problem).severity,
        told => told,
    };
    let mut result = json!({
        "ruleId": code,
        "ruleIndex": index.get(code),
        "level": level(severity),
        "message": { "text": literal(&told(&message::told(diagnostic, lang), lang)) },
        "locations": location(diagnostic, sources).into_iter().collect::<Vec<_>>(),
        "properties": { "severity": print::word(severity) },
    });
    if let Some((source, edit)) = print::fix(diagnostic, sources) {
        let (start, end) = (print::place(source, edit.bytes.start), print::place(source, edit.bytes.end));
        result["fixes"] = json!([{
            "description": { "text": literal(&message::told(diagnostic, lang).mend) },
            "artifactChanges": [{
                "artifactLocation": artifact(source),
                "replacements": [{ "deletedRegion": region(start, end), "insertedContent": { "text": edit.text } }],
            }],
        }]);
    }
    if let Some(waived) = &diagnostic.waived {
        let why = message::waived(waived, lang);
        result["suppressions"] = json!([{ "kind": "external", "status": "accepted", "justification": why }]);
    }
    result
}

fn told(words: &Message, lang: Lang) -> String {
    let said = sentences(&words.what, lang.pick("Perbaikan", "Mend"), &words.mend);
    match &words.law {
        Some(law) => sentences(&said, lang.pick("Dasar", "Law"), law),
        None => said,
    }
}

// Messages have no full stop of their own.
fn sentences(first: &str, label: &str, then: &str) -> String {
    let stop = if first.ends_with(['.', '?', '!']) { "" } else { "." };
    format!("{first}{stop} {label}: {then}")
}

// SARIF 2.1.0, 3.11.5: single braces are placeholders in the text of a message.
fn literal(text: &str) -> String {
    text.replace('{', "{{").replace('}', "}}")
}

// What is the matter with a file as a whole has no region.
fn location(diagnostic: &Diagnostic, sources: &Sources) -> Option<Value> {
    let span = diagnostic.at.as_ref()?;
    let source = sources.get(span.file);
    let mut physical = json!({ "artifactLocation": artifact(source) });
    if span.bytes != (0..0) {
        let (start, end) = (print::place(source, span.bytes.start), print::place(source, span.bytes.end));
        physical["region"] = region(start, end);
    }
    Some(json!({ "physicalLocation": physical }))
}

fn artifact(source: &Source) -> Value {
    let base = if builtin::holds(source) { PROGRAM } else { SITE };
    json!({ "uri": text::percent_encode(&source.path), "uriBaseId": base })
}

fn region(start: LineColumn, end: LineColumn) -> Value {
    json!({ "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column })
}

fn level(severity: Severity) -> &'static str {
    if severity == Severity::Error { "error" } else { "warning" }
}
