//! The page on how to complain anywhere: the steps with their clocks, the national channels, what to keep, and where each
//! facility's own page is.

use serde::Serialize;

use super::Mechanism;
use super::ladder::{self, Rung};
use crate::kinds::channel::card::{self, Card};
use crate::kinds::facility::Facility;
use crate::kinds::national_channel::{Level, NationalChannel};
use crate::kinds::parts::way::Way;
use crate::kinds::{Record, Site};
use crate::lang::Label;
use crate::model::scalar::Choice;
use crate::page::{MenuPart, Page, ViewCx};
use crate::view::{Link, Section, Shape, Tag, Tone};

#[derive(Serialize)]
struct NationalPage {
    answer: String,
    rungs: Vec<Rung>,
    proof: Vec<&'static str>,
    inside: Vec<String>,
    channels: Vec<Card>,
    facilities: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    link: Link,
    line: Option<String>,
    // Whether the facility serves and has set no limit: the page says so.
    unset: bool,
    status: Option<Tag>,
    example: bool,
}

/// The page on how to complain.
pub(super) fn overview(site: &Site) -> Page<'_> {
    let title = site.lang().pick("Cara mengadu", "How to complain");
    Page::new(super::overview_place(), "complain.html", title, move |cx| view(site, cx))
        .menu(MenuPart::Main, 30, Some(Label::new("Pengaduan", "Complaints")))
        .summary(site.lang().pick(
            "Ke mana mengadu tentang layanan pemasyarakatan, berapa lama tiap langkahnya, dan bukti apa yang disimpan.",
            "Where to complain about correctional services, how long each step takes and what proof to keep.",
        ))
}

fn view(site: &Site, cx: &ViewCx<'_>) -> NationalPage {
    NationalPage {
        answer: cx
            .say(
                "Mulai dari unitnya. Tidak dijawab? Naik satu tingkat. Mengadu tidak dipungut biaya.",
                "Begin with the facility. No answer? Go one step up. Complaining costs nothing.",
            )
            .to_owned(),
        rungs: ladder::anywhere(site, cx),
        proof: proof(cx),
        inside: inside(site),
        channels: channels(site),
        facilities: facilities(site, cx),
    }
}

fn proof(cx: &ViewCx<'_>) -> Vec<&'static str> {
    vec![
        cx.say("Nomor tanda terima dan tanggal mengadu.", "The number of the receipt and the date."),
        cx.say("Salinan surat, atau tangkapan layar pesan.", "A copy of the letter, or a screenshot of the message."),
        cx.say(
            "Apa yang terjadi, kapan, di mana, dan urutannya; nama loket atau petugas bila tahu.",
            "What happened, when, where and in which order; the counter or the officer if you know.",
        ),
        cx.say(
            "Bila diminta uang: jumlah, waktu, dan tempatnya.",
            "If you were asked for money: how much, when and where.",
        ),
        cx.say(
            "Jawaban yang Anda terima, atau catatan bahwa sampai tanggal itu belum ada jawaban.",
            "The answer you got, or a note that by that date there was none.",
        ),
    ]
}

// How those inside a facility complain.
fn inside(site: &Site) -> Vec<String> {
    let of_facility = |channel: &&NationalChannel| channel.level == Some(Level::Facility) && channel.is_open(site);
    let ways = site.national_channels.iter().filter(of_facility).flat_map(|channel| &channel.ways);
    let word = |way: &Way| way.value.clone();
    ways.map(word).collect()
}

// By level; those that have ended come last, and stay in sight so that nobody uses them.
fn channels(site: &Site) -> Vec<Card> {
    let mut national: Vec<&NationalChannel> = site.national_channels.iter().collect();
    national.retain(|channel| channel.level != Some(Level::Facility));
    national.sort_by_key(|channel| (!channel.is_open(site), channel.level));
    national.into_iter().map(|channel| card::national(channel, site)).collect()
}

// By name; those that no longer serve come last.
fn facilities(site: &Site, cx: &ViewCx<'_>) -> Vec<Row> {
    let mut facilities: Vec<&Facility> = site.facilities.iter().collect();
    facilities.sort_by_key(|facility| (!super::serves(facility), facility.called().to_lowercase()));
    facilities.into_iter().map(|facility| row(facility, site, cx)).collect()
}

fn row(facility: &Facility, site: &Site, cx: &ViewCx<'_>) -> Row {
    let serves = super::serves(facility);
    let limit = Mechanism::of(facility, site).and_then(|mechanism| mechanism.limit_words(cx.lang)).filter(|_| serves);
    let parts = [facility.address.city.clone(), limit.clone()];
    let line = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let status = facility.status.filter(|_| !serves).map(|status| Tag::new(status.label().of(cx.lang), Tone::Neutral));
    Row {
        link: cx.link(facility.called(), &super::place(facility.id())),
        line: (!line.is_empty()).then_some(line),
        unset: serves && limit.is_none(),
        status,
        example: facility.is_example(site),
    }
}

/// What complaining has to say on the front page.
pub(super) fn section(cx: &ViewCx<'_>) -> Section {
    Section {
        rank: 1,
        shape: Shape::Call,
        anchor: "mengadu",
        title: cx.say("Ada masalah?", "Something wrong?").to_owned(),
        lead: Some(
            cx.say(
                "Diminta uang, ditolak tanpa alasan, atau menunggu tanpa jawaban? Mengadu tidak dipungut biaya.",
                "Asked for money, turned away without a reason, or waiting without an answer? Complaining costs nothing.",
            )
            .to_owned(),
        ),
        entries: Vec::new(),
        more: Some(cx.link(
            cx.say("Kepada siapa, lewat mana, dan berapa lama jawabannya", "Whom to tell, how, and how long it takes"),
            &super::overview_place(),
        )),
    }
}
