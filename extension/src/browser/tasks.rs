//! Work that goes on by itself.

use std::future::Future;

/// Begins some work and does not wait for it.
pub(crate) fn spawn(work: impl Future<Output = ()> + 'static) {
    // Boxed: what drives a future is compiled for each kind of it, and a kilobyte each time.
    let work: std::pin::Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    wasm_bindgen_futures::spawn_local(work);
}
