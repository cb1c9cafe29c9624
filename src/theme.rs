//! A theme's files → compiled templates, one style sheet, words and static files. A site's own theme comes before the
//! built-in one, file by file.

use std::collections::BTreeMap;

use tera::{ErrorKind, Tera};

use crate::builtin::THEME_ROOT;
use crate::config;
use crate::diag::{Diagnostics, Problem, Span};
use crate::lang::Lang;
use crate::parse::{tree, yaml};
use crate::sources::{SourceId, Sources};

/// Words of the interface, by key.
pub type Words = BTreeMap<String, String>;

/// A theme, ready to render.
pub struct Theme {
    /// The compiled templates, with the words of the site's language as `t`.
    pub templates: Tera,
    // The file of each template, by the name it is known to others by.
    sheets: BTreeMap<String, SourceId>,
    /// The style sheet.
    pub style: File,
    /// Files copied as they are, by their name below `static/`.
    pub statics: BTreeMap<String, File>,
}

/// A file of a theme under a name that changes with its content, so that an old page never meets a new file.
pub struct File {
    /// Its name with a hash: `gaya.1f3a….css`.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl Theme {
    /// Turns the template engine's report into a problem at its place in the template; `page` is the page it happened on.
    pub fn fault(&self, error: &tera::Error, page: Option<&str>) -> (Problem, Option<Span>) {
        fault(error, page, &self.sheets)
    }
}

/// The folder of the site in which theme files are published.
pub const FOLDER: &str = "tema";

/// Compiles the theme `name`.
pub fn compile(sources: &Sources, name: &str, lang: Lang, found: &mut Diagnostics) -> Theme {
    let files = overlay(sources, name, found);
    let sheets = sheets(&files);
    let statics = statics(&files, sources);
    Theme {
        templates: templates(&sheets, &words(&files, sources, lang, found), sources, found),
        sheets,
        style: style(&files, &statics, sources),
        statics,
    }
}

// Path inside the theme → the file that wins.
fn overlay(sources: &Sources, name: &str, found: &mut Diagnostics) -> BTreeMap<String, SourceId> {
    let own = format!("themes/{name}");
    let mut files = BTreeMap::new();
    for folder in [THEME_ROOT, &own] {
        for (id, source) in sources.under(folder) {
            files.insert(source.path[folder.len() + 1..].to_owned(), id);
        }
    }
    if name != "terang" && sources.under(&own).next().is_none() {
        found.push(Problem::NoSuchTheme { name: name.to_owned(), known: known(sources) }, chosen(sources));
    }
    files
}

// Where the settings name the theme.
fn chosen(sources: &Sources) -> Option<Span> {
    let file = sources.find(config::PATH)?;
    let tree = tree::parse(sources.get(file).text().ok()?).ok()??;
    Some(Span { file, bytes: tree.find(&["tema".into()]).bytes.clone() })
}

fn known(sources: &Sources) -> Vec<String> {
    let own = sources.under("themes").filter_map(|(_, source)| source.path.split('/').nth(1));
    let mut names: Vec<String> = own.chain(["terang"]).map(str::to_owned).collect();
    names.sort();
    names.dedup();
    names
}

fn text<'a>(sources: &'a Sources, id: SourceId, found: &mut Diagnostics) -> &'a str {
    sources.get(id).text().unwrap_or_else(|offset| {
        found.push(Problem::NotUtf8 { meant: None }, Some(Span { file: id, bytes: offset..offset }));
        ""
    })
}

fn sheets(files: &BTreeMap<String, SourceId>) -> BTreeMap<String, SourceId> {
    let name =
        |path: &str| path.strip_prefix("templates/").or_else(|| path.strip_prefix("components/")).map(str::to_owned);
    files.iter().filter_map(|(path, id)| Some((name(path)?, *id))).collect()
}

fn templates(sheets: &BTreeMap<String, SourceId>, words: &Words, sources: &Sources, found: &mut Diagnostics) -> Tera {
    let mut tera = Tera::new();
    let texts: Vec<(&str, &str)> = sheets.iter().map(|(name, id)| (name.as_str(), text(sources, *id, found))).collect();
    if let Err(error) = tera.add_raw_templates(texts) {
        let (problem, at) = fault(&error, None, sheets);
        found.push(problem, at);
    }
    tera.global_context().insert("t", words);
    tera
}

fn fault(error: &tera::Error, page: Option<&str>, sheets: &BTreeMap<String, SourceId>) -> (Problem, Option<Span>) {
    let page = page.map(str::to_owned);
    let (ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report)) = error.kind() else {
        return (Problem::Template { report: error.to_string(), page }, None);
    };
    let at = sheets.get(report.filename()).map(|file| Span { file: *file, bytes: report.span().range.clone() });
    let report = if at.is_some() { report.message().to_owned() } else { error.to_string() };
    (Problem::Template { report, page }, at)
}

fn words(files: &BTreeMap<String, SourceId>, sources: &Sources, lang: Lang, found: &mut Diagnostics) -> Words {
    let Some(id) = files.get(&format!("i18n/{}.yaml", lang.tag())) else { return Words::new() };
    let text = text(sources, *id, found);
    yaml::read(text).unwrap_or_else(|problems| {
        for flaw in problems {
            found.add(flaw.report(*id, 0));
        }
        Words::new()
    })
}

// The parts in order of their names; each wraps itself in its layer.
fn style(files: &BTreeMap<String, SourceId>, statics: &BTreeMap<String, File>, sources: &Sources) -> File {
    let mut css = String::from("@layer tokens, base, layout, components, utilities, print;\n");
    for (path, id) in files {
        if path.starts_with("css/") && path.ends_with(".css") {
            css.push_str(sources.get(*id).text().unwrap_or_default());
        }
    }
    hashed("gaya.css", with_addresses(css, statics).into_bytes())
}

// `url("static/x")` leads to a file under its name with a hash, which stands beside the style sheet.
fn with_addresses(css: String, statics: &BTreeMap<String, File>) -> String {
    statics.iter().fold(css, |css, (name, file)| {
        css.replace(&format!("url(\"static/{name}\")"), &format!("url(\"{}\")", file.name))
    })
}

fn statics(files: &BTreeMap<String, SourceId>, sources: &Sources) -> BTreeMap<String, File> {
    let own = files.iter().filter_map(|(path, id)| Some((path.strip_prefix("static/")?, id)));
    own.map(|(name, id)| (name.to_owned(), hashed(name, sources.get(*id).bytes.to_vec()))).collect()
}

fn hashed(name: &str, bytes: Vec<u8>) -> File {
    let hash = blake3::hash(&bytes).to_hex();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "bin"));
    File { name: format!("{stem}.{}.{ending}", &hash[..12]), bytes }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_sheet_finds_static_files_under_their_hashed_names() {
        let file = hashed("a.svg", b"<svg/>".to_vec());
        let name = file.name.clone();
        let statics = BTreeMap::from([("a.svg".to_owned(), file)]);
        let css = with_addresses("x{b:url(\"static/a.svg\") url(\"static/ada.svg\")}".to_owned(), &statics);
        assert_ne!(name, "a.svg");
        assert_eq!(css, format!("x{{b:url(\"{name}\") url(\"static/ada.svg\")}}"));
    }
}
