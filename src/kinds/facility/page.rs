//! The page of a facility.

use serde::Serialize;

use super::week::{self, Week};
use super::{Affiliation, Facility, FacilityStatus, Hours};
use crate::kinds::Site;
use crate::kinds::parts::address::FormerAddress;
use crate::kinds::parts::checked;
use crate::kinds::parts::head::Head;
use crate::kinds::parts::held::Held;
use crate::lang::Lang;
use crate::model::date::Zone;
use crate::model::scalar::Choice;
use crate::page::{Page, ViewCx};
use crate::view::{self, Checked, Fact, Link, Section, Tag, Tone};

impl Hours {
    /// Writes the hours in one line: `Senin, Selasa 08.00–14.00 WITA`.
    pub fn words(&self, zone: Option<Zone>, lang: Lang) -> String {
        let days: Vec<&str> = self.days.iter().map(|day| day.label().of(lang)).collect();
        let mut words = days.join(", ");
        if let (Some(opens), Some(closes)) = (self.opens, self.closes) {
            words.push_str(&format!(" {}–{}", opens.words(), closes.words()));
            words.extend(zone.map(|zone| format!(" {}", zone.key())));
        }
        words.extend(self.note.as_ref().map(|note| format!(" ({note})")));
        words
    }
}

#[derive(Serialize)]
struct FacilityPage {
    kicker: String,
    status: Option<Tag>,
    reach: Vec<Reach>,
    week: Week,
    sections: Vec<Section>,
    facts: Vec<Fact>,
    people: Vec<Fact>,
    history: Vec<Fact>,
    addresses: Vec<Fact>,
    note: Option<String>,
    checked: Checked,
}

// Where to go, whom to call: before anything else.
#[derive(Serialize)]
struct Reach {
    icon: &'static str,
    fact: Fact,
}

pub(super) fn detail<'s>(facility: &'s Facility, site: &'s Site) -> Page<'s> {
    let mut page = Page::new(facility.place(), "facility.html", facility.called(), move |cx| view(facility, site, cx))
        .under(site.lang().pick("Fasilitas", "Facilities"), super::overview_place())
        .updated(facility.checked.as_ref().map(|checked| checked.on))
        .example(facility.example)
        .from(facility.origin.file);
    page.summary = Some(format!(
        "{}: {}",
        facility.name,
        site.lang().pick(
            "layanan, pengaduan, program, dan hasil pemantauan.",
            "services, complaints, programmes and oversight."
        )
    ));
    page
}

fn view(facility: &Facility, site: &Site, cx: &ViewCx<'_>) -> FacilityPage {
    FacilityPage {
        kicker: kicker(facility, cx.lang),
        status: standing(facility, cx.lang),
        reach: reach(facility, cx),
        week: week::of(facility, site, cx),
        sections: Section::sorted(site.tables().iter().filter_map(|table| table.on_facility(site, facility, cx))),
        facts: facts(facility, site, cx),
        people: people(facility, cx),
        history: history(facility, site, cx),
        addresses: addresses(facility, cx),
        note: facility.note.clone(),
        checked: checked::line(facility.checked.as_ref(), site.today, cx.lang),
    }
}

fn reach(facility: &Facility, cx: &ViewCx<'_>) -> Vec<Reach> {
    let contact = &facility.contact;
    let phones = contact.phones.iter().map(|typed| view::phone(typed));
    let chats = contact.whatsapp.iter().map(|typed| view::whatsapp(typed));
    vec![
        Reach { icon: "pin", fact: Fact::new(cx.say("Alamat", "Address"), facility.address.words()) },
        Reach { icon: "phone", fact: Fact::of(cx.say("Telepon", "Telephone"), phones) },
        Reach { icon: "chat", fact: Fact::of("WhatsApp", chats) },
    ]
}

/// Says what a facility is, in one line.
pub(super) fn kicker(facility: &Facility, lang: Lang) -> String {
    let kind = facility.kind.map(|kind| kind.label().of(lang).to_owned());
    let class = facility.class.as_ref().map(|class| format!("{} {class}", lang.pick("Kelas", "Class")));
    let parts = [kind, class, facility.address.city.clone(), facility.zone.map(|zone| zone.key().to_owned())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Marks a facility that does not serve as a reader expects; that it serves needs no mark.
pub(super) fn standing(facility: &Facility, lang: Lang) -> Option<Tag> {
    let status = facility.status.filter(|status| *status != FacilityStatus::Active)?;
    Some(Tag::new(status.label().of(lang), Tone::Soon))
}

fn facts(facility: &Facility, site: &Site, cx: &ViewCx<'_>) -> Vec<Fact> {
    let mut facts = vec![
        Fact::new(cx.say("Nama resmi", "Official name"), Some(&facility.name)),
        Fact::new(cx.say("Alamat", "Address"), facility.address.words()),
        Fact::of(
            cx.say("Jam layanan", "Opening hours"),
            facility.hours.iter().map(|hours| Link::plain(hours.words(facility.zone, cx.lang))),
        ),
        Fact::new(cx.say("Pimpinan", "Head"), facility.head(site.today).map(|head| head.words(cx.lang))),
    ];
    let contacts = facility.contact.facts(cx.lang);
    if contacts.is_empty() {
        facts.push(Fact::new(cx.say("Kontak", "Contact"), None::<String>));
    }
    facts.extend(contacts);
    facts
}

// A post a row, those who held it latest first.
fn people(facility: &Facility, cx: &ViewCx<'_>) -> Vec<Fact> {
    let mut heads: Vec<_> = facility.heads.iter().collect();
    heads.sort_by_key(|head| std::cmp::Reverse(head.held.latest()));
    let mut posts: Vec<(&str, Vec<&Head>)> = Vec::new();
    for head in heads {
        match posts.iter_mut().find(|(title, _)| *title == head.title) {
            Some((_, held_by)) => held_by.push(head),
            None => posts.push((&head.title, vec![head])),
        }
    }
    let name = |head: &&Head| match head.held.words(cx.lang) {
        Some(held) => Link::plain(format!("{} ({held})", head.name)),
        None => Link::plain(&head.name),
    };
    let fact = |(title, held_by): (&str, Vec<&Head>)| {
        let sources: Vec<&str> = held_by.iter().filter_map(|head| head.source.as_deref()).collect();
        Fact::of(title, held_by.iter().map(name)).noted((!sources.is_empty()).then(|| sources.join(". ")))
    };
    posts.into_iter().map(fact).collect()
}

fn history(facility: &Facility, site: &Site, cx: &ViewCx<'_>) -> Vec<Fact> {
    let mut affiliations: Vec<_> = facility.affiliations.iter().collect();
    affiliations.sort_by_key(|affiliation| std::cmp::Reverse(affiliation.held.latest()));
    let fact = |affiliation: &Affiliation| {
        let ministry = affiliation.ministry.as_ref().and_then(|id| site.institutions.get(id));
        let office = affiliation.regional_office.as_ref().and_then(|id| site.facilities.get(id));
        let links = office.map(|office| office.link_in(cx)).into_iter().chain(ministry.map(|m| m.link_in(cx)));
        let unsaid = cx.say("Waktu tidak disebut", "No date given");
        Fact::of(affiliation.held.words(cx.lang).unwrap_or_else(|| unsaid.to_owned()), links)
            .noted(affiliation.source.clone())
    };
    affiliations.into_iter().map(fact).collect()
}

// Where it stands and stood, latest first; nothing where it never moved.
fn addresses(facility: &Facility, cx: &ViewCx<'_>) -> Vec<Fact> {
    if facility.former_addresses.is_empty() {
        return Vec::new();
    }
    let since = Held { from: facility.address.known_since(&facility.former_addresses), ..Held::default() };
    let label =
        |held: Held| held.words(cx.lang).unwrap_or_else(|| cx.say("Waktu tidak disebut", "No date given").to_owned());
    let mut former: Vec<_> = facility.former_addresses.iter().collect();
    former.sort_by_key(|former| std::cmp::Reverse(former.held.to));
    let today = Fact::new(label(since), facility.address.words());
    let left =
        |former: &FormerAddress| Fact::new(label(former.held), former.address.words()).noted(former.source.clone());
    std::iter::once(today).chain(former.into_iter().map(left)).collect()
}
