//! What the API is called and how it is begun with, for its OpenAPI document.
//!
//! What must not happen here: what an operation does; that stands beside it.

use std::collections::HashMap;

use poem::endpoint::BoxEndpoint;
use poem::http::Method;
use poem_openapi::registry::{MetaApi, Registry};
use poem_openapi::{OpenApi, OpenApiService};

use super::Described;

/// The API as a service, with its description.
pub fn describe<A: OpenApi + 'static>(api: A) -> OpenApiService<Described<A>, ()> {
    OpenApiService::new(Described(api), "Foothold", env!("CARGO_PKG_VERSION"))
        .description(
            "Everything that Foothold's portal and extension do, for programs of your own.\n\n\
             **Begin** with `POST /register` or `POST /login`, and send `access_token` as a bearer token. It works for a \
             quarter of an hour; then `POST /token/refresh` gives another. A script connects once with `POST /me/devices` \
             and keeps that token, which is a refresh token of its own.\n\n\
             **Errors** are `application/problem+json` (RFC 9457) with a stable `code`; `errors[].field` names the wrong \
             part. 429 and 503 say in `Retry-After` when to ask again.\n\n\
             **Lists** answer `next_cursor` where there is more: ask again with `cursor`, and the same filters.\n\n\
             **Times** are epoch milliseconds (`…_ms`), days `YYYY-MM-DD`. Names that are not known are passed over in \
             requests; more may come in answers.",
        )
        .server("/api/v1")
}

/// An API's description without its services.
#[derive(Debug)]
pub struct Without<A>(std::marker::PhantomData<A>);

impl<A> Default for Without<A> {
    fn default() -> Self {
        Self(std::marker::PhantomData)
    }
}

impl<A: OpenApi> OpenApi for Without<A> {
    fn meta() -> Vec<MetaApi> {
        A::meta()
    }

    fn register(registry: &mut Registry) {
        A::register(registry);
    }

    fn add_routes(self, _table: &mut HashMap<String, HashMap<Method, BoxEndpoint<'static>>>) {}
}
