//! Education rows: school, degree, subject, from, to, grade.

use crate::classify::FieldKind;
use crate::classify::rule::{ANY, On, Rule, TEXT, TEXT_OR_PICK};

pub(crate) const RULES: &[Rule] = &[
    Rule {
        label: &[
            "school|university|college|institution|institute|alma",
            "school|university|college|institution name",
            "name of school|university|college|institution",
            "school or|and university|college",
            "school university|college|institution",
            "university or college|school",
            "university college|school",
            "educational|academic institution|establishment",
            "institution attended",
            "school attended",
            "last|most|highest school|university attended",
            "education institution|provider",
            "schule|hochschule|universität|uni|bildungseinrichtung|bildungsinstitut|ausbildungsstätte|institution",
            "schule universität|hochschule",
            "universität hochschule|schule",
            "hochschule universität|schule",
            "name der schule|hochschule|universität|bildungseinrichtung",
            "école|établissement|université",
            "école université",
            "nom de l école|établissement|université",
            "établissement scolaire|d_enseignement",
            "escuela|universidad|institución|centro",
            "centro de estudios|educativo|formación",
            "universidad|escuela|centro|instituto o|y universidad|escuela|centro|instituto",
            "università|scuola|istituto o|e università|scuola|istituto",
            "universidade|escola|faculdade ou|e universidade|escola|faculdade",
            "université|école|établissement ou|et université|école|établissement",
            "universität|hochschule|schule oder|und universität|hochschule|schule",
            "institución educativa",
            "nombre de la institución|universidad|escuela",
            "scuola|università|istituto|ateneo",
            "istituto scolastico|di_formazione",
            "school|universiteit|hogeschool|onderwijsinstelling|opleidingsinstituut",
            "naam school|onderwijsinstelling",
            "escola|universidade|instituição|faculdade",
            "instituição de ensino",
            "szkoła|uczelnia|uniwersytet",
            "nazwa uczelni|szkoły",
        ],
        asks: &[
            "which|what school|university|college .. attend*",
            "where did you .. study|graduate",
        ],
        names: &[
            "school|university|college|institution|schule|hochschule|universitaet|ecole|universidad|escuela|universita|scuola|uczelnia|etablissement",
            "school|institution|university name",
            "education|educations school|institution|university|name|school_name|institution_name",
            "education institution name",
            "edu school|institution",
        ],
        never: &[
            "why|gpa|start|end|date|from|grade|type|country|city|state|address|phone|high_school_diploma|describe|level|email|student_id|are_you_currently|graduation|still",
        ],
        ..Rule::new(FieldKind::School, TEXT_OR_PICK)
    },
    Rule {
        label: &[
            "degree|qualification",
            "degree name|type|level|earned|obtained|title|awarded|received",
            "type|level of degree|qualification|diploma",
            "highest|highest level degree|of|education|qualification .. degree|education|qualification|obtained|completed|attained",
            "highest degree|education|qualification",
            "highest level of education|study",
            "highest level of education completed|achieved|attained|obtained",
            "highest education level|completed",
            "education|degree level",
            "level of education|study",
            "educational level|attainment|qualification",
            "degree or|and diploma|qualification|certification",
            "diploma|certificate obtained",
            "diploma degree",
            "abschluss|bildungsabschluss|schulabschluss|hochschulabschluss|studienabschluss|akademischer",
            "höchster abschluss|bildungsabschluss|bildungsgrad|schulabschluss",
            "art des abschlusses",
            "akademischer grad|abschluss",
            "diplôme",
            "niveau d_études|d_étude|de_diplôme|de_formation",
            "dernier diplôme|obtenu",
            "dernier diplôme obtenu",
            "diplôme obtenu",
            "título|titulación|grado",
            "título obtenido|académico",
            "nivel de estudios|educación|formación|educativo|académico",
            "titolo di studio",
            "titolo|laurea",
            "livello di istruzione",
            "diploma|opleidingsniveau|graad",
            "hoogst genoten|afgeronde|behaalde|voltooide opleiding|diploma",
            "hoogste opleiding|diploma",
            "grau|diploma|escolaridade",
            "grau|nível de formação|escolaridade|instrução|ensino",
            "nível de escolaridade|formação|educação",
            "grau académico|acadêmico",
            "stopień|wykształcenie|tytuł",
            "poziom wykształcenia",
            "stopień naukowy",
        ],
        asks: &[
            "what|which .. highest .. degree|education|qualification",
            "highest level of education",
            "highest grade|level completed",
            "^jakie .. wykształcenie",
            "highest degree",
            "höchste* .. abschluss|bildungsabschluss",
            "welchen|welcher schulabschluss|bildungsabschluss|hochschulabschluss",
            "hoogst genoten|afgeronde|behaalde|voltooide opleiding",
        ],
        names: &[
            "degree|abschluss|diplome|qualification|titulo|diploma",
            "degree type|name|level",
            "education|educations degree|level|qualification",
            "education level",
            "highest degree|education",
            "level of education",
            "edu degree",
        ],
        never: &[
            "field|major|subject|start|end|date|from|relatives|do_you_have|to_what|agree|conferral|graduation|gpa|relevant_to|require*|are_you|minor",
        ],
        ..Rule::new(FieldKind::Degree, TEXT_OR_PICK)
    },
    Rule {
        label: &[
            "discipline|major|concentration|specialization|specialisation|course",
            "field|area|course|subject of study|studies",
            "subject|programme|program",
            "major|course field|subject|of|discipline|minor",
            "degree subject|field|major|discipline",
            "major field of study",
            "study field|program|programme",
            "course name|title",
            "major or|and field|minor",
            "area of specialization|concentration",
            "studienfach|studiengang|fachrichtung|fach|studienrichtung|schwerpunkt|hauptfach|studienschwerpunkt",
            "domaine|filière|spécialité|spécialisation|discipline",
            "domaine|filière d_études|d_étude|de_formation",
            "campo|área de estudio|estudios",
            "especialidad|carrera|especialización",
            "especialidad carrera",
            "campo|area di studio|studi",
            "indirizzo di studio|studi",
            "facoltà|corso",
            "corso di studi|laurea",
            "studierichting|opleiding|vakgebied",
            "richting",
            "curso",
            "área de estudo",
            "campo de estudo",
            "kierunek",
            "kierunek studiów",
            "specjalizacja",
        ],
        asks: &[
            "^what .. your major",
            "what did you study",
            "field of study",
        ],
        names: &[
            "discipline|major|studienfach|studiengang|fachrichtung|filiere",
            "field of study",
            "area of study",
            "education|educations discipline|major|field|subject|field_of_study",
            "course of study",
            "degree major|field",
            "subject",
        ],
        never: &["start|end|date|agree|email|line|message|require*|disciplinary"],
        ..Rule::new(FieldKind::Discipline, TEXT_OR_PICK)
    },
    Rule {
        label: &[
            "education|school|university|college|study start|from|begin date|year|month",
            "start of studies|education|study",
            "year started",
            "studienbeginn|ausbildungsbeginn",
            "beginn des_studiums|der_ausbildung",
            "début des_études|de_la_formation",
            "inicio de estudios",
            "start education",
        ],
        names: &[
            "education|educations|school|university|college|edu start|from|start_date|date_start|date_from|start_year|start_month|from_year|from_month|first_year|first_year_attended|begin",
            "education start date month|year",
            "school start date|month|year",
            "edu start",
            "education first year attended",
        ],
        ..Rule::new(FieldKind::EduStart, ANY)
    },
    Rule {
        label: &[
            "graduation date|year|month",
            "date|year of graduation",
            "expected|anticipated graduation|date|year .. date|year|graduation",
            "expected|anticipated graduation",
            "graduation date expected",
            "degree date|conferred",
            "date of degree",
            "year completed|graduated|of_completion",
            "completion date|year",
            "education|school|university|college|study end|to|until date|year|month",
            "last year attended",
            "graduation",
            "year of passing|graduation",
            "date graduated",
            "studienende|abschlussjahr|abschlussdatum",
            "datum|jahr des abschlusses",
            "ende des_studiums|der_ausbildung",
            "voraussichtlicher abschluss|studienabschluss",
            "année|date d_obtention|de_diplôme",
            "date d obtention du diplôme",
            "année d obtention du diplôme",
            "fecha|año de graduación|finalización|titulación",
            "data|anno di laurea|conseguimento|diploma",
            "afstudeerdatum|afstudeerjaar|diplomadatum",
            "data|ano de conclusão|formatura|graduação",
            "data|rok ukończenia",
            "rok ukończenia studiów",
        ],
        asks: &[
            "when .. graduate|graduated|graduating",
            "expected|anticipated graduation date|year",
            "when .. complete .. degree|studies|education",
        ],
        names: &[
            "education|educations|school|university|college|edu end|to|end_date|date_end|date_to|end_year|end_month|to_year|to_month|last_year|last_year_attended|graduation",
            "education end date month|year",
            "graduation date|year|month",
            "graduation",
            "school end date|month|year",
            "edu end",
            "education last year attended",
            "grad date|year",
        ],
        never: &["high school diploma"],
        ..Rule::new(FieldKind::EduEnd, ANY)
    },
    Rule {
        label: &[
            "gpa",
            "grade point average",
            "cumulative|overall|final|college|university|current|undergraduate gpa|grade",
            "overall|final result|grade|mark",
            "gpa scale|out|score|4",
            "result",
            "grade|grades",
            "abschlussnote|durchschnittsnote|notendurchschnitt|note|gesamtnote|abiturnote|notenschnitt",
            "moyenne|mention",
            "moyenne générale",
            "nota|promedio|calificación",
            "nota media|final",
            "media|voto|votazione",
            "voto di laurea|finale",
            "cijfer|gemiddelde",
            "gemiddeld cijfer",
            "média",
            "coeficiente de rendimento",
            "średnia",
            "ocena",
        ],
        asks: &["what is|was your .. gpa|grade point average"],
        names: &[
            "gpa|abschlussnote|notendurchschnitt|durchschnittsnote",
            "education gpa|grade|result",
            "grade average",
            "grade point average",
            "overall result",
        ],
        never: &["comment|notes|level|pay|salary"],
        ..Rule::new(FieldKind::Gpa, TEXT.or(On::PICK))
    },
    Rule {
        label: &[
            "minor|second major",
            "did you graduate",
            "graduated",
            "degree completed|status",
            "nebenfach",
            "high school diploma",
            "education country|city|location|state",
            "certifications|certificates|licenses",
            "certification|license|licence name",
            "zertifikate|zertifizierungen|weiterbildung",
            "courses|training|awards|publications",
            "class rank",
        ],
        names: &[
            "did graduate",
            "minor",
            "education country|city|location|type",
            "certification|certifications|license",
        ],
        ..Rule::new(FieldKind::Other, ANY.or(On::TICK))
    },
];

#[cfg(test)]
mod tests {
    use crate::classify::FieldKind as K;
    use crate::classify::testing::{label, name, not};

    #[test]
    fn education_in_many_languages() {
        label("School or University", K::School);
        label("Hochschule / Universität", K::School);
        label("Établissement", K::School);
        label("Highest level of education", K::Degree);
        label("Höchster Bildungsabschluss", K::Degree);
        label("Titolo di studio", K::Degree);
        label("Field of study", K::Discipline);
        label("Studiengang", K::Discipline);
        label("Kierunek studiów", K::Discipline);
        label("Expected graduation date", K::EduEnd);
        label("Overall GPA", K::Gpa);
        name("education-1--schoolName", K::School);
        name("education[0][end_date]", K::EduEnd);
    }

    #[test]
    fn questions_are_not_rows() {
        not("Do you have a degree in computer science?", K::Degree);
        not(
            "Are you currently a student at a university in Poland?",
            K::School,
        );
    }
}
