//! Lists of news: all of it by pages, by topic, and the newest on overview pages. Every list is sorted once.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{News, Topic};
use crate::kinds::parts::counted::counted;
use crate::kinds::parts::day::Day;
use crate::kinds::parts::paging::{Leaf, leaves};
use crate::kinds::{Record, Site};
use crate::lang::{self, Label};
use crate::model::place::Place;
use crate::page::{MenuPart, Page, Pages, ViewCx};
use crate::view::{Link, Pager, Section, SectionEntry, Shape, Tag, Tone};

const PER_PAGE: usize = 20;
const PER_SECTION: usize = 3;

#[derive(Serialize)]
struct NewsList {
    count: Option<String>,
    cards: Vec<Card>,
    pager: Pager,
    topics: Option<Link>,
}

#[derive(Serialize)]
struct Card {
    link: Link,
    date: Day,
    dateline: Option<String>,
    topics: Vec<Link>,
    example: bool,
    summary: Option<String>,
}

#[derive(Serialize)]
struct TopicsPage {
    count: Option<String>,
    topics: Vec<TopicRow>,
}

#[derive(Serialize)]
struct TopicRow {
    link: Link,
    count: String,
}

/// Returns the first page of all news.
pub(super) fn overview_place() -> Place {
    Place::top("berita")
}

fn topics_place() -> Place {
    Place::top("topik")
}

/// Links to the news of a topic.
pub(super) fn topic_link(topic: &Topic, cx: &ViewCx<'_>) -> Link {
    cx.link(&topic.label, &topics_place().down(&topic.slug))
}

/// Adds the lists of all news and of every topic.
pub(super) fn all<'s>(site: &'s Site, pages: &mut Pages<'s>) {
    let lang = site.lang();
    let newest: Vec<&News> = site.newest_news().collect();
    let mut topics: BTreeMap<&str, (&Topic, Vec<&News>)> = BTreeMap::new();
    for news in &newest {
        for topic in &news.topics {
            topics.entry(&topic.slug).or_insert_with(|| (topic, Vec::new())).1.push(news);
        }
    }
    let counts: Vec<(&Topic, usize)> = topics.values().map(|(topic, news)| (*topic, news.len())).collect();

    let lead = lang.pick(
        "Kegiatan, pengawasan, dan perubahan layanan. Penyumbang dan sumber disebut pada setiap berita.",
        "Activities, oversight and changes of services. Each item names its contributor and source.",
    );
    let list = List {
        first: overview_place(),
        title: lang.pick("Berita", "News").to_owned(),
        lead: lead.to_owned(),
        trail: Vec::new(),
        has_topics: !topics.is_empty(),
    };
    for (number, page) in list.pages(&newest, site).into_iter().enumerate() {
        pages.push(if number == 0 { page.menu(MenuPart::Main, 70, None) } else { page });
    }
    if topics.is_empty() {
        return;
    }
    pages.push(topic_index(counts, site));
    for (topic, news) in topics.into_values() {
        let list = List {
            first: topics_place().down(&topic.slug),
            title: format!("{}: {}", lang.pick("Topik", "Topic"), topic.label),
            lead: format!("{} {}.", lang.pick("Berita tentang", "News about"), topic.label),
            trail: vec![
                (lang.pick("Berita", "News").to_owned(), overview_place()),
                (lang.pick("Topik", "Topics").to_owned(), topics_place()),
            ],
            has_topics: true,
        };
        pages.wanted.extend(list.pages(&news, site));
    }
}

// What the pages of one list have in common.
struct List {
    first: Place,
    title: String,
    lead: String,
    trail: Vec<(String, Place)>,
    has_topics: bool,
}

impl List {
    fn pages<'s>(&self, news: &[&'s News], site: &'s Site) -> Vec<Page<'s>> {
        let examples = news.iter().filter(|news| news.is_example(site)).count();
        let (one, many) = (Label::new("berita", "item"), Label::new("berita", "items"));
        let count = counted(news.len(), examples, one, many, site.lang());
        leaves(&self.first, news, PER_PAGE).into_iter().map(|leaf| self.page(leaf, count.clone(), site)).collect()
    }

    fn page<'s>(&self, leaf: Leaf<&'s News>, count: Option<String>, site: &'s Site) -> Page<'s> {
        let (place, title, has_topics) = (leaf.place(), leaf.title(&self.title, site.lang()), self.has_topics);
        let at = leaf.clone();
        let mut page = Page::new(place, "news_list.html", title, move |cx| NewsList {
            count: count.clone(),
            cards: leaf.items.iter().map(|news| card(news, site, cx)).collect(),
            pager: leaf.pager(Label::new("Lebih baru", "Newer"), Label::new("Lebih lama", "Older"), cx),
            topics: has_topics.then(|| cx.link(cx.say("Semua topik", "All topics"), &topics_place())),
        })
        .summary(&self.lead);
        page.trail.clone_from(&self.trail);
        at.put(page, &self.title)
    }
}

fn card(news: &News, site: &Site, cx: &ViewCx<'_>) -> Card {
    Card {
        link: news.link_in(cx),
        date: Day::new(news.date, cx.lang),
        dateline: news.dateline.clone(),
        topics: news.topics.iter().map(|topic| topic_link(topic, cx)).collect(),
        example: news.is_example(site),
        summary: news.summary_words(),
    }
}

fn topic_index<'s>(counts: Vec<(&'s Topic, usize)>, site: &'s Site) -> Page<'s> {
    let title = site.lang().pick("Topik", "Topics");
    let summary = Label::new("Semua topik berita, dengan jumlah beritanya.", "All topics of news, with their counts.");
    Page::new(topics_place(), "topics.html", title, move |cx| TopicsPage {
        count: counted(counts.len(), 0, Label::new("topik", "topic"), Label::new("topik", "topics"), cx.lang),
        topics: counts
            .iter()
            .map(|(topic, count)| TopicRow {
                link: topic_link(topic, cx),
                count: format!("{} {}", lang::whole(*count, cx.lang), cx.say("berita", "items")),
            })
            .collect(),
    })
    .under(site.lang().pick("Berita", "News"), overview_place())
    .summary(summary.of(site.lang()))
}

/// Returns the first items of a list, for an overview page; nothing where there are none.
pub(super) fn section<'s>(news: impl Iterator<Item = &'s News>, site: &Site, cx: &ViewCx<'_>) -> Option<Section> {
    let newest: Vec<&News> = news.take(PER_SECTION).collect();
    let entry = |news: &&News| SectionEntry {
        link: news.link_in(cx),
        meta: [Some(news.date.words(cx.lang)), news.dateline.clone()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · "),
        tags: news.is_example(site).then(|| Tag::new(cx.say("contoh", "example"), Tone::Example)).into_iter().collect(),
        text: news.summary_words(),
    };
    (!newest.is_empty()).then(|| Section {
        rank: 5,
        shape: Shape::List,
        anchor: "berita",
        title: cx.say("Berita", "News").to_owned(),
        lead: None,
        entries: newest.iter().map(entry).collect(),
        more: Some(cx.link(cx.say("Semua berita", "All news"), &overview_place())),
    })
}
