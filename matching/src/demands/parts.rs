//! The lines of a description and the part each stands in.
//!
//! What must not happen here: needs. A line that no heading covers is told as such.

use crate::text;
use foothold_core::posting::{Section, section_of};
use std::sync::LazyLock;

/// What a line stands under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Nothing said: before the first heading.
    Intro,
    /// What the job asks for.
    Required,
    /// What is welcome.
    Preferred,
    /// What one does in it.
    Tasks,
    /// The company, what it offers, how to apply.
    Aside,
}

impl Part {
    /// How much what is named here says of the work.
    pub(super) fn weight(self) -> f32 {
        match self {
            Self::Required => 1.0,
            Self::Tasks => 0.8,
            Self::Preferred => 0.5,
            Self::Intro => 0.35,
            Self::Aside => 0.04,
        }
    }
}

/// Folded phrases of headings over the work itself, `|` between.
const TASKS: &str = "what you ll do|what you will do|what you do|responsibility|your responsibility|task|your task|your mission|mission|your role|the role|about the role|\
about the job|about this role|about this job|duty|main duty|key responsibility|key duty|day to day|your impact|in this role|the job|job description|role overview|position|position summary|job summary|scope of work|what you ll be doing|what you ll own|what we need you to do|essential function|\
aufgabe|deine aufgabe|ihre aufgabe|aufgaben|deine aufgaben|ihre aufgaben|aufgabengebiet|tatigkeit|tatigkeiten|das erwartet dich|das erwartet sie|deine rolle|deine mission|was du bewegst|dein job|ihr job|stellenbeschreibung|\
vos mission|mission|votre mission|ta mission|tes mission|le poste|votre role|vos responsabilite|descriptif du poste|activite|\
funcion|funciones|tarea|tus funciones|responsabilidade|tu mision|mansioni|attivita|la posizione|il ruolo|cosa farai|responsabilita|\
taak|taken|jouw taken|wat ga je doen|jouw rol|functieomschrijving|de functie|atividade|atribuicoe|obowiazki|zakres obowiazkow|twoje obowiazki|zadania|twoje zadania";

/// Folded phrases of headings over the company and what it offers, `|` between.
const ASIDE: &str = "about us|about the company|who we are|our company|our story|why us|why join|why work|what we offer|we offer|benefit|perk|our value|our culture|compensation|salary|how to apply|application process|interview process|\
equal opportunity|diversity|about the team|our team|our mission|what s in it for you|life at|location|next step|contact|the process|pay range|our benefit|what you ll get|what you get|we ll give you|we give you|in return|sounds good|want to stand out|culture|\
wir bieten|was wir bieten|unser angebot|das bieten wir|uber uns|wer wir sind|kontakt|bewerbung|deine vorteile|vorteile|gehalt|darum wir|warum wir|deine benefit|was dich erwartet|wir uber uns|\
nous offron|ce que nous offron|avantage|a propo|qui sommes nous|l entreprise|notre entreprise|remuneration|pourquoi nous|processus|\
ofrecemo|que ofrecemo|beneficio|sobre nosotro|quienes somo|salario|se ofrece|offriamo|cosa offriamo|chi siamo|retribuzione|wij bieden|wat bieden wij|over ons|wie zijn wij|arbeidsvoorwaarden|oferecemo|sobre a empresa|\
oferujemy|co oferujemy|o nas|kim jestesmy|wynagrodzenie|benefity";

/// Folded beginnings of sentences over what it pays and how to apply, whatever they stand under.
const OFFERS: &str = "we pay|we offer|we can offer|we also offer|package|salary|pay|rate of pay|benefit include|in return|to apply|apply with|apply by|please apply|please send|closing date|interview will be|interview are|\
wir bieten|wir zahlen|bewirb dich|bewerben sie sich|bitte senden|vergutung|gehalt|nous offron|nous vous offron|remuneration|salaire|pour postuler|merci d envoyer|\
ofrecemo|se ofrece|salario|offriamo|si offre|retribuzione|inviare|wij bieden|we bieden|salari|solliciteer|oferecemo|oferujemy|wynagrodzenie|zapewniamy";

static OFFERS_FOLDED: LazyLock<Vec<String>> = LazyLock::new(|| folded(OFFERS));

static TASKS_FOLDED: LazyLock<Vec<String>> = LazyLock::new(|| folded(TASKS));
static ASIDE_FOLDED: LazyLock<Vec<String>> = LazyLock::new(|| folded(ASIDE));

fn folded(list: &str) -> Vec<String> {
    list.split('|').map(text::fold).collect()
}

/// Whether a heading is one of these, or begins with one and says little more.
fn has(list: &[String], folded: &str) -> bool {
    list.iter().any(|phrase| {
        folded
            .strip_prefix(phrase.as_str())
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' ') && rest.len() < 28)
    })
}

/// Whether a folded line names work by a noun that heads what a company says of itself, too: "Contact centre experience",
/// "Diversity champion", but not "Culture at Acme", "Benefits package".
fn names_work(folded: &str) -> bool {
    const NOUNS: [&str; 8] = [
        "contact",
        "culture",
        "diversity",
        "location",
        "compensation",
        "salary",
        "benefit",
        "pay",
    ];
    const OF_HEADINGS: [&str; 36] = [
        "at",
        "and",
        "of",
        "for",
        "in",
        "with",
        "to",
        "by",
        "our",
        "us",
        "you",
        "your",
        "the",
        "we",
        "is",
        "as",
        "information",
        "info",
        "detail",
        "person",
        "number",
        "package",
        "range",
        "level",
        "band",
        "inclusion",
        "equity",
        "equality",
        "value",
        "perk",
        "benefit",
        "compensation",
        "salary",
        "pay",
        "location",
        "contact",
    ];
    let mut words = folded.split(' ');
    let (first, second) = (words.next(), words.next());
    first.is_some_and(|word| NOUNS.contains(&word))
        && second.is_some_and(|word| !OF_HEADINGS.contains(&word))
}

/// What stands under a line that may be a heading.
fn heading(line: &str, marked: bool) -> Option<Part> {
    let plain = line.trim_matches(|sign: char| "#*_: -–".contains(sign));
    let words = plain.split_whitespace().count();
    if plain.is_empty() || plain.len() > 90 || words > 11 || line.ends_with(['.', ';', ',']) {
        return None;
    }
    let folded = text::fold(plain);
    let colon = line.trim_end().ends_with([':', '?']) || marked;
    if !colon && names_work(&folded) {
        return None;
    }
    if has(&ASIDE_FOLDED, &folded) {
        return Some(Part::Aside);
    }
    if has(&TASKS_FOLDED, &folded) {
        return Some(Part::Tasks);
    }
    match section_of(plain) {
        // A sentence of the text may hold the words of a heading.
        Some(Section::Required) if colon || words <= 6 => Some(Part::Required),
        Some(Section::Preferred) if colon || words <= 5 => Some(Part::Preferred),
        Some(Section::Other) if colon || words <= 5 => Some(Part::Aside),
        _ if marked => Some(Part::Intro),
        _ => None,
    }
}

/// Whether a line is nothing but a heading over the company and what it offers, or several ("Perks & benefits"): a
/// requirement may begin with its words ("Contact centre experience").
pub(super) fn is_aside_heading(line: &str) -> bool {
    fn is(folded: &str) -> bool {
        ASIDE_FOLDED.iter().any(|phrase| {
            let Some(rest) = folded.strip_prefix(phrase.as_str()) else {
                return false;
            };
            let next = rest.strip_prefix(' ');
            rest.is_empty()
                || next.is_some_and(|next| is(next.strip_prefix("and ").unwrap_or(next)))
        })
    }
    line.len() <= 90 && is(&text::fold(line))
}

/// Whether two lines say the same: letters, figures and the signs of names, whatever marks stand between.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    fn signs(line: &str) -> impl Iterator<Item = char> {
        line.chars()
            .filter(|sign| sign.is_alphanumeric() || "+#".contains(*sign))
            .flat_map(char::to_lowercase)
    }
    signs(one).eq(signs(other))
}

/// Whether a sentence tells what it pays or how to apply: it belongs to no part that asks for something.
pub(super) fn offers(sentence: &str) -> bool {
    if sentence.starts_with(['£', '$', '€']) {
        return true;
    }
    let mut end = sentence.len().min(60);
    while !sentence.is_char_boundary(end) {
        end -= 1;
    }
    let folded = text::fold(&sentence[..end]);
    OFFERS_FOLDED.iter().any(|phrase| {
        folded
            .strip_prefix(phrase.as_str())
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    })
}

/// Whether a line is an item of a list: it begins with a sign that no sentence begins with.
fn is_item(line: &str) -> bool {
    let mut signs = line.chars();
    let (first, second) = (signs.next(), signs.next());
    first.is_some_and(|sign| {
        "-*•·–+".contains(sign)
            || !sign.is_alphanumeric()
                && !sign.is_ascii_punctuation()
                && !"£€¿¡„“”«»’…§".contains(sign)
                && second.is_some_and(|next| next.is_whitespace() || next == '\u{fe0f}')
    })
}

/// The sentences of a long paragraph, each to be read by itself; anything shorter stays whole.
fn sentences(paragraph: &str) -> Vec<&str> {
    const LONG: usize = 200;
    if paragraph.len() < LONG {
        return vec![paragraph];
    }
    let mut found = Vec::new();
    let mut rest = paragraph;
    let mut from = 0;
    while let Some(stop) = rest[from..].find(['.', '!', '?']) {
        let after = from + stop + 1;
        let ends = rest[after..].starts_with(' ')
            && rest[after..].trim_start().starts_with(char::is_uppercase)
            && after > 25;
        if ends {
            found.push(rest[..after].trim());
            rest = rest[after..].trim_start();
            from = 0;
        } else {
            from = after;
        }
    }
    found.push(rest.trim());
    found
}

/// The lines of a description, Markdown or plain, without their marks and headings.
pub(super) fn divide(description: &str) -> Vec<(Part, String)> {
    let mut part = Part::Intro;
    let mut found = Vec::new();
    for raw in description.lines().take(2_000) {
        let line = raw.trim();
        if line.is_empty() {
            continue;
        }
        let marked = line.starts_with('#')
            || line.starts_with("**") && line.trim_end_matches(':').ends_with("**");
        let item = is_item(line) && !marked;
        if !item && let Some(next) = heading(line, marked) {
            // A heading of a lower kind goes on with what stands above it.
            let goes_on = next == Part::Intro && part != Part::Aside;
            if !goes_on {
                part = next;
            }
            continue;
        }
        let plain = line
            .trim_start_matches(|sign: char| {
                "-*•·–+#> \u{fe0f}".contains(sign)
                    || item && !sign.is_alphanumeric() && !sign.is_ascii_punctuation()
            })
            .replace("**", "");
        // "Requirements: a licence and a van", in one line.
        let said = plain
            .split_once(':')
            .filter(|(head, rest)| head.len() <= 45 && rest.len() > 8)
            .and_then(|(head, _)| match section_of(head) {
                Some(Section::Required) => Some(Part::Required),
                Some(Section::Preferred) => Some(Part::Preferred),
                _ => None,
            });
        let part = said.unwrap_or(part);
        for sentence in sentences(plain.trim()) {
            let part = if offers(sentence) { Part::Aside } else { part };
            if !sentence.is_empty() {
                found.push((part, sentence.to_owned()));
            }
        }
    }
    found
}
