//! The moment of the build: as told by `--sekarang`, else by `SOURCE_DATE_EPOCH`, else the clock of the machine.

use std::time::{SystemTime, UNIX_EPOCH};

use super::words::Failure;
use crate::model::date::{Instant, Now};

/// The variable by which builds are repeated (reproducible-builds.org).
const VARIABLE: &str = "SOURCE_DATE_EPOCH";

/// Returns the moment of the build.
pub(super) fn now(told: Option<Now>) -> Result<Now, Failure> {
    if let Some(now) = told {
        return Ok(now);
    }
    match std::env::var_os(VARIABLE).filter(|set| !set.is_empty()) {
        Some(set) => {
            let text = set.to_string_lossy().into_owned();
            let instant = text.parse().ok().and_then(Instant::from_epoch);
            instant.map(Now::At).ok_or(Failure::Epoch { name: VARIABLE, found: text })
        }
        None => {
            // A machine whose clock stands before 1970 has no date worth printing.
            let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |passed| passed.as_secs());
            let instant = i64::try_from(seconds).ok().and_then(Instant::from_epoch);
            instant.map(Now::At).ok_or(Failure::Clock)
        }
    }
}
