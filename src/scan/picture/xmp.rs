//! XMP: names of properties in a packet of RDF. The packet is searched, not parsed: a property counts where it stands as
//! an element or as an attribute.

use std::collections::BTreeSet;

use super::{Trace, TraceKind};

const TELLING: &[(&str, TraceKind, &str)] = &[
    ("exif:GPSLatitude", TraceKind::Place, "GPSLatitude"),
    ("exif:GPSLongitude", TraceKind::Place, "GPSLongitude"),
    ("Iptc4xmpCore:Location", TraceKind::Place, "Location"),
    ("Iptc4xmpExt:LocationCreated", TraceKind::Place, "LocationCreated"),
    ("Iptc4xmpExt:PersonInImage", TraceKind::Person, "PersonInImage"),
    ("mwg-rs:Name", TraceKind::Person, "RegionName"),
    ("MPReg:PersonDisplayName", TraceKind::Person, "PersonDisplayName"),
    ("aux:OwnerName", TraceKind::Person, "OwnerName"),
    ("exifEX:CameraOwnerName", TraceKind::Person, "CameraOwnerName"),
    ("tiff:Artist", TraceKind::Person, "Artist"),
    ("dc:creator", TraceKind::Person, "creator"),
    ("aux:SerialNumber", TraceKind::Device, "SerialNumber"),
    ("exifEX:BodySerialNumber", TraceKind::Device, "BodySerialNumber"),
    ("xmp:Thumbnails", TraceKind::Thumbnail, "Thumbnails"),
];

/// Reads XMP and adds what tells about people.
pub(super) fn read(packet: &[u8], found: &mut BTreeSet<Trace>) {
    let packet = String::from_utf8_lossy(packet);
    for (property, kind, name) in TELLING {
        if packet.match_indices(property).any(|(at, _)| says_something(&packet[at + property.len()..])) {
            found.insert(Trace { kind: *kind, name });
        }
    }
}

/// Whether a property has a value: not `=""`, not `/>`, not `></`.
fn says_something(after: &str) -> bool {
    let after = after.trim_start();
    if let Some(value) = after.strip_prefix('=') {
        let value = value.trim_start();
        return value.starts_with(['"', '\'']) && !value[1..].trim_start().starts_with(['"', '\'']);
    }
    after.strip_prefix('>').is_some_and(|content| !content.trim_start().starts_with("</"))
}
