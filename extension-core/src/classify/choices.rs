//! What a field's options say about its kind: what they rule out, and what they give away.
//!
//! What must not happen here: a kind whose options cannot answer it.

use crate::classify::FieldKind;
use crate::classify::text::{tables, words};
use crate::page::RawField;

tables! {
    YES_NO = ["^yes|no|ja|nein|oui|non|si|sì|nee|sim|não|tak|nie|true|false$", "^yes|no|ja|nein|oui|non|si|nee|sim|nao|tak|nie", "prefer_not|decline|don_t|do_not|i_don|rather_not|choose_not|not_wish|not_want", "souhait* pas", "ne pas répondre|préciser|dire|souhaite", "préfère ne", "prefiero|prefiere|prefiro|preferisco|preferirei no|não|non", "no deseo|quiero", "não desejo|quero|informar|responder", "zeg_ik|wil|vertel .. liever|niet", "liever niet", "wolę|chcę nie", "nie chcę|podaję", "keine angabe", "not sure|applicable", "n a", "möchte|will .. nicht", "nicht angeben|beantworten"];
    PLACEHOLDER = ["^select", "^choose", "^please", "^bitte", "^wähl*|auswähl*", "auswählen", "^sélectionn*|choisi*|veuillez", "^seleccion*|elige|elegir", "^seleziona|scegli", "^kies|selecteer|maak", "^selecione|escolha", "^wybierz", "^none$", "^pick", "select one|an|option"];
    SALUTATION = ["^mr|mrs|ms|miss|mx|dr|prof|sir|herr|frau|monsieur|madame|mme|m|mademoiselle|señor|señora|sr|sra|sig|signor|signora|dhr|mevr|mevrouw|pan|pani|divers|doctor|professor"];
    /// Forms of address that are no answer about gender.
    ADDRESS = ["mr|mrs|ms|miss|herr|monsieur|madame|mme|m|señor|señora|sr|sra|sig|dhr|mevr|pan|pani|dr|prof"];
    REFUSES = ["prefer|decline|rather|choose|wish|want|not_say|disclose|angabe|angeben|souhait*|préfère|prefiero|preferisco|liever|prefiro|wolę|other|another|andere*|autre|otro|altro|anders|outro|inne|unknown|self_describe"];
    GENDER = ["male|female|man|woman|men|women|masculine|feminine|männlich|weiblich|mann|frau|divers|homme|femme|masculin|féminin|hombre|mujer|masculino|femenino|feminino|maschio|femmina|uomo|donna|maschile|femminile|vrouw|mężczyzna|kobieta|homem|mulher|nonbinary", "non binary|binaire|binär|binario", "gender *", "^m|f|w|d|h|k|v|x$", "vrouwelijk|mannelijk|żeńska|męska|żeński|męski|non_binair|niebinarn*|weibl|männl"];
    PRONOUN = ["he|she|they|him|her|them|ze|xe|hers|theirs|er|sie|dey|il|elle|iel|el|ella|elle|lui|lei|hij|zij|hen|ele|ela", "ona|on|oni|jej|jego|zijn|haar|hem|hen|hun|hij|ella|elle|él|elu|dela|dele|loro|ihr|ihm"];
    RACE = ["white|black|asian|african|caucasian|hispanic|latino|latinx|indian|native|pacific|mixed|arab|hawaiian|alaska|middle|weiß|schwarz|asiatisch|branca|preta|parda|indígena|amarela|chinese|pakistani|bangladeshi|caribbean|races|european|multiracial", "wit|zwart|aziatisch|weiss|blanc|noir|asiatique|métis|blanco|negro|asiático|latino|mestizo|bianco|nero|asiatico|biała|czarna|azjatycka|negra|amarillo|lateinamerikanisch|afro*"];
    VETERAN = ["veteran|veterans|military|served|service"];
    DISABILITY = ["disability|disabilities|disabled|behinder*|schwerbehinder*|handicap*|discapacidad|disabilit*|deficiência|beperking|impairment|gleichgestellt|rqth|gdb|niepełnosprawn*"];
    HISPANIC = ["hispanic|latino|latina|latinx|latine"];
    /// Races that no list of Hispanic origins names.
    FURTHER_RACE = ["white|black|asian|african|caucasian|indian|native|pacific|hawaiian|alaska|middle_eastern|races"];
    OTHER_RACE = ["white|black|asian|african|caucasian|indian|native|pacific|mixed|arab|hawaiian|alaska|middle|chinese|european|races|multiracial|other"];
    /// Among races these leave no doubt that they are none of a car's colours.
    SURELY_RACE = ["asian|african|hispanic|latino|latinx|pacific|races|hawaiian|caucasian|multiracial|parda|indígena|asiatique|asiático|asiatico|aziatisch|métis|mestizo"];
    /// The wordings of the official forms, which say by themselves what they answer.
    DISABILITY_SAID = ["i|yes .. have .. disability", "not have .. disability", "don t have .. disability", "ich habe|bin .. behinder*|schwerbehinder*"];
    VETERAN_SAID = ["not .. protected veteran", "not a veteran", "identify .. .. protected veteran|veterans", "am .. protected|a veteran"];
    CURRENCY = ["usd|eur|gbp|chf|cad|aud|pln|sek|nok|dkk|jpy|inr|brl|mxn|czk|huf|ron|sgd|hkd|nzd|zar|aed|ils|try|dollar|dollars|euro|euros|pound|pounds|franc|franken|krona|krone|yen|rupee|peso|złoty|real|dirham|yuan|rand"];
    PERIOD = ["^hour|hourly|day|daily|week|weekly|month|monthly|year|yearly|annual|annually|annum|per|biweekly|stunde|tag|monat|monatlich|jahr|jährlich|stündlich|heure|mois|année|an|mensuel|annuel|brut|net|hora|mes|año|mensual|anual|ora|mese|anno|uur|maand|jaar|mês|ano|godzina|miesiąc|rok$", "^per|pro|par|por|al|à|a hour|day|week|month|year|annum|stunde|tag|monat|jahr|heure|jour|mois|an|hora|día|mes|año"];
    COUNTRY = ["germany|deutschland|allemagne|alemania|germania|duitsland|alemanha|niemcy", "france|frankreich|francia|frankrijk|frança|francja", "united states|kingdom|arab", "england|scotland|wales|northern_ireland", "austria|österreich|autriche", "spain|spanien|españa|espagne", "italy|italien|italia", "netherlands|niederlande|nederland", "canada|kanada", "india|indien", "poland|polen|polska", "albania|algeria|andorra|angola|argentina|armenia|australia|azerbaijan|belgium|brazil|bulgaria|chile|china|colombia|croatia|cyprus|denmark|egypt|estonia|finland|greece|hungary|iceland|ireland|israel|japan|kenya|latvia|lithuania|luxembourg|malta|mexico|morocco|nigeria|norway|pakistan|peru|philippines|portugal|romania|russia|serbia|singapore|slovakia|slovenia|sweden|switzerland|thailand|tunisia|turkey|ukraine|vietnam|zambia|zimbabwe|afghanistan", "belgique|suisse|luxembourg|espagne|italie|royaume_uni|pays_bas|états_unis|autriche|pologne|bélgica|suiza|italia|reino_unido|países_bajos|estados_unidos|suíça|itália|espanha|belgio|svizzera|spagna|austria|regno_unito|paesi_bassi|belgië|zwitserland|spanje|verenigd_koninkrijk|oostenrijk|szwajcaria|austria|hiszpania|włochy|wielka_brytania|czechy|ukraina|maroc|algérie|tunisie|sénégal|brasil|méxico|jersey|guernsey", "albanien|algerien|belgien|brasilien|bulgarien|dänemark|estland|finnland|griechenland|irland|kroatien|lettland|litauen|luxemburg|norwegen|rumänien|schweden|schweiz|serbien|slowakei|slowenien|tschechien|türkei|ungarn|zypern|afghanistan|ägypten"];
}

/// What the options of a field look like.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Choices {
    /// How many there are, without "please choose".
    pub(crate) count: usize,
    yes_no: bool,
    salutation: bool,
    gender: usize,
    genders_only: bool,
    races_only: bool,
    pronoun: usize,
    race: usize,
    veteran: usize,
    disability: usize,
    further_races: usize,
    hispanic_only: bool,
    says_disability: usize,
    says_veteran: usize,
    money_unit: bool,
    calling: usize,
    country: usize,
    digits: usize,
}

impl Choices {
    /// Looks at a field's options.
    pub(crate) fn of(field: &RawField) -> Self {
        let texts: Vec<Vec<String>> = field
            .options
            .iter()
            .filter(|option| option.text.chars().any(char::is_alphanumeric))
            .map(|option| words(&option.text))
            .filter(|words| !PLACEHOLDER.any(words) || words.len() > 5)
            .take(300)
            .collect();
        let raw: Vec<&str> = field
            .options
            .iter()
            .map(|option| option.text.as_str())
            .take(300)
            .collect();
        let count = texts.len();
        let how_many = |table: &crate::classify::text::Patterns| {
            texts.iter().filter(|words| table.any(words)).count()
        };
        let all = |table: &crate::classify::text::Patterns| count > 0 && how_many(table) == count;
        Self {
            count,
            yes_no: all(&YES_NO) && count <= 6,
            salutation: count > 0 && how_many(&SALUTATION) * 5 >= count * 3 && count <= 14,
            gender: how_many(&GENDER),
            genders_only: (2..=8).contains(&count)
                && how_many(&GENDER) >= 2
                && how_many(&ADDRESS) == 0
                && texts
                    .iter()
                    .all(|words| GENDER.any(words) || REFUSES.any(words)),
            races_only: count >= 4
                && how_many(&RACE) >= 3
                && how_many(&SURELY_RACE) > 0
                && texts
                    .iter()
                    .all(|words| RACE.any(words) || REFUSES.any(words)),
            pronoun: how_many(&PRONOUN),
            race: how_many(&RACE),
            further_races: how_many(&FURTHER_RACE),
            veteran: how_many(&VETERAN),
            disability: how_many(&DISABILITY),
            hispanic_only: count >= 2
                && how_many(&HISPANIC) > 0
                && texts.iter().all(|words| {
                    YES_NO.any(words) || (HISPANIC.any(words) && !OTHER_RACE.any(words))
                }),
            says_disability: how_many(&DISABILITY_SAID),
            says_veteran: how_many(&VETERAN_SAID),
            money_unit: count >= 2
                && (how_many(&CURRENCY) * 4 >= count * 3 || how_many(&PERIOD) * 4 >= count * 3),
            calling: raw.iter().filter(|text| has_calling_code(text)).count(),
            country: how_many(&COUNTRY),
            digits: raw
                .iter()
                .filter(|text| text.chars().any(|letter| letter.is_ascii_digit()))
                .count(),
        }
    }

    /// A kind the options give away by themselves.
    pub(crate) fn speak_for(&self) -> Option<(FieldKind, f32, &'static str)> {
        if self.money_unit {
            return Some((FieldKind::Other, 0.97, "options: currencies or periods"));
        }
        if self.calling >= 5 && self.calling * 2 >= self.count {
            return Some((FieldKind::PhoneCountry, 0.94, "options: calling codes"));
        }
        if self.salutation && self.count >= 2 && self.gender * 2 <= self.count {
            return Some((FieldKind::Other, 0.9, "options: forms of address"));
        }
        if self.says_disability >= 2 && self.count <= 4 && self.says_veteran == 0 {
            return Some((
                FieldKind::Disability,
                0.8,
                "options: with or without a disability",
            ));
        }
        if self.says_veteran >= 2 && self.count <= 8 && self.says_disability == 0 {
            return Some((FieldKind::Veteran, 0.8, "options: a veteran or not"));
        }
        if self.count >= 3 && self.country * 4 >= self.count * 3 && self.calling == 0 {
            return Some((FieldKind::Country, 0.58, "options: countries"));
        }
        if self.count >= 60 && self.country >= 20 {
            return Some((FieldKind::Country, 0.58, "options: countries"));
        }
        None
    }

    /// Whether they are genders, and ways of not saying one.
    pub(crate) fn are_genders(&self) -> bool {
        self.genders_only
    }

    /// Whether they are races, and ways of not saying one.
    pub(crate) fn are_races(&self) -> bool {
        self.races_only && !self.hispanic_only
    }

    /// Whether the options can answer a kind. Without options (a list not yet opened) everything is possible.
    pub(crate) fn allow(&self, kind: FieldKind) -> bool {
        use FieldKind as K;
        if self.count == 0 {
            return true;
        }
        if self.yes_no {
            return matches!(
                kind,
                K::WorkAuthorization
                    | K::VisaSponsorship
                    | K::Relocation
                    | K::RemoteOk
                    | K::Hispanic
                    | K::Veteran
                    | K::Disability
                    | K::WorkCurrent
                    | K::Consent
                    | K::CustomQuestion
                    | K::Other
            );
        }
        match kind {
            K::Gender => self.gender >= 1,
            // A box of its own ("Custom") belongs to the question beside it.
            K::Pronouns => self.pronoun >= 1 || self.count == 1,
            K::RaceEthnicity if self.hispanic_only => false,
            K::RaceEthnicity => self.race >= 2 || (self.race >= 1 && self.count <= 4),
            K::Hispanic => self.race >= 1 && self.further_races < 2,
            K::Veteran => self.veteran >= 1,
            K::Disability => self.disability >= 1,
            K::Country => self.country * 10 >= self.count && self.country > 0,
            K::PhoneCountry => self.calling > 0 || self.country > 0 || self.digits > 0,
            K::SalaryExpectation | K::YearsExperience => self.digits * 2 >= self.count,
            K::FirstName | K::LastName | K::FullName | K::AddressLine1 | K::AddressLine2 => {
                self.count == 1
            }
            K::Location => self.count > 60,
            K::City => self.count > 12,
            _ => true,
        }
    }
}

/// "Germany (+49)", "+49".
fn has_calling_code(text: &str) -> bool {
    text.split('+').nth(1).is_some_and(|rest| {
        rest.trim_start()
            .starts_with(|letter: char| letter.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Control, RawOption};

    fn choices(texts: &[&str]) -> Choices {
        Choices::of(&RawField {
            control: Control::Select,
            options: texts
                .iter()
                .map(|text| RawOption {
                    text: (*text).to_owned(),
                    ..RawOption::default()
                })
                .collect(),
            ..RawField::default()
        })
    }

    #[test]
    fn options_rule_out_what_they_cannot_answer() {
        assert!(!choices(&["Yes", "No"]).allow(FieldKind::Country));
        assert!(choices(&["Select…", "Yes", "No"]).allow(FieldKind::WorkAuthorization));
        assert!(!choices(&["Berlin", "Munich"]).allow(FieldKind::Country));
        assert!(choices(&["Male", "Female", "Other"]).allow(FieldKind::Gender));
        assert!(!choices(&["Straight", "Gay"]).allow(FieldKind::Gender));
    }

    #[test]
    fn options_give_some_kinds_away() {
        let speaks = |texts: &[&str]| choices(texts).speak_for().map(|(kind, ..)| kind);
        assert_eq!(
            speaks(&["US Dollar ($)", "Euro (€)"]),
            Some(FieldKind::Other)
        );
        assert_eq!(
            speaks(&["Hourly", "Weekly", "Monthly", "Yearly"]),
            Some(FieldKind::Other)
        );
        assert_eq!(speaks(&["Mr", "Mrs", "Ms"]), Some(FieldKind::Other));
        assert_eq!(
            speaks(&["A (+1)", "B (+44)", "C (+49)", "D (+33)", "E (+48)"]),
            Some(FieldKind::PhoneCountry)
        );
        assert_eq!(speaks(&["Berlin", "Paris"]), None);
    }
}
