//! Certain mends → changed files. It changes nothing but the bytes that a mend names, so comments, order and line ends stay;
//! writing the files is the business of `save`.

use std::collections::{BTreeMap, BTreeSet};

use crate::builtin;
use crate::diag::{Diagnostic, Diagnostics, Edit, Severity};
use crate::sources::{Source, SourceId, Sources};

/// Mends may uncover more that can be mended; after so many rounds nothing new is to be expected.
const ROUNDS: usize = 8;

/// What was mended.
#[derive(Debug, Default)]
pub struct Mended {
    /// Each mend, by file and place.
    pub done: Vec<Done>,
    /// The whole content of each changed file, by path.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// One mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The file.
    pub path: String,
    /// The line, from 1, as it was when the mend was made.
    pub line: usize,
    /// The code of the rule.
    pub code: &'static str,
    /// What stood there.
    pub before: String,
    /// What stands there now.
    pub after: String,
}

/// Applies every certain mend, checking again after each round; a file that grows worse keeps its text of before.
///
/// # Errors
/// Whatever `check` fails with.
pub fn all<E>(sources: &Sources, check: impl Fn(&Sources) -> Result<Diagnostics, E>) -> Result<Mended, E> {
    let mut mended = Mended::default();
    let mut now = sources.clone();
    let mut found = check(&now)?;
    let mut refused: BTreeSet<String> = BTreeSet::new();
    for _ in 0..ROUNDS {
        let edits = edits(&found, &now, &refused);
        if edits.is_empty() {
            break;
        }
        let next = apply(&now, &edits);
        let after = check(&next)?;
        let worse: BTreeSet<String> = edits
            .keys()
            .filter(|file| errors(&after, **file) > errors(&found, **file))
            .map(|file| now.get(*file).path.clone())
            .collect();
        if !worse.is_empty() {
            refused.extend(worse);
            continue;
        }
        for (file, diagnostics) in &edits {
            let source = now.get(*file);
            mended.done.extend(diagnostics.iter().map(|diagnostic| done(diagnostic, source)));
            mended.files.insert(source.path.clone(), next.get(*file).bytes.to_vec());
        }
        (now, found) = (next, after);
    }
    mended.done.sort_by(|a, b| (&a.path, a.line).cmp(&(&b.path, b.line)));
    Ok(mended)
}

type Edits<'d> = BTreeMap<SourceId, Vec<&'d Diagnostic>>;

// The mends of one round by file, in order of place, none overlapping.
fn edits<'d>(found: &'d Diagnostics, sources: &Sources, refused: &BTreeSet<String>) -> Edits<'d> {
    let mut edits: Edits<'d> = BTreeMap::new();
    for diagnostic in found.iter().filter(|one| one.mend.is_some() && one.severity != Severity::Waived) {
        let Some(span) = &diagnostic.at else { continue };
        let source = sources.get(span.file);
        let own = source.path.starts_with("content/") && !builtin::holds(source) && !refused.contains(&source.path);
        let of_file = edits.entry(span.file).or_default();
        let taken = |other: &&Diagnostic| match (&other.mend, &diagnostic.mend) {
            (Some(a), Some(b)) => a.bytes.start < b.bytes.end && b.bytes.start < a.bytes.end || a.bytes == b.bytes,
            _ => false,
        };
        if own && !of_file.iter().any(taken) {
            of_file.push(diagnostic);
        }
    }
    edits.retain(|_, of_file| !of_file.is_empty());
    edits
}

fn apply(sources: &Sources, edits: &Edits<'_>) -> Sources {
    let changed = edits.iter().map(|(file, diagnostics)| {
        let source = sources.get(*file);
        let mut bytes = source.bytes.to_vec();
        let mut mends: Vec<&Edit> = diagnostics.iter().filter_map(|diagnostic| diagnostic.mend.as_ref()).collect();
        // From the end, so that the places before stay where they are.
        mends.sort_by_key(|edit| std::cmp::Reverse(edit.bytes.start));
        for edit in mends {
            let (start, end) = (source.mark() + edit.bytes.start, source.mark() + edit.bytes.end);
            bytes.splice(start.min(bytes.len())..end.min(bytes.len()), edit.text.bytes());
        }
        (source.path.clone(), bytes)
    });
    sources.replaced(changed.collect())
}

fn errors(found: &Diagnostics, file: SourceId) -> usize {
    let of_file = |one: &&Diagnostic| one.at.as_ref().is_some_and(|span| span.file == file);
    found.iter().filter(of_file).filter(|one| one.severity == Severity::Error).count()
}

fn done(diagnostic: &Diagnostic, source: &Source) -> Done {
    let (bytes, after) = diagnostic.mend.as_ref().map_or((0..0, ""), |edit| (edit.bytes.clone(), edit.text.as_str()));
    let text = source.text().ok();
    let before = text.and_then(|text| text.get(bytes.clone()));
    Done {
        path: source.path.clone(),
        line: source.text_before(bytes.start).matches('\n').count() + 1,
        code: diagnostic.problem.code(),
        // A whole file that was stored otherwise is named by its storage, not printed.
        before: before.map_or_else(|| "Windows-1252".to_owned(), str::to_owned),
        after: if before.is_some() { after.to_owned() } else { "UTF-8".to_owned() },
    }
}
