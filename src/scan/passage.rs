//! Passages of a text: a sentence, a point of a list, a cell of a table. What is said of a person stands in one.

use std::ops::Range;

use super::words::is_abbreviation;

/// A text without any end of a sentence is cut here, so that no passage is long.
const LONGEST: usize = 1200;

/// The passages in which one of these places stands, in order.
pub(super) fn with(text: &str, places: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    for hit in places {
        if found.last().is_some_and(|passage| hit.start < passage.end) {
            continue;
        }
        let passage = around(text, from, hit.start);
        from = passage.end;
        found.push(passage);
    }
    found
}

/// The passage that holds a place, looked for no further back than `from`.
pub(super) fn around(text: &str, from: usize, place: usize) -> Range<usize> {
    let mut start = from.max(boundary(text, place.saturating_sub(LONGEST / 2)));
    while let Some(end) = end_after(text, start, place) {
        start = end;
    }
    let limit = boundary(text, (start + LONGEST).min(text.len()));
    let end = end_after(text, start.max(place), limit).unwrap_or_else(|| {
        let cut = text[start..limit].rfind(char::is_whitespace).map_or(limit, |at| start + at);
        if limit == text.len() || cut <= place { limit.max(boundary(text, place + 1)) } else { cut }
    });
    start..end
}

/// Where the first passage that ends between two places ends.
fn end_after(text: &str, from: usize, to: usize) -> Option<usize> {
    let part = text.get(from..to)?;
    part.bytes().enumerate().find_map(|(ahead, byte)| {
        let (at, after) = (from + ahead, from + ahead + 1);
        let ends = match byte {
            b'|' => true,
            b'\n' => starts_block(&text[after..]),
            b'.' | b'!' | b'?' => ends_sentence(text, at, after),
            _ => false,
        };
        ends.then_some(after)
    })
}

/// Whether a line begins something of its own: nothing, speech, a point, a heading, a quotation, a key of YAML.
fn starts_block(line: &str) -> bool {
    let line = line.trim_start_matches([' ', '\t']);
    let number = line.bytes().take(4).take_while(u8::is_ascii_digit).count();
    let key = line.bytes().take(40).take_while(|b| b.is_ascii_lowercase() || *b == b'_').count();
    line.starts_with(['\n', '\r', '“', '#', '>', '<', '|', '-', '+', '*'])
        || (key > 1 && line[key..].starts_with(':'))
        || ((1..=3).contains(&number) && line[number..].starts_with(['.', ')']))
}

/// Whether a mark ends a sentence: a space and a capital follow, and the word before is no abbreviation.
fn ends_sentence(text: &str, at: usize, after: usize) -> bool {
    let rest = text[after..].trim_start_matches(['"', '”', '’', ')', '*']);
    let next = rest.trim_start();
    if next.len() == rest.len() || next.starts_with(char::is_lowercase) {
        return false;
    }
    let before = &text[..at];
    let word = &before[before.trim_end_matches(|c: char| c.is_alphanumeric() || c == '.').len()..];
    !is_abbreviation(word)
}

fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passage<'a>(text: &'a str, word: &str) -> &'a str {
        text[around(text, 0, text.find(word).unwrap())].trim()
    }

    #[test]
    fn a_passage_is_a_sentence_a_point_or_a_cell() {
        let text = "Satu kalimat. Ditemui dr. Sari, M. Ali\nbersama tahanan. Lain lagi.\n\n- napi satu\n- dua | tiga";
        assert_eq!(passage(text, "tahanan"), "Ditemui dr. Sari, M. Ali\nbersama tahanan.");
        assert_eq!(passage(text, "napi"), "- napi satu");
        assert_eq!(passage(text, "tiga"), "tiga");
        assert_eq!(passage(text, "Satu"), "Satu kalimat.");
    }

    #[test]
    fn a_text_without_ends_is_cut() {
        let text = "napi ".repeat(10_000);
        let all = with(&text, text.match_indices("napi").map(|(at, word)| at..at + word.len()));
        assert!(all.iter().all(|passage| passage.len() <= LONGEST), "too long");
        assert!(all.windows(2).all(|two| two[0].end <= two[1].start), "overlapping");
        assert!(all.len() > 20);
    }
}
