//! Grades: beside a degree, behind it in brackets, or in a line of their own.
//!
//! What must not happen here: a subject or a short form in brackets taken for a grade ("MBA (Finance)", "HSC (XII)").

use super::heads::Piece;
use crate::fold::{fold, fold_words};

/// "MSc Speech Science (Distinction)", "Abitur (2,1)", "GCSEs (5 A–C)": the degree, and the grade behind it.
pub(super) fn off(text: &str) -> (&str, Option<&str>) {
    let Some((degree, tail)) = text.rsplit_once(" (") else {
        return (text, None);
    };
    let inner = tail.strip_suffix(')').map(str::trim);
    match inner.filter(|inner| is_named(inner) || is_figure(inner) || is_letters(inner)) {
        Some(grade) => (degree.trim_end(), Some(grade)),
        None => (text, None),
    }
}

/// "Distinction", "Note 2,1": by its words.
fn is_named(inner: &str) -> bool {
    const GRADES: &[&str] = &[
        "distinction",
        "merit",
        "pass",
        "first",
        "2 1",
        "2 2",
        "upper second",
        "lower second",
        "third class",
        "note",
        "abschlussnote",
        "notenschnitt",
        "durchschnitt",
        "gesamtnote",
        "sehr gut",
        "gut",
        "summa",
        "magna",
        "cum laude",
        "gpa",
        "cgpa",
        "grade",
        "mention",
        "avec mention",
        "nota",
        "media",
        "voto",
        "votazione",
        "ocena",
        "cijfer",
        "gemiddeld",
    ];
    let folded = fold_words(inner);
    let says = GRADES
        .iter()
        .any(|mark| folded == *mark || folded.starts_with(&format!("{mark} ")));
    says && inner.split_whitespace().count() <= 6
}

/// "1,7", "2:1", "3.8/4.0", "87 %"; "2019" is a year.
fn is_figure(inner: &str) -> bool {
    let digits = inner.chars().filter(char::is_ascii_digit).count();
    let signs = inner
        .chars()
        .all(|sign| sign.is_ascii_digit() || matches!(sign, '.' | ',' | ':' | '/' | '%' | ' '));
    signs && (1..=6).contains(&digits) && inner.contains(['.', ',', ':', '/', '%'])
}

/// "5 A–C", "A*AB", "AAB": the letters of school grades; "C1" is a level of a language, "3D" a subject.
fn is_letters(inner: &str) -> bool {
    let grades = inner
        .chars()
        .filter(|sign| matches!(sign, 'A'..='E'))
        .count();
    let signs = inner.chars().all(|sign| {
        matches!(sign, 'A'..='E' | '*' | '-' | '–' | ' ' | ',') || sign.is_ascii_digit()
    });
    if !signs || grades == 0 {
        return false;
    }
    if inner.contains(|sign: char| sign.is_ascii_digit()) {
        return is_counted(inner);
    }
    // Bare letters stand best first: "CAD" is none.
    let listed = (3..=4).contains(&grades) && grades == inner.len() && inner.as_bytes().is_sorted();
    inner.contains(['*', '-', '–']) || listed
}

/// "5 A–C", "3A*, 2 B": each figure counts the letters behind it, and a star, a range or a space says that it does.
fn is_counted(inner: &str) -> bool {
    let begins = |rest: &str| rest.starts_with(|sign: char| matches!(sign, 'A'..='E'));
    let mut told = inner.contains('*');
    for (at, sign) in inner.char_indices() {
        let (before, behind) = (&inner[..at], &inner[at + sign.len_utf8()..]);
        if sign.is_ascii_digit() {
            let counts = before.is_empty()
                || before.ends_with(|sign: char| sign.is_ascii_digit() || " ,".contains(sign));
            let counted = behind.starts_with(|sign: char| sign.is_ascii_digit())
                || begins(behind.strip_prefix(' ').unwrap_or(behind));
            if !counts || !counted {
                return false;
            }
            // "3 D" is no count of Ds.
            told |=
                behind.starts_with(' ') && !(matches!(sign, '2' | '3') && behind.starts_with(" D"));
        } else if matches!(sign, '-' | '–') {
            told |= before
                .trim_end()
                .ends_with(|sign: char| matches!(sign, 'A'..='E' | '*'))
                && begins(behind.trim_start());
        }
    }
    told
}

/// Whether a text is nothing but a grade, with or without its name.
pub(super) fn is_grade(text: &str) -> bool {
    let folded = fold(text);
    [
        "gpa",
        "cgpa",
        "grade",
        "note:",
        "abschlussnote",
        "mention",
        "nota",
        "average",
        "srednia",
        "cum laude",
        "first class",
        "with honors",
        "with honours",
        "final grade",
        "score",
    ]
    .iter()
    .any(|mark| folded.starts_with(mark))
        || text
            .chars()
            .all(|sign| sign.is_ascii_digit() || matches!(sign, '.' | ',' | '/' | ':' | ' ' | '%'))
}

/// The grade that a head or the lines below it name.
pub(super) fn find(head: &[Piece], body: &[String]) -> Option<String> {
    let texts = head
        .iter()
        .map(|piece| piece.text.as_str())
        .chain(body.iter().map(String::as_str));
    let found = texts
        .filter(|text| text.len() < 80)
        .find(|text| is_grade(text))?;
    let bare = found.split_once(':').map_or(found, |(_, rest)| rest).trim();
    Some(bare.trim_start_matches("GPA").trim().to_owned()).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grade_in_brackets_is_no_part_of_the_degree() {
        for (text, degree, grade) in [
            ("Abitur (2,1)", "Abitur", "2,1"),
            ("BSc (Hons) Economics (2:1)", "BSc (Hons) Economics", "2:1"),
            ("GCSEs (5 A–C)", "GCSEs", "5 A–C"),
            ("GCSEs (5A–C)", "GCSEs", "5A–C"),
            ("GCSEs (10 A*-B)", "GCSEs", "10 A*-B"),
            ("GCSEs (3A*, 2 B)", "GCSEs", "3A*, 2 B"),
            ("A levels (3 A)", "A levels", "3 A"),
            ("A levels (A*AB)", "A levels", "A*AB"),
            ("A levels (AAB)", "A levels", "AAB"),
            (
                "MSc Speech Science (Distinction)",
                "MSc Speech Science",
                "Distinction",
            ),
            (
                "Laurea in Chimica (110/110)",
                "Laurea in Chimica",
                "110/110",
            ),
        ] {
            assert_eq!(off(text), (degree, Some(grade)));
        }
        for text in [
            "MBA (Finance)",
            "HSC (XII)",
            "BSc (Hons)",
            "Diploma (2019)",
            "Bucaneering (B.A.)",
            "Diploma (CAD)",
        ] {
            assert_eq!(off(text), (text, None));
        }
    }

    #[test]
    fn a_level_of_a_language_and_a_subject_in_brackets_are_no_grades() {
        for text in [
            "Goethe-Zertifikat (C1)",
            "DELF (B2)",
            "Certificate in Polish (A2)",
            "TestDaF (B2-C1)",
            "Deutsch (B1 – B2)",
            "Español (A1, A2)",
            "Diploma in Animation (3D)",
            "Diploma in Animation (2D, 3D)",
            "Diploma in Animation (2D - 3D)",
            "Diploma in Animation (3 D)",
            "Diploma in Animation (2 D - 3 D)",
            "Driving licence (B, C1)",
            "Certificate (5A)",
        ] {
            assert_eq!(off(text), (text, None));
        }
    }
}
