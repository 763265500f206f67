//! An application as it is stored: a sealed head, a sealed note, and what lists are made by.

use foothold_shared::application::{ApplicationStatus, NewApplication};
use serde::{Deserialize, Serialize};

/// What was recorded, without its time.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Head {
    #[serde(default)]
    pub(super) receipt_id: Option<String>,
    pub(super) page_url: String,
    #[serde(default)]
    pub(super) job_title: Option<String>,
    #[serde(default)]
    pub(super) company: Option<String>,
    #[serde(default)]
    pub(super) location: Option<String>,
    #[serde(default)]
    pub(super) confirmation: Option<String>,
}

impl Head {
    pub(super) fn of(application: &NewApplication) -> Self {
        Self {
            receipt_id: application.receipt_id.clone(),
            page_url: application.page_url.clone(),
            job_title: application.job_title.clone(),
            company: application.company.clone(),
            location: application.location.clone(),
            confirmation: application.confirmation.clone(),
        }
    }

    pub(super) fn into_application(self, submitted_at_ms: i64) -> NewApplication {
        NewApplication {
            receipt_id: self.receipt_id,
            page_url: self.page_url,
            job_title: self.job_title,
            company: self.company,
            location: self.location,
            submitted_at_ms,
            confirmation: self.confirmation,
        }
    }
}

/// The name of a status in the database; the wire's.
pub(super) fn status_name(status: ApplicationStatus) -> &'static str {
    match status {
        ApplicationStatus::Applied => "applied",
        ApplicationStatus::Interview => "interview",
        ApplicationStatus::Offer => "offer",
        ApplicationStatus::Rejected => "rejected",
        ApplicationStatus::Withdrawn => "withdrawn",
    }
}

/// The status of a name.
pub(super) fn status_named(name: &str) -> Option<ApplicationStatus> {
    [
        ApplicationStatus::Applied,
        ApplicationStatus::Interview,
        ApplicationStatus::Offer,
        ApplicationStatus::Rejected,
        ApplicationStatus::Withdrawn,
    ]
    .into_iter()
    .find(|status| status_name(*status) == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_are_those_of_the_wire() {
        for name in ["applied", "interview", "offer", "rejected", "withdrawn"] {
            let status = status_named(name).expect("a status");
            assert_eq!(serde_json::to_value(status).expect("JSON"), name);
        }
        assert_eq!(status_named("Applied"), None);
    }
}
