//! `bening check`: everything a build finds, told in full; nothing is rendered and nothing is written.

use std::time::Instant;

use super::args::{Args, Format};
use super::console::Console;
use super::summary::{Summary, Timings};
use super::words::Failure;
use super::{Ending, fix, open};
use crate::diag::{Severity, print, sarif};
use crate::mend::Mended;

/// Checks the site.
pub(super) fn run(args: &Args, console: &Console) -> Result<Ending, Failure> {
    let begun = Instant::now();
    let mended = if args.fix { fix::run(args)? } else { Mended::default() };
    let (sources, options) = open(args)?;
    let load = begun.elapsed();
    let made = std::sync::atomic::AtomicUsize::new(0);
    let report = console.watch(&made, args.lang, || crate::build(&sources, &options, None));
    let report = report.map_err(|error| Failure::of_sink(error, None))?;
    let timings = Timings { load, check: begun.elapsed() - load, ..Timings::default() };
    let summary = Summary::of_check(&report, &mended, begun.elapsed(), timings);
    match args.format {
        Format::Json => console.out(&summary.json(&report.diagnostics, &sources, args.lang))?,
        Format::Sarif => console.out(&sarif::log(&report.diagnostics, &sources, args.run()))?,
        Format::Text => {
            let told = report.diagnostics.iter().filter(|found| !args.quiet || found.severity == Severity::Error);
            console.err(&print::human(told, &sources, args.lang, console.colour));
            if !args.quiet {
                console.out(&summary.text(args.lang, args.verbose))?;
            }
        }
    }
    Ok(Ending::of(&report.diagnostics))
}
