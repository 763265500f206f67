//! The jobs that are known, and what a person marked of them.

use std::sync::Arc;

use foothold_boards::Posting;
use foothold_shared::job::{JobCard, JobView};
use foothold_shared::problem::FieldProblem;

use super::keyed::BoardKeys;
use super::pasted::PastedFault;
use super::store::{self, JobRow};
use super::view;
use crate::adapters::boards::Boards;
use crate::adapters::fetch::{FetchError, Fetched};
use crate::clock::Clock;
use crate::crypto::{Keyring, OpenError};
use crate::db::{self, Db};
use crate::features::notifications::NotificationError;
use crate::ids::{AccountId, Ids};

/// Why jobs were not found, marked or taken in.
#[derive(Debug, thiserror::Error)]
pub enum JobError {
    /// There is no such job.
    #[error("there is no such job")]
    NotFound,
    /// There is no such board.
    #[error("there is no such board")]
    BoardNotFound,
    /// The address is none that jobs can be gathered from.
    #[error("this address is no job board's")]
    NoBoard(PastedFault),
    /// So many boards are known that no more are taken.
    #[error("no more boards are taken")]
    TooManyBoards,
    /// There is no such company.
    #[error("there is no such company")]
    CompanyNotFound,
    /// The account has no such collection.
    #[error("there is no such collection")]
    CollectionNotFound,
    /// The account has as many collections as it may have.
    #[error("no more collections are kept")]
    TooManyCollections,
    /// The account has no such saved search.
    #[error("there is no such saved search")]
    SearchNotFound,
    /// The account has as many saved searches as it may have.
    #[error("no more searches are saved")]
    TooManySearches,
    /// The account has as many jobs of its own as it may have.
    #[error("no more postings are kept")]
    TooManyOwn,
    /// What is sealed cannot be opened.
    #[error("what is stored of jobs does not open: {0}")]
    Closed(#[from] OpenError),
    /// The cursor is not one that a list answered.
    #[error("the cursor is not one of ours")]
    UnknownCursor,
    /// The page is to be larger or smaller than pages are.
    #[error("the limit is out of range")]
    LimitOutOfRange,
    /// A filter's value cannot be used.
    #[error("{0} cannot be used")]
    Filter(&'static str),
    /// An imported file is larger than is taken.
    #[error("the file of jobs is too large")]
    FileTooLarge,
    /// An imported file holds no posting.
    #[error("no posting was found in the file")]
    NothingRead,
    /// A posting cannot be written down.
    #[error("a posting is not in a form to keep: {0}")]
    Unwritable(#[source] serde_json::Error),
    /// A stored posting is not what this program writes.
    #[error("a posting is not in a known form")]
    Unknown,
    /// What was sent cannot be used.
    #[error("{} parts are wrong", .0.len())]
    Invalid(Vec<FieldProblem>),
    /// Telling of new jobs.
    #[error(transparent)]
    Notification(#[from] NotificationError),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] db::Error),
}

/// What a person marks a job as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// To come back to.
    Saved,
    /// Not to be shown again.
    Hidden,
}

impl Mark {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Saved => "saved",
            Self::Hidden => "hidden",
        }
    }
}

/// The most marked jobs that a list shows.
pub(super) const MOST_MARKED: i64 = 500;

/// The jobs.
#[derive(Debug, Clone)]
pub struct Jobs {
    pub(super) db: Db,
    pub(super) keyring: Keyring,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) ids: Arc<dyn Ids>,
    pub(super) boards: Boards,
    pub(super) keys: BoardKeys,
}

impl Jobs {
    /// Jobs kept in `db`, gathered from `boards`; what people bring themselves is sealed with `keyring`.
    #[must_use]
    pub fn new(
        db: Db,
        keyring: Keyring,
        clock: Arc<dyn Clock>,
        ids: Arc<dyn Ids>,
        boards: Boards,
    ) -> Self {
        Self {
            db,
            keyring,
            clock,
            ids,
            boards,
            keys: BoardKeys::default(),
        }
    }

    /// The same jobs, gathered also from the sources that these keys open.
    #[must_use]
    pub fn with_keys(mut self, keys: BoardKeys) -> Self {
        self.keys = keys;
        self
    }

    /// One job, open or closed, as this person sees it.
    pub(super) async fn find(
        &self,
        account: &AccountId,
        job_id: &str,
    ) -> Result<JobView, JobError> {
        let mut held = self.db.read().await?;
        let conn = &mut held.conn();
        let Some(row) = store::find(conn, job_id).await? else {
            return self.find_own(conn, account, job_id).await;
        };
        let sources = store::list_sources(conn, job_id).await?;
        let marks = store::marks::list_of(conn, account, &[job_id]).await?;
        view::of_job(&row, &sources, &marks)
    }

    /// The main posting of a job of a board; `None` where there is no such job. For the features that work with what it
    /// says; [`Jobs::posting_for`] knows a person's own, too.
    ///
    /// # Errors
    /// When the database fails, or what is stored is not a posting.
    pub async fn posting(&self, job_id: &str) -> Result<Option<Posting>, JobError> {
        let mut held = self.db.read().await?;
        match store::find(&mut held.conn(), job_id).await? {
            Some(row) => view::posting(&row.posting).map(Some),
            None => Ok(None),
        }
    }

    /// A page that a person names, through the guard that all addresses of theirs go through.
    ///
    /// # Errors
    /// See [`FetchError`].
    pub(crate) async fn page(&self, url: &str) -> Result<Fetched, FetchError> {
        self.boards.page(url).await
    }

    /// Marks a job.
    pub(super) async fn mark(
        &self,
        account: &AccountId,
        job_id: &str,
        mark: Mark,
    ) -> Result<(), JobError> {
        let now_ms = self.clock.now_ms();
        let mut tx = self.db.begin().await?;
        let (conn, name) = (&mut tx.conn(), mark.name());
        if !store::marks::put(conn, account, job_id, name, now_ms).await?
            && !store::own::update_mark(conn, account, job_id, None, name, now_ms).await?
        {
            return Err(JobError::NotFound);
        }
        tx.commit().await?;
        Ok(())
    }

    /// Takes a mark away; one that is not there is no error.
    pub(super) async fn unmark(
        &self,
        account: &AccountId,
        job_id: &str,
        mark: Mark,
    ) -> Result<(), JobError> {
        let now_ms = self.clock.now_ms();
        let mut tx = self.db.begin().await?;
        let (conn, name) = (&mut tx.conn(), mark.name());
        if !store::marks::delete(conn, account, job_id, name).await? {
            // It stays for a while, so that it can be marked again.
            store::own::update_mark(conn, account, job_id, Some(name), "", now_ms).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// The jobs that a person marked, the last marked first.
    pub(super) async fn marked(
        &self,
        account: &AccountId,
        mark: Mark,
    ) -> Result<Vec<JobCard>, JobError> {
        let mut held = self.db.read().await?;
        let conn = &mut held.conn();
        let rows = store::marks::list(conn, account, mark.name(), MOST_MARKED).await?;
        let cards = self.cards(conn, account, &rows).await?;
        self.with_own(conn, account, mark, cards).await
    }

    /// Jobs as lists show them, with the person's marks.
    pub(super) async fn cards(
        &self,
        conn: &mut db::Conn<'_>,
        account: &AccountId,
        rows: &[JobRow],
    ) -> Result<Vec<JobCard>, JobError> {
        let ids: Vec<&str> = rows.iter().map(|row| row.job_id.as_str()).collect();
        let marks = store::marks::list_of(conn, account, &ids).await?;
        // One that an older program wrote is left out: it must not take the others with it.
        Ok(rows
            .iter()
            .filter_map(|row| match view::card(row, &marks) {
                Ok(card) => Some(card),
                Err(error) => {
                    tracing::warn!(job = row.job_id, cause = %error, "left out of a list");
                    None
                }
            })
            .collect())
    }
}
