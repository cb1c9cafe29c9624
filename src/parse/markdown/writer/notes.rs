//! Footnotes: set apart before the walk, numbered by first reference, written as a list at the end with links back.

use super::{Events, INFALLIBLE, Open, Writer};
use crate::parse::markdown::{MarkdownProblem, What};
use crate::text::escape_attribute;
use pulldown_cmark::{Event, Tag, TagEnd};
use std::fmt::Write as _;
use std::ops::Range;

pub(super) struct Note<'a> {
    pub(super) events: Vec<&'a (Event<'a>, Range<usize>)>,
    pub(super) range: Range<usize>,
    pub(super) id: String,
    pub(super) number: usize,
    pub(super) references: Vec<String>,
}

impl<'a> Writer<'a> {
    /// Takes the footnotes out of the events and returns the rest.
    pub(super) fn set_notes_apart(&mut self, events: &'a Events<'a>) -> Vec<&'a (Event<'a>, Range<usize>)> {
        let mut body = Vec::with_capacity(events.len());
        let mut within: Vec<Note<'a>> = Vec::new();
        let mut labels: Vec<&'a str> = Vec::new();
        for entry in events {
            match &entry.0 {
                Event::Start(Tag::FootnoteDefinition(label)) => {
                    labels.push(label);
                    within.push(Note {
                        events: Vec::new(),
                        range: entry.1.clone(),
                        id: String::new(),
                        number: 0,
                        references: Vec::new(),
                    });
                }
                Event::End(TagEnd::FootnoteDefinition) => {
                    let (Some(label), Some(note)) = (labels.pop(), within.pop()) else {
                        continue;
                    };
                    if self.notes.contains_key(label) {
                        let what = What::DuplicateFootnote { label: label.to_owned() };
                        self.report(note.range, what);
                    } else {
                        self.notes.insert(label, note);
                    }
                }
                _ => within.last_mut().map_or(&mut body, |note| &mut note.events).push(entry),
            }
        }
        body
    }

    pub(super) fn report_unknown_note(&mut self, words: &str, range: &Range<usize>) {
        let (before, after) = (&self.source[..range.start], &self.source[range.end..]);
        let bracketed = words.len() > 1
            && words.starts_with('^')
            && before.ends_with('[')
            && !before.ends_with("\\[")
            && after.starts_with(']');
        if bracketed && !self.hidden(range) && !self.in_code() {
            let label = words.to_owned();
            self.report(range.start - 1..range.end + 1, What::UnknownReference { label });
        }
    }

    pub(super) fn in_code(&self) -> bool {
        matches!(self.open.last(), Some(Open::Close("</code></pre>")))
    }

    pub(super) fn reference(&mut self, label: &'a str, range: &Range<usize>) {
        if self.alt.is_some() || self.in_link || self.hidden(range) {
            return;
        }
        let Some(first) = self.notes.get(label).map(|note| note.references.is_empty()) else {
            return;
        };
        if first {
            self.referred.push(label);
        }
        let number = self.referred.len();
        let id = if first { self.unique(&format!("fn-{number}")) } else { String::new() };
        let number = if first { number } else { self.notes[label].number };
        let reference = self.unique(&format!("fnref-{number}"));
        let Some(note) = self.notes.get_mut(label) else {
            return;
        };
        if first {
            (note.id, note.number) = (id, number);
        }
        let id = &note.id;
        write!(
            self.out.html,
            "<sup class=\"footnote-ref\"><a href=\"#{id}\" id=\"{reference}\" role=\"doc-noteref\">{number}</a></sup>"
        )
        .expect(INFALLIBLE);
        note.references.push(reference);
    }

    /// Notes may refer to further notes, so the list grows while it is worked through, and the links back are only
    /// known at its end.
    pub(super) fn write_notes(&mut self) {
        let body = std::mem::take(&mut self.out.html);
        let mut contents = Vec::new();
        let mut next = 0;
        while let Some(label) = self.referred.get(next).copied() {
            next += 1;
            let events = self.notes.get_mut(label).map(|note| std::mem::take(&mut note.events));
            // Notes stand in a list: a paragraph in them is no lead.
            self.open.push(Open::Silent);
            self.walk(&events.unwrap_or_default());
            self.open.pop();
            contents.push(std::mem::take(&mut self.out.html));
        }
        self.break_line();
        self.out.plain.truncate(self.out.plain.trim_end().len());
        self.out.html = body;
        let unused: Vec<_> = self.notes.iter().filter(|(_, note)| note.number == 0).collect();
        for (label, note) in unused {
            let what = What::UnusedFootnote { label: (*label).to_owned() };
            self.out.problems.push(MarkdownProblem { range: note.range.clone(), what });
        }
        if contents.is_empty() {
            return;
        }
        let name = escape_attribute(self.words.footnotes);
        let html = &mut self.out.html;
        write!(html, "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"{name}\"><ol>")
            .expect(INFALLIBLE);
        for (label, content) in self.referred.iter().zip(&contents) {
            let note = &self.notes[label];
            let back = links_back(note, self.words.back);
            write!(html, "<li id=\"{}\">", note.id).expect(INFALLIBLE);
            match content.strip_suffix("</p>") {
                Some(start) => write!(html, "{start} {back}</p></li>").expect(INFALLIBLE),
                None => write!(html, "{content}<p>{back}</p></li>").expect(INFALLIBLE),
            }
        }
        html.push_str("</ol></section>");
    }
}

fn links_back(note: &Note<'_>, back: &str) -> String {
    let mut links = String::new();
    let back = escape_attribute(back);
    for (at, reference) in note.references.iter().enumerate() {
        let gap = if at == 0 { "" } else { " " };
        let time = if at == 0 { String::new() } else { format!("-{}", at + 1) };
        let number = note.number;
        // U+FE0E asks for the arrow as text, not as a picture.
        write!(
            links,
            "{gap}<a href=\"#{reference}\" role=\"doc-backlink\" aria-label=\"{back} {number}{time}\">↩\u{fe0e}</a>"
        )
        .expect(INFALLIBLE);
    }
    links
}
