//! What each part of a score is worth, and what each finding takes from its part. All of it is in these two tables:
//! nothing else costs points. `docs/report-weights.md` is written from them.

use foothold_shared::report::ReportPartName;

/// A part of a score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PartWeight {
    /// What it is about.
    pub name: ReportPartName,
    /// The points it can bring where the document is looked at by itself.
    pub alone: u32,
    /// The points it can bring where it is measured against a posting.
    pub with_posting: u32,
    /// What is looked at and why it counts.
    pub says: &'static str,
}

const fn part(
    name: ReportPartName,
    alone: u32,
    with_posting: u32,
    says: &'static str,
) -> PartWeight {
    PartWeight {
        name,
        alone,
        with_posting,
        says,
    }
}

/// The parts of a résumé's score.
pub const RESUME: &[PartWeight] = &[
    part(
        ReportPartName::Reading,
        20,
        15,
        "Whether a program gets your text out of the file and finds jobs, schools and skills in it. What it does not \
         find, an employer's search does not find either.",
    ),
    part(
        ReportPartName::Contact,
        10,
        7,
        "Whether your name, e-mail address, phone number and place are found where programs look for them.",
    ),
    part(
        ReportPartName::Sections,
        12,
        8,
        "Whether work, education and skills each have a section under a heading that programs know.",
    ),
    part(
        ReportPartName::Dates,
        12,
        9,
        "Whether each job says from when to when, in one style. Systems count your years from this.",
    ),
    part(
        ReportPartName::Bullets,
        20,
        12,
        "Whether the lines under your jobs begin with what you did and say what came of it. People read these first.",
    ),
    part(
        ReportPartName::Length,
        6,
        4,
        "Whether it is as long as your years of work call for.",
    ),
    part(
        ReportPartName::Wording,
        8,
        5,
        "Whether sentences are short enough to read once, and free of words that everybody uses of themselves.",
    ),
    part(
        ReportPartName::File,
        8,
        5,
        "Whether the file has things that programs stumble over: columns, tables, pictures, text boxes, small letters.",
    ),
    part(
        ReportPartName::Keywords,
        0,
        30,
        "Whether it says what the posting asks for. What is required counts three times as much as what is welcome.",
    ),
    part(
        ReportPartName::Consistency,
        4,
        5,
        "Whether it agrees with your profile, and with what you sent to the same company before.",
    ),
];

/// The parts of a letter's score.
pub const LETTER: &[PartWeight] = &[
    part(
        ReportPartName::Address,
        20,
        12,
        "Whether it greets somebody and closes as letters do, in its own language.",
    ),
    part(
        ReportPartName::ThisJob,
        0,
        25,
        "Whether it names this company and this job, and no other.",
    ),
    part(
        ReportPartName::Evidence,
        30,
        30,
        "Whether it shows what you did instead of claiming it, and says nothing that your profile does not.",
    ),
    part(
        ReportPartName::Length,
        15,
        8,
        "Whether it has 150 to 450 words: enough to say something, little enough to be read.",
    ),
    part(
        ReportPartName::Wording,
        25,
        17,
        "Whether it is free of set phrases, of endless sentences, and of one beginning again and again.",
    ),
    part(
        ReportPartName::Consistency,
        10,
        8,
        "Whether its numbers, times and name are those of your profile, and whether the same company had it before.",
    ),
];

/// What a finding may take.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weight {
    /// The finding's code.
    pub code: &'static str,
    /// The part it takes from.
    pub part: ReportPartName,
    /// The most of the part that it takes, in hundredths; none for what only is to be known.
    pub share: u32,
    /// What it means.
    pub says: &'static str,
}

macro_rules! codes {
    ($($name:ident $code:literal $part:ident $share:literal $says:literal;)*) => {
        /// What can be found.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(in crate::report) enum Code { $($name,)* }

        impl Code {
            pub(in crate::report) fn weight(self) -> Weight {
                match self { $(Self::$name => Weight {
                    code: $code, part: ReportPartName::$part, share: $share, says: $says,
                },)* }
            }
        }

        /// All findings and what they may take.
        pub const FINDINGS: &[Weight] = &[$(Weight {
            code: $code, part: ReportPartName::$part, share: $share, says: $says,
        },)*];
    };
}

codes! {
    NoText "no_text" Reading 100 "No text comes out of the file. Nothing else can be said of it.";
    LettersLost "letters_lost" Reading 30 "Letters are drawn that stand for no character.";
    TextCut "text_cut" Reading 10 "The text is longer than a résumé's.";
    LettersApart "letters_apart" Reading 20 "Words come out letter by letter.";
    JobsUnread "jobs_unread" Reading 30 "There is a section for work, and no job is understood in it.";
    JobPartsUnread "job_parts_unread" Reading 20 "Of a job the title or the company is not understood.";
    SchoolsUnread "schools_unread" Reading 15 "There is a section for education, and nothing is understood in it.";
    SkillsUnread "skills_unread" Reading 15 "There is a section for skills, and nothing is understood in it.";

    NameMissing "name_missing" Contact 25 "No name is found.";
    EmailMissing "email_missing" Contact 30 "No e-mail address is found.";
    PhoneMissing "phone_missing" Contact 15 "No phone number is found.";
    PlaceMissing "place_missing" Contact 10 "No place is found.";
    ContactInMargin "contact_in_margin" Contact 20 "E-mail or phone stand in the header or footer of a Word file.";

    WorkMissing "work_missing" Sections 30 "No section for work is found.";
    EducationMissing "education_missing" Sections 20 "No section for education is found.";
    SkillsMissing "skills_missing" Sections 20 "No section for skills is found.";
    HeadingUnusual "heading_unusual" Sections 20 "A heading is not one that programs know.";
    SectionsOrder "sections_order" Sections 10 "Education stands before years of work.";

    DateMissing "date_missing" Dates 30 "A job says no time.";
    MonthMissing "month_missing" Dates 10 "A job says years without months.";
    DateStyles "date_styles" Dates 15 "Times are written in different styles.";
    DateFuture "date_future" Dates 15 "A job begins, or ended, in the future.";
    DateReversed "date_reversed" Dates 10 "A job ends before it begins.";
    Gap "gap" Dates 10 "More than half a year between two jobs says nothing.";
    Overlap "overlap" Dates 5 "Two jobs overlap by more than a quarter of a year.";
    NotNewestFirst "not_newest_first" Dates 5 "Jobs do not stand newest first.";

    JobWithoutLines "job_without_lines" Bullets 20 "A recent job says nothing of what was done.";
    NoVerb "no_verb" Bullets 20 "A line does not begin with what was done.";
    NoOutcome "no_outcome" Bullets 30 "Few lines say a number or what came of it.";
    LineLength "line_length" Bullets 10 "A line is too long or too short.";
    FirstPerson "first_person" Bullets 10 "A line says \"I\".";
    SameBeginning "same_beginning" Bullets 10 "Many lines begin with the same word.";

    TooLong "too_long" Length 100 "It is longer than the years of work call for.";
    TooShort "too_short" Length 100 "It says too little.";

    Buzzwords "buzzwords" Wording 50 "It has words that everybody uses of themselves.";
    LongSentences "long_sentences" Wording 30 "Sentences are too long to be read once.";
    Shouting "shouting" Wording 20 "Whole sentences are set in capitals.";

    Columns "columns" File 25 "Text stands side by side in columns.";
    Tables "tables" File 20 "Text is set in tables.";
    Pictures "pictures" File 15 "It shows pictures.";
    TextBoxes "text_boxes" File 15 "Text stands in boxes that float.";
    SmallLetters "small_letters" File 10 "Letters are smaller than 9 points.";
    HiddenText "hidden_text" File 15 "It has text that a person cannot see.";

    RequiredMissing "required_missing" Keywords 100 "Something required is said neither here nor in the profile.";
    PreferredMissing "preferred_missing" Keywords 100 "Something welcome is said neither here nor in the profile.";
    InProfileOnly "in_profile_only" Keywords 100 "Something is asked for that only the profile says.";
    OnlyListed "only_listed" Keywords 0 "A required skill is listed, and no job shows it.";
    RoleAbsent "role_absent" Keywords 0 "The posting's title, or one near to it, is not there.";

    DatesDiffer "dates_differ" Consistency 30 "A time is another than in the profile.";
    TitleDiffers "title_differs" Consistency 25 "A title is another than in the profile.";
    EmployerDiffers "employer_differs" Consistency 15 "An employer is not in the profile.";
    ContactDiffers "contact_differs" Consistency 10 "E-mail or phone are others than in the profile.";
    SentDiffers "sent_differs" Consistency 20 "The same company was sent something else before.";

    GreetingMissing "greeting_missing" Address 35 "It greets nobody.";
    GreetingGeneral "greeting_general" Address 20 "It greets whomever it may concern.";
    ClosingMissing "closing_missing" Address 25 "It has no closing.";
    NameUnderMissing "name_under_missing" Address 15 "No name stands below it.";
    OtherLanguage "other_language" Address 5 "Greeting or closing are in another language than the letter.";

    CompanyWrong "company_wrong" ThisJob 50 "It names another company.";
    CompanyMissing "company_missing" ThisJob 25 "It does not name the company.";
    RoleMissing "role_missing" ThisJob 25 "It does not name the job.";

    Unsupported "unsupported" Evidence 40 "It says something that the profile does not say.";
    NothingAsked "nothing_asked" Evidence 30 "It says little about what the posting asks for.";
    NoExample "no_example" Evidence 30 "It names no employer, number or result of the person's.";

    LetterTooLong "letter_too_long" Length 100 "It has more than 450 words.";
    LetterTooShort "letter_too_short" Length 100 "It has less than 150 words.";

    Cliches "cliches" Wording 45 "It has phrases that stand in every letter.";
    LetterSentences "letter_sentences" Wording 25 "Sentences are too long to be read once.";
    IOpenings "i_openings" Wording 30 "Sentence after sentence begins with \"I\".";

    NumberDiffers "number_differs" Consistency 50 "A number or a time is not that of the profile.";
    NameDiffers "name_differs" Consistency 20 "The name below it is not that of the profile.";
    SentSame "sent_same" Consistency 30 "The same company had the same letter for another job.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_are_a_hundred() {
        for parts in [RESUME, LETTER] {
            let alone: u32 = parts.iter().map(|part| part.alone).sum();
            let with_posting: u32 = parts.iter().map(|part| part.with_posting).sum();
            assert_eq!((alone, with_posting), (100, 100));
        }
    }

    #[test]
    fn each_code_is_one() {
        let mut codes: Vec<&str> = FINDINGS.iter().map(|weight| weight.code).collect();
        codes.sort_unstable();
        let all = codes.len();
        codes.dedup();
        assert_eq!(codes.len(), all);
    }

    #[test]
    fn the_document_of_weights_is_these_tables() {
        let written = include_str!("../../../docs/report-weights.md");
        assert_eq!(written, document());
    }

    /// The tables as the page in `docs/`.
    fn document() -> String {
        use std::fmt::Write as _;
        let mut page = String::from(
            "# What a report counts\n\nWritten from `documents/src/report/weights.rs`; a test keeps the two the same. \
             A report's score is the sum of its parts' points. A finding takes at most its share of its part, less \
             where it is true of a few lines only, and all findings of a part take at most the part.\n",
        );
        let letters = FINDINGS
            .iter()
            .position(|weight| weight.code == "greeting_missing")
            .expect("the first of letters");
        let (resumes, letters) = FINDINGS.split_at(letters);
        for (title, parts, findings) in [("Résumés", RESUME, resumes), ("Letters", LETTER, letters)]
        {
            write!(page, "\n## {title}\n").expect("a text takes text");
            for part in parts {
                write!(
                    page,
                    "\n### {:?}: {} points, {} against a posting\n\n{}\n\n",
                    part.name, part.alone, part.with_posting, part.says
                )
                .expect("a text takes text");
                for weight in findings.iter().filter(|weight| weight.part == part.name) {
                    writeln!(
                        page,
                        "- `{}` (at most {} %): {}",
                        weight.code, weight.share, weight.says
                    )
                    .expect("a text takes text");
                }
            }
        }
        page
    }
}
