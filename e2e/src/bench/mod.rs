//! How long the whole way of one form takes, and what a page costs on which nobody clicked.
//!
//! A form of sixty questions ([`form`]) is served on loopback and opened in a real Chromium. The real page agent reads
//! and writes it in an isolated world, as it does in the extension; classify and plan run natively here, and once more
//! as WebAssembly inside the built extension, where the whole click is timed from outside. Beside it, in the same run:
//! a naive reader of the same form (`naive.js`) and plain scripted typing of it (`typed`). A page of twenty
//! thousand elements is read (`long`), the stopped worker is woken (`cold`), and the extension is weighed (`sizes`).
//!
//! What must not happen here: a time that fails a run (times are printed, beside the budget), a page from elsewhere.

mod clicked;
mod cold;
pub mod form;
mod idle;
mod long;
mod server;
mod sizes;
mod stages;
mod typed;

use anyhow::Result;
use serde::Serialize;
use std::io::Write as _;

/// How often each thing is timed.
const REPEATS: usize = 20;
/// How often the form is typed by a script: it is slow, and steady.
const TYPED_REPEATS: usize = 3;
/// What snapshot, classify, plan and write may take of the machine together, in milliseconds; waiting for the page is
/// printed beside it.
const BUDGET_MS: f64 = 100.0;

/// The middle and the slow end of some measurements, in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Times {
    /// Half of the runs were faster.
    pub median_ms: f64,
    /// Nineteen of twenty were.
    pub p95_ms: f64,
}

/// What was measured.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// How often.
    pub repeats: usize,
    /// Questions on the form.
    pub questions: usize,
    /// Fields the agent found.
    pub fields: usize,
    /// Steps that were planned and written.
    pub steps: usize,
    /// Each stage by name, in order, and their sum.
    pub stages: Vec<(String, Times)>,
    /// The budget for the sum, in milliseconds.
    pub budget_ms: f64,
    /// The page of twenty thousand elements.
    pub long: long::Long,
    /// The same form, typed by a script.
    pub typed: typed::Typed,
    /// From the first message to a stopped worker to its answer; `None` where the extension is not built.
    pub cold_start: Option<Times>,
    /// What the extension weighs; `None` where it is not built.
    pub sizes: Option<sizes::Sizes>,
    /// The built extension, timed from its own page to the answer; `None` where it is not built.
    pub extension: Option<clicked::Clicked>,
    /// Pages on which nobody clicked; `None` where the extension is not built.
    pub idle: Option<idle::Idle>,
}

/// Measures and prints: a table, or with `json` one JSON document.
///
/// # Errors
/// When Chromium does not start, the agent throws, or a page on which nobody clicked was touched.
pub async fn run(json: bool) -> Result<()> {
    let server = server::Server::start().await?;
    let agent = stages::measure(&server, REPEATS).await?;
    let long = long::measure(&server, REPEATS / 2).await?;
    let typed = typed::measure(&server, TYPED_REPEATS).await?;
    let built = clicked::built();
    let (cold_start, sizes) = match &built {
        Some(folder) => (
            Some(cold::measure(REPEATS / 2).await?),
            Some(sizes::measure(folder)?),
        ),
        None => (None, None),
    };
    let (extension, idle) = match &built {
        Some(folder) => (
            Some(clicked::measure(&server, REPEATS).await?),
            Some(idle::measure(&server, folder).await?),
        ),
        None => (None, None),
    };
    let report = Report {
        repeats: REPEATS,
        questions: form::QUESTIONS,
        fields: agent.fields,
        steps: agent.steps,
        stages: agent.stages,
        budget_ms: BUDGET_MS,
        long,
        typed,
        cold_start,
        sizes,
        extension,
        idle,
    };
    let mut out = std::io::stdout().lock();
    if json {
        writeln!(out, "{}", serde_json::to_string(&report)?)?;
    } else {
        print(&report, &mut out)?;
    }
    if let Some(idle) = &report.idle {
        idle.check()?;
    }
    Ok(())
}

fn print(report: &Report, out: &mut impl std::io::Write) -> Result<()> {
    let Report {
        questions,
        fields,
        steps,
        repeats,
        ..
    } = report;
    writeln!(
        out,
        "{questions} questions, {fields} fields, {steps} written, {repeats} runs, each on a fresh page"
    )?;
    writeln!(out, "{:<62} {:>9} {:>9}", "milliseconds", "median", "p95")?;
    let mut row = |name: &str, times: &Times| {
        writeln!(
            out,
            "{name:<62} {:>9.2} {:>9.2}",
            times.median_ms, times.p95_ms
        )
    };
    for (name, times) in &report.stages {
        row(name, times)?;
    }
    if let Some(extension) = &report.extension {
        row(
            "extension: look, from its page to the answer",
            &extension.look,
        )?;
        row(
            "extension: fill, from its page to the answer",
            &extension.fill,
        )?;
    }
    let typed = format!(
        "peer: plain scripted typing (WebDriver), {} text fields alone",
        report.typed.fields
    );
    row(&typed, &report.typed.took)?;
    row("a page of 20,000 elements: reading it", &report.long.read)?;
    row(
        "a page of 20,000 elements: its own work waits at most",
        &report.long.longest,
    )?;
    if let Some(cold_start) = &report.cold_start {
        row("service worker: stopped, to its first answer", cold_start)?;
    }
    for (name, budget) in [
        ("budget for the sum", report.budget_ms),
        ("budget for reading 20,000 elements", long::BUDGET_MS),
        ("budget for the page's own work waiting", long::FRAME_MS),
        ("budget for the worker's cold start", cold::BUDGET_MS),
    ] {
        writeln!(out, "{name:<62} {budget:>9.2}")?;
    }
    if let Some(sizes) = &report.sizes {
        writeln!(
            out,
            "the extension: WebAssembly {} KB (limit {}), JavaScript {} KB (limit {})",
            sizes.wasm_kb, sizes.wasm_limit_kb, sizes.js_kb, sizes.js_limit_kb
        )?;
    }
    match &report.idle {
        Some(idle) => writeln!(out, "{idle}")?,
        None => writeln!(
            out,
            "the extension is not built (cargo xtask build): its part was left out"
        )?,
    }
    Ok(())
}

/// Median and 95th percentile, by nearest rank.
fn times(mut runs: Vec<f64>) -> Times {
    runs.sort_by(f64::total_cmp);
    let rank = |share: f64| {
        let at = (runs.len() as f64 * share).ceil() as usize;
        runs.get(at.saturating_sub(1)).copied().unwrap_or_default()
    };
    Times {
        median_ms: rank(0.5),
        p95_ms: rank(0.95),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_nearest_ranks() {
        let read = times((1..=20).rev().map(f64::from).collect());
        assert_eq!((read.median_ms, read.p95_ms), (10.0, 19.0));
        assert_eq!(times(vec![3.0]).p95_ms, 3.0);
    }
}
