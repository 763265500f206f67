//! New terms, learned from the postings that were gathered: kept for whoever extends the vocabulary, and told beside a
//! match where posting and profile use the same one.
//!
//! open jobs → names that stand where skills stand → those that several companies use → the table, this server's memory
//!
//! What must not happen here: a score that changes by what was learned; a word of a person's among the terms.

use std::fmt::Write as _;
use std::sync::{Arc, PoisonError};

use foothold_matching::demands::Demands;
use foothold_matching::score::{Match, PartName};
use foothold_matching::terms::{Known, Seen};
use foothold_matching::vocabulary::{SkillId, name};

use super::error::MatchError;
use super::seeker::Seeker;
use super::service::Matches;
use super::store;
use super::store::terms::TermRow;
use crate::db::{self, Db};

/// Learned anew after this time.
const FRESH_MS: i64 = 24 * 60 * 60 * 1000;
/// From so many postings, the newest: more cost memory and tell the same.
const POSTINGS: usize = 20_000;
/// A name that fewer companies use is one company's own.
const COMPANIES: usize = 3;
/// The most names that are kept.
const MOST: i64 = 1_000;
/// The most names that are told of one posting, met and missing ones each.
const TOLD: usize = 4;

impl Matches {
    /// Learns new terms once a day, and has this server know what was learned; how many there are.
    ///
    /// # Errors
    /// When the database fails; then what was known stays.
    pub async fn learn(&self) -> Result<usize, MatchError> {
        let now_ms = self.now_ms();
        let rows = store::terms::list(&mut self.db.read().await?.conn(), MOST).await?;
        let learned_at_ms = rows.iter().map(|row| row.learned_at_ms).max();
        if learned_at_ms.is_some_and(|at_ms| at_ms > now_ms - FRESH_MS) {
            return Ok(self.know(&rows));
        }
        let shelf = self.shelves.fresh(&self.jobs, now_ms, 0).await?;
        let rows = tokio::task::spawn_blocking(move || {
            let mut seen = Seen::default();
            for demands in shelf.demands().take(POSTINGS) {
                seen.add(demands);
            }
            let most = usize::try_from(MOST).unwrap_or(usize::MAX);
            seen.propose(COMPANIES)
                .into_iter()
                .take(most)
                .map(|proposal| TermRow {
                    postings: i64::from(proposal.postings),
                    companies: i64::try_from(proposal.companies).unwrap_or(i64::MAX),
                    beside: beside(&proposal.beside),
                    learned_at_ms: now_ms,
                    term: proposal.name.replace('\0', ""),
                })
                .collect::<Vec<_>>()
        })
        .await
        .map_err(|_| MatchError::Ended)?;
        let mut tx = self.db.begin().await?;
        let conn = &mut tx.conn();
        store::terms::delete_all(conn).await?;
        store::terms::insert(conn, &rows).await?;
        tx.commit().await?;
        Ok(self.know(&rows))
    }

    fn know(&self, rows: &[TermRow]) -> usize {
        let known = Known::new(rows.iter().map(|row| {
            let postings = u32::try_from(row.postings).unwrap_or(u32::MAX);
            (row.term.clone(), postings)
        }));
        *self.terms.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(known);
        rows.len()
    }

    /// What was learned.
    pub(super) fn known_terms(&self) -> Arc<Known> {
        Arc::clone(&self.terms.read().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The skills a name stands beside, with how many times more often than chance.
fn beside(skills: &[(SkillId, f32)]) -> String {
    let named: Vec<(&str, f32)> = skills
        .iter()
        .map(|(skill, times)| (name(*skill), (times * 10.0).round() / 10.0))
        .collect();
    serde_json::to_string(&named).unwrap_or_else(|_| "[]".to_owned())
}

/// Everything that was learned, in the form of the vocabulary of skills, each name with what speaks for it: for a person
/// to take over by hand.
///
/// # Errors
/// When the database fails.
pub async fn learned_terms(db: &Db) -> Result<String, db::Error> {
    let rows = store::terms::list(&mut db.read().await?.conn(), MOST).await?;
    let mut out = String::from(
        "# Names that stand where skills stand in gathered postings and that the vocabulary does not know. Take over what\n\
         # is a skill into matching/data/skills.tsv: under its field, with broader and related skills.\n",
    );
    for row in rows {
        let beside: Vec<(String, f32)> = serde_json::from_str(&row.beside).unwrap_or_default();
        let beside: Vec<String> = beside
            .into_iter()
            .map(|(skill, times)| format!("{skill} ({times} times as often as elsewhere)"))
            .collect();
        let _ = writeln!(
            out,
            "# {} postings of {} companies; beside {}\n{}\t\t",
            row.postings,
            row.companies,
            beside.join(", "),
            row.term
        );
    }
    Ok(out)
}

impl Seeker {
    /// Tells of the learned terms that a posting asks for, with the words in common. No score changes by it.
    pub(super) fn tell_terms(&self, found: &mut Match, demands: &Demands) {
        let Some(part) = found
            .parts
            .iter_mut()
            .find(|part| part.name == PartName::Words)
        else {
            return;
        };
        let asked = self.terms.asked(&self.facts, demands);
        let (met, missing): (Vec<_>, Vec<_>) = asked.iter().partition(|one| one.fact.is_some());
        part.evidence.extend(met.iter().take(TOLD).map(|one| {
            format!(
                "You and the posting both name {}, a term learned from {} postings",
                one.name, one.postings
            )
        }));
        part.missing.extend(missing.iter().take(TOLD).map(|one| {
            format!(
                "It names {}, a term learned from {} postings; your profile does not",
                one.name, one.postings
            )
        }));
    }
}
