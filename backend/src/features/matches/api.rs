//! `/matches` and `/me/job-preferences`.

use foothold_shared::generation::PostingInput;
use foothold_shared::job::JobRemote;
use foothold_shared::matching::{
    JobPreferences, MatchApply, MatchCalibration, MatchFeedback, MatchOrder, MatchPage,
    MatchRunView, MatchScore, MatchView,
};
use poem::http::StatusCode;
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};

use super::error::MatchError;
use super::service::{Asked, Matches};
use crate::features::applications::Applications;
use crate::features::jobs::JobError;
use crate::http::{Body, Caller, Failure, NoContent};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// The operations on matches.
#[derive(Debug, Clone)]
pub struct MatchesApi {
    matches: Matches,
    applications: Applications,
}

impl MatchesApi {
    /// The operations on these matches, and what became of these applications.
    #[must_use]
    pub fn new(matches: Matches, applications: Applications) -> Self {
        Self {
            matches,
            applications,
        }
    }
}

/// What asking for a search answers.
#[derive(Debug, ApiResponse)]
enum AskedRun {
    /// It begins within seconds.
    #[oai(status = 202)]
    Asked(Json<MatchRunView>),
}

#[OpenApi(tag = "crate::http::Topic::Matches")]
impl MatchesApi {
    /// List the jobs that fit you
    ///
    /// As the last search found them; each score with its parts, what speaks for it and what is missing. Something that
    /// is strictly asked for and that your profile speaks against is a knock-out, whatever the score.
    #[oai(path = "/matches", method = "get", operation_id = "listMatches")]
    #[expect(clippy::too_many_arguments, reason = "a list has many filters")]
    async fn list(
        &self,
        caller: Caller,
        /// With at least this score, 0 to 100.
        min_score: Query<Option<u8>>,
        /// Where the work is done.
        remote: Query<Option<JobRemote>>,
        /// ISO 3166-1 alpha-2 country of the work.
        country: Query<Option<String>>,
        /// At most so many days old.
        days: Query<Option<u16>>,
        /// Only those without knock-outs.
        without_knockouts: Query<Option<bool>>,
        /// The order.
        order: Query<Option<MatchOrder>>,
        /// `next_cursor` of the page before; left out for the first.
        cursor: Query<Option<String>>,
        /// How many at most, 1 to 100; 25 if left out.
        limit: Query<Option<i64>>,
    ) -> Result<Json<MatchPage>, Failure> {
        let country = country.0.unwrap_or_default().to_ascii_uppercase();
        let is_code = country.len() == 2 && country.bytes().all(|sign| sign.is_ascii_uppercase());
        if !country.is_empty() && !is_code {
            return Err(JobError::Filter("country").into());
        }
        if min_score.0.is_some_and(|score| score > 100) {
            return Err(JobError::Filter("min_score").into());
        }
        let asked = Asked {
            min_score: i64::from(min_score.0.unwrap_or(0)) * 10,
            remote: match remote.0 {
                Some(JobRemote::Remote) => "remote",
                Some(JobRemote::Hybrid) => "hybrid",
                Some(JobRemote::Onsite) => "onsite",
                None => "",
            },
            country,
            posted_since_ms: days.0.map_or(i64::MIN, |days| {
                self.matches.now_ms() - i64::from(days) * DAY_MS
            }),
            without_knockouts: without_knockouts.0.unwrap_or(false),
            order: order.0.unwrap_or_default(),
            cursor: cursor.0,
            limit: limit.0,
        };
        Ok(Json(self.matches.list(&caller.account_id, &asked).await?))
    }

    /// Search for matches now
    ///
    /// It is done every day by itself, too.
    #[oai(path = "/matches/run", method = "post", operation_id = "runMatches")]
    async fn run(&self, caller: Caller) -> Result<AskedRun, Failure> {
        let run = self.matches.ask(&caller.account_id).await?;
        Ok(AskedRun::Asked(Json(run)))
    }

    /// See how far the search is
    #[oai(path = "/matches/run", method = "get", operation_id = "readMatchRun")]
    async fn progress(&self, caller: Caller) -> Result<Json<MatchRunView>, Failure> {
        Ok(Json(self.matches.progress(&caller.account_id).await?))
    }

    /// Compare a posting with your profile
    ///
    /// For a posting that you have before you. Nothing of it is kept.
    #[oai(
        path = "/matches/score",
        method = "post",
        operation_id = "scorePosting"
    )]
    async fn score(
        &self,
        caller: Caller,
        posting: Body<PostingInput>,
    ) -> Result<Json<MatchScore>, Failure> {
        let score = self.matches.score(&caller.account_id, posting.0).await?;
        Ok(Json(score))
    }

    /// See what your scores were worth
    ///
    /// The scores that your applications had when you sent them, beside the answers and interviews that came. Where
    /// there are too few to say anything, it says that.
    #[oai(
        path = "/matches/calibration",
        method = "get",
        operation_id = "readMatchCalibration"
    )]
    async fn calibration(&self, caller: Caller) -> Result<Json<MatchCalibration>, Failure> {
        let account = &caller.account_id;
        let sent = self.applications.standings(account).await?;
        Ok(Json(self.matches.calibration(account, &sent).await?))
    }

    /// See why a job fits you
    ///
    /// A job that is none of your matches is compared now.
    #[oai(path = "/matches/:job_id", method = "get", operation_id = "readMatch")]
    async fn find(
        &self,
        caller: Caller,
        /// The job's id.
        job_id: Path<String>,
    ) -> Result<Json<MatchView>, Failure> {
        Ok(Json(
            self.matches.find(&caller.account_id, &job_id.0).await?,
        ))
    }

    /// Take a job from your matches; it does not come back
    #[oai(
        path = "/matches/:job_id",
        method = "delete",
        operation_id = "removeMatch"
    )]
    async fn remove(
        &self,
        caller: Caller,
        /// The job's id.
        job_id: Path<String>,
    ) -> Result<NoContent, Failure> {
        self.matches.remove(&caller.account_id, &job_id.0).await?;
        Ok(NoContent::Done)
    }

    /// Go to apply
    ///
    /// Keeps that you went there. Nothing is sent to the employer.
    #[oai(
        path = "/matches/:job_id/apply",
        method = "post",
        operation_id = "applyToMatch"
    )]
    async fn apply(
        &self,
        caller: Caller,
        /// The job's id.
        job_id: Path<String>,
    ) -> Result<Json<MatchApply>, Failure> {
        Ok(Json(
            self.matches.apply(&caller.account_id, &job_id.0).await?,
        ))
    }

    /// Say whether a job suits you
    ///
    /// After three thumbs they change the scores of jobs like it, from the next search on.
    #[oai(
        path = "/matches/:job_id/feedback",
        method = "post",
        operation_id = "judgeMatch"
    )]
    async fn judge(
        &self,
        caller: Caller,
        /// The job's id.
        job_id: Path<String>,
        feedback: Body<MatchFeedback>,
    ) -> Result<NoContent, Failure> {
        self.matches
            .judge(&caller.account_id, &job_id.0, Some(feedback.0))
            .await?;
        Ok(NoContent::Done)
    }

    /// Take back what you said of a job
    #[oai(
        path = "/matches/:job_id/feedback",
        method = "delete",
        operation_id = "unjudgeMatch"
    )]
    async fn unjudge(
        &self,
        caller: Caller,
        /// The job's id.
        job_id: Path<String>,
    ) -> Result<NoContent, Failure> {
        self.matches
            .judge(&caller.account_id, &job_id.0, None)
            .await?;
        Ok(NoContent::Done)
    }

    /// Read what you look for
    #[oai(
        path = "/me/job-preferences",
        method = "get",
        operation_id = "readJobPreferences"
    )]
    async fn preferences(&self, caller: Caller) -> Result<Json<JobPreferences>, Failure> {
        Ok(Json(self.matches.preferences(&caller.account_id).await?))
    }

    /// Save what you look for
    ///
    /// A search with it begins within seconds.
    #[oai(
        path = "/me/job-preferences",
        method = "put",
        operation_id = "saveJobPreferences"
    )]
    async fn save_preferences(
        &self,
        caller: Caller,
        preferences: Body<JobPreferences>,
    ) -> Result<Json<JobPreferences>, Failure> {
        let saved = self
            .matches
            .save_preferences(&caller.account_id, preferences.0)
            .await?;
        Ok(Json(saved))
    }
}

impl From<MatchError> for Failure {
    fn from(error: MatchError) -> Self {
        match error {
            MatchError::NotFound => JobError::NotFound.into(),
            MatchError::Own => Self::new(
                StatusCode::CONFLICT,
                "job_is_yours",
                "You saved this job yourself",
                "Jobs that you saved from a page are no matches. Find it among your saved jobs, and apply on its page.",
            ),
            MatchError::UnknownCursor => JobError::UnknownCursor.into(),
            MatchError::LimitOutOfRange => JobError::LimitOutOfRange.into(),
            MatchError::Invalid(problems) => Self::invalid(problems),
            MatchError::PostingUnclear => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "posting_unclear",
                "The posting does not say what the job is",
                "Send the job's title and its description.",
            ),
            MatchError::Closed(_) | MatchError::Unknown => Self::unreadable(error),
            MatchError::Ended => Self::unavailable(error),
            MatchError::Profile(error) => error.into(),
            MatchError::Job(error) => error.into(),
            MatchError::Database(error) => error.into(),
        }
    }
}
