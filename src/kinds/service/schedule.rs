//! jadwal: when a service is given, by day of the week, and the dates that differ. Holidays of the state are not known
//! here: a day is closed when the facility says so.
//!
//! ```yaml
//! jadwal:
//!   aturan:
//!     - hari: [selasa, kamis]
//!       sesi: [{mulai: "09:00", selesai: "11:00", tutup_daftar: "10:30"}]
//!       bagi: keluarga narapidana
//!   pengecualian: [{tanggal: 2026-12-25, tutup: true, alasan: Hari Raya Natal}]
//! ```

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::diag::Problem;
use crate::diag::flaw::TimeFlaw;
use crate::lang::Label;
use crate::model::date::{Date, TimeOfDay, Weekday, Zone};
use crate::model::scalar::{Choice, Text};
use crate::page::ViewCx;
use crate::parse::written::Written;
use crate::stage::CheckCx;

/// When a service is given.
#[derive(Debug, Default)]
pub struct Schedule {
    /// What holds every week.
    pub rules: Vec<Rule>,
    /// The dates that differ.
    pub exceptions: Vec<Exception>,
}

/// Sessions on some days of the week.
#[derive(Debug)]
pub struct Rule {
    /// The days.
    pub days: Vec<Weekday>,
    /// The sessions of each of these days.
    pub hours: Vec<Hours>,
    /// For whom.
    pub audience: Option<String>,
}

/// One session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hours {
    /// From.
    pub start: TimeOfDay,
    /// To.
    pub end: TimeOfDay,
    /// When registration closes.
    pub registration_ends: Option<TimeOfDay>,
}

/// A date on which the rules do not hold.
#[derive(Debug, Clone)]
pub struct Exception {
    /// The date.
    pub on: Date,
    /// The sessions of that date; none means closed.
    pub hours: Vec<Hours>,
    /// Why.
    pub reason: Option<String>,
}

/// `jadwal` as written.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::kinds) struct RawSchedule {
    #[schemars(required, length(min = 1))]
    #[serde(default, rename = "aturan")]
    rules: Vec<RawRule>,
    #[serde(default, rename = "pengecualian")]
    exceptions: Vec<RawException>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawRule {
    #[schemars(required, length(min = 1))]
    #[serde(default, rename = "hari")]
    days: Vec<Written<Weekday>>,
    #[schemars(required, length(min = 1))]
    #[serde(default, rename = "sesi")]
    hours: Vec<RawHours>,
    #[serde(rename = "bagi")]
    audience: Option<Written<Text>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "RawSession")]
struct RawHours {
    #[schemars(required)]
    #[serde(rename = "mulai")]
    start: Option<Written<TimeOfDay>>,
    #[schemars(required)]
    #[serde(rename = "selesai")]
    end: Option<Written<TimeOfDay>>,
    #[serde(rename = "tutup_daftar")]
    registration_ends: Option<Written<TimeOfDay>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawException {
    #[schemars(required)]
    #[serde(rename = "tanggal")]
    on: Option<Written<Date>>,
    #[serde(rename = "tutup")]
    closed: Option<Written<bool>>,
    #[serde(default, rename = "sesi")]
    hours: Vec<RawHours>,
    #[serde(rename = "alasan")]
    reason: Option<Written<Text>>,
}

impl Schedule {
    /// Checks `jadwal` of the record where the check stands.
    pub(in crate::kinds) fn check(raw: RawSchedule, cx: &mut CheckCx<'_>) -> Self {
        let RawSchedule { rules, exceptions } = raw;
        cx.at("jadwal", |cx| {
            if rules.is_empty() {
                cx.report(Problem::MissingKey { key: "aturan" });
            }
            let (mut taken, mut week) = (BTreeSet::new(), Vec::new());
            Self {
                rules: cx.each("aturan", rules, |cx, raw| Some(check_rule(raw, &mut week, cx))),
                exceptions: cx.each("pengecualian", exceptions, |cx, raw| {
                    let exception = check_exception(raw, cx)?;
                    if !taken.insert(exception.on) {
                        cx.report_at("tanggal", Problem::DuplicateId { id: exception.on.to_string() });
                    }
                    Some(exception)
                }),
            }
        })
    }

    /// Returns every weekly session with its rule, by day from Monday, then by hour.
    pub fn week(&self) -> Vec<(Weekday, Hours, &Rule)> {
        let sessions = |rule| days_and_hours(rule).map(move |(day, hours)| (day, hours, rule));
        let mut week: Vec<(Weekday, Hours, &Rule)> = self.rules.iter().flat_map(sessions).collect();
        week.sort_by_key(|(day, hours, _)| (*day, *hours));
        week
    }
}

fn days_and_hours(rule: &Rule) -> impl Iterator<Item = (Weekday, Hours)> {
    rule.days.iter().flat_map(|day| rule.hours.iter().map(|hours| (*day, *hours)))
}

// A session of a day of the week, or of a date that differs, and for whom.
type Held = (Option<Weekday>, Option<String>, Hours);

// `week` holds the sessions of the rules above.
fn check_rule(raw: RawRule, week: &mut Vec<Held>, cx: &mut CheckCx<'_>) -> Rule {
    let RawRule { days, hours, audience } = raw;
    for (key, is_empty) in [("hari", days.is_empty()), ("sesi", hours.is_empty())] {
        if is_empty {
            cx.report(Problem::MissingKey { key });
        }
    }
    let mut days = cx.all("hari", days);
    days.sort();
    days.dedup();
    let audience = cx.get("bagi", audience).map(String::from);
    let held_on: Vec<Option<Weekday>> = days.iter().copied().map(Some).collect();
    let hours = check_hours(hours, &held_on, audience.as_ref(), week, cx);
    Rule { days, hours, audience }
}

fn check_hours(
    raw: Vec<RawHours>,
    days: &[Option<Weekday>],
    audience: Option<&String>,
    held: &mut Vec<Held>,
    cx: &mut CheckCx<'_>,
) -> Vec<Hours> {
    cx.each("sesi", raw, |cx, raw| {
        let RawHours { start, end, registration_ends } = raw;
        let start = cx.need("mulai", start);
        let end = cx.need("selesai", end);
        let registration_ends = cx.get("tutup_daftar", registration_ends);
        cx.in_order("selesai", start, end);
        if let (Some(found), Some(end)) = (registration_ends, end)
            && found > end
        {
            let range = format!("00.00–{}", end.words());
            cx.report_at("tutup_daftar", Problem::OutOfRange { found: found.words(), range });
        }
        let hours = Hours { start: start?, end: end?, registration_ends };
        check_overlap(hours, days, audience, held, cx);
        held.extend(days.iter().map(|day| (*day, audience.cloned(), hours)));
        Some(hours)
    })
}

// Two sessions of one day for the same people; the later one in the file is told, once.
fn check_overlap(
    hours: Hours,
    days: &[Option<Weekday>],
    audience: Option<&String>,
    held: &[Held],
    cx: &mut CheckCx<'_>,
) {
    let is_met = |(day, others, other): &&Held| {
        let shared = hours.start.max(other.start) < hours.end.min(other.end);
        shared && days.contains(day) && others.as_ref() == audience
    };
    if let Some((_, _, other)) = held.iter().find(is_met) {
        cx.report(Problem::Time(TimeFlaw::SessionOverlap { other: other.words(None) }));
    }
}

fn check_exception(raw: RawException, cx: &mut CheckCx<'_>) -> Option<Exception> {
    let RawException { on, closed, hours, reason } = raw;
    let on = cx.need("tanggal", on);
    let is_read = closed.is_none();
    let closed = cx.get("tutup", closed);
    match (closed, hours.is_empty()) {
        (None, true) if is_read => cx.report(Problem::MissingKey { key: "tutup" }),
        (Some(true), false) => cx.report_at("sesi", Problem::Clash { key: "sesi", with: "tutup: true".to_owned() }),
        (Some(false), true) => {
            let why = Label::new("hari yang tetap buka menyebut jamnya", "a day that is open states its hours");
            cx.report_at("tutup", Problem::Needs { what: "tutup: false".to_owned(), key: "sesi", why });
        }
        _ => {}
    }
    let hours = check_hours(hours, &[None], None, &mut Vec::new(), cx);
    let reason = cx.get("alasan", reason).map(String::from);
    Some(Exception { on: on?, hours, reason })
}

/// A schedule, finished for a page: by day from Monday, and the coming dates that differ.
#[derive(Debug, Serialize)]
pub struct ScheduleView {
    caption: &'static str,
    labels: Labels,
    days: Vec<DayView>,
    // The column is left out where no rule says for whom it is.
    has_audience: bool,
    exceptions_title: &'static str,
    exceptions: Vec<ExceptionView>,
}

#[derive(Debug, Serialize)]
struct Labels {
    day: &'static str,
    hours: &'static str,
    audience: &'static str,
}

#[derive(Debug, Serialize)]
struct DayView {
    day: &'static str,
    sessions: Vec<SessionView>,
    audience: Option<String>,
}

#[derive(Debug, Serialize)]
struct SessionView {
    hours: String,
    closing: Option<String>,
}

#[derive(Debug, Serialize)]
struct ExceptionView {
    iso: String,
    date: String,
    words: String,
}

impl Schedule {
    /// Finishes it for a page. Dates before `today` stay in the data only.
    pub fn view(&self, zone: Option<Zone>, today: Date, cx: &ViewCx<'_>) -> ScheduleView {
        let mut coming: Vec<&Exception> = self.exceptions.iter().filter(|exception| exception.on >= today).collect();
        coming.sort_by_key(|exception| exception.on);
        ScheduleView {
            caption: cx.say("Jadwal", "Schedule"),
            labels: Labels {
                day: cx.say("Hari", "Day"),
                hours: cx.say("Sesi", "Session"),
                audience: cx.say("Bagi", "For"),
            },
            days: self.days(zone, cx),
            has_audience: self.rules.iter().any(|rule| rule.audience.is_some()),
            exceptions_title: cx.say("Tanggal yang berbeda", "Dates that differ"),
            exceptions: coming.into_iter().map(|exception| exception.view(zone, cx)).collect(),
        }
    }
}

impl Schedule {
    // A row for each day of a rule, so that two sessions for the same people stand together.
    fn days(&self, zone: Option<Zone>, cx: &ViewCx<'_>) -> Vec<DayView> {
        let mut rows: Vec<(Weekday, Vec<Hours>, &Rule)> = Vec::new();
        for rule in &self.rules {
            let mut hours = rule.hours.clone();
            hours.sort();
            rows.extend(rule.days.iter().map(|day| (*day, hours.clone(), rule)));
        }
        rows.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
        let session = |hours: Hours| SessionView {
            hours: hours.words(zone),
            closing: hours
                .registration_ends
                .map(|time| format!("{} {}", cx.say("daftar sampai", "register by"), in_zone(time.words(), zone))),
        };
        let row = |(day, hours, rule): (Weekday, Vec<Hours>, &Rule)| DayView {
            day: day.label().of(cx.lang),
            sessions: hours.into_iter().map(session).collect(),
            audience: rule.audience.clone(),
        };
        rows.into_iter().map(row).collect()
    }
}

impl Hours {
    /// Writes the session as Indonesian print does, with its zone: `09.00–11.00 WITA`.
    pub fn words(self, zone: Option<Zone>) -> String {
        in_zone(format!("{}–{}", self.start.words(), self.end.words()), zone)
    }
}

fn in_zone(mut hours: String, zone: Option<Zone>) -> String {
    hours.extend(zone.map(|zone| format!(" {}", zone.key())));
    hours
}

impl Exception {
    /// Says what differs: `Tutup: Hari Raya Natal`.
    pub fn words(&self, zone: Option<Zone>, cx: &ViewCx<'_>) -> String {
        let hours: Vec<String> = self.hours.iter().map(|hours| hours.words(zone)).collect();
        let mut words = match hours.as_slice() {
            [] => cx.say("Tutup", "Closed").to_owned(),
            hours => format!("{} {}", cx.say("Buka", "Open"), hours.join(", ")),
        };
        words.extend(self.reason.as_ref().map(|reason| format!(": {reason}")));
        words
    }

    fn view(&self, zone: Option<Zone>, cx: &ViewCx<'_>) -> ExceptionView {
        ExceptionView { iso: self.on.to_string(), date: self.on.long(cx.lang), words: self.words(zone, cx) }
    }
}
