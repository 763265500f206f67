//! Everybody's daily search for matches.

use std::time::Instant;

use anyhow::{Result, ensure};
use foothold_backend::app::App;
use foothold_backend::testing;

use super::{machine, people};

/// What a search of so many people took.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Took {
    pub(crate) users: usize,
    pub(crate) seconds: f64,
    pub(crate) cpu: Option<f64>,
}

/// Reads the open jobs and makes them ready for comparing: what the first search of a day waits for. In seconds.
pub(crate) async fn shelf(app: &App) -> Result<f64> {
    testing::insert_person(app, "bench-first", people::profile(0)).await?;
    app.matches().enrol().await?;
    let start = Instant::now();
    let done = app.matches().run_due().await?;
    ensure!(done == 1, "{done} searches instead of one");
    Ok(start.elapsed().as_secs_f64())
}

/// The search of the people from one number to below another, all due at once.
pub(crate) async fn run(app: &App, from: usize, to: usize) -> Result<Took> {
    for number in from..to {
        // Profiles of their own: those before are the ones that were looked for by themselves.
        let profile = people::profile(1_000 + number);
        testing::insert_person(app, &format!("bench-{number:06}"), profile).await?;
    }
    app.matches().enrol().await?;
    let cpu = machine::cpu_seconds();
    let start = Instant::now();
    let done = app.matches().run_due().await?;
    let seconds = start.elapsed().as_secs_f64();
    ensure!(
        done == (to - from) as u64,
        "{done} searches instead of {}",
        to - from
    );
    let cpu = machine::cpu_seconds()
        .zip(cpu)
        .map(|(after, before)| after - before);
    Ok(Took {
        users: to - from,
        seconds,
        cpu,
    })
}
