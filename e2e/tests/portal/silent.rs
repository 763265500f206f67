//! The server is silent, or asks for patience, while a person looks for jobs: said, nothing lost, and well again by itself.

use crate::stage::Stage;
use anyhow::Result;
use foothold_e2e::api::Api;
use foothold_shared::profile::WorkEntry;
use serde_json::json;

const LIST: &str = "[aria-label=Jobs] .job-card";

fn import(api: &Api) -> Result<()> {
    let job = |id: &str, title: &str| {
        json!({"id": id, "title": title, "company": format!("Quayside {id}"), "location": "Porto, Portugal",
            "url": format!("https://jobs.quayside.example/{id}"), "description": "Ships are mended."})
    };
    let rows = json!([job("1", "Welder"), job("2", "Pilot")]);
    api.import_jobs("yard.json", &rows.to_string())
}

async fn until_listed(stage: &Stage, many: usize) -> Result<()> {
    let script = "return document.querySelectorAll(arguments[0]).length === arguments[1]";
    let what = format!("{many} jobs in the list");
    stage
        .until(&what, script, vec![json!(LIST), json!(many)])
        .await
        .map(drop)
}

/// From now on the page's questions to these paths are answered by `answer`, a function of the real `ask`; `window.asked`
/// counts them.
async fn stand_between(stage: &Stage, path: &str, answer: &str) -> Result<()> {
    let script = format!(
        "const ask = window.realFetch ??= window.fetch.bind(window); window.asked = 0;\
         const answer = {answer};\
         window.fetch = (address, init) => new URL(address, location.href).pathname.endsWith(arguments[0])\
           ? (window.asked += 1, answer(() => ask(address, init), init?.method ?? 'GET')) : ask(address, init)"
    );
    stage.browser.run::<()>(&script, vec![json!(path)]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_comes_by_itself_once_the_server_is_back() -> Result<()> {
    let (mut stage, api) = Stage::signed_in("/").await?;
    import(&api)?;
    stage.open("/jobs", LIST).await?;
    stage.click(&format!("{LIST} a")).await?;
    stage.wait("#save-job").await?;
    stage.backend.stop();
    // What cannot be kept is said, and shown as it was.
    stage.click("#save-job").await?;
    stage
        .until_says(".toast", "Not saved. We cannot reach the server")
        .await?;
    stage.until_says("#save-job", "Save").await?;
    stage.write("#job-words", "welder").await?;
    stage.click("form[role=search] button").await?;
    stage
        .until_says("main [role=alert]", "We cannot reach the server")
        .await?;
    stage.backend.restart().await?;
    until_listed(&stage, 1).await?;
    assert_eq!(stage.value("#job-words").await?, "welder");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_opened_while_nobody_answers_comes_by_itself() -> Result<()> {
    let (stage, api) = Stage::signed_in("/jobs/saved").await?;
    import(&api)?;
    stage.until_says("main", "No saved jobs").await?;
    stand_between(
        &stage,
        "/jobs",
        "(ask) => window.asked < 3 ? Promise.reject(new TypeError('gone')) : ask()",
    )
    .await?;
    stage.click("main .tint a.primary").await?;
    stage
        .until_says("main [role=alert]", "We cannot reach the server")
        .await?;
    until_listed(&stage, 2).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_asks_for_seconds_is_asked_again_and_for_minutes_is_said() -> Result<()> {
    let (stage, api) = Stage::signed_in("/").await?;
    import(&api)?;
    stage.open("/jobs?q=pilot", LIST).await?;
    let busy = |seconds: u32| {
        format!(
            "(ask) => window.asked > 1 ? ask() : Promise.resolve(new Response('<html>busy</html>', \
             {{ status: 503, headers: {{ 'Retry-After': '{seconds}' }} }}))"
        )
    };
    stand_between(&stage, "/jobs", &busy(1)).await?;
    stage.write("#job-words", "welder").await?;
    stage.click("form[role=search] button").await?;
    stage.until_says(LIST, "Welder").await?;
    let asked: usize = stage.browser.run("return window.asked", vec![]).await?;
    assert_eq!(asked, 2, "once more, and nobody saw a failure");

    // A longer wait is the person's to know; the list comes by itself all the same.
    stand_between(&stage, "/jobs", &busy(300)).await?;
    stage.write("#job-words", "pilot").await?;
    stage.click("form[role=search] button").await?;
    stage
        .until_says("main [role=alert]", "Try again in 5 minutes")
        .await?;
    stage.until_says(LIST, "Pilot").await?;

    // What changes something is never sent twice by itself.
    stage.click(&format!("{LIST} a")).await?;
    stage.wait("#save-job").await?;
    let id: String = stage
        .browser
        .run(
            "return new URL(location.href).searchParams.get('job')",
            vec![],
        )
        .await?;
    stand_between(&stage, &format!("/me/saved-jobs/{id}"), &busy(1)).await?;
    stage.click("#save-job").await?;
    stage
        .until_says(".toast", "Not saved. The server is busy")
        .await?;
    let asked: usize = stage.browser.run("return window.asked", vec![]).await?;
    assert_eq!(asked, 1);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_for_matches_is_followed_over_a_silence() -> Result<()> {
    let (stage, api) = Stage::signed_in("/").await?;
    import(&api)?;
    api.change_profile(|profile| {
        profile.work.push(WorkEntry {
            id: "1".to_owned(),
            company: "River Works".to_owned(),
            title: "Welder".to_owned(),
            ..WorkEntry::default()
        });
    })?;
    stage.open("/jobs/for-you", "#skip-wanted").await?;
    // A search on a server with more jobs than a test has: it runs, the server goes, and comes back.
    let script = "(ask, method) => method !== 'GET' || window.now === 'real' ? ask() : window.now === 'away' ? \
                  Promise.reject(new TypeError('gone')) : Promise.resolve(Response.json({ state: 'running', \
                  asked_at_ms: 1, ended_at_ms: null, postings: 900, looked: 300, found: 0, next_at_ms: null }))";
    stand_between(&stage, "/matches/run", script).await?;
    stage.click("#skip-wanted").await?;
    stage
        .until_says("#run-state", "Looked at 300 of 900 jobs")
        .await?;
    let turn = "window.now = arguments[0]";
    stage.browser.run::<()>(turn, vec![json!("away")]).await?;
    stage
        .until_says("#run-state", "The server does not answer")
        .await?;
    stage
        .until_says("#run-state", "Looked at 300 of 900 jobs")
        .await?;
    stage.browser.run::<()>(turn, vec![json!("real")]).await?;
    stage.until_says("#run-state", "found").await?;
    stage.until_says(LIST, "Welder").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_was_not_taken_is_kept_and_sent_again() -> Result<()> {
    let (mut stage, _api) = Stage::signed_in("/jobs/boards").await?;
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("jobs.csv");
    std::fs::write(
        &path,
        "title,company,url\nWelder,Quayside,https://jobs.quayside.example/1\n",
    )?;
    stage.backend.stop();
    stage
        .find_hidden("#jobs-file")
        .await?
        .send_keys(&path.to_string_lossy())
        .await?;
    stage
        .until_says("main .note", "We cannot reach the server")
        .await?;
    stage.until_says("#import-again", "jobs.csv").await?;
    stage.backend.restart().await?;
    stage.click("#import-again").await?;
    stage.until_says("main .note", "1 job is new").await
}
