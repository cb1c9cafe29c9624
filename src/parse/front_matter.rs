//! Splits a content file into its front matter and its body, with byte offsets into the file. It does not read the YAML,
//! and it expects the byte order mark to be gone.

/// Keys of other programs' front matter, and what they are called here. They are read so that texts can move in as they are.
pub const ALIASES: [(&str, &str); 14] = [
    ("title", "judul"),
    ("date", "tanggal"),
    ("description", "ringkasan"),
    ("summary", "ringkasan"),
    ("tags", "topik"),
    ("author", "kontributor"),
    ("authors", "kontributor"),
    ("image", "foto"),
    ("draft", "draf"),
    ("publish_at", "tayang"),
    ("publishDate", "tayang"),
    ("expires_at", "kedaluwarsa"),
    ("expiryDate", "kedaluwarsa"),
    ("aliases", "alias"),
];

/// A content file in two parts. Both are slices of the text; the offsets say where they begin in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parts<'a> {
    /// What stands between the fences, with its last line ending; `None` when the file has no front matter.
    pub front: Option<&'a str>,
    /// Where the front matter begins; 0 when there is none.
    pub front_offset: usize,
    /// What follows the closing fence, or the whole text.
    pub body: &'a str,
    /// Where the body begins.
    pub body_offset: usize,
}

/// An opening `---` that nothing closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unclosed {
    /// Where the closing `---` most likely belongs: the first line that cannot be a YAML mapping, or the end of the text.
    pub offset: usize,
}

/// Splits `text` at its fences: `---` alone on the first line, closed by a line `---` or `...`.
///
/// # Errors
///
/// [`Unclosed`] when the first line opens front matter and no line closes it.
pub fn split(text: &str) -> Result<Parts<'_>, Unclosed> {
    let opening = text.split_inclusive('\n').next().unwrap_or_default();
    if !is_fence(opening, &["---"]) {
        return Ok(Parts { front: None, front_offset: 0, body: text, body_offset: 0 });
    }
    let front_offset = opening.len();
    let mut at = front_offset;
    for line in text[front_offset..].split_inclusive('\n') {
        let next = at + line.len();
        if is_fence(line, &["---", "..."]) {
            let front = Some(&text[front_offset..at]);
            return Ok(Parts { front, front_offset, body: &text[next..], body_offset: next });
        }
        at = next;
    }
    Err(Unclosed { offset: first_prose_line(text, front_offset) })
}

fn is_fence(line: &str, fences: &[&str]) -> bool {
    fences.contains(&line.trim_end_matches(['\n', '\r', ' ', '\t']))
}

fn first_prose_line(text: &str, from: usize) -> usize {
    let mut at = from;
    for line in text[from..].split_inclusive('\n') {
        if !may_be_yaml(line) {
            return at;
        }
        at += line.len();
    }
    text.len()
}

/// Blank, indented, comment, list entry, closing bracket, or `key:`.
fn may_be_yaml(line: &str) -> bool {
    let key = line.split(':').next().unwrap_or_default();
    line.trim().is_empty()
        || line.starts_with([' ', '\t', '#', '-', ']', '}'])
        || (key.len() < line.len() && !key.contains(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_at_the_fences() {
        let cases: &[(&str, Option<&str>, &str)] = &[
            ("", None, ""),
            ("Halo\n---\nx", None, "Halo\n---\nx"),
            ("---\njudul: A\n---\nIsi\n", Some("judul: A\n"), "Isi\n"),
            ("---\r\njudul: A\r\n---\r\nIsi\r\n", Some("judul: A\r\n"), "Isi\r\n"),
            ("--- \t\njudul: A\n...  \nIsi", Some("judul: A\n"), "Isi"),
            ("---\n---\n", Some(""), ""),
            ("---\n---", Some(""), ""),
            ("---\na: |\n  ---\n---\nb\n---\n", Some("a: |\n  ---\n"), "b\n---\n"),
            ("----\na\n---\n", None, "----\na\n---\n"),
            (" ---\na\n---\n", None, " ---\na\n---\n"),
            ("--- a\n---\n", None, "--- a\n---\n"),
        ];
        for &(text, front, body) in cases {
            let parts = split(text).unwrap();
            assert_eq!((parts.front, parts.body), (front, body), "{text:?}");
            assert_eq!(&text[parts.body_offset..], body, "{text:?}");
            let front = front.unwrap_or_default();
            assert!(text[parts.front_offset..].starts_with(front), "{text:?}");
        }
    }

    #[test]
    fn says_where_the_closing_fence_belongs() {
        let cases: &[(&str, &str)] = &[
            ("---", ""),
            ("---\njudul: A\n", ""),
            ("---\njudul: A\ndaftar:\n- x\n\nKunjungan dibuka.\n", "Kunjungan dibuka.\n"),
            ("---\njudul: A\nJam kunjungan: 08.00\n", "Jam kunjungan: 08.00\n"),
        ];
        for &(text, rest) in cases {
            let Unclosed { offset } = split(text).unwrap_err();
            assert_eq!(&text[offset..], rest, "{text:?}");
        }
    }
}
