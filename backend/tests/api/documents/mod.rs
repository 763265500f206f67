//! Documents from outside, over HTTP on each database: made for a job, kept, downloaded, rated; the builder's résumés.

mod best;
mod drafts;
mod generate;
mod known;
mod likes;
mod material;
mod reworded;
mod sets;
mod storage;
