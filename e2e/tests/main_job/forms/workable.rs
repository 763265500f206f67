//! A form like Workable's: it draws all of itself anew after every change, so no element that was
//! looked at stands when its turn comes. Rows are added under "+ Add".

use crate::page::{submit, tick};
use crate::stage::Stage;
use crate::{expect, person};
use anyhow::Result;

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_draws_itself_anew_after_every_change() -> Result<()> {
    let (stage, _api) = Stage::connected(&person::profile()).await?;
    let browser = &stage.browser;
    let form = stage.jobs.form("larkspur-data-analyst");
    stage.open(&form, "#firstname").await?;
    stage.fill_screen().await?;

    tick(browser, "#app", "I have read the privacy notice").await?;
    let submission = stage.submission(&submit(browser, ".wk-submit").await?)?;
    expect::submitted(
        &submission,
        &[
            ("First Name", "Mara"),
            ("Last Name", "Lindqvist"),
            ("Email", "mara.lindqvist@mail.example"),
            ("Headline", "Senior Data Analyst"),
            ("Phone", "+1 503 555 0142"),
            (
                "Address",
                "14 Alder Street, Portland, Oregon 97205, United States",
            ),
            (
                "education[0] School or University",
                "Willamette Institute of Technology",
            ),
            ("education[0] Field of Study", "Statistics"),
            ("education[0] Degree", "Master of Science"),
            ("education[0] Start Date", "2015-09"),
            ("education[0] End Date", "2017-06"),
            ("experience[0] Job Title", "Senior Data Analyst"),
            ("experience[0] Company", "Cold Ferry Analytics"),
            (
                "experience[0] Role Description",
                "Forecasts for refrigerated freight.",
            ),
            ("experience[0] I currently work here", "on"),
            ("experience[0] Start Date", "2021-03"),
            ("experience[1] Job Title", "Data Analyst"),
            ("experience[1] Company", "Northbank Maps"),
            (
                "experience[1] Role Description",
                "Quality checks of street data.",
            ),
            ("experience[1] Start Date", "2017-09"),
            ("experience[1] End Date", "2021-02"),
            (
                "Are you legally authorized to work in the United States?",
                "Yes",
            ),
            (
                "Will you now or in the future require visa sponsorship?",
                "No",
            ),
            ("Are you willing to relocate?", "No"),
            (
                "I have read the privacy notice and agree to the processing of my data",
                "on",
            ),
        ],
    );
    expect::resume(&submission, "resume")
}
