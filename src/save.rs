//! Edge: mended files, and files for editors → the site's folder. Each file is written beside its old self and renamed over it, so that it is the
//! old one or the new one whatever happens; what is a link stays one.
#![expect(clippy::disallowed_methods, reason = "this is the door by which the program changes what people wrote")]

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Why a file could not be saved.
#[derive(Debug, thiserror::Error)]
#[error("cannot save `{}`: {source}", path.display())]
pub struct SaveError {
    /// The file.
    pub path: PathBuf,
    /// The machine's reason.
    pub source: io::Error,
}

/// Saves files, named by their path below the root.
///
/// # Errors
/// The first file that could not be written; those before it are saved.
pub fn save(root: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), SaveError> {
    for (path, bytes) in files {
        let at = root.join(path);
        replace(&at, bytes).map_err(|source| SaveError { path: at, source })?;
    }
    Ok(())
}

/// Writes files of the program's own making below a folder, which is made where there is none.
///
/// # Errors
/// The first folder or file that could not be written; those before it are there.
pub fn write(folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), SaveError> {
    for (path, bytes) in files {
        let at = folder.join(path);
        let made = at.parent().map_or(Ok(()), fs::create_dir_all);
        let written = made.and_then(|()| if at.exists() { replace(&at, bytes) } else { fs::write(&at, bytes) });
        written.map_err(|source| SaveError { path: at, source })?;
    }
    Ok(())
}

fn replace(at: &Path, bytes: &[u8]) -> io::Result<()> {
    let at = fs::canonicalize(at)?;
    let permissions = fs::metadata(&at)?.permissions();
    let mut name = std::ffi::OsString::from(".");
    name.push(at.file_name().unwrap_or_default());
    name.push(".bening");
    let beside = at.with_file_name(name);
    let written = fs::write(&beside, bytes)
        .and_then(|()| fs::set_permissions(&beside, permissions))
        .and_then(|()| fs::rename(&beside, &at));
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    written
}
