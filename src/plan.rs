//! Gathers every wanted page, finds two at one address and links that lead nowhere. Knows no kind by name.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Diagnostic, Diagnostics, Problem, Span};
use crate::kinds::Site;
use crate::model::place::Place;
use crate::page::{Atlas, Banner, Page, Pages, Tally, Target, Withheld};
use crate::sources::{SourceId, Sources};
use crate::text;
use crate::url::OutPath;

/// Everything that will be published, with its address.
pub struct Plan<'s> {
    /// The site in its own language.
    pub site: &'s Site,
    /// The site in each of its languages, its own first.
    pub editions: Vec<Edition<'s>>,
    /// Every page, in order of its path.
    pub pages: Vec<(OutPath, Page<'s>)>,
    /// Files copied from content, in order of their path.
    pub assets: BTreeMap<OutPath, SourceId>,
    /// What is kept back.
    pub withheld: Vec<Withheld>,
    /// What is worth counting.
    pub tallies: Vec<Tally>,
    /// What is where.
    pub atlas: Atlas,
}

/// The pages of one language, as a whole.
pub struct Edition<'s> {
    /// The site in that language.
    pub site: &'s Site,
    /// What stands above its pages.
    pub banners: Vec<Banner>,
}

/// Plans a site in each of its languages: the pages of its kinds, the pages that belong to no kind, and the `files` that
/// renderers make. `own` is the site in its own language.
pub fn site<'s>(
    own: (&'s Site, Vec<Page<'s>>),
    others: Vec<(&'s Site, Vec<Page<'s>>)>,
    files: Vec<Place>,
    sources: &Sources,
    found: &mut Diagnostics,
) -> Plan<'s> {
    let (site, more) = own;
    let Pages { wanted, withheld, banners, tallies } = pages(site, more);
    let editions = vec![Edition { site, banners }];
    let (pages, assets, atlas) = (Vec::new(), BTreeMap::new(), Atlas::default());
    let mut plan = Plan { site, editions, pages, assets, withheld, tallies, atlas };
    for place in files {
        plan.atlas.take(OutPath::of(&place), None).expect("renderers name different files");
    }
    for page in wanted {
        plan.add(page, sources, found);
    }
    for (site, more) in others {
        plan.add_edition(site, more, sources, found);
    }
    plan.pages.sort_by(|a, b| a.0.cmp(&b.0));
    plan.check_targets(found);
    plan
}

fn pages<'s>(site: &'s Site, more: Vec<Page<'s>>) -> Pages<'s> {
    let mut wanted = Pages { wanted: more, ..Pages::default() };
    for table in site.tables() {
        table.pages(site, &mut wanted);
    }
    for page in &mut wanted.wanted {
        (page.lang, page.folder) = (site.lang(), site.folder());
    }
    wanted
}

impl<'s> Plan<'s> {
    /// Returns the site in the language of a page.
    pub fn edition(&self, page: &Page<'_>) -> &Edition<'s> {
        self.editions.iter().find(|edition| edition.site.lang() == page.lang).unwrap_or(&self.editions[0])
    }

    // What is kept back is kept back in every language, and counted once.
    fn add_edition(&mut self, site: &'s Site, more: Vec<Page<'s>>, sources: &Sources, found: &mut Diagnostics) {
        let Pages { wanted, banners, .. } = pages(site, more);
        self.editions.push(Edition { site, banners });
        let address = |found: &Diagnostic| match &found.problem {
            Problem::AddressTaken { address, .. } => Some(address.clone()),
            _ => None,
        };
        let told: BTreeSet<String> = found.iter().filter_map(address).collect();
        for page in wanted.into_iter().filter(|page| !page.once) {
            let mut problems = Diagnostics::default();
            let place = page.place.to_string();
            self.add(page, sources, &mut problems);
            // What is taken twice in the site's own language was told there.
            if !told.contains(&place) {
                found.append(problems);
            }
        }
    }

    // Files stand beside the page of the site's own language, and are shared.
    fn add(&mut self, page: Page<'s>, sources: &Sources, found: &mut Diagnostics) {
        let stands = page.stands();
        if self.take(&stands, page.source, sources, found) {
            for asset in &page.assets {
                self.add_asset(&page.place.file(&asset.name), asset.source, sources, found);
            }
            self.pages.push((OutPath::of(&stands), page));
        }
    }

    // Two records may publish one file; two files may not take one path.
    fn add_asset(&mut self, place: &Place, source: SourceId, sources: &Sources, found: &mut Diagnostics) {
        let path = OutPath::of(place);
        if self.assets.get(&path) == Some(&source) {
            return;
        }
        if self.take(place, Some(source), sources, found) {
            self.assets.insert(path, source);
        }
    }

    fn take(&mut self, place: &Place, source: Option<SourceId>, sources: &Sources, found: &mut Diagnostics) -> bool {
        let Err(other) = self.atlas.take(OutPath::of(place), source) else { return true };
        let other = other.map_or_else(|| "bening".to_owned(), |id| sources.get(id).path.clone());
        let at = source.map(|file| Span { file, bytes: 0..0 });
        found.push(Problem::AddressTaken { address: place.to_string(), other }, at);
        false
    }

    // Slashes at the end say nothing of what was meant.
    fn nearest(&self, written: &str) -> Option<String> {
        let places: Vec<String> = self.pages.iter().map(|(_, page)| page.stands().to_string()).collect();
        let trimmed = places.iter().map(|place| place.trim_end_matches('/'));
        let near = text::nearest(written.trim_end_matches('/'), trimmed)?;
        places.iter().find(|place| place.trim_end_matches('/') == near).cloned()
    }

    fn check_targets(&self, found: &mut Diagnostics) {
        for (target, file) in self.site.config.look.targets() {
            self.check_target(target, Some(file), found);
        }
        for (_, page) in &self.pages {
            for target in &page.targets {
                self.check_target(target, page.source, found);
            }
        }
    }

    fn check_target(&self, target: &Target, file: Option<SourceId>, found: &mut Diagnostics) {
        if !self.atlas.has(&target.place) {
            let at = file.map(|file| Span { file, bytes: target.bytes.clone() });
            found.push(Problem::BrokenLink { target: target.written.clone(), near: self.nearest(&target.written) }, at);
        }
    }
}
