//! A form like SmartRecruiters': every control in shadow roots inside shadow roots, rows under "Add".

use crate::page::{DEEP, LIMIT, click_found};
use crate::stage::Stage;
use crate::{expect, person};
use anyhow::Result;
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn a_form_in_nested_shadow_roots() -> Result<()> {
    let (stage, _api) = Stage::connected(&person::profile()).await?;
    let browser = &stage.browser;
    let form = stage.jobs.form("ostrander-insights-lead");
    stage.open(&form, "sr-application").await?;
    stage.fill_screen().await?;

    let ticked: usize = browser
        .run(
            &format!("return {DEEP}.filter((box) => box.checked).length"),
            vec![json!("input[type=checkbox]#consent")],
        )
        .await?;
    assert_eq!(ticked, 0, "consent is the person's");
    let consent = format!("{DEEP}[0]");
    click_found(
        browser,
        "the consent box",
        &consent,
        vec![json!("input[type=checkbox]#consent")],
    )
    .await?;
    assert_eq!(stage.jobs.applications()?, 0);
    click_found(
        browser,
        "the button that sends",
        &consent,
        vec![json!("button.send")],
    )
    .await?;
    let answer = browser
        .wait_until(
            "the confirmation, or what is wrong",
            &format!(
                "return document.querySelector('#confirmation-number') ? location.pathname\
                 : {DEEP}.filter((at) => at.textContent).map((at) => at.getRootNode().textContent)\
                   .join().replace(/:host[^}}]*}}/g, '')"
            ),
            vec![json!("[role=alert]")],
            LIMIT,
        )
        .await?;
    let path = answer.as_str().unwrap_or_default();
    assert!(path.starts_with("/thanks/"), "it was not taken: {answer}");
    let submission = stage.submission(path.trim_start_matches("/thanks/"))?;
    expect::submitted(
        &submission,
        &[
            ("First Name", "Mara"),
            ("Last Name", "Lindqvist"),
            ("Email", "mara.lindqvist@mail.example"),
            ("Phone", "+1 503 555 0142"),
            ("City", "Portland, Oregon, United States"),
            ("experience[0] Job Title", "Senior Data Analyst"),
            ("experience[0] Company", "Cold Ferry Analytics"),
            ("experience[0] Location", "Portland, OR"),
            (
                "experience[0] Role Description",
                "Forecasts for refrigerated freight.",
            ),
            ("experience[0] I currently work here", "on"),
            ("experience[0] From", "2021-03"),
            ("experience[1] Job Title", "Data Analyst"),
            ("experience[1] Company", "Northbank Maps"),
            ("experience[1] Location", "Seattle, WA"),
            (
                "experience[1] Role Description",
                "Quality checks of street data.",
            ),
            ("experience[1] From", "2017-09"),
            ("experience[1] To", "2021-02"),
            (
                "education[0] School or University",
                "Willamette Institute of Technology",
            ),
            ("education[0] Field of Study", "Statistics"),
            ("education[0] Degree", "Master of Science"),
            ("education[0] From (year)", "2015"),
            ("education[0] To (year)", "2017"),
            (
                "LinkedIn URL",
                "https://www.linkedin.com/in/mara-lindqvist-example",
            ),
            ("Website", "https://mara.example"),
            (
                "Are you legally authorized to work in the United States?",
                "Yes",
            ),
            (
                "Do you now, or will you in the future, require sponsorship to work in the United States?",
                "No",
            ),
            (
                "I have read the privacy notice and agree to the processing of my data",
                "on",
            ),
        ],
    );
    expect::resume(&submission, "resume")
}
