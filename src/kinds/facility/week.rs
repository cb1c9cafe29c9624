//! What is open at a facility on each day of the week: its own hours and those of its services, with the dates that differ.
//! A script may mark what is open now; the table is whole without it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Facility;
use crate::kinds::service::Service;
use crate::kinds::service::schedule::{self, Schedule};
use crate::kinds::{Record, Site};
use crate::model::date::{Date, TimeOfDay, Weekday, Zone};
use crate::model::scalar::Choice;
use crate::page::ViewCx;
use crate::view::Link;

/// A facility's week. Without a day nothing is known of its hours.
#[derive(Serialize)]
pub(super) struct Week {
    days: Vec<Day>,
    exceptions: Vec<Exception>,
    zone: Option<&'static str>,
    // For the script, which keeps silent on days of which too little is known.
    time_zone: Option<&'static str>,
    holidays: String,
    known_until: Option<String>,
    holiday_list: Link,
}

#[derive(Serialize)]
struct Day {
    // Of the week, from Monday: 1 to 7.
    number: usize,
    name: &'static str,
    entries: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    // Names the service to the script.
    key: String,
    link: Link,
    sessions: Vec<Session>,
    // For whom, where that differs by day.
    audience: Option<String>,
}

#[derive(Serialize)]
struct Session {
    words: String,
    from: String,
    to: String,
    register_by: Option<String>,
}

#[derive(Serialize)]
struct Exception {
    iso: String,
    date: String,
    // What differs, by service.
    entries: Vec<ExceptionEntry>,
}

#[derive(Serialize)]
struct ExceptionEntry {
    key: String,
    link: Link,
    words: String,
}

/// Gathers the week of a facility.
pub(super) fn of(facility: &Facility, site: &Site, cx: &ViewCx<'_>) -> Week {
    let mut scheduled: Vec<(&Service, &Schedule)> = site
        .services_of(facility.id())
        .into_iter()
        .filter_map(|service| Some((service, service.schedule.as_ref()?)))
        .collect();
    // In the order of the categories, of which visits are the first.
    scheduled.sort_by_key(|(service, _)| service.category);
    let day = |day: Weekday| {
        let office = facility.hours.iter().filter(|hours| hours.days.contains(&day)).map(|hours| Entry {
            key: String::new(),
            link: Link::plain(cx.say("Kantor", "Office")),
            sessions: hours.opens.zip(hours.closes).map(|(from, to)| session(from, to, None)).into_iter().collect(),
            audience: None,
        });
        let services = scheduled.iter().filter_map(|(service, schedule)| on_day(service, schedule, day, cx));
        Day { number: day as usize + 1, name: day.label().of(cx.lang), entries: services.chain(office).collect() }
    };
    let days: Vec<Day> = Weekday::ALL.iter().map(|weekday| day(*weekday)).collect();
    let is_known = days.iter().any(|day| !day.entries.is_empty());
    let off = site.holidays.iter().map(|holiday| holiday.date).filter(|date| *date >= site.today);
    Week {
        days: if is_known { days } else { Vec::new() },
        exceptions: exceptions(&scheduled, facility.zone, site.today, cx),
        zone: facility.zone.map(|zone| zone.key()),
        time_zone: facility.zone.map(Zone::name),
        holidays: off.map(|date| date.to_string()).collect::<Vec<_>>().join(" "),
        known_until: site.holiday_years.iter().map(|year| year.year).max().map(|year| format!("{year}-12-31")),
        holiday_list: cx.link(
            cx.say("hari libur nasional dan cuti bersama", "national holidays and collective leave"),
            &crate::kinds::holiday::year::overview_place(),
        ),
    }
}

fn on_day(service: &Service, schedule: &Schedule, day: Weekday, cx: &ViewCx<'_>) -> Option<Entry> {
    let rules: Vec<&schedule::Rule> = schedule.rules.iter().filter(|rule| rule.days.contains(&day)).collect();
    let mut hours: Vec<schedule::Hours> = rules.iter().flat_map(|rule| rule.hours.iter().copied()).collect();
    hours.sort();
    hours.dedup();
    let sessions: Vec<Session> =
        hours.into_iter().map(|hours| session(hours.start, hours.end, hours.registration_ends)).collect();
    let mut audiences: Vec<&str> = rules.iter().filter_map(|rule| rule.audience.as_deref()).collect();
    audiences.dedup();
    let audience = (!audiences.is_empty()).then(|| audiences.join("; "));
    (!sessions.is_empty()).then(|| Entry { key: key(service), link: service.link_in(cx), sessions, audience })
}

fn session(from: TimeOfDay, to: TimeOfDay, register_by: Option<TimeOfDay>) -> Session {
    Session {
        words: format!("{}–{}", from.words(), to.words()),
        from: from.to_string(),
        to: to.to_string(),
        register_by: register_by.map(|time| time.to_string()),
    }
}

fn key(service: &Service) -> String {
    service.id().last().to_owned()
}

// Dates before today stay in the data only.
fn exceptions(scheduled: &[(&Service, &Schedule)], zone: Option<Zone>, today: Date, cx: &ViewCx<'_>) -> Vec<Exception> {
    let mut by_date: BTreeMap<Date, Vec<ExceptionEntry>> = BTreeMap::new();
    for (service, schedule) in scheduled {
        for exception in schedule.exceptions.iter().filter(|exception| exception.on >= today) {
            let words = exception.words(zone, cx);
            let entry = ExceptionEntry { key: key(service), link: service.link_in(cx), words };
            by_date.entry(exception.on).or_default().push(entry);
        }
    }
    let exception =
        |(on, entries): (Date, Vec<ExceptionEntry>)| Exception { iso: on.to_string(), date: on.long(cx.lang), entries };
    by_date.into_iter().map(exception).collect()
}
