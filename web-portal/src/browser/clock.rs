//! The time, timers and fresh ids.

use leptos::prelude::{TimeoutHandle, set_timeout_with_handle};
use std::time::Duration;

/// Now, in epoch milliseconds.
pub(crate) fn now_ms() -> i64 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "whole milliseconds until far in the future"
    )]
    let now = js_sys::Date::now() as i64;
    now
}

/// Calls back once, later. The handle clears it.
pub(crate) fn after(ms: u32, call: impl FnOnce() + 'static) -> Option<TimeoutHandle> {
    set_timeout_with_handle(call, Duration::from_millis(u64::from(ms))).ok()
}

/// An id for a new entry of a list, unlike any other.
pub(crate) fn fresh_id() -> String {
    let mut id = String::new();
    for _ in 0..4 {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a number below 65536"
        )]
        let part = (js_sys::Math::random() * 65_536.0) as u32;
        id.push_str(&format!("{part:04x}"));
    }
    id
}
