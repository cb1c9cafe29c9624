//! The program as people use it: the sessions of `tests/cli/*.md`, and what a session cannot show.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use crate::door::{Site, bening, clockless, copy, repository, run};

/// Sessions run in a copy, because they build. With `TRYCMD=overwrite` it is the copy in `target/tmp/cli` that is mended.
#[test]
fn sessions() {
    let copied = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli");
    let _ = fs::remove_dir_all(&copied);
    copy(&repository().join("tests/cli"), &copied);
    trycmd::TestCases::new().env("NO_COLOR", "1").case(copied.join("*.md"));
}

/// The binary carries its theme: a folder with nothing but an empty `content/` becomes a site.
#[test]
fn the_program_alone_builds_a_site() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("content")).unwrap();
    let (code, _, told) = run(&mut bening(folder.path()));
    assert_eq!((code, told.as_str()), (0, ""));
    assert!(folder.path().join("output/index.html").exists());
}

/// Papua's day begins while the machine's clock, in UTC, still shows the day before: the site's own zone decides, to the
/// second, whether the clock is told by an option or by the environment.
#[test]
fn a_day_begins_at_midnight_of_the_site() {
    for (zone, at, epoch, is_published) in [
        ("WIT", "2026-11-21T15:00:00Z", 1_795_273_200, true),
        ("WIT", "2026-11-22T00:00:00+09:00", 1_795_273_200, true),
        ("WIT", "2026-11-21T14:59:59Z", 1_795_273_199, false),
        ("WITA", "2026-11-21T15:00:00Z", 1_795_273_200, false),
        ("WIB", "2026-11-22T00:00:00+07:00", 1_795_280_400, true),
    ] {
        let folder = tempfile::tempdir().unwrap();
        Site::new()
            .file("content/situs.yaml", format!("versi_format: 1\njudul: Situs Uji\nzona_waktu: {zone}\n"))
            .file(
                "content/berita/pagi.md",
                "---\njudul: Loket dibuka pagi ini\ntanggal: 2026-11-22\n---\nLoket dibuka.\n",
            )
            .write(folder.path());
        let seconds = epoch.to_string();
        for (arguments, environment) in [(&["--sekarang", at][..], None), (&[], Some(("SOURCE_DATE_EPOCH", &seconds)))]
        {
            let mut command = clockless(folder.path());
            let (code, said, told) = run(command.args(arguments).envs(environment).env("TZ", "America/New_York"));
            let case = format!("{zone} {at} {environment:?}\n{said}{told}");
            assert_eq!(code, 0, "{case}");
            assert_eq!(folder.path().join("output/berita/pagi/index.html").exists(), is_published, "{case}");
            let (code, said, told) = run(clockless(folder.path()).arg("check").args(arguments).envs(environment));
            let is_ahead = format!("{said}{told}").contains("[date-ahead]");
            assert_eq!((code, is_ahead), (0, !is_published), "{case}\n{said}{told}");
        }
    }
}

/// `bening --help | head -1`: the reader is gone before the last line is printed.
#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let folder = tempfile::tempdir().unwrap();
    Site::new().write(folder.path());
    for arguments in [&["--help"][..], &["check"], &["--format", "json"]] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut command = bening(folder.path());
        let status = command.args(arguments).stdout(writer).stderr(Stdio::null()).status().unwrap();
        assert_eq!(status.code(), Some(0), "{arguments:?}");
    }
}

/// Neither stream is a terminal here, so nothing is coloured and no progress is shown; colour is asked for by none.
#[test]
fn what_is_not_read_by_a_person_has_no_colour() {
    let folder = tempfile::tempdir().unwrap();
    Site::new().file("content/lembaga/a.yaml", "jenis: x\n").write(folder.path());
    let (code, said, told) = run(bening(folder.path()).env_remove("NO_COLOR"));
    assert_eq!(code, 1);
    assert!(!format!("{said}{told}").contains('\u{1b}'), "{said}{told}");
}

/// A machine that fails is told in both languages, with the path and what to do about it.
#[test]
fn refusals_name_the_folder_and_the_way_out() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    Site::new().file("README.md", "x").file("penuh/surat.txt", "x").file("berkas", "x").write(root);
    let cases: [(&[&str], &str, &str); 9] = [
        (&["-o", "."], "`.` bertumpang tindih", "`.` overlaps"),
        (&["-o", ".."], "`..` bertumpang tindih", "`..` overlaps"),
        (&["-o", "content"], "`content` bertumpang tindih", "`content` overlaps"),
        (&["-o", "content/hasil"], "`content/hasil` bertumpang tindih", "`content/hasil` overlaps"),
        (&["-o", "themes/hasil"], "`themes/hasil` bertumpang tindih", "`themes/hasil` overlaps"),
        (&["-o", "penuh"], "`penuh` memuat `surat.txt`", "`penuh` holds `surat.txt`"),
        (&["-o", "berkas/hasil"], "`berkas/hasil`: bukan folder", "`berkas/hasil`: not a folder"),
        (&["-r", "hilang"], "`hilang` tidak dapat dibuka", "`hilang` cannot be opened"),
        (&["-r", "penuh"], "tidak ada folder `penuh/content`", "there is no folder `penuh/content`"),
    ];
    for (arguments, id, en) in cases {
        for (lang, words, mend) in [("id", id, "perbaikan:"), ("en", en, "mend:")] {
            let (code, _, told) = run(bening(root).args(arguments).args(["--lang", lang]));
            assert_eq!(code, 2, "{told}");
            assert!(told.contains(words) && told.contains(mend), "{words} is missing in:\n{told}");
        }
    }
    assert!(!root.join("content/hasil").exists() && !root.join("output").exists());
}
