//! What words are to grounding.

/// What a word is, as far as grounding cares; a word may be several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(in crate::ground) enum Class {
    /// Carries no claim.
    Function,
    /// A verb or noun that adds nothing to what is done ("carried out").
    Light,
    Work,
    Education,
    Skill,
    Certificate,
    Publication,
    Language,
    Years,
    Place,
    /// What one says when applying.
    Apply,
    You,
    Me,
    Ask,
    /// Says what was done.
    Do,
    /// Says that it was done with or for others who did it.
    Weak,
    /// Says that one was there.
    Attend,
    Not,
    /// Denies what follows it only ("without").
    Without,
    Cause,
    Relative,
    With,
    Rank,
    /// Makes a title a lower one.
    Low,
    /// Makes a deed or a skill less ("under supervision", "basic").
    Hedge,
    About,
    Over,
    Under,
    UpTo,
    Nearly,
    /// Binds the words after it ("before the tribunal").
    Preposition,
    /// Names who did it ("by the team").
    Agent,
    /// Says what somebody was ("as the lead").
    As,
    From,
    To,
    By,
    Of,
    Since,
    Until,
    Now,
    YearUnit,
    MonthUnit,
    And,
}

/// A set of classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::ground) struct Classes(u64);

impl Classes {
    pub(in crate::ground) fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u8) != 0
    }

    pub(in crate::ground) fn has_any(self, classes: &[Class]) -> bool {
        classes.iter().any(|class| self.has(*class))
    }

    pub(super) fn add(&mut self, class: Class) {
        self.0 |= 1 << class as u8;
    }

    /// What is in either.
    pub(super) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
