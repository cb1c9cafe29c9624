//! The poster of a complaint mechanism: where to go, how soon an answer comes, what happens then.

use super::page::last_check;
use super::{CONTENT, Mechanism};
use crate::kinds::channel::report::{self, Told};
use crate::kinds::channel::{Channel, Named};
use crate::kinds::facility::Facility;
use crate::kinds::parts::edition::{EditionView, Facts, Worth};
use crate::kinds::parts::poster::{self, Flow, Item, Poster, Report};
use crate::kinds::{Record, Site};
use crate::lang::Label;
use crate::model::cell::Cell;
use crate::model::edition::Edition;
use crate::model::id::Id;
use crate::model::place::Place;
use crate::page::{Page, ViewCx};
use crate::view::ShortFact;

const BESIDE: &[&str] = &["fasilitas", "halaman"];

/// How many channels a poster has room for.
const WAYS: usize = 6;

/// Returns the page of the poster.
pub(super) fn place(facility: &Id<Facility>) -> Place {
    super::place(facility).down("poster")
}

fn edition(mechanism: &Mechanism, facility: &Facility, site: &Site) -> Edition {
    let mut facts = Facts::default();
    facts.say("unit", Cell::Text(facility.name.clone()));
    facts.all(mechanism, site, BESIDE);
    site.channels.under(facility.id()).for_each(|channel| facts.all(channel, site, report::BESIDE));
    let national = mechanism.national.iter().filter_map(|id| site.national_channels.get(id));
    national.for_each(|channel| facts.some(channel, site, report::NATIONAL));
    facts.edition()
}

/// Says what a poster is worth; of a facility that serves no more none is.
pub(super) fn answer(mechanism: &Mechanism, facility: &Facility, site: &Site) -> Option<EditionView> {
    let worth = if super::serves(facility) { Worth::Holds } else { Worth::Nothing };
    let what = Label::new("pengaduan unit ini", "complaints about this facility");
    Some(EditionView::new(&edition(mechanism, facility, site), what, worth, site.lang()))
}

/// Asks for the poster of a facility that serves and says how it handles complaints.
pub(super) fn page<'s>(facility: &'s Facility, site: &'s Site) -> Option<Page<'s>> {
    let mechanism = Mechanism::of(facility, site).filter(|_| super::serves(facility))?;
    let title = format!("{} {}", site.lang().pick("Poster pengaduan", "Poster of complaints about"), facility.called());
    let of = super::page::of_facility(facility, site);
    Some(poster::page(&of, "poster", title, site, move |cx| sheet(mechanism, facility, site, cx)))
}

fn sheet(mechanism: &Mechanism, facility: &Facility, site: &Site, cx: &ViewCx<'_>) -> Poster {
    let fact = |label, value| ShortFact { label, value, note: None };
    let officer = [&mechanism.officer.name, &mechanism.officer.title].into_iter().flatten();
    let officer = officer.map(String::as_str).collect::<Vec<_>>().join(", ");
    let national = mechanism.national.iter().filter_map(|id| site.national_channels.get(id));
    let national: Vec<&str> =
        national.filter(|channel| channel.is_open(site)).map(|channel| channel.name.as_str()).collect();
    let checked = last_check(facility, site);
    let since =
        checked.map(|date| format!("{} {}", cx.say("Kanal diperiksa", "Channels checked on"), date.words(cx.lang)));
    let item = |(at, step): (usize, &super::Step)| Item {
        number: Some((at + 1).to_string()),
        actor: step.actor.clone(),
        text: step.text.clone(),
    };
    Poster {
        what: cx.say("Pengaduan", "Complaints"),
        facility: facility.name.clone(),
        title: cx.say("Ada masalah? Sampaikan.", "Something wrong? Tell us.").to_owned(),
        facts: vec![
            fact(cx.say("Biaya", "Fee"), Some(cx.say("Tanpa biaya", "Free of charge").to_owned())),
            fact(
                cx.say("Dijawab paling lama", "Answered within"),
                mechanism.first_limit().map(|limit| limit.words(cx.lang)),
            ),
            fact(cx.say("Penanggung jawab", "Officer in charge"), (!officer.is_empty()).then_some(officer)),
            fact(
                cx.say("Tidak dijawab atau belum puas", "No answer, or not a good one"),
                (!national.is_empty()).then(|| national.join(", ")),
            ),
        ],
        flow: Flow {
            title: cx.say("Yang terjadi kemudian", "What happens then"),
            items: mechanism.procedure.iter().enumerate().map(item).collect(),
            law: CONTENT.words(cx.lang),
        },
        report: Some(Report {
            word: None,
            ask: cx.say("Lewat mana saja:", "Any of these ways:"),
            ways: ways(facility, site),
        }),
        since: since.unwrap_or_else(|| cx.say("Kanal belum pernah diperiksa", "Channels never checked").to_owned()),
        edition: edition(mechanism, facility, site),
    }
}

fn ways(facility: &Facility, site: &Site) -> Vec<Told> {
    let mut open: Vec<&Channel> = site.channels.under(facility.id()).filter(|channel| channel.is_open(site)).collect();
    open.sort_by_key(|channel| report::reach(channel.way.kind));
    open.truncate(WAYS);
    open.into_iter().map(|channel| report::line(&Named::Own(channel), &channel.way, site.lang())).collect()
}
