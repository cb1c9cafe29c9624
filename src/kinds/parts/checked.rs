//! diperiksa: when and by which post facts were last checked. A post, never a person.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::lang::Lang;
use crate::model::date::Date;
use crate::model::scalar::Text;
use crate::parse::written::Written;
use crate::stage::CheckCx;
use crate::view::{self, Tone};

/// A check of facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// The day.
    pub on: Date,
    /// The post.
    pub by: Option<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::kinds) struct RawChecked {
    #[schemars(required)]
    #[serde(rename = "tanggal")]
    on: Option<Written<Date>>,
    #[serde(rename = "oleh")]
    by: Option<Written<Text>>,
}

// Facts older than half a year are worth asking about; older than a year they are not to be relied on.
const AGEING_DAYS: i64 = 180;
const AFTER_AGEING: i64 = AGEING_DAYS + 1;
const STALE_DAYS: i64 = 365;

impl Checked {
    pub(in crate::kinds) fn check(raw: Option<RawChecked>, cx: &mut CheckCx<'_>) -> Option<Self> {
        let RawChecked { on, by } = raw?;
        cx.at("diperiksa", |cx| {
            let by = cx.get("oleh", by).map(String::from);
            Some(Self { on: cx.need("tanggal", on)?, by })
        })
    }

    /// Returns whether the check is more than a year old.
    pub fn is_stale(&self, today: Date) -> bool {
        self.on.days_until(today) > STALE_DAYS
    }
}

/// Writes the line below a group of facts; facts that nobody checked say so.
pub fn line(checked: Option<&Checked>, today: Date, lang: Lang) -> view::Checked {
    let Some(checked) = checked else {
        return view::Checked {
            text: lang.pick("Belum pernah diperiksa.", "Never checked.").to_owned(),
            tone: Tone::Late,
        };
    };
    let mut text = format!("{} {}", lang.pick("Diperiksa", "Checked on"), checked.on.words(lang));
    if let Some(by) = &checked.by {
        text.push_str(&format!(" {} {by}", lang.pick("oleh", "by")));
    }
    text.push('.');
    let (tone, warning) = match checked.on.days_until(today) {
        ..=AGEING_DAYS => (Tone::Ok, None),
        AFTER_AGEING..=STALE_DAYS => {
            (Tone::Soon, Some(lang.pick(" Lebih dari 180 hari lalu.", " More than 180 days ago.")))
        }
        _ => (
            Tone::Late,
            Some(lang.pick(
                " Lebih dari setahun lalu; tanyakan dulu sebelum datang.",
                " More than a year ago; ask before you come.",
            )),
        ),
    };
    text.push_str(warning.unwrap_or_default());
    view::Checked { text, tone }
}
