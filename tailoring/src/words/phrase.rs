//! A sentence with slots, and what fills them.

use foothold_shared::document::Tone;

/// One wording of a sentence.
#[derive(Debug)]
pub(crate) struct Phrase {
    /// The tones that it fits.
    pub(super) tones: &'static str,
    /// The sentence.
    pub(crate) text: &'static str,
    /// Which of its key's wordings it is.
    pub(crate) at: usize,
}

impl Phrase {
    pub(super) fn fits(&self, tone: Tone) -> bool {
        let sign = match tone {
            Tone::Plain => 'p',
            Tone::Warm => 'w',
            Tone::Formal => 'f',
        };
        self.tones.contains(['*', sign])
    }

    /// The names of its slots.
    pub(crate) fn slots(&self) -> impl Iterator<Item = &'static str> {
        let parts = self.text.split('{').skip(1);
        parts.filter_map(|part| part.split_once('}').map(|(name, _)| name))
    }

    /// How many things its slots name. A role is said beside an employer or not: that is style, and counts for nothing.
    pub(super) fn names(&self) -> usize {
        let style = ["role", "a_role", "verb", "rest"];
        self.slots().filter(|slot| !style.contains(slot)).count()
    }
}

/// What is known to fill slots with; empty values count as unknown.
#[derive(Default)]
pub(crate) struct Slots<'v> {
    values: Vec<(&'static str, &'v str)>,
}

impl<'v> Slots<'v> {
    pub(crate) fn new(values: &[(&'static str, &'v str)]) -> Self {
        let said = values.iter().filter(|(_, value)| !value.is_empty());
        Self {
            values: said.copied().collect(),
        }
    }

    fn get(&self, name: &str) -> Option<&'v str> {
        let found = self.values.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| *value)
    }

    pub(super) fn fill_all(&self, phrase: &Phrase) -> bool {
        phrase.slots().all(|name| self.get(name).is_some())
    }

    /// The sentence with its slots filled, beginning with a capital.
    pub(crate) fn fill(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() * 2);
        let mut rest = text;
        while let Some((before, tail)) = rest.split_once('{') {
            out.push_str(before);
            let Some((name, after)) = tail.split_once('}') else {
                out.push_str(tail);
                return out;
            };
            let value = self.get(name).unwrap_or_default();
            // "Acme Inc." at the end of a sentence keeps one stop.
            let value = match value.strip_suffix('.') {
                Some(bare) if after.starts_with('.') => bare,
                _ => value,
            };
            out.push_str(value);
            rest = after;
        }
        out.push_str(rest);
        capitalised(&out)
    }
}

/// The text with a capital first letter; brands such as "iOS" stay.
pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), second)
            if first.is_lowercase() && second.is_none_or(|c| !c.is_uppercase()) =>
        {
            first.to_uppercase().chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}
