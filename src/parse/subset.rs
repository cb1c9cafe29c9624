//! Which YAML is read here, and whether a text needs a closer look to tell.
//!
//! It is YAML 1.2 with the core schema, less what a form never needs and what only surprises:
//!
//! | read | not read | told as |
//! |---|---|---|
//! | one document, with or without `---` and `...` | a second document | `second-document` |
//! | block and flow lists and maps, at most [`DEPTH`] levels | more levels | `yaml-too-deep` |
//! | plain, quoted and block scalars, all of them text as typed | tags: `!x`, `!!str` | `yaml-tag` |
//! | comments | directives: `%YAML`, `%TAG` | `yaml-directive` |
//! | anchors that something refers to | others: `&x` at the beginning of a name | `yaml-anchor` |
//! | keys that are one scalar, each once in its map | a list or map as a key, and the merge key `<<` | `yaml-key` |
//! | anchors and aliases that copy at most [`COPIED`] bytes | more, or an anchor inside itself | `yaml-aliases` |
//! | at most [`super::yaml::LIMIT`] bytes | more | `too-large` |
//!
//! Two parsers read it. serde_yaml reads everyday text straight into a form: it is fast, but it is a YAML 1.1 scanner that
//! knows no bounds and passes over tags and directives. saphyr-parser makes a tree with places and bounds; it is the judge,
//! and takes three times as long. [`is_everyday`] says of which texts the first need not be asked twice; what the YAML test
//! suite holds of such texts, both read alike (`tests/it/yaml_suite.rs`).

use std::ops::Range;

/// How many lists and maps may stand inside each other: far more than any form has, far less than a stack holds.
pub const DEPTH: usize = 64;

/// How much aliases may copy in one file, in bytes, each copied value counted with [`COPY`] bytes more.
pub const COPIED: usize = 1 << 20;

/// What a copied value costs beside its text, in bytes.
pub const COPY: usize = 48;

/// Returns whether a text holds none of the marks at which parsers part ways or that may stand for something outside of
/// the subset. A mark inside a quoted text counts as well: that costs time, never truth.
pub fn is_everyday(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut before = b'\n';
    let mut open = 0_usize;
    let mut dashes = 0_usize;
    for (at, &byte) in bytes.iter().enumerate() {
        let rest = &bytes[at + 1..];
        // Lists that open inside each other in one line: `- - -`.
        match byte {
            b' ' => {}
            b'-' => dashes += 1,
            _ => dashes = 0,
        }
        let is_mark = dashes > DEPTH
            || match byte {
                b'\t' | 0x7f => true,
                b'[' | b'{' => {
                    open += 1;
                    open > DEPTH
                }
                b']' | b'}' => {
                    open = open.saturating_sub(1);
                    false
                }
                b'!' => begins_value(before),
                b'&' | b'*' => begins_value(before) && rest.first().is_some_and(|next| !next.is_ascii_whitespace()),
                b'?' => begins_value(before),
                // A line of nothing but spaces: at the end of a block scalar they read it in two ways.
                b' ' if before == b'\n' => ends_line(rest),
                // A comment without a space before it, which only one of them takes for one.
                b'#' => !before.is_ascii_whitespace() && !before.is_ascii_alphabetic(),
                b'<' => rest.first() == Some(&b'<'),
                b'%' => before == b'\n',
                b'-' if before != b'\n' => {
                    begins_value(before) && rest.first().is_some_and(|next| b",[]{}".contains(next))
                }
                b'-' | b'.' => before == b'\n' && rest.starts_with(&[byte, byte]),
                // Line ends of YAML 1.1 (NEL, LS, PS), and a byte order mark inside of a text.
                0xc2 => rest.first() == Some(&0x85),
                0xe2 => rest.starts_with(&[0x80, 0xa8]) || rest.starts_with(&[0x80, 0xa9]),
                0xef => rest.starts_with(&[0xbb, 0xbf]),
                _ => false,
            };
        if is_mark {
            return false;
        }
        before = byte;
    }
    true
}

fn begins_value(before: u8) -> bool {
    before.is_ascii_whitespace() || matches!(before, b'[' | b'{' | b',' | b':' | b'-' | b'?')
}

// Whether nothing but spaces comes before the end of the line.
fn ends_line(rest: &[u8]) -> bool {
    rest.iter().find(|byte| **byte != b' ').is_none_or(|byte| matches!(byte, b'\n' | b'\r'))
}

/// Finds the first directive: a line with `%` above everything but comments and empty lines.
pub fn directive(text: &str) -> Option<Range<usize>> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with('%') {
            return Some(start..start + line.trim_end().len());
        }
        if !line.trim().is_empty() && !line.starts_with('#') {
            return None;
        }
        start += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everyday_text_needs_no_closer_look() {
        for text in ["", "nama: Lapas & Rutan\njam: [\"08:00\", 3 * 4]\n- a--b\nx: 100%\ny: a<b\n", "é: “a”\n"] {
            assert!(is_everyday(text), "{text:?}");
        }
        for text in [
            "a: &x 1",
            "a: *x",
            "[*x]",
            "a: !x b",
            "a: ! b",
            "!",
            "%YAML 1.2\n---",
            "a: 1\n--- \nb",
            "...",
            "? a",
            "?",
            "[?x]",
            "a: |\n  b\n  ",
            "a: \"b\"#c",
            "a: [-]",
            "<<: b",
            "a:\t1",
            "a\u{85}b",
            "a\u{2028}b",
            "a\u{feff}",
        ] {
            assert!(!is_everyday(text), "{text:?}");
        }
        assert!(is_everyday(&"[".repeat(DEPTH)) && !is_everyday(&"{".repeat(DEPTH + 1)));
        assert!(is_everyday(&"- ".repeat(DEPTH)) && !is_everyday(&"- ".repeat(DEPTH + 1)));
    }

    #[test]
    fn a_directive_stands_above_the_text() {
        assert_eq!(directive("# x\n\n%YAML 1.2\r\n---\n"), Some(5..14));
        assert_eq!(directive("a: |\n%x\n"), None);
        assert_eq!(directive("---\n%x\n"), None);
    }
}
