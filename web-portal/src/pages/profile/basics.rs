//! Name, contact, address, links, and a few words about the person.

use super::drafted::years;
use super::fields::{area, hinted, named, text};
use super::section::{columns, section, wide};
use crate::browser::intl::Names;
use crate::components::field::Typing;
use crate::profile::lens::lens;
use crate::profile::sections::Section;
use crate::state::profile_form::ProfileForm;
use leptos::prelude::*;

const LINK: Typing = Typing::of("url").example("https://");

/// Name.
pub(super) fn name(form: ProfileForm) -> AnyView {
    let fields = view! {
        {text(form, lens!(name.given), "Given name", Typing::TEXT.autocomplete("given-name"))}
        {text(form, lens!(name.family), "Family name", Typing::TEXT.autocomplete("family-name"))}
        {text(form, lens!(name.middle), "Middle names", Typing::TEXT.autocomplete("additional-name"))}
        {text(form, lens!(name.suffix), "Suffix", Typing::TEXT.autocomplete("honorific-suffix").example("Jr., III"))}
        {hinted(form, lens!(name.preferred), "Preferred first name", Typing::TEXT.autocomplete("nickname"), "Only if it differs from your given name.")}
    };
    section(
        form,
        Section::Name,
        "As it stands in your passport.",
        columns(fields.into_any()),
    )
}

/// Contact.
pub(super) fn contact(form: ProfileForm) -> AnyView {
    let fields = view! {
        {wide(hinted(form, lens!(contact.email), "E-mail", Typing::of("email").autocomplete("email"), "The address employers write to. It can differ from the one you sign in with."))}
        {named(form, lens!(contact.phone.country), "Country of the phone number", Names::Country, "")}
        {hinted(form, lens!(contact.phone.national), "Phone", Typing::of("tel").autocomplete("tel-national"), "As you dial it inside that country.")}
    };
    section(form, Section::Contact, "", columns(fields.into_any()))
}

/// Address.
pub(super) fn address(form: ProfileForm) -> AnyView {
    let fields = view! {
        {wide(text(form, lens!(address.line1), "Street and number", Typing::TEXT.autocomplete("address-line1")))}
        {wide(text(form, lens!(address.line2), "Flat, floor, building", Typing::TEXT.autocomplete("address-line2")))}
        {text(form, lens!(address.postal_code), "Postal code", Typing::TEXT.autocomplete("postal-code"))}
        {text(form, lens!(address.city), "City", Typing::TEXT.autocomplete("address-level2"))}
        {text(form, lens!(address.region), "State, province or county", Typing::TEXT.autocomplete("address-level1"))}
        {named(form, lens!(address.country), "Country", Names::Country, "")}
    };
    section(form, Section::Address, "", columns(fields.into_any()))
}

/// Links.
pub(super) fn links(form: ProfileForm) -> AnyView {
    let fields = view! {
        {text(form, lens!(links.linkedin), "LinkedIn", LINK)}
        {text(form, lens!(links.github), "GitHub", LINK)}
        {text(form, lens!(links.portfolio), "Portfolio", LINK)}
        {text(form, lens!(links.website), "Website", LINK)}
        {text(form, lens!(links.twitter), "X (Twitter)", LINK)}
    };
    section(
        form,
        Section::Links,
        "Full addresses, beginning with https://.",
        columns(fields.into_any()),
    )
}

/// A few words about the person.
pub(super) fn about(form: ProfileForm) -> AnyView {
    let fields = view! {
        {wide(area(form, lens!(summary), "Summary", "A few sentences in your own words, for forms that ask you to introduce yourself."))}
        {years(form, lens!(years_experience), "Years of experience", "Your own count. We never work it out from your dates.")}
    };
    section(form, Section::About, "", columns(fields.into_any()))
}
