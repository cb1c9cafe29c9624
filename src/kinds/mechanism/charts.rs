//! The drawings of complaints: how far those of each period are, and how many of the closed were closed in time. What is
//! not published of small counts is not drawn either.

use rust_decimal::Decimal;

use crate::draw::bars::{Bar, Bars};
use crate::draw::lines::TREND;
use crate::draw::scale::ticks;
use crate::draw::stack::{Part, Stack, Stacks};
use crate::draw::texture::Texture;
use crate::kinds::parts::period::Period;
use crate::kinds::statistics::{CaseStatus, Statistics};
use crate::lang::{Lang, whole};
use crate::model::scalar::Choice;
use crate::view::Chart;

// The newest periods that are drawn; the table has all.
const SHOWN: usize = 8;
const TICKS: usize = 5;

/// Draws the periods of a facility, given newest first.
pub(super) fn of(all: &[&Statistics], lang: Lang) -> Vec<Chart> {
    let shown = &all[..all.len().min(SHOWN)];
    let mut charts: Vec<Chart> = by_status(shown, lang).into_iter().chain(in_time(shown, lang)).collect();
    if let Some(last) = charts.last_mut() {
        last.notes.extend(limits(all.len(), lang));
    }
    charts
}

fn limits(all: usize, lang: Lang) -> Option<String> {
    if all > SHOWN {
        let (shown, all) = (whole(SHOWN, lang), whole(all, lang));
        return Some(lang.pick(
            format!("Gambar memuat {shown} periode terbaru dari {all}; semuanya ada di tabel."),
            format!("Drawn are the newest {shown} periods of {all}; the table has all."),
        ));
    }
    let words =
        lang.pick("Tren baru dapat dibaca dari sedikitnya tiga periode.", "A trend needs three periods at least.");
    (all < TREND).then(|| words.to_owned())
}

fn name(period: &Statistics, lang: Lang) -> String {
    Period { from: period.from, to: period.to }.brief(lang).join(" ")
}

fn texture(status: CaseStatus) -> Texture {
    match status {
        CaseStatus::Done => Texture::Solid,
        CaseStatus::UnderWay => Texture::Rising,
        CaseStatus::Verification => Texture::Upright,
        CaseStatus::NotBegun => Texture::Empty,
        CaseStatus::Postponed => Texture::Level,
        CaseStatus::Forwarded => Texture::Falling,
        CaseStatus::Archived => Texture::Crossed,
    }
}

fn stack(period: &Statistics, lang: Lang) -> Stack {
    let counts = CaseStatus::ALL.iter().filter_map(|status| Some((*status, period.count(*status)?)));
    let part = |(status, count): (CaseStatus, u64)| Part {
        count,
        letter: None,
        words: format!("{} {}", whole(count, lang), status.label().of(lang).to_lowercase()),
        texture: texture(status),
    };
    let parts: Vec<Part> = counts.filter(|(_, count)| *count > 0).map(part).collect();
    let total = whole(period.received, lang);
    let words = match period.received {
        0 => lang.pick("0 pengaduan pada periode ini", "0 complaints in this period"),
        _ if period.is_small() => lang.pick(
            "Status tidak dirinci: angka sekecil ini dapat menunjuk pelapornya",
            "Status not told: so few could point at a person",
        ),
        _ => lang.pick("Status belum dilaporkan", "Status not reported"),
    };
    Stack {
        name: format!("{}: {total} {}", name(period, lang), lang.pick("diterima", "received")),
        total: period.received,
        words: parts.is_empty().then(|| words.to_owned()),
        parts,
    }
}

fn by_status(shown: &[&Statistics], lang: Lang) -> Option<Chart> {
    let newest = shown.first()?;
    let rows: Vec<Stack> = shown.iter().map(|period| stack(period, lang)).collect();
    let most = rows.iter().map(|row| row.total).max().unwrap_or(0);
    let ticks: Vec<(u64, String)> = ticks(most, TICKS).into_iter().map(|tick| (tick, whole(tick, lang))).collect();
    // One bar says its number itself, and nothing has no axis.
    let compared = rows.iter().filter(|row| row.total > 0).count() > 1;
    let stacks = Stacks { rows: &rows, ticks: if compared { &ticks } else { &[] } };
    let svg = stacks.draw(
        "gambar-status",
        lang.pick("Pengaduan menurut status", "Complaints by status"),
        lang.pick(
            "Satu batang satu periode, dibagi menurut status. Angkanya ada di tabel.",
            "A bar for each period, divided by status. The figures are in the table.",
        ),
    );
    Some(Chart { finding: found(newest, lang), svg, notes: Vec::new() })
}

fn found(newest: &Statistics, lang: Lang) -> String {
    let (days, received) = (newest.period_words(lang), whole(newest.received, lang));
    let all = lang.pick("pengaduan diterima", "complaints received");
    let done = newest.count(CaseStatus::Done).filter(|_| newest.received > 0);
    let done = done.map(|done| format!(", {} {}", whole(done, lang), lang.pick("sudah selesai", "closed")));
    format!("{days}: {received} {all}{}.", done.unwrap_or_default())
}

// The share of one period, where one is published: in time, and closed.
fn share(period: &Statistics) -> Option<(u64, u64)> {
    Some((period.on_time()?, period.count(CaseStatus::Done)?)).filter(|(_, done)| *done > 0)
}

fn in_time(shown: &[&Statistics], lang: Lang) -> Option<Chart> {
    let newest = shown.iter().find(|period| share(period).is_some())?;
    let unsaid = |period: &Statistics| {
        let nothing_closed = period.received == 0 || period.count(CaseStatus::Done) == Some(0);
        match (period.is_pace_withheld(), nothing_closed) {
            (true, _) => lang.pick("tidak dirinci", "not told"),
            (_, true) => lang.pick("tidak ada yang selesai", "none closed"),
            _ => lang.pick("belum dilaporkan", "not reported"),
        }
    };
    let bar = |period: &&Statistics| {
        let figure = share(period)
            .and_then(|(in_time, done)| (Decimal::from(in_time) * Decimal::ONE_HUNDRED).checked_div(done.into()));
        let words = figure.and_then(|_| period.on_time_words(lang));
        Bar {
            name: name(period, lang),
            remark: None,
            is_sum: false,
            figure,
            words: words.unwrap_or_else(|| unsaid(period).to_owned()),
            texture: Texture::Solid,
        }
    };
    let rows: Vec<Bar> = shown.iter().map(bar).collect();
    let marks = [0, 50, 100].map(|mark| (Decimal::from(mark), format!("{mark}%")));
    let bars = Bars { rows: &rows, axis: (Decimal::ZERO, Decimal::ONE_HUNDRED), marks: &marks, zones: &[] };
    let svg = bars.draw(
        "gambar-tepat-waktu",
        lang.pick("Selesai tepat waktu", "Closed in time"),
        lang.pick(
            "Satu batang satu periode, dari 0 sampai 100 persen dari yang selesai. Angkanya ada di tabel.",
            "A bar for each period, from 0 to 100 per cent of those closed. The figures are in the table.",
        ),
    );
    let (days, rate) = (newest.period_words(lang), newest.on_time_words(lang)?);
    let finding = lang.pick(
        format!("{days}: selesai tepat waktu {rate} dari yang sudah selesai."),
        format!("{days}: of those closed, {rate} in time."),
    );
    Some(Chart { finding, svg, notes: Vec::new() })
}
