//! Documents generated for a job, kept as sets with versions; a person's own résumés in the builder; which suits a job;
//! and what a person says of what they got.
//!
//! What a document holds is in [`crate::document`].

use crate::document::{
    DocumentEdits, DocumentFormat, DocumentKind, DocumentLook, DocumentOptions, LetterContent,
    ResumeContent,
};
use crate::wire::{wire_enum_default, wire_eq};

wire_eq! {
    /// A posting as a client knows it. What it does not know it leaves empty.
    pub struct PostingInput {
        /// Its address.
        pub url: String,
        /// The job's title.
        pub title: String,
        /// The company.
        pub company: String,
        /// Where it is, as written.
        pub location: String,
        /// ISO 639-1 language that it is written in; told from the text where it is left out.
        pub language: String,
        /// What it is about: plain text, HTML or Markdown.
        pub description: String,
        /// The page's visible text, where nobody knows which part is the description.
        pub page_text: String,
    }
}

wire_eq! {
    /// What to make for a job.
    pub struct GenerateDocuments {
        /// The posting; may be left out for a job that documents were made for before.
        pub posting: Option<PostingInput>,
        /// How the documents should be; those of `previous` where left out.
        pub options: Option<DocumentOptions>,
        /// What the person changed by hand, all of it; that of `previous` where left out.
        pub edits: Option<DocumentEdits>,
        /// The set that this one goes on from, of the same job.
        pub previous: Option<String>,
        /// What to make; both where empty.
        pub kinds: Vec<DocumentKind>,
        /// Whether the answer carries the files themselves.
        pub include_files: bool,
        /// Whether no language model may be asked, although the server has one.
        pub without_model: bool,
    }
}

wire_eq! {
    /// The posting that documents were made for, in short.
    pub struct PostingBrief {
        /// The job's title.
        pub title: String,
        /// The company.
        pub company: String,
        /// Where it is, as written.
        pub location: String,
        /// ISO 639-1 language; empty where it could not be told.
        pub language: String,
        /// Its address, without query and fragment.
        pub url: String,
    }
}

wire_eq! {
    /// A generated file.
    pub struct GeneratedFile {
        /// Its name within the set: `resume.pdf`, `letter.docx`.
        pub name: String,
        /// The name it is saved under ("Jane-Doe-Resume-Acme.pdf").
        pub download_name: String,
        /// Résumé or letter.
        pub kind: DocumentKind,
        /// The kind of file.
        pub format: DocumentFormat,
        /// Its media type.
        pub media_type: String,
        /// Its size.
        pub size_bytes: u32,
        /// How many pages it has; `None` where the kind of file has none of its own.
        pub pages: Option<u32>,
        /// SHA-256 of the bytes, lower-case hex.
        pub sha256: String,
        /// The bytes in base64, where the request asked for them.
        pub base64: Option<String>,
    }
}

wire_eq! {
    /// Why the documents say what they say.
    pub struct DocumentChoice {
        /// What was chosen.
        pub what: String,
        /// Why.
        pub why: String,
        /// The facts it is about.
        pub facts: Vec<String>,
    }
}

wire_eq! {
    /// Something that is not in the documents, and why.
    pub struct DroppedStatement {
        /// The words.
        pub text: String,
        /// Why they are not used.
        pub why: String,
        /// The facts they stand for.
        pub facts: Vec<String>,
    }
}

wire_eq! {
    /// What a language model did for a set.
    pub struct ModelShare {
        /// Whether one was asked.
        pub asked: bool,
        /// Its name; empty where none was asked.
        pub model: String,
        /// Tokens that were sent and received.
        pub tokens: u64,
        /// What it cost, in millionths of a dollar.
        pub cost_micro_dollars: u64,
        /// How many of its sentences are in the documents.
        pub sentences_used: u32,
        /// How many were not entailed by the facts, so that the person's own words stand.
        pub sentences_refused: u32,
    }
}

wire_enum_default! {
    /// The one thing that a person is asked about a document.
    pub enum RatingQuestion {
        /// Is it too long?
        #[default]
        Length,
        /// Does it sound like the person?
        Voice,
        /// Does it say what matters for this job?
        Relevance,
    }
}

wire_enum_default! {
    /// What a person answers.
    pub enum RatingAnswer {
        /// It is right as it is.
        #[default]
        Right,
        /// Too much of it: too long, too warm, too much beside the point.
        TooMuch,
        /// Too little of it.
        TooLittle,
    }
}

wire_eq! {
    /// One question about a document, in words.
    pub struct RatingPrompt {
        /// Résumé or letter.
        pub kind: DocumentKind,
        /// What it is about.
        pub question: RatingQuestion,
        /// The question, for the person.
        pub text: String,
    }
}

wire_eq! {
    /// A person's answer to one question about a document.
    pub struct DocumentRating {
        /// Résumé or letter.
        pub kind: DocumentKind,
        /// What it is about.
        pub question: RatingQuestion,
        /// The answer.
        pub answer: RatingAnswer,
    }
}

wire_eq! {
    /// The documents for a job: one version.
    pub struct DocumentSetView {
        /// The set's id.
        pub document_set_id: String,
        /// The job it is for.
        pub job_id: String,
        /// 1 for the job's first set, and one more with each.
        pub version: u32,
        /// The set it goes on from.
        pub previous: Option<String>,
        /// When it was made, epoch milliseconds.
        pub created_at_ms: i64,
        /// The posting.
        pub posting: PostingBrief,
        /// How the documents were asked to be.
        pub options: DocumentOptions,
        /// What the person changed by hand.
        pub edits: DocumentEdits,
        /// What the résumé says; `None` where only a letter was asked for.
        pub resume: Option<ResumeContent>,
        /// What the letter says; `None` where only a résumé was asked for.
        pub letter: Option<LetterContent>,
        /// The files.
        pub files: Vec<GeneratedFile>,
        /// Why the documents say what they say.
        pub choices: Vec<DocumentChoice>,
        /// What is not in them, and why.
        pub dropped: Vec<DroppedStatement>,
        /// What a language model did.
        pub model: ModelShare,
        /// What the person should know.
        pub notes: Vec<String>,
        /// The one question to ask about this set; `None` once it was answered.
        pub question: Option<RatingPrompt>,
    }
}

wire_eq! {
    /// A set in a list.
    pub struct DocumentSetBrief {
        /// The set's id.
        pub document_set_id: String,
        /// The job it is for.
        pub job_id: String,
        /// Which version of the job's documents.
        pub version: u32,
        /// When it was made, epoch milliseconds.
        pub created_at_ms: i64,
        /// The posting.
        pub posting: PostingBrief,
        /// How they look.
        pub look: DocumentLook,
        /// The files, without their bytes.
        pub files: Vec<GeneratedFile>,
    }
}

wire_eq! {
    /// One page of sets, the newest first.
    pub struct DocumentSetPage {
        /// The sets.
        pub document_sets: Vec<DocumentSetBrief>,
        /// To be sent as `cursor` for the next page; absent on the last.
        pub next_cursor: Option<String>,
    }
}

wire_eq! {
    /// A document to be shown as a PDF: either a résumé or a letter. Nothing of it is kept.
    pub struct DocumentPreview {
        /// The résumé.
        pub resume: Option<ResumeContent>,
        /// The letter.
        pub letter: Option<LetterContent>,
        /// How it looks.
        pub look: DocumentLook,
    }
}

wire_eq! {
    /// A résumé of the person's own, as the builder saves it.
    pub struct ResumeDraft {
        /// What the person calls it.
        pub name: String,
        /// What it is for ("nursing", "part time").
        pub tags: Vec<String>,
        /// What it says.
        pub content: ResumeContent,
        /// How it looks.
        pub look: DocumentLook,
        /// What the person fixed, hid or put in order.
        pub edits: DocumentEdits,
    }
}

wire_eq! {
    /// A stored résumé of the builder.
    pub struct ResumeDraftView {
        /// Its id, made by the client (UUID).
        pub draft_id: String,
        /// 1 after the first save, and one more with each that changed something.
        pub version: i64,
        /// When it was first saved, epoch milliseconds.
        pub created_at_ms: i64,
        /// When this version was saved, epoch milliseconds.
        pub saved_at_ms: i64,
        /// What was saved.
        pub draft: ResumeDraft,
    }
}

wire_eq! {
    /// A résumé of the builder in a list.
    pub struct ResumeDraftBrief {
        /// Its id.
        pub draft_id: String,
        /// Which version it is at.
        pub version: i64,
        /// When that was saved, epoch milliseconds.
        pub saved_at_ms: i64,
        /// What the person calls it.
        pub name: String,
        /// What it is for.
        pub tags: Vec<String>,
        /// How it looks.
        pub look: DocumentLook,
    }
}

wire_eq! {
    /// A person's résumés in the builder, the last saved first.
    pub struct ResumeDraftList {
        /// The résumés.
        pub drafts: Vec<ResumeDraftBrief>,
    }
}

wire_eq! {
    /// One save of a résumé.
    pub struct ResumeDraftVersion {
        /// Its number.
        pub version: i64,
        /// When it was saved, epoch milliseconds.
        pub saved_at_ms: i64,
        /// What the résumé was called.
        pub name: String,
    }
}

wire_eq! {
    /// The kept versions of a résumé, the newest first.
    pub struct ResumeDraftVersions {
        /// The versions.
        pub versions: Vec<ResumeDraftVersion>,
    }
}

wire_enum_default! {
    /// What happened to a line.
    pub enum LineChange {
        /// It is in both.
        #[default]
        Same,
        /// It is only in the second.
        Added,
        /// It is only in the first.
        Removed,
    }
}

wire_eq! {
    /// A line of two versions.
    pub struct ComparedLine {
        /// What happened to it.
        pub change: LineChange,
        /// Its words.
        pub text: String,
    }
}

wire_eq! {
    /// Two versions of a résumé, line by line.
    pub struct DraftComparison {
        /// The first.
        pub from: i64,
        /// The second.
        pub to: i64,
        /// The lines of both, in their order.
        pub lines: Vec<ComparedLine>,
    }
}

wire_eq! {
    /// A posting to find the best-suited résumé for.
    pub struct BestResumeRequest {
        /// The posting; may be left out where `job_id` names a job that documents were made for before.
        pub posting: Option<PostingInput>,
        /// The job.
        pub job_id: Option<String>,
    }
}

wire_enum_default! {
    /// Where a résumé comes from.
    pub enum ResumeOrigin {
        /// A file the person uploaded.
        #[default]
        Uploaded,
        /// One of the builder's.
        Draft,
    }
}

wire_eq! {
    /// How well a résumé suits a posting.
    pub struct ResumeFit {
        /// Where it comes from.
        pub origin: ResumeOrigin,
        /// Its id.
        pub id: String,
        /// What it is called.
        pub name: String,
        /// 0 to 100.
        pub score: u32,
        /// Why, in sentences: what the posting asks for and where the résumé says it.
        pub reasons: Vec<String>,
        /// What the posting asks for and the résumé does not say.
        pub missing: Vec<String>,
    }
}

wire_eq! {
    /// The résumés of a person by how well they suit a posting, the best first.
    pub struct BestResumes {
        /// The posting that was understood.
        pub posting: PostingBrief,
        /// The résumés; empty where the person has none that could be read.
        pub resumes: Vec<ResumeFit>,
        /// What the person should know.
        pub notes: Vec<String>,
    }
}

wire_eq! {
    /// Something that was learned about how a person wants their documents.
    pub struct LearnedHabit {
        /// What it is, in words.
        pub says: String,
        /// How many answers and edits say so.
        pub seen: u32,
    }
}

wire_eq! {
    /// What was learned from a person's answers and edits.
    pub struct DocumentStyleView {
        /// What was learned; empty where nothing yet.
        pub habits: Vec<LearnedHabit>,
        /// How many answers and edits it was learned from.
        pub events: u32,
    }
}
