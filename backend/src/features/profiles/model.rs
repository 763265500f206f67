//! A profile as the service hands it on.

use foothold_shared::profile::Profile;

/// A profile and which save it is.
#[derive(Debug)]
pub(super) struct StoredProfile {
    pub(super) profile: Profile,
    /// 0 before the first save.
    pub(super) version: i64,
}
