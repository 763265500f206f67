//! One line of a posting → what it asks for.
//!
//! What must not happen here: a need that the line does not state.

use super::cues::{self, Cues};
use super::years::years;
use super::{Line, Need, NeedKind};
use crate::measure::is_national;
use crate::text;
use crate::vocabulary::{SkillKind, kind};
use foothold_core::plan::languages_in;
use foothold_shared::profile::{DegreeLevel, LanguageLevel};

/// The least degree that a line asks for; the lowest one named is enough ("Bachelor's or Master's").
fn degree(cues: Cues) -> Option<DegreeLevel> {
    [
        (DegreeLevel::Vocational, cues::VOCATIONAL),
        (DegreeLevel::Bachelor, cues::BACHELOR),
        (DegreeLevel::Master, cues::MASTER),
        (DegreeLevel::Doctorate, cues::DOCTORATE),
    ]
    .into_iter()
    .find(|(_, cue)| cues.has(*cue))
    .map(|(level, _)| level)
}

fn language_level(cues: Cues) -> LanguageLevel {
    [
        (LanguageLevel::Native, cues::LEVEL_NATIVE),
        (LanguageLevel::C2, cues::LEVEL_C2),
        (LanguageLevel::C1, cues::LEVEL_C1),
        (LanguageLevel::B2, cues::LEVEL_B2),
        (LanguageLevel::B1, cues::LEVEL_B1),
        (LanguageLevel::A2, cues::LEVEL_A2),
    ]
    .into_iter()
    .find(|(_, cue)| cues.has(*cue))
    .map_or(LanguageLevel::B2, |(level, _)| level)
}

/// Words between alternatives, and between what is asked for together.
const OR: [&str; 9] = [
    "or", "oder", "ou", "o", "oppure", "lub", "albo", "of", "either",
];
const AND: [&str; 8] = ["and", "und", "et", "y", "e", "en", "i", "sowie"];

/// The clauses of a line: at every semicolon, and at a comma where what follows is only welcome.
fn clauses(line: &str) -> Vec<&str> {
    line.split(';')
        .flat_map(|part| match part.rsplit_once(',') {
            Some((before, after)) if is_welcome(after) && !is_welcome(before) => {
                vec![before, after]
            }
            _ => vec![part],
        })
        .collect()
}

/// The clause of a line that holds this place in it.
fn clause_of(line: &str, at: usize) -> &str {
    let start = |clause: &str| clause.as_ptr() as usize - line.as_ptr() as usize;
    clauses(line)
        .into_iter()
        .rfind(|clause| start(clause) <= at)
        .unwrap_or(line)
}

/// Whether a clause says of something that it is welcome, not needed.
fn is_welcome(clause: &str) -> bool {
    foothold_core::posting::is_welcome(clause)
        || text::words(clause).iter().any(|word| {
            matches!(
                word.folded.as_str(),
                "help"
                    | "helps"
                    | "helpful"
                    | "useful"
                    | "hilft"
                    | "hilfreich"
                    | "nutzlich"
                    | "aide"
                    | "utile"
                    | "util"
                    | "handig"
            )
        })
}

/// Names of languages that are everyday words where they are written small: "a policy that lets you", "polish the code".
const EVERYDAY: [&str; 4] = ["lets", "polish", "pools", "fins"];

/// The languages that a text names.
fn languages_named(text: &str) -> Vec<&'static str> {
    let everyday =
        |word: &str| EVERYDAY.contains(&word.trim_matches(|sign: char| !sign.is_alphabetic()));
    if !text.split_whitespace().any(everyday) {
        return languages_in(text);
    }
    let rest: Vec<&str> = text
        .split_whitespace()
        .filter(|word| !everyday(word))
        .collect();
    languages_in(&rest.join(" "))
}

/// The languages of a line, each with whether it alone will do: of "English and Italian or French" only English is
/// without an alternative.
fn languages(line: &str) -> Vec<(&'static str, bool)> {
    let all = languages_named(line);
    if all.len() < 2 {
        return all.into_iter().map(|code| (code, true)).collect();
    }
    let mut found = Vec::new();
    for clause in clauses(line) {
        let welcome = is_welcome(clause);
        let words = text::words(clause);
        for part in words.split(|word| AND.contains(&word.folded.as_str())) {
            let (Some(first), Some(last)) = (part.first(), part.last()) else {
                continue;
            };
            let codes = languages_named(&clause[first.start..last.end]);
            let any = codes.len() > 1 && part.iter().any(|word| OR.contains(&word.folded.as_str()));
            found.extend(codes.into_iter().map(|code| (code, !any && !welcome)));
        }
    }
    found
}

/// Whether a line asks for something, wherever it stands.
pub(super) fn asks(line: &str) -> bool {
    let cues = Cues::of(&text::words(line));
    cues.has(cues::ASKS) || years(line, cues, false).is_some()
}

/// Reads one line that states needs.
pub(super) fn read(line: &Line<'_>, required: bool, country: Option<&str>, needs: &mut Vec<Need>) {
    let (mentions, cues) = (&line.skills, line.cues);
    let line = line.text;
    let mut add = |kind: NeedKind, required: bool| {
        if !needs
            .iter()
            .any(|need: &Need| need.kind == kind && kind != NeedKind::Other)
        {
            let national = matches!(&kind, NeedKind::Licence(one) if is_national(*one));
            needs.push(Need {
                country: country.filter(|_| national).map(str::to_owned),
                kind,
                required,
                text: line.to_owned(),
            });
        }
    };
    let mut read = false;
    let mut skills = Vec::new();
    for mention in mentions {
        match kind(mention.skill) {
            SkillKind::Licence => {
                // "A degree in nursing or a licence", "a licence or your own car": one way among others.
                let only = !cues.has(cues::ANY)
                    && !cues.has(cues::OPEN)
                    && !is_welcome(clause_of(line, mention.start));
                add(NeedKind::Licence(mention.skill), required && only);
                read = true;
            }
            SkillKind::Soft => {}
            _ if !skills.contains(&mention.skill) => skills.push(mention.skill),
            _ => {}
        }
    }
    if let Some(years) = years(line, cues, true) {
        add(
            NeedKind::Years {
                years,
                skills: skills.iter().copied().take(3).collect(),
            },
            required,
        );
        read = true;
    }
    if let Some(level) = degree(cues) {
        // "or equivalent experience": a degree is one way among others.
        let open = cues.has(cues::OPEN);
        add(NeedKind::Degree(level), required && !open);
        read = true;
    }
    for (code, only) in languages(line) {
        add(
            NeedKind::Language {
                code,
                level: language_level(cues),
            },
            required && only,
        );
        read = true;
    }
    if !skills.is_empty() {
        let any = skills.len() > 1 && cues.has(cues::ANY);
        add(NeedKind::Skills { skills, any }, required);
        read = true;
    }
    if cues.has(cues::ENROLMENT) {
        add(NeedKind::Enrolment, required);
        read = true;
    }
    if cues.has(cues::AUTHORIZATION) {
        add(
            NeedKind::Authorization(country.map(str::to_owned)),
            required,
        );
        read = true;
    }
    if !read {
        let place = cues.has(cues::PLACE);
        add(
            if place {
                NeedKind::Place
            } else {
                NeedKind::Other
            },
            required,
        );
    }
}

/// Reads what is asked for wherever it stands: papers, never skills.
pub(super) fn read_anywhere(line: &Line<'_>, needs: &mut Vec<Need>) {
    let cues = line.cues;
    for kind in [
        cues.has(cues::AUTHORIZATION)
            .then_some(NeedKind::Authorization(None)),
        cues.has(cues::ENROLMENT).then_some(NeedKind::Enrolment),
    ]
    .into_iter()
    .flatten()
    {
        let known = needs.iter().any(|need| {
            need.kind == kind
                || matches!(
                    (&need.kind, &kind),
                    (NeedKind::Authorization(_), NeedKind::Authorization(_))
                )
        });
        if !known {
            needs.push(Need {
                kind,
                required: true,
                text: line.text.to_owned(),
                country: None,
            });
        }
    }
}
