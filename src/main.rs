//! Trial door, replaced by the real command line.
#![expect(clippy::disallowed_methods, clippy::print_stderr, reason = "trial door")]
use std::path::Path;

use bening::artifact::{Artifact, Sink, SinkError};

struct Folder;

impl Sink for Folder {
    fn put(&self, artifact: Artifact) -> Result<(), SinkError> {
        let path = Path::new("output").join(artifact.path.as_str());
        let made =
            std::fs::create_dir_all(path.parent().unwrap_or(&path)).and_then(|()| std::fs::write(path, artifact.bytes));
        made.map_err(|error| SinkError(error.into()))
    }
}

fn main() {
    let mut files = Vec::new();
    for root in ["content", "themes"] {
        for entry in walkdir::WalkDir::new(root).into_iter().flatten().filter(|entry| entry.file_type().is_file()) {
            let path = entry.path().to_string_lossy().replace('\\', "/");
            files.push((path, std::fs::read(entry.path()).unwrap_or_default()));
        }
    }
    let sources = bening::builtin::add_to(&bening::sources::Sources::from_pairs(files));
    let now = bening::model::date::Instant::from_epoch(1_795_320_000).expect("2026-11-22T04:00:00Z");
    let options = bening::Options { now, base_url: None, drafts: false, future: false, strict: false };
    match bening::build(&sources, &options, Some(&Folder)) {
        Err(error) => eprintln!("{error}"),
        Ok(report) => {
            eprint!("{}", bening::diag::print::human(&report.diagnostics, &sources, bening::lang::Lang::Id, false));
            eprintln!("{} pages", report.pages);
        }
    }
}
