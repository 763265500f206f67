//! What lives longer than a page: the session, the profile being edited, toasts, the theme.

pub(crate) mod asked;
pub(crate) mod autosave;
pub(crate) mod bell;
pub(crate) mod carried;
pub(crate) mod fetched;
pub(crate) mod field_messages;
pub(crate) mod paged;
pub(crate) mod profile_form;
pub(crate) mod removal;
pub(crate) mod session;
pub(crate) mod theme;
pub(crate) mod toasts;
