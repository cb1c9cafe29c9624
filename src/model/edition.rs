//! The short code of what a record says: the same facts give the same code on every machine and day, another fact another.

use std::fmt;

use super::cell::Cell;

/// A code of six letters and digits, none of which looks or sounds like another, and without vowels, so that no word comes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition(String);

const ALPHABET: &[u8; 21] = b"34679CDFGHJKMNPQRTWXY";
const LENGTH: usize = 6;

impl Edition {
    /// Makes the code of facts, each with its key, in their order. What is missing leaves no trace, so that a field that is
    /// new to the program changes no code before somebody fills it.
    pub fn of<'f>(facts: impl IntoIterator<Item = (&'f str, &'f Cell)>) -> Self {
        let mut hasher = blake3::Hasher::new();
        for (key, cell) in facts {
            let texts = texts(cell);
            if let Some(texts) = &texts {
                // Lengths keep `ab`, `c` apart from `a`, `bc`.
                hasher.update(&(texts.len() as u64).to_le_bytes());
                for text in std::iter::once(key).chain(texts.iter().map(String::as_str)) {
                    hasher.update(&(text.len() as u64).to_le_bytes());
                    hasher.update(text.as_bytes());
                }
            }
        }
        let hash = hasher.finalize();
        let mut rest = hash.as_bytes().iter().take(16).fold(0_u128, |all, byte| all << 8 | u128::from(*byte));
        let base = ALPHABET.len() as u128;
        let mut code = String::new();
        for _ in 0..LENGTH {
            let at = usize::try_from(rest % base).expect("less than the alphabet is long");
            code.push(char::from(ALPHABET[at]));
            rest /= base;
        }
        Self(code)
    }

    /// Returns the code.
    pub fn code(&self) -> &str {
        &self.0
    }

    /// Returns the name of its place on the page of its record: who comes there by the code finds that it still holds.
    pub fn anchor(&self) -> String {
        format!("versi-{}", self.0)
    }
}

impl fmt::Display for Edition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn texts(cell: &Cell) -> Option<Vec<String>> {
    let one = |text: String| Some(vec![text]);
    match cell {
        Cell::Missing => None,
        Cell::Text(text) => one(text.clone()),
        Cell::Whole(number) => one(number.to_string()),
        Cell::Decimal(number) => one(number.normalize().to_string()),
        Cell::Money(amount) => one(amount.0.to_string()),
        Cell::Date(date) => one(date.to_string()),
        Cell::Moment(moment) => one(moment.to_string()),
        Cell::Flag(flag) => one(flag.to_string()),
        Cell::Page(place) => one(place.to_string()),
        Cell::List(texts) => Some(texts.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(facts: &[(&str, Cell)]) -> String {
        Edition::of(facts.iter().map(|(key, cell)| (*key, cell))).to_string()
    }

    fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    #[test]
    fn every_difference_of_facts_is_another_code() {
        let all = [
            vec![],
            vec![("a", text("bc"))],
            vec![("ab", text("c"))],
            vec![("a", text("b")), ("c", text(""))],
            vec![("a", Cell::list(["b", "c"]))],
            vec![("a", Cell::list(["bc"])), ("b", text("x"))],
            vec![("b", text("x")), ("a", Cell::list(["bc"]))],
            vec![("a", Cell::list([""; 0]))],
            vec![("a", Cell::list([""]))],
            vec![("a", Cell::Flag(false))],
        ];
        let codes: std::collections::BTreeSet<String> = all.iter().map(|facts| code(facts)).collect();
        assert_eq!(codes.len(), all.len(), "{codes:?}");
        assert!(codes.iter().all(|code| code.len() == LENGTH && code.bytes().all(|b| ALPHABET.contains(&b))));
    }

    #[test]
    fn what_is_missing_leaves_no_trace() {
        assert_eq!(code(&[("a", text("x")), ("b", Cell::Missing)]), code(&[("a", text("x"))]));
    }

    /// Codes hang on walls: an update of the program must not make them look old.
    #[test]
    fn a_code_stays_for_ever() {
        assert_eq!(
            code(&[("nama", text("Kunjungan")), ("biaya_jumlah", Cell::Money(super::super::money::Rupiah(0)))]),
            "PD4DR9"
        );
    }
}
