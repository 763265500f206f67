//! One form with the controls of many libraries: each takes what the profile says, and nothing else.

use crate::page::{submit, tick};
use crate::stage::Stage;
use crate::{expect, person};
use anyhow::Result;
use foothold_shared::profile::Skill;

#[tokio::test(flavor = "multi_thread")]
async fn the_widgets_of_many_libraries() -> Result<()> {
    let mut profile = person::profile();
    profile.skills = ["Forecasting", "SQL", "Statistics"]
        .map(|name| Skill {
            name: name.into(),
            years: None,
        })
        .into();
    let (stage, _api) = Stage::connected(&profile).await?;
    let browser = &stage.browser;
    let form = stage.jobs.form("hollowell-everything-desk");
    stage.open(&form, "#given").await?;
    stage.fill_screen().await?;

    tick(browser, "#app", "I have read the privacy notice").await?;
    let submission = stage.submission(&submit(browser, ".wg-submit").await?)?;
    expect::submitted(
        &submission,
        &[
            ("First Name", "Mara"),
            ("Last Name", "Lindqvist"),
            ("Email", "mara.lindqvist@mail.example"),
            ("Country", "US"),
            ("State", "Oregon"),
            ("Current location", "Portland, Oregon, United States"),
            ("School or University", "Willamette Institute of Technology"),
            ("Degree", "Master's Degree"),
            ("Field of Study", "Statistics"),
            ("Job Title", "Senior Data Analyst"),
            ("Company", "Cold Ferry Analytics"),
            ("Role Description", "Forecasts for refrigerated freight."),
            ("Skills", "Forecasting | SQL | Statistics"),
            ("Earliest start date", "2027-02-01"),
            ("When can you start?", "2027-02-01"),
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
    expect::resume(&submission, "documents")
}
