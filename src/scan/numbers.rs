//! Numbers that stand for a person: NIK, family card, NIP, telephone. A number is read in groups, as people part it.

use std::ops::Range;

use super::{Finding, Known, What};

/// First two digits of a NIK: provinces and, since 2022, the new ones of Papua.
const PROVINCES: &[u8] = &[
    11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 31, 32, 33, 34, 35, 36, 51, 52, 53, 61, 62, 63, 64, 65, 71, 72, 73, 74, 75,
    76, 81, 82, 91, 92, 93, 94, 95, 96, 97, 98,
];

/// How far before a number its label is looked for, in bytes.
const LABEL: usize = 32;

const CARD_LABELS: &[&str] = &["nik", "ktp", "induk kependudukan", "nomor identitas", "id number"];
const FAMILY_LABELS: &[&str] = &["kk", "kartu keluarga"];
const SERVANT_LABELS: &[&str] = &["nip", "induk pegawai"];
const PHONE_LABELS: &[&str] = &[
    "telp",
    "tlp",
    "telepon",
    "phone",
    "faks",
    "faksimile",
    "fax",
    "hp",
    "wa",
    "whatsapp",
    "hubungi",
    "kontak",
    "seluler",
    "narahubung",
];

/// Digits without a gap, and what parts them from the group before.
struct Group<'a> {
    digits: &'a str,
    start: usize,
    gap: &'a str,
}

impl Group<'_> {
    fn end(&self) -> usize {
        self.start + self.digits.len()
    }

    /// Whether a number of its own can begin here: after a space, not inside `01.01-0812`.
    fn opens(&self, text: &str) -> bool {
        let before = text[..self.start].chars().next_back();
        match self.gap {
            "" => !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | ',')),
            gap => gap.contains([' ', '(', '\u{a0}']),
        }
    }

    /// Whether a number can end here: not inside a word.
    fn closes(&self, text: &str) -> bool {
        !text[self.end()..].starts_with(|c: char| c.is_alphanumeric() || c == '_')
    }
}

/// A number made of groups `first..=last` of a run.
struct Number<'a> {
    digits: String,
    bytes: Range<usize>,
    before: &'a str,
}

/// Finds every number that stands for a person.
pub(super) fn find(text: &str, known: &Known) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next_digit(text, at) {
        let run = read_run(text, start);
        // A run has at least the group at its start.
        at = run.last().map_or(start + 1, Group::end);
        let mut from = 0;
        while from < run.len() {
            match number_at(text, &run, from, known) {
                Some((finding, groups)) => {
                    found.extend(finding);
                    from += groups;
                }
                None => from += 1,
            }
        }
    }
    found
}

/// The national form of a telephone number, as it is compared: `+62 812-0000-0055` becomes `081200000055`.
pub(super) fn national(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix("62") {
        Some(rest) if digits.len() > 9 => format!("0{}", rest.strip_prefix('0').unwrap_or(rest)),
        _ => digits,
    }
}

fn next_digit(text: &str, from: usize) -> Option<usize> {
    text.as_bytes()[from..].iter().position(u8::is_ascii_digit).map(|ahead| from + ahead)
}

/// Reads groups of digits that only spaces, full stops, hyphens and brackets part.
fn read_run(text: &str, start: usize) -> Vec<Group<'_>> {
    let mut run = Vec::new();
    let (mut at, mut gap) = (start, "");
    loop {
        let rest = &text[at..];
        let digits = &rest[..rest.bytes().position(|b| !b.is_ascii_digit()).unwrap_or(rest.len())];
        run.push(Group { digits, start: at, gap });
        at += digits.len();
        let rest = &text[at..];
        let parts = |c: char| matches!(c, ' ' | '.' | '-' | '(' | ')' | '\u{a0}' | '\u{2011}' | '–');
        let chars = rest.chars().take(4).take_while(|c| parts(*c));
        let width: usize = chars.map(char::len_utf8).sum();
        if width == 0 || !rest[width..].starts_with(|c: char| c.is_ascii_digit()) {
            return run;
        }
        gap = &rest[..width];
        at += width;
    }
}

/// Reads the number that begins with a group, and of how many groups it is made. Listed telephone numbers are numbers
/// without a finding.
fn number_at(text: &str, run: &[Group], from: usize, known: &Known) -> Option<(Option<Finding>, usize)> {
    let whole = |digits| take(text, run, from, digits);
    if let Some((number, groups)) = whole(18)
        && (is_servant(&number.digits) || labelled(number.before, SERVANT_LABELS).is_some())
    {
        return Some((Some(masked(What::Nip, number)), groups));
    }
    if let Some((number, groups)) = whole(16)
        && let Some(what) = card(&number)
    {
        return Some((Some(masked(what, number)), groups));
    }
    phone(text, run, from, known)
}

/// Takes groups up to exactly so many digits, parted by single marks.
fn take<'a>(text: &'a str, run: &[Group], from: usize, digits: usize) -> Option<(Number<'a>, usize)> {
    let mut length = 0;
    for (at, group) in run.iter().enumerate().skip(from) {
        if at > from && group.gap.chars().count() > 1 {
            return None;
        }
        length += group.digits.len();
        if length == digits {
            let fits = run[from].opens(text) && group.closes(text);
            return fits.then(|| (number(text, &run[from..=at]), at - from + 1));
        }
        if length > digits {
            return None;
        }
    }
    None
}

fn number<'a>(text: &'a str, groups: &[Group]) -> Number<'a> {
    let bytes = groups.first().map_or(0, |first| first.start)..groups.last().map_or(0, Group::end);
    let mut label = bytes.start.saturating_sub(LABEL);
    while !text.is_char_boundary(label) {
        label += 1;
    }
    Number { digits: groups.iter().map(|group| group.digits).collect(), before: &text[label..bytes.start], bytes }
}

/// The place of the last of these labels in what stands before a number: a whole word, and no other number since.
fn labelled(before: &str, labels: &[&str]) -> Option<usize> {
    let before = before.to_ascii_lowercase();
    let since = before.rfind(|c: char| c.is_ascii_digit()).map_or(0, |digit| digit + 1);
    let near = &before[since..];
    let whole = |at: usize, label: &str| {
        !near[..at].ends_with(|c: char| c.is_alphanumeric())
            && !near[at + label.len()..].starts_with(|c: char| c.is_alphanumeric())
    };
    labels.iter().flat_map(|label| near.rmatch_indices(label).find(|(at, _)| whole(*at, label))).map(|(at, _)| at).max()
}

/// NIK and family card share region, date and serial; only a label or a date of birth of a woman tells them apart.
fn card(number: &Number) -> Option<What> {
    let own = labelled(number.before, CARD_LABELS);
    let family = labelled(number.before, FAMILY_LABELS);
    let day = two(&number.digits, 6);
    let sound = is_card(&number.digits);
    if family > own && (!sound || day <= 31) {
        return Some(What::FamilyCard);
    }
    (sound || own.is_some()).then_some(What::Nik)
}

/// Province, regency, district, date of birth (women: day plus 40), serial.
fn is_card(digits: &str) -> bool {
    let day = two(digits, 6);
    let day = if day > 40 { day - 40 } else { day };
    PROVINCES.contains(&two(digits, 0))
        && (1..=79).contains(&two(digits, 2))
        && two(digits, 4) > 0
        && is_day(day, two(digits, 8))
        && &digits[12..] != "0000"
}

/// Date of birth, month of appointment (21 for contracts, which have no month), sex, serial.
fn is_servant(digits: &str) -> bool {
    let year = |at| u16::from(two(digits, at)) * 100 + u16::from(two(digits, at + 2));
    (1930..=2015).contains(&year(0))
        && is_day(two(digits, 6), two(digits, 4))
        && (1955..=2060).contains(&year(8))
        && matches!(two(digits, 12), 1..=12 | 21 | 22)
        && matches!(digits.as_bytes()[14], b'1' | b'2')
}

fn is_day(day: u8, month: u8) -> bool {
    let longest = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=longest).contains(&day)
}

fn two(digits: &str, at: usize) -> u8 {
    digits[at..at + 2].parse().unwrap_or_default()
}

/// A telephone number and of how many groups it is made: mobile, fixed line or with the country's prefix.
fn phone(text: &str, run: &[Group], from: usize, known: &Known) -> Option<(Option<Finding>, usize)> {
    let first = &run[from];
    let before = &text[..first.start];
    let plus = before.ends_with('+');
    if !first.opens(text) || (first.gap.is_empty() && glued(before)) {
        return None;
    }
    let (least, most) = lengths(text, run, from, plus)?;
    let mut length = 0;
    let mut fitting = None;
    for (at, group) in run.iter().enumerate().skip(from) {
        length += group.digits.len();
        // ` (` before a group begins another number.
        if length > most || (at > from && group.gap.contains('(')) {
            break;
        }
        if length >= least && group.closes(text) {
            let number = number(text, &run[from..=at]);
            if known.phones.contains(&national(&number.digits)) {
                return Some((None, at - from + 1));
            }
            fitting = Some((number, at - from + 1));
        }
    }
    let (mut number, groups) = fitting?;
    if plus || before.ends_with('(') {
        number.bytes.start -= 1;
    }
    Some((Some(masked(What::Phone, number)), groups))
}

/// `UM-0812…` is a number of a letter, not of a telephone.
fn glued(before: &str) -> bool {
    let mut back = before.chars().rev();
    back.next() == Some('-') && back.next().is_some_and(char::is_alphanumeric)
}

/// How many digits a telephone number may have that begins with a group, if one can begin there.
fn lengths(text: &str, run: &[Group], from: usize, plus: bool) -> Option<(usize, usize)> {
    let first = &run[from];
    let digits = first.digits;
    let next = run.get(from + 1);
    let spaced = |gap: &str| matches!(gap, " " | "-" | "\u{a0}" | "\u{2011}");
    if plus {
        return digits.starts_with("62").then_some((10, 15));
    }
    if digits.starts_with("628") || (digits == "62" && next.is_some_and(|g| g.digits.starts_with('8') && spaced(g.gap)))
    {
        let money = text[..first.start].trim_end().ends_with("Rp");
        return (!money).then_some((11, 14));
    }
    if digits.starts_with("08") {
        return (digits.len() >= 4).then_some((10, 13));
    }
    let area = digits.len() >= 2 && digits.starts_with('0') && matches!(digits.as_bytes()[1], b'2'..=b'7' | b'9');
    if !area {
        return None;
    }
    match digits.len() {
        3 | 4 => next.is_some_and(|group| !group.gap.contains('.')).then_some((8, 12)),
        9..=12 => {
            let alone = number(text, &run[from..=from]);
            labelled(alone.before, PHONE_LABELS).map(|_| (9, 12))
        }
        _ => None,
    }
}

/// Shows how a number begins and ends, never all of it.
fn masked(what: What, number: Number) -> Finding {
    let digits = &number.digits;
    let shown = format!("{}{}{}", &digits[..4], "•".repeat(digits.len() - 6), &digits[digits.len() - 2..]);
    Finding { what, bytes: number.bytes, shown }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<What> {
        find(text, &Known::new(["+62 812-0000-0055", "(0380) 821234"], [], [])).into_iter().map(|f| f.what).collect()
    }

    #[test]
    fn a_card_needs_region_and_date_or_a_label() {
        assert_eq!(kinds("5371034508900002"), [What::Nik], "day 45 is a woman born on the 5th");
        assert_eq!(kinds("5371033102900002"), [], "31 February");
        assert_eq!(kinds("NIK 5371033102900002"), [What::Nik]);
        assert_eq!(kinds("2071034508900002"), [], "no such province");
        assert_eq!(kinds("5371 0345 0890 0002"), [What::Nik]);
        assert_eq!(kinds("x5371034508900002"), []);
        assert_eq!(kinds("53710345089000021"), []);
    }

    #[test]
    fn a_family_card_is_known_by_its_label() {
        assert_eq!(kinds("KK 5371030502140008"), [What::FamilyCard]);
        assert_eq!(kinds("5371030502140008"), [What::Nik]);
        assert_eq!(kinds("No. KK 5371034508900002"), [What::Nik], "a day beyond 31 is a person's");
        assert_eq!(kinds("KK 5371030502140008, NIK 5371030502140008"), [What::FamilyCard, What::Nik]);
    }

    #[test]
    fn a_number_of_a_servant_has_two_dates_and_a_sex() {
        assert_eq!(kinds("197512312000031001"), [What::Nip]);
        assert_eq!(kinds("19751231 200003 1 001"), [What::Nip]);
        assert_eq!(kinds("197512312000033001"), []);
        assert_eq!(kinds("197513312000031001"), []);
    }

    #[test]
    fn telephones_in_every_writing_unless_listed() {
        for text in ["081239876543", "+62 852 3977 4410", "(0391) 21877", "0380 - 8553221", "62 813 3900 2211"] {
            assert_eq!(kinds(text), [What::Phone], "{text}");
        }
        for text in ["0812 0000 0055", "+6281200000055", "62-812-0000-0055", "0380-821234", "(0380) 821 234"] {
            assert_eq!(kinds(text), [], "{text}");
        }
        assert_eq!(kinds("0717421133"), [], "ten digits alone are no telephone");
        assert_eq!(kinds("Telp. 0717421133"), [What::Phone]);
    }

    #[test]
    fn nothing_shows_all_digits() {
        let found = find("NIK 5371034508900002, HP 0812-3987-6543", &Known::default());
        let shown: Vec<&str> = found.iter().map(|finding| finding.shown.as_str()).collect();
        assert_eq!(shown, ["5371••••••••••02", "0812••••••43"]);
    }
}
