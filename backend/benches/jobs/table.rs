//! What was measured, beside the goals and somebody else's figures.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::searches::Times;
use super::{daily, take};

/// What the project asks of itself: postings a second on one core, milliseconds, minutes, mebibytes.
const TAKEN_A_SECOND: f64 = 5_000.0;
const SEARCH_MS: f64 = 50.0;
const BEST_MS: f64 = 100.0;
const DAILY_SECONDS: f64 = 600.0;
const DAILY_USERS: usize = 10_000;
const MATCHING_MB: f64 = 1_024.0;

/// One size of the database.
pub(crate) struct Step {
    pub(crate) postings: usize,
    pub(crate) took: take::Took,
    /// Searches that were asked for the first time, and those that came again.
    pub(crate) first: Times,
    pub(crate) later: Times,
    pub(crate) file_mb: Option<f64>,
}

/// All of it.
#[derive(Default)]
pub(crate) struct Measured {
    pub(crate) engine: &'static str,
    pub(crate) load: Option<f64>,
    pub(crate) postings: usize,
    pub(crate) jobs: u64,
    pub(crate) steps: Vec<Step>,
    pub(crate) slowest: Vec<(f64, String)>,
    pub(crate) shelf: f64,
    pub(crate) best: Times,
    pub(crate) daily: Vec<daily::Took>,
    pub(crate) peak_taking_mb: Option<f64>,
    pub(crate) peak_matching_mb: Option<f64>,
    pub(crate) file_mb: Option<f64>,
    pub(crate) peer: Option<Value>,
}

impl Measured {
    fn users(&self) -> usize {
        self.daily.iter().map(|part| part.users).sum()
    }

    fn daily_seconds(&self) -> f64 {
        self.shelf + self.daily.iter().map(|part| part.seconds).sum::<f64>()
    }

    /// The slowest rate of all sizes: what a full database does.
    fn rate(&self, of: impl Fn(&take::Took) -> Option<f64>) -> Option<f64> {
        let rates = self.steps.iter().filter_map(|step| of(&step.took));
        rates.reduce(f64::min)
    }

    pub(crate) fn table(&self) -> String {
        let mut out = String::new();
        let _ = writeln!(
            out,
            "\njobs on {}: {} postings, {} jobs, {} people; load before: {}",
            self.engine,
            self.postings,
            self.jobs,
            self.users(),
            shown(self.load, 2)
        );
        let peer = |name: &str, digits: usize| {
            let value = self.peer.as_ref().and_then(|said| said[name].as_f64());
            value.map_or_else(String::new, |value| format!("{value:.digits$}"))
        };
        let mut row = |what: &str, goal: &str, measured: &str, peer: &str| {
            let _ = writeln!(out, "{what:<52} {goal:>10} {measured:>12} {peer:>13}");
        };
        row("", "goal", "measured", "scikit-learn");
        let goal = |value: f64| format!("{value:.0}");
        row(
            "postings taken in a second, slowest step",
            "",
            &shown(self.rate(|took| Some(took.rate)), 0),
            "",
        );
        row(
            "  of one core of ours",
            &goal(TAKEN_A_SECOND),
            &shown(self.rate(|took| took.by_cpu), 0),
            "",
        );
        if self.engine == "PostgreSQL" {
            row(
                "  of one core of PostgreSQL's",
                "",
                &shown(self.rate(|took| took.by_postgres_cpu), 0),
                "",
            );
        }
        if let Some(step) = self.steps.last() {
            row(
                "search, p50, ms",
                "",
                &format!("{:.1}", step.later.at(0.5)),
                "",
            );
            row(
                "search, p95, ms",
                &goal(SEARCH_MS),
                &format!("{:.1}", step.later.at(0.95)),
                "",
            );
            row(
                "search, p95 of first times, ms",
                "",
                &format!("{:.1}", step.first.at(0.95)),
                "",
            );
            row(
                "search, slowest, ms",
                "",
                &format!("{:.1}", step.later.at(1.0)),
                "",
            );
        }
        row(
            "best 100 of one person with reasons, p50, ms",
            "",
            &format!("{:.1}", self.best.at(0.5)),
            &peer("top_100_p50_ms", 1),
        );
        row(
            "best 100 of one person with reasons, p95, ms",
            &goal(BEST_MS),
            &format!("{:.1}", self.best.at(0.95)),
            &peer("top_100_p95_ms", 1),
        );
        row(
            "newest postings made ready, s",
            "",
            &format!("{:.1}", self.shelf),
            "",
        );
        let daily = self.daily_seconds();
        let goal_here = DAILY_SECONDS * self.users() as f64 / DAILY_USERS as f64;
        row(
            "the daily search of all, s",
            &goal(goal_here),
            &format!("{daily:.1}"),
            "",
        );
        row(
            "most memory while taking in, MB",
            "",
            &shown(self.peak_taking_mb, 0),
            "",
        );
        row(
            "most memory while matching, MB",
            &goal(MATCHING_MB),
            &shown(self.peak_matching_mb, 0),
            &peer("peak_mb", 0),
        );
        row(
            "database with all matches, MB",
            "",
            &shown(self.file_mb, 0),
            "",
        );
        let _ = writeln!(
            out,
            "\nas postings double:   taken a second   by core   search p50   p95 ms   database MB"
        );
        for step in &self.steps {
            let _ = writeln!(
                out,
                "{:>18} {:>16.0} {:>9} {:>12.1} {:>8.1} {:>13}",
                step.postings,
                step.took.rate,
                shown(step.took.by_cpu, 0),
                step.later.at(0.5),
                step.later.at(0.95),
                shown(step.file_mb, 0)
            );
        }
        let _ = writeln!(
            out,
            "\nas people double:     seconds   a person, ms   processor, ms"
        );
        let mut users = 0;
        for part in &self.daily {
            users += part.users;
            let each = |seconds: f64| 1_000.0 * seconds / part.users.max(1) as f64;
            let _ = writeln!(
                out,
                "{users:>18} {:>10.1} {:>14.2} {:>15}",
                part.seconds,
                each(part.seconds),
                shown(part.cpu.map(each), 2)
            );
        }
        let _ = writeln!(out, "\nthe slowest searches:");
        for (ms, query) in &self.slowest {
            let _ = writeln!(out, "{ms:>9.1} ms  {query}");
        }
        out
    }

    pub(crate) fn json(&self) -> Value {
        let steps: Vec<Value> = self
            .steps
            .iter()
            .map(|step| {
                json!({"postings": step.postings, "taken_a_second": step.took.rate,
                    "taken_a_second_of_a_core": step.took.by_cpu,
                    "taken_a_second_of_a_core_of_postgres": step.took.by_postgres_cpu,
                    "search_p50_ms": step.later.at(0.5), "search_p95_ms": step.later.at(0.95),
                    "first_search_p95_ms": step.first.at(0.95), "search_worst_ms": step.later.at(1.0),
                    "database_mb": step.file_mb})
            })
            .collect();
        let daily: Vec<Value> = self
            .daily
            .iter()
            .map(|part| json!({"people": part.users, "seconds": part.seconds, "processor_seconds": part.cpu}))
            .collect();
        json!({"jobs": {"engine": self.engine, "load": self.load, "postings": self.postings, "jobs": self.jobs,
            "steps": steps, "shelf_seconds": self.shelf, "best_100_p50_ms": self.best.at(0.5),
            "best_100_p95_ms": self.best.at(0.95), "daily": daily, "daily_seconds": self.daily_seconds(),
            "peak_taking_mb": self.peak_taking_mb, "peak_matching_mb": self.peak_matching_mb,
            "database_mb": self.file_mb, "scikit_learn": self.peer}})
    }
}

fn shown(value: Option<f64>, digits: usize) -> String {
    value.map_or_else(|| "?".to_owned(), |value| format!("{value:.digits$}"))
}
