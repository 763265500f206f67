//! Fewer pages: what is least important goes, until the rest fits.
//!
//! Tightening comes first and costs nothing; it is [`fn@crate::pdf`]'s own doing. What must not happen here: an
//! employer, a school, a title or a time that is left out, or a sentence that the person worded themselves.

use crate::fonts::ruler::Ruler;
use crate::layout::Draft;
use crate::pictures::Printed;
use crate::{Document, Fitted, RenderError, flow, pdf};
use foothold_shared::document::{DocumentLook, ResumeContent, Statement};
use std::collections::HashMap;

/// Makes a résumé fit on so many pages. `least_first` are ids of facts, the least important first; a statement may be
/// left out when all facts that it rests on are among those given up so far.
///
/// # Errors
/// [`RenderError::TooLong`] when it does not fit with all of them given up; otherwise as [`fn@crate::pdf`].
pub fn fit(
    content: &ResumeContent,
    look: &DocumentLook,
    max_pages: u32,
    least_first: &[String],
) -> Result<Fitted, RenderError> {
    let printed = Printed::of(Document::Resume(content));
    let Document::Resume(shown) = printed.document() else {
        return Err(RenderError::Empty);
    };
    pdf::check(&flow::flow(Document::Resume(shown)), look)?;
    let ranks: HashMap<&str, usize> = least_first
        .iter()
        .enumerate()
        .rev()
        .map(|(rank, id)| (id.as_str(), rank))
        .collect();
    let mut order: Vec<(usize, usize)> = statements(content)
        .enumerate()
        .filter_map(|(index, statement)| Some((rank(statement, &ranks)?, index)))
        .collect();
    // Where two are as unimportant, the later one goes first.
    order.sort_by_key(|(rank, index)| (*rank, usize::MAX - index));
    let order: Vec<usize> = order.into_iter().map(|(_, index)| index).collect();

    let ruler = Ruler::default();
    let pages = |gone: &[usize]| {
        // The same lines stand at the same places in both.
        let rest = without(shown, gone);
        let blocks = flow::flow(Document::Resume(&rest));
        Draft::new(&blocks, look, &ruler).fewest()
    };
    let first = |count: usize| order.get(..count).unwrap_or(&order);
    let needed = pages(&order);
    if needed > max_pages {
        return Err(RenderError::TooLong {
            needed,
            asked: max_pages,
        });
    }
    // The fewest that must go; fewer lines never take more pages.
    let mut enough = order.len();
    let mut low = 0;
    while low < enough {
        let middle = (low + enough) / 2;
        if pages(first(middle)) <= max_pages {
            enough = middle;
        } else {
            low = middle + 1;
        }
    }
    let mut gone = first(enough).to_vec();
    restore(&mut gone, |gone| pages(gone) <= max_pages);
    let all: Vec<&Statement> = statements(content).collect();
    Ok(Fitted {
        pages: pages(&gone),
        content: without(content, &gone),
        dropped: gone
            .iter()
            .filter_map(|index| all.get(*index).map(|statement| (*statement).clone()))
            .collect(),
    })
}

/// The last that went made room; what went before it and was short may have room again.
fn restore(gone: &mut Vec<usize>, fits: impl Fn(&[usize]) -> bool) {
    // The most important first. Each try sets the document; beyond some dozens nothing is won that anyone would see.
    for at in (0..gone.len().saturating_sub(1)).rev().take(40) {
        let mut fewer = gone.clone();
        fewer.remove(at);
        if fits(&fewer) {
            *gone = fewer;
        }
    }
}

/// When a statement may go: with the last of its facts. Never, when it is the person's own wording or rests on a fact
/// that is not to be given up.
fn rank(statement: &Statement, ranks: &HashMap<&str, usize>) -> Option<usize> {
    if statement.fixed || statement.facts.is_empty() {
        return None;
    }
    let ranks = statement.facts.iter().map(|fact| ranks.get(fact.as_str()));
    ranks
        .collect::<Option<Vec<_>>>()?
        .into_iter()
        .max()
        .copied()
}

/// All that may be left out: sentences, bullets, words of lists. Not the headline.
fn statements(content: &ResumeContent) -> impl Iterator<Item = &Statement> {
    let entries = content.sections.iter().flat_map(|section| &section.entries);
    entries.flat_map(|entry| {
        entry
            .paragraph
            .iter()
            .chain(&entry.bullets)
            .chain(&entry.words)
    })
}

/// The résumé without some of its statements, by their number. A section that says nothing any more goes with them;
/// an entry with a head stays.
fn without(content: &ResumeContent, gone: &[usize]) -> ResumeContent {
    let mut content = content.clone();
    let mut number = 0;
    let mut keep = |list: &mut Vec<Statement>| {
        list.retain(|_| {
            number += 1;
            !gone.contains(&(number - 1))
        });
    };
    for section in &mut content.sections {
        section.entries.retain_mut(|entry| {
            let had = entry.paragraph.len() + entry.bullets.len() + entry.words.len();
            keep(&mut entry.paragraph);
            keep(&mut entry.bullets);
            keep(&mut entry.words);
            let left = entry.paragraph.len() + entry.bullets.len() + entry.words.len();
            // The name of a group of skills without skills says nothing.
            let is_head = !entry.entry_id.is_empty()
                || !entry.subtitle.is_empty()
                || !entry.dates.is_empty()
                || !entry.place.is_empty();
            left > 0 || is_head || had == 0
        });
    }
    content
        .sections
        .retain(|section| !section.entries.is_empty());
    content
}
