//! A rule: which words in which place speak for a kind, and how strongly.
//!
//! What must not happen here: a single word deciding a whole sentence. A long question that merely mentions
//! "company" or "email" is a question of its own.

use crate::classify::FieldKind;
use crate::classify::question::Question;
use crate::classify::text::Patterns;
use crate::classify::tokens::Name;
use crate::page::Control;

/// Sets of controls that a kind can stand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct On(u8);

impl On {
    /// One line of text (typed inputs included).
    pub(crate) const LINE: Self = Self(1);
    /// Several lines.
    pub(crate) const LONG: Self = Self(2);
    /// Date and month pickers, spin buttons.
    pub(crate) const DATE: Self = Self(4);
    /// A list to choose from that may be typed into.
    pub(crate) const COMBO: Self = Self(8);
    /// Select, listbox, radio buttons, several boxes, answer buttons.
    pub(crate) const PICK: Self = Self(16);
    /// One tick box.
    pub(crate) const TICK: Self = Self(32);
    /// A file.
    pub(crate) const FILE: Self = Self(64);

    /// Both sets.
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the sets meet.
    pub(crate) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// What a control is; `options` is how many options it has.
    pub(crate) fn of(control: Control, options: usize) -> Self {
        match control {
            Control::Text
            | Control::Email
            | Control::Tel
            | Control::Url
            | Control::Number
            | Control::Search
            | Control::Password
            | Control::Other => Self::LINE,
            Control::TextArea | Control::RichText => Self::LONG,
            Control::Date | Control::Month | Control::OtherDate | Control::SpinButton => Self::DATE,
            Control::ComboBox => Self::COMBO,
            Control::CheckboxGroup if options <= 1 => Self::TICK,
            Control::Select
            | Control::SelectMultiple
            | Control::ListboxButton
            | Control::RadioGroup
            | Control::CheckboxGroup
            | Control::ButtonGroup => Self::PICK,
            Control::File => Self::FILE,
        }
    }
}

/// One line or a list that may be typed into: where most facts stand.
pub(crate) const TEXT: On = On::LINE.or(On::COMBO);
/// One line, or chosen from a list.
pub(crate) const TEXT_OR_PICK: On = TEXT.or(On::PICK);
/// Anything that answers a question.
pub(crate) const ANY: On = TEXT_OR_PICK.or(On::LONG).or(On::DATE);

/// A rule as its family writes it down: words only.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rule {
    /// What it speaks for.
    pub(crate) kind: FieldKind,
    /// On which controls.
    pub(crate) on: On,
    /// Names of the thing, for labels that name rather than ask.
    pub(crate) label: &'static [&'static str],
    /// Wordings that decide wherever they stand, in whole questions too.
    pub(crate) asks: &'static [&'static str],
    /// Words of `id`, `name` and test hooks.
    pub(crate) names: &'static [&'static str],
    /// Words in a label that exclude it.
    pub(crate) never: &'static [&'static str],
}

impl Rule {
    /// A rule without words, to be filled in.
    pub(crate) const fn new(kind: FieldKind, on: On) -> Self {
        Self {
            kind,
            on,
            label: &[],
            asks: &[],
            names: &[],
            never: &[],
        }
    }
}

/// A rule made ready.
#[derive(Debug)]
pub(crate) struct ReadyRule {
    pub(crate) kind: FieldKind,
    on: On,
    label: Patterns,
    asks: Patterns,
    names: Patterns,
    never: Patterns,
}

impl ReadyRule {
    /// Makes a rule ready.
    pub(crate) fn new(rule: &Rule) -> Self {
        Self {
            kind: rule.kind,
            on: rule.on,
            label: Patterns::new(rule.label),
            asks: Patterns::new(rule.asks),
            names: Patterns::new(rule.names),
            never: Patterns::new(rule.never),
        }
    }

    /// Whether the kind can stand on such a control at all.
    pub(crate) fn fits(&self, on: On) -> bool {
        self.on.meets(on)
    }

    /// Whether a label excludes the kind.
    pub(crate) fn excluded_by(&self, question: &Question) -> bool {
        self.never.any(&question.all)
    }

    /// How strongly a label speaks for the kind, 0 to 1, before its place counts.
    pub(crate) fn heard_in(&self, question: &Question) -> f32 {
        // "If you were referred, by whom?" is the usual way to ask for a referrer, and "if not, would you move?" has the
        // same answer whatever came before; any other follow-up hangs on an answer that nobody has given yet.
        let stands_alone = matches!(self.kind, FieldKind::Referrer | FieldKind::Relocation);
        if question.follow_up && question.sentence && !stands_alone {
            return 0.0;
        }
        let asked = if self.asks.any(&question.all) || self.asks.any(&question.outside) {
            asks_score(question.all.len())
        } else {
            0.0
        };
        asked.max(self.named_in(question))
    }

    fn named_in(&self, question: &Question) -> f32 {
        if question.sentence {
            // "Salary expectations: please state …" names the thing first and explains it then.
            return match self.label.longest(&question.head) {
                Some(span) if span == question.head.len() && !question.raw.contains('?') => 0.8,
                _ => 0.0,
            };
        }
        let whole = coverage(self.label.longest(&question.core), question.core.len());
        let plain = coverage(self.label.longest(&question.all), question.all.len());
        let head = if question.head.is_empty() {
            0.0
        } else {
            coverage(self.label.longest(&question.head), question.head.len()) * 0.94
        };
        whole.max(plain).max(head)
    }

    /// How strongly a name speaks for the kind, 0 to 1.
    pub(crate) fn seen_in(&self, name: &Name) -> f32 {
        let Some(span) = self
            .names
            .longest(&name.words)
            .max(self.names.longest(&name.all))
        else {
            return 0.0;
        };
        let own = match name.words.len() {
            length if span >= length => 0.8,
            length if span * 2 >= length => 0.68,
            length if span * 3 >= length => 0.55,
            _ => 0.4,
        };
        if name.around { own * 0.96 } else { own }
    }
}

/// The more a text says beside what was recognised, the less it is that.
fn coverage(span: Option<usize>, length: usize) -> f32 {
    match span {
        None => 0.0,
        Some(span) if span >= length => 0.95,
        Some(span) if span * 3 >= length * 2 => 0.86,
        Some(span) if span * 2 >= length => 0.8,
        Some(span) if span * 5 >= length * 2 => 0.68,
        Some(_) => 0.5,
    }
}

/// A wording in a short question decides; in a long text it may be an aside.
fn asks_score(length: usize) -> f32 {
    match length {
        0..=18 => 0.9,
        19..=35 => 0.84,
        36..=60 => 0.74,
        _ => 0.62,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::question::read;

    const EMAIL: Rule = Rule {
        label: &["email", "email address|adresse"],
        names: &["email"],
        never: &["referee"],
        ..Rule::new(FieldKind::Email, TEXT)
    };

    #[test]
    fn a_name_counts_by_how_much_of_the_label_it_is() {
        let rule = ReadyRule::new(&EMAIL);
        assert!(rule.heard_in(&read("E-Mail-Adresse *", 1.0)) > 0.9);
        assert!(rule.heard_in(&read("Your email", 1.0)) > 0.9);
        assert!(rule.heard_in(&read("Preferred email client software", 1.0)) < 0.6);
        assert!(
            rule.heard_in(&read(
                "May we send you an email about other jobs that suit you?",
                1.0
            )) < 0.1
        );
        assert!(rule.excluded_by(&read("Referee email", 1.0)));
    }

    #[test]
    fn controls_know_what_they_are() {
        assert!(On::of(Control::CheckboxGroup, 1).meets(On::TICK));
        assert!(On::of(Control::CheckboxGroup, 3).meets(On::PICK));
        assert!(!On::of(Control::File, 0).meets(ANY));
    }
}
