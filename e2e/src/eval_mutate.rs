//! `eval mutate`: the reader against captured pages that were changed in ways that leave their meaning.
//!
//! A reader that learned the captured pages by heart shows here: it loses what a person would not.

use crate::capture::{Captured, Captures};
use crate::eval_forms::{Report, Truth, judge_page, page_id, truths};
use crate::generate::chance::Chance;
use crate::mutate::{self, MUTATIONS, Mutation};
use crate::score_forms::{Miss, Score, Scores};
use anyhow::{Result, bail};
use foothold_core::classify::classify;
use std::path::Path;

/// How often each page is changed, and from which seed.
#[derive(Debug, Clone, Copy)]
pub struct Rounds {
    /// How many times each mutation is drawn for each page.
    pub count: u64,
    /// What the changes follow from.
    pub seed: u64,
}

/// Measures every page of a folder under every mutation and prints the result.
///
/// # Errors
/// When there is nothing to measure, the browser does not start, or a page cannot be read (the others are still
/// measured and printed).
pub async fn run(folder: &Path, rounds: Rounds, report: Report) -> Result<()> {
    let truths = truths(folder)?;
    let captures = Captures::start().await?;
    let mut scores = Scores::by("mutation");
    let mut misses = Vec::new();
    let mut unreadable = Vec::new();
    for mutation in MUTATIONS {
        let draws = if mutation == Mutation::None {
            1
        } else {
            rounds.count.max(1)
        };
        for round in 0..draws {
            for path in &truths {
                let seed = rounds.seed.wrapping_add(round);
                match measure(&captures, path, mutation, seed).await {
                    Ok((page_misses, score)) => {
                        scores.add(&mutation.name(), &score);
                        misses.extend(page_misses);
                    }
                    Err(error) => unreadable.push(format!(
                        "{} {}: {error:#}",
                        mutation.name(),
                        path.display()
                    )),
                }
            }
        }
    }
    crate::eval_forms::print(&scores, &misses, report)?;
    if !unreadable.is_empty() {
        bail!(
            "{} pages could not be read:\n{}",
            unreadable.len(),
            unreadable.join("\n")
        );
    }
    Ok(())
}

/// Opens one page, changes it, and judges each of its fields.
async fn measure(
    captures: &Captures,
    path: &Path,
    mutation: Mutation,
    seed: u64,
) -> Result<(Vec<Miss>, Score)> {
    let mut truth = Truth::read(path)?;
    truth
        .fields
        .retain(|field| !mutation.leaves_nothing_of(field));
    let id = page_id(path);
    let host = truth.page_url.as_deref().unwrap_or_default();
    let page = Captured::read(
        &path.with_file_name(format!("{id}.html")),
        if mutation.loses_host() { "" } else { host },
    )?;
    let name = format!("{}/{id}", mutation.name());
    let chance = Chance::of(seed, &name);
    captures.open(&page).await?;
    let lang = truth.lang.as_deref().unwrap_or_default();
    mutate::apply(captures, mutation, &truth.fields, lang, chance).await?;
    let form = classify(&captures.collect().await?);
    let handles = mutate::handles(captures).await?;
    Ok(judge_page(&name, &truth, &form, &handles))
}
