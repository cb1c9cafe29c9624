//! A page as a kind asks for it: its logical place, its template, and how to make its view when every address is known.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Serialize;
use tera::Value;

use crate::lang::{Label, Lang};
use crate::model::asset::Asset;
use crate::model::date::{Date, Moment};
use crate::model::place::Place;
use crate::sources::SourceId;
use crate::url::{From, OutPath};
use crate::view::Link;

/// Makes the view of a page.
pub type MakeView<'s> = Box<dyn Fn(&ViewCx<'_>) -> Value + Send + Sync + 's>;

/// A page that is wanted.
pub struct Page<'s> {
    /// Where it belongs, in whatever language.
    pub place: Place,
    /// The language it is in.
    pub lang: Lang,
    /// The folder of that language; the site's own has none.
    pub folder: Option<&'static str>,
    /// Whether it stands in the site's own language only.
    pub once: bool,
    /// The theme's template.
    pub template: &'static str,
    /// Its title.
    pub title: String,
    /// One sentence about it, for search engines and lists.
    pub summary: Option<String>,
    /// The pages above it.
    pub trail: Vec<(String, Place)>,
    /// When its facts last changed.
    pub updated: Option<Date>,
    /// Whether it shows a made-up example.
    pub example: bool,
    /// The file it is made from, for messages.
    pub source: Option<SourceId>,
    /// Where it stands in the menu.
    pub menu: Option<Menu>,
    /// Its entry in the feed.
    pub entry: Option<Entry>,
    /// Whether search engines may list it.
    pub listed: bool,
    /// Files in its folder.
    pub assets: Vec<Asset>,
    /// Links of its text to other pages, which must exist.
    pub targets: Vec<Target>,
    /// Makes its view.
    pub view: MakeView<'s>,
}

/// A place in the menus of every page.
#[derive(Debug, Clone, Copy)]
pub struct Menu {
    /// Which menu.
    pub part: MenuPart,
    /// Smaller comes first.
    pub order: u32,
    /// The word, where it is shorter than the title.
    pub label: Option<Label>,
}

/// Which menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MenuPart {
    /// At the top of every page.
    Main,
    /// At the foot of every page.
    Foot,
}

/// A page's entry in the feed.
#[derive(Debug, Clone)]
pub struct Entry {
    /// When it was published.
    pub published: Moment,
    /// When it was last corrected.
    pub updated: Moment,
    /// Who wrote it.
    pub author: Option<String>,
}

impl<'s> Page<'s> {
    /// Starts a page: its place, template and title, and how its view is made.
    pub fn new<V: Serialize>(
        place: Place,
        template: &'static str,
        title: impl Into<String>,
        view: impl Fn(&ViewCx<'_>) -> V + Send + Sync + 's,
    ) -> Self {
        Self {
            place,
            lang: Lang::default(),
            folder: None,
            once: false,
            template,
            title: title.into(),
            summary: None,
            trail: Vec::new(),
            updated: None,
            example: false,
            source: None,
            menu: None,
            entry: None,
            listed: true,
            assets: Vec::new(),
            targets: Vec::new(),
            view: Box::new(move |cx| Value::from_serializable(&view(cx))),
        }
    }

    /// Says what the page is about.
    #[must_use]
    pub fn summary(mut self, summary: impl Into<String>) -> Self {
        self.summary = Some(summary.into());
        self
    }

    /// Puts the page below another in the breadcrumb; call it from the top down.
    #[must_use]
    pub fn under(mut self, title: impl Into<String>, place: Place) -> Self {
        self.trail.push((title.into(), place));
        self
    }

    /// Says when its facts last changed.
    #[must_use]
    pub fn updated(mut self, date: Option<Date>) -> Self {
        self.updated = date;
        self
    }

    /// Says whether it shows an example.
    #[must_use]
    pub fn example(mut self, example: bool) -> Self {
        self.example = example;
        self
    }

    /// Names the file it is made from.
    #[must_use]
    pub fn from(mut self, source: SourceId) -> Self {
        self.source = Some(source);
        self
    }

    /// Puts it into a menu.
    #[must_use]
    pub fn menu(mut self, part: MenuPart, order: u32, label: Option<Label>) -> Self {
        self.menu = Some(Menu { part, order, label });
        self
    }

    /// Puts it into the feed.
    #[must_use]
    pub fn entry(mut self, entry: Entry) -> Self {
        self.entry = Some(entry);
        self
    }

    /// Keeps it from search engines: 404, tombstones, later pages of a list.
    #[must_use]
    pub fn unlisted(mut self) -> Self {
        self.listed = false;
        self
    }

    /// Keeps it to the site's own language: 404, old addresses.
    #[must_use]
    pub fn once(mut self) -> Self {
        self.once = true;
        self
    }

    /// Returns where it is published.
    pub fn stands(&self) -> Place {
        settled(&self.place, self.folder)
    }

    /// Returns whether search engines may list it: what is made up must not be found as a fact.
    pub fn is_listed(&self) -> bool {
        self.listed && !self.example
    }

    /// Puts files into its folder.
    #[must_use]
    pub fn assets(mut self, assets: impl IntoIterator<Item = Asset>) -> Self {
        self.assets.extend(assets);
        self
    }

    /// Names the pages that its text links to.
    #[must_use]
    pub fn targets(mut self, targets: Vec<Target>) -> Self {
        self.targets = targets;
        self
    }
}

/// A link in a text of the source file, to a page of this site.
#[derive(Debug, Clone)]
pub struct Target {
    /// Where it leads.
    pub place: Place,
    /// As written.
    pub written: String,
    /// Where it stands in the file.
    pub bytes: Range<usize>,
}

/// The pages that kinds ask for, and what they keep back.
#[derive(Default)]
pub struct Pages<'s> {
    /// The pages.
    pub wanted: Vec<Page<'s>>,
    /// What is kept back for now.
    pub withheld: Vec<Withheld>,
    /// What stands above every page, or above the pages below some places.
    pub banners: Vec<Banner>,
    /// What is worth saying at the end of a build.
    pub tallies: Vec<Tally>,
}

/// A count for the end of a build.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// What was counted.
    pub what: Label,
    /// How many there are.
    pub count: usize,
}

/// An urgent announcement above pages.
#[derive(Debug, Clone)]
pub struct Banner {
    /// Its words.
    pub title: String,
    /// Whether it is an emergency.
    pub urgent: bool,
    /// Where its text stands.
    pub place: Place,
    /// When it ends.
    pub until: Option<Moment>,
    /// The places above whose pages it stands; none means everywhere.
    pub over: Vec<Place>,
}

impl Banner {
    /// Returns whether it stands above a page.
    pub fn covers(&self, page: &Place) -> bool {
        self.over.is_empty() || self.over.iter().any(|place| page.segments().starts_with(place.segments()))
    }
}

impl<'s> Pages<'s> {
    /// Asks for a page.
    pub fn push(&mut self, page: Page<'s>) {
        self.wanted.push(page);
    }
}

/// A record that is kept back, and until when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withheld {
    /// Its title.
    pub title: String,
    /// Why.
    pub reason: Reason,
}

/// Why a record is kept back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It is a draft.
    Draft,
    /// Its time has not come.
    Future(Moment),
    /// Its time is over.
    Expired(Moment),
}

/// What is published where: every file of the site, and the source it is made from.
#[derive(Debug, Default)]
pub struct Atlas {
    taken: BTreeMap<OutPath, Option<SourceId>>,
}

impl Atlas {
    /// Takes a path.
    ///
    /// # Errors
    /// The source that has the path already; `None` is the program itself.
    pub fn take(&mut self, path: OutPath, source: Option<SourceId>) -> Result<(), Option<SourceId>> {
        match self.taken.get(&path) {
            Some(other) => Err(*other),
            None => {
                self.taken.insert(path, source);
                Ok(())
            }
        }
    }

    /// Returns whether something is published at a place.
    pub fn has(&self, place: &Place) -> bool {
        self.taken.contains_key(&OutPath::of(&place.whole()))
    }
}

/// Returns where the page of a place stands in the language of a folder.
pub fn settled(place: &Place, folder: Option<&str>) -> Place {
    folder.map_or_else(|| place.clone(), |folder| place.within(folder))
}

/// A view at work on one page: knows where the page stands, so that it can lead elsewhere.
pub struct ViewCx<'p> {
    /// The language of the page.
    pub lang: Lang,
    /// The language that people write the site's content in.
    pub written: Lang,
    folder: Option<&'static str>,
    atlas: &'p Atlas,
    from: From<'p>,
}

impl<'p> ViewCx<'p> {
    /// Starts on a page that stands at `here`. `address` is the site's canonical address, `written` the language of its
    /// content.
    pub fn new(atlas: &'p Atlas, page: &Page<'_>, here: &'p Place, address: Option<&'p str>, written: Lang) -> Self {
        Self { lang: page.lang, written, folder: page.folder, atlas, from: From::page(here, address) }
    }

    /// Returns the address of a place relative to this page, if something is published there: in the language of this page
    /// where that is, else in the site's own.
    pub fn href(&self, place: &Place) -> Option<String> {
        self.folder.and_then(|_| self.href_in(place, self.folder)).or_else(|| self.href_in(place, None))
    }

    /// Returns the address of a place in the language of a folder, if it is published there.
    pub fn href_in(&self, place: &Place, folder: Option<&str>) -> Option<String> {
        let place = settled(place, folder);
        self.atlas.has(&place).then(|| self.from.to(&place))
    }

    /// Returns a place in the language of this page, whether or not something is published there.
    pub fn here(&self, place: &Place) -> Place {
        settled(place, self.folder)
    }

    /// Returns a text that leads to a place, or stands alone where nothing is published.
    pub fn link(&self, text: impl Into<String>, place: &Place) -> Link {
        Link { text: text.into(), href: self.href(place) }
    }

    /// Picks the text of the page's language.
    pub fn say<T>(&self, id: T, en: T) -> T {
        self.lang.pick(id, en)
    }
}
