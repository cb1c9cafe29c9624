//! What a word is where it stands: the end of a word of custody, part of a name, a degree.

use std::collections::BTreeSet;

use super::Known;
use super::lists::{Kind, kinds};
use super::words::{Word, lower};

/// Small words inside names.
const PARTICLES: &[&str] = &["da", "dos", "de", "do", "van", "bin", "binti", "al", "di'", "la"];

/// What a word with a capital and such a beginning is, if it is no given name: `Berprestasi`, `Menjahit`, `Pembinaan`.
const PREFIXES: &[&str] = &["ber", "mem", "men", "meng", "meny", "pem", "pen", "peng", "per", "ter", "di"];

/// Whether a word alone, or the end of `warga binaan`, means somebody in custody.
pub(super) fn is_custody_word(word: &Word) -> bool {
    word.low == "binaan" || word.is(Kind::Custody)
}

/// Whether the words up to this one mean somebody in custody: `narapidana`, `warga binaan`, not `rumah tahanan`.
pub(super) fn custody_end(words: &[Word], at: usize) -> bool {
    let word = &words[at];
    let before = at.checked_sub(1).map(|before| &*words[before].low).filter(|_| word.adjoins());
    match &*word.low {
        "binaan" => matches!(before, Some("warga" | "anak")),
        "pemasyarakatan" => matches!(before, Some("didik")),
        "tahanan" => !matches!(before, Some("rumah" | "kamar" | "ruang" | "mobil" | "sel" | "pelayanan")),
        _ => word.is(Kind::Custody),
    }
}

/// How many words of custody end at a place: `warga binaan` are two.
pub(super) fn custody_length(words: &[Word], at: usize) -> usize {
    match &*words[at].low {
        "binaan" => 2,
        "pemasyarakatan" => 3,
        _ => 1,
    }
}

/// Whether a word can be part of a name.
pub(super) fn is_name_part(word: &Word, known: &Known) -> bool {
    let low = &*word.low;
    let letters = word.text.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-' | '.'));
    let shape = word.is_capital() && letters && (word.text.len() == 1 || word.text.contains(char::is_lowercase));
    let given = word.is(Kind::Given);
    let no_name = word.kinds.is_no_name() || known.bodies.contains(low);
    (shape || (word.is_capital() && given)) && (given || !no_name) && !is_degree(word)
}

/// Whether a word is a small one inside names.
pub(super) fn is_particle(low: &str) -> bool {
    PARTICLES.contains(&low)
}

/// Whether a word looks like a verb or noun made with a prefix.
pub(super) fn is_derived(word: &Word) -> bool {
    word.low.len() > 6 && !word.is(Kind::Given) && PREFIXES.iter().any(|prefix| word.low.starts_with(prefix))
}

/// Whether a word is an academic degree: `S.H`, `A.Md.P`, `M.Si`.
pub(super) fn is_degree(word: &Word) -> bool {
    let text = word.text;
    text.contains('.')
        && matches!(text.split('.').next(), Some("S" | "M" | "A" | "Dr" | "Amd" | "D" | "Sp" | "Ph"))
        && text.len() > 2
        || matches!(text, "SH" | "MH" | "SE" | "MM" | "MSi")
}

/// The words of a person's name, without degrees.
pub(super) fn person(name: &str) -> BTreeSet<String> {
    let plain = name.split(',').next().unwrap_or_default();
    let words = plain.split(|c: char| !(c.is_alphabetic() || matches!(c, '\'' | '’' | '-')));
    words
        .map(|word| lower(word).into_owned())
        .filter(|word| word.chars().count() > 1 && !kinds(word).has(Kind::Post))
        .collect()
}

/// The words of a body's name.
pub(super) fn body(name: &str) -> Vec<String> {
    name.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| lower(word).into_owned())
        .collect()
}

/// Whether every word of a name belongs to one person in office.
pub(super) fn is_known(name: &[Word], known: &Known) -> bool {
    known.people.iter().any(|person| name.iter().all(|word| person.contains(&*word.low)))
}
