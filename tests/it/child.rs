//! A test that starts itself again as a process of its own, to be killed or limited.

use std::process::Command;
use std::sync::{Mutex, MutexGuard, PoisonError};

const MARK: &str = "order:";

/// Keeps other tests from starting a process: until it runs, it holds a copy of every file that is
/// open here, and what this test closes and removes would not be gone.
pub(crate) fn none_starts() -> MutexGuard<'static, ()> {
    static STARTING: Mutex<()> = Mutex::new(());
    STARTING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Returns the command that runs only this test, as a child with an order.
pub(crate) fn command(test: &str, order: &str) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    // To the test harness the order is one more filter, which matches nothing.
    command.args(["--exact", test, &format!("{MARK}{order}")]);
    command
}

/// Returns the order, if this process is a child.
pub(crate) fn order() -> Option<String> {
    std::env::args().find_map(|arg| arg.strip_prefix(MARK).map(String::from))
}
