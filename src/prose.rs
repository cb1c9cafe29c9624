//! Texts and pictures of a site against what it says openly: personal data, traces of hijacking, terms that the law has
//! replaced. It reads files as they are written, so that nothing is missed because no record holds it, and knows no kind by
//! name.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use rayon::prelude::*;
use regex::Regex;

use crate::builtin;
use crate::diag::{Diagnostic, Diagnostics, Edit, Problem, Span};
use crate::kinds::Site;
use crate::parse::front_matter;
use crate::scan::{self, Known, Medium, Scanned};
use crate::sources::{Source, SourceId, Sources};

/// Where people write, and where their themes stand.
const CONTENT: &str = "content/";
const THEMES: &str = "themes/";

/// How many files one thread reads before it looks for more.
const READ_TOGETHER: usize = 32;

/// Looks through every file of the site's own.
pub fn check(site: &Site, sources: &Sources, found: &mut Diagnostics) {
    let open = site.openly();
    let known = Known::new(open.phones, open.people, open.bodies);
    let children = site.files_about_children(sources);
    let look = Look { known, children };
    let files: Vec<(SourceId, &Source)> = sources.iter().filter(|(_, source)| !builtin::holds(source)).collect();
    let parts: Vec<Diagnostics> = files
        .par_chunks(READ_TOGETHER)
        .map(|files| {
            let mut found = Diagnostics::default();
            files.iter().for_each(|(id, source)| look.at(*id, source, &mut found));
            found
        })
        .collect();
    parts.into_iter().for_each(|part| found.append(part));
}

struct Look {
    known: Known,
    // Files about facilities for children: what is a warning elsewhere harms here.
    children: BTreeSet<SourceId>,
}

impl Look {
    fn at(&self, id: SourceId, source: &Source, found: &mut Diagnostics) {
        let ending = source.name().rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        if source.path.starts_with(CONTENT) {
            match ending.as_str() {
                "md" | "yaml" => self.text(id, source, found),
                "jpg" | "jpeg" | "png" | "webp" | "gif" => self.picture(id, source, found),
                _ => {}
            }
        } else if source.path.starts_with(THEMES) {
            let medium = match ending.as_str() {
                "html" | "js" | "svg" | "yaml" => Medium::Template,
                "css" => Medium::Style,
                _ => return,
            };
            if let Ok(text) = source.text() {
                hijack(id, &Scanned::new(text), medium, found);
            }
        }
    }

    fn text(&self, id: SourceId, source: &Source, found: &mut Diagnostics) {
        let Ok(text) = source.text() else { return };
        let scanned = Scanned::new(text);
        for finding in scanned.privacy(&self.known) {
            let at = Some(Span { file: id, bytes: finding.bytes });
            let diagnostic = Diagnostic::new(Problem::Scanned { what: finding.what, shown: finding.shown }, at);
            found.add(if self.children.contains(&id) { diagnostic.as_error() } else { diagnostic });
        }
        hijack(id, &scanned, Medium::Content, found);
        if source.path.ends_with(".md") {
            old_terms(id, text, found);
        }
    }

    fn picture(&self, id: SourceId, source: &Source, found: &mut Diagnostics) {
        let traces = scan::picture(&source.bytes);
        if traces.is_empty() {
            return;
        }
        let diagnostic = Diagnostic::new(Problem::PictureTraces { traces }, Some(Span { file: id, bytes: 0..0 }));
        found.add(if self.children.contains(&id) { diagnostic.as_error() } else { diagnostic });
    }
}

fn hijack(id: SourceId, scanned: &Scanned<'_>, medium: Medium, found: &mut Diagnostics) {
    for finding in scanned.hijack(medium) {
        let problem = Problem::Scanned { what: finding.what, shown: finding.shown };
        found.push(problem, Some(Span { file: id, bytes: finding.bytes }));
    }
}

/// Terms of before UU 22/2022 with those of the law, and whether one may always stand for the other.
const TERMS: [(&str, &str, bool); 5] = [
    ("klas", "Kelas", true),
    ("andikpas", "Anak Binaan", true),
    ("sipir", "petugas Pemasyarakatan", false),
    ("wbp", "Warga Binaan", false),
    ("napi", "narapidana", false),
];

static OLD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:klas(?: [IV]+[AB]?\b)|andikpas|sipir|wbp|napi)\b").expect("a fixed pattern")
});

// In what people wrote themselves; what somebody said stays as it was said.
fn old_terms(id: SourceId, text: &str, found: &mut Diagnostics) {
    let body = front_matter::split(text).map_or(0, |parts| parts.body_offset);
    for old in OLD.find_iter(&text[body..]) {
        let word = old.as_str().split(' ').next().unwrap_or_default();
        let Some((_, term, is_certain)) = TERMS.iter().find(|(old, ..)| word.eq_ignore_ascii_case(old)) else {
            continue;
        };
        let bytes = body + old.start()..body + old.start() + word.len();
        if is_quoted(text, bytes.start) {
            continue;
        }
        let mend = is_certain.then(|| Edit { bytes: bytes.clone(), text: (*term).to_owned() });
        let problem = Problem::OldTerm { found: word.to_owned(), term };
        found.add(Diagnostic::new(problem, Some(Span { file: id, bytes })).mended_by(mend));
    }
}

// As far back as somebody's words reach; a text may be one line of a mebibyte.
const SPEECH: usize = 2_000;

fn is_quoted(text: &str, at: usize) -> bool {
    let from = (at.saturating_sub(SPEECH)..=at).find(|from| text.is_char_boundary(*from)).unwrap_or(at);
    let line = text[from..at].rsplit('\n').next().unwrap_or_default();
    line.matches('"').count() % 2 == 1 || line.matches('“').count() > line.matches('”').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_said_is_not_corrected() {
        let text = "Ia berkata, \"napi itu\" dan “sipir itu”. Napi";
        let old: Vec<_> =
            OLD.find_iter(text).filter(|old| !is_quoted(text, old.start())).map(|old| old.as_str()).collect();
        assert_eq!(old, ["Napi"]);
        assert!(!OLD.is_match("klasik, napiah, kelas IIA, Klas"));
        assert!(OLD.is_match("Lapas Klas IIA"));
    }
}
