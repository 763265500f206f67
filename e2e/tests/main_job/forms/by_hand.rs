//! The stand-in's newer forms, as a person meets them: mouse and keyboard fill them, and what is
//! missing is told. Without this the fills of these forms would prove little.

use crate::page::{
    DEEP, LIMIT, click, click_found, click_text, submit, tick, type_keys, wait, write,
};
use crate::stage::seat;
use anyhow::Result;
use foothold_e2e::browser::{Browser, BrowserOptions};
use foothold_e2e::servers::JobPortal;
use serde_json::json;

async fn open(form: &str, selector: &str) -> Result<(Browser, JobPortal)> {
    let jobs = JobPortal::start().await?;
    let browser = Browser::start(BrowserOptions::default()).await?;
    browser.goto(&jobs.form(form)).await?;
    wait(&browser, selector).await?;
    Ok((browser, jobs))
}

#[tokio::test(flavor = "multi_thread")]
async fn every_widget_takes_what_a_person_does() -> Result<()> {
    let _seat = seat().await?;
    let (browser, jobs) = open("hollowell-everything-desk", "#given").await?;
    let browser = &browser;
    // Nothing is sent while something is missing.
    click(browser, ".wg-submit").await?;
    wait(browser, ".wg-error").await?;
    assert_eq!(jobs.applications()?, 0);

    write(browser, "#given", "Ada").await?;
    write(browser, "#family", "Byhand").await?;
    write(browser, "#email", "ada@mail.example").await?;
    click(browser, ".wg-select2 .select2-selection").await?;
    type_keys(browser, ".select2-search__field", "Ger").await?;
    click_text(browser, ".select2-results__option", "Germany").await?;
    click(browser, "#state").await?;
    type_keys(browser, "#state", "Wash").await?;
    click_text(browser, ".ant-select-item-option-content", "Washington").await?;
    type_keys(browser, "#location", "Dubl").await?;
    click_text(browser, ".ta li", "Dublin, Ohio, United States").await?;
    click(browser, "#degree").await?;
    click_text(browser, ".MuiMenuItem-root", "Doctorate").await?;
    type_keys(browser, "#subject", "Chem").await?;
    click_text(browser, ".ds li", "Chemistry").await?;
    type_keys(browser, "#duties", "Baked bread.").await?;
    for skill in ["Welding", "Rust"] {
        type_keys(browser, "#skills", skill).await?;
        click_text(browser, ".select__option", skill).await?;
    }
    click(browser, "#start").await?;
    click(browser, ".flatpickr-next-month").await?;
    click_text(browser, ".flatpickr-day", "17").await?;
    type_keys(browser, "#available", "03/04/2027").await?;
    click(browser, "h1").await?;
    click_text(
        browser,
        ".wg-segmented:first-of-type .segment, .segment",
        "Yes",
    )
    .await?;
    click_found(
        browser,
        "no sponsorship",
        "[...document.querySelectorAll('.wg-segmented')][1]?.querySelectorAll('.segment')[1]",
        vec![],
    )
    .await?;
    let folder = tempfile::tempdir()?;
    for name in ["one.pdf", "two.pdf"] {
        let file = folder.path().join(name);
        std::fs::write(&file, b"%PDF-1.4 by hand")?;
        let input = browser
            .client()
            .find(fantoccini::Locator::Css(".dz-hidden-input"))
            .await?;
        input.send_keys(&file.display().to_string()).await?;
        click_text(browser, ".dz-filename", name).await?;
    }
    tick(browser, "#app", "I have read the privacy notice").await?;
    let submission = jobs.submission(&submit(browser, ".wg-submit").await?)?;
    let values = submission.values();
    for (label, value) in [
        ("Country", "DE"),
        ("State", "Washington"),
        ("Current location", "Dublin, Ohio, United States"),
        ("Degree", "Doctorate"),
        ("Field of Study", "Chemistry"),
        ("Role Description", "Baked bread."),
        ("Skills", "Welding | Rust"),
        ("When can you start?", "2027-03-04"),
        (
            "Are you legally authorized to work in the United States?",
            "Yes",
        ),
        (
            "Will you now or in the future require visa sponsorship?",
            "No",
        ),
    ] {
        assert_eq!(
            values.get(label).map(String::as_str),
            Some(value),
            "{label}"
        );
    }
    assert!(values["Earliest start date"].ends_with("-17"));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_redrawn_form_keeps_what_is_typed_and_its_rows() -> Result<()> {
    let _seat = seat().await?;
    let (browser, jobs) = open("larkspur-data-analyst", "#firstname").await?;
    let browser = &browser;
    for (field, text) in [
        ("#firstname", "Ada"),
        ("#lastname", "Byhand"),
        ("#email", "ada@mail.example"),
    ] {
        browser
            .run::<()>(
                "document.querySelector(arguments[0]).marked = true",
                vec![json!(field)],
            )
            .await?;
        write(browser, field, text).await?;
        click(browser, "h1").await?;
        browser
            .wait_until(
                "the field to be another element that holds the same",
                "const at = document.querySelector(arguments[0]);\
                 return !at.marked && at.value === arguments[1]",
                vec![json!(field), json!(text)],
                LIMIT,
            )
            .await?;
    }
    click(browser, "[data-ui=experience] .wk-add").await?;
    let title = "[data-ui=experience] .wk-row input";
    write(browser, title, "Baker").await?;
    click(browser, "h1").await?;
    for answer in ["#QA_7310442_0", "#QA_7310445_1"] {
        click(browser, answer).await?;
    }
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("ada.pdf");
    std::fs::write(&file, b"%PDF-1.4 by hand")?;
    type_keys(browser, "#resume", &file.display().to_string()).await?;
    wait(browser, "[data-ui=file-name]").await?;
    tick(browser, "#app", "I have read the privacy notice").await?;
    let submission = jobs.submission(&submit(browser, ".wk-submit").await?)?;
    let values = submission.values();
    assert_eq!(values["experience[0] Job Title"], "Baker");
    assert_eq!(values["First Name"], "Ada");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_paged_form_keeps_its_pages_and_tells_what_is_missing() -> Result<()> {
    let _seat = seat().await?;
    let (browser, jobs) = open("greywacke-mapping-analyst", "[data-step=personal]").await?;
    let browser = &browser;
    click(browser, ".flow-next").await?;
    wait(browser, ".error-text[role=alert]").await?;
    let field = |part: &str| format!("#et-ef-content-ftf-gp-{part}");
    write(browser, &field("firstName"), "Ada").await?;
    write(browser, &field("lastName"), "Byhand").await?;
    write(browser, &field("email"), "ada@mail.example").await?;
    type_keys(browser, &field("country"), "Germany").await?;
    click(browser, ".flow-next").await?;
    wait(browser, "[data-step=history]").await?;
    type_keys(browser, "[id='work[0].start.month']", "March").await?;
    // A month without a year is no month.
    click(browser, ".flow-next").await?;
    wait(browser, ".error-text").await?;
    type_keys(browser, "[id='work[0].start.year']", "2021").await?;
    click(browser, ".flow-next").await?;
    wait(browser, "[data-step=attachments]").await?;
    click(browser, "button[value=back]").await?;
    wait(browser, "[data-step=history]").await?;
    let kept: String = browser
        .run(
            "return document.getElementById('work[0].start.year').value",
            vec![],
        )
        .await?;
    assert_eq!(kept, "2021");
    assert_eq!(jobs.applications()?, 0);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_form_of_shadow_roots_adds_rows_and_tells_what_is_missing() -> Result<()> {
    let _seat = seat().await?;
    let (browser, jobs) = open("ostrander-insights-lead", "sr-application").await?;
    let browser = &browser;
    let first = format!("{DEEP}[0]");
    click_found(browser, "Add", &first, vec![json!("button.add")]).await?;
    click_found(browser, "the title", &first, vec![json!("input#title")]).await?;
    browser
        .client()
        .active_element()
        .await?
        .send_keys("Baker")
        .await?;
    click_found(browser, "Submit", &first, vec![json!("button.send")]).await?;
    let wrong = browser
        .wait_until(
            "what is missing",
            &format!("return {DEEP}.filter((at) => at.textContent).length"),
            vec![json!(".error")],
            LIMIT,
        )
        .await?;
    assert!(wrong.as_u64() > Some(5), "{wrong}");
    assert_eq!(jobs.applications()?, 0);
    Ok(())
}
