//! Beginning from a file: LinkedIn's export, JSON Resume and a PDF become suggestions, and the profile takes the chosen ones.

use crate::stage::Stage;
use anyhow::Result;
use foothold_e2e::pdf;
use serde_json::json;
use std::path::Path;

/// Gives a file to the page, as the file chooser would.
async fn give(stage: &Stage, folder: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    let path = folder.join(name);
    std::fs::write(&path, bytes)?;
    let input = stage.find_hidden("#import-file").await?;
    input.send_keys(&path.display().to_string()).await?;
    stage.until_says("main p", &format!("From {name}")).await
}

/// A ZIP whose files are stored as they are.
fn zip(files: &[(&str, &str)]) -> Result<Vec<u8>> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, text) in files {
        let at = u32::try_from(bytes.len())?;
        let mut fields = vec![20, 0, 0, 0, 0, 0, 0, 0, 33, 0];
        let size = u32::try_from(text.len())?.to_le_bytes();
        fields.extend(checksum(text.as_bytes()).to_le_bytes());
        fields.extend(size);
        fields.extend(size);
        fields.extend(u16::try_from(name.len())?.to_le_bytes());
        fields.extend([0; 2]);
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&fields);
        bytes.extend(name.as_bytes());
        bytes.extend(text.as_bytes());
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&fields);
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let start = u32::try_from(bytes.len())?;
    let count = u16::try_from(files.len())?.to_le_bytes();
    bytes.extend(&directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend(count);
    bytes.extend(count);
    bytes.extend(u32::try_from(directory.len())?.to_le_bytes());
    bytes.extend(start.to_le_bytes());
    bytes.extend([0; 2]);
    Ok(bytes)
}

/// CRC-32, as ZIP has it.
fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ (0xEDB8_8320 & (sum & 1).wrapping_neg())
        })
    })
}

/// Takes what is suggested, and waits until the profile says it.
async fn take(stage: &Stage, says: &str) -> Result<()> {
    stage.until_says("main li", says).await?;
    stage.until_says("#take", "to my profile").await?;
    stage.click("#take").await?;
    stage.until_says(".toast", "in your profile now").await?;
    let there = "return fetch('/api/v1/me/profile').then((r) => r.text()).then((text) => text.includes(arguments[0]))";
    stage
        .until(
            &format!("{says:?} in the profile"),
            there,
            vec![json!(says)],
        )
        .await
        .map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn three_kinds_of_files_fill_a_profile() -> Result<()> {
    let (stage, api) = Stage::signed_in("/import").await?;
    let folder = tempfile::tempdir()?;
    stage.until_says("main", "JSON Resume").await?;

    let export = zip(&[
        (
            "Profile.csv",
            "First Name,Last Name,Headline,Summary,Geo Location\nMira,Talvik,Data Engineer,\"Keeper of tables, mostly tides.\",\"Tartu, Estonia\"\n",
        ),
        (
            "Positions.csv",
            "Company Name,Title,Description,Location,Started On,Finished On\nHarbour Lights,Data Engineer,\"- Moved registers\n- Drew charts\",\"Tartu, Estonia\",Mar 2021,\n",
        ),
        ("Skills.csv", "Name\nSQL\nTide tables\n"),
        ("messages.csv", "FROM,CONTENT\nMax,Do not read this\n"),
    ])?;
    give(&stage, folder.path(), "export.zip", &export).await?;
    take(&stage, "Harbour Lights").await?;
    let profile = api.profile()?;
    assert_eq!(profile.name.family, "Talvik");
    assert_eq!(
        profile.work[0].description,
        "- Moved registers\n- Drew charts"
    );
    let shown: String = stage
        .browser
        .run("return document.querySelector('main').textContent", vec![])
        .await?;
    assert!(!shown.contains("Do not read this"));

    let resume = json!({
        "basics": {"name": "Mira Talvik", "email": "mira.talvik@mail.example"},
        "skills": [{"name": "Databases", "keywords": ["PostgreSQL"]}]
    });
    give(
        &stage,
        folder.path(),
        "resume.json",
        resume.to_string().as_bytes(),
    )
    .await?;
    take(&stage, "mira.talvik@mail.example").await?;

    let page = pdf::lines(
        &[
            "Mira Talvik",
            "mira.talvik@mail.example | Tartu, Estonia",
            "Education",
            "University of Northshore",
            "Bachelor of Science, Oceanography, 2015 - 2018",
        ],
        0,
    );
    give(&stage, folder.path(), "Talvik.pdf", &page).await?;
    take(&stage, "University of Northshore").await?;
    let profile = api.profile()?;
    assert_eq!(profile.contact.email, "mira.talvik@mail.example");
    assert_eq!(profile.education[0].school, "University of Northshore");
    assert!(
        profile
            .skills
            .iter()
            .any(|skill| skill.name == "PostgreSQL")
    );
    // The file was read and forgotten.
    assert!(api.resumes()?.is_empty());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_read_says_what_helps() -> Result<()> {
    let (stage, _api) = Stage::signed_in("/import").await?;
    let folder = tempfile::tempdir()?;
    give(
        &stage,
        folder.path(),
        "notes.json",
        br#"{"colour": "green"}"#,
    )
    .await?;
    stage.wait("main [role=alert] button").await?;
    let message: String = stage
        .browser
        .run(
            "return document.querySelector('main [role=alert] p').textContent",
            vec![],
        )
        .await?;
    assert!(message.len() > 20, "{message}");
    let path = folder.path().join("nothing.pdf");
    std::fs::write(&path, b"")?;
    let input = stage.find_hidden("#import-file").await?;
    input.send_keys(&path.display().to_string()).await?;
    stage.until_says("main [role=alert]", "is empty").await
}
