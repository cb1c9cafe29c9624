//! Same input, same bytes: whatever the number of threads, the folder, the hour, the zone of the machine.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::child;
use crate::door::{NOW, bening, copy, repository, run};
use crate::write::{Files, tree};

/// The repository's own site as the program builds it, from a folder, in a changed world.
fn built(root: &Path, change: impl FnOnce(&mut Command) -> &mut Command) -> Files {
    let output = tempfile::tempdir().unwrap();
    let mut command = bening(root);
    let command = change(command.arg("--root").arg(root).arg("-o").arg(output.path()));
    let _alone = child::none_starts();
    let (code, _, told) = run(command);
    assert_eq!(code, 0, "{told}");
    let files = tree(output.path());
    assert!(files.len() > 20, "{:?}", files.keys());
    files
}

#[test]
fn the_same_site_gives_the_same_bytes_anywhere() {
    let here = built(repository(), |command| command);
    let elsewhere = tempfile::tempdir().unwrap();
    let root = elsewhere.path().join("situs lain");
    for folder in ["content", "themes"] {
        copy(&repository().join(folder), &root.join(folder));
    }
    let worlds: [(&str, Files); 5] = [
        ("one thread", built(repository(), |command| command.args(["--threads", "1"]))),
        ("two threads", built(repository(), |command| command.args(["--threads", "2"]))),
        ("another folder", built(&root, |command| command)),
        ("another zone and language of the machine", {
            built(repository(), |command| command.env("TZ", "America/Anchorage").env("LC_ALL", "tr_TR.UTF-8"))
        }),
        ("the built-in theme alone", {
            fs::remove_dir_all(root.join("themes")).unwrap();
            built(&root, |command| command)
        }),
    ];
    for (world, files) in worlds {
        let differ: Vec<_> = here.iter().filter(|(path, bytes)| files.get(*path) != Some(*bytes)).collect();
        let names: Vec<_> = differ.iter().map(|(path, _)| path).collect();
        assert!(differ.is_empty() && files.len() == here.len(), "{world} changes {names:?}");
    }
}

#[test]
fn source_date_epoch_is_the_moment_unless_another_is_told() {
    let folder = tempfile::tempdir().unwrap();
    crate::door::Site::new().write(folder.path());
    let home = |change: &dyn Fn(&mut Command) -> &mut Command| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bening"));
        command.current_dir(folder.path()).env_remove("SOURCE_DATE_EPOCH");
        let (code, _, told) = run(change(&mut command));
        assert_eq!(code, 0, "{told}");
        fs::read_to_string(folder.path().join("output/index.html")).unwrap()
    };
    let told = |moment: &str| home(&|command| command.args(["--sekarang", moment]));
    // 2026-11-21T20:00:00Z is already the 22nd in the site's zone.
    let epoch = "1795291200";
    assert_eq!(home(&|command| command.env("SOURCE_DATE_EPOCH", epoch)), told("2026-11-22T04:00"));
    assert_eq!(told("2026-11-21T20:00:00Z"), told("2026-11-22T04:00"));
    assert_ne!(told("2025-01-02"), told(NOW), "the moment shows nowhere, so this test sees nothing");
    let both = home(&|command| command.env("SOURCE_DATE_EPOCH", "0").args(["--sekarang", NOW]));
    assert_eq!(both, told(NOW));
}
