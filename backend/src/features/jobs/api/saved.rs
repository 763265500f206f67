//! `/me/saved-searches`.

use foothold_shared::job::{NewSavedSearch, SavedSearch, SavedSearchList, SeenSearch};
use foothold_shared::notification::SearchAlerts;
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};

use crate::features::jobs::saved::SavedSearches;
use crate::http::{Body, Caller, Failure, NoContent};

/// The operations on saved searches.
#[derive(Debug, Clone)]
pub struct SavedSearchesApi {
    searches: SavedSearches,
}

impl SavedSearchesApi {
    /// The operations on these searches.
    #[must_use]
    pub fn new(searches: SavedSearches) -> Self {
        Self { searches }
    }
}

/// What saving a search answers.
#[derive(Debug, ApiResponse)]
enum PutSearch {
    /// It was known; this is what it is now.
    #[oai(status = 200)]
    Changed(Json<SavedSearch>),
    /// Saved.
    #[oai(status = 201)]
    Saved(Json<SavedSearch>),
}

#[OpenApi(tag = "crate::http::Topic::SavedSearches")]
impl SavedSearchesApi {
    /// List your saved searches, with how many jobs are new to each
    #[oai(
        path = "/me/saved-searches",
        method = "get",
        operation_id = "listSavedSearches"
    )]
    async fn list(&self, caller: Caller) -> Result<Json<SavedSearchList>, Failure> {
        Ok(Json(self.searches.list(&caller.account_id).await?))
    }

    /// Save a search, or change it
    ///
    /// The id is the sender's (a UUID). What can be found now is not new to it. An account keeps at most 50: one more is
    /// refused with 409 `too_many_saved_searches`.
    #[oai(
        path = "/me/saved-searches/:search_id",
        method = "put",
        operation_id = "saveSearch"
    )]
    async fn put(
        &self,
        caller: Caller,
        /// The search's id.
        search_id: Path<String>,
        search: Body<NewSavedSearch>,
    ) -> Result<PutSearch, Failure> {
        let (view, is_new) = self
            .searches
            .put(&caller.account_id, &search_id.0, search.0)
            .await?;
        Ok(if is_new {
            PutSearch::Saved(Json(view))
        } else {
            PutSearch::Changed(Json(view))
        })
    }

    /// Set how a search tells you of new jobs
    ///
    /// As a notification, by e-mail, at your webhook; when they come in, daily or weekly, or never. What is there now is not
    /// told. Each new job is told once per search.
    #[oai(
        path = "/me/saved-searches/:search_id/alerts",
        method = "put",
        operation_id = "setSearchAlerts"
    )]
    async fn set_alerts(
        &self,
        caller: Caller,
        /// The search's id.
        search_id: Path<String>,
        alerts: Body<SearchAlerts>,
    ) -> Result<Json<SearchAlerts>, Failure> {
        let alerts = self
            .searches
            .set_alerts(&caller.account_id, &search_id.0, alerts.0)
            .await?;
        Ok(Json(alerts))
    }

    /// Note that you looked at what a search found
    ///
    /// `newest` is the list's: jobs that came in after that stay new.
    #[oai(
        path = "/me/saved-searches/:search_id/seen",
        method = "post",
        operation_id = "seeSavedSearch"
    )]
    async fn see(
        &self,
        caller: Caller,
        /// The search's id.
        search_id: Path<String>,
        seen: Body<SeenSearch>,
    ) -> Result<NoContent, Failure> {
        self.searches
            .see(&caller.account_id, &search_id.0, seen.0.newest)
            .await?;
        Ok(NoContent::Done)
    }

    /// Delete a saved search
    #[oai(
        path = "/me/saved-searches/:search_id",
        method = "delete",
        operation_id = "deleteSavedSearch"
    )]
    async fn delete(
        &self,
        caller: Caller,
        /// The search's id.
        search_id: Path<String>,
    ) -> Result<NoContent, Failure> {
        self.searches
            .delete(&caller.account_id, &search_id.0)
            .await?;
        Ok(NoContent::Done)
    }
}
