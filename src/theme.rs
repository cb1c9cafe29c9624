//! A theme's files → compiled templates, one style sheet, words and static files. A site's own theme comes before the built-in
//! one of its name, and that before `terang`, file by file; what a site's settings say of looks comes last.

pub mod check;
pub mod examples;
pub mod paint;
pub mod pattern;

use std::collections::BTreeMap;

use serde::Deserialize;
use tera::{ErrorKind, Tera};

use crate::builtin::{THEME_ROOT, THEMES};
use crate::config::look::Look;
use crate::config::{self, Config};
use crate::diag::{Diagnostics, Problem, Span};
use crate::lang::Lang;
use crate::model::colour::Colour;
use crate::parse::{tree, yaml};
use crate::scan::emblem::Size;
use crate::sources::{SourceId, Sources};
use paint::Grounds;

/// Words of the interface, by key.
pub type Words = BTreeMap<String, String>;

/// A theme, ready to render.
pub struct Theme {
    /// The compiled templates, with the words of the site's language as `t`.
    pub templates: Tera,
    // The same with the words of each further language.
    others: Vec<(Lang, Tera)>,
    // The file of each template, by the name it is known to others by.
    sheets: BTreeMap<String, SourceId>,
    /// The style sheet.
    pub style: File,
    /// Files copied as they are, by their name below `static/`.
    pub statics: BTreeMap<String, File>,
    /// The site's logo: its name among the static files, and its size.
    pub logo: Option<(String, Size)>,
    // Path inside the theme → the file that wins.
    files: BTreeMap<String, SourceId>,
    words: Words,
}

/// A file of a theme under a name that changes with its content, so that an old page never meets a new file.
pub struct File {
    /// Its name with a hash: `gaya.1f3a….css`.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl Theme {
    /// Returns the templates with the words of a language.
    pub fn templates_in(&self, lang: Lang) -> &Tera {
        self.others.iter().find(|(other, _)| *other == lang).map_or(&self.templates, |(_, templates)| templates)
    }

    /// Turns the template engine's report into a problem at its place in the template; `page` is the page it happened on.
    pub fn fault(&self, error: &tera::Error, page: Option<&str>) -> (Problem, Option<Span>) {
        fault(error, page, &self.sheets)
    }
}

/// The folder of the site in which theme files are published.
pub const FOLDER: &str = "tema";

/// Compiles the theme that a site names.
pub fn compile(sources: &Sources, config: &Config, found: &mut Diagnostics) -> Theme {
    let files = overlay(sources, &config.theme, found);
    let sheets = sheets(&files);
    let words = words(&files, sources, config.lang, found);
    let css = joined(&files, sources);
    let grounds = Grounds::of(&css);
    for (key, problem) in grounds.faults(config.look.colours) {
        found.push(problem, setting(sources, &["warna", key]));
    }
    let statics = statics(&files, sources, &grounds, &config.look);
    let css = with_addresses(css + &grounds.css(config.look.colours), &statics);
    let templates = templates(&sheets, &words, sources, found);
    let in_lang = |lang: Lang, found: &mut Diagnostics| {
        let mut templates = templates.clone();
        templates.global_context().insert("t", &self::words(&files, sources, lang, found));
        (lang, templates)
    };
    Theme {
        others: config.other_langs.iter().map(|lang| in_lang(*lang, found)).collect(),
        templates,
        sheets,
        style: hashed("gaya.css", css.into_bytes()),
        statics,
        logo: config.look.logo.as_ref().map(|logo| (logo_name(&logo.ending), logo.size)),
        files,
        words,
    }
}

/// What a theme says of itself in `theme.yaml`.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct RawTheme {
    // Folders of `terang` that it does not take over.
    #[serde(default)]
    without: Vec<String>,
}

// Path inside the theme → the file that wins.
fn overlay(sources: &Sources, name: &str, found: &mut Diagnostics) -> BTreeMap<String, SourceId> {
    let (built_in, own) = (format!("{THEMES}/{name}"), format!("themes/{name}"));
    if [&built_in, &own].iter().all(|folder| sources.under(folder).next().is_none()) {
        found.push(Problem::NoSuchTheme { name: name.to_owned(), known: known(sources) }, setting(sources, &["tema"]));
    }
    let mut files = BTreeMap::new();
    let mut lay = |folder: &str, wanted: &dyn Fn(&str) -> bool| {
        for (id, source) in sources.under(folder) {
            let path = &source.path[folder.len() + 1..];
            if wanted(path) {
                files.insert(path.to_owned(), id);
            }
        }
    };
    let without = without(sources, [&own, &built_in], found);
    lay(THEME_ROOT, &|path| !without.iter().any(|folder| path.split_once('/').is_some_and(|(top, _)| top == folder)));
    lay(&built_in, &|_| true);
    lay(&own, &|_| true);
    files
}

// The first of the folders that has such a file says it.
fn without(sources: &Sources, folders: [&String; 2], found: &mut Diagnostics) -> Vec<String> {
    let Some(file) = folders.iter().find_map(|folder| sources.find(&format!("{folder}/theme.yaml"))) else {
        return Vec::new();
    };
    let read: Result<RawTheme, _> = serde_yaml::from_str(text(sources, file, found));
    match read {
        Ok(RawTheme { without }) => without,
        Err(error) => {
            let problem = Problem::Template { report: error.to_string(), page: None };
            found.push(problem, Some(Span { file, bytes: 0..0 }));
            Vec::new()
        }
    }
}

// Where the settings say something.
fn setting(sources: &Sources, keys: &[&'static str]) -> Option<Span> {
    let file = sources.find(config::PATH)?;
    let tree = tree::parse(sources.get(file).text().ok()?).ok()??;
    let steps: Vec<tree::Step> = keys.iter().map(|key| (*key).into()).collect();
    Some(Span { file, bytes: tree.find(&steps).bytes.clone() })
}

fn known(sources: &Sources) -> Vec<String> {
    let below = |root: &'static str| {
        sources.under(root).filter_map(move |(_, source)| source.path[root.len() + 1..].split('/').next())
    };
    let mut names: Vec<String> = below("themes").chain(below(THEMES)).chain(["terang"]).map(str::to_owned).collect();
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
    // A slot keeps its folder: `slots/head-end.html`.
    let name = |path: &str| {
        let bare = path.strip_prefix("templates/").or_else(|| path.strip_prefix("components/"));
        bare.or(Some(path).filter(|path| path.starts_with("slots/")))
            .filter(|_| path.ends_with(".html"))
            .map(str::to_owned)
    };
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
fn joined(files: &BTreeMap<String, SourceId>, sources: &Sources) -> String {
    let mut css = String::from("@layer tokens, base, layout, components, utilities, print;\n");
    for (path, id) in files {
        if path.starts_with("css/") && path.ends_with(".css") {
            css.push_str(sources.get(*id).text().unwrap_or_default());
        }
    }
    css
}

// `url("static/x")` leads to a file under its name with a hash, which stands beside the style sheet.
fn with_addresses(css: String, statics: &BTreeMap<String, File>) -> String {
    statics.iter().fold(css, |css, (name, file)| {
        css.replace(&format!("url(\"static/{name}\")"), &format!("url(\"{}\")", file.name))
    })
}

// The theme's own drawings take on the site's colours; a site's own pictures stay as they are.
fn statics(
    files: &BTreeMap<String, SourceId>,
    sources: &Sources,
    grounds: &Grounds,
    look: &Look,
) -> BTreeMap<String, File> {
    let bytes = |id: SourceId| sources.get(id).bytes.to_vec();
    let own = files.iter().filter_map(|(path, id)| Some((path.strip_prefix("static/")?.to_owned(), *id)));
    let mut all: BTreeMap<String, Vec<u8>> = own
        .map(|(name, id)| {
            let painted =
                name.ends_with(".svg").then(|| repainted(sources.get(id).text().ok()?, grounds, look)).flatten();
            (name, painted.unwrap_or_else(|| bytes(id)))
        })
        .collect();
    if let Some(band) = &look.band {
        all.insert(BAND.to_owned(), bytes(band.source));
    }
    if let Some(logo) = &look.logo {
        all.insert(logo_name(&logo.ending), bytes(logo.source));
    }
    all.into_iter().map(|(name, bytes)| (name.clone(), hashed(&name, bytes))).collect()
}

// The ornament at the top of every page.
const BAND: &str = "band.svg";

fn logo_name(ending: &str) -> String {
    format!("logo.{ending}")
}

fn repainted(svg: &str, grounds: &Grounds, look: &Look) -> Option<Vec<u8>> {
    let change = |from: Option<Colour>, to: Option<Colour>| Some((from?.to_string(), to?.to_string()));
    let changes = [change(grounds.ink, look.colours.ink), change(grounds.accent, look.colours.accent)];
    let mut changes = changes.into_iter().flatten().peekable();
    changes.peek()?;
    Some(changes.fold(svg.to_owned(), |svg, (from, to)| svg.replace(&from, &to)).into_bytes())
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
