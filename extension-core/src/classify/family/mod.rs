//! The rule families: one file a family, word tables as data, tests at the bottom.
//!
//! To teach the reader a wording, add it to its table; to teach it a kind, add a rule to its family. Words are written
//! as people write them (accents and capitals do not matter), in any language; see [`super::text::Pattern`] for `*`,
//! `|`, `..`, `^` and `$`.
//!
//! What must not happen here: a host name (those are in `sites`), a rule that only fits one page.

pub(super) mod abilities;
pub(super) mod address;
pub(super) mod consent;
pub(super) mod contact;
pub(super) mod demographic;
pub(super) mod education;
pub(super) mod files;
pub(super) mod history;
pub(super) mod legal;
mod legal_words;
pub(super) mod letter;
pub(super) mod links;
pub(super) mod name;
pub(super) mod source;
pub(super) mod terms;
pub(super) mod work;

use crate::classify::rule::{ReadyRule, Rule};
use std::sync::LazyLock;

/// All rules that are plain word tables; `legal`, `consent` and `files` read more than words and stand apart.
const TABLES: &[&[Rule]] = &[
    name::RULES,
    contact::RULES,
    address::RULES,
    links::RULES,
    letter::RULES,
    history::RULES,
    abilities::RULES,
    work::RULES,
    education::RULES,
    terms::RULES,
    source::RULES,
    demographic::RULES,
];

static READY: LazyLock<Vec<ReadyRule>> = LazyLock::new(|| {
    TABLES
        .iter()
        .flat_map(|table| table.iter().map(ReadyRule::new))
        .collect()
});

/// The rules, made ready once.
pub(super) fn rules() -> &'static [ReadyRule] {
    &READY
}
