//! What a person downloads with the extension: all WebAssembly and all JavaScript of it, beside the limits.

use anyhow::Result;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// The limits that the build holds, too (`cargo xtask build`).
const LIMITS: &str = include_str!("../../../extension/size-limits.json");

/// Sizes in kilobytes of 1,024 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Sizes {
    /// All WebAssembly.
    pub wasm_kb: u64,
    /// The most it may be.
    pub wasm_limit_kb: u64,
    /// All JavaScript: the glue and the page agent.
    pub js_kb: u64,
    /// The most it may be.
    pub js_limit_kb: u64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Limits {
    wasm_kb: u64,
    js_kb: u64,
}

/// Adds up the built extension.
pub(super) fn measure(folder: &Path) -> Result<Sizes> {
    let limits: Limits = serde_json::from_str(LIMITS)?;
    Ok(Sizes {
        wasm_kb: bytes(folder, "wasm")?.div_ceil(1_024),
        wasm_limit_kb: limits.wasm_kb,
        js_kb: bytes(folder, "js")?.div_ceil(1_024),
        js_limit_kb: limits.js_kb,
    })
}

fn bytes(folder: &Path, end: &str) -> Result<u64> {
    let mut sum = 0;
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            sum += bytes(&path, end)?;
        } else if path.extension().is_some_and(|found| found == end) {
            sum += std::fs::metadata(&path)?.len();
        }
    }
    Ok(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_a_kind_are_added_up_in_every_folder() -> Result<()> {
        let folder = tempfile::tempdir()?;
        std::fs::create_dir(folder.path().join("agent"))?;
        std::fs::write(folder.path().join("a.js"), [0; 1_000])?;
        std::fs::write(folder.path().join("agent/b.js"), [0; 1_000])?;
        std::fs::write(folder.path().join("c.wasm"), [0; 1_024])?;
        let sizes = measure(folder.path())?;
        assert_eq!((sizes.js_kb, sizes.wasm_kb), (2, 1));
        assert!(sizes.wasm_limit_kb > 0 && sizes.js_limit_kb > 0);
        Ok(())
    }
}
