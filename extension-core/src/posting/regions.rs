//! Which of a page's blocks are the job's description: the boxes they stand in, and where the talk begins and ends.

use crate::page::{TextBlock, TextBox};

use super::fold::{fold, key};
use super::labels::{self, Label};
use super::{cities, closed, employment, hints, place, remote, rows, salary, sections, stated};

/// Words in a box's marks that say it holds something beside the job.
const ASIDE: &[&str] = &[
    "nav",
    "navbar",
    "navigation",
    "menu",
    "menubar",
    "footer",
    "contentinfo",
    "cookie",
    "cookies",
    "consent",
    "breadcrumb",
    "breadcrumbs",
    "sidebar",
    "related",
    "similar",
    "recommended",
    "recommendations",
    "share",
    "sharing",
    "social",
    "newsletter",
    "subscribe",
    "modal",
    "dialog",
    "popup",
    "overlay",
    "pagination",
    "login",
    "signin",
    "search",
    "toolbar",
    "skip",
];

/// Pairs of words in a box's marks that say it holds the description.
const DESCRIPTION: &[&str] = &[
    "-job-description-",
    "-jobdescription-",
    "-job-posting-description-",
    "-posting-description-",
    "-job-desc-",
    "-description-",
    "-descripcion-",
    "-beschreibung-",
    "-stellenbeschreibung-",
    "-job-details-",
    "-job-detail-",
    "-job-ad-details-",
    "-job-ad-content-",
    "-job-content-",
    "-job-body-",
    "-posting-body-",
    "-posting-content-",
    "-vacancy-text-",
    "-vacancy-description-",
    "-offer-description-",
    "-job-text-",
    "-jd-",
    "-job-ad-",
    "-job-post-",
    "-job-sections-",
];

/// Folded texts of buttons and links that stand in the middle of a description.
const BUTTONS: &str = "apply|apply now|apply here|apply online|apply for this job|apply for this position|apply for this role|apply for job|submit application|share|share this job|save|save job|print|report this job|back|back to jobs|back to all jobs|all jobs|\
    show more|show less|read more|see more|jetzt bewerben|bewerben|online bewerben|hier bewerben|teilen|merken|drucken|zuruck|mehr anzeigen|\
    postuler|postuler maintenant|je postule|partager|retour|voir plus|inscribirme|inscribirse|solicitar|aplicar|postular|compartir|volver|ver mas|\
    candidati|candidati ora|invia candidatura|condividi|indietro|solliciteer|solliciteer nu|solliciteer direct|direct solliciteren|delen|terug|\
    candidatar se|candidate se|inscrever se|compartilhar|voltar|aplikuj|aplikuj teraz|udostepnij|powrot";

/// The blocks of the description, in order. `title` is the job's title, empty where none was found.
pub(crate) fn description<'b>(
    found: &[&'b TextBlock],
    boxes: &[TextBox],
    title: &str,
) -> Vec<&'b TextBlock> {
    let start = title_at(found, title);
    let holds_title = match start {
        Some(at) => chain(boxes, found[at].inside),
        None => Vec::new(),
    };
    let mut aside = vec![false; boxes.len()];
    for (at, part) in boxes.iter().enumerate() {
        // Outer boxes stand before those within them.
        let up = part
            .up
            .and_then(|up| aside.get(up as usize))
            .copied()
            .unwrap_or(false);
        aside[at] = up || (is_aside(part) && !holds_title.contains(&at));
    }
    let inside = |block: &TextBlock| {
        block
            .inside
            .map(|at| at as usize)
            .filter(|at| *at < boxes.len())
    };
    let kept = found
        .iter()
        .skip(start.map_or(0, |at| at + 1))
        .copied()
        .filter(|block| inside(block).is_none_or(|at| !aside[at]))
        .filter(|block| !is_noise(block, title))
        .collect::<Vec<_>>();
    let kept = without_fact_lists(within_its_box(kept, boxes));
    let from = head(&kept);
    let mut kept = kept[from..].to_vec();
    loop {
        if kept.last().is_some_and(|block| is_tail(block)) {
            kept.pop();
        } else if let [.., label, value] = kept.as_slice()
            && is_criterion(label, value)
        {
            kept.truncate(kept.len() - 2);
        } else {
            return kept;
        }
    }
}

/// Where the title stands: its heading, else the first line that says the same.
fn title_at(found: &[&TextBlock], title: &str) -> Option<usize> {
    let title = key(title);
    if title.is_empty() {
        return None;
    }
    let says = |block: &TextBlock| {
        block.text.len() <= title.len() * 2 + 60 && key(&block.text).contains(&title)
    };
    let heading = found
        .iter()
        .position(|block| matches!(block.tag.as_str(), "h1" | "h2") && says(block));
    heading.or_else(|| found.iter().position(|block| says(block)))
}

/// The boxes around a block, the innermost first.
fn chain(boxes: &[TextBox], inside: Option<u32>) -> Vec<usize> {
    let mut around = Vec::new();
    let mut next = inside.map(|at| at as usize);
    while let Some(at) = next.filter(|at| *at < boxes.len() && around.len() < 60) {
        around.push(at);
        // A box never holds one that stands before it.
        next = boxes[at].up.map(|up| up as usize).filter(|up| *up < at);
    }
    around
}

fn is_aside(part: &TextBox) -> bool {
    if matches!(
        part.tag.as_str(),
        "nav" | "footer" | "aside" | "form" | "header" | "dialog"
    ) {
        return true;
    }
    part.hint.split_whitespace().take(12).any(|word| {
        let words = hints::split_words(word);
        // "job-search-result-description" is searched for, "search" is a search.
        words.split('-').filter(|w| !w.is_empty()).count() <= 3
            && words.split('-').any(|w| ASIDE.contains(&w))
    })
}

fn is_noise(block: &TextBlock, title: &str) -> bool {
    let short = block.text.len() <= 60;
    let folded = || fold(&block.text);
    matches!(block.tag.as_str(), "label" | "legend" | "option")
        || (short && BUTTONS.split('|').any(|known| known.trim() == folded()))
        || (short && !title.is_empty() && key(&block.text) == key(title))
        || closed::is_notice(&block.text)
}

/// The blocks of the box that is marked as the description, or of the innermost one that holds nearly all that is
/// said. Where nothing stands out, all of them.
fn within_its_box<'b>(blocks: Vec<&'b TextBlock>, boxes: &[TextBox]) -> Vec<&'b TextBlock> {
    let mut said = vec![0_usize; boxes.len()];
    let mut total = 0;
    for block in &blocks {
        let weight = if block.text.len() >= 25 || !block.list.is_empty() {
            block.text.len()
        } else {
            0
        };
        total += weight;
        for at in chain(boxes, block.inside) {
            said[at] += weight;
        }
    }
    if total == 0 {
        return blocks;
    }
    let marked = |at: &usize| {
        boxes[*at].hint.split_whitespace().take(12).any(|word| {
            let words = hints::split_words(word);
            DESCRIPTION.iter().any(|mark| words.contains(mark))
        })
    };
    let region = (0..boxes.len())
        .filter(|at| said[*at] * 2 >= total && said[*at] >= 100)
        .filter(marked)
        .max_by_key(|at| (said[*at], *at))
        .or_else(|| {
            (0..boxes.len())
                .filter(|at| said[*at] * 10 >= total * 9)
                .max()
        });
    match region {
        Some(region) => blocks
            .into_iter()
            .filter(|block| chain(boxes, block.inside).contains(&region))
            .collect(),
        None => blocks,
    }
}

/// The blocks without the lists of terms and tables that tell facts under known labels.
fn without_fact_lists(blocks: Vec<&TextBlock>) -> Vec<&TextBlock> {
    let is_term = |block: &TextBlock| matches!(block.tag.as_str(), "dt" | "th");
    let is_entry = |block: &TextBlock| matches!(block.tag.as_str(), "dt" | "dd" | "th" | "td");
    let mut kept = Vec::new();
    let mut at = 0;
    while at < blocks.len() {
        let run = blocks[at..]
            .iter()
            .take_while(|block| is_entry(block))
            .count();
        if run == 0 {
            kept.push(blocks[at]);
            at += 1;
            continue;
        }
        let terms = blocks[at..at + run].iter().filter(|block| is_term(block));
        let known = terms.clone().filter(|block| {
            labels::find(&block.text).is_some() && sections::of(&block.text).is_none()
        });
        if known.count() * 2 < terms.count().max(1) {
            kept.extend(&blocks[at..at + run]);
        }
        at += run;
    }
    kept
}

/// How many blocks at the beginning are facts about the job and no talk.
fn head(blocks: &[&TextBlock]) -> usize {
    let mut at = 0;
    while let Some(block) = blocks.get(at) {
        let text = block.text.as_str();
        let heading = matches!(block.tag.as_str(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6");
        let next = blocks.get(at + 1).copied();
        let value =
            next.filter(|next| next.text.len() <= 160 && labels::find(&next.text).is_none());
        match labels::find(text) {
            // "About the job", "Benefits": a label of nothing but what follows.
            Some(Label::Other) => {
                let fact = value.is_some_and(|value| {
                    value.text.len() <= 60 && value.list.is_empty() && !is_talk(value, None)
                });
                if fact && sections::of(text).is_none() {
                    at += 2;
                    continue;
                }
                if matches!(block.tag.as_str(), "dt" | "th") {
                    at += 1;
                    continue;
                }
                break;
            }
            // The label and, where it stands by itself, its value.
            Some(_) => {
                at += 1 + usize::from(value.is_some());
                continue;
            }
            None => {}
        }
        if heading {
            // A heading over a section begins the talk; one that says a fact does not.
            if sections::of(text).is_some() || !is_fact(text) {
                break;
            }
        } else if matches!(block.tag.as_str(), "dt" | "dd" | "th" | "td") || is_fact_row(block) {
            at += 1;
            continue;
        } else if is_talk(block, blocks.get(at + 1).copied()) {
            break;
        }
        at += 1;
    }
    at
}

/// A line or a row that tells a fact under its label.
fn is_fact_row(block: &TextBlock) -> bool {
    let labelled = rows::within(&block.text);
    labelled.len() >= 2
        || (labelled.len() == 1 && block.text.len() <= 160)
        || (block.text.len() <= 160
            && block
                .parts
                .first()
                .is_some_and(|part| labels::find(&part.text).is_some()))
        || stated::is_line(&block.text)
}

fn is_fact(text: &str) -> bool {
    text.len() <= 120
        && (place::looks_like(text)
            || cities::is_city(text)
            || employment::badge(text).is_some()
            || !remote::badge(text).is_empty()
            || salary::badge(text).is_some())
}

/// Whether a block is talk: a sentence, or a line that introduces something.
fn is_talk(block: &TextBlock, next: Option<&TextBlock>) -> bool {
    let text = block.text.trim();
    if is_fact(text) {
        return false;
    }
    let words = text.split_whitespace().count();
    let before_list = block.list.is_empty() && next.is_some_and(|next| !next.list.is_empty());
    let bold = block.html.starts_with("<b>") && block.html.ends_with("</b>");
    let begins = sections::of(text).is_some();
    (words >= 6 && text.ends_with(['.', '!', '?', ':', '…', ')']) && text.len() >= 25)
        || words >= 14
        || (begins && (before_list || bold))
        || (bold && words <= 10 && next.is_some_and(|next| next.text.len() >= 30))
        || (before_list && text.ends_with(':'))
}

/// A label and its value among the facts that follow the talk: "Seniority level", "Associate".
fn is_criterion(label: &TextBlock, value: &TextBlock) -> bool {
    labels::find(&label.text).is_some()
        && sections::of(&label.text).is_none()
        && value.text.len() <= 60
        && !is_talk(value, None)
        && label.tag != "li"
}

/// What stands after the talk: a copyright line, a button.
fn is_tail(block: &TextBlock) -> bool {
    let text = block.text.trim();
    let folded = fold(text);
    text.starts_with('©')
        || folded.starts_with("copyright ")
        || folded.starts_with("powered by")
        || (text.len() <= 40
            && block.list.is_empty()
            && !text.contains(['.', '!', '?', ':'])
            && !block.tag.starts_with('h'))
}
