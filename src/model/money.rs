//! Money and what a service costs.

use crate::lang::{self, Lang};

/// Whole rupiah.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rupiah(pub u64);

impl Rupiah {
    /// Writes the amount for people: `Rp50.000`. The only place that does.
    pub fn words(self, lang: Lang) -> String {
        let digits = i64::try_from(self.0).unwrap_or(i64::MAX);
        format!("Rp{}", lang::whole(digits, lang))
    }
}
