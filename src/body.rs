//! A Markdown text of a record: checked once for what must not be published, rendered when every address is known.

use std::ops::Range;

use crate::diag::Problem;
use crate::diag::problem::Slip;
use crate::lang::Lang;
use crate::model::asset::Asset;
use crate::model::place::Place;
use crate::page::{Target, ViewCx};
use crate::parse::markdown::{self, Rendered, Resolved, TargetKind, What, Words};
use crate::stage::CheckCx;
use crate::view::Html;

/// A checked Markdown text.
#[derive(Debug)]
pub struct Body {
    markdown: String,
    // The language it was translated into.
    lang: Option<Lang>,
    /// Where it begins in its file.
    pub offset: usize,
    /// What it says, without marks.
    pub plain: String,
    /// Its first paragraph, as bytes of `plain`.
    pub lead: Range<usize>,
    /// Files it shows or links to, beside its own file.
    pub assets: Vec<Asset>,
    /// Pages it links to.
    pub targets: Vec<Target>,
}

impl Body {
    /// Checks a text that starts at byte `offset` of the file where the check stands.
    pub fn check(text: &str, offset: usize, cx: &mut CheckCx<'_>) -> Self {
        let mut assets: Vec<Asset> = Vec::new();
        let mut targets = Vec::new();
        let mut missing = Vec::new();
        let rendered = markdown::render(text, &words(Lang::Id), &mut |target| {
            let bytes = offset + target.range.start..offset + target.range.end;
            match Goal::of(target.url) {
                Goal::Outside | Goal::Here => {}
                Goal::Page(place) if target.kind == TargetKind::Link => {
                    targets.push(Target { place, written: target.url.to_owned(), bytes });
                }
                Goal::Page(_) => missing.push((Problem::PathEscapes { path: target.url.to_owned() }, bytes)),
                Goal::File(name) => match cx.find_file(&name) {
                    Ok(asset) if !assets.contains(&asset) => assets.push(asset),
                    Ok(_) => {}
                    Err(problem) => missing.push((problem, bytes)),
                },
            }
            Resolved::Href(target.url.to_owned())
        });
        for (problem, bytes) in missing {
            cx.report_bytes(problem, bytes);
        }
        for problem in rendered.problems {
            let bytes = offset + problem.range.start..offset + problem.range.end;
            cx.report_bytes(word(problem.what), bytes);
        }
        let words = rendered.plain.split_whitespace().count();
        if words > LONG_WORDS {
            cx.report_bytes(Problem::LongPage { words }, offset..offset);
        }
        Self {
            markdown: text.to_owned(),
            lang: cx.translates(),
            offset,
            plain: rendered.plain,
            lead: rendered.lead,
            assets,
            targets,
        }
    }

    /// Returns the text as written.
    pub fn written(&self) -> &str {
        &self.markdown
    }

    /// Returns the language of the text, where the page is in another.
    pub fn foreign(&self, cx: &ViewCx<'_>) -> Option<&'static str> {
        let lang = self.lang.unwrap_or(cx.written);
        (lang != cx.lang).then(|| lang.tag())
    }

    /// Renders the text for the page at `here`, which holds its files. Where the page is in another language each block says
    /// so.
    pub fn html(&self, cx: &ViewCx<'_>, here: &Place) -> Html {
        let Rendered { html, .. } = markdown::render(&self.markdown, &words(cx.lang), &mut |target| {
            let href = match Goal::of(target.url) {
                Goal::Outside | Goal::Here => Some(target.url.to_owned()),
                Goal::Page(place) => cx.href(&place),
                Goal::File(name) => cx.href(&here.file(name.rsplit('/').next().unwrap_or(&name))),
            };
            href.map_or(Resolved::Drop, Resolved::Href)
        });
        Html(match self.foreign(cx) {
            Some(tag) => each_block(&html, &format!(" lang=\"{tag}\"")),
            None => html,
        })
    }
}

// Gives an attribute to every element of a text that stands in no other. The text is our own writer's.
fn each_block(html: &str, attribute: &str) -> String {
    let mut out = String::with_capacity(html.len() + 64);
    let mut depth = 0_usize;
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        let (text, tag) = rest.split_at(open);
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        out.push_str(text);
        let name = tag[1..end].split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        let is_empty = ["br", "hr", "img", "input", "wbr"].contains(&name);
        if tag.starts_with("</") {
            depth = depth.saturating_sub(1);
            out.push_str(&tag[..end]);
        } else {
            let name_end = 1 + name.len();
            out.push_str(&tag[..name_end]);
            out.push_str(if depth == 0 && !name.is_empty() { attribute } else { "" });
            out.push_str(&tag[name_end..end]);
            depth += usize::from(!is_empty && !name.is_empty());
        }
        rest = &tag[end..];
    }
    out + rest
}

// Some twenty minutes of reading.
const LONG_WORDS: usize = 4_000;

// Where a written address leads.
enum Goal {
    Outside,
    Here,
    Page(Place),
    File(String),
}

impl Goal {
    fn of(url: &str) -> Self {
        let scheme_ends = url.find([':', '/', '?', '#']).filter(|at| url[*at..].starts_with(':'));
        if scheme_ends.is_some() || url.starts_with("//") {
            return Self::Outside;
        }
        if url.starts_with('#') {
            return Self::Here;
        }
        match url.strip_prefix('/') {
            Some(path) => Self::Page(page(path)),
            None => Self::File(decode(url)),
        }
    }
}

// `fasilitas/x/#jadwal` and `fasilitas/x/index.html` name the same page.
fn page(path: &str) -> Place {
    let (path, anchor) = path.split_once('#').unwrap_or((path, ""));
    let path = path.strip_suffix("index.html").unwrap_or(path);
    let (folders, file) = match path.rsplit_once('/') {
        Some((folders, file)) if file.contains('.') => (folders, Some(file)),
        None if path.contains('.') => ("", Some(path)),
        _ => (path, None),
    };
    let mut place = Place::home();
    for segment in folders.split('/').filter(|segment| !segment.is_empty()) {
        place = place.down(&decode(segment));
    }
    if let Some(file) = file {
        place = place.file(&decode(file));
    }
    if anchor.is_empty() { place } else { place.anchor(anchor) }
}

// People and editors write spaces as `%20`.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let code = (*first == b'%').then(|| tail.get(..2)).flatten().and_then(|hex| std::str::from_utf8(hex).ok());
        match code.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

fn word(what: What) -> Problem {
    match what {
        What::RawHtml { tag, .. } => Problem::RawHtml { tag },
        What::UnsafeScheme { scheme } => Problem::UnsafeLink { scheme },
        What::MalformedUrl { url } => Problem::BrokenLink { target: url, near: None },
        What::StarEmphasis { words } => Problem::StarEmphasis { words },
        What::ImageWithoutAlt => Problem::ImageWithoutAlt,
        What::EmptyUrl => Problem::MarkdownSlip(Slip::EmptyUrl),
        What::LinkWithoutText => Problem::MarkdownSlip(Slip::LinkWithoutText),
        What::EmptyHeading => Problem::MarkdownSlip(Slip::EmptyHeading),
        What::SkippedLevel { .. } => Problem::MarkdownSlip(Slip::SkippedLevel),
        What::UnknownReference { label } => Problem::MarkdownSlip(Slip::UnknownReference(label)),
        What::UnusedFootnote { label } => Problem::MarkdownSlip(Slip::UnusedFootnote(label)),
        What::DuplicateFootnote { label } => Problem::MarkdownSlip(Slip::DuplicateFootnote(label)),
    }
}

fn words(lang: Lang) -> Words<'static> {
    let say = |id, en| lang.pick(id, en);
    Words {
        note: say("Catatan", "Note"),
        tip: say("Saran", "Tip"),
        important: say("Penting", "Important"),
        warning: say("Peringatan", "Warning"),
        caution: say("Awas", "Caution"),
        table: say("Tabel", "Table"),
        footnotes: say("Catatan kaki", "Footnotes"),
        back: say("Kembali ke teks", "Back to the text"),
        done: say("Selesai", "Done"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_block_of_a_text_says_its_language() {
        let html = "<h2 id=a>A</h2>\n<ul>\n<li><p>b<br>c</p></li>\n</ul>\n<hr>\n<p>d</p>\n";
        let expected = "<h2 x id=a>A</h2>\n<ul x>\n<li><p>b<br>c</p></li>\n</ul>\n<hr x>\n<p x>d</p>\n";
        assert_eq!(each_block(html, " x"), expected);
    }

    #[test]
    fn written_addresses_are_told_apart() {
        let page_of = |url: &str| match Goal::of(url) {
            Goal::Page(place) => place.to_string(),
            Goal::File(name) => format!("file {name}"),
            Goal::Outside => "outside".to_owned(),
            Goal::Here => "here".to_owned(),
        };
        for (url, expected) in [
            ("/fasilitas/a/#x", "/fasilitas/a/"),
            ("/fasilitas/a", "/fasilitas/a/"),
            ("/fasilitas/a/index.html", "/fasilitas/a/"),
            ("/", "/"),
            ("/data/layanan.csv", "/data/layanan.csv"),
            ("/404.html", "/404.html"),
            ("foto%201.jpg", "file foto 1.jpg"),
            ("https://a.id/b", "outside"),
            ("//a.id", "outside"),
            ("mailto:a@b", "outside"),
            ("#x", "here"),
        ] {
            assert_eq!(page_of(url), expected, "{url}");
        }
    }
}
