//! What can be wrong with YAML itself, as data: why a text is none, and what of YAML is not read here. Their words are in
//! `message`.

/// Why a text is no YAML, as far as an officer can see and mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// A quote that is not closed, or closed too late.
    QuoteOpen,
    /// Something behind a closing quote.
    AfterQuote,
    /// A bracket or brace that is not closed, or a comma that is missing in it.
    BracketOpen,
    /// A bracket or brace that closes nothing.
    BracketExtra,
    /// Lines of one map or list that do not begin in the same column.
    Unaligned,
    /// A key without its colon.
    ColonMissing,
    /// A colon where no key can stand.
    ColonExtra,
    /// A value that begins with a character which YAML keeps for itself: `@`, a backtick, `%`.
    Reserved(char),
    /// A tab where only spaces may stand.
    Tab,
    /// A backslash in double quotes with something behind it that means nothing.
    Escape,
    /// A character that no text holds, such as a control character.
    Unprintable,
    /// A wrong first line of a text below `|` or `>`, or a line of it that stands too far left.
    Block,
    /// A `*` or `&` before something that is not a name, or a name that nothing above has.
    Anchor,
    /// A comment in the middle of a text, or without a space before it.
    Comment,
    /// A `-` directly before a comma or bracket.
    Dash,
    /// Something behind the end of the document.
    AfterEnd,
    /// What a parser said that has no words here, in English.
    Other(String),
}

/// A part of YAML that is well-formed and yet not read here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outside {
    /// A tag: `!x` or `!!str`.
    Tag(String),
    /// A directive: `%YAML 1.2`.
    Directive(String),
    /// An anchor that nothing refers to: `&x`.
    Anchor(String),
    /// A list or map as a key, or the key `<<`.
    Key(String),
    /// More lists and maps inside each other than this.
    Deep(usize),
    /// Aliases that copy more than so many KiB, or themselves.
    Aliases(usize),
}
