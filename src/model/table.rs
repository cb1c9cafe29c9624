//! Records of one kind, by id.

use super::id::Id;

/// The records of one kind, sorted by id; the children of a record stand together.
#[derive(Debug)]
pub struct Table<T> {
    rows: Vec<(Id<T>, T)>,
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
        (Self { rows: kept }, twice)
    }

    /// Finds a record.
    pub fn get(&self, id: &Id<T>) -> Option<&T> {
        self.rows.binary_search_by(|row| row.0.cmp(id)).ok().map(|at| &self.rows[at].1)
    }

    /// Returns the records in order of their ids.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + ExactSizeIterator {
        self.rows.iter().map(|row| &row.1)
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
        self.rows[from..from + count].iter().map(|row| &row.1)
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
        Self { rows: Vec::new() }
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
}
