//! The record of what the output folder holds of ours, as a value and as JSON. Pure: `write` puts
//! it on the disk.

use std::collections::BTreeMap;
use std::ops::Bound;

use blake3::Hash;
use serde::{Deserialize, Serialize};

use crate::url::OutPath;

const FORMAT: u32 = 1;

/// What the output folder holds of ours. Nothing that it does not list is ever removed or
/// overwritten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// The program that made the files, with its version.
    pub generator: String,
    /// Whether the folder holds exactly these files.
    pub state: State,
    /// Every file, by path.
    pub files: BTreeMap<OutPath, Mark>,
}

/// How far the folder is in step with its manifest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// The folder is between two builds: each listed file may be old, new or absent. Do not upload
    /// it.
    Publishing,
    /// The folder holds the listed files with the listed bytes.
    Complete,
}

/// What a file's bytes are known by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// The BLAKE3 hash of the bytes.
    pub hash: Hash,
    /// The number of bytes.
    pub size: u64,
}

/// Why a manifest cannot be trusted.
#[derive(Debug, thiserror::Error)]
pub enum ManifestError {
    /// It is not the JSON that bening writes.
    #[error("{0}")]
    Json(#[from] serde_json::Error),
    /// It was written by another version of bening.
    #[error("format {0} is not known to this version of bening")]
    Format(u32),
    /// It names a file that no build would write.
    #[error("`{0}` is not a path below the output folder")]
    Path(String),
    /// A hash is not one.
    #[error("the hash of `{0}` is not 64 hexadecimal digits")]
    Hash(String),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawManifest {
    format: u32,
    generator: String,
    state: State,
    files: BTreeMap<String, RawMark>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawMark {
    blake3: String,
    size: u64,
}

impl Manifest {
    /// Returns the manifest of a folder that holds nothing of ours.
    pub fn empty() -> Manifest {
        Manifest { generator: String::new(), state: State::Complete, files: BTreeMap::new() }
    }

    /// Returns the manifest to hold while the folder turns from `self` into `next`: it owns the
    /// files of both.
    pub fn widened(&self, next: &Manifest) -> Manifest {
        let mut files = self.files.clone();
        files.extend(next.files.iter().map(|(path, mark)| (path.clone(), *mark)));
        Manifest { generator: next.generator.clone(), state: State::Publishing, files }
    }

    /// Tells whether a file of ours stands at this path.
    pub fn owns(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Tells whether this path cannot stand beside our files: one is a folder of it, or it is a
    /// folder of one.
    pub fn clashes(&self, path: &OutPath) -> bool {
        let below = format!("{path}/");
        let from = (Bound::Included(below.as_str()), Bound::Unbounded);
        let next = self.files.range::<str, _>(from).next();
        next.is_some_and(|(next, _)| next.as_str().starts_with(&below))
            || path.folders().any(|folder| self.owns(folder))
    }

    /// Tells whether a file of ours stands at this folder's path or above it.
    pub fn blocks(&self, folder: &str) -> bool {
        let above = folder.match_indices('/').any(|(end, _)| self.owns(&folder[..end]));
        above || self.owns(folder)
    }

    /// Lists our files that `next` no longer has: pages first, so that none outlives what it names.
    pub fn gone(&self, next: &Manifest) -> Vec<&OutPath> {
        let mut gone: Vec<_> = self.files.keys().filter(|path| !next.owns(path.as_str())).collect();
        gone.sort_by_key(|path| !path.is_page());
        gone
    }

    /// Reads what [`Manifest::to_bytes`] wrote.
    pub fn parse(bytes: &[u8]) -> Result<Manifest, ManifestError> {
        let RawManifest { format, generator, state, files } = serde_json::from_slice(bytes)?;
        if format != FORMAT {
            return Err(ManifestError::Format(format));
        }
        let files = files.into_iter().map(parse_entry).collect::<Result<_, _>>()?;
        Ok(Manifest { generator, state, files })
    }

    /// Writes the manifest as JSON: sorted by path, without time or place, so that equal sites give
    /// equal bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let raw = RawManifest {
            format: FORMAT,
            generator: self.generator.clone(),
            state: self.state,
            files: self.files.iter().map(|(path, mark)| (path.to_string(), mark.raw())).collect(),
        };
        let mut bytes = serde_json::to_vec_pretty(&raw).expect("text and numbers always fit JSON");
        bytes.push(b'\n');
        bytes
    }
}

impl Mark {
    /// Returns the mark of these bytes.
    pub fn of(bytes: &[u8]) -> Mark {
        Mark { hash: blake3::hash(bytes), size: bytes.len() as u64 }
    }

    fn raw(&self) -> RawMark {
        RawMark { blake3: self.hash.to_hex().to_string(), size: self.size }
    }
}

fn parse_entry((path, raw): (String, RawMark)) -> Result<(OutPath, Mark), ManifestError> {
    let RawMark { blake3, size } = raw;
    let Some(place) = OutPath::new(&path) else {
        return Err(ManifestError::Path(path));
    };
    let hash = Hash::from_hex(blake3).map_err(|_| ManifestError::Hash(path))?;
    Ok((place, Mark { hash, size }))
}
