//! `bening explain`: what a rule asks for and why, with its wrong example as the program itself judges it.

use super::args::Args;
use super::console::Console;
use super::words::{Failure, Misuse};
use crate::diag::print;
use crate::diag::rule::{self, Example, Rule};
use crate::lang::Lang;
use crate::model::date::Now;
use crate::model::scalar::Scalar;
use crate::options::Options;
use crate::sources::Sources;
use crate::{builtin, text};

/// The moment at which examples are judged, so that they do not age.
const EXAMPLES_AT: &str = "2026-11-22T12:00";

/// Explains one rule, or lists all.
pub(super) fn run(code: Option<&str>, args: &Args, console: &Console) -> Result<(), Failure> {
    let Some(code) = code else { return console.out(&list(args.lang)) };
    match rule::find(code) {
        Some(rule) => console.out(&explain(rule, args.lang, console.colour)),
        None => {
            let near = text::nearest(code, rule::all().map(|rule| rule.code)).map(str::to_owned);
            Err(Failure::Misuse(Misuse::Rule { code: code.to_owned(), near }))
        }
    }
}

fn list(lang: Lang) -> String {
    rule::all().map(|rule| format!("{} {}: {}\n", rule.severity_word(lang), rule.code, rule.title.of(lang))).collect()
}

fn explain(rule: &Rule, lang: Lang, colour: bool) -> String {
    let mut out = format!("{}[{}]: {}\n\n", rule.severity_word(lang), rule.code, rule.title.of(lang));
    out.push_str(rule.why.of(lang));
    out.push_str("\n\n");
    if let Some(law) = rule.law {
        out.push_str(&format!("{}: {law}\n\n", lang.pick("Dasar", "Law")));
    }
    if rule.waivable {
        out.push_str(lang.pick(
            "Boleh dikecualikan di content/pengecualian.yaml, dengan alasan dan batas waktu.\n\n",
            "May be waived in content/pengecualian.yaml, with a reason and until a day.\n\n",
        ));
    }
    out.push_str(&examples(lang.pick("Salah", "Wrong"), &rule.wrong));
    out.push_str(&told(rule, lang, colour));
    out.push_str(&examples(lang.pick("Benar", "Right"), &rule.right));
    out.trim_end().to_owned() + "\n"
}

fn examples(title: &str, examples: &[Example]) -> String {
    let mut out = format!("{title}:\n\n");
    for example in examples {
        if let Some(path) = example.path {
            out.push_str(&format!("  {path}\n\n"));
        }
        for line in example.text.lines() {
            out.push_str(format!("    {line}").trim_end());
            out.push('\n');
        }
        out.push('\n');
    }
    out
}

// What the program says to the wrong example, in its own words; nothing where the example is no file in memory.
fn told(rule: &Rule, lang: Lang, colour: bool) -> String {
    if rule.wrong.iter().all(|example| example.path.is_none()) {
        return String::new();
    }
    let sources: Sources = builtin::add_to(&rule.site(&rule.wrong));
    let now = Now::read(EXAMPLES_AT).expect("it is a moment as people write it");
    let options = Options { now, base_url: None, drafts: false, future: false, strict: false };
    let Ok(report) = crate::build(&sources, &options, None) else { return String::new() };
    let own = report.diagnostics.iter().filter(|found| found.problem.code() == rule.code);
    print::human(own, &sources, lang, colour)
}
