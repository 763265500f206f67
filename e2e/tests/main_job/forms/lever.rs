//! A form like Lever's: the résumé is read and overwrites the name, so it must come first; what the
//! person typed beforehand stays.

use crate::page::{submit, tick, write};
use crate::stage::Stage;
use crate::{expect, page, person};
use anyhow::Result;

#[tokio::test(flavor = "multi_thread")]
async fn lever() -> Result<()> {
    let (stage, _api) = Stage::connected(&person::profile()).await?;
    let browser = &stage.browser;
    let form = stage.jobs.form("quillmark-product-designer");
    stage.open(&form, "input[name=name]").await?;
    write(browser, "input[name=org]", "Between two jobs").await?;

    stage.look().await?;
    let filled = stage.fill().await?;
    expect::no_trouble(&filled);
    page::assert_traps_untouched(browser).await?;

    tick(
        browser,
        "#application-form",
        "I have read the privacy notice",
    )
    .await?;
    let submission = stage.submission(&submit(browser, "#btn-submit").await?)?;
    expect::submitted(
        &submission,
        &[
            ("Full name", "Mara Lindqvist"),
            ("Email", "mara.lindqvist@mail.example"),
            ("Phone", "+1 503 555 0142"),
            ("Current location", "Portland, Oregon, United States"),
            ("Current company", "Between two jobs"),
            (
                "LinkedIn URL",
                "https://www.linkedin.com/in/mara-lindqvist-example",
            ),
            ("GitHub URL", "https://github.com/mara-lindqvist-example"),
            ("Portfolio URL", "https://mara.example/work"),
            (
                "Are you currently authorized to work in the United States?",
                "Yes",
            ),
            (
                "Will you require visa sponsorship now or in the future?",
                "No",
            ),
            (
                "How many years of professional experience do you have?",
                "9",
            ),
            ("Gender", "Female"),
            ("Race", "White (Not Hispanic or Latino)"),
            ("Veteran Status", "I don't wish to answer"),
            (
                "I have read the privacy notice and agree to the processing of my data",
                "on",
            ),
        ],
    );
    expect::resume(&submission, "resume")
}
