//! The words a reader sees in a page, as a stream of bytes with one space between words. One pass, nothing allocated; it
//! is made for comparing a page with itself, not for showing text.

/// Elements that do not end a word. Any other tag does.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label",
    "mark", "output", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tspan", "u", "var", "wbr",
];

/// Elements without a closing tag.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// Elements whose content is not markup, and whether it is text for readers.
const UNPARSED: &[(&str, bool)] = &[("script", false), ("style", false), ("textarea", true), ("title", true)];

/// Character references our pages use by name, and whether HTML knows them without the semicolon. Any other name is
/// compared as it is written; should the minifier decode it, the page is kept, which costs bytes and no words.
const NAMED: &[(&str, char, bool)] = &[
    ("amp", '&', true),
    ("lt", '<', true),
    ("gt", '>', true),
    ("quot", '"', true),
    ("apos", '\'', false),
    ("nbsp", '\u{a0}', true),
    ("shy", '\u{ad}', true),
    ("copy", '©', true),
    ("reg", '®', true),
    ("sect", '§', true),
    ("deg", '°', true),
    ("middot", '·', true),
    ("times", '×', true),
    ("laquo", '«', true),
    ("raquo", '»', true),
    ("hellip", '…', false),
    ("ndash", '–', false),
    ("mdash", '—', false),
    ("lsquo", '‘', false),
    ("rsquo", '’', false),
    ("ldquo", '“', false),
    ("rdquo", '”', false),
    ("bull", '•', false),
    ("larr", '←', false),
    ("rarr", '→', false),
    ("uarr", '↑', false),
    ("darr", '↓', false),
];

/// The visible text of a page.
pub(super) struct Visible<'a> {
    tokens: Tokens<'a>,
    text: &'a [u8],
    decoded: [u8; 4],
    /// What of `decoded` is still to come.
    rest: std::ops::Range<usize>,
    gap: bool,
    started: bool,
}

impl<'a> Visible<'a> {
    pub(super) fn new(html: &'a [u8]) -> Self {
        let tokens = Tokens::new(html);
        Self { tokens, text: &[], decoded: [0; 4], rest: 0..0, gap: false, started: false }
    }
}

impl Iterator for Visible<'_> {
    type Item = u8;

    fn next(&mut self) -> Option<u8> {
        loop {
            let ahead = if self.rest.is_empty() { self.text.first() } else { Some(&b'x') };
            match ahead {
                None => match self.tokens.next()? {
                    Token::Text(text) => self.text = text,
                    Token::Tag(tag) => self.gap |= !tag.is_one_of(INLINE),
                },
                Some(byte) if byte.is_ascii_whitespace() => {
                    self.gap = true;
                    self.text = &self.text[1..];
                }
                Some(b'&') if self.rest.is_empty() && self.decode() => {}
                Some(_) if std::mem::take(&mut self.gap) && self.started => return Some(b' '),
                Some(&byte) => {
                    self.started = true;
                    if let Some(at) = self.rest.next() {
                        return Some(self.decoded[at]);
                    }
                    self.text = &self.text[1..];
                    return Some(byte);
                }
            }
        }
    }
}

impl Visible<'_> {
    /// Reads the character reference the text begins with, if it is one.
    fn decode(&mut self) -> bool {
        let Some((c, len)) = reference(self.text) else {
            return false;
        };
        self.text = &self.text[len..];
        if c.is_ascii_whitespace() {
            self.gap = true;
        } else {
            self.rest = 0..c.encode_utf8(&mut self.decoded).len();
        }
        true
    }
}

fn reference(text: &[u8]) -> Option<(char, usize)> {
    let name = &text[1..];
    if let Some(number) = name.strip_prefix(b"#") {
        let (digits, radix) = match number.first() {
            Some(b'x' | b'X') => (&number[1..], 16),
            _ => (number, 10),
        };
        let count = digits.iter().take_while(|byte| char::from(**byte).is_digit(radix)).count();
        let value = std::str::from_utf8(&digits[..count]).ok()?;
        let c = char::from_u32(u32::from_str_radix(value, radix).ok()?)?;
        let len = text.len() - digits.len() + count;
        return Some((c, len + usize::from(text.get(len) == Some(&b';'))));
    }
    NAMED.iter().find_map(|&(known, c, bare)| {
        let after = name.strip_prefix(known.as_bytes())?.first();
        let closed = after == Some(&b';');
        (closed || bare).then_some((c, 1 + known.len() + usize::from(closed)))
    })
}

/// The most elements open at once; one that is never closed counts to the end.
pub(super) fn depth(html: &[u8]) -> usize {
    let (mut open, mut most) = (0_usize, 0);
    for token in Tokens::new(html) {
        match token {
            Token::Tag(tag) if tag.closing => open = open.saturating_sub(1),
            Token::Tag(tag) if !tag.closed && !tag.is_one_of(VOID) => {
                open += 1;
                most = most.max(open);
            }
            _ => {}
        }
    }
    most
}

enum Token<'a> {
    Text(&'a [u8]),
    Tag(Tag<'a>),
}

struct Tag<'a> {
    name: &'a [u8],
    closing: bool,
    /// Ends in `/>`.
    closed: bool,
}

impl Tag<'_> {
    fn is_one_of(&self, names: &[&str]) -> bool {
        names.iter().any(|name| self.name.eq_ignore_ascii_case(name.as_bytes()))
    }
}

struct Tokens<'a> {
    html: &'a [u8],
    at: usize,
    /// The unparsed element whose content comes next.
    unparsed: Option<(&'static str, bool)>,
}

impl<'a> Tokens<'a> {
    fn new(html: &'a [u8]) -> Self {
        Self { html, at: 0, unparsed: None }
    }

    /// Moves behind the next `end`, or to the end of the page.
    fn skip_to(&mut self, from: usize, end: &[u8]) {
        let rest = self.html.get(from..).unwrap_or_default();
        let found = rest.windows(end.len()).position(|window| window == end);
        self.at = found.map_or(self.html.len(), |at| from + at + end.len());
    }

    fn unparsed_text(&mut self, name: &str) -> &'a [u8] {
        let rest = &self.html[self.at..];
        let closes = |window: &[u8]| window.starts_with(b"</") && window[2..].eq_ignore_ascii_case(name.as_bytes());
        let len = rest.windows(name.len() + 2).position(closes).unwrap_or(rest.len());
        self.at += len;
        &rest[..len]
    }

    fn tag(&mut self, closing: bool) -> Tag<'a> {
        let start = self.at + 1 + usize::from(closing);
        let rest = &self.html[start..];
        let ends = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>');
        let name = &rest[..rest.iter().position(ends).unwrap_or(rest.len())];
        let mut quote = None;
        let close = rest.iter().skip(name.len()).position(|&byte| match (byte, quote) {
            (b'"' | b'\'', None) => {
                quote = Some(byte);
                false
            }
            (_, Some(open)) => {
                quote = quote.filter(|_| byte != open);
                false
            }
            (byte, None) => byte == b'>',
        });
        let len = close.map_or(rest.len(), |close| name.len() + close + 1);
        self.at = start + len;
        let tag = Tag { name, closing, closed: rest[..len].ends_with(b"/>") };
        if !closing {
            self.unparsed = UNPARSED.iter().copied().find(|(name, _)| tag.is_one_of(&[name]));
        }
        tag
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            if let Some((name, visible)) = self.unparsed.take() {
                let text = self.unparsed_text(name);
                if visible {
                    return Some(Token::Text(text));
                }
            }
            let rest = self.html.get(self.at..).filter(|rest| !rest.is_empty())?;
            match rest {
                [b'<', b'!', b'-', b'-', ..] => self.skip_to(self.at + 2, b"-->"),
                [b'<', b'!' | b'?', ..] => self.skip_to(self.at, b">"),
                [b'<', b'/', first, ..] if first.is_ascii_alphabetic() => {
                    return Some(Token::Tag(self.tag(true)));
                }
                [b'<', b'/', ..] => self.skip_to(self.at, b">"),
                [b'<', first, ..] if first.is_ascii_alphabetic() => {
                    return Some(Token::Tag(self.tag(false)));
                }
                [_, more @ ..] => {
                    let len = 1 + more.iter().position(|&byte| byte == b'<').unwrap_or(more.len());
                    self.at += len;
                    return Some(Token::Text(&rest[..len]));
                }
                [] => return None,
            }
        }
    }
}
