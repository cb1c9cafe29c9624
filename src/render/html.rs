//! A page and its view → HTML: what every page has around its own part, then the template, then the minifier.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Serialize;
use tera::Context;

use super::minify;
use super::tongue::Lexicon;
use crate::config::look::{Goal, Way};
use crate::model::place::Place;
use crate::model::scalar::Choice;
use crate::page::{self, MenuPart, Page, Target, ViewCx};
use crate::places;
use crate::plan::{Edition, Plan};
use crate::text;
use crate::theme::Theme;
use crate::url;
use crate::view::Link;

/// What the pages of one language have in common.
pub struct Chrome<'p> {
    plan: &'p Plan<'p>,
    edition: &'p Edition<'p>,
    theme: &'p Theme,
    // What people typed, where there are pages of another language.
    lexicon: Option<&'p Lexicon>,
    main: Vec<(String, &'p Place)>,
    foot: Vec<(String, &'p Place)>,
    // What a site adds to the foot, in words.
    more: Vec<(String, &'p Goal)>,
    // The addresses of the theme's files, by the depth of the page that asks.
    files: Vec<OnceLock<BTreeMap<String, String>>>,
}

/// The part of a page that every template sees as `page`.
#[derive(Serialize)]
struct Head {
    lang: &'static str,
    dir: Option<&'static str>,
    title: String,
    heading: String,
    summary: Option<String>,
    canonical: Option<String>,
    address: Option<String>,
    listed: bool,
    example: bool,
    front: bool,
    trail: Vec<Link>,
    updated: Option<Stamp>,
    built: Stamp,
    site_title: String,
    publisher: Publisher,
    home: Option<String>,
    style: Option<String>,
    // The addresses of the theme's files, by their names below `static/`.
    files: BTreeMap<String, String>,
    logo: Option<Logo>,
    footer: Footer,
    feed: Option<String>,
    main_menu: Vec<MenuItem>,
    foot_menu: Vec<MenuItem>,
    notices: Vec<Notice>,
    // The page in each language, its own first; none where the site has one language.
    languages: Vec<Language>,
    // Whether what people wrote of it stands in the language that they wrote it in.
    not_translated: bool,
}

#[derive(Serialize)]
struct Language {
    tag: &'static str,
    // Its name, in itself.
    name: &'static str,
    here: bool,
    // The page in this language; the front page where it has none.
    href: Option<String>,
    // Its canonical address, if search engines may list it.
    canonical: Option<String>,
    // Whether it is the language of those whom no other one suits.
    fallback: bool,
}

#[derive(Serialize)]
struct Publisher {
    name: Option<String>,
    address: Option<String>,
    phone: Option<Link>,
    email: Option<Link>,
}

#[derive(Serialize)]
struct Logo {
    href: String,
    width: u32,
    height: u32,
}

// What a site adds to the foot of every page.
#[derive(Serialize)]
struct Footer {
    text: Option<String>,
    links: Vec<Link>,
}

#[derive(Serialize)]
struct MenuItem {
    link: Link,
    // The value of `aria-current`: "page" on the page itself, "true" below it.
    current: Option<&'static str>,
}

#[derive(Serialize)]
struct Notice {
    link: Link,
    urgent: bool,
    until: Option<String>,
    until_iso: Option<String>,
}

#[derive(Serialize)]
struct Stamp {
    iso: String,
    words: String,
}

impl<'p> Chrome<'p> {
    /// Gathers what pages have in common.
    pub fn new(plan: &'p Plan<'p>, edition: &'p Edition<'p>, theme: &'p Theme, lexicon: Option<&'p Lexicon>) -> Self {
        let look = &edition.site.config.look;
        let own: Vec<(String, &Place)> = ways(&look.menu, plan, edition)
            .filter_map(|(text, goal)| match goal {
                Goal::Page(target, _) => Some((text, &target.place)),
                Goal::Outside(_) => None,
            })
            .collect();
        let main = if own.is_empty() { menu(plan, edition, MenuPart::Main) } else { own };
        let more = ways(&look.footer.links, plan, edition).collect();
        let depth = plan.pages.iter().map(|(_, page)| page.stands().segments().len()).max().unwrap_or_default();
        let files = std::iter::repeat_with(OnceLock::new).take(depth + 1).collect();
        Self { plan, edition, theme, lexicon, main, foot: menu(plan, edition, MenuPart::Foot), more, files }
    }

    /// Renders one page.
    ///
    /// # Errors
    /// The template engine's report.
    pub fn page(&self, page: &Page<'_>) -> Result<Vec<u8>, tera::Error> {
        let config = &self.edition.site.config;
        let stands = page.stands();
        let cx = ViewCx::new(&self.plan.atlas, page, &stands, config.address.as_deref(), config.lang);
        let mut context = Context::new();
        context.insert("page", &self.head(page, &cx));
        context.insert_value("view", (page.view)(&cx));
        let html = self.theme.templates_in(page.lang).render(page.template, &context)?;
        let marked = self.lexicon.filter(|_| page.folder.is_some()).map(|lexicon| lexicon.mark(&html));
        Ok(minify::minify(marked.as_ref().unwrap_or(&html)).bytes)
    }

    fn head(&self, page: &Page<'_>, cx: &ViewCx<'_>) -> Head {
        let site = self.edition.site;
        let config = &site.config;
        let front = page.place == Place::home();
        let stamp = |date: crate::model::date::Date| Stamp { iso: date.to_string(), words: date.words(cx.lang) };
        let absolute = config.address.as_deref().map(|address| url::absolute(address, &page.stands()));
        let publisher = &config.publisher;
        Head {
            lang: cx.lang.tag(),
            dir: cx.lang.direction(),
            title: if front { config.title.clone() } else { title(page, &config.title) },
            heading: page.title.clone(),
            summary: page.summary.clone(),
            canonical: absolute.clone().filter(|_| page.is_listed()),
            // The error page stands at whatever address was asked for.
            address: absolute.filter(|_| page.place.file_name().is_none()),
            listed: page.is_listed(),
            example: page.example,
            front,
            trail: page.trail.iter().map(|(text, place)| cx.link(text, place)).collect(),
            updated: page.updated.map(stamp),
            built: stamp(site.today),
            site_title: config.title.clone(),
            publisher: Publisher {
                name: publisher.name.clone(),
                address: publisher.address.clone(),
                phone: publisher.phone.as_deref().map(crate::view::phone),
                email: publisher.email.as_ref().map(|email| Link::outside(email, format!("mailto:{email}"))),
            },
            home: cx.href(&Place::home()),
            style: cx.href(&super::theme_place(&self.theme.style)),
            logo: self.logo(cx),
            files: self.files(page, cx),
            feed: cx.href(&places::feed()),
            main_menu: menu_items(&self.main, page, cx),
            foot_menu: menu_items(&self.foot, page, cx),
            notices: self.notices(page, cx),
            languages: self.languages(page, cx),
            not_translated: page.source.is_some_and(|file| !site.is_translated(file)),
            footer: self.footer(cx),
        }
    }

    fn logo(&self, cx: &ViewCx<'_>) -> Option<Logo> {
        let (name, size) = self.theme.logo.as_ref()?;
        let href = cx.href(&super::theme_place(self.theme.statics.get(name)?))?;
        Some(Logo { href, width: size.width, height: size.height })
    }

    fn footer(&self, cx: &ViewCx<'_>) -> Footer {
        let link = |(text, goal): &(String, &Goal)| match goal {
            Goal::Outside(href) => Link::outside(text, href),
            Goal::Page(target, _) => cx.link(text, &target.place),
        };
        let text = self.edition.site.config.look.footer.text.clone();
        Footer { text, links: self.more.iter().map(link).collect() }
    }

    // Pages of one depth see them alike, but for the error page, which is served at any depth.
    fn files(&self, page: &Page<'_>, cx: &ViewCx<'_>) -> BTreeMap<String, String> {
        let href = |file| cx.href(&super::theme_place(file));
        let make = || self.theme.statics.iter().filter_map(|(name, file)| Some((name.clone(), href(file)?))).collect();
        match self.files.get(page.stands().segments().len()).filter(|_| page.place.file_name().is_none()) {
            Some(files) => files.get_or_init(make).clone(),
            None => make(),
        }
    }

    fn notices(&self, page: &Page<'_>, cx: &ViewCx<'_>) -> Vec<Notice> {
        let zone = self.edition.site.config.zone;
        let covering = self.edition.banners.iter().filter(|banner| banner.covers(&page.place));
        let notice = |banner: &crate::page::Banner| Notice {
            link: cx.link(&banner.title, &banner.place),
            urgent: banner.urgent,
            until: banner.until.map(|moment| format!("{} {}", moment.words(cx.lang), zone.key())),
            until_iso: banner.until.map(|moment| moment.to_string()),
        };
        covering.map(notice).collect()
    }

    fn languages(&self, page: &Page<'_>, cx: &ViewCx<'_>) -> Vec<Language> {
        if self.plan.editions.len() == 1 {
            return Vec::new();
        }
        let address = self.edition.site.config.address.as_deref().filter(|_| page.is_listed());
        let language = |edition: &Edition<'_>| {
            let (lang, folder) = (edition.site.lang(), edition.site.folder());
            let there = cx.href_in(&page.place, folder);
            let canonical = || Some(url::absolute(address?, &page::settled(&page.place, folder)));
            Language {
                tag: lang.tag(),
                name: lang.pick("Bahasa Indonesia", "English"),
                here: lang == cx.lang,
                canonical: there.as_ref().and_then(|_| canonical()),
                href: there.or_else(|| cx.href_in(&Place::home(), folder)),
                fallback: folder.is_none(),
            }
        };
        self.plan.editions.iter().map(language).collect()
    }
}

// What a tab or a search result shows: the page, the page above it, the site; as much as is not cut off.
fn title(page: &Page<'_>, site_title: &str) -> String {
    let above = page.trail.last().filter(|_| page.trail.len() > 1).map(|(title, _)| title.as_str());
    let mut title = page.title.clone();
    for more in above.into_iter().chain([site_title]) {
        if title.chars().count() + more.chars().count() + " – ".len() <= TITLE_CHARS {
            title = format!("{title} – {more}");
        }
    }
    text::excerpt(&title, TITLE_CHARS)
}

// Search engines cut longer titles.
const TITLE_CHARS: usize = 70;

fn menu<'p>(plan: &'p Plan<'_>, edition: &Edition<'_>, part: MenuPart) -> Vec<(String, &'p Place)> {
    let lang = edition.site.lang();
    let mut items: Vec<(u32, String, &Place)> = Vec::new();
    for (_, page) in plan.pages.iter().filter(|(_, page)| page.lang == lang) {
        if let Some(menu) = page.menu.filter(|menu| menu.part == part) {
            let text = menu.label.map_or_else(|| page.title.clone(), |label| label.of(lang).to_owned());
            items.push((menu.order, text, &page.place));
        }
    }
    items.sort();
    items.into_iter().map(|(_, text, place)| (text, place)).collect()
}

// Links as the settings have them. One without its own words has those of the usual menus for its page, or the page's title.
fn ways<'p>(ways: &'p [Way], plan: &'p Plan<'_>, edition: &'p Edition<'_>) -> impl Iterator<Item = (String, &'p Goal)> {
    let of_page = |place: &Place| {
        let lang = edition.site.lang();
        let (_, page) = plan.pages.iter().find(|(_, page)| page.lang == lang && page.place == place.whole())?;
        let short = page.menu.and_then(|menu| menu.label).map(|label| label.of(lang).to_owned());
        Some(short.unwrap_or_else(|| page.title.clone()))
    };
    ways.iter().map(move |way| {
        let words = || match &way.goal {
            Goal::Page(Target { place, .. }, _) => of_page(place).unwrap_or_else(|| place.to_string()),
            Goal::Outside(href) => href.clone(),
        };
        (way.label.clone().unwrap_or_else(words), &way.goal)
    })
}

fn menu_items(items: &[(String, &Place)], page: &Page<'_>, cx: &ViewCx<'_>) -> Vec<MenuItem> {
    let current = |place: &Place| match place {
        place if *place == page.place => Some("page"),
        place if page.place.segments().starts_with(place.segments()) => Some("true"),
        _ => None,
    };
    items.iter().map(|(text, place)| MenuItem { link: cx.link(text, place), current: current(place) }).collect()
}
