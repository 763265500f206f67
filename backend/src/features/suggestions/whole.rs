//! A résumé as a profile of its own, for comparing it with postings. Nothing of it is written anywhere.

use foothold_shared::profile::Profile;
use foothold_shared::reading::ReadingView;

use super::plan::plan;
use super::said::Said;

/// All that a résumé says, in the profile's shape.
pub(crate) fn profile_of(reading: ReadingView) -> Profile {
    let said = Said::in_resume(reading);
    let mut profile = Profile::default();
    for (number, planned) in plan(&said, &Profile::default()).into_iter().enumerate() {
        planned.change.apply(&mut profile, || number.to_string());
    }
    profile
}
