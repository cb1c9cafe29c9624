//! YAML text → a tree that knows where everything stands. Made only when something is wrong and a place must be shown.

#![expect(clippy::result_large_err, reason = "a flaw ends the reading of its file, so its size is paid once")]

use std::ops::Range;

use saphyr_parser::{Event, Parser};

use super::front_matter::ALIASES;
use crate::diag::{Diagnostic, Edit, Problem, Span};
use crate::sources::SourceId;

/// One step on the way to a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Into the value of a key.
    Key(&'static str),
    /// Into an item of a list, from 0.
    Item(usize),
}

impl From<&'static str> for Step {
    fn from(key: &'static str) -> Self {
        Self::Key(key)
    }
}

impl From<usize> for Step {
    fn from(item: usize) -> Self {
        Self::Item(item)
    }
}

/// A piece of YAML and the bytes it covers.
#[derive(Debug)]
pub struct Node {
    /// Where it stands.
    pub bytes: Range<usize>,
    /// What it is.
    pub what: What,
}

/// What a piece of YAML is.
#[derive(Debug)]
pub enum What {
    /// One value, as typed.
    Scalar(String),
    /// A list.
    List(Vec<Node>),
    /// Keys and values in the order of the file.
    Map(Vec<(Node, Node)>),
    /// A reference to an anchor; its target is judged where it stands.
    Alias,
}

impl Node {
    /// Walks `steps` down as far as they lead.
    pub fn find(&self, steps: &[Step]) -> &Self {
        let Some((step, rest)) = steps.split_first() else { return self };
        let next = match (&self.what, step) {
            (What::Map(pairs), Step::Key(key)) => value_of(pairs, key),
            (What::List(items), Step::Item(at)) => items.get(*at),
            _ => None,
        };
        next.map_or(self, |node| node.find(rest))
    }

    /// Returns whether this is the scalar `text`.
    pub fn is(&self, text: &str) -> bool {
        matches!(&self.what, What::Scalar(scalar) if scalar == text)
    }
}

// The value of a key, or of the name that other programs give it.
fn value_of<'n>(pairs: &'n [(Node, Node)], key: &str) -> Option<&'n Node> {
    let is_alias = |node: &Node| ALIASES.iter().any(|(alias, means)| *means == key && node.is(alias));
    let named = pairs.iter().find(|(node, _)| node.is(key));
    named.or_else(|| pairs.iter().find(|(node, _)| is_alias(node))).map(|(_, value)| value)
}

/// A problem of the text itself, where it stands, and what mends it for certain.
#[derive(Debug, PartialEq, Eq)]
pub struct Flaw {
    /// What is wrong.
    pub problem: Problem,
    /// Where.
    pub bytes: Range<usize>,
    /// What mends it.
    pub mend: Option<Edit>,
}

impl Flaw {
    /// Says that `text` in its place mends it.
    #[must_use]
    pub fn becomes(mut self, text: Option<String>) -> Self {
        self.mend = text.map(|text| Edit { bytes: self.bytes.clone(), text });
        self
    }

    /// Reports the flaw of a text that begins at byte `offset` of a file.
    pub fn report(self, file: SourceId, offset: usize) -> Diagnostic {
        let shift = |bytes: Range<usize>| offset + bytes.start..offset + bytes.end;
        let mend = self.mend.map(|edit| Edit { bytes: shift(edit.bytes), text: edit.text });
        Diagnostic::new(self.problem, Some(Span { file, bytes: shift(self.bytes) })).mended_by(mend)
    }
}

impl From<(Problem, Range<usize>)> for Flaw {
    fn from((problem, bytes): (Problem, Range<usize>)) -> Self {
        Self { problem, bytes, mend: None }
    }
}

// Deeper than any form; a bomb of brackets ends here and not in the stack.
const DEPTH: usize = 64;

/// Reads the tree of one document; `None` for an empty one.
///
/// # Errors
/// The first flaw that keeps the text from being one YAML document.
pub fn parse(text: &str) -> Result<Option<Node>, Flaw> {
    let mut reader = Reader { events: Parser::new_from_str(text), bytes: Bytes::of(text), depth: 0 };
    let mut root = None;
    loop {
        let (event, bytes) = reader.next()?;
        match event {
            Event::StreamEnd => return Ok(root),
            // Before the other ends of a document, so that the mark stands at the `---` that is too much.
            Event::DocumentStart(_) if root.is_some() => return Err((Problem::SecondDocument, bytes).into()),
            Event::StreamStart | Event::DocumentStart(_) | Event::DocumentEnd | Event::Nothing => {}
            event => root = Some(reader.node(event, bytes)?),
        }
    }
}

struct Reader<'t> {
    events: Parser<'t, saphyr_parser::StrInput<'t>>,
    bytes: Bytes,
    depth: usize,
}

impl<'t> Reader<'t> {
    fn next(&mut self) -> Result<(Event<'t>, Range<usize>), Flaw> {
        match self.events.next_event() {
            Some(Ok((event, span))) => Ok((event, self.bytes.at(span.start.index())..self.bytes.at(span.end.index()))),
            Some(Err(error)) => {
                let at = self.bytes.at(error.marker().index());
                Err((Problem::YamlSyntax { reason: error.info().to_owned() }, at..at).into())
            }
            None => Ok((Event::StreamEnd, 0..0)),
        }
    }

    fn node(&mut self, event: Event<'t>, bytes: Range<usize>) -> Result<Node, Flaw> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err((Problem::YamlSyntax { reason: format!("more than {DEPTH} levels deep") }, bytes).into());
        }
        let start = bytes.start;
        let (what, end) = match event {
            Event::SequenceStart(..) => self.list(start)?,
            Event::MappingStart(..) => self.map(start)?,
            Event::Alias(_) => (What::Alias, bytes.end),
            Event::Scalar(text, ..) => (What::Scalar(text.into_owned()), bytes.end),
            _ => (What::Scalar(String::new()), bytes.end),
        };
        self.depth -= 1;
        Ok(Node { bytes: start..end.max(start), what })
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
            let (event, bytes) = self.next()?;
            let value = self.node(event, bytes)?;
            pairs.push((key, value));
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_by_their_path_in_bytes() {
        let text = "é: [1, {b: ü}]\nc: 3\n";
        let tree = parse(text).unwrap().unwrap();
        let place = tree.find(&[Step::Key("é"), Step::Item(1), Step::Key("b")]);
        assert_eq!(&text[place.bytes.clone()], "ü");
        // What is not there is shown at the nearest thing that is.
        assert_eq!(&text[tree.find(&[Step::Key("c"), Step::Key("x")]).bytes.clone()], "3");
    }

    #[test]
    fn flaws_have_a_place() {
        assert!(matches!(parse("a: [1\nb: 2"), Err(Flaw { problem: Problem::YamlSyntax { .. }, .. })));
        let second = "a: 1\n---\nb: 2";
        let Flaw { problem, bytes, .. } = parse(second).unwrap_err();
        assert_eq!((problem, &second[bytes]), (Problem::SecondDocument, "---"));
        assert!(parse(&"[".repeat(10_000)).is_err());
        assert!(parse("").unwrap().is_none());
    }
}
