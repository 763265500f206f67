//! Whole posting pages: what the agent saw of a page (`ID.page.json`) and all that the reader made of it (`ID.read.json`).
//!
//! The pages are our own, in the manner of many job sites and in eight languages. `ID.html` is what the agent saw,
//! `ID.truth.json` what a person read: `cargo xtask eval postings extension-core/tests/posting_pages` compares with that.
//!
//! After a change of mind: `FOOTHOLD_UPDATE=1 cargo test -p foothold-core --test posting_pages`, and read the difference.

use foothold_core::page::PageSnapshot;
use foothold_core::posting::{self, JobPosting};
use std::path::{Path, PathBuf};

/// The day the pages are read on.
const TODAY: &str = "2026-11-21";

fn pages() -> anyhow::Result<Vec<PathBuf>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/posting_pages");
    let mut pages = std::fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()?;
    pages.retain(|path| path.extension().is_some_and(|end| end == "html"));
    pages.sort();
    Ok(pages)
}

fn snapshot(page: &Path) -> anyhow::Result<PageSnapshot> {
    Ok(serde_json::from_str(&std::fs::read_to_string(
        page.with_extension("page.json"),
    )?)?)
}

#[test]
fn every_page_is_read_as_recorded() -> anyhow::Result<()> {
    let pages = pages()?;
    assert!(pages.len() > 40, "the pages are missing");
    for page in pages {
        let read = posting::read(&snapshot(&page)?, TODAY);
        let recorded = page.with_extension("read.json");
        if std::env::var_os("FOOTHOLD_UPDATE").is_some() {
            std::fs::write(&recorded, serde_json::to_string_pretty(&read)? + "\n")?;
        }
        let recorded: JobPosting = serde_json::from_str(&std::fs::read_to_string(&recorded)?)?;
        assert_eq!(read, recorded, "{}", page.display());
    }
    Ok(())
}

#[test]
fn descriptions_hold_no_raw_html_and_yield_the_same_requirements_again() -> anyhow::Result<()> {
    for page in pages()? {
        let read = posting::read(&snapshot(&page)?, TODAY);
        let Some(description) = &read.description else {
            continue;
        };
        for tag in ["<p", "<li", "<script", "</", "&lt;"] {
            assert!(!description.contains(tag), "{}: {tag}", page.display());
        }
        let again = posting::requirements(description);
        assert!(
            again.is_empty() || again == read.requirements,
            "{}: {again:?}",
            page.display()
        );
    }
    Ok(())
}

#[test]
fn without_a_clock_nothing_is_said_of_today() -> anyhow::Result<()> {
    for page in pages()? {
        let with = posting::read(&snapshot(&page)?, TODAY);
        let without = posting::read(&snapshot(&page)?, "");
        assert_eq!(without.closed_on(TODAY), with.closed, "{}", page.display());
    }
    Ok(())
}
