//! A file that a record publishes beside its page: a photo, a decree, a report.

use crate::sources::SourceId;

/// A file of the content folder, named where a record points at it and found to exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// The file itself.
    pub source: SourceId,
    /// Its own name, without folders: `foto.jpg`.
    pub name: String,
}
