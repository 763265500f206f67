//! The time and fresh ids, from the browser.

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(then: &Function, after_ms: i32);
    #[wasm_bindgen(js_namespace = crypto, js_name = randomUUID)]
    fn random_uuid() -> String;
}

/// Now, epoch milliseconds.
#[expect(
    clippy::cast_possible_truncation,
    reason = "milliseconds fit for 280 000 years"
)]
pub(crate) fn now_ms() -> i64 {
    js_sys::Date::now() as i64
}

/// Comes true, as `undefined`, after so long.
pub(super) fn pause(after_ms: i32) -> Promise {
    Promise::new(&mut |done, _| set_timeout(&done, after_ms))
}

/// Waits so long.
pub(crate) async fn wait(after_ms: i32) {
    // A timer does not fail.
    let _ = wasm_bindgen_futures::JsFuture::from(pause(after_ms)).await;
}

/// A fresh random id (UUID, version 4).
pub(crate) fn new_id() -> String {
    random_uuid()
}

/// A time as the person's browser writes it: day and minute, in their language.
pub(crate) fn local_time(epoch_ms: i64) -> String {
    local(epoch_ms, &[("dateStyle", "medium"), ("timeStyle", "short")])
}

/// A day as the person's browser writes it.
pub(crate) fn local_day(epoch_ms: i64) -> String {
    local(epoch_ms, &[("dateStyle", "medium")])
}

fn local(epoch_ms: i64, styles: &[(&str, &str)]) -> String {
    #[expect(
        clippy::cast_precision_loss,
        reason = "milliseconds stay exact for 280 000 years"
    )]
    let date = js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(epoch_ms as f64));
    let options = js_sys::Object::new();
    for (key, value) in styles {
        // Setting a plain property on a fresh object cannot fail.
        let _ = js_sys::Reflect::set(&options, &(*key).into(), &(*value).into());
    }
    date.to_locale_string("default", &options).into()
}

/// Today in the person's own time zone, `YYYY-MM-DD`.
pub(crate) fn today() -> String {
    let now = js_sys::Date::new_0();
    format!(
        "{:04}-{:02}-{:02}",
        now.get_full_year(),
        now.get_month() + 1,
        now.get_date()
    )
}
