//! The peer that types: the same form filled by WebDriver, the way test scripts do it. One find, and one stroke after
//! another, for each field; fewer fields than the agent writes, since lists of their own and files are left out.

use super::form::typed;
use super::server::Server;
use super::{Times, times};
use crate::browser::{Browser, BrowserOptions};
use anyhow::Result;
use fantoccini::Locator;
use serde::Serialize;
use std::time::Instant;

/// What plain scripted typing takes.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Typed {
    /// How many fields were typed into.
    pub fields: usize,
    /// From the first find to the last stroke.
    pub took: Times,
}

/// What is typed: as long as the answers of a person.
const TEXT: &str = "Senior bench joiner";

/// Types into the form's text fields `repeats` times, each time freshly opened.
pub(super) async fn measure(server: &Server, repeats: usize) -> Result<Typed> {
    let browser = Browser::start(BrowserOptions::default()).await?;
    let names = typed();
    let mut took = Vec::new();
    for _ in 0..repeats {
        browser.goto(server.form()).await?;
        let from = Instant::now();
        for name in &names {
            let field = browser.client().find(Locator::Id(name)).await?;
            field.send_keys(TEXT).await?;
        }
        took.push(from.elapsed().as_secs_f64() * 1_000.0);
    }
    Ok(Typed {
        fields: names.len(),
        took: times(took),
    })
}
