//! The program is killed in the middle of its work, on each database: nothing is lost, nothing is doubled.

mod matching;
mod taking;
