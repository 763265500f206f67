//! Sealing what is told: what a person looks for, and the address and secret of their webhook.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::NotificationError;
use crate::crypto::{Keyring, SealedColumn};

pub(super) const NOTIFICATION: SealedColumn = SealedColumn {
    table: "notifications",
    key: "notification_id",
    column: "content_sealed",
};
pub(super) const DELIVERY: SealedColumn = SealedColumn {
    table: "deliveries",
    key: "delivery_id",
    column: "content_sealed",
};
pub(super) const WEBHOOK_URL: SealedColumn = SealedColumn {
    table: "webhooks",
    key: "account_id",
    column: "url_sealed",
};
pub(super) const WEBHOOK_SECRET: SealedColumn = SealedColumn {
    table: "webhooks",
    key: "account_id",
    column: "secret_sealed",
};
pub(super) const WEBHOOK_OLD_SECRET: SealedColumn = SealedColumn {
    table: "webhooks",
    key: "account_id",
    column: "old_secret_sealed",
};

/// The sealed columns, for the rotation of keys.
pub const SEALED: &[SealedColumn] = &[
    NOTIFICATION,
    DELIVERY,
    WEBHOOK_URL,
    WEBHOOK_SECRET,
    WEBHOOK_OLD_SECRET,
];

pub(super) fn seal(
    keyring: &Keyring,
    column: &SealedColumn,
    row: &str,
    value: &impl Serialize,
) -> String {
    keyring.seal_json(value, column.at(row))
}

pub(super) fn open<T: DeserializeOwned>(
    keyring: &Keyring,
    column: &SealedColumn,
    row: &str,
    sealed: &str,
) -> Result<T, NotificationError> {
    keyring.open_json(sealed, column.at(row), NotificationError::Unknown)
}
