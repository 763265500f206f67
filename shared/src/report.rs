//! Reports: what an employer's system sees in a résumé or a letter, the points it gets and why, and what would make it
//! better.
//!
//! A report's score is the sum of its parts' points, and every point that a part lost belongs to one of its findings:
//! `score` = the sum of `points` = 100 - the sum of `lost`. All are whole tenths.

use crate::document::DocumentKind;
use crate::generation::{PostingBrief, PostingInput};
use crate::reading::{ReadLine, ReadingStatus, Spot};
use crate::wire::{wire, wire_enum_default};

wire! {
    /// What to measure a document against: a posting as the client knows it, or a job that the server gathered or made
    /// documents for. Neither: the document is looked at by itself.
    pub struct ReportRequest {
        /// The posting; goes before `job_id`.
        pub posting: Option<PostingInput>,
        /// The job.
        pub job_id: Option<String>,
    }
}

wire_enum_default! {
    /// What a part of the score is about. The parts of a résumé come first, then those of a letter; `wording`, `length`
    /// and `consistency` belong to both.
    pub enum ReportPartName {
        /// Whether a program gets the text, and understands it.
        #[default]
        Reading,
        /// Name, e-mail, phone, place.
        Contact,
        /// Which sections there are, under which headings, in which order.
        Sections,
        /// Times of jobs and schools.
        Dates,
        /// What the lines under the jobs say.
        Bullets,
        /// How long it is.
        Length,
        /// Sentences and words.
        Wording,
        /// The file: fonts, pictures, tables, columns.
        File,
        /// What the posting asks for.
        Keywords,
        /// Whether it agrees with the profile and with what was sent to the same company.
        Consistency,
        /// Of a letter: whom it is addressed to, how it begins and ends.
        Address,
        /// Of a letter: whether it speaks of this job and this company.
        ThisJob,
        /// Of a letter: what it says about what the posting asks for, and whether the profile bears it out.
        Evidence,
    }
}

wire! {
    /// Something that cost points, or that the person should know.
    pub struct ReportFinding {
        /// What it is, for programs; the same finding has the same code always (`date_missing`).
        pub code: String,
        /// What was found, in one sentence.
        pub says: String,
        /// What to do about it.
        pub todo: String,
        /// The points it cost; 0 for something that only is to be known.
        pub lost: f64,
        /// Where it is, as far as that is a place in the text; at most twenty.
        pub spots: Vec<Spot>,
        /// The words it is about, one each, in the order of `spots` where both are there; at most twenty.
        pub texts: Vec<String>,
    }
}

wire! {
    /// A part of the score.
    pub struct ReportPart {
        /// What it is about.
        pub name: ReportPartName,
        /// What is looked at and why it counts, in a sentence.
        pub says: String,
        /// The points it got.
        pub points: f64,
        /// The points it could have got. The `most` of all parts of a report are 100.
        pub most: f64,
        /// Why points are missing. Empty where none is.
        pub findings: Vec<ReportFinding>,
    }
}

wire_enum_default! {
    /// How something that the posting asks for stands in the document.
    pub enum KeywordStanding {
        /// It says so, in these or nearly these words.
        Found,
        /// It says so in other words.
        Synonym,
        /// The profile says so, the document does not.
        InProfileOnly,
        /// Neither says so.
        #[default]
        Missing,
    }
}

wire! {
    /// Where a document says what the posting asks for.
    pub struct KeywordPlace {
        /// The section: `summary`, `work`, `education`, `skills`, `projects`, `certificates`, `languages`,
        /// `publications`, `other` or, in a letter, `letter`.
        pub section: String,
        /// The words there.
        pub text: String,
        /// Where they stand, where that is known.
        pub spot: Option<Spot>,
    }
}

wire! {
    /// Something that the posting asks for.
    pub struct ReportKeyword {
        /// What it asks for, in its own words ("Rust", "3 years of experience with SQL").
        pub asked: String,
        /// Whether it must be there; else it is welcome.
        pub required: bool,
        /// How it stands in the document.
        pub standing: KeywordStanding,
        /// Where it is said; empty where it is not. For `in_profile_only` what the profile says, without a spot.
        pub places: Vec<KeywordPlace>,
    }
}

wire! {
    /// A change of the words that would make the document better. It says nothing that the person's document or profile
    /// does not say.
    pub struct TextSuggestion {
        /// A hash of what it is about, `before` and `after`: the same while these are.
        pub suggestion_id: String,
        /// The `code` of the finding that it mends.
        pub code: String,
        /// What it does, in words ("Put Rust among your skills").
        pub what: String,
        /// Why.
        pub why: String,
        /// The words as they stand; empty where something is put in.
        pub before: String,
        /// The words as they would be; empty where something is taken out.
        pub after: String,
        /// Ids of the profile's facts that `after` rests on; empty where it only uses the document's own words.
        pub facts: Vec<String>,
    }
}

wire! {
    /// A report on one document.
    pub struct ReportView {
        /// Résumé or letter.
        pub kind: DocumentKind,
        /// Whether its text could be read. Where not, only the part `reading` has something to say.
        pub status: ReadingStatus,
        /// 0 to 100, one digit after the point: the sum of the parts' points.
        pub score: f64,
        /// What it is made of.
        pub parts: Vec<ReportPart>,
        /// The posting that it was measured against; `None` where none.
        pub posting: Option<PostingBrief>,
        /// What the posting asks for, required first; empty without a posting.
        pub keywords: Vec<ReportKeyword>,
        /// Pages of the file; 0 where it has none of its own.
        pub pages: u32,
        /// The text as a program gets it, in the order of reading.
        pub lines: Vec<ReadLine>,
        /// Of a letter: its text in paragraphs, as suggestions are applied to it; empty for a résumé.
        pub text: String,
        /// What could be changed, one by one.
        pub suggestions: Vec<TextSuggestion>,
        /// What the person should know about the report itself.
        pub notes: Vec<String>,
    }
}

wire! {
    /// The reports on the documents of a set, each against the set's own posting.
    pub struct DocumentSetReport {
        /// On the résumé; `None` where the set has none.
        pub resume: Option<ReportView>,
        /// On the letter; `None` where the set has none.
        pub letter: Option<ReportView>,
    }
}

wire! {
    /// A letter to be looked at.
    pub struct LetterReportRequest {
        /// Its text, paragraphs divided by empty lines.
        pub text: String,
        /// What to measure it against.
        pub posting: Option<PostingInput>,
        /// The job to measure it against, where `posting` is left out.
        pub job_id: Option<String>,
    }
}

wire! {
    /// One suggestion to apply to a résumé, with what its report was asked with.
    pub struct ApplySuggestion {
        /// Which.
        pub suggestion_id: String,
        /// What the report was measured against.
        pub posting: Option<PostingInput>,
        /// The job that the report was measured against.
        pub job_id: Option<String>,
        /// For an uploaded résumé or one of a document set: the id (UUID, made by the client) of the draft to make of it.
        /// Not used where a draft is changed.
        pub draft_id: String,
    }
}

wire! {
    /// One suggestion to apply to a letter, with what its report was asked with.
    pub struct ApplyLetterSuggestion {
        /// Which.
        pub suggestion_id: String,
        /// The letter's text, as the report gave it.
        pub text: String,
        /// What the report was measured against.
        pub posting: Option<PostingInput>,
        /// The job that the report was measured against.
        pub job_id: Option<String>,
    }
}

wire! {
    /// A letter's text.
    pub struct LetterText {
        /// The text, paragraphs divided by empty lines.
        pub text: String,
    }
}
