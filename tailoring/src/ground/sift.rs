//! The last look at composed documents: what its facts do not say is taken out, and said.

use foothold_core::posting::JobPosting;
use foothold_matching::facts::Facts;
use foothold_shared::document::Statement;
use foothold_shared::generation::DroppedStatement;

use super::{Verdict, check};
use crate::tailored::Tailored;

/// Takes out of both documents what is not entailed. A bullet or sentence of the résumé that stands for one line of the
/// person's becomes that line; anything else goes, and is told among what was dropped.
#[must_use]
pub fn sift(mut tailored: Tailored, facts: &Facts, posting: &JobPosting) -> Tailored {
    let mut dropped = Vec::new();
    let language = tailored.resume.language.clone();
    let resume = &mut tailored.resume;
    let mut headline = vec![std::mem::take(&mut resume.headline)];
    headline.retain(|statement| !statement.text.is_empty());
    stand(&mut headline, facts, posting, &language, &mut dropped);
    resume.headline = headline.pop().unwrap_or_default();
    for entry in resume
        .sections
        .iter_mut()
        .flat_map(|section| &mut section.entries)
    {
        for statements in [&mut entry.paragraph, &mut entry.bullets, &mut entry.words] {
            stand(statements, facts, posting, &language, &mut dropped);
        }
    }
    let language = tailored.letter.language.clone();
    for paragraph in &mut tailored.letter.paragraphs {
        stand(
            &mut paragraph.statements,
            facts,
            posting,
            &language,
            &mut dropped,
        );
    }
    tailored
        .letter
        .paragraphs
        .retain(|paragraph| !paragraph.statements.is_empty());
    for section in &mut tailored.resume.sections {
        section.entries.retain(|entry| {
            !(entry.entry_id.is_empty()
                && entry.paragraph.is_empty()
                && entry.bullets.is_empty()
                && entry.words.is_empty())
        });
    }
    tailored
        .resume
        .sections
        .retain(|section| !section.entries.is_empty());
    tailored.dropped.extend(dropped);
    tailored
}

fn stand(
    statements: &mut Vec<Statement>,
    facts: &Facts,
    posting: &JobPosting,
    language: &str,
    dropped: &mut Vec<DroppedStatement>,
) {
    let verdicts = check(statements, facts, posting, language);
    let mut verdicts = verdicts.into_iter();
    statements.retain_mut(|statement| {
        let Some(Verdict::Refused(refusal)) = verdicts.next() else {
            return true;
        };
        dropped.push(DroppedStatement {
            text: statement.text.clone(),
            why: refusal.say(),
            facts: statement.facts.clone(),
        });
        let line = match statement.facts.as_slice() {
            [only] => facts.find(only).filter(|fact| fact.entry.is_some()),
            _ => None,
        };
        if let Some(line) = line {
            statement.text.clone_from(&line.text);
        }
        line.is_some()
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use foothold_shared::document::{
        DocumentEntry, DocumentSection, LetterContent, LetterParagraph, ResumeContent,
    };
    use foothold_shared::profile::{Profile, WorkEntry};

    fn said(text: &str, facts: &[&str]) -> Statement {
        Statement {
            text: text.to_owned(),
            facts: facts.iter().map(|id| (*id).to_owned()).collect(),
            fixed: false,
        }
    }

    #[test]
    fn what_no_fact_says_goes_and_the_persons_line_comes_back() {
        let profile = Profile {
            work: vec![WorkEntry {
                id: "a".to_owned(),
                title: "Baker".to_owned(),
                description: "- Baked 300 loaves a day".to_owned(),
                ..WorkEntry::default()
            }],
            ..Profile::default()
        };
        let tailored = Tailored {
            resume: ResumeContent {
                language: "en".to_owned(),
                headline: said("Head Baker", &["work/a"]),
                sections: vec![DocumentSection {
                    entries: vec![DocumentEntry {
                        entry_id: "work/a".to_owned(),
                        bullets: vec![said("Baked 3,000 loaves a day", &["work/a/0"])],
                        ..DocumentEntry::default()
                    }],
                    ..DocumentSection::default()
                }],
                ..ResumeContent::default()
            },
            letter: LetterContent {
                language: "en".to_owned(),
                paragraphs: vec![LetterParagraph {
                    statements: vec![said("I love bread.", &["work/a"])],
                }],
                ..LetterContent::default()
            },
            ..Tailored::default()
        };
        let sifted = sift(tailored, &Facts::of(&profile), &JobPosting::default());
        assert_eq!(sifted.resume.headline.text, "");
        let bullets = &sifted.resume.sections[0].entries[0].bullets;
        assert_eq!(bullets[0].text, "Baked 300 loaves a day");
        assert!(sifted.letter.paragraphs.is_empty());
        assert_eq!(sifted.dropped.len(), 3);
    }
}
