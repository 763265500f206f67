//! What the person can do: years of experience, skills, languages.
//!
//! What must not happen here: "at least five years of …?" answered with the years of a whole career.

use crate::classify::FieldKind;
use crate::classify::rule::{On, Rule, TEXT_OR_PICK};

pub(crate) const RULES: &[Rule] = &[
    Rule {
        label: &[
            "years of experience",
            "experience in years|yrs",
            "total|overall|work|relevant experience in years|yrs",
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
            "jahre an|der berufserfahrung|erfahrung",
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
        asks: &[
            "^what|which languages do|can|are you .. speak|fluent",
            "^welche sprachen sprechen|sprichst|beherrschen|beherrschst",
            "^quelles langues parlez|parles|maîtrisez",
            "^qué|cuáles idiomas habla|hablas|dominas",
            "^che|quali lingue parli|parla|conosci",
            "^welke talen spreek|spreekt|beheers|beheerst",
            "^que|quais idiomas|línguas .. fala|falas|domina",
            "^jakimi językami",
            "^languages|langues|idiomas|sprachen|lingue|línguas|talen .. speak|parlez|parlées|hablas|habla|sprechen|sprichst|parli|parla|falas|fala|spreek|spreekt$",
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
];

#[cfg(test)]
mod tests {
    use crate::classify::FieldKind as K;
    use crate::classify::testing::{label, not};

    #[test]
    fn years_are_those_of_a_career() {
        label("Years of experience", K::YearsExperience);
        label(
            "Wie viele Jahre Berufserfahrung haben Sie?",
            K::YearsExperience,
        );
        label(
            "How many years of experience do you have?",
            K::YearsExperience,
        );
        not(
            "Do you have over 2 years of experience in sales?",
            K::YearsExperience,
        );
        not("Describe your experience with Rust", K::YearsExperience);
    }
}
