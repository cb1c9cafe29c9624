//! Finished parts that pages share. A template arranges them; it computes nothing.

use serde::Serialize;

/// A text that may lead somewhere. Without `href` the page it meant is not published, and the text stands alone.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    /// What to read.
    pub text: String,
    /// Where it leads, relative to the page it stands on.
    pub href: Option<String>,
}

impl Link {
    /// A text that leads nowhere.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), href: None }
    }

    /// A link to another site, or to a telephone or mail program.
    pub fn outside(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: Some(href.into()) }
    }
}

/// How a state is shown: always a word, with a shape and a colour by tone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Tone {
    /// Done, valid, fresh.
    Ok,
    /// Due soon, getting old.
    Soon,
    /// Overdue, expired, stale.
    Late,
    /// Not there.
    Missing,
    /// A fact without a judgement.
    Neutral,
    /// Made up, to show how it looks.
    Example,
}

/// A state in a word.
#[derive(Debug, Clone, Serialize)]
pub struct Tag {
    /// The word.
    pub text: String,
    /// Its tone.
    pub tone: Tone,
}

impl Tag {
    /// Makes a tag.
    pub fn new(text: impl Into<String>, tone: Tone) -> Self {
        Self { text: text.into(), tone }
    }
}

/// One line of a list of facts: what it is, what is known of it, the law that asks for it.
#[derive(Debug, Clone, Serialize)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// What is known. Empty means that it is missing: the page prints "Belum ditetapkan".
    pub values: Vec<Link>,
    /// The law that asks for it.
    pub law: Option<String>,
    /// Small print below the values.
    pub note: Option<String>,
}

impl Fact {
    /// A fact with one value, or missing.
    pub fn new(label: impl Into<String>, value: Option<impl Into<String>>) -> Self {
        Self::of(label, value.map(Link::plain))
    }

    /// A fact with linked values; none of them means missing.
    pub fn of(label: impl Into<String>, values: impl IntoIterator<Item = Link>) -> Self {
        Self { label: label.into(), values: values.into_iter().collect(), law: None, note: None }
    }

    /// Adds the law that asks for it.
    #[must_use]
    pub fn by(mut self, law: impl Into<String>) -> Self {
        self.law = Some(law.into());
        self
    }

    /// Adds small print.
    #[must_use]
    pub fn noted(mut self, note: Option<String>) -> Self {
        self.note = note;
        self
    }
}

/// One of the few facts that stand large.
#[derive(Debug, Clone, Serialize)]
pub struct ShortFact {
    /// What it is.
    pub label: &'static str,
    /// What is known; missing means "Belum ditetapkan".
    pub value: Option<String>,
    /// Small print below it.
    pub note: Option<String>,
}

/// When and by which post facts were checked, and how fresh that is, in words too.
#[derive(Debug, Clone, Serialize)]
pub struct Checked {
    /// The sentence.
    pub text: String,
    /// How fresh.
    pub tone: Tone,
}

/// HTML made by this program from Markdown; beside `Svg` the only text that templates may print unescaped.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct Html(pub String);

/// A drawing made by this program (`draw::canvas`), which escapes what it is given; templates print it as it is.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct Svg(pub String);

/// A drawing of figures, with what is to be seen in it said in a sentence.
#[derive(Debug, Clone, Serialize)]
pub struct Chart {
    /// The sentence: a value, of how many, when.
    pub finding: String,
    /// The drawing.
    pub svg: Svg,
    /// What else is needed to read it.
    pub notes: Vec<String>,
}

/// How a part of an overview page is shown: by what it is, not by how it looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Shape {
    /// Records to read one by one.
    List,
    /// Names to find one among many.
    Directory,
    /// What happened, latest first.
    Timeline,
    /// One sentence that says how things stand.
    Finding,
    /// One thing to do.
    Call,
}

/// A part of an overview page: what one kind has to say there.
#[derive(Debug, Clone, Serialize)]
pub struct Section {
    /// Smaller comes first; equals stand in the order of the kinds.
    #[serde(skip)]
    pub rank: u8,
    /// How it is shown.
    pub shape: Shape,
    /// Names the part within the page.
    pub anchor: &'static str,
    /// Its heading.
    pub title: String,
    /// A sentence that sums it up.
    pub lead: Option<String>,
    /// Its entries.
    pub entries: Vec<SectionEntry>,
    /// Where all of it is.
    pub more: Option<Link>,
}

impl Section {
    /// Puts sections in order.
    pub fn sorted(sections: impl Iterator<Item = Self>) -> Vec<Self> {
        let mut sections: Vec<Self> = sections.collect();
        sections.sort_by_key(|section| section.rank);
        sections
    }
}

/// One entry of a section.
#[derive(Debug, Clone, Serialize)]
pub struct SectionEntry {
    /// What it is and where it leads.
    pub link: Link,
    /// Short facts, in one line.
    pub meta: String,
    /// States.
    pub tags: Vec<Tag>,
    /// A sentence.
    pub text: Option<String>,
}

/// Ways to lists that were made beforehand: what they are chosen by, and each with its count.
#[derive(Debug, Clone, Serialize)]
pub struct Choices {
    /// What they are chosen by.
    pub name: String,
    /// The lists; one without entries has no address.
    pub options: Vec<Choice>,
}

/// A list to choose.
#[derive(Debug, Clone, Serialize)]
pub struct Choice {
    /// Its name and where it is.
    pub link: Link,
    /// How many entries it has, in words.
    pub count: Option<String>,
    /// Whether the page belongs to it.
    pub current: bool,
}

/// The pages before and after one of a list.
#[derive(Debug, Clone, Serialize)]
pub struct Pager {
    /// This page's number, from 1.
    pub number: usize,
    /// How many there are.
    pub total: usize,
    /// How many entries all pages have together.
    pub entries: usize,
    /// The page with newer entries.
    pub newer: Option<Link>,
    /// The page with older entries.
    pub older: Option<Link>,
}

/// A telephone number as typed, leading to the telephone. Groups are held together by non-breaking spaces.
pub fn phone(typed: &str) -> Link {
    let digits: String = typed.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    Link::outside(unbroken(typed), format!("tel:{digits}"))
}

/// A WhatsApp number as typed, leading to a chat.
pub fn whatsapp(typed: &str) -> Link {
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    // A number written for use inside the country.
    let digits = digits.strip_prefix('0').map_or(digits.clone(), |rest| format!("62{rest}"));
    Link::outside(unbroken(typed), format!("https://wa.me/{digits}"))
}

fn unbroken(typed: &str) -> String {
    typed.trim().replace(' ', "\u{a0}").replace('-', "\u{2011}")
}

/// A web address as typed; only http and https become links.
pub fn web(typed: &str) -> Link {
    let safe = typed.starts_with("https://") || typed.starts_with("http://");
    if safe { Link::outside(typed, typed) } else { Link::plain(typed) }
}
