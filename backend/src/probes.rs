//! What the server asks for a sign of life before it says that it is ready.

use std::error::Error;
use std::sync::Arc;

use futures_util::future::BoxFuture;

use crate::adapters::objects::Objects;
use crate::db::Db;
use crate::http::Probe;

/// Written again at each check: a store that can be read but is full or read-only is not ready.
const KEY: &str = "health/ready";

/// The database answers and has its schema.
#[derive(Debug)]
pub(crate) struct DatabaseProbe(pub(crate) Db);

impl Probe for DatabaseProbe {
    fn name(&self) -> &'static str {
        "database"
    }

    fn check(&self) -> BoxFuture<'_, Result<(), Box<dyn Error + Send + Sync>>> {
        Box::pin(async { self.0.ping().await.map_err(Into::into) })
    }
}

/// The object store takes an object.
#[derive(Debug)]
pub(crate) struct ObjectsProbe(pub(crate) Arc<dyn Objects>);

impl Probe for ObjectsProbe {
    fn name(&self) -> &'static str {
        "object store"
    }

    fn check(&self) -> BoxFuture<'_, Result<(), Box<dyn Error + Send + Sync>>> {
        Box::pin(async { self.0.put(KEY, "ok".into()).await.map_err(Into::into) })
    }
}
