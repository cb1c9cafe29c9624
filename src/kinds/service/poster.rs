//! The posters of a service: its standard and its SOP for the wall, what their codes cover and what they are worth today.

use super::page::short_facts;
use super::{Service, Sop, Status, page};
use crate::kinds::Site;
use crate::kinds::channel::report;
use crate::kinds::component;
use crate::kinds::parts::edition::{EditionView, Facts, Worth};
use crate::kinds::parts::poster::{self, Flow, Item, Poster, Report};
use crate::lang::{Label, Lang};
use crate::model::cell::Cell;
use crate::model::date::Date;
use crate::model::edition::Edition;
use crate::model::place::Place;
use crate::page::{Page, ViewCx};
use crate::view::ShortFact;

// The fields of a standard that change without the standard: when it was looked at, where it hangs, what is counted from
// other fields or by the day.
const BESIDE: &[&str] = &[
    "id",
    "fasilitas",
    "sk_berkas",
    "ditinjau",
    "tinjau_lagi",
    "jangka_waktu_jumlah",
    "jangka_waktu_satuan",
    "sop",
    "riwayat",
    "publikasi",
    "publikasi_media",
    "terpasang",
    "komponen_penyampaian",
    "komponen",
    "halaman",
];
const SESSION: &[&str] = &["id", "layanan", "contoh"];
const SOP: &[&str] = &["id", "layanan", "contoh"];

/// How many ways to report a levy a poster has room for.
const WAYS: usize = 3;

/// Returns the page of the poster of a standard.
pub(super) fn standard_place(service: &Service) -> Place {
    service.place().down("poster")
}

/// Returns the page of the poster of an SOP.
pub(super) fn sop_place(service: &Service) -> Place {
    service.place().down("poster-sop")
}

// The standard as people meet it: its components, the days of the week, whom to tell. Single days that differ are announced
// when they come.
fn standard_edition(service: &Service, site: &Site) -> Edition {
    let mut facts = common(service, site);
    facts.all(service, site, BESIDE);
    let sessions = site.sessions.under(&service.id).filter(|session| session.is_weekly());
    sessions.for_each(|session| facts.all(session, site, SESSION));
    facts.edition()
}

fn sop_edition(service: &Service, site: &Site) -> Edition {
    let mut facts = common(service, site);
    facts.some(service, site, &["nama", "status", "biaya", "biaya_jumlah", "contoh"]);
    site.sop_steps.under(&service.id).for_each(|step| facts.all(step, site, SOP));
    facts.edition()
}

// What both posters show.
fn common(service: &Service, site: &Site) -> Facts {
    let mut facts = Facts::default();
    facts.say("unit", Cell::Text(facility_name(service, site)));
    if is_free(service) {
        report::facts(&service.facility_id(), site, &mut facts);
    }
    facts
}

/// Says what a poster of the standard is worth; a draft has none.
pub(super) fn standard_answer(service: &Service, site: &Site, lang: Lang) -> Option<EditionView> {
    let what = Label::new("standar layanan ini", "the standard of this service");
    Some(EditionView::new(&standard_edition(service, site), what, worth(service, site)?, lang))
}

/// Says what a poster of the SOP is worth.
pub(super) fn sop_answer(service: &Service, site: &Site, lang: Lang) -> Option<EditionView> {
    let worth = worth(service, site).filter(|_| service.sop.is_some())?;
    Some(EditionView::new(&sop_edition(service, site), Label::new("SOP ini", "this SOP"), worth, lang))
}

fn worth(service: &Service, site: &Site) -> Option<Worth> {
    let coming = service.in_force_since.filter(|date| *date > site.today);
    match service.status {
        Status::Draft => None,
        Status::InForce => Some(coming.map_or(Worth::Holds, Worth::From)),
        Status::Suspended | Status::Withdrawn => Some(Worth::Nothing),
    }
}

/// Asks for the posters of a service. What does not hold must not hang on a wall.
pub(super) fn pages<'s>(service: &'s Service, site: &'s Site) -> Vec<Page<'s>> {
    if service.status != Status::InForce {
        return Vec::new();
    }
    let of = page::detail(service, site);
    let title = |what: &str| format!("{what} {}", service.name);
    let make = move |cx: &ViewCx<'_>| standard(service, site, cx);
    let mut pages = vec![poster::page(&of, "poster", title("Poster"), site, make)];
    if let Some(sop) = &service.sop {
        let make = move |cx: &ViewCx<'_>| sop_poster(service, sop, site, cx);
        pages.push(poster::page(&of, "poster-sop", title("Poster SOP"), site, make));
    }
    pages
}

fn standard(service: &Service, site: &Site, cx: &ViewCx<'_>) -> Poster {
    let steps = service.standard.procedure.as_deref().unwrap_or_default();
    let item = |(at, step): (usize, &super::clauses::Step)| Item {
        number: Some((at + 1).to_string()),
        actor: step.actor.clone(),
        text: step.text.clone(),
    };
    let mut facts = short_facts(service, cx);
    if let (None, Some(fee)) = (&service.standard.fee, facts.first_mut()) {
        fee.note = Some(cx.say("Belum ditetapkan tidak berarti gratis.", "Not set does not mean free.").to_owned());
    }
    Poster {
        what: cx.say("Standar pelayanan", "Service standard"),
        facility: facility_name(service, site),
        title: service.name.clone(),
        facts,
        flow: Flow {
            title: cx.say("Langkah", "Steps"),
            items: steps.iter().enumerate().map(item).collect(),
            law: component::LAW.words(cx.lang),
        },
        report: report(service, site, cx),
        since: since(service, site, cx),
        edition: standard_edition(service, site),
    }
}

fn sop_poster(service: &Service, sop: &Sop, site: &Site, cx: &ViewCx<'_>) -> Poster {
    let day = |date: Option<Date>| date.map(|date| date.words(cx.lang));
    let fact = |label, value| ShortFact { label, value, note: None };
    let whole = sop.yes_path_time().and_then(|time| time.whole()).map(|time| time.words(cx.lang));
    let revised = match sop.revised {
        Some(date) => fact(cx.say("Revisi", "Revised on"), Some(date.words(cx.lang))),
        None => fact(cx.say("Tanggal pembuatan", "Made on"), day(sop.made)),
    };
    let fee = service.standard.fee.as_ref().map(|fee| fee.words(cx.lang));
    Poster {
        what: cx.say("Prosedur operasional standar (SOP)", "Standard operating procedure (SOP)"),
        facility: facility_name(service, site),
        title: service.name.clone(),
        facts: vec![
            fact(cx.say("Biaya", "Fee"), fee),
            fact(cx.say("Waktu seluruhnya", "Whole time"), whole),
            fact(cx.say("Nomor SOP", "Number"), sop.number.clone()),
            revised,
        ],
        flow: Flow { title: cx.say("Langkah", "Steps"), items: sop.items(cx), law: component::LAW.words(cx.lang) },
        report: report(service, site, cx),
        since: since(service, site, cx),
        edition: sop_edition(service, site),
    }
}

fn facility_name(service: &Service, site: &Site) -> String {
    let id = service.facility_id();
    site.facilities.get(&id).map_or_else(|| id.as_str().to_owned(), |facility| facility.name.clone())
}

fn is_free(service: &Service) -> bool {
    service.standard.fee.as_ref().is_some_and(super::fee::Fee::is_free)
}

// Only of what is free can a poster say that no money may be asked for.
fn report(service: &Service, site: &Site, cx: &ViewCx<'_>) -> Option<Report> {
    is_free(service).then(|| Report {
        word: Some(cx.say("GRATIS.", "FREE.")),
        ask: cx.say("Ada pungutan? Laporkan:", "Asked for money? Report it:"),
        ways: report::ways(&service.facility_id(), site, WAYS),
    })
}

fn since(service: &Service, site: &Site, cx: &ViewCx<'_>) -> String {
    match service.in_force_since {
        Some(date) if date > site.today => {
            format!("{} {}", cx.say("Mulai berlaku", "In force from"), date.words(cx.lang))
        }
        Some(date) => format!("{} {}", cx.say("Berlaku sejak", "In force since"), date.words(cx.lang)),
        None => cx.say("Tanggal berlaku belum ditetapkan", "No date in force is set").to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::Record;
    use crate::kinds::column::Column;
    use crate::kinds::session::Session;
    use crate::kinds::sop_step::SopStep;

    fn lacking<R: Record>(keys: &[&'static str]) -> Vec<&'static str> {
        let is_field = |key: &str| R::COLUMNS.iter().any(|column: &Column<R>| column.key == key);
        keys.iter().copied().filter(|key| !is_field(key)).collect()
    }

    #[test]
    fn what_stands_beside_the_facts_is_a_field() {
        assert_eq!(lacking::<Service>(BESIDE), [""; 0]);
        assert_eq!(lacking::<Session>(SESSION), [""; 0]);
        assert_eq!(lacking::<SopStep>(SOP), [""; 0]);
        assert_eq!(lacking::<Service>(&["nomor_yang_tidak_ada"]), ["nomor_yang_tidak_ada"]);
    }
}
