//! Whether JSON is as the API's document says: the part of JSON Schema that the document uses.

use serde_json::Value;

/// The document as the server gives it out.
pub(crate) fn document() -> Value {
    serde_json::from_str(&foothold_backend::app::openapi()).expect("JSON")
}

/// What is not as the schema says, each with its path.
pub(crate) fn wrong(document: &Value, schema: &Value, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    check(document, schema, value, "", &mut found);
    found
}

fn check(document: &Value, schema: &Value, value: &Value, path: &str, found: &mut Vec<String>) {
    if value.is_null() && schema["nullable"] == true {
        return;
    }
    if let Some(name) = schema["$ref"].as_str() {
        let pointer = name.strip_prefix('#').expect("a reference within");
        let schema = document.pointer(pointer).expect("what is referred to");
        return check(document, schema, value, path, found);
    }
    for part in schema["allOf"].as_array().into_iter().flatten() {
        check(document, part, value, path, found);
    }
    let is_right = match schema["type"].as_str() {
        None => true,
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("boolean") => value.is_boolean(),
        Some("integer") => value.is_i64() || value.is_u64(),
        Some("number") => value.is_number(),
        Some(other) => panic!("{path}: the type {other} is not known here"),
    };
    if !is_right {
        found.push(format!("{path}: no {}: {value}", schema["type"]));
        return;
    }
    if let Some(values) = schema["enum"].as_array()
        && !values.contains(value)
    {
        found.push(format!("{path}: {value} is none of the values"));
    }
    for (at, item) in value.as_array().into_iter().flatten().enumerate() {
        check(
            document,
            &schema["items"],
            item,
            &format!("{path}[{at}]"),
            found,
        );
    }
    let Some(parts) = value.as_object() else {
        return;
    };
    for name in schema["required"].as_array().into_iter().flatten() {
        let name = name.as_str().expect("a name");
        if !parts.contains_key(name) {
            found.push(format!("{path}.{name} is missing"));
        }
    }
    for (name, part) in parts {
        match schema["properties"].get(name) {
            Some(schema) => check(document, schema, part, &format!("{path}.{name}"), found),
            None if schema["properties"].is_object() => {
                found.push(format!("{path}.{name} is not described"));
            }
            None => {}
        }
    }
}
