//! Text → raw values, generic over the raw type. Knows no kind by name and judges no meaning.

pub mod front_matter;
pub mod markdown;
pub mod overlay;
pub mod schema;
pub mod subset;
pub mod synonyms;
pub mod tree;
pub mod written;
pub mod yaml;
