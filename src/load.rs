//! Edge: reads `content/` and `themes/` below the site's root into memory. Interprets nothing: what it cannot take stands
//! among the sources as unread, and the rest is read all the same.
#![expect(clippy::disallowed_methods, reason = "this is the door to the site's sources")]

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::iter::{Either, IntoParallelIterator, ParallelIterator};
use walkdir::{DirEntry, WalkDir};

use crate::sources::{Sources, Unread, slashed};

/// Far above any photograph for a web page; what is larger is a video or an accident.
const LARGEST_KIB: u64 = 64 * 1024;

/// Why nothing could be read.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the words below say what each one is; the fields name the place")]
pub enum LoadError {
    #[error("cannot open the site's folder `{}`: {source}", path.display())]
    Root { path: PathBuf, source: io::Error },
    #[error("there is no folder `{}`", path.display())]
    NoContent { path: PathBuf },
}

/// Reads `content/` and `themes/` below the site's root into memory.
///
/// Hidden files and what editors and systems leave behind are passed over. Links are followed within the root.
///
/// # Errors
/// There is no such root, or no `content/` in it.
pub fn load(root: &Path) -> Result<Sources, LoadError> {
    let named = root;
    let root = fs::canonicalize(named).map_err(|source| LoadError::Root { path: named.to_owned(), source })?;
    let content = root.join("content");
    if !content.is_dir() {
        return Err(LoadError::NoContent { path: named.join("content") });
    }
    let mut found = Vec::new();
    for folder in [content, root.join("themes")] {
        if folder.is_dir() {
            found.extend(walk(&root, &folder));
        }
    }
    Ok(read_all(found))
}

/// A file to read, or why it is not read.
type Found = Result<(String, PathBuf), (String, Unread)>;

/// Lists the files below a folder.
fn walk(root: &Path, folder: &Path) -> Vec<Found> {
    let mut refused = Vec::new();
    let entries = WalkDir::new(folder).follow_links(true).into_iter().filter_entry(|entry| {
        !is_left_behind(entry.file_name())
            && admit(root, entry).map_err(|why| refused.push(Err((text_of(root, entry.path()), why)))).is_ok()
    });
    let mut found: Vec<Found> = entries.filter_map(|entry| listed(root, entry)).collect();
    found.append(&mut refused);
    found
}

/// Names that people did not give: hidden files, and what editors, office programs and systems
/// leave behind.
fn is_left_behind(name: &OsStr) -> bool {
    let name = name.to_string_lossy().to_lowercase();
    name.starts_with('.')
        || name.starts_with("~$")
        || name.starts_with('#') && name.ends_with('#')
        || name.ends_with('~')
        || name.ends_with(".swp")
        || ["thumbs.db", "desktop.ini"].contains(&name.as_str())
}

/// Refuses what must not be read or descended into.
fn admit(root: &Path, entry: &DirEntry) -> Result<(), Unread> {
    if slashed(below(root, entry.path())).is_none() {
        return Err(Unread::NameNotUtf8);
    }
    if entry.path_is_symlink() && leads_out(root, entry.path()) {
        let target = fs::read_link(entry.path()).unwrap_or_default();
        return Err(Unread::LinkOutside { target: target.to_string_lossy().into_owned() });
    }
    if entry.file_type().is_dir() {
        return Ok(());
    }
    // Opening a pipe would wait for ever.
    if !entry.file_type().is_file() {
        return Err(Unread::Refused { kind: io::ErrorKind::Unsupported, reason: String::new() });
    }
    match entry.metadata() {
        Ok(metadata) if metadata.len() > LARGEST_KIB * 1024 => Err(Unread::TooLarge { limit: LARGEST_KIB as usize }),
        Ok(_) => Ok(()),
        Err(error) => Err(unwalkable(&error)),
    }
}

/// Tells whether a link leads out of the root, or to something hidden in it such as `.git`.
fn leads_out(root: &Path, link: &Path) -> bool {
    let Ok(target) = fs::canonicalize(link) else {
        return true;
    };
    let hidden = |part: &OsStr| part.as_encoded_bytes().starts_with(b".");
    target.strip_prefix(root).map_or(true, |inside| inside.iter().any(hidden))
}

/// Turns one step of the walk into a file or a problem; folders are neither.
fn listed(root: &Path, entry: walkdir::Result<DirEntry>) -> Option<Found> {
    match entry {
        Ok(entry) if entry.file_type().is_dir() => None,
        Ok(entry) => Some(Ok((text_of(root, entry.path()), entry.into_path()))),
        Err(error) => {
            let at = error.path().unwrap_or(root);
            // An editor's lock is a link to nowhere.
            if at.file_name().is_some_and(is_left_behind) {
                return None;
            }
            let path = text_of(root, at);
            let why = if error.loop_ancestor().is_some() { Unread::LinkLoop } else { unwalkable(&error) };
            Some(Err((path, why)))
        }
    }
}

/// Reads the files in parallel. What comes out does not depend on the order of the disk or the threads.
fn read_all(found: Vec<Found>) -> Sources {
    let read = |found: Found| {
        let (path, at) = found?;
        fs::read(at).map(|bytes| (path.clone(), bytes)).map_err(|error| (path, refused(&error)))
    };
    let (unread, files): (Vec<_>, Vec<_>) = found.into_par_iter().map(read).partition_map(Either::from);
    Sources::from_pairs(files).with_unread(unread)
}

fn refused(error: &io::Error) -> Unread {
    Unread::Refused { kind: error.kind(), reason: error.to_string() }
}

/// Takes the system's reason alone: the walk's own words repeat the path, and as an absolute one.
fn unwalkable(error: &walkdir::Error) -> Unread {
    let odd = || Unread::Refused { kind: io::ErrorKind::Other, reason: error.to_string() };
    error.io_error().map_or_else(odd, refused)
}

fn below<'a>(root: &Path, at: &'a Path) -> &'a Path {
    at.strip_prefix(root).unwrap_or(at)
}

/// Returns the path below the root as text, with a mark for what is not UTF-8.
fn text_of(root: &Path, at: &Path) -> String {
    let below = below(root, at);
    slashed(below).unwrap_or_else(|| below.to_string_lossy().into_owned())
}
