//! Where the built extension and the built portal are: `dist/`, or where `FOOTHOLD_DIST` says.

use std::path::{Path, PathBuf};

fn dist() -> PathBuf {
    std::env::var_os("FOOTHOLD_DIST").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../dist"),
        PathBuf::from,
    )
}

/// The folder of the portal.
#[must_use]
pub fn portal() -> PathBuf {
    dist().join("portal")
}

/// The folder of the extension, whether it is built or not.
#[must_use]
pub fn extension() -> PathBuf {
    dist().join("extension")
}
