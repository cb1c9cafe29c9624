//! The colours of a site's own → roles of the style sheet, for light and dark; what cannot be read is a problem. The theme's own
//! tokens say on what the colours stand.

use crate::config::look::Colours;
use crate::diag::Problem;
use crate::lang::Label;
use crate::model::colour::{Colour, Oklch};

/// What the tokens of a theme say of the roles that a site may change, and of what they stand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grounds {
    page: Colour,
    surface: Colour,
    text: Colour,
    /// The colour of headings, which the theme's own drawings use, too.
    pub ink: Option<Colour>,
    /// The colour of marks, likewise.
    pub accent: Option<Colour>,
    dark_page: Colour,
    dark_surface: Colour,
}

// WCAG 2.2, 1.4.3 and 1.4.11.
const TEXT: f64 = 4.5;
const GRAPHICS: f64 = 3.0;

impl Grounds {
    /// Reads the tokens of a style sheet. What it does not say is taken for black on white, and white on black.
    pub fn of(css: &str) -> Self {
        let light = css.split("@media").next().unwrap_or_default();
        let dark = css.split_once("prefers-color-scheme: dark").map_or("", |(_, rest)| rest);
        let dark = dark.split("@media").next().unwrap_or_default();
        let in_dark = |role| token(dark, light, role).unwrap_or(Colour::BLACK);
        let in_light = |role| token(light, light, role);
        Self {
            page: in_light("--page").unwrap_or(Colour::WHITE),
            surface: in_light("--surface").unwrap_or(Colour::WHITE),
            text: in_light("--text").unwrap_or(Colour::BLACK),
            ink: in_light("--heading"),
            accent: in_light("--mark"),
            dark_page: in_dark("--page"),
            dark_surface: in_dark("--surface"),
        }
    }

    /// Finds what cannot be read, with the key that says so.
    pub fn faults(&self, colours: Colours) -> Vec<(&'static str, Problem)> {
        let ink = colours.ink.map(|ink| ("tinta", self.ink_fault(ink, colours)));
        let accent = colours.accent.map(|accent| ("aksen", self.accent_fault(accent, colours)));
        [ink, accent].into_iter().flatten().filter_map(|(key, fault)| Some((key, fault?))).collect()
    }

    /// Writes the roles that the colours change. Print stays black on white.
    pub fn css(&self, colours: Colours) -> String {
        let (mut light, mut dark) = (String::new(), String::new());
        if let Some(ink) = colours.ink {
            let lifted = ink.nearest(|colour| self.dark_grounds().all(|ground| colour.contrast(ground) >= DARK_TEXT));
            light.push_str(&format!("--heading:{ink};--link:{ink};"));
            dark.push_str(&format!("--heading:#fff;--link:{};", lifted.unwrap_or(Colour::WHITE)));
        }
        if let Some(accent) = colours.accent {
            let lifted = accent.nearest(|colour| self.dark_grounds().all(|ground| colour.contrast(ground) >= TEXT));
            light.push_str(&format!("--mark:{accent};--mark-pale:{};--on-mark:{};", pale(accent), self.on(accent)));
            let (mark, pale) = (lifted.unwrap_or(Colour::WHITE), deep(accent));
            dark.push_str(&format!("--mark:{mark};--mark-pale:{pale};--on-mark:{};", self.dark_page));
        }
        if light.is_empty() {
            return light;
        }
        format!(
            "@layer tokens{{@media screen{{:root{{{light}}}}}@media screen and (prefers-color-scheme: dark){{:root{{{dark}}}}}}}\n"
        )
    }

    // Headings and links stand on paper, on the foot of the page, and in callouts.
    fn ink_fault(&self, ink: Colour, colours: Colours) -> Option<Problem> {
        let callout = colours.accent.or(self.accent).map_or(self.page, pale);
        let grounds = [
            (self.page, Label::new("latar halaman", "the page")),
            (self.surface, Label::new("latar kaki halaman", "the foot of the page")),
            (callout, Label::new("latar penanda", "the ground of a callout")),
        ];
        let (ground, whose) = worst(ink, grounds);
        let passes = |colour: Colour| grounds.iter().all(|(ground, _)| colour.contrast(*ground) >= TEXT);
        let what = Label::new("warna tinta", "the ink");
        fault(what, ink, (ground, whose), TEXT, || ink.nearest(passes))
    }

    // Words stand on marks, and marks on ink: in the band, the icon, beside headings.
    fn accent_fault(&self, accent: Colour, colours: Colours) -> Option<Problem> {
        let ink = colours.ink.or(self.ink).unwrap_or(self.text);
        let passes = |colour: Colour| colour.contrast(self.on(colour)) >= TEXT && colour.contrast(ink) >= GRAPHICS;
        let what = Label::new("warna aksen", "the accent");
        let near = || accent.nearest(passes);
        let words = (self.on(accent), Label::new("teks di atasnya", "the text on it"));
        fault(what, accent, words, TEXT, near)
            .or_else(|| fault(what, accent, (ink, Label::new("warna tinta", "the ink")), GRAPHICS, near))
    }

    // The better of the two that words on a mark may have.
    fn on(&self, accent: Colour) -> Colour {
        if accent.contrast(self.text) >= accent.contrast(Colour::WHITE) { self.text } else { Colour::WHITE }
    }

    fn dark_grounds(&self) -> impl Iterator<Item = Colour> {
        [self.dark_page, self.dark_surface].into_iter()
    }
}

// Coloured text on black dazzles less when it is well above the least.
const DARK_TEXT: f64 = 7.0;

fn worst(colour: Colour, grounds: [(Colour, Label); 3]) -> (Colour, Label) {
    let by_contrast =
        |one: &(Colour, Label), two: &(Colour, Label)| colour.contrast(one.0).total_cmp(&colour.contrast(two.0));
    grounds.into_iter().min_by(by_contrast).unwrap_or(grounds[0])
}

fn fault(
    what: Label,
    colour: Colour,
    (other, whose): (Colour, Label),
    least: f64,
    near: impl Fn() -> Option<Colour>,
) -> Option<Problem> {
    let ratio = colour.contrast(other);
    if ratio >= least {
        return None;
    }
    // Cut, not rounded: 4.499 does not reach 4.5.
    let ratio = format!("{:.2}", (ratio * 100.0).floor() / 100.0);
    let least = if least > GRAPHICS { "4.5" } else { "3" };
    Some(Problem::Contrast { what, colour, other, whose, ratio, least, near: near() })
}

// A callout's ground: as light as paper, with a breath of the accent.
fn pale(accent: Colour) -> Colour {
    let Oklch { chroma, hue, .. } = accent.oklch();
    Oklch { lightness: 0.96, chroma: chroma.min(0.045), hue }.colour()
}

// The same in the dark.
fn deep(accent: Colour) -> Colour {
    let Oklch { chroma, hue, .. } = accent.oklch();
    Oklch { lightness: 0.32, chroma: chroma.min(0.04), hue }.colour()
}

// The colour of a role in a part of a style sheet; a role may name another token, which stands there or among the rest.
fn token(part: &str, rest: &str, name: &str) -> Option<Colour> {
    let value = value(part, name).or_else(|| value(rest, name))?;
    match value.strip_prefix("var(").and_then(|inner| inner.strip_suffix(')')) {
        Some(other) if other.trim() != name => token(part, rest, other.trim()),
        _ => Colour::parse(value),
    }
}

fn value<'c>(css: &'c str, name: &str) -> Option<&'c str> {
    let named = format!("{name}:");
    let at = css.match_indices(&named).find(|(at, _)| css[..*at].ends_with([' ', '\n', '{', ';']))?.0;
    css[at + named.len()..].split([';', '}']).next().map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CSS: &str = ":root { --nila: #272b70; --page: #fefdfb; --surface: #f4f4fa; --text: #1a1b38; --heading: var(--nila);\n\
        --mark: #e9a513; --other-page: #000; }\n@media screen and (prefers-color-scheme: dark) { :root { --page: #13142b; } }\n\
        @media print { :root { --page: #fff; } }";

    fn colours(ink: Option<&str>, accent: Option<&str>) -> Colours {
        let read = |text: Option<&str>| text.and_then(Colour::parse);
        Colours { ink: read(ink), accent: read(accent) }
    }

    fn told(ink: Option<&str>, accent: Option<&str>) -> Vec<String> {
        let faults = Grounds::of(CSS).faults(colours(ink, accent));
        let tell = |(key, problem): (&str, Problem)| match problem {
            Problem::Contrast { other, ratio, least, near, .. } => {
                let passes = near.is_some_and(|near| {
                    let again = |one: Option<Colour>| if key == "tinta" { Some(near) } else { one };
                    let accent = if key == "aksen" { Some(near) } else { Colour::parse(accent.unwrap_or_default()) };
                    let ink = again(Colour::parse(ink.unwrap_or_default()));
                    Grounds::of(CSS).faults(Colours { ink, accent }).iter().all(|(other, _)| *other != key)
                });
                format!("{key} {other} {ratio} {least} {passes}")
            }
            other => format!("{other:?}"),
        };
        faults.into_iter().map(tell).collect()
    }

    #[test]
    fn tokens_are_read_through_other_tokens() {
        let grounds = Grounds::of(CSS);
        let read = |text| Colour::parse(text).unwrap();
        assert_eq!((grounds.page, grounds.dark_page), (read("#fefdfb"), read("#13142b")));
        assert_eq!((grounds.ink, grounds.accent), (Some(read("#272b70")), Some(read("#e9a513"))));
        assert_eq!(Grounds::of("").page, Colour::WHITE);
    }

    #[test]
    fn colours_that_pass_are_let_pass_and_others_are_told_with_one_that_passes() {
        assert_eq!(told(None, None), [""; 0]);
        assert_eq!(told(Some("#0b4f3a"), Some("#e9a513")), [""; 0]);
        assert_eq!(told(Some("#5aa67d"), None), ["tinta #fff0d8 2.60 4.5 true"]);
        // Neither black nor white words can be read on it.
        assert_eq!(told(None, Some("#7b7b7b")), ["aksen #ffffff 4.23 4.5 true"]);
        assert_eq!(told(None, Some("#202020")), ["aksen #272b70 1.29 3 true"]);
    }

    #[test]
    fn the_dark_colours_can_be_read_in_the_dark() {
        let grounds = Grounds::of(CSS);
        assert_eq!(grounds.css(Colours::default()), "");
        for ink in ["#0b4f3a", "#7a1f1f", "#000000", "#272b70"] {
            let css = grounds.css(colours(Some(ink), Some("#e9a513")));
            let dark = css.split_once("dark").unwrap().1;
            let link = Colour::parse(value(dark, "--link").unwrap()).unwrap();
            assert!(link.contrast(grounds.dark_page) >= DARK_TEXT, "{ink}: {css}");
            let mark = Colour::parse(value(dark, "--mark").unwrap()).unwrap();
            assert!(mark.contrast(grounds.dark_page) >= TEXT, "{css}");
            assert!(css.starts_with(&format!(
                "@layer tokens{{@media screen{{:root{{--heading:{ink};--link:{ink};--mark:#e9a513;"
            )));
        }
    }
}
