//! Where what is known of a watched tab lies: session storage, one change at a time.

use super::Watch;
use crate::background::fill::{self, FillRecord};
use crate::background::keys;
use crate::browser::{BrowserError, locks, storage, tabs};

/// Guards the list of watched tabs.
const WATCHED_LOCK: &str = "watched";

/// Changes what is known of a tab's last fill.
pub(super) async fn amend<T: 'static>(
    tab: i32,
    change: impl FnOnce(&mut FillRecord) -> T + 'static,
) -> Option<T> {
    locks::alone(&fill::lock_of(tab), async move {
        let key = keys::FILL.of(&tab.to_string());
        let mut record = storage::get(&key).await.ok().flatten()?;
        let changed = change(&mut record);
        storage::set(&key, &record).await.ok()?;
        Some(changed)
    })
    .await
}

pub(super) async fn record_of(tab: i32) -> Result<Option<FillRecord>, BrowserError> {
    storage::get(&keys::FILL.of(&tab.to_string())).await
}

pub(super) async fn load(tab: i32) -> Option<Watch> {
    let found = storage::get(&keys::WATCH.of(&tab.to_string())).await;
    found.ok().flatten()
}

pub(super) async fn save(tab: i32, watch: &Watch) {
    // Without this what the person does from here on is not seen; the fill itself stands.
    let _ = storage::set(&keys::WATCH.of(&tab.to_string()), watch).await;
    note_watched(tab, !watch.over).await;
}

/// Keeps the list of watched tabs: while it is empty the worker is not woken by tabs that load.
pub(super) async fn note_watched(tab: i32, watched: bool) {
    locks::alone(WATCHED_LOCK, async move {
        let known = storage::get(&keys::WATCHED).await.ok().flatten();
        let mut list: Vec<i32> = known.unwrap_or_default();
        if list.contains(&tab) != watched {
            list.retain(|&known| known != tab);
            if watched {
                list.push(tab);
            }
            // Where this is not kept, the next change keeps it.
            let _ = storage::set(&keys::WATCHED, &list).await;
        }
        tabs::hear_loads(!list.is_empty());
    })
    .await;
}

/// Lets tabs that load wake the worker as long as one is watched. Told in the same lock in which the list changes, so
/// that an older state of it never has the last word.
pub(super) async fn hear_loads() {
    locks::alone(WATCHED_LOCK, async {
        let known = storage::get(&keys::WATCHED).await.ok().flatten();
        tabs::hear_loads(known.is_some_and(|list: Vec<i32>| !list.is_empty()));
    })
    .await;
}

pub(super) fn lock_of(tab: i32) -> String {
    format!("watch:{tab}")
}
