//! How a recommendation stands on a day. Derived from what was reported and what the overseer said; never stored, so that it
//! cannot grow stale between two builds.

use super::{Recommendation, Response, Verdict};
use crate::kinds::parts::due::Due;
use crate::kinds::parts::progress::Progress;
use crate::lang::{Label, Lang};
use crate::model::date::Date;
use crate::view::{Tag, Tone};

/// Days before the due date from which it counts as soon.
pub const SOON_DAYS: i64 = 30;

/// A sort of states, whatever the days: what it is called in data, in lists, in a sentence, and by a letter in drawings and
/// at the edge of a list.
#[derive(Debug)]
pub struct Sort {
    /// The word in the data.
    pub key: &'static str,
    /// The letter.
    pub letter: Label,
    /// The name of a list of these.
    pub name: Label,
    /// After a number: `3 terlambat`.
    pub words: Label,
}

/// The sorts, in the order in which a reader should meet them.
pub const SORTS: [Sort; 8] = [
    sort("terlambat", ("T", "O"), ("Terlambat", "Overdue"), ("terlambat", "overdue")),
    sort("segera_jatuh_tempo", ("S", "S"), ("Segera jatuh tempo", "Due soon"), ("segera jatuh tempo", "due soon")),
    sort("terbuka", ("B", "P"), ("Terbuka", "Open"), ("terbuka", "open")),
    sort(
        "belum_dilaporkan",
        ("N", "N"),
        ("Belum dilaporkan", "Nothing reported"),
        ("belum dilaporkan tindak lanjutnya", "with nothing reported"),
    ),
    sort(
        "selesai_belum_diverifikasi",
        ("D", "R"),
        ("Dilaporkan selesai, belum diverifikasi", "Reported done, not verified"),
        ("dilaporkan selesai tetapi belum diverifikasi", "reported done but not verified"),
    ),
    sort(
        "selesai_terverifikasi",
        ("M", "A"),
        ("Selesai, dinilai memadai atau baik", "Done, found adequate or good"),
        ("selesai dan dinilai memadai atau baik oleh pengawas", "done and found adequate or good"),
    ),
    sort(
        "ditutup_pengawas",
        ("P", "C"),
        ("Ditutup pengawas", "Closed by the overseer"),
        ("ditutup pengawas", "closed by the overseer"),
    ),
    sort(
        "ditolak",
        ("X", "X"),
        ("Ditolak unit", "Rejected by the facility"),
        ("ditolak unit", "rejected by the facility"),
    ),
];

type Pair = (&'static str, &'static str);

const fn sort(key: &'static str, letter: Pair, name: Pair, words: Pair) -> Sort {
    Sort {
        key,
        letter: Label::new(letter.0, letter.1),
        name: Label::new(name.0, name.1),
        words: Label::new(words.0, words.1),
    }
}

/// How a recommendation stands, in the order in which a reader should meet them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// The due date is past, and it is neither reported done nor closed.
    Overdue {
        /// By how many days.
        days: i64,
    },
    /// The due date is near.
    DueSoon {
        /// In how many days; 0 is today.
        days: i64,
    },
    /// Something was reported, and there is time.
    Open,
    /// The facility has reported nothing.
    NotReported,
    /// The facility says it is done; the overseer has not said so.
    DoneUnverified,
    /// Done, and the overseer found it adequate or good, without closing it.
    Verified(Verdict),
    /// Closed by the overseer.
    ClosedByOverseer,
    /// Rejected by the facility, with a reason.
    Rejected,
}

impl State {
    /// Derives the state on a day. Only the overseer closes. A verdict that it is not enough opens again what was reported
    /// done, until something more is done after the verdict.
    pub fn of(recommendation: &Recommendation, today: Date) -> Self {
        let verdict = recommendation.verdict();
        if verdict == Some(Verdict::Closed) {
            return Self::ClosedByOverseer;
        }
        if recommendation.response == Some(Response::Rejected) {
            return Self::Rejected;
        }
        if recommendation.status == Some(Progress::Done) && !is_reopened(recommendation) {
            return match verdict {
                Some(verdict @ (Verdict::Adequate | Verdict::Good)) => Self::Verified(verdict),
                _ => Self::DoneUnverified,
            };
        }
        let reported = recommendation.status.is_some() || !recommendation.actions.is_empty();
        match Due::of(recommendation.due, today, SOON_DAYS) {
            Due::Past(days) => Self::Overdue { days },
            Due::Soon(days) => Self::DueSoon { days },
            Due::Later | Due::Unset if reported || recommendation.response.is_some() => Self::Open,
            Due::Later | Due::Unset => Self::NotReported,
        }
    }

    /// Returns the place of its sort in `SORTS`.
    pub fn at(self) -> usize {
        match self {
            Self::Overdue { .. } => 0,
            Self::DueSoon { .. } => 1,
            Self::Open => 2,
            Self::NotReported => 3,
            Self::DoneUnverified => 4,
            Self::Verified(_) => 5,
            Self::ClosedByOverseer => 6,
            Self::Rejected => 7,
        }
    }

    /// Returns its sort.
    pub fn sort(self) -> &'static Sort {
        &SORTS[self.at()]
    }

    /// Returns by how many days it is overdue.
    pub fn days_overdue(self) -> Option<i64> {
        match self {
            Self::Overdue { days } => Some(days),
            _ => None,
        }
    }

    /// Returns whether something is still to be done by the facility.
    pub fn is_waiting(self) -> bool {
        matches!(self, Self::Overdue { .. } | Self::DueSoon { .. } | Self::Open | Self::NotReported)
    }

    /// Returns the place in a list: the most overdue first, then what is due next.
    pub fn rank(self) -> (usize, i64) {
        let days = match self {
            Self::Overdue { days } => -days,
            Self::DueSoon { days } => days,
            _ => 0,
        };
        (self.at(), days)
    }

    /// Says it in a word.
    pub fn tag(self, lang: Lang) -> Tag {
        let (text, tone) = match self {
            Self::Overdue { days } => return overdue(days, lang),
            Self::DueSoon { days } => return due_soon(days, lang),
            Self::Open | Self::DoneUnverified => (self.sort().name.of(lang), Tone::Neutral),
            Self::NotReported => (self.sort().name.of(lang), Tone::Missing),
            Self::Verified(Verdict::Good) => {
                (lang.pick("Selesai, dinilai baik oleh pengawas", "Done, found good by the overseer"), Tone::Ok)
            }
            Self::Verified(_) => {
                (lang.pick("Selesai, dinilai memadai oleh pengawas", "Done, found adequate by the overseer"), Tone::Ok)
            }
            Self::ClosedByOverseer => (self.sort().name.of(lang), Tone::Ok),
            Self::Rejected => (self.sort().name.of(lang), Tone::Late),
        };
        Tag::new(text, tone)
    }
}

/// Returns whether the overseer has opened again what was reported done.
pub fn is_reopened(recommendation: &Recommendation) -> bool {
    let Some(verification) = &recommendation.verification else { return false };
    let not_enough = matches!(verification.verdict, Verdict::Meaningless | Verdict::Lacking);
    let last_action = recommendation.actions.iter().filter_map(|action| action.on).max();
    let more_since = verification.on.zip(last_action).is_some_and(|(verdict, action)| verdict < action);
    recommendation.status == Some(Progress::Done) && not_enough && !more_since
}

/// Says that a due date has passed.
pub fn overdue(days: i64, lang: Lang) -> Tag {
    let days = crate::lang::whole(days, lang);
    Tag::new(lang.pick(format!("Terlambat {days} hari"), format!("{days} days overdue")), Tone::Late)
}

/// Says that a due date is near.
pub fn due_soon(days: i64, lang: Lang) -> Tag {
    let text = match days {
        0 => lang.pick("Jatuh tempo hari ini", "Due today").to_owned(),
        days => lang.pick(format!("Jatuh tempo {days} hari lagi"), format!("Due in {days} days")),
    };
    Tag::new(text, Tone::Soon)
}

#[cfg(test)]
mod tests {
    use super::super::{Action, Verification};
    use super::*;
    use crate::model::id::Id;
    use crate::model::scalar::Scalar;
    use crate::sources::Sources;
    use crate::stage::Origin;

    fn date(text: &str) -> Date {
        Date::read(text).unwrap()
    }

    fn recommendation(due: &str, status: Option<Progress>, verdict: Option<(&str, Verdict)>) -> Recommendation {
        let sources = Sources::from_pairs(vec![("a.yaml".to_owned(), Vec::new())]);
        Recommendation {
            id: Id::read("e/r1").unwrap(),
            origin: Origin { file: sources.find("a.yaml").unwrap(), yaml: 0..0, steps: Vec::new() },
            event: Id::read("e").unwrap(),
            kind: None,
            text: String::new(),
            response: None,
            reason: None,
            owner: None,
            due: Date::read(due).ok(),
            status,
            actions: vec![Action { on: Some(date("2026-05-01")), text: String::new(), evidence: Vec::new() }],
            verification: verdict.map(|(on, verdict)| Verification {
                by: Id::read("o").unwrap(),
                on: Date::read(on).ok(),
                verdict,
            }),
        }
    }

    fn state(due: &str, status: Option<Progress>, verdict: Option<(&str, Verdict)>) -> State {
        State::of(&recommendation(due, status, verdict), date("2026-11-22"))
    }

    #[test]
    fn only_the_overseer_closes_and_the_due_date_decides_the_rest() {
        let (done, begun) = (Some(Progress::Done), Some(Progress::UnderWay));
        let after = |verdict| Some(("2026-06-01", verdict));
        assert_eq!(state("2026-11-21", begun, None), State::Overdue { days: 1 });
        assert_eq!(state("2026-11-22", begun, None), State::DueSoon { days: 0 });
        assert_eq!(state("2026-12-22", begun, None), State::DueSoon { days: 30 });
        assert_eq!(state("2026-12-23", begun, None), State::Open);
        assert_eq!(state("", begun, None), State::Open);
        assert_eq!(state("2025-01-01", done, None), State::DoneUnverified);
        assert_eq!(state("2025-01-01", done, after(Verdict::Good)), State::Verified(Verdict::Good));
        assert_eq!(state("2025-01-01", begun, after(Verdict::Closed)), State::ClosedByOverseer);
        // Good words of the overseer do not end what the facility itself calls unfinished.
        assert!(state("2025-01-01", begun, after(Verdict::Adequate)).days_overdue().is_some());
    }

    #[test]
    fn a_verdict_of_not_enough_opens_again_until_more_is_done() {
        let done = Some(Progress::Done);
        assert_eq!(state("2026-11-12", done, Some(("2026-06-01", Verdict::Lacking))), State::Overdue { days: 10 });
        assert_eq!(state("", done, Some(("2026-06-01", Verdict::Meaningless))), State::Open);
        assert_eq!(state("2026-11-12", done, Some(("2026-04-01", Verdict::Lacking))), State::DoneUnverified);
        assert_eq!(state("2026-11-12", done, Some(("", Verdict::Lacking))), State::Overdue { days: 10 });
    }

    #[test]
    fn silence_is_not_reported_and_a_rejection_is_not_overdue() {
        let mut silent = recommendation("", None, None);
        silent.actions.clear();
        assert_eq!(State::of(&silent, date("2026-11-22")), State::NotReported);
        silent.due = Some(date("2026-11-01"));
        assert_eq!(State::of(&silent, date("2026-11-22")), State::Overdue { days: 21 });
        silent.response = Some(Response::Rejected);
        assert_eq!(State::of(&silent, date("2026-11-22")), State::Rejected);
    }
}
