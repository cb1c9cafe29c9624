//! A disk that is quickly full.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// A file system of few files, for as long as this lives.
pub(crate) struct SmallDisk(TempDir);

impl SmallDisk {
    /// Mounts it, or says that the system does not give leave.
    pub(crate) fn mount(files: usize, kib: usize) -> Option<SmallDisk> {
        let at = tempfile::tempdir().unwrap();
        let mount = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &format!("size={kib}k,nr_inodes={files}"), "tmpfs"])
            .arg(at.path())
            .output();
        if mount.is_ok_and(|mount| mount.status.success()) {
            return Some(SmallDisk(at));
        }
        // Straight to the stream: the test runner hides what passing tests print by macro.
        let _ = std::io::stderr().write_all(b"SKIPPED: a full disk needs leave to mount a small one\n");
        None
    }

    /// Where it stands.
    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// Takes all room but that for a few files; returns what to remove to get it back.
    pub(crate) fn fill(&self, but: usize) -> PathBuf {
        let filler = self.0.path().join("penuh");
        fs::create_dir(&filler).unwrap();
        let made = (0..).take_while(|n| fs::write(filler.join(n.to_string()), "").is_ok());
        for n in 0..made.count().min(but) {
            fs::remove_file(filler.join(n.to_string())).unwrap();
        }
        filler
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.0.path()).status();
    }
}
