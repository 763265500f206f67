//! The profile and its version.

use super::send::{Call, Reply};
use super::{Answer, Api};
use foothold_shared::profile::Profile;

/// A profile and the version it has on the server.
pub(crate) struct Versioned {
    /// The profile.
    pub(crate) profile: Profile,
    /// Its `ETag`, to be sent as `If-Match`.
    pub(crate) tag: String,
}

/// A profile that came with its version.
pub(super) async fn versioned(reply: Reply) -> Answer<Versioned> {
    let tag = reply.tag().unwrap_or_default();
    Ok(Versioned {
        profile: reply.json().await?,
        tag,
    })
}

impl Api {
    /// The stored profile.
    pub(crate) async fn profile(self) -> Answer<Versioned> {
        versioned(self.call(Call::get("/me/profile")).await?).await
    }

    /// Stores the profile, if the stored one still has this version.
    pub(crate) async fn save_profile(self, profile: &Profile, tag: &str) -> Answer<Versioned> {
        let call = Call::new("PUT", "/me/profile").json(profile).if_match(tag);
        versioned(self.call(call).await?).await
    }
}
