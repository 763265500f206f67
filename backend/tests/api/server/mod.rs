//! The server as a whole: its edge, accounts, outages, keys, and the program.
//!
//! One program for all of it, because each further one takes as long to link as these to run.

mod amiss;
mod document;
mod edge;
mod first_minutes;
mod lockout;
mod outage;
mod program;
mod rotation;
mod schema;
mod sessions;
