//! The pages. Data in, HTML out; everything from outside goes through [`crate::escape`].

mod apply;
mod generic;
mod index;
mod job;
mod notice;
mod shell;

pub(crate) use apply::{apply, careers};
pub(crate) use generic::generic;
pub(crate) use index::{Filter, index};
pub(crate) use job::job;
pub(crate) use notice::{jobs_broken, notice, thanks};
