//! The table of recommendations: one row each, the most urgent first, self-report and overseer's verdict in columns of their
//! own, and one sentence that counts them.

use serde::Serialize;

use super::state::{SORTS, Sort, State, is_reopened};
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
    letter: &'static str,
    state: Tag,
    text: Link,
    kind: Option<String>,
    // Where it comes from, on pages that mix events.
    overseer: Option<Link>,
    event_date: Option<Day>,
    facilities: Vec<Link>,
    // How many facilities are left to the page of the event.
    others: Option<String>,
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

// An event may be about all facilities of the country; its own page names them all.
const SHOWN_FACILITIES: usize = 5;

/// Puts recommendations in order of urgency.
pub(in crate::kinds) fn sorted<'s>(
    recommendations: impl Iterator<Item = &'s Recommendation>,
    site: &Site,
) -> Vec<&'s Recommendation> {
    let mut sorted: Vec<_> = recommendations.collect();
    sorted.sort_by_cached_key(|recommendation| {
        (State::of(recommendation, site.today).rank(), recommendation.due.is_none(), recommendation.due)
    });
    sorted
}

/// Makes the row of a recommendation; with `origin`, it also says where it comes from and leads there.
pub(in crate::kinds) fn row(recommendation: &Recommendation, origin: bool, site: &Site, cx: &ViewCx<'_>) -> Row {
    let event = site.events.get(&recommendation.event);
    let from = event.filter(|_| origin);
    let lead = from.and_then(|event| site.institutions.get(event.institutions.first()?));
    let facilities = from.map_or(&[][..], |event| &event.facilities);
    let others = facilities.len().saturating_sub(SHOWN_FACILITIES);
    let state = State::of(recommendation, site.today);
    let text = &recommendation.text;
    let verification = recommendation.verification.as_ref();
    Row {
        // The page of the event is the one place of a recommendation.
        anchor: (!origin).then(|| recommendation.anchor()),
        letter: state.sort().letter.of(cx.lang),
        state: state.tag(cx.lang),
        text: if origin { cx.link(text, &recommendation.place()) } else { Link::plain(text) },
        kind: recommendation.kind.map(|kind| kind.label().of(cx.lang).to_lowercase()),
        overseer: lead.map(|institution| institution.link_in(cx)),
        event_date: recommendation.given_on(site).filter(|_| origin).map(|date| Day::new(date, cx.lang)),
        facilities: (facilities.iter().take(SHOWN_FACILITIES))
            .filter_map(|id| Some(site.facilities.get(id)?.link_in(cx)))
            .collect(),
        others: (others > 0).then(|| {
            let others = whole(others, cx.lang);
            cx.say(format!("dan {others} lainnya"), format!("and {others} more"))
        }),
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
    // By sort, in the order of `SORTS`.
    by_sort: [usize; SORTS.len()],
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
            counts.by_sort[state.at()] += 1;
        }
        counts
    }

    /// How many are past their due date.
    pub(in crate::kinds) fn overdue(self) -> usize {
        self.by_sort[0]
    }

    /// How many still wait for the facility, overdue ones left out.
    pub(in crate::kinds) fn waiting(self) -> usize {
        self.by_sort[1..=3].iter().sum()
    }

    /// Returns each sort with its count, in the order in which a reader should meet them.
    pub(in crate::kinds) fn parts(self) -> impl Iterator<Item = (usize, &'static Sort)> {
        self.by_sort.into_iter().zip(&SORTS)
    }

    /// Says all counts in one sentence; states that do not occur are left out, the overdue ones never.
    pub(in crate::kinds) fn words(self, lang: Lang) -> String {
        let said = self.parts().enumerate().filter(|(at, (count, _))| *at == 0 || *count > 0);
        let said: Vec<String> =
            said.map(|(_, (count, sort))| format!("{} {}", whole(count, lang), sort.words.of(lang))).collect();
        format!("{}: {}.", many(self.all, lang), said.join(", "))
    }
}

/// Says how many recommendations there are.
pub(super) fn many(count: usize, lang: Lang) -> String {
    let what = match count {
        1 => lang.pick("rekomendasi", "recommendation"),
        _ => lang.pick("rekomendasi", "recommendations"),
    };
    format!("{} {what}", whole(count, lang))
}
