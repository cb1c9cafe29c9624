//! What a picture tells about people beside what it shows: place, names, serial numbers, the picture before it was made
//! unrecognisable. Containers are opened here; what they hold is read by the formats below.

mod exif;
mod gif;
mod iptc;
mod xmp;

use std::collections::BTreeSet;

/// What kind of thing a picture tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TraceKind {
    /// Where it was taken.
    Place,
    /// Who owns the camera, who took it, who is on it.
    Person,
    /// Which camera it was.
    Device,
    /// A small copy, which may still show the faces that the picture no longer shows.
    Thumbnail,
    /// Details that are packed, so that nobody looked at them.
    Unread,
}

/// One thing that a picture tells. Its value is never carried on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Trace {
    /// Of which kind it is.
    pub kind: TraceKind,
    /// The name under which programs show it: `GPSLatitude`.
    pub name: &'static str,
}

/// Finds what a picture tells, each once, gravest first.
pub(super) fn find(bytes: &[u8]) -> Vec<Trace> {
    let mut found = BTreeSet::new();
    if bytes.starts_with(&[0xff, 0xd8]) {
        jpeg(bytes, &mut found);
    } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        png(bytes, &mut found);
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12).is_some_and(|kind| kind == b"WEBP") {
        webp(bytes, &mut found);
    } else if bytes.starts_with(b"GIF8") {
        gif::read(bytes, &mut found);
    }
    found.into_iter().collect()
}

/// Segments up to the picture itself: APP1 holds EXIF or XMP, APP13 holds IPTC.
fn jpeg(bytes: &[u8], found: &mut BTreeSet<Trace>) {
    let mut at = 2;
    while let Some(&[0xff, marker]) = bytes.get(at..at + 2) {
        match marker {
            // Fill bytes, and markers without a length.
            0xff => at += 1,
            0x01 | 0xd0..=0xd8 => at += 2,
            // The picture begins or ends.
            0xd9 | 0xda => return,
            _ => {
                let Some(length) = u16_at(bytes, at + 2).filter(|length| *length >= 2) else { return };
                let Some(segment) = bytes.get(at + 4..at + 2 + usize::from(length)) else { return };
                if let Some(tiff) = segment.strip_prefix(b"Exif\0\0").filter(|_| marker == 0xe1) {
                    exif::read(tiff, found);
                } else if marker == 0xe1 && segment.starts_with(b"http://ns.adobe.com/x") {
                    xmp::read(segment, found);
                } else if let Some(resources) = segment.strip_prefix(b"Photoshop 3.0\0").filter(|_| marker == 0xed) {
                    iptc::read(resources, found);
                }
                at += 2 + usize::from(length);
            }
        }
    }
}

/// Chunks: `eXIf` holds EXIF, text chunks hold XMP and named texts.
fn png(bytes: &[u8], found: &mut BTreeSet<Trace>) {
    let mut at = 8;
    while let Some(length) = u32_at(bytes, at) {
        let Some(end) = (at + 8).checked_add(length as usize) else { return };
        let (Some(kind), Some(chunk)) = (bytes.get(at + 4..at + 8), bytes.get(at + 8..end)) else { return };
        match kind {
            b"eXIf" => exif::read(chunk, found),
            b"tEXt" | b"zTXt" | b"iTXt" => png_text(kind, chunk, found),
            _ => {}
        }
        at = end + 4;
    }
}

fn png_text(kind: &[u8], chunk: &[u8], found: &mut BTreeSet<Trace>) {
    let Some(end) = chunk.iter().position(|b| *b == 0) else { return };
    let (key, rest) = (&chunk[..end], &chunk[end + 1..]);
    let packed = kind == b"zTXt" || (kind == b"iTXt" && rest.first() == Some(&1));
    match key {
        b"XML:com.adobe.xmp" if !packed => xmp::read(rest, found),
        b"Author" => {
            found.insert(Trace { kind: TraceKind::Person, name: "Author" });
        }
        _ if key == b"XML:com.adobe.xmp" || key.starts_with(b"Raw profile type") => {
            found.insert(Trace { kind: TraceKind::Unread, name: "profile" });
        }
        _ => {}
    }
}

/// Chunks of RIFF, each padded to an even length.
fn webp(bytes: &[u8], found: &mut BTreeSet<Trace>) {
    let mut at = 12;
    while let Some(length) = bytes.get(at + 4..at + 8).and_then(|four| four.try_into().ok()).map(u32::from_le_bytes) {
        let Some(end) = (at + 8).checked_add(length as usize) else { return };
        let Some(chunk) = bytes.get(at + 8..end) else { return };
        match &bytes[at..at + 4] {
            b"EXIF" => exif::read(chunk.strip_prefix(b"Exif\0\0").unwrap_or(chunk), found),
            b"XMP " => xmp::read(chunk, found),
            _ => {}
        }
        at = end + length as usize % 2;
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2)?.try_into().ok().map(u16::from_be_bytes)
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes)
}
