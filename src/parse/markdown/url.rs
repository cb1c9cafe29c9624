//! Which addresses may stand in a link or an image, and how they are written into an attribute. It does not know where
//! pages lie: that is the caller's `resolve`.

use super::TargetKind;
use crate::text;
use std::fmt::Write as _;

/// Why an address is refused.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Refused {
    Empty,
    Malformed,
    Scheme(String),
}

/// Returns the address without control characters, or why it may not be used.
///
/// Browsers drop tabs and line breaks inside an address and control characters around it, so the scheme is looked for
/// with all of them, and all white space, taken out: `java\tscript:` is `javascript:`.
pub(super) fn check(written: &str, kind: TargetKind) -> Result<String, Refused> {
    let kept: String = written.chars().filter(|&c| !text::forbidden(c) && c != '\n' && c != '\t').collect();
    let url = kept.trim();
    if url.is_empty() {
        return Err(Refused::Empty);
    }
    if let Some(rest) = url.strip_prefix("//") {
        // Without a scheme the address would follow the page's own, and on file:// lead nowhere.
        return check_host(rest).map(|()| format!("https://{rest}"));
    }
    let bare: String = url.chars().filter(|c| !c.is_whitespace()).collect();
    let Some(scheme) = scheme(&bare) else {
        return Ok(url.to_owned());
    };
    let allowed = match kind {
        TargetKind::Link => {
            matches!(&*scheme, "http" | "https" | "mailto" | "tel" | "sms" | "geo")
        }
        TargetKind::Image => matches!(&*scheme, "http" | "https"),
    };
    if !allowed || !url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(&scheme)) {
        return Err(Refused::Scheme(scheme));
    }
    let rest = &url[scheme.len()..];
    match &*scheme {
        "http" | "https" => {
            check_host(rest.strip_prefix("://").ok_or(Refused::Malformed)?)?;
            Ok(format!("{scheme}{rest}"))
        }
        "tel" | "sms" => Ok(bare),
        _ => Ok(url.to_owned()),
    }
}

/// Whether a written address leads to another site.
pub(super) fn is_external(url: &str) -> bool {
    matches!(scheme(url).as_deref(), Some("http" | "https"))
}

fn scheme(url: &str) -> Option<String> {
    let (scheme, _) = url.split_once(':')?;
    let valid = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    valid.then(|| scheme.to_ascii_lowercase())
}

/// A host name, perhaps with a port. No user name: `https://lapas.go.id@evil.example` only serves to deceive.
fn check_host(rest: &str) -> Result<(), Refused> {
    let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    let (host, port) = authority.split_once(':').unwrap_or((authority, "80"));
    let host = host.strip_suffix('.').unwrap_or(host);
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
    };
    let port_ok = port.is_empty() || port.parse::<u16>().is_ok_and(|_| !port.starts_with('+'));
    if host.split('.').all(label) && port_ok { Ok(()) } else { Err(Refused::Malformed) }
}

/// Writes an address into a double-quoted attribute: what a URL may not contain is percent-encoded, `&` escaped.
pub(super) fn push(out: &mut String, url: &str) {
    let bytes = url.as_bytes();
    let mut fragment = false;
    for (at, &byte) in bytes.iter().enumerate() {
        let escaped =
            byte == b'%' && bytes.get(at + 1..at + 3).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit));
        match byte {
            b'&' => out.push_str("&amp;"),
            b'\'' => out.push_str("%27"),
            b'#' if !fragment => {
                fragment = true;
                out.push('#');
            }
            b'%' if escaped => out.push('%'),
            b'!' | b'$' | b'('..=b';' | b'=' | b'?' | b'@' | b'_' | b'~' => out.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => out.push(char::from(byte)),
            _ => write!(out, "%{byte:02X}").expect("writing to a string cannot fail"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scheme_error(scheme: &str) -> Result<&str, Refused> {
        Err(Refused::Scheme(scheme.to_owned()))
    }

    #[test]
    fn lets_only_harmless_addresses_pass() {
        let cases = [
            ("/a/b/?c=d#e", Ok("/a/b/?c=d#e")),
            ("../08:00/", Ok("../08:00/")),
            ("08:00", Ok("08:00")),
            (" \u{1}a b\u{7f} ", Ok("a b")),
            ("#bagian", Ok("#bagian")),
            ("HTTPS://Contoh.go.id/A", Ok("https://Contoh.go.id/A")),
            ("//contoh.go.id/a", Ok("https://contoh.go.id/a")),
            ("https://contoh.go.id:8443", Ok("https://contoh.go.id:8443")),
            ("tel:+62 380 1", Ok("tel:+623801")),
            ("mailto:a@b.id?subject=x y", Ok("mailto:a@b.id?subject=x y")),
            ("geo:-10.1,123.6", Ok("geo:-10.1,123.6")),
            ("", Err(Refused::Empty)),
            (" \t\u{0}", Err(Refused::Empty)),
            ("http:", Err(Refused::Malformed)),
            ("http:a.id", Err(Refused::Malformed)),
            ("https://", Err(Refused::Malformed)),
            ("https:///a", Err(Refused::Malformed)),
            ("https://a..id/", Err(Refused::Malformed)),
            ("https://a b.id/", Err(Refused::Malformed)),
            ("https://a.id:99999/", Err(Refused::Malformed)),
            ("https://a.go.id@b.example/", Err(Refused::Malformed)),
            ("//", Err(Refused::Malformed)),
            ("javascript:alert(1)", scheme_error("javascript")),
            ("JaVaScRiPt:alert(1)", scheme_error("javascript")),
            ("java\tscript:a", scheme_error("javascript")),
            ("\u{1}java\nscript:a", scheme_error("javascript")),
            ("java script:a", scheme_error("javascript")),
            ("ht tps://a.id", scheme_error("https")),
            ("vbscript:a", scheme_error("vbscript")),
            ("data:text/html,x", scheme_error("data")),
            ("file:///etc", scheme_error("file")),
            ("blob:x", scheme_error("blob")),
        ];
        for (url, expected) in cases {
            assert_eq!(check(url, TargetKind::Link), expected.map(str::to_owned), "{url:?}");
        }
        for url in ["tel:1", "mailto:a@b.id", "data:image/png,x"] {
            assert!(check(url, TargetKind::Image).is_err(), "{url:?}");
        }
    }

    #[test]
    fn writes_what_an_attribute_can_hold() {
        let cases = [
            ("/a/?b=1&c=d e", "/a/?b=1&amp;c=d%20e"),
            ("/é/<x>\"'`\\{}|^[]", "/%C3%A9/%3Cx%3E%22%27%60%5C%7B%7D%7C%5E%5B%5D"),
            ("a%20b%zz%", "a%20b%25zz%25"),
            ("a#b#c", "a#b%23c"),
            ("!$()*+,-./:;=?@_~", "!$()*+,-./:;=?@_~"),
        ];
        for (url, expected) in cases {
            let mut out = String::new();
            push(&mut out, url);
            assert_eq!(out, expected);
        }
    }
}
