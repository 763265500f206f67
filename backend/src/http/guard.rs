//! Wraps every operation of an API so that its errors become problems with typed causes in reach,
//! and so that the access log learns the operation's pattern instead of its address.

use std::collections::HashMap;

use poem::endpoint::BoxEndpoint;
use poem::http::Method;
use poem::{Endpoint, EndpointExt, IntoResponse, Request, Response, Result};
use poem_openapi::OpenApi;
use poem_openapi::registry::{MetaApi, Registry};

use super::{Failure, RequestId};

/// An API whose operations answer problems for every error.
#[derive(Debug, Clone)]
pub struct Guarded<A>(pub A);

/// The pattern of the operation that answered (`/me/resumes/{resume_id}`).
#[derive(Debug, Clone)]
pub(crate) struct RoutePattern(pub(crate) String);

impl<A: OpenApi> OpenApi for Guarded<A> {
    fn meta() -> Vec<MetaApi> {
        A::meta()
    }

    fn register(registry: &mut Registry) {
        A::register(registry);
    }

    fn add_routes(self, table: &mut HashMap<String, HashMap<Method, BoxEndpoint<'static>>>) {
        let mut own = HashMap::new();
        self.0.add_routes(&mut own);
        for (path, methods) in own {
            let pattern = RoutePattern(readable(&path));
            let wrapped = methods.into_iter().map(|(method, inner)| {
                (
                    method,
                    GuardedEndpoint {
                        inner,
                        pattern: pattern.clone(),
                    }
                    .boxed(),
                )
            });
            table.entry(path.clone()).or_default().extend(wrapped);
        }
    }
}

struct GuardedEndpoint {
    inner: BoxEndpoint<'static>,
    pattern: RoutePattern,
}

impl Endpoint for GuardedEndpoint {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        let id = request
            .data::<RequestId>()
            .cloned()
            .unwrap_or_else(RequestId::unknown);
        let mut response = match self.inner.call(request).await {
            Ok(response) => response.into_response(),
            Err(error) => Failure::from_poem(error).respond(&id),
        };
        response.set_data(self.pattern.clone());
        Ok(response)
    }
}

/// The framework's spelling of a pattern (`/me/resumes/:param0/file`) with its names hidden.
fn readable(path: &str) -> String {
    path.split('/')
        .map(|part| if part.starts_with(':') { "{id}" } else { part })
        .collect::<Vec<_>>()
        .join("/")
}
