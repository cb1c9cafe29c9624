//! Problems that come in families, as data: steps of an SOP that lead nowhere, times that overlap, faults of a theme.
//! `problem` holds them.

use crate::model::date::Date;

/// What is wrong with the flow of an SOP.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FlowFlaw {
    /// A step that no way leads to.
    Unreachable {
        /// The step's number.
        step: u32,
    },
    /// A step from which no way leads to an end.
    Endless {
        /// The step's number.
        step: u32,
        /// Whether something follows it, so that the way goes round; otherwise it breaks off.
        is_loop: bool,
    },
    /// A decision that does not name the step after each answer.
    OneWay {
        /// The only answer that it names; none if it names neither.
        has: Option<&'static str>,
    },
    /// A decision that goes on in the same way whatever the answer.
    SameWay {
        /// The step after both answers.
        step: u32,
    },
    /// An answer at a step that asks nothing.
    NoDecision {
        /// The key of the answer.
        key: &'static str,
    },
    /// An actor who is declared and never acts.
    ActorUnused {
        /// The actor's id.
        actor: String,
    },
}

/// What is wrong with a translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TranslationFlaw {
    /// A language that the site does not use.
    Unpublished {
        /// The tag of the language.
        tag: &'static str,
    },
    /// No original.
    Alone {
        /// Where it should be.
        original: String,
    },
    /// A key that the original does not have.
    NotThere {
        /// The key.
        key: String,
    },
    /// A fact that differs from the original.
    NotWords {
        /// What the translation says.
        found: String,
        /// What the original says.
        original: String,
    },
    /// An item that a list of the original does not have.
    NoSuchItem {
        /// How many it has.
        count: usize,
    },
    /// A list, map or text where the original has another of them.
    OtherShape,
}

/// What is wrong with periods, sessions and days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TimeFlaw {
    /// A period of figures that shares days with another of the same facility.
    PeriodOverlap {
        /// The first day of the other.
        from: Date,
        /// The last day of the other.
        to: Date,
    },
    /// Days between two periods of figures that no period covers.
    PeriodHole {
        /// The first such day.
        from: Date,
        /// The last such day.
        to: Date,
    },
    /// A last period of figures that ended too long ago.
    PeriodLate {
        /// Its last day.
        to: Date,
    },
    /// A session that begins before another for the same people has ended.
    SessionOverlap {
        /// The hours of the other, for people.
        other: String,
    },
    /// A closing verdict without its day.
    ClosedUndated,
}

/// What is wrong with a theme, beyond what every build finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ThemeFlaw {
    /// A class in a template for which there is no rule.
    UnknownClass {
        /// The class, or what it begins with where the template makes its end.
        class: String,
        /// The nearest class that has one.
        near: Option<String>,
    },
    /// A class in a style sheet that nothing carries.
    UnusedClass {
        /// The class.
        class: String,
    },
    /// A file that nothing uses.
    UnusedFile,
    /// A file below `static/` that is named and not there.
    UnknownFile {
        /// Its name.
        name: String,
        /// The nearest that is there.
        near: Option<String>,
    },
    /// A word that is used, and missing in a language.
    MissingWord {
        /// Its key.
        key: String,
        /// The language, as its file is named.
        lang: &'static str,
    },
    /// A word that nothing uses.
    UnusedWord {
        /// Its key.
        key: String,
    },
    /// A component without examples.
    NoExample {
        /// Its name.
        component: String,
        /// The file that they belong into.
        file: String,
    },
    /// Examples that cannot be read or rendered.
    Example {
        /// Its number, from one; none where the file as a whole cannot be read.
        number: Option<usize>,
        /// Why.
        report: String,
    },
    /// An id that two examples have; they stand on one page.
    DoubleId {
        /// The id.
        id: String,
    },
}
