//! Where the work is done, in words: remote, hybrid, on site.
//!
//! An address alone says nothing: a page that does not speak of it leaves it unsaid.

use std::sync::LazyLock;

use super::fold::{beginnings, find_phrase, fold, has_phrase};

/// In the words of [`super::JobPosting::remote`].
pub(crate) type Remote = &'static str;

/// Folded phrases for each way of working, `|` between.
const WAYS: &[(Remote, &str)] = &[
    (
        "hybrid",
        "hybrid|hybrid work|hybrid working|hybrid remote|remote hybrid|hybride|hybrides arbeiten|travail hybride|hibrido|trabajo hibrido|\
         ibrido|lavoro ibrido|hybride werken|hybrydowa|hybrydowo|praca hybrydowa|hybridne|hybridarbete|partially remote|partly remote|part remote|\
         some remote|occasional remote|partial remote|flexible hybrid|remote or office|teilweise home office|teilweise homeoffice|teilweise remote|\
         home office moglich|homeoffice moglich|mobiles arbeiten moglich|teletravail partiel|teletravail occasionnel|teletravail frequent|\
         teletravail ponctuel|teletravail regulier|teletravail possible|teletrabajo parcial|parzialmente da remoto|deels remote|gedeeltelijk thuiswerken|\
         praca czesciowo zdalna|a few days at home|temporarily remote",
    ),
    (
        "remote",
        "remote|fully remote|100 remote|full remote|remote first|remote only|remote work|remote position|remote job|remote role|work from home|wfh|\
         work from anywhere|anywhere|telecommute|telecommuting|virtual|home based|distributed|remote eligible|100 remote work|\
         home office|homeoffice|homeoffice 100|100 home office|vollstandig remote|ortsunabhangig|mobiles arbeiten|von zu hause|remote arbeit|\
         teletravail|teletravail total|teletravail complet|full teletravail|a distance|travail a distance|tele travail|100 teletravail|\
         teletrabajo|en remoto|remoto|100 remoto|trabajo remoto|a distancia|da remoto|lavoro da remoto|full remoto|smart working|telelavoro|\
         op afstand|thuiswerken|volledig remote|werken op afstand|trabalho remoto|home office 100|totalmente remoto|\
         praca zdalna|zdalnie|zdalna|100 zdalnie|w pelni zdalna|distans|etatyo|pa distans|fjernarbejde|hjemmefra",
    ),
    (
        "onsite",
        "on site|onsite|on site only|in office|in the office|in person|office based|on location|on premise|on premises|fully onsite|\
         no remote|no remote work|not remote|vor ort|im buro|prasenz|sur site|sur place|presentiel|en presentiel|teletravail non autorise|\
         pas de teletravail|presencial|en oficina|in sede|in presenza|op locatie|op kantoor|stacjonarna|stacjonarnie|praca stacjonarna|w biurze|\
         pa plats|na miejscu",
    ),
];

/// Every phrase, the longest first, so that "no remote work" is not read as remote.
static PHRASES: LazyLock<Vec<(&'static str, Remote)>> = LazyLock::new(|| {
    let mut phrases = WAYS
        .iter()
        .flat_map(|(way, list)| list.split('|').map(move |phrase| (phrase.trim(), *way)))
        .collect::<Vec<_>>();
    phrases.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
    phrases
});

/// Words that may stand beside a way of working in a badge without making it about something else.
const BESIDE: &str = "work|working|workplace|job|role|position|only|eligible|available|option|options|possible|moglich|arbeit|arbeiten|travail|\
     trabajo|lavoro|werken|praca|trabalho|type|model|100|and|or|und|oder|et|ou|y|o|e|en|of|i|the|a|fully|from|home|status|yes|ja|oui|si|tak|policy";

/// What a text says: each way named, in the order of the text.
pub(crate) fn ways(text: &str) -> Vec<Remote> {
    scan(text).0
}

/// What a badge says: it must be about nothing else. Several ways in one badge ("Remote, Hybrid") are all given.
pub(crate) fn badge(text: &str) -> Vec<Remote> {
    if text.len() > 80 {
        return Vec::new();
    }
    let (ways, rest) = scan(text);
    let about_it = rest
        .split(' ')
        .all(|word| word.is_empty() || BESIDE.split('|').any(|known| known.trim() == word));
    if about_it { ways } else { Vec::new() }
}

/// What a title says: only in brackets or between separators, since "Remote Sensing Engineer" is a trade.
pub(crate) fn title(text: &str) -> Option<Remote> {
    let pieces = text
        .split(['(', ')', '[', ']', '|', '–', '—', ',', ';', '/', '•', '·'])
        .flat_map(|piece| piece.split(" - "))
        .collect::<Vec<_>>();
    if pieces.len() < 2 {
        return None;
    }
    pieces.iter().find_map(|piece| {
        let ways = badge(piece);
        one(&ways).or_else(|| {
            // "(Remote, Canada)" is cut at the comma above; "(Remote Canada)" and "(Remote in EU)" are not.
            let folded = fold(piece);
            folded.strip_prefix("remote ").and_then(|rest| {
                let place = rest.trim_start_matches("in ").trim_start_matches("from ");
                super::country::find(place).map(|_| "remote")
            })
        })
    })
}

/// What a sentence says of this very job, and only in so many words.
pub(crate) fn prose(text: &str) -> Option<Remote> {
    // Without one of these no phrase below can stand in it.
    const HINTS: &[&str] = &[
        "remot", "hybrid", "site", "office", "person", "travail", "zdaln",
    ];
    let lower = text.to_lowercase();
    if !HINTS.iter().any(|hint| lower.contains(hint)) {
        return None;
    }
    let folded = fold(super::fold::clip(text, 1_000));
    if [
        "not remote",
        "no remote",
        "remote work is not",
        "not a remote",
        "not be remote",
        "cannot be remote",
    ]
    .iter()
    .any(|phrase| has_phrase(&folded, phrase))
    {
        return None;
    }
    const SAYS: &[(&str, Remote)] = &[
        ("this is a hybrid", "hybrid"),
        ("this role is hybrid", "hybrid"),
        ("this position is hybrid", "hybrid"),
        ("this job is hybrid", "hybrid"),
        ("this is a fully remote", "remote"),
        ("this is a 100 remote", "remote"),
        ("this is a remote", "remote"),
        ("this role is remote", "remote"),
        ("this role is fully remote", "remote"),
        ("this role is 100 remote", "remote"),
        ("this position is remote", "remote"),
        ("this position is fully remote", "remote"),
        ("this job is remote", "remote"),
        ("this is an on site", "onsite"),
        ("this is an onsite", "onsite"),
        ("this is an in office", "onsite"),
        ("this is an in person", "onsite"),
        ("this role is on site", "onsite"),
        ("this role is onsite", "onsite"),
        ("this position is on site", "onsite"),
        ("this position is onsite", "onsite"),
        ("follows a hybrid", "hybrid"),
        ("diese stelle ist hybrid", "hybrid"),
        ("diese stelle ist remote", "remote"),
        ("poste en teletravail complet", "remote"),
        ("poste en full remote", "remote"),
        ("ce poste est hybride", "hybrid"),
        ("puesto 100 remoto", "remote"),
        ("posizione full remote", "remote"),
        ("praca w pelni zdalna", "remote"),
    ];
    let mut said = SAYS
        .iter()
        .filter(|(phrase, _)| has_phrase(&folded, phrase))
        .map(|(_, way)| *way)
        .collect::<Vec<_>>();
    said.dedup();
    match said.as_slice() {
        [way] => Some(way),
        _ => None,
    }
}

/// The one way out of those a text names. Office and home together are what hybrid means.
pub(crate) fn one(ways: &[Remote]) -> Option<Remote> {
    match ways {
        [] => None,
        [way] => Some(way),
        many if many.contains(&"hybrid") => Some("hybrid"),
        many if many.contains(&"remote") && many.contains(&"onsite") => Some("hybrid"),
        many => Some(many[0]),
    }
}

fn scan(text: &str) -> (Vec<Remote>, String) {
    let mut ways = Vec::new();
    let mut left = Vec::new();
    // "Remote, Hybrid" offers two; "Remote Hybrid" is one.
    for piece in super::fold::clip(text, 300).split([',', ';', '|', '/', '•', '·']) {
        let mut rest = format!(" {} ", fold(piece));
        let mut found = Vec::new();
        let begins = beginnings(&rest);
        let possible = |phrase: &str| {
            phrase
                .bytes()
                .next()
                .is_some_and(|b| begins[usize::from(b)])
        };
        for (phrase, way) in PHRASES.iter().filter(|(phrase, _)| possible(phrase)) {
            while let Some(at) = find_phrase(&rest, phrase) {
                rest.replace_range(at..at + phrase.len(), &"#".repeat(phrase.len()));
                found.push((at, *way));
            }
        }
        found.sort_by_key(|(at, _)| *at);
        for (_, way) in found {
            if !ways.contains(&way) {
                ways.push(way);
            }
        }
        left.extend(
            rest.split_whitespace()
                .filter(|word| !word.starts_with('#'))
                .map(str::to_owned),
        );
    }
    (ways, left.join(" "))
}

/// A place without its words for remote and hybrid: "Remote, Canada" leaves "Canada".
pub(crate) fn without_ways(text: &str) -> String {
    scan(text).1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn badges_in_several_languages() {
        for (text, way) in [
            ("Remote", Some("remote")),
            ("Hybrid", Some("hybrid")),
            ("Hybrid Remote", Some("hybrid")),
            ("On-site", Some("onsite")),
            ("Teilweise Home-Office", Some("hybrid")),
            ("Télétravail non autorisé", Some("onsite")),
            ("Télétravail fréquent", Some("hybrid")),
            ("Télétravail total", Some("remote")),
            ("Presencial", Some("onsite")),
            ("Praca zdalna", Some("remote")),
            ("Op afstand", Some("remote")),
            ("Remote Sensing", None),
            ("Berlin", None),
        ] {
            assert_eq!(one(&badge(text)), way, "{text}");
        }
    }

    #[test]
    fn titles_say_it_apart() {
        assert_eq!(title("Data Engineer (Remote)"), Some("remote"));
        assert_eq!(title("Data Engineer - Hybrid"), Some("hybrid"));
        assert_eq!(title("Data Engineer (Remote Canada)"), Some("remote"));
        assert_eq!(title("Remote Sensing Engineer"), None);
        assert_eq!(title("Engineer, Remote Sensing"), None);
    }

    #[test]
    fn sentences_speak_of_this_job() {
        assert_eq!(prose("This is a fully remote position."), Some("remote"));
        assert_eq!(prose("We support remote teams everywhere."), None);
        assert_eq!(
            prose("This role is onsite; fully remote work is not available, no remote."),
            None
        );
    }
}
