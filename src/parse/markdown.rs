//! Markdown to safe, compact, valid HTML, with the problems found on the way. It prints nothing, reads no file and knows
//! no page: where a link leads is asked of the caller.
//!
//! Nothing an author writes becomes markup except what Markdown itself stands for. Raw HTML is dropped and reported.

mod raw_html;
#[cfg(test)]
mod tests;
mod url;
mod writer;

use pulldown_cmark::{BrokenLink, Event, LinkType, Options, Parser};
use std::ops::Range;

/// The Markdown that authors may use. Smart punctuation stays off: quotation marks stay as typed.
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_GFM);

/// Words for people that the HTML needs, in the language of the text.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    /// Title of a `[!NOTE]` callout.
    pub note: &'a str,
    /// Title of a `[!TIP]` callout.
    pub tip: &'a str,
    /// Title of an `[!IMPORTANT]` callout.
    pub important: &'a str,
    /// Title of a `[!WARNING]` callout.
    pub warning: &'a str,
    /// Title of a `[!CAUTION]` callout.
    pub caution: &'a str,
    /// Name of the scrolling box around a table; a number follows from the second one on.
    pub table: &'a str,
    /// Name of the section with the footnotes.
    pub footnotes: &'a str,
    /// Name of a link from a footnote back to the text; the footnote's number follows.
    pub back: &'a str,
    /// Name of a task list's check box: what it means when it is ticked.
    pub done: &'a str,
}

/// What an address stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TargetKind {
    /// A link.
    Link,
    /// An image.
    Image,
}

/// An address an author wrote, already found harmless, that the caller may rewrite or refuse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target<'a> {
    /// What it stands in.
    pub kind: TargetKind,
    /// The address, entities decoded, control characters removed.
    pub url: &'a str,
    /// Where the address is written; the whole link when it is defined elsewhere.
    pub range: Range<usize>,
}

/// The caller's answer to a [`Target`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolved {
    /// The address to write. It is encoded and escaped here.
    Href(String),
    /// No link, no image; the text, or the image's alternative text, stays.
    Drop,
}

/// A rendered text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rendered {
    /// The HTML, without white space between blocks.
    pub html: String,
    /// The text alone, a block a line, footnotes last: for search.
    pub plain: String,
    /// The first paragraph within `plain` that is not part of a list, quote or footnote: for summaries.
    pub lead: Range<usize>,
    /// The headings in order.
    pub headings: Vec<Heading>,
    /// What is wrong, by place in the text.
    pub problems: Vec<MarkdownProblem>,
}

/// A heading as it stands in the HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 2 to 6: the page's title is the only `h1`.
    pub level: u8,
    /// Unique within the text.
    pub id: String,
    /// Its text without marks.
    pub text: String,
}

/// Something an author should change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkdownProblem {
    /// Where, in bytes of the given text.
    pub range: Range<usize>,
    /// What.
    pub what: What,
}

/// The kinds of [`MarkdownProblem`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Raw HTML was dropped.
    RawHtml {
        /// The first tag's name.
        tag: String,
        /// Words went with it: they stood in a block that begins with a tag.
        text_lost: bool,
    },
    /// The address's scheme is not allowed; the link or image was dropped.
    UnsafeScheme {
        /// The scheme in lower case, without white space.
        scheme: String,
    },
    /// A web address without a valid host; the link or image was dropped.
    MalformedUrl {
        /// The address.
        url: String,
    },
    /// A link or an image without an address; it was dropped.
    EmptyUrl,
    /// Emphasis between single stars, which WhatsApp prints bold and Markdown in italics.
    StarEmphasis {
        /// The words between them.
        words: String,
    },
    /// An image that says nothing to those who cannot see it.
    ImageWithoutAlt,
    /// A link without text; it was dropped.
    LinkWithoutText,
    /// A heading without text; it was dropped.
    EmptyHeading,
    /// A heading more than one level below the one it belongs to; it is written one below.
    SkippedLevel {
        /// The number of `#` of the heading it belongs to.
        from: u8,
        /// The number of its own `#`.
        to: u8,
    },
    /// A footnote or link label that is defined nowhere, or a callout of an unknown kind; it stays as typed.
    UnknownReference {
        /// The label: `^1`, `!CATATAN`, `tujuan`.
        label: String,
    },
    /// A footnote nothing refers to; it was dropped.
    UnusedFootnote {
        /// Its label.
        label: String,
    },
    /// A second footnote with the same label; it was dropped.
    DuplicateFootnote {
        /// Its label.
        label: String,
    },
}

/// Renders `text`. Problems carry byte ranges into it; no input is refused.
///
/// A heading is written one level below the heading it belongs to, from `h2` down to `h6`: whether authors begin with `#`
/// or with `##`, no level is skipped.
pub fn render(text: &str, words: &Words<'_>, resolve: &mut dyn FnMut(Target<'_>) -> Resolved) -> Rendered {
    let mut problems = Vec::new();
    let unknown = |link: BrokenLink<'_>| {
        // A lone `[sic]` is ordinary writing; `[text][label]` and `[!KIND]` are not.
        if link.link_type == LinkType::Reference || link.reference.starts_with('!') {
            let what = What::UnknownReference { label: link.reference.to_string() };
            problems.push(MarkdownProblem { range: link.span, what });
        }
        None
    };
    let events: Vec<(Event<'_>, Range<usize>)> =
        Parser::new_with_broken_link_callback(text, OPTIONS, Some(unknown)).into_offset_iter().collect();
    let mut rendered = writer::write(text, &events, words, resolve);
    problems.append(&mut rendered.problems);
    rendered.problems = sorted(text, problems);
    rendered
}

/// By place; raw HTML within raw HTML, or with only white space between, is one run and one problem.
fn sorted(text: &str, mut problems: Vec<MarkdownProblem>) -> Vec<MarkdownProblem> {
    problems.sort_by_key(|problem| (problem.range.start, std::cmp::Reverse(problem.range.end)));
    let mut kept: Vec<MarkdownProblem> = Vec::with_capacity(problems.len());
    let mut run: Option<usize> = None;
    for problem in problems {
        if let What::RawHtml { text_lost: lost, .. } = problem.what {
            let last = run.and_then(|at| kept.get_mut(at)).filter(|last| {
                let gap = last.range.end..problem.range.start;
                gap.is_empty() || text[gap].trim().is_empty()
            });
            if let Some(MarkdownProblem { range, what: What::RawHtml { text_lost, .. } }) = last {
                range.end = range.end.max(problem.range.end);
                *text_lost |= lost;
                continue;
            }
            run = Some(kept.len());
        }
        kept.push(problem);
    }
    kept
}
