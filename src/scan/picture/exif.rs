//! EXIF: directories of tags in the manner of TIFF.

use std::collections::BTreeSet;

use super::{Trace, TraceKind};

/// No honest picture has more directories, nor a directory more entries; a loop has.
const DIRECTORIES: usize = 8;
const ENTRIES: u16 = 512;

const EXIF_DIRECTORY: u16 = 0x8769;
const GPS_DIRECTORY: u16 = 0x8825;
const THUMBNAIL_START: u16 = 0x0201;

/// Tags of the main and the EXIF directory that tell about people. Time, model and exposure tell nothing that the page
/// does not say itself; notes of the maker are not read, since most cameras write them and few put a number in them.
const TELLING: &[(u16, TraceKind, &str)] = &[
    (0x013b, TraceKind::Person, "Artist"),
    (0x9c9d, TraceKind::Person, "XPAuthor"),
    (0xa430, TraceKind::Person, "CameraOwnerName"),
    (0xa431, TraceKind::Device, "BodySerialNumber"),
    (0xa435, TraceKind::Device, "LensSerialNumber"),
    (0xc62f, TraceKind::Device, "CameraSerialNumber"),
];

/// Tags of the GPS directory that hold a place. Its version and its clock do not.
const PLACE: &[(u16, &str)] = &[
    (0x02, "GPSLatitude"),
    (0x04, "GPSLongitude"),
    (0x14, "GPSDestLatitude"),
    (0x16, "GPSDestLongitude"),
    (0x1c, "GPSAreaInformation"),
];

#[derive(Clone, Copy, PartialEq)]
enum Directory {
    Main,
    Thumbnail,
    Gps,
}

/// Reads EXIF and adds what tells about people.
pub(super) fn read(bytes: &[u8], found: &mut BTreeSet<Trace>) {
    let Some(tiff) = Tiff::open(bytes) else { return };
    let mut waiting: Vec<(Directory, u32)> = tiff.u32(4).map(|start| (Directory::Main, start)).into_iter().collect();
    let mut read = 0;
    while let Some((directory, start)) = waiting.pop() {
        read += 1;
        if read > DIRECTORIES {
            return;
        }
        let start = start as usize;
        let Some(count) = tiff.u16(start).filter(|count| *count <= ENTRIES) else { continue };
        for entry in (0..usize::from(count)).map(|entry| start + 2 + entry * 12) {
            let Some(tag) = tiff.u16(entry) else { break };
            match (directory, tag) {
                (Directory::Main, EXIF_DIRECTORY) => {
                    waiting.extend(tiff.u32(entry + 8).map(|at| (Directory::Main, at)))
                }
                (Directory::Main, GPS_DIRECTORY) => waiting.extend(tiff.u32(entry + 8).map(|at| (Directory::Gps, at))),
                (Directory::Thumbnail, THUMBNAIL_START) => {
                    found.insert(Trace { kind: TraceKind::Thumbnail, name: "ThumbnailImage" });
                }
                (Directory::Gps, tag) => {
                    let place = PLACE.iter().find(|(one, _)| *one == tag && tiff.says_something(entry));
                    found.extend(place.map(|(_, name)| Trace { kind: TraceKind::Place, name }));
                }
                (Directory::Main, tag) => {
                    let telling = TELLING.iter().find(|(one, ..)| *one == tag && tiff.says_something(entry));
                    found.extend(telling.map(|(_, kind, name)| Trace { kind: *kind, name }));
                }
                (Directory::Thumbnail, _) => {}
            }
        }
        let next = tiff.u32(start + 2 + usize::from(count) * 12).filter(|next| *next != 0);
        if directory == Directory::Main && read == 1 {
            waiting.extend(next.map(|next| (Directory::Thumbnail, next)));
        }
    }
}

struct Tiff<'a> {
    bytes: &'a [u8],
    little: bool,
}

impl<'a> Tiff<'a> {
    fn open(bytes: &'a [u8]) -> Option<Self> {
        match bytes.get(..4)? {
            b"II*\0" => Some(Self { bytes, little: true }),
            b"MM\0*" => Some(Self { bytes, little: false }),
            _ => None,
        }
    }

    fn u16(&self, at: usize) -> Option<u16> {
        let two = self.bytes.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if self.little { u16::from_le_bytes(two) } else { u16::from_be_bytes(two) })
    }

    fn u32(&self, at: usize) -> Option<u32> {
        let four = self.bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if self.little { u32::from_le_bytes(four) } else { u32::from_be_bytes(four) })
    }

    /// Whether the value of an entry is more than zeros and spaces: programs that clean pictures leave those.
    fn says_something(&self, entry: usize) -> bool {
        let (Some(kind), Some(count)) = (self.u16(entry + 2), self.u32(entry + 4)) else { return false };
        let width = match kind {
            3 | 8 => 2,
            4 | 9 | 11 => 4,
            5 | 10 | 12 => 8,
            _ => 1,
        };
        let Some(length) = (count as usize).checked_mul(width) else { return false };
        let start = if length <= 4 { Some(entry + 8) } else { self.u32(entry + 8).map(|start| start as usize) };
        let value = start.and_then(|start| self.bytes.get(start..start.checked_add(length)?)).unwrap_or_default();
        if kind == 5 || kind == 10 {
            // Fractions: the numerators, since cleaned ones read 0/1.
            return value.chunks_exact(8).any(|one| one[..4].iter().any(|b| *b != 0));
        }
        value.iter().any(|b| !matches!(b, 0 | b' '))
    }
}
