//! Plan → artifacts, each handed to a sink as soon as it is made. The formats are siblings; none imports another.

pub mod feed;
pub mod html;
pub mod minify;
pub mod package;
pub mod sitemap;
pub mod table;

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::artifact::{Artifact, Sink, SinkError};
use crate::diag::Diagnostics;
use crate::model::place::Place;
use crate::places;
use crate::plan::Plan;
use crate::sources::Sources;
use crate::theme::{FOLDER, File, Theme};
use crate::url::OutPath;

/// Returns the places of the files that renderers make, so that plan knows them.
pub fn places(tables: &[&dyn crate::kinds::AnyTable], theme: &Theme) -> Vec<Place> {
    let mut places = vec![places::feed(), places::package(), sitemap::place(), sitemap::robots_place()];
    for table in tables {
        places.extend([places::csv(table.key()), places::json(table.key())]);
    }
    places.push(theme_place(&theme.style));
    places.extend(theme.statics.values().map(theme_place));
    places
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
    let put = |place: &Place, bytes: Vec<u8>| sink.put(Artifact { path: OutPath::of(place), bytes });
    for file in theme.statics.values().chain([&theme.style]) {
        put(&theme_place(file), file.bytes.clone())?;
    }
    for (path, source) in &plan.assets {
        sink.put(Artifact { path: path.clone(), bytes: sources.get(*source).bytes.to_vec() })?;
    }
    for table in plan.site.tables() {
        put(&places::csv(table.key()), table::csv(table, plan.site))?;
        put(&places::json(table.key()), table::json(table, plan.site))?;
    }
    put(&places::package(), package::json(plan.site))?;
    put(&places::feed(), feed::atom(plan))?;
    put(&sitemap::place(), sitemap::xml(plan))?;
    put(&sitemap::robots_place(), sitemap::robots(plan))?;
    pages(plan, theme, sink)
}

fn pages(plan: &Plan<'_>, theme: &Theme, sink: &dyn Sink) -> Result<Diagnostics, SinkError> {
    let chrome = html::Chrome::new(plan, theme);
    let rendered = plan.pages.par_iter().map(|(path, page)| match chrome.page(page) {
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
