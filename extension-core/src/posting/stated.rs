//! What a posting says of itself in passing: until when one can apply, since when it stands there, its number.

use std::sync::LazyLock;

use super::fold::{clip, fold};
use super::phrases::Phrases;

/// Folded beginnings before the last day to apply, `|` between.
static DEADLINE: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "closing date|applications close|applications will close|application deadline|application closing date|deadline|deadline to apply|apply by|apply before|apply no later than|closes on|advert closes|vacancy closes|posting closes|close on|closing on|closes|\
    applications due|accepting applications until|accept applications until|applications until|applications accepted until|received by|open until|posting end date|please apply by|\
    bewerbungsfrist|bewerbungsschluss|bewirb dich bis|bewerben sie sich bis|bewerbung bis|bewerbungen bis|bewerbungen sind bis|bewerbungsende|bewerbung bitte bis|\
    date limite|candidatures jusqu au|candidature jusqu au|postuler avant le|postulez avant le|candidater avant le|candidatez avant le|postuler jusqu au|postulez jusqu au|cloture des candidatures|\
    fecha limite|fin de plazo|plazo de inscripcion|plazo de solicitud|inscripciones hasta|inscripcion hasta|solicitudes hasta|candidaturas hasta|\
    scadenza|candidature entro|candidarsi entro|candidati entro|entro e non oltre|scadenza candidature|\
    reageer voor|reageren voor|reageren tot|reageren kan tot|reageer tot|reageer uiterlijk|solliciteer voor|solliciteer uiterlijk|solliciteer tot|solliciteren voor|solliciteren tot|solliciteren kan tot|sluitingsdatum|\
    inscricoes ate|candidaturas ate|inscricoes abertas ate|prazo de candidatura|prazo para candidaturas|data limite|\
    wazna do|wazne do|termin skladania|aplikuj do|aplikacje do|zgloszenia do|skladania dokumentow do|oferta wazna do",
    )
});

/// Folded beginnings before the day it was posted.
static POSTED: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "posted|posted on|date posted|published|published on|listed|listed on|job posted|advertised on|posting start date|\
    veroffentlicht|veroffentlicht am|online seit|eingestellt am|erschienen am|publiee le|publie le|publiee|publie|mise en ligne le|mis en ligne le|date de publication|\
    publicada|publicado|publicada el|publicado el|publicada em|publicado em|pubblicata il|pubblicato il|pubblicato|geplaatst op|geplaatst|gepubliceerd op|gepubliceerd|\
    data di pubblicazione|date de parution|fecha de publicacion|publicatiedatum|data de publicacao|opublikowano|opublikowana|dodano|data publikacji",
    )
});

/// Folded beginnings before the job's number.
static REFERENCE: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "job reference|job ref|reference number|reference no|vacancy reference|vacancy ref|requisition id|requisition number|req id|job id|job number|job requisition id|job code|ref no|ref|reference|reference code|\
    kennziffer|referenznummer|stellen id|stellennummer|reference de l offre|n de l offre|numero de l offre|referencia|codigo de la oferta|riferimento|codice annuncio|rif|referentienummer|vacaturenummer|\
    codigo da vaga|numer referencyjny|nr referencyjny|nr ref",
    )
});

/// Beginnings that stand in any text: a number must follow right behind a colon.
const VAGUE: &[&str] = &["ref", "reference", "referencia", "riferimento", "rif"];

/// What stands behind each mention of a last day, as far as a day could reach.
pub(crate) fn deadlines(text: &str) -> Vec<&str> {
    // A day has a number.
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return Vec::new();
    }
    tails(text, &DEADLINE)
}

/// What stands behind each mention of being posted; nothing of texts that are more than a line.
pub(crate) fn posted(text: &str) -> Vec<&str> {
    // "Reposted" is not when it was posted.
    if text.len() > 220 || text.to_lowercase().contains("repost") {
        return Vec::new();
    }
    tails(text, &POSTED)
}

/// The number a text names.
pub(crate) fn reference(text: &str) -> Option<String> {
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    matches(clip(text, 4_000), &REFERENCE)
        .into_iter()
        .find_map(|(start, end)| {
            let tail = clip(&text[end..], 60);
            let colon = tail.trim_start().starts_with([':', '#', '.', '°']);
            if VAGUE.contains(&fold(&text[start..end]).as_str()) && !colon {
                return None;
            }
            let tail = tail.trim_start_matches(|c: char| {
                c.is_whitespace() || matches!(c, ':' | '#' | '.' | '°' | '(' | '–' | '-')
            });
            number(tail.split_whitespace().next()?)
        })
}

/// A text as a job's number, if it looks like one: short, with a digit, and no sentence.
pub(crate) fn number(text: &str) -> Option<String> {
    let bare = text.trim().trim_start_matches('#').trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | '.' | ';' | ':' | ')' | '(' | '"' | '\'')
    });
    let fits = (2..=40).contains(&bare.len())
        && bare.split_whitespace().count() <= 2
        && bare.contains(|c: char| c.is_ascii_digit())
        && bare
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '.' | ' ' | '#'))
        && !bare.contains("//");
    fits.then(|| bare.to_owned())
}

/// Whether a line says nothing but such things.
pub(crate) fn is_line(text: &str) -> bool {
    text.len() <= 120
        && [&DEADLINE, &POSTED, &REFERENCE]
            .into_iter()
            .any(|phrases| matches(text, phrases).iter().any(|(start, _)| *start <= 12))
}

fn tails<'t>(text: &'t str, phrases: &Phrases) -> Vec<&'t str> {
    let text = clip(text, 8_000);
    matches(text, phrases)
        .into_iter()
        .map(|(_, end)| clip(&text[end..], 56))
        .filter(|tail| tail.contains(|c: char| c.is_alphanumeric()))
        .take(4)
        .collect()
}

/// Where the phrases stand in a text: from which byte to which, at each place the longest.
fn matches(text: &str, phrases: &Phrases) -> Vec<(usize, usize)> {
    let mut words: Vec<(String, usize, usize)> = Vec::new();
    let mut at = 0;
    for piece in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
        if !word.is_empty() {
            let folded = if word.bytes().all(|b| b.is_ascii_lowercase()) {
                word.to_owned()
            } else {
                fold(word)
            };
            words.push((folded, at, at + word.len()));
        }
        at += piece.len();
    }
    let folded = words
        .iter()
        .map(|(word, ..)| word.as_str())
        .collect::<Vec<_>>();
    phrases
        .matches(&folded)
        .into_iter()
        .map(|found| (words[found.from].1, words[found.to - 1].2))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn last_days_are_announced_in_many_ways() {
        for (text, tail) in [
            ("Closing date: 4 May 2026", ": 4 May 2026"),
            ("Bewirb dich bis zum 4. Mai 2026.", " zum 4. Mai 2026."),
            ("Postulez avant le 4 mai 2026", " 4 mai 2026"),
            ("Oferta ważna do 4 maja 2026", " 4 maja 2026"),
        ] {
            assert_eq!(deadlines(text).last().copied(), Some(tail), "{text}");
        }
        assert!(deadlines("You work well with others.").is_empty());
    }

    #[test]
    fn numbers_of_jobs() {
        for (text, number) in [
            ("Please quote job reference KH-2207.", Some("KH-2207")),
            ("Réf : 7781/CF", Some("7781/CF")),
            ("Referentienummer: ZL-0417", Some("ZL-0417")),
            ("With reference to 3 letters", None),
            ("References will be asked for in week 2", None),
            ("Requisition ID: 48211", Some("48211")),
        ] {
            assert_eq!(reference(text).as_deref(), number, "{text}");
        }
    }
}
