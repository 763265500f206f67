//! What schemas say beside their types: what may be null or left out, and what they are. Pure.

use std::collections::BTreeSet;

use poem_openapi::registry::{MetaApi, MetaSchema, MetaSchemaRef, Registry};
use serde_json::Value;

/// What a schema is, in the first words of its description.
pub(super) fn about(schema: &MetaSchemaRef, registry: &Registry) -> Option<&'static str> {
    let named = match schema {
        MetaSchemaRef::Reference(name) => registry.schemas.get(name)?,
        MetaSchemaRef::Inline(inline) => match &inline.items {
            Some(items) => return about(items, registry),
            None => inline,
        },
    };
    named.description?.split("\n\n").next()
}

/// The schemas that requests are made of.
pub(super) fn of_requests(apis: &[MetaApi], registry: &Registry) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let contents = apis
        .iter()
        .flat_map(|api| &api.paths)
        .flat_map(|path| &path.operations)
        .filter_map(|operation| operation.request.as_ref())
        .flat_map(|request| &request.content);
    for content in contents {
        reach(&content.schema, registry, &mut found);
    }
    found
}

fn reach(schema: &MetaSchemaRef, registry: &Registry, found: &mut BTreeSet<String>) {
    let schema = match schema {
        MetaSchemaRef::Inline(inline) => inline,
        MetaSchemaRef::Reference(name) => match registry.schemas.get(name) {
            Some(schema) if found.insert(name.clone()) => schema,
            _ => return,
        },
    };
    for (_, property) in &schema.properties {
        reach(property, registry, found);
    }
    for part in [&schema.items, &schema.additional_properties]
        .into_iter()
        .flatten()
    {
        reach(part, registry, found);
    }
    for part in schema
        .all_of
        .iter()
        .chain(&schema.any_of)
        .chain(&schema.one_of)
    {
        reach(part, registry, found);
    }
}

/// What has a default may be left out of a request. (In answers it is always there.)
pub(super) fn let_out(schema: &mut MetaSchema) {
    let MetaSchema {
        required,
        properties,
        ..
    } = schema;
    required.retain(|name| {
        !properties.iter().any(|(property, schema)| {
            property == name
                && matches!(schema, MetaSchemaRef::Inline(inline) if inline.default.is_some())
        })
    });
}

/// What is null by default may be null, and its default goes without saying.
pub(super) fn say_null(schema: &mut MetaSchema) {
    if let Some(default) = &mut schema.default {
        if default.is_null() {
            schema.default = None;
            schema.nullable = true;
        } else {
            leave_nulls_out(default);
        }
    }
    let parts = schema
        .properties
        .iter_mut()
        .map(|(_, property)| property)
        .chain(&mut schema.all_of)
        .chain(schema.items.as_deref_mut());
    for part in parts {
        if let MetaSchemaRef::Inline(inline) = part {
            say_null(inline);
        }
    }
    // The part beside a reference says again what stands around it.
    if schema.all_of.len() == 2 {
        schema.all_of.retain(|part| match part {
            MetaSchemaRef::Reference(_) => true,
            MetaSchemaRef::Inline(inline) => !inline.ty.is_empty() || !inline.all_of.is_empty(),
        });
    }
}

fn leave_nulls_out(value: &mut Value) {
    match value {
        Value::Object(parts) => {
            parts.retain(|_, part| !part.is_null());
            parts.values_mut().for_each(leave_nulls_out);
        }
        Value::Array(parts) => parts.iter_mut().for_each(leave_nulls_out),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn property(schema: MetaSchema) -> MetaSchemaRef {
        MetaSchemaRef::Inline(Box::new(schema))
    }

    #[test]
    fn what_is_null_by_default_may_be_null() {
        let beside = MetaSchema {
            description: Some("Where."),
            default: Some(Value::Null),
            ..MetaSchema::ANY
        };
        let mut schema = MetaSchema {
            properties: vec![(
                "place",
                property(MetaSchema {
                    all_of: vec![
                        MetaSchemaRef::Reference("Place".to_owned()),
                        property(beside.clone()),
                    ],
                    ..beside
                }),
            )],
            default: Some(json!({"place": null, "of": [{"n": null, "m": 1}]})),
            ..MetaSchema::new("object")
        };
        say_null(&mut schema);
        assert_eq!(schema.default, Some(json!({"of": [{"m": 1}]})));
        let place = schema.properties[0].1.unwrap_inline();
        assert!(place.nullable && place.default.is_none());
        assert_eq!(place.all_of, [MetaSchemaRef::Reference("Place".to_owned())]);
    }

    #[test]
    fn what_has_a_default_may_be_left_out() {
        let mut schema = MetaSchema {
            required: vec!["a", "b", "c"],
            properties: vec![
                (
                    "a",
                    property(MetaSchema {
                        default: Some(json!("")),
                        ..MetaSchema::new("string")
                    }),
                ),
                ("b", property(MetaSchema::new("string"))),
                ("c", MetaSchemaRef::Reference("C".to_owned())),
            ],
            ..MetaSchema::new("object")
        };
        let_out(&mut schema);
        assert_eq!(schema.required, ["b", "c"]);
    }
}
