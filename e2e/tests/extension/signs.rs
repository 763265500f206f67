//! The marks as they stand on a page: in closed shadow trees, which only the DevTools protocol sees into.

use crate::stand::{LIMIT, Stand};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

/// A mark on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sign {
    /// `filled`, `needs-you`, `differs`, `left` or `yours`.
    pub(crate) state: String,
    /// What ears hear.
    pub(crate) label: String,
    /// Whether it can be seen now.
    pub(crate) shown: bool,
    node: i64,
}

/// Every mark of the page in the current window, in the order of the page's fields.
pub(crate) async fn read(stand: &Stand) -> Result<Vec<Sign>> {
    let answer = stand
        .browser
        .cdp("DOM.getDocument", json!({ "depth": -1, "pierce": true }))
        .await?;
    let mut found = Vec::new();
    collect(&answer["root"], false, &mut found);
    Ok(found)
}

fn collect(node: &Value, inside: bool, found: &mut Vec<Sign>) {
    let inside = inside || node["localName"] == "foothold-marks";
    let attribute = |name: &str| {
        let list = node["attributes"].as_array()?;
        let at = list.chunks(2).find(|pair| pair[0] == name)?;
        at[1].as_str().map(str::to_owned)
    };
    if inside && let Some(state) = attribute("data-state") {
        found.push(Sign {
            state,
            label: attribute("aria-label").unwrap_or_default(),
            shown: attribute("hidden").is_none(),
            node: node["nodeId"].as_i64().unwrap_or_default(),
        });
    }
    for key in ["children", "shadowRoots"] {
        for child in node[key].as_array().into_iter().flatten() {
            collect(child, inside, found);
        }
    }
}

/// Waits until the marks are as `test` wants them.
pub(crate) async fn wait(
    stand: &Stand,
    what: &str,
    test: impl Fn(&[Sign]) -> bool,
) -> Result<Vec<Sign>> {
    let deadline = tokio::time::Instant::now() + LIMIT;
    loop {
        let signs = read(stand).await?;
        if test(&signs) {
            return Ok(signs);
        }
        ensure!(
            tokio::time::Instant::now() < deadline,
            "{what}; the marks are {signs:#?}"
        );
    }
}

/// Waits for the mark of a question, and gives it.
pub(crate) async fn of(stand: &Stand, question: &str, state: &str) -> Result<Sign> {
    let is = |sign: &Sign| sign.label.contains(question) && sign.state == state;
    let what = format!("no mark says {state} of {question}");
    let signs = wait(stand, &what, |signs| signs.iter().any(is)).await?;
    signs.into_iter().find(is).context("it was there")
}

/// The middle of a mark in the window, and its width.
pub(crate) async fn place(stand: &Stand, sign: &Sign) -> Result<(f64, f64, f64)> {
    let model = stand
        .browser
        .cdp("DOM.getBoxModel", json!({ "nodeId": sign.node }))
        .await?;
    let corner = |at: usize| model["model"]["border"][at].as_f64().unwrap_or_default();
    let (left, top, right, bottom) = (corner(0), corner(1), corner(4), corner(5));
    Ok(((left + right) / 2.0, (top + bottom) / 2.0, right - left))
}

/// Clicks a mark, as a mouse does.
pub(crate) async fn click(stand: &Stand, sign: &Sign) -> Result<()> {
    let (x, y, _) = place(stand, sign).await?;
    click_at(stand, x, y).await
}

/// Presses a button of the open card by its words.
pub(crate) async fn press(stand: &Stand, words: &str) -> Result<()> {
    let deadline = tokio::time::Instant::now() + LIMIT;
    let node = loop {
        let answer = stand
            .browser
            .cdp("DOM.getDocument", json!({ "depth": -1, "pierce": true }))
            .await?;
        if let Some(node) = button(&answer["root"], words) {
            break node;
        }
        ensure!(
            tokio::time::Instant::now() < deadline,
            "no card offers {words:?}"
        );
    };
    let sign = Sign {
        state: String::new(),
        label: String::new(),
        shown: true,
        node,
    };
    click(stand, &sign).await
}

fn button(node: &Value, words: &str) -> Option<i64> {
    let children = || {
        ["children", "shadowRoots"]
            .into_iter()
            .flat_map(|key| node[key].as_array().into_iter().flatten())
    };
    if node["localName"] == "button" && children().any(|child| child["nodeValue"] == words) {
        return node["nodeId"].as_i64();
    }
    children().find_map(|child| button(child, words))
}

async fn click_at(stand: &Stand, x: f64, y: f64) -> Result<()> {
    for (kind, buttons) in [("mouseMoved", 0), ("mousePressed", 1), ("mouseReleased", 0)] {
        let event = json!({
            "type": kind, "x": x, "y": y, "buttons": buttons, "clickCount": 1,
            "button": if kind == "mouseMoved" { "none" } else { "left" },
        });
        stand.browser.cdp("Input.dispatchMouseEvent", event).await?;
    }
    Ok(())
}
