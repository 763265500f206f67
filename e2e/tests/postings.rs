//! Posting pages in a real Chromium: what the page agent sees of each is what is recorded beside it, and what the
//! reader makes of it is what a person read.
//!
//! After a change of the agent: `FOOTHOLD_UPDATE=1 cargo test -p foothold-e2e --test postings`, and read the difference.

use anyhow::{Context as _, Result};
use foothold_core::page::PageSnapshot;
use foothold_e2e::capture::{Captured, Captures};
use serde_json::Value;
use std::path::Path;

#[tokio::test]
async fn the_posting_pages_are_seen_as_recorded() -> Result<()> {
    let folder =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../extension-core/tests/posting_pages");
    let mut pages = std::fs::read_dir(&folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()?;
    pages.retain(|path| path.extension().is_some_and(|end| end == "html"));
    pages.sort();
    assert!(pages.len() > 40, "the pages are missing");
    let captures = Captures::start().await?;
    for page in pages {
        let truth: Value =
            serde_json::from_str(&std::fs::read_to_string(page.with_extension("truth.json"))?)?;
        let url = truth["page_url"]
            .as_str()
            .context("a truth has a page_url")?;
        let mut seen = captures.snapshot(&Captured::read(&page, url)?).await?;
        // Fields and sections are the form reader's; only their labels count here, and they are few.
        seen.sections.clear();
        let recorded = page.with_extension("page.json");
        if std::env::var_os("FOOTHOLD_UPDATE").is_some() {
            std::fs::write(&recorded, serde_json::to_string_pretty(&seen)? + "\n")?;
        }
        let recorded: PageSnapshot = serde_json::from_str(&std::fs::read_to_string(recorded)?)?;
        assert_eq!(seen.job, recorded.job, "{}", page.display());
    }
    Ok(())
}
