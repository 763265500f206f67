//! Reads JSON into typed data: what storage, messages and the server's answers hold.
//!
//! Every type that is read is compiled once for its reader, so the reader decides what a tenth of the extension weighs.
//! This one knows no reasons (nobody ever sees them), no structs written as lists, and reads straight from the text.
//! Numbers, escapes and nesting are as in RFC 8259; half of a surrogate pair, which browsers write where a page cut an
//! emoji in two, reads as a replacement character.
//! What must not happen here: a panic, whatever the text; recursion without an end.

mod parser;
mod typed;

use parser::Parser;
use serde::de::DeserializeOwned;

/// What a text holds; `None` where it is no JSON or holds something else.
pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    let mut parser = Parser::new(text);
    let value = T::deserialize(&mut parser).ok()?;
    parser.end().ok()?;
    Some(value)
}

#[cfg(test)]
mod tests;
