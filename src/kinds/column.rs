//! A published field, declared once: CSV header, JSON key, label and type all come from here.

use super::Site;
use crate::lang::Label;
use crate::model::cell::{Cell, CellKind};

/// One published field of records of kind `T`.
pub struct Column<T: 'static> {
    /// The law's Indonesian word: CSV header, JSON key, and the key in content files where there is one.
    pub key: &'static str,
    /// For people.
    pub label: Label,
    /// Its type.
    pub kind: CellKind,
    /// Its value for a record. What is derived may look at the rest of the site.
    pub get: fn(&T, &Site) -> Cell,
}

/// What a column is, without its type of record.
#[derive(Debug, Clone, Copy)]
pub struct ColumnInfo {
    /// As in `Column`.
    pub key: &'static str,
    /// As in `Column`.
    pub label: Label,
    /// As in `Column`.
    pub kind: CellKind,
}

impl<T> Column<T> {
    /// Declares a field.
    pub const fn new(key: &'static str, label: Label, kind: CellKind, get: fn(&T, &Site) -> Cell) -> Self {
        Self { key, label, kind, get }
    }

    /// Returns what the column is.
    pub const fn info(&self) -> ColumnInfo {
        ColumnInfo { key: self.key, label: self.label, kind: self.kind }
    }
}
