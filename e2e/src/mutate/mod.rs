//! Changes to a page that leave its meaning: other names, other words, another order, another language.
//!
//! The changes are made in the page that is open (`mutate.js`), so that whatever markup an ATS has stays as it is
//! where it is not meant to change. Here is decided which changes, and with which words.
//!
//! What must not happen here: words from the reader's own tables; they come from [`crate::generate`]'s.

use crate::capture::Captures;
use crate::eval_forms::{TruthField, selectors};
use crate::generate::chance::Chance;
use crate::generate::words::Words;
use anyhow::Result;
use serde_json::{Value, json};

/// What is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mutation {
    /// Nothing: what the others are compared with.
    None,
    /// Ids, names, classes and test hooks, consistently; the page loses its host.
    Scrambled,
    /// Labels of known kinds, in the page's own language where there are words for it, else in English.
    Reworded,
    /// The order of fields within their sections, and of sections.
    Reordered,
    /// Labels and options in another language.
    Language(&'static str),
    /// `autocomplete`, `inputmode`, `pattern` and the speaking types are gone.
    Stripped,
    /// The label stands elsewhere: around, beside, above, in a table, in the placeholder.
    Rewrapped,
    /// All of it, in a language by chance.
    All,
}

/// Every mutation that is measured, in the order it is printed.
pub const MUTATIONS: [Mutation; 14] = [
    Mutation::None,
    Mutation::Scrambled,
    Mutation::Reworded,
    Mutation::Reordered,
    Mutation::Stripped,
    Mutation::Rewrapped,
    Mutation::Language("de"),
    Mutation::Language("fr"),
    Mutation::Language("es"),
    Mutation::Language("it"),
    Mutation::Language("nl"),
    Mutation::Language("pt"),
    Mutation::Language("pl"),
    Mutation::All,
];

const SCRIPT: &str = include_str!("mutate.js");

/// Finds the fields that [`SCRIPT`] kept.
const HANDLES: &str = "
return globalThis.__truth.map((elements) => elements.length
  ? elements.map((element) => __foothold.handleOf(element)).find((handle) => handle > 0) ?? 0
  : -1);
";

impl Mutation {
    /// Its name in the table.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::None => "unchanged".to_owned(),
            Self::Scrambled => "scrambled".to_owned(),
            Self::Reworded => "reworded".to_owned(),
            Self::Reordered => "reordered".to_owned(),
            Self::Language(lang) => format!("language {lang}"),
            Self::Stripped => "stripped".to_owned(),
            Self::Rewrapped => "rewrapped".to_owned(),
            Self::All => "all combined".to_owned(),
        }
    }

    /// Whether the page is served from a host that no facts are known of.
    pub(crate) fn loses_host(self) -> bool {
        matches!(self, Self::Scrambled | Self::All)
    }

    /// Whether nothing is left that tells what a field is. What nobody can see has only its name.
    pub(crate) fn leaves_nothing_of(self, field: &TruthField) -> bool {
        let is_file = field.kind.as_deref() == Some("file");
        self.loses_host() && field.visible_in_capture == Some(false) && !is_file
    }

    /// The operations for the script.
    fn operations(self, fields: &[TruthField], lang: &str, chance: &mut Chance) -> Vec<Value> {
        let plain = |name: &str| json!({ "name": name });
        match self {
            Self::None => Vec::new(),
            Self::Scrambled => vec![plain("scramble")],
            Self::Reworded => vec![reworded(fields, own(lang), false, chance)],
            Self::Reordered => vec![plain("reorder")],
            Self::Language(other) => in_language(fields, own(other), chance),
            Self::Stripped => vec![plain("strip")],
            Self::Rewrapped => {
                vec![json!({ "name": "wrap", "texts": [], "labels": labels(fields) })]
            }
            Self::All => {
                let Some(words) = chance.pick(Words::all()) else {
                    return Vec::new();
                };
                let mut operations = in_language(fields, words, chance);
                let texts = operations[0]["texts"].clone();
                operations
                    .push(json!({ "name": "wrap", "texts": texts, "labels": labels(fields) }));
                operations.extend(["reorder", "strip", "scramble"].map(plain));
                operations
            }
        }
    }
}

/// Changes the page that is open, which holds these fields.
///
/// # Errors
/// When the script fails in the page.
pub(crate) async fn apply(
    captures: &Captures,
    mutation: Mutation,
    fields: &[TruthField],
    lang: &str,
    mut chance: Chance,
) -> Result<()> {
    let operations = mutation.operations(fields, lang, &mut chance);
    let seed = u32::try_from(chance.draw() >> 32).unwrap_or_default();
    let _: Value = captures
        .browser()
        .run(
            SCRIPT,
            vec![json!(selectors(fields)), json!(operations), json!(seed)],
        )
        .await?;
    Ok(())
}

/// The handles of the fields, after the changed page was read.
///
/// # Errors
/// When the script fails in the page.
pub(crate) async fn handles(captures: &Captures) -> Result<Vec<i64>> {
    captures.browser().run(HANDLES, Vec::new()).await
}

fn own(lang: &str) -> &'static Words {
    Words::of(lang).unwrap_or(&Words::all()[0])
}

/// The labels as the truth has them; none where nobody can see the field.
fn labels(fields: &[TruthField]) -> Vec<String> {
    fields
        .iter()
        .map(|field| match field.visible_in_capture {
            Some(false) => String::new(),
            _ => field.label.clone().unwrap_or_default(),
        })
        .collect()
}

/// New words for each field that the language has words for. Questions of the employer's own only where the whole page
/// changes its language.
fn reworded(
    fields: &[TruthField],
    words: &Words,
    own_questions: bool,
    chance: &mut Chance,
) -> Value {
    let texts: Vec<Option<&str>> = fields
        .iter()
        .map(|field| {
            if field.do_not_fill.unwrap_or(false) {
                return None;
            }
            let key = match field.expected.as_str() {
                "custom_question" if own_questions => match field.tag.as_deref() {
                    Some("textarea") => "custom_area",
                    _ if field.is_choice() => "custom_yes_no",
                    _ => "custom_line",
                },
                "custom_question" | "consent" | "other" => return None,
                kind => kind,
            };
            // Two questions in one are of two kinds, and the truth names one.
            words
                .pick(key, chance)
                .filter(|wording| !wording.more.starts_with("A&"))
                .map(|wording| wording.text)
        })
        .collect();
    json!({ "name": "reword", "texts": texts, "labels": labels(fields) })
}

fn in_language(fields: &[TruthField], words: &Words, chance: &mut Chance) -> Vec<Value> {
    let texts = reworded(fields, words, true, chance);
    let lists: Vec<Option<Vec<String>>> = fields
        .iter()
        .map(|field| {
            let key = match field.expected.as_str() {
                "custom_question" | "work_authorization" | "visa_sponsorship" | "relocation"
                | "remote_ok"
                    if field.says_yes_or_no() =>
                {
                    "yes_no"
                }
                "disability" if field.says_yes_or_no() => "yes_no",
                kind => kind,
            };
            words.options(key, chance).map(|options| options.texts)
        })
        .collect();
    vec![
        texts,
        json!({ "name": "options", "lists": lists, "lang": words.lang }),
    ]
}
