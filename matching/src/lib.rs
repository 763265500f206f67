//! What a posting asks for, what a person has, and how the two meet, with the evidence for each part.
//!
//! profile → [`facts`]; posting → demands; facts and demands → evidence → score; all in the words of the
//! [`vocabulary`]
//!
//! What must not happen here: a network, a clock, a database, chance. Nothing is credited to a person without the id of
//! the fact that says so.

pub mod demands;
pub mod evidence;
pub mod facts;
mod measure;
pub mod nearness;
pub mod person;
pub mod ranking;
pub mod relevance;
pub mod score;
pub mod terms;
pub mod text;
pub mod vocabulary;
