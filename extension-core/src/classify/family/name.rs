//! Names of the person who applies.
//!
//! What must not happen here: the name of somebody or something else (a company, a school, a referee).

use crate::classify::FieldKind;
use crate::classify::rule::{Rule, TEXT};

/// Words that make a name somebody else's or something else's.
const NOT_THE_PERSON: &[&str] = &[
    "company|employer|school|university|college|institution|organisation|organization|file|user|username|account|bank|project|city|street",
    "manager|supervisor|referee|emergency|kin|spouse|parent|father|mother|relative|relatives|friend|contact|guardian|partner|boss|reference|references",
    "firma|firmen*|unternehmen*|schule|hochschule|notfall*|vorgesetzte*|arbeitgeber*|benutzer*|ansprechpartner*",
    "entreprise|société|établissement|école|urgence|responsable|empresa|escuela|azienda|bedrijf|empresa|firmy|szkoły",
    "pronounce*|pronunciation|aussprache|spell|maiden|former|previous|birth_name|geburtsname|mädchenname|naissance",
    "referent|referr*|recommend*|recruiter|signature|sign|signed|unterschrift|handtekening|podpis",
    "alias|skype|domain|product|team",
    "polecając*|segnalat*|indicou|recomend*|recommand*|empfohlen*|empfehl*|aangedragen|aanbevol*|coopt*|przełożon*|leidinggevende*|vorgesetzt*|führungskraft|gestor|jefe|capo|responsabile|dipendente|empleado|colaborador|collaborateur|mitarbeiter*|collega",
    "filename|display name",
];

pub(crate) const RULES: &[Rule] = &[
    Rule {
        label: &[
            "first name|names",
            "given name|names",
            "forename|forenames",
            "legal first name",
            "first given name",
            "christian name",
            "vorname|vornamen laut|lt|gemäß ausweis|reisepass|pass|personalausweis",
            "vorname|vornamen",
            "vorname n",
            "rufname vorname",
            "prénom|prénoms",
            "nombre de pila",
            "primer nombre",
            "^nombre|nombres$",
            "^nome$",
            "nome di battesimo",
            "primeiro nome",
            "nome próprio",
            "voornaam|voornamen",
            "imię|imiona",
            "fornavn|förnamn|etunimi",
            "^first$",
            "name|legal_name first|given",
            "nome primeiro",
        ],
        names: &[
            "first name",
            "given name|names",
            "forename|vorname|prenom|voornaam|imie",
            "name first",
            "f name",
            "first",
            "nombre$",
            "nome$",
            "name given",
            "firstname",
        ],
        never: &[
            "preferred|last|full|nick*|middle|surname|chosen|rufname|nachname|nom|apellido*|cognome|sobrenome|achternaam|nazwisko",
            "pronounce*|spouse|emergency|referee|manager|supervisor|reference|parent|friend|referr*",
        ],
        ..Rule::new(FieldKind::FirstName, TEXT)
    },
    Rule {
        label: &[
            "middle name|names|initial",
            "second name",
            "zweiter vorname",
            "weitere vornamen",
            "mittelname|zwischenname",
            "deuxième prénom",
            "segundo nombre",
            "secondo nome",
            "tweede voornaam|naam",
            "tussenvoegsel",
            "nome do meio",
            "drugie imię",
            "other given names",
        ],
        names: &[
            "middle name|initial",
            "middle",
            "m name",
            "second name",
            "tussenvoegsel",
        ],
        never: &["last|surname|preferred"],
        ..Rule::new(FieldKind::MiddleName, TEXT)
    },
    Rule {
        label: &[
            "last name|names",
            "family name|names",
            "surname|surnames",
            "legal last name",
            "nachname|nachnamen|familienname|familiennamen|zuname",
            "nom de famille",
            "apellido|apellidos",
            "primer apellido",
            "cognome|cognomi",
            "achternaam",
            "sobrenome",
            "último nome",
            "apelido|apelidos",
            "nazwisko",
            "efternamn|etternavn|efternavn|sukunimi",
            "^last$",
            "name|legal_name last|family",
            "nom d usage",
            "familienaam|geslachtsnaam",
        ],
        names: &[
            "last name",
            "family name",
            "surname|nachname|familienname|achternaam|nazwisko|cognome|sobrenome|apellido|apellidos|apelido",
            "name last",
            "l name",
            "last",
            "name family",
            "sur name",
            "second name last",
            "nom famille",
        ],
        never: &[
            "rodowe|panieńskie|geburtsname|meisjesnaam|salary|salário|salario|salaire|gehalt|wage|employer|working_day",
            "first|full|middle|preferred|maiden|vorname|prénom|nombre|nome_e|e_nome|nome_completo|primeiro|voornaam|imię|former|previous|segundo|second",
            "spouse|emergency|referee|manager|supervisor|reference|parent|friend|referr*|pronounce*",
        ],
        ..Rule::new(FieldKind::LastName, TEXT)
    },
    Rule {
        label: &[
            "full name",
            "full legal name",
            "legal name",
            "name and surname",
            "first and last name",
            "first last name",
            "first name last name",
            "name surname",
            "name in full",
            "^nominativo$",
            "complete name",
            "candidate|applicant|applicants name",
            "candidate|applicant s name",
            "^name$",
            "^your name$",
            "^my name$",
            "vollständiger name",
            "vor und nachname|zuname",
            "vorname nachname",
            "vorname und nachname",
            "name vorname",
            "vorname name",
            "nachname vorname",
            "vorname und name",
            "name und vorname",
            "name des bewerbers",
            "nom complet",
            "nom et prénom|prénoms",
            "nom prénom",
            "prénom et nom",
            "prénom nom",
            "nombre completo",
            "nombre y apellido|apellidos",
            "nombre apellidos",
            "apellidos y nombre",
            "nome completo",
            "nome e cognome",
            "cognome e nome",
            "nome cognome",
            "volledige naam",
            "voor en achternaam",
            "voornaam en achternaam",
            "^naam$",
            "^nom$",
            "nome e sobrenome|apelido",
            "imię i nazwisko",
            "nazwisko i imię",
            "fullständigt namn|navn",
            "^namn|navn|nimi$",
            "name first and last",
        ],
        asks: &["name as it appears .. passport|id|document"],
        names: &[
            "full name",
            "^name$",
            "complete name",
            "name full",
            "naam$",
            "^nom$",
            "nome completo",
            "fullname",
            "legal name",
            "display name",
            "applicant name",
            "candidate name",
            "your name",
        ],
        never: NOT_THE_PERSON,
        ..Rule::new(FieldKind::FullName, TEXT)
    },
    Rule {
        label: &[
            "preferred name",
            "preferred first name",
            "preferred first|given|full name",
            "nickname|nick_name",
            "chosen name|first_name",
            "known as",
            "common name",
            "goes by",
            "go by",
            "name you prefer|use|go",
            "rufname",
            "spitzname",
            "bevorzugter name|vorname|rufname",
            "prénom usuel|d_usage|préféré",
            "nom préféré",
            "nombre preferido|social",
            "nome preferito|sociale",
            "nome social",
            "roepnaam",
            "voorkeursnaam",
            "preferowane imię",
            "preferred name if different",
        ],
        asks: &[
            "name .. prefer .. use|called|addressed|us",
            "prefer|like .. to be called|known",
            "preferred .. name",
            "what name should|do|would .. use|call|go",
            "what should|do|can|may .. call you",
            "name you go by",
            "wie .. genannt|angesprochen werden",
            "comment .. appeler|appelle",
            "hoe .. genoemd|aangesproken worden",
            "como gostaria|prefere .. chamado|chamada|tratado|tratada",
            "cómo .. prefieres|prefiere|quieres|quiere .. llamemos|llamen",
            "come .. preferisci|preferisce|vuoi .. chiamato|chiamata",
            "jak .. zwracać",
            "jak .. mówić",
            "comment .. appelé|appelée|nommé|appelle|appelions",
        ],
        names: &[
            "preferred name",
            "preferred first name",
            "preferred",
            "nickname",
            "nick name",
            "known as",
            "chosen name",
            "pref name",
            "preferred last name",
        ],
        never: &[
            "pronoun|pronouns|pronounce*|company|preferred_last",
            "method|time|location|contact|language",
        ],
        ..Rule::new(FieldKind::PreferredName, TEXT)
    },
    Rule {
        label: &[
            "^suffix$",
            "name suffix",
            "namenszusatz",
            "suffixe",
            "sufijo",
            "suffisso",
            "achtervoegsel",
        ],
        names: &["suffix", "name suffix"],
        ..Rule::new(
            FieldKind::NameSuffix,
            TEXT.or(crate::classify::rule::On::PICK),
        )
    },
    Rule {
        label: &[
            "^prefix$",
            "name prefix",
            "^title$",
            "salutation",
            "form of address",
            "honorific",
            "anrede",
            "akademischer titel",
            "^titel$",
            "titel anrede",
            "civilité",
            "tratamiento",
            "aanhef",
            "tratamento",
            "zwrot grzecznościowy",
            "tytuł",
            "titolo|appellativo",
            "maiden name",
            "former name|names|last_name",
            "previous name|names|surname",
            "other names",
            "birth name",
            "geburtsname|mädchenname",
            "nom de naissance|jeune",
            "second surname",
            "segundo apellido",
            "user name|id",
            "username|login|benutzername|identifiant",
            "initials|initialen|voorletters",
        ],
        names: &[
            "prefix",
            "salutation",
            "anrede",
            "civilite",
            "honorific",
            "user name",
            "username",
            "login",
            "maiden name",
            "former name",
        ],
        never: &["job|position|current|project"],
        ..Rule::new(FieldKind::Other, TEXT.or(crate::classify::rule::On::PICK))
    },
];

#[cfg(test)]
mod tests {
    use crate::classify::FieldKind as K;
    use crate::classify::testing::{label, name};

    #[test]
    fn names_are_told_apart() {
        label("First name*", K::FirstName);
        label("Legal first name", K::FirstName);
        label("Vorname", K::FirstName);
        label("Prénom", K::FirstName);
        label("Nachname", K::LastName);
        label("Apellidos", K::LastName);
        label("Nom de famille", K::LastName);
        label("Name", K::FullName);
        label("Nombre y apellidos", K::FullName);
        label("Nom et prénom", K::FullName);
        label("Imię i nazwisko", K::FullName);
        label("Preferred first name", K::PreferredName);
        label("What name would you like us to use?", K::PreferredName);
        label("Middle name", K::MiddleName);
        label("Anrede", K::Other);
        label("Suffix", K::NameSuffix);
        name("candidate[last_name]", K::LastName);
        name("fname", K::FirstName);
    }

    #[test]
    fn other_peoples_names_are_not_the_persons() {
        label("Company name", K::CurrentCompany);
        label("School name", K::School);
        label("How do you pronounce your name?", K::CustomQuestion);
        label("Emergency contact name", K::Other);
        label("Name of your current manager", K::Other);
    }
}
