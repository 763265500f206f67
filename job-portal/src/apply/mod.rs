//! An application: read from the request, checked against the form, kept on disk.

mod check;
mod file_name;
mod receive;
mod store;

pub(crate) use check::{FieldError, check, check_step, rows};
pub(crate) use receive::{Received, Refused, receive};
pub(crate) use store::{Application, Store, StoreError};

/// A file as it came.
pub(crate) struct Upload {
    /// The form field it came in.
    pub(crate) field: String,
    /// The name the browser gave it; not to be trusted as a path.
    pub(crate) file_name: String,
    /// The media type the browser gave it.
    pub(crate) media_type: String,
    pub(crate) bytes: Vec<u8>,
}
