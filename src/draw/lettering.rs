//! How much room words take in a drawing, where no font can be asked: a careful guess for a humanist sans-serif.

/// Returns the width of words in thousandths of the font's size: rather too much than too little.
pub fn width(words: &str) -> u32 {
    words.chars().map(advance).sum()
}

/// Returns the width of words in letters of a size, in its unit.
pub fn units(words: &str, size: u32) -> i32 {
    i32::try_from(width(words).saturating_mul(size).div_ceil(1_000)).unwrap_or(i32::MAX)
}

// Usual advances of a humanist sans-serif, rounded up; not measured in the fonts that pages name.
fn advance(letter: char) -> u32 {
    match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 300,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '/' | '-' | ' ' | '\u{a0}' | '"' | '·' => 400,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '—' | '…' => 950,
        'A'..='Z' | '&' | '+' | '=' | '<' | '>' => 720,
        'a'..='z' | '0'..='9' | '–' => 610,
        _ if letter.is_ascii() => 650,
        _ => 1000,
    }
}

/// Breaks words into lines of at most `room` thousandths of the font's size. A word wider than a line is broken inside.
pub fn lines(words: &str, room: u32) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in words.split_whitespace() {
        for piece in pieces(word, room) {
            let line = lines.last_mut().expect("there is always a line");
            let apart = if line.is_empty() { "" } else { " " };
            if width(line) + width(apart) + width(&piece) <= room || line.is_empty() {
                line.push_str(apart);
                line.push_str(&piece);
            } else {
                lines.push(piece);
            }
        }
    }
    lines
}

fn pieces(word: &str, room: u32) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for letter in word.chars() {
        let piece = pieces.last_mut().expect("there is always a piece");
        if !piece.is_empty() && width(piece) + advance(letter) > room {
            pieces.push(letter.to_string());
        } else {
            piece.push(letter);
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_has_room_and_no_word_is_lost() {
        let words =
            "Memeriksa kelengkapan berkas dan kesesuaian data pemohon dalam Sistem_Database_Pemasyarakatan_Nasional";
        let lines = lines(words, 9_000);
        assert!(lines.iter().all(|line| width(line) <= 9_000), "{lines:?}");
        assert_eq!(lines.concat().replace(' ', ""), words.replace(' ', ""));
        assert_eq!(super::lines("", 9_000), [""]);
    }
}
