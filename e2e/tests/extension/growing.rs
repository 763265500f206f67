//! Forms that grow while they are filled: rows, questions that an answer opens, steps.

use crate::stand::{LIMIT, Stand};
use anyhow::Result;
use foothold_e2e::api::Api;
use foothold_shared::profile::{
    Address, EducationEntry, LanguageLevel, LanguageSkill, Profile, WorkEntry, YearMonth,
};
use foothold_shared::receipt::{FieldResult, NewReceipt};
use serde_json::{Value, json};

fn month(year: u16, month: u8) -> Option<YearMonth> {
    Some(YearMonth {
        year,
        month: Some(month),
    })
}

fn enrich(profile: &mut Profile) {
    profile.address = Address {
        line1: "Münsterplatz 1".into(),
        city: "Ulm".into(),
        region: "Baden-Württemberg".into(),
        postal_code: "89073".into(),
        country: "DE".into(),
        ..Address::default()
    };
    profile.work = vec![
        WorkEntry {
            company: "Nordlicht GmbH".into(),
            title: "Head Baker".into(),
            start: month(2020, 2),
            current: true,
            ..WorkEntry::default()
        },
        WorkEntry {
            company: "Oven and Sons".into(),
            title: "Baker".into(),
            start: month(2016, 9),
            end: month(2020, 1),
            ..WorkEntry::default()
        },
        WorkEntry {
            company: "Korn AG".into(),
            title: "Apprentice".into(),
            start: month(2013, 8),
            end: month(2016, 7),
            ..WorkEntry::default()
        },
    ];
    let school = |school: &str, discipline: &str| EducationEntry {
        school: school.into(),
        discipline: discipline.into(),
        ..EducationEntry::default()
    };
    profile.education = vec![
        school("University of Ulm", "Food Chemistry"),
        school("Vocational School Two", "Baking"),
    ];
    let language = |code: &str, level| LanguageSkill {
        language: code.into(),
        level: Some(level),
    };
    profile.languages = vec![
        language("de", LanguageLevel::Native),
        language("en", LanguageLevel::C1),
    ];
}

/// A browser whose extension knows a person with a history.
async fn with_history() -> Result<(Stand, Api)> {
    let (stand, account) = Stand::connected().await?;
    account.change_profile(enrich)?;
    let sync =
        "return (await chrome.runtime.sendMessage({kind: 'sync', older_than_ms: 0})) !== null";
    stand.in_own::<bool>(sync, vec![]).await?;
    Ok((stand, account))
}

async fn fill(stand: &Stand) -> Result<()> {
    stand.open_popup().await?;
    stand.fill().await
}

/// The rows of a section as the page shows them, one line a row.
async fn table(stand: &Stand, part: &str) -> Result<Vec<String>> {
    stand.to_page().await?;
    let rows = stand
        .browser
        .run("return window.table(arguments[0])", vec![json!(part)])
        .await?;
    stand.to_own().await?;
    Ok(rows)
}

async fn added(stand: &Stand) -> Result<Value> {
    stand.to_page().await?;
    let script = "return { ...window.added, sent: window.sent }";
    let added = stand.browser.run(script, vec![]).await?;
    stand.to_own().await?;
    Ok(added)
}

/// The newest receipt kept in the browser, once it has a line for a question.
async fn receipt_with(stand: &Stand, label: &str) -> Result<NewReceipt> {
    stand.to_own().await?;
    let wait = "const newest = async () => { const { receipts } = await chrome.storage.local.get('receipts'); \
        const id = receipts?.entries[0]?.entry.receipt_id; const key = `receipt:${id}`; \
        const found = (await chrome.storage.local.get(key))[key]; \
        return found?.fields.some((field) => field.label === args[0]) ? found : null; }; \
        for (;;) { const found = await newest(); if (found) return found; \
          await new Promise((go) => { const next = () => { chrome.storage.onChanged.removeListener(next); go(); }; \
            chrome.storage.onChanged.addListener(next); newest().then((now) => { if (now) next(); }); }); }";
    stand.in_own(wait, vec![json!(label)]).await
}

const WORK: [&str; 3] = [
    "Head Baker | Nordlicht GmbH | x | February | 2020",
    "Baker | Oven and Sons | - | September | 2016 | January | 2020",
    "Apprentice | Korn AG | - | August | 2013 | July | 2016",
];

#[tokio::test(flavor = "multi_thread")]
async fn rows_are_added_as_the_profile_needs_them_and_filled() -> Result<()> {
    let (stand, _account) = with_history().await?;
    stand.open_page("/rows").await?;
    fill(&stand).await?;
    assert_eq!(table(&stand, "work").await?, WORK);
    assert_eq!(
        table(&stand, "education").await?,
        [
            "University of Ulm | Food Chemistry",
            "Vocational School Two | Baking"
        ]
    );
    assert_eq!(
        table(&stand, "languages").await?,
        ["German | Native", "English | Advanced"]
    );
    assert_eq!(table(&stand, "references").await?, [""; 0]);
    let once = json!({"work": 3, "education": 1, "languages": 2, "references": 0, "sent": 0});
    assert_eq!(added(&stand).await?, once);

    // Filled again, nothing is added again.
    stand.click("#again").await?;
    stand.wait("#fill").await?;
    stand.settled().await?;
    stand.fill().await?;
    assert_eq!(table(&stand, "work").await?, WORK);
    assert_eq!(added(&stand).await?, once);

    // What was added remains, empty as it came.
    stand.click("#undo-all").await?;
    stand.wait("#undone").await?;
    stand.settled().await?;
    let rows = table(&stand, "work").await?;
    assert_eq!(rows.len(), 3);
    assert!(
        rows.iter().all(|row| row.starts_with(" |  | -")),
        "{rows:?}"
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_page_read_from_the_resume_is_put_right_and_nothing_stands_twice() -> Result<()> {
    let (stand, _account) = with_history().await?;
    stand.open_page("/rows?reads").await?;
    stand.write("#last_name", "Example-Brandt").await?;
    fill(&stand).await?;
    // The row that was read belongs to the second job, the one that was misread takes the first, the third is added.
    assert_eq!(table(&stand, "work").await?, [WORK[1], WORK[0], WORK[2]]);
    assert_eq!(
        table(&stand, "education").await?,
        [
            "University of Ulm | Food Chemistry",
            "Vocational School Two | Baking"
        ]
    );
    assert_eq!(added(&stand).await?["work"], 1);
    // What the page put there is put right; what the person wrote stays.
    assert_eq!(
        stand.values(&["first_name", "last_name", "email"]).await?,
        ["Ada", "Example-Brandt", "ada.applies@example.org"]
    );
    // Undone, the fields are as they were before the file.
    stand.click("#undo-all").await?;
    stand.wait("#undone").await?;
    stand.settled().await?;
    assert_eq!(
        stand.values(&["first_name", "last_name", "email"]).await?,
        ["", "Example-Brandt", ""]
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_of_the_persons_own_stays_and_is_told() -> Result<()> {
    let (stand, _account) = with_history().await?;
    stand.open_page("/rows").await?;
    let own = "addRow('work', { jobTitle: 'Driver', company: 'Harbour Logistics', 'start-year': '2010' });\
               addRow('work', { company: 'Nordlicht' })";
    stand.browser.run::<()>(own, vec![]).await?;
    fill(&stand).await?;
    assert_eq!(
        table(&stand, "work").await?,
        [
            "Driver | Harbour Logistics | - |  | 2010 |  | ",
            "Head Baker | Nordlicht | x | February | 2020",
            WORK[1],
            WORK[2],
        ]
    );
    stand
        .wait_text("#needs-you", "Your profile does not have this entry")
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn questions_that_answers_open_are_answered_too_but_not_without_end() -> Result<()> {
    let (stand, _account) = with_history().await?;
    let settings = json!({"marks": true, "follow": false, "ask_to_remember": true});
    let keep = "await chrome.storage.local.set({settings: args[0]}); return true";
    stand.in_own::<bool>(keep, vec![settings]).await?;
    stand.open_page("/apply/questions").await?;
    fill(&stand).await?;
    assert_eq!(
        stand
            .values(&["first_name", "family", "country", "state", "city"])
            .await?,
        ["Ada", "Example", "DE", "Baden-Württemberg", "Ulm"]
    );
    // Three looks, no more: the next one is the person's to ask for.
    let receipt = receipt_with(&stand, "City").await?;
    let filled = |label: &str| {
        let fields = receipt.fields.iter();
        let mut same = fields.filter(|field| field.label == label);
        same.next().map(|field| field.result)
    };
    assert_eq!(filled("City"), Some(FieldResult::Filled));
    assert_eq!(filled("Last name"), Some(FieldResult::Filled));
    assert_eq!(filled("Postal code"), None);
    let names = receipt.fields.iter();
    let names = names.filter(|field| field.label == "Last name");
    assert_eq!(names.count(), 1, "a field that was drawn anew stands once");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn steps_of_one_application_make_one_receipt() -> Result<()> {
    let (stand, _account) = with_history().await?;
    stand.open_page("/apply/4711/contact").await?;
    fill(&stand).await?;
    stand.wait_text("#outcome", "4 fields filled").await?;
    stand.to_page().await?;
    stand.click("button[type=submit]").await?;
    // The person went on: the next step is filled by itself.
    let filled = "return document.getElementById('linkedin')?.value !== ''\
                  && document.getElementById('linkedin')?.value";
    stand
        .browser
        .wait_until("the next step to be filled", filled, vec![], LIMIT)
        .await?;
    assert_eq!(stand.values(&["city"]).await?, ["Ulm"]);
    let receipt = receipt_with(&stand, "City").await?;
    let filled: Vec<&str> = receipt
        .fields
        .iter()
        .filter(|field| field.result == FieldResult::Filled)
        .map(|field| field.label.as_str())
        .collect();
    assert_eq!(
        filled,
        [
            "First name",
            "Last name",
            "E-mail address",
            "Phone",
            "Postal code",
            "City",
            "LinkedIn profile"
        ]
    );
    assert_eq!(receipt.page_url, stand.pages.at("/apply/4711/contact"));
    // What another origin asks beside it stays empty.
    stand.to_page().await?;
    let client = stand.browser.client();
    let frame = client.find(fantoccini::Locator::Css("#news")).await?;
    frame.enter_frame().await?;
    let news =
        "return document.getElementById('news').value + document.getElementById('news_name').value";
    assert_eq!(stand.browser.run::<String>(news, vec![]).await?, "");
    client.clone().enter_parent_frame().await?;

    // Another job is another application.
    stand.open_page("/apply/4712/contact").await?;
    fill(&stand).await?;
    let receipt = receipt_with(&stand, "First name").await?;
    assert_eq!(receipt.page_url, stand.pages.at("/apply/4712/contact"));
    assert_eq!(receipt.fields.len(), 4);
    let count =
        "return (await chrome.runtime.sendMessage({kind: 'list_receipts'})).Ok.receipts.length";
    assert_eq!(stand.in_own::<usize>(count, vec![]).await?, 2);
    Ok(())
}
