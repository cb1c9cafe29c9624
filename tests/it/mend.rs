//! `check --fix`: what is certain is mended, and nothing else of a file changes.

use std::fs;

use crate::door::{Site, bening, run};

/// A file before and after, and how many mends it needs.
type Case = (&'static str, &'static str, &'static str, usize);

const CASES: &[Case] = &[
    (
        "content/lembaga/kunci.yaml",
        "# Pengawas kita\nname: Ombudsman   # nama resmi\ntipe: Ombudsman\nkontak:\n  telp: [\"137\"]  # pusat panggilan\n",
        "# Pengawas kita\nnama: Ombudsman   # nama resmi\njenis: ombudsman\nkontak:\n  telepon: [\"137\"]  # pusat panggilan\n",
        4,
    ),
    (
        "content/berita/tanggal.md",
        "---\njudul: Kunjungan: jadwal baru\ntanggal: 05/11/2026\ntags: kunjungan, kesehatan\ndraf: tidak\n---\nIsi 05/11/2026.\n",
        "---\njudul: \"Kunjungan: jadwal baru\"\ntanggal: 2026-11-05\ntags: [kunjungan, kesehatan]\ndraf: false\n---\nIsi 05/11/2026.\n",
        4,
    ),
    (
        "content/fasilitas/rutan/layanan/angka.yaml",
        "nama: Salinan\nkategori: lain\nstatus: Berlaku\nbiaya: {jenis: pnbp, jumlah: \"Rp 50.000,-\", dasar: PP} # menurut tarif\njumlah_pelaksana: 2\n",
        "nama: Salinan\nkategori: lain\nstatus: berlaku\nbiaya: {jenis: pnbp, jumlah: 50000, dasar: PP} # menurut tarif\njumlah_pelaksana: 2\n",
        2,
    ),
    (
        "content/lembaga/tab.yaml",
        "\u{feff}nama: Ombudsman\r\njenis: ombudsman\r\nalamat:\r\n\tkota: Kupang\r\n\tprovinsi: NTT\r\n",
        "\u{feff}nama: Ombudsman\r\njenis: ombudsman\r\nalamat:\r\n  kota: Kupang\r\n  provinsi: NTT\r\n",
        2,
    ),
    (
        "content/berita/bentuk.md",
        "---\njudul: [Loket dibuka]\ntanggal: 12 Nopember 2024\nfasilitas: rutan\n---\n*Tebal* di WhatsApp, miring di sini.\n",
        "---\njudul: Loket dibuka\ntanggal: 2024-11-12\nfasilitas: [rutan]\n---\n*Tebal* di WhatsApp, miring di sini.\n",
        3,
    ),
];

/// What must not be touched: nobody can be certain.
const UNCERTAIN: &[(&str, &str)] = &[
    ("content/berita/tanpa-tahun.md", "---\njudul: A\ntanggal: Rabu (12/2)\n---\nIsi.\n"),
    ("content/berita/hari.md", "---\njudul: A\ntanggal: Senin, 17 Agustus 2025\n---\nIsi.\n"),
    ("content/lembaga/dua.yaml", "nama: A\nname: B\njenis: media\n"),
    ("content/lembaga/rusak.yaml", "nama: [A\njenis: media\n"),
];

fn site() -> Site {
    Site::new().file("content/fasilitas/rutan/profil.yaml", "nama: Rutan\njenis: rutan\nstatus: tutup\n")
}

#[test]
fn certain_mends_are_applied_and_all_else_stays() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let mut site = site();
    for (path, before, ..) in CASES {
        site = site.file(path, before);
    }
    for (path, text) in UNCERTAIN {
        site = site.file(path, text);
    }
    site.file("content/lembaga/windows.yaml", b"nama: Caf\xe9 \x93Ombudsman\x94\njenis: media\n").write(root);

    let (code, said, told) = run(bening(root).args(["check", "--fix", "--sekarang", "2026-11-22"]));
    assert_eq!(code, 1, "what nobody can be certain of is still wrong: {said}{told}");
    for (path, _, after, _) in CASES {
        assert_eq!(fs::read_to_string(root.join(path)).unwrap(), *after, "{path}");
    }
    for (path, text) in UNCERTAIN {
        assert_eq!(fs::read_to_string(root.join(path)).unwrap(), *text, "{path}");
    }
    let windows = fs::read_to_string(root.join("content/lembaga/windows.yaml")).unwrap();
    assert_eq!(windows, "nama: Café “Ombudsman”\njenis: media\n");
    let mends: usize = CASES.iter().map(|(.., mends)| mends).sum();
    assert!(said.starts_with(&format!("Diperbaiki: {}\n", mends + 1)), "{said}");
    assert!(
        said.contains("content/fasilitas/rutan/layanan/angka.yaml:4 [misread] `\"Rp 50.000,-\"` → `50000`"),
        "{said}"
    );
    let left: Vec<_> =
        fs::read_dir(root.join("content/lembaga")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().starts_with('.')), "{left:?}");

    let (_, said, _) = run(bening(root).args(["check", "--fix", "--sekarang", "2026-11-22"]));
    assert!(!said.contains("Diperbaiki"), "a second run mends again: {said}");
}

#[test]
fn a_check_alone_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let (path, before, ..) = CASES[0];
    site().file(path, before).write(root);
    let (code, said, _) = run(bening(root).args(["check", "--sekarang", "2026-11-22"]));
    assert_eq!(code, 1);
    assert!(!said.contains("Diperbaiki"), "{said}");
    assert_eq!(fs::read_to_string(root.join(path)).unwrap(), before);
}

#[cfg(unix)]
#[test]
fn leave_and_links_stay_as_they_are() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    site().file("content/lembaga/asli.yaml", "name: A\njenis: media\n").write(root);
    let asli = root.join("content/lembaga/asli.yaml");
    fs::set_permissions(&asli, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("asli.yaml", root.join("content/lembaga/tautan.yaml")).unwrap();
    run(bening(root).args(["check", "--fix", "--sekarang", "2026-11-22"]));
    assert_eq!(fs::read_to_string(&asli).unwrap(), "nama: A\njenis: media\n");
    assert_eq!(fs::metadata(&asli).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(fs::symlink_metadata(root.join("content/lembaga/tautan.yaml")).unwrap().is_symlink());
}
