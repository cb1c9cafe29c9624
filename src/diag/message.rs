//! Problem → words, in Indonesian and English. The only place with such words.

mod english;
mod indonesian;
mod theme;
mod translation;
mod yaml;

use std::io::ErrorKind;

use super::problem::Problem;
use super::{Diagnostic, Waived, rule};
use crate::lang::Lang;

/// What a person is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// What is wrong: lower case, no full stop, names in backticks.
    pub what: String,
    /// How to mend it, in the imperative.
    pub mend: String,
    /// The legal reason, where there is one.
    pub law: Option<String>,
}

/// Words a problem at its place: what mends it for certain is said as it would be typed.
pub fn told(diagnostic: &Diagnostic, lang: Lang) -> Message {
    let mut words = message(&diagnostic.problem, lang);
    if let (Problem::Misread { .. } | Problem::DayFirst { .. }, Some(mend)) = (&diagnostic.problem, &diagnostic.mend) {
        words.mend = lang.pick(format!("tulis `{}`", mend.text), format!("write `{}`", mend.text));
    }
    Message { what: shortened(words.what), mend: shortened(words.mend), ..words }
}

// What is quoted from a file is cut where it is no word of a person: a mebibyte without a space is told by its beginning.
fn shortened(words: String) -> String {
    const LONGEST: usize = 400;
    const SHOWN: usize = 100;
    if words.split('`').all(|part| part.len() <= LONGEST) {
        return words;
    }
    let part = |(at, part): (usize, &str)| match part.char_indices().nth(SHOWN) {
        Some((end, _)) if at % 2 == 1 && part.len() > LONGEST => format!("{}…", &part[..end]),
        _ => part.to_owned(),
    };
    words.split('`').enumerate().map(part).collect::<Vec<_>>().join("`")
}

/// Words a problem.
pub fn message(problem: &Problem, lang: Lang) -> Message {
    let (what, mend) = match lang {
        Lang::Id => indonesian::message(problem),
        Lang::En => english::message(problem),
    };
    let law = match problem {
        Problem::Gap { law, .. } => Some(law.words(lang)),
        _ => rule::of(problem).law.map(str::to_owned),
    };
    Message { what, mend, law }
}

/// Words the machine's reason, where it is one that people meet; else its `own` words, in the system's language.
pub fn machine(kind: ErrorKind, own: &str, lang: Lang) -> String {
    let (id, en) = match kind {
        ErrorKind::NotFound => ("tidak ada", "there is no such file or folder"),
        ErrorKind::PermissionDenied => ("tidak ada izin", "permission denied"),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => ("ruang disk habis", "the disk is full"),
        ErrorKind::ReadOnlyFilesystem => ("disk hanya dapat dibaca", "the disk can only be read"),
        ErrorKind::NotADirectory => ("bukan folder", "not a folder"),
        ErrorKind::IsADirectory => ("sebuah folder", "a folder"),
        ErrorKind::InvalidFilename => ("nama tidak diterima oleh disk ini", "this disk does not take the name"),
        ErrorKind::Unsupported => ("bukan berkas dan bukan folder", "neither a file nor a folder"),
        _ => return own.to_owned(),
    };
    lang.pick(id, en).to_owned()
}

/// Says why a problem is left, and until when.
pub fn waived(waived: &Waived, lang: Lang) -> String {
    let until = waived.until.words(lang);
    lang.pick(format!("sampai {until}: {}", waived.reason), format!("until {until}: {}", waived.reason))
}

/// Returns the word for a severity.
pub fn severity(severity: super::Severity, lang: Lang) -> &'static str {
    use super::Severity::{Error, Gap, Waived, Warning};
    match severity {
        Error => lang.pick("galat", "error"),
        Gap => lang.pick("celah", "gap"),
        Warning => lang.pick("peringatan", "warning"),
        Waived => lang.pick("dikecualikan", "waived"),
    }
}

// The digits that "Rp 50.000,-" most likely means; a decimal part after a comma is not money in whole rupiah.
fn whole_in(found: &str) -> String {
    let before_comma = found.split(',').next().unwrap_or(found);
    let digits: String = before_comma.chars().filter(char::is_ascii_digit).collect();
    if digits.is_empty() { "12".to_owned() } else { digits }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_quoted_is_cut_and_what_is_said_is_not() {
        let said = "kata ".repeat(200);
        assert_eq!(shortened(said.clone()), said);
        let quoted = shortened(format!("kunci `{}` tidak dikenal", "é".repeat(5_000)));
        assert_eq!(quoted, format!("kunci `{}…` tidak dikenal", "é".repeat(100)));
        assert_eq!(shortened("`a` dan `b`".to_owned()), "`a` dan `b`");
    }
}
