//! The stages one by one: the agent collects, the core classifies and plans, the agent writes.

use super::server::Server;
use super::{Times, times};
use crate::browser::{Browser, BrowserOptions};
use anyhow::{Context as _, Result, ensure};
use base64::Engine as _;
use foothold_core::classify::classify;
use foothold_core::outcome::FillOutcome;
use foothold_core::page::PageSnapshot;
use foothold_core::plan::{FileOffer, PlanContext, plan};
use foothold_core::posting;
use foothold_shared::profile::Profile;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use std::time::Instant;

const NAIVE: &str = include_str!("naive.js");

/// The demo account's profile and résumé: invented, and full.
pub(super) const PROFILE: &str = include_str!("../../../xtask/demo/profile.json");
pub(super) const RESUME: &[u8] = include_bytes!("../../../xtask/demo/resume.pdf");
pub(super) const RESUME_NAME: &str = "resume.pdf";

/// What the stages took.
pub(super) struct Measured {
    pub(super) fields: usize,
    pub(super) steps: usize,
    pub(super) stages: Vec<(String, Times)>,
}

#[derive(Deserialize)]
struct Collected {
    ms: f64,
    snapshot: PageSnapshot,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Written {
    /// From the call to the answer.
    ms: f64,
    /// Of it: waiting for the page to react and to come to rest.
    waited_ms: f64,
    outcome: FillOutcome,
}

#[derive(Deserialize)]
struct Naive {
    ms: f64,
}

/// Times every stage on a fresh page, `repeats` times.
pub(super) async fn measure(server: &Server, repeats: usize) -> Result<Measured> {
    let browser = Browser::start(BrowserOptions::default()).await?;
    let profile: Profile =
        serde_json::from_str(PROFILE).context("the demo profile is not a profile")?;
    let context = PlanContext {
        job_country: None,
        job_location: None,
        files: vec![FileOffer {
            file: "resume".to_owned(),
            file_name: RESUME_NAME.to_owned(),
            media_type: "application/pdf".to_owned(),
            size_bytes: RESUME.len() as u64,
            sha256: hex::encode(Sha256::digest(RESUME)),
        }],
        overwrite: false,
        today: "2026-01-15".to_owned(),
        ..PlanContext::default()
    };
    let bytes = base64::engine::general_purpose::STANDARD.encode(RESUME);
    let files = json!({ "resume": { "name": RESUME_NAME, "mediaType": "application/pdf", "base64": bytes } });

    let (mut fields, mut steps) = (0, 0);
    let mut runs: [Vec<f64>; 8] = Default::default();
    for _ in 0..repeats {
        let world = World::open(&browser, server.form()).await?;
        let naive: Naive = world.evaluate(NAIVE).await?;

        // The peer warmed the layout up: the agent gets a fresh page, too.
        let world = World::open(&browser, server.form()).await?;
        world.inject().await?;
        let collected: Collected = world
            .evaluate("(async () => { const from = performance.now(); const snapshot = await __foothold.collect(); return { ms: performance.now() - from, snapshot }; })()")
            .await?;
        let from = Instant::now();
        let classified = classify(&collected.snapshot);
        let planned = plan(&classified, &collected.snapshot, &profile, &context);
        let thought = milliseconds(from);
        let from = Instant::now();
        let read = posting::read(&collected.snapshot, &context.today);
        let posting = milliseconds(from);
        ensure!(read.title.is_some(), "the form's job was not read");
        let written: Written = world
            .evaluate(&format!(
                "(async () => {{ const from = performance.now(); const outcome = await __foothold.write({}, {files}); \
                 return {{ ms: performance.now() - from, waitedMs: __foothold.hand.waited(), outcome }}; }})()",
                serde_json::to_string(&planned)?
            ))
            .await?;
        ensure!(
            written.outcome.fields.len() == planned.steps.len(),
            "the agent told of {} steps, not of {}",
            written.outcome.fields.len(),
            planned.steps.len()
        );
        fields = collected.snapshot.fields.len();
        steps = planned.steps.len();
        let worked = written.ms - written.waited_ms;
        let sum = collected.ms + thought + worked;
        let taken = [
            collected.ms,
            thought,
            worked,
            sum,
            written.waited_ms,
            collected.ms + thought + written.ms,
            posting,
            naive.ms,
        ];
        for (run, ms) in runs.iter_mut().zip(taken) {
            run.push(ms);
        }
    }
    let names = [
        "collect (agent in the page)",
        "classify and plan (native)",
        "write: the agent's own work",
        "sum of collect, classify, plan, write",
        "write: waiting for the page's lists, file and rest",
        "the whole way with these waits",
        "read the job posting (native; not in the sum)",
        "peer: naive reading with styles and innerText per field",
    ];
    Ok(Measured {
        fields,
        steps,
        stages: names
            .into_iter()
            .map(str::to_owned)
            .zip(runs.map(times))
            .collect(),
    })
}

fn milliseconds(from: Instant) -> f64 {
    from.elapsed().as_secs_f64() * 1_000.0
}

/// An isolated world of a freshly opened page.
pub(super) struct World<'b> {
    browser: &'b Browser,
    id: i64,
}

impl<'b> World<'b> {
    pub(super) async fn open(browser: &'b Browser, address: &str) -> Result<Self> {
        browser.goto(address).await?;
        let tree = browser.cdp("Page.getFrameTree", json!({})).await?;
        let frame = tree["frameTree"]["frame"]["id"].clone();
        let parameters = json!({ "frameId": frame, "worldName": "foothold" });
        let made = browser.cdp("Page.createIsolatedWorld", parameters).await?;
        let id = made["executionContextId"]
            .as_i64()
            .context("no isolated world")?;
        Ok(Self { browser, id })
    }

    pub(super) async fn inject(&self) -> Result<()> {
        for part in crate::agent::scripts() {
            let _: Value = self.evaluate(&format!("{part}\n;null")).await?;
        }
        Ok(())
    }

    pub(super) async fn evaluate<T: DeserializeOwned>(&self, expression: &str) -> Result<T> {
        let parameters = json!({
            "expression": expression, "contextId": self.id, "awaitPromise": true, "returnByValue": true,
        });
        let mut answer = self.browser.cdp("Runtime.evaluate", parameters).await?;
        ensure!(
            answer.get("exceptionDetails").is_none(),
            "the script threw: {}",
            answer["exceptionDetails"]
        );
        Ok(serde_json::from_value(answer["result"]["value"].take())?)
    }
}
