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
