//! bening compiles news in Markdown and records in YAML into a static public site that is checked before it is published.
#![doc = include_str!("ARCHITECTURE.md")]

pub mod artifact;
pub mod body;
pub mod builtin;
pub mod check;
pub mod cli;
pub mod config;
pub mod corpus;
pub mod diag;
pub mod draw;
pub mod editor;
pub mod kinds;
pub mod lang;
pub mod load;
pub mod manifest;
pub mod mend;
pub mod model;
pub mod options;
pub mod page;
pub mod pages;
pub mod parse;
pub mod places;
pub mod plan;
pub mod prose;
pub mod render;
pub mod save;
pub mod scan;
pub mod sources;
pub mod stage;
pub mod text;
pub mod theme;
pub mod url;
pub mod view;
pub mod write;

use artifact::{Sink, SinkError};
use diag::Diagnostics;
pub use options::Options;
use page::{Tally, Withheld};
use plan::Plan;
use sources::Sources;

/// What a build found and made.
#[derive(Debug)]
pub struct Report {
    /// Every problem, in order of file and place.
    pub diagnostics: Diagnostics,
    /// How many pages the site has.
    pub pages: usize,
    /// What is kept back.
    pub withheld: Vec<Withheld>,
    /// What else is worth counting: overdue recommendations.
    pub tallies: Vec<Tally>,
}

/// Builds a whole site from files in memory and hands each finished file to the sink. Never touches the disk. With errors
/// in the content, or without a sink, nothing is rendered.
///
/// # Errors
/// The sink's refusal.
pub fn build(sources: &Sources, options: &Options, sink: Option<&dyn Sink>) -> Result<Report, SinkError> {
    let mut found = Diagnostics::default();
    let config = config::read(sources, options, &mut found);
    let theme = theme::compile(sources, &config.theme, config.lang, &mut found);
    let now = options.now.in_zone(config.zone);
    let site = check::site(sources, config, now, &mut found);
    let mut scanned = Diagnostics::default();
    let (plan, ()) = rayon::join(
        || plan::site(&site, pages::all(&site), render::places(&site, &theme), sources, &mut found),
        || prose::check(&site, sources, &mut scanned),
    );
    found.append(scanned);
    site.waive(sources, &mut found);
    if options.strict {
        found.raise_gaps();
    }
    found.conclude();
    if let Some(sink) = sink.filter(|_| !found.has_errors()) {
        found.append(render::all(&plan, &theme, sources, sink)?);
        found.settle();
    }
    let report = report(plan, found);
    // Nobody waits until the memory of a large site is given back piece by piece.
    rayon::spawn(move || drop(site));
    Ok(report)
}

fn report(plan: Plan<'_>, diagnostics: Diagnostics) -> Report {
    Report { pages: plan.pages.len(), tallies: plan.tallies, withheld: plan.withheld, diagnostics }
}
