//! A flowchart across lanes, in the form of PermenPANRB 35/2012: what is done stands at the left, each actor has a column, and
//! symbols with the number of their step stand in the column of whoever acts. It knows no SOP.
//!
//! Words stand beside the symbols and not in them, as on the official form: lanes stay narrow, so that eight of them fit on A4
//! in letters that can be read. A chart longer than a sheet is cut into parts with connectors to the next sheet; each part
//! has the heads of its lanes again, which serves a screen as well.
//!
//! One row has one step. An edge leaves a symbol below or, for the second answer, at a side; runs in a gutter between two
//! lanes; and comes to its goal along the one bus above it. So no edge meets a symbol that is not its end, and edges share a
//! line only where they lead to the same step: there they join, marked by a dot.

mod layout;
mod paint;
mod route;
mod split;

#[cfg(test)]
mod judge;

use crate::view::Svg;

/// What is drawn.
#[derive(Debug, Clone)]
pub struct Chart {
    /// The heads of the lanes, from left to right.
    pub lanes: Vec<String>,
    /// The steps, from top to bottom.
    pub steps: Vec<Step>,
}

/// One row of a chart.
#[derive(Debug, Clone)]
pub struct Step {
    /// What stands in its symbol: a number, or the letter of a connector.
    pub mark: String,
    /// What is done.
    pub text: String,
    /// The place of its lane.
    pub lane: usize,
    /// Its symbol.
    pub shape: Shape,
    /// Where it leads.
    pub next: Next,
}

/// The symbols of the regulation; its fifth is the arrow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A capsule: begins or ends.
    Terminator,
    /// A box: something is done.
    Process,
    /// A diamond: a question.
    Decision,
    /// A pentagon: the flow goes on in another part.
    Connector,
}

/// Where a step leads, by places in the list of steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Nowhere.
    Nothing,
    /// To one step.
    Step(usize),
    /// To one of two, by the answer.
    Answer {
        /// After a yes.
        yes: usize,
        /// After a no.
        no: usize,
    },
}

impl Next {
    fn goals(self) -> impl Iterator<Item = usize> {
        let (first, second) = match self {
            Self::Nothing => (None, None),
            Self::Step(to) => (Some(to), None),
            Self::Answer { yes, no } => (Some(yes), Some(no)),
        };
        first.into_iter().chain(second)
    }

    fn map(self, mut place: impl FnMut(usize) -> usize) -> Self {
        match self {
            Self::Nothing => Self::Nothing,
            Self::Step(to) => Self::Step(place(to)),
            Self::Answer { yes, no } => Self::Answer { yes: place(yes), no: place(no) },
        }
    }
}

/// The words of a chart beside those of its steps.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    /// The name of the chart.
    pub name: &'static str,
    /// What a reader who does not see it should know.
    pub description: &'static str,
    /// Over the column of activities.
    pub activity: &'static str,
    /// At the edge after a yes.
    pub yes: &'static str,
    /// At the edge after a no.
    pub no: &'static str,
    /// `Bagian`
    pub part: &'static str,
    /// `dari`, between the number of a part and how many there are
    pub of: &'static str,
    /// `Lanjut ke langkah`
    pub to: &'static str,
    /// `Dari langkah`
    pub from: &'static str,
}

/// Draws a chart in as many parts as sheets of A4 need; `id` begins the ids of the parts within their page. Nothing comes of a
/// chart without lanes or steps, or with a step outside of its lanes or that leads to none.
pub fn draw(chart: &Chart, words: &Words, id: &str) -> Vec<Svg> {
    let (lanes, steps) = (chart.lanes.len(), chart.steps.len());
    let is_whole = |step: &Step| step.lane < lanes && step.next.goals().all(|goal| goal < steps);
    if lanes == 0 || steps == 0 || !chart.steps.iter().all(is_whole) {
        return Vec::new();
    }
    let parts = split::sheets(chart, words);
    let count = parts.len();
    let paint = |(at, layout): (usize, &layout::Layout)| {
        let number = at + 1;
        let name = if count == 1 {
            words.name.to_owned()
        } else {
            format!("{}, {} {number} {} {count}", words.name, words.part.to_lowercase(), words.of)
        };
        paint::paint(layout, words, &format!("{id}-{number}"), &name)
    };
    parts.iter().enumerate().map(paint).collect()
}
