//! Jobs around a place, the page of a company, saved jobs in collections, and what one looks for.

use crate::applications::application;
use crate::stage::Stage;
use anyhow::Result;
use foothold_e2e::api::Api;
use serde_json::json;

const LIST: &str = "[aria-label=Jobs] .job-card";

fn import(api: &Api) -> Result<()> {
    let job = |id: &str, title: &str, company: &str, place: &str| {
        json!({"id": id, "title": title, "company": company, "location": place,
            "url": format!("https://jobs.example/{id}"), "description": "You keep the lamps burning.",
            "salary": "EUR 30000 - 40000 per year"})
    };
    let rows = json!([
        job("1", "Lamp keeper", "Wick & Sons Ltd", "Lyon, France"),
        job("2", "Lamp lighter", "Wick and Sons", "Villeurbanne, France"),
        job("3", "Wax melter", "Tallow", "Grenoble, France"),
        job("4", "Snuffer", "Tallow", "Quelque Part, France"),
        job("5", "Chandler", "Tallow", "Portland, OR"),
        job("6", "Candle maker", "Tallow", "Portland, ME"),
    ]);
    api.import_jobs("lamps.json", &rows.to_string())
}

async fn until_listed(stage: &Stage, many: usize) -> Result<()> {
    let script = "return document.querySelectorAll(arguments[0]).length === arguments[1]";
    let what = format!("{many} jobs in the list");
    stage
        .until(&what, script, vec![json!(LIST), json!(many)])
        .await
        .map(drop)
}

async fn press(stage: &Stage, words: &str) -> Result<()> {
    let script = "const found = [...document.querySelectorAll('main button, main a')]\
        .find((e) => e.textContent.trim().startsWith(arguments[0]) && e.checkVisibility());\
        found?.click(); return !!found";
    stage
        .until(&format!("a button {words}"), script, vec![json!(words)])
        .await
        .map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_distance_is_chosen_and_what_is_left_out_is_said() -> Result<()> {
    let (stage, api) = Stage::signed_in("/").await?;
    import(&api)?;
    stage.open("/jobs", LIST).await?;
    stage.click("#filters-button").await?;
    stage.choose("#filter-within", "Within 25 km").await?;
    assert!(stage.message_of("#filter-within").await?.contains("town"));
    stage.write("#filter-place", "Lyon").await?;
    stage.click("[aria-label='Use this place']").await?;
    until_listed(&stage, 2).await?;
    stage.until_says("#around", "Around Lyon").await?;
    stage
        .until_says("#around", "1 more job names no town")
        .await?;
    stage.until_says(LIST, "In this town").await?;
    stage.choose("#filter-within", "Within 100 km").await?;
    until_listed(&stage, 3).await?;
    let here = "return location.search.includes('within_km=100')";
    assert!(stage.browser.run::<bool>(here, vec![]).await?);

    stage
        .open("/jobs?place=Portland&within_km=50", LIST)
        .await?;
    stage.until_says(LIST, "Chandler").await?;
    press(&stage, "Portland, Maine").await?;
    stage.until_says(LIST, "Candle maker").await?;
    stage.until_says("#around", "Around Portland, Maine").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_shows_its_jobs_and_what_was_sent_there() -> Result<()> {
    let (stage, api) = Stage::signed_in("/").await?;
    import(&api)?;
    let mut sent = application("Lamp cleaner", 1);
    sent.company = Some("Wick & Sons".to_owned());
    api.record_application("01900000-0000-7000-8000-00000000000b", &sent)?;
    stage.open("/jobs?q=keeper", LIST).await?;
    stage.click(&format!("{LIST} a")).await?;
    stage.click("#about-company").await?;
    stage.until_says("main h1", "Wick").await?;
    until_listed(&stage, 2).await?;
    stage.until_says("main", "You applied here").await?;
    stage.until_says("main", "Lamp cleaner").await?;
    stage
        .until_says("main dl", "EUR 30,000 to 40,000 (2 jobs)")
        .await?;
    stage.click("#ignore-company").await?;
    stage
        .until_says("#ignore-company", "Show in my matches again")
        .await?;

    press(&stage, "All companies").await?;
    stage.wait_for_page("/companies").await?;
    stage.write("#company-words", "tallow").await?;
    stage.click("form[role=search] button").await?;
    stage
        .until_says("[aria-label=Companies]", "4 open jobs")
        .await?;
    stage.write("#company-words", "nobody").await?;
    stage.click("form[role=search] button").await?;
    stage.until_says("main", "No company of that name").await
}

#[tokio::test(flavor = "multi_thread")]
async fn saved_jobs_are_put_into_collections_with_a_note() -> Result<()> {
    let (stage, api) = Stage::signed_in("/").await?;
    import(&api)?;
    for words in ["keeper", "melter"] {
        stage.open(&format!("/jobs?q={words}"), LIST).await?;
        stage.click(&format!("{LIST} a")).await?;
        stage.click("#save-job").await?;
        stage.until_says("#save-job", "Saved").await?;
    }
    stage.open("/jobs/saved", LIST).await?;
    until_listed(&stage, 2).await?;
    stage.click("#new-collection").await?;
    stage.write("#collection-name", "Short list").await?;
    press(&stage, "Make it").await?;
    stage.until_says("main", "No job is in here").await?;
    press(&stage, "All saved").await?;
    until_listed(&stage, 2).await?;
    stage.click(&format!("{LIST} a")).await?;
    stage.choose("#job-collection", "Short list").await?;
    stage
        .until_says("[aria-label=Collections]", "Short list (1)")
        .await?;
    stage
        .write("#job-note", "Ask about the night shift.")
        .await?;
    stage.click("#save-note").await?;
    stage.until_says(".toast", "Your note is saved").await?;

    stage.open("/jobs/saved", LIST).await?;
    press(&stage, "Short list (1)").await?;
    until_listed(&stage, 1).await?;
    stage.click(&format!("{LIST} a")).await?;
    stage.wait("#job-note").await?;
    assert_eq!(
        stage.value("#job-note").await?,
        "Ask about the night shift."
    );
    stage.click("#rename-collection").await?;
    stage.write("#collection-name", "First choice").await?;
    press(&stage, "Rename").await?;
    stage
        .until_says("[aria-label=Collections]", "First choice (1)")
        .await?;
    stage.click("#delete-collection").await?;
    stage.until_says("#delete-collection", "for good").await?;
    stage.click("#delete-collection").await?;
    until_listed(&stage, 2).await
}

#[tokio::test(flavor = "multi_thread")]
async fn countries_and_pay_are_part_of_what_one_looks_for() -> Result<()> {
    let (stage, _api) = Stage::signed_in("/jobs/for-you").await?;
    // Somebody new is asked without pressing anything.
    stage.wait("#want-countries").await?;
    stage.write("#want-countries", "Norway, Narnia").await?;
    stage.write("#want-pay", "45,000").await?;
    press(&stage, "Save and look for jobs").await?;
    assert!(
        stage
            .message_of("#want-countries")
            .await?
            .contains("Narnia")
    );
    assert!(stage.message_of("#want-pay").await?.contains("currency"));
    stage.write("#want-countries", "Norway, France").await?;
    stage.choose("#want-currency", "EUR").await?;
    press(&stage, "Save and look for jobs").await?;
    stage
        .until_says(".toast", "What you look for is saved")
        .await?;
    stage.open("/jobs/for-you", "#run-state").await?;
    stage.click("#wanted-button").await?;
    stage.wait("#want-countries").await?;
    assert_eq!(stage.value("#want-countries").await?, "Norway, France");
    assert_eq!(stage.value("#want-pay").await?, "45000");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_of_one_long_word_stays_within_the_page() -> Result<()> {
    let (stage, api) = Stage::signed_in("/").await?;
    let name = "Lampenanzuenderhandwerkergesellschaft".repeat(4);
    let jobs = json!([{"id": "1", "title": "Keeper", "company": name,
        "url": "https://jobs.example/1", "description": "You keep the lamps burning."}]);
    api.import_jobs("long.json", &jobs.to_string())?;
    stage
        .open("/companies", "main a[href^='/companies/']")
        .await?;
    stage.click("main a[href^='/companies/']").await?;
    stage.until_says("main h1", "Lampenanzuender").await?;
    let fits =
        "return document.documentElement.scrollWidth <= document.documentElement.clientWidth";
    stage.until("nothing to scroll to", fits, vec![]).await?;
    Ok(())
}
