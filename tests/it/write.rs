//! Publishing into the output folder: what changes, what never does, and what is refused.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

use bening::artifact::{Artifact, Sink, SinkError};
use bening::manifest::{Manifest, State};
use bening::url::OutPath;
use bening::write::{WriteError, Writer, Written, refuse_sources};
use tempfile::TempDir;

pub(crate) type Files = BTreeMap<String, Vec<u8>>;

const MANIFEST: &str = ".bening/manifest.json";

pub(crate) fn files<const N: usize>(pairs: [(&str, &str); N]) -> Files {
    pairs.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).into()
}

pub(crate) fn artifact(path: &str, bytes: &[u8]) -> Artifact {
    Artifact { path: OutPath::new(path).unwrap(), bytes: bytes.to_vec() }
}

pub(crate) fn open(output: &Path) -> Result<Writer, WriteError> {
    Writer::open(output, "bening test")
}

pub(crate) fn build(output: &Path, site: &Files) -> Result<Written, WriteError> {
    let writer = open(output)?;
    for (path, bytes) in site {
        writer.put(artifact(path, bytes)).map_err(cause)?;
    }
    writer.commit()
}

fn cause(error: SinkError) -> WriteError {
    *error.0.downcast::<WriteError>().unwrap()
}

/// Everything below a folder but the lock: the bytes of files, the target of links, nothing for
/// folders.
pub(crate) fn tree(folder: &Path) -> Files {
    let mut found = Files::new();
    for entry in walkdir::WalkDir::new(folder).min_depth(1) {
        let entry = entry.unwrap();
        let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
        let kind = entry.file_type();
        match path.as_str() {
            ".bening" | ".bening/lock" => None,
            _ if kind.is_dir() => found.insert(path + "/", Vec::new()),
            _ if kind.is_symlink() => {
                let target = fs::read_link(entry.path()).unwrap();
                found.insert(path + "@", target.to_str().unwrap().into())
            }
            _ => found.insert(path, fs::read(entry.path()).unwrap()),
        };
    }
    found
}

/// The tree without what bening keeps for itself.
fn visible(folder: &Path) -> Files {
    tree(folder).into_iter().filter(|(path, _)| !path.starts_with(".bening")).collect()
}

/// The tree with the time of each last change: equal only if nothing was written at all.
fn touched(folder: &Path) -> Vec<(String, String, SystemTime)> {
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    let time = |path: &str| fs::symlink_metadata(folder.join(path.trim_end_matches('@'))).unwrap().modified().unwrap();
    tree(folder).into_iter().map(|(path, bytes)| (path.clone(), text(bytes), time(&path))).collect()
}

fn names(files: &Files) -> Vec<&str> {
    files.keys().map(String::as_str).collect()
}

fn manifest(output: &Path) -> Manifest {
    Manifest::parse(&fs::read(output.join(MANIFEST)).unwrap()).unwrap()
}

/// A folder with a site in it that looks back a day, so that any write shows in the times.
fn published(site: &Files) -> TempDir {
    let output = tempfile::tempdir().unwrap();
    build(output.path(), site).unwrap();
    let yesterday = SystemTime::now() - std::time::Duration::from_secs(86_400);
    for entry in walkdir::WalkDir::new(output.path()).contents_first(true) {
        fs::File::open(entry.unwrap().path()).unwrap().set_modified(yesterday).unwrap();
    }
    output
}

fn old_site() -> Files {
    files([
        ("index.html", "rumah lama"),
        ("berita/index.html", "berita"),
        ("berita/lama/index.html", "kabar lama"),
        ("aset/gaya-1.css", "lama"),
        ("data/layanan.csv", "id\n"),
    ])
}

fn new_site() -> Files {
    files([
        ("index.html", "rumah baru"),
        ("berita/index.html", "berita"),
        ("berita/baru/index.html", "kabar baru"),
        ("aset/gaya-2.css", "baru"),
        ("data/layanan.csv", "id\nx\n"),
        ("sama/sekali/baru.txt", "x"),
        ("tentang.html", "tentang"),
    ])
}

#[test]
fn paths_that_could_leave_the_folder_do_not_exist() {
    for path in ["a", "a/b/c.html", "a b/ç.html", "a.b.c/d", "a..b"] {
        assert_eq!(OutPath::new(path).unwrap().as_str(), path);
    }
    let wrong = [
        "",
        "/",
        "/a",
        "a/",
        "a//b",
        ".",
        "..",
        "../a",
        "a/../b",
        "a/./b",
        ".bening/x",
        "a/.git",
        "a\\b",
        "C:a",
        "a\0b",
        "a\nb",
        "a.",
        "a /b",
    ];
    for path in wrong {
        assert_eq!(OutPath::new(path), None, "{path:?}");
    }
}

#[test]
fn the_first_build_makes_the_folder_and_a_manifest_that_tells_no_time() {
    let parent = tempfile::tempdir().unwrap();
    let output = parent.path().join("jauh/output");
    let written = build(&output, &new_site()).unwrap();
    let bytes = new_site().values().map(|bytes| bytes.len() as u64).sum();
    assert_eq!(written, Written { new: 7, bytes, ..Written::default() });
    for (path, bytes) in new_site() {
        assert_eq!(fs::read(output.join(path)).unwrap(), bytes);
    }
    let manifest = manifest(&output);
    assert_eq!((manifest.generator.as_str(), manifest.state), ("bening test", State::Complete));
    let listed: Vec<_> = manifest.files.keys().map(OutPath::as_str).collect();
    assert_eq!(listed, names(&new_site()));
    let home = manifest.files["index.html"];
    assert_eq!((home.size, home.hash), (10, blake3::hash(b"rumah baru")));

    let again = tempfile::tempdir().unwrap();
    build(again.path(), &new_site()).unwrap();
    assert_eq!(tree(again.path()), tree(&output));
}

#[test]
fn a_build_without_changes_writes_nothing() {
    let output = published(&old_site());
    let before = touched(output.path());
    let written = build(output.path(), &old_site()).unwrap();
    assert_eq!((written.unchanged, written.new, written.changed, written.removed), (5, 0, 0, 0));
    assert_eq!(touched(output.path()), before);
}

#[test]
fn a_build_writes_what_changed_and_removes_what_went() {
    let output = published(&old_site());
    let before = touched(output.path());
    let written = build(output.path(), &new_site()).unwrap();
    assert_eq!((written.new, written.changed, written.unchanged, written.removed), (4, 2, 1, 2));
    let clean = published(&new_site());
    assert_eq!(tree(output.path()), tree(clean.path()));
    let untouched: Vec<_> =
        touched(output.path()).into_iter().filter(|file| before.contains(file)).map(|f| f.0).collect();
    assert_eq!(untouched, ["berita/index.html"]);
}

#[test]
fn a_build_that_is_dropped_leaves_everything_as_it_was() {
    let output = published(&old_site());
    let before = touched(output.path());
    let writer = open(output.path()).unwrap();
    for (path, bytes) in new_site() {
        writer.put(artifact(&path, &bytes)).unwrap();
    }
    assert!(output.path().join(".bening/stage/0000").exists());
    drop(writer);
    assert_eq!(touched(output.path()), before);
}

#[test]
fn what_a_killed_build_left_in_the_stage_goes() {
    let output = published(&old_site());
    let before = tree(output.path());
    fs::create_dir_all(output.path().join(".bening/stage/0001")).unwrap();
    fs::write(output.path().join(".bening/stage/0002"), "separuh").unwrap();
    drop(open(output.path()).unwrap());
    assert_eq!(tree(output.path()), before);
}

#[test]
fn a_build_in_which_one_file_failed_is_not_published() {
    let output = published(&old_site());
    let before = touched(output.path());
    let writer = open(output.path()).unwrap();
    writer.put(artifact("a.html", b"satu")).unwrap();
    let error = cause(writer.put(artifact("a.html", b"satu")).unwrap_err());
    assert!(matches!(&error, WriteError::Twice { path } if path.as_str() == "a.html"), "{error}");
    assert!(matches!(writer.commit(), Err(WriteError::Incomplete)));
    assert_eq!(touched(output.path()), before);
}

#[test]
fn a_path_cannot_be_a_file_and_a_folder_of_the_same_site() {
    let output = published(&old_site());
    let before = touched(output.path());
    for order in [["data/x", "data/x/y/z"], ["data/x/y/z", "data/x"]] {
        let writer = open(output.path()).unwrap();
        for path in order {
            writer.put(artifact(path, b"x")).unwrap();
        }
        let error = writer.commit().unwrap_err();
        assert!(matches!(&error, WriteError::Nested { path } if path.as_str().starts_with("data/x")));
    }
    assert_eq!(touched(output.path()), before);
}

#[test]
fn files_may_be_put_from_many_threads() {
    let output = tempfile::tempdir().unwrap();
    let writer = open(output.path()).unwrap();
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let writer = &writer;
            scope.spawn(move || {
                for n in 0..50 {
                    let path = format!("{}/{thread}-{n}.html", n % 5);
                    writer.put(artifact(&path, path.as_bytes())).unwrap();
                }
            });
        }
    });
    assert_eq!(writer.commit().unwrap().new, 400);
    let found = visible(output.path());
    let pages: Vec<_> = found.iter().filter(|(path, _)| !path.ends_with('/')).collect();
    assert_eq!(pages.len(), 400);
    assert!(pages.iter().all(|(path, bytes)| path.as_bytes() == **bytes));
}

#[test]
fn a_folder_that_bening_did_not_make_is_refused() {
    let output = tempfile::tempdir().unwrap();
    fs::write(output.path().join("skripsi.docx"), "penting").unwrap();
    fs::write(output.path().join("catatan.txt"), "penting").unwrap();
    let error = open(output.path()).err().unwrap();
    assert!(matches!(&error, WriteError::NotOurs { found, .. } if found == "catatan.txt"), "{error}");
    assert_eq!(names(&tree(output.path())), ["catatan.txt", "skripsi.docx"]);
    assert!(!output.path().join(".bening").exists());
}

#[test]
fn hidden_files_of_others_stay() {
    let output = tempfile::tempdir().unwrap();
    let hidden = files([(".gitignore", "*"), (".htaccess", "x"), (".well-known/security.txt", "x")]);
    for (path, bytes) in &hidden {
        fs::create_dir_all(output.path().join(path).parent().unwrap()).unwrap();
        fs::write(output.path().join(path), bytes).unwrap();
    }
    for site in [old_site(), new_site(), Files::new()] {
        build(output.path(), &site).unwrap();
        let mut left = visible(output.path());
        left.retain(|path, _| path.starts_with('.') && !path.ends_with('/'));
        assert_eq!(left, hidden);
    }
}

#[test]
fn foreign_files_stay_and_keep_their_folder() {
    let output = published(&old_site());
    for path in ["catatan.txt", "berita/lama/foto.jpg", "berita/.htaccess"] {
        fs::write(output.path().join(path), "orang lain").unwrap();
    }
    build(output.path(), &files([("index.html", "x")])).unwrap();
    let expected = ["berita/", "berita/.htaccess", "berita/lama/", "berita/lama/foto.jpg", "catatan.txt", "index.html"];
    assert_eq!(names(&visible(output.path())), expected);
}

#[test]
fn a_foreign_file_is_not_overwritten() {
    let output = published(&old_site());
    fs::write(output.path().join("berita/baru"), "orang lain").unwrap();
    let before = touched(output.path());
    let error = build(output.path(), &new_site()).unwrap_err();
    assert!(matches!(&error, WriteError::Foreign { path } if *path == output.path().join("berita/baru")), "{error}");
    fs::remove_file(output.path().join("berita/baru")).unwrap();
    fs::write(output.path().join("aset/gaya-2.css"), "lain").unwrap();
    let error = build(output.path(), &new_site()).unwrap_err();
    assert!(error.to_string().contains("aset/gaya-2.css"), "{error}");
    assert_eq!(fs::read(output.path().join("aset/gaya-2.css")).unwrap(), b"lain");
    assert_eq!(fs::read(output.path().join("index.html")).unwrap(), b"rumah lama");
    assert_eq!(before.len(), touched(output.path()).len());
}

#[test]
fn a_foreign_file_with_our_bytes_is_taken_over() {
    let output = published(&old_site());
    fs::write(output.path().join("aset/gaya-2.css"), "baru").unwrap();
    let written = build(output.path(), &new_site()).unwrap();
    assert_eq!((written.unchanged, written.new), (2, 3));
    assert_eq!(tree(output.path()), tree(published(&new_site()).path()));
}

#[test]
fn a_file_of_ours_that_was_edited_or_deleted_comes_back() {
    let output = published(&old_site());
    fs::write(output.path().join("index.html"), "sunting").unwrap();
    fs::remove_dir_all(output.path().join("berita")).unwrap();
    let written = build(output.path(), &old_site()).unwrap();
    assert_eq!((written.changed, written.new, written.unchanged), (1, 2, 2));
    assert_eq!(tree(output.path()), tree(published(&old_site()).path()));
}

#[test]
fn a_file_may_turn_into_a_folder_and_back() {
    let flat = files([("arsip", "berkas"), ("index.html", "a"), ("x/y", "1"), ("x/z/w", "2")]);
    let deep = files([("arsip/2026/a.csv", "1"), ("arsip/b.html", "2"), ("index.html", "b"), ("x", "3")]);
    let output = tempfile::tempdir().unwrap();
    for site in [&flat, &deep, &flat, &deep] {
        build(output.path(), site).unwrap();
        assert_eq!(tree(output.path()), tree(published(site).path()));
    }
    let written = build(output.path(), &flat).unwrap();
    assert_eq!((written.new, written.changed, written.removed), (3, 1, 3));
}

#[test]
fn an_empty_folder_makes_way_and_a_foreign_one_does_not() {
    let output = published(&files([("index.html", "a")]));
    fs::create_dir_all(output.path().join("arsip/kosong/sekali")).unwrap();
    build(output.path(), &files([("index.html", "a"), ("arsip", "berkas")])).unwrap();
    assert_eq!(names(&visible(output.path())), ["arsip", "index.html"]);

    let output = published(&files([("index.html", "a"), ("arsip/ours.txt", "x")]));
    fs::write(output.path().join("arsip/.htaccess"), "orang lain").unwrap();
    let before = touched(output.path());
    let error = build(output.path(), &files([("arsip", "berkas")])).unwrap_err();
    assert!(error.to_string().contains(".htaccess"), "{error}");
    assert_eq!(touched(output.path()), before);
}

#[test]
fn a_second_build_in_the_same_folder_is_refused() {
    let output = published(&old_site());
    let first = open(output.path()).unwrap();
    first.put(artifact("index.html", b"pertama")).unwrap();
    assert!(matches!(open(output.path()), Err(WriteError::Busy { output: o }) if o == output.path()));
    first.commit().unwrap();
    assert_eq!(names(&visible(output.path())), ["index.html"]);
    open(output.path()).unwrap();
}

#[test]
fn a_damaged_manifest_is_named_and_nothing_is_removed() {
    let output = published(&old_site());
    let whole = fs::read_to_string(output.path().join(MANIFEST)).unwrap();
    let damaged = [
        String::new(),
        whole[..whole.len() / 2].to_owned(),
        whole.replace("\"index.html\"", "\"../index.html\""),
        whole.replace("\"index.html\"", "\"/etc/passwd\""),
        whole.replace("\"format\": 1", "\"format\": 2"),
        whole.replacen("\"blake3\": \"", "\"blake3\": \"z", 1),
        whole.replace("\"complete\"", "\"selesai\""),
    ];
    for text in damaged {
        assert_ne!(text, whole);
        fs::write(output.path().join(MANIFEST), &text).unwrap();
        let error = open(output.path()).err().unwrap();
        assert!(matches!(&error, WriteError::Manifest { path, .. } if path.ends_with(MANIFEST)), "{error}");
        assert!(error.to_string().contains("empty the output folder and build again"));
    }
    fs::write(output.path().join(MANIFEST), whole).unwrap();
    assert_eq!(tree(output.path()), tree(published(&old_site()).path()));
}

#[test]
fn an_output_folder_that_overlaps_the_sources_is_refused() {
    let root = tempfile::tempdir().unwrap();
    let root = root.path().join("situs");
    for folder in ["content/berita", "themes/terang"] {
        fs::create_dir_all(root.join(folder)).unwrap();
    }
    let refused = [
        "",
        ".",
        "..",
        "content",
        "content/berita",
        "content/baru/output",
        "themes",
        "baru/../content",
        "output/../../situs/themes/x",
    ];
    for output in refused {
        let error = refuse_sources(&root.join(output), &root);
        assert!(matches!(error, Err(WriteError::Sources { .. })), "{output:?}");
    }
    for output in ["output", "baru/output", "content-jadi", "../output", "content/../output"] {
        assert!(refuse_sources(&root.join(output), &root).is_ok(), "{output:?}");
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("content", root.join("jalan")).unwrap();
        assert!(refuse_sources(&root.join("jalan/output"), &root).is_err());
    }
}

/// Stands in for every failure in the middle of a commit: a foreign folder that appears where a
/// file is to go.
#[test]
fn a_commit_that_stops_half_way_stops_in_the_right_order() {
    let order = [
        "sama/sekali/baru.txt",
        "aset/gaya-2.css",
        "data/layanan.csv",
        "berita/baru/index.html",
        "tentang.html",
        "index.html",
    ];
    for (stop, blocked) in order.iter().enumerate() {
        let output = published(&old_site());
        let writer = open(output.path()).unwrap();
        for (path, bytes) in new_site() {
            writer.put(artifact(&path, &bytes)).unwrap();
        }
        let _ = fs::remove_file(output.path().join(blocked));
        fs::create_dir_all(output.path().join(blocked)).unwrap();
        fs::write(output.path().join(blocked).join("orang-lain"), "x").unwrap();
        assert!(matches!(writer.commit(), Err(WriteError::Io { .. })));

        for (at, path) in order.iter().enumerate().filter(|(at, _)| *at != stop) {
            let expected = if at < stop { new_site().remove(*path) } else { old_site().remove(*path) };
            assert_eq!(fs::read(output.path().join(path)).ok(), expected, "{path} with {blocked} blocked");
        }
        // What old pages name goes last of all.
        assert!(output.path().join("aset/gaya-1.css").exists());
        assert_eq!(manifest(output.path()).state, State::Publishing);
        assert!(!output.path().join(".bening/stage").exists());

        fs::remove_file(output.path().join(blocked).join("orang-lain")).unwrap();
        build(output.path(), &new_site()).unwrap();
        assert_eq!(tree(output.path()), tree(published(&new_site()).path()));
    }
}

#[cfg(unix)]
mod unix {
    use std::io::ErrorKind;
    use std::os::unix::fs::symlink;
    use std::path::PathBuf;
    use std::process::Command;

    use super::*;
    use crate::child;
    use crate::disk::SmallDisk;

    fn refused(output: &Path, site: &Files) -> PathBuf {
        match build(output, site) {
            Err(WriteError::Link { path }) => path.strip_prefix(output).unwrap().to_owned(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn nothing_is_written_or_removed_through_a_link() {
        let elsewhere = tempfile::tempdir().unwrap();
        fs::create_dir_all(elsewhere.path().join("lama")).unwrap();
        for path in ["index.html", "lama/index.html"] {
            fs::write(elsewhere.path().join(path), "jangan disentuh").unwrap();
        }
        let before = touched(elsewhere.path());

        let output = published(&old_site());
        fs::remove_file(output.path().join("index.html")).unwrap();
        symlink(elsewhere.path().join("index.html"), output.path().join("index.html")).unwrap();
        assert_eq!(refused(output.path(), &new_site()), Path::new("index.html"));
        assert_eq!(refused(output.path(), &Files::new()), Path::new("index.html"));

        let output = published(&old_site());
        fs::remove_dir_all(output.path().join("berita")).unwrap();
        symlink(elsewhere.path(), output.path().join("berita")).unwrap();
        let unchanged = touched(output.path());
        assert_eq!(refused(output.path(), &new_site()), Path::new("berita"));
        assert_eq!(refused(output.path(), &Files::new()), Path::new("berita"));
        assert_eq!(touched(output.path()), unchanged);
        assert_eq!(touched(elsewhere.path()), before);
    }

    #[test]
    fn our_own_folder_is_not_a_link() {
        let elsewhere = tempfile::tempdir().unwrap();
        for name in [".bening", ".bening/lock", MANIFEST] {
            let output = tempfile::tempdir().unwrap();
            fs::create_dir_all(output.path().join(name).parent().unwrap()).unwrap();
            symlink(elsewhere.path().join("sana"), output.path().join(name)).unwrap();
            assert_eq!(refused(output.path(), &new_site()), Path::new(name));
        }
        assert_eq!(tree(elsewhere.path()).len(), 0);
    }

    #[test]
    fn the_output_folder_itself_may_be_a_link() {
        let parent = tempfile::tempdir().unwrap();
        fs::create_dir(parent.path().join("asli")).unwrap();
        symlink("asli", parent.path().join("output")).unwrap();
        for site in [old_site(), new_site()] {
            build(&parent.path().join("output"), &site).unwrap();
            assert_eq!(tree(&parent.path().join("asli")), tree(published(&site).path()));
        }
    }

    fn is_full(error: &WriteError) -> bool {
        matches!(error, WriteError::Io { source, .. } if source.kind() == ErrorKind::StorageFull)
    }

    fn put_all(output: &Path, site: &Files) -> Writer {
        let writer = open(output).unwrap();
        for (path, bytes) in site {
            writer.put(artifact(path, bytes)).unwrap();
        }
        writer
    }

    #[test]
    fn a_full_disk_leaves_everything_as_it_was() {
        let _alone = child::none_starts();
        let Some(disk) = SmallDisk::mount(60, 512) else { return };
        let output = disk.path().join("output");
        build(&output, &old_site()).unwrap();
        let before = touched(&output);

        // While a file is put.
        let writer = open(&output).unwrap();
        writer.put(artifact("index.html", b"rumah baru")).unwrap();
        let error = cause(writer.put(artifact("besar.bin", &vec![1; 1 << 20])).unwrap_err());
        assert!(is_full(&error), "{error}");
        assert!(matches!(writer.commit(), Err(WriteError::Incomplete)));
        assert_eq!(touched(&output), before);

        // While the manifests are written, which need two files.
        let writer = put_all(&output, &new_site());
        let filler = disk.fill(1);
        let error = writer.commit().unwrap_err();
        assert!(is_full(&error), "{error}");
        assert_eq!(touched(&output), before);
        fs::remove_dir_all(filler).unwrap();

        // While folders are made: there is room for the first of three.
        let writer = put_all(&output, &new_site());
        let filler = disk.fill(3);
        let error = writer.commit().unwrap_err();
        assert!(is_full(&error) && error.to_string().contains("sama"), "{error}");
        assert_eq!(visible(&output), visible(published(&old_site()).path()));
        fs::remove_dir_all(filler).unwrap();

        build(&output, &new_site()).unwrap();
        assert_eq!(tree(&output), tree(published(&new_site()).path()));
    }

    /// Needs no leave to mount anything: the system refuses files beyond a size in a process of its own.
    #[test]
    fn a_file_that_cannot_be_written_whole_leaves_everything_as_it_was() {
        let name = "write::unix::a_file_that_cannot_be_written_whole_leaves_everything_as_it_was";
        if let Some(output) = child::order() {
            let output = Path::new(&output);
            let writer = open(output).unwrap();
            writer.put(artifact("index.html", b"rumah baru")).unwrap();
            let error = cause(writer.put(artifact("besar.bin", &vec![1; 1 << 20])).unwrap_err());
            assert!(error.to_string().contains(".bening/stage"), "{error}");
            assert!(matches!(writer.commit(), Err(WriteError::Incomplete)));
            fs::write(output.with_extension("done"), "").unwrap();
            return;
        }
        let parent = tempfile::tempdir().unwrap();
        let output = parent.path().join("output");
        build(&output, &old_site()).unwrap();
        let before = touched(&output);
        let _alone = child::none_starts();
        let child = child::command(name, output.to_str().unwrap());
        let limited = Command::new("sh")
            .args(["-c", "trap '' XFSZ; ulimit -f 64; exec \"$@\"", "sh"])
            .arg(child.get_program())
            .args(child.get_args())
            .output()
            .unwrap();
        assert!(limited.status.success(), "{}", String::from_utf8_lossy(&limited.stdout));
        assert!(output.with_extension("done").exists(), "the limited process did not run");
        assert_eq!(touched(&output), before);
    }
}
