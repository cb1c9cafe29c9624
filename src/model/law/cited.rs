//! Citations as people write them, `PP 96 Tahun 2012` or `UU No. 25/2009`: one that stands alone as a value, those inside a
//! text, and the articles they name.

use std::fmt;
use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::{LawKind, LawNumber};
use crate::model::scalar::{Misread, Scalar, Text, Writing};

/// How the kinds are written, longer ways first where one begins another.
const SPELLINGS: [(LawKind, &str); 10] = [
    (LawKind::EmergencyRegulation, r"perp?pu|peraturan\s+pemerintah\s+pengganti\s+undang-undang"),
    (LawKind::Act, r"uu|undang[\s-]\s?undang"),
    (LawKind::GovernmentRegulation, r"pp|peraturan\s+pemerintah"),
    (LawKind::PresidentialRegulation, r"perpres|peraturan\s+presiden"),
    (
        LawKind::Permenpanrb,
        r"permen\s?pan(?:\s?-?\s?(?:&\s?|dan\s)?rb)?|peraturan\s+menteri\s+(?:pan\s?-?\s?rb|pendayagunaan\s+aparatur\s+negara\s+dan\s+reformasi\s+birokrasi)",
    ),
    (LawKind::Permenkumham, r"permen\s?kumham|peraturan\s+menteri\s+hukum\s+dan\s+(?:ham|hak\s+asasi\s+manusia)"),
    (LawKind::Permenimipas, r"permen\s?imipas|peraturan\s+menteri\s+imigrasi\s+dan\s+pemasyarakatan"),
    (LawKind::Permenkes, r"permen\s?kes|peraturan\s+menteri\s+kesehatan"),
    (LawKind::Perki, r"perki|peraturan\s+komisi\s+informasi(?:\s+pusat)?"),
    (LawKind::Ombudsman, r"peraturan\s+ombudsman"),
];

static CITATION: LazyLock<Regex> = LazyLock::new(|| {
    let kinds: Vec<String> = SPELLINGS.iter().map(|(_, spelling)| format!("({spelling})")).collect();
    let of_state = r"(?:\s+(?:r\.?i\.?|republik\s+indonesia))?";
    let number = r"\s*,?\s*\b(?:no(?:mor)?\b[.:]?\s*)?(?<number>\d{1,4})";
    let year = r"\s*(?:/|\b(?:tahun|thn|th)\b\.?)\s*(?<year>(?:19|20)\d{2})\b";
    compile(&format!(r"(?i)\b(?:{}){of_state}{number}{year}", kinds.join("|")))
});
static SUBJECT: LazyLock<Regex> = LazyLock::new(|| compile(r"(?i)^\s+tentang\s+([^.,;:()\[\]\n]+)"));
// `7 ayat (2) huruf a`: what stands behind these words is no article.
static PARTS: LazyLock<Regex> =
    LazyLock::new(|| compile(r"(?i)\([^)]*\)|\b(?:ayat|huruf|angka|butir)\b\s*\(?[0-9a-z]+\)?"));
static NUMBER: LazyLock<Regex> = LazyLock::new(|| compile(r"\d+"));

fn compile(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is part of the program, and a test compiles it")
}

/// A law as a record cites it: an id of the register, or a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    written: String,
    law: Option<LawNumber>,
}

impl Cited {
    /// Returns the text as written.
    pub fn as_str(&self) -> &str {
        &self.written
    }

    /// Returns kind, number and year, where the text says them.
    pub fn law(&self) -> Option<LawNumber> {
        self.law
    }
}

impl Scalar for Cited {
    fn read(text: &str) -> Result<Self, Misread> {
        let written = String::from(Text::read(text)?);
        let law = LawNumber::of_id(&written).or_else(|| {
            let whole = CITATION.captures(&written).filter(|found| found.get(0).is_some_and(|all| all.start() == 0))?;
            law_of(&whole)
        });
        Ok(Self { written, law })
    }

    fn writing() -> Writing {
        Writing { example: "UU 25/2009", ..Text::writing() }
    }
}

impl fmt::Display for Cited {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

/// A citation inside a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention<'t> {
    /// Where it stands.
    pub bytes: Range<usize>,
    /// The law that it names.
    pub law: LawNumber,
    /// What stands behind `tentang`.
    pub subject: Option<&'t str>,
}

/// Finds the citations of a text, in order.
pub fn mentions(text: &str) -> impl Iterator<Item = Mention<'_>> {
    CITATION.captures_iter(text).filter_map(|found| {
        let bytes = found.get(0)?.range();
        let subject = SUBJECT.captures(&text[bytes.end..]).and_then(|subject| subject.get(1));
        Some(Mention { bytes, law: law_of(&found)?, subject: subject.map(|subject| subject.as_str().trim()) })
    })
}

fn law_of(found: &Captures<'_>) -> Option<LawNumber> {
    let (_, (kind, _)) = (1..).zip(&SPELLINGS).find(|(group, _)| found.get(*group).is_some())?;
    Some(LawNumber { kind: *kind, number: found["number"].parse().ok()?, year: found["year"].parse().ok()? })
}

/// Returns the numbers of the articles that a citation names: 36 and 37 of `36–37`, 7 of `7 ayat (2) huruf a`.
pub fn articles(text: &str) -> Vec<u32> {
    let bare = PARTS.replace_all(text, " ");
    NUMBER.find_iter(&bare).map(|number| number.as_str().parse().unwrap_or(u32::MAX)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn laws_are_read_as_people_write_them() {
        let cases = [
            ("pp-96-2012", "PP 96/2012"),
            ("UU 25/2009", "UU 25/2009"),
            ("PP 96 Tahun 2012", "PP 96/2012"),
            ("UU No. 25 Tahun 2009", "UU 25/2009"),
            ("UU No.25/2009 tentang Pelayanan Publik", "UU 25/2009"),
            ("Undang-Undang Republik Indonesia Nomor 22 Tahun 2022", "UU 22/2022"),
            ("undang undang nomor: 25 thn. 2009", "UU 25/2009"),
            ("Perpres Nomor 76 Tahun 2013", "Perpres 76/2013"),
            ("PermenPANRB 15/2014", "PermenPANRB 15/2014"),
            ("Permenpan RB No. 15 th 2014", "PermenPANRB 15/2014"),
            ("Permen PAN-RB 15/2014", "PermenPANRB 15/2014"),
            ("Permenpan dan RB Nomor 15 Tahun 2014", "PermenPANRB 15/2014"),
            ("Peraturan Menteri Hukum dan Hak Asasi Manusia RI Nomor 8 Tahun 2024", "Permenkumham 8/2024"),
            ("Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022", "Perppu 2/2022"),
            ("Perpu 2/2022", "Perppu 2/2022"),
            ("Peraturan Komisi Informasi Pusat Nomor 1 Tahun 2021", "PerKI 1/2021"),
            ("Peraturan Ombudsman Republik Indonesia Nomor 61 Tahun 2025", "Peraturan Ombudsman 61/2025"),
        ];
        for (text, expected) in cases {
            let law = Cited::read(text).unwrap().law().map(LawNumber::words);
            assert_eq!(law.as_deref(), Some(expected), "{text}");
        }
        for text in ["kepdirjenpas-36-2020", "UU Pelayanan Publik", "UU 25", "25/2009", "sesuai UU 25/2009"] {
            assert_eq!(Cited::read(text).unwrap().law(), None, "{text}");
        }
        assert_eq!(Cited::read(" ").err(), Some(Misread::Text));
    }

    #[test]
    fn citations_are_found_inside_a_text() {
        let text = "Menurut UU 25/2009 dan PP\nNomor 96 Tahun 2013 tentang Pelaksanaan UU 25/2009, unit wajib; \
                    KUHPP 12/2012, UUD 1945 dan pada 2024 ada 5/2020.";
        let found: Vec<(&str, String, Option<&str>)> =
            mentions(text).map(|found| (&text[found.bytes], found.law.words(), found.subject)).collect();
        let expected = [
            ("UU 25/2009", "UU 25/2009".to_owned(), None),
            ("PP\nNomor 96 Tahun 2013", "PP 96/2013".to_owned(), Some("Pelaksanaan UU 25/2009")),
            ("UU 25/2009", "UU 25/2009".to_owned(), None),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn articles_are_told_from_their_parts() {
        let cases: [(&str, &[u32]); 8] = [
            ("36", &[36]),
            ("36–37", &[36, 37]),
            ("21 huruf e", &[21]),
            ("7 ayat (2)", &[7]),
            ("7 ayat (2) dan (3), 9 ayat 1 huruf a angka 2", &[7, 9]),
            ("27A", &[27]),
            ("Pasal 54-58", &[54, 58]),
            ("penjelasan umum", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(articles(text), expected, "{text}");
        }
        assert_eq!(articles("99999999999999"), [u32::MAX]);
    }
}
