//! statistik_pengaduan: the complaints of one period; the entries of `statistik` in pengaduan.yaml. Zero is a statement
//! and is said. What could point at a person is published in sums only: `cells` says which.
//!
//! ```yaml
//! - periode: {dari: 2026-07-01, sampai: 2026-09-30}
//!   diterima: 12
//!   menurut_status: {selesai: 9, proses: 2, belum: 1}
//!   menurut_kanal: {wa: 6, lapor: 3, loket: 3}
//!   menurut_jenis: {pengaduan: 7, permintaan_informasi: 4, aspirasi: 1}
//!   tepat_waktu: 8
//!   median_hari: 4
//! ```

mod cells;
mod periods;

use std::collections::BTreeMap;

use rust_decimal::{Decimal, RoundingStrategy};
use schemars::JsonSchema;
use serde::Deserialize;

use super::channel;
use super::column::Column;
use super::facility::Facility;
use super::mechanism;
use super::{Record, Site};
use crate::diag::Problem;
use crate::lang::{self, Label, Lang};
use crate::model::cell::{Cell, CellKind};
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::place::Place;
use crate::model::scalar::{Choice, Text, choice};
use crate::parse::written::{Written, each_key_once_if_any};
use crate::stage::{CheckCx, Origin};
pub use cells::{About, Breakdown, Cells, Merged};

choice! {
    /// How far a complaint is.
    pub enum CaseStatus {
        /// Answered and closed.
        Done = "selesai", "Selesai", "Closed";
        /// Being handled.
        UnderWay = "proses", "Diproses", "Under way";
        /// Being checked.
        Verification = "verifikasi", "Diperiksa awal", "First check";
        /// Not touched yet.
        NotBegun = "belum", "Belum diproses", "Not begun";
        /// Put off.
        Postponed = "ditunda", "Ditunda", "Postponed";
        /// Passed on to another body.
        Forwarded = "diteruskan", "Diteruskan", "Passed on";
        /// Archived without an answer.
        Archived = "diarsipkan", "Diarsipkan", "Archived";
    }
}

choice! {
    /// What was sent in, by the classes of SP4N-LAPOR!.
    pub enum CaseKind {
        /// A complaint.
        Complaint = "pengaduan", "Pengaduan", "Complaint";
        /// A question.
        Information = "permintaan_informasi", "Permintaan informasi", "Request for information";
        /// A wish.
        Aspiration = "aspirasi", "Aspirasi", "Aspiration";
        /// A report about an officer by an insider.
        Whistleblowing = "wbs", "WBS", "Whistleblowing";
    }
}

/// The complaints of a period.
#[derive(Debug)]
pub struct Statistics {
    id: Id<Self>,
    origin: Origin,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// How many came in.
    pub received: u64,
    /// How far they are; `None` where that is not reported. What is not named is zero.
    pub by_status: Option<Breakdown<CaseStatus>>,
    /// Where they came in, by the channel's id.
    pub by_channel: Option<Breakdown<String>>,
    /// What they are.
    pub by_kind: Option<Breakdown<CaseKind>>,
    // How many of those closed were closed in time, and the median of days to the answer: published by `on_time` and
    // `median_days` only.
    in_time: Option<u64>,
    median: Option<Decimal>,
    /// What was changed because of them.
    pub improvements: Vec<String>,
    /// A remark.
    pub note: Option<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::kinds) struct RawStatistics {
    #[schemars(required)]
    #[serde(rename = "periode")]
    period: Option<RawPeriod>,
    #[schemars(required)]
    #[serde(rename = "diterima")]
    received: Option<Written<u64>>,
    #[serde(rename = "menurut_status")]
    by_status: Option<RawByStatus>,
    #[serde(default, rename = "menurut_kanal", deserialize_with = "each_key_once_if_any")]
    by_channel: Option<BTreeMap<String, Written<u64>>>,
    #[serde(rename = "menurut_jenis")]
    by_kind: Option<RawByKind>,
    #[serde(rename = "tepat_waktu")]
    on_time: Option<Written<u64>>,
    #[serde(rename = "median_hari")]
    median_days: Option<Written<Decimal>>,
    #[serde(default, rename = "perbaikan")]
    improvements: Vec<Written<Text>>,
    #[serde(rename = "catatan")]
    note: Option<Written<Text>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawPeriod {
    #[schemars(required)]
    #[serde(rename = "dari")]
    from: Option<Written<Date>>,
    #[schemars(required)]
    #[serde(rename = "sampai")]
    to: Option<Written<Date>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawByStatus {
    selesai: Option<Written<u64>>,
    proses: Option<Written<u64>>,
    verifikasi: Option<Written<u64>>,
    belum: Option<Written<u64>>,
    ditunda: Option<Written<u64>>,
    diteruskan: Option<Written<u64>>,
    diarsipkan: Option<Written<u64>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawByKind {
    pengaduan: Option<Written<u64>>,
    permintaan_informasi: Option<Written<u64>>,
    aspirasi: Option<Written<u64>>,
    wbs: Option<Written<u64>>,
}

impl RawByStatus {
    fn parts(self) -> Vec<(CaseStatus, Option<Written<u64>>)> {
        let Self { selesai, proses, verifikasi, belum, ditunda, diteruskan, diarsipkan } = self;
        vec![
            (CaseStatus::Done, selesai),
            (CaseStatus::UnderWay, proses),
            (CaseStatus::Verification, verifikasi),
            (CaseStatus::NotBegun, belum),
            (CaseStatus::Postponed, ditunda),
            (CaseStatus::Forwarded, diteruskan),
            (CaseStatus::Archived, diarsipkan),
        ]
    }
}

impl RawByKind {
    fn parts(self) -> Vec<(CaseKind, Option<Written<u64>>)> {
        let Self { pengaduan, permintaan_informasi, aspirasi, wbs } = self;
        vec![
            (CaseKind::Complaint, pengaduan),
            (CaseKind::Information, permintaan_informasi),
            (CaseKind::Aspiration, aspirasi),
            (CaseKind::Whistleblowing, wbs),
        ]
    }
}

impl Statistics {
    pub(in crate::kinds) fn check(raw: RawStatistics, facility: &Id<Facility>, cx: &mut CheckCx<'_>) -> Option<Self> {
        let RawStatistics {
            period,
            received,
            by_status,
            by_channel,
            by_kind,
            on_time,
            median_days,
            improvements,
            note,
        } = raw;
        let improvements = cx.all("perbaikan", improvements).into_iter().map(String::from).collect();
        let note = cx.get("catatan", note).map(String::from);
        let median = cx.get("median_hari", median_days);
        if let Some(days) = median.filter(|days| days.is_sign_negative() && !days.is_zero()) {
            cx.report_at("median_hari", Problem::OutOfRange { found: days.to_string(), range: "≥ 0".to_owned() });
        }
        let by_status = by_status.and_then(|raw| cx.at("menurut_status", |cx| counts(raw.parts(), cx)));
        let by_kind = by_kind.and_then(|raw| cx.at("menurut_jenis", |cx| counts(raw.parts(), cx)));
        let by_channel = by_channel.and_then(|raw| cx.at("menurut_kanal", |cx| channel_counts(raw, cx)));
        let in_time = cx.get("tepat_waktu", on_time);
        let received = cx.need("diterima", received);
        let period = check_period(period, cx);
        let received = received?;
        reconcile("menurut_status", by_status.as_ref(), received, cx);
        reconcile("menurut_kanal", by_channel.as_ref(), received, cx);
        reconcile("menurut_jenis", by_kind.as_ref(), received, cx);
        check_on_time(in_time, by_status.as_ref(), cx);
        let (from, to) = period?;
        Some(Self {
            id: facility.child(&from.to_string()),
            origin: cx.origin(),
            from,
            to,
            received,
            by_status: by_status.map(|counts| Breakdown::new(About::Work, counts)),
            by_channel: by_channel.map(|counts| Breakdown::new(About::People, counts)),
            by_kind: by_kind.map(|counts| Breakdown::new(About::People, counts)),
            in_time,
            median,
            improvements,
            note,
        })
    }

    /// Returns the facility it belongs to.
    pub fn facility(&self) -> Id<Facility> {
        self.id.parent().unwrap_or_else(|| self.id.of())
    }

    /// Returns where it is shown.
    pub fn place(&self) -> Place {
        mechanism::place(&self.facility()).anchor("statistik")
    }

    /// Returns how many are in a state, where states are reported and the total is not too small to say it.
    pub fn count(&self, status: CaseStatus) -> Option<u64> {
        self.by_status.as_ref()?.cells()?.count(&status)
    }

    /// Returns whether so few came in that nothing but their number is published.
    pub fn is_small(&self) -> bool {
        cells::is_small(self.received)
    }

    /// Returns whether so few are closed that how long they took would tell of single cases.
    pub fn is_pace_withheld(&self) -> bool {
        self.is_small() || self.count(CaseStatus::Done).is_some_and(cells::is_small)
    }

    /// Returns how many of those closed were closed in time, where enough are closed.
    pub fn on_time(&self) -> Option<u64> {
        self.in_time.filter(|_| !self.is_pace_withheld())
    }

    /// Returns the median of days to the answer, where enough are closed.
    pub fn median_days(&self) -> Option<Decimal> {
        self.median.filter(|_| !self.is_pace_withheld())
    }

    // The counts that are told as one sum, each with its parts: `menurut_kanal: kotak + wa: 5`.
    fn merged(&self) -> Vec<String> {
        let kinds = merged_words("menurut_jenis", self.by_kind.as_ref(), |kind| kind.key());
        let channels = merged_words("menurut_kanal", self.by_channel.as_ref(), String::as_str);
        channels.into_iter().chain(kinds).collect()
    }

    // The keys that are reported and, for so few cases, not published.
    fn withheld(&self) -> Vec<&'static str> {
        let all = [
            ("menurut_status", self.by_status.as_ref().is_some_and(|parts| parts.cells().is_none())),
            ("menurut_kanal", self.by_channel.as_ref().is_some_and(|parts| parts.cells().is_none())),
            ("menurut_jenis", self.by_kind.as_ref().is_some_and(|parts| parts.cells().is_none())),
            ("tepat_waktu", self.in_time.is_some() && self.is_pace_withheld()),
            ("median_hari", self.median.is_some() && self.is_pace_withheld()),
        ];
        all.into_iter().filter(|(_, is_withheld)| *is_withheld).map(|(key, _)| key).collect()
    }

    /// Writes its days: `1 Juli 2026 – 30 September 2026`.
    pub fn period_words(&self, lang: Lang) -> String {
        format!("{} – {}", self.from.words(lang), self.to.words(lang))
    }

    /// Writes the share closed in time, always with the numbers it is made of: `8 dari 9 (88,9%)`.
    pub fn on_time_words(&self, lang: Lang) -> Option<String> {
        let (on_time, done) = (self.on_time()?, self.count(CaseStatus::Done)?);
        let rate = rate(on_time, done)?;
        let number = |n: u64| lang::whole(n, lang);
        Some(format!(
            "{} {} {} ({}%)",
            number(on_time),
            lang.pick("dari", "of"),
            number(done),
            lang::decimal(rate, lang)
        ))
    }
}

// Per cent to one place, halves up; nothing of nothing is no rate.
fn rate(part: u64, whole: u64) -> Option<Decimal> {
    let rate = (Decimal::from(part) * Decimal::ONE_HUNDRED).checked_div(Decimal::from(whole))?;
    Some(rate.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero).normalize())
}

fn check_period(period: Option<RawPeriod>, cx: &mut CheckCx<'_>) -> Option<(Date, Date)> {
    let Some(RawPeriod { from, to }) = period else {
        cx.report(Problem::MissingKey { key: "periode" });
        return None;
    };
    cx.at("periode", |cx| {
        let from = cx.need("dari", from);
        let to = cx.need("sampai", to);
        cx.in_order("sampai", from, to);
        Some((from?, to?))
    })
}

// Nothing where a count could not be read: a sum without it would be a second error.
fn counts<K: Choice + Ord>(parts: Vec<(K, Option<Written<u64>>)>, cx: &mut CheckCx<'_>) -> Option<BTreeMap<K, u64>> {
    let stated = parts.into_iter().filter_map(|(key, written)| Some((key, written?)));
    let read: Vec<_> = stated.map(|(key, written)| Some((key, cx.get(key.key(), Some(written))?))).collect();
    read.into_iter().collect()
}

fn channel_counts(raw: BTreeMap<String, Written<u64>>, cx: &mut CheckCx<'_>) -> Option<BTreeMap<String, u64>> {
    let read: Vec<_> = raw.into_iter().map(|(channel, written)| Some((channel, cx.here(&written)?))).collect();
    read.into_iter().collect()
}

fn reconcile<K>(key: &'static str, parts: Option<&BTreeMap<K, u64>>, received: u64, cx: &mut CheckCx<'_>) {
    let Some(parts) = parts else { return };
    let sum = parts.values().fold(0, |sum: u64, part| sum.saturating_add(*part));
    if sum != received {
        cx.report_at(key, Problem::SumMismatch { whole: "diterima", stated: received, sum });
    }
}

fn check_on_time(on_time: Option<u64>, by_status: Option<&BTreeMap<CaseStatus, u64>>, cx: &mut CheckCx<'_>) {
    let Some(on_time) = on_time else { return };
    let Some(by_status) = by_status else {
        let why = Label::new("yang tepat waktu dihitung dari yang selesai", "a share of those closed");
        return cx
            .report_at("tepat_waktu", Problem::Needs { what: "tepat_waktu".to_owned(), key: "menurut_status", why });
    };
    let done = by_status.get(&CaseStatus::Done).copied().unwrap_or(0);
    if on_time > done {
        cx.report_at("tepat_waktu", Problem::OutOfRange { found: on_time.to_string(), range: format!("0–{done}") });
    }
}

// States that are not named are zero, for the sums reconcile.
fn status_cell(statistics: &Statistics, status: CaseStatus) -> Cell {
    Cell::whole(statistics.count(status))
}

fn kind_cell(statistics: &Statistics, kind: CaseKind) -> Cell {
    Cell::whole(statistics.by_kind.as_ref().and_then(|kinds| kinds.cells()?.count(&kind)))
}

fn channel_cell(statistics: &Statistics) -> Cell {
    let word = |(channel, count): (&String, u64)| format!("{channel}: {count}");
    let cells = statistics.by_channel.as_ref().and_then(Breakdown::cells);
    cells.map_or(Cell::Missing, |cells| Cell::list(cells.alone.into_iter().map(word)))
}

fn merged_words<K: Ord>(key: &str, parts: Option<&Breakdown<K>>, word: fn(&K) -> &str) -> Option<String> {
    let merged = parts?.cells()?.merged?;
    let words: Vec<&str> = merged.parts.into_iter().map(word).collect();
    Some(format!("{key}: {}: {}", words.join(" + "), merged.sum))
}

impl Record for Statistics {
    const KEY: &'static str = "statistik_pengaduan";
    const LABEL: Label = Label::new("Statistik pengaduan", "Complaint statistics");
    const ABOUT: Label = Label::new(
        "Satu baris satu masa laporan pengaduan satu fasilitas. Nol berarti tidak ada; kosong berarti belum dilaporkan, kecuali \
         disebut pada kolom digabung atau ditahan: angka 1 dan 2 dapat menunjuk orang.",
        "One row for each reporting period of a facility. Zero means none; empty means not reported, unless named in the columns \
         digabung or ditahan: counts of 1 and 2 could point at a person.",
    );
    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("id", Label::new("Id", "Id"), CellKind::Text, |s, _| Cell::text(Some(&s.id))),
        Column::new("fasilitas", Label::new("Fasilitas", "Facility"), CellKind::Text, |s, _| {
            Cell::text(Some(s.facility()))
        }),
        Column::new("dari", Label::new("Dari", "From"), CellKind::Date, |s, _| Cell::date(Some(s.from))),
        Column::new("sampai", Label::new("Sampai", "To"), CellKind::Date, |s, _| Cell::date(Some(s.to))),
        Column::new("diterima", Label::new("Diterima", "Received"), CellKind::Whole, |s, _| {
            Cell::whole(Some(s.received))
        }),
        Column::new("selesai", Label::new("Selesai", "Closed"), CellKind::Whole, |s, _| {
            status_cell(s, CaseStatus::Done)
        }),
        Column::new("proses", Label::new("Diproses", "Under way"), CellKind::Whole, |s, _| {
            status_cell(s, CaseStatus::UnderWay)
        }),
        Column::new("verifikasi", Label::new("Diperiksa awal", "First check"), CellKind::Whole, |s, _| {
            status_cell(s, CaseStatus::Verification)
        }),
        Column::new("belum", Label::new("Belum diproses", "Not begun"), CellKind::Whole, |s, _| {
            status_cell(s, CaseStatus::NotBegun)
        }),
        Column::new("ditunda", Label::new("Ditunda", "Postponed"), CellKind::Whole, |s, _| {
            status_cell(s, CaseStatus::Postponed)
        }),
        Column::new("diteruskan", Label::new("Diteruskan", "Passed on"), CellKind::Whole, |s, _| {
            status_cell(s, CaseStatus::Forwarded)
        }),
        Column::new("diarsipkan", Label::new("Diarsipkan", "Archived"), CellKind::Whole, |s, _| {
            status_cell(s, CaseStatus::Archived)
        }),
        Column::new("pengaduan", Label::new("Berupa pengaduan", "Complaints"), CellKind::Whole, |s, _| {
            kind_cell(s, CaseKind::Complaint)
        }),
        Column::new(
            "permintaan_informasi",
            Label::new("Berupa permintaan informasi", "Requests for information"),
            CellKind::Whole,
            |s, _| kind_cell(s, CaseKind::Information),
        ),
        Column::new("aspirasi", Label::new("Berupa aspirasi", "Aspirations"), CellKind::Whole, |s, _| {
            kind_cell(s, CaseKind::Aspiration)
        }),
        Column::new("wbs", Label::new("Berupa WBS", "Whistleblowing"), CellKind::Whole, |s, _| {
            kind_cell(s, CaseKind::Whistleblowing)
        }),
        Column::new("menurut_kanal", Label::new("Menurut kanal", "By channel"), CellKind::List, |s, _| channel_cell(s)),
        Column::new("digabung", Label::new("Digabung", "Told as one sum"), CellKind::List, |s, _| {
            Cell::list(s.merged())
        }),
        Column::new("ditahan", Label::new("Ditahan", "Withheld"), CellKind::List, |s, _| Cell::list(s.withheld())),
        Column::new("tepat_waktu", Label::new("Selesai tepat waktu", "Closed in time"), CellKind::Whole, |s, _| {
            Cell::whole(s.on_time())
        }),
        Column::new("median_hari", Label::new("Median hari", "Median days"), CellKind::Decimal, |s, _| {
            Cell::decimal(s.median_days())
        }),
        Column::new("perbaikan", Label::new("Perbaikan", "Improvements"), CellKind::List, |s, _| {
            Cell::list(&s.improvements)
        }),
        Column::new("catatan", Label::new("Catatan", "Note"), CellKind::Text, |s, _| Cell::text(s.note.as_ref())),
        Column::new("contoh", Label::new("Contoh", "Example"), CellKind::Flag, |s, site| {
            Cell::flag(Some(s.is_example(site)))
        }),
        Column::new("halaman", Label::new("Halaman", "Page"), CellKind::Page, |s, _| Cell::Page(s.place())),
    ];

    fn id(&self) -> &Id<Self> {
        &self.id
    }

    fn origin(&self) -> &Origin {
        &self.origin
    }

    fn is_example(&self, site: &Site) -> bool {
        site.is_example(&self.facility())
    }

    fn link(&self, site: &Site, cx: &mut CheckCx<'_>) {
        let facility = self.facility();
        periods::check(self, site, cx);
        cx.at("menurut_kanal", |cx| {
            for word in self.by_channel.iter().flat_map(Breakdown::parts) {
                channel::refer(word, &facility, site, cx);
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_rounded_once_and_nothing_of_nothing_is_none() {
        let words = |part, whole| rate(part, whole).map(|rate| lang::decimal(rate, Lang::Id));
        assert_eq!(words(8, 9).as_deref(), Some("88,9"));
        assert_eq!(words(9, 9).as_deref(), Some("100"));
        assert_eq!(words(1, 2000).as_deref(), Some("0,1"));
        assert_eq!(words(0, 3).as_deref(), Some("0"));
        assert_eq!(words(0, 0), None);
        assert_eq!(words(u64::MAX, u64::MAX).as_deref(), Some("100"));
    }
}
