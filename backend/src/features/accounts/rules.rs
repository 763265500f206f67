//! Which addresses, passwords and device names are taken. Pure.

use super::AccountsError;

const PASSWORD_CHARS: std::ops::RangeInclusive<usize> = 10..=200;
const DEVICE_NAME_CHARS: std::ops::RangeInclusive<usize> = 1..=80;

/// The commonest passwords of ten characters and more, folded.
const COMMON: &[&str] = &[
    "1234567890",
    "0123456789",
    "0987654321",
    "12345678910",
    "123456789a",
    "1111111111",
    "0000000000",
    "1q2w3e4r5t",
    "qwertyuiop",
    "qwerty1234",
    "qwerty12345",
    "qwerty123456",
    "qwertzuiop",
    "azertyuiop",
    "asdfghjkl1",
    "zxcvbnm123",
    "password12",
    "password123",
    "password1234",
    "password12345",
    "passw0rd123",
    "passwort123",
    "motdepasse",
    "motdepasse1",
    "contraseña",
    "iloveyou123",
    "letmein123",
    "welcome123",
    "administrator",
    "abcdefghij",
    "abcd123456",
    "abc1234567",
    "football123",
    "basketball",
    "sunshine123",
    "princess123",
    "changeme123",
    "secret1234",
    "foothold123",
    "footholdfoothold",
];

/// An address as it is kept, and as it is compared.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Email {
    /// As the person wrote it, without spaces around.
    pub(crate) written: String,
    /// In lower case: what makes two addresses the same.
    pub(crate) folded: String,
}

/// Reads an address. It is not checked beyond what every address has: the only proof that one
/// works is a message that arrives.
pub(crate) fn email(text: &str) -> Result<Email, AccountsError> {
    let written = text.trim();
    let sound = written.len() <= 254
        && !written.chars().any(|c| c.is_whitespace() || c.is_control())
        && written.rsplit_once('@').is_some_and(|(local, domain)| {
            (1..=64).contains(&local.len())
                && !local.contains('@')
                && domain.split('.').count() >= 2
                && domain.split('.').all(|label| !label.is_empty())
        });
    if !sound {
        return Err(AccountsError::EmailInvalid);
    }
    Ok(Email {
        written: written.to_owned(),
        folded: written.to_lowercase(),
    })
}

/// Whether a new password is good enough: length before tricks.
pub(crate) fn check_new_password(password: &str, email: &Email) -> Result<(), AccountsError> {
    let chars = password.chars().count();
    if chars < *PASSWORD_CHARS.start() {
        return Err(AccountsError::PasswordTooShort);
    }
    if chars > *PASSWORD_CHARS.end() {
        return Err(AccountsError::PasswordTooLong);
    }
    let folded = password.trim().to_lowercase();
    if folded == email.folded {
        return Err(AccountsError::PasswordIsEmail);
    }
    let one_char = folded
        .chars()
        .next()
        .is_some_and(|first| folded.chars().all(|c| c == first));
    if one_char || COMMON.contains(&folded.as_str()) {
        return Err(AccountsError::PasswordCommon);
    }
    Ok(())
}

/// Whether a password can belong to any account, so that nothing huge is hashed.
pub(crate) fn could_be_password(password: &str) -> bool {
    password.chars().count() <= *PASSWORD_CHARS.end()
}

/// A device's name without spaces around and without control characters.
pub(crate) fn device_name(name: &str) -> Result<String, AccountsError> {
    let name = name.trim();
    if !DEVICE_NAME_CHARS.contains(&name.chars().count()) || name.chars().any(char::is_control) {
        return Err(AccountsError::DeviceNameInvalid);
    }
    Ok(name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for good in [
            "a@b.example",
            " Zoë.O'Neil+jobs@Mail.Example ",
            "用户@例子.广告",
        ] {
            assert!(email(good).is_ok(), "{good}");
        }
        let long = format!("{}@b.example", "a".repeat(65));
        for bad in [
            "",
            "a",
            "@b.example",
            "a@",
            "a@b",
            "a@b..c",
            "a b@c.example",
            "a@b@c.example",
            "a@b.example\r\nx",
            &long,
        ] {
            assert!(email(bad).is_err(), "{bad:?}");
        }
        let read = email(" Zoe@Mail.Example ")
            .ok()
            .map(|email| (email.written, email.folded));
        assert_eq!(
            read,
            Some(("Zoe@Mail.Example".to_owned(), "zoe@mail.example".to_owned()))
        );
    }

    #[test]
    fn passwords() {
        let zoe = email("zoe@mail.example").expect("an address");
        let check = |password: &str| check_new_password(password, &zoe);
        assert!(check("correct horse").is_ok());
        assert!(check("ääääöööößß").is_ok(), "characters count, not bytes");
        assert!(matches!(
            check("short"),
            Err(AccountsError::PasswordTooShort)
        ));
        assert!(matches!(
            check(&"ab".repeat(101)),
            Err(AccountsError::PasswordTooLong)
        ));
        assert!(matches!(
            check("ZOE@mail.example"),
            Err(AccountsError::PasswordIsEmail)
        ));
        for common in ["Password123", "1234567890", "zzzzzzzzzzzz"] {
            assert!(
                matches!(check(common), Err(AccountsError::PasswordCommon)),
                "{common}"
            );
        }
    }

    #[test]
    fn every_common_password_could_pass_the_length_rule() {
        for common in COMMON {
            assert!(PASSWORD_CHARS.contains(&common.chars().count()), "{common}");
            assert_eq!(common.to_lowercase(), *common);
        }
    }

    #[test]
    fn device_names() {
        assert_eq!(device_name(" Laptop ").ok().as_deref(), Some("Laptop"));
        assert!(device_name(" ").is_err());
        assert!(device_name(&"x".repeat(81)).is_err());
        assert!(device_name("a\nb").is_err());
    }
}
