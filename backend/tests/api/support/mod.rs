//! What the tests share: the real app on a free port with a clock that tests move, the calls of a person, and what stands
//! around a server: browsers, other servers, the program itself.

mod answers;
mod browser;
mod loopback;
mod model;
mod pages;
mod people;
mod person;
mod postings;
pub(crate) mod program;
mod server;
mod stand;
mod stored;
mod wait;

pub(crate) use answers::{json, problem, text};
pub(crate) use browser::{Jar, Portal};
pub(crate) use loopback::Loopback;
pub(crate) use model::{chat_endpoint, completion};
pub(crate) use pages::Pages;
pub(crate) use people::{kidney_nurse, nurse, nurse_posting};
pub(crate) use postings::{find_jobs, job_titles, posting, read_postings, rss, with};
pub(crate) use server::{PASSWORD, START_MS, Server, client, databases, give_keys, test_config};
pub(crate) use stand::{Asked, Does, Stand};
pub(crate) use wait::until;

pub(crate) const MINUTE_MS: i64 = 60_000;
pub(crate) const HOUR_MS: i64 = 60 * MINUTE_MS;
pub(crate) const DAY_MS: i64 = 24 * HOUR_MS;
