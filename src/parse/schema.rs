//! Holds a tree against the schema of a raw type and names every structural problem at its place. serde stops at the
//! first one and speaks to programmers; this walk finds the rest.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde_json::Value;

use super::synonyms;
use super::tree::{Flaw, Node, What};
use crate::diag::Problem;
use crate::diag::problem::Shape;
use crate::text;

/// Describes a raw type.
pub fn of<T: JsonSchema>() -> Value {
    schemars::schema_for!(T).to_value()
}

/// Returns every structural problem of `node` under `schema`, where it stands.
pub fn problems(node: &Node, schema: &Value) -> Vec<Flaw> {
    let mut walk = Walk { root: schema, found: Vec::new() };
    walk.node(node, schema);
    walk.found
}

struct Walk<'s> {
    root: &'s Value,
    found: Vec<Flaw>,
}

impl<'s> Walk<'s> {
    fn node(&mut self, node: &Node, schema: &'s Value) {
        let Some(schema) = fitting(self.root, node, schema) else { return };
        let Some(want) = shape_of_schema(schema) else { return };
        let found = shape_of_node(node);
        if want != found {
            // A key with nothing after it is an absent value, which the checks name where the value is needed.
            if !node.is("") {
                let flaw = Flaw::from((Problem::WrongShape { want, found }, node.bytes.clone()));
                self.found.push(flaw.becomes(reshaped(node, want)));
            }
            return;
        }
        match &node.what {
            What::List(items) => {
                for item in items {
                    self.node(item, &schema["items"]);
                }
            }
            What::Map(pairs) => self.map(pairs, schema),
            What::Scalar { .. } => {}
        }
    }

    fn map(&mut self, pairs: &[(Node, Node)], schema: &'s Value) {
        let mut seen: BTreeMap<&str, ()> = BTreeMap::new();
        let fields = schema["properties"].as_object();
        let any = &schema["additionalProperties"];
        for (key, value) in pairs {
            // A tree has no other keys.
            let What::Scalar { text: name, .. } = &key.what else { continue };
            let is_second = seen.insert(name, ()).is_some();
            if is_second {
                self.found.push((Problem::DuplicateKey { key: name.clone() }, key.bytes.clone()).into());
            }
            match fields.and_then(|fields| fields.get(name)) {
                Some(field) => self.node(value, field),
                None if any.is_object() => self.node(value, any),
                // Told where it stood first.
                None if is_second => {}
                // Only counted (`Diagnostics::conclude`): the words would cost more than the file.
                None if self.found.len() > 1_000 => {
                    let problem = Problem::UnknownKey { key: name.clone(), near: None, known: Vec::new() };
                    self.found.push((problem, key.bytes.clone()).into());
                }
                None => {
                    let known: Vec<String> = fields.map(|fields| fields.keys().cloned().collect()).unwrap_or_default();
                    let certain = synonyms::certain(name, known.iter().map(String::as_str));
                    let near = certain.or_else(|| text::nearest(name, known.iter().map(String::as_str)));
                    let near = near.map(str::to_owned);
                    // A key that is there already cannot be meant a second time.
                    let free = |meant: &&str| pairs.iter().all(|(other, _)| !other.is(meant));
                    let meant = certain.filter(free).map(str::to_owned);
                    let problem = Problem::UnknownKey { key: name.clone(), near, known };
                    self.found.push(Flaw::from((problem, key.bytes.clone())).becomes(meant));
                }
            }
        }
    }
}

/// Follows references and picks the alternative that has the node's shape; without one, the first.
pub(super) fn fitting<'s>(root: &'s Value, node: &Node, schema: &'s Value) -> Option<&'s Value> {
    if let Some(reference) = schema["$ref"].as_str() {
        return fitting(root, node, root.pointer(reference.strip_prefix('#')?)?);
    }
    let Some(alternatives) = schema["anyOf"].as_array() else { return Some(schema) };
    let resolved: Vec<&Value> = alternatives.iter().filter_map(|option| fitting(root, node, option)).collect();
    let same = resolved.iter().find(|option| shape_of_schema(option) == Some(shape_of_node(node)));
    same.or_else(|| resolved.iter().find(|option| shape_of_schema(option).is_some())).copied()
}

// `a, b` where a list belongs is `[a, b]`; a list of one where a value belongs is that value.
fn reshaped(node: &Node, want: Shape) -> Option<String> {
    let plain = |text: &str| !text.contains(['[', ']', '{', '}', '"', '\'', '#', ':', '\n']);
    match (&node.what, want) {
        (What::Scalar { text, .. }, Shape::List) if plain(text) => {
            let items: Vec<&str> = text.split(',').map(str::trim).filter(|item| !item.is_empty()).collect();
            Some(format!("[{}]", items.join(", ")))
        }
        (What::List(items), Shape::Scalar) => match &items[..] {
            [Node { what: What::Scalar { text, .. }, .. }] if plain(text) => Some(text.clone()),
            _ => None,
        },
        _ => None,
    }
}

fn shape_of_schema(schema: &Value) -> Option<Shape> {
    let name = match &schema["type"] {
        Value::String(name) => name.as_str(),
        Value::Array(names) => names.iter().filter_map(Value::as_str).find(|name| *name != "null")?,
        _ => return None,
    };
    match name {
        "object" => Some(Shape::Map),
        "array" => Some(Shape::List),
        "null" => None,
        _ => Some(Shape::Scalar),
    }
}

fn shape_of_node(node: &Node) -> Shape {
    match node.what {
        What::Scalar { .. } => Shape::Scalar,
        What::List(_) => Shape::List,
        What::Map(_) => Shape::Map,
    }
}
