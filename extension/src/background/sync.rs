//! Keeps the profile and the default résumé here, so that filling works offline, and says how old they are.

use super::session::{self, Owner};
use super::{RETRY_ALARM, answers, api, keys, outbox, receipts};
use crate::browser::{alarms, clock, digest, locks, storage};
use crate::messages::{Connected, Failure, FileBytes, ProfileState, ResumeState, Status};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use foothold_shared::profile::Profile;
use serde::{Deserialize, Serialize};

/// How long to wait before trying again what failed for want of a network.
const RETRY_MS: i64 = 5 * 60_000;
/// One sync at a time.
const LOCK: &str = "sync";

/// The profile, as it is stored.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct CachedProfile {
    /// The profile.
    pub(crate) profile: Profile,
    /// The server's version of it.
    pub(crate) version: String,
    /// When it was last known to be current, epoch milliseconds.
    pub(crate) synced_at_ms: i64,
}

/// The default résumé, as it is stored.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct CachedResume {
    /// Its id at the server.
    pub(crate) resume_id: String,
    /// The name it is attached with.
    pub(crate) file_name: String,
    /// Its media type.
    pub(crate) media_type: String,
    /// Its size in bytes.
    pub(crate) size_bytes: i64,
    /// SHA-256 of its bytes, lower-case hex.
    pub(crate) sha256: String,
    /// Its bytes.
    pub(crate) base64: String,
}

/// How the last sync went.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(crate) struct SyncState {
    /// When it was tried, epoch milliseconds.
    pub(crate) tried_at_ms: i64,
    /// Why it failed.
    #[serde(default)]
    pub(crate) failure: Option<Failure>,
}

/// Fetches what changed and sends what waits, unless that was done within `older_than_ms` and went well.
///
/// A failure is stored and shown, and tried again later where that can help.
pub(crate) async fn sync(older_than_ms: i64) {
    locks::alone(LOCK, async move {
        let Ok(Some(connection)) = storage::get(&keys::CONNECTION).await else {
            return;
        };
        let before = storage::get(&keys::SYNC)
            .await
            .ok()
            .flatten()
            .unwrap_or_default();
        let tried_at_ms = clock::now_ms();
        if before.failure.is_none() && tried_at_ms - before.tried_at_ms < older_than_ms {
            return;
        }
        let failure = fetch(connection.owner()).await.err();
        if matches!(failure, Some(Failure::NotConnected)) {
            // Disconnected meanwhile, and everything was cleared: nothing is left to say.
            return;
        }
        if failure.as_ref().is_some_and(Failure::passes) {
            // Without an alarm the next chance is the next time the popup opens.
            let _ = alarms::set(RETRY_ALARM, tried_at_ms + RETRY_MS).await;
        }
        let reached = failure.is_none();
        // Where even this cannot be stored, the status shows the state before.
        let _ = storage::set(
            &keys::SYNC,
            &SyncState {
                tried_at_ms,
                failure,
            },
        )
        .await;
        if reached {
            receipts::send_waiting().await;
            outbox::send_waiting().await;
        }
    })
    .await;
}

async fn fetch(owner: Owner) -> Result<(), Failure> {
    let cached = storage::get(&keys::PROFILE).await.ok().flatten();
    let known = cached
        .as_ref()
        .map(|cached| cached.version.as_str())
        .filter(|v| !v.is_empty());
    let fetched = api::profile(known).await?;
    let synced_at_ms = clock::now_ms();
    let current = match (fetched, cached) {
        (api::Fetched::New { profile, version }, _) => CachedProfile {
            profile: *profile,
            version,
            synced_at_ms,
        },
        (api::Fetched::Same, Some(cached)) => CachedProfile {
            synced_at_ms,
            ..cached
        },
        (api::Fetched::Same, None) => return Err(Failure::NotFoothold),
    };
    let keep = async move { storage::set(&keys::PROFILE, &current).await };
    session::keep_for(owner.clone(), keep).await?;
    fetch_resume(owner.clone()).await?;
    answers::fetch(owner).await
}

async fn fetch_resume(owner: Owner) -> Result<(), Failure> {
    let list = api::resumes().await?;
    let Some(wanted) = list.resumes.into_iter().find(|resume| resume.is_default) else {
        return session::keep_for(owner, async { storage::delete(&keys::RESUME).await }).await;
    };
    let cached = storage::get(&keys::RESUME).await.ok().flatten();
    let base64 = match cached {
        Some(cached) if cached.sha256 == wanted.sha256 => {
            if cached.resume_id == wanted.resume_id && cached.file_name == wanted.file_name {
                return Ok(());
            }
            cached.base64
        }
        _ => {
            let bytes = api::resume_file(&wanted.resume_id).await?;
            if digest::sha256(&bytes).await? != wanted.sha256 {
                return Err(Failure::Server {
                    status: 200,
                    detail: "Your résumé did not arrive whole. Sync again.".to_owned(),
                });
            }
            BASE64.encode(bytes)
        }
    };
    let resume = CachedResume {
        media_type: wanted.format.media_type().to_owned(),
        resume_id: wanted.resume_id,
        file_name: wanted.file_name,
        size_bytes: wanted.size_bytes,
        sha256: wanted.sha256,
        base64,
    };
    session::keep_for(
        owner,
        async move { storage::set(&keys::RESUME, &resume).await },
    )
    .await
}

/// Who is connected and how fresh everything is.
pub(crate) async fn status() -> Status {
    let connection = storage::get(&keys::CONNECTION).await.ok().flatten();
    let profile = storage::get(&keys::PROFILE).await.ok().flatten();
    let resume = storage::get(&keys::RESUME).await.ok().flatten();
    let state = storage::get(&keys::SYNC)
        .await
        .ok()
        .flatten()
        .unwrap_or_default();
    Status {
        connected: connection.map(|connection| Connected {
            server: connection.server,
            email: connection.email,
            revoked: connection.revoked,
        }),
        profile: profile.map(|cached| ProfileState {
            empty: cached.profile == Profile::default(),
            version: cached.version,
            synced_at_ms: cached.synced_at_ms,
        }),
        resume: resume.map(|cached| ResumeState {
            file_name: cached.file_name,
            size_bytes: cached.size_bytes,
        }),
        sync_failure: state.failure,
        waiting_receipts: receipts::waiting().await,
    }
}

/// The default résumé as a file.
pub(crate) async fn resume_file() -> Result<FileBytes, Failure> {
    let cached = storage::get(&keys::RESUME)
        .await?
        .ok_or(Failure::NoResume)?;
    Ok(FileBytes {
        name: cached.file_name,
        media_type: cached.media_type,
        base64: cached.base64,
    })
}
