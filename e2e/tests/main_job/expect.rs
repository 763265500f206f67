//! Comparing what was submitted with what the profile says, so that a difference reads well.

use crate::person;
use crate::popup::Line;
use anyhow::Result;
use foothold_e2e::servers::Submission;
use std::collections::BTreeMap;

/// What was stored is exactly this: nothing else, nothing less.
pub(crate) fn submitted(submission: &Submission, expected: &[(&str, &str)]) {
    let expected: BTreeMap<String, String> = expected
        .iter()
        .map(|(label, value)| ((*label).to_owned(), (*value).to_owned()))
        .collect();
    let values = submission.values();
    let mut differences = Vec::new();
    for (label, value) in &expected {
        match values.get(label) {
            None => differences.push(format!("{label}: missing, expected {value:?}")),
            Some(found) if found != value => {
                differences.push(format!("{label}: {found:?}, expected {value:?}"));
            }
            Some(_) => {}
        }
    }
    for (label, value) in &values {
        if !expected.contains_key(label) {
            differences.push(format!("{label}: {value:?}, expected nothing"));
        }
    }
    assert!(
        differences.is_empty(),
        "what was submitted differs from the profile:\n{}",
        differences.join("\n")
    );
    assert_eq!(submission.traps(), Vec::<String>::new(), "bait was taken");
}

/// The résumé arrived byte for byte, under its name.
pub(crate) fn resume(submission: &Submission, field: &str) -> Result<()> {
    let (name, bytes) = submission.file(field)?;
    assert_eq!(name, person::RESUME_NAME);
    assert!(
        bytes == person::resume(),
        "the file arrived with other bytes ({} of them)",
        bytes.len()
    );
    Ok(())
}

/// Nothing went wrong in a fill: no field was refused, lost or changed by the page.
pub(crate) fn no_trouble(lines: &[Line]) {
    let changed: Vec<&Line> = lines.iter().filter(|line| !line.kept.is_empty()).collect();
    assert!(changed.is_empty(), "the page changed these: {changed:#?}");
}
