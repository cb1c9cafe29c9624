//! Text that readers do not see: hidden by style, written in letters without width, turned around, or in letters of
//! another script that look Latin.

use std::ops::Range;

use super::{Finding, Medium, What, quoted, style, tag};

/// Finds hidden text.
pub(super) fn find(text: &str, medium: Medium) -> Vec<Finding> {
    let mut found = match medium {
        Medium::Style => style::hidden_rules(text).into_iter().map(|at| quoted(text, What::HiddenText, at)).collect(),
        Medium::Content | Medium::Template => markup(text),
    };
    if !text.is_ascii() {
        found.extend(letters(text));
    }
    found
}

/// What `style` attributes hide, and anything that a `<style>` element of a text hides.
fn markup(text: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    for tag in tag::all(text) {
        for attribute in tag.attributes.iter().filter(|one| one.name == "style") {
            let at = attribute.value.start;
            let hidden = style::hidden_inline(&text[attribute.value.clone()]);
            found.extend(hidden.into_iter().map(|one| quoted(text, What::HiddenText, at + one.start..at + one.end)));
        }
        if tag.name == "style" {
            let at = tag.end;
            let hidden = style::hidden_element(tag::content(text, &tag));
            found.extend(hidden.into_iter().map(|one| quoted(text, What::HiddenText, at + one.start..at + one.end)));
        }
    }
    found
}

/// Characters without width, characters that turn the direction, and words of mixed scripts.
fn letters(text: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut word = Word::default();
    for (at, c) in text.char_indices() {
        if is_turn(c) {
            found.push(named(c, at..at + c.len_utf8()));
        }
        if c.is_alphanumeric() || is_zero_width(c) && at > 0 {
            word.add(at, c);
        } else {
            found.extend(word.judge(text));
            word = Word::default();
        }
    }
    found.extend(word.judge(text));
    found
}

/// What a run of letters is made of.
#[derive(Default)]
struct Word {
    bytes: Option<Range<usize>>,
    latin: bool,
    foreign: bool,
    letters: usize,
    zero: Option<(char, Range<usize>)>,
    /// How many characters without width follow a letter.
    zeros: usize,
    last_zero: bool,
    /// Whether two of them stand in a row.
    row: bool,
}

impl Word {
    fn add(&mut self, at: usize, c: char) {
        let end = at + c.len_utf8();
        self.bytes = Some(self.bytes.as_ref().map_or(at, |bytes| bytes.start)..end);
        if is_zero_width(c) {
            self.zeros += usize::from(self.letters > 0);
            self.row |= self.last_zero;
            self.zero.get_or_insert((c, at..end)).1.end = end;
        } else {
            self.letters += 1;
            self.latin |= c.is_ascii_alphabetic();
            self.foreign |= is_look_alike(c);
        }
        self.last_zero = is_zero_width(c);
    }

    fn judge(&self, text: &str) -> Option<Finding> {
        let bytes = self.bytes.clone()?;
        if self.latin && self.foreign {
            return Some(quoted(text, What::HiddenText, bytes));
        }
        let (c, at) = self.zero.clone()?;
        (self.zeros > 1 || self.row).then(|| named(c, at))
    }
}

fn named(c: char, bytes: Range<usize>) -> Finding {
    Finding { what: What::HiddenText, bytes, shown: format!("U+{:04X}", u32::from(c)) }
}

fn is_zero_width(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn is_turn(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Cyrillic letters, and Greek ones that look Latin; `μg` and `Ω` are honest.
fn is_look_alike(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}') || "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχ".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        find(text, Medium::Content).into_iter().map(|finding| finding.shown).collect()
    }

    #[test]
    fn a_single_joiner_is_no_secret() {
        assert_eq!(shown("Satu\u{200b} kata, 👨\u{200d}👩\u{200d}👧"), [""; 0]);
        assert_eq!(shown("\u{feff}judul: x"), [""; 0]);
        assert_eq!(shown("s\u{200c}l\u{200c}ot"), ["U+200C"]);
        assert_eq!(shown("a \u{200b}\u{200b} b"), ["U+200B"]);
        assert_eq!(shown("a \u{202e}b"), ["U+202E"]);
    }

    #[test]
    fn scripts_do_not_mix_in_a_word() {
        assert_eq!(shown("L\u{430}pas Москва"), ["L\u{430}pas"]);
        assert_eq!(shown("250 μg dan 5 kΩ"), [""; 0]);
    }

    #[test]
    fn only_style_hides() {
        assert_eq!(shown("<p style='display: none'>x</p>"), ["display: none"]);
        assert_eq!(shown("<style>.x{display:none}</style>"), ["display:none"]);
        assert_eq!(shown("tulis display:none di sini"), [""; 0]);
    }
}
