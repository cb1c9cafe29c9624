//! Edge: publishes finished files into the output folder. Makes no content and chooses no path.
//!
//! Files are staged whole in `.bening/stage` while they are made; nothing visible changes before
//! `commit`, which renames them in: what pages need, then pages from the deepest up, the home page
//! last; only then goes what the site no longer has. Killed at any moment, every file is whole, old
//! or new, and no page lacks a file it names, as long as such files carry their hash in their name.
//! The manifest is widened before the first rename, so the next build knows what is ours and mends
//! the rest: it trusts the bytes on the disk, never a hash on record. One gap is inherent: where a
//! file turns into a folder or back, the old has to go before the new can come.
#![expect(clippy::disallowed_methods, reason = "this is the door to the output folder")]

mod disk;
mod publish;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard};

use walkdir::WalkDir;

use crate::artifact::{Artifact, Sink, SinkError};
use crate::lang::Label;
use crate::manifest::{Manifest, Mark, State};
use crate::sources::slashed;
use crate::url::OutPath;
use crate::write::disk::{Lock, Stage, Stands, act, first_visible, holds, io, resolve, stands};
use crate::write::publish::Publication;

/// Hidden, so that web servers and the check for foreign content pass it by.
const OWN_FOLDER: &str = ".bening";
const MANIFEST: &str = ".bening/manifest.json";

/// Why the output folder could not be opened or published.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the words below say what each one is; the fields name the place")]
pub enum WriteError {
    #[error("cannot {} `{}`: {source}", action.en, path.display())]
    Io { action: Label, path: PathBuf, source: io::Error },
    #[error("`{}` holds `{found}`, which bening did not make; choose an empty folder", output.display())]
    NotOurs { output: PathBuf, found: String },
    #[error("`{}` overlaps the site's own sources; choose another output folder", output.display())]
    Sources { output: PathBuf },
    #[error("another build is writing into `{}`", output.display())]
    Busy { output: PathBuf },
    #[error("`{}` is damaged ({reason}); empty the output folder and build again", path.display())]
    Manifest { path: PathBuf, reason: String },
    #[error("`{}` is in the way and bening did not make it; move it elsewhere", path.display())]
    Foreign { path: PathBuf },
    #[error("`{}` is a link, which may lead out of the output folder; remove it", path.display())]
    Link { path: PathBuf },
    #[error("two files of the site want the path `{path}`")]
    Twice { path: OutPath },
    #[error("the site wants `{path}`, but a part of that path is already a file of the site")]
    Nested { path: OutPath },
    #[error("a file of the site could not be taken, so nothing was published")]
    Incomplete,
}

/// What a build did to the output folder.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that were not there before.
    pub new: usize,
    /// Files that were there with other bytes.
    pub changed: usize,
    /// Files that were not touched.
    pub unchanged: usize,
    /// Files of ours that the site no longer has.
    pub removed: usize,
    /// The size of the whole site, without the manifest.
    pub bytes: u64,
}

/// Refuses an output folder that is the site's root or holds it, or that overlaps `content/` or `themes/`.
///
/// # Errors
/// The refusal, or the machine's when it cannot tell where a folder is.
pub fn refuse_sources(output: &Path, root: &Path) -> Result<(), WriteError> {
    let resolved = resolve(output)?;
    let mut overlaps = resolve(root)?.starts_with(&resolved);
    for folder in ["content", "themes"] {
        let folder = resolve(&root.join(folder))?;
        overlaps |= resolved.starts_with(&folder) || folder.starts_with(&resolved);
    }
    match overlaps {
        true => Err(WriteError::Sources { output: output.to_owned() }),
        false => Ok(()),
    }
}

/// An output folder open for one build; dropped without `commit` it leaves what was published
/// before untouched.
pub struct Writer {
    output: PathBuf,
    generator: String,
    old: Manifest,
    progress: Mutex<Progress>,
    // Invariant: declared before the lock, so that the stage is cleared while the folder is still
    // held.
    stage: Stage,
    _lock: Lock,
}

/// What has been put so far; a build in which more was begun than finished is not published.
#[derive(Default)]
struct Progress {
    begun: usize,
    taken: BTreeSet<OutPath>,
    finished: BTreeMap<OutPath, Mark>,
    staged: BTreeMap<OutPath, Staged>,
}

/// A file that waits to be renamed into its place.
struct Staged {
    at: PathBuf,
    replaces: bool,
}

/// What a file finds where it is to go.
enum Place {
    Empty,
    SameBytes,
    OtherBytes,
}

impl Writer {
    /// Opens `output` for a build and makes the folder if there is none.
    ///
    /// Refuses a folder with visible content that bening did not make; hidden files at its top are
    /// left alone.
    ///
    /// # Errors
    /// The refusal, another build in the folder, or the machine's reason.
    pub fn open(output: &Path, generator: &str) -> Result<Writer, WriteError> {
        fs::create_dir_all(output).map_err(io(act::MAKE, output))?;
        refuse_foreign_content(output)?;
        let own = output.join(OWN_FOLDER);
        stands(&own)?;
        fs::create_dir_all(&own).map_err(io(act::MAKE, &own))?;
        let lock = Lock::take(output, &own.join("lock"))?;
        let old = read_manifest(&output.join(MANIFEST))?;
        Ok(Writer {
            output: output.to_owned(),
            generator: generator.to_owned(),
            old: old.unwrap_or_else(Manifest::empty),
            progress: Mutex::default(),
            stage: Stage::open(own.join("stage"))?,
            _lock: lock,
        })
    }

    /// Publishes everything put since `open` and removes files of ours that are no longer part of
    /// the site.
    ///
    /// # Errors
    /// What kept the site from being whole, or the machine's reason.
    pub fn commit(self) -> Result<Written, WriteError> {
        let Progress { begun, finished, staged, .. } = std::mem::take(&mut *self.progress());
        if begun != finished.len() {
            return Err(WriteError::Incomplete);
        }
        let generator = self.generator.clone();
        let new = Manifest { generator, state: State::Complete, files: finished };
        if let Some(path) = new.files.keys().find(|path| new.clashes(path)) {
            return Err(WriteError::Nested { path: path.clone() });
        }
        let publication = Publication::plan(&self.output, &self.old, &new, &staged)?;
        let mut written = count(&new, &staged);
        if !staged.is_empty() || new != self.old {
            written.removed = publication.run(&self.stage)?;
        }
        Ok(written)
    }

    fn take(&self, Artifact { path, bytes }: Artifact) -> Result<(), WriteError> {
        self.progress().begin(&path)?;
        let staged = match self.place(&path, &bytes)? {
            Place::SameBytes => None,
            Place::OtherBytes => Some(Staged { at: self.stage.add(&bytes)?, replaces: true }),
            Place::Empty => Some(Staged { at: self.stage.add(&bytes)?, replaces: false }),
        };
        self.progress().finish(path, Mark::of(&bytes), staged);
        Ok(())
    }

    /// Looks where a file is to go, and refuses what is not ours to replace.
    fn place(&self, path: &OutPath, bytes: &[u8]) -> Result<Place, WriteError> {
        for folder in path.folders() {
            let at = self.at(folder);
            match stands(&at)? {
                Stands::Folder => {}
                Stands::Nothing => return Ok(Place::Empty),
                Stands::File { .. } if self.old.owns(folder) => return Ok(Place::Empty),
                Stands::File { .. } | Stands::Other => {
                    return Err(WriteError::Foreign { path: at });
                }
            }
        }
        let at = self.at(path.as_str());
        match stands(&at)? {
            Stands::Nothing => Ok(Place::Empty),
            Stands::Folder => self.refuse_foreign_below(&at).map(|()| Place::Empty),
            Stands::File { size } if size == bytes.len() as u64 && holds(&at, bytes)? => Ok(Place::SameBytes),
            Stands::File { .. } if self.old.owns(path.as_str()) => Ok(Place::OtherBytes),
            Stands::File { .. } | Stands::Other => Err(WriteError::Foreign { path: at }),
        }
    }

    /// A folder makes way for a file only if every file in it is ours.
    fn refuse_foreign_below(&self, folder: &Path) -> Result<(), WriteError> {
        for entry in WalkDir::new(folder).sort_by_file_name() {
            let entry = entry.map_err(|error| io(act::LIST, folder)(error.into()))?;
            let below = entry.path().strip_prefix(&self.output).ok().and_then(slashed);
            if !entry.file_type().is_dir() && !below.is_some_and(|path| self.old.owns(&path)) {
                return Err(WriteError::Foreign { path: entry.into_path() });
            }
        }
        Ok(())
    }

    fn at(&self, path: &str) -> PathBuf {
        self.output.join(path)
    }

    fn progress(&self) -> MutexGuard<'_, Progress> {
        self.progress.lock().expect("nothing panics while it holds this lock")
    }
}

impl Sink for Writer {
    fn put(&self, artifact: Artifact) -> Result<(), SinkError> {
        self.take(artifact).map_err(|error| SinkError(Box::new(error)))
    }
}

impl Progress {
    fn begin(&mut self, path: &OutPath) -> Result<(), WriteError> {
        self.begun += 1;
        match self.taken.insert(path.clone()) {
            true => Ok(()),
            false => Err(WriteError::Twice { path: path.clone() }),
        }
    }

    fn finish(&mut self, path: OutPath, mark: Mark, staged: Option<Staged>) {
        self.staged.extend(staged.map(|staged| (path.clone(), staged)));
        self.finished.insert(path, mark);
    }
}

/// Reads the manifest; there is none before the first build is published.
fn read_manifest(at: &Path) -> Result<Option<Manifest>, WriteError> {
    let Stands::File { .. } = stands(at)? else {
        return Ok(None);
    };
    let bytes = fs::read(at).map_err(io(act::READ, at))?;
    let parsed = Manifest::parse(&bytes)
        .map_err(|error| WriteError::Manifest { path: at.to_owned(), reason: error.to_string() })?;
    Ok(Some(parsed))
}

/// Refuses a folder with visible content and no manifest.
fn refuse_foreign_content(output: &Path) -> Result<(), WriteError> {
    // In this order, because a first build beside this one writes its manifest before anything
    // visible.
    let visible = first_visible(output)?;
    let ours = matches!(stands(&output.join(MANIFEST))?, Stands::File { .. });
    match visible {
        Some(found) if !ours => Err(WriteError::NotOurs { output: output.to_owned(), found }),
        _ => Ok(()),
    }
}

fn count(new: &Manifest, staged: &BTreeMap<OutPath, Staged>) -> Written {
    let changed = staged.values().filter(|file| file.replaces).count();
    Written {
        new: staged.len() - changed,
        changed,
        unchanged: new.files.len() - staged.len(),
        removed: 0,
        bytes: new.files.values().map(|mark| mark.size).sum(),
    }
}
