//! Taking a profile apart into sealed parts, and putting it together again.
//!
//! Contact, address and self-identification are parts of their own, so that a task which needs none
//! of them never holds them.

use foothold_shared::profile::{Address, Contact, Demographics, Profile};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::store::SealedParts;
use crate::crypto::{Keyring, OpenError, Place, SealedColumn};
use crate::ids::AccountId;

const CONTACT: &str = "contact_sealed";
const ADDRESS: &str = "address_sealed";
const DEMOGRAPHICS: &str = "demographics_sealed";
const BACKGROUND: &str = "background_sealed";

/// The sealed columns, for the rotation of keys.
pub const SEALED: &[SealedColumn] = &[
    column(CONTACT),
    column(ADDRESS),
    column(DEMOGRAPHICS),
    column(BACKGROUND),
];

const fn column(column: &'static str) -> SealedColumn {
    SealedColumn {
        table: "profiles",
        key: "account_id",
        column,
    }
}

/// Why a stored profile cannot be read. Says nothing about its content.
#[derive(Debug, thiserror::Error)]
pub enum UnreadableProfile {
    /// A part does not open.
    #[error("the part {part} of a profile does not open: {reason}")]
    Closed {
        /// The part's column.
        part: &'static str,
        /// What the keyring says.
        reason: OpenError,
    },
    /// A part opens but is not what this program writes.
    #[error("the part {part} of a profile is not in a known form")]
    Unknown {
        /// The part's column.
        part: &'static str,
    },
}

/// Seals a profile for its account's row.
pub(super) fn seal(keyring: &Keyring, account: &AccountId, mut profile: Profile) -> SealedParts {
    let contact = std::mem::take(&mut profile.contact);
    let address = std::mem::take(&mut profile.address);
    let demographics = std::mem::take(&mut profile.demographics);
    SealedParts {
        contact_sealed: seal_part(keyring, account, CONTACT, &contact),
        address_sealed: seal_part(keyring, account, ADDRESS, &address),
        demographics_sealed: seal_part(keyring, account, DEMOGRAPHICS, &demographics),
        background_sealed: seal_part(keyring, account, BACKGROUND, &profile),
    }
}

/// Opens the parts of an account's row.
pub(super) fn open(
    keyring: &Keyring,
    account: &AccountId,
    parts: &SealedParts,
) -> Result<Profile, UnreadableProfile> {
    let contact: Contact = open_part(keyring, account, CONTACT, &parts.contact_sealed)?;
    let address: Address = open_part(keyring, account, ADDRESS, &parts.address_sealed)?;
    let demographics: Demographics =
        open_part(keyring, account, DEMOGRAPHICS, &parts.demographics_sealed)?;
    let background: Profile = open_part(keyring, account, BACKGROUND, &parts.background_sealed)?;
    Ok(Profile {
        contact,
        address,
        demographics,
        ..background
    })
}

fn place<'a>(account: &'a AccountId, column: &'a str) -> Place<'a> {
    Place {
        table: "profiles",
        column,
        row: account.as_str(),
    }
}

fn seal_part(
    keyring: &Keyring,
    account: &AccountId,
    column: &str,
    part: &impl Serialize,
) -> String {
    keyring.seal_json(part, place(account, column))
}

fn open_part<T: DeserializeOwned>(
    keyring: &Keyring,
    account: &AccountId,
    column: &'static str,
    sealed: &str,
) -> Result<T, UnreadableProfile> {
    let json = keyring
        .open(sealed, place(account, column))
        .map_err(|reason| UnreadableProfile::Closed {
            part: column,
            reason,
        })?;
    serde_json::from_slice(&json).map_err(|_| UnreadableProfile::Unknown { part: column })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::keyring;
    use foothold_shared::profile::{Name, Project, Publication, Skill};

    fn account(id: &str) -> AccountId {
        AccountId::from(id.to_owned())
    }

    fn sample() -> Profile {
        Profile {
            name: Name {
                given: "Zoë".into(),
                ..Name::default()
            },
            contact: Contact {
                email: "zoe@example.com".into(),
                ..Contact::default()
            },
            address: Address {
                line1: "Lindenweg 3".into(),
                ..Address::default()
            },
            skills: vec![Skill {
                name: "Rust".into(),
                years: Some(3),
            }],
            projects: vec![Project {
                name: "Ferry timetable".into(),
                ..Project::default()
            }],
            publications: vec![Publication {
                title: "On tides".into(),
                ..Publication::default()
            }],
            demographics: Demographics {
                date_of_birth: "1990-01-01".into(),
                ..Demographics::default()
            },
            ..Profile::default()
        }
    }

    #[test]
    fn a_profile_comes_back_whole() {
        let ring = keyring("k1");
        let parts = seal(&ring, &account("a"), sample());
        assert_eq!(open(&ring, &account("a"), &parts).expect("opens"), sample());
        assert_eq!(
            open(&keyring("k2"), &account("a"), &parts).expect("opens"),
            sample()
        );
    }

    #[test]
    fn parts_do_not_change_places() {
        let ring = keyring("k1");
        let parts = seal(&ring, &account("a"), sample());
        assert!(open(&ring, &account("b"), &parts).is_err());
        let swapped = SealedParts {
            contact_sealed: parts.address_sealed.clone(),
            ..parts
        };
        assert!(open(&ring, &account("a"), &swapped).is_err());
    }
}
