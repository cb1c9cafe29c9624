//! Edge: the second half of a build, which turns the folder from the old site into the new one.
//! Nothing is decided here about the site's content; the order of the steps is the whole matter,
//! and `write` says why.
#![expect(clippy::disallowed_methods, reason = "this is the door to the output folder")]

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::manifest::Manifest;
use crate::url::OutPath;
use crate::write::disk::{Stage, Stands, act, io, remove_empty_tree, rename, stands};
use crate::write::{MANIFEST, Staged, WriteError};

/// The way from the old site to the new one.
pub(super) struct Publication<'a> {
    output: &'a Path,
    old: &'a Manifest,
    new: &'a Manifest,
    staged: &'a BTreeMap<OutPath, Staged>,
    gone: Vec<&'a OutPath>,
}

impl<'a> Publication<'a> {
    /// Lays out the way, and refuses it before anything has changed if a file to remove lies behind
    /// a link.
    pub(super) fn plan(
        output: &'a Path,
        old: &'a Manifest,
        new: &'a Manifest,
        staged: &'a BTreeMap<OutPath, Staged>,
    ) -> Result<Publication<'a>, WriteError> {
        let gone = old.gone(new);
        for path in &gone {
            for part in path.folders().chain([path.as_str()]) {
                stands(&output.join(part))?;
            }
        }
        Ok(Publication { output, old, new, staged, gone })
    }

    /// Goes the whole way; returns how many files were removed.
    pub(super) fn run(&self, stage: &Stage) -> Result<usize, WriteError> {
        // Both are on the disk before anything visible changes: a full disk shows here.
        let widened = stage.add_safely(&self.old.widened(self.new).to_bytes())?;
        let settled = stage.add_safely(&self.new.to_bytes())?;

        rename(&widened, &self.at(MANIFEST))?;
        let mut removed = self.make_way()?;
        for (path, file) in self.in_order() {
            self.move_in(path, file)?;
        }
        removed += self.remove(|_| true)?;
        self.remove_empty_folders();
        rename(&settled, &self.at(MANIFEST))?;
        Ok(removed)
    }

    /// Makes the folders that new files need; where a file turns into a folder or back, the old one
    /// goes first.
    fn make_way(&self) -> Result<usize, WriteError> {
        let needed: BTreeSet<&str> = self.staged.keys().flat_map(OutPath::folders).collect();
        let (blocked, free) = needed.into_iter().partition(|folder| self.old.blocks(folder));
        self.make_folders(free)?;
        let removed = self.remove(|path| self.new.clashes(path))?;
        self.make_folders(blocked)?;
        Ok(removed)
    }

    /// Makes folders, the outermost first; if one fails, takes back those it made.
    fn make_folders(&self, folders: Vec<&str>) -> Result<(), WriteError> {
        let mut made = Vec::new();
        for folder in folders {
            let at = self.at(folder);
            match fs::create_dir(&at) {
                Ok(()) => made.push(at),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(source) => {
                    made.iter().rev().for_each(|at| drop(fs::remove_dir(at)));
                    return Err(io(act::MAKE, &at)(source));
                }
            }
        }
        Ok(())
    }

    /// What pages need comes before pages, a page before the pages above it that lead to it, the
    /// home page last.
    fn in_order(&self) -> Vec<(&OutPath, &Staged)> {
        let mut files: Vec<_> = self.staged.iter().collect();
        files.sort_by_key(|(path, _)| {
            let depth = path.folders().count();
            (path.is_page(), path.as_str() == "index.html", Reverse(depth), *path)
        });
        files
    }

    fn move_in(&self, path: &OutPath, file: &Staged) -> Result<(), WriteError> {
        let at = self.at(path.as_str());
        if !file.replaces && matches!(stands(&at)?, Stands::Folder) {
            remove_empty_tree(&at)?;
        }
        rename(&file.at, &at)
    }

    /// Removes those of the chosen files that are still there; returns how many were.
    fn remove(&self, chosen: impl Fn(&OutPath) -> bool) -> Result<usize, WriteError> {
        let mut removed = 0;
        for path in self.gone.iter().filter(|path| chosen(path)) {
            let at = self.at(path.as_str());
            if let Stands::File { .. } = stands(&at)? {
                fs::remove_file(&at).map_err(io(act::REMOVE, &at))?;
                removed += 1;
            }
        }
        Ok(removed)
    }

    fn remove_empty_folders(&self) {
        let folders: BTreeSet<&str> = self.gone.iter().flat_map(|path| path.folders()).collect();
        for folder in folders.into_iter().rev() {
            // The system refuses while the folder holds anything, ours or not: then it stays.
            let _ = fs::remove_dir(self.at(folder));
        }
    }

    fn at(&self, path: &str) -> PathBuf {
        self.output.join(path)
    }
}
