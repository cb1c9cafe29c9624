//! The places of files that belong to no kind: data, feed, sitemap. What is in them is the business of `render`.

use crate::model::place::Place;

/// The folder of the data.
pub const DATA: &str = "data";

/// Returns the page that lists the data.
pub fn data() -> Place {
    Place::top(DATA)
}

/// Returns the place of a kind's CSV.
pub fn csv(key: &str) -> Place {
    data().file(&format!("{key}.csv"))
}

/// Returns the place of a kind's JSON.
pub fn json(key: &str) -> Place {
    data().file(&format!("{key}.json"))
}

/// Returns the place of the news feed.
pub fn feed() -> Place {
    Place::home().file("berita.atom.xml")
}

/// The description of all tables.
pub fn package() -> Place {
    data().file("datapackage.json")
}
