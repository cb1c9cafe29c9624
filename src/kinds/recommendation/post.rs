//! Whether a text names a person where a post belongs. A duty is a post's: people change, and a public list of duties must not
//! become a list of culprits.

use std::sync::LazyLock;

use regex::Regex;

use crate::kinds::Site;

static HONORIFIC: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^(?:bapak|bpk\.?|ibu|saudara|saudari|sdr\.?|sdri\.?|dr\.|drs\.|dra\.|ir\.|h\.|hj\.)\s|,\s*(?:S|M|A)\.?\s?(?:H|E|Sos|Si|Sc|IP|Kom|Pd|Psi|Md|Kes|AP|STP)\b|,\s*(?:Amd|Bc)\.",
    )
    .expect("the pattern is part of the program, and a test compiles it")
});

/// Returns whether the text is or holds a person's name: that of somebody in office on this site, or one with a title.
pub(super) fn is_person(text: &str, site: &Site) -> bool {
    HONORIFIC.is_match(text) || site.people().any(|name| text.contains(name))
}

impl Site {
    // Whole names only: one word alone may be a post or a place.
    fn people(&self) -> impl Iterator<Item = &str> {
        self.openly().people.into_iter().filter(|name| name.split(' ').count() > 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_belong_to_people_and_posts_have_none() {
        for person in
            ["Bapak Contoh", "Rina Contoh, S.H.", "Rudi Contoh, A.Md.IP", "dr. Contoh", "Sdr. Contoh", "Contoh, M.Si"]
        {
            assert!(HONORIFIC.is_match(person), "{person}");
        }
        for post in [
            "Kepala Lapas",
            "Kasubag TU",
            "Kepala Seksi Pembinaan, Lapas Contoh",
            "Direktur",
            "Kepala UPT, masing-masing",
        ] {
            assert!(!HONORIFIC.is_match(post), "{post}");
        }
    }
}
