//! The API's document as other people's programs read it.
//!
//! What the types say by themselves is made exact here: what a request may leave out, what may be null, what an answer
//! is, and an example of each request. Pure. What must not happen here: saying what the server does not do.

mod examples;
mod schemas;

use std::collections::HashMap;

use poem::endpoint::BoxEndpoint;
use poem::http::Method;
use poem_openapi::OpenApi;
use poem_openapi::registry::{MetaApi, MetaMediaType, MetaSchemaRef, Registry};

/// An API whose description is made exact; what it does is its own.
#[derive(Debug)]
pub struct Described<A>(pub A);

impl<A: OpenApi> OpenApi for Described<A> {
    fn meta() -> Vec<MetaApi> {
        let mut registry = Registry::new();
        A::register(&mut registry);
        let mut apis = A::meta();
        for operation in apis
            .iter_mut()
            .flat_map(|api| &mut api.paths)
            .flat_map(|path| &mut path.operations)
        {
            if let Some(request) = &mut operation.request {
                request.content.iter_mut().for_each(plain);
            }
            for response in &mut operation.responses.responses {
                response.content.iter_mut().for_each(plain);
                if response.description.is_empty() {
                    let schema = response.content.first().map(|content| &content.schema);
                    response.description = schema
                        .and_then(|schema| schemas::about(schema, &registry))
                        .unwrap_or("Done.");
                }
            }
        }
        apis
    }

    fn register(registry: &mut Registry) {
        A::register(registry);
        let asked = schemas::of_requests(&A::meta(), registry);
        for (name, schema) in &mut registry.schemas {
            if asked.contains(name) {
                schemas::let_out(schema);
            }
            schemas::say_null(schema);
        }
        examples::add(registry);
    }

    fn add_routes(self, table: &mut HashMap<String, HashMap<Method, BoxEndpoint<'static>>>) {
        self.0.add_routes(table);
    }
}

/// JSON is always UTF-8 (RFC 8259): a parameter only keeps clients from finding its schema.
fn plain(media: &mut MetaMediaType) {
    if media.content_type == "application/json; charset=utf-8" {
        media.content_type = "application/json";
    }
    if let MetaSchemaRef::Inline(schema) = &mut media.schema {
        schemas::say_null(schema);
    }
}
