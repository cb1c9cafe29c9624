//! The table of recommendations: one row each, the most urgent first, self-report and overseer's verdict in columns of their
//! own, and one sentence that counts them.

use serde::Serialize;

use super::state::{State, is_reopened};
use super::{Recommendation, Verdict};
use crate::kinds::Site;
use crate::kinds::parts::day::Day;
use crate::kinds::parts::progress::Progress;
use crate::lang::{Lang, whole};
use crate::model::scalar::Choice;
use crate::page::ViewCx;
use crate::view::{Link, Tag, Tone};

/// A row of the table.
#[derive(Debug, Serialize)]
pub(in crate::kinds) struct Row {
    anchor: Option<String>,
    state: Tag,
    text: Link,
    kind: Option<String>,
    // Where it comes from, on pages that mix events.
    overseer: Option<Link>,
    event_date: Option<Day>,
    facilities: Vec<Link>,
    owner: Option<String>,
    due: Option<Day>,
    reported: Option<Tag>,
    response: Option<String>,
    reason: Option<String>,
    verdict: Option<Tag>,
    verified_by: Option<Link>,
    verified_on: Option<Day>,
    reopened: bool,
    evidence: Vec<Link>,
}

/// Puts recommendations in order of urgency.
pub(in crate::kinds) fn sorted<'s>(
    recommendations: impl Iterator<Item = &'s Recommendation>,
    site: &Site,
) -> Vec<&'s Recommendation> {
    let mut sorted: Vec<_> = recommendations.collect();
    sorted.sort_by_key(|recommendation| {
        (State::of(recommendation, site.today).rank(), recommendation.due.is_none(), recommendation.due)
    });
    sorted
}

/// Makes the row of a recommendation; with `origin`, it also says where it comes from and leads there.
pub(in crate::kinds) fn row(recommendation: &Recommendation, origin: bool, site: &Site, cx: &ViewCx<'_>) -> Row {
    let event = site.events.get(&recommendation.event);
    let from = event.filter(|_| origin);
    let lead = from.and_then(|event| site.institutions.get(event.institutions.first()?));
    let facilities = from.into_iter().flat_map(|event| &event.facilities);
    let text = &recommendation.text;
    let verification = recommendation.verification.as_ref();
    Row {
        // The page of the event is the one place of a recommendation.
        anchor: (!origin).then(|| recommendation.anchor()),
        state: State::of(recommendation, site.today).tag(cx.lang),
        text: if origin { cx.link(text, &recommendation.place()) } else { Link::plain(text) },
        kind: recommendation.kind.map(|kind| kind.label().of(cx.lang).to_lowercase()),
        overseer: lead.map(|institution| institution.link_in(cx)),
        event_date: from.and_then(|event| event.reported.or(event.date())).map(|date| Day::new(date, cx.lang)),
        facilities: facilities.filter_map(|id| Some(site.facilities.get(id)?.link_in(cx))).collect(),
        owner: recommendation.owner.clone(),
        due: recommendation.due.map(|due| Day::new(due, cx.lang)),
        reported: recommendation.status.map(|status| progress_tag(status, cx.lang)),
        response: recommendation.response.map(|response| response.label().of(cx.lang).to_owned()),
        reason: recommendation.reason.clone(),
        verdict: recommendation.verdict().map(|verdict| verdict_tag(verdict, cx.lang)),
        verified_by: verification.and_then(|found| Some(site.institutions.get(&found.by)?.link_in(cx))),
        verified_on: verification.and_then(|verification| verification.on).map(|on| Day::new(on, cx.lang)),
        reopened: is_reopened(recommendation),
        evidence: event.map_or_else(Vec::new, |event| {
            recommendation.evidence().map(|evidence| evidence.link(cx, &event.place())).collect()
        }),
    }
}

/// Says how far something is by those who do it.
pub(in crate::kinds) fn progress_tag(status: Progress, lang: Lang) -> Tag {
    let tone = if status == Progress::Done { Tone::Ok } else { Tone::Neutral };
    Tag::new(status.label().of(lang), tone)
}

fn verdict_tag(verdict: Verdict, lang: Lang) -> Tag {
    let tone = match verdict {
        Verdict::Meaningless => Tone::Late,
        Verdict::Lacking => Tone::Soon,
        Verdict::Adequate | Verdict::Good | Verdict::Closed => Tone::Ok,
    };
    Tag::new(verdict.label().of(lang), tone)
}

/// How many recommendations stand how.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(in crate::kinds) struct Counts {
    /// All.
    pub(in crate::kinds) all: usize,
    /// Past their due date.
    pub(in crate::kinds) overdue: usize,
    soon: usize,
    open: usize,
    silent: usize,
    unverified: usize,
    verified: usize,
    closed: usize,
    rejected: usize,
    /// Those that wait for the facility and have no due date: they can never be overdue.
    pub(in crate::kinds) undated: usize,
}

impl Counts {
    /// Counts recommendations.
    pub(in crate::kinds) fn of<'s>(recommendations: impl Iterator<Item = &'s Recommendation>, site: &Site) -> Self {
        let mut counts = Self::default();
        for recommendation in recommendations {
            let state = State::of(recommendation, site.today);
            counts.all += 1;
            counts.undated += usize::from(state.is_waiting() && recommendation.due.is_none());
            *counts.of_state(state) += 1;
        }
        counts
    }

    fn of_state(&mut self, state: State) -> &mut usize {
        match state {
            State::Overdue { .. } => &mut self.overdue,
            State::DueSoon { .. } => &mut self.soon,
            State::Open => &mut self.open,
            State::NotReported => &mut self.silent,
            State::DoneUnverified => &mut self.unverified,
            State::Verified(_) => &mut self.verified,
            State::ClosedByOverseer => &mut self.closed,
            State::Rejected => &mut self.rejected,
        }
    }

    /// How many still wait for the facility, overdue ones left out.
    pub(in crate::kinds) fn waiting(self) -> usize {
        self.soon + self.open + self.silent
    }

    /// Returns the count of each state with its words, in the order in which a reader should meet them.
    pub(in crate::kinds) fn parts(self, lang: Lang) -> [(usize, &'static str); 8] {
        [
            (self.overdue, lang.pick("terlambat", "overdue")),
            (self.soon, lang.pick("segera jatuh tempo", "due soon")),
            (self.open, lang.pick("terbuka", "open")),
            (self.silent, lang.pick("belum dilaporkan tindak lanjutnya", "with nothing reported")),
            (
                self.unverified,
                lang.pick("dilaporkan selesai tetapi belum diverifikasi", "reported done but not verified"),
            ),
            (
                self.verified,
                lang.pick("selesai dan dinilai memadai atau baik oleh pengawas", "done and found adequate or good"),
            ),
            (self.closed, lang.pick("ditutup pengawas", "closed by the overseer")),
            (self.rejected, lang.pick("ditolak unit", "rejected by the facility")),
        ]
    }

    /// Says all counts in one sentence; states that do not occur are left out, the overdue ones never.
    pub(in crate::kinds) fn words(self, lang: Lang) -> String {
        let parts = self.parts(lang);
        let said = parts.iter().enumerate().filter(|(at, (count, _))| *at == 0 || *count > 0);
        let said: Vec<String> = said.map(|(_, (count, word))| format!("{} {word}", whole(*count, lang))).collect();
        let all = whole(self.all, lang);
        let what = match self.all {
            1 => lang.pick("rekomendasi", "recommendation"),
            _ => lang.pick("rekomendasi", "recommendations"),
        };
        format!("{all} {what}: {}.", said.join(", "))
    }
}
