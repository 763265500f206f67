//! The pages of jobs for everybody: the audit in both themes, and 360 px and 200 % with names of one long word and names
//! that are written from right to left.

use crate::access::findings;
use crate::narrow::check;
use crate::stage::Stage;
use anyhow::Result;
use foothold_shared::profile::WorkEntry;
use serde_json::{Value, json};

const RIGHT_TO_LEFT: &str = "شركة الموانئ والسفن الكبيرة";

/// A person with a profile, matches, saved jobs in collections and saved searches; all pages to look at.
async fn stage() -> Result<(Stage, Vec<String>)> {
    let (stage, api) = Stage::signed_in("/").await?;
    let long: String = "Donaudampfschifffahrtsgesellschaft"
        .repeat(3)
        .chars()
        .take(100)
        .collect();
    let job = |id: &str, title: &str, company: &str| {
        json!({"id": id, "title": title, "company": company, "location": "Porto, Portugal",
            "url": format!("https://jobs.quayside.example/{id}"), "salary": "EUR 24000 - 30000 per year",
            "description": format!("We mend ships. {long}\n\nRequirements\n- Three years of welding {long}\n- Forklift licence")})
    };
    let rows = json!([
        job("1", &format!("Welder {long}"), &long),
        job("2", &format!("Welder {RIGHT_TO_LEFT}"), RIGHT_TO_LEFT),
        job("3", "Welder", "Quayside Yards"),
    ]);
    api.import_jobs("yard.json", &rows.to_string())?;
    api.change_profile(|profile| {
        profile.work.push(WorkEntry {
            id: "1".to_owned(),
            company: "River Works".to_owned(),
            title: "Welder".to_owned(),
            ..WorkEntry::default()
        });
    })?;
    let script = "const token = document.cookie.match(/foothold_csrf=([^;]+)/)[1];\
        const send = (method, path, body) => fetch('/api/v1' + path, { method, headers: \
          { 'Content-Type': 'application/json', 'X-CSRF-Token': token }, body: body && JSON.stringify(body) });\
        const jobs = (await (await send('GET', '/jobs?q=welder')).json()).jobs;\
        for (const job of jobs) await send('PUT', `/me/saved-jobs/${job.job_id}`);\
        const [name, other] = args;\
        for (const [n, called] of [name, other].entries()) {\
          const id = `01900000-0000-7000-8000-00000000000${n}`;\
          await send('PUT', `/me/job-collections/${id}`, { name: called });\
          await send('PUT', `/me/saved-searches/${id}`, { name: called, filters: { q: called } });\
        }\
        await send('PUT', '/me/webhook', { url: 'https://hooks.quayside.example/' + name });\
        await send('POST', '/matches/run');\
        for (;;) {\
          const run = await (await send('GET', '/matches/run')).json();\
          if (run.state === 'done') break;\
          await new Promise((resolve) => setTimeout(resolve, 50));\
        }\
        return jobs.map((job) => [job.job_id, job.company_id, job.company])";
    let body = format!(
        "const done = arguments[arguments.length - 1]; const args = [...arguments];\
         (async () => {{ {script} }})().then(done, (why) => done(String(why)))"
    );
    let arguments = vec![json!(long), json!(RIGHT_TO_LEFT)];
    let jobs: Value = stage.browser.run_async(&body, arguments).await?;
    let of = |company: &str, at: usize| {
        let mut rows = jobs.as_array().into_iter().flatten();
        let row = rows.find(|row| row[2] == company);
        row.and_then(|row| row[at].as_str())
            .unwrap_or_default()
            .to_owned()
    };
    anyhow::ensure!(!of(&long, 0).is_empty(), "no jobs: {jobs}");
    let pages = vec![
        "/jobs".to_owned(),
        format!("/jobs?q=welder&job={}", of(&long, 0)),
        format!("/jobs?job={}", of(RIGHT_TO_LEFT, 0)),
        "/jobs/for-you".to_owned(),
        format!("/jobs/for-you?job={}", of(&long, 0)),
        "/jobs/saved".to_owned(),
        format!("/jobs/saved?job={}", of(&long, 0)),
        "/jobs/searches".to_owned(),
        "/jobs/boards".to_owned(),
        "/companies".to_owned(),
        format!("/companies/{}", of(&long, 1)),
        "/notifications".to_owned(),
    ];
    Ok((stage, pages))
}

/// Opens whatever is folded away.
async fn unfold(stage: &Stage) -> Result<()> {
    let script = "for (const one of document.querySelectorAll('main details')) one.open = true;\
                  document.querySelector('#filters-button, #wanted-button')?.click()";
    stage.browser.run(script, vec![]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_jobs_passes_the_audit() -> Result<()> {
    let (stage, pages) = stage().await?;
    let mut all = Vec::new();
    for page in &pages {
        stage.open(page, "main h1").await?;
        all.extend(findings(&stage, page).await?);
        unfold(&stage).await?;
        all.extend(findings(&stage, &format!("{page}, unfolded")).await?);
    }
    assert!(all.is_empty(), "{all:#?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn no_page_of_jobs_scrolls_sideways() -> Result<()> {
    let (stage, pages) = stage().await?;
    // A phone, and a window of 1280 × 900 at 200 %.
    for (width, height) in [(360, 740), (640, 450)] {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        stage
            .browser
            .cdp("Emulation.setDeviceMetricsOverride", size)
            .await?;
        for page in &pages {
            check(&stage, page).await?;
            unfold(&stage).await?;
            // Words that leave their box, also where the page itself does not grow by it.
            let out = "return [...document.querySelectorAll('main a, main button, main li, main p, main .pill, main h2, main h3')]\
                .filter((e) => e.checkVisibility() && !e.closest('.sr') && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0\
                  && getComputedStyle(e).overflowX === 'visible' && getComputedStyle(e).display !== 'inline')\
                .map((e) => `${e.tagName}.${e.className}: ${e.textContent.slice(0, 40)}`)";
            let out: Vec<String> = stage.browser.run(out, vec![]).await?;
            assert!(out.is_empty(), "{page} at {width}: {out:#?}");
            // A word of a pill stands on one or two lines, not letter below letter.
            let tall = "return [...document.querySelectorAll('main .pill')].filter((e) => e.checkVisibility() \
                && e.textContent.length < 20 && e.getBoundingClientRect().height > 60).map((e) => e.textContent)";
            let tall: Vec<String> = stage.browser.run(tall, vec![]).await?;
            assert!(tall.is_empty(), "{page} at {width}: {tall:?}");
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_missing_for_a_match_is_said() -> Result<()> {
    let (stage, api) = Stage::signed_in("/jobs/for-you").await?;
    stage
        .until_says("main h2", "Your profile says nothing about your work")
        .await?;
    api.change_profile(|profile| {
        profile.work.push(WorkEntry {
            id: "1".to_owned(),
            company: "River Works".to_owned(),
            title: "Welder".to_owned(),
            ..WorkEntry::default()
        });
    })?;
    stage.open("/jobs/for-you", "#skip-wanted").await?;
    stage.click("#skip-wanted").await?;
    stage.until_says("main h2", "No jobs gathered yet").await?;
    let nurse = json!([{"id": "1", "title": "Nurse", "company": "Example Clinic", "location": "Faro, Portugal",
        "url": "https://clinic.example/1", "description": "You care for people on a ward.\n\nRequirements\n- A licence as a nurse"}]);
    api.import_jobs("ward.json", &nurse.to_string())?;
    stage.click("#run-matches").await?;
    stage
        .until_says("main h2", "No job is near enough to your work")
        .await
}
