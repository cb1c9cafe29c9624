//! jadwal: the sessions of services and the dates that differ, as rows of their own. Reading and showing them is the
//! business of `service::schedule`.

use super::column::Column;
use super::facility::Facility;
use super::service::Service;
use super::service::schedule::{Hours, Schedule};
use super::{Harvest, Record, Site};
use crate::lang::Label;
use crate::model::cell::{Cell, CellKind};
use crate::model::date::{Date, TimeOfDay, Weekday};
use crate::model::id::Id;
use crate::model::scalar::Choice;
use crate::stage::Origin;

/// A session of a service, or a date on which it is closed.
#[derive(Debug)]
pub struct Session {
    id: Id<Self>,
    origin: Origin,
    /// The service.
    pub service: Id<Service>,
    /// When it holds.
    pub day: Day,
    /// The hours; none means closed on that date.
    pub hours: Option<Hours>,
    /// For whom.
    pub audience: Option<String>,
    /// Why the date differs.
    pub reason: Option<String>,
}

/// The day of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Day {
    /// Every week.
    Every(Weekday),
    /// One date, on which the weekly sessions do not hold.
    Only(Date),
}

/// Adds the rows of a schedule: every weekly session, then every date that differs. `origin` is that of the service.
pub fn harvest(schedule: &Schedule, service: &Id<Service>, origin: &Origin, harvest: &mut Harvest) {
    let mut rows = Vec::new();
    for (day, hours, rule) in schedule.week() {
        rows.push((Day::Every(day), Some(hours), rule.audience.clone(), None));
    }
    for exception in &schedule.exceptions {
        let day = Day::Only(exception.on);
        if exception.hours.is_empty() {
            rows.push((day, None, None, exception.reason.clone()));
        }
        rows.extend(exception.hours.iter().map(|hours| (day, Some(*hours), None, exception.reason.clone())));
    }
    let mut origin = origin.clone();
    origin.steps.push("jadwal".into());
    for (at, (day, hours, audience, reason)) in rows.into_iter().enumerate() {
        // Two digits at least, so that rows sorted by id keep the order of the week.
        let id = service.child(&format!("{:02}", at + 1));
        let (origin, service) = (origin.clone(), service.clone());
        harvest.sessions.push(Session { id, origin, service, day, hours, audience, reason });
    }
}

impl Session {
    /// Returns whether it holds every week.
    pub fn is_weekly(&self) -> bool {
        matches!(self.day, Day::Every(_))
    }

    fn date(&self) -> Option<Date> {
        if let Day::Only(date) = self.day { Some(date) } else { None }
    }

    fn weekday(&self) -> Option<&'static str> {
        if let Day::Every(day) = self.day { Some(day.key()) } else { None }
    }

    fn time(&self, pick: fn(Hours) -> Option<TimeOfDay>) -> Cell {
        Cell::text(self.hours.and_then(pick))
    }

    fn facility(&self) -> Option<Id<Facility>> {
        self.service.parent()
    }

    // The zone of the facility's clocks; the site's where the facility names none.
    fn zone(&self, site: &Site) -> &'static str {
        let facility = self.facility().and_then(|id| site.facilities.get(&id));
        facility.and_then(|facility| facility.zone).unwrap_or(site.config.zone).key()
    }
}

impl Record for Session {
    const KEY: &'static str = "jadwal";
    const LABEL: Label = Label::new("Jadwal", "Schedule");
    const ABOUT: Label = Label::new(
        "Satu baris satu sesi layanan dalam seminggu, atau satu tanggal yang berbeda dari jadwal mingguan.",
        "One row for each weekly session of a service, or for a date that differs from the week.",
    );
    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("id", Label::new("Id", "Id"), CellKind::Text, |s, _| Cell::text(Some(&s.id))),
        Column::new("layanan", Label::new("Layanan", "Service"), CellKind::Text, |s, _| Cell::text(Some(&s.service))),
        Column::new("hari", Label::new("Hari", "Day"), CellKind::Text, |s, _| Cell::text(s.weekday())),
        Column::new("tanggal", Label::new("Tanggal yang berbeda", "Date that differs"), CellKind::Date, |s, _| {
            Cell::date(s.date())
        }),
        Column::new("tutup", Label::new("Tutup", "Closed"), CellKind::Flag, |s, _| {
            Cell::flag(s.date().map(|_| s.hours.is_none()))
        }),
        Column::new("mulai", Label::new("Mulai", "From"), CellKind::Text, |s, _| s.time(|hours| Some(hours.start))),
        Column::new("selesai", Label::new("Selesai", "To"), CellKind::Text, |s, _| s.time(|hours| Some(hours.end))),
        Column::new(
            "tutup_daftar",
            Label::new("Pendaftaran ditutup", "Registration closes"),
            CellKind::Text,
            |s, _| s.time(|hours| hours.registration_ends),
        ),
        Column::new("zona_waktu", Label::new("Zona waktu", "Time zone"), CellKind::Text, |s, site| {
            Cell::text(Some(s.zone(site)))
        }),
        Column::new("bagi", Label::new("Bagi", "For"), CellKind::Text, |s, _| Cell::text(s.audience.as_ref())),
        Column::new("alasan", Label::new("Alasan", "Reason"), CellKind::Text, |s, _| Cell::text(s.reason.as_ref())),
        Column::new("contoh", Label::new("Contoh", "Example"), CellKind::Flag, |s, site| {
            Cell::flag(Some(s.is_example(site)))
        }),
    ];

    fn id(&self) -> &Id<Self> {
        &self.id
    }

    fn origin(&self) -> &Origin {
        &self.origin
    }

    fn is_example(&self, site: &Site) -> bool {
        self.facility().is_some_and(|facility| site.is_example(&facility))
    }

    fn is_public(&self, site: &Site) -> bool {
        site.services.get(&self.service).is_some_and(|service| service.is_public(site))
    }
}
