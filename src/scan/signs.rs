//! The words that decide whether to look closer, all found in one pass over a text: most texts have none of most kinds.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::{birth, gambling, packed, words};

/// What a word is a sign of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// Somebody in custody, a visitor, a complainant.
    Person,
    /// A date of birth.
    Birth,
    /// An advertisement of gambling.
    Gambling,
    /// Code that makes code of text.
    Code,
}

static FINDER: LazyLock<(AhoCorasick, Vec<Sign>)> = LazyLock::new(|| {
    let people = words::PEOPLE.iter().map(|word| (*word, Sign::Person));
    let birth = birth::WORDS.iter().map(|word| (*word, Sign::Birth));
    let roots = gambling::ROOTS.split_whitespace().map(|word| (word, Sign::Gambling));
    let calls = packed::CALLS.iter().map(|word| (*word, Sign::Code));
    let (words, signs): (Vec<&str>, Vec<Sign>) = people.chain(birth).chain(roots).chain(calls).unzip();
    let finder = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .kind(Some(AhoCorasickKind::DFA))
        .prefilter(false)
        .build(words)
        .expect("a short list of words always fits");
    (finder, signs)
});

/// Where each sign of a text stands.
#[derive(Debug)]
pub(super) struct Signs(Vec<(Sign, Range<usize>)>);

impl Signs {
    /// Reads a text.
    pub(super) fn read(text: &str) -> Self {
        let (finder, signs) = &*FINDER;
        let hits = finder.find_overlapping_iter(text);
        Self(hits.map(|hit| (signs[hit.pattern().as_usize()], hit.range())).collect())
    }

    /// Returns the places of one sign, in the order in which they end.
    pub(super) fn of(&self, sign: Sign) -> impl Iterator<Item = Range<usize>> + '_ {
        self.0.iter().filter(move |(one, _)| *one == sign).map(|(_, bytes)| bytes.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_pass_finds_every_sign_in_any_case() {
        let signs = Signs::read("TTL napi, Deposit di kasino; eval(x) NARAPIDANA");
        let of = |sign| signs.of(sign).map(|at| at.start).collect::<Vec<_>>();
        assert_eq!((of(Sign::Birth), of(Sign::Person)), (vec![0], vec![4, 37]));
        assert_eq!((of(Sign::Gambling), of(Sign::Code)), (vec![10, 10, 21], vec![29]));
        assert!(Signs::read("Kunjungan tatap muka").0.is_empty());
    }
}
