//! How fast jobs are taken in, found and matched: made-up postings by the million, taken in by one writer, searched over
//! HTTP one after another as a person's browser does, and compared with ten thousand people.
//!
//! `cargo xtask bench jobs [--postings N] [--users N] [--database URL] [--json]`; see `cargo xtask help`.
//!
//! take (a quarter, the half, all of them; searched each time) → the shelf read → the best hundred of one person →
//! everybody's daily search (a quarter, the half, all) → somebody else's ranking of the same texts
//!
//! What must not happen here: a figure without what it took of the machine, and without the goal beside it.

#![expect(clippy::print_stdout, reason = "its result is what it prints")]

mod chance;
mod daily;
mod machine;
mod peer;
mod people;
mod postings;
mod searches;
mod table;
mod take;
mod words;

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Context, Result};
use base64::Engine as _;
use foothold_backend::app::{App, Outside};
use foothold_backend::config::Config;
use foothold_backend::db::Db;
use searches::{Times, Visit};

/// What is measured, and on what.
struct Options {
    postings: usize,
    users: usize,
    database: Option<String>,
    json: bool,
}

impl Options {
    fn read() -> Result<Self> {
        let words: Vec<String> = std::env::args().skip(1).collect();
        let value = |name: &str| {
            let at = words.iter().position(|word| word == name)?;
            words.get(at + 1).cloned()
        };
        let number = |name: &'static str, otherwise: usize| match value(name) {
            Some(text) => text
                .parse()
                .with_context(|| format!("{name} takes a number")),
            None => Ok(otherwise),
        };
        Ok(Self {
            postings: number("--postings", 100_000)?,
            users: number("--users", 10_000)?,
            database: value("--database"),
            json: words.iter().any(|word| word == "--json"),
        })
    }
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> Result<()> {
    let options = Options::read()?;
    let folder = tempfile::tempdir()?;
    let mut config = Config::default();
    config.keys.file = folder.path().join("keys.toml");
    config.storage.url = format!("file://{}", folder.path().join("objects").display());
    config.server.account_requests_per_minute = 10_000_000;
    let file = folder.path().join("jobs.db");
    config.database.url = options
        .database
        .clone()
        .unwrap_or_else(|| format!("sqlite://{}", file.display()))
        .into();
    if options.database.is_some() {
        give_keys(&mut config);
    }
    let _ = rustls::crypto::ring::default_provider().install_default();
    let app = App::open(config, Outside::system()).await?;
    let engine = if matches!(app.db(), Db::Postgres(_)) {
        "PostgreSQL"
    } else {
        "SQLite"
    };
    let now_ms = Outside::system().clock.now_ms();

    let mut visit = Visit::begin(&app).await?;
    let queries = postings::queries();
    let mut measured = table::Measured {
        engine,
        load: machine::load(),
        postings: options.postings,
        ..table::Measured::default()
    };
    machine::forget_peak();
    let mut taken = take::Taken::default();
    for part in [4, 2, 1] {
        let until = options.postings / part;
        say(
            &options,
            &format!("{engine}: taking in {} postings", until - taken.count),
        );
        let took = take::until(&app, &mut taken, until, now_ms).await?;
        say(&options, &format!("{engine}: {} searches", queries.len()));
        let (first, later, slowest) = visit.search(&queries).await?;
        measured.steps.push(table::Step {
            postings: until,
            took,
            first,
            later,
            file_mb: size_mb(&file),
        });
        measured.slowest = slowest;
    }
    measured.jobs = taken.jobs;
    measured.peak_taking_mb = machine::peak_mb();

    machine::forget_peak();
    say(
        &options,
        &format!("{engine}: reading the newest postings for matching"),
    );
    measured.shelf = daily::shelf(&app).await?;
    say(
        &options,
        &format!("{engine}: the best hundred for one person after the other"),
    );
    let mut best = Vec::new();
    for number in 0..40 {
        // Who asks for a search has often just brought the jobs that it should find.
        let more = taken.count + 100;
        take::until(&app, &mut taken, more, now_ms).await?;
        best.push(visit.best_hundred(&app, &people::profile(number)).await?);
    }
    measured.best = Times::of(best);
    let mut made = 0;
    for part in [4, 2, 1] {
        let until = options.users / part;
        say(
            &options,
            &format!("{engine}: the daily search of {} people", until - made),
        );
        measured.daily.push(daily::run(&app, made, until).await?);
        made = until;
    }
    measured.peak_matching_mb = machine::peak_mb();
    measured.file_mb = size_mb(&file);
    drop(visit);
    drop(app);

    say(&options, "TF-IDF of scikit-learn on the same postings");
    let home = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("python-ranking");
    match peer::rank(options.postings, now_ms, &home, folder.path()) {
        Ok(said) => measured.peer = Some(said),
        Err(error) => println!("skipped: scikit-learn ({error:#})"),
    }
    if options.json {
        println!("{}", measured.json());
    } else {
        print!("{}", measured.table());
    }
    Ok(())
}

/// A server whose database is elsewhere makes no keys of its own.
fn give_keys(config: &mut Config) {
    let key = |byte: u8| base64::engine::general_purpose::STANDARD.encode([byte; 32]);
    config.keys.active = "k1".to_owned();
    config.keys.ring = BTreeMap::from([("k1".to_owned(), key(1).into())]);
    config.keys.jwt_secret = Some(key(3).into());
    config.keys.lookup_secret = Some(key(4).into());
}

fn say(options: &Options, line: &str) {
    if !options.json {
        println!("… {line}");
    }
}

/// The size of the database and of what it has not moved into it yet.
fn size_mb(file: &std::path::Path) -> Option<f64> {
    let of = |file: PathBuf| std::fs::metadata(file).map_or(0, |about| about.len());
    let bytes = of(file.to_path_buf()) + of(file.with_extension("db-wal"));
    (bytes > 0).then(|| bytes as f64 / 1_048_576.0)
}
