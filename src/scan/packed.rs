//! Code that hides what it does: functions that make code of text, long runs of Base64, runs of escapes.

use std::ops::Range;

use super::signs::{Sign, Signs};
use super::{Finding, Medium, What, quoted};

/// Functions that make code of text.
pub(super) const CALLS: &[&str] =
    &["atob(", "eval(", "unescape(", "string.fromcharcode", "document.write", "new function("];

/// From this length on, letters without a space are no word and no address.
const RUN: usize = 200;
/// So much of a style sheet may be a font or a picture.
const PLAUSIBLE: usize = 200_000;
/// So many escapes in a row spell no name.
const ESCAPES: usize = 8;
/// Addresses escape letters of other scripts in long rows; those of ASCII are escaped to hide.
const PERCENTS: usize = 12;

/// Finds packed code.
pub(super) fn find(text: &str, signs: &Signs, medium: Medium) -> Vec<Finding> {
    let whole = |at: usize| !text[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '$'));
    let mut all: Vec<Range<usize>> = signs.of(Sign::Code).filter(|call| whole(call.start)).collect();
    all.extend(base64(text, medium));
    all.extend(escapes(text));
    all.into_iter().map(|at| quoted(text, What::PackedCode, at)).collect()
}

/// Long runs of the letters of Base64 or of hexadecimal digits.
fn base64(text: &str, medium: Medium) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let is_digit = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'=');
    let mut start = 0;
    while let Some(shortest) = bytes.get(start..start + RUN) {
        // Seen from its end, a stretch without a run is left after one word.
        if let Some(other) = shortest.iter().rposition(|b| !is_digit(b)) {
            start += other + 1;
            continue;
        }
        let run = start..start + bytes[start..].iter().take_while(|b| is_digit(b)).count();
        start = run.end + 1;
        if !is_mixed(&bytes[run.clone()]) {
            continue;
        }
        let before = &text[..run.start];
        let known = [
            "font/woff2",
            "font/woff",
            "font/ttf",
            "font/otf",
            "image/png",
            "image/jpeg",
            "image/webp",
            "image/gif",
            "image/svg+xml",
        ];
        let embedded = medium == Medium::Style
            && run.len() < PLAUSIBLE
            && known.iter().any(|kind| before.strip_suffix(";base64,").is_some_and(|head| head.ends_with(kind)));
        if !embedded {
            found.push(run);
        }
    }
    found
}

/// Letters of both sizes and digits, or nothing but hexadecimal digits: what no word is made of.
fn is_mixed(run: &[u8]) -> bool {
    let has = |test: fn(&u8) -> bool| run.iter().any(test);
    let digits = has(u8::is_ascii_digit);
    let slashes = run.iter().filter(|b| **b == b'/').count();
    let both = has(u8::is_ascii_lowercase) && has(u8::is_ascii_uppercase);
    // A long path has a slash every few letters.
    digits
        && slashes * 12 < run.len()
        && (both || (has(u8::is_ascii_alphabetic) && run.iter().all(u8::is_ascii_hexdigit)))
}

/// Rows of `\x41`, `\u0041`, `%41` and `&#65;`.
fn escapes(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = bytes[at..].iter().position(|b| matches!(b, b'\\' | b'%' | b'&')).map(|ahead| at + ahead) {
        let least = if bytes[start] == b'%' { PERCENTS } else { ESCAPES };
        let (mut end, mut count) = (start, 0);
        while let Some(length) = escape(&bytes[end..]) {
            end += length;
            count += 1;
        }
        if count >= least {
            found.push(start..end);
        }
        at = end.max(start + 1);
    }
    found
}

/// The length of an escape of an ASCII character at the start.
fn escape(bytes: &[u8]) -> Option<usize> {
    let hex = |from: usize, count: usize| {
        bytes.get(from..from + count).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    };
    match bytes {
        [b'\\', b'x', ..] => hex(2, 2).then_some(4),
        [b'\\', b'u', ..] => hex(2, 4).then_some(6),
        [b'%', b'0'..=b'7', ..] => hex(1, 2).then_some(3),
        [b'&', b'#', rest @ ..] => {
            let digits = rest.iter().take(7).take_while(|b| b.is_ascii_hexdigit() || matches!(b, b'x' | b'X')).count();
            (digits > 0 && rest.get(digits) == Some(&b';')).then_some(digits + 3)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(text: &str, medium: Medium) -> usize {
        find(text, &Signs::read(text), medium).len()
    }

    #[test]
    fn calls_stand_alone() {
        assert_eq!(count("x=eval (1);eval(1)", Medium::Content), 1);
        assert_eq!(count("medieval(1) retrieval(2) evaluasi(3)", Medium::Content), 0);
    }

    #[test]
    fn a_font_in_style_is_no_code() {
        let run = "d09GMgABAAAAAAMo".repeat(20);
        assert_eq!(count(&format!("src:url(data:font/woff2;base64,{run})"), Medium::Style), 0);
        assert_eq!(count(&format!("src:url(data:text/plain;base64,{run})"), Medium::Style), 1);
        assert_eq!(count(&run, Medium::Content), 1);
        assert_eq!(count(&"a".repeat(400), Medium::Content), 0);
        assert_eq!(count(&"0123456789".repeat(40), Medium::Content), 0);
        assert_eq!(count(&"berita/2024/Maret/".repeat(20), Medium::Content), 0);
    }

    #[test]
    fn rows_of_escapes() {
        assert_eq!(count(&"\\x41".repeat(8), Medium::Template), 1);
        assert_eq!(count(&"&#115;".repeat(8), Medium::Template), 1);
        assert_eq!(count(&"%3C".repeat(12), Medium::Content), 1);
        assert_eq!(count(&"%D9%85".repeat(20), Medium::Content), 0, "an address in Arabic letters");
        assert_eq!(count("\\x41 \\x42 100% &amp;", Medium::Content), 0);
    }
}
