//! Entries told by labels: "Employer: …", "Name and address of employer | …", as in the older Europass and in many
//! forms. Each line says what it is; an entry begins where a label comes again.

use super::dates;
use super::named;
use super::{Found, Job, School, education};
use crate::fold::fold_words;
use crate::line::{Line, Part};

/// What a label announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Dates,
    Employer,
    Title,
    School,
    Degree,
    Place,
    More,
}

/// The beginnings of labels, folded. The first that fits counts.
const LABELS: &[(Kind, &[&str])] = &[
    (
        Kind::Dates,
        &[
            "dates", "date", "period", "duration", "zeitraum", "dauer", "datum", "periode",
            "fechas", "fecha", "periodo", "data", "datas", "daty", "okres",
        ],
    ),
    (
        Kind::School,
        &[
            "name and type of organisation",
            "name and type of organization",
            "institution",
            "institute",
            "school",
            "university",
            "nome e tipo di istituto",
            "nome e tipo d istituto",
            "istituto",
            "universita",
            "nombre y tipo de",
            "centro",
            "universidad",
            "nom et type de l etablissement",
            "etablissement",
            "ecole",
            "universite",
            "nome e tipo da",
            "instituicao",
            "schule",
            "hochschule",
            "universitat",
            "bildungseinrichtung",
            "name und art der bildungs",
            "onderwijsinstelling",
            "uczelnia",
            "nazwa i rodzaj",
        ],
    ),
    (
        Kind::Employer,
        &[
            "name and address of employer",
            "employer",
            "company",
            "company name",
            "organisation",
            "organization",
            "nome e indirizzo del datore",
            "datore di lavoro",
            "azienda",
            "nombre y direccion del empleador",
            "empresa",
            "empleador",
            "nom et adresse de l employeur",
            "employeur",
            "entreprise",
            "societe",
            "arbeitgeber",
            "name und adresse des arbeitgebers",
            "firma",
            "unternehmen",
            "werkgever",
            "bedrijf",
            "nome e endereco do empregador",
            "empregador",
            "pracodawca",
            "nazwa i adres pracodawcy",
        ],
    ),
    (
        Kind::Degree,
        &[
            "title of qualification",
            "qualification",
            "degree",
            "qualifica",
            "titolo",
            "titulo",
            "cualificacion",
            "titulacion",
            "intitule du",
            "diplome",
            "abschluss",
            "bezeichnung der",
            "qualificacao",
            "designacao da qualificacao",
            "diploma",
            "kwalifikacja",
            "uzyskany tytul",
        ],
    ),
    (
        Kind::Title,
        &[
            "occupation or position",
            "position",
            "job title",
            "designation",
            "role",
            "title",
            "lavoro o posizion",
            "tipo di impiego",
            "posizione",
            "ruolo",
            "funzione",
            "profesion o cargo",
            "puesto",
            "cargo",
            "fonction ou poste",
            "fonction",
            "poste",
            "beruf oder funktion",
            "funktion",
            "stelle",
            "tatigkeit als",
            "functie",
            "funcao",
            "stanowisko",
            "zawod lub zajmowane stanowisko",
        ],
    ),
    (
        Kind::Place,
        &[
            "location", "place", "ort", "lieu", "lugar", "luogo", "plaats", "local", "miejsce",
        ],
    ),
    (
        Kind::More,
        &[
            "main activities",
            "responsibilities",
            "duties",
            "type of business",
            "principal subjects",
            "level in",
            "principali mansioni",
            "tipo di azienda",
            "principali materie",
            "principales actividades",
            "principales",
            "type ou secteur",
            "aufgaben",
            "tatigkeiten",
            "wichtigste",
            "taken",
            "obowiazki",
            "glowne",
        ],
    ),
];

/// A label and what it announces.
struct Said {
    kind: Kind,
    value: String,
    line: Line,
}

/// What a text announces as a label.
pub(super) fn kind_of(label: &str) -> Option<Kind> {
    let label = fold_words(label);
    if label.is_empty() || label.split(' ').count() > 9 {
        return None;
    }
    let lone = label.split(' ').count() <= 3;
    LABELS.iter().find_map(|(kind, starts)| {
        let fits = |start: &&str| {
            label == *start
                || label.starts_with(&format!("{start} ")) && (lone || start.contains(' '))
                || start.contains(' ') && label.starts_with(start)
        };
        starts.iter().any(fits).then_some(*kind)
    })
}

/// The line's label and value, where it has both.
fn said(line: &Line) -> Option<(Kind, String)> {
    let (label, value) = match &line.parts[..] {
        [label, rest @ ..] if !rest.is_empty() => {
            let texts: Vec<&str> = rest.iter().map(|part: &Part| part.text.as_str()).collect();
            (label.text.clone(), texts.join(" "))
        }
        [only] => {
            let (label, value) = only.text.split_once(':')?;
            (label.to_owned(), value.trim().to_owned())
        }
        _ => return None,
    };
    let kind = kind_of(&label)?;
    let value = value.trim_start_matches([':', ' ']).trim().to_owned();
    Some((kind, value))
}

/// The section's lines by entry, where labels tell them; nothing where they do not.
fn entries(lines: &[Line], needed: [Kind; 2]) -> Option<Vec<Vec<Said>>> {
    let all: Vec<Option<(Kind, String)>> = lines.iter().map(said).collect();
    let count = |kind: Kind| {
        let of = |one: &&Option<(Kind, String)>| matches!(one, Some((found, _)) if *found == kind);
        all.iter().filter(of).count()
    };
    let labelled = all.iter().flatten().count();
    if count(needed[0]) + count(needed[1]) < 1 || labelled < 2 || labelled * 3 < lines.len() {
        return None;
    }
    if count(Kind::Dates) == 0 && (count(needed[0]) == 0 || count(needed[1]) == 0) {
        return None;
    }
    let unsaid = needed.into_iter().find(|kind| count(*kind) == 0);
    let all_kinds: Vec<Option<Kind>> = all
        .iter()
        .map(|one| one.as_ref().map(|(kind, _)| *kind))
        .collect();
    let mut found: Vec<Vec<Said>> = vec![Vec::new()];
    for (at, (line, one)) in lines.iter().zip(all).enumerate() {
        let entry = found.last_mut()?;
        match one {
            Some((kind, value)) => {
                let again =
                    kind != Kind::More && entry.iter().any(|known: &Said| known.kind == kind);
                let said = Said {
                    kind,
                    value,
                    line: line.clone(),
                };
                if again {
                    found.push(vec![said]);
                } else {
                    entry.push(said);
                }
            }
            // A value that wrapped, or text of its own.
            None => {
                let next = all_kinds.get(at + 1).copied().flatten();
                if let Some(kind) = unsaid
                    && !line.bullet
                    && next.is_some()
                    && line.parts.len() == 1
                {
                    // The company's name stands above its labelled lines, without a label.
                    let said = Said {
                        kind,
                        value: line.text(),
                        line: line.clone(),
                    };
                    if entry.is_empty() {
                        entry.push(said);
                    } else {
                        found.push(vec![said]);
                    }
                    continue;
                }
                let text = value_side(line, entry.last().map(|said| &said.line));
                if text.is_empty() {
                    continue;
                }
                match entry.last_mut() {
                    Some(last) if !line.bullet && line.gap < 0.7 && last.value.len() > 20 => {
                        last.value = format!("{} {text}", last.value);
                    }
                    Some(_) => entry.push(Said {
                        kind: Kind::More,
                        value: text,
                        line: line.clone(),
                    }),
                    None => {}
                }
            }
        }
    }
    Some(found)
}

/// What of a line without a label of its own stands below the values, not below the labels.
fn value_side(line: &Line, above: Option<&Line>) -> String {
    let edge = above.and_then(|above| match &above.parts[..] {
        [label, value, ..] if value.x0 > label.x0 + 20.0 => Some((label.x0 + value.x0) / 2.0),
        _ => None,
    });
    let texts: Vec<&str> = line
        .parts
        .iter()
        .filter(|part| edge.is_none_or(|edge| part.x0 > edge))
        .map(|part| part.text.as_str())
        .collect();
    texts.join(" ")
}

fn value(entry: &[Said], kind: Kind) -> Option<Found<String>> {
    let said = entry
        .iter()
        .find(|said| said.kind == kind && !said.value.is_empty())?;
    Some(Found::at(&said.line, said.value.clone(), 0.9))
}

fn range(entry: &[Said]) -> dates::Range {
    let said = entry.iter().find(|said| said.kind == Kind::Dates);
    let found = said
        .map(|said| dates::find(&said.value))
        .unwrap_or_default();
    found
        .iter()
        .find(|one| one.range.two_ends)
        .or(found.first())
        .map(|one| one.range)
        .unwrap_or_default()
}

fn more(entry: &[Said]) -> Vec<String> {
    entry
        .iter()
        .filter(|said| said.kind == Kind::More && !said.value.is_empty())
        .map(|said| said.value.clone())
        .collect()
}

/// "Alder & Birch Ltd, 3 Mill Lane, Leeds" → the name: forms ask for it and its address in one field.
fn off_address(text: &str) -> &str {
    let has_digit = |text: &str| text.chars().any(|sign| sign.is_ascii_digit());
    text.match_indices(", ")
        .find(|(at, sign)| {
            let tail = &text[at + sign.len()..];
            let next = tail.split(", ").next().unwrap_or(tail);
            // A street and its number, or a code and its town.
            has_digit(next) && next.contains(' ') && !has_digit(&text[..*at])
        })
        .map_or(text, |(at, _)| text[..at].trim())
}

/// "Istituto Tecnico Valchiara, Verona" → the school. "University of Pharmacy, Tartu" tells which one by its town.
fn named_school(text: &str) -> String {
    let name = off_address(text);
    if name
        .split(", ")
        .next()
        .is_some_and(|name| name.contains(" of "))
    {
        name.to_owned()
    } else {
        education::without_town(name)
    }
}

/// The jobs of a section whose lines are labelled.
pub(super) fn jobs(lines: &[Line]) -> Option<Vec<Job>> {
    let jobs = entries(lines, [Kind::Employer, Kind::Title])?
        .iter()
        .filter_map(|entry| {
            let (title, company) = (value(entry, Kind::Title), value(entry, Kind::Employer));
            let range = range(entry);
            (title.is_some() || company.is_some()).then(|| Job {
                title,
                company: company.map(|company| Found {
                    value: named::off_town(off_address(&company.value)),
                    ..company
                }),
                location: value(entry, Kind::Place),
                start: range
                    .start
                    .or(if range.two_ends { None } else { range.end }),
                end: range.end,
                current: range.current,
                bullets: more(entry),
            })
        })
        .collect();
    Some(jobs)
}

/// The schools of a section whose lines are labelled.
pub(super) fn schools(lines: &[Line]) -> Option<Vec<School>> {
    let schools = entries(lines, [Kind::School, Kind::Degree])?
        .iter()
        .filter_map(|entry| {
            let (school, degree) = (value(entry, Kind::School), value(entry, Kind::Degree));
            let range = range(entry);
            (school.is_some() || degree.is_some()).then(|| School {
                school: school.map(|school| Found {
                    value: named_school(&school.value),
                    ..school
                }),
                degree,
                location: value(entry, Kind::Place),
                start: range.start,
                end: range.end,
                current: range.current,
                grade: None,
                notes: more(entry),
            })
        })
        .collect();
    Some(schools)
}
