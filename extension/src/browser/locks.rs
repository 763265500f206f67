//! One at a time: named locks of the browser, which end with the worker that holds them.

use js_sys::{Object, Promise};
use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["navigator", "locks"], js_name = request, catch)]
    async fn request_lock(name: &str, options: &Object, work: &JsValue)
    -> Result<JsValue, JsValue>;
}

/// Work that is done at most once, whatever it gives.
type Work = Pin<Box<dyn Future<Output = ()>>>;

/// Does some work while nobody else holds the lock of this name.
///
/// Where the browser will not give locks at all, the work is done without one.
pub(crate) async fn alone<T, W>(name: &str, work: W) -> T
where
    T: 'static,
    W: Future<Output = T> + 'static,
{
    let result: Rc<RefCell<Option<T>>> = Rc::default();
    let kept = Rc::clone(&result);
    do_alone(
        name,
        Box::pin(async move {
            let value = work.await;
            *kept.borrow_mut() = Some(value);
        }),
    )
    .await;
    let done = result.borrow_mut().take();
    match done {
        Some(value) => value,
        // The work was begun and never ended: its worker is ending, and nobody waits for this.
        None => std::future::pending().await,
    }
}

/// The same for work of every kind, so that the waiting is compiled once.
async fn do_alone(name: &str, work: Work) {
    let pending: Rc<RefCell<Option<Work>>> = Rc::new(RefCell::new(Some(work)));
    let inner = Rc::clone(&pending);
    let callback = Closure::once(move |_lock: JsValue| -> Promise {
        future_to_promise(async move {
            let work = inner.borrow_mut().take();
            if let Some(work) = work {
                work.await;
            }
            Ok(JsValue::UNDEFINED)
        })
    });
    // What the lock manager answers is known from whether the work was taken.
    let _ = request_lock(name, &Object::new(), callback.as_ref()).await;
    let work = pending.borrow_mut().take();
    if let Some(work) = work {
        work.await;
    }
}
