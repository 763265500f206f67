//! How clients of the web speak TLS: as the system trusts, read once for all of them.
//!
//! Each client by itself would read every certificate of the system anew. What must not happen here: a client that trusts
//! more than the system does.

use std::sync::{Arc, OnceLock};

use rustls::ClientConfig;
use rustls::crypto::ring;
use rustls_platform_verifier::BuilderVerifierExt as _;

static TRUSTED: OnceLock<ClientConfig> = OnceLock::new();

/// What clients are made with.
///
/// # Errors
/// When the system has no certificates to trust; the next call looks again.
pub(super) fn config() -> Result<ClientConfig, rustls::Error> {
    if let Some(config) = TRUSTED.get() {
        return Ok(config.clone());
    }
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_platform_verifier()?
        .with_no_client_auth();
    Ok(TRUSTED.get_or_init(|| config).clone())
}
