//! What a file input is for.
//!
//! What must not happen here: the résumé attached where a photo or a certificate belongs.

use crate::classify::FieldKind;
use crate::classify::text::{Patterns, tables};
use crate::classify::tokens::Name;
use crate::page::RawField;

tables! {
    RESUME = [
        "resume|resumes|cv|lebenslauf|curriculum|vitae|lebensläufe|životopis|cvs|meritförteckning|currículo|résumé", "c v", "hoja de vida", "życiorys", "*lebenslauf*",
    ];
    LETTER = [
        "cover|covering|motivation|motivational|application letter|letters|note", "coverletter|motivationsschreiben|anschreiben|bewerbungsschreiben|motivationsbrief|begleitschreiben|*anschreiben*|*motivationsschreiben*|motivatiebrief|sollicitatiebrief|begeleidende|personligt", "lettre|lettres de|d motivation|accompagnement|candidature", "carta de|da presentación|motivación|apresentação|motivação", "lettera di presentazione|motivazionale|accompagnamento", "lettera motivazionale", "list motywacyjny", "letter of motivation|interest|intent", "add|attach|upload a|your letter", "^lettre$", "^votre|ta|ma lettre",
    ];
    OTHER = [
        "photo|picture|avatar|image|headshot|foto|fotos|bild|profilbild|bewerbungsfoto|lichtbild|video|zdjęcie|imagen|immagine|profilfoto|pasfoto", "transcript|transcripts|certificate|certificates|certification|certifications|diploma|diplomas|degree|zeugnis|zeugnisse|zertifikat|zertifikate|nachweise|nachweis|*zeugnis*|diplôme|diplômes|relevé|relevés|certificado|certificados|título|certificati|attestati|diploma_s|certificado|świadectwo|świadectwa|dyplom|arbeitszeugnis*", "reference|references letter|letters", "letter|letters of recommendation|reference", "work sample|samples", "portfolio|arbeitsproben|arbeitsprobe|writing sample", "additional|other|supporting|further|supplementary|extra|misc|miscellaneous file|files|document|documents|attachment|attachments", "other|others|sonstige*|sonstiges|weitere*|autre|autres|otros|otro|altro|altri|overig*|outros|inne|dodatkowe|anlage|anlagen|anhänge|anhang|attachments|bijlage|bijlagen|annexe|pièces|allegati|anexos", "id|identity|passport|ausweis|visa|permit card|document|copy|scan", "driving|driver license|licence", "right to work", "weitere dokumente|unterlagen", "zusätzliche*",
    ];
    /// A file that is read to fill the form, not the application's own.
    PARSED = ["autofill|parse|prefill|auto fill|import", "apply with", "quick apply", "fill .. from", "automatisch ausfüllen", "ausfüllen lassen", "remplissage|remplir automatique*"];
    NAME_RESUME = ["resume|cv|lebenslauf|curriculum|vitae|curriculo|zyciorys|resumefile|cvfile"];
    NAME_LETTER = ["cover letter|note", "coverletter|anschreiben|motivation|motivationsschreiben|letter|lettre"];
    NAME_OTHER = ["photo|avatar|picture|image|foto|transcript|certificate|certificates|portfolio|zeugnis|zeugnisse|other|additional|attachments|supporting|sonstige|weitere|video|passport"];
}

/// What a file input's texts and names say it is for, with the reason.
pub(crate) fn read(field: &RawField, names: &[Name]) -> Option<(FieldKind, f32, String)> {
    let mut labels: Vec<_> = field.labels.iter().collect();
    labels.sort_by_key(|label| label.from);
    if only_images(field) {
        return Some((FieldKind::OtherFile, 0.95, "takes images only".to_owned()));
    }
    let mut parsed = false;
    for label in &labels {
        let words = crate::classify::text::words(&label.text);
        parsed |= PARSED.any(&words);
        if let Some((kind, score)) = by_words(&words, &RESUME, &LETTER, &OTHER) {
            let score = if parsed { 0.7 } else { score };
            return Some((
                kind,
                score,
                format!("label: {}", label.text.chars().take(60).collect::<String>()),
            ));
        }
    }
    let told = |name: &Name| by_words(&name.all, &NAME_RESUME, &NAME_LETTER, &NAME_OTHER);
    let by_name: Vec<_> = names
        .iter()
        .filter_map(|name| told(name).map(|(kind, score)| (kind, score, name)))
        .collect();
    let heading = field
        .section
        .last()
        .map(|text| crate::classify::text::words(text))
        .unwrap_or_default();
    let by_heading = by_words(&heading, &RESUME, &LETTER, &OTHER).map(|(kind, _)| kind);
    let say = |kind: FieldKind, score: f32, name: &Name| {
        Some((
            kind,
            score * 0.9,
            format!("{}: {}", name.from, name.words.join(" ")),
        ))
    };
    // "attachments" as a name says less than a name or heading that names the paper.
    if let Some((kind, score, name)) = by_name
        .iter()
        .find(|(kind, ..)| *kind != FieldKind::OtherFile)
    {
        return say(*kind, *score, name);
    }
    match (by_heading, by_name.first()) {
        (Some(kind), None) => Some((kind, 0.7, format!("heading: {}", heading.join(" ")))),
        (Some(kind), Some((_, _, name))) if kind != FieldKind::OtherFile && name.around => {
            Some((kind, 0.7, format!("heading: {}", heading.join(" "))))
        }
        (_, Some((kind, score, name))) => say(*kind, *score, name),
        (None, None) => None,
    }
}

fn by_words(
    words: &[String],
    resume: &Patterns,
    letter: &Patterns,
    other: &Patterns,
) -> Option<(FieldKind, f32)> {
    let first = |table: &Patterns| (0..words.len()).find(|&end| table.any(&words[..=end]));
    match (first(resume), first(letter), first(other)) {
        // "Résumé, certificates": one field for all papers takes the résumé; so does "résumé and cover letter".
        (Some(resume), Some(letter), _) if letter < resume => {
            Some((FieldKind::CoverLetterFile, 0.7))
        }
        (Some(_), Some(_), _) => Some((FieldKind::ResumeFile, 0.75)),
        (Some(resume), None, Some(other)) if other < resume => Some((FieldKind::OtherFile, 0.7)),
        (Some(_), None, _) => Some((FieldKind::ResumeFile, 0.95)),
        (None, Some(_), _) => Some((FieldKind::CoverLetterFile, 0.95)),
        (None, None, Some(_)) => Some((FieldKind::OtherFile, 0.9)),
        (None, None, None) => None,
    }
}

/// Only pictures are accepted.
fn only_images(field: &RawField) -> bool {
    let accept = field.attribute("accept").to_lowercase();
    let picture = |part: &str| {
        [
            ".bmp", ".gif", ".jfif", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp", ".heic",
            ".svg",
        ]
        .contains(&part)
            || part.starts_with("image/")
    };
    let mut parts = accept
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .peekable();
    parts.peek().is_some() && parts.all(picture)
}

/// Whether papers are accepted, as far as the input says what it accepts.
pub(crate) fn takes_papers(field: &RawField) -> bool {
    let accept = field.attribute("accept").to_lowercase();
    ["pdf", "doc", "word"]
        .iter()
        .any(|kind| accept.contains(kind))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::tokens::names;
    use crate::page::{Control, LabelSource, LabelText};

    #[track_caller]
    fn check(label: &str, accept: &str, name: &str, expected: Option<FieldKind>) {
        let field = RawField {
            control: Control::File,
            name: name.to_owned(),
            attributes: vec![("accept".to_owned(), accept.to_owned())],
            labels: vec![LabelText {
                from: LabelSource::Label,
                text: label.to_owned(),
            }],
            ..RawField::default()
        };
        assert_eq!(
            read(&field, &names(&field)).map(|(kind, ..)| kind),
            expected,
            "{label}"
        );
    }

    #[test]
    fn files_by_their_labels() {
        check("Resume/CV *", ".pdf", "", Some(FieldKind::ResumeFile));
        check("Lebenslauf hochladen", "", "", Some(FieldKind::ResumeFile));
        check(
            "Lettre de motivation",
            "",
            "",
            Some(FieldKind::CoverLetterFile),
        );
        check(
            "Please submit a cover letter about your experience",
            "",
            "",
            Some(FieldKind::CoverLetterFile),
        );
        check("Zeugnisse", "", "", Some(FieldKind::OtherFile));
        check("Upload", "image/png,.jpg", "cv", Some(FieldKind::OtherFile));
        check(
            "Upload",
            "",
            "candidate.resume",
            Some(FieldKind::ResumeFile),
        );
        check("Attach", "", "file1", None);
    }
}
