//! Companies as one person sees them.

use foothold_boards::company_key;
use foothold_shared::application::ApplicationView;
use foothold_shared::company::{CompanyApplication, CompanyList, CompanyView};

use crate::features::applications::{ApplicationError, Applications};
use crate::features::jobs::{JobError, Jobs};
use crate::features::matches::{MatchError, Matches};
use crate::ids::AccountId;

/// How many applications to one company are told of.
const TOLD: usize = 50;

/// Why nothing was told.
#[derive(Debug, thiserror::Error)]
pub(super) enum CompanyError {
    /// The jobs.
    #[error(transparent)]
    Jobs(#[from] JobError),
    /// The applications.
    #[error(transparent)]
    Applications(#[from] ApplicationError),
    /// What the person looks for.
    #[error(transparent)]
    Matches(#[from] MatchError),
}

/// The companies.
#[derive(Debug, Clone)]
pub struct Companies {
    jobs: Jobs,
    applications: Applications,
    matches: Matches,
}

impl Companies {
    /// Companies about which these features are asked.
    #[must_use]
    pub fn new(jobs: Jobs, applications: Applications, matches: Matches) -> Self {
        Self {
            jobs,
            applications,
            matches,
        }
    }

    pub(super) async fn list(&self, words: &str) -> Result<CompanyList, CompanyError> {
        Ok(self.jobs.companies(words).await?)
    }

    /// A company, and what the person did there.
    pub(super) async fn find(
        &self,
        account: &AccountId,
        company_id: &str,
    ) -> Result<CompanyView, CompanyError> {
        let mut view = self.jobs.company(company_id).await?;
        let sent = self
            .applications
            .to_company(account, &view.name, TOLD)
            .await?;
        view.applications = sent.into_iter().map(application).collect();
        let wanted = self.matches.preferences(account).await?;
        let key = company_key(&view.name);
        view.ignored = wanted
            .ignored_companies
            .iter()
            .any(|name| company_key(name) == key);
        Ok(view)
    }

    /// Takes a company's jobs out of the person's matches, or lets them in again.
    pub(super) async fn ignore(
        &self,
        account: &AccountId,
        company_id: &str,
        ignored: bool,
    ) -> Result<(), CompanyError> {
        let name = self.jobs.company_name(company_id).await?;
        let key = company_key(&name);
        let mut wanted = self.matches.preferences(account).await?;
        let before = wanted.ignored_companies.clone();
        let is_it = |known: &String| company_key(known) == key;
        if !ignored {
            wanted.ignored_companies.retain(|known| !is_it(known));
        } else if !wanted.ignored_companies.iter().any(is_it) {
            wanted.ignored_companies.push(name);
        }
        if wanted.ignored_companies != before {
            self.matches.save_preferences(account, wanted).await?;
        }
        Ok(())
    }
}

fn application(sent: ApplicationView) -> CompanyApplication {
    CompanyApplication {
        application_id: sent.application_id,
        title: sent.application.job_title.unwrap_or_default(),
        submitted_at_ms: sent.application.submitted_at_ms,
    }
}
