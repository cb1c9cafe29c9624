//! Problem reports: what they are and how they are collected. What is said once about each is in `rule`, their words are in
//! `message`, their layout in `print` and, for tools that speak SARIF, in `sarif`.

mod code;
pub mod flaw;
pub mod message;
pub mod print;
pub mod problem;
pub mod rule;
pub mod sarif;
pub mod yaml;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::model::date::Date;
use crate::sources::{Source, SourceId};
use crate::text;
pub use problem::Problem;

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// galat: cannot be understood, or would harm; nothing is published.
    Error,
    /// celah: the law asks for something that is not there; the site is built and says so.
    Gap,
    /// peringatan: worth a look.
    Warning,
    /// dikecualikan: somebody answers for leaving it, with a reason and until a day.
    Waived,
}

/// A stretch of a file, in bytes of its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The file.
    pub file: SourceId,
    /// The bytes; empty when the problem is the file itself.
    pub bytes: Range<usize>,
}

/// A mend that is certain: these bytes of the problem's file become this text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; empty where something is inserted.
    pub bytes: Range<usize>,
    /// What stands there afterwards.
    pub text: String,
}

/// Why a problem is left, and until when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waived {
    /// The reason that somebody gave.
    pub reason: String,
    /// The last day it holds.
    pub until: Date,
}

/// One problem at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong.
    pub problem: Problem,
    /// Where.
    pub at: Option<Span>,
    /// How bad: as its rule says, unless the place makes it worse, somebody waived it, or `--ketat` had its say.
    pub severity: Severity,
    /// What mends it for certain.
    pub mend: Option<Edit>,
    /// Why it is left.
    pub waived: Option<Waived>,
}

impl Diagnostic {
    /// Reports a problem with the severity of its rule.
    pub fn new(problem: Problem, at: Option<Span>) -> Self {
        let severity = rule::of(&problem).severity;
        Self { problem, at, severity, mend: None, waived: None }
    }

    /// Reports a file that is not UTF-8 from byte `offset` on, with what it was most likely meant to hold.
    pub fn not_utf8(file: SourceId, source: &Source, offset: usize) -> Self {
        let meant = text::decode_windows(&source.bytes);
        let line = |text: &String| Some(text::excerpt(text.lines().find(|line| !line.is_ascii())?, LINE_CHARS));
        let problem = Problem::NotUtf8 { meant: meant.as_ref().and_then(line) };
        let mend = meant.map(|text| Edit { bytes: 0..source.bytes.len(), text });
        Self::new(problem, Some(Span { file, bytes: offset..offset })).mended_by(mend)
    }

    /// Says what mends it for certain.
    #[must_use]
    pub fn mended_by(mut self, mend: Option<Edit>) -> Self {
        self.mend = mend;
        self
    }

    /// Makes it an error, where the place makes it worse than its rule says.
    #[must_use]
    pub fn as_error(mut self) -> Self {
        self.severity = Severity::Error;
        self
    }

    fn is_echo_of(&self, graver: &Self) -> bool {
        let (Some(at), Some(place)) = (&self.at, &graver.at) else { return false };
        let meet = at.bytes.start < place.bytes.end && place.bytes.start < at.bytes.end;
        at.file == place.file && meet && self.problem.is_echo_of(&graver.problem)
    }
}

// More problems of one file than this are only counted.
const MOST: usize = 1_000;

// As much of a line as a message has room for.
const LINE_CHARS: usize = 60;

// Of the problems of one file: whoever mends the graver one has mended both.
fn drop_echoes(found: &mut Vec<Diagnostic>) {
    let graver: Vec<Diagnostic> = found.iter().filter(|found| found.problem.has_echo()).cloned().collect();
    if !graver.is_empty() {
        found.retain(|found| !graver.iter().any(|graver| found.is_echo_of(graver)));
    }
}

/// Everything found so far.
#[derive(Debug, Clone, Default)]
pub struct Diagnostics {
    found: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds a problem with the severity of its rule.
    pub fn push(&mut self, problem: Problem, at: Option<Span>) {
        self.add(Diagnostic::new(problem, at));
    }

    /// Adds a problem.
    pub fn add(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// Adds everything that `other` found.
    pub fn append(&mut self, mut other: Self) {
        self.found.append(&mut other.found);
    }

    /// Turns gaps into errors, for `--ketat`.
    pub fn raise_gaps(&mut self) {
        for diagnostic in &mut self.found {
            if diagnostic.severity == Severity::Gap {
                diagnostic.severity = Severity::Error;
            }
        }
    }

    /// Sorts by file and place, and drops repetitions.
    pub fn settle(&mut self) {
        self.found.sort_by_cached_key(|diagnostic| {
            let at = diagnostic.at.as_ref().map(|span| (span.file, span.bytes.start, span.bytes.end));
            (at, diagnostic.severity, diagnostic.problem.code(), format!("{:?}", diagnostic.problem))
        });
        self.found.dedup();
    }

    /// Settles what can be told of a whole site: keeps the gravest thousand problems of each file, and says how many more
    /// it has, as gravely as the worst of those; drops what a graver problem of the same place tells already.
    pub fn conclude(&mut self) {
        let mut files: BTreeMap<SourceId, Vec<Diagnostic>> = BTreeMap::new();
        let mut kept = Vec::new();
        for found in self.found.drain(..) {
            match &found.at {
                Some(at) => files.entry(at.file).or_default().push(found),
                None => kept.push(found),
            }
        }
        for (file, mut found) in files {
            found.sort_by_key(|found| (found.severity, found.at.as_ref().map(|at| at.bytes.start)));
            let rest = found.split_off(found.len().min(MOST));
            if let Some(worst) = rest.first() {
                let mut more = Diagnostic::new(Problem::More { count: rest.len() }, Some(Span { file, bytes: 0..0 }));
                more.severity = worst.severity;
                kept.push(more);
            }
            drop_echoes(&mut found);
            kept.append(&mut found);
        }
        self.found = kept;
        self.settle();
    }

    /// Returns whether anything forbids publishing.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// Returns how many there are of one severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.found.iter().filter(|d| d.severity == severity).count()
    }

    /// Returns the problems in order.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.found.iter()
    }

    /// Returns the problems in order, to be waived.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut Diagnostic> {
        self.found.iter_mut()
    }
}
