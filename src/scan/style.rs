//! Declarations of style that hide what they apply to, in an attribute and in a style sheet.

use std::collections::BTreeSet;
use std::ops::Range;

/// A declaration: where it stands, its name and its value, both in small letters and without white space.
struct Declaration {
    bytes: Range<usize>,
    name: String,
    value: String,
}

/// Finds declarations that hide text in the style of one element. An author hides nothing there that readers should have.
pub(super) fn hidden_inline(style: &str) -> Vec<Range<usize>> {
    let all = declarations(style, 0..style.len());
    let background = all.iter().any(|one| one.name.starts_with("background"));
    let hides = |one: &&Declaration| {
        is_gone(one)
            || is_off_screen(one)
            || matches!(
                (one.name.as_str(), one.value.as_str()),
                ("display", "none") | ("visibility", "hidden" | "collapse")
            )
            || (one.name == "opacity" && is_zero(&one.value))
            || (one.name == "color" && is_white(&one.value) && !background)
    };
    let mut found: Vec<Range<usize>> = all.iter().filter(hides).map(|one| one.bytes.clone()).collect();
    if found.is_empty() {
        found.extend(no_size(&all));
    }
    found
}

/// Finds rules of a style sheet that move text off the screen or leave it no size. Hiding for print, for tabs or until an
/// animation ends is everyday style; so is the pattern that keeps a text for screen readers in one pixel, and what comes
/// back on `:focus`.
pub(super) fn hidden_rules(sheet: &str) -> Vec<Range<usize>> {
    let focused = focused(sheet);
    let mut found = Vec::new();
    let mut from = 0;
    let mut selector_from = 0;
    while let Some(mark) = sheet[from..].find(['{', '}']).map(|ahead| from + ahead) {
        from = mark + 1;
        if sheet[mark..].starts_with('}') {
            selector_from = from;
            continue;
        }
        let selector = sheet[selector_from..mark].rsplit([';', '/']).next().unwrap_or_default().trim();
        selector_from = from;
        let Some(end) = sheet[from..].find(['{', '}']).map(|ahead| from + ahead) else { break };
        if sheet[end..].starts_with('{') {
            continue;
        }
        let all = declarations(sheet, from..end);
        let hides = |one: &&Declaration| is_gone(one) || is_off_screen(one);
        let first = all.iter().find(hides).map(|one| one.bytes.clone()).or_else(|| no_size(&all));
        if let Some(bytes) = first.filter(|_| !keeps_one_pixel(&all) && !focused.contains(selector)) {
            found.push(bytes);
        }
    }
    found
}

/// Finds what a `<style>` element inside a text hides. It serves no reader, so it is judged as an attribute is.
pub(super) fn hidden_element(sheet: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(open) = sheet[from..].find('{').map(|ahead| from + ahead + 1) {
        from = sheet[open..].find(['{', '}']).map_or(sheet.len(), |ahead| open + ahead);
        found.extend(hidden_inline(&sheet[open..from]).into_iter().map(|at| open + at.start..open + at.end));
    }
    found
}

/// The selectors that have a rule of their own for focus.
fn focused(sheet: &str) -> BTreeSet<&str> {
    const LONGEST: usize = 200;
    let selector = |(at, _): (usize, &str)| {
        let mut start = at.saturating_sub(LONGEST);
        while !sheet.is_char_boundary(start) {
            start += 1;
        }
        sheet[start..at].rsplit(['{', '}', ',', '/', ';']).next().map(str::trim)
    };
    sheet.match_indices(":focus").filter_map(selector).collect()
}

fn declarations(text: &str, part: Range<usize>) -> Vec<Declaration> {
    let mut all = Vec::new();
    let mut at = part.start;
    for one in text[part].split(';') {
        let start = at + (one.len() - one.trim_start().len());
        let bytes = start..start + one.trim().len();
        at += one.len() + 1;
        if let Some((name, value)) = one.split_once(':') {
            let squeeze = |part: &str| part.split_whitespace().collect::<String>().to_ascii_lowercase();
            all.push(Declaration { bytes, name: squeeze(name), value: squeeze(value).replace("!important", "") });
        }
    }
    all
}

fn is_zero(value: &str) -> bool {
    let number = value.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%');
    !number.is_empty() && number.chars().all(|c| matches!(c, '0' | '.'))
}

/// Letters without any size.
fn is_gone(one: &Declaration) -> bool {
    (one.name == "font-size" && is_zero(&one.value))
        || (one.name == "transform" && (one.value.starts_with("scale(0)") || far_away(&one.value)))
}

fn is_off_screen(one: &Declaration) -> bool {
    let moves = matches!(
        one.name.as_str(),
        "left"
            | "right"
            | "top"
            | "bottom"
            | "text-indent"
            | "margin"
            | "margin-left"
            | "margin-top"
            | "inset"
            | "inset-inline-start"
            | "margin-inline-start"
    );
    moves && far_away(&one.value)
}

/// A negative length that no screen reaches: from 500 pixels, or 50 of a unit that grows with the letters.
fn far_away(value: &str) -> bool {
    value.match_indices('-').any(|(at, _)| {
        let digits = value[at + 1..].bytes().take_while(|b| b.is_ascii_digit()).count();
        let size: u32 = value[at + 1..at + 1 + digits].parse().unwrap_or(if digits > 9 { u32::MAX } else { 0 });
        let unit = value[at + 1 + digits..].trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        let large = if unit.starts_with(['e', 'r', 'v', 'c']) { 50 } else { 500 };
        size >= large && !unit.starts_with(['d', 's', 'm'])
    })
}

fn is_white(value: &str) -> bool {
    matches!(value, "#fff" | "#ffffff" | "white" | "transparent" | "rgb(255,255,255)" | "rgba(0,0,0,0)")
}

/// A box without height or width that shows nothing of what it holds.
fn no_size(all: &[Declaration]) -> Option<Range<usize>> {
    let clipped = all.iter().any(|one| one.name.starts_with("overflow") && one.value.starts_with("hidden"));
    let flat = all.iter().find(|one| {
        matches!(one.name.as_str(), "height" | "width" | "max-height" | "max-width" | "line-height")
            && is_zero(&one.value)
    });
    flat.filter(|_| clipped).map(|one| one.bytes.clone())
}

/// The usual way to keep a text for screen readers.
fn keeps_one_pixel(all: &[Declaration]) -> bool {
    ["width", "height"].iter().all(|side| all.iter().any(|one| one.name == *side && one.value == "1px"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_element() {
        for style in [
            "display:none",
            "Visibility : Hidden",
            "font-size:0px",
            "opacity:0.0",
            "left:-9999px",
            "text-indent:-100em",
            "color:#FFF",
            "height:0;overflow:hidden",
            "margin:0 0 0 -2000px",
            "display:none !important",
        ] {
            assert_eq!(hidden_inline(style).len(), 1, "{style}");
        }
        for style in ["opacity:0.8", "left:-4px", "color:#fff;background:#000", "overflow:hidden", "height:0", ""] {
            assert!(hidden_inline(style).is_empty(), "{style}");
        }
    }

    #[test]
    fn a_sheet() {
        for sheet in [
            ".a{left:-9999px}",
            "@media screen { .a { text-indent: -999px } }",
            ".a{font-size:0}",
            ".a{height:0;overflow:hidden}",
            ".a{transform:translateX(-9999px)}",
            ".a{transform:scale(0)}",
        ] {
            assert_eq!(hidden_rules(sheet).len(), 1, "{sheet}");
        }
        for sheet in [
            "@media print { .a { display: none } }",
            ".a { opacity: 0 }",
            ".v { position: absolute; width: 1px; height: 1px; overflow: hidden; left: -9999px }",
            ".skip { left: -9999px } .skip:focus { left: 0 }",
            ".a { letter-spacing: -0.022em; transition: left -600ms }",
            ".a { left: -9999px",
        ] {
            assert!(hidden_rules(sheet).is_empty(), "{sheet}");
        }
    }
}
