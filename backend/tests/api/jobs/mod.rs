//! Jobs over HTTP, on each database: imported, gathered, found, marked, merged and closed.

mod found;
mod gathered;
mod merged;
mod searches;

use serde_json::{Value, json};

use crate::support::{posting, with};

/// A posting for work at night.
fn night_posting(id: &str, title: &str, company: &str, more: &Value) -> Value {
    let said = json!({
        "location": "Bergen, Norway",
        "description": "<p>You look after people through the night.</p>",
    });
    posting(id, title, company, &with(said, more))
}
