//! pimpinan: who leads, and since when. Heads change; what is shown is who held the post on a date.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::lang::Lang;
use crate::model::date::Date;
use crate::model::scalar::Text;
use crate::parse::written::Written;
use crate::stage::CheckCx;

/// Somebody in a post, for a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The name.
    pub name: String,
    /// The post.
    pub title: String,
    /// When the facts hold.
    pub held: Held,
    /// What says so.
    pub source: Option<String>,
}

/// When something held: from and to a date, or only stated for one day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Held {
    /// From this day on.
    pub from: Option<Date>,
    /// Until this day.
    pub to: Option<Date>,
    /// Stated to hold on this day; before and after nothing is known.
    pub as_of: Option<Date>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::kinds) struct RawHead {
    #[schemars(required)]
    #[serde(rename = "nama")]
    name: Option<Written<Text>>,
    #[schemars(required)]
    #[serde(rename = "jabatan")]
    title: Option<Written<Text>>,
    #[serde(rename = "sejak")]
    from: Option<Written<Date>>,
    #[serde(rename = "sampai")]
    to: Option<Written<Date>>,
    #[serde(rename = "per")]
    as_of: Option<Written<Date>>,
    #[serde(rename = "sumber")]
    source: Option<Written<Text>>,
}

impl Head {
    pub(in crate::kinds) fn check_all(raw: Vec<RawHead>, cx: &mut CheckCx<'_>) -> Vec<Self> {
        cx.each("pimpinan", raw, |cx, raw| {
            let RawHead { name, title, from, to, as_of, source } = raw;
            let held = Held::check(from, to, as_of, cx);
            let source = cx.get("sumber", source).map(String::from);
            let name = cx.need("nama", name);
            let title = cx.need("jabatan", title);
            Some(Self { name: name?.into(), title: title?.into(), held, source })
        })
    }

    /// Writes name, post and time in one line.
    pub fn words(&self, lang: Lang) -> String {
        let mut words = format!("{}, {}", self.name, self.title);
        if let Some(held) = self.held.words(lang) {
            words.push_str(&format!(" ({held})"));
        }
        words
    }
}

impl Held {
    pub(in crate::kinds) fn check(
        from: Option<Written<Date>>,
        to: Option<Written<Date>>,
        as_of: Option<Written<Date>>,
        cx: &mut CheckCx<'_>,
    ) -> Self {
        let held = Self { from: cx.get("sejak", from), to: cx.get("sampai", to), as_of: cx.get("per", as_of) };
        cx.in_order("sampai", held.from, held.to);
        held
    }

    /// Returns whether it is known to hold on a date.
    pub fn on(self, date: Date) -> bool {
        let began = self.from.or(self.as_of).is_none_or(|from| from <= date);
        began && self.to.is_none_or(|to| date <= to)
    }

    /// Writes the time for people, if anything is known of it.
    pub fn words(self, lang: Lang) -> Option<String> {
        let word = |date: Option<Date>| date.map(|date| date.words(lang));
        match (word(self.from), word(self.to), word(self.as_of)) {
            (Some(from), Some(to), _) => Some(format!("{from} – {to}")),
            (Some(from), None, _) => Some(format!("{} {from}", lang.pick("sejak", "since"))),
            (None, Some(to), _) => Some(format!("{} {to}", lang.pick("sampai", "until"))),
            (None, None, Some(day)) => Some(format!("{} {day}", lang.pick("per", "as of"))),
            (None, None, None) => None,
        }
    }

    /// Returns the last day on which it was known to begin or hold; later statements come first in lists.
    pub fn latest(self) -> Option<Date> {
        self.as_of.or(self.from)
    }
}

/// Picks the entry that holds on a date; of several, the one stated last. Without one, nothing is known.
pub fn on_date<T>(entries: &[T], held: impl Fn(&T) -> Held, date: Date) -> Option<&T> {
    entries.iter().filter(|entry| held(entry).on(date)).max_by_key(|entry| held(entry).latest())
}
