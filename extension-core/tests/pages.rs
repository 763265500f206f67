//! Golden pages: what the agent saw of a page (`page.json`) and what the reader made of it (`expected.txt`, a line a
//! field). The pages are our own, each written in the manner of some kind of form; `page.html` is what the agent saw.
//!
//! After a change of mind: `FOOTHOLD_UPDATE=1 cargo test -p foothold-core --test pages`, and read the difference.

use foothold_core::classify::{ClassifiedField, classify};
use foothold_core::page::PageSnapshot;
use std::fmt::Write as _;
use std::path::Path;

/// "first_name | Text | First name", with the entry of a row, a legal meaning or a trap after the kind.
fn line(field: &ClassifiedField) -> String {
    let name = |value: serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let mut what = match (field.trap, field.kind) {
        (Some(trap), _) => format!("trap {}", name(serde_json::json!(trap))),
        (None, Some(kind)) => name(serde_json::json!(kind)),
        (None, None) => "-".to_owned(),
    };
    if field.entry > 0 {
        let _ = write!(what, " {}", field.entry);
    }
    if let Some(legal) = &field.legal {
        let words = [
            (legal.negated, "negated"),
            (legal.compound, "compound"),
            (!legal.country.is_empty(), legal.country.as_str()),
        ];
        let words: Vec<&str> = words
            .iter()
            .filter(|(is, _)| *is)
            .map(|(_, word)| *word)
            .collect();
        let _ = write!(what, " ({})", words.join(" "));
    }
    let star = if field.required { "*" } else { "" };
    format!("{what} | {:?} | {}{star}", field.control, field.label)
}

#[track_caller]
fn check(folder: &Path) -> anyhow::Result<()> {
    let page: PageSnapshot =
        serde_json::from_str(&std::fs::read_to_string(folder.join("page.json"))?)?;
    let form = classify(&page);
    let mut got = format!("lang {} application {}\n", form.lang, form.is_application);
    for field in &form.fields {
        got.push_str(&line(field));
        got.push('\n');
    }
    let expected = folder.join("expected.txt");
    if std::env::var_os("FOOTHOLD_UPDATE").is_some() {
        std::fs::write(&expected, &got)?;
    }
    assert_eq!(
        got,
        std::fs::read_to_string(&expected)?,
        "{}",
        folder.display()
    );
    Ok(())
}

#[test]
fn every_page_reads_as_expected() -> anyhow::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut folders: Vec<_> = std::fs::read_dir(root)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    folders.retain(|folder| folder.join("page.json").is_file());
    folders.sort();
    assert!(!folders.is_empty(), "there are no golden pages");
    for folder in folders {
        check(&folder)?;
    }
    Ok(())
}
