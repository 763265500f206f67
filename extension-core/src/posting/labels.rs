//! The labels job pages put before a value, in eight languages: data and look-up.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::fold::fold;
use super::salary;

/// What a labelled line tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Label {
    Title,
    Company,
    Place,
    City,
    Region,
    Country,
    Pay,
    Employment,
    Remote,
    Department,
    Reference,
    Posted,
    Deadline,
    /// A label of something that is not read here: it ends the value before it.
    Other,
}

const LABELS: &[(Label, &str)] = &[
    (
        Label::Title,
        "job title|position title|title|role title|vacancy title|stellenbezeichnung|stellentitel|jobtitel|berufsbezeichnung|intitule du poste|\
         titre du poste|titulo del puesto|nombre del puesto|titolo della posizione|functietitel|functienaam|titulo da vaga|nazwa stanowiska|stanowisko",
    ),
    (
        Label::Company,
        "company|company name|employer|hiring company|organization|organisation|hiring organization|hiring organisation|unternehmen|firma|arbeitgeber|\
         entreprise|nom de l entreprise|societe|employeur|empresa|nombre de la empresa|empleador|azienda|nome azienda|societa|datore di lavoro|bedrijf|\
         werkgever|organisatie|bedrijfsnaam|empregador|nome da empresa|pracodawca|nazwa firmy|legal entity",
    ),
    (
        Label::Place,
        "location|locations|job location|job locations|work location|work locations|primary location|primary work location|office location|office locations|\
         office|where|posting location|place of work|workplace location|location name|location s|job location s|based in|arbeitsort|arbeitsorte|standort|standorte|einsatzort|einsatzorte|\
         dienstort|ort|dienstsitz|lieu|lieux|lieu de travail|lieu du poste|localisation|localisation du poste|lieu de mission|ubicacion|lugar|lugar de trabajo|localizacion|\
         centro de trabajo|sede|sede di lavoro|luogo|luogo di lavoro|localita|locatie|locaties|werklocatie|standplaats|plaats|plaats van tewerkstelling|werkplaats|\
         localizacao|local|local de trabalho|lokalizacja|miejsce pracy|lokalizacje|arbetsplats|ort arbeitsort",
    ),
    (
        Label::City,
        "city|town|stadt|ville|ciudad|localidad|poblacion|citta|comune|stad|cidade|miasto|municipality|city location",
    ),
    (
        Label::Region,
        "state|state province|province|region|bundesland|departement|provincia|regione|regio|provincie|estado|wojewodztwo|county|state region",
    ),
    (
        Label::Country,
        "country|country region|land|pays|pais|paese|nazione|kraj",
    ),
    (
        Label::Employment,
        "employment type|befristung|working pattern|type of employment|job type|job types|position type|type of position|contract type|type of contract|contract|time type|schedule|job schedule|\
         worker type|work type|worker sub type|type|employment|employment status|employment category|working hours|work schedule|working time|hours|commitment|job status|position status|\
         full time part time|full part time|full or part time|hours per week|assignment type|beschaftigungsart|anstellungsart|arbeitszeit|arbeitszeiten|vertragsart|art der beschaftigung|beschaftigungsverhaltnis|anstellungsverhaltnis|\
         arbeitsverhaltnis|arbeitszeitmodell|anstellung|umfang|pensum|beschaftigung|beschaftigungsumfang|vertrag|einstiegsart|type de contrat|contrat|temps de travail|type d emploi|type de poste|rythme de travail|\
         duree du travail|nature du contrat|tipo de contrato|tipo de oferta|tipo de empleo|jornada|jornada laboral|contrato|tipo de jornada|tipo de puesto|horario|tipo di contratto|contratto|\
         orario|tipo di impiego|tipologia contrattuale|tipologia di contratto|orario di lavoro|impiego|dienstverband|contracttype|soort dienstverband|soort contract|uren|werkuren|aantal uren|\
         uren per week|type contract|werktijden|arbeidsduur|tipo de vaga|regime|tipo de emprego|carga horaria|tipo de contratacao|regime de contratacao|wymiar pracy|rodzaj umowy|\
         typ umowy|wymiar etatu|rodzaj zatrudnienia|forma zatrudnienia|rodzaj pracy|anstallningsform|omfattning",
    ),
    (
        Label::Remote,
        "remote|remote status|remote work|remote type|remote option|remote working|workplace type|location type|work model|work arrangement|workplace|work mode|\
         work location type|work setting|working model|work style|work environment|on site remote|remote on site|remote hybrid on site|remote job|remote eligible|telecommute|telecommuting|telework|remote policy|arbeitsmodell|homeoffice|home office|\
         remote arbeit|arbeitsweise|mobiles arbeiten|teletravail|mode de travail|politique de teletravail|organisation du travail|modalidad|teletrabajo|\
         modalidad de trabajo|modelo de trabajo|modalita di lavoro|modalita|lavoro da remoto|smart working|werkplek|werkvorm|thuiswerken|modelo de trabalho|\
         regime de trabalho|modalidade|tryb pracy|praca zdalna|model pracy|miejsce wykonywania pracy",
    ),
    (
        Label::Department,
        "department|departments|team|teams|division|business unit|abteilung|fachbereich|departamento|reparto|afdeling|dzial|departement service",
    ),
    (
        Label::Reference,
        "job id|job number|job code|requisition|requisition id|requisition number|req id|req|reference|reference number|job reference|reference id|id|ref|\
         referenz|referenznummer|kennziffer|reference de l offre|referencia|riferimento|referentie|numer referencyjny|job requisition id|vacancy id|\
         vacancy reference|vacancy ref|posting id|position id|position number|job ref|ref no|stellen id|stellennummer|ausschreibungsnummer|numero de l offre|\
         n de l offre|numero d offre|codigo de oferta|codice annuncio|codice offerta|referentienummer|vacaturenummer|vacature id|codigo da vaga|nr referencyjny|\
         nr ref|numer oferty",
    ),
    (
        Label::Posted,
        "date posted|posted|posted on|posting date|post date|published|publication date|posting start date|posted date|date published|listed|listed on|\
         advertised|job posted|online since|veroffentlicht|veroffentlicht am|veroffentlichungsdatum|online seit|erstellt am|date de publication|publiee le|\
         publie le|mise en ligne|date de mise en ligne|fecha de publicacion|publicado|publicada|data di pubblicazione|pubblicato il|pubblicata il|pubblicato|\
         publicatiedatum|geplaatst|geplaatst op|data de publicacao|publicada em|publicado em|data publikacji|opublikowano|dodano|data dodania",
    ),
    (
        Label::Deadline,
        "closing date|deadline|application deadline|apply by|posting end date|advert closes|closes|closing|closes on|applications close|apply before|\
         valid through|valid until|expires|expires on|expiry date|expiration date|application closing date|close date|job closing date|deadline to apply|\
         bewerbungsfrist|bewerbungsschluss|bewerbung bis|bewerbungsende|ausschreibungsende|date limite|date limite de candidature|date limite pour postuler|\
         date de cloture|date d expiration|cloture des candidatures|fecha limite|fecha de cierre|plazo|plazo de inscripcion|fin de plazo|cierre|scadenza|\
         data di scadenza|scadenza candidature|termine candidature|sluitingsdatum|reageren tot|solliciteren tot|uiterste datum|data limite|prazo|\
         prazo de candidatura|encerramento|inscricoes ate|candidaturas ate|termin skladania|termin skladania dokumentow|wazna do|wazne do|oferta wazna do|\
         data wygasniecia|termin aplikacji",
    ),
    (
        Label::Other,
        "category|job category|job family|function|job function|industry|sector|start date|start|seniority|seniority level|level|career level|experience|\
         experience level|years of experience|education|education level|travel|travel required|shift|reports to|reporting to|hiring manager|recruiter|contact|\
         number of openings|openings|vacancies|skills|languages|language|benefits|description|job description|overview|requirements|responsibilities|\
         qualifications|about the job|about the role|duration|bereich|berufsfeld|kategorie|eintrittsdatum|beginn|eintritt|karrierestufe|berufserfahrung|\
         ansprechpartner|sprache|branche|service|equipe|categorie|date de debut|niveau d etudes|niveau|secteur|secteur d activite|metier|area|categoria|nivel|\
         experiencia|sector de actividad|settore|livello|esperienza|vakgebied|opleidingsniveau|ervaring|niveau opleiding|setor|branza|poziom|doswiadczenie|\
         website|web site|company size|founded|headquarters|additional locations|other locations|weitere standorte",
    ),
];

static KNOWN: LazyLock<HashMap<&'static str, Label>> = LazyLock::new(|| {
    LABELS
        .iter()
        .rev()
        .flat_map(|(label, list)| list.split('|').map(move |known| (known.trim(), *label)))
        .collect()
});

/// Words that turn a pay label into a question to the applicant.
const ASKED: &[&str] = &[
    "expected",
    "expectation",
    "expectations",
    "desired",
    "current",
    "your",
    "requirement",
    "requirements",
    "vorstellung",
    "wunsch",
    "gehaltsvorstellung",
    "gehaltswunsch",
    "pretention",
    "pretentions",
    "souhaite",
    "souhaitee",
    "expectativa",
    "expectativas",
    "pretendido",
    "pretensao",
    "desiderata",
    "attesa",
    "gewenst",
    "gewenste",
    "oczekiwania",
    "oczekiwane",
    "date",
    "grade",
    "group",
    "transparency",
];

/// What a label of the table names.
pub(crate) fn exact(text: &str) -> Option<Label> {
    if text.len() > 60 {
        return None;
    }
    KNOWN.get(fold(text).as_str()).copied()
}

/// What a label names; the text may carry a colon, a star or brackets.
pub(crate) fn find(text: &str) -> Option<Label> {
    if text.len() > 60 {
        return None;
    }
    let folded = fold(text);
    if folded.is_empty() {
        return None;
    }
    if let Some(label) = KNOWN.get(folded.as_str()) {
        return Some(*label);
    }
    let words = folded.split(' ').collect::<Vec<_>>();
    (words.len() <= 6
        && !folded.contains(|c: char| c.is_ascii_digit())
        && salary::names_pay(&folded)
        && !words.iter().any(|w| ASKED.contains(w)))
    .then_some(Label::Pay)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_in_several_languages() {
        for (text, label) in [
            ("Location:", Some(Label::Place)),
            ("Arbeitsort", Some(Label::Place)),
            ("Type de contrat :", Some(Label::Employment)),
            ("Salario bruto anual", Some(Label::Pay)),
            ("Pay range (USD)", Some(Label::Pay)),
            ("Tryb pracy", Some(Label::Remote)),
            ("Expected salary", None),
            ("Gehaltsvorstellung", None),
            ("Department", Some(Label::Department)),
            ("Bewerbungsfrist", Some(Label::Deadline)),
            ("Career level", Some(Label::Other)),
            ("Night Baker", None),
        ] {
            assert_eq!(find(text), label, "{text}");
        }
    }
}
