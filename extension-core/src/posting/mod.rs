//! Stage 1b: the job itself, read from what the page says in structured data and in visible text.
//!
//! Each source is read into claims: scripts (`json_ld`, forgiving where they are broken: `lenient`), `microdata`, the
//! titles (`meta`), labelled lines (`rows`), marked blocks (`hints`, `sites`), the badges beside the title (`badges`),
//! and sentences where they say it in so many words (`stated`). Then one is chosen (`choose`, `settle`).
//!
//! What the job is about (`description`) comes from the data or from the page's own text (`regions` finds where it
//! stands) and is written as [`markdown`]; what it asks for ([`requirements()`]) is read out of that.
//!
//! What must not happen here: a value without a reason. What no source states stays `None`. Where structured data and
//! the visible text disagree, the visible text stands, and a note says so.

mod badges;
mod blocks;
mod choose;
mod cities;
mod claim;
mod closed;
mod country;
mod dates;
mod described;
mod description;
mod employment;
mod evidence;
mod fold;
mod given;
mod hints;
mod html;
mod job;
mod json_ld;
mod labels;
mod lenient;
pub mod markdown;
mod markup;
mod meta;
mod microdata;
mod money;
mod period;
mod phrases;
mod place;
mod regions;
mod remote;
mod requirements;
mod rows;
mod salary;
mod sections;
mod settle;
mod several;
mod sites;
mod stated;
mod structured;
mod tenant;
mod title;
mod title_words;
mod tongue;
pub mod values;

use crate::page::{PageSnapshot, TextBlock};

use claim::{Claims, Source};
use json_ld::Node;
use meta::Meta;
use title::Candidate;

pub(crate) use cities::is_known as is_city;
pub use given::{Given, of_given};
pub use job::{Closed, ClosedReason, JobPosting, Requirement, RequirementKind, Salary};
pub use place::is_same as is_same_place;
pub use requirements::requirements;
pub use sections::{Section, is_welcome, of as section_of};
pub use several::{in_common, is_list, jobs_on};

/// Reads the job out of a page. Pure, and bounded in time and depth whatever the page holds.
///
/// `today` is `YYYY-MM-DD`, for "posted 3 days ago" and for last days that have passed; empty where the caller has no
/// clock: then the first stay unsaid, and [`JobPosting::closed_on`] tells the second later.
pub fn read(snapshot: &PageSnapshot, today: &str) -> JobPosting {
    let source = &snapshot.job;
    let page = Meta::collect(&snapshot.title, &source.meta, &snapshot.url);
    let site = sites::find(&sites::host(&snapshot.url));
    let found = blocks::relevant(&source.blocks);
    let over = closed::find(&found);
    let (scripts, organizations) = json_ld::find(&source.json_ld);
    let items = microdata::find(&source.microdata);

    let mut claims = hints::read(&found, site);
    claims.append(rows::read(&found, &form_labels(snapshot)));

    let mut candidates = headings(&found);
    candidates.extend(data_titles(&scripts, &items));
    candidates.extend(claims.title.iter().map(|claim| Candidate {
        text: title::of_heading(&claim.value),
        weight: if claim.source == Source::Marked {
            3.5
        } else {
            2.0
        },
        visible: true,
        from: claim.source.name(),
    }));
    let readings = page.readings();
    candidates.extend(titled(&page, &readings, candidates.is_empty()));
    let evidence = !scripts.is_empty()
        || !items.is_empty()
        || page.announces()
        || evidence::is_job_page(snapshot, &claims, &readings, site.is_some(), &found);
    let title = title::choose(&candidates, &page.titles, &snapshot.url).filter(|_| evidence);

    let mut notes = Vec::new();
    let job_title = title.as_ref().map(|t| t.text.as_str()).unwrap_or_default();
    for item in main_items(&items, job_title) {
        claims.append(structured::read(item, Source::Microdata));
    }
    for node in main_nodes(&scripts, job_title, &snapshot.url, &mut notes) {
        claims.append(structured::read(&node.posting, Source::JsonLd));
    }
    if let Some(title) = &title {
        let known = claims
            .places
            .iter()
            .flat_map(|claim| claim.value.clone())
            .collect::<Vec<_>>();
        claims.append(badges::read(&found, &title.text, &known));
        titles(&mut claims, &page, &readings, &title.text);
        sentences(&mut claims, &found);
        described::read(&mut claims);
        if claims.company.is_empty()
            && let Some(name) = tenant::name(&snapshot.url, site, &source.blocks, &title.text)
        {
            claims.company(Source::Prose, name);
        }
        organizations_beside(&mut claims, &organizations, &page);
    } else if !evidence {
        // Nothing says that this page is about a job, unless it says that the job is over.
        let over = over.filter(|_| evidence::is_job_address(&snapshot.url, site.is_some()));
        return JobPosting {
            closed: over.map(said),
            ..JobPosting::default()
        };
    }

    let mut posting = JobPosting::default();
    if let Some(title) = title {
        notes.push(format!("title: from {}", title.from));
        notes.extend(
            title
                .against
                .iter()
                .map(|from| format!("title: {from} says otherwise")),
        );
        posting.title = Some(title.text);
    }
    posting.company = choose::company(&claims, &page, site, &mut notes);
    let evidence = country::Evidence::of(snapshot, &claims);
    settle::places(&mut posting, &claims, &evidence, &mut notes);
    posting.salary = choose::pay(
        &claims.salary,
        posting.country.as_deref().or(evidence.country),
        &snapshot.lang,
        &mut notes,
    );
    posting.employment_type = choose::employment(&claims.employment, &mut notes).map(str::to_owned);
    posting.remote = choose::remote(&claims.remote, &mut notes).map(str::to_owned);
    settle::facts(&mut posting, &claims, &mut notes);
    let title = posting.title.clone().unwrap_or_default();
    let blocks = description::choose(
        &claims.description,
        &found,
        &source.boxes,
        &title,
        &mut notes,
    );
    posting.requirements = requirements::of_blocks(&blocks);
    if posting.requirements.is_empty() {
        posting.requirements = requirements::of_data(&claims.qualifications);
    }
    let text = markdown::write(&blocks);
    posting.description = (!text.is_empty()).then_some(text);
    posting.language = settle::language(&posting, &found, &snapshot.lang);
    settle::days(&mut posting, &claims, &snapshot.lang, today, &mut notes);
    posting.closed = over.map(said);
    posting.closed = posting.closed_on(today);
    posting.notes = notes;
    posting
}

fn said(words: String) -> Closed {
    Closed {
        reason: ClosedReason::Said,
        words,
    }
}

/// The headings that could be the title: main headings count most, lower ones only support.
fn headings(found: &[&TextBlock]) -> Vec<Candidate> {
    found
        .iter()
        .filter_map(|block| {
            let weight = match block.tag.as_str() {
                "h1" => 3.0,
                "h2" | "h3" => 1.0,
                _ => return None,
            };
            let text = title::of_heading(&block.text);
            let of_the_page = blocks::is_page_heading(&text) || closed::is_notice(&text);
            (!of_the_page && text.len() <= 160).then_some(Candidate {
                text,
                weight,
                visible: true,
                from: Source::Heading.name(),
            })
        })
        .take(30)
        .collect()
}

/// What the document's titles say by their pattern. Worded patterns ("Role at Company") count; where nothing else
/// names a title, they are all there is.
fn titled(page: &Meta, readings: &[meta::Reading], alone: bool) -> Vec<Candidate> {
    readings
        .iter()
        .zip(&page.titles)
        .filter_map(|(reading, whole)| {
            let text = reading.title.clone()?;
            let worded = reading.company.is_some() || meta::without_announcement(whole) != *whole;
            let weight = match (worded, alone) {
                (true, true) => 3.0,
                (true, false) => 2.5,
                (false, _) => 1.5,
            };
            (!blocks::is_page_heading(&text) && !closed::is_notice(&text)).then_some(Candidate {
                text,
                weight,
                visible: false,
                from: Source::Meta.name(),
            })
        })
        .collect()
}

fn data_titles(scripts: &[Node], items: &[serde_json::Value]) -> Vec<Candidate> {
    let alone = scripts.iter().filter(|node| !node.listed).count() == 1;
    let of = |text: Option<String>, weight: f64, from: Source| {
        text.map(|text| Candidate {
            text,
            weight,
            visible: false,
            from: from.name(),
        })
    };
    scripts
        .iter()
        .filter_map(|node| {
            let weight = if node.listed {
                0.5
            } else if alone {
                4.0
            } else {
                2.5
            };
            of(structured::title(&node.posting), weight, Source::JsonLd)
        })
        .chain(items.iter().filter_map(|item| {
            let weight = if items.len() == 1 { 4.0 } else { 1.5 };
            of(structured::title(item), weight, Source::Microdata)
        }))
        .take(40)
        .collect()
}

/// The scripts that speak of this job and not of another: by title, by address, never from a list.
fn main_nodes<'n>(
    scripts: &'n [Node],
    job_title: &str,
    url: &str,
    notes: &mut Vec<String>,
) -> Vec<&'n Node> {
    let here =
        |node: &Node| structured::url(&node.posting).is_some_and(|other| same_address(&other, url));
    let titled = |node: &Node| {
        structured::title(&node.posting)
            .is_some_and(|text| title::agreement(&text, job_title) >= 0.7)
    };
    let mut chosen = scripts
        .iter()
        .filter(|node| titled(node) || (here(node) && !node.listed))
        .collect::<Vec<_>>();
    // The one at this very address first, then those outside lists.
    chosen.sort_by_key(|node| (!here(node), node.listed));
    if chosen.iter().any(|node| !node.listed) {
        chosen.retain(|node| !node.listed);
    }
    if chosen.is_empty()
        && let [only] = scripts
        && !only.listed
        && structured::title(&only.posting).is_none()
    {
        // A posting that forgot its title is still this page's.
        chosen.push(only);
    }
    if chosen.len() < scripts.len() {
        notes.push("structured data: some of it is about other jobs and was left out".to_owned());
    }
    chosen
}

fn main_items<'i>(items: &'i [serde_json::Value], job_title: &str) -> Vec<&'i serde_json::Value> {
    items
        .iter()
        .filter(|item| match structured::title(item) {
            Some(text) => title::agreement(&text, job_title) >= 0.7,
            None => items.len() == 1,
        })
        .take(1)
        .collect()
}

fn same_address(a: &str, b: &str) -> bool {
    let path = |url: &str| {
        let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
        let rest = rest.split(['?', '#']).next().unwrap_or_default();
        rest.trim_end_matches('/').to_ascii_lowercase()
    };
    let (a, b) = (path(a), path(b));
    !a.is_empty()
        && a.contains('/')
        && (a == b || b.strip_prefix(&a).is_some_and(|rest| rest.starts_with('/')))
}

/// What the titles say once the job's own is known.
fn titles(claims: &mut Claims, page: &Meta, readings: &[meta::Reading], job_title: &str) {
    for reading in readings {
        let about_this = reading.title.as_deref().is_some_and(|text| {
            title::agreement(text, job_title) > 0.0
                || fold::has_phrase(&fold::fold(text), &fold::fold(job_title))
        });
        if !about_this {
            continue;
        }
        if let Some(company) = &reading.company {
            claims.company(Source::Meta, company.clone());
        }
        if let Some(text) = reading
            .place
            .as_deref()
            .filter(|text| place::looks_like(text) || cities::is_city(text))
        {
            claims.places(Source::Meta, place::labelled(text));
        }
    }
    if let Some(company) = page.company_beside(job_title) {
        claims.company(Source::Meta, company);
    }
    if let Some(company) = &page.site_name {
        claims.company(Source::Meta, company.clone());
    }
    claims.remote(
        Source::Heading,
        remote::title(job_title).into_iter().collect(),
    );
    // "Intern" in a title is the one word for it that titles carry and data forgets.
    let internship = employment::kinds(job_title).contains(&"internship");
    let trade = ["stage", "praktik", "beca"]
        .iter()
        .any(|word| fold::has_phrase(&fold::fold(job_title), word));
    if internship && !trade {
        claims.employment(Source::Heading, Some("internship"));
    }
    claims.employment(Source::Heading, employment::apprenticeship(job_title));
}

fn sentences(claims: &mut Claims, found: &[&TextBlock]) {
    for (at, block) in found.iter().enumerate().take(2_000) {
        if block.tag == "label" || block.text.len() < 6 {
            continue;
        }
        let mut pays = salary::prose(&block.text);
        // "The base salary for this role in Ghent:" and, in a block of its own, the range.
        if pays.is_empty()
            && block.text.len() <= 80
            && at
                .checked_sub(1)
                .is_some_and(|before| salary::announces(&found[before].text))
        {
            pays.extend(salary::badge(&block.text));
        }
        for pay in pays {
            claims.salary(Source::Prose, Some(pay));
        }
        for tail in stated::deadlines(&block.text) {
            claims.deadline(Source::Prose, tail);
        }
        for tail in stated::posted(&block.text) {
            claims.posted(Source::Prose, tail);
        }
        claims.reference(Source::Prose, stated::reference(&block.text));
        if block.text.len() > 20 {
            claims.remote(
                Source::Prose,
                remote::prose(&block.text).into_iter().collect(),
            );
            claims.employment(Source::Prose, employment::prose(&block.text));
        }
    }
}

/// An organisation in the data beside the posting is the employer only if the page knows it otherwise.
fn organizations_beside(claims: &mut Claims, organizations: &[String], page: &Meta) {
    if claims.company.is_empty()
        && let Some(name) = organizations
            .iter()
            .find(|name| page.knows(name) && !choose::is_site_name(name))
    {
        claims.company(Source::JsonLd, name.clone());
    }
}

/// The folded labels of the page's form fields.
fn form_labels(snapshot: &PageSnapshot) -> Vec<String> {
    snapshot
        .fields
        .iter()
        .take(400)
        .flat_map(|field| field.labels.iter().take(4))
        .map(|label| fold::fold(fold::clip(&label.text, 120)))
        .filter(|label| !label.is_empty())
        .collect()
}

#[cfg(test)]
mod tests;
