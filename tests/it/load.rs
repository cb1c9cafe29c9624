//! Reading a site's folder: what is taken, what is left out and what is said about it.

use std::fs;
use std::path::Path;

use bening::load::{LoadError, load};
use bening::sources::{Sources, Unread};
use tempfile::TempDir;

fn site(files: &[&str]) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    for file in files {
        put(root.path(), file, file.as_bytes());
    }
    root
}

fn put(root: &Path, file: &str, bytes: &[u8]) {
    let at = root.join(file);
    fs::create_dir_all(at.parent().unwrap()).unwrap();
    fs::write(at, bytes).unwrap();
}

fn paths(loaded: &Sources) -> Vec<&str> {
    loaded.iter().filter(|(_, file)| file.unread.is_none()).map(|(_, file)| file.path.as_str()).collect()
}

/// What was left out, and why.
fn unread(loaded: &Sources) -> Vec<(&str, Unread)> {
    loaded.iter().filter_map(|(_, file)| Some((file.path.as_str(), file.unread.clone()?))).collect()
}

#[test]
fn content_and_themes_are_read_and_nothing_else() {
    let root = site(&[
        "content/situs.yaml",
        "content/berita/b.md",
        "content/berita/a.md",
        "themes/terang/theme.yaml",
        "output/index.html",
        "README.md",
    ]);
    let loaded = load(root.path()).unwrap();
    let expected = ["content/berita/a.md", "content/berita/b.md", "content/situs.yaml", "themes/terang/theme.yaml"];
    assert_eq!(paths(&loaded), expected);
    assert_eq!(unread(&loaded), []);
    for (_, file) in loaded.iter() {
        assert_eq!(file.text(), Ok(file.path.as_str()));
    }
}

#[test]
fn a_site_needs_no_themes_but_content() {
    assert_eq!(paths(&load(site(&["content/a.md"]).path()).unwrap()), ["content/a.md"]);
    let without = site(&["themes/terang/theme.yaml"]);
    assert!(matches!(load(without.path()), Err(LoadError::NoContent { path }) if path.ends_with("content")));
    let a_file = site(&["content"]);
    assert!(matches!(load(a_file.path()), Err(LoadError::NoContent { .. })));
    let nowhere = without.path().join("tidak-ada");
    assert!(matches!(load(&nowhere), Err(LoadError::Root { path, .. }) if path == nowhere));
}

#[test]
fn what_editors_and_systems_leave_behind_is_passed_over() {
    let root = site(&[
        "content/a.md",
        "content/a.md~",
        "content/.a.md.swp",
        "content/a.swp",
        "content/#a.md#",
        "content/#1.md",
        "content/~$surat.docx",
        "content/Thumbs.db",
        "content/foto/thumbs.db",
        "content/desktop.ini",
        "content/.DS_Store",
        "content/.git/config",
        "content/.env",
    ]);
    let loaded = load(root.path()).unwrap();
    assert_eq!(paths(&loaded), ["content/#1.md", "content/a.md"]);
    assert_eq!(unread(&loaded), []);
}

#[test]
fn only_a_file_beyond_the_limit_is_too_large() {
    let root = site(&["content/a.md"]);
    let limit = 64 * 1024 * 1024;
    for (name, size) in [("pas.bin", limit), ("video.mp4", limit + 1)] {
        // Sparse: takes no room on the disk.
        fs::File::create(root.path().join("content").join(name)).unwrap().set_len(size).unwrap();
    }
    let loaded = load(root.path()).unwrap();
    assert_eq!(paths(&loaded), ["content/a.md", "content/pas.bin"]);
    assert_eq!(unread(&loaded), [("content/video.mp4", Unread::TooLarge { limit: 64 * 1024 })]);
}

#[test]
fn the_result_does_not_depend_on_the_number_of_threads() {
    let root = site(&[]);
    for n in 0..200 {
        put(root.path(), &format!("content/{}/{n}.md", n % 7), format!("isi {n}").as_bytes());
    }
    let with = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| load(root.path()).unwrap())
    };
    assert_eq!(with(1).iter().len(), 200);
    assert_eq!(with(1), with(8));
}

#[cfg(unix)]
mod unix {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;

    use super::{Unread, fs, load, paths, put, site, unread};

    #[test]
    fn links_within_the_root_are_read() {
        let root = site(&["content/a.md", "bersama/foto/x.jpg", "bersama/logo.svg"]);
        symlink("../bersama/logo.svg", root.path().join("content/logo.svg")).unwrap();
        symlink(root.path().join("bersama/foto"), root.path().join("content/foto")).unwrap();
        let loaded = load(root.path()).unwrap();
        assert_eq!(paths(&loaded), ["content/a.md", "content/foto/x.jpg", "content/logo.svg"]);
        assert_eq!(unread(&loaded), []);
    }

    #[test]
    fn the_root_itself_may_be_a_link() {
        let root = site(&["situs/content/a.md"]);
        symlink("situs", root.path().join("jalan")).unwrap();
        let loaded = load(&root.path().join("jalan")).unwrap();
        assert_eq!((paths(&loaded), unread(&loaded)), (vec!["content/a.md"], vec![]));
    }

    #[test]
    fn links_out_of_the_root_are_problems() {
        let outside = site(&["rahasia.txt", "folder/x.md"]);
        let root = site(&["content/a.md", ".env", ".git/config"]);
        let file = outside.path().join("rahasia.txt");
        let folder = outside.path().join("folder");
        symlink(&file, root.path().join("content/file.txt")).unwrap();
        symlink(&folder, root.path().join("content/folder")).unwrap();
        symlink("../.env", root.path().join("content/env.txt")).unwrap();
        symlink("../.git", root.path().join("content/git")).unwrap();
        let loaded = load(root.path()).unwrap();
        assert_eq!(paths(&loaded), ["content/a.md"]);
        let away = |path, target: &str| (path, Unread::LinkOutside { target: target.to_owned() });
        let expected = [
            away("content/env.txt", "../.env"),
            away("content/file.txt", file.to_str().unwrap()),
            away("content/folder", folder.to_str().unwrap()),
            away("content/git", "../.git"),
        ];
        assert_eq!(unread(&loaded), expected);
    }

    #[test]
    fn content_that_is_a_link_out_of_the_root_is_a_problem() {
        let outside = site(&["content/a.md"]);
        let root = site(&["README.md"]);
        symlink(outside.path().join("content"), root.path().join("content")).unwrap();
        let loaded = load(root.path()).unwrap();
        assert!(matches!(unread(&loaded)[..], [("content", Unread::LinkOutside { .. })]));
    }

    #[test]
    fn links_in_a_circle_and_to_nowhere_are_problems() {
        let root = site(&["content/berita/a.md"]);
        symlink("..", root.path().join("content/berita/atas")).unwrap();
        symlink("hilang.md", root.path().join("content/putus.md")).unwrap();
        // What emacs leaves beside a file that is being edited.
        symlink("orang@komputer.123", root.path().join("content/.#a.md")).unwrap();
        let loaded = load(root.path()).unwrap();
        assert_eq!(paths(&loaded), ["content/berita/a.md"]);
        let [("content/berita/atas", Unread::LinkLoop), ("content/putus.md", Unread::Refused { reason, .. })] =
            &unread(&loaded)[..]
        else {
            panic!("{:?}", unread(&loaded))
        };
        assert!(!reason.contains("putus"), "{reason}");
    }

    #[test]
    fn names_that_are_not_utf8_are_problems() {
        let root = site(&["content/a.md"]);
        let content = root.path().join("content");
        let folder = content.join(OsStr::from_bytes(b"b\xFF"));
        if fs::create_dir(&folder).is_err() {
            return; // This file system takes only UTF-8 names, so there is no such name to read.
        }
        fs::write(folder.join("x.md"), "x").unwrap();
        fs::write(content.join(OsStr::from_bytes(b"c\xFF.md")), "c").unwrap();
        let loaded = load(root.path()).unwrap();
        assert_eq!(paths(&loaded), ["content/a.md"]);
        let unnamed = |path| (path, Unread::NameNotUtf8);
        assert_eq!(unread(&loaded), [unnamed("content/b\u{FFFD}"), unnamed("content/c\u{FFFD}.md")]);
    }

    #[test]
    fn what_is_neither_file_nor_folder_is_not_opened() {
        let root = site(&["content/a.md"]);
        let _open = UnixListener::bind(root.path().join("content/soket")).unwrap();
        let loaded = load(root.path()).unwrap();
        assert_eq!(paths(&loaded), ["content/a.md"]);
        assert!(matches!(unread(&loaded)[..], [("content/soket", Unread::Refused { .. })]));
    }

    #[test]
    fn a_file_without_leave_to_read_is_a_problem_and_the_rest_is_read() {
        use std::os::unix::fs::PermissionsExt;
        let root = site(&["content/a.md"]);
        put(root.path(), "content/tutup.md", b"x");
        let at = root.path().join("content/tutup.md");
        fs::set_permissions(&at, fs::Permissions::from_mode(0o000)).unwrap();
        let expected = fs::read(&at).is_err(); // The superuser may read everything.
        let loaded = load(root.path()).unwrap();
        assert!(paths(&loaded).contains(&"content/a.md"));
        assert_eq!(unread(&loaded).len(), usize::from(expected));
    }
}
