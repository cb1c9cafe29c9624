//! Stable names of records, typed by what they name.

use std::cmp::Ordering;
use std::fmt;
use std::marker::PhantomData;

use super::scalar::{Misread, Scalar, Writing};

/// The name of one record of kind `T`: lower-case ASCII letters, digits and hyphens; the parts of a record that belongs
/// to another are joined by slashes (`lapas-contoh/kunjungan`). `Id<Facility>` is not `Id<Service>`.
pub struct Id<T: ?Sized> {
    text: Box<str>,
    of: PhantomData<fn() -> T>,
}

impl<T: ?Sized> Id<T> {
    /// Returns the name as text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns the last part: `kunjungan` of `lapas-contoh/kunjungan`.
    pub fn last(&self) -> &str {
        self.text.rsplit('/').next().unwrap_or(&self.text)
    }

    /// Returns the parts in order.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        self.text.split('/')
    }

    /// Returns the id of the record this one belongs to, if it has a parent.
    pub fn parent<P: ?Sized>(&self) -> Option<Id<P>> {
        let (parent, _) = self.text.rsplit_once('/')?;
        Some(Id::trusted(parent))
    }

    /// Returns the id of a record that belongs to this one.
    pub fn child<C: ?Sized>(&self, part: &str) -> Id<C> {
        Id::trusted(&format!("{}/{part}", self.text))
    }

    /// Returns the same text as the name of another kind, for records that share a file.
    pub fn of<O: ?Sized>(&self) -> Id<O> {
        Id::trusted(&self.text)
    }

    fn trusted(text: &str) -> Self {
        Self { text: text.into(), of: PhantomData }
    }
}

impl<T: ?Sized> Scalar for Id<T> {
    fn read(text: &str) -> Result<Self, Misread> {
        let text = text.trim();
        let fits = !text.is_empty() && text.len() <= 200 && text.split('/').all(is_part);
        if fits { Ok(Self::trusted(text)) } else { Err(Misread::Id) }
    }

    fn writing() -> Writing {
        Writing::like("lapas-contoh", r"^\s*[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)*\s*$", &["integer"])
    }
}

fn is_part(part: &str) -> bool {
    !part.is_empty()
        && !part.starts_with('-')
        && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

impl<T: ?Sized> Clone for Id<T> {
    fn clone(&self) -> Self {
        Self { text: self.text.clone(), of: PhantomData }
    }
}

impl<T: ?Sized> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<T: ?Sized> Eq for Id<T> {}

impl<T: ?Sized> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T: ?Sized> Ord for Id<T> {
    // Part by part, so that the children of a record stand together: `a/x` before `a-b/x`.
    fn cmp(&self, other: &Self) -> Ordering {
        self.parts().cmp(other.parts())
    }
}

impl<T: ?Sized> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Id({})", self.text)
    }
}

impl<T: ?Sized> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_plain_and_children_stand_together() {
        for wrong in ["", "A", "a b", "a/", "/a", "a//b", "-a", "a.b", "é", "../a"] {
            assert_eq!(Id::<()>::read(wrong).err(), Some(Misread::Id), "{wrong}");
        }
        let id = Id::<()>::read("a/x").unwrap();
        assert_eq!((id.last(), id.parent::<u8>().unwrap().as_str()), ("x", "a"));
        assert!(id < Id::read("a-b").unwrap());
    }
}
