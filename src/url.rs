//! Places → paths of the output folder and addresses. The only module that makes either.

use std::borrow::Borrow;
use std::fmt;

use crate::model::place::Place;
use crate::text;

/// A path below the output folder: relative, slash-separated, never leaving the folder.
// Invariant: places are made of ids and of asset names that `OutPath::new` accepted; joined to a folder it stays inside.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OutPath(String);

impl OutPath {
    /// Accepts a path that names the same file below the output folder on every system. Refused are absolute paths, empty
    /// segments, segments that begin with a dot (`..`, hidden files), segments that end in a dot or a space (Windows drops
    /// both), and the characters `\\`, `:` and control characters.
    pub fn new(path: &str) -> Option<Self> {
        path.split('/').all(is_segment).then(|| Self(path.to_owned()))
    }

    /// Returns the file in which a place is published: a page is `index.html` of its folder.
    pub fn of(place: &Place) -> Self {
        let mut path = place.segments().join("/");
        if !path.is_empty() {
            path.push('/');
        }
        path.push_str(place.file_name().unwrap_or("index.html"));
        Self(path)
    }

    /// Returns the path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the folders above the file, the outermost first: `a`, `a/b` for `a/b/c.html`.
    pub fn folders(&self) -> impl Iterator<Item = &str> {
        self.0.match_indices('/').map(|(at, _)| &self.0[..at])
    }

    /// Tells a page from everything a page may need.
    pub fn is_page(&self) -> bool {
        self.0.ends_with(".html")
    }
}

fn is_segment(segment: &str) -> bool {
    !segment.is_empty()
        && !segment.starts_with('.')
        && !segment.ends_with(['.', ' '])
        && !segment.contains(|c: char| c == '\\' || c == ':' || c.is_control())
}

// Equal and ordered as its text, so that maps of `OutPath` can be asked with a `&str`.
impl Borrow<str> for OutPath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OutPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A page to lead away from.
#[derive(Debug, Clone, Copy)]
pub struct From<'a> {
    here: &'a Place,
    root: Option<&'a str>,
}

impl<'a> From<'a> {
    /// Leads away from a page. The error page is served at any depth, so its addresses start at the site's root.
    pub fn page(here: &'a Place, address: Option<&'a str>) -> Self {
        let anywhere = here.file_name() == Some("404.html");
        Self { here, root: anywhere.then(|| address.map_or("/", root_of)) }
    }

    /// Returns the address of a place as seen from the page. It names `index.html`, so that it works from a folder on a
    /// disk as well as from a server.
    pub fn to(&self, place: &Place) -> String {
        let up = match self.root {
            Some(root) => root.to_owned(),
            None => "../".repeat(self.here.segments().len()),
        };
        up + &text::percent_encode(OutPath::of(place).as_str()) + &fragment(place)
    }
}

/// Returns the canonical address of a place: `https://…/fasilitas/x/`.
pub fn absolute(address: &str, place: &Place) -> String {
    let path = OutPath::of(place);
    let path = path.as_str();
    let short = path.strip_suffix("index.html").unwrap_or(path);
    format!("{address}{}", text::percent_encode(short))
}

/// Returns the canonical address of a part of a page: `https://…/fasilitas/x/#versi-K7`.
pub fn absolute_part(address: &str, place: &Place) -> String {
    absolute(address, place) + &fragment(place)
}

fn fragment(place: &Place) -> String {
    place.anchor_name().map(|anchor| format!("#{}", text::percent_encode(anchor))).unwrap_or_default()
}

// `https://host/sub/` → `/sub/`
fn root_of(address: &str) -> &str {
    let host = address.find("://").map_or(0, |at| at + 3);
    address[host..].find('/').map_or("/", |at| &address[host + at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_inside_the_output() {
        assert!(OutPath::new("fasilitas/contoh/index.html").is_some());
        for wrong in ["", "/a", "a//b", "../a", "a/./b", ".htaccess", "a/b ", "a:b", "a\\b", "con\u{7}"] {
            assert_eq!(OutPath::new(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn addresses_are_relative_to_the_page() {
        let home = Place::home();
        let service = Place::top("fasilitas").down("a").down("layanan");
        assert_eq!(From::page(&home, None).to(&service), "fasilitas/a/layanan/index.html");
        assert_eq!(From::page(&service, None).to(&home), "../../../index.html");
        assert_eq!(From::page(&service, None).to(&home.anchor("x")), "../../../index.html#x");
        assert_eq!(From::page(&service, None).to(&home.file("foto 1.jpg")), "../../../foto%201.jpg");
    }

    #[test]
    fn the_error_page_starts_at_the_root_and_canonical_addresses_are_short() {
        let lost = Place::home().file("404.html");
        let page = Place::top("berita");
        assert_eq!(From::page(&lost, Some("https://a.id/sub/")).to(&page), "/sub/berita/index.html");
        assert_eq!(From::page(&lost, None).to(&page), "/berita/index.html");
        assert_eq!(absolute("https://a.id/sub/", &page), "https://a.id/sub/berita/");
        assert_eq!(absolute_part("https://a.id/", &page.anchor("versi-K7")), "https://a.id/berita/#versi-K7");
    }
}
