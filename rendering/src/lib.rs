//! Documents, set: what a résumé or a letter says becomes PDF, Word, plain text and JSON Resume.
//!
//! `ResumeContent` or `LetterContent` → bytes → read back by `foothold_documents` → given out, or an error.
//!
//! What must not happen here: a word that the content does not hold, or one of it that is lost on the way. A network,
//! a clock, chance.
