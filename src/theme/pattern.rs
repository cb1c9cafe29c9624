//! The pattern page `/pola/`: every component of the theme with its use, its examples and its call.

use serde::Serialize;

use super::{Theme, examples};
use crate::diag::flaw::ThemeFlaw;
use crate::diag::{Diagnostics, Problem, Span};
use crate::lang::Lang;
use crate::model::place::Place;
use crate::page::Page;
use crate::sources::Sources;
use crate::text;

/// Where it stands.
pub const FOLDER: &str = "pola";

#[derive(Serialize, Clone)]
struct PatternPage {
    patterns: Vec<Pattern>,
}

#[derive(Serialize, Clone)]
struct Pattern {
    anchor: String,
    name: String,
    about: String,
    call: String,
    examples: Vec<Shown>,
}

#[derive(Serialize, Clone)]
struct Shown {
    name: String,
    // Made by the theme's own component.
    html: String,
}

/// Makes the pattern page. Search engines do not list it, and no menu leads there: its facts are made up.
pub fn page<'s>(theme: &Theme, sources: &Sources, lang: Lang, found: &mut Diagnostics) -> Page<'s> {
    let view = PatternPage { patterns: patterns(theme, sources, lang, found) };
    let title = lang.pick("Pola halaman", "Patterns");
    Page::new(Place::top(FOLDER), "pattern.html", title, move |_| view.clone())
        .summary(lang.pick(
            "Setiap komponen tema ini, dengan contoh. Isinya rekaan.",
            "Every component of this theme, with examples. What they say is made up.",
        ))
        .unlisted()
}

fn patterns(theme: &Theme, sources: &Sources, lang: Lang, found: &mut Diagnostics) -> Vec<Pattern> {
    let mut patterns = Vec::new();
    for examples in examples::all(theme, sources).0 {
        let mut shown = Vec::new();
        for (at, example) in examples.each.iter().enumerate() {
            match example.render(&examples.component, theme) {
                Ok(html) => shown.push(Shown { name: example.name.of(lang).to_owned(), html }),
                Err(error) => {
                    let flaw = ThemeFlaw::Example { number: Some(at + 1), report: error.to_string() };
                    found.push(Problem::Theme(flaw), Some(Span { file: examples.file, bytes: 0..0 }));
                }
            }
        }
        patterns.push(Pattern {
            anchor: text::slug(&format!("pola {}", examples.component)),
            name: examples.component.clone(),
            about: examples.about.of(lang).to_owned(),
            call: examples.call(),
            examples: shown,
        });
    }
    patterns
}
