//! Small pure functions on text: slugs, excerpts, escaping, nearest spelling. It knows nothing about content or pages.

use std::borrow::Cow;

/// Longest slug in bytes; long enough to stay readable, short enough for every file system.
const SLUG_MAX: usize = 80;

/// The slug of a text in which nothing can be spelled in ASCII.
const SLUG_FALLBACK: &str = "bagian";

/// Latin letters with marks, and what they are spelled with. Upper case is folded before the look-up.
const FOLDED: &[(&str, &str)] = &[
    ("àáâãäåāăąǎạảấầẩẫậắằẳẵặ", "a"),
    ("æ", "ae"),
    ("çćĉċč", "c"),
    ("ďđð", "d"),
    ("èéêëēĕėęěẹẻẽếềểễệ", "e"),
    ("ĝğġģ", "g"),
    ("ĥħḥ", "h"),
    ("ìíîïĩīĭįıǐỉị", "i"),
    ("ĵ", "j"),
    ("ķ", "k"),
    ("ĺļľŀł", "l"),
    ("ñńņňŋ", "n"),
    ("òóôõöøōŏőơǒọỏốồổỗộớờởỡợ", "o"),
    ("œ", "oe"),
    ("ŕŗř", "r"),
    ("śŝşšșṣ", "s"),
    ("ß", "ss"),
    ("ţťŧțṭ", "t"),
    ("þ", "th"),
    ("ùúûüũūŭůűųưǔụủứừửữự", "u"),
    ("ŵ", "w"),
    ("ýÿŷỳỵỷỹ", "y"),
    ("źżžẓ", "z"),
];

/// Four-letter words that end in a full stop without ending the sentence. Shorter ones never end one.
const ABBREVIATIONS: &[&str] = &["jend", "prof", "prov", "psal"];

/// Returns lower-case ASCII letters and digits joined by single hyphens; never empty, at most 80 bytes.
/// `Jam Kunjungan & Penitipan` becomes `jam-kunjungan-penitipan`.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    let mut gap = false;
    for c in text.chars().flat_map(char::to_lowercase) {
        let mut ascii = [0; 4];
        let spelled: &str = if c.is_ascii_alphanumeric() {
            c.encode_utf8(&mut ascii)
        } else if let Some((_, plain)) = FOLDED.iter().find(|(marked, _)| marked.contains(c)) {
            plain
        } else if joins(c) {
            continue;
        } else {
            gap = true;
            continue;
        };
        if gap && !slug.is_empty() {
            slug.push('-');
        }
        gap = false;
        slug.push_str(spelled);
        if slug.len() > SLUG_MAX {
            break;
        }
    }
    if slug.len() > SLUG_MAX {
        // A hyphen in the second half: better a word less than half a word.
        let cut = slug[..=SLUG_MAX].rfind('-').filter(|&at| at > SLUG_MAX / 2).unwrap_or(SLUG_MAX);
        slug.truncate(cut);
    }
    if slug.is_empty() { SLUG_FALLBACK.to_owned() } else { slug }
}

/// Apostrophes and combining marks stand inside a word: `Jum'at` is one word.
fn joins(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{300}'..='\u{36f}')
}

/// Returns the beginning of `text` in at most `max_chars` characters, white space collapsed.
///
/// It ends after a whole sentence where one fills at least half of the room, else after a whole word with an ellipsis.
pub fn excerpt(text: &str, max_chars: usize) -> String {
    let mut words = text.split_whitespace();
    let mut flat = String::new();
    let mut chars = 0;
    // One word past the limit is enough to know that something is left out.
    for word in words.by_ref() {
        if !flat.is_empty() {
            flat.push(' ');
            chars += 1;
        }
        flat.push_str(word);
        chars += word.chars().count();
        if chars > max_chars {
            break;
        }
    }
    if chars <= max_chars {
        return flat;
    }
    if max_chars == 0 {
        return String::new();
    }
    let room = byte_at(&flat, max_chars);
    if let Some(end) = last_sentence(&flat, room).filter(|&end| end * 2 >= room) {
        flat.truncate(end);
        return flat;
    }
    let room = byte_at(&flat, max_chars - 1);
    let cut = match flat[..room].rfind(' ') {
        _ if flat[room..].starts_with(' ') => room,
        Some(space) => space,
        None => room,
    };
    flat.truncate(cut);
    flat.truncate(flat.trim_end_matches([' ', ',', ';', ':', '-', '–', '—', '.', '(']).len());
    flat.push('…');
    flat
}

fn byte_at(text: &str, chars: usize) -> usize {
    text.char_indices().nth(chars).map_or(text.len(), |(at, _)| at)
}

/// The end of the last sentence that ends within `room` bytes and is followed by another one.
fn last_sentence(text: &str, room: usize) -> Option<usize> {
    text[..room].match_indices(['.', '!', '?', '…']).rev().find_map(|(at, stop)| {
        let rest = &text[at + stop.len()..];
        let closed = rest.trim_start_matches(['"', '”', '’', '\'', ')', '»']);
        let end = text.len() - closed.len();
        let follows = closed.strip_prefix(' ')?.chars().next()?;
        let starts_sentence = !follows.is_lowercase() && !follows.is_ascii_punctuation();
        (end <= room && starts_sentence && (stop != "." || ends_sentence(&text[..at]))).then_some(end)
    })
}

/// Whether the word before a full stop can end a sentence: not `No`, `Jl`, `Rp`, `H`, nor the number of a list.
fn ends_sentence(before: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let long = word.chars().count() >= 4 || before.ends_with(['"', '”', ')', '»', '%']);
    long && !ABBREVIATIONS.iter().any(|short| word.eq_ignore_ascii_case(short))
}

/// Escapes text for the content of an HTML element and drops characters that HTML forbids.
pub fn escape_html(text: &str) -> Cow<'_, str> {
    escape(text, |c| match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        _ => forbidden(c).then_some(""),
    })
}

/// Escapes text for an attribute value in double or single quotes and drops characters that HTML forbids.
pub fn escape_attribute(text: &str) -> Cow<'_, str> {
    escape(text, |c| match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        '\'' => Some("&#39;"),
        _ => forbidden(c).then_some(""),
    })
}

fn escape(text: &str, replace: impl Fn(char) -> Option<&'static str>) -> Cow<'_, str> {
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    let mut copied = 0;
    for (at, c) in text.char_indices() {
        if let Some(with) = replace(c) {
            out.push_str(&text[copied..at]);
            out.push_str(with);
            copied = at + c.len_utf8();
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[copied..]);
    Cow::Owned(out)
}

/// Reads bytes as Windows editors store them where they are not UTF-8: Windows-1252, or UTF-16 with its mark. `None` for what
/// is no text at all.
pub fn decode_windows(bytes: &[u8]) -> Option<String> {
    let wide = |read: fn([u8; 2]) -> u16, rest: &[u8]| {
        let units: Vec<u16> = rest.chunks_exact(2).map(|pair| read([pair[0], pair[1]])).collect();
        String::from_utf16(&units).ok()
    };
    match bytes {
        [0xFF, 0xFE, rest @ ..] => return wide(u16::from_le_bytes, rest),
        [0xFE, 0xFF, rest @ ..] => return wide(u16::from_be_bytes, rest),
        _ => {}
    }
    bytes.iter().map(|byte| windows_1252(*byte)).collect()
}

// The code page of Western Windows; what it leaves out, and control characters, are no text.
fn windows_1252(byte: u8) -> Option<char> {
    const UPPER: [u16; 32] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D,
        0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,
        0x017E, 0x0178,
    ];
    match byte {
        b'\n' | b'\r' | b'\t' | 0x20..=0x7E | 0xA0..=0xFF => Some(char::from(byte)),
        0x80..=0x9F => char::from_u32(u32::from(UPPER[usize::from(byte - 0x80)])).filter(|c| *c != '\0'),
        _ => None,
    }
}

/// Writes a path as part of an address. Names of files are people's: spaces, accents.
pub fn percent_encode(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'/' | b'~' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// Returns whether a text holds nothing that HTML escapes or forbids: most do not, and a glance at the bytes tells.
pub fn is_plain(text: &str) -> bool {
    let plain = |byte: u8| matches!(byte, b' '..=b'~' | b'\n') && !matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'');
    text.bytes().all(plain)
}

/// Control characters other than tab and line feed, and the code points Unicode sets aside as no characters.
pub fn forbidden(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c, '\u{fdd0}'..='\u{fdef}')
        || u32::from(c) & 0xfffe == 0xfffe
}

/// Returns the candidate that was most likely meant by `word`, for "did you mean".
///
/// Near is: at most two slips and at most a third of the word; failing that, one is the beginning of the other.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // 64: the distance costs the product of both lengths, and nobody mistypes a word that long.
    let word = fold(word).filter(|word| word.len() <= 64)?;
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let Some(folded) = fold(candidate).filter(|folded| folded.len() <= 64) else {
            continue;
        };
        let longer = word.chars().count().max(folded.chars().count());
        let slips = strsim::osa_distance(&word, &folded);
        let near = slips <= 2 && slips * 3 <= longer;
        let prefix = word.len().min(folded.len()) >= 3 && (word.starts_with(&folded) || folded.starts_with(&word));
        let rank = match (near, prefix) {
            (true, _) => slips,
            // Any slip-bound match goes before any prefix match; among these the shortest difference wins.
            (false, true) => 2 + longer,
            (false, false) => continue,
        };
        if best.is_none_or(|(other, _)| rank < other) {
            best = Some((rank, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Returns the candidate that `word` certainly is, but for capitals, hyphens or one slip; nothing where two could be meant.
pub fn certain<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = fold(word).filter(|word| (4..=64).contains(&word.len()))?;
    let mut near: Vec<&str> = Vec::new();
    for candidate in candidates {
        let folded = fold(candidate)?;
        if folded == word {
            return Some(candidate);
        }
        if folded.len().abs_diff(word.len()) <= 1 && strsim::osa_distance(&word, &folded) <= 1 {
            near.push(candidate);
        }
    }
    match near[..] {
        [only] => Some(only),
        _ => None,
    }
}

fn fold(word: &str) -> Option<String> {
    let folded = word.trim().to_lowercase().replace(['-', ' '], "_");
    (!folded.is_empty()).then_some(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs() {
        let cases = [
            ("Jam Kunjungan & Penitipan", "jam-kunjungan-penitipan"),
            ("  --Hari Jum’at, 08.00–11.00!  ", "hari-jumat-08-00-11-00"),
            ("Żółć Éléonore Ærø straße", "zolc-eleonore-aero-strasse"),
            ("e\u{301}lan", "elan"),
            ("İstanbul", "istanbul"),
            ("Lapas Kelas IIB", "lapas-kelas-iib"),
            ("北京", "bagian"),
            ("", "bagian"),
            ("…", "bagian"),
        ];
        for (text, expected) in cases {
            assert_eq!(slug(text), expected, "{text:?}");
        }
        let long = slug(&"pelayanan ".repeat(20));
        assert!(long.len() <= 80 && long.ends_with("pelayanan"), "{long}");
        assert_eq!(slug(&"x".repeat(200)).len(), 80);
        assert_eq!(slug(&format!("a {}", "ß".repeat(200))).len(), 80);
    }

    #[test]
    fn excerpts() {
        let cases = [
            ("Pendek  saja.\n", 20, "Pendek saja."),
            ("Loket dibuka kembali. Warga dapat datang.", 30, "Loket dibuka kembali."),
            ("Loket di Jl. Merdeka No. 12 dibuka kembali", 29, "Loket di Jl. Merdeka No. 12…"),
            ("Sesuai surat Prof. Budi loket dibuka", 24, "Sesuai surat Prof. Budi…"),
            ("Terbit tahun 2024. Loket tutup sementara", 22, "Terbit tahun 2024."),
            ("“Loket dibuka.” Begitu bunyinya", 16, "“Loket dibuka.”"),
            ("Ya! Loket dibuka setiap hari kerja", 20, "Ya! Loket dibuka…"),
            ("Loket, papan, kotak", 7, "Loket…"),
            ("Antidisestablishment", 5, "Anti…"),
            ("satu dua", 0, ""),
            ("satu dua", 1, "…"),
            ("", 10, ""),
            ("é é é é", 4, "é é…"),
        ];
        for (text, max, expected) in cases {
            assert_eq!(excerpt(text, max), expected, "{text:?} in {max}");
        }
        let text = "Warga datang ke loket. Petugas mencatat keluhan, lalu memberi nomor! Selesai 3. hari";
        for max in 0..90 {
            assert!(excerpt(text, max).chars().count() <= max, "{max}");
        }
    }

    #[test]
    fn escapes() {
        let cases = [
            ("a", "a", "a"),
            ("a<b>&\"c'", "a&lt;b&gt;&amp;\"c'", "a&lt;b&gt;&amp;&quot;c&#39;"),
            ("\0a\u{1}b\u{7f}\u{9f}\u{fdd0}\u{ffff}\u{1fffe}\n\t", "ab\n\t", "ab\n\t"),
            ("\r", "", ""),
        ];
        for (text, html, attribute) in cases {
            assert_eq!(escape_html(text), html);
            assert_eq!(escape_attribute(text), attribute);
        }
        assert!(matches!(escape_html("polos"), Cow::Borrowed("polos")));
    }

    #[test]
    fn what_windows_stores_is_read() {
        assert_eq!(decode_windows(b"Caf\xE9 \x93Kupang\x94\r\n").as_deref(), Some("Café “Kupang”\r\n"));
        assert_eq!(decode_windows(b"\xFF\xFEa\0\xE9\0").as_deref(), Some("aé"));
        for no_text in [&b"\x81"[..], b"\0", b"\xFF\xFE\x00\xD8"] {
            assert_eq!(decode_windows(no_text), None);
        }
    }

    #[test]
    fn nearest_spelling() {
        let keys = ["nama", "nama_singkat", "biaya", "jangka_waktu", "produk", "tanggal", "url"];
        let cases = [
            ("biya", Some("biaya")),
            ("biaay", Some("biaya")),
            ("Biaya", Some("biaya")),
            ("jangka-waktu", Some("jangka_waktu")),
            ("jangka", Some("jangka_waktu")),
            ("nam", Some("nama")),
            ("nama_singkatan", Some("nama_singkat")),
            ("tanggl", Some("tanggal")),
            ("ur", Some("url")),
            ("ulr", Some("url")),
            ("xyz", None),
            ("na", None),
            ("", None),
        ];
        for (word, expected) in cases {
            assert_eq!(nearest(word, keys), expected, "{word:?}");
        }
        assert_eq!(nearest(&"x".repeat(10_000), keys), None);
        assert_eq!(nearest("a", []), None);
        assert_eq!(certain("Jangka-Waktu", keys), Some("jangka_waktu"));
        assert_eq!(certain("biaay", keys), Some("biaya"));
        for uncertain in ["biya2", "nma", "tanggl2", ""] {
            assert_eq!(certain(uncertain, keys), None, "{uncertain}");
        }
        assert_eq!(certain("kasal", ["kasar", "kasat"]), None);
    }
}
