//! Answers that several features give: 201 with a body, 204 without.

use poem_openapi::payload::Json;
use poem_openapi::types::{ParseFromJSON, ToJSON};

/// 201: made.
#[derive(Debug, poem_openapi::ApiResponse)]
pub enum Created<T: ParseFromJSON + ToJSON + Send + Sync + 'static> {
    /// Made.
    #[oai(status = 201)]
    Created(Json<T>),
}

/// 204: done, nothing to say.
#[derive(Debug, poem_openapi::ApiResponse)]
pub enum NoContent {
    /// Done.
    #[oai(status = 204)]
    Done,
}
