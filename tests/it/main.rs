//! All integration tests in one binary, so that they are linked once. Each module has one subject.
#![expect(clippy::disallowed_methods, reason = "tests set up folders, start programs and look at what came out")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

mod atomic;
mod bombs;
mod browser;
mod calendar;
mod charts;
mod child;
mod cli;
mod completeness;
mod data;
mod determinism;
mod disk;
mod door;
mod english;
mod figures;
mod kill;
mod links;
mod lists;
mod load;
mod mend;
mod mutations;
mod pictures;
mod poster;
mod properties;
mod referees;
mod rules;
mod sarif;
mod scan;
mod schemas;
mod sites;
mod sources;
mod stories;
mod theme_check;
mod tidy;
mod tracker;
mod weights;
mod write;
mod yaml_suite;
