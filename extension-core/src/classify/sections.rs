//! Sections that take further rows, and what they are for: jobs, courses of study, languages, links.
//!
//! What a section is called counts first, then what its rows ask. A section for something the profile keeps no rows
//! of (references, volunteering, certificates …) is none of them, whatever its rows look like.

use crate::classify::FieldKind as K;
use crate::classify::decide::Draft;
use crate::classify::text::{tables, words};
use crate::page::{RawField, RowSection};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the rows of a section are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// One job a row.
    Work,
    /// One course of study a row.
    Education,
    /// One language a row.
    Languages,
    /// One address on the web a row.
    Links,
}

impl Family {
    /// The family that a kind belongs to, wherever it stands.
    #[must_use]
    pub fn of(kind: K) -> Option<Self> {
        match kind {
            K::WorkCompany
            | K::WorkTitle
            | K::WorkLocation
            | K::WorkStart
            | K::WorkEnd
            | K::WorkCurrent
            | K::WorkDescription => Some(Self::Work),
            K::School | K::Degree | K::Discipline | K::EduStart | K::EduEnd | K::Gpa => {
                Some(Self::Education)
            }
            K::Languages => Some(Self::Languages),
            K::Linkedin | K::Github | K::Portfolio | K::Website | K::Twitter => Some(Self::Links),
            _ => None,
        }
    }

    /// Whether every field of such a kind belongs to a row, also outside a section that takes further ones.
    #[must_use]
    pub const fn is_always_rows(self) -> bool {
        matches!(self, Self::Work | Self::Education)
    }
}

/// A section that takes further rows, understood.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Section {
    /// What its rows are for; `None` where that is not clear, or nothing the profile keeps rows of.
    pub family: Option<Family>,
    /// What it is called.
    pub heading: String,
    /// The agent's number of the button that adds a row.
    pub add: u32,
    /// What else it says: rows that were put away are text, not fields.
    pub text: String,
    /// The rows that stand: the handles of their fields.
    pub rows: Vec<Vec<u32>>,
}

tables! {
    WORK = ["work|working|professional experience|experiences|history|background", "work|job|employment|career history", "^experience|experiences$", "employment|employments|employer|employers|jobs", "add|another|new|more experience|job|position|employer", "positions held", "berufserfahrung|berufserfahrungen|arbeitserfahrung|berufspraxis|werdegang|berufsstation|berufsstationen|arbeitgeber|beschäftigung|beschäftigungen", "berufliche erfahrung|erfahrungen|stationen|laufbahn", "^erfahrung|erfahrungen|station|stationen$", "weitere station|stelle|tätigkeit", "expérience|expériences professionnelle|professionnelles", "^expérience|expériences$", "parcours professionnel", "ajouter .. expérience|emploi|poste", "experiencia|experiencias laboral|profesional|laborales|profesionales", "^experiencia|experiencias$", "historial laboral", "añadir|agregar .. experiencia|empleo", "esperienza|esperienze lavorativa|lavorative|professionale|professionali", "^esperienza|esperienze$", "aggiungi .. esperienza|lavoro", "werkervaring|werkervaringen|arbeidsverleden|loopbaan", "experiência|experiências profissional|profissionais", "^experiência|experiências$", "adicionar .. experiência|emprego", "doświadczenie|doświadczenia zawodowe", "^doświadczenie$", "historia zatrudnienia", "zatrudnienie", "dodaj doświadczenie|pracę"];
    EDUCATION = ["education|educations|educational|academic|academics|schooling|school|schools|university|universities|degree|degrees|studies", "ausbildung|ausbildungen|bildung|bildungsweg|schulbildung|studium|hochschulbildung|abschluss|abschlüsse|schule|schulen", "études|diplôme|diplômes|scolarité|école", "^formation|formations$", "parcours scolaire|académique|universitaire", "ajouter .. formation|diplôme", "formación académica", "^formación|educación|estudios$", "educación|estudios", "añadir|agregar .. formación|titulación", "istruzione|formazione|studi|titolo_di_studio|titoli_di_studio", "opleiding|opleidingen|onderwijs", "educação|escolaridade|formação|formações", "edukacja|wykształcenie|szkoła|uczelnia"];
    LANGUAGES = ["language|languages", "sprache|sprachen|sprachkenntnisse|fremdsprache|fremdsprachen", "langue|langues", "idioma|idiomas|lenguas", "lingua|lingue", "taal|talen|talenkennis", "língua|línguas", "język|języki|językowe|języka"];
    PROGRAMMING = ["programming|coding language|languages", "programmiersprache|programmiersprachen", "langage|langages"];
    LINKS = ["website|websites|web_site|web_sites|web_address|links|link|urls|url|social_media|social_network|social_networks|profiles|portfolio", "webseite|webseiten|netzwerke", "sites_web|site_web|liens|lien|réseaux", "enlaces|enlace|sitios_web|redes", "siti_web|sito_web|collegamenti", "websites|koppelingen", "sites|ligações", "strony|strona|linki"];
    /// What the profile keeps no rows of.
    ELSE = ["reference|references|referee|referees", "volunteer|volunteering|voluntary", "certificate|certificates|certification|certifications|license|licenses|licence|licences|training|trainings|course|courses|award|awards|achievement|achievements|publication|publications|patent|patents|project|projects|membership|memberships|military|family|dependent|dependents|skill|skills|emergency", "referenz|referenzen|ehrenamt|ehrenamtlich*|zertifikat|zertifikate|zertifizierung|zertifizierungen|weiterbildung|weiterbildungen|lehrgang|lehrgänge|auszeichnung|auszeichnungen|projekt|projekte|kenntnisse|fähigkeiten|veröffentlichung|veröffentlichungen", "référence|références|bénévol*|certificat|certificats|certification|certifications|projet|projets|compétence|compétences|prix", "referencia|referencias|voluntari*|certificado|certificados|certificación|certificaciones|proyecto|proyectos|habilidad|habilidades|curso|cursos|premios", "referenza|referenze|volontari*|certificazione|certificazioni|progetto|progetti|competenze|corsi", "referentie|referenties|vrijwillig*|certificaat|certificaten|diploma_s|projecten|vaardigheden|cursussen", "referência|referências|certificado|certificados|certificações|projeto|projetos|habilidades|cursos", "referencje|wolontariat|certyfikat|certyfikaty|projekty|umiejętności|kursy|szkolenia"];
    /// A file is added, not a row.
    FILE = ["file|files|attachment|attachments|document|documents|resume|cv|cover_letter|photo|datei|dateien|anhang|anhänge|anlage|anlagen|dokument|dokumente|lebenslauf|fichier|fichiers|pièce|pièces|archivo|archivos|documento|documentos|documenti|allegato|allegati|bestand|bestanden|bijlage|bijlagen|ficheiro|ficheiros|anexo|anexos|plik|pliki|załącznik|załączniki"];
    LEVEL = ["level|proficiency|fluency|fluent|niveau|sprachniveau|kenntnisstand|nivel|livello|nível|poziom|znajomość|beherrschung|maîtrise|dominio|competenza|vaardigheid|domínio|biegłość|speaking|reading|writing|spoken|written|overall|comprehension"];
}

/// The page's sections, understood, in their order.
pub(crate) fn find(sections: &[RowSection], drafts: &[Draft<'_>]) -> Vec<Section> {
    let kinds: BTreeMap<u32, K> = drafts
        .iter()
        .filter_map(|draft| Some((draft.field.handle, draft.kind?)))
        .collect();
    sections
        .iter()
        .map(|section| Section {
            family: family_of(section, &kinds),
            heading: section.heading.clone(),
            add: section.add,
            text: section.text.clone(),
            rows: section.rows.clone(),
        })
        .collect()
}

fn family_of(section: &RowSection, kinds: &BTreeMap<u32, K>) -> Option<Family> {
    // What stands on the button is nearest; a heading may be that of a wider part of the page.
    for text in [&section.button, &section.heading] {
        let text = words(text);
        if FILE.any(&text) || ELSE.any(&text) || PROGRAMMING.any(&text) {
            return None;
        }
        let named = [
            (Family::Work, WORK.any(&text)),
            (Family::Education, EDUCATION.any(&text)),
            (Family::Languages, LANGUAGES.any(&text)),
            (Family::Links, LINKS.any(&text)),
        ];
        let mut named = named.iter().filter(|(_, told)| *told);
        match (named.next(), named.next()) {
            (Some((family, _)), None) => return Some(*family),
            // "Education and work": what the rows ask decides.
            (Some(_), Some(_)) => break,
            _ => {}
        }
    }
    let asked = section.rows.iter().flatten();
    let families: Vec<Family> = asked
        .filter_map(|handle| Family::of(*kinds.get(handle)?))
        .collect();
    let first = families
        .iter()
        .copied()
        .find(|family| family.is_always_rows())?;
    let same = families.iter().filter(|family| **family == first).count();
    (same * 2 > families.len() && same >= 2).then_some(first)
}

/// Settles what the rows of a section ask, where the section says more than the field.
pub(crate) fn settle(sections: &[Section], drafts: &mut [Draft<'_>]) {
    for section in sections {
        let text = words(&section.heading);
        for (at, handle) in section.rows.iter().flatten().enumerate() {
            let Some(draft) = drafts
                .iter_mut()
                .find(|draft| draft.field.handle == *handle)
            else {
                continue;
            };
            if draft.trap.is_some() {
                continue;
            }
            let first = section.rows.iter().any(|row| row.first() == Some(handle));
            match section.family {
                Some(Family::Languages) => language(draft, first),
                Some(Family::Links) if at == 0 || first => link(draft),
                None if ELSE.any(&text) => something_else(draft),
                _ => {}
            }
        }
    }
}

fn language(draft: &mut Draft<'_>, first: bool) {
    let open = matches!(draft.kind, None | Some(K::Other | K::CustomQuestion));
    if open && (first || asks_level(draft.field)) {
        draft.turn(K::Languages, 0.8, "in a row of languages");
    }
}

fn link(draft: &mut Draft<'_>) {
    if matches!(draft.kind, None | Some(K::Other | K::CustomQuestion))
        && draft.field.options.is_empty()
    {
        draft.turn(K::Website, 0.75, "in a row of links");
    }
}

fn something_else(draft: &mut Draft<'_>) {
    if draft
        .kind
        .and_then(Family::of)
        .is_some_and(Family::is_always_rows)
    {
        draft.turn(K::Other, 0.8, "in a section the profile has nothing for");
    }
}

/// Whether a field in a row of languages asks how well, not which.
#[must_use]
pub(crate) fn asks_level(field: &RawField) -> bool {
    field
        .labels
        .iter()
        .take(2)
        .any(|label| LEVEL.any(&words(&label.text)))
}
