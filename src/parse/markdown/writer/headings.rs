//! Headings and the ids they and footnotes get.

use super::{Events, INFALLIBLE, Writer};
use crate::parse::markdown::{Heading, What};
use crate::text;
use pulldown_cmark::{Event, Tag};
use std::fmt::Write as _;
use std::ops::Range;

/// The level of the highest heading, as typed.
pub(super) fn shallowest(events: &Events<'_>) -> Option<u8> {
    let level = |event: &Event<'_>| match event {
        Event::Start(Tag::Heading { level, .. }) => Some(*level as u8),
        _ => None,
    };
    events.iter().filter_map(|(event, _)| level(event)).min()
}

impl Writer<'_> {
    pub(super) fn end_heading(
        &mut self,
        html: usize,
        plain: usize,
        level: u8,
        id: Option<String>,
        range: Range<usize>,
    ) {
        let content = self.out.html.split_off(html);
        let text = self.out.plain[plain..].split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() && !content.contains("<img") && !content.contains("<sup") {
            return self.report(range, What::EmptyHeading);
        }
        let ascii = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        let id = match id {
            Some(id) if !id.is_empty() && id.chars().all(ascii) => self.unique(&id),
            Some(id) => self.unique(&text::slug(&id)),
            None => self.unique(&text::slug(&text)),
        };
        if level > self.heading_level + 1 {
            self.report(range, What::SkippedLevel { from: self.heading_level, to: level });
        }
        self.heading_level = level;
        write!(self.out.html, "<h{level} id=\"{id}\">{content}</h{level}>").expect(INFALLIBLE);
        if !text.is_empty() {
            self.out.headings.push(Heading { level, id, text });
        }
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
