//! A mutation run over the example facility: each component deleted, each reference broken, each sum changed. Whatever is not
//! named by a problem of its own would have reached citizens.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use bening::builtin;
use bening::diag::Severity;
use bening::kinds::component::Component;
use bening::kinds::translation;
use bening::parse::tree::{self, Node, What};
use bening::sources::{Source, Sources};
use rayon::prelude::*;

use crate::door::{Built, NOW, look, options, sample_sources};

/// Keys whose values are ids of other records, in any file.
const REFERENCES: [&str; 15] = [
    "peraturan",
    "kanal",
    "kanal_nasional",
    "mitra",
    "pihak",
    "lembaga",
    "fasilitas",
    "oleh",
    "skema",
    "kementerian",
    "kanwil",
    "layanan",
    "program",
    "pemantauan",
    "temuan",
];

/// Keys of SOP steps that name other parts of the same SOP.
const INSIDE_SOP: [&str; 4] = ["pelaku", "ya", "tidak", "berikut"];

/// Keys whose numbers add up to, or follow from, others of the file.
const SUMS: [&str; 6] = ["diterima", "menurut_status", "menurut_kanal", "menurut_jenis", "unsur", "ikm_terbit"];

/// A change of one file, and where it was made.
struct Mutation {
    path: String,
    text: String,
    place: String,
}

#[test]
fn each_component_deleted_is_named() {
    let mut all = Vec::new();
    for (path, text) in files(|path| path.contains("/lapas-contoh/layanan/") && translation::original(path).is_none()) {
        for component in Component::ALL {
            let without = without_key(&text, component.key());
            assert_ne!(without, text, "{path} has no {}", component.key());
            all.push((component, Mutation { path: path.clone(), text: without, place: component.key().to_owned() }));
        }
    }
    assert!(all.len() >= 7 * 14);
    let baseline = told(&look(sources(None), &options(NOW)));
    let silent: Vec<String> = all
        .par_iter()
        .filter_map(|(component, mutation)| {
            let new = news(&baseline, mutation);
            let named = new.iter().any(|line| {
                line.starts_with(&mutation.path)
                    && line.contains("component-missing")
                    && line.contains(component.label().id)
            });
            (!named).then(|| format!("{} without {}: {new:?}", mutation.path, mutation.place))
        })
        .collect();
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}

#[test]
fn each_reference_broken_is_named() {
    let mutations = mutate(is_reference, |_| Some("tidak-ada-sama-sekali".to_owned()));
    let inside =
        mutate(is_inside_sop, |old| Some(old.parse::<u32>().map_or("orang-lain".to_owned(), |_| "999".to_owned())));
    assert!(mutations.len() > 60 && inside.len() > 40, "{} and {}", mutations.len(), inside.len());
    assert_named(&mutations, Severity::Error);
    assert_named(&inside, Severity::Error);
}

#[test]
fn each_sum_changed_is_named() {
    let other = |old: &str| match old.split_once('.') {
        // A mean or an index: far enough to be another one.
        Some((whole, places)) => Some(format!("{}.{places}", whole.parse::<u32>().ok()?.checked_sub(1)?)),
        None => Some((old.parse::<u64>().ok()? + 1).to_string()),
    };
    let mutations = mutate(|keys| keys.iter().any(|key| SUMS.contains(&key.as_str())), other);
    assert!(mutations.len() > 30, "{}", mutations.len());
    assert_named(&mutations, Severity::Warning);
}

/// A way of an SOP that is cut: a decision or a start that is an ordinary step, an ordinary step that decides.
#[test]
fn each_way_of_an_sop_cut_is_named() {
    let shape =
        |wanted: &'static str| move |keys: &[String]| keys[0] == "sop" && keys.last().is_some_and(|key| key == wanted);
    let decided = mutate(shape("bentuk"), |old| (old == "keputusan" || old == "mulai").then(|| "kegiatan".to_owned()));
    let asked = mutate(shape("bentuk"), |old| (old == "kegiatan").then(|| "keputusan".to_owned()));
    let all: Vec<Mutation> = decided.into_iter().chain(asked).collect();
    assert!(all.len() > 14, "{}", all.len());
    assert_named(&all, Severity::Error);
}

/// What is not broken is not named: the run would be worth nothing if any change made a noise.
#[test]
fn a_change_that_breaks_nothing_is_not_named() {
    let baseline = told(&look(sources(None), &options(NOW)));
    let (path, text) = files(|path| path.ends_with("/lapas-contoh/layanan/kunjungan.yaml")).remove(0);
    let mutation = Mutation { path, text: format!("{text}\n# catatan\n"), place: String::new() };
    assert_eq!(news(&baseline, &mutation), BTreeSet::new());
}

fn is_reference(keys: &[String]) -> bool {
    let last = keys.last().map_or("", String::as_str);
    // A check of facts names a post, and a channel of the facility itself is no reference.
    let elsewhere = keys.iter().any(|key| key == "diperiksa" || key == "publikasi");
    REFERENCES.contains(&last) && !elsewhere
}

fn is_inside_sop(keys: &[String]) -> bool {
    keys.first().is_some_and(|key| key == "sop")
        && keys.iter().any(|key| key == "langkah")
        && keys.last().is_some_and(|key| INSIDE_SOP.contains(&key.as_str()))
}

/// The files of the example: its own, its oversight events, its overseers.
fn files(wanted: impl Fn(&str) -> bool) -> Vec<(String, String)> {
    let own = sample_sources().iter().filter(|(_, source)| source.path.ends_with(".yaml") && wanted(&source.path));
    own.map(|(_, source)| (source.path.clone(), source.text().unwrap().to_owned())).collect()
}

fn is_example(path: &str) -> bool {
    path.starts_with("content/")
        && (path.contains("lapas-contoh/") || path.contains("kanwil-contoh/") || path.contains("ombudsman-contoh"))
}

/// One mutation for each scalar below keys that are wanted, where `change` has another value for it.
fn mutate(wanted: impl Fn(&[String]) -> bool, change: impl Fn(&str) -> Option<String>) -> Vec<Mutation> {
    let mut all = Vec::new();
    for (path, text) in files(is_example) {
        let Some(root) = tree::parse(&text).unwrap() else { continue };
        let mut scalars = Vec::new();
        walk(&root, &mut Vec::new(), &mut scalars);
        for (keys, node) in scalars.into_iter().filter(|(keys, _)| wanted(keys)) {
            let What::Scalar { text: old, .. } = &node.what else { continue };
            if let Some(new) = change(old) {
                let mut changed = text.clone();
                changed.replace_range(node.bytes.clone(), &new);
                let line = text[..node.bytes.start].matches('\n').count() + 1;
                all.push(Mutation {
                    path: path.clone(),
                    text: changed,
                    place: format!("{line} {}: {old}", keys.join(".")),
                });
            }
        }
    }
    all
}

fn walk<'n>(node: &'n Node, keys: &mut Vec<String>, found: &mut Vec<(Vec<String>, &'n Node)>) {
    match &node.what {
        What::Scalar { .. } => found.push((keys.clone(), node)),
        What::List(items) => items.iter().for_each(|item| walk(item, keys, found)),
        What::Map(pairs) => {
            for (key, value) in pairs {
                if let What::Scalar { text: key, .. } = &key.what {
                    keys.push(key.clone());
                    walk(value, keys, found);
                    keys.pop();
                }
            }
        }
    }
}

fn assert_named(mutations: &[Mutation], at_least: Severity) {
    let baseline = told(&look(sources(None), &options(NOW)));
    let words: &[&str] = match at_least {
        Severity::Error => &[" error "],
        _ => &[" error ", " gap ", " warning "],
    };
    let silent: Vec<String> = mutations
        .par_iter()
        .filter_map(|mutation| {
            let new = news(&baseline, mutation);
            let named =
                new.iter().any(|line| line.starts_with(&mutation.path) && words.iter().any(|word| line.contains(word)));
            (!named).then(|| format!("{}:{}: {new:?}", mutation.path, mutation.place))
        })
        .collect();
    assert!(silent.is_empty(), "{} of {} changes are not named:\n{}", silent.len(), mutations.len(), silent.join("\n"));
}

/// What is told of the changed site and was not told before.
fn news(baseline: &BTreeSet<String>, mutation: &Mutation) -> BTreeSet<String> {
    let built = look(sources(Some(mutation)), &options(NOW));
    told(&built).difference(baseline).cloned().collect()
}

fn sources(mutation: Option<&Mutation>) -> Sources {
    let changed: BTreeMap<String, Vec<u8>> =
        mutation.into_iter().map(|one| (one.path.clone(), one.text.clone().into_bytes())).collect();
    static NEAR: OnceLock<Sources> = OnceLock::new();
    // Without the theme, whose templates cost more than all the rest and which nothing here changes; that there is none is
    // told each time alike.
    let near = NEAR.get_or_init(|| {
        let kept = |source: &Source| !source.path.starts_with(builtin::THEME_ROOT) && is_near(&source.path);
        let all = sample_sources().iter().filter(|(_, source)| kept(source));
        Sources::from_pairs(all.map(|(_, source)| (source.path.clone(), source.bytes.to_vec())))
    });
    near.replaced(changed)
}

/// What the example refers to: its own files, the settings, every institution, the register of laws.
fn is_near(path: &str) -> bool {
    let others = path.starts_with("content/fasilitas/")
        || path.starts_with("content/pemantauan/")
        || path.starts_with("content/berita/");
    !others || path.contains("-contoh")
}

/// Each problem in a line, without its place in the file: a line more or less is no other problem.
fn told(built: &Built) -> BTreeSet<String> {
    let place = regex::Regex::new(r":\d+:\d+ ").unwrap();
    let words = built.diagnostics.iter().map(|found| format!("{:?}", found.problem));
    let lines = built.problems();
    lines.iter().zip(words).map(|(line, words)| format!("{} {words}", place.replace(line, " "))).collect()
}

/// The text without a key of the top level and all that belongs to it.
fn without_key(text: &str, key: &str) -> String {
    let mut gone = false;
    let mut kept = String::new();
    for line in text.split_inclusive('\n') {
        let top = !line.starts_with([' ', '-', '#', '\n', '\r']);
        if top {
            gone = line.starts_with(&format!("{key}:"));
        }
        if !gone {
            kept.push_str(line);
        }
    }
    kept
}
