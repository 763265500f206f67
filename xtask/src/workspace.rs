//! Where things are in the checkout.

use std::path::{Path, PathBuf};

/// The checkout's top folder.
pub fn root() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().unwrap_or(manifest).to_path_buf()
}

/// Cargo's target folder.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The built products.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// A binary of this workspace in the development profile.
pub fn binary(name: &str) -> PathBuf {
    target().join("debug").join(name)
}
