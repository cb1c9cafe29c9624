//! Headings and the ids they and footnotes get.

use super::{INFALLIBLE, Writer};
use crate::parse::markdown::{Heading, What};
use crate::text;
use std::fmt::Write as _;
use std::ops::Range;

impl Writer<'_> {
    pub(super) fn end_heading(
        &mut self,
        html: usize,
        plain: usize,
        typed: u8,
        id: Option<String>,
        range: Range<usize>,
    ) {
        let content = self.out.html.split_off(html);
        let text = self.out.plain[plain..].split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() && !content.contains("<img") && !content.contains("<sup") {
            return self.report(range, What::EmptyHeading);
        }
        let valid = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        let id = match id {
            Some(id) if !id.is_empty() && id.chars().all(valid) => id,
            Some(id) => text::slug(&id),
            None => text::slug(&text),
        };
        let id = match id.starts_with(|c: char| c.is_ascii_alphabetic()) {
            true => self.unique(&id),
            // A heading may be a year; an id that begins with a digit cannot be named in a style sheet.
            false => self.unique(&format!("bagian-{}", id.trim_start_matches('-'))),
        };
        let level = self.written_level(typed, range);
        write!(self.out.html, "<h{level} id=\"{id}\">{content}</h{level}>").expect(INFALLIBLE);
        if !text.is_empty() {
            self.out.headings.push(Heading { level, id, text });
        }
    }

    /// One below the heading it belongs to, whatever it was typed as; `h2` when it belongs to none.
    fn written_level(&mut self, typed: u8, range: Range<usize>) -> u8 {
        while self.outline.last().is_some_and(|&(above, _)| above >= typed) {
            self.outline.pop();
        }
        let level = match self.outline.last().copied() {
            Some((above, level)) => {
                if typed > above + 1 {
                    self.report(range, What::SkippedLevel { from: above, to: typed });
                }
                6.min(level + 1)
            }
            None => 2,
        };
        self.outline.push((typed, level));
        level
    }

    pub(super) fn unique(&mut self, name: &str) -> String {
        let mut next = self.ids.get(name).copied().unwrap_or(1);
        let id = loop {
            let id = if next == 1 { name.to_owned() } else { format!("{name}-{next}") };
            next += 1;
            if !self.ids.contains_key(&id) {
                break id;
            }
        };
        self.ids.insert(name.to_owned(), next);
        self.ids.entry(id.clone()).or_insert(2);
        id
    }
}
