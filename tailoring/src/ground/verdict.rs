//! What is said about a sentence.

use foothold_shared::redact_debug;

/// Whether the facts say what a sentence says.
#[derive(Clone, PartialEq, Eq)]
pub enum Verdict {
    /// They do.
    Entailed,
    /// The person wrote or fixed it: their own word.
    Own,
    /// They do not, as far as this program can tell: it must not be given out.
    Refused(Refusal),
}
redact_debug!(Verdict);

impl Verdict {
    /// Whether the sentence may be given out.
    #[must_use]
    pub fn may_stand(&self) -> bool {
        !matches!(self, Self::Refused(_))
    }
}

/// Why a sentence is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It says nothing.
    Empty,
    /// It is longer than a sentence is.
    TooLong,
    /// It has characters that a reader does not see.
    Hidden,
    /// It has a link or an address.
    Link,
    /// It speaks to a program.
    Instruction,
    /// It names no fact.
    NoFacts,
    /// It names a fact that is not there.
    UnknownFact,
    /// It is in a language that was not asked for, or that cannot be checked.
    Language,
    /// A word that no fact has; the word.
    Word(String),
    /// A number that no fact has, or has of something else; as written.
    Number(String),
    /// A year, a month or a length of time that the facts do not give; as written.
    Time(String),
    /// It leaves out that it was only helped, attended, planned or done together.
    Stronger,
    /// It denies what the facts say, or says what they deny.
    Negation,
    /// It says that one thing led to another, and no fact does.
    Cause,
    /// What was done is another thing than the facts say, or is missing; the fact's word.
    Deed(String),
    /// It puts together what belongs to different facts.
    Merged,
    /// It leaves out what makes a title a lower one.
    Title,
    /// It speaks of the person, and rests on the posting alone.
    ClaimFromPosting,
}

impl Refusal {
    /// Why, in words for the person. May repeat a word of the sentence.
    #[must_use]
    pub fn say(&self) -> String {
        match self {
            Self::Empty => "It says nothing.".to_owned(),
            Self::TooLong => "It is too long.".to_owned(),
            Self::Hidden => "It has characters that nobody can see.".to_owned(),
            Self::Link => "It has a link in it.".to_owned(),
            Self::Instruction => "It speaks to a program, not to an employer.".to_owned(),
            Self::NoFacts | Self::UnknownFact => "It rests on nothing in your profile.".to_owned(),
            Self::Language => "It is in another language than the document.".to_owned(),
            Self::Word(word) => format!("Your profile does not say \u{201c}{word}\u{201d} here."),
            Self::Number(number) => {
                format!("Your profile does not have the number {number} like this.")
            }
            Self::Time(time) => format!("Your profile does not give this time: {time}."),
            Self::Stronger => "It sounds like more than your profile says.".to_owned(),
            Self::Negation => "It says the opposite of your profile.".to_owned(),
            Self::Cause => "It claims a result that your profile does not tell.".to_owned(),
            Self::Deed(_) => "It says something else was done than your profile says.".to_owned(),
            Self::Merged => "It mixes things that your profile tells separately.".to_owned(),
            Self::Title => "It leaves out a part of your job title.".to_owned(),
            Self::ClaimFromPosting => {
                "It claims something about you that only the posting says.".to_owned()
            }
        }
    }
}
