//! The content format for editors: a JSON Schema (draft-07) for each kind of file people write, and the settings by which
//! VS Code finds it. Made from the same types that read the files; what a key means stands in `words/kunci.yaml`. Writing
//! them to a folder is the business of `cli`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::config;
use crate::kinds::FORMS;
use crate::parse::front_matter::ALIASES;

/// What people read about keys and files.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWords {
    #[serde(rename = "berkas")]
    files: BTreeMap<String, String>,
    #[serde(rename = "kunci")]
    keys: BTreeMap<String, String>,
}

static WORDS: LazyLock<RawWords> = LazyLock::new(|| {
    serde_yaml::from_str(include_str!("words/kunci.yaml")).expect("it is part of the program, and a test reads it")
});

/// The schema of one kind of file.
#[derive(Debug)]
pub struct FileSchema {
    /// Its name: `layanan`.
    pub name: String,
    /// Which files have this shape, as globs below the site's folder.
    pub globs: Vec<String>,
    /// The schema.
    pub schema: Value,
}

impl FileSchema {
    /// Returns whether the files are YAML as a whole; else the schema is that of a Markdown file's head.
    pub fn is_yaml(&self) -> bool {
        self.globs.iter().all(|glob| glob.ends_with(".yaml"))
    }

    /// Returns the name of its file.
    pub fn file_name(&self) -> String {
        format!("{}.schema.json", self.name)
    }
}

/// Makes every schema, by name.
pub fn schemas() -> Vec<FileSchema> {
    let settings = (config::PATH.trim_start_matches("content/"), config::schema());
    let forms = FORMS.iter().map(|form| (form.pattern, (form.schema)()));
    let mut made: BTreeMap<String, FileSchema> = BTreeMap::new();
    for (pattern, raw) in [settings].into_iter().chain(forms) {
        let name = name(pattern);
        let file = made.entry(name.clone()).or_insert_with(|| {
            let schema = Shaping { root: &raw, kind: &name }.file();
            FileSchema { name, globs: Vec::new(), schema }
        });
        file.globs.push(glob(pattern));
    }
    made.into_values().collect()
}

/// Returns the words of `words/kunci.yaml` that no key of any schema needs, and the keys that have none.
pub fn unmatched_words() -> (Vec<String>, Vec<String>) {
    let mut used = BTreeSet::new();
    let mut wordless = Vec::new();
    for file in schemas() {
        used.insert(format!("berkas: {}", file.name));
        each_key(&file.schema, &mut vec![file.name.clone()], &mut |path| match word(path) {
            Some((key, _)) => {
                used.insert(format!("kunci: {key}"));
            }
            None => wordless.push(path.join(".")),
        });
    }
    let files = WORDS.files.keys().map(|key| format!("berkas: {key}"));
    let all = files.chain(WORDS.keys.keys().map(|key| format!("kunci: {key}")));
    (all.filter(|key| !used.contains(key)).collect(), wordless)
}

/// Makes the settings of VS Code by which its YAML extension finds the schemas, which lie in `folder` as seen from the
/// site's folder. Nothing is fetched from elsewhere.
pub fn settings(folder: &str) -> Value {
    let by_file = schemas().into_iter().filter(FileSchema::is_yaml);
    let schemas: Map<String, Value> =
        by_file.map(|file| (format!("{folder}/{}", file.file_name()), json!(file.globs))).collect();
    json!({
        "files.associations": { "**/content/**/*.yaml": "yaml" },
        "yaml.customTags": [],
        "yaml.schemaStore.enable": false,
        "yaml.schemas": schemas,
    })
}

// `fasilitas/{fasilitas}/layanan/{id}.yaml` → `layanan`; `rujukan/peraturan.yaml` → `peraturan`.
fn name(pattern: &str) -> String {
    let path = pattern.trim_end_matches(".yaml").trim_end_matches(".md").trim_end_matches("/index");
    path.rsplit('/').find(|word| !word.contains('{')).unwrap_or(path).to_owned()
}

// `berita/{id}.md` → `content/berita/*.md`
fn glob(pattern: &str) -> String {
    let mut out = String::from("content/");
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        out.push('*');
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    out + rest
}

// The words of a key by the longest end of its path that has any.
fn word(path: &[String]) -> Option<(String, &'static str)> {
    (0..path.len()).find_map(|from| {
        let key = path[from..].join(".");
        // The name of a kind alone is no key.
        let told = WORDS.keys.get(&key).filter(|_| from > 0 || path.len() > 1)?;
        Some((key, told.as_str()))
    })
}

fn each_key(schema: &Value, path: &mut Vec<String>, each: &mut dyn FnMut(&[String])) {
    let mut go = |key: &str, below: &Value| {
        path.push(key.to_owned());
        each(path);
        each_key(below, path, each);
        path.pop();
    };
    for (key, below) in schema["properties"].as_object().into_iter().flatten().filter(|(key, _)| !is_alias(key)) {
        go(key, below);
    }
    if schema["additionalProperties"].is_object() {
        go("*", &schema["additionalProperties"]);
    }
    let parts = schema["anyOf"].as_array().into_iter().flatten().chain(schema.get("items"));
    parts.for_each(|part| each_key(part, path, each));
}

fn is_alias(key: &str) -> bool {
    ALIASES.iter().any(|(alias, _)| *alias == key)
}

// The schema of a raw type → one that editors read: definitions in place, words beside keys.
struct Shaping<'a> {
    root: &'a Value,
    kind: &'a str,
}

impl Shaping<'_> {
    fn file(&self) -> Value {
        let mut schema = self.shape(self.root, &mut vec![self.kind.to_owned()]);
        schema["$schema"] = json!("http://json-schema.org/draft-07/schema#");
        schema["title"] = json!(title(self.kind));
        schema["description"] = json!(WORDS.files.get(self.kind));
        schema
    }

    fn shape(&self, schema: &Value, path: &mut Vec<String>) -> Value {
        if let Some(definition) = schema["$ref"].as_str().and_then(|at| self.root.pointer(at.strip_prefix('#')?)) {
            return self.shape(definition, path);
        }
        let Some(fields) = schema.as_object() else { return schema.clone() };
        let mut out = Map::new();
        for (keyword, value) in fields {
            let shaped = match (keyword.as_str(), value) {
                // The words of programmers.
                ("$schema" | "$defs" | "title" | "description" | "default", _) => continue,
                ("properties", Value::Object(keys)) => keys.iter().map(|(key, one)| self.key(key, one, path)).collect(),
                ("additionalProperties", Value::Object(_)) => self.key("*", value, path).1,
                ("items", _) => self.shape(value, path),
                ("anyOf", Value::Array(options)) => options.iter().map(|option| self.shape(option, path)).collect(),
                _ => value.clone(),
            };
            out.insert(keyword.clone(), shaped);
        }
        // A list may be left empty, as any key may.
        if out.get("type") == Some(&json!("array")) && out.get("minItems").is_none() {
            out.insert("type".to_owned(), json!(["array", "null"]));
        }
        require_filled(&mut out);
        take_in_null(&mut out);
        spell_required(&mut out);
        Value::Object(out)
    }

    fn key(&self, key: &str, schema: &Value, path: &mut Vec<String>) -> (String, Value) {
        let alias = ALIASES.iter().find(|(alias, means)| *alias == key && self.root["properties"].get(means).is_some());
        let meant = alias.filter(|_| path.len() == 1).map_or(key, |(_, means)| means);
        path.push(meant.to_owned());
        let mut shaped = self.shape(schema, path);
        if let Some((_, told)) = word(path) {
            shaped["title"] = json!(title(meant));
            shaped["description"] = json!(told);
        }
        if meant != key {
            shaped["description"] = json!(format!("Nama lain untuk `{meant}`."));
            shaped["doNotSuggest"] = json!(true);
        }
        path.pop();
        (key.to_owned(), shaped)
    }
}

// A list that must not be empty must be there.
fn require_filled(schema: &mut Map<String, Value>) {
    let keys = schema.get("properties").and_then(Value::as_object).into_iter().flatten();
    let filled: Vec<Value> = keys.filter(|(_, one)| one.get("minItems").is_some()).map(|(key, _)| json!(key)).collect();
    if let Value::Array(required) = schema.entry("required").or_insert_with(|| json!([])) {
        required.extend(filled);
        required.sort_by_key(ToString::to_string);
        required.dedup();
    }
    if schema.get("required") == Some(&json!([])) {
        schema.remove("required");
    }
}

// One shape or nothing: the shape, which may be nothing. Editors then speak of the shape alone.
fn take_in_null(schema: &mut Map<String, Value>) {
    let Some([shape, nothing]) = schema.get("anyOf").and_then(Value::as_array).map(Vec::as_slice) else { return };
    if *nothing != json!({ "type": "null" }) {
        return;
    }
    let mut shape = shape.as_object().cloned().unwrap_or_default();
    match (shape.get("type").cloned(), shape.get_mut("anyOf").and_then(Value::as_array_mut)) {
        (Some(Value::String(one)), _) => drop(shape.insert("type".to_owned(), json!([one, "null"]))),
        (None, Some(ways)) => ways.push(nothing.clone()),
        _ => return,
    }
    schema.remove("anyOf");
    schema.append(&mut shape);
}

// A key that must be there may go by the name that another program gives it.
fn spell_required(schema: &mut Map<String, Value>) {
    let Some(required) = schema.get("required").and_then(Value::as_array).cloned() else { return };
    let has = |alias: &str| schema.get("properties").is_some_and(|keys| keys.get(alias).is_some());
    let names = |key: &Value| -> Vec<Value> {
        let others = ALIASES.iter().filter(|(alias, means)| *key == *means && has(alias));
        let names = [key.clone()].into_iter().chain(others.map(|(alias, _)| json!(alias)));
        names.map(|name| json!({ "required": [name] })).collect()
    };
    let (plain, named): (Vec<Value>, Vec<Value>) = required.into_iter().partition(|key| names(key).len() == 1);
    if named.is_empty() {
        return;
    }
    let ways: Vec<Value> = named.iter().map(|key| json!({ "anyOf": names(key) })).collect();
    schema.insert("required".to_owned(), plain.into());
    schema.insert("allOf".to_owned(), ways.into());
}

// `jam_layanan` → `Jam layanan`
fn title(key: &str) -> String {
    let words = key.replace(['_', '-'], " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_has_words_and_no_word_is_idle() {
        let (idle, wordless) = unmatched_words();
        assert_eq!(wordless, [""; 0], "keys without words");
        assert_eq!(idle, [""; 0], "words without a key");
    }

    #[test]
    fn patterns_become_names_and_globs() {
        let names: Vec<String> = schemas().into_iter().map(|file| file.name).collect();
        assert_eq!(names.len(), WORDS.files.len());
        assert_eq!(name("fasilitas/{fasilitas}/layanan/{id}.yaml"), "layanan");
        assert_eq!(name("berita/{id}/index.md"), "berita");
        assert_eq!(glob("fasilitas/{fasilitas}/layanan/{id}.yaml"), "content/fasilitas/*/layanan/*.yaml");
    }

    #[test]
    fn a_key_is_explained_by_the_longest_end_of_its_path() {
        let path = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let told = |words: &[&str]| word(&path(words)).map(|(key, _)| key);
        assert_eq!(told(&["layanan", "biaya", "jumlah"]), Some("biaya.jumlah".to_owned()));
        assert_eq!(told(&["layanan", "jangka_waktu", "jumlah"]), Some("jumlah".to_owned()));
        assert_eq!(told(&["layanan"]), None);
    }

    #[test]
    fn another_programs_name_stands_for_a_key_that_must_be_there() {
        let news = schemas().into_iter().find(|file| file.name == "berita").unwrap();
        assert_eq!(news.schema["allOf"][0]["anyOf"][1], json!({ "required": ["title"] }));
        assert_eq!(news.schema["properties"]["title"]["doNotSuggest"], true);
        assert!(!news.is_yaml() && settings(".vscode")["yaml.schemas"].get(".vscode/berita.schema.json").is_none());
    }
}
