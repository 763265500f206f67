//! How all applications of a person stand, without what they say.

use foothold_shared::application::ApplicationStatus;

use super::model::status_named;
use super::service::{ApplicationError, Applications};
use super::store;
use crate::ids::AccountId;

/// The most that are told of, the last sent.
const MOST: i64 = 5_000;

/// How an application stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Standing {
    pub(crate) application_id: String,
    pub(crate) status: ApplicationStatus,
    pub(crate) submitted_at_ms: i64,
}

impl Applications {
    /// How the account's applications stand, the last sent first.
    pub(crate) async fn standings(
        &self,
        account: &AccountId,
    ) -> Result<Vec<Standing>, ApplicationError> {
        let mut held = self.db.read().await?;
        let rows = store::list_standings(&mut held.conn(), account, MOST).await?;
        rows.into_iter()
            .map(|(application_id, status, submitted_at_ms)| {
                Ok(Standing {
                    application_id,
                    status: status_named(&status).ok_or(ApplicationError::Unknown)?,
                    submitted_at_ms,
                })
            })
            .collect()
    }
}
