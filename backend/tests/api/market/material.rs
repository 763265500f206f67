//! Postings of a file.

use foothold_boards::Posting;
use serde_json::{Value, json};

use crate::support::{posting, read_postings, with};

/// Postings of a file of the person's; each is `id`, `title`, `company` and what else is said.
pub(crate) fn read(postings: &[(&str, &str, &str, Value)]) -> Vec<Posting> {
    let postings: Vec<Value> = postings
        .iter()
        .map(|(id, title, company, more)| {
            let said = json!({"description": "<p>You keep the lamps burning.</p>"});
            posting(id, title, company, &with(said, more))
        })
        .collect();
    read_postings("mine.json", &postings)
}
