//! YAML text → a tree that knows where everything stands. Made only when something is wrong and a place must be shown.

mod form;
mod reader;
mod reason;

use std::ops::Range;

pub use reader::parse;

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
#[derive(Debug, Clone)]
pub struct Node {
    /// Where it stands.
    pub bytes: Range<usize>,
    /// What it is.
    pub what: What,
}

/// What a piece of YAML is. An alias is a copy of what it stands for.
#[derive(Debug, Clone)]
pub enum What {
    /// One value, as typed.
    Scalar {
        /// The text, without quotes.
        text: String,
        /// Whether it stands without quotes.
        plain: bool,
    },
    /// A list.
    List(Vec<Node>),
    /// Keys and values in the order of the file.
    Map(Vec<(Node, Node)>),
}

/// The tree of an empty text.
impl Default for Node {
    fn default() -> Self {
        Self { bytes: 0..0, what: What::Scalar { text: String::new(), plain: true } }
    }
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
        matches!(&self.what, What::Scalar { text: scalar, .. } if scalar == text)
    }

    /// Returns whether this is no value: nothing, `~` or `null` without quotes.
    pub fn is_null(&self) -> bool {
        let null = ["", "~", "null", "Null", "NULL"];
        matches!(&self.what, What::Scalar { text, plain: true } if null.contains(&text.as_str()))
    }

    // How many levels it has, itself counted.
    fn height(&self) -> usize {
        let below = match &self.what {
            What::Scalar { .. } => None,
            What::List(items) => items.iter().map(Self::height).max(),
            What::Map(pairs) => pairs.iter().map(|(_, value)| value.height()).max(),
        };
        1 + below.unwrap_or(0)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::yaml::Outside;

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
        assert!(parse("").unwrap().is_none());
    }

    #[test]
    fn what_is_outside_of_the_subset_is_named_where_it_stands() {
        let outside = |text: &str| match parse(text).unwrap_err() {
            Flaw { problem: Problem::YamlOutside(outside), bytes, .. } => (outside, text[bytes].to_owned()),
            flaw => panic!("{text:?}: {flaw:?}"),
        };
        let tag = |written: &str| (Outside::Tag(written.to_owned()), written.to_owned());
        assert_eq!(outside("a: !x b"), tag("!x"));
        assert_eq!(outside("a: !!str b"), tag("!!str"));
        assert_eq!(outside("- !\n"), tag("!"));
        assert_eq!(outside("a: !t!x b"), tag("!t!x"));
        assert_eq!(outside("é: [!x [1]]"), tag("!x"));
        assert_eq!(outside("%YAML 1.2\n---\na"), (Outside::Directive("%YAML 1.2".into()), "%YAML 1.2".into()));
        assert_eq!(outside("a: {[b]: c}"), (Outside::Key("[b]".into()), "[b]".into()));
        assert_eq!(outside("? - a\n: b"), (Outside::Key("- a".into()), "- a".into()));
        assert_eq!(outside("a: &a {b: 1}\nc:\n  <<: *a"), (Outside::Key("<<".into()), "<<".into()));
        assert_eq!(outside(&"[".repeat(10_000)).0, Outside::Deep(64));
        assert_eq!(outside("a: &a [*a]"), (Outside::Aliases(1024), "*a".into()));
    }

    #[test]
    fn aliases_copy_within_bounds() {
        let tree = parse("a: &a [1, x]\nb: *a\n").unwrap().unwrap();
        assert!(tree.find(&["b".into(), 1.into()]).is("x"));
        let text = "a: &a [x,x,x,x,x,x,x,x,x,x]\n".to_owned();
        let bomb = (b'b'..=b'i').fold(text, |text, name| {
            let (name, before) = (char::from(name), char::from(name - 1));
            format!("{text}{name}: &{name} [{}]\n", vec![format!("*{before}"); 10].join(","))
        });
        assert!(matches!(parse(&bomb), Err(Flaw { problem: Problem::YamlOutside(Outside::Aliases(_)), .. })));
        // Each alias doubles the depth.
        let deep = "a: &a [[[[[[[[1]]]]]]]]\nb: &b [[[[[[[[[[[[[[[[*a]]]]]]]]]]]]]]]]\nc: &c [[[[[[[[[[[[[[[[[[[*b]]]]]]]]]]]]]]]]]]]\nd: [[[[[[[[[[[[[[[[[[[[[[*c]]]]]]]]]]]]]]]]]]]]]]\n";
        assert!(matches!(parse(deep), Err(Flaw { problem: Problem::YamlOutside(Outside::Deep(_)), .. })));
    }
}
