//! What the job is about: chosen between what structured data says and what the page shows.

use std::collections::HashSet;

use crate::page::{TextBlock, TextBox};

use super::claim::{Claim, Source};
use super::fold::fold;
use super::markdown::{self, Block, unmark};
use super::regions;

/// The parts of the description, empty where the page has none.
pub(crate) fn choose(
    data: &[Claim<String>],
    found: &[&TextBlock],
    boxes: &[TextBox],
    title: &str,
    notes: &mut Vec<String>,
) -> Vec<Block> {
    let seen = shown(&regions::description(found, boxes, title));
    let told = data
        .iter()
        .map(|claim| (markdown::blocks(&claim.value), claim.source))
        .max_by_key(|(blocks, _)| size(blocks));
    let (chosen, from) = match told {
        None => (seen, None),
        Some((told, source)) if size(&told) == 0 => (seen, (size(&told) > 0).then_some(source)),
        Some((told, source)) => between(told, source, seen, found, notes),
    };
    // A few words are a slogan, not a description.
    if size(&chosen) < 20 {
        return Vec::new();
    }
    notes.push(match from {
        Some(source) => format!("description: from {}", source.name()),
        None => "description: from the page".to_owned(),
    });
    chosen
}

/// Visible text stands where the two disagree; data that the page shows, too, is the cleaner copy of it.
fn between(
    told: Vec<Block>,
    source: Source,
    seen: Vec<Block>,
    found: &[&TextBlock],
    notes: &mut Vec<String>,
) -> (Vec<Block>, Option<Source>) {
    let page = words(found.iter().map(|block| block.text.as_str()));
    let mine = words(told.iter().map(Block::text));
    let shown = mine.iter().filter(|word| page.contains(*word)).count();
    let share = shown as f64 / mine.len().max(1) as f64;
    let (told_size, seen_size) = (size(&told), size(&seen));
    if seen_size < 80 {
        return (told, Some(source));
    }
    if share < 0.4 && seen_size >= 200 {
        notes.push(format!("description: {} says otherwise", source.name()));
        return (seen, None);
    }
    let cut = told
        .last()
        .is_some_and(|block| block.text().ends_with(['…']) || block.text().ends_with("..."));
    if told_size * 2 < seen_size && (cut || told_size < 400) {
        return (seen, None);
    }
    let lost = !is_structured(&told) && (is_structured(&seen) || seen.len() > told.len());
    if share >= 0.6 && lost {
        // The data lost its lines. What the page shows of the same text has them.
        let whole = fold(&told.iter().map(Block::text).collect::<Vec<_>>().join(" "));
        let same = seen
            .into_iter()
            .filter(|block| whole.contains(fold(&unmark(block.text())).as_str()))
            .collect::<Vec<_>>();
        if size(&same) * 10 >= told_size * 6 {
            return (same, None);
        }
    }
    (told, Some(source))
}

fn shown(blocks: &[&TextBlock]) -> Vec<Block> {
    let mut all = Vec::new();
    for block in blocks {
        let list = if block.list.is_empty() && block.tag == "li" {
            "u"
        } else {
            block.list.as_str()
        };
        all.extend(markdown::of_visible(
            &block.tag,
            list,
            &block.text,
            &block.html,
        ));
    }
    number(&mut all);
    markdown::settle(all)
}

/// Items of numbered lists come one by one: they are counted here.
fn number(blocks: &mut [Block]) {
    let mut counts: Vec<usize> = Vec::new();
    for block in blocks {
        match block {
            Block::Item { depth, number, .. } => {
                counts.truncate(*depth + 1);
                counts.resize(*depth + 1, 0);
                if let Some(number) = number {
                    counts[*depth] += 1;
                    *number = counts[*depth];
                }
            }
            _ => counts.clear(),
        }
    }
}

fn size(blocks: &[Block]) -> usize {
    blocks.iter().map(|block| block.text().len()).sum()
}

fn is_structured(blocks: &[Block]) -> bool {
    blocks
        .iter()
        .any(|block| !matches!(block, Block::Paragraph(_)))
}

fn words<'t>(texts: impl Iterator<Item = &'t str>) -> HashSet<String> {
    texts
        .flat_map(|text| {
            fold(text)
                .split(' ')
                .filter(|word| word.len() > 3)
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .take(20_000)
        .collect()
}
