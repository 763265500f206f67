//! What a program reads in a résumé, and what of it could go into the profile.

use crate::profile::YearMonth;
use crate::wire::wire;
use serde::{Deserialize, Serialize};

/// Whether a file could be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Enum))]
#[cfg_attr(feature = "openapi", oai(rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum ReadingStatus {
    /// It was read; `lines` and the values are what was found.
    Read,
    /// It shows pictures and holds no text: an employer's system sees nothing.
    Picture,
    /// No text could be got out of it.
    #[default]
    Unreadable,
    /// It has more pages or text than a résumé, or takes too long to read.
    TooLarge,
}

wire! {
    /// A place in the file, in points from the page's top left corner. A Word file has no pages of its own: there all
    /// is on page 1, in the order of reading, and the edges only tell what stands above and beside what.
    pub struct Spot {
        /// The page, from 1.
        pub page: u32,
        /// Left edge.
        pub x0: f32,
        /// Top edge.
        pub y0: f32,
        /// Right edge.
        pub x1: f32,
        /// Bottom edge.
        pub y1: f32,
    }
}

wire! {
    /// One line of the text.
    pub struct ReadLine {
        /// The text; parts with a wide gap between them are divided by tabs.
        pub text: String,
        /// Where it stands.
        pub spot: Spot,
    }
}

wire! {
    /// A value, where it stands and how sure the reader is of it.
    pub struct ReadValue {
        /// The value, as written.
        pub text: String,
        /// The line it stands in, or begins in.
        pub spot: Spot,
        /// 0 for a guess, 1 for certain.
        pub confidence: f32,
    }
}

wire! {
    /// A job.
    pub struct ReadJob {
        /// The title.
        pub title: Option<ReadValue>,
        /// The company.
        pub company: Option<ReadValue>,
        /// Where.
        pub location: Option<ReadValue>,
        /// First month.
        pub start: Option<YearMonth>,
        /// Last month.
        pub end: Option<YearMonth>,
        /// Whether it goes on.
        pub current: bool,
        /// What the person did, a paragraph or bullet each.
        pub bullets: Vec<String>,
    }
}

wire! {
    /// A course of study.
    pub struct ReadSchool {
        /// The school.
        pub school: Option<ReadValue>,
        /// The degree as written, its subject with it.
        pub degree: Option<ReadValue>,
        /// Where.
        pub location: Option<ReadValue>,
        /// First month.
        pub start: Option<YearMonth>,
        /// Last month.
        pub end: Option<YearMonth>,
        /// Whether it goes on.
        pub current: bool,
        /// The grade as written; empty where none is.
        pub grade: String,
        /// More about it.
        pub notes: Vec<String>,
    }
}

wire! {
    /// A project.
    pub struct ReadProject {
        /// Its name.
        pub name: Option<ReadValue>,
        /// The person's part in it; empty where none is said.
        pub role: String,
        /// First month.
        pub start: Option<YearMonth>,
        /// Last month.
        pub end: Option<YearMonth>,
        /// Whether it goes on.
        pub current: bool,
        /// Where it can be seen, as written; empty where nowhere.
        pub url: String,
        /// What it is and what the person did, a paragraph or bullet each.
        pub bullets: Vec<String>,
    }
}

wire! {
    /// A publication.
    pub struct ReadPublication {
        /// Its title.
        pub title: Option<ReadValue>,
        /// Where it appeared; empty where that is not told apart.
        pub publisher: String,
        /// When.
        pub published: Option<YearMonth>,
        /// Where it can be read, as written; empty where nowhere.
        pub url: String,
    }
}

wire! {
    /// The heading of a section.
    pub struct ReadHeading {
        /// Its words.
        pub text: String,
        /// Where it stands.
        pub spot: Spot,
        /// What its section was taken for: `contact`, `summary`, `work`, `education`, `skills`, `languages`, `projects`,
        /// `certificates`, `publications` or `other`.
        pub section: String,
        /// Whether its words are among those that sections are usually headed with; else they were guessed.
        pub usual: bool,
    }
}

wire! {
    /// What there is about the file itself that makes it harder to read for programs. What the kind of file does not
    /// tell is 0.
    pub struct FileTraits {
        /// Pictures that are larger than an icon.
        pub pictures: u32,
        /// Tables that text is set in; of a Word file only.
        pub tables: u32,
        /// The most columns of text that stand side by side.
        pub columns: u32,
        /// Boxes that float above the text; of a Word file only.
        pub text_boxes: u32,
        /// E-mail address or phone number stand in the header or footer of a Word file, where programs often do not look.
        pub contact_in_margin: bool,
        /// Words that a person cannot see: white on white, or too small for eyes.
        pub hidden_words: u32,
        /// Letters that are drawn and stand for no character.
        pub lost_letters: u32,
        /// The size of the smallest running text, in points.
        pub smallest_size: f32,
        /// Width of the first page, in points.
        pub page_width: f32,
        /// Height of the first page, in points.
        pub page_height: f32,
    }
}

wire! {
    /// A résumé as a program reads it.
    pub struct ReadingView {
        /// Whether it could be read. Where not, everything below is empty.
        pub status: ReadingStatus,
        /// Pages of a PDF; 0 for a Word file.
        pub pages: u32,
        /// The text in the order of reading.
        pub lines: Vec<ReadLine>,
        /// Whether the text was longer than is kept: `lines` then ends early.
        pub cut: bool,
        /// What the person should know of how it was read; empty where nothing.
        pub note: String,
        /// The person's name.
        pub name: Option<ReadValue>,
        /// What they say they are, below the name.
        pub headline: Option<ReadValue>,
        /// E-mail address.
        pub email: Option<ReadValue>,
        /// Phone number.
        pub phone: Option<ReadValue>,
        /// Where they live.
        pub location: Option<ReadValue>,
        /// Their pages.
        pub links: Vec<ReadValue>,
        /// A few sentences about them.
        pub summary: Option<ReadValue>,
        /// Jobs, in the order of the file.
        pub work: Vec<ReadJob>,
        /// Schools, in the order of the file.
        pub education: Vec<ReadSchool>,
        /// Skills.
        pub skills: Vec<ReadValue>,
        /// Languages, with their level as written.
        pub languages: Vec<ReadValue>,
        /// Certificates.
        pub certificates: Vec<ReadValue>,
        /// Projects, in the order of the file.
        pub projects: Vec<ReadProject>,
        /// Publications, in the order of the file.
        pub publications: Vec<ReadPublication>,
        /// The headings of the sections, in the order of the file.
        pub headings: Vec<ReadHeading>,
        /// What there is about the file itself.
        pub traits: FileTraits,
    }
}

/// How a suggestion stands to the profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Enum))]
#[cfg_attr(feature = "openapi", oai(rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum SuggestionKind {
    /// The profile says nothing here.
    #[default]
    New,
    /// The profile says something else.
    Changed,
    /// The profile says the same.
    Same,
}

wire! {
    /// Something a résumé says that the profile could hold.
    pub struct Suggestion {
        /// Stays the same while résumé and profile do.
        pub suggestion_id: String,
        /// How it stands to the profile.
        pub kind: SuggestionKind,
        /// The profile's part it belongs to: `name`, `contact`, `address`, `links`, `summary`, `work`, `education`,
        /// `skills`, `languages`, `certificates`, `projects`, `publications`.
        pub section: String,
        /// What it is, in words ("Phone", "Job").
        pub what: String,
        /// What the profile says now; empty where nothing.
        pub from: String,
        /// What it would say.
        pub to: String,
        /// Where in the résumé it stands.
        pub spot: Spot,
        /// How sure the reader is, 0 to 1.
        pub confidence: f32,
    }
}

wire! {
    /// What of a résumé could go into the profile.
    pub struct SuggestionList {
        /// Whether the file could be read at all.
        pub status: ReadingStatus,
        /// The suggestions, in the order of the profile.
        pub suggestions: Vec<Suggestion>,
    }
}

wire! {
    /// Which suggestions the person chose.
    pub struct ChosenSuggestions {
        /// Their ids.
        pub suggestion_ids: Vec<String>,
    }
}
