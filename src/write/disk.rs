//! Edge: the single steps on the disk that `write` is made of. Decides nothing about the site.
#![expect(clippy::disallowed_methods, reason = "these are the hands of the door to the output folder")]

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::path::{self, Component, Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use walkdir::WalkDir;

use super::WriteError;
use crate::lang::Label;

/// What was tried when the machine refused.
pub(super) mod act {
    use crate::lang::Label;

    pub(in crate::write) const MAKE: Label = Label::new("membuat folder", "make the folder");
    pub(in crate::write) const LIST: Label = Label::new("membaca folder", "read the folder");
    pub(in crate::write) const READ: Label = Label::new("membaca", "read");
    pub(in crate::write) const LOOK: Label = Label::new("memeriksa", "look at");
    pub(in crate::write) const PLACE: Label = Label::new("memasang", "put in place");
    pub(in crate::write) const CLEAR: Label = Label::new("menghapus folder", "remove the folder");
    pub(in crate::write) const REMOVE: Label = Label::new("menghapus", "remove");
    pub(in crate::write) const OPEN: Label = Label::new("membuka", "open");
    pub(in crate::write) const LOCK: Label = Label::new("mengunci", "lock");
    pub(in crate::write) const RESOLVE: Label = Label::new("mencari", "resolve");
    pub(in crate::write) const EMPTY: Label = Label::new("mengosongkan", "clear");
    pub(in crate::write) const WRITE: Label = Label::new("menulis", "write");
}

/// What stands at a path. A link is not among them: looking at one is an error.
pub(super) enum Stands {
    Nothing,
    File {
        size: u64,
    },
    Folder,
    /// A device, a socket, a pipe.
    Other,
}

/// Looks at one path without following a link.
pub(super) fn stands(at: &Path) -> Result<Stands, WriteError> {
    match fs::symlink_metadata(at) {
        Ok(found) if found.is_symlink() => Err(WriteError::Link { path: at.to_owned() }),
        Ok(found) if found.is_dir() => Ok(Stands::Folder),
        Ok(found) if found.is_file() => Ok(Stands::File { size: found.len() }),
        Ok(_) => Ok(Stands::Other),
        // "Not a directory": a file stands where the path has a folder, so there is nothing below
        // it.
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(Stands::Nothing),
        Err(source) => Err(io(act::LOOK, at)(source)),
    }
}

/// Tells whether the file has exactly these bytes.
pub(super) fn holds(at: &Path, bytes: &[u8]) -> Result<bool, WriteError> {
    Ok(fs::read(at).map_err(io(act::READ, at))? == bytes)
}

/// Renames a staged file over whatever file stands at `to`.
pub(super) fn rename(from: &Path, to: &Path) -> Result<(), WriteError> {
    fs::rename(from, to).map_err(io(act::PLACE, to))
}

/// Removes a folder that holds nothing but folders.
pub(super) fn remove_empty_tree(folder: &Path) -> Result<(), WriteError> {
    for entry in WalkDir::new(folder).contents_first(true) {
        let entry = entry.map_err(|error| io(act::LIST, folder)(error.into()))?;
        fs::remove_dir(entry.path()).map_err(io(act::CLEAR, entry.path()))?;
    }
    Ok(())
}

/// Returns the first visible entry of a folder, by name.
pub(super) fn first_visible(folder: &Path) -> Result<Option<String>, WriteError> {
    let mut first = None;
    for entry in fs::read_dir(folder).map_err(io(act::LIST, folder))? {
        let entry = entry.map_err(io(act::LIST, folder))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !name.starts_with('.') && first.as_ref().is_none_or(|first| name < *first) {
            first = Some(name);
        }
    }
    Ok(first)
}

/// Keeps other builds out of a folder; if the process is killed, the system gives the folder free.
pub(super) struct Lock(File);

impl Lock {
    /// Takes the folder, or tells that another build has it.
    pub(super) fn take(output: &Path, at: &Path) -> Result<Lock, WriteError> {
        stands(at)?;
        let file = File::options().create(true).truncate(false).write(true).open(at);
        let file = file.map_err(io(act::OPEN, at))?;
        match file.try_lock() {
            Ok(()) => Ok(Lock(file)),
            Err(TryLockError::WouldBlock) => Err(WriteError::Busy { output: output.to_owned() }),
            Err(TryLockError::Error(source)) => Err(io(act::LOCK, at)(source)),
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing is not enough: a program that is just being started by another thread still holds
        // a copy.
        let _ = self.0.unlock();
    }
}

/// Returns the absolute path with every link followed, though its end may not exist yet.
pub(super) fn resolve(at: &Path) -> Result<PathBuf, WriteError> {
    let mut resolved = PathBuf::new();
    for part in path::absolute(at).map_err(io(act::RESOLVE, at))?.components() {
        match part {
            Component::ParentDir => drop(resolved.pop()),
            part => resolved.push(part),
        }
        resolved = fs::canonicalize(&resolved).unwrap_or(resolved);
    }
    Ok(resolved)
}

/// The folder where files wait, whole, to be renamed into place: on the same file system as the
/// output.
pub(super) struct Stage {
    folder: PathBuf,
    next: AtomicU64,
}

impl Stage {
    /// Opens an empty stage; what a killed build left there goes.
    pub(super) fn open(folder: PathBuf) -> Result<Stage, WriteError> {
        match fs::remove_dir_all(&folder) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(io(act::EMPTY, &folder)(error)),
            _ => Ok(()),
        }?;
        fs::create_dir(&folder).map_err(io(act::MAKE, &folder))?;
        Ok(Stage { folder, next: AtomicU64::new(0) })
    }

    /// Writes a file whole. Not forced to the disk: the next build compares bytes and mends what a
    /// power cut took.
    pub(super) fn add(&self, bytes: &[u8]) -> Result<PathBuf, WriteError> {
        let at = self.next_path();
        fs::write(&at, bytes).map_err(io(act::WRITE, &at))?;
        Ok(at)
    }

    /// Writes a file whole and waits until the disk has it: for what the next build must be able to
    /// trust.
    pub(super) fn add_safely(&self, bytes: &[u8]) -> Result<PathBuf, WriteError> {
        let at = self.next_path();
        let mut file = File::create(&at).map_err(io(act::WRITE, &at))?;
        file.write_all(bytes).and_then(|()| file.sync_all()).map_err(io(act::WRITE, &at))?;
        Ok(at)
    }

    fn next_path(&self) -> PathBuf {
        self.folder.join(format!("{:04}", self.next.fetch_add(1, Ordering::Relaxed)))
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // Nothing to be done about a failure here; the next `open` clears the stage again.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Adds to a system error what was tried, and where.
pub(super) fn io(action: Label, path: &Path) -> impl FnOnce(io::Error) -> WriteError {
    move |source| WriteError::Io { action, path: path.to_owned(), source }
}
