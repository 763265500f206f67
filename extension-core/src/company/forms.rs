//! The table of legal forms (`data/forms.tsv`), and whether the end of a name is one of them.
//!
//! What must not happen here: an opinion about a name. It is asked about one end, or one word, as a whole.

use crate::folding::{self, Marks};
use std::sync::LazyLock;

/// One way to write a legal form.
#[derive(Debug)]
struct Form {
    written: &'static str,
    /// Folded, with the spaces that its dots and signs leave.
    folded: String,
    /// Its letters alone: "sa" for "S.A.".
    letters: String,
    /// Whether the keys of companies leave it out.
    in_key: bool,
    exact: bool,
    said: bool,
    kind: bool,
}

static FORMS: LazyLock<Vec<Form>> = LazyLock::new(|| {
    let lines = include_str!("data/forms.tsv").lines();
    lines
        .filter(|line| !line.starts_with('#'))
        .flat_map(|line| {
            let (written, marks) = line.split_once('\t').unwrap_or((line, ""));
            let has = move |mark: &str| marks.split(' ').any(|each| each == mark);
            written.split('|').map(move |written| {
                let folded = folding::fold(written, Marks::Apart);
                Form {
                    written,
                    letters: folded.replace(' ', ""),
                    folded,
                    in_key: has("key"),
                    exact: has("exact"),
                    said: has("said"),
                    kind: has("kind"),
                }
            })
        })
        .collect()
});

/// How much it takes to be believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Belief {
    /// Behind what is known to be a company's name, for comparing: in any case, a legal form.
    Compared,
    /// What a sentence leaves out: a legal form as it is written.
    Unsaid,
    /// In a text that may be anything: any case only where that is no other word.
    Told,
}

/// Whether a text as a whole is a legal form.
pub(super) fn is_form(text: &str, belief: Belief) -> bool {
    let text = text.trim_matches([',', ';', ' ']);
    let folded = folding::fold(text, Marks::Apart);
    if folded.is_empty() || folded.len() > 40 {
        return false;
    }
    // "S. A." is "SA"; "in c." is not "Inc.".
    let joins = !text.contains(' ') || folded.split(' ').all(|word| word.len() == 1);
    let letters = if joins {
        folded.replace(' ', "")
    } else {
        String::new()
    };
    let undotted = |text: &str| text.replace('.', "");
    // Small letters need their dots: "a.s." is a form, "as" a word.
    let as_written = |form: &Form| {
        form.written == text
            || form.written.contains(char::is_uppercase) && undotted(form.written) == undotted(text)
    };
    FORMS
        .iter()
        .filter(|form| !form.kind && (form.folded == folded || form.letters == letters))
        .any(|form| match belief {
            Belief::Compared => true,
            Belief::Unsaid => !form.said && as_written(form),
            Belief::Told => !form.exact || as_written(form),
        })
}

/// Whether a folded word is no legal form and says what kind of company it is.
pub(super) fn is_kind(word: &str) -> bool {
    FORMS.iter().any(|form| form.kind && form.letters == word)
}

/// Whether the keys of companies leave this folded word out.
pub(super) fn is_left_out(word: &str) -> bool {
    FORMS.iter().any(|form| form.in_key && form.letters == word)
}
