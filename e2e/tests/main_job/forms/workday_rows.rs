//! A form like Workday's that reads the résumé: what it makes of it stands in rows, some of it wrong;
//! the fill corrects those, adds what is missing, and doubles nothing.

use crate::page::{click, click_text, submit, tick, wait};
use crate::stage::Stage;
use crate::{expect, person};
use anyhow::Result;
use foothold_e2e::api::Api;
use foothold_shared::profile::Skill;

const NEXT: &str = "[data-automation-id=pageFooterNextButton]";
const RESUME: &str = "Mara-Lindqvist-2026.pdf";

fn screen(id: &str) -> String {
    format!("[data-automation-id={id}]")
}

/// A résumé that the form's reader understands in part: the older job comes first and under an
/// older title, its end is missing, the present job is not in it.
fn resume() -> Vec<u8> {
    foothold_e2e::pdf::lines(
        &[
            "Mara Lindqvist",
            "Junior Data Analyst | Northbank Maps | Seattle, WA | Sep 2017 - summer 2021",
            "Street data, checked.",
            "Master of Science in Statistics | Willamette Institute of Technology | 2015 - 2017",
        ],
        0,
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_read_from_the_resume_are_corrected_and_not_doubled() -> Result<()> {
    let mut profile = person::profile();
    profile.skills = ["SQL", "Statistics"]
        .map(|name| Skill {
            name: name.into(),
            years: None,
        })
        .into();
    let stage = Stage::empty().await?;
    let api = Api::register(stage.backend.origin(), person::ACCOUNT, person::PASSWORD)?;
    api.save_profile(&profile)?;
    api.upload_resume(RESUME, &resume())?;
    stage.connect(&api.device_token()?).await?;
    let browser = &stage.browser;

    let form = stage.jobs.form("saltmarsh-planning-analyst");
    stage.open(&form, &screen("applyFlowMyInfoPage")).await?;
    stage.fill_screen().await?;
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
    stage.fill_screen().await?;
    click(browser, NEXT).await?;

    wait(browser, &screen("applyFlowPrimaryQuestionsPage")).await?;
    stage.fill_screen().await?;
    click(browser, NEXT).await?;
    wait(browser, &screen("applyFlowVoluntaryDisclosuresPage")).await?;
    tick(
        browser,
        "[data-automation-id=termsAndConditionsSection]",
        "Yes, I have read",
    )
    .await?;
    click(browser, NEXT).await?;
    wait(browser, &screen("applyFlowReviewPage")).await?;
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
            ("workExperience[0] Job Title", "Data Analyst"),
            ("workExperience[0] Company", "Northbank Maps"),
            ("workExperience[0] Location", "Seattle, WA"),
            ("workExperience[0] From", "2017-09"),
            ("workExperience[0] To", "2021-02"),
            (
                "workExperience[0] Role Description",
                "Quality checks of street data.",
            ),
            ("workExperience[1] Job Title", "Senior Data Analyst"),
            ("workExperience[1] Company", "Cold Ferry Analytics"),
            ("workExperience[1] Location", "Portland, OR"),
            ("workExperience[1] I currently work here", "on"),
            ("workExperience[1] From", "2021-03"),
            (
                "workExperience[1] Role Description",
                "Forecasts for refrigerated freight.",
            ),
            (
                "education[0] School or University",
                "Willamette Institute of Technology",
            ),
            ("education[0] Degree", "Master's Degree"),
            ("education[0] Field of Study", "Statistics"),
            ("education[0] From (year)", "2015"),
            ("education[0] To (year)", "2017"),
            ("Type to Add Skills", "SQL | Statistics"),
            (
                "LinkedIn Profile",
                "https://www.linkedin.com/in/mara-lindqvist-example",
            ),
            (
                "Are you legally authorized to work in the United States?",
                "Yes",
            ),
            (
                "Yes, I have read and consent to the terms and conditions",
                "on",
            ),
        ],
    );
    assert_eq!(submission.file("resume")?.0, RESUME);
    Ok(())
}
