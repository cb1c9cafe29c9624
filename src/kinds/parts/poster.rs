//! A sheet for the wall: what a kind has to say in large letters, fitted to one page, with the way back to the page it comes from.

mod fit;

use serde::Serialize;

use crate::draw::qr;
use crate::kinds::Site;
use crate::kinds::channel::report::Told;
use crate::lang::{Lang, whole};
use crate::model::edition::Edition;
use crate::model::place::Place;
use crate::page::{Page, ViewCx};
use crate::text;
use crate::url;
use crate::view::{Link, ShortFact, Svg};

/// What a sheet says.
#[derive(Debug)]
pub(in crate::kinds) struct Poster {
    /// What kind of sheet it is.
    pub(in crate::kinds) what: &'static str,
    /// The facility.
    pub(in crate::kinds) facility: String,
    /// The largest words.
    pub(in crate::kinds) title: String,
    /// Up to four facts.
    pub(in crate::kinds) facts: Vec<ShortFact>,
    /// What follows, step by step.
    pub(in crate::kinds) flow: Flow,
    /// Whom to tell.
    pub(in crate::kinds) report: Option<Report>,
    /// Since when it holds, in a sentence.
    pub(in crate::kinds) since: String,
    /// The code of what it says.
    pub(in crate::kinds) edition: Edition,
}

/// Steps, or a text.
#[derive(Debug)]
pub(in crate::kinds) struct Flow {
    /// Their heading.
    pub(in crate::kinds) title: &'static str,
    /// One by one.
    pub(in crate::kinds) items: Vec<Item>,
    /// The law that asks for them, for a sheet that has none.
    pub(in crate::kinds) law: String,
}

/// One step, or a text.
#[derive(Debug, Serialize)]
pub(in crate::kinds) struct Item {
    /// Its number; a text has none.
    pub(in crate::kinds) number: Option<String>,
    /// Who acts.
    pub(in crate::kinds) actor: Option<String>,
    /// What is done.
    pub(in crate::kinds) text: String,
}

/// Whom to tell.
#[derive(Debug)]
pub(in crate::kinds) struct Report {
    /// In the largest letters, what people must know.
    pub(in crate::kinds) word: Option<&'static str>,
    /// What to do.
    pub(in crate::kinds) ask: &'static str,
    /// How.
    pub(in crate::kinds) ways: Vec<Told>,
}

/// A sheet, finished.
#[derive(Debug, Serialize)]
pub struct PosterPage {
    what: &'static str,
    facility: String,
    title: String,
    // Sizes of letters, from 1, the largest; the style has a class for each.
    title_size: usize,
    flow_size: usize,
    two_columns: bool,
    facts: Vec<FactView>,
    flow_title: &'static str,
    items: Vec<Item>,
    law: String,
    // Where the steps go on that have no room.
    rest: Option<String>,
    word: Option<&'static str>,
    ask: Option<&'static str>,
    ways: Vec<WayView>,
    since: String,
    code: String,
    qr: Option<Svg>,
    address: Option<String>,
    check: &'static str,
    back: Link,
}

#[derive(Debug, Serialize)]
struct FactView {
    label: &'static str,
    value: Option<String>,
    note: Option<String>,
    size: usize,
}

#[derive(Debug, Serialize)]
struct WayView {
    name: Option<String>,
    value: String,
}

// Longer texts end in an ellipsis: the page of the record has them whole.
const TITLE_CHARS: usize = 110;
const FACILITY_CHARS: usize = 100;
const FACT_CHARS: usize = 120;
// A sheet of more steps has room for fewer ways.
const MANY_STEPS: usize = 16;
const FEW_WAYS: usize = 2;
const ITEM_CHARS: usize = 300;
const TEXT_CHARS: usize = 1_200;
const WAY_CHARS: usize = 60;

/// Asks for the page of a sheet below `of`, the page of a record with that title and trail.
pub(in crate::kinds) fn page<'s>(
    of: &Page<'s>,
    name: &str,
    title: String,
    site: &'s Site,
    make: impl Fn(&ViewCx<'_>) -> Poster + Send + Sync + 's,
) -> Page<'s> {
    let record = of.place.clone();
    let back = record.clone();
    let example = of.example;
    let view = move |cx: &ViewCx<'_>| make(cx).view(&back, example, site, cx);
    let mut page = Page::new(record.down(name), "poster.html", title, view).updated(of.updated).example(of.example);
    page.source = of.source;
    page.trail.clone_from(&of.trail);
    page.under(of.title.clone(), record).unlisted()
}

impl Poster {
    fn view(mut self, record: &Place, example: bool, site: &Site, cx: &ViewCx<'_>) -> PosterPage {
        self.shorten();
        let opens = cx.here(record);
        let target = opens.anchor(&self.edition.anchor());
        let address = site.config.address.as_deref();
        let qr = address.map(|address| url::absolute_part(address, &target));
        let check = cx.say("Periksa apakah poster ini masih berlaku:", "Check whether this poster still holds:");
        let name = cx.say("Kode QR yang membuka halamannya", "QR code that opens its page");
        // An address too long for a code stands in letters.
        let qr = qr.and_then(|address| qr::code(&address, name).ok());
        let address = address.map(|address| url::absolute(address, &opens));
        let fit = fit::fit(&self, example, address.as_deref());
        let left = self.flow.items.len() - fit.shown;
        let rest = (left > 0).then(|| {
            let left = whole(left, cx.lang);
            match cx.lang {
                Lang::Id => format!("Masih ada {left} langkah lagi. Bacalah di halaman yang dibuka kode di bawah."),
                Lang::En => format!("There are {left} more steps. Read them on the page that the code below opens."),
            }
        });
        let Self { what, facility, title, facts, flow, report, since, edition } = self;
        let word = report.as_ref().and_then(|report| report.word);
        let (ask, ways) = report.map_or((None, Vec::new()), |report| (Some(report.ask), report.ways));
        let fact = |(ShortFact { label, value, note }, size)| FactView { label, value, note, size };
        PosterPage {
            what,
            facility,
            title,
            title_size: fit.title,
            flow_size: fit.flow,
            two_columns: fit.two_columns,
            facts: facts.into_iter().zip(fit.facts).map(fact).collect(),
            flow_title: flow.title,
            items: flow.items.into_iter().take(fit.shown).collect(),
            law: flow.law,
            rest,
            word,
            ask,
            ways: ways.into_iter().map(|Told { name, value }| WayView { name, value }).collect(),
            since,
            code: edition.to_string(),
            qr,
            address,
            check,
            back: cx.link(cx.say("Kembali ke halamannya", "Back to its page"), record),
        }
    }

    // Whether its steps need the room of other things.
    fn is_full(&self) -> bool {
        self.flow.items.len() > MANY_STEPS
    }

    fn shorten(&mut self) {
        // What is short enough stays as it is, also its spaces that do not break.
        let cut = |words: &mut String, most| {
            if words.chars().count() > most {
                *words = text::excerpt(words, most);
            }
        };
        cut(&mut self.title, TITLE_CHARS);
        cut(&mut self.facility, FACILITY_CHARS);
        for fact in &mut self.facts {
            fact.value.iter_mut().chain(&mut fact.note).for_each(|words| cut(words, FACT_CHARS));
        }
        for item in &mut self.flow.items {
            cut(&mut item.text, if item.number.is_some() { ITEM_CHARS } else { TEXT_CHARS });
            item.actor.iter_mut().for_each(|actor| cut(actor, WAY_CHARS));
        }
        let is_full = self.is_full();
        self.report.iter_mut().filter(|_| is_full).for_each(|report| report.ways.truncate(FEW_WAYS));
        for way in self.report.iter_mut().flat_map(|report| &mut report.ways) {
            way.name.iter_mut().for_each(|name| cut(name, WAY_CHARS));
            cut(&mut way.value, WAY_CHARS);
        }
    }
}
