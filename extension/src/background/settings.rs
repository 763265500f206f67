//! What the person chose about how Foothold behaves on pages. It is kept on this browser only.

use super::keys;
use crate::browser::storage;
use crate::messages::{Failure, Settings};

/// The choices; the defaults where none was made, or where what is stored cannot be read.
pub(crate) async fn find() -> Settings {
    storage::get(&keys::SETTINGS)
        .await
        .ok()
        .flatten()
        .unwrap_or_default()
}

/// Keeps the choices.
pub(crate) async fn update(settings: Settings) -> Result<(), Failure> {
    Ok(storage::set(&keys::SETTINGS, &settings).await?)
}
