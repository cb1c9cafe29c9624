//! The one door of most tests: a small site from a few texts, and what came of it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{Mutex, OnceLock};

use bening::Options;
use bening::artifact::{Artifact, Sink, SinkError};
use bening::builtin;
use bening::diag::print::line_column;
use bening::diag::{Diagnostics, Severity, print};
use bening::lang::Lang;
use bening::load::load;
use bening::model::date::Now;
use bening::model::scalar::Scalar;
use bening::sources::Sources;
use bening::write::Writer;

/// When tests happen.
pub(crate) const NOW: &str = "2026-11-22T12:00";

/// A small site.
#[must_use]
pub(crate) struct Site {
    files: Vec<(String, Vec<u8>)>,
    options: Options,
}

impl Site {
    /// Starts with nothing but settings.
    pub(crate) fn new() -> Self {
        Self::bare().file("content/situs.yaml", "versi_format: 1\njudul: Situs Uji\nzona_waktu: WITA\n")
    }

    /// Starts with nothing at all.
    pub(crate) fn bare() -> Self {
        Self { files: Vec::new(), options: options(NOW) }
    }

    /// Adds a file; a second one at the same path takes its place.
    pub(crate) fn file(mut self, path: &str, text: impl AsRef<[u8]>) -> Self {
        self.files.push((path.to_owned(), text.as_ref().to_vec()));
        self
    }

    /// Builds it in another way.
    pub(crate) fn at(mut self, options: Options) -> Self {
        self.options = options;
        self
    }

    /// Builds it.
    pub(crate) fn build(self) -> Built {
        let sources = builtin::add_to(&Sources::from_pairs(self.files));
        build(sources, &self.options)
    }

    /// Checks it and makes nothing.
    pub(crate) fn look(self) -> Built {
        look(builtin::add_to(&Sources::from_pairs(self.files)), &self.options)
    }

    /// Writes it to a disk.
    pub(crate) fn write(&self, root: &Path) {
        for (path, bytes) in &self.files {
            let at = root.join(path);
            std::fs::create_dir_all(at.parent().unwrap()).unwrap();
            std::fs::write(at, bytes).unwrap();
        }
    }
}

/// What came of a site.
pub(crate) struct Built {
    /// The files of the site, by path; none when there are errors.
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    /// What was found.
    pub(crate) diagnostics: Diagnostics,
    sources: Sources,
}

impl Built {
    /// Every problem as `content/berita/a.md:3:1 error front-matter-unclosed`.
    pub(crate) fn problems(&self) -> Vec<String> {
        let place = |diagnostic| {
            let place = line_column(diagnostic, &self.sources).map(|at| format!(":{}:{}", at.line, at.column));
            let file = diagnostic.at.as_ref().map(|span| self.sources.get(span.file).path.as_str());
            format!("{}{}", file.unwrap_or("-"), place.unwrap_or_default())
        };
        let word = |severity| match severity {
            Severity::Error => "error",
            Severity::Gap => "gap",
            Severity::Warning => "warning",
            Severity::Waived => "waived",
        };
        let all = self.diagnostics.iter();
        all.map(|found| format!("{} {} {}", place(found), word(found.severity), found.problem.code())).collect()
    }

    /// Whether a problem was found.
    pub(crate) fn has(&self, code: &str) -> bool {
        self.diagnostics.iter().any(|found| found.problem.code() == code)
    }

    /// The files that were built.
    pub(crate) fn sources(&self) -> &Sources {
        &self.sources
    }

    /// The text of a built file.
    pub(crate) fn text(&self, path: &str) -> &str {
        let bytes = self.files.get(path).unwrap_or_else(|| panic!("no {path}: {}", self.told()));
        std::str::from_utf8(bytes).unwrap()
    }

    /// Everything found, as people read it.
    pub(crate) fn told(&self) -> String {
        print::human(self.diagnostics.iter(), &self.sources, Lang::En, false)
    }
}

/// Asserts that a site has exactly these problems, in order.
pub(crate) fn check(site: Site, expected: &[&str]) {
    let built = site.build();
    assert_eq!(built.problems(), expected, "\n{}", built.told());
}

/// The options of a build at a moment.
pub(crate) fn options(moment: &str) -> Options {
    let now = Now::read(moment).unwrap();
    Options { now, base_url: None, drafts: false, future: false, strict: false }
}

/// Checks sources in memory and makes nothing.
pub(crate) fn look(sources: Sources, options: &Options) -> Built {
    let report = bening::build(&sources, options, None).unwrap();
    Built { files: BTreeMap::new(), diagnostics: report.diagnostics, sources }
}

/// Builds sources in memory.
pub(crate) fn build(sources: Sources, options: &Options) -> Built {
    let shelf = Shelf::default();
    let report = bening::build(&sources, options, Some(&shelf)).unwrap();
    Built { files: shelf.0.into_inner().unwrap(), diagnostics: report.diagnostics, sources }
}

#[derive(Default)]
struct Shelf(Mutex<BTreeMap<String, Vec<u8>>>);

impl Sink for Shelf {
    fn put(&self, Artifact { path, bytes }: Artifact) -> Result<(), SinkError> {
        let before = self.0.lock().unwrap().insert(path.to_string(), bytes);
        assert!(before.is_none(), "{path} is made twice");
        Ok(())
    }
}

/// The root of the repository, which is itself a site.
pub(crate) fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files of the repository's own site.
pub(crate) fn sample_sources() -> &'static Sources {
    static SOURCES: OnceLock<Sources> = OnceLock::new();
    SOURCES.get_or_init(|| builtin::add_to(&load(repository()).unwrap()))
}

/// The repository's own site, built in memory once.
pub(crate) fn sample() -> &'static Built {
    static SAMPLE: OnceLock<Built> = OnceLock::new();
    SAMPLE.get_or_init(|| {
        let built = build(sample_sources().clone(), &options(NOW));
        assert!(!built.diagnostics.has_errors(), "{}", built.told());
        built
    })
}

/// The folder of the repository's own site, published once.
pub(crate) fn sample_site() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sample");
        let writer = Writer::open(&folder, "bening test").unwrap();
        for (path, bytes) in &sample().files {
            writer.put(crate::write::artifact(path, bytes)).unwrap();
        }
        writer.commit().unwrap();
        folder
    })
}

/// Copies a folder with all that is in it.
pub(crate) fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry.unwrap();
        let at = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            std::fs::create_dir_all(at).unwrap();
        } else {
            std::fs::copy(entry.path(), at).unwrap();
        }
    }
}

/// The program, in a folder, with a clean environment.
pub(crate) fn bening(folder: &Path) -> Command {
    let mut command = clockless(folder);
    command.args(["--sekarang", NOW]);
    command
}

/// The same, before anybody tells it the time.
pub(crate) fn clockless(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bening"));
    command.current_dir(folder).env_remove("SOURCE_DATE_EPOCH").env("NO_COLOR", "1");
    command
}

/// Runs a command and returns its exit code, standard output and standard error.
pub(crate) fn run(command: &mut Command) -> (i32, String, String) {
    let Output { status, stdout, stderr } = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.code().unwrap_or(-1), text(stdout), text(stderr))
}
