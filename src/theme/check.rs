//! `theme check`: every example is rendered; classes, files and words of the theme are held against each other. A theme answers
//! for its own files only, not for those that it takes over.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use regex::Regex;

use super::Theme;
use super::examples::{self, Examples};
use crate::builtin;
use crate::diag::flaw::ThemeFlaw;
use crate::diag::{Diagnostics, Problem, Span};
use crate::sources::{SourceId, Sources};
use crate::text;

/// Looks through the theme `name` as it was compiled.
pub fn all(theme: &Theme, name: &str, sources: &Sources, found: &mut Diagnostics) {
    let (examples, unread) = examples::all(theme, sources);
    let render = |examples: &Examples| {
        let each = examples.each.iter().map(|example| example.render(&examples.component, theme)).collect();
        (examples.file, each)
    };
    let rendered = examples.iter().map(render).collect();
    let mut look = Look { theme, name, sources, rendered, found };
    look.classes();
    look.files();
    look.words();
    look.examples(unread);
}

// Templates write other names only for what they compute, so a piece of one stands for any.
const HOLE: char = '\u{1}';

static TAG: LazyLock<Regex> = LazyLock::new(|| regex(r"(?s)\{%.*?%\}|\{#.*?#\}"));
static PRINTED: LazyLock<Regex> = LazyLock::new(|| regex(r"(?s)\{\{.*?\}\}"));
static CLASS: LazyLock<Regex> = LazyLock::new(|| regex(r#"\bclass="([^"]*)""#));
static NOT_SELECTOR: LazyLock<Regex> = LazyLock::new(|| regex(r#"(?s)/\*.*?\*/|"[^"]*"|'[^']*'|url\([^)]*\)"#));
static SELECTOR: LazyLock<Regex> = LazyLock::new(|| regex(r"\.(-?[A-Za-z_][\w-]*)"));
static ADDRESS: LazyLock<Regex> = LazyLock::new(|| regex(r#"url\("static/([^"]+)"\)"#));
static FILE: LazyLock<Regex> = LazyLock::new(|| regex(r#"\bfiles\["([^"]+)"\]"#));
static WORD: LazyLock<Regex> = LazyLock::new(|| regex(r"\bt\.([a-z_0-9]+)"));
static CALL: LazyLock<Regex> = LazyLock::new(|| regex(r"<([a-z_]+(?:\.[a-z_]+)+)[\s/>]"));
static TEMPLATE: LazyLock<Regex> = LazyLock::new(|| regex(r#"\{%-?\s*(?:extends|include)\s+"([^"]+)""#));
static ID: LazyLock<Regex> = LazyLock::new(|| regex(r#"\sid="([^"]+)""#));

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("it is written here and run by every test of this file")
}

struct Look<'a> {
    theme: &'a Theme,
    name: &'a str,
    sources: &'a Sources,
    // What came of the examples of each file.
    rendered: Vec<(SourceId, Vec<Result<String, tera::Error>>)>,
    found: &'a mut Diagnostics,
}

impl<'a> Look<'a> {
    // The files of one kind, whoever they belong to.
    fn every(&self, wanted: impl Fn(&str) -> bool) -> Vec<(&'a str, SourceId, &'a str)> {
        let text = |id: SourceId| self.sources.get(id).text().unwrap_or_default();
        self.theme
            .files
            .iter()
            .filter(|(path, _)| wanted(path))
            .map(|(path, id)| (path.as_str(), *id, text(*id)))
            .collect()
    }

    fn is_own(&self, file: SourceId) -> bool {
        let path = &self.sources.get(file).path;
        let below = |root: &str| path.strip_prefix(root).is_some_and(|rest| rest.starts_with('/'));
        below(&format!("themes/{}", self.name)) || below(&format!("{}/{}", builtin::THEMES, self.name))
    }

    fn tell(&mut self, flaw: ThemeFlaw, file: SourceId, at: usize, length: usize) {
        if self.is_own(file) {
            self.found.push(Problem::Theme(flaw), Some(Span { file, bytes: at..at + length }));
        }
    }

    fn classes(&mut self) {
        let styles = self.every(is_style);
        let templates = self.every(is_template);
        let known: BTreeSet<String> =
            styles.iter().flat_map(|(_, _, css)| selectors(css)).map(|(class, _)| class).collect();
        let written: Vec<(SourceId, &str, String)> = templates
            .iter()
            .flat_map(|(_, id, html)| carried(html).into_iter().map(|class| (*id, *html, class)))
            .collect();
        for (file, html, class) in &written {
            let fits = match class.split_once(HOLE) {
                None => known.contains(class),
                Some((start, _)) => known.iter().any(|class| class.starts_with(start)),
            };
            if !fits {
                let class = class.split(HOLE).next().unwrap_or_default().to_owned();
                let near = text::nearest(&class, known.iter().map(String::as_str)).map(str::to_owned);
                let at = html.find(&class).unwrap_or_default();
                let length = class.len();
                self.tell(ThemeFlaw::UnknownClass { class, near }, *file, at, length);
            }
        }
        let mut used: BTreeSet<String> = written.into_iter().map(|(_, _, class)| class).collect();
        used.extend(self.made_by_program());
        used.extend(self.rendered.iter().flat_map(|(_, each)| each).flatten().flat_map(|html| carried(html)));
        let scripts: String = self.every(|path| path.ends_with(".js")).iter().map(|(_, _, text)| *text).collect();
        let starts: Vec<&str> = used.iter().filter_map(|class| Some(class.split_once(HOLE)?.0)).collect();
        for (_, file, css) in styles {
            let mut told = BTreeSet::new();
            for (class, at) in selectors(css) {
                let is_used = used.contains(&class)
                    || starts.iter().any(|start| class.starts_with(start))
                    || scripts.contains(&class);
                if !is_used && told.insert(class.clone()) {
                    let length = class.len() + 1;
                    self.tell(ThemeFlaw::UnusedClass { class }, file, at, length);
                }
            }
        }
    }

    // Classes that no template writes: those of drawings, and of texts in Markdown.
    fn made_by_program(&self) -> Vec<String> {
        let file = self.theme.files.get("classes.yaml").map(|id| self.sources.get(*id).text().unwrap_or_default());
        file.and_then(|text| serde_yaml::from_str(text).ok()).unwrap_or_default()
    }

    fn files(&mut self) {
        let templates = self.every(is_template);
        let styles = self.every(is_style);
        let mut named = BTreeSet::new();
        let asked = styles.iter().flat_map(|(_, id, css)| ADDRESS.captures_iter(css).map(|found| (*id, found)));
        let asked =
            asked.chain(templates.iter().flat_map(|(_, id, html)| FILE.captures_iter(html).map(|found| (*id, found))));
        let asked: Vec<(SourceId, String, usize)> =
            asked.filter_map(|(id, found)| Some((id, found[1].to_owned(), found.get(1)?.start()))).collect();
        for (file, name, at) in asked {
            // Only a site's own settings bring a logo.
            if !self.theme.statics.contains_key(&name) {
                let near = text::nearest(&name, self.theme.statics.keys().map(String::as_str)).map(str::to_owned);
                let length = name.len();
                self.tell(ThemeFlaw::UnknownFile { name: name.clone(), near }, file, at, length);
            }
            named.insert(format!("static/{name}"));
        }
        for (path, _, html) in &templates {
            let without_own: Vec<String> = CALL.captures_iter(html).map(|call| call[1].to_owned()).collect();
            let own = examples::component(path, ".html");
            let called = without_own.into_iter().filter(|name| Some(name) != own.as_ref());
            named.extend(called.map(|name| format!("components/{}.html", name.replace('.', "/"))));
            named.extend(
                TEMPLATE
                    .captures_iter(html)
                    .flat_map(|found| [format!("templates/{}", &found[1]), found[1].to_owned()]),
            );
        }
        for (path, id) in &self.theme.files {
            if !self.is_used(path, &named) {
                self.tell(ThemeFlaw::UnusedFile, *id, 0, 0);
            }
        }
    }

    fn is_used(&self, path: &str, named: &BTreeSet<String>) -> bool {
        let replaces = || self.sources.find(&format!("{}/{path}", builtin::THEME_ROOT)).is_some();
        let (folder, rest) = path.split_once('/').unwrap_or(("", path));
        match folder {
            "" => ["README.md", "theme.yaml", "classes.yaml"].contains(&rest),
            "css" => is_style(path),
            "i18n" => ["id.yaml", "en.yaml"].contains(&rest),
            "components" if path.ends_with(".yaml") => self.theme.files.contains_key(&path.replace(".yaml", ".html")),
            "components" | "static" => named.contains(path),
            // The program names templates; what it names stands in the built-in theme.
            "templates" | "slots" => named.contains(path) || replaces(),
            _ => false,
        }
    }

    fn words(&mut self) {
        let templates = self.every(is_template);
        let used: BTreeMap<String, (SourceId, usize)> = templates
            .iter()
            .flat_map(|(_, id, html)| {
                WORD.captures_iter(html).filter_map(|found| Some((found[1].to_owned(), (*id, found.get(1)?.start()))))
            })
            .collect();
        for lang in ["id", "en"] {
            let path = format!("i18n/{lang}.yaml");
            let Some((_, file, yaml)) = self.every(|file| file == path).first().copied() else { continue };
            let keys: BTreeMap<String, serde_yaml::Value> = serde_yaml::from_str(yaml).unwrap_or_default();
            for (key, (file, at)) in used.iter().filter(|(key, _)| !keys.contains_key(*key)) {
                self.tell(ThemeFlaw::MissingWord { key: key.clone(), lang }, *file, *at, key.len());
            }
            for key in keys.keys().filter(|key| !used.contains_key(*key)) {
                let at = yaml.find(&format!("\n{key}:")).map_or(0, |at| at + 1);
                self.tell(ThemeFlaw::UnusedWord { key: key.clone() }, file, at, key.len());
            }
        }
    }

    fn examples(&mut self, unread: Vec<(SourceId, String)>) {
        for (path, file, _) in self.every(|path| path.starts_with("components/") && path.ends_with(".html")) {
            let beside = path.replace(".html", ".yaml");
            if let Some(component) = examples::component(path, ".html")
                && !self.theme.files.contains_key(&beside)
            {
                self.tell(ThemeFlaw::NoExample { component, file: beside }, file, 0, 0);
            }
        }
        for (file, report) in unread {
            self.tell(ThemeFlaw::Example { number: None, report }, file, 0, 0);
        }
        let mut ids: BTreeSet<String> = BTreeSet::new();
        for (file, each) in std::mem::take(&mut self.rendered) {
            for (at, html) in each.into_iter().enumerate() {
                match html {
                    Err(error) => {
                        let report = error.to_string();
                        self.tell(ThemeFlaw::Example { number: Some(at + 1), report }, file, 0, 0);
                    }
                    Ok(html) => {
                        let own: Vec<String> = ID.captures_iter(&html).map(|found| found[1].to_owned()).collect();
                        for id in own {
                            if !ids.insert(id.clone()) {
                                self.tell(ThemeFlaw::DoubleId { id }, file, 0, 0);
                            }
                        }
                    }
                }
            }
        }
    }
}

fn is_style(path: &str) -> bool {
    path.starts_with("css/") && path.ends_with(".css")
}

fn is_template(path: &str) -> bool {
    ["templates/", "components/", "slots/"].iter().any(|folder| path.starts_with(folder)) && path.ends_with(".html")
}

// The classes in the selectors of a style sheet, and where each stands.
fn selectors(css: &str) -> Vec<(String, usize)> {
    let bare = NOT_SELECTOR.replace_all(css, |found: &regex::Captures<'_>| " ".repeat(found[0].len()));
    SELECTOR.captures_iter(&bare).filter_map(|found| Some((found[1].to_owned(), found.get(0)?.start()))).collect()
}

// The classes that HTML or a template of it carries; what a template makes of a value is a hole.
fn carried(html: &str) -> BTreeSet<String> {
    let bare = TAG.replace_all(html, " ");
    let bare = PRINTED.replace_all(&bare, HOLE.to_string());
    let classes =
        CLASS.captures_iter(&bare).flat_map(|found| found[1].split_whitespace().map(str::to_owned).collect::<Vec<_>>());
    classes.filter(|class| !class.starts_with(HOLE)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_found_in_templates() {
        let html = "{# class=\"no\" #}<p class=\"a{% if x == \"late\" %} a--late{% endif %} b--{{ y }}\"><b class='c'></b>\
            <i class=\"{{ z }}\"></i>{{<ui.x class=\"arg\" />}}";
        let found: Vec<String> = carried(html).into_iter().collect();
        assert_eq!(found, ["a", "a--late", "b--\u{1}"]);
    }

    #[test]
    fn classes_are_found_in_style_sheets() {
        let css = "/* .no */ .a > .b--c:is(.d) { margin: .5em 0.5rem; background: url(\"x.svg\"); content: \".e\"; }\n@media { .a {} }";
        let found: Vec<String> = selectors(css).into_iter().map(|(class, at)| format!("{class} {at}")).collect();
        assert_eq!(found[..3], ["a 10", "b--c 15", "d 24"]);
        assert_eq!(found.len(), 4);
        assert!(found[3].starts_with("a "));
    }
}
