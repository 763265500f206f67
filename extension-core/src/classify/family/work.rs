//! Work: what the person does now, the rows of a work history, years of experience, skills.
//!
//! A plain "Title" or "From" only means work in a work row: [`crate::classify::neighbours`] looks at the row.
//!
//! What must not happen here: the employer who is hiring taken for the one the person works for.

use crate::classify::FieldKind;
use crate::classify::rule::{ANY, On, Rule, TEXT, TEXT_OR_PICK};

/// The company that hires, earlier contact with it, and other people's companies.
const NOT_OWN_COMPANY: &[&str] = &[
    "our|this|know|worked|work|why|apply|applied|referr*|relatives|website|size|industry|branche|about|reference|referee|contact_may|permission|subsidiar*|competitor*|type|phone|email|address|city|state|country|zip",
    "unser*|warum|notre|pourquoi|nuestra|insurance|agency|recruitment|recruiting",
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
            "current most recent employer|company",
            "aktueller|derzeitiger|jetziger|momentaner|letzter arbeitgeber",
            "aktuelle|derzeitige|jetzige|letzte firma",
            "aktuelles|derzeitiges unternehmen",
            "arbeitgeber derzeit",
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
            "^who is your current employer",
            "^wie is je|jouw|uw huidige werkgever",
            "per quale|che azienda|società .. lavori|lavora",
            "chez qui|quel .. travaillez|travailles",
            "where do you currently work",
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
            "aktuelle|derzeitige|jetzige position|tätigkeit|stelle|funktion|rolle|berufsbezeichnung",
            "aktueller|derzeitiger beruf|jobtitel|titel",
            "berufsbezeichnung|jobtitel|stellenbezeichnung",
            "poste|fonction|titre actuel|actuelle",
            "intitulé du|de poste",
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
            "company|employer|organization|organisation",
            "company|employer name",
            "previous|former employer|company",
            "employer 1|2|3",
            "organization name",
            "arbeitgeber|firma|unternehmen|firmenname",
            "entreprise|employeur|société",
            "empresa|empleador|azienda|werkgever|bedrijf|empregador|firma|pracodawca",
            "datore di lavoro",
            "nome del datore di lavoro",
            "name of employer|company|organisation|organization",
            "nom de l entreprise|employeur",
            "nombre de la empresa",
            "nome dell azienda",
            "nome da empresa",
            "nazwa firmy|pracodawcy",
            "bedrijfsnaam",
        ],
        asks: &[],
        names: &[
            "work|employment|experience|experiences|history|job|position company|employer|organization|company_name|employer_name|organisation",
            "work experience|history company|employer|company_name|organization",
            "employment history company|employer",
            "employer name",
            "previous employer",
            "experience company|employer|org",
            "work company",
            "jobs company",
            "positions company",
            "experience employer|company",
        ],
        never: NOT_OWN_COMPANY,
        ..Rule::new(FieldKind::WorkCompany, TEXT)
    },
    Rule {
        label: &[
            "job|position|role title",
            "previous|former job|position title",
            "jobtitel|stellenbezeichnung|berufsbezeichnung|position|tätigkeit",
            "intitulé du poste",
            "poste|fonction",
            "puesto|cargo",
            "ruolo|posizione|qualifica|mansione",
            "functie|functietitel",
            "cargo|função",
            "stanowisko",
            "title|position|role",
            "position|role|post|title held",
            "poste occupé",
            "fonction occupée|exercée",
            "puesto|cargo desempeñado|ocupado",
            "ruolo ricoperto|svolto",
            "cargo|função desempenhada|desempenhado|ocupado",
            "zajmowane stanowisko",
            "stanowisko pracy",
            "uitgeoefende functie",
        ],
        names: &[
            "work|employment|experience|experiences|history title|position|role|job_title|jobtitle",
            "work experience title|position|role|job_title",
            "employment history title|position|job_title",
            "experience title|role|position|job_title",
            "work title",
            "jobs title",
            "positions title",
            "work position",
            "work history title|position",
        ],
        never: &[
            "desired|applying|applied|interested|preferred|salutation|prefix|supervisor|manager|reference",
        ],
        ..Rule::new(FieldKind::WorkTitle, TEXT)
    },
    Rule {
        label: &[
            "job|company|employer|work location|city",
            "location of company|employer|job",
        ],
        names: &[
            "work|employment|experience|experiences|history location|city|company_location",
            "work experience location|city",
            "experience location|city",
            "employer city|location|address",
            "company location|city",
        ],
        ..Rule::new(FieldKind::WorkLocation, TEXT)
    },
    Rule {
        label: &[],
        names: &[
            "work|employment|experience|experiences|history start|from|start_date|date_start|date_from|start_month|start_year|from_month|from_year|begin",
            "work experience|history start|from|start_date|date_start|date_from|begin|start_month|start_year",
            "experience start|from|start_date|date_from|from_date",
            "employment start|from|start_date",
            "work start date|month|year",
            "job start date|month|year",
            "work experience start date month|year",
        ],
        ..Rule::new(FieldKind::WorkStart, ANY)
    },
    Rule {
        label: &[],
        names: &[
            "work|employment|experience|experiences|history end|to|end_date|date_end|date_to|end_month|end_year|until",
            "work experience|history end|to|end_date|date_end|date_to|end_month|end_year",
            "experience end|to|end_date|date_to|to_date",
            "employment end|to|end_date",
            "work end date|month|year",
            "job end date|month|year",
            "work experience end date month|year",
        ],
        ..Rule::new(FieldKind::WorkEnd, ANY)
    },
    Rule {
        label: &[
            "i currently work here",
            "currently work here",
            "i .. currently work|working here|in this role",
            "current|present job|position|role|employer",
            "current",
            "i still work here",
            "this is my current job|position|role|employer",
            "currently employed here",
            "to present",
            "bis heute|jetzt",
            "aktuell beschäftigt|hier",
            "ich arbeite derzeit|aktuell|momentan hier",
            "derzeitige|aktuelle position|stelle|tätigkeit",
            "poste actuel",
            "je travaille actuellement ici",
            "emploi actuel",
            "j occupe actuellement ce poste",
            "trabajo actual",
            "actualmente trabajo aquí",
            "lavoro attuale",
            "attualmente lavoro qui",
            "ik werk hier nu|momenteel",
            "huidige baan|functie",
            "trabalho atual",
            "trabalho aqui atualmente",
            "emprego atual",
            "obecnie tu pracuję",
            "obecna praca",
            "until now",
        ],
        asks: &[
            "currently work|working|employed here",
            "i currently work|am",
            "currently .. in this role|position",
        ],
        names: &[
            "currently work here",
            "current|currently|present work|job|position|employed|here|employer|role",
            "is current",
            "work experience current|currently",
            "experience current",
            "still work*",
            "current job|position|employer",
        ],
        never: &["why|describe|salary|notice"],
        ..Rule::new(FieldKind::WorkCurrent, On::TICK.or(On::PICK))
    },
    Rule {
        label: &[
            "role|job description",
            "description of duties|responsibilities|role|job",
            "responsibilities|duties|achievements",
            "responsabilités|réalisations|responsabilidades|responsabilità",
            "responsabilités|missions et réalisations|responsabilités",
            "job duties|responsibilities",
            "work performed|description",
            "roles and responsibilities",
            "key responsibilities|achievements",
            "tätigkeitsbeschreibung|aufgaben|stellenbeschreibung|aufgabenbeschreibung",
            "beschreibung der tätigkeit|aufgaben",
            "description du_poste|de_poste|des_tâches|des_missions",
            "missions",
            "descripción del_puesto|de_funciones",
            "funciones",
            "mansioni",
            "descrizione delle mansioni|attività",
            "taken|functieomschrijving|werkzaamheden",
            "descrição do_cargo|das_atividades",
            "zakres obowiązków",
            "obowiązki",
            "main|key|principal|primary duties|responsibilities|tasks|achievements|accomplishments",
            "duties|responsibilities|tasks and|& achievements|accomplishments|responsibilities|duties|successes",
            "main|key duties|responsibilities|tasks and achievements|accomplishments",
            "aufgaben|tätigkeiten und erfolge|tätigkeiten|verantwortlichkeiten|ergebnisse",
            "missions principales",
            "principales missions|réalisations|tâches",
            "description des|de missions|tâches|responsabilités",
            "funciones y|e responsabilidades|logros",
            "funciones|tareas principales",
            "principales|principais funciones|atividades|responsabilidades|funções|logros|tareas",
            "mansioni|attività svolte|principali|e",
            "attività e responsabilità|risultati",
            "taken en|& verantwoordelijkheden|resultaten",
            "atividades|funções|responsabilidades principais|exercidas|desenvolvidas",
            "atividades|responsabilidades e resultados|conquistas|realizações",
            "obowiązki i osiągnięcia|zadania",
            "zakres obowiązków|zadań",
            "główne obowiązki|zadania",
        ],
        names: &[
            "work|employment|experience|experiences|history description|duties|responsibilities|summary|role_description",
            "work experience description|role_description|duties|responsibilities",
            "experience description|summary|duties|responsibilities",
            "role description",
            "job description|duties",
        ],
        ..Rule::new(FieldKind::WorkDescription, On::LINE.or(On::LONG))
    },
    Rule {
        label: &[
            "years of experience",
            "years of relevant|professional|work|working|total|industry|related experience",
            "years of relevant|professional|work work|working|professional|industry experience",
            "years experience",
            "total|relevant|professional|overall years of|experience .. experience",
            "total experience",
            "total years of experience",
            "number of years of experience",
            "years of work|professional experience",
            "year s of experience",
            "years in industry|profession|field",
            "experience years",
            "experience level in years",
            "work experience years",
            "berufserfahrung in jahren",
            "jahre berufserfahrung",
            "berufserfahrung jahre",
            "anzahl jahre berufserfahrung",
            "jahre erfahrung",
            "années d expérience",
            "nombre d années d expérience",
            "années d expérience professionnelle",
            "años de experiencia",
            "años de experiencia laboral|profesional",
            "anni di esperienza",
            "anni di esperienza lavorativa|professionale",
            "jaren ervaring",
            "aantal jaar|jaren ervaring|werkervaring",
            "jaren werkervaring",
            "anos de experiência",
            "tempo de experiência",
            "lata doświadczenia",
            "liczba lat doświadczenia",
        ],
        asks: &[
            "how many years .. experience",
            "how many years .. you .. worked|working",
            "how much .. experience .. years",
            "how many years of",
            "number of years .. experience",
            "total years .. experience",
            "wie viele jahre .. erfahrung|berufserfahrung|relevante",
            "hoeveel jaren|jaar werkervaring",
            "ile .. lat .. doświadczenia zawodowego$",
            "wieviele jahre .. erfahrung|berufserfahrung",
            "combien d années .. expérience",
            "cuántos años .. experiencia",
            "quanti anni .. esperienza",
            "hoeveel jaar .. ervaring|werkervaring",
            "quantos anos .. experiência",
            "ile lat .. doświadczenia",
        ],
        names: &[
            "years experience",
            "years of experience",
            "experience years",
            "total experience|years",
            "work experience years",
            "year of experience",
            "yoe",
            "berufserfahrung jahre",
        ],
        never: &[
            "^do you have",
            "at_least|minimum|more_than|or_more",
            "describe|explain",
            "if so|if yes",
        ],
        ..Rule::new(FieldKind::YearsExperience, TEXT_OR_PICK.or(On::LONG))
    },
    Rule {
        label: &[
            "skills",
            "key|top|technical|professional|core|your|relevant|main skills|skill",
            "skills and expertise|competencies|abilities",
            "skill set|skills",
            "type to add skills",
            "kenntnisse|fähigkeiten|fertigkeiten|kompetenzen",
            "compétences",
            "habilidades|competencias|aptitudes",
            "competenze",
            "vaardigheden",
            "competências",
            "umiejętności",
            "skills technologies",
        ],
        names: &[
            "skills|skill|kenntnisse|competences",
            "skills input|list|search",
            "key skills",
        ],
        never: &["describe|how|why|rate|level"],
        ..Rule::new(FieldKind::Skills, TEXT_OR_PICK.or(On::LONG))
    },
    Rule {
        label: &[
            "languages|language",
            "languages spoken|known|skills",
            "language skills|spoken",
            "spoken languages",
            "sprachen|sprachkenntnisse|sprache",
            "langues|langue",
            "langues parlées",
            "idiomas|idioma",
            "lingue|lingua",
            "talen|taal|talenkennis",
            "idiomas",
            "języki|język",
            "języki obce",
        ],
        names: &[
            "languages|sprachen|langues|idiomas|lingue|talen",
            "language skills|name",
            "spoken languages",
        ],
        never: &[
            "programming|preferred|level|proficiency|site|page|website|display|interface|niveau|programmier*|correspondence|communication|comfortable",
        ],
        ..Rule::new(FieldKind::Languages, TEXT_OR_PICK.or(On::LONG))
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
    use crate::classify::testing::{label, name, not};

    #[test]
    fn work_now() {
        label("Current company", K::CurrentCompany);
        label("Current or most recent employer", K::CurrentCompany);
        label("Aktueller Arbeitgeber", K::CurrentCompany);
        label("Current job title", K::CurrentTitle);
        label("Headline", K::CurrentTitle);
        label("Poste actuel", K::CurrentTitle);
        label("Years of experience", K::YearsExperience);
        label(
            "Wie viele Jahre Berufserfahrung haben Sie?",
            K::YearsExperience,
        );
        label(
            "How many years of experience do you have?",
            K::YearsExperience,
        );
    }

    #[test]
    fn rows_by_their_names() {
        name("workExperience-2--jobTitle", K::WorkTitle);
        name("workExperience-2--companyName", K::WorkCompany);
        name("employment[0][start_date]", K::WorkStart);
        name("experience_1_end", K::WorkEnd);
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
        not(
            "Do you have over 2 years of experience in sales?",
            K::YearsExperience,
        );
        not("Describe your experience with Rust", K::YearsExperience);
        not("What position are you applying for?", K::CurrentTitle);
    }
}
