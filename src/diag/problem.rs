//! Every problem as data: what it carries. Its name is in `code`, its severity and reason are in its rule, its words in `message`.

use std::io::ErrorKind;

use rust_decimal::Decimal;

use super::flaw::{FlowFlaw, ThemeFlaw, TimeFlaw, TranslationFlaw};
use crate::diag::yaml::{Outside, Reason};
use crate::lang::Label;
use crate::model::colour::Colour;
use crate::model::date::Date;
use crate::model::law_ref::LawRef;
use crate::model::scalar::Misread;
use crate::scan::emblem::Unfit;
use crate::scan::{Trace, What};

/// The shape of a piece of YAML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One value.
    Scalar,
    /// A list (`- …` or `[…]`).
    List,
    /// Keys and values.
    Map,
}

/// A slip in Markdown that costs the reader something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slip {
    /// A link or picture without an address.
    EmptyUrl,
    /// A link without text.
    LinkWithoutText,
    /// A heading without text.
    EmptyHeading,
    /// A heading more than one level below the one before.
    SkippedLevel,
    /// A label that is defined nowhere.
    UnknownReference(String),
    /// A footnote that nothing refers to.
    UnusedFootnote(String),
    /// A second footnote with the same label.
    DuplicateFootnote(String),
}

/// Something wrong with the content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    // --- files
    /// Bytes that are not UTF-8, as Windows editors write them.
    NotUtf8 {
        /// The line as it was most likely meant.
        meant: Option<String>,
    },
    /// A site without settings.
    SettingsMissing,
    /// A site without any content.
    ContentEmpty,
    /// A text file over the size that people write.
    TooLarge {
        /// The limit in KiB.
        limit: usize,
    },
    /// A file that no part of the program reads.
    UnknownFile {
        /// The nearest known pattern.
        near: Option<String>,
    },
    /// A symbolic link that leads out of the site.
    LinkOutside {
        /// Where it leads.
        target: String,
    },
    /// A symbolic link to a folder that holds it.
    LinkLoop,
    /// A name that is not UTF-8.
    NameNotUtf8,
    /// A file that could not be read.
    Unreadable {
        /// The kind of the machine's reason.
        kind: ErrorKind,
        /// The machine's own words.
        reason: String,
    },
    /// A translation that is not published, or not as it was meant.
    Translation(TranslationFlaw),
    /// A file or folder name that cannot be an id.
    BadName {
        /// The name.
        name: String,
        /// What it could be.
        mend: String,
    },

    // --- YAML
    /// Text that is not YAML.
    YamlSyntax {
        /// Why.
        reason: Reason,
    },
    /// More problems of one file than are told one by one.
    More {
        /// How many more.
        count: usize,
    },
    /// A tab where YAML wants spaces.
    TabIndent,
    /// A colon inside a text that stands without quotes.
    ColonInText {
        /// The text in quotes.
        quoted: String,
    },
    /// A part of YAML that is not read here.
    YamlOutside(Outside),
    /// A second YAML document in one file.
    SecondDocument,
    /// One key twice in one map.
    DuplicateKey {
        /// The key.
        key: String,
    },
    /// A key that the format does not know.
    UnknownKey {
        /// The key.
        key: String,
        /// The nearest known one.
        near: Option<String>,
        /// All that are known here.
        known: Vec<String>,
    },
    /// A list where a text belongs, and so on.
    WrongShape {
        /// What belongs here.
        want: Shape,
        /// What stands here.
        found: Shape,
    },
    /// A key that must be there is not.
    MissingKey {
        /// The key.
        key: &'static str,
    },
    /// A scalar that could not be read.
    Misread {
        /// What was typed.
        found: String,
        /// What was wanted.
        want: Misread,
    },
    /// A front matter that never ends.
    FrontMatterUnclosed,
    /// A text without front matter.
    FrontMatterMissing,

    // --- references
    /// A reference to a record that does not exist.
    Dangling {
        /// What kind of record.
        kind: Label,
        /// The id as written.
        id: String,
        /// The nearest existing one.
        near: Option<String>,
    },
    /// A second record with the same id.
    DuplicateId {
        /// The id.
        id: String,
    },
    /// Two pages at one address.
    AddressTaken {
        /// The address.
        address: String,
        /// The file that has it already.
        other: String,
    },
    /// A file that a record points at and that is not there.
    AssetMissing {
        /// The file as written.
        name: String,
        /// The nearest existing one.
        near: Option<String>,
    },
    /// A path that leaves the content folder.
    PathEscapes {
        /// The path as written.
        path: String,
    },

    // --- Markdown
    /// HTML in Markdown; it is dropped.
    RawHtml {
        /// The element.
        tag: String,
    },
    /// A link whose scheme could run code.
    UnsafeLink {
        /// The scheme.
        scheme: String,
    },
    /// A link to a page that does not exist.
    BrokenLink {
        /// The address as written.
        target: String,
        /// The nearest existing one.
        near: Option<String>,
    },
    /// Emphasis with single stars, as WhatsApp writes bold.
    StarEmphasis {
        /// The words between the stars.
        words: String,
    },
    /// A picture without a text for those who cannot see it.
    ImageWithoutAlt,
    /// A slip that costs the reader something.
    MarkdownSlip(Slip),

    // --- the law
    /// Something the law asks for is not there.
    Gap {
        /// The code of its rule: `component-missing`.
        code: &'static str,
        /// What is missing.
        what: Label,
        /// The provision.
        law: LawRef,
    },
    /// Parts that do not add up to their whole.
    SumMismatch {
        /// The key of the whole.
        whole: &'static str,
        /// The whole as stated.
        stated: u64,
        /// The sum of the parts.
        sum: u64,
    },
    /// An end before its start.
    EndsBeforeStart,
    /// Two that cannot hold the same thing at once, and do.
    HeldOverlap {
        /// What both hold: a post, or a key.
        what: String,
        /// The one that is written first.
        one: String,
        /// The other.
        other: String,
        /// The first day on which both hold it.
        day: Date,
    },
    /// A number outside its range.
    OutOfRange {
        /// The number as written.
        found: String,
        /// The range for people: `1–4`.
        range: String,
    },
    /// A stated value that differs from the derived one.
    Disagrees {
        /// What is stated.
        what: Label,
        /// The value in the file.
        stated: String,
        /// The value that follows from the data.
        derived: String,
    },
    /// A word that may only stand with another (`ditolak` needs `alasan`).
    Needs {
        /// What stands there.
        what: String,
        /// The key it needs.
        key: &'static str,
        /// Why.
        why: Label,
    },
    /// Two statements that cannot both hold.
    Clash {
        /// The key of the one.
        key: &'static str,
        /// The other, as it would be written.
        with: String,
    },
    /// A verdict by somebody who did not oversee.
    VerdictNotByOverseer,
    /// A complaint channel that nobody has ever tried.
    ChannelUnverified,
    /// A person where the post in charge belongs.
    OwnerNotAPost {
        /// As written.
        owner: String,
    },
    /// A grade at an event that grades nobody.
    NotAnAssessment {
        /// What the event is.
        kind: &'static str,
    },
    /// A file of a document that is excluded from publication.
    ExcludedFile,
    /// A step of an SOP that does not exist.
    NoSuchStep {
        /// The step's number.
        step: u32,
    },
    /// An SOP without exactly one step that begins.
    SopStarts {
        /// How many begin.
        count: usize,
    },
    /// An actor of an SOP that is not declared.
    NoSuchActor {
        /// The actor as written.
        actor: String,
        /// The nearest declared one.
        near: Option<String>,
    },
    /// A flow of an SOP that cannot be followed to an end.
    Flow(FlowFlaw),
    /// Periods, sessions or days that cannot stand so.
    Time(TimeFlaw),
    /// A standard, channel or fact whose last check is too long ago.
    Stale {
        /// What was last checked, up to the date: `Data fasilitas terakhir diperiksa`.
        what: Label,
        /// The day it was checked.
        on: Date,
    },
    /// A licence, channel or document past its end.
    Expired {
        /// What ended.
        what: Label,
        /// The day it ended.
        on: Date,
    },
    /// A citation of a law that was revoked.
    LawRevoked {
        /// The law.
        law: String,
        /// The law that revoked it.
        by: Option<String>,
    },
    /// A citation of a law that the register does not have.
    LawUnknown {
        /// The law as written.
        law: String,
        /// The law that was probably meant.
        near: Option<String>,
    },
    /// A citation of an article that its law does not have.
    ArticleUnknown {
        /// The law.
        law: String,
        /// The article.
        article: u32,
        /// How many the law has.
        count: u32,
        /// Whether somebody compared that with the law.
        checked: bool,
    },
    /// A citation in a text that is probably a slip.
    LawInText {
        /// The law as written, in the short way.
        law: String,
        /// The law that was probably meant.
        near: String,
    },
    /// A scheme of bands for figures of another time.
    SchemeOutOfTime {
        /// The scheme.
        scheme: String,
        /// The first year for which it holds.
        from: Option<u32>,
        /// The last year for which it holds.
        to: Option<u32>,
        /// The year of the figure.
        year: i32,
        /// The scheme for that year.
        near: Option<String>,
    },
    /// Working days of a year whose holidays are not known, although it runs.
    CalendarUnknown {
        /// The year.
        year: i32,
    },
    /// An SOP that takes longer than the service promises, even when every answer is yes.
    SopTooLong {
        /// How long the SOP takes.
        takes: String,
        /// How long the service may take.
        promised: String,
    },
    /// The word `hari` alone.
    DayAmbiguous,
    /// A weekday that is not the one of its date.
    WeekdayMismatch {
        /// The weekday as written.
        written: String,
        /// The date with its true weekday.
        actual: String,
    },
    /// A body that no longer stood above the facility on the date of the item.
    AffiliationOutOfDate {
        /// Its name.
        name: String,
        /// The bodies that stood above it then.
        then: String,
    },
    /// A text that calls free what is not.
    ClaimFree {
        /// The words.
        said: String,
        /// The service that costs something.
        service: String,
        /// What it costs.
        fee: String,
    },
    /// Hours in a text that are not those of the service.
    ClaimHours {
        /// The words.
        said: String,
        /// The hours on record.
        known: String,
    },
    /// A figure that differs from what the programme counted on the same day.
    ClaimCount {
        /// The figure.
        said: String,
        /// What was counted.
        counted: String,
    },
    /// A number of people in a text without a day and a source.
    FigureUnsourced {
        /// The words.
        said: String,
    },
    /// A text with commas where a list belongs; it was read as the list.
    ListAsText {
        /// The list as it would be written.
        list: String,
    },
    /// A topic that is one letter off another.
    TopicNear {
        /// The topic as written.
        topic: String,
        /// The one that most items use.
        near: String,
    },
    /// An item whose day has not come, although nobody said that it should wait.
    DateAhead {
        /// The day.
        date: Date,
    },
    /// A text too long to be read on a telephone.
    LongPage {
        /// How many words it has.
        words: usize,
    },
    /// A word that the law has replaced.
    OldTerm {
        /// The word as written.
        found: String,
        /// The word of the law.
        term: &'static str,
    },
    /// A date without its year.
    YearMissing {
        /// As written.
        found: String,
        /// Dates that it may mean, the likeliest first.
        guesses: Vec<String>,
    },
    /// A date whose day and month could be taken for each other.
    DayFirst {
        /// The date as it is read.
        read: Date,
    },
    /// Something that cannot be an address of a page of this site.
    NotAnAddress {
        /// As written.
        found: String,
    },
    /// A figure that does not say when it held or who says so.
    FigureUndated {
        /// The key that is missing.
        key: &'static str,
    },
    /// A published figure that differs from the recomputed one.
    Recomputed {
        /// What was recomputed.
        what: Label,
        /// The published value.
        stated: String,
        /// The recomputed value.
        derived: String,
        /// The rounded weight that explains the published value.
        weight: Option<Decimal>,
    },
    /// Fewer respondents than the sample needs.
    SampleTooSmall {
        /// How many answered.
        respondents: u32,
        /// How many should have.
        target: u32,
    },
    /// An answer to a survey that is not on its scale.
    AnswerUnread {
        /// The row of the file, the header being the first.
        row: usize,
        /// The column.
        column: String,
        /// What stands there.
        found: String,
    },
    /// A band that does not begin one step after the one below it.
    BandNotAdjacent {
        /// Where it begins.
        found: String,
        /// Where it should begin.
        expected: String,
    },

    // --- what must not be published
    /// Personal data, or a trace of hijacking, in a text.
    Scanned {
        /// What was found.
        what: What,
        /// As much of it as may be shown.
        shown: String,
    },
    /// What a picture tells about people beside what it shows.
    PictureTraces {
        /// Each thing it tells, gravest first.
        traces: Vec<Trace>,
    },

    // --- waivers
    /// A waiver of a rule that nobody may waive, or that there is not.
    WaiverRefused {
        /// The code as written.
        rule: String,
        /// Whether there is such a rule.
        known: bool,
        /// The nearest rule that may be waived.
        near: Option<String>,
    },
    /// A waiver past its day.
    WaiverExpired {
        /// The code of the rule.
        rule: String,
        /// Its last day.
        on: Date,
    },
    /// A waiver of a problem that is not there.
    WaiverUnused {
        /// The code of the rule.
        rule: String,
    },

    // --- the theme
    /// A colour of the site's own that cannot be read on, or be told from, another.
    Contrast {
        /// What the colour is for.
        what: Label,
        /// The colour.
        colour: Colour,
        /// The other one.
        other: Colour,
        /// Whose the other one is.
        whose: Label,
        /// The ratio, as people write it with a decimal point.
        ratio: String,
        /// The least that WCAG asks for.
        least: &'static str,
        /// The nearest colour that passes.
        near: Option<Colour>,
    },
    /// A picture that cannot stand on every page.
    PictureUnfit {
        /// Its name.
        name: String,
        /// Why.
        unfit: Unfit,
    },
    /// A fault of a theme that `theme check` finds.
    Theme(ThemeFlaw),
    /// A template that cannot be compiled or rendered.
    Template {
        /// The template engine's report.
        report: String,
        /// The page on which it failed, if it could be compiled.
        page: Option<String>,
    },
    /// A theme that does not exist.
    NoSuchTheme {
        /// The name in `situs.yaml`.
        name: String,
        /// The themes that exist.
        known: Vec<String>,
    },
}
