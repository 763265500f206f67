//! Chromium and its driver, for the browser tests, the evaluation and the benchmark.

use crate::shell::{find, install};
use anyhow::{Context, Result};
use std::path::PathBuf;

/// The browser and its driver.
pub struct Chromium {
    /// The browser.
    pub browser: PathBuf,
    /// Its WebDriver server.
    pub driver: PathBuf,
}

/// Finds Chromium and its driver, and installs them where they are missing.
///
/// # Errors
/// When they are missing and cannot be installed; the text says what to install.
pub fn ensure() -> Result<Chromium> {
    if let Some(found) = locate() {
        return Ok(found);
    }
    install(&["chromium", "chromium-driver"], "Chromium with its driver")?;
    locate().context("Chromium was installed, but is not where it was expected")
}

fn locate() -> Option<Chromium> {
    let named = |variable: &str| std::env::var_os(variable).map(PathBuf::from);
    let browser = named("FOOTHOLD_CHROMIUM").or_else(|| {
        find(&[
            "/usr/bin/chromium",
            "chromium",
            "chromium-browser",
            "google-chrome",
        ])
    })?;
    let driver = named("FOOTHOLD_CHROMEDRIVER")
        .or_else(|| find(&["/usr/bin/chromedriver", "chromedriver"]))?;
    Some(Chromium { browser, driver })
}
