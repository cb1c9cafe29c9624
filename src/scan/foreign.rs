//! What a page brings in from elsewhere, or runs: frames, scripts, pictures, styles, handlers. Links are not meant: they
//! bring in nothing until somebody follows them.

use std::ops::Range;

use super::tag::{self, Tag};
use super::{Finding, Medium, What, quoted};

/// How far around an address is looked, in bytes.
const NEAR: usize = 300;

/// Elements that bring in what their address names, or send to it.
const BRINGING: &[&str] = &[
    "iframe", "frame", "script", "object", "embed", "link", "img", "form", "input", "button", "source", "video",
    "audio", "track", "base", "image", "use", "applet", "portal", "body", "table", "td",
];
const ADDRESSES: &[&str] =
    &["src", "href", "action", "formaction", "data", "poster", "srcset", "xlink:href", "background", "lowsrc", "code"];
/// Relations of `link` that bring in nothing.
const ONLY_NAMED: &[&str] =
    &["canonical", "alternate", "me", "license", "author", "help", "search", "prev", "next", "bookmark", "profile"];
/// What handlers are named after.
const EVENTS: &[&str] = &[
    "abort",
    "after",
    "animation",
    "auxclick",
    "before",
    "begin",
    "blur",
    "can",
    "change",
    "click",
    "close",
    "context",
    "copy",
    "cut",
    "dblclick",
    "drag",
    "drop",
    "end",
    "error",
    "focus",
    "fullscreen",
    "gotpointer",
    "hashchange",
    "input",
    "invalid",
    "key",
    "load",
    "lostpointer",
    "message",
    "mouse",
    "offline",
    "online",
    "page",
    "paste",
    "play",
    "pointer",
    "popstate",
    "progress",
    "ready",
    "repeat",
    "reset",
    "resize",
    "scroll",
    "search",
    "select",
    "show",
    "storage",
    "submit",
    "toggle",
    "touch",
    "transition",
    "unhandled",
    "unload",
    "volume",
    "wheel",
];

/// Finds what is foreign.
pub(super) fn find(text: &str, medium: Medium) -> Vec<Finding> {
    let mut found = Vec::new();
    if medium == Medium::Style {
        found.extend(styles(text, 0..text.len()));
        return found;
    }
    for tag in tag::all(text) {
        found.extend(foreign(text, &tag).map(|at| quoted(text, What::ForeignFrame, at)));
        if tag.name == "style" {
            found.extend(styles(text, tag.end..tag.end + tag::content(text, &tag).len()));
        }
        if let Some(style) = tag.attributes.iter().find(|one| one.name == "style") {
            found.extend(styles(text, style.value.clone()));
        }
    }
    if medium == Medium::Content {
        found.extend(markdown(text));
    }
    found
}

/// What of a tag is foreign: the attribute, or the whole tag.
fn foreign(text: &str, tag: &Tag) -> Option<Range<usize>> {
    let refresh = tag.name == "meta"
        && tag.get(text, "http-equiv").is_some_and(|value| value.trim().eq_ignore_ascii_case("refresh"))
        && tag.get(text, "content").is_some_and(|value| {
            let low = value.to_ascii_lowercase();
            low.split_once("url=").is_some_and(|(_, address)| has_host(address.trim_start_matches(['"', '\''])))
        });
    let named = tag.name == "link"
        && tag.get(text, "rel").is_some_and(|rel| rel.split_whitespace().all(|one| ONLY_NAMED.contains(&one)));
    let brings = !named && BRINGING.contains(&tag.name.as_str());
    let bad = tag.attributes.iter().find(|attribute| {
        let value = &text[attribute.value.clone()];
        let address = ADDRESSES.contains(&attribute.name.as_str());
        let handler = attribute
            .name
            .strip_prefix("on")
            .is_some_and(|event| EVENTS.iter().any(|one| event.starts_with(one)) && !attribute.value.is_empty());
        handler || (address && runs(value)) || (address && brings && has_host(value)) || attribute.name == "srcdoc"
    });
    if refresh {
        return Some(tag.start..tag.end);
    }
    bad.map(|attribute| tag.start..attribute.value.end)
}

/// An address as a browser sees it: without white space and control characters before it or inside its scheme.
fn seen(address: &str) -> String {
    address.chars().filter(|c| !c.is_control() && !c.is_whitespace()).take(40).collect::<String>().to_ascii_lowercase()
}

fn has_host(address: &str) -> bool {
    let address = seen(address);
    ["http:", "https:", "//", "\\\\", "/\\", "ftp:"].iter().any(|start| address.starts_with(start))
}

/// Whether an address is code.
fn runs(address: &str) -> bool {
    let address = seen(address).replace("&colon;", ":");
    ["javascript:", "vbscript:", "data:text/html", "data:image/svg", "data:application", "data:text/javascript"]
        .iter()
        .any(|start| address.starts_with(start))
}

/// `@import` and `url()` of another host, and code in style.
fn styles(text: &str, part: Range<usize>) -> Vec<Finding> {
    let mut found = Vec::new();
    let low = text[part.clone()].to_ascii_lowercase();
    let mut add = |at: usize, length: usize| {
        let end = part.start + (at + length).min(low.len());
        found.push(quoted(text, What::ForeignFrame, part.start + at..floor(text, end)));
    };
    for (at, word) in low.match_indices("url(") {
        let address = near(&low[at + word.len()..]).trim_start().trim_start_matches(['"', '\'']);
        if has_host(address) || runs(address) && !address.starts_with("data:image/svg") {
            add(at, near(&low[at..]).find(')').map_or(40, |end| end + 1));
        }
    }
    for (at, word) in low.match_indices("@import") {
        let address = near(&low[at + word.len()..]).trim_start();
        if address.starts_with(['"', '\'']) && has_host(&address[1..]) {
            add(at, near(&low[at..]).find(';').unwrap_or(40));
        }
    }
    for word in ["expression(", "-moz-binding", "behavior:"] {
        let whole = |at: usize| !low[..at].ends_with(|c: char| c.is_alphanumeric() || c == '-');
        for (at, _) in low.match_indices(word).filter(|(at, _)| whole(*at)) {
            add(at, word.len());
        }
    }
    found
}

/// Pictures of another host and links that are code, as Markdown writes them.
fn markdown(text: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("](") {
        let address = near(&text[at + 2..]).trim_start_matches([' ', '<']);
        let line = ceiling(text, at.saturating_sub(NEAR));
        let open = text[line..at].rfind('[').map(|open| line + open);
        let picture = open.is_some_and(|open| text[..open].ends_with('!'));
        if runs(address) || (picture && has_host(address)) {
            let start = open.map_or(at, |open| open - usize::from(picture));
            let end = near(&text[at..]).find([')', '\n']).map_or(at + 2, |end| at + end);
            found.push(quoted(text, What::ForeignFrame, start..end));
        }
    }
    found
}

/// As much of a text as is needed to judge an address at its start.
fn near(text: &str) -> &str {
    &text[..floor(text, text.len().min(NEAR))]
}

fn ceiling(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(text: &str, medium: Medium) -> usize {
        find(text, medium).len()
    }

    #[test]
    fn what_is_brought_in_is_foreign_and_a_link_is_not() {
        for text in [
            "<iframe src=//a.example>",
            "<img srcset='https://a.example/x 2x'>",
            "<a href='java\nscript:x'>",
            "<form action=http://a.example>",
            "<p onclick=x()>",
            "<svg/onload=x>",
            "![x](https://a.example/b.png)",
            "[x](javascript:y)",
            "<meta http-equiv=Refresh content='0;URL=//a.example'>",
            "<p style='background:url(//a.example)'>",
        ] {
            assert_eq!(count(text, Medium::Content), 1, "{text}");
        }
        for text in [
            "<a href=https://a.example>",
            "<img src=foto.jpg>",
            "<link rel=canonical href=https://a.example>",
            "<p class=onclick on>",
            "[x](https://a.example)",
            "![x](b.png) dan [y](https://a.example)",
            "<meta http-equiv=refresh content='0; url={{ x }}'>",
        ] {
            assert_eq!(count(text, Medium::Content), 0, "{text}");
        }
    }

    #[test]
    fn style_brings_in_nothing_from_another_host() {
        for text in ["a{b:url( 'https://a.example' )}", "@import '//a.example';", "a{width:expression(x)}"] {
            assert_eq!(count(text, Medium::Style), 1, "{text}");
        }
        for text in ["a{b:url(c.png)}", "@import 'b.css';", "a{scroll-behavior:smooth}", "a[href^='http']{color:red}"] {
            assert_eq!(count(text, Medium::Style), 0, "{text}");
        }
    }
}
