//! What a build is told from outside. Where it comes from (arguments, environment) is the business of `cli`.

use crate::model::date::Now;

/// What a build is told from outside.
#[derive(Debug, Clone)]
pub struct Options {
    /// When the build happens.
    pub now: Now,
    /// The canonical address, where it differs from the one in `situs.yaml`.
    pub base_url: Option<String>,
    /// Whether drafts are published.
    pub drafts: bool,
    /// Whether records whose time has not come are published.
    pub future: bool,
    /// Whether gaps are errors.
    pub strict: bool,
}
