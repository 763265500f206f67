//! Matches: which of the gathered jobs fit a person, how well, and why.

use crate::job::{JobCard, JobRemote};
use crate::wire::{wire, wire_enum};

wire_enum! {
    /// What a part of a score is about.
    #[derive(Default)]
    pub enum MatchPartName {
        /// How near the person's jobs are to the title.
        #[default]
        Title,
        /// The skills that are asked for.
        Skills,
        /// The fields of the work as a whole.
        Field,
        /// The words of profile and posting.
        Words,
        /// Rank.
        Seniority,
        /// Years, degree, licences, languages.
        Requirements,
        /// Place, and how much of it is remote.
        Place,
        /// Pay.
        Pay,
        /// How new it is.
        Freshness,
        /// What the person looks for.
        Preferences,
        /// What their thumbs have taught.
        Feedback,
        /// How near the texts of profile and posting are to an embedding model, beside the person's other matches. It moves
        /// a score by its `most` points up or down, and never up against a knock-out.
        Nearness,
        /// What a language model made of it at a second look. It moves a score by its `most` points up or down, and
        /// never against a knock-out.
        SecondLook,
    }
}

wire! {
    /// A part of a score.
    pub struct MatchPart {
        /// What it is about.
        pub name: MatchPartName,
        /// What it brought, in points; only nearness and a second look can take some away. The points of all parts make the score,
        /// less what knock-outs take.
        pub points: f64,
        /// What it could have brought.
        pub most: f64,
        /// What speaks for it, in sentences.
        pub evidence: Vec<String>,
        /// What is missing.
        pub missing: Vec<String>,
    }
}

wire! {
    /// What the posting strictly asks for and the profile speaks against.
    pub struct MatchKnockout {
        /// The posting's words; empty where its language alone asks.
        pub text: String,
        /// What the profile says.
        pub says: String,
    }
}

wire! {
    /// How well a posting fits, and why.
    pub struct MatchScore {
        /// 0 to 100, one digit after the point.
        pub score: f64,
        /// The parts that are known; what nobody says has none.
        pub parts: Vec<MatchPart>,
        /// What stands against it whatever the score.
        pub knockouts: Vec<MatchKnockout>,
        /// Why the person does not want to see it, where their preferences say so; empty where they do not.
        pub unwanted: String,
    }
}

wire_enum! {
    /// Why a thumb went up or down.
    pub enum MatchReason {
        /// The kind of work.
        Role,
        /// The skills it asks for.
        Skills,
        /// The rank.
        Seniority,
        /// The place, or how much of it is remote.
        Place,
        /// The pay.
        Pay,
        /// The employer. A thumb down: this employer's jobs are out.
        Company,
        /// Something else.
        Other,
    }
}

wire! {
    /// A thumb on a job.
    pub struct MatchFeedback {
        /// Up, else down.
        pub up: bool,
        /// Why; only the kind of work and the skills, or no reason, teach about other jobs of the kind.
        pub reason: Option<MatchReason>,
        /// In the person's words, at most 500 characters; may be empty.
        pub note: String,
    }
}

wire! {
    /// A job that fits, in a list or by itself.
    pub struct MatchView {
        /// The job.
        pub job: JobCard,
        /// How well it fits, and why.
        pub fit: MatchScore,
        /// When that was found, epoch milliseconds; absent for a job that is none of the person's matches and was
        /// compared just now.
        pub matched_at_ms: Option<i64>,
        /// When the person went to apply.
        pub applied_at_ms: Option<i64>,
        /// The person's thumb.
        pub feedback: Option<MatchFeedback>,
    }
}

wire_enum! {
    /// In which order matches come.
    #[derive(Default)]
    pub enum MatchOrder {
        /// The best first.
        #[default]
        Score,
        /// The newest posting first.
        Newest,
    }
}

wire! {
    /// A page of matches.
    pub struct MatchPage {
        /// The matches.
        pub matches: Vec<MatchView>,
        /// To be sent as `cursor` for the next page; absent on the last.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
        pub next_cursor: Option<String>,
    }
}

wire_enum! {
    /// How far a search for matches is.
    #[derive(Default)]
    pub enum MatchRunState {
        /// None was ever asked for.
        #[default]
        Never,
        /// It begins within seconds.
        Waiting,
        /// Under way.
        Running,
        /// Ended.
        Done,
        /// It broke off, and is tried again at `next_at_ms`.
        Failed,
    }
}

wire! {
    /// A search for matches. Each person has one; it is repeated every day.
    pub struct MatchRunView {
        /// How far it is.
        pub state: MatchRunState,
        /// When it was asked for, by the person or by the day, epoch milliseconds.
        pub asked_at_ms: Option<i64>,
        /// When the last one ended.
        pub ended_at_ms: Option<i64>,
        /// How many open postings there are to look at.
        pub postings: i64,
        /// How many of them were looked at.
        pub looked: i64,
        /// How many matches the last one that ended found.
        pub found: i64,
        /// When it is done again by itself.
        pub next_at_ms: Option<i64>,
    }
}

wire! {
    /// Where to apply.
    pub struct MatchApply {
        /// The employer's own page for it, else the source's.
        pub url: String,
        /// When the person first went there, epoch milliseconds.
        pub applied_at_ms: i64,
    }
}

wire! {
    /// What a person looks for. Empty lists are "not said".
    pub struct JobPreferences {
        /// Titles of the work.
        pub roles: Vec<String>,
        /// Towns or regions that suit, beside the person's own.
        pub places: Vec<String>,
        /// ISO 3166-1 alpha-2 countries that suit, beside the person's own.
        pub countries: Vec<String>,
        /// The ways of working that suit; where none is said, the profile's count.
        pub remote: Vec<JobRemote>,
        /// Only jobs that were posted at most so many days ago.
        pub posted_days: Option<u32>,
        /// Only jobs of these sources (`greenhouse`).
        pub platforms: Vec<String>,
        /// What the work should pay in a year, in whole units of `currency`.
        pub yearly_pay: Option<u32>,
        /// ISO 4217; needed with `yearly_pay`.
        pub currency: String,
        /// Employers whose jobs are out.
        pub ignored_companies: Vec<String>,
        /// Industries whose jobs are out.
        pub ignored_industries: Vec<String>,
    }
}

wire! {
    /// How the applications of a range of scores went.
    pub struct CalibrationBand {
        /// The lowest score of it.
        pub from: u32,
        /// Up to this score, which is none of it; 100 is part of the last one.
        pub to: u32,
        /// How many applications had such a score when they were sent, and are settled: answered, or older than three
        /// weeks.
        pub sent: u32,
        /// How many of these the employer answered: an interview, an offer or a no.
        pub answered: u32,
        /// How many of these led to an interview or an offer.
        pub interviews: u32,
    }
}

wire! {
    /// How scores went together with the person's own answers and interviews.
    pub struct MatchCalibration {
        /// How many settled applications with a score it takes to say anything.
        pub needed: u32,
        /// How many there are: those of the bands together. Withdrawn ones are not counted.
        pub settled: u32,
        /// Applications with a score that still wait for an answer, for less than three weeks.
        pub waiting: u32,
        /// Applications whose job was not known here when they were sent, so that they have no score.
        pub without_score: u32,
        /// Whether there are enough to say something.
        pub enough: bool,
        /// By score, the highest first; none without applications. Empty where there are not enough.
        pub bands: Vec<CalibrationBand>,
        /// Of all pairs of one that led to an interview and one that did not: the share in which the first had the
        /// higher score; a half is what chance gives. Absent where there are not three of each.
        pub interviews_scored_higher: Option<f64>,
        /// What it means, in a sentence for the person.
        pub says: String,
    }
}
