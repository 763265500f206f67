//! One at a time: named locks of the browser, which end with the worker that holds them.

use js_sys::{Object, Promise};
use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["navigator", "locks"], js_name = request, catch)]
    async fn request_lock(name: &str, options: &Object, work: &JsValue)
    -> Result<JsValue, JsValue>;
}

/// Does some work while nobody else holds the lock of this name.
///
/// Where the browser will not give locks at all, the work is done without one.
pub(crate) async fn alone<T, W>(name: &str, work: W) -> T
where
    T: 'static,
    W: Future<Output = T> + 'static,
{
    let result: Rc<RefCell<Option<T>>> = Rc::default();
    let pending: Rc<RefCell<Option<W>>> = Rc::new(RefCell::new(Some(work)));
    let (inner_result, inner_pending) = (Rc::clone(&result), Rc::clone(&pending));
    let callback = Closure::once(move |_lock: JsValue| -> Promise {
        future_to_promise(async move {
            let work = inner_pending.borrow_mut().take();
            if let Some(work) = work {
                let value = work.await;
                *inner_result.borrow_mut() = Some(value);
            }
            Ok(JsValue::UNDEFINED)
        })
    });
    // What the lock manager answers is known from `result`: filled exactly if the work was done.
    let _ = request_lock(name, &Object::new(), callback.as_ref()).await;
    let done = result.borrow_mut().take();
    match done {
        Some(value) => value,
        None => run_unlocked(&pending).await,
    }
}

async fn run_unlocked<T, W: Future<Output = T>>(pending: &RefCell<Option<W>>) -> T {
    let work = pending.borrow_mut().take();
    match work {
        Some(work) => work.await,
        // The work was begun and never ended: its worker is ending, and nobody waits for this.
        None => std::future::pending().await,
    }
}
