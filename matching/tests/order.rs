//! Puts postings in order for people of many professions, in English, German and French, and holds the order to grades
//! that were given before any score was seen (`grades.csv`: 3 would interview, 2 worth a look, 1 weak, 0 no fit).
//!
//! Five sets of other people and other work, each graded when the rules before it stood, and looked at only after it had
//! been measured once: `data`, `later`, `third` (Spearman 0.59 and nDCG@5 0.90 at first contact), `fourth` (0.71, 0.94)
//! and `fifth` (0.69, 0.95 with the rules that the others had led to). Why each grade of the last three was given stands
//! in their `reasons.md`. A sixth and a seventh set are of files as people send them; `documents/tests/order.rs` holds the
//! order there.

use anyhow::{Context as _, Result};
use foothold_matching::demands::{Demands, of_text};
use foothold_matching::person::Person;
use foothold_matching::ranking::{auc, ndcg, spearman};
use foothold_matching::score::{Learned, Wishes, explain, numbers};
use foothold_shared::profile::Profile;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const TODAY: &str = "2026-11-21";

fn folder(set: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(set)
}

fn named(set: &str, kind: &str) -> Result<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder(set).join(kind))? {
        let path = entry?.path();
        let name = path
            .file_stem()
            .context("a name")?
            .to_string_lossy()
            .into_owned();
        found.insert(name, fs::read_to_string(&path)?);
    }
    Ok(found)
}

fn people(set: &str) -> Result<BTreeMap<String, Person>> {
    named(set, "people")?
        .into_iter()
        .map(|(name, text)| {
            let profile: Profile = serde_json::from_str(&text).with_context(|| name.clone())?;
            Ok((name, Person::of_profile(&profile, TODAY)))
        })
        .collect()
}

fn postings(set: &str) -> Result<BTreeMap<String, Demands>> {
    named(set, "postings")?
        .into_iter()
        .map(|(name, text)| {
            let (title, description) = text
                .strip_prefix("Title: ")
                .and_then(|text| text.split_once('\n'))
                .with_context(|| name.clone())?;
            Ok((name, of_text(title, description)))
        })
        .collect()
}

#[test]
fn the_order_is_that_of_a_careful_reader() -> Result<()> {
    hold("data", 0.74, 0.94, 0.98)
}

#[test]
fn so_it_is_for_other_people_and_other_work() -> Result<()> {
    hold("later", 0.77, 0.94, 0.98)
}

#[test]
fn and_for_trades_care_law_and_offices_in_seven_languages() -> Result<()> {
    hold("third", 0.73, 0.93, 0.98)
}

#[test]
fn and_for_offices_and_technology() -> Result<()> {
    hold("fourth", 0.79, 0.93, 0.97)
}

#[test]
fn and_for_drivers_pharmacists_reporters_and_foremen() -> Result<()> {
    hold("fifth", 0.72, 0.93, 0.97)
}

/// Puts a set in order and holds the order to these least figures.
fn hold(set: &str, least_order: f64, least_first: f64, least_above: f64) -> Result<()> {
    let (people, postings) = (people(set)?, postings(set)?);
    let mut grades: BTreeMap<String, Vec<(String, f64)>> = BTreeMap::new();
    for line in fs::read_to_string(folder(set).join("grades.csv"))?
        .lines()
        .skip(1)
    {
        let [posting, person, grade] = line.split(',').collect::<Vec<_>>()[..] else {
            continue;
        };
        grades
            .entry(person.to_owned())
            .or_default()
            .push((posting.to_owned(), grade.parse()?));
    }
    let (mut orders, mut firsts) = (Vec::new(), Vec::new());
    let (mut good, mut all) = (Vec::new(), Vec::new());
    let mut said = String::new();
    for (name, graded) in &grades {
        let person = people.get(name).context("a person for each grade")?;
        let mut scores = Vec::new();
        for (posting, grade) in graded {
            let demands = postings.get(posting).context("a posting for each grade")?;
            let score = f64::from(
                numbers(
                    person,
                    demands,
                    &Wishes::default(),
                    &Learned::default(),
                    TODAY,
                )
                .score,
            );
            scores.push(score);
            good.push(*grade >= 2.0);
            all.push(score);
        }
        let truth: Vec<f64> = graded.iter().map(|(_, grade)| *grade).collect();
        let (order, first) = (
            spearman(&truth, &scores).context("grades that differ")?,
            ndcg(&truth, &scores, 5).context("a grade above 0")?,
        );
        said.push_str(&format!("{name}: {order:.2} {first:.2}\n"));
        for ((posting, grade), score) in graded.iter().zip(&scores) {
            said.push_str(&format!("    {grade:.1} {score:5.1} {posting}\n"));
        }
        orders.push(order);
        firsts.push(first);
    }
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    let (order, first) = (mean(&orders), mean(&firsts));
    let above = auc(&good, &all).context("good and bad ones")?;
    if let Ok(path) = std::env::var("FOOTHOLD_MATCHING_TABLE") {
        fs::write(
            format!("{path}.{set}"),
            format!("{said}\nspearman {order:.3} ndcg5 {first:.3} auc2 {above:.3}\n"),
        )?;
    }
    assert!(order >= least_order, "Spearman {order:.3}\n{said}");
    assert!(first >= least_first, "nDCG@5 {first:.3}\n{said}");
    assert!(above >= least_above, "AUC {above:.3}\n{said}");
    Ok(())
}

#[test]
fn reasons_and_numbers_agree_for_everybody() -> Result<()> {
    for set in ["data", "later", "third", "fourth", "fifth"] {
        agree(set)?;
    }
    Ok(())
}

fn agree(set: &str) -> Result<()> {
    let postings = postings(set)?;
    for (name, person) in people(set)? {
        for (posting, demands) in &postings {
            let (wishes, learned) = (Wishes::default(), Learned::default());
            let fast = numbers(&person, demands, &wishes, &learned, TODAY);
            let told = explain(&person, demands, &wishes, &learned, "", TODAY);
            let sum: f32 = told.parts.iter().map(|part| part.weight * part.value).sum();
            assert!(
                (fast.score - told.score).abs() < 0.001,
                "{name} and {posting}"
            );
            assert!(told.score <= sum + 0.01, "{name} and {posting}: {sum}");
            let knocked = fast.left < 1.0;
            assert!(
                knocked || (sum - told.score).abs() < 0.01,
                "{name} and {posting}: {sum}"
            );
            assert_eq!(
                fast.left < 1.0,
                !told.knockouts.is_empty(),
                "{name} and {posting}"
            );
        }
    }
    Ok(())
}
