//! `bening build`: load, build, publish. With errors nothing is published and the output folder stays as it was.

use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use super::args::{Args, Format};
use super::console::Console;
use super::summary::{Summary, Timings};
use super::words::Failure;
use super::{Ending, open};
use crate::artifact::{Artifact, Sink, SinkError};
use crate::diag::{Severity, print, sarif};
use crate::write::{self, WriteError, Writer};

/// Who made the files, in their manifest.
const GENERATOR: &str = concat!("bening ", env!("CARGO_PKG_VERSION"));

/// Builds the site.
pub(super) fn run(args: &Args, console: &Console) -> Result<Ending, Failure> {
    let begun = Instant::now();
    write::refuse_sources(&args.output, &args.root)?;
    let (sources, options) = open(args)?;
    let load = begun.elapsed();

    let door = Door { output: &args.output, opened: OnceLock::new(), made: AtomicUsize::new(0) };
    let built = match args.quiet {
        true => crate::build(&sources, &options, Some(&door)),
        false => console.watch(&door.made, args.lang, || crate::build(&sources, &options, Some(&door))),
    };
    let made = begun.elapsed();
    let opened = door.opened.into_inner();
    let checked = opened.as_ref().map_or(made, |(at, _)| at.duration_since(begun));
    let writer = opened.map(|(_, writer)| writer).transpose()?;
    let report = built.map_err(|error| Failure::of_sink(error, Some(&args.output)))?;

    let ending = Ending::of(&report.diagnostics);
    let written = match writer {
        Some(writer) if ending == Ending::Fine => Some(writer.commit()?),
        _ => None,
    };
    let publish = begun.elapsed() - made;
    let timings = Timings { load, check: checked - load, render: made - checked, publish };
    let summary = Summary::of_build(&report, written, &args.output, begun.elapsed(), timings);
    match args.format {
        Format::Json => console.out(&summary.json(&report.diagnostics, &sources, args.lang))?,
        Format::Sarif => console.out(&sarif::log(&report.diagnostics, &sources, args.run()))?,
        Format::Text => {
            let errors = report.diagnostics.iter().filter(|found| found.severity == Severity::Error);
            console.err(&print::human(errors, &sources, args.lang, console.colour));
            if !args.quiet {
                console.out(&summary.text(args.lang, args.verbose))?;
            }
        }
    }
    Ok(ending)
}

/// The way to the output folder, opened when the first file comes: a site with errors never touches the folder.
struct Door<'a> {
    output: &'a Path,
    opened: OnceLock<(Instant, Result<Writer, WriteError>)>,
    made: AtomicUsize,
}

impl Sink for Door<'_> {
    fn put(&self, artifact: Artifact) -> Result<(), SinkError> {
        let (_, writer) = self.opened.get_or_init(|| (Instant::now(), Writer::open(self.output, GENERATOR)));
        match writer {
            Ok(writer) => {
                self.made.fetch_add(1, Ordering::Relaxed);
                writer.put(artifact)
            }
            // `run` finds the reason in `opened`.
            Err(_) => Err(SinkError("the output folder cannot be opened".into())),
        }
    }
}
