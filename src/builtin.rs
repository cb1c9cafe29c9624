//! What the program carries inside itself: the themes, the reference data of the law, and the rulebook. The binary
//! alone builds a site; a site's own files of the same name come before these.

use include_dir::{Dir, DirEntry, include_dir};

use crate::sources::{Source, Sources};

static THEME_FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes");
static LAW: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/law");
static RULES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/rules");

/// Where the built-in themes stand among the sources.
pub const THEMES: &str = "bening/themes";
/// Where the built-in theme that all others lie over stands among the sources.
pub const THEME_ROOT: &str = "bening/themes/terang";
/// Where the built-in reference data stands among the sources.
pub const CONTENT_ROOT: &str = "bening/content/";

/// Adds what is built in to the files of a site.
pub fn add_to(sources: &Sources) -> Sources {
    let mut files: Vec<(String, &[u8])> = Vec::new();
    collect(&THEME_FILES, &format!("{THEMES}/"), &mut files);
    collect(&LAW, &format!("{CONTENT_ROOT}rujukan/"), &mut files);
    files.retain(|(path, _)| !path.starts_with(CONTENT_ROOT) || path.ends_with(".yaml"));
    sources.with(files)
}

/// Returns the rules by code, as written.
pub fn rules() -> impl Iterator<Item = (&'static str, &'static str)> {
    let code = |file: &'static include_dir::File<'static>| file.path().file_stem()?.to_str();
    let rule = move |file| Some((code(file)?, file.contents_utf8()?));
    RULES.files().filter_map(rule).filter(|(code, _)| *code != "README")
}

/// Returns whether a file of content is built in and not the site's own.
pub fn holds(source: &Source) -> bool {
    source.path.starts_with(CONTENT_ROOT)
}

fn collect<'a>(dir: &'a Dir<'a>, root: &str, files: &mut Vec<(String, &'a [u8])>) {
    for entry in dir.entries() {
        match entry {
            DirEntry::Dir(dir) => collect(dir, root, files),
            DirEntry::File(file) => {
                // Paths of the machine that compiled the program may be written with backslashes.
                let path = file.path().to_string_lossy().replace('\\', "/");
                files.push((format!("{root}{path}"), file.contents()));
            }
        }
    }
}
