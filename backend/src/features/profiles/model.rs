//! A profile as the service hands it on.

use foothold_shared::profile::Profile;

/// A profile and which save it is.
#[derive(Debug)]
pub(crate) struct StoredProfile {
    pub(crate) profile: Profile,
    /// 0 before the first save.
    pub(crate) version: i64,
}
