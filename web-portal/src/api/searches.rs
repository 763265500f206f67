//! Saved searches and how they tell of new jobs.

use super::send::Call;
use super::{Answer, Api};
use foothold_shared::job::{NewSavedSearch, SavedSearch, SavedSearchList, SeenSearch};
use foothold_shared::notification::SearchAlerts;

impl Api {
    /// The saved searches, the first saved first, with how many jobs are new to each.
    pub(crate) async fn saved_searches(self) -> Answer<SavedSearchList> {
        self.call(Call::get("/me/saved-searches"))
            .await?
            .json()
            .await
    }

    /// Saves a search under this id, or changes it.
    pub(crate) async fn save_search(
        self,
        search_id: &str,
        search: &NewSavedSearch,
    ) -> Answer<SavedSearch> {
        let call = Call::new("PUT", format!("/me/saved-searches/{search_id}")).json(search);
        self.call(call).await?.json().await
    }

    /// Sets how a search tells of new jobs.
    pub(crate) async fn set_search_alerts(
        self,
        search_id: &str,
        alerts: &SearchAlerts,
    ) -> Answer<SearchAlerts> {
        let path = format!("/me/saved-searches/{search_id}/alerts");
        let call = Call::new("PUT", path).json(alerts);
        self.call(call).await?.json().await
    }

    /// Notes that what a search found was looked at, up to the newest job of that list.
    pub(crate) async fn see_search(self, search_id: &str, newest: i64) -> Answer<()> {
        let path = format!("/me/saved-searches/{search_id}/seen");
        let call = Call::new("POST", path).json(&SeenSearch { newest });
        self.call(call).await.map(drop)
    }

    /// Deletes a search; `leaving` lets the request outlive the page.
    pub(crate) async fn delete_search(self, search_id: &str, leaving: bool) -> Answer<()> {
        let call = Call::new("DELETE", format!("/me/saved-searches/{search_id}"));
        self.call(if leaving { call.keepalive() } else { call })
            .await
            .map(drop)
    }
}
