//! The short texts beside a job's title: "Ghent, Belgium", "Full-time", "Hybrid", "€ 3.100 per month".
//!
//! Nothing names what they are, so each must look like what it is taken for.

use crate::page::TextBlock;

use super::claim::{Claims, Source};
use super::fold::{fold, key, tidy};
use super::labels::Label;
use super::place::{self, Place};
use super::rows::place_ways;
use super::{cities, employment, labels, remote, salary};

/// How far from the title a badge may stand, in blocks.
const AFTER: usize = 16;
const BEFORE: usize = 5;
/// The longest badge.
const MAX_BADGE: usize = 140;

/// What the badges beside the title say. `known` are places other sources name: a badge that repeats one is one.
pub(crate) fn read(blocks: &[&TextBlock], title: &str, known: &[Place]) -> Claims {
    let mut claims = Claims::default();
    let title_key = key(title);
    if title_key.is_empty() {
        return claims;
    }
    let titles = blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| {
            block.text.len() <= title.len() + 60 && key(&block.text).contains(&title_key)
        })
        .map(|(index, _)| index)
        .take(4)
        .collect::<Vec<_>>();
    let mut seen = vec![false; blocks.len()];
    for at in titles {
        // The title's own line may carry badges behind it.
        seen[at] = true;
        for index in (at.saturating_sub(BEFORE)..at).rev() {
            if !fits(blocks[index]) {
                break;
            }
            if !std::mem::replace(&mut seen[index], true) {
                tell(
                    &mut claims,
                    blocks[index],
                    blocks.get(index + 1).copied(),
                    known,
                );
            }
        }
        for index in at + 1..(at + 1 + AFTER).min(blocks.len()) {
            if ends(blocks[index]) {
                break;
            }
            if fits(blocks[index]) && !std::mem::replace(&mut seen[index], true) {
                tell(
                    &mut claims,
                    blocks[index],
                    blocks.get(index + 1).copied(),
                    known,
                );
            }
        }
    }
    claims
}

fn fits(block: &TextBlock) -> bool {
    block.text.len() <= MAX_BADGE
        && !matches!(block.tag.as_str(), "label" | "legend" | "option" | "h1")
}

/// Where the head of a page ends: at a paragraph, at a form.
fn ends(block: &TextBlock) -> bool {
    block.text.len() > 260 || matches!(block.tag.as_str(), "label" | "legend" | "h1")
}

fn tell(claims: &mut Claims, block: &TextBlock, next: Option<&TextBlock>, known: &[Place]) {
    // A line made of parts is as many badges, unless it is one place or one sum that was marked in pieces.
    let one = block.parts.is_empty()
        || place::looks_like(&block.text)
        || salary::badge(&block.text).is_some();
    if one {
        line(claims, &block.text, next, known);
        return;
    }
    for part in &block.parts {
        line(claims, &part.text, None, known);
    }
}

fn line(claims: &mut Claims, text: &str, next: Option<&TextBlock>, known: &[Place]) {
    let text = tidy(text);
    // A labelled line is read by its label; "Remote" and "Contract" are labels only where a value follows.
    let labelled = labels::find(&text)
        .is_some_and(|label| !stands_alone(&text) || answers(next, label))
        || text
            .split_once(':')
            .is_some_and(|(head, _)| labels::find(head).is_some());
    if labelled {
        return;
    }
    let bare = text.trim_end_matches(['/', '|', '-', ',', '·', '•']).trim();
    let pieces = pieces(bare);
    let whole_places = place::labelled(bare);
    if !whole_places.is_empty() && whole_places.iter().all(|p| is_place(&p.text(), known)) {
        claims.places(Source::Badge, whole_places);
        claims.remote(Source::Badge, place_ways(bare));
    } else {
        let places = pieces
            .iter()
            .filter(|piece| is_place(piece, known))
            .flat_map(|piece| place::labelled(piece))
            .collect::<Vec<_>>();
        claims.places(Source::Badge, places);
    }
    // "Remote, Hybrid" is one badge that offers both.
    let whole = remote::badge(bare);
    if whole.is_empty() {
        claims.remote(Source::Badge, at_an_end(bare));
        for piece in &pieces {
            claims.remote(Source::Badge, remote::badge(piece));
            claims.remote(
                Source::Badge,
                if place::is_qualified_remote(piece) {
                    vec!["remote"]
                } else {
                    Vec::new()
                },
            );
        }
    } else {
        claims.remote(Source::Badge, whole);
    }
    let whole = employment::badge(bare);
    let kind = whole
        .or_else(|| pieces.iter().find_map(|piece| employment::badge(piece)))
        .or_else(|| mixed(bare));
    claims.employment(Source::Badge, kind);
    let term = employment::term_badge(bare).or_else(|| {
        pieces
            .iter()
            .find_map(|piece| employment::term_badge(piece))
    });
    claims.term(Source::Badge, term);
    // A range must not be cut at its dash.
    let pay = salary::badge(bare).or_else(|| {
        bare.split(['·', '•', '|', '●', '⋅'])
            .find_map(salary::badge)
    });
    claims.salary(Source::Badge, pay);
}

/// Badges that ran into one line: "Ghent Full-time Hybrid". Only the plain words for hours count there.
fn mixed(text: &str) -> Option<employment::Employment> {
    let folded = fold(text);
    if folded.split(' ').count() > 9 {
        return None;
    }
    [
        "full time",
        "part time",
        "vollzeit",
        "teilzeit",
        "temps plein",
        "temps partiel",
    ]
    .iter()
    .find(|phrase| super::fold::has_phrase(&folded, phrase))
    .and_then(|_| employment::choose(&employment::kinds(text)))
}

/// The way of working at either end of a line that badges ran into: "Remote Sales Full time".
fn at_an_end(text: &str) -> Vec<remote::Remote> {
    if mixed(text).is_none() {
        return Vec::new();
    }
    let folded = fold(text);
    let ends = |word: &str| {
        folded.starts_with(&format!("{word} ")) || folded.ends_with(&format!(" {word}"))
    };
    [
        ("hybrid", "hybrid"),
        ("remote", "remote"),
        ("on site", "onsite"),
        ("onsite", "onsite"),
    ]
    .iter()
    .find(|(word, _)| ends(word))
    .map(|(_, way)| vec![*way])
    .unwrap_or_default()
}

fn stands_alone(text: &str) -> bool {
    employment::badge(text).is_some() || !remote::badge(text).is_empty()
}

/// Whether the next block is the value of a label.
fn answers(next: Option<&TextBlock>, label: Label) -> bool {
    let Some(text) = next.map(|block| block.text.as_str()) else {
        return false;
    };
    match label {
        Label::Employment => {
            employment::badge(text).is_some() || employment::term_badge(text).is_some()
        }
        Label::Remote => {
            !remote::badge(text).is_empty()
                || matches!(
                    fold(text).as_str(),
                    "yes" | "no" | "ja" | "nein" | "oui" | "non"
                )
        }
        _ => true,
    }
}

fn is_place(text: &str, known: &[Place]) -> bool {
    let bare = text.trim();
    if bare.split_whitespace().count() > 9 {
        return false;
    }
    let repeated = || {
        let this = key(bare);
        !this.is_empty()
            && known.iter().any(|place| {
                key(&place.text()) == this
                    || place
                        .segments
                        .first()
                        .is_some_and(|first| key(first) == this)
            })
    };
    place::looks_like(bare) || cities::is_city(bare) || repeated()
}

fn pieces(text: &str) -> Vec<&str> {
    text.split(['·', '•', '|', '–', '—', '●', '⋅', '\n', '›', '/'])
        .flat_map(|piece| piece.split(" - "))
        .flat_map(|piece| piece.split("  "))
        .map(str::trim)
        .filter(|piece| !piece.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claims(lines: &[(&str, &str)]) -> Claims {
        let blocks = lines
            .iter()
            .map(|(tag, text)| TextBlock {
                tag: (*tag).to_owned(),
                hint: String::new(),
                text: (*text).to_owned(),
                ..TextBlock::default()
            })
            .collect::<Vec<_>>();
        read(&blocks.iter().collect::<Vec<_>>(), "Night Baker", &[])
    }

    #[test]
    fn badges_on_one_line_and_on_many() {
        for lines in [
            vec![
                ("h1", "Night Baker"),
                ("div", "Ghent, Belgium · Full-time · Hybrid · €38k – €42k"),
            ],
            vec![
                ("h1", "Night Baker"),
                ("span", "Ghent, Belgium"),
                ("span", "Full time"),
                ("span", "Hybrid"),
                ("span", "€38K - €42K"),
            ],
        ] {
            let read = claims(&lines);
            assert_eq!(read.places[0].value[0].text(), "Ghent, Belgium");
            assert_eq!(read.employment[0].value, "full_time");
            assert_eq!(read.remote[0].value, ["hybrid"]);
            assert_eq!(read.salary[0].value.max, Some(42_000.0));
        }
    }

    #[test]
    fn departments_and_sentences_are_no_badges() {
        let read = claims(&[
            ("h1", "Night Baker"),
            ("li", "Bakery & Pastry"),
            ("li", "Contract Manager team"),
            (
                "p",
                "You bake bread at night in one of our shops in Ghent, Belgium, and you like it that way.",
            ),
        ]);
        assert_eq!(read, Claims::default());
    }
}
