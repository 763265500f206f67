//! Reports from outside, over HTTP on each database: on uploads, the builder's résumés, sets and letters; and applying
//! what they suggest.

mod drafts;
mod faults;
mod files;
mod hostile;
mod letters;
mod material;
mod past;
mod uploads;
