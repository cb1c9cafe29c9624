//! Values that stand in a single scalar of a file: how their text is read, and how a wrong text is described.

use std::str::FromStr;

use rust_decimal::Decimal;

use crate::lang::Label;

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
    /// One of a closed list of words.
    Choice(&'static [&'static str]),
}

/// A value that people write as one scalar.
pub trait Scalar: Sized {
    /// Reads the value from the text as typed.
    ///
    /// # Errors
    /// Says what was wanted when the text is not such a value.
    fn read(text: &str) -> Result<Self, Misread>;

    /// Returns the allowed words if the list is closed.
    fn choices() -> Option<&'static [&'static str]> {
        None
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
}

impl Scalar for u64 {
    fn read(text: &str) -> Result<Self, Misread> {
        let digits = text.trim();
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(Misread::Whole);
        }
        digits.parse().map_err(|_| Misread::Whole)
    }
}

impl Scalar for u32 {
    fn read(text: &str) -> Result<Self, Misread> {
        u64::read(text)?.try_into().map_err(|_| Misread::Whole)
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
}

impl Scalar for bool {
    fn read(text: &str) -> Result<Self, Misread> {
        match text.trim() {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(Misread::Flag),
        }
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
            fn choices() -> Option<&'static [&'static str]> {
                Some(&[$($key,)+])
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
        assert_eq!(Text::read(" \n"), Err(Misread::Text));
    }
}
