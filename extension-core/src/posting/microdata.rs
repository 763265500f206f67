//! Turning microdata pairs ("hiringOrganization.name", value) into the same shape structured data has.

use serde_json::{Map, Value};

/// The job postings in the pairs. A second title begins a second posting (a list of jobs).
pub(crate) fn find(pairs: &[(String, String)]) -> Vec<Value> {
    let mut postings: Vec<Map<String, Value>> = Vec::new();
    let mut current = Map::new();
    for (path, value) in pairs.iter().take(500) {
        let path = path.trim().trim_start_matches("JobPosting.");
        if path.is_empty() {
            continue;
        }
        if matches!(path, "title" | "name") && current.contains_key(path) {
            let same = current.get(path).and_then(Value::as_str) == Some(value);
            if same {
                continue;
            }
            postings.push(std::mem::take(&mut current));
        }
        insert(&mut current, path, value);
    }
    postings.push(current);
    postings
        .into_iter()
        .filter(|posting| !posting.is_empty())
        .map(Value::Object)
        .collect()
}

fn insert(map: &mut Map<String, Value>, path: &str, value: &str) {
    let leaf = || Value::String(value.to_owned());
    let Some((head, rest)) = path.split_once('.') else {
        match map.get_mut(path) {
            None => {
                map.insert(path.to_owned(), leaf());
            }
            Some(Value::Array(items)) => items.push(leaf()),
            Some(Value::String(_)) => {
                let old = map.remove(path).unwrap_or_default();
                map.insert(path.to_owned(), Value::Array(vec![old, leaf()]));
            }
            Some(_) => {}
        }
        return;
    };
    if path.matches('.').count() > 8 {
        return;
    }
    // A property that is there already in a repeated item (several places) begins the next item.
    let slot = map
        .entry(head.to_owned())
        .or_insert_with(|| Value::Array(Vec::new()));
    if !slot.is_array() {
        // `itemprop` with a text first and a scope later: the scope says more.
        *slot = Value::Array(Vec::new());
    }
    let Value::Array(items) = slot else { return };
    let begins = match items.last() {
        Some(Value::Object(last)) => holds(last, rest),
        _ => true,
    };
    if begins {
        items.push(Value::Object(Map::new()));
    }
    if let Some(Value::Object(last)) = items.last_mut() {
        insert(last, rest, value);
    }
}

fn holds(map: &Map<String, Value>, path: &str) -> bool {
    match path.split_once('.') {
        None => map.contains_key(path),
        Some((head, rest)) => match map.get(head) {
            Some(Value::Array(items)) => items
                .last()
                .and_then(Value::as_object)
                .is_some_and(|last| holds(last, rest)),
            Some(_) => true,
            None => false,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn paths_become_nodes_and_repeated_parts_become_items() {
        let pairs = [
            ("title", "Ferry Pilot"),
            ("hiringOrganization.name", "Fjordline"),
            ("jobLocation.address.addressLocality", "Bergen"),
            ("jobLocation.address.addressCountry", "NO"),
            ("jobLocation.address.addressLocality", "Stavanger"),
            ("title", "Deckhand"),
        ]
        .map(|(path, value)| (path.to_owned(), value.to_owned()));
        assert_eq!(
            find(&pairs),
            vec![
                json!({
                    "title": "Ferry Pilot",
                    "hiringOrganization": [{"name": "Fjordline"}],
                    "jobLocation": [
                        {"address": [{"addressLocality": "Bergen", "addressCountry": "NO"}]},
                        {"address": [{"addressLocality": "Stavanger"}]},
                    ],
                }),
                json!({"title": "Deckhand"}),
            ]
        );
    }
}
