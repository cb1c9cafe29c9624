//! jadwal: when a service is given. PLACEHOLDER with the names of the slice that owns it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::date::{Date, Weekday, Zone};
use crate::page::ViewCx;
use crate::stage::CheckCx;

/// When a service is given.
#[derive(Debug, Default)]
pub struct Schedule {}

/// `jadwal` as written.
#[derive(Deserialize, JsonSchema)]
pub(in crate::kinds) struct RawSchedule {}

/// A schedule, finished for a page.
#[derive(Debug, Serialize)]
pub struct ScheduleView {}

impl Schedule {
    /// Checks `jadwal` of the record where the check stands.
    pub(in crate::kinds) fn check(raw: RawSchedule, _: &mut CheckCx<'_>) -> Self {
        let RawSchedule {} = raw;
        Self {}
    }

    /// Returns every weekly session with its rule, by day from Monday, then by hour.
    pub fn week(&self) -> Vec<(Weekday, (), ())> {
        Vec::new()
    }

    /// Finishes it for a page.
    pub fn view(&self, _: Option<Zone>, _: Date, _: &ViewCx<'_>) -> ScheduleView {
        ScheduleView {}
    }
}
