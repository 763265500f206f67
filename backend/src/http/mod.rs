//! The edge: everything that is about HTTP rather than about a feature.
//!
//! A feature's `api.rs` takes [`Body`], [`Caller`] and its service, and answers
//! `Result<_, Failure>`. Everything else (request ids, limits, panics, problem details for every
//! error, the access log, security headers) happens around it, in [`Edge`].
//! What must not happen here: decisions of a feature, SQL, personal data in a log line.

mod answers;
mod body;
mod caller;
mod cookies;
mod described;
mod description;
mod docs;
mod download;
mod edge;
mod entity_tag;
mod failure;
pub(crate) mod form;
mod guard;
mod limits;
mod poem_errors;
mod portal;
mod rate;
mod ready;
mod request_id;
mod topics;

pub use answers::{Created, NoContent};
pub use body::{Body, OptionalBody};
pub use caller::{Caller, ClientAddress};
pub(crate) use caller::{csrf_header, logout_credential};
pub use cookies::{Cookies, SessionCookies};
pub(crate) use cookies::{device as read_device_cookie, refresh as read_refresh_cookie};
pub use described::Described;
pub use description::{Without, describe};
pub use docs::{DocsPage, docs, document, problems};
pub use download::Download;
pub use edge::Edge;
pub(crate) use entity_tag::version_of;
pub use failure::Failure;
pub use guard::Guarded;
use limits::Limits;
pub use limits::UPLOAD_BYTES;

pub use portal::Portal;
pub use rate::RateLimits;
pub use ready::{Probe, healthz, readyz};
pub use request_id::RequestId;
pub use topics::Topic;
