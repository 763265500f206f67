//! Taking postings in, with one writer.

use std::time::Instant;

use anyhow::{Result, ensure};
use foothold_backend::app::App;
use foothold_boards::Posting;

use super::{machine, postings};

/// How many are made at a time, so that a million of them need no more memory than a few.
const PIECE: usize = 2_000;

/// How many were made, and how many jobs became of them.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Taken {
    pub(crate) count: usize,
    pub(crate) jobs: u64,
}

/// What taking in took.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Took {
    /// Postings a second.
    pub(crate) rate: f64,
    /// Postings a second of one processor of ours.
    pub(crate) by_cpu: Option<f64>,
    /// Postings a second of one processor of PostgreSQL's.
    pub(crate) by_postgres_cpu: Option<f64>,
}

/// Takes postings in until there are so many.
pub(crate) async fn until(app: &App, taken: &mut Taken, count: usize, now_ms: i64) -> Result<Took> {
    let (mut spent, mut cpu, mut postgres) = (0.0, 0.0, 0.0);
    let all = (count - taken.count) as f64;
    while taken.count < count {
        let to = (taken.count + PIECE).min(count);
        let piece: Vec<Posting> = (taken.count..to)
            .map(|number| postings::posting(number, now_ms))
            .collect();
        let (ours, theirs) = (machine::cpu_seconds(), machine::postgres_cpu_seconds());
        let start = Instant::now();
        let done = app.jobs().take(None, &piece).await?;
        spent += start.elapsed().as_secs_f64();
        cpu += machine::cpu_seconds().unwrap_or_default() - ours.unwrap_or_default();
        postgres +=
            machine::postgres_cpu_seconds().unwrap_or_default() - theirs.unwrap_or_default();
        ensure!(
            done.added + done.changed + done.same == piece.len() as u64,
            "{done:?} of {} postings",
            piece.len()
        );
        taken.jobs += done.added;
        taken.count = to;
    }
    // What a server does by itself a minute later belongs to it.
    let (ours, theirs) = (machine::cpu_seconds(), machine::postgres_cpu_seconds());
    let start = Instant::now();
    app.jobs().merge_words().await?;
    spent += start.elapsed().as_secs_f64();
    cpu += machine::cpu_seconds().unwrap_or_default() - ours.unwrap_or_default();
    postgres += machine::postgres_cpu_seconds().unwrap_or_default() - theirs.unwrap_or_default();
    let rate = |seconds: f64| (seconds > 0.0).then(|| all / seconds);
    Ok(Took {
        rate: all / spent,
        by_cpu: rate(cpu),
        by_postgres_cpu: rate(postgres),
    })
}
