//! The file and how long it is: the parts `file` and `length`.

use super::Look;
use super::tally::{Finding, Tally};
use super::weights::Code;

/// Words of a page that is full.
const PAGE_WORDS: usize = 480;
/// Words that a résumé has at least.
const FEWEST: usize = 120;
/// What is smaller, in points, is hard to read.
const SMALL: f32 = 8.9;

pub(super) fn check(look: &Look<'_>, tally: &mut Tally) {
    length(look, tally);
    traits(look, tally);
}

fn length(look: &Look<'_>, tally: &mut Tally) {
    let reading = &look.case.reading;
    let words: usize = reading
        .lines
        .iter()
        .map(|line| line.text.split_whitespace().count())
        .sum();
    let pages = match reading.pages {
        0 => words.div_ceil(PAGE_WORDS).max(1),
        pages => usize::try_from(pages).unwrap_or(usize::MAX),
    };
    let years = look.person.years();
    let papers = !reading.publications.is_empty();
    // Publications are listed in full where they are asked for.
    let most = match years {
        years if years < 3.0 => 1,
        years if years < 12.0 => 2,
        _ => 3,
    } + if papers { 2 } else { 0 };
    // A page with a few lines on it is no page too many yet.
    let filled = words.div_ceil(PAGE_WORDS).max(1);
    if pages > most && (filled > most || words > most * PAGE_WORDS * 3 / 4) {
        let over = pages - most;
        tally.lose(
            Code::TooLong,
            0.4 * over.min(3) as f32,
            Finding::new(
                format!(
                    "It has {pages} pages; for about {years:.0} years of work {most} {} enough.",
                    if most == 1 { "is" } else { "are" }
                ),
                "Shorten what is long ago to title, company and time, and keep the lines that a next employer asks for.",
            ),
        );
    }
    if words < FEWEST {
        let missing = (FEWEST - words) as f32 / FEWEST as f32;
        tally.lose(
            Code::TooShort,
            0.3 + missing,
            Finding::new(
                format!("It has {words} words; that is too little to tell what you can do."),
                "Add what you did in your jobs, training and projects, and what you know.",
            ),
        );
    }
}

fn traits(look: &Look<'_>, tally: &mut Tally) {
    let traits = &look.case.reading.traits;
    if traits.columns > 1 {
        tally.lose(
            Code::Columns,
            1.0,
            Finding::new(
                "Text stands side by side in columns; some programs read across them and mix them.",
                "Put everything below each other. All our templates do.",
            ),
        );
    }
    if traits.tables > 0 {
        tally.lose(
            Code::Tables,
            1.0,
            Finding::new(
                "Text is set in tables, which some programs read cell by cell in the wrong order.",
                "Write it as lines and bullets.",
            ),
        );
    }
    if traits.pictures > 0 {
        tally.lose(
            Code::Pictures,
            1.0,
            Finding::new(
                "It shows pictures. No program reads them, and a photo may tell what nobody may ask.",
                "Take them out, unless a photo is usual where you apply. Words in pictures must stand in the text, too.",
            ),
        );
    }
    if traits.text_boxes > 0 {
        tally.lose(
            Code::TextBoxes,
            1.0,
            Finding::new(
                "Text stands in boxes that float above the page; some programs leave them out.",
                "Move it into the text itself.",
            ),
        );
    }
    if traits.smallest_size > 0.0 && traits.smallest_size < SMALL {
        tally.lose(
            Code::SmallLetters,
            1.0,
            Finding::new(
                format!(
                    "Letters are {:.1} points high in places; that is hard to read on paper.",
                    traits.smallest_size
                ),
                "Use 10 points or more, and leave something out instead.",
            ),
        );
    }
    if traits.hidden_words > 0 {
        tally.lose(
            Code::HiddenText,
            1.0,
            Finding::new(
                "It has text that a person cannot see. Employers' systems show it, and take it for a trick.",
                "Take it out, or make it visible.",
            ),
        );
    }
}
