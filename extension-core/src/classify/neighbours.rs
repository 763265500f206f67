//! What a field's neighbours say about it: "Name" beside "First name" is the last name, "From" in a work row is when
//! that work began, a list of countries before a number is its calling code.
//!
//! What must not happen here: a sure reading overturned. Only readings that are open by nature are settled.

mod counties;

use crate::classify::FieldKind as K;
use crate::classify::decide::Draft;
use crate::classify::rule::On;
use crate::classify::text::{Patterns, tables, words};
use crate::classify::tokens::split;
use crate::page::Control;

tables! {
    /// Labels that only say "name", in languages where that is the family name beside a given name.
    BARE_NAME = ["^name|nom|nombre|nome|naam|namn|navn|nimi$", "^legal name$"];
    BARE_GIVEN = ["^nombre|nome|imie$"];
    GIVEN_PART = ["^first|given|forename name$", "^first|forename|vorname|prénom|voornaam|imię$", "^given$"];
    FAMILY_PART = ["^last|family name$", "^last|surname|nachname|familienname|apellido|apellidos|cognome|achternaam|nazwisko|sobrenome$"];
    PHONE = ["phone|telephone|telefon*|mobile|handy*|mobil*|telefono|telefone|tel|portable|cellulare|telefoonnummer|movil"];
    PHONE_CLASS = ["phone|tel|iti|dial|flag|phoneinput|intl"];
    START = ["^start|from|von|ab|beginn|anfang|seit|début|inicio|desde|inizio|dal|da|van|vanaf|início|od|de|du|began$", "^start|starting|begin|beginning|from|started date|month|year|on|day", "date start|started|from|began|of start", "^from month|year|date|to", "startdatum|eintritt|begindatum|beginndatum|anfangsdatum", "von datum|monat|jahr", "date de début", "fecha de inicio", "fecha inicio", "data di inizio", "data inizio", "data de início", "data início", "data rozpoczęcia", "month|year started", "mois|année de début", "employed from", "^month|year|day of from|start|starting$", "date started|begun|joined", "^depuis|ab_wann|vanaf|desde|dal|odkąd$", "eintrittsdatum|indiensttreding", "^admissão|ingreso|embauche|commenced$", "date commenced|hired|employed", "commencement date", "data de admissão|ingresso|entrada", "fecha de alta|ingreso|entrada", "date d entrée|embauche", "data di assunzione", "data zatrudnienia"];
    END = ["^end|to|bis|ende|until|till|through|fin|hasta|fine|al|tot|até|do|finish|a|à|au$", "^end|ending|to|finish|ended|until|completion date|month|year|on|day", "date end|ended|to|of end|until", "^to month|year|date|present", "enddatum|austritt|einddatum", "bis datum|monat|jahr", "date de fin", "fecha de fin|finalización|término", "fecha fin", "data di fine", "data fine", "data de término|fim|conclusão", "data fim", "data zakończenia", "month|year ended", "mois|année de fin", "employed to|until", "^month|year|day of to|end|ending$", "date left|ended|finished|of_leaving", "^jusqu|jusqu_à|jusqu_au|tot_en_met|t_m|ate$", "austrittsdatum|uitdiensttreding", "^jusqu à|au", "tot en met", "^conclusão|conclusion|finalización|saída|desligamento$", "data de saída|desligamento|demissão", "fecha de baja|salida|egreso", "date de sortie|départ", "data di cessazione|uscita", "data zwolnienia|odejścia", "leaving|departure date"];
    WORK = ["work|employment|professional|job|career|working experience|history|background|experiences", "work|previous|past experience|employers|employment|jobs|positions", "^experience|experiences|employment|employer|employers$", "experience|employment|employer|position|job one", "berufserfahrung|berufserfahrungen|werdegang|arbeitserfahrung|beschäftigung|berufspraxis", "beruflicher werdegang", "berufliche erfahrung|laufbahn|stationen", "expérience|expériences professionnelle|professionnelles", "^expérience|expériences$", "parcours professionnel", "experiencia|experiencias laboral|profesional|laborales|profesionales", "esperienza|esperienze lavorativa|lavorative|professionale|professionali", "werkervaring|werkervaringen|arbeidsverleden", "experiência|experiências profissional|profissionais", "doświadczenie zawodowe", "historia zatrudnienia", "recent|last|latest|previous|former job|position|employer|role|post", "^experience|career details|information|data|entry|record"];
    EDUCATION = ["education|educations|educational|academic|academics|schooling|studies|qualifications", "education|school one", "ausbildung|bildung|bildungsweg|studium|schulbildung|ausbildungen|bildungsabschlüsse", "formation|formations|études|diplômes|scolarité", "formación|educación|estudios", "formazione|istruzione|studi", "opleiding|opleidingen|onderwijs", "educação|formação|escolaridade", "edukacja|wykształcenie", "schulische|akademische ausbildung|laufbahn"];
    WORK_NAMES = ["work experience|history", "employment|employments|workexperience|employer|employers|experiences", "experience company|employer|title|start|end|from|to|description|position", "previous employer|job", "job history|one", "^experience|work|jobs|positions"];
    EDU_NAMES = ["education|educations|school|schools|university|college|edu|ausbildung|bildung|formation|studies"];
    CURRENT = ["current|currently|present|latest|recent|actual|actuel|actuelle|attuale|huidige|huidig|atual|aktuell*|derzeit*|jetzig*|obecn*|aktualn*"];
    ROLE = ["^title|position|role|titel|funktion|poste|puesto|cargo|ruolo|functie|stanowisko|stelle|tätigkeit|job$", "^job|position|role title$", "title position|role"];
    DESCRIPTION = ["^description|summary|details|beschreibung|responsibilities|duties|aufgaben|tätigkeiten|descripción|descrizione|omschrijving|descrição|opis$", "^what you did|do|achieved|worked_on", "description of|of .. role|job|position|work"];
    PART = ["^month|year|day|monat|jahr|tag|mois|année|jour|mes|año|mese|anno|maand|mês|ano|miesiąc|rok|mm|yyyy|yy|dd|jjjj|aaaa|tt|gg|jj|rrrr|giorno|dia|día|dzień|dag$"];
    MONTH = ["month|monat|mois|mes|mese|maand|mês|miesiąc|mm"];
    MONTH_NAME = ["^january|januar|janvier|enero|gennaio|januari|janeiro|styczeń|jan|february|februar|février|febrero|febbraio|februari|fevereiro|luty|feb$"];
    YEAR = ["year|jahr|année|año|anno|jaar|ano|rok|yyyy|yy|jjjj|aaaa|rrrr"];
    /// One label over two boxes, one for each half.
    BOTH_NAMES = ["vorname|first|prénom|nombre|nome|voornaam|imię|given .. name|last|nachname|zuname|surname|nom|apellido|apellidos|cognome|achternaam|nazwisko|sobrenome", "name|last|nachname|zuname|surname|nom|apellido|apellidos|cognome|achternaam|nazwisko|sobrenome .. vorname|first|prénom|nombre|nome|voornaam|imię|given"];
    ZIP_AND_CITY = ["^plz|postleitzahl|zip|postcode|postal|cap|cp|cep|code_postal|zip_code .. ort|wohnort|stadt|city|town|ville|población|ciudad|comune|città|plaats|woonplaats|cidade|localidade|miasto"];
    /// A part that somebody signs, with name and date of signing.
    SIGNED = ["self identification|identify|id", "cc 305", "disability", "signature|e_signature|esignature|unterschrift|firma_electrónica", "equal employment|opportunity"];
    TITLE = ["^title|titel$"];
    /// Pay that nobody asks for yet: beside an employer it is what was paid there.
    PLAIN_PAY = ["^salary|pay|wage|wages|compensation|remuneration|gehalt|salaire|rémunération|salario|sueldo|salário|stipendio|retribuzione|salaris|wynagrodzenie$", "^annual|base|hourly|monthly|gross|yearly salary|pay|wage|rate|compensation$"];
    /// Over a start and an end that have no label each.
    SPAN = ["^duration|period|dates|dauer|zeitraum|durée|période|duración|período|periodo|durata|duur|periode|duração|okres$", "time period", "period|dates of employment|study|attendance", "dates attended|employed"];
    DATE_ONLY = ["^date|today_s_date|todays_date|datum|signature_date|date_signed$"];
}

/// What kind of row a field stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    Work,
    Education,
}

/// Settles what is open.
pub(crate) fn settle(drafts: &mut [Draft<'_>]) {
    names(drafts);
    calling_codes(drafts);
    rows(drafts);
    spans(drafts);
    halves(drafts);
    date_parts(drafts);
    signatures(drafts);
    employers_own(drafts);
    counties::leave(drafts);
    title_beside_company(drafts);
    only_file(drafts);
}

fn near<'d>(
    drafts: &'d [Draft<'_>],
    at: usize,
    reach: usize,
) -> impl Iterator<Item = &'d Draft<'d>> {
    let from = at.saturating_sub(reach);
    let to = (at + reach + 1).min(drafts.len());
    (from..to)
        .filter(move |other| *other != at)
        .map(|other| shorten(&drafts[other]))
}

/// Drafts borrow the snapshot for longer than anyone looks at them here.
fn shorten<'d>(draft: &'d Draft<'_>) -> &'d Draft<'d> {
    draft
}

fn names(drafts: &mut [Draft<'_>]) {
    for at in 0..drafts.len() {
        let has = |kind: K| {
            near(drafts, at, 3).any(|other| other.kind == Some(kind) && other.trap.is_none())
        };
        let whole = drafts.iter().any(|other| other.kind == Some(K::LastName));
        let draft = &drafts[at];
        if draft.kind == Some(K::FullName)
            && has(K::FirstName)
            && BARE_NAME.any(draft.core())
            && !has(K::LastName)
        {
            drafts[at].turn(K::LastName, 0.85, "“name” beside a first name");
        } else if draft.kind == Some(K::FirstName)
            && BARE_GIVEN.any(draft.core())
            && !whole
            && drafts.len() > 1
        {
            let later = near(drafts, at, 2).any(|other| other.kind == Some(K::FullName));
            if !later {
                drafts[at].turn(K::FullName, 0.7, "the only name asked for");
            }
        } else if draft.kind == Some(K::FullName) && BARE_NAME.any(draft.core()) {
            // "Name" over the whole, "First name" under this box.
            let part = |part: &Patterns| draft.questions[1..].iter().any(|own| part.any(&own.core));
            if part(&GIVEN_PART) {
                drafts[at].turn(K::FirstName, 0.85, "a part of the name");
            } else if part(&FAMILY_PART) {
                drafts[at].turn(K::LastName, 0.85, "a part of the name");
            }
        }
    }
}

/// "Name, Vorname" over two boxes, "PLZ / Ort" over two boxes: the first box holds the half its partner does not.
fn halves(drafts: &mut [Draft<'_>]) {
    for at in 0..drafts.len() {
        let core = drafts[at].core().to_vec();
        let partner = drafts
            .get(at + 1)
            .filter(|next| next.field.form == drafts[at].field.form && next.trap.is_none())
            .map(|next| (next.kind, next.questions.is_empty()));
        let had = |kind: K| near(drafts, at, 3).any(|other| other.kind == Some(kind));
        let (half, other) = match (drafts[at].kind, partner) {
            (Some(K::FullName), Some((Some(K::FirstName), _)))
                if BOTH_NAMES.any(&core) && !had(K::LastName) =>
            {
                (K::LastName, K::FirstName)
            }
            (Some(K::FullName), Some((Some(K::LastName), _)))
                if BOTH_NAMES.any(&core) && !had(K::FirstName) =>
            {
                (K::FirstName, K::LastName)
            }
            (Some(K::Location), Some((kind, unnamed)))
                if ZIP_AND_CITY.any(&core)
                    && !had(K::PostalCode)
                    && (kind == Some(K::City) || (kind.is_none() && unnamed)) =>
            {
                (K::PostalCode, K::City)
            }
            _ => continue,
        };
        drafts[at].turn(half, 0.8, "one half of a shared label");
        if drafts[at + 1].kind.is_none() {
            drafts[at + 1].turn(other, 0.75, "the other half of a shared label");
        }
    }
}

/// A second phone number or address right behind an employer or a school is theirs, not the person's.
fn employers_own(drafts: &mut [Draft<'_>]) {
    for at in 1..drafts.len() {
        let kind = drafts[at].kind;
        let reach = match kind {
            Some(K::Phone) => 4,
            Some(
                K::AddressLine1 | K::AddressLine2 | K::City | K::State | K::PostalCode | K::Country,
            ) => 6,
            _ => continue,
        };
        let section = &drafts[at].field.section;
        // An address needs more than an employer before it: the row must say whose it is.
        let in_row = kind == Some(K::Phone) || row_of(&drafts[at]).is_some();
        let behind = drafts[at.saturating_sub(reach)..at].iter().any(|before| {
            matches!(before.kind, Some(K::WorkCompany | K::School))
                && (kind == Some(K::Phone) || before.field.section == *section)
        });
        let asked = drafts[..at]
            .iter()
            .any(|before| before.kind == kind && before.trap.is_none());
        if in_row && behind && asked {
            drafts[at].turn(K::Other, 0.8, "of the employer or school before it");
        }
    }
}

/// A plain "Title" right behind the company is what the person does there, not a form of address.
fn title_beside_company(drafts: &mut [Draft<'_>]) {
    for at in 1..drafts.len() {
        let kind = match drafts[at - 1].kind {
            Some(K::CurrentCompany) => K::CurrentTitle,
            Some(K::WorkCompany) => K::WorkTitle,
            _ => continue,
        };
        let open = matches!(drafts[at].kind, None | Some(K::Other))
            && drafts[at].trap.is_none()
            && drafts[at].field.form == drafts[at - 1].field.form
            && drafts[at].on.meets(On::LINE)
            && TITLE.any(drafts[at].core());
        if open {
            drafts[at].turn(kind, 0.75, "a title beside a company");
        }
    }
}

/// Which part of a date a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Day,
    Month,
    Year,
}

/// By what asks for it, else by the options.
fn part_of(draft: &Draft<'_>) -> Option<Part> {
    let texts = || draft.field.options.iter().map(|option| words(&option.text));
    let named = |words: &[String]| {
        if YEAR.any(words) {
            Some(Part::Year)
        } else if MONTH.any(words) {
            Some(Part::Month)
        } else if PART.any(words) {
            Some(Part::Day)
        } else {
            None
        }
    };
    let asked = draft
        .questions
        .iter()
        .find_map(|question| named(&question.all));
    let is_year = |words: Vec<String>| matches!(words.as_slice(), [one] if one.len() == 4 && (one.starts_with("19") || one.starts_with("20")));
    asked
        .or_else(|| texts().next().and_then(|first| named(&first)))
        .or_else(|| {
            texts()
                .nth(1)
                .filter(|second| is_year(second.clone()))
                .map(|_| Part::Year)
        })
        .or_else(|| {
            texts()
                .any(|words| MONTH_NAME.any(&words))
                .then_some(Part::Month)
        })
}

/// "Duration: month, year – month, year" in a row: the first two are its start, the last two its end.
fn spans(drafts: &mut [Draft<'_>]) {
    for at in 0..drafts.len().saturating_sub(3) {
        let four = &drafts[at..at + 4];
        let parts: Vec<_> = four.iter().map(part_of).collect();
        let dated = matches!(
            parts.as_slice(),
            [
                Some(Part::Month),
                Some(Part::Year),
                Some(Part::Month),
                Some(Part::Year)
            ]
        );
        let same = four.iter().all(|draft| {
            draft.trap.is_none()
                && draft.field.section == four[0].field.section
                && draft.field.row == four[0].field.row
        });
        if !dated || !same || !SPAN.any(four[0].core()) {
            continue;
        }
        let (start, end) = match row_of(&four[0]) {
            Some(Row::Work) => (K::WorkStart, K::WorkEnd),
            Some(Row::Education) => (K::EduStart, K::EduEnd),
            None => continue,
        };
        let asked = four[0].questions.clone();
        for (offset, draft) in drafts[at..at + 4].iter_mut().enumerate() {
            draft.questions.clone_from(&asked);
            let kind = if offset < 2 { start } else { end };
            draft.turn(kind, 0.8, "one of a start and an end under one label");
        }
    }
}

/// A date asked in parts has one label: the month beside the day, the year beside the month belong to it.
fn date_parts(drafts: &mut [Draft<'_>]) {
    for at in 1..drafts.len() {
        let Some(part) = part_of(&drafts[at]) else {
            continue;
        };
        let open = drafts[at].trap.is_none()
            && matches!(drafts[at].kind, None | Some(K::CustomQuestion))
            && drafts[at]
                .questions
                .iter()
                .all(|question| PART.any(&question.core));
        let Some(kind) = drafts[at - 1].kind.filter(|kind| {
            open && matches!(
                kind,
                K::DateOfBirth | K::StartDate | K::WorkStart | K::WorkEnd | K::EduStart | K::EduEnd
            )
        }) else {
            continue;
        };
        let together: Vec<_> = drafts[..at]
            .iter()
            .rev()
            .take_while(|before| {
                before.kind == Some(kind) && before.field.form == drafts[at].field.form
            })
            .map(part_of)
            .collect();
        if !together.is_empty()
            && together.len() < 3
            && !together.contains(&Some(part))
            && together.iter().all(Option::is_some)
        {
            drafts[at].turn(kind, 0.8, "the next part of a date");
            if drafts[at].questions.is_empty() {
                drafts[at].questions = drafts[at - 1].questions.clone();
            }
        }
    }
}

/// The name and the date beside a self-identification are a signature: the person's own act.
fn signatures(drafts: &mut [Draft<'_>]) {
    for at in 0..drafts.len() {
        let draft = &drafts[at];
        let signs = match draft.kind {
            Some(K::FullName) => {
                BARE_NAME.any(draft.core()) || draft.core().join(" ") == "full name"
            }
            Some(K::StartDate) | None => DATE_ONLY.any(draft.core()),
            _ => false,
        };
        if !signs {
            continue;
        }
        let headed = draft
            .field
            .section
            .last()
            .is_some_and(|heading| SIGNED.any(&words(heading)));
        let named = drafts.iter().enumerate().any(|(other, draft)| {
            other != at && matches!(draft.kind, Some(K::FirstName | K::LastName | K::FullName))
        });
        let beside = named && near(drafts, at, 4).any(|other| other.kind == Some(K::Disability));
        let called = draft.names.iter().any(|name| SIGNED.any(&name.all));
        if headed || beside || called {
            drafts[at].turn(K::Other, 0.8, "signs a self-identification");
        }
    }
}

fn calling_codes(drafts: &mut [Draft<'_>]) {
    let visible: Vec<usize> = (0..drafts.len())
        .filter(|&at| drafts[at].field.visible && drafts[at].trap.is_none())
        .collect();
    for (position, &at) in visible.iter().enumerate() {
        let draft = &drafts[at];
        let number =
            |other: usize| drafts[other].kind == Some(K::Phone) && drafts[other].on.meets(On::LINE);
        let next = visible
            .get(position + 1)
            .copied()
            .filter(|&other| number(other));
        let before = position
            .checked_sub(1)
            .map(|before| visible[before])
            .filter(|&other| number(other));
        let list = draft.on.meets(On::PICK.or(On::COMBO));
        if !list || (next.is_none() && before.is_none()) {
            continue;
        }
        let says_phone = draft
            .field
            .section
            .last()
            .is_some_and(|heading| PHONE.any(&words(heading)))
            || draft
                .questions
                .iter()
                .any(|question| PHONE.any(&question.all))
            || PHONE_CLASS.any(&split(&draft.field.class));
        let asked_before = drafts[..at]
            .iter()
            .any(|other| other.kind == Some(K::Country));
        let open = match draft.kind {
            Some(K::Country) => (says_phone || asked_before) && next.is_some(),
            Some(K::Phone) => true,
            None => {
                next.is_some()
                    && (draft.questions.is_empty() || says_phone)
                    && draft.field.control != Control::ComboBox
            }
            _ => false,
        };
        if open && !draft.choices.allow(K::PhoneCountry) {
            // "Home, Mobile, Work": which of the numbers it is.
            if draft.kind == Some(K::Phone) {
                drafts[at].turn(K::Other, 0.8, "the kind of a phone number");
            }
        } else if open {
            drafts[at].turn(K::PhoneCountry, 0.85, "a list beside the phone number");
        }
    }
}

fn rows(drafts: &mut [Draft<'_>]) {
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
        }
    }
}

/// Which row a field stands in, by its names and the headings over it.
fn row_of(draft: &Draft<'_>) -> Option<Row> {
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
        if heading.len() <= 6 && WORK.any(&heading) {
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
        || PART.any(core)
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
    let part = PART.any(&core);
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
    let is = |table: &crate::classify::text::Patterns| {
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
        (Row::Education, Some(K::WorkCurrent)) => Some(K::Other),
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

/// A form's only file input that takes papers is for the résumé, where nothing says otherwise.
fn only_file(drafts: &mut [Draft<'_>]) {
    if drafts.iter().any(|draft| draft.kind == Some(K::ResumeFile)) {
        return;
    }
    let mut open = drafts
        .iter_mut()
        .filter(|draft| draft.on.meets(On::FILE) && draft.kind.is_none());
    let (first, second) = (open.next(), open.next());
    if let (Some(draft), None) = (first, second)
        && crate::classify::family::files::takes_papers(draft.field)
    {
        draft.turn(K::ResumeFile, 0.65, "the only file asked for");
    }
}
