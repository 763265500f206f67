//! How a job stands with the person: the score with its reasons, saving, and what they sent to its company before.

use crate::stand::{LIMIT, Stand};
use crate::tailor::with_history;
use anyhow::Result;
use foothold_shared::application::NewApplication;
use serde_json::json;

/// A page for an address; `None` where it is not one of these.
pub(crate) fn page(path: &str) -> Option<String> {
    Some(match path {
        // Asks for what the person does not have.
        "/standing/ruled-out" => job(
            "Fjord Bakery",
            "<li>Experience with sourdough</li><li>Fluent Norwegian is required</li>",
        ),
        "/standing/long" => job(
            "Gebrüder Vollkornbäckerei Aktiengesellschaft für Backwaren",
            "<li>Experience with sourdough</li>",
        ),
        // Two jobs on one page, and nothing says which one is meant.
        "/standing/two" => format!(
            "<h1>Work with us</h1><article><h2>Night Baker</h2><p>We bake rye bread at night.</p></article>\
             <article><h2>Shop Clerk</h2><p>You sell what we bake.</p></article>\
             <script type=\"application/ld+json\">[{},{}]</script>",
            posting("Night Baker"),
            posting("Shop Clerk")
        ),
        // A list, whose heading is no job's.
        "/standing/list" => {
            let jobs = ["Night Baker", "Shop Clerk", "Driver"];
            let scripts = jobs.map(|title| {
                format!(
                    "<script type=\"application/ld+json\">{}</script>",
                    posting(title)
                )
            });
            format!("<h1>Open jobs</h1><p>Three jobs.</p>{}", scripts.concat())
        }
        _ => return None,
    })
}

fn posting(title: &str) -> String {
    format!(
        "{{\"@context\":\"https://schema.org\",\"@type\":\"JobPosting\",\"title\":\"{title}\",\
         \"hiringOrganization\":{{\"@type\":\"Organization\",\"name\":\"Fjord Bakery\"}},\
         \"description\":\"<p>We bake rye bread.</p>\"}}"
    )
}

fn job(company: &str, asked: &str) -> String {
    format!(
        "<h1>Night Baker</h1><p>{company}, Ulm, Germany</p><h2>About the job</h2>\
         <p>We bake rye bread at night, six days a week, and you are the one who opens the ovens.</p>\
         <h2>Requirements</h2><ul>{asked}</ul>\
         <script type=\"application/ld+json\">{{\"@context\":\"https://schema.org\",\"@type\":\"JobPosting\",\
         \"title\":\"Night Baker\",\"hiringOrganization\":{{\"@type\":\"Organization\",\"name\":\"{company}\"}},\
         \"description\":\"<p>We bake rye bread at night.</p><h3>Requirements</h3><ul>{asked}</ul>\"}}</script>"
    )
}

fn sent(title: &str, company: &str, submitted_at_ms: i64) -> NewApplication {
    NewApplication {
        page_url: "https://oven.example/apply".into(),
        job_title: Some(title.into()),
        company: Some(company.into()),
        submitted_at_ms,
        ..NewApplication::default()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_is_weighed_with_its_reasons_and_earlier_applications_are_told() -> Result<()> {
    let (mut stand, account) = Stand::connected().await?;
    with_history(&account)?;
    // From another browser, or by hand: this one has no receipt of it.
    account.record_application(
        "7c9e6679-7425-40de-944b-e07fc1f90ae7",
        &sent("Shop Clerk", "Oven & Sons GmbH", 1_790_000_000_000),
    )?;
    stand.open_page("/tailor/apply").await?;
    stand.open_popup().await?;
    stand.wait_text("#fit", "of 100").await?;
    stand
        .wait_text(
            "#applied",
            "You already applied to Oven & Sons GmbH: Shop Clerk, on",
        )
        .await?;
    stand.wait_text("#applied", "2026").await?;
    let hidden = "return document.querySelector('#why').open === false";
    assert!(stand.browser.run::<bool>(hidden, vec![]).await?);
    stand.click("#why summary").await?;
    stand
        .wait_text("#why [data-part=Skills]", "Crumb Bakery")
        .await?;
    let parts: f64 = stand
        .browser
        .run(
            "const number = (at) => parseFloat(at.textContent); \
             return [...document.querySelectorAll('#why li[data-part] .figures')].map(number).reduce((a, b) => a + b, 0)",
            vec![],
        )
        .await?;
    let score: f64 = stand
        .browser
        .run(
            "return parseFloat(document.querySelector('#fit').textContent.replace(/^\\D+/, ''))",
            vec![],
        )
        .await?;
    assert!(
        (parts - score).abs() < 1.5,
        "the parts make {parts}, the score is {score}"
    );

    // The answer is kept: without a server the same is shown, also by another worker.
    stand.backend.stop();
    stand.end_worker().await?;
    stand.open_popup().await?;
    stand.wait_text("#fit", "of 100").await?;

    // Of another job nothing is known then, and that is said; the form can be filled all the same.
    stand.open_page("/tailor/elsewhere").await?;
    stand.open_popup().await?;
    stand
        .wait_text("#fit", "The server cannot be reached")
        .await?;
    stand.wait("#weigh-again").await?;
    stand.click("#save-job").await?;
    stand
        .wait_text("#trouble", "The server cannot be reached")
        .await?;
    stand.wait_text("#save-job", "Save job").await?;
    stand.fill().await?;
    assert_eq!(stand.values(&["first_name"]).await?, ["Ada"]);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_of_two_jobs_says_so_and_a_page_of_one_does_not() -> Result<()> {
    let (stand, account) = Stand::connected().await?;
    with_history(&account)?;
    stand.open_page("/standing/two").await?;
    stand.open_popup().await?;
    stand
        .wait_text("#several", "This page tells of 2 jobs")
        .await?;
    stand.wait_text("#job", "Night Baker").await?;
    stand.open_page("/standing/long").await?;
    stand.open_popup().await?;
    stand.wait_text("#fit", "of 100").await?;
    let none = "return !document.querySelector('#several')";
    assert!(stand.browser.run::<bool>(none, vec![]).await?);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_of_jobs_is_no_job() -> Result<()> {
    let (stand, account) = Stand::connected().await?;
    with_history(&account)?;
    stand.open_page("/standing/list").await?;
    stand.open_popup().await?;
    stand
        .wait_text("#several", "This page lists 3 jobs")
        .await?;
    let none = "return !document.querySelector('#fit, #weighing, #save-job, #tailor, #job')";
    assert!(stand.browser.run::<bool>(none, vec![]).await?);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_strictly_asked_for_and_missing_is_shown_as_such() -> Result<()> {
    let (stand, account) = Stand::connected().await?;
    with_history(&account)?;
    account.change_profile(|profile| {
        profile.languages = vec![foothold_shared::profile::LanguageSkill {
            language: "de".into(),
            ..Default::default()
        }];
    })?;
    stand.open_page("/standing/ruled-out").await?;
    stand.open_popup().await?;
    stand.wait_text("#knockouts", "Norwegian").await?;
    stand.wait_text("main", "Ruled out").await?;
    // A profile with nothing in it is not compared with anything.
    account.change_profile(|profile| {
        profile.work.clear();
        profile.skills.clear();
        profile.summary.clear();
    })?;
    let sync = "return chrome.runtime.sendMessage({ kind: 'sync', older_than_ms: 0 })";
    stand.in_own::<serde_json::Value>(sync, vec![]).await?;
    stand.open_popup().await?;
    stand
        .wait_text("#fit", "Your profile holds nothing yet")
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_is_saved_where_the_portal_shows_it() -> Result<()> {
    let (stand, account) = Stand::connected().await?;
    with_history(&account)?;
    stand
        .open_page("/tailor/job?jid=12345&utm_source=feed")
        .await?;
    stand.open_popup().await?;
    stand.wait_text("#fit", "of 100").await?;
    // With keys alone: backwards from where the focus is to the button, and pressed.
    let there = "document.querySelector('#tailor').focus(); return true";
    stand.browser.run::<bool>(there, vec![]).await?;
    let keys = |text: &str| {
        let text = text.to_owned();
        let client = stand.browser.client().clone();
        async move { client.active_element().await?.send_keys(&text).await }
    };
    for _ in 0..6 {
        let id: String = stand
            .browser
            .run("return document.activeElement.id", vec![])
            .await?;
        if id == "save-job" {
            break;
        }
        keys("\u{E008}\u{E004}").await?;
    }
    keys("\u{E007}").await?;
    stand.wait_text("#saved-jobs", "Your saved jobs").await?;
    let saved = account.saved_jobs()?;
    assert_eq!(saved.len(), 1);
    assert_eq!(
        (saved[0].title.as_str(), saved[0].company.as_str()),
        ("Night Baker", "Oven and Sons")
    );
    assert!(
        saved[0].own && saved[0].link.url.ends_with("/tailor/job?jid=12345"),
        "{}",
        saved[0].link.url
    );
    let address: String = stand
        .browser
        .run("return document.querySelector('#saved-jobs').href", vec![])
        .await?;
    assert_eq!(address, format!("{}/jobs/saved", stand.backend.origin()));

    // Elsewhere on the way to the form it is the same job only at the same address; it can be taken back.
    stand.end_worker().await?;
    stand.open_popup().await?;
    stand.wait_text("#save-job", "Saved").await?;
    stand.click("#save-job").await?;
    stand.wait_text("#save-job", "Save job").await?;
    assert!(account.saved_jobs()?.is_empty());
    // Saved again by somebody who opens the same page, a job is there once.
    for _ in 0..2 {
        stand.click("#save-job").await?;
        stand.wait_text("#save-job", "Saved").await?;
        stand.open_popup().await?;
        stand.wait_text("#save-job", "Saved").await?;
        stand.click("#save-job").await?;
        stand.wait_text("#save-job", "Save job").await?;
    }
    assert!(account.saved_jobs()?.is_empty());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_asked_about_a_page_that_nobody_asked_about() -> Result<()> {
    let (stand, account) = Stand::connected().await?;
    with_history(&account)?;
    stand.open_page("/tailor/job").await?;
    let tab = stand.tab().await?;
    let known = "const all = await chrome.storage.session.get(null); \
                 return Object.keys(all).filter((name) => name.endsWith(`:${args[0]}`) && \
                 (name.startsWith('standing') || name.startsWith('looked_at')))";
    let standing = "return chrome.runtime.sendMessage({ kind: 'standing', tab: args[0] })";
    let answer: serde_json::Value = stand.in_own(standing, vec![json!(tab)]).await?;
    assert_eq!(answer["Err"]["kind"], "no_posting");
    let names: Vec<String> = stand.in_own(known, vec![json!(tab)]).await?;
    assert!(names.is_empty(), "{names:?}");
    // The panel in front of it waits to be told.
    stand.open_own("panel.html").await?;
    stand.settled().await?;
    let names: Vec<String> = stand.in_own(known, vec![json!(tab)]).await?;
    assert!(names.is_empty(), "{names:?}");
    // Told to, it shows the same as the popup.
    stand.open_own(&format!("panel.html?tab={tab}")).await?;
    stand.settled().await?;
    stand.wait_text("#fit", "of 100").await?;
    stand.wait("#save-job").await
}

#[tokio::test(flavor = "multi_thread")]
async fn long_names_stay_within_the_popup() -> Result<()> {
    let (stand, account) = Stand::connected().await?;
    with_history(&account)?;
    let company = "Gebrüder Vollkornbäckerei Aktiengesellschaft für Backwaren";
    for (at, id) in [
        "7c9e6679-7425-40de-944b-e07fc1f90ae1",
        "7c9e6679-7425-40de-944b-e07fc1f90ae2",
    ]
    .into_iter()
    .enumerate()
    {
        let title = "Stellvertretende Backstubenleitung".repeat(3);
        account.record_application(id, &sent(&title, company, 1_790_000_000_000 + at as i64))?;
    }
    stand.open_page("/standing/long").await?;
    stand.open_popup().await?;
    stand.wait_text("#fit", "of 100").await?;
    stand.wait_text("#applied", "Backstubenleitung").await?;
    stand.click("#why summary").await?;
    let fits = "return document.querySelector('main').scrollWidth <= document.querySelector('main').clientWidth \
                && [...document.querySelectorAll('main *')].every((at) => at.closest('.sr') \
                || at.getBoundingClientRect().right <= document.querySelector('main').getBoundingClientRect().right + 1)";
    stand
        .browser
        .wait_until("everything to stay within", fits, vec![], LIMIT)
        .await?;
    Ok(())
}
