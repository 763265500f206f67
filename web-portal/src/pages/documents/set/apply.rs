//! What a person's changes make of a document, before the server makes it again. Pure.

use foothold_shared::document::{
    DocumentEdits, DocumentSection, FixedStatement, LetterContent, ResumeContent, SectionKind,
    Statement,
};
use std::collections::BTreeSet;

/// A sentence that the person worded anew on this page.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Wording {
    /// The facts it stands for.
    pub(super) facts: Vec<String>,
    /// What stood there.
    pub(super) was: String,
    /// What stands there now.
    pub(super) text: String,
}

/// All that was changed on this page.
#[derive(Clone, PartialEq, Eq, Default)]
pub(super) struct Changes {
    /// The edits as they will be sent, without the wordings of this page.
    pub(super) edits: DocumentEdits,
    /// The wordings of this page.
    pub(super) wordings: Vec<Wording>,
}

fn as_set(facts: &[String]) -> BTreeSet<&str> {
    facts.iter().map(String::as_str).collect()
}

/// The facts by which a line of the résumé is left out or kept: never a whole job or school.
pub(super) fn handles(statement: &Statement) -> Vec<String> {
    let of = |wanted: &[&str]| -> Vec<String> {
        let own = |id: &&String| {
            let (list, rest) = id.split_once('/').unwrap_or((id.as_str(), ""));
            let is_line = matches!(list, "work" | "project") && rest.contains('/');
            wanted.contains(&list) || wanted.is_empty() && is_line
        };
        statement.facts.iter().filter(own).cloned().collect()
    };
    let skills = of(&["skill"]);
    if !skills.is_empty() {
        return skills;
    }
    let lines = of(&[]);
    if lines.is_empty() {
        of(&["summary", "language", "certificate", "publication"])
    } else {
        lines
    }
}

impl Changes {
    /// What stands in a statement's place now.
    pub(super) fn words_of(&self, statement: &Statement) -> String {
        let mine = self.wordings.iter().find(|one| one.is_of(statement));
        mine.map_or_else(|| statement.text.clone(), |one| one.text.clone())
    }

    /// Words a statement anew; its own words, or none, take that back.
    pub(super) fn word(&mut self, statement: &Statement, text: &str) {
        self.wordings.retain(|one| !one.is_of(statement));
        let text = text.trim();
        if !text.is_empty() && text != statement.text {
            self.wordings.push(Wording {
                facts: statement.facts.clone(),
                was: statement.text.clone(),
                text: text.to_owned(),
            });
        }
    }

    /// Whether a line is left out.
    pub(super) fn leaves_out(&self, statement: &Statement) -> bool {
        let handles = handles(statement);
        !handles.is_empty() && handles.iter().all(|id| self.edits.left_out.contains(id))
    }

    /// Whether a line is kept whatever else is shortened.
    pub(super) fn keeps(&self, facts: &[String]) -> bool {
        !facts.is_empty() && facts.iter().all(|id| self.edits.chosen.contains(id))
    }

    /// Leaves facts out, or no longer.
    pub(super) fn leave_out(&mut self, facts: &[String], out: bool) {
        self.edits.left_out.retain(|id| !facts.contains(id));
        if out {
            self.edits.chosen.retain(|id| !facts.contains(id));
            self.edits.left_out.extend_from_slice(facts);
        }
    }

    /// Keeps facts in, or no longer.
    pub(super) fn keep(&mut self, facts: &[String], in_it: bool) {
        self.edits.chosen.retain(|id| !facts.contains(id));
        if in_it {
            self.edits.left_out.retain(|id| !facts.contains(id));
            self.edits.chosen.extend_from_slice(facts);
        }
    }

    /// Hides or shows a section.
    pub(super) fn hide(&mut self, kind: SectionKind, hidden: bool) {
        self.edits.hidden_sections.retain(|known| *known != kind);
        if hidden {
            self.edits.hidden_sections.push(kind);
        }
    }

    /// Moves a section one place up or down among those of the document.
    pub(super) fn shift(&mut self, content: &ResumeContent, kind: SectionKind, down: bool) {
        let mut order: Vec<SectionKind> =
            self.ordered(content).iter().map(|one| one.kind).collect();
        let Some(at) = order.iter().position(|known| *known == kind) else {
            return;
        };
        let to = if down { at + 1 } else { at.wrapping_sub(1) };
        if to < order.len() {
            order.swap(at, to);
            self.edits.section_order = order;
        }
    }

    /// The sections in the person's order, hidden ones included.
    pub(super) fn ordered(&self, content: &ResumeContent) -> Vec<DocumentSection> {
        let order = &self.edits.section_order;
        let mut sections = content.sections.clone();
        let place = |kind| order.iter().position(|known| *known == kind);
        sections.sort_by_key(|section| place(section.kind).unwrap_or(usize::MAX));
        sections
    }

    /// The résumé as it will be, except for what the server has to choose.
    pub(super) fn resume(&self, content: &ResumeContent) -> ResumeContent {
        let mut sections = self.ordered(content);
        sections.retain(|section| !self.edits.hidden_sections.contains(&section.kind));
        for section in &mut sections {
            for entry in &mut section.entries {
                for list in [&mut entry.paragraph, &mut entry.bullets, &mut entry.words] {
                    list.retain(|one| !self.leaves_out(one));
                    list.iter_mut()
                        .for_each(|one| one.text = self.words_of(one));
                }
            }
            section.entries.retain(|entry| {
                let says = [&entry.paragraph, &entry.bullets, &entry.words];
                !entry.title.is_empty()
                    || !entry.subtitle.is_empty()
                    || says.iter().any(|list| !list.is_empty())
            });
        }
        sections.retain(|section| !section.entries.is_empty());
        let mut headline = content.headline.clone();
        headline.text = self.words_of(&headline);
        ResumeContent {
            sections,
            headline,
            ..content.clone()
        }
    }

    /// The letter as it will be.
    pub(super) fn letter(&self, content: &LetterContent) -> LetterContent {
        let mut letter = content.clone();
        for paragraph in &mut letter.paragraphs {
            for statement in &mut paragraph.statements {
                statement.text = self.words_of(statement);
            }
        }
        letter.salutation = Edge::Salutation.words(&self.edits, &content.salutation);
        letter.closing = Edge::Closing.words(&self.edits, &content.closing);
        letter
    }

    /// The edits to send: a new wording takes the place of an earlier one of the same sentence.
    pub(super) fn to_send(&self) -> DocumentEdits {
        let mut edits = self.edits.clone();
        for one in &self.wordings {
            let same = |known: &FixedStatement| {
                as_set(&known.facts) == as_set(&one.facts) && known.text == one.was
            };
            edits.fixed.retain(|known| !same(known));
            edits.fixed.push(FixedStatement {
                facts: one.facts.clone(),
                text: one.text.clone(),
            });
        }
        edits
    }
}

/// How a letter begins and ends.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    Salutation,
    Closing,
}

impl Edge {
    /// The person's own words for it; empty where they leave it to us.
    pub(super) fn own(self, edits: &DocumentEdits) -> &str {
        match self {
            Self::Salutation => &edits.salutation,
            Self::Closing => &edits.closing,
        }
    }

    /// What stands there: the person's words, else those of the version that is shown.
    pub(super) fn words(self, edits: &DocumentEdits, made: &str) -> String {
        let own = self.own(edits);
        if own.is_empty() { made } else { own }.to_owned()
    }

    /// Words it; none, or the very words that were `made` without the person, leave it to us.
    pub(super) fn word(self, edits: &mut DocumentEdits, made: &str, text: &str) {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let slot = match self {
            Self::Salutation => &mut edits.salutation,
            Self::Closing => &mut edits.closing,
        };
        // What was the person's before stays theirs, also where they press the button without a change.
        if text != made || slot.as_str() == made {
            *slot = text;
        } else {
            slot.clear();
        }
    }
}

impl Wording {
    fn is_of(&self, statement: &Statement) -> bool {
        self.was == statement.text && as_set(&self.facts) == as_set(&statement.facts)
    }
}

/// The letter without head and address, for a form's text field.
pub(super) fn letter_text(letter: &LetterContent) -> String {
    let paragraphs = letter.paragraphs.iter().map(|paragraph| {
        let sentences = paragraph.statements.iter().map(|one| one.text.as_str());
        sentences.collect::<Vec<_>>().join(" ")
    });
    let mut parts = vec![letter.salutation.clone()];
    parts.extend(paragraphs);
    parts.push(format!("{}\n{}", letter.closing, letter.name));
    parts.retain(|part| !part.trim().is_empty());
    parts.join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use foothold_shared::document::{DocumentEntry, LetterParagraph};

    fn says(text: &str, facts: &[&str]) -> Statement {
        Statement {
            text: text.to_owned(),
            facts: facts.iter().map(|id| (*id).to_owned()).collect(),
            fixed: false,
        }
    }

    fn content() -> ResumeContent {
        let section = |kind, entry| DocumentSection {
            kind,
            title: String::new(),
            entries: vec![entry],
        };
        let job = DocumentEntry {
            title: "Welder".to_owned(),
            bullets: vec![
                says("Welded hulls.", &["work/a/0"]),
                says("Led six people.", &["work/a/1"]),
            ],
            ..DocumentEntry::default()
        };
        let skills = DocumentEntry {
            words: vec![says("TIG", &["skill/tig", "work/a/0"])],
            ..DocumentEntry::default()
        };
        ResumeContent {
            sections: vec![
                section(SectionKind::Work, job),
                section(SectionKind::Skills, skills),
            ],
            ..ResumeContent::default()
        }
    }

    #[test]
    fn a_line_is_left_out_and_an_emptied_section_goes() {
        let content = content();
        let mut changes = Changes::default();
        changes.leave_out(&["work/a/1".to_owned(), "skill/tig".to_owned()], true);
        let after = changes.resume(&content);
        assert_eq!(after.sections.len(), 1);
        assert_eq!(after.sections[0].entries[0].bullets.len(), 1);
        changes.keep(&["work/a/1".to_owned()], true);
        assert_eq!(changes.edits.left_out, ["skill/tig"]);
        assert!(changes.keeps(&["work/a/1".to_owned()]));
    }

    #[test]
    fn a_line_never_takes_its_job_along() {
        let both = says("Led six people.", &["work/a", "work/a/1"]);
        assert_eq!(handles(&both), ["work/a/1"]);
        assert!(handles(&says("Welder", &["work/a"])).is_empty());
        assert_eq!(
            handles(&content().sections[1].entries[0].words[0]),
            ["skill/tig"]
        );
    }

    #[test]
    fn the_last_wording_of_a_sentence_is_sent() {
        let mut changes = Changes::default();
        changes.edits.fixed.push(FixedStatement {
            facts: vec!["work/a/0".to_owned()],
            text: "Welded hulls.".to_owned(),
        });
        let line = says("Welded hulls.", &["work/a/0"]);
        changes.word(&line, "Welded ferries.");
        changes.word(&line, " Welded large ferries. ");
        let sent = changes.to_send();
        assert_eq!(sent.fixed.len(), 1);
        assert_eq!(sent.fixed[0].text, "Welded large ferries.");
        changes.word(&line, "Welded hulls.");
        assert!(changes.wordings.is_empty());
    }

    #[test]
    fn sections_move_and_hide() {
        let content = content();
        let mut changes = Changes::default();
        changes.shift(&content, SectionKind::Skills, false);
        assert_eq!(
            changes.resume(&content).sections[0].kind,
            SectionKind::Skills
        );
        changes.shift(&content, SectionKind::Skills, false);
        assert_eq!(changes.edits.section_order[0], SectionKind::Skills);
        changes.hide(SectionKind::Skills, true);
        assert_eq!(changes.resume(&content).sections.len(), 1);
    }

    #[test]
    fn a_letters_text_has_greeting_and_name_and_no_head() {
        let letter = LetterContent {
            name: "Ines Ferro".to_owned(),
            salutation: "Dear hiring team,".to_owned(),
            closing: "Kind regards,".to_owned(),
            paragraphs: vec![LetterParagraph {
                statements: vec![says("One.", &[]), says("Two.", &[])],
            }],
            ..LetterContent::default()
        };
        assert_eq!(
            letter_text(&letter),
            "Dear hiring team,\n\nOne. Two.\n\nKind regards,\nInes Ferro"
        );
    }

    #[test]
    fn beginning_and_end_are_the_persons_until_they_take_them_back() {
        let content = LetterContent {
            salutation: "Dear hiring team,".to_owned(),
            closing: "Kind regards,".to_owned(),
            ..LetterContent::default()
        };
        let mut changes = Changes::default();
        let made = content.salutation.clone();
        Edge::Salutation.word(&mut changes.edits, &made, " Dear  Ms Silva,\n");
        assert_eq!(changes.letter(&content).salutation, "Dear Ms Silva,");
        assert_eq!(changes.letter(&content).closing, "Kind regards,");
        assert_eq!(changes.to_send().salutation, "Dear Ms Silva,");
        // In the next version they are what was made.
        let made = "Dear Ms Silva,";
        Edge::Salutation.word(&mut changes.edits, made, made);
        assert_eq!(changes.to_send().salutation, made);
        Edge::Salutation.word(&mut changes.edits, made, "");
        assert_eq!(changes.to_send().salutation, "");
    }
}
