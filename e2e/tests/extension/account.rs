//! The person of these tests, and their account.

use anyhow::Result;
use foothold_e2e::api::Api;
use foothold_e2e::pdf;
use foothold_shared::profile::{Contact, Links, Name, Phone, Profile};

/// The résumé's name.
pub(crate) const RESUME_NAME: &str = "Ada Example.pdf";

/// A new account with a profile and a résumé.
pub(crate) fn with_profile(origin: &str) -> Result<Api> {
    let api = register(origin)?;
    api.save_profile(&profile())?;
    api.upload_resume(RESUME_NAME, &resume())?;
    Ok(api)
}

/// A new account with nothing in it.
pub(crate) fn register(origin: &str) -> Result<Api> {
    Api::register(origin, "ada@example.org", "correct horse battery")
}

/// An invented person.
pub(crate) fn profile() -> Profile {
    Profile {
        name: Name {
            given: "Ada".into(),
            family: "Example".into(),
            ..Name::default()
        },
        contact: Contact {
            email: "ada.applies@example.org".into(),
            phone: Phone {
                country: "DE".into(),
                national: "0151 23456789".into(),
            },
        },
        links: Links {
            linkedin: "https://www.linkedin.com/in/ada-example".into(),
            ..Links::default()
        },
        ..Profile::default()
    }
}

/// Their résumé.
pub(crate) fn resume() -> Vec<u8> {
    pdf::page("Ada Example, baker since 2015", 0)
}
