//! Plan → artifacts, each handed to a sink as soon as it is made. The formats are siblings; none imports another.

pub mod feed;
pub mod html;
pub mod minify;
pub mod sitemap;
pub mod table;

use rayon::prelude::*;

use crate::artifact::{Artifact, Sink, SinkError};
use crate::model::place::Place;
use crate::plan::Plan;
use crate::sources::Sources;
use crate::theme::{FOLDER, File, Theme};
use crate::url::OutPath;

/// Why a file could not be made or handed on.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// A template failed on a page.
    #[error("template of {page}: {report}")]
    Template {
        /// The page.
        page: OutPath,
        /// The template engine's report.
        report: String,
    },
    /// The sink refused a file.
    #[error(transparent)]
    Sink(#[from] SinkError),
}

/// Returns the places of the files that renderers make, so that plan knows them.
pub fn places(tables: &[&dyn crate::kinds::AnyTable], theme: &Theme) -> Vec<Place> {
    let mut places = vec![feed::place(), sitemap::place(), sitemap::robots_place()];
    for table in tables {
        places.extend([table::csv_place(table.key()), table::json_place(table.key())]);
    }
    places.push(theme_place(&theme.style));
    places.extend(theme.statics.values().map(theme_place));
    places
}

/// Returns the place of a theme's file.
pub fn theme_place(file: &File) -> Place {
    Place::top(FOLDER).file(&file.name)
}

/// Makes every file of the site and hands it to the sink.
///
/// # Errors
/// The first template that failed, or the sink's refusal.
pub fn all(plan: &Plan<'_>, theme: &Theme, sources: &Sources, sink: &dyn Sink) -> Result<(), RenderError> {
    let put = |place: &Place, bytes: Vec<u8>| sink.put(Artifact { path: OutPath::of(place), bytes });
    for file in theme.statics.values().chain([&theme.style]) {
        put(&theme_place(file), file.bytes.clone())?;
    }
    for (path, source) in &plan.assets {
        sink.put(Artifact { path: path.clone(), bytes: sources.get(*source).bytes.to_vec() })?;
    }
    for table in plan.site.tables() {
        put(&table::csv_place(table.key()), table::csv(table, plan.site))?;
        put(&table::json_place(table.key()), table::json(table, plan.site))?;
    }
    put(&feed::place(), feed::atom(plan))?;
    put(&sitemap::place(), sitemap::xml(plan))?;
    put(&sitemap::robots_place(), sitemap::robots(plan))?;
    let chrome = html::Chrome::new(plan, theme);
    plan.pages.par_iter().try_for_each(|(path, page)| {
        let bytes = chrome.page(page).map_err(|report| RenderError::Template { page: path.clone(), report })?;
        sink.put(Artifact { path: path.clone(), bytes })?;
        Ok(())
    })
}
