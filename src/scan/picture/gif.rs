//! Blocks of a GIF (GIF89a): an application extension may hold XMP, as Adobe's "XMP in GIF" writes it: raw text, behind it
//! a run of falling bytes that leads readers of blocks over it.

use std::collections::BTreeSet;

use super::{Trace, xmp};

/// What follows the text of XMP: the beginning of the falling bytes.
const AFTER_XMP: [u8; 3] = [0x01, 0xff, 0xfe];

/// Reads the blocks up to the end.
pub(super) fn read(bytes: &[u8], found: &mut BTreeSet<Trace>) {
    let Some(&flags) = bytes.get(10) else { return };
    let mut at = 13 + colours(flags);
    while let Some(&kind) = bytes.get(at) {
        at = match kind {
            0x21 => {
                if bytes.get(at + 1) == Some(&0xff)
                    && let Some(text) = bytes.get(at + 3..).and_then(|block| block.strip_prefix(b"XMP DataXMP"))
                {
                    let end = text.windows(AFTER_XMP.len()).position(|three| three == AFTER_XMP).unwrap_or(text.len());
                    xmp::read(&text[..end], found);
                }
                after_blocks(bytes, at + 2)
            }
            0x2c => {
                let Some(&flags) = bytes.get(at + 9) else { return };
                after_blocks(bytes, at + 11 + colours(flags))
            }
            _ => return,
        };
    }
}

/// How many bytes a table of colours takes.
fn colours(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

/// Where a row of blocks ends, each led by its length, the last one empty.
fn after_blocks(bytes: &[u8], mut at: usize) -> usize {
    while let Some(&length) = bytes.get(at).filter(|length| **length > 0) {
        at += 1 + usize::from(length);
    }
    at + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One dot, with an extension before it.
    fn gif(extension: &[u8]) -> Vec<u8> {
        let head = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff\x21\xf9\x04\0\0\0\0\0";
        let dot = b"\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0\x3b";
        [head.as_slice(), extension, dot].concat()
    }

    fn xmp(text: &str) -> Vec<u8> {
        let falling = [1].into_iter().chain((0..=255).rev()).chain([0]);
        b"\x21\xff\x0bXMP DataXMP".iter().copied().chain(text.bytes()).chain(falling).collect()
    }

    fn names(bytes: &[u8]) -> Vec<&'static str> {
        let mut found = BTreeSet::new();
        read(bytes, &mut found);
        found.into_iter().map(|trace| trace.name).collect()
    }

    #[test]
    fn xmp_is_found_and_nothing_else_is() {
        let told = xmp("<rdf:Description exif:GPSLatitude=\"10,10.5S\"/>");
        assert_eq!(names(&gif(&told)).len(), 1);
        assert!(names(&gif(&[told.as_slice(), &told].concat()))[0].starts_with("GPS"));
        assert_eq!(names(&gif(b"")), [""; 0]);
        assert_eq!(names(&gif(&xmp("<rdf:Description dc:format=\"image/gif\"/>"))), [""; 0]);
    }

    #[test]
    fn a_broken_file_ends() {
        let whole = gif(&xmp("<x exif:GPSLatitude=\"1\"/>"));
        for length in 0..whole.len() {
            names(&whole[..length]);
        }
        assert_eq!(names(&[b"GIF89a\x01\0\x01\0\xff\0\0".as_slice(), &[0x21; 4_000]].concat()), [""; 0]);
    }
}
