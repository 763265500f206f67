//! Résumés from outside: what the inspector says of files, the operations over HTTP on each
//! database, and what happens when the place for files fails.

mod disk_full;
pub(crate) mod files;
mod imports;
mod inspector;
mod labels;
mod lifecycle;
mod model;
mod reading;
mod storage;
mod suggestions;
