//! The parts that pages are made of. They know nothing of the server.

pub(crate) mod choice;
pub(crate) mod copy;
pub(crate) mod field;
pub(crate) mod icon;
pub(crate) mod look;
pub(crate) mod markdown;
pub(crate) mod paged;
pub(crate) mod palette;
pub(crate) mod pill;
pub(crate) mod select;
pub(crate) mod shell;
pub(crate) mod state_view;
pub(crate) mod toast;
