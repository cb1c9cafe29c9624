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
    let theme = theme::compile(sources, &config, &mut found);
    let now = options.now.in_zone(config.zone);
    let (site, others) = check::site(sources, config, now, &mut found);
    let mut scanned = Diagnostics::default();
    let mut more = pages::all(&site);
    if site.config.look.patterns {
        more.push(theme::pattern::page(&theme, sources, site.lang(), &mut found));
    }
    let in_others = others.iter().map(|site| (site, pages::all(site))).collect();
    let (plan, ()) = rayon::join(
        || plan::site((&site, more), in_others, render::places(&site, &theme), sources, &mut found),
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
    rayon::spawn(move || drop((site, others)));
    Ok(report)
}

/// Looks through a theme as `theme check` does: the one that is named, or the one of the site. Only what is found in themes
/// and in the settings is told.
pub fn check_theme(sources: &Sources, options: &Options, name: Option<&str>) -> Diagnostics {
    let mut found = Diagnostics::default();
    let mut config = config::read(sources, options, &mut found);
    if let Some(name) = name {
        name.clone_into(&mut config.theme);
    }
    let theme = theme::compile(sources, &config, &mut found);
    theme::check::all(&theme, &config.theme, sources, &mut found);
    found.conclude();
    found
}

fn report(plan: Plan<'_>, diagnostics: Diagnostics) -> Report {
    Report { pages: plan.pages.len(), tallies: plan.tallies, withheld: plan.withheld, diagnostics }
}
