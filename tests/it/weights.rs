//! What a phone on a slow line must load: every page, the style and the scripts stay within their weight, gzipped.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::door::sample_site;

/// What arrives in the first round trip of a new connection (ten packets): HTML of a page; the style of all of them.
const PAGE: usize = 14_000;
const STYLE: usize = 14_000;
/// All scripts together. Pages are complete without them.
const SCRIPTS: usize = 5_000;

/// Pages that may weigh more, with the most they may weigh.
const LONG: &[(&str, usize)] = &[
    // Every rule of the program with its examples, to be searched within one page.
    ("aturan/index.html", 30_000),
    ("en/aturan/index.html", 30_000),
];

#[test]
fn pages_style_and_scripts_are_light() {
    let complaints = weigh(sample_site());
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn heavy_files_are_told() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("weights");
    std::fs::create_dir_all(folder.join("aturan")).unwrap();
    let put = |path: &str, bytes: usize| std::fs::write(folder.join(path), incompressible(bytes)).unwrap();
    put("aturan/index.html", 60_000);
    put("berat.html", 30_000);
    put("berat.css", 30_000);
    put("satu.js", 6_000);
    put("dua.js", 6_000);
    put("ringan.html", 20_000);

    let complaints = weigh(&folder);

    let told: Vec<&str> = complaints.iter().filter_map(|complaint| complaint.split(':').next()).collect();
    assert_eq!(told, ["aturan/index.html", "berat.html", "all styles", "all scripts"], "{complaints:?}");
}

/// An allowance that no page needs would hide the next page that grows into it.
#[test]
fn every_long_page_is_long() {
    for (path, _) in LONG {
        let weight = gzipped(&std::fs::read(sample_site().join(path)).unwrap());
        assert!(weight > PAGE, "{path} weighs {weight} and needs no allowance");
    }
}

/// Complaints about the files below a folder, pages first.
fn weigh(folder: &Path) -> Vec<String> {
    let (mut pages, mut style, mut scripts) = (0, 0, 0);
    let mut complaints = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.unwrap();
        let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap();
        let kind = Path::new(path).extension().and_then(|extension| extension.to_str());
        let Some(kind @ ("html" | "css" | "js" | "mjs")) = kind else { continue };
        let weight = gzipped(&std::fs::read(entry.path()).unwrap());
        match kind {
            "html" => {
                pages += 1;
                let most = LONG.iter().find(|(long, _)| *long == path).map_or(PAGE, |(_, most)| *most);
                complaints.extend(too_heavy(path, weight, most));
            }
            "css" => style += weight,
            _ => scripts += weight,
        }
    }
    assert!(pages > 0, "no page below {}", folder.display());
    complaints.extend(too_heavy("all styles", style, STYLE));
    complaints.extend(too_heavy("all scripts", scripts, SCRIPTS));
    complaints
}

fn too_heavy(what: &str, weight: usize, most: usize) -> Option<String> {
    (weight > most).then(|| format!("{what}: {weight} bytes gzipped, at most {most}"))
}

fn gzipped(bytes: &[u8]) -> usize {
    // The level most servers use.
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(6));
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap().len()
}

/// Text of so many bytes that gzip only halves.
fn incompressible(bytes: usize) -> String {
    let mut state: u32 = 1;
    let mut text = String::new();
    while text.len() < bytes {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        write!(text, "{:02x}", state >> 24).unwrap();
    }
    text
}
