//! Values that stand in a single scalar of a file: how their text is read, and how a wrong text is described.

use std::str::FromStr;

use rust_decimal::Decimal;

use crate::lang::Label;
use crate::model::date::Date;
use crate::text;

/// Why a scalar could not be read: what was wanted. The words are in `diag::message`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misread {
    /// A text that says something.
    Text,
    /// A calendar date.
    Date,
    /// A date with an optional time of day.
    Moment,
    /// A time of day.
    TimeOfDay,
    /// A whole number from zero up.
    Whole,
    /// A decimal number.
    Decimal,
    /// `true` or `false`.
    Flag,
    /// An id: lower-case ASCII letters, digits, hyphens; parts parted by slashes.
    Id,
    /// A colour.
    Colour,
    /// One of a closed list of words.
    Choice(&'static [&'static str]),
}

/// What must be said aloud about a text, although it can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// The weekday is not the one of the date.
    Weekday {
        /// As written.
        written: String,
        /// The date with its true weekday.
        actual: String,
    },
    /// Day and month could be taken for each other; the day is read first.
    DayFirst {
        /// The date as it is read.
        read: Date,
    },
}

/// A value that people write as one scalar.
pub trait Scalar: Sized {
    /// Reads the value from the text as typed.
    ///
    /// # Errors
    /// Says what was wanted when the text is not such a value.
    fn read(text: &str) -> Result<Self, Misread>;

    /// Returns the text that was certainly meant by one that cannot be read.
    fn meant(_text: &str) -> Option<String> {
        None
    }

    /// Returns the values that may be meant by a text that leaves something out: a date without its year.
    fn guesses(_text: &str, _today: Date) -> Vec<String> {
        Vec::new()
    }

    /// Returns what must be said aloud about a text that can be read.
    fn doubt(_text: &str) -> Option<Doubt> {
        None
    }

    /// Returns the allowed words if the list is closed.
    fn choices() -> Option<&'static [&'static str]> {
        None
    }

    /// Says how the value is written, for programs that help people write it.
    fn writing() -> Writing;
}

/// How a scalar is written, as far as the shape of its text tells: a 30 February has the shape of a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Writing {
    /// A regular expression (ECMA-262, as JSON Schema has them) that every such text matches.
    pub pattern: &'static str,
    /// What else than a text YAML may take it for, as JSON Schema calls it: `number`.
    pub taken_for: &'static [&'static str],
    /// A value that is right.
    pub example: &'static str,
    /// The words of a closed list, each with its label; empty where the list is open.
    pub choices: Vec<(&'static str, Label)>,
}

impl Writing {
    /// Describes an open list of values.
    pub const fn like(example: &'static str, pattern: &'static str, taken_for: &'static [&'static str]) -> Self {
        Self { pattern, taken_for, example, choices: Vec::new() }
    }

    /// Describes a closed list.
    pub fn one_of<C: Choice>() -> Self {
        let choices: Vec<(&str, Label)> = C::ALL.iter().map(|choice| (choice.key(), choice.label())).collect();
        Self { example: choices.first().map_or("", |(key, _)| key), choices, ..Self::like("", "", &[]) }
    }
}

/// A text that says something: trimmed, never empty.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text(String);

impl Text {
    /// Returns the text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.0
    }
}

impl Scalar for Text {
    fn read(text: &str) -> Result<Self, Misread> {
        let text = text.trim();
        if text.is_empty() { Err(Misread::Text) } else { Ok(Self(text.to_owned())) }
    }

    fn writing() -> Writing {
        Writing::like("Teks", r"\S", &["number", "boolean"])
    }
}

impl Scalar for u64 {
    fn read(text: &str) -> Result<Self, Misread> {
        let digits = text.trim();
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(Misread::Whole);
        }
        digits.parse().map_err(|_| Misread::Whole)
    }

    fn meant(text: &str) -> Option<String> {
        rupiah(text)
    }

    fn writing() -> Writing {
        Writing::like("12", r"^\s*[0-9]+\s*$", &["integer"])
    }
}

// `Rp 50.000,-`, `Rp50.000,00`, `50.000` → `50000`. What does not fall into groups of three may be a decimal.
fn rupiah(text: &str) -> Option<String> {
    let text = text.trim();
    let bare = text.strip_prefix("Rp").or(text.strip_prefix("rp")).or(text.strip_prefix("IDR")).unwrap_or(text);
    let bare = bare.strip_prefix('.').unwrap_or(bare).trim();
    let bare = [",-", ",00", ".-"].into_iter().find_map(|end| bare.strip_suffix(end)).unwrap_or(bare);
    let mut groups = bare.split('.');
    let first = groups.next()?;
    let is_number = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let fits = (1..=3).contains(&first.len()) || !bare.contains('.');
    let whole =
        fits && !first.is_empty() && is_number(first) && groups.all(|group| group.len() == 3 && is_number(group));
    whole.then(|| bare.replace('.', "")).filter(|digits| digits != text)
}

impl Scalar for u32 {
    fn read(text: &str) -> Result<Self, Misread> {
        u64::read(text)?.try_into().map_err(|_| Misread::Whole)
    }

    fn meant(text: &str) -> Option<String> {
        u64::meant(text)
    }

    fn writing() -> Writing {
        u64::writing()
    }
}

impl Scalar for Decimal {
    fn read(text: &str) -> Result<Self, Misread> {
        let text = text.trim();
        if !text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-')) {
            return Err(Misread::Decimal);
        }
        Self::from_str(text).map_err(|_| Misread::Decimal)
    }

    // `82,50` → `82.50`
    fn meant(text: &str) -> Option<String> {
        let (whole, places) = text.trim().split_once(',')?;
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        (digits(whole) && digits(places)).then(|| format!("{whole}.{places}"))
    }

    fn writing() -> Writing {
        Writing::like("82.50", r"^\s*-?[0-9]*\.?[0-9]+\s*$", &["number"])
    }
}

impl Scalar for bool {
    fn read(text: &str) -> Result<Self, Misread> {
        match text.trim() {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(Misread::Flag),
        }
    }

    fn meant(text: &str) -> Option<String> {
        match text.trim().to_lowercase().as_str() {
            "ya" | "iya" | "yes" | "y" | "on" | "benar" | "true" => Some("true".to_owned()),
            "tidak" | "no" | "n" | "off" | "bukan" | "false" => Some("false".to_owned()),
            _ => None,
        }
    }

    fn writing() -> Writing {
        Writing::like("true", r"^\s*(true|false)\s*$", &["boolean"])
    }
}

/// A closed list of words of the law, each with a label in both languages.
pub trait Choice: Copy + Eq + 'static {
    /// Every value in the order people should meet them.
    const ALL: &'static [Self];

    /// Returns the word as written in files and published in data.
    fn key(self) -> &'static str;

    /// Returns the word for people.
    fn label(self) -> Label;
}

/// Returns the word that a text certainly means: the label, or the word with one slip.
pub fn meant_choice<C: Choice>(text: &str) -> Option<String> {
    let text = text.trim();
    let labelled = C::ALL.iter().find(|choice| {
        let Label { id, en } = choice.label();
        id.eq_ignore_ascii_case(text) || en.eq_ignore_ascii_case(text)
    });
    let word = labelled.map(|choice| choice.key());
    word.or_else(|| text::certain(text, C::ALL.iter().map(|choice| choice.key()))).map(str::to_owned)
}

/// Declares a closed list once: variant, word in files and data, label in Indonesian and English.
///
/// ```text
/// choice! {
///     /// How loud a notice is.
///     pub enum Level {
///         /// Important.
///         Important = "penting", "Penting", "Important";
///     }
/// }
/// ```
/// expands to the enum, its `Choice` table and its `Scalar` reader.
macro_rules! choice {
    ($(#[$doc:meta])* pub enum $name:ident { $($(#[$vdoc:meta])* $variant:ident = $key:literal, $id:literal, $en:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$vdoc])* $variant,)+ }

        impl $crate::model::scalar::Choice for $name {
            const ALL: &'static [Self] = &[$(Self::$variant,)+];
            fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)+ }
            }
            fn label(self) -> $crate::lang::Label {
                match self { $(Self::$variant => $crate::lang::Label::new($id, $en),)+ }
            }
        }

        impl $crate::model::scalar::Scalar for $name {
            fn read(text: &str) -> Result<Self, $crate::model::scalar::Misread> {
                match text.trim() {
                    $($key => Ok(Self::$variant),)+
                    _ => Err($crate::model::scalar::Misread::Choice(&[$($key,)+])),
                }
            }
            fn meant(text: &str) -> Option<String> {
                $crate::model::scalar::meant_choice::<Self>(text)
            }
            fn choices() -> Option<&'static [&'static str]> {
                Some(&[$($key,)+])
            }
            fn writing() -> $crate::model::scalar::Writing {
                $crate::model::scalar::Writing::one_of::<Self>()
            }
        }
    };
}
pub(crate) use choice;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scalars_take_only_what_they_are() {
        assert_eq!(u64::read(" 50000 "), Ok(50_000));
        for wrong in ["Rp 50.000,-", "50.000", "-1", "1e3", "", "٣", "99999999999999999999"] {
            assert_eq!(u64::read(wrong), Err(Misread::Whole), "{wrong}");
        }
        assert_eq!(u32::read("4294967296"), Err(Misread::Whole));
        assert_eq!(Decimal::read("3.10").map(|d| d.to_string()), Ok("3.10".into()));
        for wrong in ["3,10", "1e3", "", ".", "0x1F"] {
            assert_eq!(Decimal::read(wrong), Err(Misread::Decimal), "{wrong}");
        }
        assert_eq!(bool::read("ya"), Err(Misread::Flag));
        for (wrong, meant) in [
            ("Rp 50.000,-", Some("50000")),
            ("Rp.1.250.000,00", Some("1250000")),
            ("50.000", Some("50000")),
            ("5.00", None),
            ("1e3", None),
            ("Rp", None),
            ("50000", None),
        ] {
            assert_eq!(u64::meant(wrong).as_deref(), meant, "{wrong}");
        }
        assert_eq!(Decimal::meant("82,50").as_deref(), Some("82.50"));
        assert_eq!((bool::meant("Tidak").as_deref(), bool::meant("x")), (Some("false"), None));
        assert_eq!(Text::read(" \n"), Err(Misread::Text));
    }
}
