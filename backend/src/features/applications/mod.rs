//! Applications: what a person sent to whom, and how it stands.
//!
//! Page, job, company, confirmation and the person's note are sealed at rest; status and times are not.
//! What must not happen here: two accounts meeting in one application id, one application counted twice, a status or a
//! note that a repeated report takes back.

mod api;
mod company;
mod model;
mod rules;
mod service;
mod standing;
mod store;

pub use api::ApplicationsApi;
pub use service::{ApplicationError, Applications, SEALED};
pub(crate) use standing::Standing;
