//! `bening check --fix`: applies the mends that are certain to the content, then checks what is left.

use super::args::Args;
use super::open;
use super::words::Failure;
use crate::mend::{self, Mended};
use crate::save;
use crate::sources::Sources;

/// Mends the site's content on its disk.
pub(super) fn run(args: &Args) -> Result<Mended, Failure> {
    let (sources, options) = open(args)?;
    let check = |sources: &Sources| crate::build(sources, &options, None).map(|report| report.diagnostics);
    let mended = mend::all(&sources, check).map_err(|error| Failure::of_sink(error, None))?;
    save::save(&args.root, &mended.files)?;
    Ok(mended)
}
