//! A build that cannot be whole changes nothing: not with errors in the content, not when the machine fails.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::child;
use crate::disk::SmallDisk;
use crate::door::{Site, bening, run};
use crate::write::tree;

fn healthy() -> Site {
    let mut site = Site::new();
    for name in ["a", "b", "c", "d", "e", "f", "g", "h"] {
        site = site.file(&format!("content/lembaga/{name}.yaml"), format!("nama: Lembaga {name}\njenis: media\n"));
    }
    let profile = "nama: Rutan Contoh\njenis: rutan\ncontoh: true\n";
    site.file("content/fasilitas/rutan-contoh/profil.yaml", profile)
}

/// Ten files broken in ten ways, each with the place and the problem that must be told.
const BROKEN: [(&str, &[u8], &str); 10] = [
    ("content/fasilitas/Rutan Baru/profil.yaml", b"nama: x\njenis: rutan\n", ":1:1 bad-name"),
    ("content/fasilitas/rutan-contoh/profil.yaml", b"nama: Rutan\njenis: rutam\ncontoh: true\n", ":2:8 misread"),
    ("content/lembaga/a.yaml", b"nama: Lembaga\n\tjenis: media\n", ":2:1 tab-indent"),
    ("content/lembaga/b.yaml", b"nama: Lembaga\nnama: Lain\njenis: media\n", ":2:1 duplicate-key"),
    ("content/lembaga/c.yaml", b"nama: Lembaga\n  jenis: : media\n", ":2:8 yaml-syntax"),
    ("content/lembaga/d.yaml", b"nama: Lembaga\njenis: media\nalmat: Jalan\n", ":3:1 unknown-key"),
    ("content/lembaga/e.yaml", b"nama: Lembaga\njenis: [media]\n", ":2:8 wrong-shape"),
    ("content/lembaga/f.yaml", b"jenis: media\nnama: Caf\xE9\n", ":2:10 not-utf8"),
    ("content/lembaga/g.yaml", b"nama: Lembaga\njenis: media\n---\nnama: Lain\n", ":3:1 second-document"),
    ("content/lembaga/h.yml", b"nama: Lembaga\njenis: media\n", ":1:1 unknown-file"),
];

#[test]
fn ten_broken_files_are_told_in_one_run_and_nothing_is_published() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    healthy().write(root);
    let (code, _, told) = run(&mut bening(root));
    assert_eq!(code, 0, "{told}");
    let before = tree(&root.join("output"));

    for (path, bytes, _) in BROKEN {
        Site::bare().file(path, bytes).write(root);
    }
    let (code, _, told) = run(bening(root).args(["--lang", "en"]));
    assert_eq!(code, 1, "{told}");
    for (path, _, place) in BROKEN {
        let (place, problem) = place.split_once(' ').unwrap();
        assert!(told.contains(&format!("[{problem}]")), "{problem} is missing in:\n{told}");
        assert!(told.contains(&format!("{path}{place}\n")), "{path}{place} is missing in:\n{told}");
    }
    assert!(tree(&root.join("output")) == before, "the published site has changed");

    let (code, report, _) = run(bening(root).args(["check", "--format", "json"]));
    let report: Value = serde_json::from_str(&report).unwrap();
    let found = report["diagnostics"].as_array().unwrap().iter().filter(|one| one["severity"] == "error");
    let found: Vec<String> = found
        .filter(|one| one["severity"] == "error")
        .map(|one| {
            let text = |key: &str| one[key].as_str().unwrap().to_owned();
            format!("{}:{}:{} {}", text("file"), one["line"], one["column"], text("code"))
        })
        .collect();
    assert_eq!(found, BROKEN.map(|(path, _, place)| format!("{path}{place}")));
    assert_eq!((code, &report["ok"], &report["errors"]), (1, &Value::Bool(false), &Value::from(10)));
}

#[test]
fn a_first_build_with_errors_makes_no_output_folder() {
    let folder = tempfile::tempdir().unwrap();
    let (path, bytes, _) = BROKEN[0];
    healthy().file(path, bytes).write(folder.path());
    assert_eq!(run(&mut bening(folder.path())).0, 1);
    assert!(!folder.path().join("output").exists());
}

#[test]
fn a_template_that_fails_is_told_with_its_line_and_nothing_is_published() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    healthy().write(root);
    assert_eq!(run(&mut bening(root)).0, 0);
    let before = tree(&root.join("output"));
    for (text, line) in [("{% if %}", 1), ("<p>\n{{ view.tidak_ada.sama_sekali }}", 2)] {
        Site::bare().file("themes/terang/templates/404.html", text).write(root);
        let (code, _, told) = run(&mut bening(root));
        assert_eq!(code, 1, "{told}");
        assert!(told.contains("galat[template]"), "{told}");
        assert!(told.contains(&format!("themes/terang/templates/404.html:{line}:")), "{told}");
        assert!(tree(&root.join("output")) == before, "the published site has changed");
    }
}

#[test]
fn a_full_disk_ends_the_build_with_two_and_leaves_the_site_as_it_was() {
    let _alone = child::none_starts();
    let Some(disk) = SmallDisk::mount(200, 4096) else { return };
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let output = disk.path().join("output");
    let build = |root: &Path| run(bening(root).arg("-o").arg(&output));
    Site::new().write(root);
    let (code, _, told) = build(root);
    assert_eq!(code, 0, "{told}");
    let before = tree(&output);

    healthy().write(root);
    let filler = disk.fill(1);
    let (code, _, told) = build(root);
    assert_eq!(code, 2, "{told}");
    assert!(told.contains("ruang disk habis") && told.contains("kosongkan ruang disk"), "{told}");
    assert!(tree(&output) == before, "the published site has changed");

    fs::remove_dir_all(filler).unwrap();
    let (_, said, told) = build(root);
    assert!(tree(&output) != before || told.contains("ruang disk habis"), "{said}{told}");
}
