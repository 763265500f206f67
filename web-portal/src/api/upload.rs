//! Uploading a file. `fetch` cannot say how far an upload is, so this is the one place with `XMLHttpRequest`.

use super::{Answer, Api, problem_from, unreachable, unreadable};
use crate::browser::page;
use foothold_shared::resume::ResumeView;
use js_sys::Promise;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FormData, ProgressEvent, XmlHttpRequest};

impl Api {
    /// Uploads a résumé; `progress` hears the share that has left, 0 to 100.
    pub(crate) async fn upload_resume(
        self,
        file: &File,
        progress: impl Fn(u32) + Clone + 'static,
    ) -> Answer<ResumeView> {
        let (mut status, mut body) = send(file, progress.clone()).await?;
        if status == 401 {
            self.refresh().await?;
            (status, body) = send(file, progress).await?;
        }
        if (200..300).contains(&status) {
            return serde_json::from_str(&body).map_err(|_| unreadable(status));
        }
        if status == 401 {
            self.session_over();
        }
        Err(problem_from(status, None, &body))
    }
}

async fn send(file: &File, progress: impl Fn(u32) + 'static) -> Answer<(u16, String)> {
    let request = XmlHttpRequest::new().map_err(|_| unreachable())?;
    let form = FormData::new().map_err(|_| unreachable())?;
    form.append_with_blob_and_filename("file", file, &file.name())
        .map_err(|_| unreachable())?;
    request
        .open_with_async("POST", "/api/v1/me/resumes", true)
        .map_err(|_| unreachable())?;
    if let Some(token) = page::cookie("foothold_csrf") {
        let _ = request.set_request_header("X-CSRF-Token", &token);
    }
    let on_progress = Closure::<dyn Fn(ProgressEvent)>::new(move |event: ProgressEvent| {
        if event.length_computable() && event.total() > 0.0 {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a share between 0 and 100"
            )]
            progress((event.loaded() / event.total() * 100.0) as u32);
        }
    });
    if let Ok(upload) = request.upload() {
        upload.set_onprogress(Some(on_progress.as_ref().unchecked_ref()));
    }
    let ended = Promise::new(&mut |resolve, _reject| {
        // `loadend` comes last, whether it went well or not; then status 0 says that it did not.
        request.set_onloadend(Some(&resolve));
        if request.send_with_opt_form_data(Some(&form)).is_err() {
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    JsFuture::from(ended).await.map_err(|_| unreachable())?;
    let status = request.status().unwrap_or(0);
    if status == 0 {
        return Err(unreachable());
    }
    let body = request.response_text().ok().flatten().unwrap_or_default();
    Ok((status, body))
}
