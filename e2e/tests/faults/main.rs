//! The fault list: what may go wrong while a page is read and filled, each in a real Chromium with the
//! real extension. Nothing reaches a field that the person cannot see, nothing hangs, and the answer
//! says what happened.

mod hostile;
mod interrupted;
mod large;
mod leaving;
mod moving;
mod pages;
mod stand;
mod unseen;
mod writing;
