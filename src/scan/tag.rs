//! Tags of HTML in a text, read as browsers forgive them: without quotes, in any case, without an end.

use std::ops::Range;

/// No tag is read further than this, in bytes.
const LONGEST: usize = 4096;

/// A start tag.
#[derive(Debug)]
pub(super) struct Tag {
    /// In small letters.
    pub(super) name: String,
    /// Where it begins and ends.
    pub(super) start: usize,
    pub(super) end: usize,
    /// In order.
    pub(super) attributes: Vec<Attribute>,
}

/// An attribute of a tag.
#[derive(Debug)]
pub(super) struct Attribute {
    /// In small letters.
    pub(super) name: String,
    /// Where its value stands, without quotes; empty without one.
    pub(super) value: Range<usize>,
}

impl Tag {
    /// The value of an attribute.
    pub(super) fn get<'a>(&self, text: &'a str, name: &str) -> Option<&'a str> {
        self.attributes.iter().find(|one| one.name == name).map(|one| &text[one.value.clone()])
    }
}

/// Reads the start tags of a text.
pub(super) fn all(text: &str) -> impl Iterator<Item = Tag> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from + text[from..].find('<')?;
            from = start + 1;
            if text[from..].starts_with(|c: char| c.is_ascii_alphabetic()) {
                let tag = read(text, start);
                from = tag.end;
                return Some(tag);
            }
        }
    })
}

/// What stands between a tag and the next.
pub(super) fn content<'a>(text: &'a str, tag: &Tag) -> &'a str {
    let rest = &text[tag.end..];
    &rest[..rest.find('<').unwrap_or(rest.len())]
}

fn read(text: &str, start: usize) -> Tag {
    let bytes = text.as_bytes();
    let limit = text.len().min(start + LONGEST);
    let run = |from: usize, ends: &dyn Fn(u8) -> bool| (from..limit).find(|at| ends(bytes[*at])).unwrap_or(limit);
    let mut at = run(start + 1, &|b| !b.is_ascii_alphanumeric() && !matches!(b, b'-' | b'.' | b':'));
    let mut tag = Tag { name: text[start + 1..at].to_ascii_lowercase(), start, end: at, attributes: Vec::new() };
    loop {
        at = run(at, &|b| !b.is_ascii_whitespace() && b != b'/' && b != b'"' && b != b'\'');
        if at == limit || matches!(bytes[at], b'>' | b'<') {
            break;
        }
        let name = at;
        at = run(at + 1, &|b| b.is_ascii_whitespace() || matches!(b, b'=' | b'>' | b'<' | b'/'));
        let named = name..at;
        let equals = run(at, &|b| !b.is_ascii_whitespace());
        let mut value = at..at;
        if equals < limit && bytes[equals] == b'=' {
            at = run(equals + 1, &|b| !b.is_ascii_whitespace());
            value = match bytes.get(at).filter(|_| at < limit) {
                Some(&quote @ (b'"' | b'\'')) => {
                    let end = run(at + 1, &|b| b == quote);
                    let value = at + 1..end;
                    at = (end + 1).min(limit);
                    value
                }
                _ => {
                    let end = run(at, &|b| b.is_ascii_whitespace() || b == b'>');
                    let value = at..end;
                    at = end;
                    value
                }
            };
        }
        // A limit may cut a character; what is cut is dropped.
        if let (Some(name), Some(_)) = (text.get(named), text.get(value.clone())) {
            tag.attributes.push(Attribute { name: name.to_ascii_lowercase(), value });
        }
    }
    tag.end = if at < limit && bytes[at] == b'>' { at + 1 } else { at.max(tag.end) };
    while !text.is_char_boundary(tag.end) {
        tag.end += 1;
    }
    tag
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_as_browsers_do() {
        let text = "a < b <IMG SRC=//a.example/x alt='ä b' async><b <i title=\"x";
        let tags: Vec<Tag> = all(text).collect();
        let names: Vec<&str> = tags.iter().map(|tag| tag.name.as_str()).collect();
        assert_eq!(names, ["img", "b", "i"]);
        assert_eq!(tags[0].get(text, "src"), Some("//a.example/x"));
        assert_eq!(tags[0].get(text, "alt"), Some("ä b"));
        assert_eq!(tags[0].get(text, "async"), Some(""));
        assert_eq!(&text[tags[0].start..tags[0].end], "<IMG SRC=//a.example/x alt='ä b' async>");
        assert_eq!(tags[2].get(text, "title"), Some("x"));
    }
}
