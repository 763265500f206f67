//! Where the world's towns are: a town by its name, how far two are apart, what lies around one.
//!
//! The table is `data/towns.tsv` (GeoNames, CC BY 4.0; the file's head says how it was made). It weighs megabytes, so
//! that nothing which runs in a browser may look up here.
//! What must not happen here: a network; a guess between two towns of one name that are about as large.

mod around;
mod find;
mod table;

pub use around::{Around, Cell, around};
pub use find::{Found, find, find_line, likely, likely_line};
pub use table::Town;
