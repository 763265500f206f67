//! Self-identification: gender, pronouns, race or ethnicity, veteran, disability, date of birth.
//!
//! What must not happen here: a neighbouring question (orientation, transgender, accommodation, age range, military
//! experience) answered with one of these. Options that do not belong rule a kind out: see [`super::super::choices`].

use crate::classify::FieldKind;
use crate::classify::rule::{ANY, On, Rule, TEXT_OR_PICK};

/// A question about these is not about the person.
const RELATIVES: &str = "family|relative|relatives|parent|parents|household";

pub(crate) const RULES: &[Rule] = &[
    Rule {
        label: &[
            "gender",
            "sex",
            "gender identity",
            "gender sex",
            "sex gender",
            "gender identification",
            "gender self identification",
            "legal sex|gender",
            "gender at birth",
            "gender if any|optional|select",
            "geschlecht",
            "geschlechtsidentität",
            "sexe",
            "genre",
            "identité de genre",
            "género|gênero",
            "sexo",
            "identidad|identidade de género|gênero",
            "género sexo",
            "genere",
            "sesso",
            "identità di genere",
            "geslacht|gender",
            "płeć",
            "kön|kjønn|køn|sukupuoli",
        ],
        asks: &[
            "what gender do you|would",
            "describes|reflects|represents .. gender|gender_identity",
            "what is your gender|sex",
            "which gender",
            "gender .. identify",
            "identify your gender",
            "how .. describe|identify your gender",
            "how do you identify gender",
            "gender identity",
            "identif* .. gender|geslacht|géneros|género|gênero|genere|genre|geschlecht",
            "i identify my gender as",
            "what is your gender identity",
            "welches geschlecht",
            "quel est votre|ton genre|sexe",
            "geslacht|gender|género|gênero|genere|genre .. identificeer*|identificas|identifica|identifichi|identifiez",
            "jaka .. płeć",
            "mit welchem geschlecht .. identifiz*",
            "qual .. gênero|género|sexo",
            "cuál .. género|sexo",
            "wat .. geslacht|gender",
        ],
        names: &[
            "gender|sex|geschlecht|genre|sexe|genero|geslacht|plec",
            "gender identity",
            "eeo gender",
            "eeoc gender",
            "job application gender",
            "demographic gender",
        ],
        never: &[
            "transgender|trans|orientation|pronoun|pronouns|equality|pay_gap|experience|team|diversity|describe_how|other_please|specify|same_as|sexual|lgbt*|assigned|registered|different_from|match|matches",
        ],
        ..Rule::new(FieldKind::Gender, TEXT_OR_PICK)
    },
    Rule {
        label: &[
            "pronouns|pronoun",
            "preferred|personal|gender|my pronouns|pronoun",
            "your pronouns",
            "pronomen",
            "bevorzugte pronomen",
            "pronoms",
            "pronombres|pronomes|pronomi",
            "voornaamwoorden",
            "zaimki",
            "custom pronouns",
            "pronouns other",
        ],
        asks: &[
            "pronouns|pronoun",
            "pronomen",
            "pronoms",
            "pronombres",
            "pronomes",
            "pronomi",
            "voornaamwoorden",
            "zaimki|zaimków",
        ],
        names: &["pronouns|pronoun", "preferred pronouns", "custom pronouns"],
        never: &["why|describe|pronounce|how_many|grammar|native"],
        ..Rule::new(FieldKind::Pronouns, TEXT_OR_PICK.or(On::TICK).or(On::LONG))
    },
    Rule {
        label: &[
            "hispanic or latino|latinx|latina",
            "hispanic latino|latinx|ethnicity",
            "hispanic",
            "hispanic or latino ethnicity|origin",
            "latino|latinx",
            "hispanic or latino a|latinx",
        ],
        asks: &[
            "are you .. hispanic|latino|latinx|latina",
            "do you .. identify|consider .. hispanic|latino|latinx",
            "hispanic or latino",
        ],
        names: &[
            "hispanic",
            "hispanic ethnicity|latino",
            "hispanic or latino",
            "is hispanic",
            "ethnicity hispanic",
        ],
        never: &["race|races|which .. following"],
        ..Rule::new(FieldKind::Hispanic, TEXT_OR_PICK.or(On::TICK))
    },
    Rule {
        label: &[
            "race|ethnicity",
            "race ethnicity|and|or",
            "race and|or|& ethnicity|ethnic",
            "ethnicity race",
            "race or ethnicity",
            "ethnic origin|group|background|identity|category",
            "racial or|and ethnic background|identity|group",
            "racial ethnic background|identity|group",
            "racial ethnic identity",
            "race identification|category",
            "ethnicity select|check all that apply",
            "ethnic or racial background",
            "racial identity",
            "ethnie|ethnische|ethnizität",
            "ethnische herkunft|zugehörigkeit",
            "origine ethnique",
            "origen étnico|racial",
            "raza|etnia",
            "raza etnia",
            "origine etnica",
            "etnia",
            "etniciteit|afkomst",
            "etnische afkomst|achtergrond",
            "raça|cor|etnia",
            "raça cor|etnia",
            "cor raça",
            "cor ou raça|etnia",
            "pochodzenie etniczne",
            "pochodzenie|przynależność etniczne|etniczna",
            "origine ethnique|raciale",
            "etniciteit|etnische_achtergrond|etnische_herkomst",
            "raza o|y etnia",
            "etnia|raza origen",
        ],
        asks: &[
            "race|racial|ethnicity|ethnic .. identify|describes|describe|belong",
            "identify .. race|racial|ethnicity|ethnic",
            "i identify my ethnicity|race",
            "consider myself|yourself .. race|ethnicity|racial|ethnic",
            "describe|describes|reflects|represents .. ethnic|racial|ethnicity|race",
            "what is your race|ethnicity|ethnic|racial",
            "which race|races|ethnic|ethnicity|ethnicities|racial",
            "race ethnicity",
            "cor raça|ou_raça|e_raça",
            "raça cor|etnia|ou_etnia|e_cor",
            "autodeclara .. cor|raça|etnia",
            "^what .. ethnic background|origin|group",
        ],
        names: &[
            "race|ethnicity|ethnic|ethnie",
            "race ethnicity",
            "eeo race",
            "eeoc race",
            "racial ethnic",
            "ethnic origin|group",
            "job application race",
            "race id|category",
        ],
        never: &[
            "are you hispanic|of",
            "trace|brace|competition|racing|condition|hispanic_ethnicity$",
            "run|ran|running|marathon|sport|win|won|horse|driver",
        ],
        ..Rule::new(FieldKind::RaceEthnicity, TEXT_OR_PICK)
    },
    Rule {
        label: &[
            "veteran",
            "veteran status",
            "protected veteran|veterans status",
            "protected veteran",
            "us veteran status",
            "veteran identification|self|classification",
            "military veteran status",
            "veterans status",
            "us_military|veteran status",
            "military status|service",
        ],
        asks: &[
            "protected veteran|veterans",
            "are you .. veteran",
            "identify .. veteran",
            "veteran status",
            "do you .. veteran",
        ],
        names: &[
            "veteran",
            "veteran status",
            "protected veteran",
            "eeo veteran",
            "eeoc veteran",
            "is veteran",
        ],
        never: &[
            "railcard|card|liaison|discount|affairs|mentor|spouse|preference|describe|hire|hiring|experience|support|disabled_veteran_only",
            RELATIVES,
        ],
        ..Rule::new(FieldKind::Veteran, TEXT_OR_PICK.or(On::TICK))
    },
    Rule {
        label: &[
            "disability",
            "disability status",
            "disability self identification|identification",
            "disabilities",
            "disability or impairment",
            "form cc 305|disability",
            "disability identification",
            "self identification of disability",
            "voluntary self identification of disability",
            "person with a disability",
            "schwerbehinderung|behinderung|schwerbehindert|schwerbehinderteneigenschaft",
            "grad der behinderung",
            "schwerbehinderung gleichstellung",
            "handicap|rqth",
            "situation de handicap",
            "reconnaissance travailleur handicapé|qualité",
            "discapacidad",
            "certificado de discapacidad",
            "grado de discapacidad",
            "disabilità|invalidità",
            "categorie protette",
            "categoria protetta",
            "appartenenza .. categorie protette",
            "legge 68 99",
            "beperking|arbeidsbeperking|handicap",
            "deficiência",
            "pessoa com deficiência",
            "pcd",
            "niepełnosprawność",
            "stopień niepełnosprawności",
            "orzeczenie .. niepełnosprawności",
            "arbeidsbeperking|arbeidshandicap",
            "beperking of handicap|chronische",
        ],
        asks: &[
            "do you .. have|identify .. disability|disabilities|disabled",
            "are you .. disabled|disability",
            "do|are you live|living with disability|a_disability|any_disability|disabilities",
            "vives|vive|usted con|con_una|con_alguna discapacidad",
            "vivez|vis avec|avec_un handicap",
            "vive|vives com|com_uma|com_alguma deficiência",
            "identify .. disability|disabled",
            "consider yourself .. disabled|disability",
            "person with .. disability",
            "disability status",
            "physical|mental .. health .. condition|conditions|illness|illnesses",
            "health_condition|health_conditions|condition|illness .. lasting|last|expected .. 12|twelve months",
            "long_standing|longstanding|long_term illness|condition|health_condition|impairment",
            "liegt .. schwerbehinderung|behinderung",
            "hast|haben|besitz* .. schwerbehinderung|behinderung|schwerbehindertenausweis",
            "sind|bist .. schwerbehindert*|gleichgestellt*",
            "sind sie .. schwerbehindert|behindert",
            "haben sie .. schwerbehinderung|behinderung",
            "situation de handicap",
            "reconnu travailleur handicapé",
            "tiene|tienes|posee .. discapacidad",
            "categorie protette",
            "legge 68",
            "possui .. deficiência",
            "pessoa com deficiência",
            "niepełnosprawn*",
            "rqth",
            "heb|hebt|heeft .. beperking|arbeidsbeperking|handicap|arbeidshandicap",
            "hai|ha|possiedi .. disabilità|invalidità",
            "tem|tens|possui|você .. deficiência",
            "appartieni|appartiene .. categorie_protette|categoria_protetta",
            "tiene*|tienes .. discapacidad",
            "avez|as .. handicap|rqth",
            "posiada*|masz|ma .. orzeczenie|niepełnosprawn*",
            "have|has .. disability|disabled|long_term_health_condition|long_term_condition",
        ],
        names: &[
            "disability",
            "disability status",
            "eeo disability",
            "eeoc disability",
            "schwerbehinderung|behinderung|handicap|rqth",
            "has disability",
            "is disabled",
        ],
        never: &[
            "accommodat*|accommodation|accommodations|adjustment|adjustments|interview|support|require|assist*|assistance|process|insurance|benefits|explain|describe|signature|experience|caring|carer|anpassung*|aménagement*",
            "veteran|name|date|employee_id|type|kind|specify",
            "somebody|spouse|partner|child|children|people|clients|patients|residents|parking|permit|badge|pension",
            "personnes|personas|pessoas|persone|menschen|mensen|enfant|enfants|hijo|hijos|figlio|figli|kind|kinder|kinderen|filho|filhos",
            "disability studies|services|sector|law|inclusion|rights|awareness|training|leave|claims|policy|care|nursing|charity",
            "qualification|worked|esperienza|experiencia|erfahrung*|expérience|ervaring|experiência|doświadczeni*|lavorato|trabajado|travaillé|gearbeitet|gewerkt|trabalhou|trabalhado",
            "alguien|quelqu_un|jemand*|qualcuno|iemand|alguém|a_su_cargo|a_tu_cargo|accompagn*",
            "with|for|of someone|anyone",
            "^other",
            "other$",
            RELATIVES,
        ],
        ..Rule::new(FieldKind::Disability, TEXT_OR_PICK.or(On::TICK))
    },
    Rule {
        label: &[
            "date of birth|birth",
            "birth date|day",
            "birthdate|birthday|dob",
            "d o b",
            "date of birth dd mm yyyy",
            "geburtsdatum|geburtstag",
            "geburtsdatum tt mm jjjj",
            "date de naissance",
            "né le",
            "fecha de nacimiento",
            "data di nascita",
            "geboortedatum",
            "data de nascimento",
            "data urodzenia",
            "födelsedatum|fødselsdato|syntymäaika",
            "birth year month day",
            "geboren|geb am",
            "geb datum",
            "né|née le",
            "nacido el",
            "nato|nata il",
            "nato a|o|nata il|nata",
            "né|née e|né|née le",
            "geboren op",
        ],
        asks: &["date of birth", "when were you born"],
        names: &[
            "date of birth",
            "birth date|day",
            "dob|birthday|birthdate|geburtsdatum|naissance|nascita|geboortedatum|nascimento|nacimiento",
            "date naissance",
        ],
        never: &["place|city|country|spouse|child|dependent|over|older|at_least"],
        ..Rule::new(FieldKind::DateOfBirth, ANY)
    },
    Rule {
        label: &[
            "sexual orientation",
            "transgender",
            "lgbtq|lgbtqia|lgbt",
            "age|alter|âge|edad|età|leeftijd|idade|wiek",
            "age range|group|bracket",
            "altersgruppe",
            "religion|belief",
            "religion or belief",
            "social class",
            "first generation college|professional",
            "caring responsibilities",
            "neurodivergent|neurodiversity",
            "sexuelle orientierung",
            "community|communities",
        ],
        asks: &[
            "sexual orientation",
            "identify as transgender|trans|lgbt*|lesbian|gay|queer|neurodiver*|first_generation",
            "age range|group|bracket",
            "member of the lgbt*",
        ],
        names: &[
            "sexual orientation",
            "transgender",
            "age range|group",
            "lgbtq",
            "religion",
        ],
        ..Rule::new(FieldKind::CustomQuestion, ANY.or(On::TICK))
    },
];

#[cfg(test)]
mod tests {
    use crate::classify::FieldKind as K;
    use crate::classify::testing::{choice, label, not};

    #[test]
    fn each_by_question_and_options() {
        choice(
            "What gender do you identify as?",
            &["Female", "Male", "Non-binary"],
            K::Gender,
        );
        choice("Geschlecht", &["männlich", "weiblich", "divers"], K::Gender);
        choice(
            "Are you Hispanic/Latino?",
            &["Yes", "No", "Decline to self-identify"],
            K::Hispanic,
        );
        choice(
            "Race",
            &[
                "Hispanic or Latino",
                "White (Not Hispanic or Latino)",
                "Asian",
            ],
            K::RaceEthnicity,
        );
        choice(
            "I identify my ethnicity as Select all that apply",
            &["White", "Black or African American"],
            K::RaceEthnicity,
        );
        choice(
            "Veteran Status",
            &[
                "I am not a protected veteran",
                "I identify as one or more of the classifications of protected veteran",
            ],
            K::Veteran,
        );
        choice(
            "Disability Status",
            &[
                "Yes, I have a disability",
                "No, I do not have a disability",
                "I do not want to answer",
            ],
            K::Disability,
        );
        choice(
            "Liegt eine Schwerbehinderung vor?",
            &["Ja", "Nein"],
            K::Disability,
        );
        choice(
            "What pronouns would you like our team to use?",
            &["He/Him", "She/Her", "They/Them"],
            K::Pronouns,
        );
        label("Date of birth", K::DateOfBirth);
        label("Geburtsdatum", K::DateOfBirth);
    }

    #[test]
    fn neighbouring_questions_are_not_theirs() {
        not("Do you identify as transgender?", K::Gender);
        not("Sexual orientation", K::Gender);
        not("What is your age range?", K::DateOfBirth);
        not(
            "Do you require any accommodation for a disability during the interview?",
            K::Disability,
        );
        not(
            "Describe your experience with gender equality programmes",
            K::Gender,
        );
    }
}
