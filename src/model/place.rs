//! The types of a place on the site. A record says its logical place; only `plan` turns a place into an address.

use std::fmt;

/// A logical place: the words of the path, before anyone decides how an address looks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    segments: Vec<String>,
    file: Option<String>,
    anchor: Option<String>,
}

impl Place {
    /// The front page.
    pub const fn home() -> Self {
        Self { segments: Vec::new(), file: None, anchor: None }
    }

    /// A page at the top of the site.
    pub fn top(segment: &str) -> Self {
        Self::home().down(segment)
    }

    /// The page below this one.
    #[must_use]
    pub fn down(&self, segment: &str) -> Self {
        let mut segments = self.segments.clone();
        segments.push(segment.to_owned());
        Self { segments, file: None, anchor: None }
    }

    /// The same place below a folder at the top of the site.
    #[must_use]
    pub fn within(&self, folder: &str) -> Self {
        let segments = std::iter::once(folder.to_owned()).chain(self.segments.iter().cloned()).collect();
        Self { segments, ..self.clone() }
    }

    /// A file that stands in this page's folder.
    #[must_use]
    pub fn file(&self, name: &str) -> Self {
        Self { segments: self.segments.clone(), file: Some(name.to_owned()), anchor: None }
    }

    /// A part of this page.
    #[must_use]
    pub fn anchor(&self, name: &str) -> Self {
        Self { anchor: Some(name.to_owned()), ..self.clone() }
    }

    /// The page without its anchor.
    #[must_use]
    pub fn whole(&self) -> Self {
        Self { anchor: None, ..self.clone() }
    }

    /// Returns the path's words.
    pub fn segments(&self) -> &[String] {
        &self.segments
    }

    /// Returns the file's name, unless the place is a page.
    pub fn file_name(&self) -> Option<&str> {
        self.file.as_deref()
    }

    /// Returns the anchor.
    pub fn anchor_name(&self) -> Option<&str> {
        self.anchor.as_deref()
    }
}

impl fmt::Display for Place {
    /// Names the place in messages: `/fasilitas/lapas-contoh/`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("/")?;
        for segment in &self.segments {
            write!(f, "{segment}/")?;
        }
        f.write_str(self.file.as_deref().unwrap_or_default())
    }
}
