//! The words between kinds and stages: what a check may look at and how it reports. Knows no kind by name.

use std::cell::OnceCell;
use std::ops::Range;

use crate::diag::{Diagnostic, Diagnostics, Edit, Problem, Span};
use crate::lang::{Label, Lang};
use crate::model::asset::Asset;
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::law_ref::LawRef;
use crate::model::scalar::{Doubt, Misread, Scalar};
use crate::model::table::Table;
use crate::parse::tree::{self, Node, Step};
use crate::parse::written::Written;
use crate::sources::{SourceId, Sources};
use crate::text;
use crate::url::OutPath;

/// Where a record comes from: its file, and the way down to it inside the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The file.
    pub file: SourceId,
    /// Where its YAML starts and ends in the text of the file.
    pub yaml: Range<usize>,
    /// From the top of the YAML to the record.
    pub steps: Vec<Step>,
}

impl Origin {
    /// Returns the folder of its file.
    pub fn folder<'s>(&self, sources: &'s Sources) -> &'s str {
        sources.get(self.file).folder()
    }

    /// Finds where the record stands in its file. It reads the file's tree anew, for the few who ask after checking.
    pub fn span(&self, sources: &Sources) -> Span {
        let text = sources.get(self.file).text().ok().and_then(|text| text.get(self.yaml.clone()));
        let tree = text.and_then(|text| tree::parse(text).ok().flatten());
        let bytes = tree.map_or(0..0, |tree| tree.find(&self.steps).bytes.clone());
        Span { file: self.file, bytes: self.yaml.start + bytes.start..self.yaml.start + bytes.end }
    }
}

/// The ids that content claims, readable or not: a reference to a broken file is not a second error.
#[derive(Debug, Default)]
pub struct Claims {
    claimed: std::collections::BTreeSet<String>,
}

impl Claims {
    /// Claims an id for the kind published under `key`.
    pub fn claim(&mut self, key: &str, id: &str) {
        self.claimed.insert(format!("{key}:{id}"));
    }

    fn has(&self, key: &str, id: &str) -> bool {
        self.claimed.contains(&format!("{key}:{id}"))
    }
}

/// A check at work on one record: knows where it stands in the file, and reports there.
pub struct CheckCx<'a> {
    /// The date of the build in the site's zone.
    pub today: Date,
    sources: &'a Sources,
    claims: &'a Claims,
    origin: Origin,
    tree: OnceCell<Option<Node>>,
    translates: Option<Lang>,
    found: &'a mut Diagnostics,
}

impl<'a> CheckCx<'a> {
    /// Starts at a record.
    pub fn new(
        today: Date,
        sources: &'a Sources,
        claims: &'a Claims,
        origin: Origin,
        found: &'a mut Diagnostics,
    ) -> Self {
        Self { today, sources, claims, origin, tree: OnceCell::new(), translates: None, found }
    }

    /// Says that what is read is a translation into a language.
    #[must_use]
    pub fn translating(mut self, lang: Option<Lang>) -> Self {
        self.translates = lang;
        self
    }

    /// Returns the language into which what is read was translated, if it was.
    pub fn translates(&self) -> Option<Lang> {
        self.translates
    }

    /// Returns where the check stands, for a record that is made here.
    pub fn origin(&self) -> Origin {
        self.origin.clone()
    }

    /// Returns the files of the site.
    pub fn sources(&self) -> &'a Sources {
        self.sources
    }

    /// Steps into a key or an item, works there, and steps back.
    pub fn at<R>(&mut self, step: impl Into<Step>, work: impl FnOnce(&mut Self) -> R) -> R {
        self.origin.steps.push(step.into());
        let result = work(self);
        self.origin.steps.pop();
        result
    }

    /// Reports a problem of the value where the check stands.
    pub fn report(&mut self, problem: Problem) {
        let bytes = self.place();
        self.report_bytes(problem, bytes);
    }

    /// Reports a problem of the value at `key`.
    pub fn report_at(&mut self, key: &'static str, problem: Problem) {
        self.at(key, |cx| cx.report(problem));
    }

    /// Reports a problem of another record of the same file.
    pub fn report_there(&mut self, problem: Problem, there: &Origin) {
        let at = there.span(self.sources);
        self.found.push(problem, Some(at));
    }

    /// Reports a problem of the value where the check stands, which becomes right when `text` stands in its place.
    pub fn report_mended(&mut self, problem: Problem, text: String) {
        let bytes = self.place();
        let at = Some(Span { file: self.origin.file, bytes: bytes.clone() });
        self.found.add(Diagnostic::new(problem, at).mended_by(Some(Edit { bytes, text })));
    }

    /// Reports a problem of a stretch of the file's text.
    pub fn report_bytes(&mut self, problem: Problem, bytes: Range<usize>) {
        self.found.push(problem, Some(Span { file: self.origin.file, bytes }));
    }

    /// Reports by the rule `code` that the law asks for `what` and it is not there.
    pub fn gap(&mut self, code: &'static str, what: Label, law: LawRef) {
        self.report(Problem::Gap { code, what, law });
    }

    /// Reads an optional scalar at `key`.
    pub fn get<T: Scalar>(&mut self, key: &'static str, written: Option<Written<T>>) -> Option<T> {
        let written = written?;
        self.at(key, |cx| cx.here(&written))
    }

    /// Reads a scalar at `key` that must be there.
    pub fn need<T: Scalar>(&mut self, key: &'static str, written: Option<Written<T>>) -> Option<T> {
        if written.is_none() {
            self.report(Problem::MissingKey { key });
        }
        self.get(key, written)
    }

    /// Reads a list of scalars at `key`, leaving out those that cannot be read.
    pub fn all<T: Scalar>(&mut self, key: &'static str, written: Vec<Written<T>>) -> Vec<T> {
        self.each(key, written, |cx, item| cx.here(&item))
    }

    /// Works through a list at `key`, leaving out what yields nothing.
    pub fn each<R, T>(
        &mut self,
        key: &'static str,
        raw: Vec<R>,
        mut work: impl FnMut(&mut Self, R) -> Option<T>,
    ) -> Vec<T> {
        self.at(key, |cx| raw.into_iter().enumerate().filter_map(|(at, item)| cx.at(at, |cx| work(cx, item))).collect())
    }

    /// Reads the scalar where the check stands.
    pub fn here<T: Scalar>(&mut self, written: &Written<T>) -> Option<T> {
        let text = written.text();
        match written.read() {
            Ok(value) => {
                self.doubt(T::doubt(text));
                Some(value)
            }
            Err(want) => {
                let found = text.to_owned();
                let guesses = T::guesses(text, self.today);
                match T::meant(text) {
                    Some(meant) => self.report_mended(Problem::Misread { found, want }, meant),
                    None if !guesses.is_empty() => self.report(Problem::YearMissing { found, guesses }),
                    None => self.report(Problem::Misread { found, want }),
                }
                None
            }
        }
    }

    fn doubt(&mut self, doubt: Option<Doubt>) {
        match doubt {
            Some(Doubt::Weekday { written, actual }) => self.report(Problem::WeekdayMismatch { written, actual }),
            Some(Doubt::DayFirst { read }) => {
                self.report_mended(Problem::DayFirst { read }, read.to_string());
            }
            None => {}
        }
    }

    /// Reads a text where the check stands, from a form that allows more than a scalar.
    pub fn text_here(&mut self, text: &str) -> Option<String> {
        match crate::model::scalar::Text::read(text) {
            Ok(text) => Some(text.into()),
            Err(want) => {
                self.report(Problem::Misread { found: text.to_owned(), want });
                None
            }
        }
    }

    /// Finds the file that a record names, beside the record's own file.
    pub fn file(&mut self, key: &'static str, written: Option<Written<crate::model::scalar::Text>>) -> Option<Asset> {
        let name = self.get(key, written)?;
        self.at(key, |cx| cx.file_here(name.as_str()))
    }

    fn file_here(&mut self, name: &str) -> Option<Asset> {
        match self.find_file(name) {
            Ok(asset) => Some(asset),
            Err(problem) => {
                self.report(problem);
                None
            }
        }
    }

    /// Finds a file beside the record's own file.
    ///
    /// # Errors
    /// The problem to report when there is none, or the path leaves the content folder.
    pub fn find_file(&self, name: &str) -> Result<Asset, Problem> {
        let folder = self.sources.get(self.origin.file).folder();
        if OutPath::new(name).is_none() {
            return Err(Problem::PathEscapes { path: name.to_owned() });
        }
        let path = format!("{folder}/{name}");
        if let Some(source) = self.sources.find(&path) {
            let name = path.rsplit('/').next().unwrap_or(&path).to_owned();
            return Ok(Asset { source, name });
        }
        let there: Vec<&str> = self.sources.under(folder).map(|(_, source)| &source.path[folder.len() + 1..]).collect();
        let near = text::nearest(name, there).map(str::to_owned);
        Err(Problem::AssetMissing { name: name.to_owned(), near })
    }

    /// Checks that a record with this id exists; says what was probably meant if not.
    pub fn resolve<'t, T>(&mut self, table: &'t Table<T>, key: &str, kind: Label, id: &Id<T>) -> Option<&'t T> {
        let found = table.get(id);
        if found.is_none() && !self.claims.has(key, id.as_str()) {
            let near = text::nearest(id.as_str(), table.ids().map(Id::as_str)).map(str::to_owned);
            self.report(Problem::Dangling { kind, id: id.as_str().to_owned(), near });
        }
        found
    }

    /// Returns whether content claims an id of the kind published under `key`, readable or not.
    pub fn is_claimed(&self, key: &str, id: &str) -> bool {
        self.claims.has(key, id)
    }

    /// Reports a start and an end in the wrong order.
    pub fn in_order<T: PartialOrd>(&mut self, end_key: &'static str, start: Option<T>, end: Option<T>) {
        if let (Some(start), Some(end)) = (start, end)
            && end < start
        {
            self.report_at(end_key, Problem::EndsBeforeStart);
        }
    }

    fn place(&self) -> Range<usize> {
        let from = self.origin.yaml.start;
        let tree = self.tree.get_or_init(|| {
            let text = self.sources.get(self.origin.file).text().ok()?;
            tree::parse(text.get(self.origin.yaml.clone())?).ok().flatten()
        });
        let bytes = tree.as_ref().map_or(0..0, |tree| tree.find(&self.origin.steps).bytes.clone());
        from + bytes.start..from + bytes.end
    }
}

/// Reads a whole id where ids are expected to have `parts` parts.
pub fn has_parts<T: ?Sized>(id: &Id<T>, parts: usize) -> Result<(), Misread> {
    if id.parts().count() == parts { Ok(()) } else { Err(Misread::Id) }
}
