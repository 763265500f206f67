//! From lines to a person's data: sections first, then each in its own way.
//!
//! Every value knows where it stood and how sure the reader is. What must not happen here: a value that the file does
//! not hold.

mod anchors;
mod besides;
mod certified;
mod contact;
pub mod dates;
mod education;
mod entries;
mod gathered;
mod grades;
pub mod headings;
mod headless;
mod heads;
mod labelled;
mod looks;
mod made;
mod named;
mod running;
mod sections;
mod skills;
mod spoken;
mod tables;
pub mod words;
mod work;

use crate::line::Line;
use crate::source::Link;
pub use contact::link_key;
use dates::Date;
use headings::Section;
use serde::{Deserialize, Serialize};
pub use spoken::languages_of;

/// A value, where it stood and how sure the reader is.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Found<T> {
    /// The value.
    pub value: T,
    /// The page, from 0.
    pub page: usize,
    /// Left edge of its line, points.
    pub x0: f32,
    /// Right edge of its line.
    pub x1: f32,
    /// Top edge of its line, points from the page's top.
    pub y0: f32,
    /// Bottom edge.
    pub y1: f32,
    /// 0 for a guess, 1 for certain.
    pub confidence: f32,
}

impl<T> Found<T> {
    fn at(line: &Line, value: T, confidence: f32) -> Self {
        Self {
            value,
            page: line.page,
            x0: line.x0(),
            x1: line.x1(),
            y0: line.y0,
            y1: line.y1,
            confidence,
        }
    }
}

/// A résumé as it was understood.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Resume {
    /// The person's name.
    pub name: Option<Found<String>>,
    /// What they say they are, below the name.
    pub headline: Option<Found<String>>,
    /// E-mail address.
    pub email: Option<Found<String>>,
    /// Phone number as written.
    pub phone: Option<Found<String>>,
    /// Where they live, as written.
    pub location: Option<Found<String>>,
    /// Their pages.
    pub links: Vec<Found<String>>,
    /// A few sentences about them.
    pub summary: Option<Found<String>>,
    /// Jobs, in the order of the file.
    pub work: Vec<Job>,
    /// Schools, in the order of the file.
    pub education: Vec<School>,
    /// Skills, in the order of the file.
    pub skills: Vec<Found<String>>,
    /// Languages with their level as written.
    pub languages: Vec<Found<String>>,
    /// Certificates as written.
    pub certificates: Vec<Found<String>>,
    /// Projects, in the order of the file.
    pub projects: Vec<Project>,
    /// Publications, in the order of the file.
    pub publications: Vec<Publication>,
    /// The headings of its sections, in the order of the file.
    pub headings: Vec<Found<Heading>>,
}

impl Resume {
    fn list(&mut self, listed: skills::Listed) {
        self.skills.extend(listed.skills);
        self.languages.extend(listed.languages);
    }
}

/// The heading of a section.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Heading {
    /// Its words.
    pub text: String,
    /// What the section below it was taken for.
    pub section: Section,
    /// Whether its words are those that such sections are usually headed with; else they were guessed.
    pub usual: bool,
}

/// A project.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Project {
    /// Its name.
    pub name: Option<Found<String>>,
    /// The person's part in it; empty where none is said.
    pub role: String,
    /// From when.
    pub start: Option<Date>,
    /// Until when.
    pub end: Option<Date>,
    /// It goes on.
    pub current: bool,
    /// Where it can be seen, as written; empty where nowhere.
    pub url: String,
    /// What it is and what they did.
    pub bullets: Vec<String>,
}

/// A publication.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Publication {
    /// Its title.
    pub title: Option<Found<String>>,
    /// Where it appeared; empty where that is not told apart.
    pub publisher: String,
    /// When.
    pub published: Option<Date>,
    /// Where it can be read, as written; empty where nowhere.
    pub url: String,
}

/// A job.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Job {
    /// The title.
    pub title: Option<Found<String>>,
    /// The company.
    pub company: Option<Found<String>>,
    /// Where.
    pub location: Option<Found<String>>,
    /// From when.
    pub start: Option<Date>,
    /// Until when.
    pub end: Option<Date>,
    /// It goes on.
    pub current: bool,
    /// What they did.
    pub bullets: Vec<String>,
}

/// A school or a degree.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct School {
    /// The school.
    pub school: Option<Found<String>>,
    /// The degree as written, its subject with it.
    pub degree: Option<Found<String>>,
    /// Where.
    pub location: Option<Found<String>>,
    /// From when.
    pub start: Option<Date>,
    /// Until when.
    pub end: Option<Date>,
    /// It goes on.
    pub current: bool,
    /// A grade as written.
    pub grade: Option<String>,
    /// More about it.
    pub notes: Vec<String>,
}

/// Understands the lines of a résumé.
#[must_use]
pub fn understand(lines: Vec<Line>, links: &[Link]) -> Resume {
    let blocks = headless::divide(sections::divide(running::without(lines)));
    let head = contact::read(&blocks, links);
    let mut resume = Resume {
        name: head.name,
        headline: head.headline,
        email: head.email,
        phone: head.phone,
        location: head.location,
        links: head.links,
        ..Resume::default()
    };
    for block in &blocks {
        if let Some(line) = &block.heading {
            let text = line.text();
            let heading = Heading {
                usual: headings::find(&text).is_some(),
                section: block.section,
                text,
            };
            resume.headings.push(Found::at(line, heading, 1.0));
        }
        match block.section {
            Section::Work => resume.work.extend(
                tables::jobs(&block.lines)
                    .or_else(|| labelled::jobs(&block.lines))
                    .unwrap_or_else(|| work::read(&block.lines)),
            ),
            Section::Education => {
                let (spoken, lines): (Vec<Line>, Vec<Line>) = block
                    .lines
                    .iter()
                    .cloned()
                    .partition(spoken::is_of_languages);
                resume.list(skills::read_languages(&spoken));
                let (certificates, lines) = certified::take(block.heading.as_ref(), lines);
                resume.certificates.extend(certificates);
                let schools = schools(&lines);
                let (courses, schools) = schools.into_iter().partition(is_course);
                let courses: Vec<School> = courses;
                let courses = courses.iter().filter_map(|one| as_written(one, &lines));
                resume.certificates.extend(courses);
                resume.education.extend::<Vec<School>>(schools);
            }
            Section::Skills => {
                let (spoken, others): (Vec<Line>, Vec<Line>) = block
                    .lines
                    .iter()
                    .cloned()
                    .partition(spoken::is_of_languages);
                resume.list(skills::read(&others));
                resume.list(skills::read_languages(&spoken));
            }
            // Those of programmers are none that people speak.
            Section::Languages if !spoken::are_spoken(&block.lines) => {
                resume.list(skills::read(&block.lines));
            }
            Section::Languages => resume.list(skills::read_languages(&block.lines)),
            Section::Certificates => {
                let papers = whole(&block.lines);
                resume
                    .certificates
                    .extend(papers.into_iter().flat_map(certified::each_sentence));
            }
            Section::Projects => resume.projects.extend(made::projects(&block.lines)),
            Section::Publications => {
                resume.publications.extend(made::publications(&block.lines));
            }
            Section::Other => {
                let spoken: Vec<Line> = block
                    .lines
                    .iter()
                    .filter(|line| spoken::is_of_languages(line))
                    .map(certified::first_sentence)
                    .collect();
                resume.list(skills::read_languages(&spoken));
            }
            Section::Summary if resume.summary.is_none() => {
                resume.summary = block
                    .lines
                    .first()
                    .map(|line| Found::at(line, work::paragraphs(&block.lines).join("\n"), 0.9));
            }
            _ => {}
        }
    }
    if resume.education.is_empty() {
        schools_among_courses(&blocks, &mut resume);
    }
    resume
}

fn schools(lines: &[Line]) -> Vec<School> {
    tables::schools(lines)
        .or_else(|| labelled::schools(lines))
        .unwrap_or_else(|| education::read(lines))
}

/// "18th Edition BS 7671 – 2022", "Counterbalance Forklift Licence" among schools: no school, no degree, and at most
/// one day on which it was passed.
fn is_course(school: &School) -> bool {
    let named = match (&school.degree, &school.school) {
        (Some(name), None) | (None, Some(name)) => name.value.as_str(),
        _ => "",
    };
    let is_paper = words::is_permit(named) || certified::is_named(named);
    if is_paper && school.start.is_none() && school.notes.is_empty() {
        return true;
    }
    let only = match (&school.degree, &school.school) {
        (Some(degree), None) => !words::is_degree(&degree.value),
        // Without a degree beside it, what has a number is the name of no school.
        (None, Some(name)) => {
            !words::is_school(&name.value) && name.value.chars().any(|sign| sign.is_ascii_digit())
        }
        _ => false,
    };
    only && school.start.is_none() && school.end.is_some() && school.notes.is_empty()
}

/// The line in which a course stands.
fn as_written(course: &School, lines: &[Line]) -> Option<Found<String>> {
    let name = course.degree.as_ref().or(course.school.as_ref())?;
    let line = lines.iter().find(|line| {
        line.page == name.page && line.y0 == name.y0 && line.text().contains(&name.value)
    })?;
    Some(Found::at(line, line.text().replace('\t', " "), 0.7))
}

/// "Training" may head what somebody learned at a school, where no section of schools stands: what names both a degree
/// and a school goes there.
fn schools_among_courses(blocks: &[sections::Block], resume: &mut Resume) {
    for block in blocks {
        if block.section != Section::Certificates {
            continue;
        }
        for school in schools(&block.lines) {
            let (Some(degree), Some(place)) = (&school.degree, &school.school) else {
                continue;
            };
            if !words::is_degree(&degree.value) || !words::is_school(&place.value) {
                continue;
            }
            let stands_in = |text: &str| text.contains(&degree.value) || text.trim() == place.value;
            resume.certificates.retain(|one| !stands_in(&one.value));
            resume.education.push(school);
        }
    }
}

/// Lines as paragraphs, each with where it began. A line that ends in its time is whole, and so is each of a Word file.
fn whole(lines: &[Line]) -> Vec<Found<String>> {
    let mut found = Vec::new();
    let is_whole = |line: &Line| {
        let text = line.text();
        let end = text.trim_end().trim_end_matches(')').len();
        let timed = dates::find(&text).last().is_some_and(|last| last.to >= end);
        timed || line.x1() == 0.0
    };
    for text in lines.split_inclusive(is_whole).flat_map(work::paragraphs) {
        if let Some(line) = lines
            .iter()
            .find(|line| text.starts_with(&line.text().replace('\t', " ")))
            .or(lines.first())
        {
            found.push(Found::at(line, text, 0.7));
        }
    }
    found
}
