//! Walks the events of a parsed text and writes its HTML, its plain text and its headings. Which addresses are harmless
//! is known in `url`, what raw HTML hides in `raw_html`.

mod headings;
mod links;
mod notes;
mod raw;
mod tables;

use super::{MarkdownProblem, Rendered, Resolved, Target, What, Words};
use crate::text::{self, escape_attribute, escape_html};
use pulldown_cmark::{BlockQuoteKind, Event, LinkType, Tag, TagEnd};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;

use notes::Note;
use raw::RawState;
use tables::TableState;

/// Writing to a `String` has no other way to fail.
const INFALLIBLE: &str = "writing to a string cannot fail";

type Events<'a> = [(Event<'a>, Range<usize>)];

/// Writes the whole text: its body first, then the footnotes in the order in which they were referred to.
pub(super) fn write<'a>(
    source: &'a str,
    events: &'a Events<'a>,
    words: &'a Words<'a>,
    resolve: &'a mut dyn FnMut(Target<'_>) -> Resolved,
) -> Rendered {
    let mut writer = Writer {
        source,
        words,
        resolve,
        out: Rendered::default(),
        open: Vec::new(),
        ids: BTreeMap::new(),
        notes: BTreeMap::new(),
        referred: Vec::new(),
        alt: None,
        image: None,
        in_link: false,
        outline: Vec::new(),
        table: TableState::default(),
        raw: RawState::default(),
    };
    let body = writer.set_notes_apart(events);
    writer.walk(&body);
    writer.write_notes();
    writer.out
}

struct Writer<'a> {
    source: &'a str,
    words: &'a Words<'a>,
    resolve: &'a mut dyn FnMut(Target<'_>) -> Resolved,
    out: Rendered,
    open: Vec<Open>,
    /// Every id in use, with the number the next one of that name gets.
    ids: BTreeMap<String, usize>,
    notes: BTreeMap<&'a str, Note<'a>>,
    /// Labels of notes in the order in which they were first referred to.
    referred: Vec<&'a str>,
    /// Text of the image being read; nothing else is written meanwhile.
    alt: Option<String>,
    /// The last image written: where, and its caption should it turn out to stand alone.
    image: Option<(Range<usize>, String)>,
    in_link: bool,
    /// The headings above the current place: level as typed, level as written.
    outline: Vec<(u8, u8)>,
    table: TableState,
    raw: RawState,
}

/// What the end of an element has to do.
enum Open {
    /// Write this.
    Close(&'static str),
    /// Nothing: the start wrote nothing.
    Silent,
    Paragraph {
        html: usize,
        plain: usize,
    },
    Heading {
        html: usize,
        plain: usize,
        level: u8,
        id: Option<String>,
        range: Range<usize>,
    },
    Table,
    Cell {
        html: usize,
        heading: bool,
    },
    Link {
        html: usize,
        plain: usize,
        range: Range<usize>,
    },
    Image {
        kind: LinkType,
        url: String,
        title: String,
        range: Range<usize>,
    },
}

impl<'a> Writer<'a> {
    fn walk(&mut self, events: &[&'a (Event<'a>, Range<usize>)]) {
        for (event, range) in events {
            match event {
                Event::Start(tag) => self.start(tag, range),
                Event::End(end) => self.end(*end),
                Event::Text(words) if self.hidden(range) => {
                    // A comment's end is ordinary text to Markdown: what follows it is to be seen.
                    let hidden = self.hidden_until(range.start) - range.start;
                    self.text(words.get(hidden..).unwrap_or_default());
                }
                Event::Code(_) if self.hidden(range) => {}
                Event::Text(words) => {
                    self.report_unknown_note(words, range);
                    self.text(words);
                }
                Event::Code(code) if self.alt.is_some() => self.text(code),
                Event::Code(code) => {
                    self.html("<code>");
                    self.text(code);
                    self.html("</code>");
                }
                Event::SoftBreak => self.line_break("\n", range),
                Event::HardBreak => self.line_break("<br>", range),
                Event::Rule if self.hidden(range) => {}
                Event::Rule => self.html("<hr>"),
                Event::InlineHtml(html) => self.inline_html(html, range),
                Event::FootnoteReference(label) => self.reference(label, range),
                Event::TaskListMarker(_) if self.hidden(range) => {}
                Event::TaskListMarker(done) => self.check_box(*done),
                // An HTML block is dealt with as a whole at its start; mathematics is switched off.
                Event::Html(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
            }
        }
    }

    fn start(&mut self, tag: &'a Tag<'a>, range: &Range<usize>) {
        let inline =
            matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. });
        let silent = if inline {
            self.alt.is_some() || self.hidden(range)
        } else {
            self.raw.inline.clear();
            self.hidden(range) && range.end <= self.hidden_until(range.start)
        };
        if silent {
            return self.open.push(Open::Silent);
        }
        if !inline && !matches!(tag, Tag::TableCell) {
            self.break_line();
        }
        let open = match tag {
            Tag::Paragraph => {
                self.image = None;
                let open = Open::Paragraph { html: self.out.html.len(), plain: self.out.plain.len() };
                self.html("<p>");
                open
            }
            Tag::Heading { level, id, .. } => Open::Heading {
                html: self.out.html.len(),
                plain: self.out.plain.len(),
                level: *level as u8,
                id: id.as_deref().map(str::to_owned),
                range: range.clone(),
            },
            Tag::BlockQuote(None) => self.element("<blockquote>", "</blockquote>"),
            Tag::BlockQuote(Some(kind)) => self.callout(*kind),
            Tag::CodeBlock(_) => {
                // Long lines scroll, and what scrolls must be reachable by keyboard.
                self.element("<pre tabindex=\"0\"><code>", "</code></pre>")
            }
            Tag::HtmlBlock => {
                self.html_block(range);
                Open::Silent
            }
            Tag::List(None) => self.element("<ul>", "</ul>"),
            Tag::List(Some(1)) => self.element("<ol>", "</ol>"),
            Tag::List(Some(first)) => self.element(&format!("<ol start=\"{first}\">"), "</ol>"),
            Tag::Item => self.element("<li>", "</li>"),
            Tag::Table(columns) => self.start_table(columns),
            Tag::TableHead => {
                self.table.in_head = true;
                self.table.column = 0;
                self.element("<thead><tr>", "</tr></thead>")
            }
            Tag::TableRow => {
                self.table.column = 0;
                let first = !std::mem::replace(&mut self.table.has_body, true);
                self.element(if first { "<tbody><tr>" } else { "<tr>" }, "</tr>")
            }
            Tag::TableCell => self.start_cell(),
            Tag::Emphasis => {
                self.look_at_stars(range);
                self.element("<em>", "</em>")
            }
            Tag::Strong => self.element("<strong>", "</strong>"),
            Tag::Strikethrough => self.element("<del>", "</del>"),
            Tag::Link { link_type, dest_url, title, .. } => self.start_link(*link_type, dest_url, title, range),
            Tag::Image { link_type, dest_url, title, .. } => {
                self.alt = Some(String::new());
                Open::Image {
                    kind: *link_type,
                    url: dest_url.to_string(),
                    title: title.to_string(),
                    range: range.clone(),
                }
            }
            Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => Open::Silent,
        };
        self.open.push(open);
    }

    // Who copies from WhatsApp means bold by single stars; who means italics can write `_so_`.
    fn look_at_stars(&mut self, range: &Range<usize>) {
        let Some(marked) = self.source.get(range.clone()) else { return };
        if let Some(words) = marked.strip_prefix('*').and_then(|rest| rest.strip_suffix('*')) {
            let what = What::StarEmphasis { words: words.to_owned() };
            self.out.problems.push(MarkdownProblem { range: range.clone(), what });
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => {}
            TagEnd::Link | TagEnd::Image => {}
            TagEnd::TableCell => self.out.plain.push(' '),
            TagEnd::TableHead => {
                self.table.in_head = false;
                self.fill_row();
            }
            TagEnd::TableRow => self.fill_row(),
            _ => self.raw.inline.clear(),
        }
        match self.open.pop() {
            None | Some(Open::Silent) => {}
            Some(Open::Close(tag)) => self.html(tag),
            Some(Open::Paragraph { html, plain }) => self.end_paragraph(html, plain),
            Some(Open::Heading { html, plain, level, id, range }) => {
                self.end_heading(html, plain, level, id, range);
            }
            Some(Open::Table) => {
                let body = if self.table.has_body { "</tbody>" } else { "" };
                write!(self.out.html, "{body}</table></section>").expect(INFALLIBLE);
            }
            Some(Open::Cell { html, heading }) => self.end_cell(html, heading),
            Some(Open::Link { html, plain, range }) => self.end_link(html, plain, range),
            Some(Open::Image { kind, url, title, range }) => {
                self.end_image(kind, &url, &title, range);
            }
        }
        if matches!(end, TagEnd::CodeBlock | TagEnd::Heading(_) | TagEnd::Paragraph) {
            self.break_line();
        }
    }

    fn html(&mut self, markup: &str) {
        self.out.html.push_str(markup);
    }

    fn element(&mut self, start: &str, end: &'static str) -> Open {
        self.html(start);
        Open::Close(end)
    }

    fn report(&mut self, range: Range<usize>, what: What) {
        self.out.problems.push(MarkdownProblem { range, what });
    }

    fn text(&mut self, words: &str) {
        if let Some(alt) = &mut self.alt {
            return alt.push_str(words);
        }
        self.out.html.push_str(&escape_html(words));
        if text::is_plain(words) {
            self.out.plain.push_str(words);
        } else {
            self.out.plain.extend(words.chars().filter(|&c| !text::forbidden(c)));
        }
    }

    fn line_break(&mut self, markup: &str, range: &Range<usize>) {
        if self.hidden(range) {
            return;
        }
        match &mut self.alt {
            Some(alt) => alt.push(' '),
            None => {
                let html = &mut self.out.html;
                html.truncate(html.trim_end_matches(' ').len());
                self.html(markup);
                self.out.plain.push(' ');
            }
        }
    }

    fn check_box(&mut self, done: bool) {
        let checked = if done { " checked" } else { "" };
        let name = escape_attribute(self.words.done);
        write!(self.out.html, "<input type=\"checkbox\" disabled{checked} aria-label=\"{name}\"> ").expect(INFALLIBLE);
    }

    /// Ends a line of the plain text.
    fn break_line(&mut self) {
        let plain = &mut self.out.plain;
        plain.truncate(plain.trim_end().len());
        if !plain.is_empty() {
            plain.push('\n');
        }
    }

    fn end_paragraph(&mut self, html: usize, plain: usize) {
        let content = html + "<p>".len();
        if self.out.html[content..].trim().is_empty() {
            return self.out.html.truncate(html);
        }
        let all = content..self.out.html.len();
        if let Some((_, caption)) = self.image.take_if(|(image, _)| *image == all) {
            let image = self.out.html.split_off(content);
            self.out.html.truncate(html);
            self.figure(&image, &caption);
            return;
        }
        self.html("</p>");
        let lead = plain..self.out.plain.trim_end().len();
        if self.open.is_empty() && self.out.lead.is_empty() && !lead.is_empty() {
            self.out.lead = lead;
        }
    }

    fn callout(&mut self, kind: BlockQuoteKind) -> Open {
        let (name, title) = match kind {
            BlockQuoteKind::Note => ("note", self.words.note),
            BlockQuoteKind::Tip => ("tip", self.words.tip),
            BlockQuoteKind::Important => ("important", self.words.important),
            BlockQuoteKind::Warning => ("warning", self.words.warning),
            BlockQuoteKind::Caution => ("caution", self.words.caution),
        };
        let title = escape_html(title);
        let start = format!("<div class=\"callout callout--{name}\"><p class=\"callout__title\">{title}</p>");
        self.element(&start, "</div>")
    }
}
