//! Whether the process lives (`/healthz`) and whether it can serve (`/readyz`).

use std::fmt::Debug;
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::{BoxFuture, join_all};
use poem::endpoint::make;
use poem::http::{StatusCode, header};
use poem::{Endpoint, Response};

use super::Failure;

const PROBE_TIME: Duration = Duration::from_secs(3);

/// Something the server cannot serve without.
pub trait Probe: Debug + Send + Sync {
    /// What it is called in the answer ("database").
    fn name(&self) -> &'static str;

    /// Asks it for a sign of life.
    fn check(&self) -> BoxFuture<'_, Result<(), Box<dyn std::error::Error + Send + Sync>>>;
}

/// Answers as long as the process does.
pub fn healthz() -> impl Endpoint {
    make(|_| async { ok() })
}

/// Answers 200 when every probe does, else a 503 problem that names what is down.
pub fn readyz(probes: Vec<Arc<dyn Probe>>) -> impl Endpoint {
    let probes: Arc<[_]> = probes.into();
    make(move |_| {
        let probes = Arc::clone(&probes);
        async move {
            let mut down = Vec::new();
            for (name, result) in join_all(probes.iter().map(|probe| ask(probe.as_ref()))).await {
                if let Err(cause) = result {
                    tracing::warn!(part = name, cause, "not ready");
                    down.push(name);
                }
            }
            if down.is_empty() {
                return Ok(ok());
            }
            let detail = format!("Not available now: {}.", down.join(", "));
            Err(poem::Error::from(
                Failure::new(
                    StatusCode::SERVICE_UNAVAILABLE,
                    "unavailable",
                    "The service is not available",
                    detail,
                )
                .with_retry_after_s(5),
            ))
        }
    })
}

async fn ask(probe: &dyn Probe) -> (&'static str, Result<(), String>) {
    let result = match tokio::time::timeout(PROBE_TIME, probe.check()).await {
        Ok(result) => result.map_err(|error| error.to_string()),
        Err(_) => Err("no answer in time".to_owned()),
    };
    (probe.name(), result)
}

fn ok() -> Response {
    Response::builder()
        .content_type("application/json")
        .header(header::CACHE_CONTROL, "no-store")
        .body(r#"{"status":"ok"}"#)
}
