//! Where a complaint goes, step by step, and how long each step may take: the facility, its regional office, the national
//! channels, the Ombudsman. A time nobody has confirmed says so.

use serde::Serialize;

use super::Mechanism;
use crate::kinds::channel::card;
use crate::kinds::facility::{Facility, FacilityKind};
use crate::kinds::national_channel::{Level, NationalChannel};
use crate::kinds::{Record, Site};
use crate::lang::Lang;
use crate::model::scalar::Choice;
use crate::page::ViewCx;
use crate::view::Link;

/// One step.
#[derive(Debug, Serialize)]
pub(super) struct Rung {
    title: String,
    text: String,
    links: Vec<Link>,
    clocks: Vec<String>,
    notes: Vec<String>,
}

/// The steps for any facility.
pub(super) fn anywhere(site: &Site, cx: &ViewCx<'_>) -> Vec<Rung> {
    let own = cx.say(
        "Tiap unit wajib mengumumkan batas waktunya sendiri (UU 25/2009 Pasal 36–37); lihat daftar unit di bawah.",
        "Each facility must announce its own time limit (UU 25/2009 articles 36–37); see the list below.",
    );
    let facility = Rung {
        title: cx.say("Unit yang melayani", "The facility").to_owned(),
        text: complain_there(cx).to_owned(),
        links: Vec::new(),
        clocks: standard(site, cx.lang),
        notes: vec![own.to_owned()],
    };
    let regional = regional(Vec::new(), clocks(&[Level::Region], site, cx.lang), cx);
    [facility, regional].into_iter().chain(beyond(site, cx)).collect()
}

/// The steps for one facility. One that no longer serves leaves only what is above it.
pub(super) fn from(facility: &Facility, site: &Site, cx: &ViewCx<'_>) -> Vec<Rung> {
    let mut rungs = Vec::new();
    if super::serves(facility) {
        rungs.push(first(facility, site, cx));
        if facility.kind != Some(FacilityKind::RegionalOffice) {
            rungs.push(office_above(facility, site, cx));
        }
    }
    rungs.extend(beyond(site, cx));
    rungs
}

fn first(facility: &Facility, site: &Site, cx: &ViewCx<'_>) -> Rung {
    let mechanism = Mechanism::of(facility, site);
    let officer = mechanism.and_then(|mechanism| {
        let officer = &mechanism.officer;
        let parts: Vec<&str> = [&officer.name, &officer.title].into_iter().flatten().map(String::as_str).collect();
        (!parts.is_empty()).then(|| Link::plain(parts.join(", ")))
    });
    let own = mechanism.and_then(|mechanism| mechanism.limit_words(cx.lang)).map(|words| capital(&words));
    let unset = cx.say("Batas waktu unit ini belum ditetapkan.", "This facility has not set a time limit.");
    let (clocks, notes) = match own {
        Some(own) => (vec![own], Vec::new()),
        None => (vec![unset.to_owned()], standard(site, cx.lang)),
    };
    Rung {
        title: format!("{} {}", cx.say("Petugas pengaduan", "The complaint officer of"), facility.called()),
        text: complain_there(cx).to_owned(),
        links: officer.into_iter().collect(),
        clocks,
        notes,
    }
}

fn office_above(facility: &Facility, site: &Site, cx: &ViewCx<'_>) -> Rung {
    let office = facility.affiliation(site.today).and_then(|above| above.regional_office.as_ref());
    let office = office.and_then(|id| site.facilities.get(id)).filter(|office| super::serves(office));
    let Some(office) = office else {
        let unknown = cx.say(
            "Kantor wilayah di atas unit ini belum dicantumkan di sini.",
            "The regional office above this facility is not stated here yet.",
        );
        let mut rung = regional(Vec::new(), clocks(&[Level::Region], site, cx.lang), cx);
        rung.notes.push(unknown.to_owned());
        return rung;
    };
    let own = Mechanism::of(office, site).and_then(|mechanism| mechanism.limit_words(cx.lang));
    let clocks = own.map_or_else(|| clocks(&[Level::Region], site, cx.lang), |words| vec![capital(&words)]);
    regional(vec![cx.link(office.called(), &super::place(office.id()))], clocks, cx)
}

fn regional(links: Vec<Link>, clocks: Vec<String>, cx: &ViewCx<'_>) -> Rung {
    Rung {
        title: cx.say("Kantor wilayah", "The regional office").to_owned(),
        text: cx
            .say(
                "Bila tidak dijawab atau jawabannya belum memadai, sampaikan kepada kantor wilayah dengan bukti pengaduan pertama.",
                "If there is no answer, or no good one, go to the regional office with the proof of your first complaint.",
            )
            .to_owned(),
        links,
        clocks: or_unknown(clocks, cx.lang),
        notes: Vec::new(),
    }
}

// What stands above every facility.
fn beyond(site: &Site, cx: &ViewCx<'_>) -> Vec<Rung> {
    let levels = [Level::Nation, Level::Directorate, Level::Ministry];
    let national = Rung {
        title: cx.say("Kanal nasional", "The national channels").to_owned(),
        text: cx
            .say(
                "Sampaikan di sini bila unit dan kantor wilayahnya tidak menyelesaikan, atau sudah tidak ada. Sebutkan nomor pengaduan sebelumnya bila ada.",
                "Go here when the facility and its regional office did not settle it, or exist no more. Give the number of an earlier complaint if there is one.",
            )
            .to_owned(),
        links: open(&levels, site).into_iter().map(|channel| channel.link_in(cx)).collect(),
        clocks: or_unknown(clocks(&levels, site, cx.lang), cx.lang),
        notes: notes(&levels, site),
    };
    let conditions = open(&[Level::Ombudsman], site).into_iter().flat_map(|channel| &channel.requirements);
    let conditions: Vec<&str> = conditions.map(String::as_str).collect();
    let mut text = cx
        .say("Lembaga negara yang mengawasi pelayanan publik.", "The state body that oversees public services.")
        .to_owned();
    if !conditions.is_empty() {
        text.push_str(&format!(" {}: {}.", cx.say("Syaratnya", "Conditions"), conditions.join("; ")));
    }
    let ombudsman = Rung {
        title: cx.say("Ombudsman RI", "The Ombudsman").to_owned(),
        text,
        links: open(&[Level::Ombudsman], site).into_iter().map(|channel| channel.link_in(cx)).collect(),
        clocks: or_unknown(clocks(&[Level::Ombudsman], site, cx.lang), cx.lang),
        notes: notes(&[Level::Ombudsman], site),
    };
    vec![national, ombudsman]
}

fn complain_there<'a>(cx: &ViewCx<'_>) -> &'a str {
    cx.say(
        "Sampaikan apa yang terjadi, kapan, dan di mana. Minta nomor tanda terima; simpan nomor dan tanggalnya.",
        "Say what happened, when and where. Ask for a receipt; keep its number and date.",
    )
}

// Levels in the order asked for, channels in the order of their ids.
fn open<'s>(levels: &[Level], site: &'s Site) -> Vec<&'s NationalChannel> {
    let mut open: Vec<_> = site.national_channels.iter().filter(|channel| channel.is_open(site)).collect();
    open.retain(|channel| channel.level.is_some_and(|level| levels.contains(&level)));
    open.sort_by_key(|channel| channel.level);
    open
}

fn limited<'s>(levels: &[Level], site: &'s Site) -> impl Iterator<Item = &'s NationalChannel> {
    open(levels, site).into_iter().filter(|channel| !channel.limits.is_empty())
}

fn clocks(levels: &[Level], site: &Site, lang: Lang) -> Vec<String> {
    let clock = |channel: &NationalChannel| {
        let limits = channel
            .limits
            .iter()
            .map(|limit| format!("{} {}", limit.kind.label().of(lang).to_lowercase(), limit.words(lang)));
        format!("{}: {}", channel.name, limits.collect::<Vec<_>>().join("; "))
    };
    limited(levels, site).map(clock).collect()
}

fn notes(levels: &[Level], site: &Site) -> Vec<String> {
    limited(levels, site).filter_map(|channel| channel.note.clone()).collect()
}

// What holds for every facility, whatever it says itself.
fn standard(site: &Site, lang: Lang) -> Vec<String> {
    let limits = limited(&[Level::Facility], site).flat_map(|channel| &channel.limits);
    limits.map(|limit| card::limit_line(limit, lang)).collect()
}

fn or_unknown(clocks: Vec<String>, lang: Lang) -> Vec<String> {
    if clocks.is_empty() {
        return vec![lang.pick("Batas waktunya belum kami ketahui.", "We do not know its time limit yet.").to_owned()];
    }
    clocks
}

fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
