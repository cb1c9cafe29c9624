//! The program: hands its arguments to `cli` and the answer to the system.

use std::process::ExitCode;

#[expect(clippy::disallowed_methods, reason = "arguments come in here and nowhere else")]
fn main() -> ExitCode {
    bening::cli::run(std::env::args_os().collect())
}
