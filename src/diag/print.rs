//! Problem reports → text for people and machines. Returns strings; printing them is the business of `cli`.

use std::borrow::Cow;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde::Serialize;

use super::{Diagnostic, Diagnostics, Edit, Severity, message};
use crate::builtin;
use crate::lang::Lang;
use crate::sources::{Source, Sources};
use crate::text;

/// A place as people count: lines and columns from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineColumn {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// Lays the report out for people, the line itself shown with a mark below the value.
pub fn human<'d>(found: impl Iterator<Item = &'d Diagnostic>, sources: &Sources, lang: Lang, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut out = String::new();
    for diagnostic in found {
        out.push_str(&one(diagnostic, sources, lang, &renderer));
        out.push_str("\n\n");
    }
    out
}

fn one(diagnostic: &Diagnostic, sources: &Sources, lang: Lang, renderer: &Renderer) -> String {
    let words = message::told(diagnostic, lang);
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Gap | Severity::Waived => Level::NOTE,
        Severity::Warning => Level::WARNING,
    };
    let title = level
        .with_name(message::severity(diagnostic.severity, lang))
        .primary_title(words.what.as_str())
        .id(diagnostic.problem.code());
    let mut group = Group::with_title(title);
    let excerpt = excerpt(diagnostic, sources);
    if let Some(excerpt) = &excerpt {
        group = match &excerpt.mark {
            Some(mark) => group.element(
                Snippet::source(excerpt.lines.as_ref())
                    .line_start(excerpt.at.line)
                    .path(excerpt.path)
                    .annotation(AnnotationKind::Primary.span(mark.clone())),
            ),
            None => group.element(Origin::path(excerpt.path).line(excerpt.at.line).char_column(excerpt.at.column)),
        };
    }
    group = group.element(Level::HELP.with_name(lang.pick("perbaikan", "mend")).message(words.mend.as_str()));
    if let Some(waived) = &diagnostic.waived {
        let said = message::waived(waived, lang);
        group = group.element(Level::INFO.with_name(message::severity(Severity::Waived, lang)).message(said));
    }
    if let Some(law) = &words.law {
        group = group.element(Level::INFO.with_name(lang.pick("dasar", "law")).message(law.as_str()));
    }
    renderer.render(&[group]).clone()
}

// A longer line is not shown: nobody would find the mark in it.
const LONGEST_LINE: usize = 2_000;

struct Excerpt<'a> {
    path: &'a str,
    lines: Cow<'a, str>,
    at: LineColumn,
    // Where in the lines; absent where there is no text to show.
    mark: Option<Range<usize>>,
}

fn excerpt<'a>(diagnostic: &Diagnostic, sources: &'a Sources) -> Option<Excerpt<'a>> {
    let span = diagnostic.at.as_ref()?;
    let source = sources.get(span.file);
    let path = source.path.as_str();
    let at = line_column(diagnostic, sources)?;
    let text = match source.text() {
        Ok(text) => Cow::Borrowed(text),
        // Up to the flaw the bytes are the same; behind it the reader sees what was most likely meant.
        Err(_) => Cow::Owned(text::decode_windows(&source.bytes).unwrap_or_default()),
    };
    if text.is_empty() {
        return Some(Excerpt { path, lines: Cow::Borrowed(""), at, mark: None });
    }
    let start = floor(&text, span.bytes.start);
    let first = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let last = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let length = text[first..last].trim_end_matches('\r').len();
    if length > LONGEST_LINE {
        return Some(Excerpt { path, lines: Cow::Borrowed(""), at, mark: None });
    }
    let end = floor(&text, span.bytes.end).clamp(start, first + length);
    let mark = start - first..(end - first).max(start - first);
    let lines = match text {
        Cow::Borrowed(text) => Cow::Borrowed(&text[first..first + length]),
        Cow::Owned(text) => Cow::Owned(text[first..first + length].to_owned()),
    };
    Some(Excerpt { path, lines, at, mark: Some(mark) })
}

fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Returns where a diagnostic starts. In a file that is not UTF-8 the text counts up to the first byte that is not.
pub fn line_column(diagnostic: &Diagnostic, sources: &Sources) -> Option<LineColumn> {
    let span = diagnostic.at.as_ref()?;
    Some(place(sources.get(span.file), span.bytes.start))
}

/// Returns where byte `offset` of a file's text stands.
pub fn place(source: &Source, offset: usize) -> LineColumn {
    let before = source.text_before(offset);
    let first = before.rfind('\n').map_or(0, |at| at + 1);
    LineColumn { line: before.matches('\n').count() + 1, column: before[first..].chars().count() + 1 }
}

/// Returns the certain mend of a diagnostic with the file that it changes, where it can be told as a stretch of text: not
/// in a file that is stored in another encoding, nor in one that people cannot change.
pub fn fix<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources) -> Option<(&'a Source, &'a Edit)> {
    let source = sources.get(diagnostic.at.as_ref()?.file);
    let edit = diagnostic.mend.as_ref()?;
    (source.text().is_ok() && !builtin::holds(source)).then_some((source, edit))
}

/// One problem for machines.
#[derive(Serialize)]
pub struct Line<'a> {
    code: &'a str,
    severity: &'a str,
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    message: String,
    mend: String,
    law: Option<String>,
    fix: Option<Fix<'a>>,
}

/// A certain mend for machines: the stretch, from its first to before its last place, becomes the text.
#[derive(Serialize)]
struct Fix<'a> {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    text: &'a str,
}

impl<'a> Fix<'a> {
    fn of(source: &Source, edit: &'a Edit) -> Self {
        let (start, end) = (place(source, edit.bytes.start), place(source, edit.bytes.end));
        Self { line: start.line, column: start.column, end_line: end.line, end_column: end.column, text: &edit.text }
    }
}

/// Lays the report out for machines, one line a problem.
pub fn lines<'a>(found: &'a Diagnostics, sources: &'a Sources, lang: Lang) -> Vec<Line<'a>> {
    found
        .iter()
        .map(|diagnostic| {
            let words = message::told(diagnostic, lang);
            let start = line_column(diagnostic, sources);
            let end = diagnostic.at.as_ref().map(|span| place(sources.get(span.file), span.bytes.end));
            Line {
                code: diagnostic.problem.code(),
                severity: word(diagnostic.severity),
                file: diagnostic.at.as_ref().map(|span| sources.get(span.file).path.as_str()),
                line: start.map(|start| start.line),
                column: start.map(|start| start.column),
                end_line: end.map(|end| end.line),
                end_column: end.map(|end| end.column),
                message: words.what,
                mend: words.mend,
                law: words.law,
                fix: fix(diagnostic, sources).map(|(source, edit)| Fix::of(source, edit)),
            }
        })
        .collect()
}

/// Returns the word for a severity that machines read.
pub fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Gap => "gap",
        Severity::Warning => "warning",
        Severity::Waived => "waived",
    }
}
