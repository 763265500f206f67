//! Swagger UI at `/docs`, without letting its page run anything else.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use poem::endpoint::make_sync;
use poem::http::header;
use poem::{Endpoint, Response};
use sha2::{Digest, Sha256};

/// The page. Its scripts are inline, so its policy allows exactly those, by their hashes.
pub fn docs(html: String) -> impl Endpoint {
    let hashes: Vec<String> = inline_scripts(&html)
        .map(|script| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(script))))
        .collect();
    let policy = format!(
        "default-src 'self'; script-src {}; style-src 'unsafe-inline'; img-src 'self' data:; \
         object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
        hashes.join(" ")
    );
    make_sync(move |_| {
        Response::builder()
            .content_type("text/html; charset=utf-8")
            .header(header::CONTENT_SECURITY_POLICY, policy.as_str())
            .body(html.clone())
    })
}

fn inline_scripts(html: &str) -> impl Iterator<Item = &str> {
    html.split("<script").skip(1).filter_map(|rest| {
        let (_, body) = rest.split_once('>')?;
        Some(body.split_once("</script>")?.0)
    })
}

#[cfg(test)]
mod tests {
    use super::inline_scripts;

    #[test]
    fn finds_each_script() {
        let html = "<p><script charset=\"UTF-8\">one</script><script>two\n</script>";
        assert_eq!(inline_scripts(html).collect::<Vec<_>>(), ["one", "two\n"]);
    }
}
