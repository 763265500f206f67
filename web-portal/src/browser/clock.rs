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

/// Waits.
pub(crate) async fn pause(long: Duration) {
    let promise = js_sys::Promise::new(&mut |done, _| {
        // Without a timer there is nothing to wait for.
        let ring = done.clone();
        let call = move || drop(ring.call0(&wasm_bindgen::JsValue::NULL));
        if set_timeout_with_handle(call, long).is_err() {
            let _ = done.call0(&wasm_bindgen::JsValue::NULL);
        }
    });
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}

/// The day of a moment where the person is, as date fields have it: `2026-11-21`.
pub(crate) fn day_of(at_ms: i64) -> String {
    #[expect(
        clippy::cast_precision_loss,
        reason = "epoch milliseconds fit a double exactly"
    )]
    let date = js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(at_ms as f64));
    format!(
        "{:04}-{:02}-{:02}",
        date.get_full_year(),
        date.get_month() + 1,
        date.get_date()
    )
}

/// The last moment of a day where the person is; `None` where the text is no date field's.
pub(crate) fn end_of_day_ms(day: &str) -> Option<i64> {
    let at_ms = js_sys::Date::parse(&format!("{}T23:59:59.999", day.trim()));
    #[expect(
        clippy::cast_possible_truncation,
        reason = "whole milliseconds until far in the future"
    )]
    let at_ms = at_ms.is_finite().then_some(at_ms as i64);
    at_ms
}

/// A fresh UUID (version 4) for something the server keeps.
pub(crate) fn fresh_uuid() -> String {
    let id: Vec<char> = (fresh_id() + &fresh_id()).chars().collect();
    let part = |from: usize, to: usize| id[from..to].iter().collect::<String>();
    format!(
        "{}-{}-4{}-a{}-{}",
        part(0, 8),
        part(8, 12),
        part(13, 16),
        part(17, 20),
        part(20, 32)
    )
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
