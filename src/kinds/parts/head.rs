//! pimpinan: who holds which post, and since when. Heads change; what is shown is who held the post on a date.

use schemars::JsonSchema;
use serde::Deserialize;

use super::held::{self, Held};
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

/// Words of posts that lead a part of a body, or stand in for nobody: who holds one is no head.
const BELOW: [&str; 20] = [
    "wakil",
    "sekretaris",
    "staf",
    "anggota",
    "bagian",
    "subbagian",
    "subbag",
    "bidang",
    "subbidang",
    "seksi",
    "subseksi",
    "sub",
    "divisi",
    "kesatuan",
    "urusan",
    "regu",
    "kasi",
    "kasubsi",
    "kasubbag",
    "kplp",
];

impl Head {
    /// Checks everybody in a post. One post has one holder at a time.
    pub(in crate::kinds) fn check_all(raw: Vec<RawHead>, cx: &mut CheckCx<'_>) -> Vec<Self> {
        let mut heads: Vec<Self> = Vec::new();
        cx.each("pimpinan", raw, |cx, raw| {
            let head = Self::check(raw, cx)?;
            for other in heads.iter().filter(|other| other.is_rival(&head)) {
                held::check_alone(&head.title, (&other.name, other.held), (&head.name, head.held), cx);
            }
            heads.push(head);
            Some(())
        });
        heads
    }

    fn check(raw: RawHead, cx: &mut CheckCx<'_>) -> Option<Self> {
        let RawHead { name, title, from, to, as_of, source } = raw;
        let held = Held::check(from, to, as_of, cx);
        let source = cx.get("sumber", source).map(String::from);
        let name = cx.need("nama", name);
        let title = cx.need("jabatan", title);
        Some(Self { name: name?.into(), title: title?.into(), held, source })
    }

    // Another person in the same post. Degrees behind the name are left out by some and written by others.
    fn is_rival(&self, other: &Self) -> bool {
        let person = |head: &Self| plain(head.name.split(',').next().unwrap_or_default());
        plain(&self.title) == plain(&other.title) && person(self) != person(other)
    }

    /// Returns whether the post leads the whole body and not a part of it.
    pub fn leads(&self) -> bool {
        let title = self.title.to_lowercase();
        !title.split(|c: char| !c.is_alphanumeric()).any(|word| BELOW.contains(&word))
    }

    /// Writes name, post and time in one line.
    pub fn words(&self, lang: Lang) -> String {
        let mut words = self.called();
        if let Some(held) = self.held.words(lang) {
            words.push_str(&format!(" ({held})"));
        }
        words
    }

    /// Writes name and post, and the day where no more is known than that it was so on this day.
    pub fn words_then(&self, lang: Lang) -> String {
        match (self.held.from, self.held.to) {
            (None, None) => self.words(lang),
            _ => self.called(),
        }
    }

    /// Writes name and post.
    pub fn called(&self) -> String {
        format!("{}, {}", self.name, self.title)
    }
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_leads_a_section_is_not_the_head() {
        let leads = |title: &str| {
            let (name, title) = ("Rina Contoh".to_owned(), title.to_owned());
            Head { name, title, held: Held::default(), source: None }.leads()
        };
        for title in ["Kepala Lapas", "Plt. Kepala Rutan Contoh", "Kepala Perwakilan", "Ketua", "Kakanwil"] {
            assert!(leads(title), "{title}");
        }
        for title in
            ["Kepala Seksi Bimbingan", "Kepala Subseksi Perawatan", "Kasubbag TU", "Kepala KPLP", "Kepala Bidang A"]
        {
            assert!(!leads(title), "{title}");
        }
    }
}
