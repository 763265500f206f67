//! What is known of a posting that a person has before them.

use crate::application::ApplicationStatus;
use crate::generation::PostingInput;
use crate::matching::MatchScore;
use crate::redact::redact_debug;
use serde::{Deserialize, Serialize};

/// A posting that a person looks at, to be asked about.
#[derive(Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
#[cfg_attr(feature = "openapi", oai(default))]
#[serde(default)]
pub struct PostingAsked {
    /// The sender's id for its job (UUID), the same for one address: what it would be saved under.
    pub job_id: String,
    /// The posting.
    pub posting: PostingInput,
}

/// What is known of it.
#[derive(Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
#[cfg_attr(feature = "openapi", oai(default))]
#[serde(default)]
pub struct PostingStanding {
    /// The job's id where a board lists it or the person brought it before; else the sender's.
    pub job_id: String,
    /// Whether the person saved it.
    pub saved: bool,
    /// How well it fits; absent while the profile says nothing that could be compared.
    pub fit: Option<MatchScore>,
    /// What the person sent to this company before, the last first, at most ten.
    pub applied: Vec<AppliedBefore>,
}

/// An application to the same company.
#[derive(Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
#[cfg_attr(feature = "openapi", oai(default))]
#[serde(default)]
pub struct AppliedBefore {
    /// Its id.
    pub application_id: String,
    /// The job's title; empty where nobody noted it.
    pub job_title: String,
    /// The company, as it was noted.
    pub company: String,
    /// When it was sent, epoch milliseconds.
    pub submitted_at_ms: i64,
    /// How it stands.
    pub status: ApplicationStatus,
    /// Whether it was for a job of this title.
    pub same_title: bool,
}

redact_debug!(PostingAsked, PostingStanding, AppliedBefore);
