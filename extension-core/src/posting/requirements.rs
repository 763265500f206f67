//! What a job asks for, out of its description: the items under the headings that say so.
//!
//! What must not happen here: a sentence from elsewhere read as a requirement. A description whose sections do not
//! say what they are about yields none.

use super::job::{Requirement, RequirementKind};
use super::markdown::{self, Block, unmark};
use super::sections::{self, Section};

/// At most this many are kept.
const MAX_REQUIREMENTS: usize = 80;
/// The longest text of one, in bytes.
const MAX_TEXT: usize = 600;
/// The level of a line that stands as a heading without being one.
const PLAIN: u8 = 5;

/// What a description asks for. `description` is Markdown as [`super::markdown::from_html`] writes it.
///
/// ```
/// let found = foothold_core::posting::requirements("## Your profile\n\n- Two years at the oven\n- French is a plus");
/// assert_eq!(found.len(), 2);
/// ```
#[must_use]
pub fn requirements(description: &str) -> Vec<Requirement> {
    of_blocks(&markdown::parse(description))
}

/// What the parts of a description ask for.
pub(crate) fn of_blocks(blocks: &[Block]) -> Vec<Requirement> {
    let mut found = Found::default();
    let mut open: Option<(Section, u8)> = None;
    // Paragraphs count only where their section has no items.
    let mut paragraphs: Vec<&Block> = Vec::new();
    let mut items = false;
    for (at, block) in blocks.iter().enumerate() {
        let heading = match block {
            Block::Heading { level, text } => Some((*level, text.as_str())),
            Block::Paragraph(text) => {
                stands_as_heading(text, blocks.get(at + 1)).then_some((PLAIN, text.as_str()))
            }
            Block::Item { .. } => None,
        };
        if let Some((level, text)) = heading {
            let section = sections::of(&unmark(text));
            let goes_on = section.is_none() && open.is_some_and(|(_, above)| level > above);
            if !goes_on {
                found.paragraphs(open, items, &mut paragraphs);
                items = false;
                // A part of the requirements is one of them: "Requirements", and under it "Languages".
                open = section.filter(|s| *s != Section::Other).map(|s| (s, level));
            }
            continue;
        }
        match block {
            Block::Item { text, .. } => {
                items = true;
                if let Some((section, _)) = open {
                    found.add(section, text);
                }
            }
            Block::Paragraph(text) => {
                if let Some((section, rest)) = said_in_line(text) {
                    found.paragraphs(open, items, &mut paragraphs);
                    open = None;
                    items = false;
                    for piece in rest.split(';') {
                        found.add(section, piece);
                    }
                } else if open.is_some() && !items {
                    paragraphs.push(block);
                }
            }
            Block::Heading { .. } => {}
        }
    }
    found.paragraphs(open, items, &mut paragraphs);
    found.list
}

/// Requirements that structured data names by themselves ("qualifications", "skills").
pub(crate) fn of_data(values: &[String]) -> Vec<Requirement> {
    let mut found = Found::default();
    for value in values.iter().take(12) {
        let blocks = markdown::blocks(value);
        let items = blocks
            .iter()
            .any(|block| matches!(block, Block::Item { .. }));
        for block in &blocks {
            match block {
                Block::Item { text, .. } => found.add(Section::Required, text),
                Block::Paragraph(text) if !items => {
                    for piece in text.split(';') {
                        found.add(Section::Required, piece);
                    }
                }
                _ => {}
            }
        }
    }
    found.list
}

/// A short line that its writer meant as a heading: it ends in a colon, or it is one of the known ones and a list follows.
fn stands_as_heading(text: &str, next: Option<&Block>) -> bool {
    let words = unmark(text);
    let before_list = matches!(next, Some(Block::Item { .. }));
    words.len() <= 90
        && next.is_some()
        && !words.ends_with(['.', '!', ','])
        && ((words.ends_with(':') && (before_list || sections::of(&words).is_some()))
            || (words.split(' ').count() <= 6
                && sections::of(&words).is_some_and(|s| before_list || s != Section::Other)))
}

/// "Requirements: a licence; a kind voice", said in one line.
fn said_in_line(text: &str) -> Option<(Section, &str)> {
    let (head, rest) = text.split_once(':')?;
    let head = unmark(head);
    let rest = rest.trim().trim_start_matches("**").trim();
    (head.len() <= 50 && rest.len() >= 8 && rest.len() <= MAX_TEXT)
        .then(|| sections::of(&head))
        .flatten()
        .filter(|section| *section != Section::Other)
        .map(|section| (section, rest))
}

#[derive(Default)]
struct Found {
    list: Vec<Requirement>,
}

impl Found {
    fn add(&mut self, section: Section, text: &str) {
        let text = unmark(text);
        let text = text.trim_matches(|c: char| c == ';' || c.is_whitespace());
        let known = self.list.iter().any(|other| other.text == text);
        if text.chars().filter(|c| c.is_alphanumeric()).count() < 2
            || text.len() > MAX_TEXT
            || known
            || self.list.len() >= MAX_REQUIREMENTS
        {
            return;
        }
        let kind = if section == Section::Preferred || sections::is_welcome(text) {
            RequirementKind::Preferred
        } else {
            RequirementKind::Required
        };
        self.list.push(Requirement {
            text: text.to_owned(),
            kind,
        });
    }

    fn paragraphs(&mut self, open: Option<(Section, u8)>, items: bool, kept: &mut Vec<&Block>) {
        if let Some((section, _)) = open.filter(|_| !items) {
            for block in kept.iter().take(12) {
                self.add(section, block.text());
            }
        }
        kept.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(description: &str, expect: &[(&str, RequirementKind)]) {
        let found = requirements(description);
        let found = found
            .iter()
            .map(|r| (r.text.as_str(), r.kind))
            .collect::<Vec<_>>();
        assert_eq!(found, expect, "{description}");
    }

    use RequirementKind::{Preferred, Required};

    #[test]
    fn items_under_headings() {
        check(
            "## Tasks\n\n- bake\n\n## Your profile\n\n- Two years at **the oven**\n- French is a plus\n\n## We offer\n\n- bread",
            &[
                ("Two years at the oven", Required),
                ("French is a plus", Preferred),
            ],
        );
        check(
            "## Requirements\n\n### Languages\n\n- French\n\n### Nice to have\n\n- Dutch\n\n### Tools\n\n- ovens",
            &[("French", Required), ("Dutch", Preferred)],
        );
    }

    #[test]
    fn plain_lines_that_stand_as_headings() {
        check(
            "Skills & Experience:\n\n- a licence\n- a van\n\nBenefits:\n\n- bread",
            &[("a licence", Required), ("a van", Required)],
        );
        check(
            "Requirements: a licence; a van",
            &[("a licence", Required), ("a van", Required)],
        );
    }

    #[test]
    fn paragraphs_where_there_are_no_items() {
        check(
            "## Who you are\n\nYou have baked before.\n\n## Contact\n\nWrite to us.",
            &[("You have baked before.", Required)],
        );
        check(
            "## What you need\n\n- flour\n\nApply before May.",
            &[("flour", Required)],
        );
    }

    #[test]
    fn nothing_said_is_nothing_read() {
        check("We bake.\n\n- bread\n- cakes", &[]);
        check("", &[]);
    }
}
