//! Content is never trusted: whatever stands in a file, reading it ends with a report whose places lie inside the file.

use bening::builtin;
use bening::diag::print;
use bening::lang::Lang;
use bening::sources::Sources;
use rayon::prelude::*;

use crate::door::{Built, NOW, build, look, options, sample_sources};

/// Each round reads a small site with one file changed; so many take a few seconds.
const ROUNDS: u64 = 1_000;
/// Every so often the site is made as well.
const BUILT: u64 = 100;

/// What a person, an editor or an accident puts into a file.
const PIECES: [&str; 34] = [
    "\t",
    "\n",
    "\r\n",
    " ",
    "  - ",
    ": ",
    ":",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "'",
    "|",
    ">",
    "&a ",
    "*a",
    "!!x ",
    "#",
    "%",
    "---\n",
    "...\n",
    "\u{feff}",
    "\u{0}",
    "é",
    "𝄞",
    "<script>",
    "[x](javascript:y)",
    "![](y.png)",
    "[^1]",
    "99999999999999999999",
    "2026-02-30",
    "../../x",
];

#[test]
fn no_change_to_a_file_makes_the_program_panic_or_lose_its_place() {
    let content: Vec<(&str, &[u8])> = sample_sources()
        .iter()
        .filter(|(_, file)| file.path.starts_with("content/"))
        .map(|(_, file)| (file.path.as_str(), &*file.bytes))
        .collect();
    assert!(content.len() > 20);
    let found: Vec<String> = (0..ROUNDS)
        .into_par_iter()
        .filter_map(|round| {
            let mut dice = Dice(round);
            let at = dice.below(content.len());
            let (path, bytes) = content[at];
            let changed = change(bytes, &mut dice);
            let neighbour = content[(at + 1) % content.len()];
            let files = [(path, changed), (neighbour.0, neighbour.1.to_vec())];
            let sources = Sources::from_pairs(files);
            // The theme costs more than all the rest, and nothing in content changes it.
            let (sources, built) = if round.is_multiple_of(BUILT) {
                let sources = builtin::add_to(&sources);
                (sources.clone(), build(sources, &options(NOW)))
            } else {
                (sources.clone(), look(sources, &options(NOW)))
            };
            astray(&built, &sources).map(|what| format!("round {round}, {path}: {what}"))
        })
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_place_outside_its_file_is_seen() {
    let sources = Sources::from_pairs([("content/lembaga/a.yaml", "nama: Café\njenis: x\n")]);
    let built = build(sources.clone(), &options(NOW));
    assert!(built.diagnostics.has_errors(), "there is nothing to place");
    assert_eq!(astray(&built, &sources), None);
    let shorter = Sources::from_pairs([("content/lembaga/a.yaml", "nama: Café")]);
    assert!(astray(&built, &shorter).is_some_and(|what| what.contains("lies outside")));
}

/// Says what is wrong with the places of a report.
fn astray(built: &Built, sources: &Sources) -> Option<String> {
    let told = print::human(built.diagnostics.iter(), sources, Lang::Id, true);
    let lines = print::lines(&built.diagnostics, sources, Lang::En);
    if lines.len() != built.diagnostics.iter().count() || told.is_empty() != lines.is_empty() {
        return Some("a problem is not told".to_owned());
    }
    built.diagnostics.iter().find_map(|found| {
        let span = found.at.as_ref()?;
        let file = sources.get(span.file);
        let inside = match file.text() {
            Ok(text) => text.get(span.bytes.clone()).is_some(),
            Err(offset) => span.bytes.end <= offset,
        };
        (!inside)
            .then(|| format!("{} at {:?} lies outside the text of {}", found.problem.code(), span.bytes, file.path))
    })
}

fn change(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=dice.below(4) {
        let at = dice.below(bytes.len() + 1);
        let end = (at + dice.below(40)).min(bytes.len());
        match dice.below(7) {
            0 => drop(bytes.drain(at..end)),
            1 => {
                let copied = bytes[at..end].to_vec();
                bytes.splice(at..at, copied);
            }
            2 => bytes.truncate(at),
            3 if at < bytes.len() => bytes[at] = u8::try_from(dice.below(256)).unwrap(),
            // A line twice, or one line less.
            4 => {
                let line = line_at(&bytes, at);
                let copied = bytes[line.clone()].to_vec();
                bytes.splice(line.start..line.start, copied);
            }
            5 => {
                let line = line_at(&bytes, at);
                bytes.drain(line);
            }
            _ => {
                let piece = PIECES[dice.below(PIECES.len())].repeat([1, 1, 1, 2, 200][dice.below(5)]);
                bytes.splice(at..at, piece.into_bytes());
            }
        }
    }
    bytes
}

fn line_at(bytes: &[u8], at: usize) -> std::ops::Range<usize> {
    let start = bytes[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
    let end = bytes[at..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |newline| at + newline + 1);
    start..end
}

/// Numbers that look random and are the same in every run (splitmix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(limit).unwrap()).unwrap()
    }
}
