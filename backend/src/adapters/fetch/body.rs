//! Reading a body to a bounded end, and unpacking it no further.

use std::io::Read;

use bytes::{Bytes, BytesMut};
use flate2::read::MultiGzDecoder;
use reqwest::Response;
use reqwest::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE};

use super::FetchError;

/// The body, unpacked, or why it is not read.
pub(super) async fn read(mut response: Response, longest: usize) -> Result<Bytes, FetchError> {
    let header = |name| {
        response
            .headers()
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase()
    };
    let packed = match header(CONTENT_ENCODING).as_str() {
        "" | "identity" => false,
        "gzip" | "x-gzip" => true,
        // Nothing else was asked for.
        _ => return Err(FetchError::Kind),
    };
    let told = header(CONTENT_LENGTH).parse::<u64>().ok();
    if told.is_some_and(|length| length > longest as u64) {
        return Err(FetchError::TooLong);
    }
    let mut body = BytesMut::new();
    while let Some(chunk) = response.chunk().await.map_err(|error| broken(&error))? {
        if body.len() + chunk.len() > longest {
            return Err(FetchError::TooLong);
        }
        body.extend_from_slice(&chunk);
    }
    let body = body.freeze();
    if !packed {
        return Ok(body);
    }
    tokio::task::spawn_blocking(move || unpack(&body, longest))
        .await
        .map_err(|_| FetchError::CutOff)?
}

fn unpack(packed: &[u8], longest: usize) -> Result<Bytes, FetchError> {
    let mut unpacked = Vec::new();
    MultiGzDecoder::new(packed)
        .take(longest as u64 + 1)
        .read_to_end(&mut unpacked)
        .map_err(|_| FetchError::CutOff)?;
    if unpacked.len() > longest {
        return Err(FetchError::TooLong);
    }
    Ok(unpacked.into())
}

fn broken(error: &reqwest::Error) -> FetchError {
    if error.is_timeout() {
        FetchError::TimedOut
    } else {
        FetchError::CutOff
    }
}

/// The media type, without its parameters.
pub(super) fn media_type(response: &Response) -> String {
    response
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase()
}

/// Whether something of this type can be text. Boards call their JSON many things, so only what cannot be is refused.
pub(super) fn may_be_text(media_type: &str) -> bool {
    const NEVER: &[&str] = &[
        "application/pdf",
        "application/zip",
        "application/gzip",
        "application/x-gzip",
        "application/x-tar",
        "application/x-7z-compressed",
        "application/msword",
        "application/wasm",
        "application/java-archive",
        "application/x-msdownload",
        "application/x-executable",
        "application/vnd.android.package-archive",
    ];
    let kind = media_type.split('/').next().unwrap_or_default();
    let picture = matches!(kind, "image" | "audio" | "video" | "font" | "model");
    let office = media_type.starts_with("application/vnd.")
        && !media_type.ends_with("json")
        && !media_type.ends_with("xml");
    !(picture || office || NEVER.contains(&media_type))
}
