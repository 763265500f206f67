//! Places of the world as data: countries and their regions, by name and by code.
//!
//! The tables are in `data/`; the planner and the posting reader look up in the same ones.
//! What must not happen here: deciding whether a text means a place. A look-up is asked about a text as a whole.

pub(crate) mod countries;
pub(crate) mod regions;
