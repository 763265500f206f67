//! Towns for the location fields: a form asks while the person types.

use crate::form::country_name;
use crate::jobs::Lang;

/// Town, region, country code.
const PLACES: [(&str, &str, &str); 60] = [
    ("Amsterdam", "North Holland", "NL"),
    ("Antwerp", "Flanders", "BE"),
    ("Atlanta", "Georgia", "US"),
    ("Austin", "Texas", "US"),
    ("Barcelona", "Catalonia", "ES"),
    ("Basel", "Basel-Stadt", "CH"),
    ("Berlin", "Berlin", "DE"),
    ("Berlin", "Connecticut", "US"),
    ("Bordeaux", "Nouvelle-Aquitaine", "FR"),
    ("Boston", "Massachusetts", "US"),
    ("Bremen", "Bremen", "DE"),
    ("Brussels", "Brussels", "BE"),
    ("Chicago", "Illinois", "US"),
    ("Cologne", "North Rhine-Westphalia", "DE"),
    ("Copenhagen", "Hovedstaden", "DK"),
    ("Dallas", "Texas", "US"),
    ("Denver", "Colorado", "US"),
    ("Dresden", "Saxony", "DE"),
    ("Dublin", "Leinster", "IE"),
    ("Dublin", "Ohio", "US"),
    ("Edinburgh", "Scotland", "GB"),
    ("Frankfurt am Main", "Hesse", "DE"),
    ("Geneva", "Geneva", "CH"),
    ("Graz", "Styria", "AT"),
    ("Grenoble", "Auvergne-Rhône-Alpes", "FR"),
    ("Hamburg", "Hamburg", "DE"),
    ("Hannover", "Lower Saxony", "DE"),
    ("Helsinki", "Uusimaa", "FI"),
    ("Karlsruhe", "Baden-Württemberg", "DE"),
    ("Leipzig", "Saxony", "DE"),
    ("Lille", "Hauts-de-France", "FR"),
    ("Lisbon", "Lisbon", "PT"),
    ("London", "England", "GB"),
    ("London", "Ontario", "CA"),
    ("Lyon", "Auvergne-Rhône-Alpes", "FR"),
    ("Madrid", "Madrid", "ES"),
    ("Manchester", "England", "GB"),
    ("Manchester", "New Hampshire", "US"),
    ("Marseille", "Provence-Alpes-Côte d'Azur", "FR"),
    ("Milan", "Lombardy", "IT"),
    ("Munich", "Bavaria", "DE"),
    ("Nantes", "Pays de la Loire", "FR"),
    ("New York", "New York", "US"),
    ("Nuremberg", "Bavaria", "DE"),
    ("Oslo", "Oslo", "NO"),
    ("Paris", "Île-de-France", "FR"),
    ("Paris", "Texas", "US"),
    ("Portland", "Maine", "US"),
    ("Portland", "Oregon", "US"),
    ("Prague", "Prague", "CZ"),
    ("San Francisco", "California", "US"),
    ("Seattle", "Washington", "US"),
    ("Stockholm", "Stockholm", "SE"),
    ("Stuttgart", "Baden-Württemberg", "DE"),
    ("Toronto", "Ontario", "CA"),
    ("Toulouse", "Occitanie", "FR"),
    ("Vienna", "Vienna", "AT"),
    ("Warsaw", "Mazovia", "PL"),
    ("Zagreb", "Zagreb", "HR"),
    ("Zurich", "Zurich", "CH"),
];

/// At most eight places whose town begins with the query, as "Town, Region, Country".
pub(crate) fn search(query: &str) -> Vec<String> {
    let query = query
        .split(',')
        .next()
        .unwrap_or_default()
        .trim()
        .to_lowercase();
    if query.is_empty() {
        return Vec::new();
    }
    PLACES
        .iter()
        .filter(|(town, ..)| town.to_lowercase().starts_with(&query))
        .take(8)
        .map(|(town, region, code)| format!("{town}, {region}, {}", country_name(code, Lang::En)))
        .collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_same_town_in_two_places_is_two_options() {
        assert_eq!(
            super::search("portland"),
            [
                "Portland, Maine, United States",
                "Portland, Oregon, United States"
            ]
        );
        assert_eq!(super::search("Berlin, Germany").len(), 2);
        assert!(super::search("  ").is_empty());
    }
}
