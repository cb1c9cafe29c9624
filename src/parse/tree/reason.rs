//! What the parser says of a text that is no YAML → a reason that has words for people. The list is that of saphyr-parser
//! 0.3; what a later version says in other words becomes `Reason::Other` and keeps its English.

use crate::diag::yaml::Reason;

// A part of what is said, and what it means. The first that fits counts.
const SAID: &[(&str, Reason)] = &[
    ("quoted scalar, found unexpected", Reason::QuoteOpen),
    ("indentation in quoted scalar", Reason::QuoteOpen),
    ("trailing content after double-quoted scalar", Reason::AfterQuote),
    ("found unknown escape character", Reason::Escape),
    ("did not find expected hexadecimal number", Reason::Escape),
    ("Unicode character escape code", Reason::Escape),
    ("expected ',' or", Reason::BracketOpen),
    ("indentation in flow construct", Reason::BracketOpen),
    ("unexpected end of plain scalar", Reason::BracketOpen),
    ("misplaced bracket", Reason::BracketExtra),
    ("simple key", Reason::ColonMissing),
    ("mapping values are not allowed", Reason::ColonExtra),
    ("mapping keys are not allowed", Reason::ColonExtra),
    ("placement of ':' indicator", Reason::ColonExtra),
    ("':' must be followed", Reason::ColonExtra),
    ("start with a tab", Reason::Tab),
    ("tab cannot be used", Reason::Tab),
    ("tabs disallowed", Reason::Tab),
    ("found a tab", Reason::Tab),
    ("block scalar", Reason::Block),
    ("anchor", Reason::Anchor),
    ("comment", Reason::Comment),
    ("start with '-' followed", Reason::Dash),
    ("unprintable", Reason::Unprintable),
    ("byte order mark", Reason::Unprintable),
    ("after document end", Reason::AfterEnd),
    ("expected <document start>", Reason::AfterEnd),
    ("did not find expected key", Reason::Unaligned),
    ("expected '-' indicator", Reason::Unaligned),
    ("sequence entries are not allowed", Reason::Unaligned),
    ("invalid indentation", Reason::Unaligned),
];

impl Reason {
    /// Returns the reason behind the parser's words.
    pub(super) fn of(said: &str) -> Self {
        let reserved = said.strip_prefix("unexpected character: `").and_then(|rest| rest.chars().next());
        if let Some(reserved) = reserved {
            return Self::Reserved(reserved);
        }
        let known = SAID.iter().find(|(part, _)| said.contains(part));
        known.map_or_else(|| Self::Other(said.to_owned()), |(_, reason)| reason.clone())
    }
}

/// Returns whether the parser's words are about a tag that is not well-formed, or not declared.
pub(super) fn speaks_of_tags(said: &str) -> bool {
    ["parsing a tag", "scanning a tag", "verbatim tag", "global tag", "handle wasn't declared"]
        .iter()
        .any(|part| said.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Problem;
    use crate::parse::tree::parse;

    #[test]
    fn every_reason_has_a_text_that_is_refused_for_it() {
        let cases = [
            ("a: \"b\nc: d\n", Reason::QuoteOpen),
            ("a: 'b", Reason::QuoteOpen),
            ("a: \"b\" c\n", Reason::AfterQuote),
            ("a: \"\\q\"\n", Reason::Escape),
            ("a: \"\\xzz\"\n", Reason::Escape),
            ("a: [1\nb: 2\n", Reason::BracketOpen),
            ("a: [1, 2\n", Reason::BracketOpen),
            ("a: {b: 1\n", Reason::BracketOpen),
            ("a: [1 2]]\n", Reason::BracketExtra),
            ("a: 1\nb\n", Reason::ColonMissing),
            ("a: b: c\n", Reason::ColonExtra),
            ("a: @b\n", Reason::Reserved('@')),
            ("a: `b`\n", Reason::Reserved('`')),
            ("a: %b\n", Reason::Reserved('%')),
            ("a:\n\tb: 1\n", Reason::Tab),
            ("a: |x\n  b\n", Reason::Block),
            ("a: *b\n", Reason::Anchor),
            ("a: &\n", Reason::Anchor),
            ("a: b #c\n  d\n", Reason::Comment),
            ("a: \"b\"#c\n", Reason::Comment),
            ("a: [-, b]\n", Reason::Dash),
            ("a: \u{1}\n", Reason::Unprintable),
            ("a: 1\n... b\n", Reason::AfterEnd),
            ("a:\n  b: 1\n c: 2\n", Reason::Unaligned),
        ];
        for (text, reason) in cases {
            assert_eq!(parse(text).unwrap_err().problem, Problem::YamlSyntax { reason }, "{text:?}");
        }
    }
}
