//! The rows of a work history: where, as what, from when till when, and what was done there.
//!
//! A plain "Title" or "From" only means work in a work row: [`crate::classify::neighbours`] looks at the row.
//!
//! What must not happen here: what the person does now, which has its own rules in [`super::work`].

use super::work::NOT_OWN_COMPANY;
use crate::classify::FieldKind;
use crate::classify::rule::{ANY, On, Rule, TEXT};

pub(crate) const RULES: &[Rule] = &[
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
            "puesto|cargo que ocupaba|ocupabas|ocupaste|desempeñaba|desempeñabas|desempeñaste",
            "poste|fonction que vous_occupiez|tu_occupais",
            "cargo|função que ocupava|exercia|desempenhava",
            "your job|title|position|role there",
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
            "ich arbeite .. hier|dort",
            "das ist meine aktuelle|derzeitige|jetzige",
            "c est mon poste|emploi actuel",
            "je travaille|j_y_travaille .. actuellement|encore|toujours",
            "es mi empleo|trabajo|puesto actual",
            "trabajo aquí|todavía_trabajo|sigo_trabajando",
            "é|e o_meu|meu emprego|trabalho|cargo atual",
            "ainda trabalho",
            "è|e il_mio lavoro|impiego|posto attuale",
            "lavoro ancora|tuttora",
            "dit is mijn huidige|ik_werk_hier",
            "to moja obecna",
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
            "atividades|tarefas|funções realizadas|exercidas|desempenhadas",
            "tareas|actividades|funciones realizadas|desempeñadas",
            "attività svolte",
            "descrizione attività|mansioni|mansione|delle_attività",
            "uitgevoerde werkzaamheden|taken",
            "wykonywane zadania|obowiązki",
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
        asks: &["^what did you do there|in_this_job|in_this_role|in_that_role"],
        names: &[
            "work|employment|experience|experiences|history description|duties|responsibilities|summary|role_description",
            "work experience description|role_description|duties|responsibilities",
            "experience description|summary|duties|responsibilities",
            "role description",
            "job description|duties",
        ],
        ..Rule::new(FieldKind::WorkDescription, On::LINE.or(On::LONG))
    },
];

#[cfg(test)]
mod tests {
    use crate::classify::FieldKind as K;
    use crate::classify::testing::name;

    #[test]
    fn rows_by_their_names() {
        name("workExperience-2--jobTitle", K::WorkTitle);
        name("workExperience-2--companyName", K::WorkCompany);
        name("employment[0][start_date]", K::WorkStart);
        name("experience_1_end", K::WorkEnd);
    }
}
