//! Each kind of form: opened, understood, filled with one click, finished and submitted by hand.

mod ashby;
mod controlled;
mod embedded;
pub(crate) mod greenhouse;
mod languages;
mod lever;
mod offline;
mod undo;
mod workday;
