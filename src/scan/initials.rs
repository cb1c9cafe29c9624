//! Initials of people in custody: together with a town or an age they are a name for everyone who lives there.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::lists::Kind;
use super::names::{self, is_custody_word};
use super::words::Word;
use super::{Finding, Known, What};

/// Abbreviations that stand where initials stand: bodies, entitlements, laws, illnesses, grades.
const ACRONYMS: &str = "RI NKRI HUT NTT NTB DKI DIY UPT PB CB CMB CMK RU RK RAP LBH KPLP KPR WBP HIV AIDS TB TBC ODGJ ODHA TPP SKM IKM \
    TNI POLRI BNN BNNP BNPT BPJS SOP RS RSUD RSJ HAM PK ABH LPKA LPAS LPP SD SMP SMA SMK PAUD PKBM KTP KK SIM NIK \
    NIP KPK TPPU ITE KDRT UU PP KUHP KUHAP WNI WNA MA MK PN PT PTUN JPU TU IPK ASN PNS PPPK CPNS BLK UMKM PPID KIP \
    DPR DPRD PBB USA II III IV VI VII VIII IX XI IIA IIB BI BII BIII AI AII AIII AIV AV B1 RM MOU PKS SDM SDP WA VCS \
    TPPO PMI";

static ACRONYM: LazyLock<BTreeSet<&str>> = LazyLock::new(|| ACRONYMS.split_whitespace().collect());

/// Finds initials in a passage.
pub(super) fn find(words: &[Word], known: &Known) -> Vec<Finding> {
    let custody = words.iter().any(|word| is_custody_word(word));
    let case = custody || words.iter().any(|word| word.is(Kind::Case));
    let shouted = words.iter().filter(|word| word.text.len() > 4).all(|word| !word.text.contains(char::is_lowercase));
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        if word.low == "berinisial" {
            found.extend(named(words, at, 0));
        } else if word.low == "inisial" && case {
            found.extend(named(words, at, 2));
        } else if case && has_age(words, at) && are_initials(word, known) && word.text.len() > 1 {
            found.push(finding(words, at));
        } else if at > 0 && word.adjoins() && follows_custody(words, at) && are_initials(word, known) {
            let dotted = word.text.contains('.');
            // One capital is a class or a block, four are a body.
            if dotted || (!shouted && matches!(word.text.len(), 2 | 3) && ends_here(words, at)) {
                found.push(finding(words, at));
            }
        }
    }
    found
}

/// The initials that a word announces, at most so many words later.
fn named(words: &[Word], announced: usize, between: usize) -> Option<Finding> {
    let near = announced + 1..(announced + 2 + between).min(words.len());
    near.clone()
        .take_while(|at| !words[*at].gap.contains(';'))
        .find(|at| is_short_capitals(words[*at].text))
        .map(|at| finding(words, at))
}

fn finding(words: &[Word], at: usize) -> Finding {
    let first = &words[at];
    // `R. S.` is one person.
    let second = words.get(at + 1).filter(|word| {
        first.text.len() == 1 && word.text.len() == 1 && word.is_capital() && matches!(word.gap, "." | ". ")
    });
    let end = second.map_or(first.bytes.end, |word| word.bytes.end);
    let shown = second.map_or_else(|| first.text.to_owned(), |word| format!("{}.{}.", first.text, word.text));
    Finding { what: What::Initials, bytes: first.bytes.start..end, shown }
}

/// Two to four capitals, `R.S`, or a single one.
fn is_short_capitals(text: &str) -> bool {
    let letters = text.chars().filter(|c| *c != '.');
    (1..=4).contains(&letters.clone().count())
        && letters.clone().all(|c| c.is_ascii_uppercase())
        && (!text.contains('.') || text.split('.').all(|part| part.len() == 1))
}

/// Capitals that are no abbreviation of a body.
fn are_initials(word: &Word, known: &Known) -> bool {
    is_short_capitals(word.text) && !ACRONYM.contains(word.text) && !known.bodies.contains(&*word.low)
}

/// `AB (34)`, `AB (34 tahun)`, `AB, 34 tahun`.
fn has_age(words: &[Word], at: usize) -> bool {
    let Some(age) = words.get(at + 1).filter(|word| word.is_age()) else { return false };
    let years = words.get(at + 2).is_some_and(|word| word.adjoins() && matches!(&*word.low, "tahun" | "th"));
    let closed = words.get(at + 2).is_none_or(|word| word.gap.starts_with(')'));
    (age.gap.trim_start_matches('.').trim_start().starts_with('(') && (closed || years))
        || (age.gap.trim() == "," && years)
}

fn follows_custody(words: &[Word], at: usize) -> bool {
    names::custody_end(words, at - 1)
}

/// Whether small letters or an end follow: initials, not the first of several words in capitals.
fn ends_here(words: &[Word], at: usize) -> bool {
    words.get(at + 1).is_none_or(|word| !word.adjoins() || !word.is_capital())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::words::read;

    fn shown(text: &str) -> Vec<String> {
        find(&read(text, 0..text.len()), &Known::default()).into_iter().map(|finding| finding.shown).collect()
    }

    #[test]
    fn initials_need_a_case() {
        assert_eq!(shown("seorang pria berinisial AB"), ["AB"]);
        assert_eq!(shown("anak berinisial R. S. pulang"), ["R.S."]);
        assert_eq!(shown("Tersangka YT (34) mengaku"), ["YT"]);
        assert_eq!(shown("Tahanan D.K. dirawat"), ["D.K"]);
        assert_eq!(shown("inisial penulis IR"), [""; 0]);
        assert_eq!(shown("usulan PB (12) bagi narapidana"), [""; 0]);
        assert_eq!(shown("narapidana WNA dan tahanan KPK"), [""; 0]);
        assert_eq!(shown("WARGA BINAAN IKUT UPACARA"), [""; 0]);
    }
}
