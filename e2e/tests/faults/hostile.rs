//! Pages that lie, patch what scripts rely on, and put markup where text belongs.

use crate::stand::{FILLED, FORM, Stand, row};
use anyhow::Result;
use serde_json::{Value, json};

#[tokio::test(flavor = "multi_thread")]
async fn prototypes_that_were_patched() -> Result<()> {
    let stand = Stand::start().await?;
    // Patched before anything else runs; each throws, hangs on to what it gets, or gives nonsense.
    let patches = "<script>window.leaked = [];\
        const note = (what) => leaked.push(String(what));\
        const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');\
        Object.defineProperty(HTMLInputElement.prototype, 'value', { configurable: true,\
          get() { return value.get.call(this); }, set(text) { note(text); throw new Error('patched'); } });\
        for (const name of ['map', 'filter', 'push', 'find', 'forEach', 'join']) {\
          const own = Array.prototype[name];\
          Array.prototype[name] = function (...args) { if (name !== 'push') note(name); return own.apply(this, args); }; }\
        EventTarget.prototype.dispatchEvent = function () { note('dispatch'); throw new Error('patched'); };\
        Element.prototype.getAttribute = () => 'honeypot';\
        Element.prototype.checkVisibility = () => true;\
        Element.prototype.getBoundingClientRect = () => ({ left: 0, top: 0, right: 400, bottom: 40, width: 400, height: 40 });\
        Document.prototype.querySelectorAll = () => [];\
        window.getComputedStyle = () => ({ display: 'block', visibility: 'visible', opacity: '1' });\
        JSON.stringify = (what) => { note(what); return '{}'; };\
        window.Promise = class { constructor() { throw new Error('patched'); } };\
        Object.prototype.hidden = ''; Object.prototype.handle = 1;\
        </script>";
    let body = format!(
        "{patches}{FORM}<form><p><label for=lure>Phone</label><input id=lure autocomplete=tel style=\"opacity:0\"></p></form>"
    );
    let tab = stand.open(&body).await?;
    stand.begin_fill(tab).await?;
    let reply = stand.answer().await?;
    assert_eq!(row(&reply, "First name")?.0, "written", "{reply:#}");
    // WebDriver's own scripts run in the patched world, so the debugger reads the values.
    for (id, expected) in FILLED.iter().take(4).chain(&[("lure", "")]) {
        let held = own_value(&stand, id).await?;
        assert_eq!(held, *expected, "{id}");
    }
    Ok(())
}

/// A field's value, read by the debugger and not by the page's scripts.
async fn own_value(stand: &Stand, id: &str) -> Result<String> {
    stand.to_page().await?;
    let tree = stand.browser.cdp("Page.getFrameTree", json!({})).await?;
    let frame = tree["frameTree"]["frame"]["id"].clone();
    let world = stand
        .browser
        .cdp(
            "Page.createIsolatedWorld",
            json!({ "frameId": frame, "worldName": "reader" }),
        )
        .await?;
    let answer = stand
        .browser
        .cdp(
            "Runtime.evaluate",
            json!({ "expression": format!("document.getElementById('{id}').value"),
                    "contextId": world["executionContextId"], "returnByValue": true }),
        )
        .await?;
    stand.to_own().await?;
    Ok(answer["result"]["value"]
        .as_str()
        .unwrap_or_default()
        .to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn markup_in_texts_stays_text() -> Result<()> {
    let stand = Stand::start().await?;
    let bad =
        "&lt;img src=x onerror=window.ran=true&gt;&lt;script&gt;window.ran=true&lt;/script&gt;";
    let body = format!(
        "{FORM}<form><p><label for=odd>{bad} How did you hear about us?</label><select id=odd>\
         <option></option><option value=\"a\">{bad}</option><option value=\"b\">Friend {bad}</option></select></p>\
         <p><label for=country>Country</label><select id=country><option></option>\
         <option>{bad}</option><option>France</option><option>Germany</option></select></p></form>"
    );
    let tab = stand.open(&body).await?;
    let reply = stand.fill(tab).await?;
    let held = stand.held().await?;
    assert_eq!(held["country"], "Germany", "{reply:#}");
    assert_eq!(held["odd"], "", "nobody knows that");
    let ran: bool = stand.in_page("return !!window.ran", vec![]).await?;
    assert!(!ran, "the page ran it");
    // The extension's own page shows the labels as they are.
    let address = stand
        .browser
        .client()
        .current_url()
        .await?
        .join(&format!("popup.html?tab={tab}"))?;
    stand.browser.goto(address.as_str()).await?;
    stand
        .browser
        .wait_until(
            "the popup to show the label",
            "return document.querySelector('main')?.textContent.includes('<img src=x')",
            vec![],
            crate::stand::LIMIT,
        )
        .await?;
    let found: Value = stand
        .browser
        .run(
            "return [!!window.ran, document.querySelectorAll('main img[src=x], main script').length]",
            vec![],
        )
        .await?;
    assert_eq!(found, json!([false, 0]));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn labels_that_lie_about_their_field() -> Result<()> {
    let stand = Stand::start().await?;
    let body = format!(
        "{FORM}<form><p><label for=pass>First name</label><input id=pass type=password></p>\
         <p><label for=card>Phone</label><input id=card autocomplete=cc-number></p>\
         <p><label for=code>Last name</label><input id=code autocomplete=one-time-code></p>\
         <p><label for=bot>Please leave this field empty: e-mail</label><input id=bot name=hp_email></p></form>"
    );
    let tab = stand.open(&body).await?;
    let reply = stand.fill(tab).await?;
    let held = stand.held().await?;
    assert_eq!(held["first_name"], "Ada", "{reply:#}");
    for id in ["pass", "card", "code", "bot"] {
        assert_eq!(held[id], "", "{id}");
    }
    Ok(())
}
