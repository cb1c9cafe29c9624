//! The rulebook: what is said once about each problem that can be found. A rule is a file of `src/rules/`; its name is the
//! code of the problem. How one is written is told by `src/rules/README.md`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::{Problem, Severity};
use crate::builtin;
use crate::lang::{Label, Lang};
use crate::model::scalar::{Scalar, choice};
use crate::sources::Sources;

choice! {
    /// What a rule is about, in the order in which people should meet them.
    pub enum Group {
        /// Files and their names.
        Files = "berkas", "Berkas dan nama", "Files and names";
        /// How YAML is written.
        Yaml = "yaml", "Penulisan YAML", "Writing YAML";
        /// Dates and times.
        Dates = "tanggal", "Tanggal dan jam", "Dates and times";
        /// References between files.
        References = "rujukan", "Rujukan antarberkas", "References between files";
        /// Texts in Markdown.
        Texts = "teks", "Teks Markdown", "Texts in Markdown";
        /// Laws and what they say.
        Law = "hukum", "Dasar hukum", "Laws";
        /// Services, standards, procedures.
        Services = "layanan", "Layanan, standar, dan SOP", "Services, standards and procedures";
        /// Complaints.
        Complaints = "pengaduan", "Pengaduan", "Complaints";
        /// Oversight.
        Oversight = "pengawasan", "Pengawasan dan tindak lanjut", "Oversight and follow-up";
        /// Surveys.
        Surveys = "survei", "Survei kepuasan", "Satisfaction surveys";
        /// News and what it claims.
        News = "berita", "Berita dan datanya", "News and its data";
        /// Personal data.
        Privacy = "privasi", "Data pribadi", "Personal data";
        /// Foreign content.
        Hijack = "pembajakan", "Pembajakan situs", "Hijacked sites";
        /// Themes.
        Themes = "tema", "Tema", "Themes";
    }
}

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// The code of its problem.
    pub code: &'static str,
    /// How bad the problem is.
    pub severity: Severity,
    /// What it is about.
    pub group: Group,
    /// The law it rests on, as people cite it.
    pub law: Option<&'static str>,
    /// Whether somebody may answer for leaving the problem.
    pub waivable: bool,
    /// The problem in a sentence.
    pub title: Label,
    /// What comes of it if it stays.
    pub why: Label,
    /// Whether its examples stand beside the files that are given, or alone.
    pub given: bool,
    /// Files that have the problem.
    pub wrong: Vec<Example>,
    /// The same, mended.
    pub right: Vec<Example>,
}

/// One file of an example.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Example {
    /// Its path in a site; `None` for what is only shown, since it cannot be a file in memory.
    pub path: Option<&'static str>,
    /// How it is written: `yaml`, `markdown`, `yaml latin1`, `hex`.
    pub written: &'static str,
    /// The text.
    pub text: &'static str,
}

/// What every example has besides its own files: settings, a facility that owes nothing any more, two institutions.
const GIVEN: [(&str, &str); 4] = [
    ("content/situs.yaml", "versi_format: 1\njudul: Situs Contoh\nzona_waktu: WITA\n"),
    ("content/fasilitas/rutan/profil.yaml", "nama: Rutan Contoh\njenis: rutan\nstatus: tutup\n"),
    ("content/lembaga/ombudsman.yaml", "nama: Ombudsman Contoh\njenis: ombudsman\n"),
    ("content/lembaga/media.yaml", "nama: Media Contoh\njenis: media\n"),
];

static RULES: LazyLock<BTreeMap<&'static str, Rule>> = LazyLock::new(|| {
    let read = |(code, text)| (code, read(code, text).unwrap_or_else(|wrong| panic!("src/rules/{code}.md: {wrong}")));
    builtin::rules().map(read).collect()
});

/// Returns every rule, in order of the codes.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    RULES.values()
}

/// Finds a rule by its code.
pub fn find(code: &str) -> Option<&'static Rule> {
    RULES.get(code)
}

/// Returns the rule of a problem.
pub fn of(problem: &Problem) -> &'static Rule {
    let code = problem.code();
    find(code).unwrap_or_else(|| panic!("no src/rules/{code}.md, although a test holds codes and files together"))
}

impl Rule {
    /// Makes a small site of examples of this rule, and of what is given with them.
    pub fn site(&self, examples: &[Example]) -> Sources {
        let given = GIVEN.iter().filter(|_| self.given);
        let given = given.map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
        let own = examples.iter().filter_map(|example| Some((example.path?.to_owned(), example.bytes())));
        Sources::from_pairs(given.chain(own))
    }

    /// Returns the word for people: `celah`.
    pub fn severity_word(&self, lang: Lang) -> &'static str {
        super::message::severity(self.severity, lang)
    }
}

impl Example {
    fn bytes(&self) -> Vec<u8> {
        // Tabs are kept out of the repository, so that none is written by accident.
        let text = self.text.replace('␉', "\t");
        match self.written.split_once(' ').map_or(self.written, |(_, how)| how) {
            "latin1" => text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect(),
            "hex" => {
                let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_hexdigit).collect();
                let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap_or_default(), 16).ok();
                digits.chunks(2).filter_map(byte).collect()
            }
            _ => text.into_bytes(),
        }
    }
}

fn read(code: &'static str, text: &'static str) -> Result<Rule, String> {
    let (head, body) = text
        .strip_prefix("---\n")
        .and_then(|text| text.split_once("\n---\n"))
        .ok_or("it does not begin with a head between two lines `---`")?;
    let head = read_head(head)?;
    let need = |key: &str| head.get(key).copied().ok_or(format!("its head has no `{key}`"));
    let sections = read_sections(body);
    let section = |title: &str| sections.get(title).copied().ok_or(format!("it has no section `{title}`"));
    let severity = match need("tingkat")? {
        "galat" => Severity::Error,
        "celah" => Severity::Gap,
        "peringatan" => Severity::Warning,
        other => return Err(format!("`tingkat: {other}` is no severity")),
    };
    Ok(Rule {
        code,
        severity,
        group: Group::read(need("kelompok")?).map_err(|_| "`kelompok` is not known")?,
        law: head.get("dasar").copied(),
        waivable: is_set(&head, "kecuali", "boleh")?,
        given: !is_set(&head, "diberi", "tidak")?,
        title: Label::new(need("judul")?, need("title")?),
        why: Label::new(section("Mengapa")?, section("Why")?),
        wrong: read_examples(section("Salah")?)?,
        right: read_examples(section("Benar")?)?,
    })
}

fn read_head(head: &'static str) -> Result<BTreeMap<&'static str, &'static str>, String> {
    const KEYS: [&str; 7] = ["tingkat", "kelompok", "dasar", "kecuali", "diberi", "judul", "title"];
    let pair = |line: &'static str| match line.split_once(": ") {
        Some((key, value)) if KEYS.contains(&key) => Ok((key, value.trim())),
        _ => Err(format!("its head has the line `{line}`")),
    };
    head.lines().map(pair).collect()
}

fn is_set(head: &BTreeMap<&str, &str>, key: &str, word: &str) -> Result<bool, String> {
    match head.get(key) {
        None => Ok(false),
        Some(found) if *found == word => Ok(true),
        Some(found) => Err(format!("`{key}: {found}` is not known")),
    }
}

// The text below each `## Title`.
fn read_sections(body: &'static str) -> BTreeMap<&'static str, &'static str> {
    let parts = body.split("\n## ").skip(1);
    parts.filter_map(|part| part.split_once('\n')).map(|(title, text)| (title.trim(), text.trim())).collect()
}

fn read_examples(section: &'static str) -> Result<Vec<Example>, String> {
    let mut examples = Vec::new();
    let mut rest = section;
    while let Some((_, opened)) = rest.split_once("```") {
        let (written, body) = opened.split_once('\n').ok_or("a block has no first line")?;
        let (block, after) = body.split_once("\n```").ok_or("a block is not closed")?;
        rest = after;
        let named = block.split_once('\n').unwrap_or((block, ""));
        match named.0.strip_prefix("# file: ") {
            Some(path) => examples.push(Example { path: Some(path.trim()), written, text: named.1 }),
            None if written == "text" => examples.push(Example { path: None, written, text: block }),
            None => return Err("a block does not begin with `# file: content/…`".to_owned()),
        }
    }
    if examples.is_empty() { Err("a section without an example".to_owned()) } else { Ok(examples) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::scalar::Choice;

    const RULE: &str = "---\ntingkat: celah\nkelompok: layanan\ndasar: UU 1/2000\njudul: A\ntitle: B\n---\n\n## Mengapa\n\nC.\n\n\
        ## Why\n\nD.\n\n## Salah\n\n```yaml latin1\n# file: content/a.yaml\nnama: é␉\n```\n\n```hex\n# file: content/a.jpg\nFF d8\n```\n\n\
        ## Benar\n\n```text\n$ ls\n```\n";

    #[test]
    fn a_rule_is_read_whole() {
        let rule = read("a", RULE).unwrap();
        assert_eq!((rule.severity, rule.group, rule.law), (Severity::Gap, Group::Services, Some("UU 1/2000")));
        assert_eq!((rule.title, rule.why), (Label::new("A", "B"), Label::new("C.", "D.")));
        let bytes: Vec<Vec<u8>> = rule.wrong.iter().map(Example::bytes).collect();
        assert_eq!(bytes, [b"nama: \xe9\t".to_vec(), vec![0xff, 0xd8]]);
        assert_eq!((rule.right[0].path, rule.right[0].text), (None, "$ ls"));
    }

    #[test]
    fn a_rule_that_leaves_something_out_is_refused() {
        for (gone, told) in [
            ("---\ntingkat", "does not begin with a head"),
            ("judul: A\n", "no `judul`"),
            ("## Why\n", "no section `Why`"),
            ("# file: content/a.yaml\n", "does not begin with `# file:"),
            ("```text\n$ ls\n```\n", "without an example"),
            ("kelompok: layanan\n", "no `kelompok`"),
        ] {
            let rule: &'static str = Box::leak(RULE.replacen(gone, "", 1).into_boxed_str());
            assert!(read("a", rule).is_err_and(|wrong| wrong.contains(told)), "{gone}");
        }
        let odd: &'static str = Box::leak(RULE.replace("celah", "parah").into_boxed_str());
        assert!(read("a", odd).is_err());
    }

    #[test]
    fn groups_are_shown_in_the_order_people_meet_them() {
        assert_eq!(Group::ALL.first().map(|group| group.key()), Some("berkas"));
    }
}
