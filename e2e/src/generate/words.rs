//! What recruiters write, by language: the tables in `words/`, one wording a line.
//!
//! A line is `key | wording | more`. The key is
//! - a kind's wire name (`first_name`): a label or question that asks for it. For the two legal kinds `more` says when
//!   "yes" is true, and the country: `A` may work there, `S` needs a sponsor, `!` not, `A&!S` both halves.
//! - `custom_line`, `custom_area`, `custom_yes_no`, `custom_pick`: a question of the employer's own that no profile
//!   answers; the last with its options in `more`. `consent`: what stands beside a tick box.
//! - `newsletter_box`, `newsletter_email`, `search`, `login_email`, `login_password`, `honeypot`: what stands beside
//!   fields that must not be filled.
//! - `section:…`, `help:…` (`help:any` for any field), `submit`, `newsletter_button`: text around fields.
//! - `@kind`: a list of options, separated by ` / `; `~` marks the one that declines.
//!
//! What must not happen here: a wording copied from the reader's own tables. They would measure nothing.

use crate::generate::chance::Chance;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The tables, by language.
const TABLES: [(&str, &str); 8] = [
    ("en", include_str!("words/en.txt")),
    ("de", include_str!("words/de.txt")),
    ("fr", include_str!("words/fr.txt")),
    ("es", include_str!("words/es.txt")),
    ("it", include_str!("words/it.txt")),
    ("nl", include_str!("words/nl.txt")),
    ("pt", include_str!("words/pt.txt")),
    ("pl", include_str!("words/pl.txt")),
];

static ALL: LazyLock<Vec<Words>> = LazyLock::new(|| {
    TABLES
        .iter()
        .map(|(lang, table)| Words::read(lang, table))
        .collect()
});

/// One wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wording {
    pub(crate) text: &'static str,
    /// What the key's own rules say about it; empty for most.
    pub(crate) more: &'static str,
}

/// A list of options.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Options {
    pub(crate) texts: Vec<String>,
    /// Which of them decline to answer.
    pub(crate) declines: Vec<usize>,
}

impl Options {
    pub(crate) fn read(text: &str) -> Self {
        let mut options = Self::default();
        for (at, option) in text.split(" / ").map(str::trim).enumerate() {
            if option.starts_with('~') {
                options.declines.push(at);
            }
            options
                .texts
                .push(option.trim_start_matches('~').to_owned());
        }
        options
    }
}

/// The wordings of one language.
#[derive(Debug)]
pub(crate) struct Words {
    /// ISO 639-1.
    pub(crate) lang: &'static str,
    by_key: BTreeMap<&'static str, Vec<Wording>>,
}

impl Words {
    fn read(lang: &'static str, table: &'static str) -> Self {
        let mut by_key: BTreeMap<&'static str, Vec<Wording>> = BTreeMap::new();
        for line in table
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
        {
            let mut parts = line.splitn(3, " | ");
            let key = parts.next().unwrap_or_default();
            let text = parts.next().unwrap_or_default();
            let more = parts.next().unwrap_or_default();
            by_key.entry(key).or_default().push(Wording { text, more });
        }
        Self { lang, by_key }
    }

    /// Every language, English first.
    pub(crate) fn all() -> &'static [Self] {
        &ALL
    }

    /// The wordings of one language.
    pub(crate) fn of(lang: &str) -> Option<&'static Self> {
        ALL.iter().find(|words| words.lang == lang)
    }

    /// One wording of a key, if the language has any.
    pub(crate) fn pick(&self, key: &str, chance: &mut Chance) -> Option<Wording> {
        chance.pick(self.by_key.get(key)?).copied()
    }

    /// Whether the language has wordings of a key.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.by_key.contains_key(key)
    }

    /// One list of options for a kind, if the language has any.
    pub(crate) fn options(&self, kind: &str, chance: &mut Chance) -> Option<Options> {
        let list = self.pick(&format!("@{kind}"), chance)?;
        Some(Options::read(list.text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use foothold_core::classify::FieldKind;

    /// Keys that are no kinds.
    const OTHER_KEYS: [&str; 13] = [
        "custom_line",
        "custom_area",
        "custom_yes_no",
        "custom_pick",
        "consent",
        "newsletter_box",
        "newsletter_email",
        "newsletter_button",
        "search",
        "login_password",
        "login_email",
        "honeypot",
        "submit",
    ];

    #[test]
    fn every_line_says_something_about_a_key_that_is_known() {
        for words in Words::all() {
            for (key, wordings) in &words.by_key {
                let plain = key.strip_prefix('@').unwrap_or(key);
                let known = key.starts_with("section:")
                    || key.starts_with("help:")
                    || ["@yes_no", "@year"].contains(key)
                    || OTHER_KEYS.contains(key)
                    || serde_json::from_value::<FieldKind>(plain.into()).is_ok();
                assert!(known, "{}: {key}", words.lang);
                for wording in wordings {
                    assert!(!wording.text.trim().is_empty(), "{}: {key}", words.lang);
                }
            }
            for key in ["work_authorization", "visa_sponsorship"] {
                for wording in &words.by_key[key] {
                    let (formula, country) = wording
                        .more
                        .split_once(' ')
                        .expect("a formula and a country");
                    assert!(
                        ["A", "!A", "S", "!S", "A&!S"].contains(&formula),
                        "{wording:?}"
                    );
                    assert_eq!(country.len(), 2, "{wording:?}");
                }
            }
        }
    }

    #[test]
    fn options_know_which_decline() {
        let options = Options::read("She/her / He/him / ~Rather not say");
        assert_eq!(options.texts, ["She/her", "He/him", "Rather not say"]);
        assert_eq!(options.declines, [2]);
    }
}
