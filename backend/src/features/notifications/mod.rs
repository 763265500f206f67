//! Notifications: what a person is told by itself, in the portal, by e-mail and at an address of theirs.
//!
//! another feature → `announce` (in its own transaction) → notification and deliveries → `deliver` → mail server, webhook
//!
//! What is decided is written where it was decided, so that a kill loses nothing; what is sent carries the id of its row,
//! so that a receiver can tell a repeated message.
//! What must not happen here: an e-mail to an address whose owner did not confirm it, or after they stopped it; what a
//! person looks for in an e-mail or a log line; a webhook called at a private address.

mod announce;
mod api;
mod channels;
mod content;
mod deliver;
mod error;
mod hooks;
mod letters;
mod pages;
mod rules;
mod sealing;
mod service;
mod store;
mod tokens;
mod webhook;

pub use api::{MailLinksApi, NotificationsApi};
pub use error::NotificationError;
pub use sealing::SEALED;
pub use service::{Notifications, Outlets, Ways};

pub(crate) use announce::Told;
pub(crate) use content::{Content, MOST_JOBS};
