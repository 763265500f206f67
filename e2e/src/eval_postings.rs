//! `eval postings`: how much of a job posting the reader gets right.

use anyhow::{Result, bail};
use std::path::Path;

/// Measures every posting of a folder and prints the result.
///
/// # Errors
/// When there is nothing to measure, or the browser does not start.
pub async fn run(folder: &Path, _json: bool) -> Result<()> {
    bail!("no postings can be measured in {} yet", folder.display())
}
