//! Money and what a service costs.

use crate::lang::{self, Lang};

/// Whole rupiah.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rupiah(pub u64);

impl Rupiah {
    /// Writes the amount for people: `Rp50.000`. The only place that does.
    pub fn words(self, lang: Lang) -> String {
        format!("Rp{}", lang::whole(self.0, lang))
    }
}
