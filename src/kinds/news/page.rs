//! The pages of one news item: itself, what is left of it when its time is over, and its old addresses.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{News, Photo, list, then};
use crate::kinds::event::Event;
use crate::kinds::facility::Facility;
use crate::kinds::figure::FigureRow;
use crate::kinds::parts::day::Day;
use crate::kinds::parts::sourcing::Sourcing;
use crate::kinds::program::Program;
use crate::kinds::service::Service;
use crate::kinds::{Record, Site};
use crate::lang::Label;
use crate::model::date::Moment;
use crate::model::place::Place;
use crate::page::{Entry, Page, ViewCx};
use crate::text;
use crate::url;
use crate::view::{Html, Link};

#[derive(Serialize)]
struct NewsPage {
    date: Day,
    contributors: Option<String>,
    corrections: Vec<Corrected>,
    photo: Option<PhotoView>,
    dateline: Option<String>,
    // The first paragraph's tag is left to the template, which puts the dateline into it.
    opens: bool,
    // The language of the text, where the page is in another.
    foreign: Option<&'static str>,
    body: Html,
    figures: Vec<FigureRow>,
    related: Vec<Related>,
    // What held of its facilities on its date.
    then: Vec<String>,
    topics: Vec<Link>,
    source: Option<Link>,
    // A link that hands the item on by WhatsApp; it asks nothing of anybody until it is followed.
    share: Option<Link>,
}

#[derive(Serialize)]
struct Corrected {
    on: Day,
    text: String,
}

#[derive(Serialize)]
struct PhotoView {
    src: String,
    alt: String,
    caption: Option<String>,
    credit: Option<String>,
}

#[derive(Serialize)]
struct Related {
    link: Link,
    kind: String,
}

pub(super) fn detail<'s>(news: &'s News, site: &'s Site) -> Page<'s> {
    let lang = site.lang();
    let mut page = Page::new(news.place(), "news.html", &news.title, move |cx| view(news, site, cx))
        .under(lang.pick("Berita", "News"), list::overview_place())
        .updated(Some(news.updated().date()))
        .example(news.is_example(site))
        .from(news.origin.file)
        .assets(news.photo.iter().map(|photo| photo.asset.clone()))
        .assets(news.body.assets.iter().filter(|asset| !is_photo(news, asset)).cloned())
        .targets(news.body.targets.clone())
        .entry(Entry {
            published: news.published(),
            updated: news.updated(),
            author: (!news.contributors.is_empty()).then(|| news.contributors.join(", ")),
        });
    page.summary = news.summary_words();
    page
}

fn is_photo(news: &News, asset: &crate::model::asset::Asset) -> bool {
    news.photo.as_ref().is_some_and(|photo| photo.asset == *asset)
}

fn view(news: &News, site: &Site, cx: &ViewCx<'_>) -> NewsPage {
    let Html(body) = news.body.html(cx, &news.place());
    let foreign = news.body.foreign(cx);
    let paragraph = foreign.map_or_else(|| "<p>".to_owned(), |tag| format!("<p lang=\"{tag}\">"));
    let opening = if news.body.lead.start == 0 { body.strip_prefix(&paragraph) } else { None };
    let correction = |correction: &super::Correction| Corrected {
        on: Day::new(correction.on, cx.lang),
        text: correction.text.clone(),
    };
    NewsPage {
        date: Day::long(news.date, cx.lang),
        contributors: (!news.contributors.is_empty()).then(|| news.contributors.join(", ")),
        corrections: news.corrections.iter().map(correction).collect(),
        photo: news.photo.as_ref().and_then(|photo| photo_view(photo, news, cx)),
        dateline: news.dateline.clone(),
        opens: opening.is_some(),
        foreign,
        body: Html(opening.unwrap_or(&body).to_owned()),
        figures: site.figures.under(&news.id).map(|figure| figure.row(cx)).collect(),
        related: related(news, site, cx),
        then: then::together(news, site),
        topics: news.topics.iter().map(|topic| list::topic_link(topic, cx)).collect(),
        source: news.sourcing.as_ref().map(|source: &Sourcing| source.link(cx.lang)),
        share: share(news, site, cx),
    }
}

// Only where the site knows its own address: a message without one leads nowhere.
fn share(news: &News, site: &Site, cx: &ViewCx<'_>) -> Option<Link> {
    let address = url::absolute(site.config.address.as_deref()?, &news.place());
    let made_up = news.is_example(site).then(|| cx.say("[Contoh, bukan data nyata]", "[Example, not real]").to_owned());
    let title = made_up.into_iter().chain([news.title.clone()]).collect::<Vec<_>>().join(" ");
    let text: Vec<String> = [Some(title), news.summary_words(), Some(address)].into_iter().flatten().collect();
    let href = format!("https://wa.me/?text={}", text::percent_encode(&text.join("\n\n")));
    Some(Link::outside(cx.say("Bagikan lewat WhatsApp", "Share by WhatsApp"), href))
}

fn photo_view(photo: &Photo, news: &News, cx: &ViewCx<'_>) -> Option<PhotoView> {
    Some(PhotoView {
        src: cx.href(&news.place().file(&photo.asset.name))?,
        alt: photo.alt.clone().unwrap_or_default(),
        caption: photo.caption.clone(),
        credit: photo.credit.clone(),
    })
}

// Each record once, however often the item names it.
fn related(news: &News, site: &Site, cx: &ViewCx<'_>) -> Vec<Related> {
    let mut seen = BTreeSet::new();
    let mut all: Vec<Related> = Vec::new();
    let mut add = |place: Place, link: Link, label: Label| {
        if seen.insert(place) {
            all.push(Related { link, kind: label.of(cx.lang).to_owned() });
        }
    };
    for event in news.events.iter().filter_map(|id| site.events.get(id)) {
        add(event.place(), event.link_in(cx), Event::LABEL);
    }
    for facility in news.facilities.iter().filter_map(|id| site.facilities.get(id)) {
        add(facility.place(), facility.link_in(cx), Facility::LABEL);
    }
    for service in news.services.iter().filter_map(|id| site.services.get(id)) {
        add(service.place(), service.link_in(cx), Service::LABEL);
    }
    for program in news.programs.iter().filter_map(|id| site.programs.get(id)) {
        add(program.place(), program.link_in(cx), Program::LABEL);
    }
    all
}

#[derive(Serialize)]
struct Tombstone {
    ended: Day,
    all: Link,
}

pub(super) fn tombstone<'s>(news: &'s News, ended: Moment, site: &'s Site) -> Page<'s> {
    Page::new(news.place(), "tombstone.html", &news.title, move |cx| Tombstone {
        ended: Day::moment(ended, site.config.zone, cx.lang),
        all: cx.link(cx.say("Semua berita", "All news"), &list::overview_place()),
    })
    .under(site.lang().pick("Berita", "News"), list::overview_place())
    .example(news.is_example(site))
    .from(news.origin.file)
    .unlisted()
}

#[derive(Serialize)]
struct Moved {
    link: Link,
}

pub(super) fn moved<'s>(news: &'s News, old: &Place, site: &'s Site) -> Page<'s> {
    let title = site.lang().pick("Halaman ini pindah", "This page has moved");
    Page::new(old.clone(), "moved.html", title, move |cx| Moved { link: news.link_in(cx) })
        .example(news.is_example(site))
        .from(news.origin.file)
        .unlisted()
        .once()
}
