//! What must not be published: personal data and traces of hijacking in texts, traces of people in pictures.
//!
//! Pure functions from text or bytes to findings. They know no kind and no page; who asks says where a finding stands and
//! how grave it is. Every search is linear in the length of the text: what decides looks at one passage at a time, and a
//! passage has a greatest length.

mod birth;
pub mod emblem;
mod foreign;
mod gambling;
mod hidden;
mod initials;
mod lists;
mod names;
mod numbers;
mod packed;
mod passage;
mod people;
mod picture;
mod signs;
mod style;
mod tag;
mod words;

use std::collections::BTreeSet;
use std::ops::Range;

pub use picture::{Trace, TraceKind};
use signs::{Sign, Signs};

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// The number of an identity card (NIK).
    Nik,
    /// The number of a family card (KK).
    FamilyCard,
    /// The number of a civil servant (NIP).
    Nip,
    /// A telephone number that no record of the site lists.
    Phone,
    /// The date on which a person was born.
    BirthDate,
    /// Initials of a person in custody or in a case.
    Initials,
    /// The name of a person in custody, a visitor or a complainant.
    Name,
    /// An advertisement of gambling.
    Gambling,
    /// Text that readers do not see but search engines read, or letters that pretend to be others.
    HiddenText,
    /// A frame, script, picture, style or handler that brings in what is not the site's own.
    ForeignFrame,
    /// Code that hides what it does.
    PackedCode,
}

/// A place in a text with what is wrong there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What was found.
    pub what: What,
    /// Where it stands.
    pub bytes: Range<usize>,
    /// What a message may quote: numbers and dates are masked, long matches cut.
    pub shown: String,
}

/// Which language a text is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    /// YAML and Markdown of a site.
    Content,
    /// HTML templates of a theme.
    Template,
    /// Style sheets of a theme.
    Style,
}

/// What a site says openly about its offices, so that it is no secret anywhere on the site.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    phones: BTreeSet<String>,
    people: Vec<BTreeSet<String>>,
    bodies: BTreeSet<String>,
}

impl Known {
    /// Collects the telephone numbers of facilities, institutions and channels, the names of people in office, and the
    /// names of facilities and institutions, each as it is written in the records.
    pub fn new<'a>(
        phones: impl IntoIterator<Item = &'a str>,
        people: impl IntoIterator<Item = &'a str>,
        bodies: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        Self {
            phones: phones.into_iter().map(numbers::national).collect(),
            people: people.into_iter().map(names::person).filter(|words| !words.is_empty()).collect(),
            bodies: bodies.into_iter().flat_map(names::body).collect(),
        }
    }
}

/// A text that may be looked at for several things, read once.
#[derive(Debug)]
pub struct Scanned<'a> {
    text: &'a str,
    signs: Signs,
}

impl<'a> Scanned<'a> {
    /// Reads a text.
    pub fn new(text: &'a str) -> Self {
        Self { text, signs: Signs::read(text) }
    }

    /// Finds personal data, in order of place.
    pub fn privacy(&self, known: &Known) -> Vec<Finding> {
        let mut found = numbers::find(self.text, known);
        found.extend(birth::find(self.text, &self.signs));
        for passage in passage::with(self.text, self.signs.of(Sign::Person)) {
            let words = words::read(self.text, passage);
            found.extend(initials::find(&words, known));
            found.extend(people::find(&words, known));
        }
        in_order(found)
    }

    /// Finds what hijackers leave behind, in order of place.
    pub fn hijack(&self, medium: Medium) -> Vec<Finding> {
        let mut found = gambling::find(self.text, &self.signs);
        found.extend(hidden::find(self.text, medium));
        found.extend(foreign::find(self.text, medium));
        found.extend(packed::find(self.text, &self.signs, medium));
        in_order(found)
    }
}

/// Finds what a picture tells about people beside what it shows. Understands JPEG, PNG, WebP and GIF; of any other file, and
/// of a broken one, it says nothing beyond what it could read.
pub fn picture(bytes: &[u8]) -> Vec<Trace> {
    picture::find(bytes)
}

/// Sorts by place and drops what lies inside an earlier finding of the same kind.
fn in_order(mut found: Vec<Finding>) -> Vec<Finding> {
    found.sort_by(|a, b| (a.what, a.bytes.start, b.bytes.end).cmp(&(b.what, b.bytes.start, a.bytes.end)));
    found.dedup_by(|later, earlier| later.what == earlier.what && later.bytes.start < earlier.bytes.end);
    found.sort_by_key(|finding| (finding.bytes.start, finding.bytes.end, finding.what));
    found
}

/// A finding that may be quoted, cut to what fits into a message.
fn quoted(text: &str, what: What, bytes: Range<usize>) -> Finding {
    const LONGEST: usize = 60;
    let whole = text[bytes.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
    let mut shown: String = whole.chars().take(LONGEST).collect();
    if shown.len() < whole.len() {
        shown.push('…');
    }
    Finding { what, bytes, shown }
}
