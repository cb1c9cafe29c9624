//! How well texts are scanned: labelled lines, the repository's own site and theme, and inputs made to be slow.

use std::collections::{BTreeMap, BTreeSet};

use bening::scan::{Known, Medium, Scanned, What};
use regex::Regex;

use crate::door::{repository, sample_sources};

/// At least so much of what is found must be right, and of what is there be found, in hundredths.
struct Floor {
    precision: usize,
    recall: usize,
}

#[test]
fn the_lines_that_tuned_the_scanner_are_judged_rightly() {
    measure("tuned", Floor { precision: 99, recall: 99 });
}

#[test]
fn the_lines_that_were_held_out_are_judged_rightly() {
    measure("heldout", Floor { precision: 97, recall: 97 });
}

#[test]
fn a_scanner_that_finds_nothing_or_everything_is_seen() {
    let lines = read("tuned");
    let blind = Score::of(&lines, |_| BTreeSet::new());
    assert_eq!(blind.total().recall(), 0);
    let afraid = Score::of(&lines, |_| ALL.iter().map(|(what, _)| *what).collect());
    assert!(afraid.total().precision() < 20, "{afraid}");
}

/// Names of people and telephone numbers in the site of the repository that are there on purpose: none.
const TRUE_FINDINGS: &[(&str, What, &str)] = &[];

#[test]
fn the_sites_own_content_names_only_people_in_office() {
    let mut found = Vec::new();
    for (path, text) in texts("content/", &[".md", ".yaml"]) {
        found.extend(Scanned::new(text).privacy(&known()).into_iter().map(|one| (path, one.what, one.shown)));
    }
    let found: Vec<(&str, What, &str)> =
        found.iter().map(|(path, what, shown)| (*path, *what, shown.as_str())).collect();
    assert_eq!(found, TRUE_FINDINGS);
}

#[test]
fn the_sites_own_content_and_theme_are_not_hijacked() {
    let content = texts("content/", &[".md", ".yaml"]).map(|(path, text)| (path, text, Medium::Content));
    let templates =
        texts("bening/themes/", &[".html", ".yaml", ".svg"]).map(|(path, text)| (path, text, Medium::Template));
    let styles = texts("bening/themes/", &[".css"]).map(|(path, text)| (path, text, Medium::Style));
    let all: Vec<(&str, &str, Medium)> = content.chain(templates).chain(styles).collect();
    assert!(all.len() > 100, "{} files", all.len());
    for (path, text, medium) in all {
        assert_eq!(Scanned::new(text).hijack(medium), [], "{path}");
    }
}

#[test]
fn findings_lie_in_the_text_and_in_order() {
    for line in read("tuned").iter().chain(&read("heldout")) {
        let found =
            Scanned::new(&line.text).privacy(&known()).into_iter().chain(Scanned::new(&line.text).hijack(line.medium));
        for one in found {
            assert!(line.text.get(one.bytes.clone()).is_some_and(|text| !text.is_empty()), "{one:?} in {}", line.text);
            assert!(!one.shown.is_empty(), "{one:?}");
        }
        let starts: Vec<usize> = Scanned::new(&line.text).privacy(&known()).iter().map(|one| one.bytes.start).collect();
        assert!(starts.is_sorted(), "{starts:?}");
    }
}

#[test]
fn inputs_made_to_be_slow_end() {
    let pieces = [
        "1",
        "1 ",
        "0812 ",
        "<",
        "<a ",
        "<a \"",
        "<a b=\"",
        "<style>",
        "<style>{",
        "A",
        "Aa ",
        "napi ",
        "napi Yohanes ",
        "napi, ",
        "alias ",
        "atas nama ",
        "lahir",
        "lahir ",
        "TTL ",
        "slot ",
        "slot gacor ",
        "judi-",
        "](",
        "![](",
        "url(http:",
        "@import '//",
        "{left:-999px}",
        ":focus",
        "style=\"",
        "\u{200b}",
        "a\u{430}",
        "%41",
        "\\x41",
        "&#",
        "eval(",
        ".",
        ". ",
        "\n",
        "| ",
        "é",
        "Aé1 ",
    ];
    for piece in pieces {
        // A search that is not linear takes minutes even so.
        let length = if ["1", "<", "A"].contains(&piece) { 1_000_000 } else { 100_000 };
        let text = piece.repeat(length / piece.len());
        Scanned::new(&text).privacy(&known());
        for medium in [Medium::Content, Medium::Style] {
            Scanned::new(&text).hijack(medium);
        }
    }
}

/// What each kind is called in the labelled lines.
const ALL: [(What, &str); 11] = [
    (What::Nik, "nik"),
    (What::FamilyCard, "family-card-number"),
    (What::Nip, "nip"),
    (What::Phone, "phone-unlisted"),
    (What::BirthDate, "birth-date"),
    (What::Initials, "initials"),
    (What::Name, "name-in-custody"),
    (What::Gambling, "gambling"),
    (What::HiddenText, "hidden-text"),
    (What::ForeignFrame, "foreign-frame"),
    (What::PackedCode, "packed-code"),
];

struct Line {
    expected: BTreeSet<What>,
    medium: Medium,
    text: String,
}

/// Reads labelled lines; `tests/scan/README.md` says how they are written.
fn read(name: &str) -> Vec<Line> {
    let all = std::fs::read_to_string(repository().join(format!("tests/scan/{name}.txt"))).unwrap();
    all.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(line).collect()
}

fn line(line: &str) -> Line {
    let (label, text) = line.split_once(" | ").unwrap_or_else(|| panic!("no label: {line}"));
    let (medium, codes) = match label.split_once(' ') {
        Some(("@style", codes)) => (Medium::Style, codes),
        Some(("@template", codes)) => (Medium::Template, codes),
        _ => (Medium::Content, label),
    };
    let kind = |code: &str| ALL.iter().find(|(_, name)| *name == code).unwrap_or_else(|| panic!("{code}: {line}")).0;
    let expected = codes.split(", ").filter(|code| *code != "-").map(kind).collect();
    let coded = Regex::new("⟨([0-9A-F]+)⟩").unwrap();
    let character =
        |found: &regex::Captures| char::from_u32(u32::from_str_radix(&found[1], 16).unwrap()).unwrap().to_string();
    Line { expected, medium, text: coded.replace_all(text, character).into_owned() }
}

fn found(line: &Line) -> BTreeSet<What> {
    let all =
        Scanned::new(&line.text).privacy(&known()).into_iter().chain(Scanned::new(&line.text).hijack(line.medium));
    all.map(|finding| finding.what).collect()
}

#[expect(clippy::print_stdout, reason = "the measure is for whoever runs the test with --nocapture")]
fn measure(name: &str, floor: Floor) {
    let lines = read(name);
    let score = Score::of(&lines, found);
    println!("{name}: {} lines\n{score}", lines.len());
    let total = score.total();
    assert!(total.precision() >= floor.precision && total.recall() >= floor.recall, "{name}\n{score}");
}

/// Right, wrong and missed findings by kind, and the lines that were judged wrongly.
struct Score {
    kinds: BTreeMap<What, Counts>,
    misjudged: Vec<String>,
}

#[derive(Default, Clone, Copy)]
struct Counts {
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Score {
    fn of(lines: &[Line], judge: impl Fn(&Line) -> BTreeSet<What>) -> Self {
        let mut score = Self { kinds: BTreeMap::new(), misjudged: Vec::new() };
        for line in lines {
            let found = judge(line);
            for what in found.union(&line.expected) {
                let counts = score.kinds.entry(*what).or_default();
                match (found.contains(what), line.expected.contains(what)) {
                    (true, true) => counts.right += 1,
                    (true, false) => counts.wrong += 1,
                    (false, _) => counts.missed += 1,
                }
            }
            if found != line.expected {
                score.misjudged.push(format!("found {found:?}, not {:?}: {}", line.expected, line.text));
            }
        }
        score
    }

    fn total(&self) -> Counts {
        self.kinds.values().fold(Counts::default(), |sum, one| Counts {
            right: sum.right + one.right,
            wrong: sum.wrong + one.wrong,
            missed: sum.missed + one.missed,
        })
    }
}

impl Counts {
    /// In hundredths, rounded down.
    fn precision(self) -> usize {
        (self.right * 100).checked_div(self.right + self.wrong).unwrap_or(100)
    }

    fn recall(self) -> usize {
        (self.right * 100).checked_div(self.right + self.missed).unwrap_or(100)
    }
}

impl std::fmt::Display for Score {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        let mut row = |name: &str, counts: Counts| {
            let Counts { right, wrong, missed } = counts;
            let (precision, recall) = (counts.precision(), counts.recall());
            writeln!(
                f,
                "{name:20} right {right:3} wrong {wrong:2} missed {missed:2} precision {precision:3} % recall {recall:3} %"
            )
        };
        for (what, name) in ALL {
            row(name, self.kinds.get(&what).copied().unwrap_or_default())?;
        }
        row("all", self.total())?;
        self.misjudged.iter().try_for_each(|line| writeln!(f, "{line}"))
    }
}

/// What the site of the repository says openly, and two numbers for the labelled lines.
fn known() -> Known {
    static KNOWN: std::sync::OnceLock<Known> = std::sync::OnceLock::new();
    KNOWN.get_or_init(collect).clone()
}

fn collect() -> Known {
    let person = Regex::new(r#"(?m)nama: "?([^"\n]+?)"?\n +jabatan:"#).unwrap();
    let body = Regex::new(r"(?m)^nama(?:_singkat)?: (.+)$").unwrap();
    let phone = Regex::new(r#""(\+62 800 0000 \d{4})""#).unwrap();
    let records: Vec<&str> = texts("content/", &[".yaml"]).map(|(_, text)| text).collect();
    let bodies: Vec<&str> = texts("content/", &["profil.yaml"])
        .chain(texts("content/lembaga/", &[".yaml"]))
        .flat_map(|(_, text)| body.captures_iter(text).filter_map(|found| found.get(1)))
        .map(|found| found.as_str())
        .collect();
    let all = |pattern: &Regex| -> Vec<&str> {
        let found = records.iter().flat_map(|text| pattern.captures_iter(text).filter_map(|found| found.get(1)));
        found.map(|found| found.as_str()).collect()
    };
    let (people, mut phones) = (all(&person), all(&phone));
    assert!(people.len() > 10 && bodies.len() > 20 && phones.len() > 5, "{people:?} {bodies:?} {phones:?}");
    phones.extend(["(0380) 821234", "+62 812-0000-0055"]);
    Known::new(phones, people, bodies)
}

/// The texts of the repository's own site and of the theme inside the program.
fn texts(root: &'static str, endings: &'static [&str]) -> impl Iterator<Item = (&'static str, &'static str)> {
    let sources = sample_sources().iter().map(|(_, source)| source).filter(move |source| {
        source.path.starts_with(root) && endings.iter().any(|ending| source.path.ends_with(ending))
    });
    sources.filter_map(|source| Some((source.path.as_str(), source.text().ok()?)))
}
