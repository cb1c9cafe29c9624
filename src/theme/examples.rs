//! The examples of components: `components/ui/tag.yaml` beside `components/ui/tag.html`. They are what the pattern page shows
//! and what `theme check` renders.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;
use tera::Context;

use super::Theme;
use crate::lang::Lang;
use crate::sources::{SourceId, Sources};

/// The examples of one component.
#[derive(Debug)]
pub struct Examples {
    /// The component, as templates call it: `ui.tag`.
    pub component: String,
    /// Their file.
    pub file: SourceId,
    /// When the component is used.
    pub about: Words,
    /// Each of them.
    pub each: Vec<Example>,
}

/// One example.
#[derive(Debug)]
pub struct Example {
    /// What it shows.
    pub name: Words,
    // What stands around it where it cannot stand alone, before and after.
    around: (String, String),
    with: BTreeMap<String, Value>,
}

/// A text of a theme in both languages.
#[derive(Debug)]
pub struct Words {
    id: String,
    en: String,
}

impl Words {
    /// Returns the text of a language.
    pub fn of(&self, lang: Lang) -> &str {
        lang.pick(&self.id, &self.en)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawExamples {
    #[serde(rename = "use")]
    about: RawWords,
    examples: Vec<RawExample>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawExample {
    name: RawWords,
    #[serde(default)]
    around: Option<String>,
    #[serde(default)]
    with: BTreeMap<String, Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWords {
    id: String,
    en: String,
}

/// Returns the name of the component that a file of a theme holds: `components/ui/tag.html` → `ui.tag`.
pub fn component(path: &str, ending: &str) -> Option<String> {
    Some(path.strip_prefix("components/")?.strip_suffix(ending)?.replace('/', "."))
}

/// Reads the examples of every component, in order of their names; of what cannot be read, the file and why.
pub fn all(theme: &Theme, sources: &Sources) -> (Vec<Examples>, Vec<(SourceId, String)>) {
    let (mut found, mut unread) = (Vec::new(), Vec::new());
    for (path, file) in &theme.files {
        if let Some(component) = component(path, ".yaml")
            && theme.files.contains_key(&path.replace(".yaml", ".html"))
        {
            match read(component, *file, sources) {
                Ok(examples) => found.push(examples),
                Err(report) => unread.push((*file, report)),
            }
        }
    }
    (found, unread)
}

fn read(component: String, file: SourceId, sources: &Sources) -> Result<Examples, String> {
    let text = sources.get(file).text().map_err(|at| format!("UTF-8, byte {at}"))?;
    let RawExamples { about, examples } = serde_yaml::from_str(text).map_err(|error| error.to_string())?;
    if examples.is_empty() {
        return Err("examples: []".to_owned());
    }
    let words = |RawWords { id, en }| Words { id, en };
    let example = |RawExample { name, around, with }| {
        let around = around.unwrap_or_else(|| PLACE.to_owned());
        let (before, after) = around.split_once(PLACE).ok_or_else(|| format!("around: {around} ({PLACE}?)"))?;
        Ok(Example { name: words(name), around: (before.to_owned(), after.to_owned()), with })
    };
    let each = examples.into_iter().map(example).collect::<Result<_, String>>()?;
    Ok(Examples { component, file, about: words(about), each })
}

// What stands for the example in `around`.
const PLACE: &str = "…";

impl Examples {
    /// Returns how a template calls the component.
    pub fn call(&self) -> String {
        let names = self.each.first().into_iter().flat_map(|example| example.with.keys());
        let arguments: String = names.map(|name| format!(" {name}={{{name}}}")).collect();
        format!("{{{{<{}{arguments} />}}}}", self.component)
    }
}

impl Example {
    /// Renders the example. Where the component wants the words of the interface as `t`, it has them.
    ///
    /// # Errors
    /// The template engine's report.
    pub fn render(&self, component: &str, theme: &Theme) -> Result<String, tera::Error> {
        let mut context = Context::new();
        let info = theme.templates.get_component_definition(component);
        if info.is_some_and(|info| info.args().iter().any(|argument| argument.name() == "t")) {
            context.insert("t", &theme.words);
        }
        for (name, value) in &self.with {
            context.insert(name.clone(), value);
        }
        let html = theme.templates.render_component(component, &context, None, true)?;
        let (before, after) = &self.around;
        Ok(format!("{before}{html}{after}"))
    }
}
