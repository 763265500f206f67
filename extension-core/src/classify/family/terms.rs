//! What the person wants: pay, notice, start, relocation, remote work.
//!
//! What must not happen here: today's pay written as tomorrow's wish, or "will you come to the office?" answered as
//! "do you want remote work?".

use crate::classify::FieldKind;
use crate::classify::rule::{ANY, On, Rule, TEXT_OR_PICK};

pub(crate) const RULES: &[Rule] = &[
    Rule {
        label: &[
            "salary|compensation|remuneration|pay|wage expectation|expectations|requirement|requirements|expected|desired|indication|range|target|amount|wish",
            "expected|desired|target|minimum|required|preferred|requested|anticipated|asking salary|compensation|remuneration|pay|wage|rate|income|ctc|package",
            "expected|desired|target|minimum|required|preferred annual|base|gross|yearly|monthly|hourly|total|daily salary|compensation|pay|rate|remuneration|wage|package",
            "salary|compensation|pay|rate",
            "base|annual salary",
            "desired|expected salary|pay rate|range|amount|compensation|or",
            "desired salary before deductions",
            "expected|desired|target|minimum annual|yearly|monthly gross|base|net salary|compensation|pay|remuneration",
            "hourly|daily|day rate",
            "hourly rate expectation|expectations",
            "expected ctc",
            "salary expectations|expectation gross|annual|yearly|in|per",
            "rate expectation|expectations",
            "pay expectation|expectations",
            "gehaltsvorstellung|gehaltsvorstellungen|gehaltswunsch|wunschgehalt|gehaltserwartung|gehaltserwartungen|gehalt|gehaltsangabe|jahresgehalt|bruttojahresgehalt|jahresbruttogehalt|zielgehalt|vergütungsvorstellung|lohnvorstellung|lohnvorstellungen|lohnerwartung|stundenlohn|*gehaltsvorstellung*|*gehaltswunsch|*wunschgehalt",
            "gewünschtes|erwartetes gehalt|jahresgehalt|bruttojahresgehalt|bruttogehalt|monatsgehalt|salär",
            "gewünschte vergütung",
            "jährliche gehaltsvorstellung",
            "gehaltsvorstellung brutto|jährlich|in|pro|jahr",
            "prétentions|prétention|attentes salariales|salariale",
            "rémunération|salaire|package souhaité|souhaitée|attendu|attendue|désiré|désirée|annuel|envisagé|visé",
            "prétentions salariales annuelles|brutes|en",
            "rémunération|salaire annuel|annuelle|mensuel|mensuelle|brut|brute souhaité|souhaitée|attendu|attendue",
            "rémunération|salaire brut|brute annuel|annuelle souhaité|souhaitée",
            "salaire|rémunération",
            "fourchette salariale|de_salaire",
            "expectativa|expectativas|pretensión|pretensiones|aspiración|aspiraciones salarial|salariales|económicas",
            "salario deseado|esperado|pretendido",
            "sueldo deseado|esperado",
            "retribución deseada",
            "pretese|aspettative|richiesta|richieste retributive|economiche|salariali|economica",
            "retribuzione desiderata|attesa|richiesta",
            "ral desiderata|richiesta|attesa",
            "salariswens|salarisindicatie|salarisverwachting|salarisverwachtingen|salaris|gewenst",
            "gewenst salaris|maandsalaris",
            "gewenst bruto|maandelijks salaris|maandsalaris",
            "pretensão salarial",
            "expectativa salarial",
            "salário desejado|pretendido",
            "oczekiwania finansowe|płacowe",
            "oczekiwane wynagrodzenie|zarobki",
            "oczekiwania finansowe brutto|netto|miesięczne",
            "löneanspråk|lønnsforventninger|palkkatoive",
        ],
        asks: &[
            "salary|compensation|pay|remuneration|rate|wage expectation|expectations|requirement|requirements|indication",
            "expected|desired|target|required|ideal salary|compensation|remuneration|pay|wage|rate|package",
            "expected|desired|target|ideal annual|base|gross|yearly|monthly|hourly|total salary|compensation|pay|rate|remuneration|wage",
            "desired .. salary|hourly_rate",
            "salary .. expect|expecting|looking for|desire|require|seeking",
            "salary range .. you",
            "salaire|rémunération .. souhait*|visez|attend*|espér*",
            "banda|rango|franja salarial deseada|deseado|esperada|esperado",
            "cuánto .. quieres|quiere|gustaría|esperas|espera cobrar|ganar",
            "quanto .. vorresti|vorrebbe guadagnare",
            "welk salaris|loon",
            "was .. verdienen",
            "what .. salary .. are you",
            "how much .. expect|like .. earn|paid|per",
            "expectations .. salary|compensation|remuneration",
            "gehaltsvorstellung*|gehaltswunsch|wunschgehalt|gehaltserwartung*|jahresbruttogehalt|*gehaltsvorstellung*",
            "welches gehalt",
            "gehalt .. stellen|erwart*|wünsch*|vorstell*",
            "prétentions|prétention|attentes salariales|salariale",
            "rémunération|salaire souhait*|attend*|désir*",
            "expectativa*|pretensión|pretensiones|aspiración|aspiraciones salarial*",
            "pretese|aspettative retributive|economiche|salariali",
            "salariswens|salarisindicatie|salarisverwachting*",
            "pretensão salarial",
            "oczekiwania finansowe|płacowe|dotyczące .. wynagrodzenia|finansowe",
            "oczekiwan* wynagrodzeni*",
        ],
        names: &[
            "salary expectation|expectations|expected|desired|requirement|requirements|indication",
            "expected|desired|target|minimum salary|compensation|pay|wage|ctc",
            "salary|gehaltsvorstellung|gehaltswunsch|wunschgehalt|gehalt|pretentions|compensation|remuneration",
            "compensation expectation|expectations",
            "pay expectation|expectations|rate",
            "salary amount|annual|value",
            "desired annual salary",
            "expected annual salary",
            "salariswens",
            "salary expectations annual",
        ],
        never: &[
            "current|currently|present|previous|last|ending|starting|aktuell*|derzeitig*|bisherig*|letztes|actuel|actuelle|actual|actuales|dernier|attuale|huidig*|atual|obecn*|ostatni*|history",
            "currency|period|frequency|type|unit|währung|zeitraum|devise|moneda|valuta|moeda|waluta|interval",
            "aware|understand|comfortable_with|acceptable|agree|okay|ok_with|align|aligned|within|flexible|negotiable|is_the|does_the|disclose|if_paid|benefits|transparency|comment|describe|how_did|why",
        ],
        ..Rule::new(FieldKind::SalaryExpectation, TEXT_OR_PICK.or(On::LONG))
    },
    Rule {
        label: &[
            "salary|compensation|pay currency|period|frequency|type|unit|interval",
            "currency|currencies",
            "desired|expected salary currency|period|frequency",
            "current|present|previous|last salary|compensation|ctc|pay|remuneration",
            "current annual|base|gross|monthly salary|compensation",
            "währung|gehaltsperiode",
            "aktuelles|derzeitiges|jetziges gehalt|jahresgehalt|bruttojahresgehalt",
            "devise|monnaie",
            "salaire|rémunération actuel|actuelle",
            "salario actual|attuale|atual",
            "moneda|valuta|moeda|waluta",
            "huidig salaris",
            "ral attuale",
            "obecne wynagrodzenie",
            "starting|ending|final salary|pay|wage",
        ],
        names: &[
            "salary currency|period|frequency|type|unit",
            "currency",
            "current salary|compensation|ctc",
            "pay period|frequency",
            "salary interval",
        ],
        ..Rule::new(FieldKind::Other, TEXT_OR_PICK)
    },
    Rule {
        label: &[
            "notice period",
            "current notice period",
            "notice period weeks|days|months|in|length|duration",
            "period of notice",
            "length of notice",
            "notice required",
            "kündigungsfrist",
            "aktuelle kündigungsfrist",
            "préavis",
            "durée de|du préavis",
            "délai de préavis",
            "période de préavis",
            "plazo|periodo|período de preaviso",
            "preaviso|preavviso",
            "periodo|termine di preavviso",
            "opzegtermijn",
            "aviso prévio",
            "período de aviso",
            "okres wypowiedzenia",
            "uppsägningstid|oppsigelsestid|irtisanomisaika|opsigelsesvarsel",
        ],
        asks: &[
            "notice period",
            "how much notice",
            "how long .. notice",
            "kündigungsfrist",
            "préavis",
            "preaviso",
            "preavviso",
            "opzegtermijn",
            "aviso prévio",
            "okres wypowiedzenia",
        ],
        names: &[
            "notice period",
            "notice",
            "kuendigungsfrist|kundigungsfrist|preavis|opzegtermijn|preaviso|preavviso",
            "notice period weeks|days|months",
        ],
        never: &["privacy|are you serving|negotiable|buy"],
        ..Rule::new(
            FieldKind::NoticePeriod,
            TEXT_OR_PICK.or(On::LONG).or(On::DATE),
        )
    },
    Rule {
        label: &[
            "earliest|desired|preferred|possible|available|expected|anticipated|proposed|ideal start|starting|joining|availability|commencement|available date|day",
            "earliest possible start|starting|joining date",
            "earliest start",
            "start|joining date",
            "date available|you",
            "date available to|for start|work|employment",
            "available from|start|date|starting",
            "availability date|start|to",
            "availability",
            "available to start|from|work",
            "earliest availability|date",
            "date you can|could start",
            "possible|potential date of joining|start",
            "earliest possible date of joining|entry|start",
            "when can you start",
            "eintrittstermin|eintrittsdatum|startdatum|starttermin|einstiegstermin|einstiegsdatum|eintritt|verfügbarkeit|arbeitsbeginn|eintrittszeitpunkt|wunschtermin",
            "frühester|frühestmöglicher|frühestes|frühestmögliches|möglicher|mögliches|gewünschter|gewünschtes|nächstmöglicher eintrittstermin|eintrittsdatum|startdatum|starttermin|eintritt|einstieg|einstiegstermin|arbeitsbeginn|beginn|termin|start|eintrittszeitpunkt",
            "verfügbar ab|zum|seit",
            "verfügbar",
            "möglicher eintritt|beginn",
            "frühestmöglicher zeitpunkt",
            "ab wann verfügbar",
            "startbereit ab",
            "verfügbarkeit ab",
            "disponible à|dès|à_partir",
            "date disponible|de_disponibilité|d_entrée|de_démarrage",
            "disponible à partir du|de",
            "date de disponibilité|début|démarrage|prise",
            "disponibilité",
            "disponibilités",
            "date de début souhaitée|au plus tôt",
            "date d entrée|embauche|arrivée",
            "date d entrée souhaitée|possible",
            "fecha|disponibilidad de|para inicio|incorporación|disponibilidad|comenzar|incorporarse",
            "disponibilidad",
            "disponible desde|a_partir",
            "fecha disponible",
            "incorporación",
            "data di inizio|disponibilità|ingresso|inserimento",
            "disponibilità",
            "disponibile da|dal|a",
            "disponibilità dal|a_partire",
            "beschikbaarheid|startdatum|ingangsdatum",
            "beschikbaar vanaf|per",
            "gewenste startdatum|ingangsdatum",
            "mogelijke startdatum",
            "data de início|disponibilidade|ingresso",
            "disponibilidade",
            "disponível a partir|desde",
            "dostępność",
            "dostępny od",
            "data rozpoczęcia|dostępności",
            "możliwa|preferowana|oczekiwana data rozpoczęcia|podjęcia",
            "data rozpoczęcia pracy",
            "możliwy termin rozpoczęcia",
            "tillträdesdatum|startdato|aloituspäivä",
        ],
        asks: &[
            "when can|could|would|are|will you .. start|join|begin|available|commence",
            "how soon .. start|join|available|begin",
            "earliest .. start|available|join|begin",
            "what|which date .. start|available|join",
            "available to start|begin|commence",
            "when .. you .. available",
            "ab wann .. verfügbar|anfangen|beginnen|starten|einsteigen|zur_verfügung|eintreten",
            "wann .. verfügbar|anfangen|beginnen|starten|einsteigen|eintreten",
            "zu wann .. verfügbar|eintr*",
            "frühest* .. eintritt*|start*|einstieg*|verfügbar*",
            "eintrittstermin|eintrittsdatum",
            "à partir de quand|quelle",
            "quand .. disponible|commencer|débuter|démarrer",
            "quelle .. disponibilité|date de disponibilité",
            "cuándo .. incorporar*|empezar|comenzar|disponible",
            "quando .. iniziare|disponibile|cominciare",
            "wanneer .. beginnen|starten|beschikbaar",
            "quando .. começar|iniciar|disponível",
            "od kiedy|kiedy .. rozpocząć|zacząć|dostępn*|podjąć",
        ],
        names: &[
            "available from|date|start|to_start",
            "availability|availabledate|eintrittstermin|eintrittsdatum|verfuegbarkeit|verfuegbar|disponibilite|startdatum|beschikbaarheid",
            "earliest start|start_date",
            "desired|preferred|possible|earliest start|start_date|date",
            "start date",
            "date available",
            "availability date|start",
            "joining date",
            "earliest joining date",
            "verfuegbar ab",
        ],
        never: &[
            "education|school|university|degree|study|studies|employment_history|previous|employer|work_experience|end_date|graduation|interview|call|weekend*|shift*|hours|overtime|travel|company_when|signature|assessment|days|time_slots|studienbeginn|contract",
            "do you|are you able|can you commute",
        ],
        ..Rule::new(FieldKind::StartDate, ANY)
    },
    Rule {
        label: &[
            "relocation|relocate",
            "willing|willingness|open|able|ready|prepared to relocate",
            "willingness|openness to relocate|relocation",
            "relocation willingness|preference|possible",
            "umzugsbereitschaft|umzugsbereit",
            "bereitschaft zum umzug",
            "mobilité|mobilité géographique",
            "disponibilidad para reubicación|reubicarse|trasladarse|cambiar|mudarse",
            "disponibilità al trasferimento",
            "disponibilità a trasferirsi|trasferimento",
            "bereid te|om .. verhuizen",
            "disponibilidade para mudança|mudar|mudanca",
            "gotowość do przeprowadzki|relokacji",
        ],
        asks: &[
            "willing|open|able|prepared|happy|ready|consider|considering|interested|comfortable|plan|planning to|in|with .. relocate|relocating|relocation|move",
            "would|will|can|could|do|are you .. relocate|relocating",
            "bereit .. umzuziehen|umziehen|umzug",
            "umzugsbereit*",
            "prêt|prête|ouvert|ouverte|disposé .. déménager|relocaliser|mobilité|mobile",
            "êtes vous mobile",
            "accept*|envisag*|pourriez|souhait* .. déménager",
            "dispuesto|dispuesta .. a trasladar*|mudar*|cambiar",
            "disponibilidade|disponibilidad|disponibilità para|a|al|de .. mudança|mudar*|reubic*|traslad*|cambio_de_residencia|trasferi*",
            "dispuesto|dispuesta|dispuesto_a .. reubicar*|trasladar*|mudar*|cambiar de residencia",
            "disponibile|disposto|disposta .. trasferir*|trasferimento",
            "bereid .. verhuizen",
            "disposto|disposta|disponível .. mudar|relocar|mudança",
            "gotow* .. przeprowadz*|relokacj*",
        ],
        names: &[
            "relocate|relocation|umzugsbereitschaft",
            "willing to relocate",
            "willing relocate",
            "open to relocation",
            "will relocate",
        ],
        never: &[
            "assistance|package|support|cost|costs|require_relocation|already|when|describe|why|note|understand|move_on|moved",
        ],
        ..Rule::new(FieldKind::Relocation, TEXT_OR_PICK.or(On::TICK))
    },
    Rule {
        label: &[
            "remote",
            "open to remote|remotely",
            "remote work|working|preference",
            "willing to work remotely",
            "homeoffice|home office",
            "remote arbeiten",
            "télétravail",
            "teletrabajo|smart_working|thuiswerken|praca_zdalna",
        ],
        asks: &[
            "open|willing|comfortable|able|happy|interested to|with|in .. work|working remotely|remote",
            "open|willing|comfortable|interested to|with|in remote work|working|roles|positions",
            "do|would|are you .. want|like|prefer|interested .. work|working remotely|remote",
            "can you work remotely",
            "remote arbeiten",
            "im homeoffice arbeiten",
            "souhait*|prêt|ouvert .. télétravail",
            "trabajar en_remoto|de_forma_remota|remotamente",
            "lavorare da remoto",
            "thuis werken|thuiswerken",
            "trabalhar remotamente",
            "pracować zdalnie",
        ],
        names: &[
            "remote|remotely",
            "remote work|ok|preference",
            "open to remote",
            "work remote|remotely",
            "home office",
        ],
        never: &[
            "office|onsite|on_site|in_person|hybrid|days|commut*|have_you|experience|vor_ort|büro|bureau|sur_site|présentiel|oficina|presencial|ufficio|sede|kantoor|escritório|biur*|headquarters|location|reside|internet|workspace|timezone|time_zone|only|position_is|role_is|fully_remote_position|describe|how",
        ],
        ..Rule::new(FieldKind::RemoteOk, TEXT_OR_PICK.or(On::TICK))
    },
];

#[cfg(test)]
mod tests {
    use crate::classify::FieldKind as K;
    use crate::classify::testing::{label, name, not};

    #[test]
    fn pay_notice_and_start() {
        label("Salary expectations (gross per year)", K::SalaryExpectation);
        label(
            "What is your desired annual salary or hourly rate of pay?",
            K::SalaryExpectation,
        );
        label("Gehaltsvorstellung (brutto/Jahr)", K::SalaryExpectation);
        label("Rémunération souhaitée", K::SalaryExpectation);
        label("Pretensão salarial", K::SalaryExpectation);
        label("Oczekiwania finansowe", K::SalaryExpectation);
        label("Gewenst salaris", K::SalaryExpectation);
        label("Kündigungsfrist", K::NoticePeriod);
        label("What is your notice period?", K::NoticePeriod);
        label("Earliest start date", K::StartDate);
        label("Frühestmöglicher Eintrittstermin", K::StartDate);
        label("Disponible à partir du", K::StartDate);
        label("When could you start?", K::StartDate);
        label("Are you willing to relocate?", K::Relocation);
        name("salary_expectations", K::SalaryExpectation);
        name("available_from", K::StartDate);
    }

    #[test]
    fn neighbouring_meanings_stay_apart() {
        not("Current salary", K::SalaryExpectation);
        not("Salary currency", K::SalaryExpectation);
        not(
            "Is the salary range of this role acceptable to you?",
            K::SalaryExpectation,
        );
        not(
            "Are you willing to come into the office two days a week?",
            K::RemoteOk,
        );
        not("Do you need relocation assistance?", K::Relocation);
        not("Tell us how you would start a new project", K::StartDate);
    }
}
