//! Translations: a file beside its original, named like it but for the language (`kunjungan.en.yaml`, `monev.en.md`), that holds
//! only the translated words. The records that come of both have the facts of the original.

use std::collections::BTreeSet;

use rayon::prelude::*;
use serde::Deserialize;
use serde_json::Value;

use super::form::{self, At, Filed, Form, Reading};
use super::{FORMS, Harvest, LinkStage};
use crate::builtin::CONTENT_ROOT;
use crate::config;
use crate::diag::{Diagnostics, Span};
use crate::lang::Lang;
use crate::model::date::Date;
use crate::parse::{overlay, schema, tree};
use crate::sources::{Source, SourceId, Sources};
use crate::stage::{CheckCx, Origin};

/// The original of a file that is being read in other words.
pub struct Translated<'a> {
    /// The original.
    pub original: &'a Filed<'a>,
    /// The translation.
    pub at: At<'a>,
    /// Its language.
    pub lang: Lang,
}

/// Returns the path of the file that a path, by its name, translates, and into which language.
pub fn original(path: &str) -> Option<(String, Lang)> {
    let (stem, ending) = path.rsplit_once('.').filter(|(_, ending)| ["md", "yaml"].contains(ending))?;
    Lang::ALL.into_iter().find_map(|lang| {
        let stem = stem.strip_suffix(lang.tag())?.strip_suffix('.')?;
        Some((format!("{stem}.{ending}"), lang))
    })
}

/// Returns the paths at which translations of a file stand.
pub fn of(path: &str) -> Vec<String> {
    let Some((stem, ending)) = path.rsplit_once('.') else { return Vec::new() };
    Lang::ALL.iter().map(|lang| format!("{stem}.{}.{ending}", lang.tag())).collect()
}

/// Reads the records of an original in the words of a translation. Returns whether it says all that is long: a text of the
/// original has one too.
pub fn read_all(
    original: &Filed<'_>,
    file: SourceId,
    lang: Lang,
    today: Date,
    stage: &LinkStage<'_>,
    found: &mut Diagnostics,
    harvest: &mut Harvest,
) -> bool {
    let LinkStage { sources, claims } = *stage;
    let parts = original.at.parts.clone();
    let Some(Filed { form, at, yaml, .. }) = form::split(original.form, parts, file, sources.get(file), found) else {
        return false;
    };
    let says_all = original.at.body.trim().is_empty() || !at.body.trim().is_empty();
    let reading = Reading { sources, claims, today, file, yaml };
    (form.translate)(&Translated { original, at, lang }, &reading, found, harvest);
    says_all
}

/// Reads a form in the words of a translation. Told is what is wrong with the translation; the original has been told.
pub(super) fn read<F: Form>(
    translated: &Translated<'_>,
    reading: &Reading<'_>,
    found: &mut Diagnostics,
    harvest: &mut Harvest,
) {
    let Translated { original, at, lang } = translated;
    let Reading { sources, claims, today, file, yaml } = reading;
    let text = |file: SourceId, yaml: &std::ops::Range<usize>| sources.get(file).text().ok()?.get(yaml.clone());
    let (Some(was), Some(words)) = (text(original.file, &original.yaml), text(*file, yaml)) else { return };
    let Ok(Some(was)) = tree::parse(was) else { return };
    let words = match tree::parse(words) {
        Ok(words) => words.unwrap_or_default(),
        Err(flaw) => {
            found.add(flaw.report(*file, yaml.start));
            return;
        }
    };
    let (node, flaws) = overlay::lay(&was, &words, &schema::of::<F::Raw>());
    flaws.into_iter().for_each(|flaw| found.add(flaw.report(*file, yaml.start)));
    let Ok(raw) = F::Raw::deserialize(&node) else { return };
    // Without a text of its own it has that of the original.
    let has_body = !at.body.trim().is_empty();
    let at = if has_body { at } else { &original.at };
    let origin = Origin { file: *file, yaml: yaml.clone(), steps: Vec::new() };
    let mut problems = Diagnostics::default();
    let mut cx = CheckCx::new(*today, sources, claims, origin, &mut problems).translating(has_body.then_some(*lang));
    F::check(raw, at, &mut cx, harvest);
    let in_body = |span: &Span| has_body && span.file == *file && span.bytes.start >= at.body_offset;
    for problem in problems.iter().filter(|problem| problem.at.as_ref().is_some_and(in_body)) {
        found.add(problem.clone());
    }
}

/// Gathers the words that people typed into the forms of a site, and if wanted those that the program carries.
pub fn words(sources: &Sources, carried: bool) -> BTreeSet<String> {
    let roots: &[&str] = if carried { &[CONTENT_ROOT, "content/"] } else { &["content/"] };
    let forms: Vec<Value> = FORMS.iter().map(|form| (form.schema)()).collect();
    let settings = config::schema();
    let own = sources.iter().map(|(_, source)| source).filter(|source| original(&source.path).is_none());
    let files: Vec<&Source> = own.collect();
    let of_file = |source: &&Source| {
        let mut words = BTreeSet::new();
        let (yaml, schema) = if source.path == config::PATH {
            (source.text().ok(), &settings)
        } else {
            let root = roots.iter().find(|root| source.path.starts_with(**root));
            let Some((at, yaml)) = root.and_then(|root| form::yaml_of(FORMS, root, source)) else { return words };
            (Some(yaml), &forms[at])
        };
        if let Some(Ok(Some(tree))) = yaml.map(tree::parse) {
            overlay::words(&tree, schema, &mut |key, text| {
                // Topics are often typed as words of an address; people read words.
                let shown = if key == "topik" || key == "tags" { text.replace('-', " ") } else { text.to_owned() };
                words.insert(shown);
            });
        }
        words
    };
    let join = |mut all: BTreeSet<String>, mut more: BTreeSet<String>| {
        all.append(&mut more);
        all
    };
    files.par_iter().map(of_file).reduce(BTreeSet::new, join)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_translation_is_told_by_its_name() {
        assert_eq!(original("content/a/profil.en.yaml"), Some(("content/a/profil.yaml".to_owned(), Lang::En)));
        assert_eq!(original("content/a/b.id.md"), Some(("content/a/b.md".to_owned(), Lang::Id)));
        for other in ["content/a/ben.yaml", "content/a/b.en.jpg", "content/a/b.fr.md", "content/a.en/b.md"] {
            assert_eq!(original(other), None, "{other}");
        }
        assert!(of("content/a/profil.yaml").contains(&"content/a/profil.en.yaml".to_owned()));
    }
}
