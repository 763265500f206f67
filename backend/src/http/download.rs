//! A file that somebody downloads, unless they have it.

use poem_openapi::ApiResponse;
use poem_openapi::payload::Binary;

/// What a download answers.
#[derive(Debug, ApiResponse)]
pub enum Download {
    /// The bytes, as they are kept.
    #[oai(status = 200)]
    File(
        Binary<Vec<u8>>,
        /// The file's media type.
        #[oai(header = "Content-Type")]
        String,
        /// Names the file and keeps browsers from showing it as a page.
        #[oai(header = "Content-Disposition")]
        String,
        /// The SHA-256 of the bytes.
        #[oai(header = "ETag")]
        String,
        /// Private, and asked about again each time.
        #[oai(header = "Cache-Control")]
        String,
        /// Always `nosniff`.
        #[oai(header = "X-Content-Type-Options")]
        String,
    ),
    /// The client has these bytes already.
    #[oai(status = 304)]
    NotModified(#[oai(header = "ETag")] String),
}

impl Download {
    /// The file with this hash, unless it is among the `known` ones (`If-None-Match`).
    pub(crate) fn unless_known(
        known: Option<&str>,
        sha256: &str,
        media_type: &str,
        disposition: String,
        bytes: Vec<u8>,
    ) -> Self {
        let tag = format!("\"{sha256}\"");
        if known.is_some_and(|tags| tags.split(',').any(|known| known.trim() == tag)) {
            return Self::NotModified(tag);
        }
        Self::File(
            Binary(bytes),
            media_type.to_owned(),
            disposition,
            tag,
            "private, no-cache".to_owned(),
            "nosniff".to_owned(),
        )
    }
}
