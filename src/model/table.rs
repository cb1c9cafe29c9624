//! Records of one kind, by id.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::id::Id;

/// The records of one kind, sorted by id; the children of a record stand together. Two tables may share records.
#[derive(Debug)]
pub struct Table<T> {
    rows: Arc<Vec<(Id<T>, T)>>,
    // What stands in the place of the row of this number.
    over: BTreeMap<usize, T>,
}

impl<T> Table<T> {
    /// Sorts records into a table. The second of two records with one id is handed back.
    pub fn new(mut rows: Vec<(Id<T>, T)>) -> (Self, Vec<(Id<T>, T)>) {
        rows.sort_by(|a, b| a.0.cmp(&b.0));
        let mut kept: Vec<(Id<T>, T)> = Vec::with_capacity(rows.len());
        let mut twice = Vec::new();
        for row in rows {
            if kept.last().is_some_and(|last| last.0 == row.0) {
                twice.push(row);
            } else {
                kept.push(row);
            }
        }
        (Self { rows: Arc::new(kept), over: BTreeMap::new() }, twice)
    }

    /// Returns a table that shares the records of this one, but for those of the same ids. Others are left out.
    #[must_use]
    pub fn overlaid(&self, records: Vec<(Id<T>, T)>) -> Self {
        let over = records.into_iter().filter_map(|(id, record)| Some((self.find(&id)?, record))).collect();
        Self { rows: Arc::clone(&self.rows), over }
    }

    fn find(&self, id: &Id<T>) -> Option<usize> {
        self.rows.binary_search_by(|row| row.0.cmp(id)).ok()
    }

    fn row(&self, at: usize) -> &T {
        self.over.get(&at).unwrap_or_else(|| &self.rows[at].1)
    }

    /// Finds a record.
    pub fn get(&self, id: &Id<T>) -> Option<&T> {
        self.find(id).map(|at| self.row(at))
    }

    /// Returns the records in order of their ids.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + ExactSizeIterator {
        (0..self.rows.len()).map(move |at| self.row(at))
    }

    /// Returns the ids in order.
    pub fn ids(&self) -> impl Iterator<Item = &Id<T>> {
        self.rows.iter().map(|row| &row.0)
    }

    /// Returns the records below `parent`, in order of their ids.
    pub fn under<P: ?Sized>(
        &self,
        parent: &Id<P>,
    ) -> impl DoubleEndedIterator<Item = &T> + ExactSizeIterator + use<'_, T, P> {
        let from = self.rows.partition_point(|row| row.0 < parent.of());
        let below = |id: &Id<T>| parent.parts().eq(id.parts().take(parent.parts().count()));
        let count = self.rows[from..].partition_point(|row| below(&row.0));
        (from..from + count).map(move |at| self.row(at))
    }

    /// Returns how many there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Returns whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { rows: Arc::default(), over: BTreeMap::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::scalar::Scalar;

    fn id(text: &str) -> Id<&'static str> {
        Id::read(text).unwrap()
    }

    #[test]
    fn children_are_a_slice_and_duplicates_come_back() {
        let rows = ["a/x", "a-b/x", "a/y", "b/x", "a/x"].map(|text| (id(text), text)).to_vec();
        let (table, twice) = Table::new(rows);
        assert_eq!(twice.len(), 1);
        assert_eq!(table.under(&id("a")).copied().collect::<Vec<_>>(), ["a/x", "a/y"]);
        assert_eq!(table.under(&id("c")).len(), 0);
        assert_eq!(table.get(&id("b/x")), Some(&"b/x"));
    }

    #[test]
    fn a_table_takes_other_words_for_its_records_and_no_more_records() {
        let (table, _) = Table::new(["a/x", "a/y", "b/x"].map(|text| (id(text), text)).to_vec());
        let other = table.overlaid(vec![(id("a/y"), "other"), (id("c"), "more")]);
        assert_eq!(other.iter().copied().collect::<Vec<_>>(), ["a/x", "other", "b/x"]);
        assert_eq!(other.under(&id("a")).copied().collect::<Vec<_>>(), ["a/x", "other"]);
        assert_eq!((other.get(&id("a/y")), other.get(&id("c"))), (Some(&"other"), None));
        assert_eq!(table.get(&id("a/y")), Some(&"a/y"));
    }
}
