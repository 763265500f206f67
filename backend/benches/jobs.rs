//! How fast jobs are taken in and found: made-up postings by the hundred thousand, taken in by one writer and searched
//! over HTTP one after another, as a person's browser would.
//!
//! `cargo xtask bench jobs [--postings N] [--database URL] [--json]`; without a URL on SQLite in a folder of its own.

#![expect(clippy::print_stdout, reason = "its result is what it prints")]

use std::fmt::Write as _;
use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use foothold_backend::app::{App, Outside};
use foothold_backend::config::Config;
use foothold_boards::{Employment, Pay, Period, Place, Posting, Remote, Seniority, Source};
use poem::listener::{Acceptor, Listener, TcpListener};
use serde_json::{Value, json};

/// What a search may take at the 95th percentile, in milliseconds.
const SEARCH_MS: f64 = 50.0;
/// How many postings a second are to be taken in.
const TAKEN_A_SECOND: f64 = 5_000.0;
/// How many postings are made at a time, so that a million of them need no more memory than a few.
const PIECE: usize = 10_000;

#[tokio::main]
async fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let value = |name: &str| {
        let at = arguments.iter().position(|word| word == name)?;
        arguments.get(at + 1).cloned()
    };
    let count: usize = match value("--postings") {
        Some(count) => count.parse().context("--postings takes a number")?,
        None => 100_000,
    };
    let folder = tempfile::tempdir()?;
    let mut config = Config::default();
    config.keys.file = folder.path().join("keys.toml");
    config.storage.url = format!("file://{}", folder.path().join("objects").display());
    config.database.url = value("--database")
        .unwrap_or_else(|| format!("sqlite://{}", folder.path().join("jobs.db").display()))
        .into();
    let _ = rustls::crypto::ring::default_provider().install_default();
    let app = App::open(config, Outside::system()).await?;

    let taken_a_second = take(&app, count).await?;
    let times = search(&app).await?;
    let [p50, p95, worst] = [0.5, 0.95, 1.0].map(|share| at(&times, share));
    if arguments.iter().any(|word| word == "--json") {
        println!(
            "{}",
            json!({"postings": count, "taken_a_second": taken_a_second, "searches": times.len(),
                "search_ms": {"p50": p50, "p95": p95, "worst": worst}})
        );
        return Ok(());
    }
    println!("jobs: {count} postings");
    println!("  taken in     {taken_a_second:>9.0} a second   (goal {TAKEN_A_SECOND:.0})");
    println!("  search p50   {p50:>9.1} ms");
    println!(
        "  search p95   {p95:>9.1} ms          (goal {SEARCH_MS:.0}, over {} searches)",
        times.len()
    );
    println!("  search worst {worst:>9.1} ms");
    Ok(())
}

async fn take(app: &App, count: usize) -> Result<f64> {
    let mut chance = Chance(17);
    let mut spent = 0.0;
    let mut added = 0;
    for from in (0..count).step_by(PIECE) {
        let to = (from + PIECE).min(count);
        let postings: Vec<Posting> = (from..to).map(|n| posting(n, &mut chance)).collect();
        let start = Instant::now();
        added += app.jobs().take(None, &postings).await?.added;
        spent += start.elapsed().as_secs_f64();
    }
    ensure!(
        added == count as u64,
        "{added} of {count} postings became jobs"
    );
    Ok(count as f64 / spent)
}

/// Asks as people ask, and says how long each answer took, in milliseconds, the shortest first.
async fn search(app: &App) -> Result<Vec<f64>> {
    let acceptor = TcpListener::bind("127.0.0.1:0").into_acceptor().await?;
    let address = acceptor.local_addr()[0].clone();
    let address = address.as_socket_addr().context("no address")?.to_string();
    let endpoint = app.endpoint();
    let server = tokio::spawn(poem::Server::new_with_acceptor(acceptor).run(endpoint));
    let client = reqwest::Client::builder().no_proxy().build()?;
    let registered: Value = client
        .post(format!("http://{address}/api/v1/register"))
        .json(&json!({"email": "bench@mail.example", "password": "correct horse battery"}))
        .send()
        .await?
        .json()
        .await?;
    let token = Arc::new(
        registered["access_token"]
            .as_str()
            .context("no token")?
            .to_owned(),
    );
    let mut times = Vec::new();
    // The first answer of each kind waits for the disk: everybody's second one is what counts.
    for round in 0..2 {
        for query in queries() {
            let start = Instant::now();
            let answer = client
                .get(format!("http://{address}/api/v1/jobs?{query}"))
                .bearer_auth(&token)
                .send()
                .await?;
            ensure!(answer.status().is_success(), "{query}: {}", answer.status());
            let _: Value = answer.json().await?;
            if round == 1 {
                times.push(start.elapsed().as_secs_f64() * 1_000.0);
            }
        }
    }
    server.abort();
    times.sort_by(f64::total_cmp);
    Ok(times)
}

fn at(times: &[f64], share: f64) -> f64 {
    let last = times.len().saturating_sub(1);
    times
        .get((last as f64 * share).round() as usize)
        .copied()
        .unwrap_or_default()
}

/// Words that are in every second posting, rare ones, several, phrases, filters, all of them together.
fn queries() -> Vec<String> {
    let mut queries = vec![
        String::new(),
        "remote=remote".to_owned(),
        "country=DE&days=30".to_owned(),
    ];
    for role in ROLES {
        let role = role.replace(' ', "+");
        queries.push(format!("q={role}"));
        queries.push(format!("q={role}&country=DE&remote=remote"));
        queries.push(format!("q={role}&order=newest&seniority=senior"));
        queries.push(format!("q={role}+{}", SKILLS[queries.len() % SKILLS.len()]));
        queries.push(format!("title={role}&min_pay=60000&currency=EUR"));
    }
    for skill in SKILLS {
        queries.push(format!("q={skill}"));
        queries.push(format!(
            "q=%22experience+with+{skill}%22&country=US&country=CA"
        ));
    }
    queries
}

const ROLES: [&str; 20] = [
    "Nurse",
    "Backend Engineer",
    "Data Analyst",
    "Truck Driver",
    "Chef",
    "Teacher",
    "Product Manager",
    "Electrician",
    "Accountant",
    "Sales Manager",
    "Warehouse Worker",
    "Designer",
    "Lawyer",
    "Carpenter",
    "Receptionist",
    "Scientist",
    "Recruiter",
    "Welder",
    "Pharmacist",
    "Copywriter",
];
const SKILLS: [&str; 24] = [
    "Rust",
    "Python",
    "Excel",
    "Kubernetes",
    "SAP",
    "Forklift",
    "Negotiation",
    "Triage",
    "Figma",
    "SQL",
    "Welding",
    "HACCP",
    "AutoCAD",
    "Bookkeeping",
    "Salesforce",
    "Wound",
    "Java",
    "Terraform",
    "Payroll",
    "Phlebotomy",
    "Photoshop",
    "Scheduling",
    "Statistics",
    "Upselling",
];
const PLACES: [(&str, &str); 16] = [
    ("Berlin", "DE"),
    ("Hamburg", "DE"),
    ("Munich", "DE"),
    ("Paris", "FR"),
    ("Lyon", "FR"),
    ("Madrid", "ES"),
    ("Rome", "IT"),
    ("Utrecht", "NL"),
    ("Lisbon", "PT"),
    ("Krakow", "PL"),
    ("London", "GB"),
    ("Dublin", "IE"),
    ("New York", "US"),
    ("Austin", "US"),
    ("Denver", "US"),
    ("Toronto", "CA"),
];
const LEVELS: [(&str, Option<Seniority>); 4] = [
    ("", None),
    ("Junior ", Some(Seniority::Junior)),
    ("Senior ", Some(Seniority::Senior)),
    ("Lead ", Some(Seniority::Lead)),
];
const PHRASES: [&str; 12] = [
    "You work closely with colleagues from all parts of the company.",
    "We offer thirty days of leave, a pension and a budget for learning.",
    "You plan your day yourself and keep others informed.",
    "Our customers come back because we listen to them.",
    "You have finished your training and like to learn new things.",
    "The team meets every Tuesday, and everybody leaves on time.",
    "You write down what you find so that others can use it.",
    "We pay on time, and overtime is time off.",
    "Quality matters more to us than speed.",
    "You speak with suppliers, visitors and authorities alike.",
    "You take part in planning from the first day on.",
    "Shifts are agreed six weeks ahead.",
];

/// A posting as boards give them: about two thousand characters, nearly each from another employer.
fn posting(number: usize, chance: &mut Chance) -> Posting {
    let role = ROLES[chance.below(ROLES.len())];
    let (level, seniority) = LEVELS[chance.below(LEVELS.len())];
    let (city, country) = PLACES[chance.below(PLACES.len())];
    let skills: Vec<&str> = (0..4).map(|_| SKILLS[chance.below(SKILLS.len())]).collect();
    let mut description = format!("We look for a {role} in {city}.\n\n## Your tasks\n\n");
    for _ in 0..14 {
        let _ = writeln!(description, "- {}", PHRASES[chance.below(PHRASES.len())]);
    }
    description.push_str("\n## Your profile\n\n");
    for skill in &skills {
        let _ = writeln!(
            description,
            "- {} years of experience with {skill}",
            chance.below(8) + 1
        );
    }
    // Words that only few postings have.
    for _ in 0..8 {
        let _ = write!(description, " matter{}", chance.below(40_000));
    }
    let pay = 30_000 + 1_000 * chance.below(90) as u32;
    // Spread over half a year that lies in the past.
    let posted_ms = 1_780_000_000_000 - 15_552_000_000 + chance.below(15_552_000) as i64 * 1_000;
    Posting {
        source: Source::Json,
        tenant: "bench".to_owned(),
        id: number.to_string(),
        title: format!("{level}{role}"),
        company: Some(format!("Company {}", chance.below(200_000))),
        places: vec![Place {
            text: format!("{city}, {country}"),
            city: Some(city.to_owned()),
            region: None,
            country: Some(country.to_owned()),
        }],
        remote: [
            None,
            Some(Remote::Remote),
            Some(Remote::Hybrid),
            Some(Remote::Onsite),
        ][chance.below(4)],
        remote_from: Vec::new(),
        employment: [Some(Employment::FullTime), Some(Employment::PartTime), None][chance.below(3)],
        term: None,
        seniority,
        salary: (chance.below(2) == 0).then(|| {
            let (min, max) = (f64::from(pay), f64::from(pay + 15_000));
            Pay::new(Some(min), Some(max), "EUR".to_owned(), Some(Period::Year))
        }),
        skills: skills.iter().map(|skill| (*skill).to_owned()).collect(),
        requirements: foothold_core::posting::requirements(&description),
        language: Some("en".to_owned()),
        visa: Vec::new(),
        posted_ms: Some(posted_ms),
        updated_ms: None,
        expires_ms: None,
        url: format!("https://jobs.example/{number}"),
        apply_url: format!("https://jobs.example/{number}/apply"),
        description,
        department: None,
        reference: None,
    }
}

/// Numbers that look like chance and are the same each time (splitmix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % end as u64) as usize
    }
}
