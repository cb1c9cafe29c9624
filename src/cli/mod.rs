//! Edge: the command line. Reads arguments and environment, runs a build or a check, prints, and says how it ended.
#![expect(clippy::disallowed_methods, reason = "this is the door to the terminal, the clock and the environment")]

mod args;
mod build;
mod check;
mod clock;
mod console;
mod corpus;
mod explain;
mod fix;
mod help;
mod schema;
mod summary;
mod theme;
mod words;

use std::ffi::OsString;
use std::process::ExitCode;

use args::{Args, Asked, Command, Format};
use console::Console;
use words::Failure;

use crate::diag::sarif;
use crate::options::Options;
use crate::sources::Sources;
use crate::{builtin, load};

/// How a run ended. A failure of the machine or a wrong use ends it with 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// All is well.
    Fine,
    /// The content or the theme has errors; nothing was published.
    Faulty,
}

impl Ending {
    fn of(found: &crate::diag::Diagnostics) -> Self {
        if found.has_errors() { Self::Faulty } else { Self::Fine }
    }
}

/// Runs the program with the arguments it was started with, its own name first.
pub fn run(arguments: Vec<OsString>) -> ExitCode {
    let lang = args::lang(&arguments);
    let format = args::format(&arguments);
    let run = args::run(&arguments, lang);
    let console = Console::open();
    let ended = match args::read(arguments, lang) {
        Ok(Asked::Words(text)) => console.out(&text).map(|()| Ending::Fine),
        Ok(Asked::Work(args)) => work(&args, &console),
        Err(failure) => Err(failure),
    };
    match ended {
        Ok(Ending::Fine) => ExitCode::SUCCESS,
        Ok(Ending::Faulty) => ExitCode::from(1),
        Err(failure) => {
            report(&failure, &console, run, format);
            ExitCode::from(2)
        }
    }
}

fn work(args: &Args, console: &Console) -> Result<Ending, Failure> {
    let work = || match &args.command {
        Command::Build => build::run(args, console),
        Command::Check => check::run(args, console),
        Command::Schema => schema::run(args, console).map(|()| Ending::Fine),
        Command::Theme(name) => theme::run(name.as_deref(), args, console),
        Command::Corpus(size) => corpus::run(*size, &args.root).map(|()| Ending::Fine),
        Command::Explain(code) => explain::run(code.as_deref(), args, console).map(|()| Ending::Fine),
    };
    match args.threads {
        None => work(),
        Some(threads) => {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
            pool.map_err(|error| Failure::Threads(error.to_string()))?.install(work)
        }
    }
}

/// Reads the site and what the build is told from outside.
fn open(args: &Args) -> Result<(Sources, Options), Failure> {
    let options = Options {
        now: clock::now(args.now)?,
        base_url: args.base_url.clone(),
        drafts: args.drafts,
        future: args.future,
        strict: args.strict,
    };
    Ok((builtin::add_to(&load::load(&args.root)?), options))
}

// What cannot be printed cannot be reported either: the exit code still says it.
fn report(failure: &Failure, console: &Console, run: sarif::Run, format: Format) {
    let said = words::failure(failure, run.lang);
    console.err(&words::laid_out(&said, run.lang, console.colour));
    let told = match format {
        Format::Text => return,
        Format::Json => summary::failed(&said),
        Format::Sarif => sarif::failed(&said.what, &said.mend, run),
    };
    let _ = console.out(&told);
}
