//! `eval random`: the reader against forms made by chance, whose truth is known.

use crate::capture::{Captured, Captures};
use crate::eval_forms::{Report, Truth, TruthField, find, judge_page};
use crate::generate::{Asked, Form, check, make};
use crate::score_forms::{Miss, Score, Scores};
use anyhow::{Context, Result};
use foothold_core::classify::classify;
use serde_json::json;
use std::io::Write as _;

/// How many forms, and from which seed.
#[derive(Debug, Clone, Copy)]
pub struct Forms {
    /// How many forms are made.
    pub count: u64,
    /// The seed of the first; each form has the next one.
    pub seed: u64,
}

/// What one form gave.
struct Measured {
    lang: &'static str,
    layout: String,
    score: Score,
    misses: Vec<Miss>,
    faults: Vec<String>,
}

/// Makes the forms, measures each and prints the result.
///
/// # Errors
/// When the browser does not start or a form cannot be read.
pub async fn run(forms: Forms, report: Report) -> Result<()> {
    let captures = Captures::start().await?;
    let mut by_lang = Scores::by("language");
    let mut by_layout = Scores::by("layout");
    let mut misses = Vec::new();
    let mut faults = Vec::new();
    for seed in forms.seed..forms.seed.saturating_add(forms.count) {
        let one = measure(&captures, seed).await?;
        by_lang.add(one.lang, &one.score);
        by_layout.add(&one.layout, &one.score);
        misses.extend(one.misses);
        let named = one
            .faults
            .into_iter()
            .map(|fault| format!("{seed}: {fault}"));
        faults.extend(named);
    }
    let mut out = std::io::stdout().lock();
    if report.json {
        let mut whole = by_lang.to_json();
        whole["by_layout"] = by_layout.to_json()["by_layout"].clone();
        whole["misses"] = json!(misses);
        whole["faults"] = json!(faults);
        writeln!(out, "{whole}")?;
        return Ok(());
    }
    write!(out, "{}\n{}", by_lang.to_table(), by_layout.to_table())?;
    writeln!(out, "\nfaults of plans: {}", faults.len())?;
    for fault in &faults {
        writeln!(out, "FAULT {fault}")?;
    }
    for miss in misses.iter().filter(|_| report.misses) {
        writeln!(out, "{miss}")?;
    }
    Ok(())
}

/// The page of one form, for looking at it.
#[must_use]
pub fn page(seed: u64) -> String {
    make(seed).html
}

/// Makes, opens, reads and judges one form.
async fn measure(captures: &Captures, seed: u64) -> Result<Measured> {
    let Form {
        lang,
        layout,
        html,
        truth,
    } = make(seed);
    let page = Captured {
        html: html.into_bytes(),
        url: "https://jobs.example.org/apply".to_owned(),
    };
    let snapshot = captures
        .snapshot(&page)
        .await
        .with_context(|| format!("form {seed}"))?;
    let form = classify(&snapshot);
    let expected = Truth {
        fields: truth.iter().enumerate().map(expect).collect(),
        ..Truth::default()
    };
    let handles = find(captures, &expected.fields).await?;
    let name = format!("{seed}/{lang}/{layout}");
    let (misses, score) = judge_page(&name, &expected, &form, &handles);
    Ok(Measured {
        lang,
        layout,
        score,
        misses,
        faults: check::check(&truth, &handles, &snapshot, &form),
    })
}

fn expect((number, asked): (usize, &Asked)) -> TruthField {
    TruthField {
        selector: Some(format!("[x-t=\"{number}\"]")),
        label: Some(asked.label.clone()),
        expected: asked.kind.clone(),
        also_ok: Some(asked.also.iter().map(|&kind| kind.to_owned()).collect()),
        do_not_fill: Some(asked.trap),
        ..TruthField::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Enough for each language and layout, and few enough for every run.
    const SEEDS: std::ops::Range<u64> = 5000..5040;

    #[tokio::test]
    async fn what_must_never_happen_does_not_on_forms_made_by_chance() -> Result<()> {
        let captures = Captures::start().await?;
        let mut faults = Vec::new();
        for seed in SEEDS {
            let one = measure(&captures, seed).await?;
            faults.extend(
                one.faults
                    .into_iter()
                    .map(|fault| format!("{seed}: {fault}")),
            );
            if one.score.is_harmful() {
                let told = one.misses.iter().map(ToString::to_string);
                faults.extend(told);
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
        Ok(())
    }
}
