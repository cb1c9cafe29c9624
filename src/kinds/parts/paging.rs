//! A list too long for one page: parted into leaves of one length, the first at the list's own address, the others below it.

use crate::lang::{Label, Lang, whole};
use crate::model::place::Place;
use crate::page::{Page, ViewCx};
use crate::view::Pager;

/// One page of a list.
#[derive(Debug, Clone)]
pub(in crate::kinds) struct Leaf<T> {
    first: Place,
    /// Its number, from 1.
    pub(in crate::kinds) number: usize,
    total: usize,
    entries: usize,
    // How many entries stand on the leaves before it.
    before: usize,
    /// What stands on it.
    pub(in crate::kinds) items: Vec<T>,
}

/// Parts a list. One without entries still has its first leaf, which says so.
pub(in crate::kinds) fn leaves<T: Clone>(first: &Place, items: &[T], per_leaf: usize) -> Vec<Leaf<T>> {
    let (entries, total) = (items.len(), items.len().div_ceil(per_leaf).max(1));
    let mut parts = items.chunks(per_leaf);
    let leaf = |at: usize| {
        let items = parts.next().unwrap_or_default().to_vec();
        Leaf { first: first.clone(), number: at + 1, total, entries, before: at * per_leaf, items }
    };
    (0..total).map(leaf).collect()
}

impl<T> Leaf<T> {
    /// Returns its address.
    pub(in crate::kinds) fn place(&self) -> Place {
        self.at(self.number)
    }

    fn at(&self, number: usize) -> Place {
        if number == 1 { self.first.clone() } else { self.first.down("halaman").down(&number.to_string()) }
    }

    /// Titles it; from the second on with its number.
    pub(in crate::kinds) fn title(&self, list: &str, lang: Lang) -> String {
        match self.number {
            1 => list.to_owned(),
            number => format!("{list}, {} {number}", lang.pick("halaman", "page")),
        }
    }

    /// Puts a page of the list `list` in its place; search engines find the first one only.
    pub(in crate::kinds) fn put<'s>(&self, page: Page<'s>, list: &str) -> Page<'s> {
        if self.number == 1 { page } else { page.under(list, self.first.clone()).unlisted() }
    }

    /// Says which of all entries stand on it; nothing where all do.
    pub(in crate::kinds) fn range(&self, lang: Lang) -> Option<String> {
        let [from, to, all] = [self.before + 1, self.before + self.items.len(), self.entries];
        let [from, to, all] = [from, to, all].map(|number| whole(number, lang));
        let (word, of) = lang.pick(("Nomor", "dari"), ("Numbers", "of"));
        (self.total > 1).then(|| format!("{word} {from}–{to} {of} {all}"))
    }

    /// Leads to the leaves beside it, in the words for those before and after.
    pub(in crate::kinds) fn pager(&self, before: Label, after: Label, cx: &ViewCx<'_>) -> Pager {
        let to = |label: Label, number: usize| cx.link(label.of(cx.lang), &self.at(number));
        Pager {
            number: self.number,
            total: self.total,
            entries: self.entries,
            newer: (self.number > 1).then(|| to(before, self.number - 1)),
            older: (self.number < self.total).then(|| to(after, self.number + 1)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_stands_on_one_leaf_in_its_order() {
        let first = Place::top("daftar");
        for count in [0, 1, 24, 25, 26, 10_000] {
            let items: Vec<usize> = (0..count).collect();
            let leaves = leaves(&first, &items, 25);
            let all: Vec<usize> = leaves.iter().flat_map(|leaf| leaf.items.iter().copied()).collect();
            assert_eq!(all, items, "{count}");
            assert_eq!(leaves.len(), count.div_ceil(25).max(1), "{count}");
            assert!(leaves.iter().all(|leaf| leaf.items.len() <= 25 && leaf.entries == count), "{count}");
        }
    }

    #[test]
    fn a_leaf_says_where_it_stands() {
        let items: Vec<usize> = (0..26).collect();
        let leaves = leaves(&Place::top("daftar"), &items, 25);
        assert_eq!(leaves[0].place().to_string(), "/daftar/");
        assert_eq!(leaves[1].place().to_string(), "/daftar/halaman/2/");
        assert_eq!(leaves[0].title("Daftar", Lang::Id), "Daftar");
        assert_eq!(leaves[1].title("Daftar", Lang::Id), "Daftar, halaman 2");
        assert_eq!(leaves[1].range(Lang::Id).as_deref(), Some("Nomor 26–26 dari 26"));
        assert_eq!(super::leaves(&Place::top("daftar"), &[1], 25)[0].range(Lang::Id), None);
    }
}
