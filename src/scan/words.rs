//! Words of a passage as names and custody are read from them, and the words that decide whether to look at all.

use std::borrow::Cow;
use std::ops::Range;

use super::lists::{Kind, Kinds, kinds};

/// Words without which no person in custody and no initials can stand in a text.
pub(super) const PEOPLE: &[&str] = &[
    "narapidana",
    "napi",
    "wbp",
    "binaan",
    "tahanan",
    "terpidana",
    "terdakwa",
    "tersangka",
    "residivis",
    "andikpas",
    "klien",
    "inisial",
    "alias",
    "bernama",
    "atas nama",
    "a.n.",
    "pelapor",
    "pengadu",
    "pengunjung",
    "pelaku",
    "berhadapan",
    "inmate",
    "prisoner",
    "detainee",
];

/// Words whose full stop ends no sentence. Those of one or two letters never do.
const ABBREVIATIONS: &[&str] = &[
    "drs", "dra", "sdr", "sdri", "kab", "kec", "kel", "kep", "pdt", "prof", "tgl", "hlm", "telp", "tlp", "jend",
    "prov", "bpk", "yth",
];

/// A word with what stands before it.
#[derive(Debug, Clone)]
pub(super) struct Word<'a> {
    /// As written: `Yohanes`, `R.S`, `anti-judi`, `34`.
    pub(super) text: &'a str,
    /// In small letters.
    pub(super) low: Cow<'a, str>,
    /// What the lists say of it.
    pub(super) kinds: Kinds,
    /// Where it stands in the whole text.
    pub(super) bytes: Range<usize>,
    /// What stands between it and the word before, without marks of emphasis and quotation.
    pub(super) gap: &'a str,
}

impl Word<'_> {
    /// Whether a list of this kind holds it.
    pub(super) fn is(&self, kind: Kind) -> bool {
        self.kinds.has(kind)
    }

    /// Whether nothing but white space and marks of emphasis part it from the word before.
    pub(super) fn adjoins(&self) -> bool {
        !self.gap.is_empty() && self.gap.chars().all(|c| c.is_whitespace() || is_quote(c))
    }

    /// Whether it begins with a capital letter.
    pub(super) fn is_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// Whether it is a number of one or two digits, as an age is.
    pub(super) fn is_age(&self) -> bool {
        matches!(self.text.len(), 1 | 2) && self.text.parse::<u8>().is_ok_and(|age| age >= 5)
    }
}

/// Quotation and emphasis mean nothing for who is named.
fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '”' | '‘' | '’' | '*' | '_' | '`')
}

/// Returns a word in small letters; most words are.
pub(super) fn lower(word: &str) -> Cow<'_, str> {
    if word.bytes().any(|b| b.is_ascii_uppercase() || !b.is_ascii()) {
        Cow::Owned(word.to_lowercase())
    } else {
        Cow::Borrowed(word)
    }
}

/// Whether a word's full stop belongs to the word: `dr`, `S.H`, `M`.
pub(super) fn is_abbreviation(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    letters > 0
        && (letters <= 2 || word.contains('.') || ABBREVIATIONS.contains(&&*lower(word)))
        && !word.bytes().any(|b| b.is_ascii_digit())
}

/// Reads the words of a passage. Full stops and hyphens inside a word belong to it.
pub(super) fn read(text: &str, passage: Range<usize>) -> Vec<Word<'_>> {
    let part = &text[passage.clone()];
    let mut words: Vec<Word> = Vec::new();
    let mut gap_from = 0;
    let mut chars = part.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if !c.is_alphanumeric() {
            continue;
        }
        let mut end = start + c.len_utf8();
        while let Some(&(at, c)) = chars.peek() {
            let inside = matches!(c, '.' | '-' | '\'' | '’')
                && part[at + c.len_utf8()..].starts_with(char::is_alphabetic)
                && !part[start..end].ends_with(|c: char| c.is_ascii_digit());
            if !c.is_alphanumeric() && !inside {
                break;
            }
            end = at + c.len_utf8();
            chars.next();
        }
        let text = &part[start..end];
        let bytes = passage.start + start..passage.start + end;
        let low = lower(text);
        words.push(Word { text, kinds: kinds(&low), low, bytes, gap: &part[gap_from..start] });
        gap_from = end;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_what_is_inside_them() {
        let text = "Kata A.Md.P., R.S. (34) dari Ba'a: anti-judi, 08.30 **Yohanes**";
        let words: Vec<&str> = read(text, 0..text.len()).iter().map(|word| word.text).collect();
        assert_eq!(words, ["Kata", "A.Md.P", "R.S", "34", "dari", "Ba'a", "anti-judi", "08", "30", "Yohanes"]);
    }
}
