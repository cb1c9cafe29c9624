//! The two streams of the terminal. Colour and progress only where a person is looking.

use std::io::{ErrorKind, IsTerminal, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use super::words::{self, Failure};
use crate::lang::Lang;

/// Where a run prints.
pub(super) struct Console {
    /// Whether reports are coloured.
    pub colour: bool,
    // Whether somebody sees standard error as it grows.
    watched: bool,
}

impl Console {
    /// Looks at what standard error is, and at `NO_COLOR` and `TERM`.
    pub(super) fn open() -> Self {
        let watched = std::io::stderr().is_terminal();
        let plain = std::env::var_os("NO_COLOR").is_some_and(|set| !set.is_empty())
            || std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        Self { colour: watched && !plain, watched }
    }

    /// Prints what was asked for. A reader that has gone away (`bening --help | head -1`) is not a failure.
    pub(super) fn out(&self, text: &str) -> Result<(), Failure> {
        let mut out = std::io::stdout().lock();
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::Print(error)),
            _ => Ok(()),
        }
    }

    /// Prints what is said beside it. Nothing can be done where it cannot be said.
    pub(super) fn err(&self, text: &str) {
        let _ = std::io::stderr().lock().write_all(text.as_bytes());
    }

    /// Works, and says after a second how far it has come, on one line that goes away again.
    pub(super) fn watch<R>(&self, made: &AtomicUsize, lang: Lang, work: impl FnOnce() -> R) -> R {
        if !self.watched {
            return work();
        }
        let (working, over) = mpsc::channel::<()>();
        thread::scope(|scope| {
            scope.spawn(move || {
                let begun = Instant::now();
                let mut pause = Duration::from_secs(1);
                while over.recv_timeout(pause) == Err(RecvTimeoutError::Timeout) {
                    let line = words::progress(made.load(Ordering::Relaxed), begun.elapsed(), lang);
                    self.err(&format!("\r{line}\x1b[K"));
                    pause = Duration::from_millis(250);
                }
                if begun.elapsed() > Duration::from_secs(1) {
                    self.err("\r\x1b[K");
                }
            });
            let result = work();
            drop(working);
            result
        })
    }
}
