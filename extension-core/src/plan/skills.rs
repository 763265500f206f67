//! Skills and languages: lists, boxes to tick, and how well a language is spoken.

use super::answer::{Answer, Ask, Choice, Fit, Stop};
use super::options::says_exactly;
use super::refusals::{custom_question, not_in_profile, own_words};
use super::tongues::{self, Tongue};
use super::words::{Lang, has_any, tokens};
use super::yes_no;
use crate::classify::sections::asks_level;
use crate::classify::{Family, FieldKind};
use foothold_shared::profile::LanguageLevel;

pub(super) fn answer<'a>(ask: &Ask<'a>) -> Result<Answer<'a>, Stop> {
    if ask.kind == FieldKind::Skills {
        skills(ask)
    } else {
        languages(ask)
    }
}

/// `each`: the option texts that say each entry, the best first.
fn list<'a>(source: &str, text: String, each: Vec<Vec<String>>) -> Answer<'a> {
    let mut answer = Answer::words(source, &text);
    let fits: Vec<Fit<'a>> = each.iter().map(|words| says_exactly(words)).collect();
    if fits.len() > 1 {
        answer.wordings.clear();
    }
    answer.fits = fits;
    answer.each = each;
    // A list of tick boxes rarely names everything a person knows.
    answer.some_suffice = true;
    answer
}

fn skills<'a>(ask: &Ask<'a>) -> Result<Answer<'a>, Stop> {
    let names: Vec<String> = ask
        .profile
        .skills
        .iter()
        .map(|s| s.name.trim().to_owned())
        .filter(|n| !n.is_empty())
        .collect();
    if names.is_empty() {
        return Err(not_in_profile("skills"));
    }
    let text = names.join(", ");
    let each = names.into_iter().map(|name| vec![name]).collect();
    Ok(list("your profile: skills", text, each))
}

/// One row of a section that takes a language a row: which language, or how well.
fn row<'a>(ask: &Ask<'a>) -> Result<Answer<'a>, Stop> {
    let none = || not_in_profile("further language to put here");
    let at = ask.entry_of_row(Family::Languages, none)?;
    let spoken = ask.profile.languages.get(at).ok_or_else(none)?;
    let tongue = tongues::by_code(&spoken.language).ok_or_else(none)?;
    if asks_level(ask.raw) {
        return one_language(ask, tongue, spoken.level);
    }
    let source = format!("your profile: language {}", at + 1);
    let name = capital(tongue.name(ask.lang));
    Ok(Answer::same(&source, &name, tongue.wordings(ask.lang)))
}

fn languages<'a>(ask: &Ask<'a>) -> Result<Answer<'a>, Stop> {
    if ask.rows.section_of(ask.field.handle) == Some(Family::Languages) {
        return row(ask);
    }
    let spoken: Vec<(&Tongue, Option<LanguageLevel>)> = ask
        .profile
        .languages
        .iter()
        .filter_map(|l| Some((tongues::by_code(&l.language)?, l.level)))
        .collect();
    if spoken.is_empty() {
        return Err(not_in_profile("languages"));
    }
    let asked = tongues::named_in(&ask.question());
    match asked.as_slice() {
        [] => {
            let lines: Vec<String> = spoken
                .iter()
                .map(|(t, level)| with_level(t, *level, ask.lang))
                .collect();
            let each = spoken.iter().map(|(t, _)| t.wordings(ask.lang)).collect();
            Ok(list("your profile: languages", lines.join(", "), each))
        }
        [one] => {
            let Some((tongue, level)) = spoken.iter().find(|(t, _)| t.code == one.code) else {
                // A language that is not in the profile may still be spoken.
                return Err(not_in_profile("word on that language"));
            };
            one_language(ask, tongue, *level)
        }
        // "English or French?": which of them is not clear.
        _ => Err(custom_question()),
    }
}

fn with_level(tongue: &Tongue, level: Option<LanguageLevel>, lang: Lang) -> String {
    match level {
        Some(level) => format!(
            "{} ({})",
            capital(tongue.name(lang)),
            level_text(level, lang)
        ),
        None => capital(tongue.name(lang)),
    }
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .map(|c| c.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

fn level_text(level: LanguageLevel, lang: Lang) -> &'static str {
    const NATIVE: [&str; 8] = [
        "native",
        "Muttersprache",
        "langue maternelle",
        "nativo",
        "madrelingua",
        "moedertaal",
        "nativo",
        "ojczysty",
    ];
    match level {
        LanguageLevel::A1 => "A1",
        LanguageLevel::A2 => "A2",
        LanguageLevel::B1 => "B1",
        LanguageLevel::B2 => "B2",
        LanguageLevel::C1 => "C1",
        LanguageLevel::C2 => "C2",
        LanguageLevel::Native => lang.pick(&NATIVE),
    }
}

/// The level of one language, or whether it is spoken at all.
fn one_language<'a>(
    ask: &Ask<'a>,
    tongue: &Tongue,
    level: Option<LanguageLevel>,
) -> Result<Answer<'a>, Stop> {
    let source = format!("your profile: {}", tongue.name(Lang::En));
    let yes_or_no = ask
        .choices()
        .iter()
        .any(|c| super::words::yes_no_word(&c.folded).is_some());
    if yes_or_no {
        let truth = speaks_as_asked(&ask.question(), level).ok_or_else(custom_question)?;
        return Ok(yes_no::answer(ask, truth, &source));
    }
    let Some(level) = level else {
        return Err(not_in_profile("level for that language"));
    };
    let text = level_text(level, ask.lang);
    let fit = Box::new(move |c: &Choice<'_>| level_fit(&c.folded, level));
    let (code, words) = level_words(level);
    let mut wordings = vec![text.to_owned(), code.to_owned()];
    wordings.extend(words.iter().map(|word| (*word).to_owned()));
    let mut answer = Answer::with_fit(&source, text, wordings, fit);
    if yes_no::plain_question(&ask.field.label).is_some() {
        answer.text = Err(own_words());
    }
    Ok(answer)
}

/// Whether somebody of a level speaks a language as well as the folded question wants ("Are you
/// fluent in …?"); `None` where the level does not tell.
fn speaks_as_asked(question: &str, level: Option<LanguageLevel>) -> Option<bool> {
    use LanguageLevel as L;
    const LEVELS: [(&str, L); 6] = [
        ("a1", L::A1),
        ("a2", L::A2),
        ("b1", L::B1),
        ("b2", L::B2),
        ("c1", L::C1),
        ("c2", L::C2),
    ];
    const NATIVE: &[&str] = &[
        "native",
        "natively",
        "mother tongue",
        "first language",
        "bilingual",
        "muttersprache",
        "muttersprachler",
        "muttersprachlich",
        "maternelle",
        "bilingue",
        "nativo",
        "madrelingua",
        "moedertaal",
    ];
    const FLUENT: &[&str] = &[
        "fluent",
        "fluently",
        "fluency",
        "proficient",
        "proficiency",
        "professional",
        "professionally",
        "business",
        "advanced",
        "excellent",
        "fliessend",
        "verhandlungssicher",
        "verhandlungssichere",
        "sehr gut",
        "sehr gute",
        "couramment",
        "courant",
        "fluido",
        "fluidez",
        "fluente",
        "vloeiend",
        "biegle",
    ];
    const OTHER: &[&str] = &[
        "level",
        "conversational",
        "intermediate",
        "well",
        "good",
        "strong",
        "niveau",
        "gut",
        "gute",
        "comfortable",
        "comfortably",
    ];
    let rank = |level: L| match level {
        L::A1 => 1,
        L::A2 => 2,
        L::B1 => 3,
        L::B2 => 4,
        L::C1 => 5,
        L::C2 => 6,
        L::Native => 7,
    };
    let (native, fluent) = (has_any(question, NATIVE), has_any(question, FLUENT));
    let named: Vec<L> = LEVELS
        .iter()
        .filter(|(code, _)| has_any(question, &[code]))
        .map(|(_, level)| *level)
        .collect();
    match (named.as_slice(), native, fluent) {
        ([wanted], ..) => level.map(|own| rank(own) >= rank(*wanted)),
        ([], true, false) => level.map(|own| own == L::Native),
        ([], _, true) => level.filter(|own| rank(*own) >= rank(L::C1)).map(|_| true),
        ([], false, false) if has_any(question, OTHER) => {
            level.filter(|own| rank(*own) >= rank(L::B2)).map(|_| true)
        }
        ([], false, false) => Some(true),
        _ => None,
    }
}

/// The CEFR code of a level (or "native"), and the other words it goes by, the best first.
fn level_words(level: LanguageLevel) -> (&'static str, &'static [&'static str]) {
    use LanguageLevel as L;
    match level {
        L::A1 => (
            "a1",
            &[
                "beginner",
                "basic",
                "anfanger",
                "grundkenntnisse",
                "debutant",
                "notions",
                "basico",
                "principiante",
            ],
        ),
        L::A2 => (
            "a2",
            &[
                "elementary",
                "basic",
                "grundkenntnisse",
                "elementaire",
                "notions",
                "basico",
                "elementare",
            ],
        ),
        L::B1 => (
            "b1",
            &[
                "intermediate",
                "mittelstufe",
                "intermediaire",
                "intermedio",
                "conversational",
            ],
        ),
        L::B2 => (
            "b2",
            &[
                "upper intermediate",
                "intermediate",
                "gute kenntnisse",
                "intermediaire",
                "intermedio",
            ],
        ),
        L::C1 => (
            "c1",
            &[
                "advanced",
                "fluent",
                "fliessend",
                "verhandlungssicher",
                "fortgeschritten",
                "courant",
                "avance",
                "avanzado",
            ],
        ),
        L::C2 => (
            "c2",
            &[
                "proficient",
                "fluent",
                "fliessend",
                "verhandlungssicher",
                "courant",
                "bilingual",
                "bilingue",
            ],
        ),
        L::Native => (
            "native",
            &[
                "mother tongue",
                "muttersprache",
                "muttersprachler",
                "langue maternelle",
                "nativo",
                "nativa",
                "madrelingua",
                "moedertaal",
                "ojczysty",
            ],
        ),
    }
}

/// CEFR codes and "native" speak for themselves; the other words cover the levels they are used for.
fn level_fit(folded: &str, level: LanguageLevel) -> u8 {
    let (code, words) = level_words(level);
    if has_any(folded, &[code]) && !has_any(folded, &["near", "nearly"]) {
        return 4;
    }
    const FILLERS: &[&str] = &[
        "level",
        "speaker",
        "proficiency",
        "fluency",
        "kenntnisse",
        "niveau",
        "nivel",
        "livello",
        "knowledge",
        "skills",
    ];
    let bare: Vec<&str> = tokens(folded)
        .into_iter()
        .filter(|t| !FILLERS.contains(t))
        .collect();
    let bare = bare.join(" ");
    match words.iter().position(|w| *w == bare || *w == folded) {
        Some(0) => 3,
        Some(_) => 2,
        None => 0,
    }
}
