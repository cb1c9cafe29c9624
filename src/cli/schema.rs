//! `bening schema`: writes the content format for editors. Settings that people made stay theirs: where they differ, what to
//! add is printed instead.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;

use serde_json::Value;

use super::args::Args;
use super::console::Console;
use super::words::{self, Failure};
use crate::editor::{self, FileSchema};
use crate::save::{self, SaveError};

/// The folder for the settings of VS Code, in the site's folder.
pub(super) const FOLDER: &str = ".vscode";
const SETTINGS: &str = "settings.json";

/// Writes the schemas and, where there are none yet, the settings.
pub(super) fn run(args: &Args, console: &Console) -> Result<(), Failure> {
    let folder = &args.output;
    let schemas = editor::schemas();
    let mut files: BTreeMap<String, Vec<u8>> =
        schemas.iter().map(|file| (file.file_name(), json(&file.schema))).collect();
    let wanted = editor::settings(&seen_from(&args.root, folder));
    let settings = folder.join(SETTINGS);
    let there = match std::fs::read_to_string(&settings) {
        Ok(text) => Some(text),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(source) => return Err(Failure::Save(SaveError { path: settings, source })),
    };
    if there.is_none() {
        files.insert(SETTINGS.to_owned(), json(&wanted));
    }
    save::write(folder, &files)?;
    let to_add =
        there.is_some_and(|text| !holds(&text, &wanted)).then(|| String::from_utf8_lossy(&json(&wanted)).into_owned());
    if args.quiet && to_add.is_none() {
        return Ok(());
    }
    let heads: Vec<String> = schemas.iter().filter(|file| !file.is_yaml()).map(FileSchema::file_name).collect();
    console.out(&words::schemas(folder, schemas.len(), &heads, to_add.as_deref(), args.lang))
}

// The folder as the settings name it: from the site's folder, or as a whole path where it lies elsewhere.
fn seen_from(root: &Path, folder: &Path) -> String {
    let path = folder.strip_prefix(root).unwrap_or(folder);
    let path = path.strip_prefix(".").unwrap_or(path);
    if path.is_relative() && folder.strip_prefix(root).is_err() && root != Path::new(".") {
        return std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned()).to_string_lossy().replace('\\', "/");
    }
    path.to_string_lossy().replace('\\', "/")
}

// Whether settings already say all that is wanted. Those with comments are JSON to VS Code only; they are people's.
fn holds(text: &str, wanted: &Value) -> bool {
    let Ok(there) = serde_json::from_str::<Value>(text) else { return false };
    fn within(part: &Value, whole: &Value) -> bool {
        match (part, whole) {
            (Value::Object(part), Value::Object(whole)) => {
                part.iter().all(|(key, value)| whole.get(key).is_some_and(|there| within(value, there)))
            }
            _ => part == whole,
        }
    }
    within(wanted, &there)
}

fn json(value: &Value) -> Vec<u8> {
    let text = serde_json::to_string_pretty(value).expect("texts and numbers are always JSON");
    format!("{text}\n").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_is_named_as_seen_from_the_site() {
        let cases = [(".", ".vscode", ".vscode"), (".", "./.vscode", ".vscode"), ("situs", "situs/.vscode", ".vscode")];
        for (root, folder, expected) in cases {
            assert_eq!(seen_from(Path::new(root), Path::new(folder)), expected, "{root} {folder}");
        }
        assert!(Path::new(&seen_from(Path::new("situs"), Path::new("skema"))).is_absolute());
        assert_eq!(seen_from(Path::new("situs"), Path::new("/x")), "/x");
    }

    #[test]
    fn settings_that_say_more_are_enough() {
        let wanted = serde_json::json!({ "a": { "b": 1 } });
        assert!(holds(r#"{"a": {"b": 1, "c": 2}, "d": 3}"#, &wanted));
        assert!(!holds(r#"{"a": {"b": 2}}"#, &wanted) && !holds("// x\n{}", &wanted));
    }
}
