//! The `autocomplete` attribute: what the page itself says a field is.

use crate::classify::FieldKind;

/// What an `autocomplete` value names, after section and address-type words.
pub(crate) fn read(value: &str) -> Option<FieldKind> {
    use FieldKind as K;
    value
        .to_lowercase()
        .split_whitespace()
        .rev()
        .find_map(|token| {
            Some(match token {
                "given-name" => K::FirstName,
                "additional-name" => K::MiddleName,
                "family-name" => K::LastName,
                "name" => K::FullName,
                "nickname" => K::PreferredName,
                "honorific-suffix" => K::NameSuffix,
                "honorific-prefix" => K::Other,
                "email" => K::Email,
                "tel" | "tel-national" | "tel-local" => K::Phone,
                "tel-country-code" => K::PhoneCountry,
                "street-address" | "address-line1" => K::AddressLine1,
                "address-line2" => K::AddressLine2,
                "address-level2" => K::City,
                "address-level1" => K::State,
                "postal-code" => K::PostalCode,
                "country" | "country-name" => K::Country,
                "organization" => K::CurrentCompany,
                "organization-title" => K::CurrentTitle,
                "bday" => K::DateOfBirth,
                _ => return None,
            })
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_counts() {
        assert_eq!(
            read("section-a shipping postal-code"),
            Some(FieldKind::PostalCode)
        );
        assert_eq!(read("GIVEN-NAME"), Some(FieldKind::FirstName));
        assert_eq!(read("off"), None);
        assert_eq!(read("new-password"), None);
    }
}
