//! A form like Ashby's, on a page whose policy runs nothing but its own scripts.

use crate::page::{submit, tick};
use crate::stage::Stage;
use crate::{expect, page, person};
use anyhow::Result;

#[tokio::test(flavor = "multi_thread")]
async fn ashby_under_a_strict_policy() -> Result<()> {
    let (stage, _api) = Stage::connected(&person::profile()).await?;
    let browser = &stage.browser;
    let form = stage.jobs.form("fernhollow-support-lead");
    stage.open(&form, "#_systemfield_name").await?;
    let refused: bool = browser
        .run(
            "const script = document.createElement('script'); script.textContent = 'window.ran = true';\
             document.head.append(script); return !window.ran",
            vec![],
        )
        .await?;
    assert!(refused, "the page's policy is not in force");

    stage.look().await?;
    let filled = stage.fill().await?;
    expect::no_trouble(&filled);
    page::assert_traps_untouched(browser).await?;

    tick(browser, "#app", "I have read the privacy notice").await?;
    let submission =
        stage.submission(&submit(browser, ".ashby-application-form-submit-button").await?)?;
    expect::submitted(
        &submission,
        &[
            ("Full name", "Mara Lindqvist"),
            ("Email", "mara.lindqvist@mail.example"),
            ("Phone", "+1 503 555 0142"),
            ("Location", "Portland, Oregon, United States"),
            (
                "LinkedIn Profile",
                "https://www.linkedin.com/in/mara-lindqvist-example",
            ),
            ("Earliest start date", "2027-02-01"),
            (
                "Are you legally authorized to work in the United States?",
                "Yes",
            ),
            (
                "Will you now or in the future require Fernhollow to sponsor a work visa?",
                "No",
            ),
            ("What pronouns would you like us to use?", "She/her"),
            ("Gender", "Female"),
            ("Race", "White (Not Hispanic or Latino)"),
            ("Veteran Status", "I don't wish to answer"),
            (
                "I have read the privacy notice and agree to the processing of my data",
                "on",
            ),
        ],
    );
    expect::resume(&submission, "_systemfield_resume")
}
