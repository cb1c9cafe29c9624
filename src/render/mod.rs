//! Plan → artifacts, each handed to a sink as soon as it is made. The formats are siblings; none imports another.

pub mod feed;
pub mod html;
pub mod minify;
pub mod package;
pub mod sitemap;
pub mod table;
pub mod tongue;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::artifact::{Artifact, Sink, SinkError};
use crate::diag::Diagnostics;
use crate::kinds::Site;
use crate::lang::Lang;
use crate::model::place::Place;
use crate::places;
use crate::plan::Plan;
use crate::sources::Sources;
use crate::theme::{FOLDER, File, Theme};
use crate::url::OutPath;
use tongue::Lexicon;

/// Makes the bytes of a file.
type Make<'a> = Box<dyn Fn(&Plan<'_>) -> Vec<u8> + Send + Sync + 'a>;

/// Returns the places of the files that renderers make, so that plan knows them.
pub fn places(site: &Site, theme: &Theme) -> Vec<Place> {
    files(site, theme).into_iter().map(|(place, _)| place).collect()
}

// The files that are no pages, and how each is made.
fn files<'a>(site: &'a Site, theme: &'a Theme) -> Vec<(Place, Make<'a>)> {
    let mut files: Vec<(Place, Make<'a>)> = Vec::new();
    for file in theme.statics.values().chain([&theme.style]) {
        files.push((theme_place(file), Box::new(|_| file.bytes.clone())));
    }
    for table in site.tables() {
        files.push((places::csv(table.key()), Box::new(move |_| table::csv(table, site))));
        files.push((places::json(table.key()), Box::new(move |_| table::json(table, site))));
    }
    files.push((places::package(), Box::new(|_| package::json(site))));
    files.push((sitemap::robots_place(), Box::new(|_| sitemap::robots(site))));
    // Both are lists of canonical addresses; a site without one has none to list.
    if let Some(address) = &site.config.address {
        files.push((places::feed(), Box::new(|plan| feed::atom(plan, address))));
        files.push((sitemap::place(), Box::new(|plan| sitemap::xml(plan, address))));
    }
    files
}

/// Returns the place of a theme's file.
pub fn theme_place(file: &File) -> Place {
    Place::top(FOLDER).file(&file.name)
}

/// Makes every file of the site and hands it to the sink. Templates that failed are problems of the theme: the same fault
/// is reported once, for the first page that shows it.
///
/// # Errors
/// The sink's refusal.
pub fn all(plan: &Plan<'_>, theme: &Theme, sources: &Sources, sink: &dyn Sink) -> Result<Diagnostics, SinkError> {
    for (path, source) in &plan.assets {
        sink.put(Artifact { path: path.clone(), bytes: sources.get(*source).bytes.to_vec() })?;
    }
    files(plan.site, theme)
        .into_par_iter()
        .try_for_each(|(place, make)| sink.put(Artifact { path: OutPath::of(&place), bytes: make(plan) }))?;
    pages(plan, theme, sources, sink)
}

fn pages(plan: &Plan<'_>, theme: &Theme, sources: &Sources, sink: &dyn Sink) -> Result<Diagnostics, SinkError> {
    let lexicon = (plan.editions.len() > 1).then(|| Lexicon::of(plan, sources));
    let editions = plan.editions.iter();
    let chromes: BTreeMap<Lang, html::Chrome<'_>> = editions
        .map(|edition| (edition.site.lang(), html::Chrome::new(plan, edition, theme, lexicon.as_ref())))
        .collect();
    let rendered = plan.pages.par_iter().map(|(path, page)| match chromes[&page.lang].page(page) {
        Ok(bytes) => sink.put(Artifact { path: path.clone(), bytes }).map(|()| None),
        Err(error) => Ok(Some((path, error))),
    });
    let rendered: Vec<Option<_>> = rendered.collect::<Result<_, SinkError>>()?;
    let mut found = Diagnostics::default();
    let mut seen = BTreeSet::new();
    for (path, error) in rendered.into_iter().flatten() {
        if seen.insert(error.to_string()) {
            let (problem, at) = theme.fault(&error, Some(path.as_str()));
            found.push(problem, at);
        }
    }
    Ok(found)
}
