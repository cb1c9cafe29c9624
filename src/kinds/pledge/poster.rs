//! The poster of a pledge: its words, who signed it, and what is given when it is not kept.

use super::{DUTY, Pledge};
use crate::kinds::Site;
use crate::kinds::parts::edition::{EditionView, Facts, Worth};
use crate::kinds::parts::poster::{self, Flow, Item, Poster};
use crate::lang::{Label, Lang};
use crate::model::cell::Cell;
use crate::model::edition::Edition;
use crate::model::place::Place;
use crate::page::{Page, ViewCx};

const BESIDE: &[&str] = &["fasilitas", "halaman"];

impl Pledge {
    /// Returns the page of its poster.
    pub(super) fn poster_place(&self) -> Place {
        self.place().down("poster")
    }

    fn edition(&self, site: &Site) -> Edition {
        let mut facts = Facts::default();
        facts.say("unit", Cell::Text(self.facility_name(site)));
        facts.all(self, site, BESIDE);
        facts.edition()
    }

    /// Says what a poster of it is worth.
    pub(super) fn answer(&self, site: &Site, lang: Lang) -> EditionView {
        EditionView::new(&self.edition(site), Label::new("maklumat ini", "this pledge"), Worth::Holds, lang)
    }

    /// Asks for its poster; `of` is its own page.
    pub(super) fn poster_page<'s>(&'s self, of: &Page<'s>, site: &'s Site) -> Page<'s> {
        let title = format!("Poster {}", super::title(site.lang()).to_lowercase());
        poster::page(of, "poster", title, site, move |cx| self.sheet(site, cx))
    }

    fn sheet(&self, site: &Site, cx: &ViewCx<'_>) -> Poster {
        let text = |lead: Option<&str>, text: &str| Item {
            number: None,
            actor: lead.map(str::to_owned),
            text: text.to_owned(),
        };
        let signer: Vec<&str> =
            [&self.signer.name, &self.signer.title].into_iter().flatten().map(String::as_str).collect();
        let (broken, signed) = (
            cx.say("Bila janji tidak ditepati", "If the promise is not kept"),
            cx.say("Ditandatangani oleh", "Signed by"),
        );
        let missing = cx.say("belum ditetapkan", "not set");
        let signer = if signer.is_empty() { missing.to_owned() } else { signer.join(", ") };
        let mut items: Vec<Item> = self.statement.iter().map(|statement| text(None, statement)).collect();
        if !items.is_empty() {
            items.push(text(Some(broken), self.compensation.as_deref().unwrap_or(missing)));
            items.push(text(Some(signed), &signer));
        }
        let date = self.date.map(|date| date.words(cx.lang));
        let since =
            date.map(|date| format!("{} {date}", cx.say("Berlaku sejak ditandatangani,", "In force since signed,")));
        Poster {
            what: cx.say("Janji kami kepada Anda", "Our promise to you"),
            facility: self.facility_name(site),
            title: super::title(cx.lang).to_owned(),
            facts: Vec::new(),
            flow: Flow { title: "", items, law: DUTY.words(cx.lang) },
            report: None,
            since: since.unwrap_or_else(|| cx.say("Tanggal belum ditetapkan", "No date is set").to_owned()),
            edition: self.edition(site),
        }
    }

    fn facility_name(&self, site: &Site) -> String {
        let facility = site.facilities.get(&self.facility());
        facility.map_or_else(|| self.id.as_str().to_owned(), |facility| facility.name.clone())
    }
}
