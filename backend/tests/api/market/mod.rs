//! Jobs from outside, over HTTP on each database: around a place, by company, in collections, from files; boards with a key, and
//! what their silence means.

mod boards;
mod collections;
mod companies;
mod imports;
mod material;
mod nearby;
mod pasted;
mod terms;
mod unlisted;
