//! Work now: the employer and the position, and what is asked about a job that no profile answers.
//!
//! What must not happen here: the employer who is hiring taken for the one the person works for.

use crate::classify::FieldKind;
use crate::classify::rule::{On, Rule, TEXT, TEXT_OR_PICK};

/// The company that hires, earlier contact with it, and other people's companies.
pub(super) const NOT_OWN_COMPANY: &[&str] = &[
    "our|this|know|worked|why|apply|applied|referr*|relatives|website|size|industry|branche|about|reference|referee|contact_may|permission|subsidiar*|competitor*|type|phone|email|address|city|state|country|zip",
    "unser*|warum|notre|pourquoi|nuestra|insurance|agency|recruitment|recruiting",
    "notice|kündigungsfrist|préavis|preaviso|preavviso|opzegtermijn|wypowiedzenia",
];

pub(crate) const RULES: &[Rule] = &[
    Rule {
        label: &[
            "current|present|latest|recent|last company|employer|organization|organisation",
            "current|present or|and|most|last .. company|employer|organization|organisation|last",
            "most recent company|employer|organization|organisation",
            "company|employer current|name",
            "name of current|present employer|company",
            "current|latest|recent employer|company_name",
            "current workplace|employer",
            "current|present place of work|employment",
            "current most recent employer|company",
            "heutiger|gegenwärtiger|aktueller|derzeitiger|jetziger|momentaner|letzter arbeitgeber",
            "aktuelle|derzeitige|jetzige|letzte firma",
            "aktuelles|derzeitiges unternehmen",
            "arbeitgeber derzeit",
            "derzeit|aktuell|zurzeit|momentan|gegenwärtig beschäftigt|tätig|angestellt bei",
            "aktueller oder letzter arbeitgeber",
            "entreprise|société|employeur actuelle|actuel",
            "employeur actuel",
            "empresa actual|atual",
            "azienda attuale",
            "attuale azienda|datore",
            "huidige werkgever|bedrijf",
            "huidig bedrijf",
            "empregador atual",
            "obecny|aktualny pracodawca",
            "obecna firma",
            "company|employer|organization|organisation",
            "company|employer|organization|organisation you work for|at now|currently|today",
            "firma|arbeitgeber|unternehmen",
            "entreprise|société|employeur",
            "empresa|empleador|azienda|werkgever|bedrijf|empregador|firma|pracodawca",
            "company|employer name",
            "name of company|employer",
            "firmenname",
            "nom de l entreprise|employeur",
            "nom entreprise",
            "nombre de la empresa",
            "nome azienda|empresa",
            "nome dell azienda",
            "nome da empresa",
            "bedrijfsnaam",
            "nazwa firmy",
            "name der firma",
            "name des unternehmens|arbeitgebers",
            "datore di lavoro attuale",
            "attuale datore di lavoro",
            "empresa|compañía onde_trabalha|onde_trabalhas|donde_trabajas|donde_trabaja",
            "empresa|compañía donde_trabajas|onde_trabalha actualmente|atualmente",
        ],
        asks: &[
            "bij welk bedrijf|welke werk_je|werkt_u|werk_jij|werkzaam",
            "bei welchem|welcher unternehmen|arbeitgeber|firma .. arbeiten|arbeitest|tätig|beschäftigt",
            "dans|pour quelle entreprise|société .. travaillez|travailles",
            "en qué|cuál empresa .. trabajas|trabaja",
            "in|presso quale azienda|società .. lavori|lavora",
            "em que|qual empresa .. trabalha|trabalhas",
            "w jakiej firmie .. pracujesz|pracuje",
            "^empresa|compañía|entreprise|société|azienda|società|bedrijf|firma|unternehmen .. trabaja|trabajas|trabalha|trabalhas|travaillez|travailles|lavori|lavora|werk|werkt|arbeiten|arbeitest$",
            "^wo arbeiten|arbeitest sie|du gerade|zurzeit|derzeit|aktuell|momentan|jetzt|heute",
            "^où travaillez|travailles vous|tu actuellement|aujourd_hui|en_ce_moment",
            "^dónde trabaja|trabajas actualmente|ahora|hoy",
            "^dove lavori|lavora attualmente|adesso|oggi",
            "^onde trabalha|trabalhas atualmente|agora|hoje",
            "^waar werk|werkt je|u nu|momenteel",
            "^who is|who_s your employer$",
            "^who is your current employer",
            "^wie is je|jouw|uw huidige werkgever",
            "per quale|che azienda|società .. lavori|lavora",
            "chez qui|quel .. travaillez|travailles",
            "^who do|did you .. work for$",
            "where do you currently work",
            "^where do you work now|currently|today|presently|at_present|at_the_moment$",
            "^where are you .. working|employed now|currently|today|at_present|at_the_moment$",
            "which|what company .. currently work",
            "^what is your current company|employer",
            "current or most recent employer|company",
        ],
        names: &[
            "current company|employer",
            "^company$|^org$|^employer$",
            "company name|current",
            "org|organization|organisation",
            "employer name|current",
            "latest|recent|last company|employer",
            "arbeitgeber|firma|entreprise|empresa|azienda|werkgever",
        ],
        never: NOT_OWN_COMPANY,
        ..Rule::new(FieldKind::CurrentCompany, TEXT)
    },
    Rule {
        label: &[
            "current|present|latest|recent|last|most title|position|role|occupation|job",
            "titular",
            "current|present|latest|recent|last|most recent job|position|role title|position",
            "current job title|role|position",
            "current|most recent title|role|position",
            "current or|and .. title|position|role",
            "job title|headline",
            "professional|current headline|title",
            "headline|occupation|profession",
            "job title current",
            "current occupation|profession",
            "position title",
            "current most recent job title",
            "heutige|gegenwärtige|aktuelle|derzeitige|jetzige position|tätigkeit|stelle|funktion|rolle|berufsbezeichnung",
            "aktueller|derzeitiger beruf|jobtitel|titel",
            "berufsbezeichnung|jobtitel|stellenbezeichnung",
            "poste|fonction|titre actuel|actuelle",
            "intitulé du|de poste",
            "função|cargo que desempenha|ocupa|exerce",
            "poste occupé",
            "poste actuellement occupé",
            "puesto|cargo actual|atual",
            "puesto de trabajo",
            "posizione|ruolo|qualifica attuale",
            "attuale posizione",
            "huidige functie|functietitel|positie",
            "functietitel|functie",
            "cargo atual",
            "profissão",
            "obecne|aktualne stanowisko",
            "stanowisko",
            "titel funktion",
            "designation",
            "current|present|latest|last designation|post",
            "puesto|cargo que ocupa|ocupas|desempeña|desempeñas",
            "poste|fonction que vous_occupez|tu_occupes",
            "ruolo|posizione che ricopri|ricopre",
            "profesión|ocupación|professione",
        ],
        asks: &[
            "^what is your current job|title|role|position",
            "current or most recent job|title|position",
            "what is your .. current role|title|position",
            "quel|quelle poste|fonction|emploi occupez|occupes|exercez|exerces",
            "che|quale ruolo|posizione|mansione ricopri|ricopre",
            "jakie stanowisko .. zajmujesz|zajmuje",
            "qué puesto|cargo .. ocupas|ocupa|desempeñas",
        ],
        names: &[
            "current title|position|role|job|occupation",
            "job title",
            "headline|jobtitle|occupation|beruf|functie",
            "current job title",
            "latest|recent|last title|position",
            "professional title",
            "position title",
        ],
        never: &[
            "desired|applying|applied|apply|interested|preferred|expected|salary|describe|wunsch*|gewünscht*|souhaité|deseado|desiderata|gewenste|desejado|why|how_long|start|end|salary|manager|supervisor|referee|reference",
            "fax|type|requisition|job_id|vacancy|salutation",
        ],
        ..Rule::new(FieldKind::CurrentTitle, TEXT.or(On::PICK))
    },
    Rule {
        label: &[
            "reason for leaving|departure",
            "grund des wechsels|austritts",
            "wechselgrund|wechselmotivation",
            "motif de départ",
            "motivo de salida",
            "supervisor|manager name",
            "supervisor|supervisors",
            "industry|sector|branche|secteur",
            "employment type",
            "job type|status|category|function",
            "hours per week",
            "current employment status",
            "employment status",
            "seniority|level",
            "employer|company|employment country|state|province|address|zip|postal_code|phone",
            "experience level",
            "career level",
            "karrierestufe",
        ],
        names: &[
            "reason for leaving",
            "supervisor|supervisor name",
            "employment type|status",
            "industry|seniority",
        ],
        ..Rule::new(FieldKind::Other, TEXT_OR_PICK.or(On::LONG))
    },
];

#[cfg(test)]
mod tests {
    use crate::classify::FieldKind as K;
    use crate::classify::testing::{label, not};

    #[test]
    fn work_now() {
        label("Current company", K::CurrentCompany);
        label("Current or most recent employer", K::CurrentCompany);
        label("Aktueller Arbeitgeber", K::CurrentCompany);
        label("Current job title", K::CurrentTitle);
        label("Headline", K::CurrentTitle);
        label("Poste actuel", K::CurrentTitle);
    }

    #[test]
    fn questions_about_work_are_questions() {
        not(
            "Have you ever worked at this company before?",
            K::CurrentCompany,
        );
        not(
            "Why do you want to leave your current company?",
            K::CurrentCompany,
        );
        not("What position are you applying for?", K::CurrentTitle);
    }
}
