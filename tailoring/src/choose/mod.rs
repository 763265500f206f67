//! What of a profile a posting asks for, fact by fact.
//!
//! posting → `wanted`; facts and `wanted` → `rank` → a worth for each fact, with the posting's words that made it.
//!
//! What must not happen here: a wording; a fact that is not the person's. Nothing is left out here: the worth orders,
//! `resume` and `letter` choose.

pub(crate) mod figures;
pub(crate) mod history;
pub(crate) mod rank;
pub(crate) mod wanted;

pub(crate) use rank::{Ranking, rank};
pub(crate) use wanted::Wanted;
