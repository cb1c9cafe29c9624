//! The stable name of every problem: what its rule file, a waiver and `explain` call it.

use crate::diag::flaw::{FlowFlaw, TimeFlaw, TranslationFlaw};
use crate::diag::problem::Problem;
use crate::diag::yaml::Outside;
use crate::scan::What;

impl Problem {
    /// Returns the stable name of the problem.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotUtf8 { .. } => "not-utf8",
            Self::SettingsMissing => "settings-missing",
            Self::ContentEmpty => "content-empty",
            Self::TooLarge { .. } => "too-large",
            Self::UnknownFile { .. } => "unknown-file",
            Self::LinkOutside { .. } => "link-outside",
            Self::LinkLoop => "link-loop",
            Self::NameNotUtf8 => "name-not-utf8",
            Self::Unreadable { .. } => "unreadable",
            Self::Translation(TranslationFlaw::Unpublished { .. }) => "translation-unpublished",
            Self::Translation(_) => "translation-unfit",
            Self::BadName { .. } => "bad-name",
            Self::YamlSyntax { .. } => "yaml-syntax",
            Self::More { .. } => "more-problems",
            Self::TabIndent => "tab-indent",
            Self::ColonInText { .. } => "colon-in-text",
            Self::YamlOutside(outside) => match outside {
                Outside::Tag(_) => "yaml-tag",
                Outside::Directive(_) => "yaml-directive",
                Outside::Anchor(_) => "yaml-anchor",
                Outside::Key(_) => "yaml-key",
                Outside::Deep(_) => "yaml-too-deep",
                Outside::Aliases(_) => "yaml-aliases",
            },
            Self::SecondDocument => "second-document",
            Self::DuplicateKey { .. } => "duplicate-key",
            Self::UnknownKey { .. } => "unknown-key",
            Self::WrongShape { .. } => "wrong-shape",
            Self::MissingKey { .. } => "missing-key",
            Self::Misread { .. } => "misread",
            Self::FrontMatterUnclosed => "front-matter-unclosed",
            Self::FrontMatterMissing => "front-matter-missing",
            Self::Dangling { .. } => "dangling-reference",
            Self::DuplicateId { .. } => "duplicate-id",
            Self::AddressTaken { .. } => "address-taken",
            Self::AssetMissing { .. } => "asset-missing",
            Self::PathEscapes { .. } => "path-escapes",
            Self::RawHtml { .. } => "raw-html",
            Self::UnsafeLink { .. } => "unsafe-link",
            Self::BrokenLink { .. } => "broken-link",
            Self::StarEmphasis { .. } => "whatsapp-bold",
            Self::ImageWithoutAlt => "image-without-alt",
            Self::MarkdownSlip(_) => "markdown-slip",
            Self::Gap { code, .. } => code,
            Self::SumMismatch { .. } => "sum-mismatch",
            Self::EndsBeforeStart => "ends-before-start",
            Self::HeldOverlap { .. } => "held-overlap",
            Self::OutOfRange { .. } => "out-of-range",
            Self::Disagrees { .. } => "disagrees",
            Self::Needs { .. } => "needs",
            Self::Clash { .. } => "clash",
            Self::VerdictNotByOverseer => "verdict-not-by-overseer",
            Self::ChannelUnverified => "channel-unverified",
            Self::OwnerNotAPost { .. } => "owner-not-a-post",
            Self::NotAnAssessment { .. } => "not-an-assessment",
            Self::ExcludedFile => "excluded-file",
            Self::NoSuchStep { .. } => "no-such-step",
            Self::SopStarts { .. } => "sop-starts",
            Self::NoSuchActor { .. } => "no-such-actor",
            Self::Flow(flaw) => match flaw {
                FlowFlaw::Unreachable { .. } => "step-unreachable",
                FlowFlaw::Endless { .. } => "step-without-end",
                FlowFlaw::OneWay { .. } | FlowFlaw::SameWay { .. } | FlowFlaw::NoDecision { .. } => "decision-one-way",
                FlowFlaw::ActorUnused { .. } => "actor-unused",
            },
            Self::Time(flaw) => match flaw {
                TimeFlaw::PeriodOverlap { .. } => "statistics-overlap",
                TimeFlaw::PeriodHole { .. } => "statistics-hole",
                TimeFlaw::PeriodLate { .. } => "statistics-late",
                TimeFlaw::SessionOverlap { .. } => "session-overlap",
                TimeFlaw::ClosedUndated => "closed-without-date",
            },
            Self::Stale { .. } => "stale",
            Self::Expired { .. } => "expired",
            Self::LawRevoked { .. } => "law-revoked",
            Self::LawUnknown { .. } => "law-unknown",
            Self::ArticleUnknown { .. } => "article-unknown",
            Self::LawInText { .. } => "law-in-text",
            Self::SchemeOutOfTime { .. } => "scheme-out-of-time",
            Self::CalendarUnknown { .. } => "calendar-unknown",
            Self::SopTooLong { .. } => "sop-too-long",
            Self::DayAmbiguous => "day-ambiguous",
            Self::WeekdayMismatch { .. } => "weekday-mismatch",
            Self::AffiliationOutOfDate { .. } => "affiliation-out-of-date",
            Self::ClaimFree { .. } => "claim-free",
            Self::ClaimHours { .. } => "claim-hours",
            Self::ClaimCount { .. } => "claim-count",
            Self::FigureUnsourced { .. } => "figure-unsourced",
            Self::ListAsText { .. } => "list-as-text",
            Self::TopicNear { .. } => "topic-near",
            Self::DateAhead { .. } => "date-ahead",
            Self::LongPage { .. } => "long-page",
            Self::OldTerm { .. } => "old-term",
            Self::YearMissing { .. } => "year-missing",
            Self::DayFirst { .. } => "day-first",
            Self::NotAnAddress { .. } => "not-an-address",
            Self::FigureUndated { .. } => "figure-undated",
            Self::Recomputed { .. } => "recomputed",
            Self::SampleTooSmall { .. } => "sample-too-small",
            Self::AnswerUnread { .. } => "answer-unread",
            Self::BandNotAdjacent { .. } => "band-not-adjacent",
            Self::Scanned { what, .. } => match what {
                What::Nik => "nik",
                What::FamilyCard => "family-card-number",
                What::Nip => "nip",
                What::Phone => "phone-unlisted",
                What::BirthDate => "birth-date",
                What::Initials => "initials",
                What::Name => "name-in-custody",
                What::Gambling => "gambling",
                What::HiddenText => "hidden-text",
                What::ForeignFrame => "foreign-frame",
                What::PackedCode => "packed-code",
            },
            Self::PictureTraces { .. } => "picture-metadata",
            Self::WaiverRefused { .. } => "waiver-refused",
            Self::WaiverExpired { .. } => "waiver-expired",
            Self::WaiverUnused { .. } => "waiver-unused",
            Self::Template { .. } => "template",
            Self::Contrast { .. } => "contrast",
            Self::PictureUnfit { .. } => "picture-unfit",
            Self::Theme(_) => "theme-flaw",
            Self::NoSuchTheme { .. } => "no-such-theme",
        }
    }

    /// Returns whether another check may tell the same place in a lesser way.
    pub(super) fn has_echo(&self) -> bool {
        matches!(self, Self::UnsafeLink { .. } | Self::Scanned { what: What::ForeignFrame | What::PackedCode, .. })
    }

    /// Returns whether it tells less of a place than `graver` does: HTML is dropped anyway, but not what it brings in; a link
    /// that is code is told as a link.
    pub(super) fn is_echo_of(&self, graver: &Self) -> bool {
        let foreign = |problem: &Self| matches!(problem, Self::Scanned { what: What::ForeignFrame, .. });
        let packed = |problem: &Self| matches!(problem, Self::Scanned { what: What::PackedCode, .. });
        match self {
            Self::RawHtml { .. } => foreign(graver) || packed(graver),
            _ => foreign(self) && matches!(graver, Self::UnsafeLink { .. }),
        }
    }
}
