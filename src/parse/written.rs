//! Raw values as they stand in a file: text that is not yet read, and texts that may grow into maps.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::lang::Lang;
use crate::model::scalar::{Misread, Scalar, Writing};

/// A scalar as typed. Taking it from YAML never fails, so that one wrong value does not hide the others of its file;
/// `read` says whether it is a `T`.
pub struct Written<T> {
    text: String,
    of: PhantomData<fn() -> T>,
}

impl<T: Scalar> Written<T> {
    /// Returns the text as typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Reads the value.
    ///
    /// # Errors
    /// Says what was wanted when the text is not a `T`.
    pub fn read(&self) -> Result<T, Misread> {
        T::read(&self.text)
    }
}

impl<'de, T> Deserialize<'de> for Written<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self { text, of: PhantomData })
    }
}

impl<T: Scalar> JsonSchema for Written<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "scalar".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let Writing { pattern, taken_for, example, choices } = T::writing();
        let mut schema = json_schema!({ "type": "string" });
        if !taken_for.is_empty() {
            let types: Vec<&str> = ["string"].into_iter().chain(taken_for.iter().copied()).collect();
            schema.insert("type".to_owned(), types.into());
        }
        if taken_for.contains(&"integer") {
            schema.insert("minimum".to_owned(), 0.into());
        }
        if choices.is_empty() {
            schema.insert("pattern".to_owned(), pattern.into());
            schema.insert("patternErrorMessage".to_owned(), format!("Tulis seperti ini: {example}").into());
        } else {
            let labels: Vec<&str> = choices.iter().map(|(_, label)| label.of(Lang::Id)).collect();
            schema.insert("enumDescriptions".to_owned(), labels.into());
            schema.insert("enum".to_owned(), choices.iter().map(|(key, _)| *key).collect::<Vec<_>>().into());
        }
        schema
    }
}

/// Takes a key that stands there without a value for an empty text, which then is no `T`: of `warna: #123456` YAML keeps nothing.
///
/// # Errors
/// A list or a map.
pub fn even_empty<'de, D, T>(deserializer: D) -> Result<Option<Written<T>>, D::Error>
where
    D: Deserializer<'de>,
{
    struct Even<T>(PhantomData<T>);

    impl<T> Visitor<'_> for Even<T> {
        type Value = Written<T>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a text")
        }

        fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Self::Value, E> {
            Ok(Written { text: text.to_owned(), of: PhantomData })
        }

        fn visit_unit<E: serde::de::Error>(self) -> Result<Self::Value, E> {
            self.visit_str("")
        }
    }

    deserializer.deserialize_any(Even(PhantomData)).map(Some)
}

/// A text, or a map where more needs saying: `KTP` or `{teks: Surat izin, berlaku_bagi: …}`. Here serde_yaml takes `1e3`
/// or `true` for more than text and fails; the tree then reads it as typed.
pub enum TextOr<M> {
    /// The short form.
    Text(String),
    /// The long form.
    Map(M),
}

impl<'de, M: Deserialize<'de>> Deserialize<'de> for TextOr<M> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either<M>(PhantomData<M>);

        impl<'de, M: Deserialize<'de>> Visitor<'de> for Either<M> {
            type Value = TextOr<M>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text or a map")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Self::Value, E> {
                Ok(TextOr::Text(text.to_owned()))
            }

            fn visit_unit<E: serde::de::Error>(self) -> Result<Self::Value, E> {
                Ok(TextOr::Text(String::new()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                M::deserialize(MapAccessDeserializer::new(map)).map(TextOr::Map)
            }
        }

        deserializer.deserialize_any(Either(PhantomData))
    }
}

impl<M: JsonSchema> JsonSchema for TextOr<M> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "text_or_map".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let map = generator.subschema_for::<M>();
        json_schema!({ "anyOf": [{ "type": "string", "pattern": r"\S" }, map] })
    }
}

/// One value, or a list of them: `author: Humas` or `authors: [Humas, Redaksi]`. The parser takes a single value as `TextOr`
/// does.
pub struct Several<T>(pub Vec<Written<T>>);

impl<'de, T> Deserialize<'de> for Several<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrMore<T>(PhantomData<T>);

        impl<'de, T> Visitor<'de> for OneOrMore<T> {
            type Value = Several<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text or a list")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Several(vec![Written { text: text.to_owned(), of: PhantomData }]))
            }

            fn visit_unit<E: serde::de::Error>(self) -> Result<Self::Value, E> {
                Ok(Several(Vec::new()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
                let mut values = Vec::new();
                while let Some(value) = list.next_element()? {
                    values.push(value);
                }
                Ok(Several(values))
            }
        }

        deserializer.deserialize_any(OneOrMore(PhantomData))
    }
}

impl<T: Scalar> JsonSchema for Several<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "text_or_list".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let each = generator.subschema_for::<Written<T>>();
        json_schema!({ "anyOf": [{ "type": "string", "pattern": r"\S" }, { "type": "array", "items": each }] })
    }
}

/// Reads a map whose keys are free, and refuses a key that stands twice: of two values one would be lost in silence.
///
/// # Errors
/// A key twice, or no map.
pub fn each_key_once<'de, D, T>(deserializer: D) -> Result<BTreeMap<String, T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    struct Once<T>(PhantomData<T>);

    impl<'de, T: Deserialize<'de>> Visitor<'de> for Once<T> {
        type Value = BTreeMap<String, T>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a map")
        }

        fn visit_unit<E: serde::de::Error>(self) -> Result<Self::Value, E> {
            Ok(BTreeMap::new())
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut read = BTreeMap::new();
            while let Some((key, value)) = map.next_entry()? {
                if read.insert(key, value).is_some() {
                    return Err(serde::de::Error::custom("a key twice"));
                }
            }
            Ok(read)
        }
    }

    deserializer.deserialize_map(Once(PhantomData))
}

/// Reads such a map where it may be left out; one without keys says as little.
///
/// # Errors
/// A key twice, or no map.
pub fn each_key_once_if_any<'de, D, T>(deserializer: D) -> Result<Option<BTreeMap<String, T>>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    each_key_once(deserializer).map(|map| Some(map).filter(|map| !map.is_empty()))
}

impl<T> Default for Several<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}
