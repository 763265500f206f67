//! Reads `multipart/form-data` within bounds. Nothing is checked against the form here.

use super::Upload;
use poem::error::ReadBodyError;
use poem::web::Multipart;
use poem::{Body, FromRequest, Request, RequestBody};

/// The largest request: the files a form takes, and the text around them.
const MAX_BODY_BYTES: usize = 12 * 1024 * 1024;
/// The most parts a request may have.
const MAX_PARTS: usize = 400;

/// What came in.
#[derive(Default)]
pub(crate) struct Received {
    /// Names and values in their order; a name may come more than once.
    pub(crate) values: Vec<(String, String)>,
    pub(crate) files: Vec<Upload>,
}

/// Why a request was not read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Refused {
    #[error("The request is larger than 12 MB.")]
    TooLarge,
    #[error("Send the application as multipart/form-data.")]
    NotMultipart,
    #[error("The request has more than {MAX_PARTS} parts.")]
    TooManyParts,
    #[error("The request broke off or is not valid.")]
    Broken,
}

/// Reads the whole request.
///
/// # Errors
/// See [`Refused`].
pub(crate) async fn receive(request: &Request, body: Body) -> Result<Received, Refused> {
    let announced = request.content_type().unwrap_or_default();
    if !announced
        .to_ascii_lowercase()
        .starts_with("multipart/form-data")
    {
        return Err(Refused::NotMultipart);
    }
    let bytes = match body.into_bytes_limit(MAX_BODY_BYTES).await {
        Ok(bytes) => bytes,
        Err(ReadBodyError::PayloadTooLarge) => return Err(Refused::TooLarge),
        Err(_) => return Err(Refused::Broken),
    };
    let mut body = RequestBody::new(Body::from(bytes));
    let mut parts = Multipart::from_request(request, &mut body)
        .await
        .map_err(|_| Refused::NotMultipart)?;
    let mut received = Received::default();
    let mut count = 0;
    while let Some(part) = parts.next_field().await.map_err(|_| Refused::Broken)? {
        count += 1;
        if count > MAX_PARTS {
            return Err(Refused::TooManyParts);
        }
        let name = part.name().unwrap_or_default().to_owned();
        let file_name = part.file_name().map(str::to_owned);
        let media_type = part.content_type().unwrap_or_default().to_owned();
        let bytes = part.bytes().await.map_err(|_| Refused::Broken)?;
        match file_name {
            // A browser sends an empty part for a file input that was left alone.
            Some(file_name) if file_name.is_empty() && bytes.is_empty() => {}
            Some(file_name) => {
                received.files.push(Upload {
                    field: name,
                    file_name,
                    media_type,
                    bytes,
                });
            }
            None => {
                let text = String::from_utf8(bytes).map_err(|_| Refused::Broken)?;
                received.values.push((name, text));
            }
        }
    }
    Ok(received)
}

impl Received {
    /// The first value of a name; empty where there is none.
    pub(crate) fn value(&self, name: &str) -> &str {
        self.values
            .iter()
            .find(|(other, _)| other == name)
            .map_or("", |(_, value)| value)
    }

    fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.values
            .iter()
            .filter(move |(other, _)| other == name)
            .map(|(_, value)| value.as_str())
    }

    /// Puts the answers of one screen in place of what it answered before. A file that was not sent
    /// again stays.
    pub(crate) fn replace(&mut self, answered_there: impl Fn(&str) -> bool, by: Received) {
        self.values.retain(|(name, _)| !answered_there(name));
        self.values.extend(by.values);
        self.files
            .retain(|old| !by.files.iter().any(|new| new.field == old.field));
        self.files.extend(by.files);
    }

    /// The values of a name that are not empty.
    pub(crate) fn answers<'a>(&'a self, name: &'a str) -> Vec<&'a str> {
        self.all(name)
            .filter(|value| !value.trim().is_empty())
            .collect()
    }
}
