//! The OpenAPI document, and Swagger UI at `/docs` without letting its page run anything else.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use poem::endpoint::make_sync;
use poem::http::header;
use poem::{Endpoint, Response};
use sha2::{Digest, Sha256};

/// The page, as it is sent.
#[derive(Debug)]
pub struct DocsPage {
    html: Bytes,
    /// Its scripts are inline, so its policy allows exactly those, by their hashes.
    policy: String,
}

impl DocsPage {
    /// Of what Swagger UI makes.
    #[must_use]
    pub fn of(html: &str) -> Self {
        // As browsers read it before they hash it.
        let html = html.replace("\r\n", "\n").replace('\r', "\n");
        let hashes: Vec<String> = inline_scripts(&html)
            .map(|script| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(script))))
            .collect();
        let policy = format!(
            "default-src 'self'; script-src {}; style-src 'unsafe-inline'; img-src 'self' data:; \
             object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
            hashes.join(" ")
        );
        Self {
            html: html.into(),
            policy,
        }
    }
}

/// The page; it is made when somebody first asks for it.
pub fn docs(page: fn() -> &'static DocsPage) -> impl Endpoint {
    make_sync(move |_| {
        let page = page();
        Response::builder()
            .content_type("text/html; charset=utf-8")
            .header(header::CONTENT_SECURITY_POLICY, page.policy.as_str())
            .body(page.html.clone())
    })
}

/// The OpenAPI document; it is made when somebody first asks for it.
pub fn document(json: fn() -> Bytes) -> impl Endpoint {
    make_sync(move |_| {
        Response::builder()
            .content_type("application/json")
            .body(json())
    })
}

/// Where the `type` of every problem leads.
pub fn problems() -> impl Endpoint {
    make_sync(|_| {
        Response::builder().content_type("text/html; charset=utf-8").body(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width\">\
             <title>Foothold: problems</title>\
             <h1>When a request fails</h1>\
             <p>Every error is <code>application/problem+json</code> (RFC 9457):</p><ul>\
             <li><code>code</code> is stable and for programs; it is also the part of \
             <code>type</code> after the #.\
             <li><code>title</code> is the same for every problem of a code; <code>detail</code> \
             says what happened and what to do, in words for a person.\
             <li><code>errors</code> names the wrong parts of the request, each with a path such as \
             <code>work[2].start</code>, a code and a message.\
             <li><code>request_id</code>, also in the header <code>X-Request-Id</code>, is what to \
             quote when asking for help.</ul>\
             <p>401 with <code>token_expired</code> means: refresh and repeat. Any other 401 means: \
             sign in again. 429 and 503 say in <code>Retry-After</code> when to try again.</p>\
             <p><a href=\"/docs\">All operations</a></p></html>",
        )
    })
}

/// The scripts as a browser sees them: each reaches to the next end tag, whatever it holds.
fn inline_scripts(html: &str) -> impl Iterator<Item = &str> {
    let mut rest = html;
    std::iter::from_fn(move || {
        let (_, from_tag) = rest.split_once("<script")?;
        let (_, from_body) = from_tag.split_once('>')?;
        let (body, after) = from_body.split_once("</script>")?;
        rest = after;
        Some(body)
    })
}

#[cfg(test)]
mod tests {
    use super::inline_scripts;

    #[test]
    fn finds_each_script() {
        let html = "<p><script charset=\"UTF-8\">a('<script>')</script><script>two\n</script>";
        assert_eq!(
            inline_scripts(html).collect::<Vec<_>>(),
            ["a('<script>')", "two\n"]
        );
    }
}
