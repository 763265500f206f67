//! The boards that jobs are gathered from: added by an address, asked when they are due, and how that went.
//!
//! What must not happen here: a board asked by two servers at once, a silent failure, postings retired because a board
//! answered with nothing.

use foothold_boards::{Board, Page, Posting, Source, key_of, read_file, terms};
use foothold_shared::job::{JobBoardList, JobBoardView, JobImport};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use std::sync::Arc;

use super::service::{JobError, Jobs};
use super::store::boards::{BoardRow, Outcome as Note};
use super::store::{self};
use crate::adapters::boards::{End, Gathered, Outcome, Since};
use crate::adapters::fetch::Validators;
use crate::ids::AccountId;

/// The most boards that are known.
const MOST_BOARDS: i64 = 2_000;
/// How long a board is held by who gathers from it; who still works holds it again in time. One that was cut off is done
/// again by anybody when it has run out.
const LEASE_MS: i64 = 15 * 60_000;
const HOUR_MS: i64 = 60 * 60_000;
/// A failing board is asked again after an hour, then two, four, at last two days.
const LONGEST_WAIT_MS: i64 = 48 * HOUR_MS;
/// Postings are taken in when so many have come.
const BATCH: usize = 250;
/// The longest file that is imported, in bytes.
const LONGEST_FILE: usize = 4 * 1024 * 1024;

impl Jobs {
    /// Adds the board of an address that a person pasted, or finds it where it is known.
    pub(super) async fn add_board(&self, url: &str) -> Result<(JobBoardView, bool), JobError> {
        let board = self.board_of(url).await?;
        let source = board.source.name();
        let base = board.base.clone().unwrap_or_default();
        let now_ms = self.clock.now_ms();
        let mut tx = self.db.begin().await?;
        let conn = &mut tx.conn();
        if let Some(known) = store::boards::find_named(conn, source, &board.tenant, &base).await? {
            return Ok((view(&known), false));
        }
        if store::boards::count(conn).await? >= MOST_BOARDS {
            return Err(JobError::TooManyBoards);
        }
        let row = BoardRow {
            board_id: self.ids.next(),
            source: source.to_owned(),
            tenant: board.tenant,
            base,
            company: board.company.unwrap_or_default(),
            next_at_ms: now_ms,
            tried_at_ms: None,
            succeeded_at_ms: None,
            failures: 0,
            problem: String::new(),
            validators: String::new(),
            jobs: 0,
        };
        // Somebody else may have added it in this moment: then theirs is the board.
        let added = store::boards::insert(conn, &row, now_ms).await?;
        let found = store::boards::find_named(conn, source, &row.tenant, &row.base).await?;
        tx.commit().await?;
        let row = found.unwrap_or(row);
        Ok((view(&row), added))
    }

    /// All boards, by company.
    pub(super) async fn boards(&self) -> Result<JobBoardList, JobError> {
        let mut held = self.db.read().await?;
        let rows = store::boards::list(&mut held.conn(), MOST_BOARDS).await?;
        Ok(JobBoardList {
            boards: rows.iter().map(view).collect(),
            keyed: self.keys.view(),
        })
    }

    /// Lets a board be asked at once, as far as its terms allow.
    pub(super) async fn hurry_board(&self, board_id: &str) -> Result<JobBoardView, JobError> {
        let now_ms = self.clock.now_ms();
        let mut tx = self.db.begin().await?;
        let conn = &mut tx.conn();
        if !store::boards::hurry(conn, board_id, now_ms).await? {
            return Err(JobError::BoardNotFound);
        }
        let row = store::boards::find(conn, board_id).await?;
        tx.commit().await?;
        row.as_ref().map(view).ok_or(JobError::BoardNotFound)
    }

    /// Gathers from every board that is due, one after another; how many were asked.
    ///
    /// # Errors
    /// When the database fails; the board that was being asked is asked again when its lease has run out.
    pub async fn gather_due(&self) -> Result<u64, JobError> {
        let mut asked = 0;
        loop {
            let now_ms = self.clock.now_ms();
            let mut tx = self.db.begin().await?;
            let until_ms = now_ms + LEASE_MS;
            let claimed = store::boards::claim(&mut tx.conn(), now_ms, until_ms).await?;
            tx.commit().await?;
            let Some(board_id) = claimed else {
                return Ok(asked);
            };
            self.gather(&board_id, until_ms).await?;
            asked += 1;
        }
    }

    /// Holds a board for longer, when it is time. `false` where somebody else has it.
    async fn hold(&self, board_id: &str, held_until_ms: &mut i64) -> Result<bool, JobError> {
        let now_ms = self.clock.now_ms();
        if now_ms < *held_until_ms - LEASE_MS * 2 / 3 {
            return Ok(true);
        }
        let until_ms = now_ms + LEASE_MS;
        let mut tx = self.db.begin().await?;
        let conn = &mut tx.conn();
        let held = store::boards::renew(conn, board_id, *held_until_ms, until_ms).await?;
        tx.commit().await?;
        *held_until_ms = until_ms;
        Ok(held)
    }

    async fn gather(&self, board_id: &str, mut held_until_ms: i64) -> Result<(), JobError> {
        let mut held = self.db.read().await?;
        let conn = &mut held.conn();
        let Some(row) = store::boards::find(conn, board_id).await? else {
            return Ok(());
        };
        let known = store::boards::list_fresh(conn, board_id).await?;
        drop(held);
        let began_ms = self.clock.now_ms();
        let Some(board) = board(&row) else {
            return self
                .note(
                    &row,
                    &Told::failed("this program does not know the source", held_until_ms),
                )
                .await;
        };
        let known: HashSet<String> = known.into_iter().collect();
        let since = Since {
            asked_ms: row.tried_at_ms,
            validators: read_validators(&row.validators),
            posted_ms: None,
            // The details of a posting do not change often; what is known is only seen again.
            wanted: Some(Arc::new(move |key: &str| !known.contains(key))),
        };
        let (source, tenant) = (board.source, board.tenant.clone());
        let mut gathering = self.boards.gather(self.keys.open(board), since);
        let (mut postings, mut seen): (Vec<Posting>, Vec<String>) = Default::default();
        let mut company = String::new();
        let mut outcome = None;
        let mut listed = false;
        while let Some(gathered) = gathering.next().await {
            if !self.hold(board_id, &mut held_until_ms).await? {
                // Who has it now reads it from its beginning.
                return Ok(());
            }
            // What is only seen, or cannot be read, is listed, too.
            listed |= !matches!(gathered, Gathered::Done(_));
            match gathered {
                Gathered::Posting(posting) => {
                    if company.is_empty() && terms(posting.source).whole_list {
                        company = posting.company.clone().unwrap_or_default();
                    }
                    postings.push(*posting);
                }
                Gathered::Seen(key) => seen.push(key),
                // One that cannot be read is still offered.
                Gathered::Bad(bad) if bad.id.is_empty() => {}
                Gathered::Bad(bad) => seen.push(key_of(source, &tenant, &bad.id)),
                Gathered::Done(done) => outcome = Some(done),
            }
            if postings.len() >= BATCH {
                self.take(Some(board_id), &postings).await?;
                postings.clear();
            }
        }
        self.take(Some(board_id), &postings).await?;
        self.see(&seen).await?;
        match outcome {
            Some(outcome) => {
                let times = (began_ms, held_until_ms);
                self.conclude(&row, times, &outcome, listed, &company).await
            }
            None => {
                let told = Told::failed("it ended without a word", held_until_ms);
                self.note(&row, &told).await
            }
        }
    }

    /// Notes that these postings are still offered.
    async fn see(&self, keys: &[String]) -> Result<(), JobError> {
        let now_ms = self.clock.now_ms();
        for keys in keys.chunks(500) {
            let mut tx = self.db.begin().await?;
            store::take::touch_sources(&mut tx.conn(), keys, now_ms).await?;
            tx.commit().await?;
        }
        Ok(())
    }

    async fn conclude(
        &self,
        row: &BoardRow,
        (began_ms, held_until_ms): (i64, i64),
        outcome: &Outcome,
        listed: bool,
        company: &str,
    ) -> Result<(), JobError> {
        let (succeeded, problem, until_ms) = match outcome.end {
            End::Read if outcome.whole && !listed && row.jobs > 0 && row.failures == 0 => {
                // All gone at once is more often a fault of the board than the truth: asked once more before.
                (false, "it listed nothing, and had jobs before", None)
            }
            End::Read => {
                if outcome.whole {
                    self.retire_unseen(&row.board_id, began_ms).await?;
                }
                (true, "", None)
            }
            End::Unchanged => (true, "", None),
            End::TooSoon { until_ms } => (true, "", Some(until_ms)),
            End::LeftAlone { until_ms } => (false, "it asked for patience", Some(until_ms)),
            End::NoBoard => (false, "there is no such board", None),
            End::Failed { why } => (false, why, None),
        };
        let validators = match outcome.end {
            End::Read if succeeded => Some(&outcome.validators),
            _ => None,
        };
        // A list that holds nothing tells nothing of what it held before.
        let read = outcome.end == End::Read && listed;
        let note = Told {
            held_until_ms,
            succeeded,
            problem,
            company,
            until_ms,
            validators,
            read_at_ms: read.then_some(began_ms),
        };
        self.note(row, &note).await
    }

    async fn note(&self, row: &BoardRow, told: &Told<'_>) -> Result<(), JobError> {
        let now_ms = self.clock.now_ms();
        let wait_ms = if told.succeeded {
            Source::named(&row.source).map_or(HOUR_MS, |source| terms(source).fresh_ms)
        } else {
            HOUR_MS
                .saturating_mul(1 << row.failures.clamp(0, 10))
                .min(LONGEST_WAIT_MS)
        };
        let validators = told.validators.map(|v| {
            let kept = Kept {
                etag: v.etag.clone(),
                last_modified: v.last_modified.clone(),
            };
            serde_json::to_string(&kept).unwrap_or_default()
        });
        let note = Note {
            succeeded: told.succeeded,
            problem: told.problem,
            company: told.company,
            next_at_ms: told.until_ms.unwrap_or(0).max(now_ms + wait_ms),
            validators: validators.as_deref(),
            read_at_ms: told.read_at_ms,
        };
        let mut tx = self.db.begin().await?;
        let conn = &mut tx.conn();
        store::boards::note(conn, &row.board_id, told.held_until_ms, &note, now_ms).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Takes in the postings of a file. Two people's files are two, also where they are called alike: else one's would
    /// change what the other saved.
    pub(super) async fn import(
        &self,
        account: &AccountId,
        source: Source,
        name: &str,
        text: &str,
    ) -> Result<JobImport, JobError> {
        if text.len() > LONGEST_FILE {
            return Err(JobError::FileTooLarge);
        }
        let whose = Sha256::digest(account.to_string().as_bytes());
        let board = Board::new(source, format!("{name}@{}", hex::encode(&whose[..8])));
        let page: Page = read_file(&board, text.as_bytes(), self.clock.now_ms());
        let mut refused: Vec<String> = page
            .bad
            .iter()
            .map(|bad| match bad.id.as_str() {
                "" => bad.reason.to_owned(),
                id => format!("{id}: {}", bad.reason),
            })
            .collect();
        refused.truncate(100);
        if page.postings.is_empty() && refused.is_empty() {
            return Err(JobError::NothingRead);
        }
        let taken = self.take(None, &page.postings).await?;
        let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        Ok(JobImport {
            added: number(taken.added),
            changed: number(taken.changed),
            same: number(taken.same),
            refused,
        })
    }
}

/// How a gathering went.
struct Told<'a> {
    held_until_ms: i64,
    succeeded: bool,
    problem: &'a str,
    company: &'a str,
    until_ms: Option<i64>,
    validators: Option<&'a Validators>,
    /// When the list was begun that was read to its end and held something.
    read_at_ms: Option<i64>,
}

impl Told<'_> {
    fn failed(problem: &'static str, held_until_ms: i64) -> Self {
        Self {
            held_until_ms,
            succeeded: false,
            problem,
            company: "",
            until_ms: None,
            validators: None,
            read_at_ms: None,
        }
    }
}

/// What a conditional request sends, as it is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    etag: Option<String>,
    last_modified: Option<String>,
}

fn read_validators(json: &str) -> Validators {
    let kept: Option<Kept> = serde_json::from_str(json).ok();
    kept.map_or_else(Validators::default, |kept| Validators {
        etag: kept.etag,
        last_modified: kept.last_modified,
    })
}

pub(super) fn board(row: &BoardRow) -> Option<Board> {
    let mut board = Board::new(Source::named(&row.source)?, row.tenant.clone());
    board.base = Some(row.base.clone()).filter(|base| !base.is_empty());
    board.company = Some(row.company.clone()).filter(|company| !company.is_empty());
    Some(board)
}

fn view(row: &BoardRow) -> JobBoardView {
    let name = Source::named(&row.source).map_or("", |source| terms(source).name);
    JobBoardView {
        board_id: row.board_id.clone(),
        source: row.source.clone(),
        source_name: name.to_owned(),
        tenant: row.tenant.clone(),
        company: row.company.clone(),
        jobs: row.jobs,
        tried_at_ms: row.tried_at_ms,
        succeeded_at_ms: row.succeeded_at_ms,
        failures: row.failures,
        problem: row.problem.clone(),
        next_at_ms: row.next_at_ms,
    }
}
