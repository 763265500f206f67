//! The reader on our own files in the layouts that people send, whole and by parts.

use anyhow::{Context as _, Result};
use foothold_documents::read::Resume;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What all files together must reach, and what each must.
const TOTAL: f64 = 0.975;
const EACH: f64 = 0.70;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/layouts")
}

fn resume(name: &str) -> Result<Resume> {
    let bytes = std::fs::read(folder().join(name))?;
    let reading = if name.ends_with(".docx") {
        foothold_documents::read_docx(&bytes)?
    } else {
        foothold_documents::read_pdf(&bytes)?
    };
    Ok(reading.resume)
}

#[test]
fn layouts_are_read_as_well_as_ever() -> Result<()> {
    let output = Command::new(env!("CARGO_BIN_EXE_eval_resumes"))
        .arg(folder())
        .arg("--json")
        .output()?;
    let report: Value = serde_json::from_slice(&output.stdout).context("a report")?;
    let files = report["by_file"].as_object().context("files")?;
    assert!(files.len() >= 20, "{} files", files.len());
    for (name, file) in files {
        let f1 = file["f1"].as_f64().context("a number")?;
        assert!(f1 >= EACH, "{name}: {f1:.3}");
    }
    let total = report["total"]["f1"].as_f64().context("a number")?;
    assert!(total >= TOTAL, "all together: {total:.3}");
    Ok(())
}

#[test]
fn projects_and_publications_come_in_parts() -> Result<()> {
    let student = resume("student-us.pdf")?;
    let names: Vec<&str> = student
        .projects
        .iter()
        .filter_map(|project| Some(project.name.as_ref()?.value.as_str()))
        .collect();
    assert_eq!(names, ["Lake Ice Watch", "Poem Finder"]);
    assert_eq!(student.projects[1].end.map(|date| date.year), Some(2025));
    assert!(
        student.projects[0]
            .bullets
            .iter()
            .any(|line| line.starts_with("Satellite"))
    );
    let modern = resume("moderncv.pdf")?;
    let titles: Vec<&str> = modern
        .publications
        .iter()
        .filter_map(|one| Some(one.title.as_ref()?.value.as_str()))
        .collect();
    assert_eq!(
        titles,
        ["Swell in narrow harbours", "Gliders at the shelf break"]
    );
    let academic = resume("academic-two.pdf")?;
    let first = academic.publications.iter().find(|one| !one.url.is_empty());
    let first = first.context("one with an address")?;
    assert_eq!(first.published.map(|date| date.year), Some(2024));
    assert!(first.publisher.starts_with("Journal of Tonal Studies"));
    Ok(())
}
