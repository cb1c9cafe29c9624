//! Raw HTML while walking: it is dropped, reported, and what it hides is not written.

use super::Writer;
use crate::parse::markdown::What;
use crate::parse::markdown::raw_html::{self, Tag};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

#[derive(Default)]
pub(super) struct RawState {
    /// Where text stands that is not for readers, in a script, a style sheet, a comment: start to end, none overlapping.
    /// All are kept, since footnotes are walked last and stand anywhere.
    hidden: BTreeMap<usize, usize>,
    /// Inline elements open in this block: name and index of their problem.
    pub(super) inline: Vec<(String, usize)>,
    /// Names already reported, so that a lone closing tag is not reported again.
    reported: BTreeSet<String>,
    /// Elements known to have no end from this place on, so that it is not searched for again.
    endless: BTreeMap<&'static str, usize>,
}

impl Writer<'_> {
    pub(super) fn html_block(&mut self, range: &Range<usize>) {
        let from = self.hidden_until(range.start);
        let Some(block) = self.source.get(from..range.end) else {
            return;
        };
        let found = raw_html::scan(block);
        let end = from + block.trim_end().len();
        let end = found.unseen.and_then(|name| self.hide(range.end, name)).unwrap_or(end);
        // A lone closing tag belongs to a block that was reported where it opened.
        let reported = |name: &&str| !self.raw.reported.contains(&name.to_ascii_lowercase());
        if let Some(name) = found.opening.or(found.closing.filter(reported)) {
            self.report_raw(from..end, name, found.has_text);
        } else if found.has_text {
            // Words on the line where a comment or a reported element ends.
            self.report_raw(from..end, found.closing.unwrap_or("!--"), true);
        }
    }

    pub(super) fn inline_html(&mut self, html: &str, range: &Range<usize>) {
        if self.hidden(range) {
            return;
        }
        // A comment is no tag: dropped without a word.
        let Some(tag) = Tag::parse(html).filter(|_| !html.starts_with("<!--")) else {
            return;
        };
        let name = tag.name.to_ascii_lowercase();
        if tag.closing {
            if let Some(at) = self.raw.inline.iter().rposition(|(open, _)| *open == name) {
                let (_, problem) = self.raw.inline[at];
                self.raw.inline.truncate(at);
                self.out.problems[problem].range.end = range.end;
            } else if !self.raw.reported.contains(&name) {
                self.report_raw(range.clone(), &name, false);
            }
            return;
        }
        let problem = self.out.problems.len();
        let end = tag.unseen().and_then(|name| self.hide(range.end, name));
        self.report_raw(range.start..end.unwrap_or(range.end), &name, false);
        // 32: nobody nests deeper by hand, and the search for the opening tag stays short.
        let open = self.raw.inline.len() < 32;
        if open && end.is_none() && !tag.is_void() && !html.ends_with("/>") {
            self.raw.inline.push((name, problem));
        }
    }

    fn report_raw(&mut self, range: Range<usize>, tag: &str, text_lost: bool) {
        let tag = tag.to_ascii_lowercase();
        self.raw.reported.insert(tag.clone());
        self.report(range, What::RawHtml { tag, text_lost });
    }

    /// Hides the text up to where `name` ends, if it ends at all.
    fn hide(&mut self, from: usize, name: &'static str) -> Option<usize> {
        if self.raw.endless.get(name).is_some_and(|&place| place <= from) {
            return None;
        }
        let end = raw_html::end_of(self.source, from, name);
        match end {
            Some(end) => self.raw.hidden.insert(from, end),
            None => self.raw.endless.insert(name, from),
        };
        end
    }

    /// Where the hidden text ends that `place` stands in; `place` itself when it is seen.
    pub(super) fn hidden_until(&self, place: usize) -> usize {
        let before = self.raw.hidden.range(..=place).next_back();
        before.map_or(place, |(_, &end)| end.max(place))
    }

    pub(super) fn hidden(&self, range: &Range<usize>) -> bool {
        self.hidden_until(range.start) > range.start
    }
}
