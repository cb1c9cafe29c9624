//! How many entries a list has, in one sentence; examples among them are named.

use crate::lang::{Label, Lang, whole};

/// Says how many entries there are and how many of them are made up: `6 berita, 1 di antaranya contoh.` Of nothing the list
/// itself speaks.
pub(in crate::kinds) fn counted(all: usize, examples: usize, one: Label, many: Label, lang: Lang) -> Option<String> {
    let what = if all == 1 { one } else { many }.of(lang);
    let entries = format!("{} {what}", whole(all, lang));
    let made_up = whole(examples, lang);
    (all > 0).then(|| match examples {
        0 => format!("{entries}."),
        1 if all == 1 => format!("{entries}, {}.", lang.pick("yaitu contoh", "made up")),
        _ if examples == all => format!("{entries}, {}.", lang.pick("semuanya contoh", "all made up")),
        _ => lang.pick(
            format!("{entries}, {made_up} di antaranya contoh."),
            format!("{entries}, {made_up} of them made up."),
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_are_named_and_nothing_is_not_counted() {
        let say = |all, examples, lang| {
            counted(all, examples, Label::new("berita", "item"), Label::new("berita", "items"), lang)
                .unwrap_or_default()
        };
        assert_eq!(say(0, 0, Lang::Id), "");
        assert_eq!(say(1, 0, Lang::En), "1 item.");
        assert_eq!(say(10_000, 1, Lang::Id), "10.000 berita, 1 di antaranya contoh.");
        assert_eq!(say(1, 1, Lang::Id), "1 berita, yaitu contoh.");
        assert_eq!(say(2, 2, Lang::En), "2 items, all made up.");
    }
}
