//! Files made to exhaust whoever reads them: each ends with a clear word at its file, in little memory.

use std::process::Command;

use rayon::prelude::*;

use crate::door::{NOW, Site};
use crate::referees::skipped;

/// No more memory than this, in KiB, whatever stands in a file. The program itself takes some 70 of these 200 MiB when it
/// is built for tests.
const MOST: u64 = 200 * 1024;

/// Runs a command and prints its exit code, its peak of memory in KiB, and what it says.
const MEASURE: &str = "import resource, subprocess, sys\n\
    done = subprocess.run(sys.argv[1:], capture_output=True, text=True, timeout=120)\n\
    print(done.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n\
    print(done.stderr)\n";

const FACILITY: &str = "content/fasilitas/rutan/profil.yaml";

fn bombs() -> Vec<(&'static str, &'static str, String, &'static str)> {
    let laughs = |item: &str, list: &dyn Fn(String) -> String| {
        let mut text = format!("a: &a {}\n", list(item.to_owned()));
        for level in b'b'..=b'k' {
            let (name, below) = (char::from(level), char::from(level - 1));
            let nine = vec![format!("*{below}"); 9].join(", ");
            text += &format!("{name}: &{name} {}\n", list(nine));
        }
        text
    };
    let keys = |count: usize, key: &dyn Fn(usize) -> String| (0..count).map(key).collect::<String>();
    let fill = |piece: &str| piece.repeat((1 << 20) / piece.len() - 20);
    vec![
        ("aliases in lists", FACILITY, laughs("x", &|items| format!("[{items}]")), "yaml-aliases"),
        (
            "aliases in maps",
            FACILITY,
            laughs("x", &|items| {
                let pairs = items.split(", ").enumerate().map(|(at, item)| format!("k{at}: {item}"));
                format!("{{{}}}", pairs.collect::<Vec<_>>().join(", "))
            }),
            "yaml-aliases",
        ),
        (
            "aliases of a long text",
            FACILITY,
            format!("a: &a {}\nb: [{}]\n", "x".repeat(9_000), "*a, ".repeat(9_000)),
            "yaml-aliases",
        ),
        ("a million keys", FACILITY, keys(1_000_000, &|at| format!("k{at}: 1\n")), "too-large"),
        ("as many keys as fit", FACILITY, keys(90_000, &|at| format!("k{at}: 1\n")), "unknown-key"),
        ("many keys in a row", FACILITY, format!("{{{}}}", keys(30_000, &|at| format!("k{at}: 1, "))), "unknown-key"),
        ("a key again and again", FACILITY, "nama: a\n".repeat(30_000), "duplicate-key"),
        (
            "values that cannot be read",
            FACILITY,
            format!("nama: A\njenis: rutan\njam_layanan:\n{}", "  - {buka: x}\n".repeat(20_000)),
            "misread",
        ),
        ("a line of ten megabytes", FACILITY, format!("nama: {}\n", "x".repeat(10_000_000)), "too-large"),
        ("a line of a mebibyte", FACILITY, format!("nama: A\njenis: {}\n", fill("x")), "misread"),
        ("a key of a mebibyte", FACILITY, format!("{}: a\n", fill("k")), "yaml-syntax"),
        ("the same unknown key", FACILITY, "name: a\n".repeat(100_000), "duplicate-key"),
        (
            "old terms in one line",
            "content/berita/a.md",
            format!("---\njudul: A\n---\n{}", fill("napi dan ")),
            "old-term",
        ),
        ("brackets", FACILITY, fill("["), "yaml-too-deep"),
        ("braces", FACILITY, fill("{a: "), "yaml-too-deep"),
        ("lists in lists", FACILITY, fill("- "), "yaml-too-deep"),
        ("keys in keys", FACILITY, fill("? "), "yaml-too-deep"),
        ("indentation", FACILITY, (0..1_400).map(|at| format!("{}a:\n", " ".repeat(at))).collect(), "yaml-too-deep"),
        ("tabs, which are nothing", FACILITY, fill("\t"), "missing-key"),
        ("lines that begin with tabs", FACILITY, fill("\ta: 1\n"), "tab-indent"),
        ("aliases of nothing", FACILITY, fill("a: *x\n"), "yaml-syntax"),
        (
            "front matter",
            "content/berita/a.md",
            format!("---\n{}---\nA\n", laughs("x", &|items| format!("[{items}]"))),
            "yaml-aliases",
        ),
        ("settings", "content/situs.yaml", laughs("x", &|items| format!("[{items}]")), "yaml-aliases"),
    ]
}

#[test]
fn each_ends_with_a_clear_word_in_little_memory() {
    bombs().par_iter().for_each(|(name, path, text, code)| explode(name, path, text, code));
}

fn explode(name: &str, path: &str, text: &str, code: &str) {
    let folder = tempfile::tempdir().unwrap();
    Site::new().file(path, text).write(folder.path());
    let mut python = Command::new("python3");
    python.args(["-c", MEASURE, env!("CARGO_BIN_EXE_bening"), "check", "--sekarang", NOW, "-r"]);
    let output = match python.arg(folder.path()).env("NO_COLOR", "1").output() {
        Ok(output) => output,
        Err(error) => return skipped("python3", &error.to_string()).unwrap_or_default(),
    };
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    let (measured, told) = said.split_once('\n').unwrap();
    let (exit, peak) = measured.split_once(' ').unwrap();
    let peak: u64 = peak.parse().unwrap();
    assert_eq!(exit, "1", "{name}: {measured}\n{told:.2000}");
    assert!(peak < MOST, "{name}: {peak} KiB");
    assert!(told.contains(&format!("[{code}]")), "{name} is not {code}: {told:.2000}");
    assert!(told.contains(&format!("{path}:")), "{name}: {told:.2000}");
    assert!(told.len() < 2 << 20, "{name}: {} bytes are told", told.len());
}
