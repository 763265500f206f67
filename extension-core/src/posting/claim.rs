//! What a source says about the job, before anything is chosen.

use super::Salary;
use super::employment::Employment;
use super::place::Place;
use super::remote::Remote;

/// Where a value was read. What a person sees comes before what only machines read; what is said under a label
/// comes before what stands by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Source {
    /// A part of the page that is known to hold this value.
    Marked,
    /// The value of a labelled row.
    Row,
    /// A short text beside the job's title.
    Badge,
    /// A heading.
    Heading,
    /// A sentence.
    Prose,
    /// schema.org properties on visible elements.
    Microdata,
    /// A script of structured data.
    JsonLd,
    /// The description within structured data.
    Described,
    /// The document's title or its preview texts.
    Meta,
}

impl Source {
    /// As notes call it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Marked => "the marked text on the page",
            Self::Row => "a labelled line on the page",
            Self::Badge => "the lines beside the title",
            Self::Heading => "the page's heading",
            Self::Prose => "the description",
            Self::Microdata => "the page's microdata",
            Self::JsonLd => "the page's structured data",
            Self::Described => "the description in the page's structured data",
            Self::Meta => "the page's title",
        }
    }

    /// Whether a person sees it.
    pub(crate) fn is_visible(self) -> bool {
        self < Self::Microdata
    }
}

/// A value and where it was read.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Claim<T> {
    pub(crate) value: T,
    pub(crate) source: Source,
}

/// Everything the sources say, each list in reading order.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Claims {
    pub(crate) title: Vec<Claim<String>>,
    pub(crate) company: Vec<Claim<String>>,
    pub(crate) places: Vec<Claim<Vec<Place>>>,
    pub(crate) salary: Vec<Claim<Salary>>,
    pub(crate) employment: Vec<Claim<Employment>>,
    /// All the ways a source names: one badge may offer several.
    pub(crate) remote: Vec<Claim<Vec<Remote>>>,
    /// `permanent` or `fixed`.
    pub(crate) term: Vec<Claim<&'static str>>,
    pub(crate) department: Vec<Claim<String>>,
    pub(crate) reference: Vec<Claim<String>>,
    /// Texts with the day it was posted.
    pub(crate) posted: Vec<Claim<String>>,
    /// Texts with the last day to apply.
    pub(crate) deadline: Vec<Claim<String>>,
    /// Whole descriptions, as HTML.
    pub(crate) description: Vec<Claim<String>>,
    /// What structured data asks for besides, as HTML.
    pub(crate) qualifications: Vec<String>,
    /// Where a remote job may be done from.
    pub(crate) remote_from: Vec<Place>,
    /// What a reader found out of order.
    pub(crate) notes: Vec<String>,
}

impl Claims {
    pub(crate) fn title(&mut self, source: Source, value: impl Into<String>) {
        push(&mut self.title, source, value.into());
    }

    pub(crate) fn company(&mut self, source: Source, value: impl Into<String>) {
        push(&mut self.company, source, value.into());
    }

    pub(crate) fn places(&mut self, source: Source, value: Vec<Place>) {
        if !value.is_empty() {
            push(&mut self.places, source, value);
        }
    }

    pub(crate) fn salary(&mut self, source: Source, value: Option<Salary>) {
        if let Some(value) = value {
            push(&mut self.salary, source, value);
        }
    }

    pub(crate) fn employment(&mut self, source: Source, value: Option<Employment>) {
        if let Some(value) = value {
            push(&mut self.employment, source, value);
        }
    }

    pub(crate) fn remote(&mut self, source: Source, value: Vec<Remote>) {
        if !value.is_empty() {
            push(&mut self.remote, source, value);
        }
    }

    pub(crate) fn term(&mut self, source: Source, value: Option<&'static str>) {
        if let Some(value) = value {
            push(&mut self.term, source, value);
        }
    }

    pub(crate) fn department(&mut self, source: Source, value: impl Into<String>) {
        push(&mut self.department, source, value.into());
    }

    pub(crate) fn reference(&mut self, source: Source, value: Option<String>) {
        if let Some(value) = value {
            push(&mut self.reference, source, value);
        }
    }

    pub(crate) fn posted(&mut self, source: Source, value: impl Into<String>) {
        push(&mut self.posted, source, value.into());
    }

    pub(crate) fn deadline(&mut self, source: Source, value: impl Into<String>) {
        push(&mut self.deadline, source, value.into());
    }

    pub(crate) fn append(&mut self, mut other: Self) {
        self.title.append(&mut other.title);
        self.company.append(&mut other.company);
        self.places.append(&mut other.places);
        self.salary.append(&mut other.salary);
        self.employment.append(&mut other.employment);
        self.remote.append(&mut other.remote);
        self.term.append(&mut other.term);
        self.department.append(&mut other.department);
        self.reference.append(&mut other.reference);
        self.posted.append(&mut other.posted);
        self.deadline.append(&mut other.deadline);
        self.description.append(&mut other.description);
        self.qualifications.append(&mut other.qualifications);
        self.remote_from.append(&mut other.remote_from);
        self.notes.append(&mut other.notes);
    }
}

fn push<T>(list: &mut Vec<Claim<T>>, source: Source, value: T) {
    // A page that says something two hundred times says it.
    if list.len() < 60 {
        list.push(Claim { value, source });
    }
}
