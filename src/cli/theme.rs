//! `bening theme check`: what is wrong with a theme, told in full; nothing is rendered to disk.

use super::args::{Args, Format};
use super::console::Console;
use super::words::Failure;
use super::{Ending, open};
use crate::diag::{print, sarif};

/// Checks a theme.
pub(super) fn run(name: Option<&str>, args: &Args, console: &Console) -> Result<Ending, Failure> {
    let (sources, options) = open(args)?;
    let found = crate::check_theme(&sources, &options, name);
    if args.format == Format::Text {
        console.err(&print::human(found.iter(), &sources, args.lang, console.colour));
        let faults = found.iter().count();
        if !args.quiet {
            console.out(&args.lang.pick(format!("tema: {faults} temuan\n"), format!("theme: {faults} findings\n")))?;
        }
    } else {
        console.out(&sarif::log(&found, &sources, args.run()))?;
    }
    Ok(Ending::of(&found))
}
