//! `bening dev corpus`: writes a made-up site for measurements. Not for people who publish, so no help speaks of it.

use std::fs;
use std::path::Path;

use super::words::Failure;
use crate::corpus::{self, Size};
use crate::save::SaveError;

/// Writes the site below a folder that must not hold content yet.
pub(super) fn run(size: Size, folder: &Path) -> Result<(), Failure> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |source| Failure::Save(SaveError { path, source })
    };
    if folder.join("content").exists() {
        let there = std::io::Error::from(std::io::ErrorKind::AlreadyExists);
        return Err(failed(&folder.join("content"))(there));
    }
    for (path, text) in corpus::files(size) {
        let at = folder.join(path);
        if let Some(parent) = at.parent() {
            fs::create_dir_all(parent).map_err(failed(parent))?;
        }
        fs::write(&at, text).map_err(failed(&at))?;
    }
    Ok(())
}
