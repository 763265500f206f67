//! A page of twenty thousand elements, read: how long it takes, and how long its own work has to wait meanwhile.

use super::server::Server;
use super::stages::World;
use super::{Times, times};
use crate::browser::{Browser, BrowserOptions};
use anyhow::{Result, ensure};
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;

/// How many elements the page has at least.
pub(super) const ELEMENTS: usize = 20_000;
/// What reading it may take, in milliseconds.
pub(super) const BUDGET_MS: f64 = 50.0;
/// How long its own work may have to wait, in milliseconds: one frame.
pub(super) const FRAME_MS: f64 = 16.0;

/// What reading the long page took.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Long {
    /// From the call to the snapshot.
    pub read: Times,
    /// The longest time that a task of the page waited for its turn, in one reading.
    pub longest: Times,
}

#[derive(Deserialize)]
struct Read {
    ms: f64,
    longest: f64,
    elements: usize,
    fields: usize,
}

/// A task of the page's own asks for its turn again and again; the longest gap is what the agent held up.
const READ: &str = "(async () => {\
    const bell = new MessageChannel(); let last = 0; let longest = 0; let on = true;\
    bell.port1.onmessage = () => { const now = performance.now(); longest = Math.max(longest, now - last); last = now; if (on) bell.port2.postMessage(0); };\
    document.body.getBoundingClientRect();\
    await new Promise((done) => setTimeout(done, 50));\
    last = performance.now(); bell.port2.postMessage(0);\
    await new Promise((done) => setTimeout(done, 10));\
    longest = 0;\
    const from = performance.now();\
    const seen = await __foothold.collect();\
    const ms = performance.now() - from;\
    await new Promise((done) => setTimeout(done, 5));\
    on = false;\
    return { ms, longest, fields: seen.fields.length, elements: document.getElementsByTagName('*').length };\
  })()";

/// Reads the page `repeats` times, each time freshly opened.
pub(super) async fn measure(server: &Server, repeats: usize) -> Result<Long> {
    let browser = Browser::start(BrowserOptions::default()).await?;
    let (mut read, mut longest) = (Vec::new(), Vec::new());
    for _ in 0..repeats {
        let world = World::open(&browser, server.long()).await?;
        world.inject().await?;
        let done: Read = world.evaluate(READ).await?;
        ensure!(
            done.elements >= ELEMENTS,
            "the long page has {} elements only",
            done.elements
        );
        ensure!(
            done.fields == super::form::QUESTIONS,
            "{} fields were read on the long page",
            done.fields
        );
        read.push(done.ms);
        longest.push(done.longest);
    }
    Ok(Long {
        read: times(read),
        longest: times(longest),
    })
}

/// The form with a list of openings under it, as long as it takes.
pub(super) fn page() -> String {
    let form = super::form::page();
    let mut openings = String::from("<section id=openings>");
    let count = ELEMENTS / 13;
    for number in 0..=count {
        if number % 50 == 0 {
            let _ = write!(
                openings,
                "</section><section class=team><h2>Openings in team {}</h2>",
                number / 50
            );
        }
        let _ = write!(
            openings,
            "<article class='card c{}' data-id={number}><header><h3>Role {number}</h3><a href='#r{number}'>Details</a></header>\
             <p>Join <span>team {}</span> in <b>Town {}</b></p><ul class=tags><li>Full-time</li><li>Remote</li><li>Level {}</li></ul>\
             <footer><time>2026-01-{:02}</time></footer></article>",
            number % 7,
            number / 50,
            number % 50,
            number % 5,
            number % 28 + 1
        );
    }
    form.replace("</form>", &format!("</form>{openings}</section>"))
}
