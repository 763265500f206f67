//! Where the person lives.
//!
//! What must not happen here: the job's place, a wished place, a citizenship or a birthplace taken for the home.

use crate::classify::FieldKind;
use crate::classify::rule::{ANY, On, Rule, TEXT, TEXT_OR_PICK};

/// Words that speak of another place than the person's home.
const NOT_THE_CITY: &[&str] = &[
    "city state|country|province|and_state|and_country|and_province|or_state|zip",
    "preferred|desired|job|work|office|position|role|applying|apply|interview|site|company|employer|school|university|institution|campus|birth|born|citizenship|nationality|passport|visa|authorized|authorised|authorization|phone|dial|code|calling|relocat*|willing|interested|opening",
    "email|ip|web|time_zone|timezone",
    "birthplace|geburt*|staatsang*|nationalität|bevorzugt*|wunsch*|gewünscht*|arbeitsort|einsatzort|standort|arbeitgeber*|naissance|souhaité*|nationalité|nacimiento|nacionalidad|deseado|preferida|nascita|nascimento|nascimento|nazionalità|geboorte*|nationaliteit|urodzenia|obywatelstwo|vorwahl|indicatif",
    "referral|reference|emergency|notfall*|supervisor|manager",
];

/// The same for a location, where "work location" may stand in a work row: that is decided by the row.
pub(crate) const RULES: &[Rule] = &[
    Rule {
        label: &[
            "address",
            "address line 1|one",
            "line 1",
            "street",
            "street address|name|number",
            "street and number",
            "home|residential|postal|mailing|permanent|current|full|physical address",
            "address 1|street",
            "house number and street",
            "mailing address line 1",
            "address line",
            "adresse",
            "straße|strasse",
            "straße hausnummer|nr|und",
            "straße und hausnummer|nr|nummer",
            "anschrift|postanschrift|wohnanschrift",
            "strasse nr|hausnummer",
            "adresse 1|zeile|ligne",
            "adresse postale|complète|ligne",
            "rue",
            "numéro et rue",
            "n et rue",
            "dirección",
            "dirección línea|postal|completa|1",
            "calle",
            "calle y número",
            "domicilio",
            "indirizzo",
            "indirizzo di residenza|domicilio",
            "via e numero",
            "via",
            "adres",
            "straat",
            "straat en huisnummer|nummer",
            "straatnaam",
            "endereço",
            "endereço completo|linha",
            "morada",
            "rua",
            "ulica",
            "ulica i numer",
            "adres zamieszkania|korespondencyjny",
            "gatuadress|adress",
            "adresselinje",
        ],
        asks: &["what is your|the current|home|residential|mailing|full address"],
        names: &[
            "address",
            "address line",
            "address line one|street",
            "street",
            "street address|name|line",
            "address street",
            "strasse|adresse|anschrift|direccion|indirizzo|adres|endereco|rue|calle|via|straat|ulica|rua",
            "home|mailing|permanent|residential|current|full address",
            "line one",
            "addr",
        ],
        never: &[
            "2|two|3|three|second|zeile_2|ligne_2|zusatz|complément|apartment|apt|suite",
            "city|zip|postal code",
            "email|ip|web|url|website|company|employer|school|referral|emergency|job|work|concerns|how|issue|mac|wallet",
            "firma|arbeitgeber*|entreprise|empresa|azienda",
            "mailadresse|internetadresse",
        ],
        ..Rule::new(FieldKind::AddressLine1, TEXT.or(On::LONG))
    },
    Rule {
        label: &[
            "address line 2|two",
            "address 2",
            "line 2",
            "apartment|apt|suite|unit",
            "apartment|apt suite|unit",
            "apt suite unit etc",
            "adresszusatz|adresszeile|zusatz",
            "adresszeile 2",
            "adresse 2",
            "adresse zeile|ligne 2",
            "complément d adresse",
            "complément adresse",
            "línea 2",
            "dirección 2",
            "dirección línea 2",
            "piso|puerta",
            "indirizzo 2",
            "toevoeging",
            "adresregel 2",
            "complemento",
            "linha 2",
            "linia 2",
            "endereço linha 2",
            "hausnummer|huisnummer|número|numero|numer domu",
        ],
        names: &[
            "address line two",
            "address two",
            "line two",
            "apartment|apt|suite|adresszusatz|complemento|addition",
            "hausnummer|huisnummer|house number",
        ],
        never: &["line 1|street"],
        ..Rule::new(FieldKind::AddressLine2, TEXT)
    },
    Rule {
        label: &[
            "city|town|municipality|suburb",
            "city or|and town",
            "town or|and city",
            "home|current city",
            "city of residence|current",
            "city town|locality|village",
            "current city of residence",
            "residence city",
            "ort|wohnort|stadt",
            "wohnort|stadt ort",
            "ort|stadt wohnort",
            "ville",
            "ville de résidence|actuelle",
            "commune|localité",
            "ciudad|localidad|municipio|población",
            "ciudad de residencia",
            "città|comune|località",
            "città di residenza",
            "comune di residenza",
            "plaats|woonplaats|stad|gemeente",
            "cidade|localidade|município",
            "cidade de residência",
            "miasto|miejscowość",
            "miejsce zamieszkania",
            "ort|stad|by|kaupunki|postort|poststed",
        ],
        asks: &[
            "what|which city .. reside|live|located|based",
            "city .. currently|do you reside|live",
            "in welcher stadt .. wohn*|leb*",
        ],
        names: &[
            "city|town|ort|wohnort|stadt|ville|ciudad|localidad|citta|comune|plaats|woonplaats|cidade|miasto|municipality|locality",
            "address city",
            "city name",
            "home|current city",
            "address level two",
            "location city",
            "city of residence",
        ],
        never: NOT_THE_CITY,
        ..Rule::new(FieldKind::City, TEXT_OR_PICK)
    },
    Rule {
        label: &[
            "state|province|region|county|prefecture",
            "state or|and province|region|county",
            "state province|region|county|territory",
            "province|region state|territory",
            "state province region",
            "state of residence",
            "current|home state",
            "county or state",
            "bundesland|kanton|bundesstaat|landkreis",
            "bundesland kanton|region",
            "région|département|province",
            "département de résidence",
            "provincia|comunidad|estado",
            "provincia estado|región",
            "estado provincia",
            "comunidad autónoma",
            "regione|provincia",
            "provincia di residenza",
            "provincie",
            "estado|distrito|uf",
            "estado de residência",
            "województwo",
            "county fylke|län",
        ],
        asks: &["which|what state|province .. reside|live|located|based"],
        names: &[
            "state|province|region|bundesland|kanton|provincia|estado|regione|provincie|wojewodztwo|county",
            "state province|region|code",
            "address state|region|province",
            "country region",
            "address level one",
            "home|current state",
            "location state|region",
            "region state",
        ],
        never: &[
            "preferred|job|work|birth|born|united|civil|marital|employment|current_status|sales|license*|licence*|statement|solid|school|university|applying|willing|relocat*",
            "country",
            "familienstand|estado civil|stato civile",
        ],
        ..Rule::new(FieldKind::State, TEXT_OR_PICK)
    },
    Rule {
        label: &[
            "zip|postcode|zipcode|pincode|postal",
            "zip|postal|post|pin code",
            "zip postal",
            "zip postal code",
            "zip or postal code",
            "postal zip code",
            "postal|zip code postcode",
            "home zip|postal code",
            "zip code postal code",
            "plz|postleitzahl|postleitzahlen",
            "code postal",
            "código postal",
            "cp",
            "cap",
            "codice postale|avviamento",
            "codice di avviamento postale",
            "postcode",
            "cep",
            "código cep",
            "kod pocztowy",
            "postnummer|postinumero",
        ],
        names: &[
            "zip|postcode|plz|postleitzahl|cep|cap|postalcode|zipcode|postnummer",
            "postal|zip|post code",
            "address zip",
            "address postal code",
            "code postal",
            "codigo postal",
            "kod pocztowy",
            "zip postal",
            "home zip",
        ],
        never: &["job|work|school|radius|distance|miles"],
        ..Rule::new(FieldKind::PostalCode, TEXT.or(On::PICK))
    },
    Rule {
        label: &[
            "country",
            "country of residence|residency|domicile",
            "country region",
            "country or region|territory",
            "country territory",
            "region country",
            "country region of residence",
            "current country",
            "current country of residence",
            "home|residence country",
            "residing|resident country",
            "country you live|reside in",
            "country of current residence",
            "address country",
            "country location",
            "land|wohnland|wohnsitzland",
            "land region",
            "land des wohnsitzes",
            "wohnsitz land",
            "pays",
            "pays de résidence",
            "pays région",
            "país",
            "país de residencia|residência",
            "país región|região",
            "paese|nazione|stato",
            "paese di residenza",
            "nazione di residenza",
            "stato di residenza",
            "land van verblijf|herkomst",
            "woonland",
            "kraj",
            "kraj zamieszkania",
            "kraj pochodzenia region",
            "maa",
        ],
        asks: &[
            "what|which country .. reside|live|located|based|living|residing",
            "current country of residence",
            "in which country .. live|reside",
            "in welchem land .. wohn*|leb*|ansässig",
            "dans quel pays",
            "en qué país .. vive*|resid*",
            "where country",
        ],
        names: &[
            "country|land|pays|pais|paese|nazione|kraj|countryregion",
            "country region|name|id|of|dropdown",
            "address country",
            "country of residence",
            "home|current|residence|residency country",
            "location country",
            "residency",
        ],
        never: &[
            "time_zone|timezone|zone|phone|dial|dialing|calling|telephone|code|preferred|job|work|working|applying|birth|born|citizen*|national*|passport|visa|authorized|authorised|authorization|sponsor*|legally|right|permit|eligible|school|university|education|employer|issuing|issued|tax|origin|other",
            "staatsang*|geburt*|bundesland|vorwahl|arbeit*|naissance|nationalité|nacimiento|nacionalidad|nascita|nascimento|geboorte*|urodzenia|obywatelstwo|einsatzland",
        ],
        ..Rule::new(FieldKind::Country, TEXT_OR_PICK)
    },
    Rule {
        label: &[
            "location|residence",
            "current|your|home|candidate|applicant|personal|present location",
            "location city",
            "location current|city|state|country",
            "city state|country|province",
            "city and state|country|province",
            "city state country|zip|province",
            "city state zip code",
            "city country",
            "city region country",
            "city or location",
            "location city and country|state",
            "place of residence",
            "current place of residence",
            "city state or province",
            "current residence",
            "current city and state|country",
            "current city state|country",
            "town country",
            "city province",
            "wohnsitz",
            "aktueller wohnort|standort",
            "ort land",
            "stadt land",
            "plz ort|wohnort|stadt",
            "plz und ort|wohnort",
            "postleitzahl und ort|wohnort",
            "lieu de résidence|domicile",
            "localisation",
            "localisation actuelle",
            "ville et pays",
            "ville pays",
            "ville région",
            "code postal et ville",
            "ubicación",
            "ubicación actual",
            "lugar de residencia",
            "ciudad y país|provincia",
            "ciudad país",
            "posizione attuale",
            "luogo di residenza",
            "residenza",
            "città e paese|provincia",
            "locatie|woonlocatie",
            "huidige locatie",
            "localização",
            "localização atual",
            "local de residência",
            "cidade e estado|país",
            "cidade estado",
            "lokalizacja",
            "obecna lokalizacja",
            "miasto i kraj",
        ],
        asks: &[
            "^where are you located|based|living|residing",
            "where .. you .. currently|presently|now located|based|living|reside|live|residing",
            "where do you .. live|reside",
            "where .. are you based|located",
            "where are you currently",
            "what is your current|home location",
            "current location city",
            "what|which city .. state|country|province .. live|reside|located|based",
            "wo wohn*|leb* sie|du",
            "wo bist|sind du|sie .. ansässig|wohnhaft",
            "wo .. wohnhaft",
            "où habit*|résid*|viv*",
            "où êtes vous|es tu basé|située|situé|basée",
            "dónde .. vive*|resid*|ubicad*|encuentra*",
            "dove .. abit*|viv*|risied*",
            "waar .. woon*",
            "onde .. mora|reside|vive",
            "gdzie .. mieszka*",
        ],
        names: &[
            "location",
            "current|home|candidate|user location",
            "location name|input|current|city|search",
            "city state",
            "residence",
            "place of residence",
            "location autocomplete",
            "address location|autocomplete",
        ],
        never: &[
            "time_zone|timezone|preferred|desired|job|work|office|position|role|applying|apply|interview|site|company|employer|school|university|birth|relocat*|willing|interested|opening|service|store|parking|which_location*|locations|preference",
            "wunsch*|arbeitsort|einsatzort|bevorzugt*|souhaité*|site|deseada|preferita|gewenste|desejada|preferowana|geburt*",
            "emergency|authorized|authorised|sponsor*|visa",
        ],
        ..Rule::new(FieldKind::Location, ANY)
    },
    Rule {
        label: &[
            "nationality|citizenship|nationalities",
            "country of citizenship|birth|nationality|origin",
            "staatsangehörigkeit|nationalität|staatsbürgerschaft",
            "nationalité",
            "nacionalidad|nacionalidade|nazionalità|cittadinanza|nationaliteit|narodowość|obywatelstwo",
            "place of birth",
            "birthplace|geburtsort|geburtsland",
            "lieu de naissance",
            "lugar de nacimiento",
            "luogo di nascita",
            "marital status",
            "familienstand",
            "situation familiale",
            "estado civil",
            "stato civile",
            "burgerlijke staat",
            "religion|konfession",
        ],
        names: &[
            "nationality|citizenship|birthplace|staatsangehoerigkeit",
            "place of birth",
            "marital status",
        ],
        ..Rule::new(FieldKind::Other, TEXT_OR_PICK)
    },
];

#[cfg(test)]
mod tests {
    use crate::classify::FieldKind as K;
    use crate::classify::testing::{label, name, not};

    #[test]
    fn the_parts_of_an_address() {
        label("Street address", K::AddressLine1);
        label("Straße und Hausnummer", K::AddressLine1);
        label("What is your current address?", K::AddressLine1);
        label("Address line 2", K::AddressLine2);
        label("Apt, suite, unit", K::AddressLine2);
        label("Wohnort", K::City);
        label("What city do you currently reside in?", K::City);
        label("Postleitzahl", K::PostalCode);
        label("Code postal", K::PostalCode);
        label("State/Province", K::State);
        label("Bundesland", K::State);
        label("Województwo", K::State);
        label("Country/Region of Residence:", K::Country);
        label("What is your current country of residence?", K::Country);
        label("Land", K::Country);
        label("Where are you currently located?", K::Location);
        label("Current location", K::Location);
        label("City, State", K::Location);
        label("Lieu de résidence", K::Location);
        name("address[zip_code]", K::PostalCode);
    }

    #[test]
    fn other_places_are_not_home() {
        not("Preferred location", K::Location);
        not("Which location are you applying for?", K::Location);
        not("Country of citizenship", K::Country);
        not("Geburtsort", K::City);
        not("Are you currently located in Canada?", K::Location);
        not(
            "This role requires residence in the area. Do you live near our city office?",
            K::City,
        );
        not("Email address", K::AddressLine1);
    }
}
