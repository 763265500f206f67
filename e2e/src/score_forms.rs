//! How one answer about a field is judged, and how judgements add up.
//!
//! Shares: `recall` is right answers among the fields whose truth is a known kind (not custom_question, other or
//! consent, nor a field that must not be filled); `wrong` is wrong answers among *all* truth fields.
//!
//! What must not happen here: a wrong answer counted as a miss. Only what can never fill a field (no kind, consent,
//! custom_question, other, or a trap) is a miss.

use crate::eval_forms::TruthField;
use foothold_core::classify::ClassifiedField;
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::{Display, Formatter, Write as _};

/// Kinds that never fill anything by themselves.
const NEVER_FILLED: [&str; 3] = ["custom_question", "other", "consent"];

/// Our kinds that the truth has no word for: it calls such a field `other` or `custom_question`.
const BEYOND_THE_TRUTH: [&str; 7] = [
    "middle_name",
    "name_suffix",
    "other_file",
    "work_location",
    "work_current",
    "skills",
    "languages",
];

/// Kinds where a wrong answer is a false statement to an employer.
const LEGAL: [&str; 8] = [
    "work_authorization",
    "visa_sponsorship",
    "gender",
    "pronouns",
    "race_ethnicity",
    "hispanic",
    "veteran",
    "disability",
];

/// What became of one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Verdict {
    /// Its truth is a known kind.
    known: bool,
    /// Named rightly.
    right: bool,
    /// Named wrongly.
    wrong: bool,
    /// Wrong, and a legal or demographic kind on either side.
    legal: bool,
    /// A field that must not be filled, and would be.
    trap: bool,
    /// What was answered.
    got: String,
}

/// Compares one answer with the truth. `handle` is -1 where the truth's selector finds nothing.
pub(crate) fn judge(truth: &TruthField, read: Option<&ClassifiedField>, handle: i64) -> Verdict {
    let got = match read {
        None if handle < 0 => "(selector finds nothing)".to_owned(),
        None => "(not seen)".to_owned(),
        Some(ClassifiedField {
            trap: Some(trap), ..
        }) => format!("(trap {trap:?})").to_lowercase(),
        Some(field) => field.kind.map_or("(none)".to_owned(), wire_name),
    };
    let fillable = !got.starts_with('(') && !NEVER_FILLED.contains(&got.as_str());
    let accepted = got == truth.expected || truth.also_ok.iter().flatten().any(|ok| *ok == got);
    let must_not = truth.do_not_fill.unwrap_or(false);
    let known = !must_not && !NEVER_FILLED.contains(&truth.expected.as_str());
    let trap = must_not && fillable;
    let nameless = !known && BEYOND_THE_TRUTH.contains(&got.as_str());
    let turned = got == truth.expected && turned_round(truth, read);
    let wrong = trap || turned || (!must_not && fillable && !accepted && !nameless);
    let legal = wrong
        && (LEGAL.contains(&got.as_str()) || (known && LEGAL.contains(&truth.expected.as_str())));
    Verdict {
        known,
        right: known && accepted && !turned,
        wrong,
        legal,
        trap,
        got: if turned {
            format!("{got} (turned round)")
        } else {
            got
        },
    }
}

/// Whether the right kind would be answered with the opposite: a false statement as much as a wrong kind is. A question
/// that holds two is answered only where both halves agree, so it has no such side.
fn turned_round(truth: &TruthField, read: Option<&ClassifiedField>) -> bool {
    let read = read.and_then(|field| field.legal.as_ref());
    truth
        .negated
        .zip(read)
        .is_some_and(|(negated, read)| !read.compound && read.negated != negated)
}

/// A kind's name on the wire.
fn wire_name(kind: foothold_core::classify::FieldKind) -> String {
    match serde_json::to_value(kind) {
        Ok(Value::String(name)) => name,
        _ => String::new(),
    }
}

impl Verdict {
    /// What to tell about it; nothing where all is well.
    pub(crate) fn miss(
        &self,
        page: &str,
        truth: &TruthField,
        read: Option<&ClassifiedField>,
    ) -> Option<Miss> {
        if !self.wrong && (!self.known || self.right) {
            return None;
        }
        Some(Miss {
            page: page.to_owned(),
            selector: truth.selector.clone().unwrap_or_default(),
            label: truth.label.clone().unwrap_or_default(),
            expected: truth.expected.clone(),
            got: self.got.clone(),
            wrong: self.wrong,
            read: read.map(|field| field.label.clone()).unwrap_or_default(),
            reason: read.map(|field| field.reason.clone()).unwrap_or_default(),
        })
    }
}

/// A field that was missed or named wrongly.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Miss {
    page: String,
    selector: String,
    label: String,
    expected: String,
    got: String,
    wrong: bool,
    /// What the reader took for the question.
    read: String,
    reason: String,
}

impl Display for Miss {
    fn fmt(&self, out: &mut Formatter<'_>) -> std::fmt::Result {
        let mark = if self.wrong { "WRONG" } else { "miss " };
        write!(
            out,
            "{mark} {}  {}  expected {}, got {}  [{}]  {} -> {}",
            self.page, self.selector, self.expected, self.got, self.reason, self.label, self.read
        )
    }
}

/// Judgements added up.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Score {
    fields: u32,
    known: u32,
    right: u32,
    wrong: u32,
    legal: u32,
    traps: u32,
}

impl Score {
    pub(crate) fn count(&mut self, verdict: &Verdict) {
        self.fields += 1;
        self.known += u32::from(verdict.known);
        self.right += u32::from(verdict.right);
        self.wrong += u32::from(verdict.wrong);
        self.legal += u32::from(verdict.legal);
        self.traps += u32::from(verdict.trap);
    }

    fn add(&mut self, other: &Self) {
        self.fields += other.fields;
        self.known += other.known;
        self.right += other.right;
        self.wrong += other.wrong;
        self.legal += other.legal;
        self.traps += other.traps;
    }

    /// A legal or demographic kind wrong, or a trap filled.
    #[cfg(test)]
    pub(crate) fn is_harmful(&self) -> bool {
        self.legal > 0 || self.traps > 0
    }

    fn recall(&self) -> f64 {
        share(self.right, self.known, 1.0)
    }

    fn wrong(&self) -> f64 {
        share(self.wrong, self.fields, 0.0)
    }

    fn to_json(self) -> Value {
        json!({
            "fields": self.fields,
            "recall": self.recall(),
            "wrong": self.wrong(),
            "legal_wrong": self.legal,
            "traps": self.traps,
        })
    }
}

fn share(part: u32, whole: u32, of_nothing: f64) -> f64 {
    if whole == 0 {
        of_nothing
    } else {
        f64::from(part) / f64::from(whole)
    }
}

/// Scores by something: the ATS, the language, the mutation.
#[derive(Debug, Clone)]
pub(crate) struct Scores {
    by: &'static str,
    scores: BTreeMap<String, Score>,
}

impl Scores {
    pub(crate) fn by(by: &'static str) -> Self {
        Self {
            by,
            scores: BTreeMap::new(),
        }
    }

    pub(crate) fn add(&mut self, name: &str, score: &Score) {
        self.scores.entry(name.to_owned()).or_default().add(score);
    }

    fn total(&self) -> Score {
        let mut total = Score::default();
        self.scores.values().for_each(|score| total.add(score));
        total
    }

    pub(crate) fn to_json(&self) -> Value {
        let each: BTreeMap<_, _> = self
            .scores
            .iter()
            .map(|(name, score)| (name, score.to_json()))
            .collect();
        json!({ "total": self.total().to_json(), format!("by_{}", self.by.to_lowercase()): each })
    }

    pub(crate) fn to_table(&self) -> String {
        let mut table = format!(
            "{:<18} {:>6} {:>7} {:>7} {:>8} {:>11} {:>5}\n",
            self.by, "fields", "known", "recall", "wrong", "legal wrong", "traps"
        );
        let total = self.total();
        for (name, score) in self
            .scores
            .iter()
            .map(|(name, score)| (name.as_str(), score))
            .chain([("TOTAL", &total)])
        {
            let _ = writeln!(
                table,
                "{name:<18} {:>6} {:>7} {:>6.1}% {:>7.2}% {:>11} {:>5}",
                score.fields,
                score.known,
                score.recall() * 100.0,
                score.wrong() * 100.0,
                score.legal,
                score.traps
            );
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use foothold_core::classify::{FieldKind, LegalMeaning, Trap};
    use foothold_core::page::Control;

    fn field(kind: Option<FieldKind>, trap: Option<Trap>) -> ClassifiedField {
        ClassifiedField {
            handle: 1,
            label: String::new(),
            kind,
            confidence: 1.0,
            reason: String::new(),
            trap,
            entry: 0,
            legal: None,
            control: Control::Text,
            options: Vec::new(),
            required: false,
            signature: String::new(),
        }
    }

    #[track_caller]
    fn check(
        expected: &str,
        also_ok: &[&str],
        must_not: bool,
        kind: Option<FieldKind>,
        trap: Option<Trap>,
        verdict: &str,
    ) {
        let truth = TruthField {
            expected: expected.to_owned(),
            also_ok: Some(also_ok.iter().map(|&ok| ok.to_owned()).collect()),
            do_not_fill: Some(must_not),
            ..TruthField::default()
        };
        let judged = judge(&truth, Some(&field(kind, trap)), 1);
        let mut words = Vec::new();
        for (is, word) in [
            (judged.known, "known"),
            (judged.right, "right"),
            (judged.wrong, "wrong"),
            (judged.legal, "legal"),
            (judged.trap, "trap"),
        ] {
            if is {
                words.push(word);
            }
        }
        assert_eq!(words.join(" "), verdict);
    }

    #[test]
    fn a_wrong_kind_is_wrong_and_no_kind_is_a_miss() {
        use FieldKind::{City, Consent, CustomQuestion, Email, Gender, Location, MiddleName};
        check("email", &[], false, Some(Email), None, "known right");
        check("email", &[], false, None, None, "known");
        check("email", &[], false, Some(CustomQuestion), None, "known");
        check("email", &[], false, Some(City), None, "known wrong");
        check("email", &[], false, Some(MiddleName), None, "known wrong");
        check(
            "city",
            &["location"],
            false,
            Some(Location),
            None,
            "known right",
        );
        check("custom_question", &[], false, Some(City), None, "wrong");
        check(
            "custom_question",
            &["location"],
            false,
            Some(Location),
            None,
            "",
        );
        check("custom_question", &[], false, Some(Consent), None, "");
        check("other", &[], false, Some(MiddleName), None, "");
        check("other", &[], true, Some(MiddleName), None, "wrong trap");
        check("other", &[], true, Some(Email), Some(Trap::Honeypot), "");
        check(
            "custom_question",
            &[],
            false,
            Some(Gender),
            None,
            "wrong legal",
        );
        check("gender", &[], false, Some(City), None, "known wrong legal");
    }

    #[test]
    fn a_legal_question_read_as_its_opposite_is_wrong() {
        let truth = TruthField {
            expected: "visa_sponsorship".to_owned(),
            negated: Some(true),
            ..TruthField::default()
        };
        let read = |negated, compound| ClassifiedField {
            legal: Some(LegalMeaning {
                negated,
                country: String::new(),
                compound,
            }),
            ..field(Some(FieldKind::VisaSponsorship), None)
        };
        let right = judge(&truth, Some(&read(true, false)), 1);
        assert!(right.right && !right.wrong);
        let opposite = judge(&truth, Some(&read(false, false)), 1);
        assert!(opposite.wrong && opposite.legal && !opposite.right);
        let both = judge(&truth, Some(&read(false, true)), 1);
        assert!(both.right && !both.wrong);
    }
}
