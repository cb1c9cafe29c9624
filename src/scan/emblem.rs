//! A picture that stands on every page, a logo or a band: whether it is what its name says, small enough, of a known size, and
//! only a picture. An SVG is a document: opened by itself it could run scripts and call other hosts.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Its size in pixels, or in the units of its drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// How wide it is.
    pub width: u32,
    /// How high it is.
    pub height: u32,
}

/// What keeps a picture from standing on every page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfit {
    /// Its name ends otherwise than in one of these.
    Ending(&'static [&'static str]),
    /// Its bytes are not what its name says.
    OtherKind {
        /// What its name says.
        said: String,
    },
    /// It is too heavy.
    Heavy {
        /// Its weight in KiB, rounded up.
        kib: usize,
        /// The most there may be.
        limit: usize,
    },
    /// It has more pixels a side than anybody sees.
    Large {
        /// Its longer side.
        pixels: u32,
        /// The most there may be.
        limit: u32,
    },
    /// A drawing that does not say how large it is.
    NoSize,
    /// A drawing that is no XML, or no SVG.
    Malformed,
    /// A part of a drawing that runs or brings in something.
    Part {
        /// The element or attribute.
        name: String,
    },
}

/// Where a picture stands, and so what it may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The sign of whoever publishes.
    Logo,
    /// The ornament at the top.
    Band,
}

impl Role {
    fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Logo => &["svg", "png", "webp"],
            Self::Band => &["svg"],
        }
    }

    fn limit_kib(self) -> usize {
        match self {
            Self::Logo => 48,
            Self::Band => 12,
        }
    }
}

const MOST_PIXELS: u32 = 1200;

/// Looks at a picture.
///
/// # Errors
/// What keeps it from standing on every page.
pub fn look(name: &str, bytes: &[u8], role: Role) -> Result<Size, Unfit> {
    let ending = name.rsplit_once('.').map_or_else(String::new, |(_, ending)| ending.to_ascii_lowercase());
    if !role.endings().contains(&ending.as_str()) {
        return Err(Unfit::Ending(role.endings()));
    }
    let (kib, limit) = (bytes.len().div_ceil(1024), role.limit_kib());
    if kib > limit {
        return Err(Unfit::Heavy { kib, limit });
    }
    let size = match ending.as_str() {
        "svg" => return svg(bytes),
        "png" => png(bytes),
        _ => webp(bytes),
    };
    let size = size.filter(|size| size.width > 0 && size.height > 0).ok_or(Unfit::OtherKind { said: ending })?;
    let pixels = size.width.max(size.height);
    if pixels > MOST_PIXELS { Err(Unfit::Large { pixels, limit: MOST_PIXELS }) } else { Ok(size) }
}

fn png(bytes: &[u8]) -> Option<Size> {
    if !bytes.starts_with(b"\x89PNG\r\n\x1a\n") || bytes.get(12..16)? != b"IHDR" {
        return None;
    }
    let side = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    Some(Size { width: side(16)?, height: side(20)? })
}

// Three kinds of first chunk: with a canvas, without loss, with loss.
fn webp(bytes: &[u8]) -> Option<Size> {
    if !bytes.starts_with(b"RIFF") || bytes.get(8..12)? != b"WEBP" {
        return None;
    }
    let at = |at: usize| bytes.get(at).copied().map(u32::from);
    match bytes.get(12..16)? {
        b"VP8X" => {
            let side = |from: usize| Some(1 + (at(from)? | at(from + 1)? << 8 | at(from + 2)? << 16));
            Some(Size { width: side(24)?, height: side(27)? })
        }
        b"VP8L" => {
            let bits = at(21)? | at(22)? << 8 | at(23)? << 16 | at(24)? << 24;
            Some(Size { width: 1 + (bits & 0x3fff), height: 1 + (bits >> 14 & 0x3fff) })
        }
        b"VP8 " => {
            let side = |from: usize| Some((at(from)? | at(from + 1)? << 8) & 0x3fff);
            Some(Size { width: side(26)?, height: side(28)? })
        }
        _ => None,
    }
}

fn svg(bytes: &[u8]) -> Result<Size, Unfit> {
    let text = std::str::from_utf8(bytes).map_err(|_| Unfit::Malformed)?;
    let mut reader = Reader::from_str(text);
    let mut size = None;
    let mut in_style = false;
    loop {
        match reader.read_event().map_err(|_| Unfit::Malformed)? {
            Event::Start(element) => {
                size = size.or(Some(begun(&element, size.is_none())?));
                in_style = element.local_name().as_ref() == "style";
            }
            Event::Empty(element) => size = size.or(Some(begun(&element, size.is_none())?)),
            Event::End(_) => in_style = false,
            Event::Text(text) if in_style => style(&text)?,
            Event::CData(text) if in_style => style(&text)?,
            // Entities could spell out anything.
            Event::DocType(text) if text.contains('[') => return Err(Unfit::Part { name: "DOCTYPE".to_owned() }),
            Event::PI(text) if text.starts_with("xml-stylesheet") => {
                return Err(Unfit::Part { name: "xml-stylesheet".to_owned() });
            }
            Event::Eof => break,
            _ => {}
        }
    }
    size.flatten().ok_or(Unfit::NoSize)
}

// Elements that hold other documents, run, or change what was checked.
const REFUSED: [&str; 10] = [
    "script",
    "foreignobject",
    "iframe",
    "object",
    "embed",
    "handler",
    "listener",
    "set",
    "animate",
    "animatetransform",
];

// Refuses what is no picture; the first element is the drawing itself and tells its size.
fn begun(element: &BytesStart<'_>, first: bool) -> Result<Option<Size>, Unfit> {
    let name = element.local_name().as_ref().to_owned();
    if first && name != "svg" {
        return Err(Unfit::Malformed);
    }
    if REFUSED.contains(&name.to_ascii_lowercase().as_str()) {
        return Err(Unfit::Part { name });
    }
    let (mut width, mut height, mut field) = (None, None, None);
    for attribute in element.attributes() {
        let attribute = attribute.map_err(|_| Unfit::Malformed)?;
        let key = attribute.key.local_name().as_ref().to_ascii_lowercase();
        let value = attribute.value.clone().into_owned();
        let unfit = || Unfit::Part { name: attribute.key.as_ref().to_owned() };
        match key.as_str() {
            "href" | "src" if !is_inside(&value) => return Err(unfit()),
            "style" => style(&value)?,
            _ if key.starts_with("on") => return Err(unfit()),
            _ if brings_in(&value) => return Err(unfit()),
            "width" => width = whole(&value),
            "height" => height = whole(&value),
            "viewbox" => {
                let parts: Vec<&str> = value.split([' ', ',']).filter(|part| !part.is_empty()).collect();
                field = parts.get(2).and_then(|width| whole(width)).zip(parts.get(3).and_then(|height| whole(height)));
            }
            _ => {}
        }
    }
    let size = field.or(width.zip(height)).map(|(width, height)| Size { width, height });
    Ok(size.filter(|_| first))
}

fn style(css: &str) -> Result<(), Unfit> {
    let lower = css.to_ascii_lowercase();
    // A backslash could spell either in another way.
    if lower.contains("@import") || lower.contains('\\') || brings_in(&lower) {
        return Err(Unfit::Part { name: "style".to_owned() });
    }
    Ok(())
}

// A part of the drawing, or a picture that it carries.
fn is_inside(value: &str) -> bool {
    let value = value.trim();
    value.starts_with('#')
        || ["data:image/png", "data:image/jpeg", "data:image/webp"].iter().any(|kind| value.starts_with(kind))
}

fn brings_in(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    lower.split("url(").skip(1).any(|rest| !rest.trim_start_matches(['"', '\'', ' ']).starts_with('#'))
        || lower.contains("javascript:")
}

// `64`, `64px`, `63.5`; not `100%`.
fn whole(value: &str) -> Option<u32> {
    let number = value.trim().trim_end_matches("px").parse::<f64>().ok()?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it lies between 0 and 100,000")]
    (number > 0.0 && number < 100_000.0).then(|| (number.ceil() as u32).max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: &str) -> Result<Size, Unfit> {
        Err(Unfit::Part { name: name.to_owned() })
    }

    fn drawing(inside: &str) -> Result<Size, Unfit> {
        let text = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64.5 32\">{inside}</svg>");
        look("logo.svg", text.as_bytes(), Role::Logo)
    }

    #[test]
    fn a_drawing_is_only_a_drawing() {
        let fine = Ok(Size { width: 65, height: 32 });
        assert_eq!(
            drawing("<path d=\"M0 0h2\" fill=\"url(#a)\"/><use href=\"#a\"/><style>a{fill:url(#b)}</style>"),
            fine
        );
        for (inside, name) in [
            ("<script>x()</script>", "script"),
            ("<svg:script xmlns:svg=\"http://www.w3.org/2000/svg\"/>", "script"),
            ("<g onload=\"x()\"/>", "onload"),
            ("<a href=\"javascript:x()\"/>", "href"),
            ("<image xlink:href=\"https://a.example/x.png\"/>", "xlink:href"),
            ("<use href=\"b.svg#a\"/>", "href"),
            ("<image href=\"data:image/svg+xml,x\"/>", "href"),
            ("<foreignObject/>", "foreignObject"),
            ("<set attributeName=\"href\" to=\"x\"/>", "set"),
            ("<style>@import 'x'</style>", "style"),
            ("<style><![CDATA[a{fill:url(https://a.example)}]]></style>", "style"),
            ("<g style=\"fill:url(//a.example)\"/>", "style"),
            ("<g fill=\"url(https://a.example)\"/>", "fill"),
        ] {
            assert_eq!(drawing(inside), part(name), "{inside}");
        }
        let entity = b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg viewBox=\"0 0 1 1\"/>";
        assert_eq!(look("a.svg", entity, Role::Band), part("DOCTYPE"));
    }

    #[test]
    fn a_picture_is_what_its_name_says_and_small() {
        assert_eq!(look("logo.gif", b"GIF89a", Role::Logo), Err(Unfit::Ending(&["svg", "png", "webp"])));
        assert_eq!(look("pita.png", b"\x89PNG", Role::Band), Err(Unfit::Ending(&["svg"])));
        let other = |said: &str| Err(Unfit::OtherKind { said: said.to_owned() });
        assert_eq!(look("logo.png", b"\xff\xd8\xff", Role::Logo), other("png"));
        assert_eq!(look("logo.webp", b"RIFF", Role::Logo), other("webp"));
        assert_eq!(look("logo.svg", b"<html></html>", Role::Logo), Err(Unfit::Malformed));
        assert_eq!(look("logo.svg", b"<svg><g></svg>", Role::Logo), Err(Unfit::Malformed));
        assert_eq!(look("logo.svg", b"<svg width=\"100%\"/>", Role::Logo), Err(Unfit::NoSize));
        assert_eq!(look("logo.svg", &[b' '; 49 * 1024], Role::Logo), Err(Unfit::Heavy { kib: 49, limit: 48 }));
    }

    #[test]
    fn sizes_are_read_from_each_kind() {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        png.extend([0, 0, 0, 80, 0, 0, 0, 40]);
        assert_eq!(look("a.PNG", &png, Role::Logo), Ok(Size { width: 80, height: 40 }));
        png[18] = 8;
        assert_eq!(look("a.png", &png, Role::Logo), Err(Unfit::Large { pixels: 2128, limit: 1200 }));
        let webp = |kind: &[u8; 4], rest: &[u8]| [b"RIFF\0\0\0\0WEBP", &kind[..], b"\0\0\0\0", rest].concat();
        let canvas = webp(b"VP8X", &[0, 0, 0, 0, 79, 0, 0, 39, 0, 0]);
        assert_eq!(look("a.webp", &canvas, Role::Logo), Ok(Size { width: 80, height: 40 }));
        let exact = webp(b"VP8L", &[0x2f, 79, 0xc0, 9, 0]);
        assert_eq!(look("a.webp", &exact, Role::Logo), Ok(Size { width: 80, height: 40 }));
        let lossy = webp(b"VP8 ", &[0, 0, 0, 0x9d, 1, 0x2a, 80, 0, 40, 0]);
        assert_eq!(look("a.webp", &lossy, Role::Logo), Ok(Size { width: 80, height: 40 }));
    }
}
