//! Matches: which jobs fit, why, and what the person says to it.

use super::jobs::query;
use super::send::Call;
use super::{Answer, Api};
use foothold_shared::matching::{
    JobPreferences, MatchApply, MatchCalibration, MatchFeedback, MatchPage, MatchRunView, MatchView,
};

impl Api {
    /// A page of matches, by these filters.
    pub(crate) async fn matches(
        self,
        filters: &[(&'static str, String)],
        cursor: Option<&str>,
    ) -> Answer<MatchPage> {
        let mut pairs = filters.to_vec();
        pairs.extend(cursor.map(|cursor| ("cursor", cursor.to_owned())));
        let call = Call::get(format!("/matches?{}", query(&pairs)));
        self.call(call).await?.json().await
    }

    /// How well one job fits, and why.
    pub(crate) async fn job_match(self, job_id: &str) -> Answer<MatchView> {
        let id = String::from(js_sys::encode_uri_component(job_id));
        self.call(Call::get(format!("/matches/{id}")))
            .await?
            .json()
            .await
    }

    /// Has all jobs compared with the profile.
    pub(crate) async fn run_matches(self) -> Answer<MatchRunView> {
        self.call(Call::new("POST", "/matches/run"))
            .await?
            .json()
            .await
    }

    /// How far that is.
    pub(crate) async fn match_run(self) -> Answer<MatchRunView> {
        self.call(Call::get("/matches/run")).await?.json().await
    }

    /// How scores went together with answers and interviews.
    pub(crate) async fn match_calibration(self) -> Answer<MatchCalibration> {
        self.call(Call::get("/matches/calibration"))
            .await?
            .json()
            .await
    }

    /// Notes that the person went to apply. The request outlives the page.
    pub(crate) async fn apply_to_match(self, job_id: &str) -> Answer<MatchApply> {
        let call = Call::new("POST", format!("/matches/{job_id}/apply")).keepalive();
        self.call(call).await?.json().await
    }

    /// Gives a thumb, or takes it back.
    pub(crate) async fn judge_match(
        self,
        job_id: &str,
        thumb: Option<&MatchFeedback>,
    ) -> Answer<()> {
        let path = format!("/matches/{job_id}/feedback");
        let call = match thumb {
            Some(thumb) => Call::new("POST", path).json(thumb),
            None => Call::new("DELETE", path),
        };
        self.call(call).await.map(drop)
    }

    /// What the person looks for.
    pub(crate) async fn job_preferences(self) -> Answer<JobPreferences> {
        self.call(Call::get("/me/job-preferences"))
            .await?
            .json()
            .await
    }

    /// Changes what the person looks for.
    pub(crate) async fn save_job_preferences(
        self,
        wanted: &JobPreferences,
    ) -> Answer<JobPreferences> {
        let call = Call::new("PUT", "/me/job-preferences").json(wanted);
        self.call(call).await?.json().await
    }
}
