//! Languages and the words that exist in both: labels, numbers. Sentences about problems live in `diag::message`.

use rust_decimal::Decimal;
use serde::Serialize;

/// A language that people read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Lang {
    /// Indonesian, the language of the law and the default.
    #[default]
    Id,
    /// English.
    En,
}

impl Lang {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::Id, Self::En];

    /// Returns the language tag of BCP 47.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::En => "en",
        }
    }

    /// Returns the way it is written, where that is not from left to right.
    pub const fn direction(self) -> Option<&'static str> {
        match self {
            Self::Id | Self::En => None,
        }
    }

    /// Picks the text of this language.
    pub fn pick<T>(self, id: T, en: T) -> T {
        match self {
            Self::Id => id,
            Self::En => en,
        }
    }
}

/// A short text that is known in both languages when the program is compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    /// Indonesian, in the words of the law.
    pub id: &'static str,
    /// English.
    pub en: &'static str,
}

impl Label {
    /// Makes a label.
    pub const fn new(id: &'static str, en: &'static str) -> Self {
        Self { id, en }
    }

    /// Returns the text in `lang`.
    pub const fn of(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Id => self.id,
            Lang::En => self.en,
        }
    }
}

impl Serialize for Label {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id)
    }
}

/// Writes a whole number with thousands set apart: `10.000` in Indonesian, `10,000` in English. A number beyond `i64` does
/// not occur; it is written as the largest.
pub fn whole(number: impl TryInto<i64>, lang: Lang) -> String {
    let number = number.try_into().unwrap_or(i64::MAX);
    group(&number.unsigned_abs().to_string(), number < 0, lang)
}

/// Writes a decimal with all the places it carries: `82,50` in Indonesian, `82.50` in English.
pub fn decimal(number: Decimal, lang: Lang) -> String {
    let text = number.abs().to_string();
    let (before, after) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = group(before, number.is_sign_negative() && !number.is_zero(), lang);
    if !after.is_empty() {
        out.push(lang.pick(',', '.'));
        out.push_str(after);
    }
    out
}

/// Writes the years for which something holds: `2022–2024`, `sejak 2025`.
pub fn years(from: Option<u32>, to: Option<u32>, lang: Lang) -> String {
    match (from, to) {
        (Some(from), Some(to)) => format!("{from}–{to}"),
        (Some(from), None) => format!("{} {from}", lang.pick("sejak", "since")),
        (None, Some(to)) => format!("{} {to}", lang.pick("sampai", "until")),
        (None, None) => lang.pick("masa tidak disebut", "no years given").to_owned(),
    }
}

fn group(digits: &str, negative: bool, lang: Lang) -> String {
    let mut out = String::from(if negative { "-" } else { "" });
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(lang.pick('.', ','));
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_in_each_language() {
        assert_eq!(whole(0, Lang::Id), "0");
        assert_eq!(whole(-1_234_567, Lang::Id), "-1.234.567");
        assert_eq!(whole(1_000, Lang::En), "1,000");
        assert_eq!(decimal(Decimal::new(8250, 2), Lang::Id), "82,50");
        assert_eq!(decimal(Decimal::new(-100_005, 1), Lang::En), "-10,000.5");
    }
}
