//! Cities that a short text beside a job's title may name without their country: data and look-up.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::fold::fold;

/// Folded names, `|` between: large cities and hiring places, in English and in their own language.
const CITIES: &str = "aachen|aarhus|abu dhabi|adelaide|ahmedabad|alicante|almere|amsterdam|antwerp|antwerpen|athens|atlanta|auckland|augsburg|austin|baltimore|bangalore|\
    bengaluru|bangkok|barcelona|basel|bath|beijing|belfast|belgrade|bergamo|bergen|berlin|bern|bielefeld|bilbao|birmingham|bochum|bogota|bologna|bonn|bordeaux|boston|boulder|braga|\
    bratislava|braunschweig|bremen|brighton|brisbane|bristol|brno|brooklyn|brussels|bruxelles|brussel|bucharest|bucuresti|budapest|buenos aires|bydgoszcz|cairo|calgary|cambridge|cape town|cardiff|\
    charlotte|chennai|chicago|cleveland|cluj napoca|coimbra|cologne|koln|columbus|copenhagen|kobenhavn|cordoba|cork|cracow|krakow|dallas|darmstadt|delft|den haag|the hague|denver|detroit|\
    dortmund|dresden|dubai|dublin|duisburg|dusseldorf|edinburgh|edmonton|eindhoven|essen|faro|florence|firenze|frankfurt|frankfurt am main|freiburg|fribourg|galway|gdansk|gdynia|geneva|geneve|genf|genoa|genova|\
    gent|ghent|glasgow|goteborg|gothenburg|granada|graz|grenoble|groningen|guadalajara|haarlem|hamburg|hannover|hanover|heidelberg|helsinki|hong kong|houston|hyderabad|innsbruck|istanbul|jakarta|jena|\
    johannesburg|karlsruhe|kassel|katowice|kiel|kigali|kyiv|kiev|lagos|las vegas|lausanne|leeds|leicester|leiden|leipzig|leuven|liege|lille|lima|linz|lisbon|lisboa|liverpool|ljubljana|lodz|london|londres|los angeles|\
    lublin|luzern|lugano|lyon|maastricht|madrid|mainz|malaga|malmo|manchester|manila|mannheim|marseille|medellin|melbourne|metz|mexico city|ciudad de mexico|miami|milan|milano|minneapolis|modena|mulhouse|\
    monterrey|montevideo|montpellier|montreal|mumbai|munich|munchen|munster|nairobi|nantes|naples|napoli|nashville|new delhi|delhi|new orleans|new york|new york city|nyc|newcastle|nice|nijmegen|noida|nottingham|\
    nuremberg|nurnberg|oakland|odense|orlando|osaka|oslo|ottawa|oxford|padova|padua|palermo|palo alto|pamplona|paris|perth|philadelphia|phoenix|pittsburgh|plovdiv|portland|porto|poznan|prague|praha|pune|\
    quebec city|raleigh|reims|rennes|riga|rio de janeiro|rome|roma|rotterdam|rouen|sacramento|salt lake city|salzburg|san antonio|san diego|san francisco|san jose|santiago|sao paulo|sarajevo|seattle|seoul|sevilla|seville|\
    shanghai|sheffield|shenzhen|singapore|sofia|southampton|st gallen|stavanger|stockholm|strasbourg|stuttgart|sydney|szczecin|taipei|tallinn|tampa|tel aviv|thessaloniki|tilburg|timisoara|tirana|tokyo|toronto|torino|turin|toulouse|\
    tours|trieste|trondheim|turku|tampere|uppsala|utrecht|valencia|valladolid|vancouver|venice|venezia|verona|vienna|wien|vigo|vilnius|warsaw|warszawa|washington dc|wiesbaden|wolfsburg|wroclaw|wuppertal|yokohama|york|zagreb|\
    zaragoza|zug|zurich|zwolle";

/// Folded names of cities whose state's code is also a country's or another country's state's, and the country they
/// are in: "WA" is Washington and Western Australia, "CA" California and Canada.
const IN_COUNTRY: &[(&str, &str)] = &[
    (
        "US",
        "los angeles|san francisco|san diego|san jose|oakland|sacramento|irvine|palo alto|mountain view|sunnyvale|santa clara|menlo park|redwood city|fremont|berkeley|long beach|anaheim|\
         pasadena|santa monica|burbank|culver city|cupertino|san mateo|south san francisco|fresno|bakersfield|riverside|emeryville|foster city|santa barbara|carlsbad|el segundo|torrance|pleasanton|\
         denver|boulder|colorado springs|fort collins|broomfield|englewood|lakewood|wilmington|newark|dover|boise|meridian|nampa|idaho falls|chicago|rockford|naperville|peoria|springfield|evanston|schaumburg|\
         deerfield|aurora|joliet|champaign|indianapolis|fort wayne|evansville|south bend|carmel|fishers|bloomington|boston|cambridge|waltham|worcester|burlington|somerville|lexington|framingham|quincy|\
         lowell|bedford|needham|little rock|bentonville|fayetteville|nashville|memphis|knoxville|chattanooga|franklin|murfreesboro|billings|missoula|bozeman|helena|pittsburgh|philadelphia|allentown|\
         harrisburg|seattle|tacoma|spokane|bellevue|redmond|kirkland|everett|olympia|renton|bothell|vancouver|kent|bellingham|charleston|columbia|greenville|sioux falls|richmond|norfolk|arlington|reston",
    ),
    (
        "AU",
        "perth|fremantle|bunbury|geraldton|kalgoorlie|albany|mandurah|joondalup|broome|karratha|port hedland|adelaide|mount gambier|darwin|alice springs|sydney|melbourne|brisbane|hobart|canberra",
    ),
    (
        "CA",
        "toronto|montreal|calgary|ottawa|edmonton|winnipeg|mississauga|hamilton|halifax|saskatoon|regina|kelowna|waterloo|kitchener|st john s|burnaby",
    ),
    (
        "DE",
        "berlin|munich|munchen|hamburg|cologne|koln|frankfurt|stuttgart|dusseldorf|leipzig|dresden|hannover|nuremberg|nurnberg|bremen|bonn|karlsruhe|mannheim",
    ),
    (
        "IN",
        "bangalore|bengaluru|mumbai|pune|hyderabad|chennai|delhi|new delhi|gurgaon|gurugram|noida|kolkata|ahmedabad",
    ),
    (
        "IL",
        "tel aviv|jerusalem|haifa|herzliya|ramat gan|petah tikva",
    ),
    (
        "NL",
        "amsterdam|rotterdam|utrecht|eindhoven|den haag|the hague|groningen|delft|leiden|haarlem|nijmegen|tilburg|almere|breda|arnhem|maastricht|zwolle|enschede|amersfoort|hilversum",
    ),
    ("CO", "bogota|medellin|cali|barranquilla"),
    ("AR", "buenos aires|rosario"),
    ("ID", "jakarta|bandung|surabaya"),
    ("MA", "casablanca|rabat|tangier|marrakech"),
    ("TN", "tunis|sfax"),
];

/// The country of a city that is known by itself; nothing for names that several countries share ("Vancouver",
/// "Hamilton") unless only one of them has it here.
pub(crate) fn country_of(text: &str) -> Option<&'static str> {
    let folded = fold(text.split('(').next().unwrap_or(text));
    let mut found = IN_COUNTRY
        .iter()
        .filter(|(_, list)| list.split('|').any(|city| city.trim() == folded))
        .map(|(country, _)| *country);
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

static KNOWN: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| CITIES.split('|').map(str::trim).collect());

/// Whether the text is the name of a well-known city, perhaps with a district in brackets or a number behind it.
pub(crate) fn is_city(text: &str) -> bool {
    if text.len() > 60 {
        return false;
    }
    let head = text.split('(').next().unwrap_or(text);
    let folded = fold(head);
    let folded = folded
        .trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ')
        .trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    KNOWN.contains(folded)
}

/// Whether the text as a whole is the name of a city of either list.
pub(crate) fn is_known(text: &str) -> bool {
    let folded = fold(text);
    let mut lists = IN_COUNTRY.iter().map(|(_, list)| list);
    KNOWN.contains(folded.as_str())
        || lists.any(|list| list.split('|').any(|city| city.trim() == folded))
}

#[cfg(test)]
mod tests {
    use super::{country_of, is_city};

    #[test]
    fn cities_tell_their_country() {
        assert_eq!(country_of("Perth"), Some("AU"));
        assert_eq!(country_of("Fort Wayne"), Some("US"));
        assert_eq!(country_of("Berlin"), Some("DE"));
        assert_eq!(country_of("Springvale"), None);
    }

    #[test]
    fn well_known_cities_and_nothing_else() {
        for (text, city) in [
            ("Berlin", true),
            ("10115 Berlin", true),
            ("München", true),
            ("Lyon (Part-Dieu)", true),
            ("Engineering", false),
            ("Remote", false),
            ("", false),
        ] {
            assert_eq!(is_city(text), city, "{text}");
        }
    }
}
