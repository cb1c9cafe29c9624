//! What a run found and did, in one look: as text for people, as JSON for machines.

use std::path::Path;
use std::time::Duration;

use serde::Serialize;

use super::words::Said;
use crate::Report;
use crate::diag::print::{self, Line};
use crate::diag::{Diagnostics, Severity};
use crate::lang::{self, Lang};
use crate::mend::{Done, Mended};
use crate::page::{Reason, Tally, Withheld};
use crate::sources::Sources;
use crate::write::Written;

/// How long each stage took.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Timings {
    pub load: Duration,
    pub check: Duration,
    pub render: Duration,
    pub publish: Duration,
}

/// What a run found and did.
pub(super) struct Summary<'a> {
    report: &'a Report,
    // The folder, and what was done to it; `None` when only checking.
    output: Option<&'a Path>,
    written: Option<Written>,
    mended: &'a [Done],
    passed: Duration,
    timings: Timings,
}

/// How many withheld records are named before the rest is counted.
const NAMED: usize = 10;

impl<'a> Summary<'a> {
    /// Sums up a check.
    pub(super) fn of_check(report: &'a Report, mended: &'a Mended, passed: Duration, timings: Timings) -> Self {
        Self { report, output: None, written: None, mended: &mended.done, passed, timings }
    }

    /// Sums up a build; `written` is absent when nothing was published.
    pub(super) fn of_build(
        report: &'a Report,
        written: Option<Written>,
        output: &'a Path,
        passed: Duration,
        timings: Timings,
    ) -> Self {
        Self { report, output: Some(output), written, mended: &[], passed, timings }
    }

    /// Writes it for people. What matters most comes last, where the eye is.
    pub(super) fn text(&self, lang: Lang, verbose: bool) -> String {
        let mut lines = Vec::new();
        if verbose {
            lines.push(self.stages(lang));
        }
        lines.extend(self.mended(lang));
        lines.extend(self.withheld(lang, verbose));
        lines.extend(
            self.report
                .tallies
                .iter()
                .filter(|tally| tally.count > 0)
                .map(|tally| format!("{}: {}", tally.what.of(lang), count(tally.count, lang))),
        );
        let waived = self.report.diagnostics.count(Severity::Waived);
        if waived > 0 {
            lines.push(format!("{}: {}", lang.pick("Dikecualikan", "Waived"), count(waived, lang)));
        }
        lines.extend(self.findings(lang));
        lines.extend(self.outcome(lang));
        lines.join("\n") + "\n"
    }

    fn stages(&self, lang: Lang) -> String {
        let Timings { load, check, render, publish } = self.timings;
        let mut stages = vec![
            format!("{} {}", lang.pick("memuat", "load"), seconds(load, 2, lang)),
            format!("{} {}", lang.pick("memeriksa", "check"), seconds(check, 2, lang)),
        ];
        if self.output.is_some() {
            stages.push(format!("{} {}", lang.pick("membuat", "render"), seconds(render, 2, lang)));
            stages.push(format!("{} {}", lang.pick("memasang", "publish"), seconds(publish, 2, lang)));
        }
        format!("{}: {}", lang.pick("Tahap", "Stages"), stages.join(", "))
    }

    fn mended(&self, lang: Lang) -> Vec<String> {
        if self.mended.is_empty() {
            return Vec::new();
        }
        let mut lines = vec![format!("{}: {}", lang.pick("Diperbaiki", "Mended"), count(self.mended.len(), lang))];
        lines.extend(self.mended.iter().map(|Done { path, line, code, before, after }| {
            format!("  {path}:{line} [{code}] `{before}` → `{after}`")
        }));
        lines
    }

    fn withheld(&self, lang: Lang, verbose: bool) -> Vec<String> {
        let all = &self.report.withheld;
        if all.is_empty() {
            return Vec::new();
        }
        let mut lines = vec![
            lang.pick(format!("Ditahan: {}", count(all.len(), lang)), format!("Withheld: {}", count(all.len(), lang))),
        ];
        let named = if verbose { all.len() } else { NAMED };
        lines.extend(all.iter().take(named).map(|one| format!("  {}: {}", one.title, reason(one.reason, lang))));
        if all.len() > named {
            let rest = count(all.len() - named, lang);
            lines.push(lang.pick(format!("  dan {rest} lagi (semua: -v)"), format!("  and {rest} more (all: -v)")));
        }
        lines
    }

    fn findings(&self, lang: Lang) -> Option<String> {
        let of = |severity| self.report.diagnostics.count(severity);
        let (gaps, warnings) = (of(Severity::Gap), of(Severity::Warning));
        let checking = self.output.is_none();
        if checking || gaps + warnings == 0 {
            return None;
        }
        let found = lang.pick(
            format!("{} celah dan {} peringatan", count(gaps, lang), count(warnings, lang)),
            format!("{} and {}", plural(gaps, "gap", lang), plural(warnings, "warning", lang)),
        );
        Some(lang.pick(
            format!("{found}: jalankan `bening check` untuk membacanya"),
            format!("{found}: run `bening check` to read them"),
        ))
    }

    fn outcome(&self, lang: Lang) -> Vec<String> {
        let errors = self.report.diagnostics.count(Severity::Error);
        let time = seconds(self.passed, 1, lang);
        let Some(output) = self.output else {
            let of = |severity| self.report.diagnostics.count(severity);
            let (gaps, warnings, pages) = (of(Severity::Gap), of(Severity::Warning), self.report.pages);
            let [e, g, w, p] = [errors, gaps, warnings, pages].map(|number| count(number, lang));
            return vec![lang.pick(
                format!("{p} halaman diperiksa dalam {time}: {e} galat, {g} celah, {w} peringatan"),
                format!(
                    "{} checked in {time}: {}, {}, {}",
                    plural(pages, "page", lang),
                    plural(errors, "error", lang),
                    plural(gaps, "gap", lang),
                    plural(warnings, "warning", lang)
                ),
            )];
        };
        let output = output.display();
        let Some(written) = self.written else {
            return vec![lang.pick(
                format!("{} galat: tidak ada yang diterbitkan, `{output}` tetap seperti semula", count(errors, lang)),
                format!("{}: nothing was published, `{output}` stays as it was", plural(errors, "error", lang)),
            )];
        };
        let Written { new, changed, unchanged, removed, bytes } = written;
        let [new, changed, unchanged, removed] = [new, changed, unchanged, removed].map(|number| count(number, lang));
        let pages = count(self.report.pages, lang);
        vec![
            lang.pick(
                format!("{pages} halaman dalam {time}"),
                format!("{} in {time}", plural(self.report.pages, "page", lang)),
            ),
            lang.pick(
                format!(
                    "`{output}`: {new} berkas baru, {changed} berubah, {unchanged} tetap, {removed} dihapus ({})",
                    size(bytes, lang)
                ),
                format!(
                    "`{output}`: {new} files new, {changed} changed, {unchanged} unchanged, {removed} removed ({})",
                    size(bytes, lang)
                ),
            ),
        ]
    }

    /// Writes it for machines, with every problem.
    pub(super) fn json(&self, found: &Diagnostics, sources: &Sources, lang: Lang) -> String {
        let report = self.report;
        let written = self.written.map(|written| JsonWritten {
            new: written.new,
            changed: written.changed,
            unchanged: written.unchanged,
            removed: written.removed,
            bytes: written.bytes,
        });
        pretty(&Json {
            ok: !found.has_errors(),
            failure: None,
            pages: report.pages,
            seconds: self.passed.as_secs_f64(),
            output: self.output.map(|path| path.to_string_lossy().into_owned()),
            written,
            errors: found.count(Severity::Error),
            gaps: found.count(Severity::Gap),
            warnings: found.count(Severity::Warning),
            waived: found.count(Severity::Waived),
            mended: self.mended.iter().map(JsonMended::of).collect(),
            withheld: report.withheld.iter().map(JsonWithheld::of).collect(),
            tallies: report.tallies.iter().map(|tally| JsonTally::of(tally, lang)).collect(),
            diagnostics: print::lines(found, sources, lang),
        })
    }
}

/// Writes for machines that the program could not do its work.
pub(super) fn failed(said: &Said) -> String {
    #[derive(Serialize)]
    struct Failed<'a> {
        ok: bool,
        failure: JsonFailure<'a>,
    }
    pretty(&Failed { ok: false, failure: JsonFailure { message: &said.what, mend: &said.mend } })
}

#[derive(Serialize)]
struct Json<'a> {
    ok: bool,
    failure: Option<JsonFailure<'a>>,
    pages: usize,
    seconds: f64,
    output: Option<String>,
    written: Option<JsonWritten>,
    errors: usize,
    gaps: usize,
    warnings: usize,
    waived: usize,
    mended: Vec<JsonMended<'a>>,
    withheld: Vec<JsonWithheld<'a>>,
    tallies: Vec<JsonTally>,
    diagnostics: Vec<Line<'a>>,
}

#[derive(Serialize)]
struct JsonFailure<'a> {
    message: &'a str,
    mend: &'a str,
}

#[derive(Serialize)]
struct JsonWritten {
    new: usize,
    changed: usize,
    unchanged: usize,
    removed: usize,
    bytes: u64,
}

#[derive(Serialize)]
struct JsonMended<'a> {
    file: &'a str,
    line: usize,
    code: &'a str,
    before: &'a str,
    after: &'a str,
}

impl<'a> JsonMended<'a> {
    fn of(Done { path, line, code, before, after }: &'a Done) -> Self {
        Self { file: path, line: *line, code, before, after }
    }
}

#[derive(Serialize)]
struct JsonWithheld<'a> {
    title: &'a str,
    reason: &'static str,
    // Until when, or since when.
    moment: Option<String>,
}

impl<'a> JsonWithheld<'a> {
    fn of(withheld: &'a Withheld) -> Self {
        let (reason, moment) = match withheld.reason {
            Reason::Draft => ("draft", None),
            Reason::Future(until) => ("future", Some(until)),
            Reason::Expired(since) => ("expired", Some(since)),
        };
        Self { title: &withheld.title, reason, moment: moment.map(|moment| moment.to_string()) }
    }
}

#[derive(Serialize)]
struct JsonTally {
    what: &'static str,
    count: usize,
}

impl JsonTally {
    fn of(tally: &Tally, lang: Lang) -> Self {
        Self { what: tally.what.of(lang), count: tally.count }
    }
}

fn pretty(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).expect("texts and finite numbers are always JSON") + "\n"
}

fn reason(reason: Reason, lang: Lang) -> String {
    match reason {
        Reason::Draft => lang.pick("draf", "draft").to_owned(),
        Reason::Future(until) => {
            format!("{} {}", lang.pick("tayang", "due"), until.words(lang))
        }
        Reason::Expired(since) => {
            format!("{} {}", lang.pick("berakhir", "ended"), since.words(lang))
        }
    }
}

fn count(number: usize, lang: Lang) -> String {
    lang::whole(number, lang)
}

fn plural(number: usize, word: &str, lang: Lang) -> String {
    format!("{} {word}{}", count(number, lang), if number == 1 { "" } else { "s" })
}

fn seconds(passed: Duration, places: usize, lang: Lang) -> String {
    let number = format!("{:.places$}", passed.as_secs_f64());
    lang.pick(format!("{} detik", number.replace('.', ",")), format!("{number} s"))
}

fn size(bytes: u64, lang: Lang) -> String {
    if bytes < 1_000_000 {
        return format!("{} kB", bytes.div_ceil(1000));
    }
    let tenths = (bytes + 50_000) / 100_000;
    format!("{}{}{} MB", tenths / 10, lang.pick(',', '.'), tenths % 10)
}
