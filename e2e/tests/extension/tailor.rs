//! Documents for the job on a page: written by the server, changed by the person, attached to this job's form only.

use crate::account::RESUME_NAME;
use crate::stand::{LIMIT, Stand};
use anyhow::{Context as _, Result};
use foothold_e2e::api::Api;
use foothold_shared::profile::{Skill, WorkEntry, YearMonth};
use serde_json::json;
use std::net::TcpListener;

const FIELDS: &str = r#"
<form id="application-form" action="/sent" method="post"><h2>Apply for this job</h2>
  <p><label for="first_name">First name *</label> <input id="first_name" name="first_name" required></p>
  <p><label for="last_name">Last name *</label> <input id="last_name" name="last_name" required></p>
  <p><label for="email">E-mail address *</label> <input id="email" name="email" type="email" required></p>
  <p><label for="resume">Résumé / CV *</label> <input id="resume" name="resume" type="file" accept=".pdf,.docx"></p>
  <p><label for="letter_file">Cover letter</label>
     <input id="letter_file" name="cover_letter_file" type="file" accept=".doc,.docx"></p>
  <p><label for="letter_text">Cover letter text</label> <textarea id="letter_text" name="cover_letter"></textarea></p>
  <button type="submit">Submit application</button>
</form>"#;

/// A page for an address; `None` where it is not one of these.
pub(crate) fn page(path: &str) -> Option<String> {
    Some(match path {
        "/tailor/job" => format!(
            "{}<p><a href=/tailor/apply>Apply</a></p>",
            job("Oven and Sons")
        ),
        "/tailor/apply" => format!("{}{FIELDS}", job("Oven and Sons")),
        "/tailor/elsewhere" => format!("{}{FIELDS}", job("Mill and Daughters")),
        // The letter is written in an editor.
        "/tailor/editor" => format!(
            "{}<form id=\"application-form\"><h2>Apply for this job</h2>\
             <p><label for=first_name>First name *</label> <input id=first_name name=first_name required></p>\
             <p><label for=last_name>Last name *</label> <input id=last_name name=last_name required></p>\
             <p><label for=email>E-mail address *</label> <input id=email name=email type=email required></p>\
             <p id=letter_label>Cover letter</p><div id=letter contenteditable role=textbox \
             aria-multiline=true aria-labelledby=letter_label style=\"min-height:8em;border:1px solid\"></div>\
             <p><label for=notes>Anything else</label> <textarea id=notes></textarea></p>\
             <button type=submit>Submit application</button></form>",
            job("Oven and Sons")
        ),
        // Takes every file away again.
        "/tailor/refuses" => format!(
            "{}{FIELDS}<script>document.querySelectorAll('[type=file]').forEach((at) => \
             at.addEventListener('change', (event) => {{ if (!event.isTrusted) at.value = ''; }}));</script>",
            job("Oven and Sons")
        ),
        _ => return None,
    })
}

fn job(company: &str) -> String {
    format!(
        r#"<script type="application/ld+json">{{"@context":"https://schema.org","@type":"JobPosting",
        "title":"Night Baker","hiringOrganization":{{"@type":"Organization","name":"{company}"}},
        "jobLocation":{{"@type":"Place","address":{{"@type":"PostalAddress","addressLocality":"Ulm","addressCountry":"DE"}}}},
        "description":"<p>We bake rye bread at night.</p><h3>Requirements</h3><ul><li>Experience with sourdough</li><li>Food safety</li></ul>"}}</script>
        <h1>Night Baker</h1><p>{company}, Ulm</p><h2>About the job</h2><p>We bake rye bread at night.</p>
        <h2>Requirements</h2><ul><li>Experience with sourdough</li><li>Food safety</li></ul>"#
    )
}

/// A person whom documents can be written for.
pub(crate) fn with_history(account: &Api) -> Result<()> {
    account.change_profile(|profile| {
        profile.summary = "Baker with nine years in craft bakeries.".into();
        profile.work = vec![WorkEntry {
            id: "w1".into(),
            company: "Crumb Bakery".into(),
            title: "Baker".into(),
            location: "Hamburg".into(),
            start: Some(YearMonth {
                year: 2017,
                month: Some(3),
            }),
            current: true,
            description:
                "- Baked 400 sourdough loaves a night\n- Trained two apprentices in food safety"
                    .into(),
            ..WorkEntry::default()
        }];
        profile.skills = ["Sourdough", "Food safety"]
            .map(|name| Skill {
                name: name.into(),
                ..Skill::default()
            })
            .into();
    })
}

pub(crate) async fn ready(stand: &Stand, version: u32) -> Result<()> {
    stand
        .wait_text("#documents", &format!("version {version}"))
        .await?;
    stand.settled().await
}

#[tokio::test(flavor = "multi_thread")]
async fn documents_are_written_changed_and_attached_to_this_jobs_form_only() -> Result<()> {
    let (stand, account) = Stand::connected().await?;
    with_history(&account)?;

    // On the job's page, where there is no form yet.
    stand.open_page("/tailor/job?utm_source=feed").await?;
    stand.open_popup().await?;
    stand.click("#tailor").await?;
    ready(&stand, 1).await?;
    let resume = stand.text("#resume-lines").await?;
    for words in ["Ada Example", "Crumb Bakery", "400 sourdough loaves"] {
        assert!(resume.contains(words), "{words} is in {resume}");
    }
    let letter = stand.text("#letter-lines").await?;
    assert!(letter.contains("Night Baker"), "{letter}");

    // A line in the person's own words, and another template: both stay.
    let edit = "const line = [...document.querySelectorAll('#resume-lines [data-do=edit-line]')] \
                  .find((at) => at.textContent.includes('400 sourdough')); line.click(); return true";
    stand.browser.run::<bool>(edit, vec![]).await?;
    stand
        .write(
            "#resume-lines textarea",
            "Baked 400 loaves of sourdough each night",
        )
        .await?;
    stand.click("[data-do=keep-line]").await?;
    ready(&stand, 2).await?;
    let choose = "const at = document.querySelector('#template'); at.value = '2'; \
                  at.dispatchEvent(new Event('change', { bubbles: true })); return true";
    stand.browser.run::<bool>(choose, vec![]).await?;
    ready(&stand, 3).await?;
    let resume = stand.text("#resume-lines").await?;
    assert!(
        resume.contains("400 loaves of sourdough each night"),
        "{resume}"
    );
    let template: String = stand
        .browser
        .run("return document.querySelector('#template').value", vec![])
        .await?;
    assert_eq!(template, "2");

    // Closing the popup and ending the worker loses nothing, and nothing is written twice.
    stand.end_worker().await?;
    stand.open_popup().await?;
    stand.click("#tailor").await?;
    ready(&stand, 3).await?;
    stand.click("#attach").await?;
    stand.wait("#no-form").await?;

    // The form takes each document in the kind of file that it wants, and the letter's text.
    stand.open_page("/tailor/apply").await?;
    stand.open_popup().await?;
    stand.fill().await?;
    let values = stand
        .values(&["first_name", "resume", "letter_file", "letter_text"])
        .await?;
    assert_eq!(values[0], "Ada");
    assert!(
        values[1].ends_with(".pdf") && values[1] != RESUME_NAME,
        "{values:?}"
    );
    assert!(values[2].ends_with(".docx"), "{values:?}");
    assert!(
        values[3].contains("Night Baker") && values[3].contains("\n\n"),
        "{values:?}"
    );

    // The receipt names the very files that were attached.
    let hashes = attached_hashes(&stand).await?;
    let wait = "const all = await chrome.storage.local.get(null); \
                const receipt = Object.entries(all).find(([name]) => name.startsWith('receipt:'))[1]; \
                return receipt.fields.map((field) => field.file_sha256).filter(Boolean)";
    let named: Vec<String> = stand.in_own(wait, vec![]).await?;
    assert_eq!(named, hashes);

    // Another employer's form gets what is the same for every job.
    stand.open_page("/tailor/elsewhere").await?;
    stand.open_popup().await?;
    stand.fill().await?;
    let values = stand
        .values(&["resume", "letter_file", "letter_text"])
        .await?;
    assert_eq!(values, [RESUME_NAME, "", ""]);
    Ok(())
}

/// The SHA-256 of what the page's two file fields hold.
async fn attached_hashes(stand: &Stand) -> Result<Vec<String>> {
    stand.to_page().await?;
    // A page of a plain http address on loopback is a secure context.
    let script = "window.__hashes = null; Promise.all(['resume', 'letter_file'].map(async (id) => { \
        const bytes = await document.getElementById(id).files[0].arrayBuffer(); \
        const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)); \
        return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join(''); })) \
        .then((all) => { window.__hashes = all; }); return true";
    stand.browser.run::<bool>(script, vec![]).await?;
    stand
        .browser
        .wait_until("the hashes", "return !!window.__hashes", vec![], LIMIT)
        .await?;
    let hashes = stand.browser.run("return window.__hashes", vec![]).await?;
    stand.to_own().await?;
    Ok(hashes)
}

#[tokio::test(flavor = "multi_thread")]
async fn one_press_tailors_and_fills_and_saves_what_the_page_refuses() -> Result<()> {
    let (stand, account) = Stand::connected().await?;
    with_history(&account)?;
    stand.open_page("/tailor/refuses").await?;
    stand.open_popup().await?;
    let watch = "window.__saved = []; HTMLAnchorElement.prototype.click = function () { \
                 window.__saved.push(this.download); }; return true";
    stand.browser.run::<bool>(watch, vec![]).await?;
    stand.click("#tailor-fill").await?;
    stand.wait("#outcome").await?;
    stand.settled().await?;
    let saved: Vec<String> = stand.browser.run("return window.__saved", vec![]).await?;
    assert_eq!(saved.len(), 2, "{saved:?}");
    assert!(
        saved[0].ends_with(".pdf") && saved[1].ends_with(".docx"),
        "{saved:?}"
    );
    assert!(saved.iter().all(|name| name != RESUME_NAME), "{saved:?}");
    stand.wait_text("#needs-you", &saved[0]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn waiting_for_documents_can_be_ended() -> Result<()> {
    let (mut stand, account) = Stand::connected().await?;
    with_history(&account)?;
    stand.open_page("/tailor/job").await?;
    // A server that takes the request and never answers it.
    let silent = TcpListener::bind(("127.0.0.1", 0))?;
    let address = format!("http://{}", silent.local_addr()?);
    let before = serve_from(&stand, &address).await?;
    stand.open_popup().await?;
    stand.click("#tailor").await?;
    stand.wait("#tailoring").await?;
    let (_held, _) = silent.accept().context("the extension asked nobody")?;
    stand.click("#cancel-tailor").await?;
    stand.wait("#tailor").await?;
    stand.settled().await?;
    assert!(!stand.text("main").await?.contains("did not work"));

    // Nobody there at all: it is said, and the page can be gone on with.
    serve_from(&stand, &before).await?;
    stand.backend.stop();
    stand.open_popup().await?;
    stand.click("#tailor").await?;
    stand
        .wait_text("main", "The server cannot be reached right now")
        .await?;
    stand.wait("#tailor").await
}

/// Has the extension ask another address; answers the one before.
async fn serve_from(stand: &Stand, address: &str) -> Result<String> {
    stand.open_options().await?;
    let script = "const { connection } = await chrome.storage.local.get('connection'); \
                  await chrome.storage.local.set({ connection: { ...connection, server: args[0] } }); \
                  return connection.server";
    stand.in_own(script, vec![json!(address)]).await
}
