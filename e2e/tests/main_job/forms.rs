//! Each kind of form: opened, understood, filled with one click, finished and submitted by hand.

mod ashby;
mod by_hand;
mod controlled;
mod embedded;
pub(crate) mod greenhouse;
mod icims;
mod languages;
mod lever;
mod offline;
mod smartrecruiters;
mod taleo;
mod undo;
mod widgets;
mod workable;
mod workday;
mod workday_rows;
