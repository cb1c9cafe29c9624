//! What pictures tell about people: the smallest files of each format, with and without.

use bening::scan::{Trace, TraceKind, picture};

#[test]
fn a_clean_picture_tells_nothing() {
    for bytes in [jpeg(&[]), png(&[]), webp(&[])] {
        assert_eq!(picture(&bytes), []);
    }
}

#[test]
fn a_place_is_found_in_every_container() {
    let exif = exif(
        Order::Little,
        &[(0x8825, Value::Directory(vec![(0x01, text("S")), (0x02, degrees(10)), (0x04, degrees(123))]))],
        None,
    );
    let place = [trace(TraceKind::Place, "GPSLatitude"), trace(TraceKind::Place, "GPSLongitude")];
    assert_eq!(picture(&jpeg(&[(0xe1, [b"Exif\0\0", &exif[..]].concat())])), place);
    assert_eq!(picture(&png(&[(*b"eXIf", exif.clone())])), place);
    assert_eq!(picture(&webp(&[(*b"EXIF", exif.clone())])), place);
    assert_eq!(picture(&webp(&[(*b"EXIF", [b"Exif\0\0", &exif[..]].concat())])), place);
}

#[test]
fn both_orders_of_bytes_are_read() {
    for order in [Order::Little, Order::Big] {
        let exif = exif(
            order,
            &[
                (0x010f, text("Kamera Contoh")),
                (0x013b, text("Nama Contoh")),
                (0x8769, Value::Directory(vec![(0x9003, text("2026:11-20")), (0xa431, text("SN-0001"))])),
            ],
            None,
        );
        let expected = [trace(TraceKind::Person, "Artist"), trace(TraceKind::Device, "BodySerialNumber")];
        assert_eq!(picture(&jpeg(&[(0xe1, [b"Exif\0\0", &exif[..]].concat())])), expected);
    }
}

#[test]
fn what_was_emptied_tells_nothing() {
    let gps = Value::Directory(vec![(0x00, Value::Bytes(1, vec![2, 3, 0, 0])), (0x02, degrees(0)), (0x04, degrees(0))]);
    let exif = exif(Order::Little, &[(0x013b, text("      ")), (0x8825, gps), (0xa430, text(""))], None);
    assert_eq!(picture(&png(&[(*b"eXIf", exif)])), []);
}

#[test]
fn a_small_copy_of_the_picture_is_found() {
    let exif = exif(Order::Little, &[(0x010f, text("Kamera"))], Some((0x0201, Value::Bytes(4, vec![9, 0, 0, 0]))));
    assert_eq!(picture(&webp(&[(*b"EXIF", exif)])), [trace(TraceKind::Thumbnail, "ThumbnailImage")]);
}

#[test]
fn packets_of_properties_are_searched() {
    let packet =
        |inner: &str| format!("<x:xmpmeta><rdf:Description {inner}</rdf:Description></x:xmpmeta>").into_bytes();
    let xmp = packet(
        "exif:GPSLatitude=\"10,10.1S\" tiff:Artist=\"\"><dc:creator><rdf:Seq><rdf:li>N</rdf:li></rdf:Seq></dc:creator>\
        <Iptc4xmpExt:PersonInImage><rdf:Bag/></Iptc4xmpExt:PersonInImage><mwg-rs:Name/>",
    );
    let expected = [
        trace(TraceKind::Place, "GPSLatitude"),
        trace(TraceKind::Person, "PersonInImage"),
        trace(TraceKind::Person, "creator"),
    ];
    assert_eq!(picture(&jpeg(&[(0xe1, [b"http://ns.adobe.com/xap/1.0/\0", &xmp[..]].concat())])), expected);
    assert_eq!(picture(&webp(&[(*b"XMP ", xmp.clone())])), expected);
    let keyword = [b"XML:com.adobe.xmp\0\0\0\0\0", &xmp[..]].concat();
    assert_eq!(picture(&png(&[(*b"iTXt", keyword)])), expected);
    assert_eq!(picture(&webp(&[(*b"XMP ", packet("xmp:CreatorTool=\"x\">"))])), []);
}

#[test]
fn fields_of_editors_are_read() {
    let field =
        |number: u8, value: &[u8]| [&[0x1c, 2, number][..], &(value.len() as u16).to_be_bytes(), value].concat();
    let iptc = |fields: &[Vec<u8>]| {
        let fields = fields.concat();
        let mut all = b"Photoshop 3.0\x008BIM\x04\x04\0\0".to_vec();
        all.extend((fields.len() as u32).to_be_bytes());
        all.extend(fields);
        all
    };
    let named = iptc(&[field(5, b"Judul"), field(80, b"Nama Contoh"), field(92, b"Blok")]);
    let expected = [trace(TraceKind::Place, "Sub-location"), trace(TraceKind::Person, "By-line")];
    assert_eq!(picture(&jpeg(&[(0xed, named)])), expected);
    assert_eq!(picture(&jpeg(&[(0xed, iptc(&[field(5, b"Judul"), field(80, b"")]))])), []);
}

#[test]
fn texts_of_png_are_read() {
    assert_eq!(picture(&png(&[(*b"tEXt", b"Author\0Nama".to_vec())])), [trace(TraceKind::Person, "Author")]);
    assert_eq!(picture(&png(&[(*b"tEXt", b"Software\0x".to_vec())])), []);
    let packed = b"Raw profile type exif\0\0x\x9c".to_vec();
    assert_eq!(picture(&png(&[(*b"zTXt", packed)])), [trace(TraceKind::Unread, "profile")]);
}

#[test]
fn broken_files_are_read_as_far_as_they_go() {
    let exif = exif(Order::Big, &[(0x8825, Value::Directory(vec![(0x02, degrees(10))]))], Some((0x0201, text("x"))));
    for whole in [
        jpeg(&[(0xe1, [b"Exif\0\0", &exif[..]].concat())]),
        png(&[(*b"eXIf", exif.clone())]),
        webp(&[(*b"EXIF", exif.clone())]),
    ] {
        for end in 0..whole.len() {
            picture(&whole[..end]);
            let mut spoiled = whole.clone();
            spoiled[end] = 0xff;
            picture(&spoiled);
        }
    }
    assert_eq!(picture(b"GIF89a"), []);
    assert_eq!(picture(b"judul: x"), []);
}

#[test]
fn a_directory_that_leads_to_itself_ends() {
    let mut loops = b"II*\0\x08\0\0\0\x02\0".to_vec();
    for _ in 0..2 {
        loops.extend([0x69, 0x87, 4, 0, 1, 0, 0, 0, 8, 0, 0, 0]);
    }
    loops.extend([8, 0, 0, 0]);
    assert_eq!(picture(&png(&[(*b"eXIf", loops)])), []);
}

fn trace(kind: TraceKind, name: &'static str) -> Trace {
    Trace { kind, name }
}

#[derive(Clone, Copy)]
enum Order {
    Little,
    Big,
}

impl Order {
    fn two(self, number: u16) -> [u8; 2] {
        match self {
            Self::Little => number.to_le_bytes(),
            Self::Big => number.to_be_bytes(),
        }
    }

    fn four(self, number: usize) -> [u8; 4] {
        match self {
            Self::Little => (number as u32).to_le_bytes(),
            Self::Big => (number as u32).to_be_bytes(),
        }
    }
}

enum Value {
    /// A type and bytes.
    Bytes(u16, Vec<u8>),
    Directory(Vec<(u16, Value)>),
    /// Whole degrees.
    Degrees(usize),
}

fn text(text: &str) -> Value {
    Value::Bytes(2, [text.as_bytes(), b"\0"].concat())
}

fn degrees(degrees: usize) -> Value {
    Value::Degrees(degrees)
}

/// The bytes of EXIF: a main directory, and an entry of the thumbnail's.
fn exif(order: Order, main: &[(u16, Value)], thumbnail: Option<(u16, Value)>) -> Vec<u8> {
    let mark: &[u8] = match order {
        Order::Little => b"II*\0",
        Order::Big => b"MM\0*",
    };
    let mut bytes = [mark, &order.four(8)].concat();
    let next = directory(order, main, &mut bytes);
    if let Some(entry) = thumbnail {
        let at = bytes.len();
        bytes[next..next + 4].copy_from_slice(&order.four(at));
        directory(order, &[entry], &mut bytes);
    }
    bytes
}

/// Appends a directory and returns where its link to the next one stands.
fn directory(order: Order, entries: &[(u16, Value)], bytes: &mut Vec<u8>) -> usize {
    let start = bytes.len();
    let next = start + 2 + entries.len() * 12;
    bytes.extend(order.two(entries.len() as u16));
    bytes.resize(next + 4, 0);
    for (number, (tag, value)) in entries.iter().enumerate() {
        let at = start + 2 + number * 12;
        let end = bytes.len();
        let (kind, count, held): (u16, usize, Vec<u8>) = match value {
            Value::Directory(inner) => {
                directory(order, inner, bytes);
                (4, 1, order.four(end).to_vec())
            }
            Value::Degrees(degrees) => {
                for number in [*degrees, 1, 0, 1, 0, 1] {
                    bytes.extend(order.four(number));
                }
                (5, 3, order.four(end).to_vec())
            }
            Value::Bytes(kind, value) if value.len() <= 4 => (*kind, value.len(), value.clone()),
            Value::Bytes(kind, value) => {
                bytes.extend(value);
                (*kind, value.len(), order.four(end).to_vec())
            }
        };
        bytes[at..at + 2].copy_from_slice(&order.two(*tag));
        bytes[at + 2..at + 4].copy_from_slice(&order.two(kind));
        bytes[at + 4..at + 8].copy_from_slice(&order.four(count));
        bytes[at + 8..at + 8 + held.len()].copy_from_slice(&held);
    }
    next
}

fn jpeg(segments: &[(u8, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = vec![0xff, 0xd8];
    for (marker, segment) in segments {
        bytes.extend([0xff, *marker]);
        bytes.extend((segment.len() as u16 + 2).to_be_bytes());
        bytes.extend(segment);
    }
    bytes.extend([0xff, 0xda, 0, 2, 0xff, 0xd9]);
    bytes
}

fn png(chunks: &[([u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    let (first, last) = ([(*b"IHDR", vec![0; 13])], [(*b"IEND", Vec::new())]);
    for (kind, chunk) in first.iter().chain(chunks).chain(&last) {
        bytes.extend((chunk.len() as u32).to_be_bytes());
        bytes.extend(kind);
        bytes.extend(chunk);
        bytes.extend([0; 4]);
    }
    bytes
}

fn webp(chunks: &[([u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut inner = b"WEBP".to_vec();
    for (kind, chunk) in [(*b"VP8 ", vec![0; 3])].iter().chain(chunks) {
        inner.extend(kind);
        inner.extend((chunk.len() as u32).to_le_bytes());
        inner.extend(chunk);
        inner.resize(inner.len() + chunk.len() % 2, 0);
    }
    [b"RIFF", &(inner.len() as u32).to_le_bytes()[..], &inner].concat()
}
