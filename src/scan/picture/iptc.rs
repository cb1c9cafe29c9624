//! IPTC: named fields inside the resources that picture editors store.

use std::collections::BTreeSet;

use super::{Trace, TraceKind, u16_at, u32_at};

/// The resource that holds IPTC, and those that hold a small copy of the picture.
const FIELDS: u16 = 0x0404;
const THUMBNAILS: [u16; 2] = [0x0409, 0x040c];

/// Fields of the second record.
const TELLING: &[(u8, TraceKind, &str)] = &[
    (80, TraceKind::Person, "By-line"),
    (92, TraceKind::Place, "Sub-location"),
    (118, TraceKind::Person, "Contact"),
    (122, TraceKind::Person, "Writer-Editor"),
];

/// Reads resources and adds what tells about people.
pub(super) fn read(bytes: &[u8], found: &mut BTreeSet<Trace>) {
    let mut at = 0;
    while bytes.get(at..at + 4).is_some_and(|mark| mark == b"8BIM") {
        let Some(id) = u16_at(bytes, at + 4) else { return };
        let Some(&name) = bytes.get(at + 6) else { return };
        // The name with its length is padded to an even length, and so is the resource.
        let size_at = at + 6 + (usize::from(name) + 2) / 2 * 2;
        let Some(size) = u32_at(bytes, size_at).map(|size| size as usize) else { return };
        let Some(resource) = size_at.checked_add(4 + size).and_then(|end| bytes.get(size_at + 4..end)) else { return };
        if id == FIELDS {
            fields(resource, found);
        } else if THUMBNAILS.contains(&id) && !resource.is_empty() {
            found.insert(Trace { kind: TraceKind::Thumbnail, name: "PhotoshopThumbnail" });
        }
        at = size_at + 4 + size + size % 2;
    }
}

fn fields(bytes: &[u8], found: &mut BTreeSet<Trace>) {
    let mut at = 0;
    while let Some(&[0x1c, record, field]) = bytes.get(at..at + 3) {
        let Some(length) = u16_at(bytes, at + 3).map(usize::from) else { return };
        let Some(value) = bytes.get(at + 5..at + 5 + length) else { return };
        let telling = TELLING.iter().find(|(one, ..)| record == 2 && *one == field);
        if value.iter().any(|b| !matches!(b, 0 | b' ')) {
            found.extend(telling.map(|(_, kind, name)| Trace { kind: *kind, name }));
        }
        at += 5 + length;
    }
}
