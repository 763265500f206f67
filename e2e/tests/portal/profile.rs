//! The profile form: it saves itself, says what is wrong beside the field, and lists can be rearranged.

use crate::stage::Stage;
use anyhow::Result;
use foothold_shared::profile::{AnswerState, YearMonth};

#[tokio::test(flavor = "multi_thread")]
async fn an_edit_saves_itself_and_survives_a_reload() -> Result<()> {
    let (stage, api) = Stage::signed_in("/profile").await?;
    stage.write("#f-name-given", "Inês").await?;
    stage.choose("#f-address-country", "Portugal").await?;
    stage.saved().await?;
    let stored = api.profile()?;
    assert_eq!(
        (stored.name.given.as_str(), stored.address.country.as_str()),
        ("Inês", "PT")
    );
    stage.open("/profile", "#f-name-given").await?;
    assert_eq!(stage.value("#f-name-given").await?, "Inês");
    assert_eq!(stage.value("#f-address-country").await?, "PT");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_told_beside_the_field() -> Result<()> {
    let (stage, api) = Stage::signed_in("/profile").await?;
    stage.write("#f-contact-email", "ines at mail").await?;
    stage
        .write("#f-links-github", "github.example/ines")
        .await?;
    stage
        .until_says("#save-state", "2 fields need a look")
        .await?;
    assert!(!stage.message_of("#f-contact-email").await?.is_empty());
    assert!(!stage.message_of("#f-links-github").await?.is_empty());
    assert_eq!(api.profile()?.contact.email, "");
    stage.click("#save-state button").await?;
    stage
        .until(
            "the focus on the first",
            "return document.activeElement?.id === 'f-contact-email'",
            vec![],
        )
        .await?;
    stage.write("#f-contact-email", "ines@mail.example").await?;
    stage
        .write("#f-links-github", "https://github.example/ines")
        .await?;
    stage.saved().await?;
    assert_eq!(api.profile()?.contact.email, "ines@mail.example");
    let marked: u64 = stage
        .browser
        .run(
            "return document.querySelectorAll('[aria-invalid=true]').length",
            vec![],
        )
        .await?;
    assert_eq!(marked, 0);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn jobs_are_added_moved_removed_and_brought_back() -> Result<()> {
    let (stage, api) = Stage::signed_in("/profile").await?;
    for company in ["First Works", "Second Works"] {
        stage.click("#add-work").await?;
        // The new entry comes first, opens, and takes the focus.
        stage
            .until(
                "the focus in the new entry",
                "return document.activeElement?.id === 'f-work-0-title'",
                vec![],
            )
            .await?;
        stage.write("#f-work-0-title", "Welder").await?;
        stage.write("#f-work-0-company", company).await?;
    }
    stage.choose("#f-work-0-start-month", "March").await?;
    stage.write("#f-work-0-start-year", "2019").await?;
    stage.click("#f-work-0-current").await?;
    stage.saved().await?;
    let work = api.profile()?.work;
    assert_eq!(
        work.iter()
            .map(|job| job.company.as_str())
            .collect::<Vec<_>>(),
        ["Second Works", "First Works"]
    );
    assert!(
        work[0].start
            == Some(YearMonth {
                year: 2019,
                month: Some(3)
            })
    );
    assert!(work[0].current);
    assert!(!work[0].id.is_empty() && work[0].id != work[1].id);

    stage.click("#f-work-0-down").await?;
    stage
        .until(
            "the moved entry to keep the focus",
            "return document.activeElement?.id === 'f-work-1-up'",
            vec![],
        )
        .await?;
    stage.saved().await?;
    assert_eq!(api.profile()?.work[0].company, "First Works");

    stage.click("#f-work-0-remove").await?;
    stage
        .until_says(".toast", "Removed: Welder, First Works")
        .await?;
    stage.saved().await?;
    assert_eq!(api.profile()?.work.len(), 1);
    stage.click(".toast button").await?;
    stage
        .until(
            "both jobs",
            "return document.querySelectorAll('#work li').length === 2",
            vec![],
        )
        .await?;
    stage.saved().await?;
    assert_eq!(api.profile()?.work[0].company, "First Works");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_half_typed_month_is_told_and_changes_nothing() -> Result<()> {
    let (stage, api) = Stage::signed_in("/profile").await?;
    stage.click("#add-education").await?;
    stage
        .write("#f-education-0-school", "Universidade do Porto")
        .await?;
    stage.write("#f-education-0-start-year", "20").await?;
    stage.click("#f-education-0-degree").await?;
    let message = stage.message_of("#f-education-0-start-year").await?;
    assert!(message.contains("four digits"), "{message}");
    stage
        .until_says("#save-state", "1 field needs a look")
        .await?;
    stage.write("#f-education-0-start-year", "2015").await?;
    stage.saved().await?;
    let start = api.profile()?.education[0].start.clone();
    assert!(
        start
            == Some(YearMonth {
                year: 2015,
                month: None
            })
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn legal_and_voluntary_questions_stay_open_until_they_are_answered() -> Result<()> {
    let (stage, api) = Stage::signed_in("/profile").await?;
    stage.click("#add-work_eligibility").await?;
    stage
        .choose("#f-work_eligibility-0-country", "Canada")
        .await?;
    stage.saved().await?;
    let entry = api.profile()?.work_eligibility[0].clone();
    assert_eq!(
        (
            entry.country.as_str(),
            entry.authorized,
            entry.needs_sponsorship
        ),
        ("CA", None, None)
    );
    assert!(api.profile()?.demographics == foothold_shared::profile::Demographics::default());

    // The second word of three is "No".
    stage
        .click("#f-work_eligibility-0-needs_sponsorship-1")
        .await?;
    stage
        .choose("#f-demographics-gender", "Prefer not to say")
        .await?;
    stage
        .choose("#f-demographics-pronouns", "In my own words")
        .await?;
    stage.write("#f-demographics-pronouns-own", "ela").await?;
    stage.saved().await?;
    let stored = api.profile()?;
    assert_eq!(stored.work_eligibility[0].authorized, None);
    assert_eq!(stored.work_eligibility[0].needs_sponsorship, Some(false));
    assert_eq!(stored.demographics.gender.state, AnswerState::Declined);
    assert_eq!(stored.demographics.pronouns.values, ["ela"]);
    assert_eq!(stored.demographics.veteran.state, AnswerState::NotAnswered);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn skills_come_in_by_the_line_and_pay_is_whole() -> Result<()> {
    let (stage, api) = Stage::signed_in("/profile").await?;
    stage.write("#new-skill", "Welding, Rust;welding").await?;
    stage.keys("\u{e007}").await?;
    stage
        .until(
            "two chips",
            "return document.querySelectorAll('#skills .chip').length === 2",
            vec![],
        )
        .await?;
    stage.write("#f-salary-amount", "42 000").await?;
    stage.click("#f-availability-notice-count").await?;
    let message = stage.message_of("#f-salary-amount").await?;
    assert!(message.contains("currency"), "{message}");
    stage.choose("#f-salary-currency", "EUR – Euro").await?;
    stage.write("#f-availability-notice-count", "0").await?;
    stage.saved().await?;
    let stored = api.profile()?;
    let names: Vec<_> = stored
        .skills
        .iter()
        .map(|skill| skill.name.as_str())
        .collect();
    assert_eq!(names, ["Welding", "Rust"]);
    let salary = stored.salary.expect("a salary");
    assert_eq!((salary.amount, salary.currency.as_str()), (42_000, "EUR"));
    assert_eq!(
        stored.availability.notice.expect("a notice period").count,
        0
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn completeness_names_what_is_missing() -> Result<()> {
    let (stage, _api) = Stage::signed_in("/profile").await?;
    stage
        .until_says("#contact .pill", "E-mail and phone missing")
        .await?;
    stage.write("#f-contact-email", "ines@mail.example").await?;
    stage.until_says("#contact .pill", "Phone missing").await?;
    stage.until_says("#voluntary .pill", "Optional").await?;
    Ok(())
}
