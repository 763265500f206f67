//! What a field asks that stands in a row of work or of education: "From" is when that work began.
//!
//! What must not happen here: a label that says by itself what it asks, read by the row it stands in.

use super::dates::names_part;
use crate::classify::FieldKind as K;
use crate::classify::decide::Draft;
use crate::classify::rule::On;
use crate::classify::text::{Patterns, tables, words};

tables! {
    START = ["^start|started|from|von|ab|beginn|anfang|seit|début|inicio|desde|inizio|dal|da|van|vanaf|início|od|de|du|began$", "^start|starting|begin|beginning|from|started date|month|year|on|day", "date start|started|from|began|of start", "^from month|year|date|to", "startdatum|eintritt|begindatum|beginndatum|anfangsdatum", "von datum|monat|jahr", "date de début", "fecha de inicio", "fecha inicio", "data di inizio", "data inizio", "data de início", "data início", "data rozpoczęcia", "month|year started", "mois|année de début", "employed from", "^month|year|day of from|start|starting$", "date started|begun|joined", "^depuis|ab_wann|vanaf|desde|dal|odkąd$", "eintrittsdatum|indiensttreding", "^admissão|ingreso|embauche|commenced$", "date commenced|hired|employed", "commencement date", "data de admissão|ingresso|entrada", "fecha de alta|ingreso|entrada", "date d entrée|embauche", "data di assunzione", "data zatrudnienia", "month|year|date|when .. hired|joined|started|commenced|employed", "^hired|joined$"];
    END = ["^end|ended|finished|left|to|bis|ende|until|till|through|fin|hasta|fine|al|tot|até|do|finish|a|à|au$", "^end|ending|to|finish|ended|until|completion date|month|year|on|day", "date end|ended|to|of end|until", "^to month|year|date|present", "enddatum|austritt|einddatum", "bis datum|monat|jahr", "date de fin", "fecha de fin|finalización|término", "fecha fin", "data di fine", "data fine", "data de término|fim|conclusão", "data fim", "data zakończenia", "month|year ended", "mois|année de fin", "employed to|until", "^month|year|day of to|end|ending$", "date left|ended|finished|of_leaving", "^jusqu|jusqu_à|jusqu_au|tot_en_met|t_m|ate$", "austrittsdatum|uitdiensttreding", "^jusqu à|au", "tot en met", "^conclusão|conclusion|finalización|saída|desligamento$", "data de saída|desligamento|demissão", "fecha de baja|salida|egreso", "date de sortie|départ", "data di cessazione|uscita", "data zwolnienia|odejścia", "leaving|departure date", "^ceased|finished|left$", "month|year|date|when .. left|ceased|departed|finished", "^hasta|jusqu_à|até|fino_a|tot cuándo|quand|quando|wanneer"];
    WORK = ["work|employment|professional|job|career|working experience|history|background|experiences", "work|previous|past experience|employers|employment|jobs|positions", "^experience|experiences|employment|employer|employers$", "experience|employment|employer|position|job one", "berufserfahrung|berufserfahrungen|werdegang|arbeitserfahrung|beschäftigung|berufspraxis", "beruflicher werdegang", "berufliche erfahrung|laufbahn|stationen", "expérience|expériences professionnelle|professionnelles", "^expérience|expériences$", "parcours professionnel", "experiencia|experiencias laboral|profesional|laborales|profesionales", "esperienza|esperienze lavorativa|lavorative|professionale|professionali", "werkervaring|werkervaringen|arbeidsverleden", "experiência|experiências profissional|profissionais", "doświadczenie zawodowe", "historia zatrudnienia", "recent|last|latest|previous|former job|position|employer|role|post", "present|current|recent|last|latest|previous|former|past employment", "^experience|career details|information|data|entry|record"];
    EDUCATION = ["education|educations|educational|academic|academics|schooling|studies|qualifications", "education|school one", "ausbildung|bildung|bildungsweg|studium|schulbildung|ausbildungen|bildungsabschlüsse", "formation|formations|études|diplômes|scolarité", "formación|educación|estudios", "formazione|istruzione|studi", "opleiding|opleidingen|onderwijs", "educação|formação|escolaridade", "edukacja|wykształcenie", "schulische|akademische ausbildung|laufbahn"];
    /// A heading over one job that is told alone.
    ONE_JOB = ["último|última|anterior|actual|ultimo|último empleo|trabajo|puesto|emprego|trabalho|cargo|impiego|lavoro", "dernier|dernière|précédent|précédente|actuel|actuelle emploi|poste|expérience|employeur", "emploi|poste|employeur actuel|précédent", "empleo|trabajo|emprego|trabalho actual|anterior|atual", "letzte|aktuelle|derzeitige|vorherige|letzter|aktueller stelle|position|tätigkeit|anstellung|beschäftigung|arbeitgeber", "laatste|huidige|vorige baan|functie|werkgever", "ostatni|ostatnia|obecna|obecny praca|pracodawca|stanowisko"];
    WORK_PLACE = ["^arbeitsort|dienstort|einsatzort|werkort|standplaats|werklocatie$", "^lieu de|du travail|poste|l_emploi$", "^lugar|lugar_de|local|local_de|luogo|luogo_di|sede trabajo|trabalho|lavoro$", "^miejsce pracy$", "^place|location of work|job|employment$"];
    WORK_NAMES = ["work experience|history", "employment|employments|workexperience|employer|employers|experiences", "experience company|employer|title|start|end|from|to|description|position", "previous employer|job", "job history|one", "^experience|work|jobs|positions"];
    EDU_NAMES = ["education|educations|school|schools|university|college|edu|ausbildung|bildung|formation|studies"];
    CURRENT = ["current|currently|present|latest|recent|actual|actuel|actuelle|attuale|huidige|huidig|atual|aktuell*|derzeit*|jetzig*|obecn*|aktualn*"];
    ROLE = ["^title|position|role|titel|funktion|poste|puesto|cargo|ruolo|functie|stanowisko|stelle|tätigkeit|job$", "^job|position|role title$", "title position|role"];
    DESCRIPTION = ["^description|summary|details|beschreibung|responsibilities|duties|aufgaben|tätigkeiten|descripción|descrizione|omschrijving|descrição|opis$", "^what you did|do|achieved|worked_on", "description of|of .. role|job|position|work"];
    /// A start that is still to come.
    WISHED = ["desired|earliest|possible|available|availability|preferred|wished|gewünscht*|früh*|möglich*|nächstmöglich*|verfügbar*|souhaité*|disponib*|deseada|deseado|posible|desiderata|desiderato|gewenst*|mogelijke|beschikbaar*|desejada|desejado|możliw*|oczekiwan*"];
    /// Pay that nobody asks for yet: beside an employer it is what was paid there.
    PLAIN_PAY = ["^salary|pay|wage|wages|compensation|remuneration|gehalt|salaire|rémunération|salario|sueldo|salário|stipendio|retribuzione|salaris|wynagrodzenie$", "^annual|base|hourly|monthly|gross|yearly salary|pay|wage|rate|compensation$"];
}

/// What kind of row a field stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Row {
    Work,
    Education,
}

pub(super) fn rows(drafts: &mut [Draft<'_>]) {
    let mut before: Option<(Row, Vec<String>, String)> = None;
    for draft in drafts.iter_mut() {
        let row = row_of(draft).or_else(|| {
            let (row, section, key) = before.as_ref()?;
            let same = if key.is_empty() {
                *section == draft.field.section
            } else {
                *key == draft.field.row
            };
            (same && is_open(draft)).then_some(*row)
        });
        let opens = match draft.kind {
            Some(
                K::WorkCompany | K::WorkTitle | K::WorkStart | K::WorkEnd | K::WorkDescription,
            ) => Some(Row::Work),
            Some(K::School | K::Degree | K::Discipline | K::EduStart | K::EduEnd) => {
                Some(Row::Education)
            }
            _ => None,
        };
        if let Some(row) = row {
            in_row(draft, row);
        }
        if let Some(row) = row.or(opens) {
            before = Some((row, draft.field.section.clone(), draft.field.row.clone()));
        } else if draft.kind.is_some_and(is_of_no_row) && draft.field.row.is_empty() {
            before = None;
        }
    }
}

/// What no job and no course of study is told with: after it, a plain "Start date" is none of theirs.
fn is_of_no_row(kind: K) -> bool {
    matches!(
        kind,
        K::NoticePeriod
            | K::Relocation
            | K::RemoteOk
            | K::WorkAuthorization
            | K::VisaSponsorship
            | K::HowHeard
            | K::Referrer
            | K::YearsExperience
            | K::Languages
            | K::FirstName
            | K::LastName
            | K::FullName
            | K::Email
            | K::DateOfBirth
            | K::Gender
            | K::Disability
            | K::Veteran
            | K::RaceEthnicity
            | K::CoverLetterText
            | K::Consent
    )
}

/// Which row a field stands in, by its names and the headings over it.
pub(super) fn row_of(draft: &Draft<'_>) -> Option<Row> {
    if draft.on.meets(On::FILE) {
        return None;
    }
    for name in &draft.names {
        if EDU_NAMES.any(&name.words) {
            return Some(Row::Education);
        }
        if WORK_NAMES.any(&name.all) {
            return Some(Row::Work);
        }
    }
    for heading in draft.field.section.iter().rev().take(2) {
        let heading = words(heading);
        if heading.len() <= 6 && EDUCATION.any(&heading) {
            return Some(Row::Education);
        }
        if heading.len() <= 6 && (WORK.any(&heading) || ONE_JOB.any(&heading)) {
            return Some(Row::Work);
        }
    }
    None
}

/// Its label alone leaves open what it is part of.
fn is_open(draft: &Draft<'_>) -> bool {
    let core = draft.core();
    START.any(core)
        || END.any(core)
        || names_part(core)
        || ROLE.any(core)
        || DESCRIPTION.any(core)
        || matches!(
            draft.kind,
            Some(K::WorkCurrent | K::CurrentTitle | K::CurrentCompany | K::Gpa)
        )
}

fn in_row(draft: &mut Draft<'_>, row: Row) {
    let core = draft.core().to_vec();
    let says_current = draft
        .questions
        .first()
        .is_some_and(|question| CURRENT.any(&question.all));
    let whole = draft
        .questions
        .first()
        .is_some_and(|question| question.sentence);
    let dated = draft
        .on
        .meets(On::LINE.or(On::DATE).or(On::PICK).or(On::COMBO));
    let part = names_part(&core);
    let over = || {
        draft
            .questions
            .get(1)
            .map(|question| question.core.clone())
            .unwrap_or_default()
    };
    let heading = || {
        draft
            .field
            .section
            .last()
            .map(|text| words(text))
            .unwrap_or_default()
    };
    let is = |table: &Patterns| {
        table.any(&core) || (part && (table.any(&over()) || table.any(&heading())))
    };
    let (start, end) = (is(&START), is(&END));
    let turned = match (row, draft.kind) {
        (
            _,
            Some(
                K::WorkStart
                | K::WorkEnd
                | K::EduStart
                | K::EduEnd
                | K::YearsExperience
                | K::Degree
                | K::School,
            ),
        ) => None,
        _ if whole && !draft.on.meets(On::TICK) => None,
        (_, Some(K::StartDate)) if WISHED.any(&core) => None,
        (Row::Work, Some(K::StartDate) | None) if dated && start && !says_current => {
            Some(K::WorkStart)
        }
        (Row::Work, _) if dated && end && !start => Some(K::WorkEnd),
        (Row::Education, Some(K::StartDate) | None) if dated && start => Some(K::EduStart),
        (Row::Education, _) if dated && end && !start => Some(K::EduEnd),
        (Row::Work, Some(K::CurrentCompany)) if !says_current => Some(K::WorkCompany),
        (Row::Work, Some(K::CurrentTitle)) if !says_current => Some(K::WorkTitle),
        (Row::Work, Some(K::Other) | None)
            if ROLE.any(&core) && draft.on.meets(On::LINE.or(On::COMBO)) =>
        {
            Some(K::WorkTitle)
        }
        (Row::Work, None)
            if WORK_PLACE.any(&core) && draft.on.meets(On::LINE.or(On::COMBO)) && !says_current =>
        {
            Some(K::WorkLocation)
        }
        (Row::Work, None) if DESCRIPTION.any(&core) && draft.on.meets(On::LONG) => {
            Some(K::WorkDescription)
        }
        (Row::Work, Some(K::SalaryExpectation)) if PLAIN_PAY.any(&core) => Some(K::Other),
        (Row::Work, Some(K::City | K::Location)) if !says_current => Some(K::WorkLocation),
        (Row::Work, Some(K::Country | K::State | K::Phone | K::AddressLine1))
            if draft.field.row.is_empty() =>
        {
            None
        }
        (Row::Work | Row::Education, Some(K::Country | K::State | K::Phone | K::AddressLine1)) => {
            Some(K::Other)
        }
        (
            Row::Education,
            Some(
                K::City
                | K::Location
                | K::WorkLocation
                | K::WorkDescription
                | K::WorkTitle
                | K::WorkCompany,
            ),
        ) => Some(K::Other),
        (Row::Education, Some(K::WorkCurrent)) | (Row::Work, Some(K::Gpa)) => Some(K::Other),
        _ => None,
    };
    if let Some(kind) = turned {
        let reason = if row == Row::Work {
            "in a row of work"
        } else {
            "in a row of education"
        };
        draft.turn(kind, 0.82, reason);
    }
}

#[cfg(test)]
mod tests {
    use crate::classify::testing::field;
    use crate::classify::{FieldKind as K, classify};
    use crate::page::{LabelSource, LabelText, PageSnapshot};

    fn kinds(labels: &[&str]) -> Vec<Option<K>> {
        let fields = (1..).zip(labels).map(|(handle, text)| {
            let mut field = field("input text");
            field.handle = handle;
            field.labels.push(LabelText {
                from: LabelSource::Label,
                text: (*text).to_owned(),
            });
            field
        });
        let form = classify(&PageSnapshot {
            fields: fields.collect(),
            ..PageSnapshot::default()
        });
        form.fields.iter().map(|field| field.kind).collect()
    }

    #[test]
    fn a_start_that_is_still_to_come_belongs_to_no_row() {
        assert_eq!(
            kinds(&["Opleiding", "Opzegtermijn", "Startdatum"])[2],
            Some(K::StartDate)
        );
        assert_eq!(
            kinds(&["School", "Diploma", "Gewenste startdatum"])[2],
            Some(K::StartDate)
        );
        assert_eq!(
            kinds(&["School", "Diploma", "Startdatum"])[2],
            Some(K::EduStart)
        );
    }
}
