//! One channel as pages show it, of a facility or national. A channel that has ended stays in sight, without a link.

use serde::Serialize;

use super::Channel;
use crate::kinds::Site;
use crate::kinds::national_channel::NationalChannel;
use crate::kinds::parts::checked;
use crate::kinds::parts::limit::Limit;
use crate::kinds::parts::way::{Standing, Topic, Validity, Way};
use crate::lang::Lang;
use crate::model::scalar::Choice;
use crate::view::{Checked, Link, Tag, Tone};

/// A channel on a page.
#[derive(Debug, Serialize)]
pub struct Card {
    /// The name of its place on the page.
    pub anchor: String,
    /// Its name.
    pub name: String,
    /// Whether it holds, where it does not.
    pub tag: Option<Tag>,
    /// The ways to reach it.
    pub ways: Vec<WayLine>,
    /// What else is worth knowing, one paragraph each.
    pub lines: Vec<String>,
    /// When it was last tried; not of channels that have ended.
    pub checked: Option<Checked>,
}

/// A way with the word for its kind, where there is more than one kind.
#[derive(Debug, Serialize)]
pub struct WayLine {
    /// The word.
    pub kind: Option<&'static str>,
    /// The way.
    pub link: Link,
}

/// Shows a channel of a facility.
pub fn own(channel: &Channel, site: &Site) -> Card {
    let lang = site.lang();
    let dead = channel.dead(site);
    let open = channel.is_open(site);
    let mut lines = Vec::new();
    lines.extend(channel.hours.as_ref().map(|hours| format!("{}.", hours.trim_end_matches('.'))));
    lines.extend(takes(&channel.topics, lang).filter(|_| open));
    lines.extend(validity_line(channel.validity, site));
    lines.extend(dead.and_then(|national| national.reason.clone()));
    lines.extend(channel.note.clone());
    Card {
        anchor: channel.anchor(),
        name: channel.name(lang).to_owned(),
        tag: tag(channel.validity, site).or_else(|| dead.map(|_| over(lang))),
        ways: vec![WayLine { kind: None, link: shown(&channel.way, open) }],
        lines,
        checked: open.then(|| checked::line(channel.checked.as_ref(), site.today, lang)),
    }
}

/// Shows a national channel.
pub fn national(channel: &NationalChannel, site: &Site) -> Card {
    let lang = site.lang();
    let open = channel.is_open(site);
    let kind = |way: &Way| way.kind.map(|kind| kind.label().of(lang));
    let ways = channel.ways.iter().map(|way| WayLine { kind: kind(way), link: shown(way, open) });
    let mut lines = Vec::new();
    lines.extend(takes(&channel.topics, lang).filter(|_| open));
    lines.extend(needs(&channel.requirements, lang));
    lines.extend(channel.limits.iter().map(|limit| limit_line(limit, lang)));
    lines.extend(validity_line(channel.validity, site));
    lines.extend(channel.reason.clone());
    lines.extend(channel.note.clone());
    lines.push(format!("{}: {}.", lang.pick("Sumber", "Source"), channel.source.trim_end_matches('.')));
    Card {
        anchor: channel.anchor(),
        name: channel.name.clone(),
        tag: tag(channel.validity, site),
        ways: ways.collect(),
        lines,
        checked: open.then(|| channel.checked_line(site)),
    }
}

fn shown(way: &Way, open: bool) -> Link {
    if open { way.link() } else { Link::plain(&way.value) }
}

fn takes(topics: &[Topic], lang: Lang) -> Option<String> {
    let topics: Vec<&str> = topics.iter().map(|topic| topic.label().of(lang)).collect();
    (!topics.is_empty()).then(|| format!("{} {}.", lang.pick("Menangani", "Takes"), topics.join(", ")))
}

fn needs(requirements: &[String], lang: Lang) -> Option<String> {
    (!requirements.is_empty()).then(|| format!("{}: {}.", lang.pick("Syarat", "Conditions"), requirements.join("; ")))
}

/// Writes a limit in one sentence, with its remark.
pub fn limit_line(limit: &Limit, lang: Lang) -> String {
    let note = limit.note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
    format!("{}: {}{note}.", limit.kind.label().of(lang), limit.words(lang))
}

fn over(lang: Lang) -> Tag {
    Tag::new(lang.pick("Tidak berlaku lagi", "No longer valid"), Tone::Neutral)
}

fn tag(validity: Validity, site: &Site) -> Option<Tag> {
    match validity.on(site.today) {
        Standing::Open => None,
        Standing::Ended(_) => Some(over(site.lang())),
        Standing::NotYet(_) => Some(Tag::new(site.lang().pick("Belum berlaku", "Not yet valid"), Tone::Neutral)),
    }
}

fn validity_line(validity: Validity, site: &Site) -> Option<String> {
    let lang = site.lang();
    match validity.on(site.today) {
        Standing::Ended(on) => Some(format!("{} {}.", lang.pick("Berakhir", "Ended on"), on.words(lang))),
        Standing::NotYet(from) => Some(format!("{} {}.", lang.pick("Mulai", "From"), from.words(lang))),
        Standing::Open => {
            let to = validity.to?;
            Some(format!("{} {}.", lang.pick("Berlaku sampai", "Valid until"), to.words(lang)))
        }
    }
}
