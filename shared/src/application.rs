//! Applications: what a person sent to whom, and how it stands.

use crate::redact::redact_debug;
use serde::{Deserialize, Serialize};

/// How an application stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Enum))]
#[cfg_attr(feature = "openapi", oai(rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum ApplicationStatus {
    /// Sent; no answer yet.
    #[default]
    Applied,
    /// The employer wants to talk.
    Interview,
    /// The employer made an offer.
    Offer,
    /// The employer said no.
    Rejected,
    /// The person withdrew it.
    Withdrawn,
}

/// An application as the extension, or a person by hand, records it.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct NewApplication {
    /// The receipt of the fill, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub receipt_id: Option<String>,
    /// The form's address without query and fragment.
    pub page_url: String,
    /// The job's title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub job_title: Option<String>,
    /// The company.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub company: Option<String>,
    /// Where the job is, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub location: Option<String>,
    /// When it was sent, epoch milliseconds.
    pub submitted_at_ms: i64,
    /// What the page said when it had taken the application, at most 1,000 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub confirmation: Option<String>,
}

/// What a person changes about an application; what is absent stays.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct ApplicationChange {
    /// How it stands now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub status: Option<ApplicationStatus>,
    /// The person's own note, at most 5,000 characters; empty removes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub note: Option<String>,
}

/// A stored application.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct ApplicationView {
    /// Made by whoever recorded it (UUID), unique within an account.
    pub application_id: String,
    /// What was recorded.
    pub application: NewApplication,
    /// How it stands.
    pub status: ApplicationStatus,
    /// When the status was last changed, epoch milliseconds.
    pub status_at_ms: i64,
    /// The person's own note; empty where there is none.
    pub note: String,
}

/// One page of applications, the last sent first.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct ApplicationPage {
    /// The applications.
    pub applications: Vec<ApplicationView>,
    /// To be sent as `cursor` for the next page; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub next_cursor: Option<String>,
}

redact_debug!(
    NewApplication,
    ApplicationChange,
    ApplicationView,
    ApplicationPage
);
