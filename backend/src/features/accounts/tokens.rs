//! The tokens of a session: making them and reading them. No database, no clock.

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::{AccountsError, SignedIn};
use crate::chance::Chance;
use crate::config::Secrets;
use crate::crypto::MacKey;
use crate::ids::{AccountId, SessionId};

const ISSUER: &str = "foothold";
const AUDIENCE: &str = "foothold-api";
/// Lets a person or a scanner tell what a leaked text is.
const REFRESH_PREFIX: &str = "fhr_";
/// How many accounts one device remembers.
const DEVICE_ACCOUNTS: usize = 5;

/// The keys that make and check tokens.
#[derive(Clone)]
pub(crate) struct Tokens {
    signing: Arc<EncodingKey>,
    checking: Arc<DecodingKey>,
    csrf: MacKey,
    successor: MacKey,
    device: MacKey,
    lookup: MacKey,
    attempts: MacKey,
    chance: Arc<dyn Chance>,
}

#[derive(Serialize, Deserialize)]
struct Claims {
    iss: String,
    aud: String,
    /// The account.
    sub: String,
    /// The session.
    sid: String,
    /// Epoch seconds.
    iat: i64,
    /// Epoch seconds.
    exp: i64,
}

impl Tokens {
    pub(crate) fn new(secrets: &Secrets, chance: Arc<dyn Chance>) -> Self {
        let jwt = secrets.jwt_secret.as_slice();
        Self {
            signing: Arc::new(EncodingKey::from_secret(jwt)),
            checking: Arc::new(DecodingKey::from_secret(jwt)),
            csrf: MacKey::derive(jwt, "csrf token"),
            successor: MacKey::derive(jwt, "refresh successor"),
            device: MacKey::derive(jwt, "known device"),
            lookup: MacKey::derive(&secrets.lookup_secret, "account by address"),
            attempts: MacKey::derive(&secrets.lookup_secret, "sign-in attempts"),
            chance,
        }
    }

    /// An access token that works until `now_ms` plus its life.
    pub(crate) fn access(
        &self,
        account_id: &AccountId,
        session_id: &SessionId,
        now_ms: i64,
        life_s: i64,
    ) -> Result<String, AccountsError> {
        let iat = now_ms / 1000;
        let claims = Claims {
            iss: ISSUER.to_owned(),
            aud: AUDIENCE.to_owned(),
            sub: account_id.to_string(),
            sid: session_id.to_string(),
            iat,
            exp: iat + life_s,
        };
        jsonwebtoken::encode(&Header::new(Algorithm::HS256), &claims, &self.signing)
            .map_err(AccountsError::Sign)
    }

    /// Who the access token belongs to, if it is ours and still works.
    pub(crate) fn read_access(&self, token: &str, now_ms: i64) -> Result<SignedIn, AccountsError> {
        let (who, exp) = self.read_signed(token)?;
        if now_ms >= exp.saturating_mul(1000) {
            Err(AccountsError::TokenExpired)
        } else {
            Ok(who)
        }
    }

    /// Who the access token belongs to, if it is ours, even when it has expired: enough to end its
    /// session, for nothing else.
    pub(crate) fn read_even_expired(&self, token: &str) -> Result<SignedIn, AccountsError> {
        self.read_signed(token).map(|(who, _)| who)
    }

    fn read_signed(&self, token: &str) -> Result<(SignedIn, i64), AccountsError> {
        let mut validation = Validation::new(Algorithm::HS256);
        validation.set_issuer(&[ISSUER]);
        validation.set_audience(&[AUDIENCE]);
        validation.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
        // The library asks the operating system for the time; the caller compares with its clock.
        validation.validate_exp = false;
        let claims = jsonwebtoken::decode::<Claims>(token, &self.checking, &validation)
            .map_err(|_| AccountsError::TokenInvalid)?
            .claims;
        let who = SignedIn {
            account_id: claims.sub.into(),
            session_id: claims.sid.into(),
        };
        Ok((who, claims.exp))
    }

    /// The first refresh token of a session: 256 random bits.
    pub(crate) fn first_refresh(&self) -> String {
        let mut bytes = Zeroizing::new([0; 32]);
        self.chance.fill(bytes.as_mut_slice());
        format!(
            "{REFRESH_PREFIX}{}",
            URL_SAFE_NO_PAD.encode(bytes.as_slice())
        )
    }

    /// The refresh token that a token is exchanged for. It follows from it by a secret key, so that
    /// an answer that got lost can be given again although only hashes are stored.
    pub(crate) fn next_refresh(&self, token: &str) -> String {
        let bytes = self.successor.hash(&[token.as_bytes()]);
        format!("{REFRESH_PREFIX}{}", URL_SAFE_NO_PAD.encode(bytes))
    }

    /// A refresh token as it is stored.
    pub(crate) fn refresh_hash(token: &str) -> String {
        hex::encode(Sha256::digest(token))
    }

    /// The session's CSRF token.
    pub(crate) fn csrf(&self, session_id: &SessionId) -> String {
        self.csrf.hash_hex(&[session_id.as_str().as_bytes()])
    }

    /// Whether the token is the session's CSRF token.
    pub(crate) fn is_csrf(&self, session_id: &SessionId, token: &str) -> bool {
        self.csrf
            .matches_hex(&[session_id.as_str().as_bytes()], token)
    }

    /// What an account is found by.
    pub(crate) fn email_hash(&self, folded: &str) -> String {
        self.lookup.hash_hex(&[folded.as_bytes()])
    }

    /// What attempts are counted under; nobody reads an address out of it.
    pub(crate) fn attempt_subject(&self, parts: &[&str]) -> String {
        let parts: Vec<&[u8]> = parts.iter().map(|part| part.as_bytes()).collect();
        self.attempts.hash_hex(&parts)
    }

    /// The device's id, if the device token says that it signed in to this account before.
    pub(crate) fn known_device(&self, token: Option<&str>, email_hash: &str) -> Option<String> {
        let (device_id, marks) = token?.split_once('.')?;
        marks
            .split('.')
            .any(|mark| {
                self.device
                    .matches_hex(&[device_id.as_bytes(), email_hash.as_bytes()], mark)
            })
            .then(|| device_id.to_owned())
    }

    /// The device token after a sign-in: the old one with this account marked, or a new one.
    pub(crate) fn remember_device(&self, token: Option<&str>, email_hash: &str) -> String {
        let kept = token
            .and_then(|token| token.split_once('.'))
            .filter(|(id, marks)| {
                let hex = |text: &str, len| {
                    text.len() == len && text.bytes().all(|b| b.is_ascii_hexdigit())
                };
                hex(id, 32) && marks.split('.').all(|mark| hex(mark, 64))
            });
        let (device_id, old) = kept.map_or_else(
            || {
                let mut bytes = [0; 16];
                self.chance.fill(&mut bytes);
                (hex::encode(bytes), Vec::new())
            },
            |(device_id, marks)| {
                (
                    device_id.to_owned(),
                    marks.split('.').map(str::to_owned).collect(),
                )
            },
        );
        let mark = self
            .device
            .hash_hex(&[device_id.as_bytes(), email_hash.as_bytes()]);
        let mut marks: Vec<String> = old.into_iter().filter(|old| *old != mark).collect();
        marks.push(mark);
        let newest = marks.len().saturating_sub(DEVICE_ACCOUNTS);
        format!("{device_id}.{}", marks[newest..].join("."))
    }
}

impl std::fmt::Debug for Tokens {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Tokens(redacted)")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::chance::SeededChance;

    fn tokens(secret: u8) -> Tokens {
        let secrets = Secrets {
            active: "k1".to_owned(),
            ring: BTreeMap::new(),
            jwt_secret: Zeroizing::new(vec![secret; 32]),
            lookup_secret: Zeroizing::new(vec![9; 32]),
        };
        Tokens::new(&secrets, Arc::new(SeededChance::new(1)))
    }

    fn who() -> (AccountId, SessionId) {
        ("account".to_owned().into(), "session".to_owned().into())
    }

    #[test]
    fn an_access_token_works_until_its_last_second() {
        let tokens = tokens(1);
        let (account, session) = who();
        let token = tokens
            .access(&account, &session, 1_000_000, 900)
            .expect("signs");
        let read = |now_ms| tokens.read_access(&token, now_ms);
        assert_eq!(read(1_899_999).expect("works").session_id, session);
        assert!(matches!(read(1_900_000), Err(AccountsError::TokenExpired)));
        assert_eq!(
            tokens
                .read_even_expired(&token)
                .expect("is ours")
                .account_id,
            account
        );
    }

    #[test]
    fn a_token_of_another_key_algorithm_or_audience_is_none() {
        let (account, session) = who();
        let foreign = tokens(2).access(&account, &session, 0, 900).expect("signs");
        let unsigned = format!(
            "eyJhbGciOiJub25lIn0.{}.",
            foreign.split('.').nth(1).expect("claims")
        );
        for token in [foreign.as_str(), unsigned.as_str(), "", "a.b.c"] {
            assert!(matches!(
                tokens(1).read_access(token, 0),
                Err(AccountsError::TokenInvalid)
            ));
        }
        let claims = serde_json::json!({"iss": ISSUER, "aud": "other", "sub": "a", "sid": "s", "iat": 0, "exp": 900});
        let other = jsonwebtoken::encode(
            &Header::default(),
            &claims,
            &EncodingKey::from_secret(&[1; 32]),
        );
        assert!(tokens(1).read_access(&other.expect("signs"), 0).is_err());
    }

    #[test]
    fn a_successor_follows_only_with_the_key() {
        let first = tokens(1).first_refresh();
        assert_eq!(
            tokens(1).next_refresh(&first),
            tokens(1).next_refresh(&first)
        );
        assert_ne!(
            tokens(1).next_refresh(&first),
            tokens(2).next_refresh(&first)
        );
        assert_ne!(tokens(1).next_refresh(&first), first);
    }

    #[test]
    fn a_device_is_known_to_the_accounts_it_signed_in_to() {
        let tokens = tokens(1);
        let token = tokens.remember_device(None, "zoe");
        assert!(tokens.known_device(Some(&token), "zoe").is_some());
        assert!(tokens.known_device(Some(&token), "max").is_none());
        let both = tokens.remember_device(Some(&token), "max");
        assert_eq!(
            tokens.known_device(Some(&both), "zoe"),
            tokens.known_device(Some(&both), "max")
        );
        assert_eq!(tokens.remember_device(Some(&both), "max"), both);
        assert!(tokens.known_device(Some("forged.00"), "zoe").is_none());
        assert!(tokens.known_device(None, "zoe").is_none());
        let many = (0..9).fold(both, |token, n| {
            tokens.remember_device(Some(&token), &n.to_string())
        });
        assert!(many.len() < 400 && tokens.known_device(Some(&many), "8").is_some());
    }
}
