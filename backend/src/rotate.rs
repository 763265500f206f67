//! Changing the sealing key: every sealed text is opened with its old key and sealed with the
//! active one, a batch at a time. What is done stays done, so it can be stopped and run again, and
//! it can run while the server does.

use crate::crypto::{Keyring, Place, SealedColumn};
use crate::db::{self, Db, sealed};

const BATCH: i64 = 100;

/// How a column went.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Sealed with the active key now.
    pub rotated: u64,
    /// Could not be opened, and stayed as they are.
    pub failed: u64,
}

/// Seals every text of a column with the active key.
///
/// # Errors
/// If the database fails; what was done before stays done.
pub async fn rotate(db: &Db, keyring: &Keyring, column: &SealedColumn) -> db::Result<Counts> {
    let mut counts = Counts::default();
    let mut after = String::new();
    loop {
        let mut tx = db.begin().await?;
        let rows =
            sealed::list_stale(&mut tx.conn(), column, keyring.active(), &after, BATCH).await?;
        let Some(last) = rows.last() else {
            return Ok(counts);
        };
        after.clone_from(&last.row_key);
        for row in &rows {
            let place = Place {
                table: column.table,
                column: column.column,
                row: &row.row_key,
            };
            match keyring.open(&row.sealed, place) {
                Ok(plain) => {
                    let new = keyring.seal(&plain, place);
                    let replaced = sealed::update(&mut tx.conn(), column, row, &new).await?;
                    counts.rotated += u64::from(replaced);
                }
                Err(cause) => {
                    tracing::warn!(table = column.table, row = row.row_key, %cause, "not opened");
                    counts.failed += 1;
                }
            }
        }
        tx.commit().await?;
    }
}
