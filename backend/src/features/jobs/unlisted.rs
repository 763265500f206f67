//! Closing jobs of sources whose lists are not all there is: of the newest few that an aggregator or a feed lists, one
//! that is not among them any more may be on offer still.
//!
//! Where the source's terms allow it, the posting's own page is asked, few at a time and each once a week. Where not, or
//! where the page tells nothing, a posting is gone after as long as its source's terms say. What says itself until when
//! it is open is open until then, though not for ever.
//! What must not happen here: a job closed because this server or its board did not work, a page asked that the terms do
//! not allow, a job that stays open for ever.

use std::collections::BTreeMap;

use foothold_boards::{
    Answer, Board, LONGEST_UNSEEN_MS, Source, Standing, own_page, standing, terms,
};

use super::boards;
use super::service::{JobError, Jobs};
use super::store;
use super::store::unlisted::{Limits, UnlistedRow};
use super::view;
use crate::adapters::boards::OwnPage;

const DAY_MS: i64 = 24 * 60 * 60_000;
/// A page is asked again no sooner.
const AGAIN_MS: i64 = 7 * DAY_MS;
/// At most so many pages of one source are asked at a time; once an hour.
const PAGES: i64 = 20;
/// What names a day far away is believed for so long after it was last seen.
const ANYWAY_MS: i64 = 180 * DAY_MS;

impl Jobs {
    /// Retires what is long not listed any more; how many jobs were closed.
    ///
    /// # Errors
    /// When the database fails; what was closed until then stays closed.
    pub async fn retire_unlisted(&self) -> Result<u64, JobError> {
        let mut closed = self.ask_unlisted().await?;
        let now_ms = self.clock.now_ms();
        let shortest = Source::ALL
            .into_iter()
            .map(|source| terms(source).unlisted.gone_ms)
            .min()
            .unwrap_or(LONGEST_UNSEEN_MS);
        let mut held = self.db.read().await?;
        let boards =
            store::unlisted::list_boards(&mut held.conn(), limits(now_ms, shortest)).await?;
        drop(held);
        for board in boards {
            let gone_ms = Source::named(&board.source)
                .map_or(LONGEST_UNSEEN_MS, |source| terms(source).unlisted.gone_ms);
            let mut tx = self.db.begin().await?;
            let conn = &mut tx.conn();
            store::take::lock(conn).await?;
            let limits = limits(now_ms, gone_ms);
            if store::unlisted::retire(conn, &board.board_id, limits, now_ms).await? > 0 {
                closed += Self::close_gone(conn, &board.board_id, now_ms).await?;
                tx.commit().await?;
            }
        }
        let mut tx = self.db.begin().await?;
        let conn = &mut tx.conn();
        store::take::lock(conn).await?;
        let limits = limits(now_ms, LONGEST_UNSEEN_MS);
        if store::unlisted::retire_files(conn, limits, now_ms).await? > 0 {
            let numbers = store::unlisted::close_files(conn, now_ms).await?;
            store::take::delete_words(conn, &numbers).await?;
            tx.commit().await?;
            closed += numbers.len() as u64;
        }
        Ok(closed)
    }

    /// Asks own pages of unlisted postings, where that is allowed; how many jobs were closed.
    async fn ask_unlisted(&self) -> Result<u64, JobError> {
        let mut closed = 0;
        for source in Source::ALL {
            let Some(ask_ms) = terms(source).unlisted.ask_ms else {
                continue;
            };
            let now_ms = self.clock.now_ms();
            let mut tx = self.db.begin().await?;
            let (seen_ms, again_ms) = (now_ms - ask_ms, now_ms - AGAIN_MS);
            let rows = store::unlisted::claim(
                &mut tx.conn(),
                source.name(),
                seen_ms,
                again_ms,
                now_ms,
                PAGES,
            )
            .await?;
            tx.commit().await?;
            let mut known: BTreeMap<String, Option<Board>> = BTreeMap::new();
            for row in rows {
                if !known.contains_key(&row.board_id) {
                    let mut held = self.db.read().await?;
                    let found = store::boards::find(&mut held.conn(), &row.board_id).await?;
                    let board = found.as_ref().and_then(boards::board);
                    known.insert(row.board_id.clone(), board);
                }
                if let Some(Some(board)) = known.get(&row.board_id) {
                    closed += self.ask_page(board, &row).await?;
                }
            }
        }
        Ok(closed)
    }

    async fn ask_page(&self, board: &Board, row: &UnlistedRow) -> Result<u64, JobError> {
        // One that an older program wrote is asked for when it is made anew.
        let Ok(posting) = view::posting(&row.posting) else {
            return Ok(0);
        };
        let Some(request) = own_page(board, &posting) else {
            return Ok(0);
        };
        let page = self.boards.own_page(&request, &terms(board.source)).await;
        let now_ms = self.clock.now_ms();
        let told = match &page {
            OwnPage::Missing => None,
            OwnPage::Silent => return Ok(0),
            OwnPage::There(page) => {
                let answer = Answer {
                    body: &page.body,
                    at_ms: now_ms,
                };
                Some(standing(board, &request, &posting, &answer))
            }
        };
        let mut tx = self.db.begin().await?;
        let conn = &mut tx.conn();
        store::take::lock(conn).await?;
        let closed = match told {
            Some(Standing::Untold) => return Ok(0),
            Some(Standing::Open) => {
                let key = row.source_key.clone();
                store::take::touch_sources(conn, &[key], now_ms).await?;
                0
            }
            None | Some(Standing::Expired) => {
                store::unlisted::retire_one(conn, &row.source_key, now_ms).await?;
                let closed = Self::close_gone(conn, &row.board_id, now_ms).await?;
                if told.is_some() {
                    store::unlisted::note_expired(conn, &row.job_id, now_ms).await?;
                }
                closed
            }
        };
        tx.commit().await?;
        Ok(closed)
    }
}

fn limits(now_ms: i64, gone_ms: i64) -> Limits {
    Limits {
        seen_ms: now_ms - gone_ms,
        anyway_ms: now_ms - ANYWAY_MS,
        answered_ms: now_ms - LONGEST_UNSEEN_MS,
    }
}
