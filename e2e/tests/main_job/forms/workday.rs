//! A form like Workday's: six screens at one address. Each is filled with one click; the person adds
//! the rows, answers what is theirs to answer, and presses Next and Submit.

use crate::page::{click, click_text, submit, tick, wait};
use crate::stage::Stage;
use crate::{expect, person};
use anyhow::Result;

const NEXT: &str = "[data-automation-id=pageFooterNextButton]";

fn screen(id: &str) -> String {
    format!("[data-automation-id={id}]")
}

#[tokio::test(flavor = "multi_thread")]
async fn workday_screen_by_screen() -> Result<()> {
    let (stage, _api) = Stage::connected(&person::profile()).await?;
    let browser = &stage.browser;
    let form = stage.jobs.form("brackwater-operations-analyst");

    stage.open(&form, &screen("applyFlowMyInfoPage")).await?;
    stage.fill_screen().await?;
    wait(browser, &screen("applyFlowMyInfoPage")).await?;
    tick(
        browser,
        "[data-automation-id=formField-candidateIsPreviousWorker]",
        "No",
    )
    .await?;
    click(browser, "#phoneType").await?;
    click_text(browser, "#phoneType-list li", "Mobile").await?;
    click(browser, NEXT).await?;

    wait(browser, &screen("applyFlowMyExpPage")).await?;
    let add_work = "[data-automation-id=workExperienceSection] [data-automation-id=add-button]";
    click(browser, add_work).await?;
    click(browser, add_work).await?;
    click(
        browser,
        "[data-automation-id=educationSection] [data-automation-id=add-button]",
    )
    .await?;
    stage.fill_screen().await?;
    click(browser, NEXT).await?;

    wait(browser, &screen("applyFlowPrimaryQuestionsPage")).await?;
    stage.fill_screen().await?;
    click(browser, NEXT).await?;

    wait(browser, &screen("applyFlowVoluntaryDisclosuresPage")).await?;
    stage.fill_screen().await?;
    tick(
        browser,
        "[data-automation-id=termsAndConditionsSection]",
        "Yes, I have read",
    )
    .await?;
    click(browser, NEXT).await?;

    // The person signs this one or leaves it: nothing in the profile answers it.
    wait(browser, &screen("applyFlowSelfIdentifyPage")).await?;
    click(browser, NEXT).await?;

    wait(browser, &screen("applyFlowReviewPage")).await?;
    assert_eq!(
        stage.jobs.applications()?,
        0,
        "nobody but the person submits"
    );
    let submission = stage.submission(&submit(browser, NEXT).await?)?;
    expect::submitted(
        &submission,
        &[
            ("Have you previously worked for this company?", "No"),
            ("Country", "US"),
            ("First Name", "Mara"),
            ("Last Name", "Lindqvist"),
            ("Address Line 1", "14 Alder Street"),
            ("City", "Portland"),
            ("State", "Oregon"),
            ("Postal Code", "97205"),
            ("Email", "mara.lindqvist@mail.example"),
            ("Phone Device Type", "Mobile"),
            ("Country Phone Code", "US"),
            ("Phone Number", "503 555 0142"),
            ("workExperience[0] Job Title", "Senior Data Analyst"),
            ("workExperience[0] Company", "Cold Ferry Analytics"),
            ("workExperience[0] Location", "Portland, OR"),
            ("workExperience[0] I currently work here", "on"),
            ("workExperience[0] From", "2021-03"),
            (
                "workExperience[0] Role Description",
                "Forecasts for refrigerated freight.",
            ),
            ("workExperience[1] Job Title", "Data Analyst"),
            ("workExperience[1] Company", "Northbank Maps"),
            ("workExperience[1] Location", "Seattle, WA"),
            ("workExperience[1] From", "2017-09"),
            ("workExperience[1] To", "2021-02"),
            (
                "workExperience[1] Role Description",
                "Quality checks of street data.",
            ),
            (
                "education[0] School or University",
                "Willamette Institute of Technology",
            ),
            ("education[0] Degree", "Master's Degree"),
            ("education[0] Field of Study", "Statistics"),
            ("education[0] From (year)", "2015"),
            ("education[0] To (year)", "2017"),
            (
                "LinkedIn Profile",
                "https://www.linkedin.com/in/mara-lindqvist-example",
            ),
            (
                "Are you legally authorized to work in the country in which this job is located?",
                "Yes",
            ),
            (
                "Will you now or in the future require sponsorship to work in the United States?",
                "No",
            ),
            ("Are you willing to relocate?", "No"),
            ("What is your desired annual salary?", "125000 USD"),
            ("Race", "White (Not Hispanic or Latino)"),
            ("Gender", "Female"),
            ("Veteran Status", "I don't wish to answer"),
            (
                "Yes, I have read and consent to the terms and conditions",
                "on",
            ),
        ],
    );
    expect::resume(&submission, "resume")
}
