//! The built portal's files: right types, compressed variants, cache headers, one page for every
//! address that the portal's own router knows.

use std::path::{Path, PathBuf};

use poem::http::{Method, StatusCode, header};
use poem::{Endpoint, Request, Response, Result};

use super::Failure;

const INDEX: &str = "index.html";

/// The folder with the built portal, if there is one.
#[derive(Debug, Clone)]
pub struct Portal {
    folder: Option<PathBuf>,
}

impl Portal {
    /// Serves what is in `folder`.
    #[must_use]
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self { folder }
    }
}

impl Endpoint for Portal {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        let path = request.uri().path();
        if path == "/api" || path.starts_with("/api/") {
            return Err(not_found().into());
        }
        if !matches!(*request.method(), Method::GET | Method::HEAD) {
            return Err(Failure::from_status(StatusCode::METHOD_NOT_ALLOWED).into());
        }
        let name = file_name(path).ok_or_else(not_found)?;
        // A name with an ending is a file; anything else is a page of the portal's own router.
        let is_page = name == INDEX || !name.rsplit('/').next().unwrap_or_default().contains('.');
        let Some(folder) = self.folder.as_deref().filter(|folder| folder.is_dir()) else {
            return if is_page {
                Ok(not_built())
            } else {
                Err(not_found().into())
            };
        };
        match send(folder, &name, &request).await {
            Some(response) => Ok(response),
            None if is_page => Ok(send(folder, INDEX, &request)
                .await
                .unwrap_or_else(not_built)),
            None => Err(not_found().into()),
        }
    }
}

fn not_found() -> Failure {
    Failure::from_status(StatusCode::NOT_FOUND)
}

/// The file that an address names: plain parts only, so that nothing outside the folder is reached.
fn file_name(path: &str) -> Option<String> {
    let path = path.strip_prefix('/').unwrap_or(path);
    if path.is_empty() {
        return Some(INDEX.to_owned());
    }
    let plain = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && part
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b))
    };
    path.trim_end_matches('/')
        .split('/')
        .all(plain)
        .then(|| path.trim_end_matches('/').to_owned())
}

async fn send(folder: &Path, name: &str, request: &Request) -> Option<Response> {
    let plain = folder.join(name);
    let accepted = request.header(header::ACCEPT_ENCODING).unwrap_or_default();
    let variants = [("br", ".br"), ("gzip", ".gz")]
        .into_iter()
        .filter(|(coding, _)| accepts(accepted, coding))
        .map(|(coding, ending)| (Some(coding), folder.join(format!("{name}{ending}"))))
        .chain([(None, plain.clone())]);
    for (coding, file) in variants {
        let Ok(about) = tokio::fs::metadata(&file).await else {
            continue;
        };
        if !about.is_file() {
            continue;
        }
        let tag = entity_tag(&about, coding);
        let mut response = Response::builder()
            .header(header::VARY, "accept-encoding")
            .header(header::ETAG, &tag)
            .header(
                header::CACHE_CONTROL,
                if is_hashed(name) {
                    "public, max-age=31536000, immutable"
                } else {
                    "no-cache"
                },
            );
        let unchanged = request
            .header(header::IF_NONE_MATCH)
            .is_some_and(|known| known.split(',').any(|known| known.trim() == tag));
        if unchanged {
            return Some(response.status(StatusCode::NOT_MODIFIED).finish());
        }
        let Ok(bytes) = tokio::fs::read(&file).await else {
            continue;
        };
        response = response.content_type(media_type(name));
        if let Some(coding) = coding {
            response = response.header(header::CONTENT_ENCODING, coding);
        }
        return Some(response.body(bytes));
    }
    None
}

fn accepts(header: &str, coding: &str) -> bool {
    header.split(',').any(|offer| {
        let mut parts = offer.split(';').map(str::trim);
        parts.next() == Some(coding)
            && !parts.any(|weight| matches!(weight, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
    })
}

fn entity_tag(about: &std::fs::Metadata, coding: Option<&str>) -> String {
    let changed = about
        .modified()
        .ok()
        .and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok())
        .map_or(0, |since| since.as_millis());
    format!(
        "W/\"{:x}-{changed:x}-{}\"",
        about.len(),
        coding.unwrap_or("plain")
    )
}

/// Whether the name carries its content's hash (`portal-5f3a9c0d21b7e846_bg.wasm`), so that it
/// never changes.
fn is_hashed(name: &str) -> bool {
    name.split(['-', '.', '_', '/']).any(|part| {
        part.len() >= 8
            && part.bytes().all(|b| b.is_ascii_hexdigit())
            && part.bytes().any(|b| b.is_ascii_digit())
    })
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        "zip" => "application/zip",
        _ => "application/octet-stream",
    }
}

fn not_built() -> Response {
    Response::builder()
        .status(StatusCode::OK)
        .content_type("text/html; charset=utf-8")
        .header(header::CACHE_CONTROL, "no-store")
        .body(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width\">\
             <title>Foothold: the portal is not built</title>\
             <h1>The portal is not built</h1>\
             <p>The server is running, but it has no portal to show. In the project's folder, run \
             <code>cargo xtask run</code>: it builds the portal and starts the server with it. To \
             use a portal that is built already, set <code>server.portal_dir</code>.</p>\
             <p>The API is there: see <a href=\"/docs\">its documentation</a>.</p></html>",
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_names_are_files() {
        assert_eq!(file_name("/").as_deref(), Some("index.html"));
        assert_eq!(file_name("/app/x.js").as_deref(), Some("app/x.js"));
        assert_eq!(file_name("/profile/").as_deref(), Some("profile"));
        for path in [
            "/../keys.toml",
            "/a/../b",
            "/.git/config",
            "/%2e%2e/x",
            "/a//b",
            "/a\\b",
        ] {
            assert_eq!(file_name(path), None, "{path}");
        }
    }

    #[test]
    fn a_hash_in_the_name_is_seen() {
        assert!(is_hashed("portal-5f3a9c0d21b7e846_bg.wasm"));
        assert!(is_hashed("assets/style.0a1b2c3d.css"));
        assert!(!is_hashed("index.html"));
        assert!(!is_hashed("facade-deadbeef.css"));
    }

    #[test]
    fn a_coding_with_weight_zero_is_refused() {
        assert!(accepts("gzip, deflate, br;q=0.8", "br"));
        assert!(!accepts("gzip, br;q=0", "br"));
        assert!(!accepts("", "gzip"));
    }
}
