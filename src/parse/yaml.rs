//! One YAML text → one raw value, or every reason why not. Everyday text is read once, by serde; the tree with its places
//! is made only for text that is broken or unusual. Which YAML is read is told in `subset`.

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::tree::Flaw;
use super::{schema, subset, tree};
use crate::diag::yaml::Reason;
use crate::diag::{Edit, Problem};

/// The largest text that is read, in bytes: far above what people write, far below what a parser can be hurt with.
pub const LIMIT: usize = 1 << 20;

/// Reads `text` as a `T`.
///
/// # Errors
/// Every structural problem, with its bytes in `text`.
pub fn read<T: DeserializeOwned + JsonSchema>(text: &str) -> Result<T, Vec<Flaw>> {
    if text.len() > LIMIT {
        return Err(vec![(Problem::TooLarge { limit: LIMIT / 1024 }, 0..0).into()]);
    }
    if subset::is_everyday(text)
        && let Ok(value) = serde_yaml::from_str(if text.trim().is_empty() { "{}" } else { text })
    {
        return Ok(value);
    }
    judge(text)
}

// Reads what serde_yaml did not, or may have read in another way: by the tree, which knows every place.
fn judge<T: DeserializeOwned + JsonSchema>(text: &str) -> Result<T, Vec<Flaw>> {
    let tabs = tab_indents(text);
    let tree = match tree::parse(text) {
        Ok(tree) => tree.unwrap_or_default(),
        Err(_) if !tabs.is_empty() => return Err(tabs),
        Err(flaw) if matches!(flaw.problem, Problem::YamlSyntax { .. }) => {
            return Err(vec![colon_in_text(text, flaw.bytes.start).unwrap_or(flaw)]);
        }
        Err(flaw) => return Err(vec![flaw]),
    };
    let schema = schema::of::<T>();
    let found = schema::problems(&tree, &schema);
    if !found.is_empty() {
        return Err(found);
    }
    T::deserialize(&tree).map_err(|error| {
        let reason = Reason::Other(error.to_string());
        vec![(Problem::YamlSyntax { reason }, 0..0).into()]
    })
}

// Each line that is indented by tabs; a tab is two spaces, as everywhere in the format.
fn tab_indents(text: &str) -> Vec<Flaw> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        if let Some(tab) = line[..indent].find('\t')
            && !line.trim().is_empty()
        {
            let at = start + tab;
            let mend = Edit { bytes: start..start + indent, text: line[..indent].replace('\t', "  ") };
            found.push(Flaw { problem: Problem::TabIndent, bytes: at..at + 1, mend: Some(mend) });
        }
        start += line.len();
    }
    found
}

// `judul: Kunjungan: jadwal baru` on the line of a syntax error: the text after the first colon belongs in quotes.
fn colon_in_text(text: &str, at: usize) -> Option<Flaw> {
    let at = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at))?;
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let line = text[start..].lines().next()?;
    let (key, value) = line.split_once(": ")?;
    let value_start = start + key.len() + 2 + (value.len() - value.trim_start().len());
    let value = value.trim();
    let is_plain =
        !value.starts_with([':', '"', '\'', '[', '{', '|', '>', '&', '*', '#', '!']) && !value.contains(" #");
    let key = key.trim_start().trim_start_matches("- ");
    let is_key = !key.is_empty() && !key.contains([' ', '"', '\'', '[', '{']);
    if !is_plain || !is_key || !(value.contains(": ") || value.ends_with(':')) {
        return None;
    }
    let quoted = format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""));
    let problem = Problem::ColonInText { quoted: quoted.clone() };
    Some(Flaw::from((problem, value_start..value_start + value.len())).becomes(Some(quoted)))
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;
    use crate::diag::problem::Shape;
    use crate::model::scalar::Text;
    use crate::parse::written::{TextOr, Written};

    #[derive(Deserialize, JsonSchema)]
    #[serde(deny_unknown_fields)]
    struct Raw {
        #[serde(rename = "nama")]
        name: Option<Written<Text>>,
        #[serde(default, rename = "syarat")]
        needs: Vec<TextOr<Inner>>,
        #[serde(rename = "jam")]
        hours: Option<Inner>,
    }

    #[derive(Deserialize, JsonSchema)]
    #[serde(deny_unknown_fields)]
    struct Inner {
        #[serde(rename = "teks")]
        text: Option<Written<u64>>,
    }

    fn codes(text: &str) -> Vec<(String, &'static str)> {
        let problems = read::<Raw>(text).map(|_| ()).unwrap_err();
        problems.into_iter().map(|flaw| (text[flaw.bytes].to_owned(), flaw.problem.code())).collect()
    }

    #[test]
    fn scalars_stay_as_typed() {
        for typed in ["0812", "no", "1e3", "08:00", "3.10", "+62", "2024-11-12", "~x"] {
            let raw = read::<Raw>(&format!("nama: {typed}\n")).unwrap();
            assert_eq!(raw.name.unwrap().text(), typed);
        }
        assert!(read::<Raw>("nama:").unwrap().name.is_none());
        assert!(read::<Raw>("").unwrap().needs.is_empty());
    }

    #[test]
    fn a_text_may_grow_into_a_map() {
        let raw = read::<Raw>("syarat: [KTP, {teks: 1}, \"5\", 08:00]\njam: {teks: 08}").unwrap();
        let texts: Vec<&str> = raw
            .needs
            .iter()
            .filter_map(|need| if let TextOr::Text(text) = need { Some(text.as_str()) } else { None })
            .collect();
        assert_eq!(texts, ["KTP", "5", "08:00"]);
        let raw2 = read::<Raw>("syarat: [1e3, 007, true, ~, 0x1F]").unwrap();
        let texts = raw2.needs.iter().map(|need| if let TextOr::Text(text) = need { text } else { "map" });
        assert_eq!(texts.collect::<Vec<_>>(), ["1e3", "007", "true", "", "0x1F"]);
        assert_eq!(raw.hours.unwrap().text.unwrap().text(), "08");
    }

    #[test]
    fn every_structural_problem_is_found_in_one_run() {
        let text = "nma: a\nsyarat: [{tex: 1}]\njam: [1]\nnama: {a: b}\n";
        let expected =
            [("nma", "unknown-key"), ("tex", "unknown-key"), ("[1]", "wrong-shape"), ("{a: b}", "wrong-shape")];
        assert_eq!(codes(text), expected.map(|(text, code)| (text.to_owned(), code)));
    }

    #[test]
    fn other_flaws_are_named() {
        assert_eq!(codes("nama: a\nnama: b\n"), [("nama".to_owned(), "duplicate-key")]);
        assert_eq!(codes("jam:\n\tteks: 1\n"), [("\t".to_owned(), "tab-indent")]);
        assert_eq!(codes("nama: a: b\n"), [("a: b".to_owned(), "colon-in-text")]);
        assert_eq!(codes("- nama: a\n  b\n c: d\n")[0].1, "yaml-syntax");
        let list = read::<Raw>("- a\n").map(|_| ()).unwrap_err();
        assert_eq!(list[0].problem, Problem::WrongShape { want: Shape::Map, found: Shape::List });
    }
}
