//! Questions that a law keeps employers from asking where the job is: recognised by their words (`topics`), and told to
//! the person with the law's name (`laws`).
//!
//! What must not happen here: legal advice, or a law that is not sure. Each line of the table names its statute, and the
//! wording stays careful: laws have exceptions that no table knows.

mod laws;
mod notice;
mod place;
mod topics;

pub use notice::notice;
pub use place::Place;
pub use topics::{Topic, topic};

#[cfg(test)]
mod tests;
