//! Names of people in custody, of visitors and complainants. A name is words with capitals beside a word of custody; who
//! is named with a post, or is listed as an official, acts in office and may be named.

use std::ops::Range;

use super::lists::Kind;
use super::names::{self, is_degree, is_derived, is_known, is_name_part, is_particle};
use super::words::Word;
use super::{Finding, Known, What};

/// No name has more words.
const LONGEST: usize = 5;

/// What announces a name.
const ANNOUNCING: &[&str] = &["bernama", "a.n", "an", "yakni", "yaitu", "sdr", "saudara", "saudari", "named"];

/// Finds names in a passage.
pub(super) fn find(words: &[Word], known: &Known) -> Vec<Finding> {
    let custody: Vec<usize> = (0..words.len()).filter(|at| names::custody_end(words, *at)).collect();
    let spoken = !custody.is_empty() || words.iter().any(|word| word.is(Kind::Visitor) || word.is(Kind::Entitled));
    let passage = Passage { words, known, title: is_title(words) };
    let mut found: Vec<Range<usize>> = Vec::new();
    for &end in &custody {
        found.extend(passage.after(end));
        found.extend(passage.before(end + 1 - names::custody_length(words, end), end));
    }
    for (at, word) in words.iter().enumerate() {
        if word.is(Kind::Visitor) {
            found.extend(passage.visitor(at));
        }
        if word.low == "alias" {
            found.extend(passage.alias(at));
        }
        if spoken {
            found.extend(passage.announced(at));
        }
        if !custody.is_empty() && matches!(&*word.low, "bin" | "binti") {
            found.extend(passage.fathered(at));
        }
    }
    found.into_iter().map(|name| finding(words, name)).collect()
}

fn finding(words: &[Word], name: Range<usize>) -> Finding {
    let shown = words[name.clone()].iter().map(|word| word.text).collect::<Vec<_>>().join(" ");
    Finding { what: What::Name, bytes: words[name.start].bytes.start..words[name.end - 1].bytes.end, shown }
}

/// Whether nearly all words have capitals, so that capitals say nothing.
fn is_title(words: &[Word]) -> bool {
    let long: Vec<&Word> = words.iter().filter(|word| word.text.len() > 3).collect();
    let capital = long.iter().filter(|word| word.is_capital()).count();
    long.len() > 1 && capital * 4 >= long.len() * 3
}

struct Passage<'a> {
    words: &'a [Word<'a>],
    known: &'a Known,
    /// Whether nearly all words have capitals.
    title: bool,
}

impl Passage<'_> {
    /// The name that follows a word of custody: at once, after the offence, or between commas.
    fn after(&self, custody: usize) -> Option<Range<usize>> {
        let first = custody + 1;
        if self.words.get(first).is_some_and(Word::adjoins) {
            if let Some(name) = self.name_from(first).filter(|name| self.is_told(custody, name)) {
                return self.unless_in_office(name);
            }
            let mut at = first;
            while at < first + 5 && self.words.get(at).is_some_and(|word| word.adjoins() && word.is(Kind::Offence)) {
                at += 1;
            }
            let direct = self.words.get(at).is_some_and(Word::adjoins).then(|| self.name_from(at)).flatten();
            if at > first
                && let Some(name) = direct.filter(|name| self.is_told(custody, name) && self.is_sure(name))
            {
                return self.unless_in_office(name);
            }
        }
        self.after_comma(custody)
    }

    /// `salah satu warga binaan, Petrus Nahak, mengaku`; `warga binaan Lapas Kupang, Thobias Mella, menulis`.
    fn after_comma(&self, custody: usize) -> Option<Range<usize>> {
        let start = custody + 1;
        let comma = (start..(start + 7).min(self.words.len())).find(|at| !self.words[*at].adjoins())?;
        if self.words[comma].gap.trim() != "," || self.words[start..comma].iter().any(|word| word.is(Kind::Post)) {
            return None;
        }
        let name = self.name_from(comma).filter(|name| self.is_sure(name))?;
        let from = custody + 1 - names::custody_length(self.words, custody);
        let single = from > 0 && matches!(&*self.words[from - 1].low, "seorang" | "satu");
        let closed = self.words.get(name.end).is_none_or(|word| word.gap.trim_start().starts_with([',', '(', '.']));
        (single || closed).then_some(name).and_then(|name| self.unless_in_office(name))
    }

    /// The name that leads to a word of custody: `Yohanes Bere (41), narapidana kasus`, `Debora adalah warga binaan`.
    fn before(&self, custody: usize, custody_end: usize) -> Option<Range<usize>> {
        let mut at = custody;
        let mut apart = !self.words[at].adjoins();
        let mut leading = false;
        while at > 0 && self.words[at - 1].is(Kind::Leading) && !self.words[at - 1].is_capital() {
            at -= 1;
            leading = true;
            apart |= !self.words[at].adjoins();
        }
        let gap_is_comma = |at: usize| matches!(self.words[at].gap.trim().trim_end_matches('"'), "," | "),");
        if apart && !(at..=custody).all(|at| self.words[at].adjoins() || gap_is_comma(at)) {
            return None;
        }
        let age = at > 1 && self.words[at - 1].is_age() && self.words[at - 1].gap.contains('(');
        if age {
            at -= 1;
        }
        let said = self
            .words
            .get(custody_end + 1)
            .is_none_or(|next| !next.adjoins() || next.is(Kind::Said) || (next.low == "yang" && apart));
        // `Bere narapidana` without a comma or a verb is no way to name somebody.
        if !(leading || age || (apart && said)) {
            return None;
        }
        let name = self.name_to(at)?;
        let opens = name.start == 0 || !self.words[name.start].adjoins();
        let single = name.len() == 1;
        let given = self.has_given(&name);
        ((!single && !self.title) || given || (single && !opens && leading))
            .then_some(name)
            .and_then(|name| self.unless_in_office(name))
    }

    /// `pelapor bernama X` is announced; `Pengunjung Adelheid Seran` is sure only with a given name.
    fn visitor(&self, at: usize) -> Option<Range<usize>> {
        self.words.get(at + 1).filter(|word| word.adjoins())?;
        let name = self.name_from(at + 1)?;
        (name.len() > 1 && self.has_given(&name)).then_some(name).and_then(|name| self.unless_in_office(name))
    }

    /// `Yusuf Amalo alias Ucu`.
    fn alias(&self, at: usize) -> Option<Range<usize>> {
        self.words.get(at + 1).filter(|word| word.is_capital() && word.adjoins())?;
        let name = self.words[at].adjoins().then(|| self.name_to(at)).flatten()?;
        Some(name.start..at + 2)
    }

    /// `Yohanes bin Markus`, as registers of people in custody write names.
    fn fathered(&self, at: usize) -> Option<Range<usize>> {
        let father = self.words.get(at + 1).filter(|word| word.adjoins() && is_name_part(word, self.known))?;
        let name = self.words[at].adjoins().then(|| self.name_to(at)).flatten()?;
        let end = at + 1 + usize::from(father.is_capital());
        self.unless_in_office(name.start..end)
    }

    /// `atas nama X`, `bernama X`, where custody, a visitor or an entitlement is spoken of.
    fn announced(&self, at: usize) -> Option<Range<usize>> {
        let word = &self.words[at];
        let on_behalf = word.low == "nama" && at > 0 && self.words[at - 1].low == "atas";
        if !on_behalf && !ANNOUNCING.contains(&&*word.low) {
            return None;
        }
        let strong = on_behalf || word.low == "bernama" || word.low == "a.n" || word.low == "named";
        let mut from = at + 1;
        // `atas nama tahanan Marselina`, `bernama lengkap Yohanes`.
        while from < at + 3 && self.words.get(from).is_some_and(|word| !word.is_capital()) {
            from += 1;
        }
        let next = self.words.get(from)?;
        let apart = next.gap.trim_matches([' ', '\n', '.', ':', '"', '“', '*']);
        let name = (apart.is_empty()).then(|| self.name_from(from)).flatten()?;
        (strong || self.is_sure(&name)).then_some(name).and_then(|name| self.unless_in_office(name))
    }

    /// Reads a name that begins at a word.
    fn name_from(&self, start: usize) -> Option<Range<usize>> {
        let first = self.words.get(start).filter(|word| is_name_part(word, self.known) && !is_derived(word))?;
        let mut end = start + 1;
        while end < start + LONGEST
            && let Some(word) = self.words.get(end)
        {
            let initial = self.words[end - 1].text.len() == 1 && word.gap.trim() == ".";
            if !(word.adjoins() || initial) {
                break;
            }
            let particle = is_particle(&word.low) && self.words.get(end + 1).is_some_and(|next| next.is_capital());
            if !particle && !is_name_part(word, self.known) {
                break;
            }
            end += 1;
        }
        (end > start + 1 || first.text.len() > 2).then_some(start..end)
    }

    /// Reads a name that ends before a word. What stands before it must not make it a place or a body.
    fn name_to(&self, end: usize) -> Option<Range<usize>> {
        let mut start = end;
        while start > 0 && end - start < LONGEST {
            let word = &self.words[start - 1];
            let linked = start == end || self.words[start].adjoins();
            let particle = start < end && is_particle(&word.low);
            if !linked || !(is_name_part(word, self.known) || particle) {
                break;
            }
            start -= 1;
        }
        if start == end || (end - start == 1 && self.words[start].text.len() < 3) || is_derived(&self.words[start]) {
            return None;
        }
        if let Some(before) = start.checked_sub(1).map(|at| &self.words[at]).filter(|_| self.words[start].adjoins()) {
            let low = &*before.low;
            let place = matches!(low, "di" | "ke" | "dari" | "at" | "in");
            let body = before.is_capital() && (before.is(Kind::Thing) || self.known.bodies.contains(low));
            if place || body {
                return None;
            }
        }
        Some(start..end)
    }

    /// Whether the words after custody tell a name, and not what a title says in capitals: `Napi Kabur`.
    fn is_told(&self, custody: usize, name: &Range<usize>) -> bool {
        self.has_given(name) || (!self.title && (name.len() > 1 || !self.words[custody].is_capital()))
    }

    /// Whether the words are a name even where a comma might separate what does not belong together.
    fn is_sure(&self, name: &Range<usize>) -> bool {
        self.has_given(name) || (name.len() > 1 && !self.title)
    }

    fn has_given(&self, name: &Range<usize>) -> bool {
        self.words[name.clone()].iter().any(|word| word.is(Kind::Given))
    }

    fn unless_in_office(&self, name: Range<usize>) -> Option<Range<usize>> {
        (!self.is_in_office(&name)).then_some(name)
    }

    /// Whether a person is listed, or a post or degree stands beside the name.
    fn is_in_office(&self, name: &Range<usize>) -> bool {
        if is_known(&self.words[name.clone()], self.known) {
            return true;
        }
        let after = self.words.get(name.end).filter(|word| matches!(word.gap.trim(), "," | "(" | ""));
        let post_after = after.is_some_and(|word| {
            let apart = !word.adjoins();
            (apart && (word.is(Kind::Post) || is_degree(word))) || word.low == "selaku"
        });
        post_after || self.post_before(name.start)
    }

    /// Whether a post leads to a name: `Kepala Seksi Binadik dan Giatja, Septerhani Buky`. A word of custody in between
    /// ends the post.
    fn post_before(&self, start: usize) -> bool {
        for at in (start.saturating_sub(12)..start).rev() {
            let word = &self.words[at];
            let next = &self.words[at + 1];
            let links = next.adjoins() || matches!(next.gap.trim(), "," | "/" | "&" | "." | "(" | ")" | "),");
            if !links || names::custody_end(self.words, at) && next.adjoins() && !word.is_capital() {
                return false;
            }
            if word.is(Kind::Post) {
                return true;
            }
            if !word.is_capital() && !matches!(&*word.low, "dan" | "bidang" | "seksi" | "lapas" | "rutan") {
                return false;
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::words::read;

    fn shown(text: &str) -> Vec<String> {
        let known = Known::new([], ["Dewi Andriani", "Maliki"], ["Rutan Kelas IIB Muntok"]);
        find(&read(text, 0..text.len()), &known).into_iter().map(|finding| finding.shown).collect()
    }

    #[test]
    fn a_name_beside_custody() {
        assert_eq!(shown("narapidana Yohanes Bere mengikuti lomba"), ["Yohanes Bere"]);
        assert_eq!(shown("napi kasus narkotika Rudi Hartono dipindahkan"), ["Rudi Hartono"]);
        assert_eq!(shown("salah satu warga binaan, Petrus Nahak, senang"), ["Petrus Nahak"]);
        assert_eq!(shown("Debora Tallo adalah warga binaan"), ["Debora Tallo"]);
        assert_eq!(shown("Yuliana Koa, ibu dari tahanan itu"), ["Yuliana Koa"]);
        assert_eq!(shown("Yusuf Amalo alias Ucu ditangkap"), ["Yusuf Amalo alias Ucu"]);
    }

    #[test]
    fn who_acts_in_office_may_be_named() {
        assert_eq!(shown("Kasi Binadik, Rina Contoh, mendampingi narapidana"), [""; 0]);
        assert_eq!(shown("Kepada warga binaan, Maliki berpesan"), [""; 0]);
        assert_eq!(shown("Bagi warga binaan, Dewi Andriani, pembinaan penting"), [""; 0]);
        assert_eq!(shown("Petrus Contoh, S.H., seorang kuasa tersangka"), [""; 0]);
    }

    #[test]
    fn bodies_places_and_titles_are_no_names() {
        for text in [
            "Warga Binaan Lapas Kupang",
            "Tahanan Negara",
            "Narapidana Teroris",
            "WBP Lapas Perempuan",
            "Rumah Tahanan Negara Kelas IIB Muntok",
            "Warga Binaan Ikuti Upacara Bendera di Lapangan",
            "Di Kota Atambua, warga binaan yang sehat berolahraga",
            "Narapidana Muntok pulang",
        ] {
            assert_eq!(shown(text), [""; 0], "{text}");
        }
    }
}
