//! Looks into raw HTML that is about to be dropped: which tag to name, whether words are lost with it, and how far its
//! unseen contents reach. It builds no tree and keeps nothing.

/// Elements whose contents are not text for a reader.
const UNSEEN: [&str; 7] = ["script", "style", "template", "iframe", "noscript", "title", "object"];

/// Elements that have no closing tag.
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// What a piece of raw HTML contains.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Found<'a> {
    /// Name of the first opening tag, lower-case or not, as written; `!doctype` and `?xml` count.
    pub(super) opening: Option<&'a str>,
    /// Name of the first closing tag.
    pub(super) closing: Option<&'a str>,
    /// Text a reader would have seen.
    pub(super) has_text: bool,
    /// What is still open at the end and hides all that follows: `-->` or an element's name.
    pub(super) unseen: Option<&'static str>,
}

/// Reads one piece of raw HTML.
pub(super) fn scan(html: &str) -> Found<'_> {
    let mut found = Found::default();
    let mut at = 0;
    while let Some(open) = html[at..].find('<').map(|next| at + next) {
        found.has_text |= is_text(&html[at..open]);
        let rest = &html[open..];
        let (end, unseen) = if rest.starts_with("<!--") {
            (end_of(html, open + 2, "-->"), Some("-->"))
        } else if let Some(tag) = Tag::parse(rest) {
            let names = if tag.closing { &mut found.closing } else { &mut found.opening };
            names.get_or_insert(tag.name);
            let end = open + tag.len;
            match tag.unseen() {
                Some(name) => (end_of(html, end, name), Some(name)),
                None => (Some(end), None),
            }
        } else {
            found.has_text = true;
            (Some(open + 1), None)
        };
        let Some(end) = end else {
            found.unseen = unseen;
            return found;
        };
        at = end;
    }
    found.has_text |= is_text(&html[at..]);
    found
}

/// The marks of an enclosing quote stand at the beginning of its lines; they are not words.
fn is_text(between: &str) -> bool {
    between.chars().any(|c| !c.is_whitespace() && c != '>')
}

/// Where the contents end that `unseen` (see [`Found::unseen`]) hides, looking from `from`.
pub(super) fn end_of(html: &str, from: usize, unseen: &str) -> Option<usize> {
    if unseen == "-->" {
        return html[from..].find(unseen).map(|at| from + at + unseen.len());
    }
    let bytes = html.as_bytes();
    let mut at = from;
    loop {
        at += html[at..].find("</")? + 2;
        let name = bytes.get(at..at + unseen.len());
        if name.is_some_and(|name| name.eq_ignore_ascii_case(unseen.as_bytes())) {
            return html[at..].find('>').map(|close| at + close + 1);
        }
    }
}

/// A tag at the beginning of a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    pub(super) name: &'a str,
    pub(super) closing: bool,
    /// Bytes up to and with its `>`, or to the end of the text.
    len: usize,
}

impl<'a> Tag<'a> {
    pub(super) fn parse(html: &'a str) -> Option<Self> {
        let inner = html.strip_prefix('<')?;
        let (closing, inner) = match inner.strip_prefix('/') {
            Some(name) => (true, name),
            None => (false, inner),
        };
        let mark = usize::from(inner.starts_with(['!', '?']));
        let named =
            inner[mark..].find(|c: char| !c.is_ascii_alphanumeric() && c != '-').map_or(inner.len(), |end| end + mark);
        let name = &inner[..named];
        if name.is_empty() || (mark == 0 && !name.starts_with(|c: char| c.is_ascii_alphabetic())) {
            return None;
        }
        let start = html.len() - inner.len() + named;
        Some(Self { name, closing, len: start + tag_end(&html[start..]) })
    }

    /// The element's name when what follows this opening tag is not for readers.
    pub(super) fn unseen(&self) -> Option<&'static str> {
        UNSEEN.into_iter().find(|name| !self.closing && self.name.eq_ignore_ascii_case(name))
    }

    pub(super) fn is_void(&self) -> bool {
        self.name.starts_with(['!', '?']) || VOID.iter().any(|name| self.name.eq_ignore_ascii_case(name))
    }
}

/// Bytes up to and with the `>` that no quote hides.
fn tag_end(attributes: &str) -> usize {
    let mut quote = None;
    for (at, byte) in attributes.bytes().enumerate() {
        match (byte, quote) {
            (b'"' | b'\'', None) => quote = Some(byte),
            (byte, Some(open)) if byte == open => quote = None,
            (b'>', None) => return at + 1,
            _ => {}
        }
    }
    attributes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_what_is_dropped() {
        let cases = [
            ("<div>\n", Some("div"), None, false, None),
            ("<div>Loket tutup</div>", Some("div"), Some("div"), true, None),
            ("</div>", None, Some("div"), false, None),
            ("<!-- a <b> -->", None, None, false, None),
            ("<!-->x", None, None, true, None),
            ("<!-- a --><B>x", Some("B"), None, true, None),
            ("<div><!-- a", Some("div"), None, false, Some("-->")),
            ("<div><SCRIPT>a('</div>')", Some("div"), None, false, Some("script")),
            ("<style>a{}</style>", Some("style"), None, false, None),
            ("<a title='<script>'>", Some("a"), None, false, None),
            ("<!DOCTYPE html>", Some("!DOCTYPE"), None, false, None),
            ("<?php echo 1 ?>", Some("?php"), None, false, None),
            ("> <div>\n> </div>", Some("div"), Some("div"), false, None),
            ("1 < 2", None, None, true, None),
            ("<", None, None, true, None),
        ];
        for (html, opening, closing, has_text, unseen) in cases {
            assert_eq!(scan(html), Found { opening, closing, has_text, unseen }, "{html:?}");
        }
        assert_eq!(end_of("<script>a</b></SCRIPT >b", 8, "script"), Some(23));
        assert_eq!(end_of("<script>a</b>", 8, "script"), None);
    }
}
