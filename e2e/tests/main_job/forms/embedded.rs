//! A form in a frame of another origin, on the company's own page.

use crate::page::{enter_frame, submit};
use crate::stage::Stage;
use crate::{expect, page, person};
use anyhow::Result;

#[tokio::test(flavor = "multi_thread")]
async fn a_form_in_a_frame_of_another_origin() -> Result<()> {
    let mut profile = person::profile();
    // The other way round than in the other tests: nothing here is answered by habit.
    profile.work_eligibility[0].authorized = Some(true);
    profile.work_eligibility[0].needs_sponsorship = Some(true);
    let (stage, api) = Stage::connected(&profile).await?;
    let browser = &stage.browser;
    let form = stage.jobs.form("tidewell-field-technician");
    stage.open(&form, "#grnhse_iframe").await?;
    enter_frame(browser, "#grnhse_iframe").await?;
    page::wait(browser, "#first_name").await?;

    let understood = stage.look().await?;
    assert!(
        understood.iter().any(|line| line.list == "will-fill"),
        "nothing of the frame is understood: {understood:#?}"
    );
    let filled = stage.fill().await?;
    expect::no_trouble(&filled);
    page::assert_traps_untouched(browser).await?;
    enter_frame(browser, "#grnhse_iframe").await?;
    page::assert_traps_untouched(browser).await?;

    super::greenhouse::consent(browser).await?;
    let submission = stage.submission(&submit(browser, "[data-qa=submit]").await?)?;
    expect::submitted(
        &submission,
        &[
            ("First Name", "Mara"),
            ("Last Name", "Lindqvist"),
            ("Preferred First Name", "Mari"),
            ("Email", "mara.lindqvist@mail.example"),
            ("Country", "US"),
            ("Phone", "503 555 0142"),
            ("Location (City)", "Portland, Oregon, United States"),
            (
                "LinkedIn Profile",
                "https://www.linkedin.com/in/mara-lindqvist-example",
            ),
            ("Website", "https://mara.example"),
            ("Are you authorized to work in the US?", "Yes"),
            (
                "Do you require visa sponsorship, now or in the future?",
                "Yes",
            ),
            (
                "I have read the privacy notice and agree to the processing of my data",
                "on",
            ),
            ("Gender", "Female"),
            ("Are you Hispanic/Latino?", "No"),
            // Asked only because of the answer before it.
            ("Race", "White"),
            ("Veteran Status", "I don't wish to answer"),
        ],
    );
    expect::resume(&submission, "resume")?;
    let receipt = api.receipts()?.remove(0);
    assert_eq!(
        receipt.job_title.as_deref(),
        Some("Field Technician, Gauges")
    );
    Ok(())
}
