//! The tokens of links in e-mails: they work without signing in, so they prove by themselves what they are for.
//!
//! The link that stops a topic is signed: it names account and topic, and works for as long as the letter is kept. The
//! link that confirms an address is drawn by chance, and only its hash is kept until it is used.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use crate::chance::Chance;
use crate::crypto::MacKey;
use crate::ids::AccountId;

/// The token that stops a topic of an account.
pub(super) fn stop(key: &MacKey, account: &AccountId, topic: &str) -> String {
    let named = URL_SAFE_NO_PAD.encode(format!("{account}\n{topic}"));
    let tag = key.hash_hex(&[account.as_str().as_bytes(), topic.as_bytes()]);
    format!("{named}.{tag}")
}

/// What a stopping token stops, if it is one of ours.
pub(super) fn read_stop(key: &MacKey, token: &str) -> Option<(AccountId, String)> {
    let (named, tag) = token.split_once('.')?;
    let named = String::from_utf8(URL_SAFE_NO_PAD.decode(named).ok()?).ok()?;
    let (account, topic) = named.split_once('\n')?;
    key.matches_hex(&[account.as_bytes(), topic.as_bytes()], tag)
        .then(|| (AccountId::from(account.to_owned()), topic.to_owned()))
}

/// A new token that confirms an address: 256 random bits.
pub(super) fn confirm(chance: &dyn Chance) -> String {
    let mut bytes = [0; 32];
    chance.fill(&mut bytes);
    URL_SAFE_NO_PAD.encode(bytes)
}

/// A confirming token as it is kept.
pub(super) fn hash(token: &str) -> String {
    hex::encode(Sha256::digest(token))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stopping_token_names_its_topic_and_no_other() {
        let key = MacKey::derive(b"secret", "stop");
        let account = AccountId::from("a1".to_owned());
        let token = stop(&key, &account, "search/1");
        assert_eq!(
            read_stop(&key, &token),
            Some((account.clone(), "search/1".to_owned()))
        );
        let (named, tag) = token.split_once('.').expect("two parts");
        let other = URL_SAFE_NO_PAD.encode("a1\nsearch/2");
        let longer = URL_SAFE_NO_PAD.encode("a1\nsearch/1\n");
        for forged in [
            format!("{other}.{tag}"),
            format!("{longer}.{tag}"),
            format!("{named}.{}", tag.replace(|c| c != '0', "0")),
            named.to_owned(),
            String::new(),
            "=.=".to_owned(),
        ] {
            assert_eq!(read_stop(&key, &forged), None, "{forged}");
        }
        let foreign = MacKey::derive(b"another", "stop");
        assert_eq!(read_stop(&foreign, &token), None);
    }
}
