//! Lists of statements as a person edits them: a line or a word each. Pure.

use foothold_shared::document::Statement;

/// How a list is written in a field.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    /// One a line.
    Lines,
    /// Between commas.
    Words,
}

impl Written {
    /// The list in its field.
    pub(super) fn text(self, list: &[Statement]) -> String {
        let by = match self {
            Self::Lines => "\n",
            Self::Words => ", ",
        };
        let said: Vec<&str> = list.iter().map(|one| one.text.as_str()).collect();
        said.join(by)
    }

    /// The list that a field says. What stayed keeps the facts it rests on; what was reworded in its place keeps them,
    /// too, and is the person's own; what is new rests on their word alone.
    pub(super) fn read(self, text: &str, before: &[Statement]) -> Vec<Statement> {
        let parts: Vec<&str> = match self {
            Self::Lines => text.lines().collect(),
            Self::Words => text.split([',', '\n']).collect(),
        };
        let said: Vec<&str> = parts
            .into_iter()
            .map(|part| part.trim().trim_start_matches(['•', '-']).trim_start())
            .filter(|part| !part.is_empty())
            .collect();
        let in_step = said.len() == before.len();
        let one = |(at, text): (usize, &&str)| {
            if let Some(known) = before.iter().find(|known| known.text == *text) {
                return known.clone();
            }
            let facts = before
                .get(at)
                .filter(|_| in_step)
                .map_or_else(Vec::new, |known| known.facts.clone());
            Statement {
                text: (*text).to_owned(),
                facts,
                fixed: true,
            }
        };
        said.iter().enumerate().map(one).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list() -> Vec<Statement> {
        ["Welded hulls.", "Led six."]
            .iter()
            .enumerate()
            .map(|(at, text)| Statement {
                text: (*text).to_owned(),
                facts: vec![format!("work/a/{at}")],
                fixed: false,
            })
            .collect()
    }

    #[test]
    fn what_stays_keeps_its_facts_and_what_is_new_has_none() {
        let before = list();
        let same = Written::Lines.read(&Written::Lines.text(&before), &before);
        assert_eq!(same, before);
        let reworded = Written::Lines.read("Welded ferries.\nLed six.", &before);
        assert_eq!(reworded[0].facts, ["work/a/0"]);
        assert!(reworded[0].fixed);
        let more = Written::Lines.read("- New.\nWelded hulls.\n\nLed six.", &before);
        assert_eq!(more.len(), 3);
        assert_eq!(more[0].text, "New.");
        assert!(more[0].facts.is_empty());
        assert_eq!(more[2].facts, ["work/a/1"]);
    }

    #[test]
    fn words_stand_between_commas() {
        let said = Written::Words.read("TIG, MIG ,, \n Arc", &[]);
        let texts: Vec<_> = said.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(texts, ["TIG", "MIG", "Arc"]);
    }
}
