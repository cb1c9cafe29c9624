//! Dates on which people were born: a word of birth, a place perhaps, and a whole date.

use super::lists::{Kind, kinds};
use super::signs::{Sign, Signs};
use super::words::lower;
use super::{Finding, What};

/// How far after its word a date is looked for, in bytes.
const REACH: usize = 90;

/// Words of birth.
pub(super) const WORDS: &[&str] = &["lahir", "ttl", "born on", "date of birth", "born in", "birth date"];

/// Words that may stand between birth and date. Names of places stand there too: any word with a capital.
const BETWEEN: [&str; 14] =
    ["di", "pada", "tanggal", "tgl", "hari", "kota", "kabupaten", "an", "on", "in", "the", "of", "jam", "pukul"];

/// What is born without being a person, or is a paper about birth.
const NOT_PEOPLE: &[&str] = &[
    "hari",
    "akta",
    "akte",
    "surat",
    "keterangan",
    "undang-undang",
    "organisasi",
    "lembaga",
    "program",
    "peraturan",
    "gerakan",
    "gagasan",
    "ide",
    "pancasila",
    "komunitas",
    "ketentuan",
    "kebijakan",
    "inovasi",
    "aplikasi",
    "forum",
    "ikatan",
    "yayasan",
    "dharma",
    "kelompok",
    "kartini",
    "instansi",
];

/// Finds birth words followed by a whole date.
pub(super) fn find(text: &str, signs: &Signs) -> Vec<Finding> {
    signs.of(Sign::Birth).filter_map(|word| date_after(text, word.start, word.end)).collect()
}

fn date_after(text: &str, start: usize, end: usize) -> Option<Finding> {
    if !is_birth_of_a_person(text, start, end) {
        return None;
    }
    // `kelahiran`, `dilahirkan`: the rest of the word.
    let suffix = text[end..].bytes().take(4).take_while(u8::is_ascii_lowercase).count();
    let mut at = end + suffix;
    while at < text.len() && at - end < REACH {
        let rest = &text[at..];
        if let Some(length) = date(rest) {
            let bytes = at..at + length;
            // `12 Maret 1985` shows its day and month; `1985-03-12` begins with what is masked.
            let year = rest[..length].rfind(|c: char| !c.is_ascii_digit()).map_or(0, |before| before + 1);
            let shown = format!("{}••••", if year + 4 == length { &rest[..year] } else { "" });
            return Some(Finding { what: What::BirthDate, bytes, shown });
        }
        let word = rest.bytes().take_while(|b| b.is_ascii_alphabetic() || *b == b'\'').count();
        if word > 0 {
            let one = &rest[..word];
            let place = one.starts_with(|c: char| c.is_ascii_uppercase());
            if !place && !BETWEEN.contains(&one) && !kinds(&lower(one)).has(Kind::Weekday) {
                return None;
            }
            at += word;
            continue;
        }
        let c = rest.chars().next()?;
        let between =
            c.is_whitespace() || matches!(c, ':' | ',' | '|' | '/' | '(' | '"' | '\'' | '=' | '*' | '-' | '_');
        // A full stop ends an abbreviation (`tgl.`), not a sentence, where no capital follows.
        let stop = c == '.' && !rest[1..].trim_start().starts_with(|c: char| c.is_ascii_uppercase());
        if !between && !stop {
            return None;
        }
        at += c.len_utf8();
    }
    None
}

/// Whether the word stands alone and nothing before it in the same sentence says that a thing or a paper is meant.
fn is_birth_of_a_person(text: &str, start: usize, end: usize) -> bool {
    let prefix = text[..start].bytes().rev().take(4).take_while(u8::is_ascii_alphabetic).count();
    let word = start - prefix;
    let low = lower(&text[word..end]);
    let whole = matches!(&*low, "lahir" | "kelahir" | "dilahir" | "terlahir" | "ttl" | "date of birth");
    if !whole && !low.starts_with("born") && !low.starts_with("birth") {
        return false;
    }
    let mut from = word.saturating_sub(80);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let sentence = text[from..word].rsplit(['.', '!', '?', '\n']).next().unwrap_or_default();
    let words: Vec<_> =
        sentence.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|w| !w.is_empty()).map(lower).collect();
    let near = &words[words.len().saturating_sub(6)..];
    if near.iter().any(|word| NOT_PEOPLE.contains(&&**word)) {
        return false;
    }
    // `kelahiran program ini`: what is born stands after the word.
    let suffix = text[end..].bytes().take(4).take_while(u8::is_ascii_alphabetic).count();
    let next: String = text[end + suffix..].trim_start().chars().take(20).take_while(|c| c.is_alphabetic()).collect();
    !NOT_PEOPLE.contains(&&*lower(&next))
        // `hari` may follow: `lahir hari Senin`.
        || lower(&next) == "hari"
}

/// The length of the whole date at the start of a text: `12 Maret 1985`, `12-03-1985`, `1985-03-12`.
fn date(text: &str) -> Option<usize> {
    let number = |at: usize| text[at..].bytes().take_while(u8::is_ascii_digit).count();
    let first = number(0);
    let value = |at: usize, length: usize| text[at..at + length].parse::<u32>().unwrap_or_default();
    if first == 0 || first > 4 || first == 3 {
        return None;
    }
    let rest = &text[first..];
    let mark = rest.chars().next()?;
    if matches!(mark, '-' | '/' | '.') {
        let middle = number(first + 1);
        let third_at = first + 1 + middle;
        if !(1..=2).contains(&middle) || !text[third_at..].starts_with(mark) {
            return None;
        }
        let last = number(third_at + 1);
        let (day, year) = if first == 4 { (last, first) } else { (first, last) };
        let year_at = if first == 4 { 0 } else { third_at + 1 };
        let sound = day <= 2 && year == 4 && is_year(value(year_at, 4)) && (1..=12).contains(&value(first + 1, middle));
        return sound.then_some(third_at + 1 + last);
    }
    let spaces = rest.len() - rest.trim_start().len();
    let month_at = first + spaces;
    let month = text[month_at..].bytes().take_while(u8::is_ascii_alphabetic).count();
    if spaces == 0 || first > 2 || !kinds(&lower(&text[month_at..month_at + month])).has(Kind::Month) {
        return None;
    }
    let rest = &text[month_at + month..];
    let gap = rest.len() - rest.trim_start_matches([' ', '.', ',']).len();
    let year_at = month_at + month + gap;
    (number(year_at) == 4 && is_year(value(year_at, 4))).then_some(year_at + 4)
}

fn is_year(year: u32) -> bool {
    (1910..=2099).contains(&year)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(text: &str) -> Vec<Finding> {
        super::find(text, &Signs::read(text))
    }

    #[test]
    fn a_whole_date_after_a_word_of_birth() {
        let cases = [
            ("lahir 12 Maret 1985", true),
            ("Lahir di Kota Kupang pada hari Senin, 4 Mei 1992", true),
            ("TTL: Soe, 12-02-1987", true),
            ("| Tanggal lahir | 2 Desember 2009 |", true),
            ("tanggal_lahir: 1988-07-21", true),
            ("kelahiran Ba'a, 14 Feb. 1990", true),
            ("lahir pada 12 Maret", false),
            ("lahir 12 Maret 1985 kali", true),
            ("Hari lahir Pemasyarakatan 27 April 1964", false),
            ("Akta kelahiran terbit 12 Maret 2025", false),
            ("lahir batin 10 April 2024", false),
            ("battle 12-02-1987", false),
        ];
        for (text, expected) in cases {
            assert_eq!(!find(text).is_empty(), expected, "{text}");
        }
    }

    #[test]
    fn the_year_is_not_shown() {
        assert_eq!(find("lahir 12 Maret 1985")[0].shown, "12 Maret ••••");
        assert_eq!(find("lahir 1985-03-12")[0].shown, "••••");
    }
}
