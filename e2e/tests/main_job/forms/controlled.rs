//! The stand-in's forms themselves: what a person does counts, and what a clumsy filler does is lost,
//! as with the real ones. Without this the other tests would prove little.

use crate::page::{LIMIT, click, click_text, submit, tick, type_keys, wait, write};
use crate::stage::seat;
use anyhow::Result;
use foothold_e2e::browser::{Browser, BrowserOptions};
use foothold_e2e::servers::JobPortal;
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn a_person_can_apply_by_hand() -> Result<()> {
    let _seat = seat().await?;
    let jobs = JobPortal::start().await?;
    let browser = &Browser::start(BrowserOptions::default()).await?;
    browser
        .goto(&jobs.form("tidewell-field-technician"))
        .await?;
    crate::page::enter_frame(browser, "#grnhse_iframe").await?;
    write(browser, "#first_name", "Ada").await?;
    write(browser, "#last_name", "Byhand").await?;
    write(browser, "#email", "ada@mail.example").await?;
    type_keys(browser, "#candidate-location", "Portl").await?;
    click_text(browser, ".select__option", "Portland, Maine, United States").await?;
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("ada.pdf");
    std::fs::write(&file, b"%PDF-1.4 by hand")?;
    type_keys(browser, "#resume", &file.display().to_string()).await?;
    click_text(browser, ".file-upload__filename p", "ada.pdf").await?;
    for (question, answer) in [
        ("Are you authorized to work in the US?", "Yes"),
        (
            "Do you require visa sponsorship, now or in the future?",
            "No",
        ),
    ] {
        let id: String = browser
            .run(
                "return [...document.querySelectorAll('label')]\
                   .find((label) => label.textContent.startsWith(arguments[0])).htmlFor",
                vec![json!(question)],
            )
            .await?;
        type_keys(browser, &format!("#{id}"), answer).await?;
        click_text(browser, ".select__option", answer).await?;
    }
    // Missing consent is told beside the box, and nothing is sent.
    click(browser, "[data-qa=submit]").await?;
    wait(browser, ".helper-text--error").await?;
    assert_eq!(jobs.applications()?, 0);
    tick(
        browser,
        "#application-form",
        "I have read the privacy notice",
    )
    .await?;
    let submission = jobs.submission(&submit(browser, "[data-qa=submit]").await?)?;
    let values = submission.values();
    assert_eq!(values["Location (City)"], "Portland, Maine, United States");
    assert_eq!(
        values["Do you require visa sponsorship, now or in the future?"],
        "No"
    );
    assert_eq!(submission.file("resume")?.1, b"%PDF-1.4 by hand");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_clumsy_filler_writes_is_lost() -> Result<()> {
    let _seat = seat().await?;
    let jobs = JobPortal::start().await?;
    let browser = &Browser::start(BrowserOptions::default()).await?;
    // (form, a text field of it): assigned without an event, with one the tracker sees through, with
    // one that does not bubble.
    for (job, field) in [
        ("tidewell-data-engineer", "#first_name"),
        ("quillmark-product-designer", "input[name=name]"),
        ("fernhollow-support-lead", "#_systemfield_name"),
        ("brackwater-operations-analyst", "#legalName--firstName"),
        ("larkspur-data-analyst", "#firstname"),
        ("hollowell-everything-desk", "#given"),
    ] {
        browser.goto(&jobs.form(job)).await?;
        wait(browser, field).await?;
        for event in [
            "",
            "field.dispatchEvent(new Event('input', { bubbles: true }));",
            "field.dispatchEvent(new Event('change', { bubbles: true }));",
            "Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, 'y');\
             field.dispatchEvent(new Event('input'));",
        ] {
            browser
                .run::<()>(
                    &format!(
                        "const field = document.querySelector(arguments[0]); field.value = 'x'; {event} \
                         document.querySelector('#app').firstElementChild\
                           .dispatchEvent(new Event('focusin', {{ bubbles: true }}));"
                    ),
                    vec![json!(field)],
                )
                .await?;
            browser
                .wait_until(
                    &format!("{job} to show its own state again after {event:?}"),
                    "return document.querySelector(arguments[0]).value === ''",
                    vec![json!(field)],
                    LIMIT,
                )
                .await?;
        }
    }
    // A town that was typed but not picked is gone, and so is a date part that got no key.
    browser.goto(&jobs.form("fernhollow-support-lead")).await?;
    type_keys(browser, "input[role=combobox]", "Denv").await?;
    click(browser, "#_systemfield_name").await?;
    let typed: String = browser
        .run(
            "return document.querySelector('input[role=combobox]').value",
            vec![],
        )
        .await?;
    assert_eq!(typed, "");
    Ok(())
}
