//! What a file says of a person: a reading, and with it what other files than résumés say in parts of their own.

use foothold_shared::profile::{Address, Certificate};
use foothold_shared::reading::{ReadValue, ReadingView};
use serde::{Deserialize, Serialize};

use super::map;

/// A file, as far as a profile could hold it.
#[derive(Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Said {
    /// What was read. Its certificates and its place are those below.
    pub(crate) reading: ReadingView,
    /// Certificates, each with where it stands.
    pub(crate) certificates: Vec<(ReadValue, Certificate)>,
    /// Where the person lives, by parts; `reading.location` says where that stands.
    pub(crate) address: Option<Address>,
}

impl Said {
    /// What a résumé says.
    pub(crate) fn in_resume(reading: ReadingView) -> Self {
        let certificates = reading
            .certificates
            .iter()
            .filter_map(|value| Some((value.clone(), map::certificate(&value.text)?)))
            .collect();
        let address = reading
            .location
            .as_ref()
            .map(|value| map::address(&value.text));
        Self {
            reading,
            certificates,
            address,
        }
    }
}
