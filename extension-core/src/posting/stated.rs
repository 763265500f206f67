//! What a posting says of itself in passing: until when one can apply, since when it stands there, its number.

use super::fold::{clip, fold};

/// Folded beginnings before the last day to apply, `|` between.
const DEADLINE: &str = "closing date|applications close|applications will close|application deadline|application closing date|deadline|deadline to apply|apply by|apply before|apply no later than|closes on|advert closes|vacancy closes|posting closes|close on|closing on|closes|\
    applications due|accepting applications until|accept applications until|applications until|applications accepted until|received by|open until|posting end date|please apply by|\
    bewerbungsfrist|bewerbungsschluss|bewirb dich bis|bewerben sie sich bis|bewerbung bis|bewerbungen bis|bewerbungen sind bis|bewerbungsende|bewerbung bitte bis|\
    date limite|candidatures jusqu au|candidature jusqu au|postuler avant le|postulez avant le|candidater avant le|candidatez avant le|postuler jusqu au|postulez jusqu au|cloture des candidatures|\
    fecha limite|fin de plazo|plazo de inscripcion|plazo de solicitud|inscripciones hasta|inscripcion hasta|solicitudes hasta|candidaturas hasta|\
    scadenza|candidature entro|candidarsi entro|candidati entro|entro e non oltre|scadenza candidature|\
    reageer voor|reageren voor|reageren tot|reageren kan tot|reageer tot|reageer uiterlijk|solliciteer voor|solliciteer uiterlijk|solliciteer tot|solliciteren voor|solliciteren tot|solliciteren kan tot|sluitingsdatum|\
    inscricoes ate|candidaturas ate|inscricoes abertas ate|prazo de candidatura|prazo para candidaturas|data limite|\
    wazna do|wazne do|termin skladania|aplikuj do|aplikacje do|zgloszenia do|skladania dokumentow do|oferta wazna do";

/// Folded beginnings before the day it was posted.
const POSTED: &str = "posted|posted on|date posted|published|published on|listed|listed on|job posted|advertised on|posting start date|\
    veroffentlicht|veroffentlicht am|online seit|eingestellt am|erschienen am|publiee le|publie le|publiee|publie|mise en ligne le|mis en ligne le|date de publication|\
    publicada|publicado|publicada el|publicado el|publicada em|publicado em|pubblicata il|pubblicato il|pubblicato|geplaatst op|geplaatst|gepubliceerd op|gepubliceerd|\
    opublikowano|opublikowana|dodano|data publikacji";

/// Folded beginnings before the job's number.
const REFERENCE: &str = "job reference|job ref|reference number|reference no|vacancy reference|vacancy ref|requisition id|requisition number|req id|job id|job number|job requisition id|job code|ref no|ref|reference|reference code|\
    kennziffer|referenznummer|stellen id|stellennummer|reference de l offre|n de l offre|numero de l offre|referencia|codigo de la oferta|riferimento|codice annuncio|rif|referentienummer|vacaturenummer|\
    codigo da vaga|numer referencyjny|nr referencyjny|nr ref";

/// Beginnings that stand in any text: a number must follow right behind a colon.
const VAGUE: &[&str] = &["ref", "reference", "referencia", "riferimento", "rif"];

/// What stands behind each mention of a last day, as far as a day could reach.
pub(crate) fn deadlines(text: &str) -> Vec<&str> {
    tails(text, DEADLINE)
}

/// What stands behind each mention of being posted; nothing of texts that are more than a line.
pub(crate) fn posted(text: &str) -> Vec<&str> {
    // "Reposted" is not when it was posted.
    if text.len() > 220 || text.to_lowercase().contains("repost") {
        return Vec::new();
    }
    tails(text, POSTED)
}

/// The number a text names.
pub(crate) fn reference(text: &str) -> Option<String> {
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    matches(clip(text, 4_000), REFERENCE)
        .into_iter()
        .find_map(|(phrase, end)| {
            let tail = clip(&text[end..], 60);
            let colon = tail.trim_start().starts_with([':', '#', '.', '°']);
            if VAGUE.contains(&phrase) && !colon {
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
        && [DEADLINE, POSTED, REFERENCE].iter().any(|list| {
            matches(text, list)
                .iter()
                .any(|(phrase, end)| *end <= phrase.len() + 12)
        })
}

fn tails<'t>(text: &'t str, list: &'static str) -> Vec<&'t str> {
    let text = clip(text, 8_000);
    matches(text, list)
        .into_iter()
        .map(|(_, end)| clip(&text[end..], 56))
        .filter(|tail| tail.contains(|c: char| c.is_alphanumeric()))
        .take(4)
        .collect()
}

/// Where the phrases of a list end in a text, the longest at each place.
fn matches(text: &str, list: &'static str) -> Vec<(&'static str, usize)> {
    let mut words: Vec<(String, usize)> = Vec::new();
    let mut at = 0;
    for piece in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
        if !word.is_empty() {
            words.push((fold(word), at + word.len()));
        }
        at += piece.len();
    }
    let mut found: Vec<(&'static str, usize, usize)> = Vec::new();
    for phrase in list.split('|').map(str::trim) {
        let wanted = phrase.split(' ').collect::<Vec<_>>();
        for start in 0..(words.len() + 1).saturating_sub(wanted.len()) {
            let same = wanted
                .iter()
                .zip(&words[start..])
                .all(|(wanted, (word, _))| wanted == word);
            if same {
                let end = words[start + wanted.len() - 1].1;
                match found.iter_mut().find(|(_, from, _)| *from == start) {
                    Some(other) if other.2 < end => *other = (phrase, start, end),
                    Some(_) => {}
                    None => found.push((phrase, start, end)),
                }
            }
        }
    }
    found.sort_by_key(|(_, start, _)| *start);
    found
        .into_iter()
        .map(|(phrase, _, end)| (phrase, end))
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
