//! Names of jobs, employers and towns, freed of what stands around them.
//!
//! What must not happen here: a word of the name itself taken away.

use super::words::{is_company, is_name_like, is_place, is_school, title_weight};
use crate::fold::fold_words;

/// "Delivery Driver, self-employed", "Valley Foods, Leeds (via Swift Staff agency)": on what terms, which is no part of
/// a name.
pub(super) fn without_terms(text: &str) -> &str {
    const TERMS: &[&str] = &[
        "self employed",
        "freelance",
        "part time",
        "full time",
        "temporary",
        "seasonal",
        "selbststandig",
        "freiberuflich",
        "teilzeit",
        "vollzeit",
        "independant",
        "a mon compte",
        "autonomo",
        "por cuenta propia",
        "libero professionista",
        "zzp",
        "conta propria",
        "samozatrudnienie",
    ];
    if let Some((head, tail)) = text.rsplit_once(", ")
        && title_weight(head) == 2
        && TERMS.contains(&fold_words(tail).as_str())
    {
        return head.trim();
    }
    match text.rsplit_once(" (") {
        Some((head, tail)) if tail.ends_with(')') && fold_words(tail).starts_with("via ") => {
            head.trim()
        }
        _ => text,
    }
}

/// "Kettle & Pine (online retail)": what a company does, which is no part of its name.
pub(super) fn without_gloss(text: &str) -> &str {
    let Some((name, gloss)) = text.rsplit_once(" (") else {
        return text;
    };
    let says = gloss.strip_suffix(')').is_some_and(|inner| {
        (1..=6).contains(&inner.split_whitespace().count())
            && inner.chars().count() > 3
            && inner.chars().all(|sign| {
                sign.is_lowercase() || matches!(sign, ' ' | '-' | ',' | '&' | '/' | '\'' | '’')
            })
    });
    if says { name.trim_end() } else { text }
}

/// "Babysitting for family friends" → the work; who it was done for is no part of what it is called.
pub(super) fn without_people(title: &str) -> &str {
    const FOR: &[&str] = &[
        " for ", " für ", " bei ", " pour ", " chez ", " para ", " per ", " voor ", " dla ",
    ];
    const PEOPLE: &[&str] = &[
        "friends",
        "family",
        "families",
        "neighbours",
        "neighbors",
        "relatives",
        "households",
        "parents",
        "freunde",
        "familie",
        "familien",
        "nachbarn",
        "bekannte",
        "amis",
        "famille",
        "familles",
        "voisins",
        "amigos",
        "familia",
        "familias",
        "vecinos",
        "famiglia",
        "famiglie",
        "amici",
        "vicini",
        "vrienden",
        "gezinnen",
        "buren",
        "rodzina",
        "rodziny",
        "rodzin",
        "sasiadow",
        "vizinhos",
    ];
    FOR.iter()
        .filter_map(|sign| title.split_once(sign))
        .find(|(work, people)| {
            let folded = fold_words(people);
            !work.is_empty()
                && (1..=4).contains(&folded.split(' ').count())
                && folded
                    .split(' ')
                    .next_back()
                    .is_some_and(|last| PEOPLE.contains(&last))
        })
        .map_or(title, |(work, _)| work.trim_end())
}

/// Whether a text could name a town, where what stands around it says that one is to be expected.
pub(super) fn is_town_like(text: &str) -> bool {
    text.split_whitespace().count() <= 3
        && text.chars().count() <= 30
        && is_name_like(text)
        && title_weight(text) == 0
        && !is_company(text)
        && !is_school(text)
        && text.chars().any(char::is_lowercase)
        && !text
            .chars()
            .any(|sign| sign.is_ascii_digit() || matches!(sign, '&' | '+' | ':' | '/'))
}

/// "Acme Inc., Chicago, IL" → the company and its place.
pub(super) fn off_place(text: &str) -> (String, Option<String>) {
    let cuts: Vec<usize> = text.match_indices(", ").map(|(at, _)| at).collect();
    for at in &cuts {
        let tail = &text[at + 2..];
        // "Meranti Freight Holdings, Singapore": a company and its country.
        if tail
            .split_once(", ")
            .is_some_and(|(town, _)| is_company(town))
        {
            continue;
        }
        if tail.contains(',') && is_place(tail) || is_place(tail) && !tail.contains(',') {
            return (text[..*at].trim().to_owned(), Some(tail.trim().to_owned()));
        }
    }
    if let Some((head, tail)) = text.rsplit_once(" (") {
        let inner = tail.trim_end_matches(')');
        if is_place(inner)
            || tail.ends_with(')')
                && title_weight(head) == 0
                && is_town_like(inner)
                && !is_way_of_working(inner)
        {
            return (head.trim().to_owned(), Some(inner.to_owned()));
        }
    }
    (text.to_owned(), None)
}

/// "Contract", "Part-time": what stands in parentheses behind an employer and is no town.
fn is_way_of_working(text: &str) -> bool {
    let folded = fold_words(text);
    [
        "time",
        "contract",
        "temp",
        "season",
        "intern",
        "remote",
        "hybrid",
        "formerly",
        "acquired",
        "now",
        "client",
        "voll",
        "teil",
        "befrist",
        "zeitarbeit",
        "plein",
        "partiel",
        "cdd",
        "cdi",
        "alternance",
        "jornada",
        "interim",
        "tempo",
        "determinat",
        "startup",
        "start",
        "group",
        "project",
        "self",
        "company",
        "agency",
        "via",
    ]
    .iter()
    .any(|start| folded.split(' ').any(|word| word.starts_with(start)))
}

/// "Kancelaria Radziwon, Tarnów" → the company.
pub(super) fn off_town(text: &str) -> String {
    let Some((head, tail)) = text.rsplit_once(", ") else {
        return text.to_owned();
    };
    let town = tail.split_whitespace().count() <= 2
        && is_name_like(tail)
        && !tail
            .chars()
            .any(|sign| sign.is_ascii_digit() || matches!(sign, '&' | '.'))
        && !is_company(tail)
        && !head.contains(", ")
        && tail.chars().any(char::is_lowercase);
    if town {
        head.trim().to_owned()
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_company_does_is_no_part_of_its_name() {
        assert_eq!(
            without_gloss("Kettle & Pine (online retail)"),
            "Kettle & Pine"
        );
        assert_eq!(
            without_gloss("Hafenwerk (mittelständischer zulieferer)"),
            "Hafenwerk"
        );
        for whole in [
            "Nuvéo (SaaS)",
            "Harbour (UK)",
            "Talvik (now Nordkai)",
            "Acme",
        ] {
            assert_eq!(without_gloss(whole), whole);
        }
    }

    #[test]
    fn who_work_was_done_for_is_no_part_of_what_it_is_called() {
        assert_eq!(
            without_people("Babysitting for family friends"),
            "Babysitting"
        );
        assert_eq!(without_people("Gartenarbeit bei Nachbarn"), "Gartenarbeit");
        for whole in [
            "Head of Care for Families in Need",
            "Writer for hire",
            "Tutor",
        ] {
            assert_eq!(without_people(whole), whole);
        }
    }
}
