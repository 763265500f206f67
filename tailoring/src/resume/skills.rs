//! Skills: those the posting names first, each once, in the person's own words.

use super::lines;
use crate::case::{Case, Decided};
use foothold_matching::facts::skill_id;
use foothold_shared::document::{DocumentEntry, Statement};
use std::collections::BTreeSet;

/// How many skills stand there at most, unless the posting names more of them.
const MOST: usize = 24;
/// From how many on, on either side, those asked for stand in a group of their own.
const GROUP: usize = 3;
/// How much of a skill has to be asked for.
const ASKED: f32 = 0.25;

pub(super) fn groups(case: &Case<'_>, decided: &mut Decided) -> Vec<DocumentEntry> {
    let mut seen = BTreeSet::new();
    let mut listed: Vec<(String, String)> = Vec::new();
    for skill in &case.profile.skills {
        let (id, name) = (skill_id(&skill.name), lines::spaced(&skill.name));
        if !name.is_empty() && seen.insert(id.clone()) && !case.ranking.is_left_out(&id) {
            listed.push((id, name));
        }
    }
    let rank = |id: &str| (case.ranking.is_chosen(id), case.ranking.score(id));
    listed.sort_by(|a, b| {
        let (a, b) = (rank(&a.0), rank(&b.0));
        b.0.cmp(&a.0).then(b.1.total_cmp(&a.1))
    });
    let (mut first, mut more) = (Vec::new(), Vec::new());
    for (nth, (id, name)) in listed.into_iter().enumerate() {
        let (must, asked) = (
            case.ranking.is_chosen(&id),
            case.ranking.asked(&id) >= ASKED,
        );
        if nth >= MOST && !must && !asked {
            decided.dropped(
                &id,
                &name,
                "This posting does not ask for it, and you have many other skills.",
            );
            continue;
        }
        if !must {
            // A skill is a word: it goes before a line does, unless it is asked for.
            decided
                .may_go
                .push((case.ranking.score(&id) - 0.2, id.clone()));
        }
        let group = if asked || must { &mut first } else { &mut more };
        group.push(decided.state(name, vec![id]));
    }
    if !first.is_empty() && !case.wanted.is_empty() {
        let names: Vec<&str> = first
            .iter()
            .map(|skill| skill.text.as_str())
            .take(8)
            .collect();
        decided.chose(
            format!("Skills that come first: {}", names.join(", ")),
            "The posting names them, or you chose them.",
            first.iter().flat_map(|skill| skill.facts.clone()).collect(),
        );
    }
    let words = case.words();
    if first.len() >= GROUP && more.len() >= GROUP {
        vec![
            group(words.get("skills.first"), first),
            group(words.get("skills.more"), more),
        ]
    } else {
        first.append(&mut more);
        if first.is_empty() {
            Vec::new()
        } else {
            vec![group("", first)]
        }
    }
}

fn group(title: &str, words: Vec<Statement>) -> DocumentEntry {
    DocumentEntry {
        title: title.to_owned(),
        words,
        ..DocumentEntry::default()
    }
}
