//! Makes a finished page smaller without touching a word of it. It never sees templates, style sheets or scripts.
//!
//! The minifier removes the white space between inline elements that stand directly in `div`, `nav`, `section` and other
//! block elements, so that two words may become one. A page's words are therefore compared before and after, and a page
//! that would change is kept as it was.

mod visible;

use std::panic;
use visible::{Visible, depth};

/// A page after minifying.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Minified {
    /// The page to write.
    pub bytes: Vec<u8>,
    /// Why the page was kept as it was, if it was.
    pub kept_as_is: Option<Loss>,
}

/// What minifying would have cost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Loss {
    /// Words of the page changed, most often by being joined.
    Words {
        /// The words as the page has them.
        before: String,
        /// What they would have become.
        after: String,
    },
    /// Elements are nested so deeply that the minifier's recursion could exhaust the stack.
    Depth,
    /// The minifier panicked.
    Panic,
}

/// Deeper than any page a theme makes; far less than what a thread's 2 MiB stack holds.
const DEPTH_MAX: usize = 100;

/// Minifies a page, or keeps it when that would change what it says.
pub fn minify(html: &str) -> Minified {
    let keep = |loss| Minified { bytes: html.as_bytes().to_vec(), kept_as_is: Some(loss) };
    if depth(html.as_bytes()) > DEPTH_MAX {
        return keep(Loss::Depth);
    }
    let minified = panic::catch_unwind(|| minify_html::minify(html.as_bytes(), &settings()));
    match minified {
        Err(_) => keep(Loss::Panic),
        Ok(bytes) if Visible::new(html.as_bytes()).eq(Visible::new(&bytes)) => Minified { bytes, kept_as_is: None },
        Ok(bytes) => keep(first_difference(html.as_bytes(), &bytes)),
    }
}

/// Only what leaves valid HTML valid. The script and style minifiers stay off: they can hang.
fn settings() -> minify_html::Cfg {
    minify_html::Cfg {
        keep_closing_tags: true,
        keep_html_and_head_opening_tags: true,
        keep_input_type_text_attr: true,
        ..minify_html::Cfg::default()
    }
}

/// Reads the words again, slowly, once it is known that they differ.
fn first_difference(before: &[u8], after: &[u8]) -> Loss {
    let text = |html| String::from_utf8_lossy(&Visible::new(html).collect::<Vec<u8>>()).into_owned();
    let (before, after) = (text(before), text(after));
    let (mut was, mut is) = (before.split(' '), after.split(' '));
    let (mut one, mut other) = ("", "");
    while one == other {
        match (was.next(), is.next()) {
            (None, None) => break,
            (a, b) => (one, other) = (a.unwrap_or_default(), b.unwrap_or_default()),
        }
    }
    Loss::Words { before: gather(one, other, was), after: gather(other, one, is) }
}

/// `first` and as many of the following words as together spell `joined`.
fn gather<'a>(first: &str, joined: &str, following: impl Iterator<Item = &'a str>) -> String {
    let mut words = first.to_owned();
    let mut rest = joined.strip_prefix(first).filter(|_| !first.is_empty()).unwrap_or_default();
    for word in following {
        let Some(left) = rest.strip_prefix(word).filter(|_| !rest.is_empty()) else {
            break;
        };
        words = words + " " + word;
        rest = left;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minified(html: &str) -> String {
        let minified = minify(html);
        assert_eq!(minified.kept_as_is, None, "{html}");
        String::from_utf8(minified.bytes).unwrap()
    }

    #[test]
    fn makes_pages_smaller() {
        let cases = [
            ("<p> a  <b>b</b>  c </p>\n\n<p>d</p>", "<p>a <b>b</b> c</p><p>d</p>"),
            (
                "<!doctype html>\n<html><head> <title>a</title></head> <body> <p>a</p> </body> </html>",
                "<!doctype html><html><head><title>a</title></head><body><p>a</p></body></html>",
            ),
            ("<ul>\n  <li> a </li>\n  <li> b </li>\n</ul>", "<ul><li>a</li><li>b</li></ul>"),
            ("<pre>  a\n\n   b </pre>", "<pre>  a\n\n   b </pre>"),
            ("<textarea> a\n  b </textarea>", "<textarea> a\n  b </textarea>"),
            ("<p>a<!-- b -->c</p>", "<p>ac</p>"),
            ("<input type=\"text\" name=\"q\">", "<input name=q type=text>"),
            (
                "<p title=\"a > b\">a &amp; b &lt;c&gt; &quot;&nbsp;d&hellip;&#x27;</p>",
                "<p title=\"a > b\">a & b &lt;c> \"\u{a0}d…'</p>",
            ),
            ("<script> a  <  b </script><style> p  {} </style>", "<script>a  <  b</script><style>p  {}</style>"),
            ("<p>a &amp;amp; b &amp;lt; AT&T</p>", "<p>a &amp;amp; b &amp;lt; AT&T</p>"),
        ];
        for (html, expected) in cases {
            let once = minified(html);
            assert_eq!(once, expected, "{html}");
            assert_eq!(minified(&once), once, "again: {html}");
        }
    }

    #[test]
    fn keeps_pages_whose_words_would_change() {
        let deep = format!("{}a{}", "<div>".repeat(101), "</div>".repeat(101));
        let loss = |before: &str, after: &str| Loss::Words { before: before.into(), after: after.into() };
        let cases = [
            ("<div>Telp: <a>1</a> <a>2</a></div>", loss("1 2", "12")),
            (
                "<p>x</p><div><strong>Biaya:</strong> <span>Gratis</span> <b>!</b></div>",
                loss("Biaya: Gratis !", "Biaya:Gratis!"),
            ),
            ("<nav><a>Satu</a>\n<a>Dua</a></nav>", loss("Satu Dua", "SatuDua")),
            (&*deep, Loss::Depth),
        ];
        for (html, loss) in cases {
            let kept = Minified { bytes: html.as_bytes().to_vec(), kept_as_is: Some(loss) };
            assert_eq!(minify(html), kept, "{html}");
        }
    }

    #[test]
    fn reads_the_words_of_a_page() {
        let cases = [
            ("<p>a</p><p>b<br>c</p>", "a b c"),
            (" <b>a</b>b <i> c</i><wbr>d", "ab cd"),
            ("a<!-- x > y -->b<!--> c", "ab c"),
            ("<a title='>' href=\"<x>\">a</a>", "a"),
            ("<title>a<b></title>c", "a<b> c"),
            ("<script>a</b></script>b<STYLE>c</Style >d", "b d"),
            (
                "&lt;b&gt;&#65;&#x42;&#32;c&nbsp;d &eacute; &unknown; & &# &#xfffffff;",
                "<b>AB c\u{a0}d &eacute; &unknown; & &# &#xfffffff;",
            ),
            ("1 < 2 <3", "1 < 2 <3"),
            ("</>a<", "a<"),
            ("<", "<"),
            ("<a", ""),
            ("", ""),
        ];
        for (html, expected) in cases {
            let text: Vec<u8> = Visible::new(html.as_bytes()).collect();
            assert_eq!(String::from_utf8(text).unwrap(), expected, "{html:?}");
        }
    }

    #[test]
    fn no_page_stops_it() {
        const PIECES: [&str; 40] = [
            "<div>",
            "</div>",
            "<p>",
            "</p>",
            "<a href=x>",
            "</a>",
            "<b>",
            "</b>",
            " ",
            "\n",
            "kata",
            "dua",
            "<!--",
            "-->",
            "<script>",
            "</script>",
            "<style>",
            "</style>",
            "<pre>",
            "</pre>",
            "<textarea>",
            "</textarea>",
            "<title>",
            "<svg><path d=\"M0 0\"/>",
            "</svg>",
            "<",
            ">",
            "&",
            "&amp;",
            "&lt;",
            "&#x3c;",
            "&nbsp;",
            "&notit;",
            "<?x",
            "<!x",
            "\"",
            "'",
            "é🙂",
            "<br>",
            "<td>",
        ];
        let mut state = 7_u64;
        let mut random = move |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(state >> 33).unwrap() % below
        };
        let mut smaller = 0;
        for _ in 0..4000 {
            let html: String = (0..random(30)).map(|_| PIECES[random(PIECES.len())]).collect();
            let Minified { bytes, kept_as_is } = minify(&html);
            assert_ne!(kept_as_is, Some(Loss::Panic), "{html:?}");
            assert!(Visible::new(html.as_bytes()).eq(Visible::new(&bytes)), "{html:?}");
            smaller += usize::from(kept_as_is.is_none() && bytes.len() < html.len());
        }
        assert!(smaller > 1000, "{smaller}");
    }
}
