//! Opening a PDF: does it have pages, and can anybody read them?

use super::Refusal;
use lopdf::{DecompressError, Document, Error, LoadOptions};

/// What one object or cross-reference stream may inflate to. Those of a five-megabyte document are
/// a few hundred kilobytes; page contents and pictures are not inflated at all.
const STREAM_BYTES: usize = 32 * 1024 * 1024;

/// Where the end-of-file mark of a whole file is.
const TAIL_BYTES: usize = 2048;

pub(super) fn check(bytes: &[u8]) -> Result<(), Refusal> {
    let options = LoadOptions::with_max_decompressed_size(STREAM_BYTES);
    let document =
        Document::load_mem_with_options(bytes, options).map_err(|error| match error {
            Error::Decompress(DecompressError::MemoryLimitExceeded { .. }) => Refusal::TooComplex,
            Error::InvalidPassword
            | Error::UnsupportedSecurityHandler(_)
            | Error::Decryption(_) => Refusal::PasswordProtected,
            _ => Refusal::Unreadable,
        })?;
    // A file that only forbids printing or copying opens with the empty password, which the reader
    // has tried; one that is still encrypted needs a real one.
    if document.is_encrypted() {
        return Err(Refusal::PasswordProtected);
    }
    // The reader repairs what it can, also a file of which the rest never arrived. Repaired *and*
    // without an end is a torn upload: an employer would see an empty page.
    let tail = &bytes[bytes.len().saturating_sub(TAIL_BYTES)..];
    let ends = tail.windows(5).any(|window| window == b"%%EOF");
    if document.xref_recovery.is_some() && !ends {
        return Err(Refusal::Unreadable);
    }
    if document.page_iter().next().is_none() {
        return Err(Refusal::Unreadable);
    }
    Ok(())
}
