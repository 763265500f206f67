//! Asking about a posting, and saving it.

use std::sync::Arc;

use foothold_boards::{Posting, posting_of, title_key};
use foothold_core::posting::of_given;
use foothold_shared::application::ApplicationView;
use foothold_shared::generation::PostingInput;
use foothold_shared::job::JobCard;
use foothold_shared::matching::MatchScore;
use foothold_shared::posting::{AppliedBefore, PostingAsked, PostingStanding};
use foothold_shared::profile::Profile;
use url::Url;

use crate::clock::Clock;
use crate::features::applications::{ApplicationError, Applications};
use crate::features::jobs::{JobError, Jobs};
use crate::features::matches::{MatchError, Matches};
use crate::features::profiles::{ProfileError, Profiles};
use crate::ids::AccountId;
use crate::posting_input::given;

/// How many earlier applications are told.
const TOLD: usize = 10;

/// Why nothing can be said of a posting, or why it was not saved.
#[derive(Debug, thiserror::Error)]
pub enum PostingError {
    /// It has no title.
    #[error("the posting has no title")]
    Unclear,
    /// It has no web address.
    #[error("the posting has no web address")]
    NoAddress,
    /// The work was ended from outside.
    #[error("the reading was ended")]
    Ended,
    /// The comparing.
    #[error(transparent)]
    Match(#[from] MatchError),
    /// The jobs.
    #[error(transparent)]
    Job(#[from] JobError),
    /// The profile.
    #[error(transparent)]
    Profile(#[from] ProfileError),
    /// The applications.
    #[error(transparent)]
    Application(#[from] ApplicationError),
}

/// What is known of postings.
#[derive(Debug, Clone)]
pub struct Postings {
    matches: Matches,
    jobs: Jobs,
    applications: Applications,
    profiles: Profiles,
    clock: Arc<dyn Clock>,
}

impl Postings {
    /// Postings about which these features are asked.
    #[must_use]
    pub fn new(
        matches: Matches,
        jobs: Jobs,
        applications: Applications,
        profiles: Profiles,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self {
            matches,
            jobs,
            applications,
            profiles,
            clock,
        }
    }

    /// What is known of a posting. Nothing of it is kept.
    pub(super) async fn standing(
        &self,
        account: &AccountId,
        asked: PostingAsked,
    ) -> Result<PostingStanding, PostingError> {
        let posting = self.read(asked.posting.clone(), &asked.job_id).await?;
        let known = self.jobs.known(account, &asked.job_id, &posting).await?;
        let company = posting.company.as_deref().unwrap_or_default();
        let sent = self.applications.to_company(account, company, TOLD).await?;
        let title = title_key(&posting.title);
        Ok(PostingStanding {
            saved: known.as_ref().is_some_and(|known| known.saved),
            job_id: known.map_or(asked.job_id, |known| known.job_id),
            fit: self.fit(account, asked.posting).await?,
            applied: sent.into_iter().map(|one| before(one, &title)).collect(),
        })
    }

    /// Saves a posting; whether it was not saved before.
    pub(super) async fn save(
        &self,
        account: &AccountId,
        job_id: &str,
        input: PostingInput,
    ) -> Result<(JobCard, bool), PostingError> {
        let posting = self.read(input, job_id).await?;
        Ok(self.jobs.save_posting(account, job_id, &posting).await?)
    }

    /// How well it fits; nothing where the profile holds nothing to compare.
    async fn fit(
        &self,
        account: &AccountId,
        input: PostingInput,
    ) -> Result<Option<MatchScore>, PostingError> {
        let profile = self.profiles.load(account).await?.profile;
        if !can_be_compared(&profile) {
            return Ok(None);
        }
        Ok(Some(self.matches.score(account, input).await?))
    }

    /// Reads what was sent; a long posting takes a moment.
    async fn read(&self, input: PostingInput, id: &str) -> Result<Posting, PostingError> {
        let is_web = Url::parse(&input.url)
            .is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
        if !is_web {
            return Err(PostingError::NoAddress);
        }
        let (id, now_ms) = (id.to_owned(), self.clock.now_ms());
        let read = move || {
            let today = chrono::DateTime::from_timestamp_millis(now_ms).unwrap_or_default();
            let read = of_given(&given(&input), &today.format("%Y-%m-%d").to_string());
            posting_of(read, &input.url, &id, now_ms)
        };
        tokio::task::spawn_blocking(read)
            .await
            .map_err(|_| PostingError::Ended)?
            .ok_or(PostingError::Unclear)
    }
}

/// Whether a profile says anything of a person's work.
fn can_be_compared(profile: &Profile) -> bool {
    let lists = [
        profile.work.is_empty(),
        profile.education.is_empty(),
        profile.skills.is_empty(),
        profile.projects.is_empty(),
    ];
    lists.contains(&false) || !profile.summary.trim().is_empty()
}

fn before(view: ApplicationView, title: &str) -> AppliedBefore {
    let sent = view.application;
    let job_title = sent.job_title.unwrap_or_default();
    AppliedBefore {
        same_title: !title.is_empty() && title_key(&job_title) == title,
        application_id: view.application_id,
        job_title,
        company: sent.company.unwrap_or_default(),
        submitted_at_ms: sent.submitted_at_ms,
        status: view.status,
    }
}
