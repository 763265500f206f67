//! The page goes while it is filled: it navigates, a frame of it is taken away.

use crate::stand::{FILLED, FORM, LIMIT, Stand, row, rows};
use anyhow::Result;
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn the_page_navigates_in_the_middle_of_a_fill() -> Result<()> {
    let stand = Stand::start().await?;
    let next = stand.pages.put(
        "/next",
        "<h1>Sign in</h1><form><p><label>First name <input id=harvest></label></p>\
         <p><label>Last name <input id=more></label></p><p><label>E-mail <input id=mail></label></p></form>",
    );
    let body = format!(
        "{FORM}<script>document.getElementById('last_name')\
           .addEventListener('input', () => location.assign('{next}'), {{ once: true }});</script>"
    );
    let tab = stand.open(&body).await?;
    stand.begin_fill(tab).await?;
    stand
        .wait_in_page(
            "the next page",
            "return document.readyState === 'complete' && !!document.getElementById('harvest')",
        )
        .await?;
    let reply = stand.answer().await?;
    // It may say so for the whole, or field by field; never that everything was filled.
    if reply["Ok"].is_object() {
        let lost = rows(&reply)?
            .values()
            .filter(|(outcome, _)| outcome == "not_written")
            .count();
        assert!(lost > 0, "{reply:#}");
    } else {
        assert!(reply["Err"].is_object(), "{reply:#}");
    }
    let held = stand.held().await?;
    assert!(
        held.values().all(String::is_empty),
        "the next page was not asked about: {held:?}"
    );
    // The tab can be filled again when the person asks.
    let reply = stand.fill(tab).await?;
    assert_eq!(row(&reply, "First name")?.0, "written");
    assert_eq!(stand.held().await?["harvest"], "Ada");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_frame_is_taken_away_in_the_middle_of_a_fill() -> Result<()> {
    let stand = Stand::start().await?;
    stand.pages.put(
        "/inner",
        &format!(
            "{FORM}<script>document.getElementById('first_name')\
               .addEventListener('input', () => parent.postMessage('go', '*'));</script>"
        ),
    );
    let body = format!(
        "<form><p><label for=phone>Phone</label><input id=phone type=tel></p></form>\
         <iframe id=frame width=700 height=700 src=\"{}\"></iframe>\
         <script>addEventListener('message', () => document.getElementById('frame').remove());</script>",
        stand.pages.elsewhere("/inner")
    );
    let tab = stand.open(&body).await?;
    stand.begin_fill(tab).await?;
    let reply = stand.answer().await?;
    let gone: bool = stand
        .in_page("return !document.getElementById('frame')", vec![])
        .await?;
    assert!(gone, "the frame was not filled at all: {reply:#}");
    if reply["Ok"].is_object() {
        let rows = rows(&reply)?;
        assert!(
            rows.iter()
                .any(|(_, (outcome, _))| outcome == "not_written"),
            "{rows:#?}"
        );
    } else {
        assert!(reply["Err"].is_object(), "{reply:#}");
    }
    // What is left of the page still answers.
    let looked = stand
        .ask(json!({ "kind": "look", "tab": tab, "wish": { "overwrite": false, "anyway": true } }))
        .await?;
    assert!(looked["Ok"]["look"].is_object(), "{looked:#}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_field_is_removed_between_plan_and_write() -> Result<()> {
    let stand = Stand::start().await?;
    let body = format!(
        "{FORM}<script>document.getElementById('first_name').addEventListener('input', () =>\
           document.getElementById('email')?.parentElement.remove());</script>"
    );
    let tab = stand.open(&body).await?;
    let reply = stand.fill(tab).await?;
    let (outcome, why) = row(&reply, "E-mail")?;
    assert_eq!(outcome, "not_written", "{reply:#}");
    assert!(!why.is_empty(), "the person is not told why");
    let held = stand.held().await?;
    for (id, value) in FILLED {
        if id == "email" {
            assert!(!held.contains_key(id));
        } else {
            assert_eq!(held[id], value, "{id}");
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_frame_that_never_ends_loading_holds_nothing_up() -> Result<()> {
    let stand = Stand::start().await?;
    let endless = stand.pages.at(crate::pages::ENDLESS);
    let body = format!(
        "{FORM}<script>addEventListener('load', () => setTimeout(() => {{\
           const frame = document.createElement('iframe'); frame.id = 'endless'; frame.src = '{endless}';\
           document.body.append(frame); }}));</script>"
    );
    let tab = stand.open(&body).await?;
    // The driver runs no script in a page that loads, so the server is asked.
    tokio::time::timeout(LIMIT, stand.pages.endless_begun()).await?;
    let reply = stand.fill(tab).await?;
    assert_eq!(row(&reply, "First name")?.0, "written", "{reply:#}");
    Ok(())
}
