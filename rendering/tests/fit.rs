//! Fewer pages, looked at from outside.

mod sample;

use anyhow::Result;
use foothold_rendering::{Document, RenderError, fit, pdf};
use foothold_shared::document::{DocumentLook, Paper, ResumeContent, Statement, Template};
use sample::{history, shortest};

const LOOKS: [(Template, Paper); 4] = [
    (Template::Plain, Paper::A4),
    (Template::Compact, Paper::Letter),
    (Template::Elegant, Paper::Letter),
    (Template::Modern, Paper::A4),
];

/// The bullets of a history, those of the oldest jobs first, and of a job its last first.
fn bullets(content: &ResumeContent) -> Vec<String> {
    let mut ids: Vec<String> = content.sections[1]
        .entries
        .iter()
        .flat_map(|entry| &entry.bullets)
        .map(|bullet| bullet.facts[0].clone())
        .collect();
    ids.reverse();
    ids
}

fn heads(content: &ResumeContent) -> Vec<(String, String, String)> {
    let entries = content.sections.iter().flat_map(|section| &section.entries);
    entries
        .filter(|entry| !entry.entry_id.is_empty())
        .map(|entry| {
            (
                entry.title.clone(),
                entry.subtitle.clone(),
                entry.dates.clone(),
            )
        })
        .collect()
}

#[test]
fn one_page_really_is_one_page_and_keeps_every_job_and_school() -> Result<()> {
    for (template, paper) in LOOKS {
        let look = DocumentLook { template, paper };
        let content = history(8, 6);
        let order = bullets(&content);
        let fitted = fit(&content, &look, 1, &order)?;
        assert_eq!(fitted.pages, 1);
        assert_eq!(pdf(Document::Resume(&fitted.content), &look)?.pages, 1);
        assert_eq!(heads(&fitted.content), heads(&content));
        assert!(!fitted.dropped.is_empty());
        assert!(
            fitted
                .dropped
                .iter()
                .all(|statement| order.contains(&statement.facts[0]))
        );
        // The most important bullet is the last that would go.
        let first = &fitted.content.sections[1].entries[0].bullets[0];
        assert_eq!(first.facts[0], "work/0/0", "{template:?}");
        // Each bullet that went would take a second page if it came back.
        let last: &Statement = fitted.dropped.last().expect("some went");
        let mut more = fitted.content.clone();
        let job: usize = last.facts[0].split('/').nth(1).expect("a job").parse()?;
        more.sections[1].entries[job].bullets.push(last.clone());
        assert_eq!(
            pdf(Document::Resume(&more), &look)?.pages,
            2,
            "{template:?}"
        );
    }
    Ok(())
}

#[test]
fn nothing_goes_where_all_fits() -> Result<()> {
    for (template, paper) in LOOKS {
        let look = DocumentLook { template, paper };
        for content in [shortest(), history(2, 3)] {
            let order = bullets(&history(8, 6));
            let fitted = fit(&content, &look, 1, &order)?;
            assert!(fitted.dropped.is_empty());
            assert!(fitted.content == content);
            assert_eq!(fitted.pages, 1);
        }
    }
    Ok(())
}

#[test]
fn what_the_person_worded_stays() -> Result<()> {
    let mut content = history(8, 6);
    content.sections[1].entries[7].bullets[5].fixed = true;
    let order = bullets(&content);
    let fitted = fit(&content, &DocumentLook::default(), 1, &order)?;
    let last = &fitted.content.sections[1].entries[7].bullets;
    assert_eq!(last.len(), 1);
    assert!(last[0].fixed);
    Ok(())
}

#[test]
fn a_statement_of_two_facts_goes_only_with_both() -> Result<()> {
    let mut content = history(8, 6);
    let kept = &mut content.sections[1].entries[7].bullets[5];
    kept.facts.push("work/0".to_owned());
    let order = bullets(&content);
    let fitted = fit(&content, &DocumentLook::default(), 1, &order)?;
    assert_eq!(fitted.content.sections[1].entries[7].bullets.len(), 1);
    Ok(())
}

#[test]
fn a_history_that_cannot_be_one_page_says_how_many_it_needs() {
    let content = history(40, 3);
    let order = bullets(&content);
    let error = fit(&content, &DocumentLook::default(), 1, &order).expect_err("too long");
    let RenderError::TooLong { needed, asked } = error else {
        panic!("{error}");
    };
    assert_eq!(asked, 1);
    let fitted = fit(&content, &DocumentLook::default(), needed, &order).expect("said to fit");
    assert_eq!(fitted.pages, needed);
}

#[test]
fn a_section_without_words_goes_and_its_heading_with_it() -> Result<()> {
    let content = history(9, 6);
    let mut order: Vec<String> = content.sections[4]
        .entries
        .iter()
        .flat_map(|entry| &entry.words)
        .map(|word| word.facts[0].clone())
        .collect();
    order.extend(bullets(&content));
    let fitted = fit(&content, &DocumentLook::default(), 1, &order)?;
    assert!(
        fitted
            .content
            .sections
            .iter()
            .all(|section| section.title != "Skills")
    );
    Ok(())
}
