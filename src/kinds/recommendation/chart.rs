//! How recommendations stand, as one bar. Facilities are never set against one another.

use super::ledger::Counts;
use super::state::{SORTS, Sort};
use crate::draw::stack::{Part, Stack, Stacks};
use crate::draw::texture::Texture;
use crate::lang::whole;
use crate::model::date::Date;
use crate::page::ViewCx;
use crate::view::Chart;

// The textures of the states, in the order of `SORTS`.
const TEXTURES: [Texture; SORTS.len()] = [
    Texture::Solid,
    Texture::Rising,
    Texture::Upright,
    Texture::Empty,
    Texture::Falling,
    Texture::Level,
    Texture::Grid,
    Texture::Crossed,
];

/// Draws how recommendations stand on a day; nothing where there is none. `id` names the drawing within its page.
pub(in crate::kinds) fn of(counts: Counts, today: Date, id: &str, cx: &ViewCx<'_>) -> Option<Chart> {
    let total = u64::try_from(counts.all).ok().filter(|total| *total > 0)?;
    let parts = counts.parts().zip(TEXTURES).filter(|((count, _), _)| *count > 0);
    let part = |((count, sort), texture): ((usize, &Sort), Texture)| Part {
        count: u64::try_from(count).unwrap_or(u64::MAX),
        letter: Some(sort.letter.of(cx.lang)),
        words: format!("{} {}", whole(count, cx.lang), sort.words.of(cx.lang)),
        texture,
    };
    let row = Stack { name: String::new(), total, parts: parts.map(part).collect(), words: None };
    let (day, all, overdue) = (today.words(cx.lang), whole(total, cx.lang), whole(counts.overdue(), cx.lang));
    let finding = cx.say(
        format!("{overdue} dari {all} rekomendasi terlambat pada {day}."),
        format!("{overdue} of {all} recommendations overdue on {day}."),
    );
    let undated = (counts.undated > 0).then(|| {
        let undated = whole(counts.undated, cx.lang);
        cx.say(
            format!("{undated} yang belum selesai tidak diberi tenggat, jadi tidak pernah disebut terlambat."),
            format!("{undated} that are not done have no due date, and so are never called overdue."),
        )
    });
    let name = cx.say("Keadaan rekomendasi", "How recommendations stand");
    let svg = Stacks { rows: &[row], ticks: &[] }.draw(id, name, &counts.words(cx.lang));
    Some(Chart { finding, svg, notes: undated.into_iter().collect() })
}
