//! The files in memory: all that a build may look at. Reading them from a disk is the business of `load`.

use std::ffi::OsStr;
use std::io::ErrorKind;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

/// Names one file of a `Sources`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(u32);

/// One file: its path below the site root and its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Slash-separated, relative to the site root: `content/berita/monev.md`.
    pub path: String,
    /// As read; empty where nothing could be.
    pub bytes: Arc<[u8]>,
    /// Why nothing could be read.
    pub unread: Option<Unread>,
}

/// Why a file or folder that stands in a site was not read. Its path is known all the same, so it can be reported, and
/// what refers to it is not a second problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// A link out of the site, or to something hidden in it.
    LinkOutside {
        /// Where it leads.
        target: String,
    },
    /// A link to a folder that holds it.
    LinkLoop,
    /// A name that is not UTF-8; the path carries a mark for each such byte.
    NameNotUtf8,
    /// More bytes than are read.
    TooLarge {
        /// The limit in KiB.
        limit: usize,
    },
    /// The machine's own reason.
    Refused {
        /// Its kind.
        kind: ErrorKind,
        /// In the machine's words.
        reason: String,
    },
}

const BOM: &[u8] = b"\xEF\xBB\xBF";

impl Source {
    /// Returns the text without its byte order mark.
    ///
    /// # Errors
    /// The offset of the first byte that is not UTF-8, counted as in the text.
    pub fn text(&self) -> Result<&str, usize> {
        let bytes = self.bytes.strip_prefix(BOM).unwrap_or(&self.bytes);
        std::str::from_utf8(bytes).map_err(|error| error.valid_up_to())
    }

    /// Returns how many bytes stand before the text: those of a byte order mark.
    pub fn mark(&self) -> usize {
        if self.bytes.starts_with(BOM) { BOM.len() } else { 0 }
    }

    /// Returns the text up to an offset, as far as it is UTF-8.
    pub fn text_before(&self, offset: usize) -> &str {
        let bytes = self.bytes.strip_prefix(BOM).unwrap_or(&self.bytes);
        let before = &bytes[..offset.min(bytes.len())];
        let whole = std::str::from_utf8(before).map_or_else(|error| error.valid_up_to(), str::len);
        std::str::from_utf8(&before[..whole]).unwrap_or_default()
    }

    /// Returns the path's last part.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// Returns the path's folder, without a slash at the end.
    pub fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }
}

/// All files of a build, sorted by path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sources {
    files: Vec<Source>,
}

impl Sources {
    /// Makes sources from paths and contents. A path that comes twice keeps its last content.
    pub fn from_pairs<P: Into<String>, B: Into<Vec<u8>>>(files: impl IntoIterator<Item = (P, B)>) -> Self {
        let source = |(path, bytes): (P, B)| Source { path: path.into(), bytes: bytes.into().into(), unread: None };
        let mut files: Vec<Source> = files.into_iter().map(source).collect();
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files.reverse();
        files.dedup_by(|a, b| a.path == b.path);
        files.reverse();
        Self { files }
    }

    /// Returns these files and more; a path that is there already keeps its content.
    #[must_use]
    pub fn with<'b>(&self, more: impl IntoIterator<Item = (String, &'b [u8])>) -> Self {
        self.and(more.into_iter().map(|(path, bytes)| Source { path, bytes: bytes.into(), unread: None }))
    }

    /// Returns these files and what stands beside them unread.
    #[must_use]
    pub fn with_unread(&self, unread: impl IntoIterator<Item = (String, Unread)>) -> Self {
        self.and(unread.into_iter().map(|(path, why)| Source { path, bytes: Arc::new([]), unread: Some(why) }))
    }

    /// Returns these files, some with other bytes.
    #[must_use]
    pub fn replaced(&self, mut bytes: std::collections::BTreeMap<String, Vec<u8>>) -> Self {
        let file = |file: &Source| match bytes.remove(&file.path) {
            Some(bytes) => Source { bytes: bytes.into(), ..file.clone() },
            None => file.clone(),
        };
        Self { files: self.files.iter().map(file).collect() }
    }

    fn and(&self, more: impl Iterator<Item = Source>) -> Self {
        let mut files = self.files.clone();
        files.extend(more.filter(|source| self.find(&source.path).is_none()));
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Self { files }
    }

    /// Finds a file by its path.
    pub fn find(&self, path: &str) -> Option<SourceId> {
        let at = self.files.binary_search_by(|file| file.path.as_str().cmp(path)).ok()?;
        Some(id(at))
    }

    /// Returns a file.
    pub fn get(&self, id: SourceId) -> &Source {
        &self.files[id.0 as usize]
    }

    /// Returns every file in order of its path.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (SourceId, &Source)> {
        self.files.iter().enumerate().map(|(at, file)| (id(at), file))
    }

    /// Returns the files below a folder (named without a slash at the end), in order.
    pub fn under<'a>(&'a self, folder: &str) -> impl Iterator<Item = (SourceId, &'a Source)> + use<'a> {
        self.range(folder).map(|at| (id(at), &self.files[at]))
    }

    fn range(&self, folder: &str) -> Range<usize> {
        let prefix = format!("{folder}/");
        let from = self.files.partition_point(|file| file.path < prefix);
        let count = self.files[from..].partition_point(|file| file.path.starts_with(&prefix));
        from..from + count
    }
}

/// Returns a relative path as slash-separated text, whatever the system's own separator; `None` if it is not UTF-8.
pub fn slashed(relative: &Path) -> Option<String> {
    let segments: Option<Vec<&str>> = relative.iter().map(OsStr::to_str).collect();
    Some(segments?.join("/"))
}

fn id(at: usize) -> SourceId {
    SourceId(u32::try_from(at).expect("a site has fewer than 2^32 files"))
}
