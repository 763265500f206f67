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

#[cfg(test)]
mod tests {
    use super::is_city;

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
