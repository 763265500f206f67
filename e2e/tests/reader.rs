//! The page agent's reader in a real Chromium: what it sees of the golden pages is what they record, and it never
//! writes.
//!
//! After a change of the agent: `FOOTHOLD_UPDATE=1 cargo test -p foothold-e2e --test reader`, and read the difference.

use anyhow::Result;
use foothold_core::page::{PageSnapshot, signature};
use foothold_e2e::capture::{Captured, Captures};
use serde_json::json;
use std::path::{Path, PathBuf};

fn golden_pages() -> Result<Vec<PathBuf>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../extension-core/tests/pages");
    let mut folders: Vec<PathBuf> = std::fs::read_dir(root)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    folders.retain(|folder| folder.join("page.html").is_file());
    folders.sort();
    Ok(folders)
}

#[tokio::test]
async fn the_golden_pages_are_seen_as_recorded() -> Result<()> {
    let captures = Captures::start().await?;
    for folder in golden_pages()? {
        let page = Captured::read(
            &folder.join("page.html"),
            "https://apply.example/jobs/1/apply",
        )?;
        let mut seen = captures.snapshot(&page).await?;
        // The text of the job is the posting reader's, and has tests of its own.
        seen.job = Default::default();
        let recorded = folder.join("page.json");
        if std::env::var_os("FOOTHOLD_UPDATE").is_some() {
            std::fs::write(&recorded, serde_json::to_string_pretty(&seen)? + "\n")?;
        }
        let recorded: PageSnapshot = serde_json::from_str(&std::fs::read_to_string(recorded)?)?;
        assert_eq!(seen, recorded, "{}", folder.display());
    }
    Ok(())
}

#[tokio::test]
async fn both_sides_compute_the_same_signature_and_numbers_lead_to_elements() -> Result<()> {
    let captures = Captures::start().await?;
    for folder in golden_pages()? {
        let page = Captured::read(
            &folder.join("page.html"),
            "https://apply.example/jobs/1/apply",
        )?;
        let seen = captures.snapshot(&page).await?;
        let handles: Vec<u32> = seen.fields.iter().map(|field| field.handle).collect();
        let computed: Vec<String> = captures
            .browser()
            .run(
                "return arguments[0].map((h) => __foothold.signatureOf(__foothold.elementOf(h)))",
                vec![json!(handles)],
            )
            .await?;
        let ours: Vec<String> = seen.fields.iter().map(signature).collect();
        assert_eq!(computed, ours, "{}", folder.display());
    }
    Ok(())
}

#[tokio::test]
async fn hostile_pages_are_read_and_nothing_is_written() -> Result<()> {
    let mut html = String::from(
        "<!doctype html><form id=f><input name=parentNode><input name=attributes><input name=elements>\
         <input name=id><input name=nodeType><input name=firstChild><input name=getAttribute><input name=localName>\
         <input name=children><input name=shadowRoot></form><img name=getElementById><img name=documentElement>\
         <div id=a aria-labelledby=b role=textbox contenteditable=true></div><div id=b aria-labelledby=a>Cyclic</div>",
    );
    for _ in 0..3_000 {
        html.push_str("<div><span>");
    }
    let captures = Captures::start().await?;
    let page = Captured {
        html: html.into_bytes(),
        url: "https://hostile.example/".to_owned(),
    };
    captures.open(&page).await?;
    let before: String = captures
        .browser()
        .run("return document.body.outerHTML", vec![])
        .await?;
    let seen = captures.collect().await?;
    let after: String = captures
        .browser()
        .run("return document.body.outerHTML", vec![])
        .await?;
    assert_eq!(seen.fields.len(), 11);
    assert_eq!(seen.fields[0].name, "parentNode");
    assert_eq!(seen.fields[10].labels[0].text, "Cyclic");
    assert_eq!(before, after);
    Ok(())
}

#[tokio::test]
async fn open_shadow_roots_are_read_and_huge_pages_are_cut() -> Result<()> {
    let mut html = String::from(
        "<!doctype html><my-field label='Vorname'><template shadowrootmode=open><input id=x></template></my-field>",
    );
    for number in 0..600 {
        html.push_str(&format!("<label>Field {number} <input></label>"));
    }
    let captures = Captures::start().await?;
    let page = Captured {
        html: html.into_bytes(),
        url: String::new(),
    };
    let seen = captures.snapshot(&page).await?;
    assert!(seen.fields[0].in_shadow);
    assert!(
        seen.fields[0]
            .labels
            .iter()
            .any(|label| label.text == "Vorname")
    );
    assert_eq!(seen.fields.len(), 500);
    assert!(seen.truncated);
    Ok(())
}
