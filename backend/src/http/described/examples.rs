//! An example of each request (`examples.json`, by the name of its type). Tests send them to the server.

use std::collections::BTreeMap;

use poem_openapi::registry::Registry;
use serde_json::Value;

const EXAMPLES: &str = include_str!("examples.json");

/// Puts the examples beside the types that they are of.
pub(super) fn add(registry: &mut Registry) {
    for (name, example) in read() {
        if let Some(schema) = registry.schemas.get_mut(&name) {
            schema.example = Some(example);
        }
    }
}

/// None where they are not JSON, which a test rules out.
fn read() -> BTreeMap<String, Value> {
    serde_json::from_str(EXAMPLES).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_examples_are_json() {
        assert!(super::read().len() > 30);
    }
}
