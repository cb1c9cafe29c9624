//! A translation laid over the text that it translates: words take the place of words, and of nothing else. Which values are
//! words is said by the schema of the form.

use serde_json::Value;

use super::front_matter::ALIASES;
use super::schema;
use super::tree::{Flaw, Node, What};
use crate::diag::Problem;
use crate::diag::flaw::TranslationFlaw;

// Texts that are names of files, addresses or numbers: the same in every language, or other pages would come of them.
const NOT_WORDS: &[&str] = &[
    "alamat_web",
    "alias",
    "aturan",
    "berkas",
    "berkas_jawaban",
    "email",
    "foto",
    "ke",
    "kelas",
    "kode",
    "kode_pos",
    "logo",
    "medsos",
    "memuat",
    "nilai",
    "no",
    "nomor",
    "pasal",
    "pita",
    "situs",
    "sk",
    "slug",
    "telepon",
    "tema",
    "topik",
    "url",
];

/// Lays `words` over `original`, a form of `schema`. Of what does not fit the original stays, and it is told where it
/// stands.
pub fn lay(original: &Node, words: &Node, schema: &Value) -> (Node, Vec<Flaw>) {
    let mut overlay = Overlay { root: schema, found: Vec::new() };
    let node = overlay.node(original, words, schema, "");
    (node, overlay.found)
}

/// Hands every text of a form that is words to `each`, with its key.
pub fn words<'n>(node: &'n Node, schema: &Value, each: &mut dyn FnMut(&'n str, &'n str)) {
    walk(node, schema, schema, "", each);
}

fn walk<'n>(node: &'n Node, schema: &Value, root: &Value, key: &'n str, each: &mut dyn FnMut(&'n str, &'n str)) {
    let Some(schema) = schema::fitting(root, node, schema) else { return };
    match &node.what {
        What::Scalar { text, .. } if is_words(schema) => each(key, text),
        What::Scalar { .. } => {}
        What::List(items) => items.iter().for_each(|item| walk(item, &schema["items"], root, key, each)),
        What::Map(pairs) => {
            for (name, value) in pairs {
                let name = text_of(name);
                walk(value, property(schema, name), root, name, each);
            }
        }
    }
}

struct Overlay<'s> {
    root: &'s Value,
    found: Vec<Flaw>,
}

impl<'s> Overlay<'s> {
    fn node(&mut self, original: &Node, words: &Node, schema: &'s Value, key: &str) -> Node {
        let fitting = schema::fitting(self.root, original, schema);
        match (&original.what, &words.what) {
            _ if words.is_null() => original.clone(),
            (What::Map(pairs), What::Map(over)) => self.map(original, pairs, over, fitting),
            (What::List(items), What::List(over)) => self.list(original, items, over, fitting, key),
            (What::Scalar { text: was, .. }, What::Scalar { text, .. }) => {
                if was == text {
                    return original.clone();
                }
                if !fitting.is_some_and(is_words) || NOT_WORDS.contains(&key) {
                    self.tell(TranslationFlaw::NotWords { found: text.clone(), original: was.clone() }, words);
                    return original.clone();
                }
                // As typed in quotes: `no` is a word here.
                Node { bytes: words.bytes.clone(), what: What::Scalar { text: text.clone(), plain: false } }
            }
            _ => {
                self.tell(TranslationFlaw::OtherShape, words);
                original.clone()
            }
        }
    }

    fn map(
        &mut self,
        original: &Node,
        pairs: &[(Node, Node)],
        over: &[(Node, Node)],
        schema: Option<&'s Value>,
    ) -> Node {
        let mut pairs = pairs.to_vec();
        for (key, words) in over {
            let name = text_of(key);
            let Some((_, value)) = pairs.iter_mut().find(|(other, _)| meant(text_of(other)) == meant(name)) else {
                self.tell(TranslationFlaw::NotThere { key: name.to_owned() }, key);
                continue;
            };
            let property = schema.map_or(&Value::Null, |schema| property(schema, name));
            *value = self.node(value, words, property, meant(name));
        }
        Node { bytes: original.bytes.clone(), what: What::Map(pairs) }
    }

    // Items with an id are found by it, others by their number.
    fn list(&mut self, original: &Node, items: &[Node], over: &[Node], schema: Option<&'s Value>, key: &str) -> Node {
        let mut items = items.to_vec();
        let each = schema.map_or(&Value::Null, |schema| &schema["items"]);
        for (at, words) in over.iter().enumerate() {
            let at = match id(words) {
                Some(wanted) => items.iter().position(|item| id(item) == Some(wanted)),
                None => Some(at),
            };
            match at.and_then(|at| items.get_mut(at)) {
                Some(item) => *item = self.node(item, words, each, key),
                None => self.tell(TranslationFlaw::NoSuchItem { count: items.len() }, words),
            }
        }
        Node { bytes: original.bytes.clone(), what: What::List(items) }
    }

    fn tell(&mut self, flaw: TranslationFlaw, at: &Node) {
        self.found.push((Problem::Translation(flaw), at.bytes.clone()).into());
    }
}

// Only a text of any kind is written like this (`Text::writing`).
fn is_words(schema: &Value) -> bool {
    schema["pattern"] == r"\S"
}

fn property<'s>(schema: &'s Value, name: &str) -> &'s Value {
    let named = schema["properties"].get(name).or_else(|| schema["properties"].get(meant(name)));
    named.unwrap_or(&schema["additionalProperties"])
}

fn meant(name: &str) -> &str {
    ALIASES.iter().find(|(alias, _)| *alias == name).map_or(name, |(_, key)| key)
}

fn text_of(node: &Node) -> &str {
    match &node.what {
        What::Scalar { text, .. } => text,
        What::List(_) | What::Map(_) => "",
    }
}

fn id(node: &Node) -> Option<&str> {
    let What::Map(pairs) = &node.what else { return None };
    pairs.iter().find(|(key, _)| key.is("id") || key.is("no")).map(|(_, id)| text_of(id))
}

#[cfg(test)]
mod tests {
    use schemars::JsonSchema;
    use serde::Deserialize;

    use super::*;
    use crate::model::date::Date;
    use crate::model::scalar::Text;
    use crate::parse::tree::parse;
    use crate::parse::written::{TextOr, Written};

    #[derive(Deserialize, JsonSchema)]
    #[serde(deny_unknown_fields)]
    struct Raw {
        #[serde(rename = "judul")]
        title: Option<Written<Text>>,
        #[serde(rename = "tanggal")]
        date: Option<Written<Date>>,
        #[serde(default, rename = "syarat")]
        needs: Vec<TextOr<RawNeed>>,
    }

    #[derive(Deserialize, JsonSchema)]
    #[serde(deny_unknown_fields)]
    struct RawNeed {
        id: Option<Written<Text>>,
        #[serde(rename = "teks")]
        text: Option<Written<Text>>,
        #[serde(rename = "berkas")]
        file: Option<Written<Text>>,
    }

    const ORIGINAL: &str =
        "judul: Kunjungan\ntanggal: 2026-01-01\nsyarat: [KTP, {id: a, teks: Surat, berkas: a.pdf}]\n";

    fn laid(words: &str) -> (Vec<String>, Vec<TranslationFlaw>) {
        let schema = schema::of::<Raw>();
        let [original, words] = [ORIGINAL, words].map(|text| parse(text).unwrap().unwrap());
        let (node, found) = lay(&original, &words, &schema);
        let mut texts = Vec::new();
        super::words(&node, &schema, &mut |_, text| texts.push(text.to_owned()));
        let raw = Raw::deserialize(&node).unwrap();
        let Raw { title, date, needs } = raw;
        assert!(title.is_some() && date.unwrap().text() == "2026-01-01" && needs.len() == 2);
        for need in needs {
            if let TextOr::Map(RawNeed { id, text, file }) = need {
                assert!(id.is_some() && text.is_some() && file.unwrap().text() == "a.pdf");
            }
        }
        let flaws = found.into_iter().map(|flaw| match flaw.problem {
            Problem::Translation(flaw) => flaw,
            other => panic!("{other:?}"),
        });
        (texts, flaws.collect())
    }

    #[test]
    fn words_take_the_place_of_words() {
        let words = "title: Visits\nsyarat:\n- ID card\n- teks: Letter\n";
        assert_eq!(laid(words), (["Visits", "ID card", "a", "Letter", "a.pdf"].map(str::to_owned).into(), vec![]));
        let by_id = "syarat: [{id: a, teks: no}]";
        assert_eq!(laid(by_id), (["Kunjungan", "KTP", "a", "no", "a.pdf"].map(str::to_owned).into(), vec![]));
    }

    #[test]
    fn facts_keys_and_items_are_not_changed() {
        let flaws = |words: &str| laid(words).1;
        let not_words =
            |found: &str, original: &str| TranslationFlaw::NotWords { found: found.into(), original: original.into() };
        assert_eq!(flaws("tanggal: 2026-01-02"), [not_words("2026-01-02", "2026-01-01")]);
        assert_eq!(flaws("tanggal: 2026-01-01"), []);
        assert_eq!(flaws("syarat: [ID, {berkas: b.pdf}]"), [not_words("b.pdf", "a.pdf")]);
        assert_eq!(flaws("ringkasan: x"), [TranslationFlaw::NotThere { key: "ringkasan".into() }]);
        assert_eq!(flaws("syarat: [a, {teks: b}, c]"), [TranslationFlaw::NoSuchItem { count: 2 }]);
        assert_eq!(flaws("syarat: [{id: b, teks: b}]"), [TranslationFlaw::NoSuchItem { count: 2 }]);
        assert_eq!(flaws("judul: [a]"), [TranslationFlaw::OtherShape]);
    }
}
