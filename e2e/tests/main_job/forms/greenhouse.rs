//! A form like Greenhouse's: lists that are drawn when they open, a town from the server, a file
//! input that goes away, a question that appears when another is answered.

use crate::page::{submit, tick, write};
use crate::stage::Stage;
use crate::{expect, page, person};
use anyhow::Result;
use foothold_e2e::browser::Browser;

/// The employer's own question, which nobody but the person can answer.
pub(crate) const NIGHT: &str = "textarea[aria-label^='Tell us about a night']";

/// Gives the consent that the form insists on.
pub(crate) async fn consent(browser: &Browser) -> Result<()> {
    tick(
        browser,
        "#application-form",
        "I have read the privacy notice",
    )
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn greenhouse() -> Result<()> {
    let (stage, _api) = Stage::connected(&person::profile()).await?;
    let browser = &stage.browser;
    let form = stage.jobs.form("tidewell-data-engineer");
    stage.open(&form, "#first_name").await?;
    let understood = stage.look().await?;
    let consent_lines = understood
        .iter()
        .filter(|line| line.label.contains("privacy notice") && line.list == "will-fill");
    assert_eq!(consent_lines.count(), 0, "consent is never planned");

    let filled = stage.fill().await?;
    expect::no_trouble(&filled);
    page::assert_traps_untouched(browser).await?;

    // The answer "No" made another question appear; the same click answered it.
    page::wait(browser, "#race").await?;
    let race = filled.iter().find(|line| line.label == "Race");
    assert_eq!(race.map(|line| line.list.as_str()), Some("filled"));

    write(browser, NIGHT, "The gauge at pier four.").await?;
    consent(browser).await?;
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
            (
                "Are you legally authorized to work in the United States?",
                "Yes",
            ),
            (
                "Will you now or in the future require sponsorship for employment visa status?",
                "No",
            ),
            ("What are your salary expectations?", "125000 USD per year"),
            (
                "Tell us about a night when you were paged, and what you changed afterwards.",
                "The gauge at pier four.",
            ),
            (
                "I have read the privacy notice and agree to the processing of my data",
                "on",
            ),
            ("Gender", "Female"),
            ("Are you Hispanic/Latino?", "No"),
            ("Race", "White"),
            ("Veteran Status", "I don't wish to answer"),
        ],
    );
    expect::resume(&submission, "resume")
}
