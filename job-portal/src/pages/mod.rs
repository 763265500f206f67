//! The pages. Data in, HTML out; everything from outside goes through [`crate::escape`].

mod apply;
mod control;
mod flow;
mod generic;
mod icims;
mod index;
mod job;
mod notice;
mod shell;
mod taleo;

pub(crate) use apply::{apply, careers};
pub(crate) use flow::{Flow, files, framed_flow};
pub(crate) use generic::generic;
pub(crate) use index::{Filter, index};
pub(crate) use job::job;
pub(crate) use notice::{jobs_broken, notice, thanks};
