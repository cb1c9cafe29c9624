//! Problem reports: what they are and how they are collected. Their words are in `message`, their layout in `print`.

pub mod message;
pub mod print;
pub mod problem;

use std::ops::Range;

use crate::sources::SourceId;
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
}

/// A stretch of a file, in bytes of its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The file.
    pub file: SourceId,
    /// The bytes; empty when the problem is the file itself.
    pub bytes: Range<usize>,
}

/// One problem at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong.
    pub problem: Problem,
    /// Where.
    pub at: Option<Span>,
    /// How bad, after `--ketat` had its say.
    pub severity: Severity,
}

/// Everything found so far.
#[derive(Debug, Clone, Default)]
pub struct Diagnostics {
    found: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds a problem.
    pub fn push(&mut self, problem: Problem, at: Option<Span>) {
        let severity = problem.severity();
        self.found.push(Diagnostic { problem, at, severity });
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

    /// Sorts by file and place and drops repetitions.
    pub fn settle(&mut self) {
        self.found.sort_by_cached_key(|diagnostic| {
            let at = diagnostic.at.as_ref().map(|span| (span.file, span.bytes.start, span.bytes.end));
            (at, diagnostic.severity, diagnostic.problem.code(), format!("{:?}", diagnostic.problem))
        });
        self.found.dedup();
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
}
