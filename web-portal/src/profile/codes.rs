//! The codes of countries, languages and currencies. Their names come from the browser.

/// ISO 3166-1 alpha-2, two letters each.
const COUNTRIES: &str = "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSYEYTZAZMZW";

/// ISO 639-1, two letters each.
const LANGUAGES: &str = "aaabaeafakamanarasavayazbabebgbibmbnbobrbscacechcocrcscucvcydadedvdzeeeleneoeseteufafffifjfofrfygaglgngugvhahehihohrhthuhyhziaidieigiiikioisitiujajvkakgkikjkkklkmknkokrkskukvkwkylalblglilnloltlulvmgmhmimkmlmnmrmsmtmynanbndnengnlnnnonrnvnyocojomorospapiplpsptqurmrnrorurwsascsdsesgsiskslsmsnsosqsrssstsusvswtatetgthtitktltntotrtstttwtyugukuruzvevivowawoxhyiyozazhzu";

/// ISO 4217, three letters each: the currencies that wages are paid in today.
const CURRENCIES: &str = "AEDAFNALLAMDAOAARSAUDAWGAZNBAMBBDBDTBGNBHDBIFBMDBNDBOBBRLBSDBTNBWPBYNBZDCADCDFCHFCLPCNYCOPCRCCUPCVECZKDJFDKKDOPDZDEGPERNETBEURFJDFKPGBPGELGHSGIPGMDGNFGTQGYDHKDHNLHTGHUFIDRILSINRIQDIRRISKJMDJODJPYKESKGSKHRKMFKPWKRWKWDKYDKZTLAKLBPLKRLRDLSLLYDMADMDLMGAMKDMMKMNTMOPMRUMURMVRMWKMXNMYRMZNNADNGNNIONOKNPRNZDOMRPABPENPGKPHPPKRPLNPYGQARRONRSDRUBRWFSARSBDSCRSDGSEKSGDSHPSLESOSSRDSSPSTNSVCSYPSZLTHBTJSTMTTNDTOPTRYTTDTWDTZSUAHUGXUSDUYUUZSVEDVESVNDVUVWSTXAFXCDXOFXPFYERZARZMWZWG";

/// Every country code.
pub(crate) fn countries() -> impl Iterator<Item = &'static str> {
    chunks(COUNTRIES, 2)
}

/// Every language code.
pub(crate) fn languages() -> impl Iterator<Item = &'static str> {
    chunks(LANGUAGES, 2)
}

/// Every currency code.
pub(crate) fn currencies() -> impl Iterator<Item = &'static str> {
    chunks(CURRENCIES, 3)
}

fn chunks(table: &'static str, width: usize) -> impl Iterator<Item = &'static str> {
    (0..table.len() / width).filter_map(move |i| table.get(i * width..(i + 1) * width))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn check(codes: Vec<&str>, table: &str, width: usize, some: &[&str]) {
        assert_eq!(table.len() % width, 0);
        assert_eq!(
            codes.iter().collect::<BTreeSet<_>>().len(),
            codes.len(),
            "no code twice"
        );
        assert!(codes.is_sorted(), "{codes:?}");
        assert!(
            codes
                .iter()
                .all(|code| code.bytes().all(|b| b.is_ascii_alphabetic()))
        );
        for code in some {
            assert!(codes.contains(code), "{code}");
        }
    }

    #[test]
    fn the_tables_are_whole() {
        check(
            countries().collect(),
            COUNTRIES,
            2,
            &["DE", "GB", "US", "IN", "ZW", "AD"],
        );
        check(
            languages().collect(),
            LANGUAGES,
            2,
            &["de", "en", "fr", "zh", "ng", "nl"],
        );
        check(
            currencies().collect(),
            CURRENCIES,
            3,
            &["EUR", "USD", "GBP", "INR", "CHF"],
        );
        assert_eq!(countries().count(), 249);
        assert!(languages().count() > 175);
    }
}
