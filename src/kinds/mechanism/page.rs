//! The complaint page of one facility. Every facility has it: one that says nothing of complaints says so here, with the
//! law that asks for it, and people still find where to go.

use serde::Serialize;

use super::figures::{self, Figures};
use super::ladder::{self, Rung};
use super::{CONTENT, DUTY, LIMITS, Mechanism, Officer, Step, poster};
use crate::kinds::channel::Channel;
use crate::kinds::channel::card::{self, Card};
use crate::kinds::facility::Facility;
use crate::kinds::holiday::year;
use crate::kinds::national_channel::{Level, NationalChannel};
use crate::kinds::parts::edition::EditionView;
use crate::kinds::parts::limit::{Limit, LimitKind};
use crate::kinds::parts::way::WayKind;
use crate::kinds::{Record, Site};
use crate::lang::Lang;
use crate::model::date::Date;
use crate::model::duration::Unit;
use crate::model::scalar::Choice;
use crate::page::{Page, ViewCx};
use crate::view::{self, Fact, Link, Section, Shape};

#[derive(Serialize)]
struct ComplaintPage {
    facility: Link,
    answer: String,
    // What a poster of it is worth.
    edition: Option<EditionView>,
    poster: Link,
    // Whether the facility still serves: if not, nothing of its own is asked for.
    serves: bool,
    limits: Vec<Clock>,
    limits_law: String,
    // Where the days off stand, if a day was counted in working days.
    days_off: Option<Link>,
    officer: Vec<Fact>,
    officer_law: String,
    contact: Vec<Fact>,
    // Whether there is none that people can use today.
    unreachable: bool,
    channels: Vec<Card>,
    channels_law: String,
    national: Vec<Card>,
    everywhere: Link,
    procedure: Vec<StepLine>,
    procedure_law: String,
    rungs: Vec<Rung>,
    figures: Option<Figures>,
    figures_law: String,
}

#[derive(Serialize)]
struct Clock {
    label: &'static str,
    words: Option<String>,
    // By which day, for what is sent on the day of the build.
    last_day: Option<String>,
    note: Option<String>,
}

#[derive(Serialize)]
struct StepLine {
    actor: Option<String>,
    text: String,
}

/// The complaint page of a facility.
pub(super) fn of_facility<'s>(facility: &'s Facility, site: &'s Site) -> Page<'s> {
    let lang = site.lang();
    let mechanism = Mechanism::of(facility, site);
    let title = format!("{} {}", lang.pick("Mengadu tentang", "Complaints about"), facility.called());
    let origin = mechanism.map_or_else(|| facility.origin(), |mechanism| mechanism.origin());
    let mut page =
        Page::new(super::place(facility.id()), "facility_complaint.html", title, move |cx| view(facility, site, cx))
            .updated(last_check(facility, site))
            .example(site.is_example(facility.id()))
            .from(origin.file)
            .summary(summary(facility, mechanism, site));
    page.trail = site.facility_trail(facility.id());
    page
}

fn summary(facility: &Facility, mechanism: Option<&Mechanism>, site: &Site) -> String {
    let lang = site.lang();
    let name = facility.called();
    let limit = mechanism.and_then(|mechanism| mechanism.limit_words(lang));
    match (lang, limit) {
        (Lang::Id, Some(limit)) => format!("Petugas, kanal, dan langkah pengaduan {name}; {limit}."),
        (Lang::Id, None) => format!("Langkah mengadu tentang {name}, dari unit sampai Ombudsman."),
        (Lang::En, Some(limit)) => format!("Officer, channels and steps for complaints about {name}; {limit}."),
        (Lang::En, None) => format!("How to complain about {name}, from the facility to the Ombudsman."),
    }
}

/// Returns when its channels were last tried.
pub(super) fn last_check(facility: &Facility, site: &Site) -> Option<Date> {
    let checks = site.channels.under(facility.id()).filter_map(|channel| channel.checked.as_ref());
    checks.map(|checked| checked.on).max()
}

fn view(facility: &Facility, site: &Site, cx: &ViewCx<'_>) -> ComplaintPage {
    let mechanism = Mechanism::of(facility, site);
    // What can be used comes first.
    let mut channels: Vec<&Channel> = site.channels.under(facility.id()).collect();
    channels.sort_by_key(|channel| (!channel.is_open(site), channel.way.kind));
    let open = channels.iter().filter(|channel| channel.is_open(site)).filter_map(|channel| channel.way.kind);
    let answer = answer(facility, mechanism, open.collect(), cx.lang);
    ComplaintPage {
        facility: facility.link_in(cx),
        answer,
        edition: mechanism.and_then(|mechanism| poster::answer(mechanism, facility, site)),
        poster: cx.link(cx.say("Poster untuk dicetak", "Poster to print"), &poster::place(facility.id())),
        serves: super::serves(facility),
        limits: limits(mechanism, site),
        limits_law: LIMITS.words(cx.lang),
        days_off: days_off(mechanism, cx),
        officer: officer(mechanism, cx),
        officer_law: DUTY.words(cx.lang),
        contact: if mechanism.is_none() { facility.contact.facts(cx.lang) } else { Vec::new() },
        unreachable: channels.iter().all(|channel| !channel.is_open(site)),
        channels: channels.into_iter().map(|channel| card::own(channel, site)).collect(),
        channels_law: DUTY.words(cx.lang),
        national: national(mechanism, site),
        everywhere: cx.link(cx.say("Semua kanal nasional", "All national channels"), &super::overview_place()),
        procedure: mechanism.map(procedure).unwrap_or_default(),
        procedure_law: CONTENT.words(cx.lang),
        rungs: ladder::from(facility, site, cx),
        figures: figures::of(facility, site, cx),
        figures_law: CONTENT.words(cx.lang),
    }
}

/// What complaints have to say on the page of a facility.
pub(super) fn section(facility: &Facility, site: &Site, cx: &ViewCx<'_>) -> Section {
    let ComplaintPage { answer, figures, .. } = view(facility, site, cx);
    Section {
        rank: 0,
        shape: Shape::Call,
        anchor: "pengaduan",
        title: cx.say("Pengaduan", "Complaints").to_owned(),
        lead: Some(std::iter::once(answer).chain(figures.map(|figures| figures.latest)).collect::<Vec<_>>().join(" ")),
        entries: Vec::new(),
        more: Some(
            cx.link(cx.say("Ada masalah? Laporkan", "Something wrong? Report it"), &super::place(facility.id())),
        ),
    }
}

fn answer(facility: &Facility, mechanism: Option<&Mechanism>, open: Vec<WayKind>, lang: Lang) -> String {
    if !super::serves(facility) {
        let status = facility.status.map(|status| status.label().of(lang).to_lowercase());
        let status = status.map(|status| format!(" ({status})")).unwrap_or_default();
        return match lang {
            Lang::Id => format!("Unit ini tidak melayani lagi{status}. Sampaikan pengaduan lewat kanal nasional."),
            Lang::En => format!("This facility no longer serves{status}. Complain through the national channels."),
        };
    }
    let Some(mechanism) = mechanism else {
        return lang
            .pick(
                "Petugas, kanal, dan batas waktu pengaduan unit ini belum diumumkan di sini. Anda tetap dapat mengadu.",
                "The officer, channels and time limits of this facility are not announced here. You can still complain.",
            )
            .to_owned();
    };
    let mut parts = Vec::new();
    parts.extend(ways(open, lang).map(|ways| format!("{}: {ways}.", lang.pick("Caranya", "Ways"))));
    parts.push(match mechanism.first_limit() {
        Some(limit) => match lang {
            Lang::Id => format!("Dijawab paling lama {}.", limit.words(lang)),
            Lang::En => format!("Answered within {}.", limit.words(lang)),
        },
        None => lang.pick("Batas waktu jawaban belum ditetapkan.", "No time limit is set.").to_owned(),
    });
    parts.push(lang.pick("Tanpa biaya.", "Free of charge.").to_owned());
    parts.join(" ")
}

// `datang langsung, WhatsApp, atau surel`: each kind once.
fn ways(mut kinds: Vec<WayKind>, lang: Lang) -> Option<String> {
    kinds.dedup();
    let word = |kind: WayKind| match kind {
        WayKind::Whatsapp | WayKind::Sms => kind.label().of(lang).to_owned(),
        _ => kind.label().of(lang).to_lowercase(),
    };
    let mut words: Vec<String> = kinds.into_iter().map(word).collect();
    let last = words.pop()?;
    if words.is_empty() {
        return Some(last);
    }
    let comma = if words.len() > 1 { "," } else { "" };
    Some(format!("{}{comma} {} {last}", words.join(", "), lang.pick("atau", "or")))
}

// The three kinds that everybody asks about stand here even where nothing is set.
fn limits(mechanism: Option<&Mechanism>, site: &Site) -> Vec<Clock> {
    let (lang, calendar) = (site.lang(), site.calendar());
    let stated = mechanism.map_or(&[][..], |mechanism| &mechanism.limits);
    let for_all = stated.iter().any(|limit| limit.kind == LimitKind::All);
    let asked = [LimitKind::Information, LimitKind::Service, LimitKind::Supervisory];
    let unset = asked.iter().filter(|kind| !for_all && stated.iter().all(|limit| limit.kind != **kind));
    let unset = unset.map(|kind| (*kind, None));
    let mut all: Vec<_> = stated.iter().map(|limit| (limit.kind, Some(limit))).chain(unset).collect();
    all.sort_by_key(|(kind, _)| *kind);
    let clock = |(kind, limit): (LimitKind, Option<&Limit>)| Clock {
        label: kind.label().of(lang),
        words: limit.map(|limit| limit.words(lang)),
        last_day: limit.and_then(|limit| limit.last_day_words(site.today, calendar, lang)),
        note: limit.and_then(|limit| limit.note.clone()),
    };
    all.into_iter().map(clock).collect()
}

fn days_off(mechanism: Option<&Mechanism>, cx: &ViewCx<'_>) -> Option<Link> {
    let counted = |limit: &Limit| limit.unit == Some(Unit::WorkingDay);
    let is_counted = mechanism.is_some_and(|mechanism| mechanism.limits.iter().any(counted));
    is_counted.then(|| cx.link(cx.say("hari libur", "holidays"), &year::overview_place()))
}

// What the law asks for stands here even where it is missing; post and mail stand here where they are given.
fn officer(mechanism: Option<&Mechanism>, cx: &ViewCx<'_>) -> Vec<Fact> {
    let officer = mechanism.map(|mechanism| &mechanism.officer);
    let text = |field: fn(&Officer) -> &Option<String>| officer.and_then(|officer| field(officer).as_deref());
    let mut facts = vec![Fact::new(cx.say("Nama", "Name"), text(|officer| &officer.name))];
    facts.extend(text(|officer| &officer.title).map(|title| Fact::new(cx.say("Jabatan", "Post"), Some(title))));
    facts.push(Fact::new(cx.say("Alamat", "Address"), text(|officer| &officer.address)));
    facts.push(Fact::of(cx.say("Telepon", "Telephone"), text(|officer| &officer.phone).map(view::phone)));
    let mail = |address: &str| Link::outside(address, format!("mailto:{address}"));
    facts.extend(text(|officer| &officer.email).map(|address| Fact::of(cx.say("Surel", "Email"), [mail(address)])));
    facts
}

// Those the facility names; where it names none, all that are open.
fn national(mechanism: Option<&Mechanism>, site: &Site) -> Vec<Card> {
    let named = mechanism.map_or(&[][..], |mechanism| &mechanism.national);
    let mut channels: Vec<&NationalChannel> = named.iter().filter_map(|id| site.national_channels.get(id)).collect();
    if channels.is_empty() {
        channels.extend(site.national_channels.iter().filter(|channel| channel.is_open(site)));
        channels.retain(|channel| channel.level != Some(Level::Facility));
        channels.sort_by_key(|channel| channel.level);
    }
    channels.into_iter().map(|channel| card::national(channel, site)).collect()
}

fn procedure(mechanism: &Mechanism) -> Vec<StepLine> {
    let line = |step: &Step| StepLine { actor: step.actor.clone(), text: step.text.clone() };
    mechanism.procedure.iter().map(line).collect()
}
