//! The description within structured data, read as a page would be: pay and its like are often said only there.

use crate::page::TextBlock;

use super::claim::{Claim, Claims, Source};
use super::markdown::{self, Block, unmark};
use super::{employment, rows, salary, stated};

/// Adds what the descriptions among the claims say.
pub(crate) fn read(claims: &mut Claims) {
    let blocks = claims
        .description
        .iter()
        .flat_map(|claim| markdown::blocks(&claim.value))
        .take(600)
        .map(|block| TextBlock {
            tag: match block {
                Block::Heading { .. } => "h3",
                Block::Item { .. } => "li",
                Block::Paragraph(_) => "p",
            }
            .to_owned(),
            text: unmark(block.text()),
            ..TextBlock::default()
        })
        .collect::<Vec<_>>();
    let all = blocks.iter().collect::<Vec<_>>();
    let labelled = rows::read(&all, &[]);
    claims.salary.extend(again(labelled.salary));
    claims.employment.extend(again(labelled.employment));
    claims.term.extend(again(labelled.term));
    claims.reference.extend(again(labelled.reference));
    claims.deadline.extend(again(labelled.deadline));
    for (at, block) in blocks.iter().enumerate() {
        let mut pays = salary::prose(&block.text);
        let announced = at
            .checked_sub(1)
            .is_some_and(|before| salary::announces(&blocks[before].text));
        if pays.is_empty() && block.text.len() <= 80 && announced {
            pays.extend(salary::badge(&block.text));
        }
        for pay in pays {
            claims.salary(Source::Described, Some(pay));
        }
        claims.employment(Source::Described, employment::prose(&block.text));
        for tail in stated::deadlines(&block.text) {
            claims.deadline(Source::Described, tail);
        }
    }
}

fn again<T>(claims: Vec<Claim<T>>) -> impl Iterator<Item = Claim<T>> {
    claims.into_iter().map(|claim| Claim {
        value: claim.value,
        source: Source::Described,
    })
}
