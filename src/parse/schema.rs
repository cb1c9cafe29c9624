//! Holds a tree against the schema of a raw type and names every structural problem at its place. serde stops at the
//! first one and speaks to programmers; this walk finds the rest.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::Value;

use super::tree::{Node, What};
use crate::diag::Problem;
use crate::diag::problem::Shape;
use crate::text;

/// Returns every structural problem of `node` under `schema`, with its bytes.
pub fn problems(node: &Node, schema: &Value) -> Vec<(Problem, Range<usize>)> {
    let mut walk = Walk { root: schema, found: Vec::new() };
    walk.node(node, schema);
    walk.found
}

struct Walk<'s> {
    root: &'s Value,
    found: Vec<(Problem, Range<usize>)>,
}

impl<'s> Walk<'s> {
    fn node(&mut self, node: &Node, schema: &'s Value) {
        let Some(schema) = self.fitting(node, schema) else { return };
        let Some(want) = shape_of_schema(schema) else { return };
        let Some(found) = shape_of_node(node) else { return };
        if want != found {
            // A key with nothing after it is an absent value, which the checks name where the value is needed.
            if !node.is("") {
                self.found.push((Problem::WrongShape { want, found }, node.bytes.clone()));
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
            What::Scalar(_) | What::Alias => {}
        }
    }

    fn map(&mut self, pairs: &[(Node, Node)], schema: &'s Value) {
        let mut seen: BTreeMap<&str, ()> = BTreeMap::new();
        let fields = schema["properties"].as_object();
        let any = &schema["additionalProperties"];
        for (key, value) in pairs {
            let What::Scalar(name) = &key.what else {
                self.found.push((Problem::WrongShape { want: Shape::Scalar, found: Shape::Map }, key.bytes.clone()));
                continue;
            };
            if seen.insert(name, ()).is_some() {
                self.found.push((Problem::DuplicateKey { key: name.clone() }, key.bytes.clone()));
            }
            match fields.and_then(|fields| fields.get(name)) {
                Some(field) => self.node(value, field),
                None if any.is_object() => self.node(value, any),
                None => {
                    let known: Vec<String> = fields.map(|fields| fields.keys().cloned().collect()).unwrap_or_default();
                    let near = text::nearest(name, known.iter().map(String::as_str)).map(str::to_owned);
                    self.found.push((Problem::UnknownKey { key: name.clone(), near, known }, key.bytes.clone()));
                }
            }
        }
    }

    // Follows references and picks the alternative that has the node's shape; without one, the first.
    fn fitting(&self, node: &Node, schema: &'s Value) -> Option<&'s Value> {
        if let Some(reference) = schema["$ref"].as_str() {
            return self.fitting(node, self.root.pointer(reference.strip_prefix('#')?)?);
        }
        let Some(alternatives) = schema["anyOf"].as_array() else { return Some(schema) };
        let resolved: Vec<&Value> = alternatives.iter().filter_map(|option| self.fitting(node, option)).collect();
        let same = resolved.iter().find(|option| shape_of_schema(option) == shape_of_node(node));
        same.or_else(|| resolved.iter().find(|option| shape_of_schema(option).is_some())).copied()
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

fn shape_of_node(node: &Node) -> Option<Shape> {
    match node.what {
        What::Scalar(_) => Some(Shape::Scalar),
        What::List(_) => Some(Shape::List),
        What::Map(_) => Some(Shape::Map),
        What::Alias => None,
    }
}
