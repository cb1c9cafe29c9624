//! The rules of the content format, as `tests/rules/*.md` tells them: prose, and files in which each line that must be
//! flagged says so. `tests/rules/README.md` says how they are written.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use bening::builtin;
use bening::diag::rule::{self, Example, Rule};
use bening::diag::{Problem, print};
use bening::lang::Lang;
use bening::sources::{Sources, Unread};
use rayon::prelude::*;
use regex::Regex;

use crate::door::{Built, Site, build, look, options, repository, sample};

/// Problems that no file in memory can have, and where they are shown instead.
const ELSEWHERE: &[(&str, &str)] = &[
    ("link-outside", "a link on a disk: below, and tests/it/load.rs"),
    ("link-loop", "a link on a disk: below, and tests/it/load.rs"),
    ("name-not-utf8", "a name on a disk: below, and tests/it/load.rs"),
    ("unreadable", "a file without leave to read: below, and tests/it/load.rs"),
    ("too-large", "a file of a mebibyte: below"),
    ("more-problems", "a file with a thousand problems: below"),
    ("long-page", "a text of four thousand words: below"),
    ("theme-flaw", "only `theme check` looks for it: tests/it/theme_check.rs"),
];

#[test]
fn every_line_that_must_be_flagged_is_flagged_and_no_other() {
    let found: Vec<String> = rules().par_iter().filter_map(|rule| rule.broken()).collect();
    assert!(found.is_empty(), "{}", found.join("\n\n"));
}

#[test]
fn every_rule_fires_on_its_wrong_example_and_is_silent_on_its_right_one() {
    let found: Vec<String> = wrong().par_iter().flat_map(|(rule, built)| misjudged(rule, built)).collect();
    assert!(found.is_empty(), "{}", found.join("\n\n"));
    let only_told: Vec<&str> =
        rule::all().filter(|rule| rule.wrong.iter().any(|file| file.path.is_none())).map(|rule| rule.code).collect();
    let elsewhere: BTreeSet<&str> = ELSEWHERE.iter().map(|(code, _)| *code).collect();
    assert_eq!(only_told.into_iter().collect::<BTreeSet<_>>(), elsewhere, "rules whose example is no file in memory");
}

#[test]
fn an_example_that_does_not_show_its_rule_is_seen() {
    let rule = rule::find("duplicate-key").unwrap();
    let swapped = Rule {
        wrong: rule.right.clone(),
        right: rule.wrong.clone(),
        code: rule.code,
        severity: rule.severity,
        group: rule.group,
        law: rule.law,
        waivable: rule.waivable,
        given: rule.given,
        title: rule.title,
        why: rule.why,
    };
    assert_eq!(misjudged(&swapped, &judged(&swapped, &swapped.wrong)).len(), 2);
}

/// What came of the wrong example of each rule, judged once.
fn wrong() -> &'static [(&'static Rule, Built)] {
    static WRONG: OnceLock<Vec<(&Rule, Built)>> = OnceLock::new();
    WRONG.get_or_init(|| {
        let rules: Vec<&Rule> = rule::all().collect();
        rules.par_iter().map(|rule| (*rule, judged(rule, &rule.wrong))).collect()
    })
}

/// Says which example of a rule is not what it says it is.
fn misjudged(rule: &Rule, wrong: &Built) -> Vec<String> {
    let mut found = Vec::new();
    if rule.wrong.iter().all(|file| file.path.is_some()) && !wrong.has(rule.code) {
        found.push(format!("src/rules/{0}.md: the wrong example does not yield {0}\n{1}", rule.code, wrong.told()));
    }
    let built = judged(rule, &rule.right);
    if built.has(rule.code) || built.diagnostics.has_errors() {
        found.push(format!("src/rules/{}.md: the right example is not right\n{}", rule.code, built.told()));
    }
    found
}

fn judged(rule: &Rule, examples: &[Example]) -> Built {
    let sources = builtin::add_to(&rule.site(examples));
    // Only what is wrong with a theme shows when pages are made.
    let is_of_theme = |file: &Example| file.path.is_some_and(|path| path.starts_with("themes/"));
    let judge = if examples.iter().any(is_of_theme) { build } else { look };
    judge(sources, &options(crate::door::NOW))
}

/// The rulebook and the program name the same problems; a gap's law is the one that its rule names.
#[test]
fn the_rulebook_is_whole() {
    let written: BTreeSet<String> = rule::all().map(|rule| rule.code.to_owned()).collect();
    assert_eq!(written, codes());
    for (rule, wrong) in wrong() {
        let texts = [rule.title.id, rule.title.en, rule.why.id, rule.why.en];
        assert!(texts.iter().all(|text| text.chars().count() >= 10), "{}: too few words", rule.code);
        assert!(rule.title.id != rule.title.en && rule.why.id != rule.why.en, "{}: one language twice", rule.code);
        assert!(!rule.title.id.ends_with('.') && !rule.title.en.ends_with('.'), "{}: a full stop", rule.code);
        for found in wrong.diagnostics.iter() {
            if let Problem::Gap { code, law, .. } = &found.problem {
                let told = rule::find(code).unwrap().law;
                assert_eq!(told, Some(law.words(Lang::Id).as_str()), "the law of {code}");
            }
        }
    }
}

/// What the program says to every wrong example, in both languages, as people read it: to be read, not just accepted.
#[test]
fn what_is_said_of_every_wrong_example() {
    let mut said = String::new();
    for (rule, built) in wrong().iter().filter(|(rule, _)| rule.wrong.iter().all(|file| file.path.is_some())) {
        let own = || built.diagnostics.iter().filter(|found| found.problem.code() == rule.code);
        for lang in [Lang::Id, Lang::En] {
            // One of a kind is enough to read.
            said.push_str(&print::human(own().take(1), built.sources(), lang, false));
        }
    }
    is_as_written("tests/rules/pesan.txt", &said);
}

/// Each line was held against the content by a person; a new one is to be, before it is accepted.
#[test]
fn what_is_told_of_the_sample_site_is_what_was_found_true() {
    let told: Vec<String> = sample().problems().iter().map(|line| format!("{line}\n")).collect();
    is_as_written("tests/rules/situs-contoh.txt", &told.concat());
}

/// Compares with a file of what is expected, which `BENING_BLESS=1` rewrites.
fn is_as_written(path: &str, said: &str) {
    let file = repository().join(path);
    if std::env::var_os("BENING_BLESS").is_some() {
        std::fs::write(&file, said).unwrap();
    }
    let expected = std::fs::read_to_string(&file).unwrap_or_default();
    for (at, (expected, said)) in expected.lines().zip(said.lines()).enumerate() {
        assert_eq!(expected, said, "{path}:{}; BENING_BLESS=1 rewrites what is expected", at + 1);
    }
    assert_eq!(expected.len(), said.len(), "{path}; BENING_BLESS=1 rewrites what is expected");
}

#[test]
fn what_cannot_be_read_is_told_with_its_path() {
    let refused = Unread::Refused { kind: std::io::ErrorKind::PermissionDenied, reason: "?".into() };
    let unread = [
        ("content/a", Unread::LinkOutside { target: "/etc".into() }, "link-outside"),
        ("content/b", Unread::LinkLoop, "link-loop"),
        ("content/c\u{fffd}", Unread::NameNotUtf8, "name-not-utf8"),
        ("content/d", refused, "unreadable"),
        ("content/e", Unread::TooLarge { limit: 65_536 }, "too-large"),
    ];
    let expected: Vec<String> = unread.iter().map(|(path, _, code)| format!("{path}:1:1 error {code}")).collect();
    let settings = [("content/situs.yaml", "versi_format: 1\njudul: Situs\nzona_waktu: WITA\n")];
    let sources = Sources::from_pairs(settings).with_unread(unread.map(|(path, why, _)| (path.to_owned(), why)));
    let built = build(builtin::add_to(&sources), &options(crate::door::NOW));
    assert_eq!(built.problems(), expected);
    assert!(built.told().contains("permission denied"), "{}", built.told());
    let large = format!("nama: {}\n", "x".repeat(1 << 20));
    crate::door::check(
        Site::new().file("content/lembaga/a.yaml", large),
        &["content/lembaga/a.yaml:1:1 error too-large"],
    );
}

#[test]
fn more_than_a_thousand_problems_of_a_file_are_counted() {
    let keys: String = (0..1_200).map(|at| format!("zz{at}: 1\n")).collect();
    let built = Site::new().file("content/lembaga/a.yaml", keys).build();
    assert_eq!(built.problems().len(), 1_001);
    assert_eq!(built.problems()[0], "content/lembaga/a.yaml:1:1 error more-problems");
    assert!(built.told().contains("200 more problems"));
}

#[test]
fn a_long_text_is_told() {
    let item = |words: usize| format!("---\njudul: A\ntanggal: 2026-11-20\n---\n{}\n", "kata ".repeat(words));
    crate::door::check(Site::new().file("content/berita/a.md", item(4_000)), &[]);
    crate::door::check(
        Site::new().file("content/berita/a.md", item(4_001)),
        &["content/berita/a.md:5:1 warning long-page"],
    );
}

#[test]
fn a_rule_that_does_not_hold_is_seen() {
    let text = "# R\n\n## Satu\n\n```yaml\n# file: content/lembaga/a.yaml\nnama: A\njenis: x # error: [misread]\n```\n\n\
        ## Dua\n\n```yaml\n# file: content/lembaga/a.yaml\nnama: A # gap: [gap]\njenis: x\n```\n";
    let rules = read("tests/rules/r.md", text);
    assert_eq!(rules.len(), 2);
    assert_eq!(rules[0].broken(), None);
    let told = rules[1].broken().unwrap();
    assert!(told.starts_with("tests/rules/r.md, Dua"), "{told}");
    assert!(told.contains("- content/lembaga/a.yaml:1 gap gap"), "{told}");
    assert!(told.contains("+ content/lembaga/a.yaml:2 error misread"), "{told}");
}

/// The files below one heading: a small site, and what must be found in it.
struct Case {
    name: String,
    files: Vec<File>,
}

#[derive(Clone)]
struct File {
    path: String,
    bytes: Vec<u8>,
    expected: Vec<String>,
}

impl Case {
    fn expected(&self) -> Vec<String> {
        self.files.iter().flat_map(|file| file.expected.clone()).collect()
    }

    /// Says how what is found differs from what must be.
    fn broken(&self) -> Option<String> {
        let mut site = Site::new();
        for file in &self.files {
            site = site.file(&file.path, &file.bytes);
        }
        let built = site.look();
        // A rule speaks of lines; columns are for `atomic` and the unit tests.
        let column = Regex::new(r":(\d+):\d+ ").unwrap();
        let found: Vec<String> =
            built.problems().iter().map(|line| column.replace(line, ":$1 ").into_owned()).collect();
        let missing = without(&self.expected(), &found).into_iter().map(|line| format!("- {line}"));
        let surplus = without(&found, &self.expected()).into_iter().map(|line| format!("+ {line}"));
        let differ: Vec<String> = missing.chain(surplus).collect();
        (!differ.is_empty()).then(|| format!("{}\n{}\n{}", self.name, differ.join("\n"), built.told()))
    }
}

/// What is in `all` more often than in `others`.
fn without(all: &[String], others: &[String]) -> Vec<String> {
    let mut others = others.to_vec();
    let mut left = Vec::new();
    for line in all {
        match others.iter().position(|other| other == line) {
            Some(at) => drop(others.swap_remove(at)),
            None => left.push(line.clone()),
        }
    }
    left
}

/// Every small site of `tests/rules`, by the name of its case.
pub(crate) fn sites() -> Vec<(String, Sources)> {
    let pairs = |case: &Case| case.files.iter().map(|file| (file.path.clone(), file.bytes.clone())).collect::<Vec<_>>();
    rules().iter().map(|case| (case.name.clone(), Sources::from_pairs(pairs(case)))).collect()
}

fn rules() -> Vec<Case> {
    let folder = repository().join("tests/rules");
    let mut rules = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if name.ends_with(".md") && name != "README.md" {
            rules.extend(read(&format!("tests/rules/{name}"), &std::fs::read_to_string(&path).unwrap()));
        }
    }
    assert!(rules.len() > 10);
    rules.sort_by(|a, b| a.name.cmp(&b.name));
    rules
}

/// Reads the rules of one file: one below each `##` heading that is followed by files. What stands above the first heading
/// is part of them all, unless a rule has a file of its own at that path.
fn read(path: &str, text: &str) -> Vec<Case> {
    let mut rules: Vec<Case> = Vec::new();
    let mut shared: Vec<File> = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(heading) = line.strip_prefix("## ") {
            let name = format!("{path}, {heading}");
            rules.push(Case { name, files: Vec::new() });
        }
        let Some(kind) =
            line.strip_prefix("```").filter(|kind| kind.starts_with("yaml") || kind.starts_with("markdown"))
        else {
            continue;
        };
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        let file = File::read(&block, kind.ends_with("latin1"));
        match rules.last_mut() {
            Some(rule) => rule.files.push(file),
            None => shared.push(file),
        }
    }
    rules.retain(|rule| !rule.files.is_empty());
    for rule in &mut rules {
        let taken: BTreeSet<String> = rule.files.iter().map(|file| file.path.clone()).collect();
        rule.files.extend(shared.iter().filter(|file| !taken.contains(&file.path)).cloned());
    }
    rules
}

impl File {
    /// Takes the marks out of a file.
    fn read(block: &[&str], latin1: bool) -> Self {
        let mark = Regex::new(r"\s*# (error|gap|warning|waived): \[([a-z0-9-]+)\](?: ×(\d+))?").unwrap();
        let head = block.first().and_then(|line| line.strip_prefix("# file: "));
        let head = head.unwrap_or_else(|| panic!("a block begins with `# file: content/…`, not {:?}", block.first()));
        let path = mark.replace_all(head, "").into_owned();
        let mut expected = Vec::new();
        let mut content = String::new();
        for (at, line) in block.iter().enumerate() {
            for found in mark.captures_iter(line) {
                let times = found.get(3).map_or(1, |times| times.as_str().parse().unwrap());
                // What the whole file is blamed for is shown at its first line.
                let told = format!("{path}:{} {} {}", at.max(1), &found[1], &found[2]);
                expected.extend(std::iter::repeat_n(told, times));
            }
            if at > 0 {
                // Tabs are kept out of the repository, so that none is written by accident.
                content.push_str(&mark.replace_all(line, "").replace('␉', "\t"));
                content.push('\n');
            }
        }
        let bytes = if latin1 {
            content.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect()
        } else {
            content.into_bytes()
        };
        Self { path, bytes, expected }
    }
}

/// Every code that there is, as the program's own source names them.
fn codes() -> BTreeSet<String> {
    let code = Regex::new(r#"=> "([a-z0-9-]+)","#).unwrap();
    let source = std::fs::read_to_string(repository().join("src/diag/code.rs")).unwrap();
    let mut codes: BTreeSet<String> = code.captures_iter(&source).map(|found| found[1].to_owned()).collect();
    assert!(codes.len() > 20);
    // A gap names its rule where it is reported.
    let gap = Regex::new(r#"(?:gap\(\s*|const [A-Z]+: &str = |\(\s*[a-z]+\.is_empty\(\),\s*)"([a-z]+(?:-[a-z]+)+)""#)
        .unwrap();
    for entry in walkdir::WalkDir::new(repository().join("src/kinds")) {
        let path = entry.unwrap().into_path();
        if path.extension().is_some_and(|ending| ending == "rs") {
            let source = std::fs::read_to_string(path).unwrap();
            codes.extend(gap.captures_iter(&source).map(|found| found[1].to_owned()));
        }
    }
    codes
}
