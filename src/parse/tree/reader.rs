//! One YAML text → its tree, within the bounds of `subset`.

#![expect(clippy::result_large_err, reason = "a flaw ends the reading of its file, so its size is paid once")]

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle};

use super::reason;
use super::{Flaw, Node, What};
use crate::diag::Problem;
use crate::diag::yaml::{Outside, Reason};
use crate::parse::subset::{self, COPIED, COPY, DEPTH};
use crate::text;

/// Reads the tree of one document; `None` for an empty one.
///
/// # Errors
/// The first flaw that keeps the text from being one YAML document of the subset.
pub fn parse(text: &str) -> Result<Option<Node>, Flaw> {
    if let Some(bytes) = subset::directive(text) {
        let directive = text::excerpt(&text[bytes.clone()], SHOWN);
        return Err((Problem::YamlOutside(Outside::Directive(directive)), bytes).into());
    }
    if let Some(at) = text.bytes().position(|byte| byte < b' ' && !byte.is_ascii_whitespace()) {
        return Err((Problem::YamlSyntax { reason: Reason::Unprintable }, at..at + 1).into());
    }
    let mut reader = Reader::of(text);
    let mut root = None;
    loop {
        let (event, bytes) = reader.next()?;
        match event {
            Event::StreamEnd => return reader.idle_anchor().map_or(Ok(root), Err),
            // Before the other ends of a document, so that the mark stands at the `---` that is too much.
            Event::DocumentStart(_) if root.is_some() => return Err((Problem::SecondDocument, bytes).into()),
            Event::StreamStart | Event::DocumentStart(_) | Event::DocumentEnd | Event::Nothing => {}
            event => root = Some(reader.node(event, bytes)?),
        }
    }
}

// As much of a tag, directive or key as a message has room for, in characters.
const SHOWN: usize = 40;

struct Reader<'t> {
    text: &'t str,
    events: Parser<'t, saphyr_parser::StrInput<'t>>,
    bytes: Bytes,
    depth: usize,
    // How many `[` and `{` are open.
    brackets: usize,
    anchors: BTreeMap<usize, Node>,
    // The anchors that nothing has referred to yet.
    idle: BTreeSet<usize>,
    copied: usize,
}

impl<'t> Reader<'t> {
    fn of(text: &'t str) -> Self {
        let events = Parser::new_from_str(text);
        let (anchors, idle) = (BTreeMap::new(), BTreeSet::new());
        Self { text, events, bytes: Bytes::of(text), depth: 0, brackets: 0, anchors, idle, copied: 0 }
    }

    fn next(&mut self) -> Result<(Event<'t>, Range<usize>), Flaw> {
        match self.events.next_event() {
            Some(Ok((event, span))) => Ok((event, self.bytes.at(span.start.index())..self.bytes.at(span.end.index()))),
            Some(Err(error)) => Err(self.refused(error.info(), self.bytes.at(error.marker().index()))),
            None => Ok((Event::StreamEnd, 0..0)),
        }
    }

    fn refused(&self, said: &str, at: usize) -> Flaw {
        if reason::speaks_of_tags(said) {
            return self.tag(at);
        }
        if said.contains("recursion limit") {
            return (Problem::YamlOutside(Outside::Deep(DEPTH)), at..at).into();
        }
        let reason = match Reason::of(said) {
            // The next line, read as if it stood in the bracket.
            Reason::ColonExtra | Reason::ColonMissing | Reason::Unaligned if self.brackets > 0 => Reason::BracketOpen,
            reason => reason,
        };
        (Problem::YamlSyntax { reason }, at..at).into()
    }

    fn node(&mut self, event: Event<'t>, bytes: Range<usize>) -> Result<Node, Flaw> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err((Problem::YamlOutside(Outside::Deep(DEPTH)), bytes).into());
        }
        let start = bytes.start;
        let (what, end, anchor) = match event {
            Event::Alias(anchor) => return self.alias(anchor, bytes),
            Event::SequenceStart(_, Some(_)) | Event::MappingStart(_, Some(_)) | Event::Scalar(_, _, _, Some(_)) => {
                return Err(self.tag(start));
            }
            Event::SequenceStart(anchor, None) => {
                let in_brackets = usize::from(self.text[start..].starts_with('['));
                self.brackets += in_brackets;
                let (what, end) = self.list(start)?;
                self.brackets -= in_brackets;
                (what, end, anchor)
            }
            Event::MappingStart(anchor, None) => {
                let in_brackets = usize::from(self.text[start..].starts_with('{'));
                self.brackets += in_brackets;
                let (what, end) = self.map(start)?;
                self.brackets -= in_brackets;
                (what, end, anchor)
            }
            Event::Scalar(text, style, anchor, None) => {
                let plain = style == ScalarStyle::Plain;
                (What::Scalar { text: text.into_owned(), plain }, bytes.end, anchor)
            }
            _ => (What::Scalar { text: String::new(), plain: true }, bytes.end, 0),
        };
        self.depth -= 1;
        let node = Node { bytes: start..end.max(start), what };
        if anchor > 0 {
            self.pay(&node, &node.bytes)?;
            self.anchors.insert(anchor, node.clone());
            self.idle.insert(anchor);
        }
        Ok(node)
    }

    // A copy of what the alias stands for. Inside, each part keeps the place where it is written.
    fn alias(&mut self, anchor: usize, bytes: Range<usize>) -> Result<Node, Flaw> {
        self.depth -= 1;
        let Some(node) = self.anchors.get(&anchor) else {
            // The anchor is not finished: it holds itself.
            return Err((Problem::YamlOutside(Outside::Aliases(COPIED / 1024)), bytes).into());
        };
        let node = Node { bytes: bytes.clone(), what: node.what.clone() };
        self.idle.remove(&anchor);
        self.pay(&node, &bytes)?;
        if self.depth + node.height() > DEPTH {
            return Err((Problem::YamlOutside(Outside::Deep(DEPTH)), bytes).into());
        }
        Ok(node)
    }

    fn pay(&mut self, node: &Node, bytes: &Range<usize>) -> Result<(), Flaw> {
        self.copied += cost(node);
        if self.copied > COPIED {
            return Err((Problem::YamlOutside(Outside::Aliases(COPIED / 1024)), bytes.clone()).into());
        }
        Ok(())
    }

    fn idle_anchor(&self) -> Option<Flaw> {
        let node = self.anchors.get(self.idle.first()?)?;
        // It stands at the beginning of its value, or before it.
        let value = node.bytes.start;
        let is_here = self.text[value..].starts_with('&');
        let start = if is_here { value } else { self.text[..value].rfind('&').unwrap_or(value) };
        let length = self.text[start..].find([' ', '\n', '\r', '\t', ',', ']', '}']);
        let bytes = start..length.map_or(self.text.len(), |length| start + length);
        let written = text::excerpt(&self.text[bytes.clone()], SHOWN);
        Some((Problem::YamlOutside(Outside::Anchor(written)), bytes).into())
    }

    fn tag(&self, before: usize) -> Flaw {
        // A tag stands before its value: its `!` is the last one at or before it.
        let end = self.text[before..].chars().next().map_or(before, |next| before + next.len_utf8());
        let word = self.text[..end].rfind('!').unwrap_or(before);
        let start = self.text[..word].rfind([' ', '\n', '\t', ',', '[', '{']).map_or(0, |space| space + 1);
        let length = self.text[start..].find([' ', '\n', '\r', '\t', ',', ']', '}']);
        let bytes = start.min(word)..length.map_or(self.text.len(), |length| start + length);
        let written = text::excerpt(&self.text[bytes.clone()], SHOWN);
        (Problem::YamlOutside(Outside::Tag(written)), bytes).into()
    }

    fn list(&mut self, start: usize) -> Result<(What, usize), Flaw> {
        let mut items = Vec::new();
        loop {
            let (event, bytes) = self.next()?;
            if matches!(event, Event::SequenceEnd | Event::StreamEnd) {
                let end = end_of(&bytes, items.last());
                return Ok((What::List(items), end.max(start)));
            }
            items.push(self.node(event, bytes)?);
        }
    }

    fn map(&mut self, start: usize) -> Result<(What, usize), Flaw> {
        let mut pairs: Vec<(Node, Node)> = Vec::new();
        loop {
            let (event, bytes) = self.next()?;
            if matches!(event, Event::MappingEnd | Event::StreamEnd) {
                let end = end_of(&bytes, pairs.last().map(|(_, value)| value));
                return Ok((What::Map(pairs), end.max(start)));
            }
            let key = self.node(event, bytes)?;
            let is_merge = matches!(&key.what, What::Scalar { text, plain: true } if text == "<<");
            if is_merge || !matches!(key.what, What::Scalar { .. }) {
                let written = text::excerpt(&self.text[key.bytes.clone()], SHOWN);
                return Err((Problem::YamlOutside(Outside::Key(written)), key.bytes).into());
            }
            let (event, bytes) = self.next()?;
            let value = self.node(event, bytes)?;
            pairs.push((key, value));
        }
    }
}

// What it costs to copy a node, in bytes.
fn cost(node: &Node) -> usize {
    COPY + match &node.what {
        What::Scalar { text, .. } => text.len(),
        What::List(items) => items.iter().map(cost).sum(),
        What::Map(pairs) => pairs.iter().map(|(key, value)| cost(key) + cost(value)).sum(),
    }
}

// A collection in brackets ends with its bracket; another one where its last part ends, not where the next key begins.
fn end_of(closing: &Range<usize>, last: Option<&Node>) -> usize {
    if closing.is_empty() { last.map_or(closing.end, |node| node.bytes.end) } else { closing.end }
}

// The parser counts characters; files are bytes.
enum Bytes {
    Same,
    Starts(Vec<usize>),
}

impl Bytes {
    fn of(text: &str) -> Self {
        if text.is_ascii() {
            return Self::Same;
        }
        Self::Starts(text.char_indices().map(|(at, _)| at).chain([text.len()]).collect())
    }

    fn at(&self, char_index: usize) -> usize {
        match self {
            Self::Same => char_index,
            Self::Starts(starts) => starts.get(char_index).or(starts.last()).copied().unwrap_or(0),
        }
    }
}
