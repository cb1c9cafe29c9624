//! The files people write: which path holds which form, and how a form becomes records.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::Harvest;
use super::translation::{self, Translated};
use crate::diag::{Diagnostic, Diagnostics, Problem, Span};
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::scalar::Scalar;
use crate::parse::{front_matter, schema, yaml};
use crate::sources::{Source, SourceId, Sources};
use crate::stage::{CheckCx, Claims, Origin};
use crate::text;

/// A file people write: one path pattern, one raw shape, the records it yields.
pub trait Form: 'static {
    /// The path below `content/`, with the varying parts in braces: `fasilitas/{fasilitas}/layanan/{id}.yaml`. A pattern
    /// that ends in `.md` is a Markdown file with front matter.
    const PATTERN: &'static str;
    /// What serde reads.
    type Raw: DeserializeOwned + JsonSchema;

    /// Returns the ids that a file claims by its path alone, as (table key, id), readable or not.
    fn claims(at: &At<'_>) -> Vec<(&'static str, String)>;

    /// Checks the raw value on its own and adds its records to the harvest.
    fn check(raw: Self::Raw, at: &At<'_>, cx: &mut CheckCx<'_>, harvest: &mut Harvest);
}

/// Where a form stands: the varying parts of its path, and its Markdown body if it has one.
pub struct At<'a> {
    pub(super) parts: BTreeMap<&'static str, &'a str>,
    /// The Markdown after the front matter.
    pub body: &'a str,
    /// Where the body starts in the file.
    pub body_offset: usize,
}

impl At<'_> {
    /// Returns the varying part `name` of the path.
    pub fn part(&self, name: &str) -> &str {
        self.parts.get(name).copied().unwrap_or_default()
    }

    /// Makes an id from varying parts of the path; `check` has made sure that they are ids.
    pub fn id<T>(&self, names: &[&str]) -> Option<Id<T>> {
        Id::read(&names.iter().map(|name| self.part(name)).collect::<Vec<_>>().join("/")).ok()
    }
}

/// A form without its types, for the list of all forms.
pub struct AnyForm {
    /// As in `Form`.
    pub pattern: &'static str,
    /// As in `Form`.
    pub claims: fn(&At<'_>) -> Vec<(&'static str, String)>,
    /// Describes what is read, as JSON Schema.
    pub schema: fn() -> Value,
    /// Reads and checks one file of this form.
    pub read: fn(&Reading<'_>, &At<'_>, &mut Diagnostics, &mut Harvest),
    /// Reads the same file in the words of a translation.
    pub translate: fn(&Translated<'_>, &Reading<'_>, &mut Diagnostics, &mut Harvest),
}

/// What reading one file needs to know.
pub struct Reading<'a> {
    /// All files.
    pub sources: &'a Sources,
    /// The ids that content claims.
    pub claims: &'a Claims,
    /// The date of the build.
    pub today: Date,
    /// The file.
    pub file: SourceId,
    /// Where the YAML stands in it.
    pub yaml: std::ops::Range<usize>,
}

/// Takes the types off a form.
pub const fn any<F: Form>() -> AnyForm {
    AnyForm {
        pattern: F::PATTERN,
        claims: F::claims,
        schema: schema::of::<F::Raw>,
        read: read::<F>,
        translate: translation::read::<F>,
    }
}

fn read<F: Form>(reading: &Reading<'_>, at: &At<'_>, found: &mut Diagnostics, harvest: &mut Harvest) {
    let Reading { sources, claims, today, file, yaml } = reading;
    let Ok(text) = sources.get(*file).text() else { return };
    match yaml::read::<F::Raw>(&text[yaml.clone()]) {
        Ok(raw) => {
            let origin = Origin { file: *file, yaml: yaml.clone(), steps: Vec::new() };
            F::check(raw, at, &mut CheckCx::new(*today, sources, claims, origin, found), harvest);
        }
        Err(problems) => {
            for flaw in problems {
                found.add(flaw.report(*file, yaml.start));
            }
        }
    }
}

/// A file that was found to be a form, split but not yet read.
pub struct Filed<'a> {
    /// The form.
    pub form: &'static AnyForm,
    /// The file.
    pub file: SourceId,
    /// Where it stands.
    pub at: At<'a>,
    /// Where the YAML stands in the text.
    pub yaml: std::ops::Range<usize>,
}

/// Finds the form of a file below a root (`content/`), or reports why there is none.
pub fn file<'a>(
    forms: &'static [AnyForm],
    root: &str,
    id: SourceId,
    source: &'a Source,
    found: &mut Diagnostics,
) -> Option<Filed<'a>> {
    let report = |problem, bytes, found: &mut Diagnostics| found.push(problem, Some(Span { file: id, bytes }));
    let path = source.path.strip_prefix(root)?;
    let Some((form, parts)) = forms.iter().find_map(|form| Some((form, fit(form.pattern, path)?))) else {
        report(unknown(forms, path), 0..0, found);
        return None;
    };
    for part in parts.values() {
        if Id::<()>::read(part).is_err() {
            report(Problem::BadName { name: (*part).to_owned(), mend: text::slug(part) }, 0..0, found);
            return None;
        }
    }
    split(form, parts, id, source, found)
}

/// Takes a file for a form, whatever its path.
pub(super) fn split<'a>(
    form: &'static AnyForm,
    parts: BTreeMap<&'static str, &'a str>,
    id: SourceId,
    source: &'a Source,
    found: &mut Diagnostics,
) -> Option<Filed<'a>> {
    let report = |problem, bytes, found: &mut Diagnostics| found.push(problem, Some(Span { file: id, bytes }));
    let text = match source.text() {
        Ok(text) => text,
        Err(offset) => {
            found.add(Diagnostic::not_utf8(id, source, offset));
            return None;
        }
    };
    if !form.pattern.ends_with(".md") {
        return Some(Filed {
            form,
            file: id,
            at: At { parts, body: "", body_offset: text.len() },
            yaml: 0..text.len(),
        });
    }
    match front_matter::split(text) {
        Ok(split) => {
            let Some(front) = split.front else {
                report(Problem::FrontMatterMissing, 0..0, found);
                return None;
            };
            let yaml = split.front_offset..split.front_offset + front.len();
            Some(Filed { form, file: id, at: At { parts, body: split.body, body_offset: split.body_offset }, yaml })
        }
        Err(unclosed) => {
            let line = text[unclosed.offset..].lines().next().unwrap_or_default();
            report(Problem::FrontMatterUnclosed, unclosed.offset..unclosed.offset + line.len(), found);
            None
        }
    }
}

/// Returns the number of a file's form, and its YAML; nothing where it has none.
pub(super) fn yaml_of<'a>(forms: &[AnyForm], root: &str, source: &'a Source) -> Option<(usize, &'a str)> {
    let path = source.path.strip_prefix(root)?;
    let (at, form) = forms.iter().enumerate().find(|(_, form)| fit(form.pattern, path).is_some())?;
    let text = source.text().ok()?;
    let yaml = if form.pattern.ends_with(".md") { front_matter::split(text).ok()?.front? } else { text };
    Some((at, yaml))
}

// Matches `fasilitas/x/profil.yaml` against `fasilitas/{fasilitas}/profil.yaml`.
fn fit<'a>(pattern: &'static str, path: &'a str) -> Option<BTreeMap<&'static str, &'a str>> {
    let mut parts = BTreeMap::new();
    let mut words = path.split('/');
    for wanted in pattern.split('/') {
        let word = words.next()?;
        let Some(open) = wanted.find('{') else {
            if wanted == word {
                continue;
            }
            return None;
        };
        let close = wanted.find('}')?;
        let value = word.strip_prefix(&wanted[..open])?.strip_suffix(&wanted[close + 1..])?;
        parts.insert(&wanted[open + 1..close], value);
    }
    words.next().is_none().then_some(parts)
}

// The pattern that the path most probably meant, with the path's own varying parts.
fn unknown(forms: &[AnyForm], path: &str) -> Problem {
    // Notepad hides the ending that it adds.
    if let Some(bare) =
        path.strip_suffix(".txt").filter(|bare| forms.iter().any(|form| fit(form.pattern, bare).is_some()))
    {
        return Problem::UnknownFile { near: Some(format!("content/{bare}")) };
    }
    let words: Vec<&str> = path.split('/').collect();
    let meant = forms.iter().filter(|form| form.pattern.split('/').count() == words.len()).map(|form| {
        let guess =
            form.pattern.split('/').zip(&words).map(|(wanted, word)| match (wanted.find('{'), wanted.rfind('.')) {
                (Some(_), Some(dot)) => {
                    format!("{}{}", word.rsplit_once('.').map_or(*word, |(stem, _)| stem), &wanted[dot..])
                }
                (Some(_), None) => (*word).to_owned(),
                (None, _) => wanted.to_owned(),
            });
        guess.collect::<Vec<_>>().join("/")
    });
    let meant: Vec<String> = meant.collect();
    let near = text::nearest(path, meant.iter().map(String::as_str)).map(|near| format!("content/{near}"));
    Problem::UnknownFile { near }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_take_the_varying_parts() {
        let parts = fit("fasilitas/{fasilitas}/layanan/{id}.yaml", "fasilitas/a/layanan/b.yaml").unwrap();
        assert_eq!(parts.into_iter().collect::<Vec<_>>(), [("fasilitas", "a"), ("id", "b")]);
        assert!(fit("lembaga/{id}.yaml", "lembaga/a.yml").is_none());
        assert!(fit("lembaga/{id}.yaml", "lembaga/x/a.yaml").is_none());
        assert_eq!(fit("berita/{id}/index.md", "berita/a/index.md").unwrap()["id"], "a");
    }
}
