//! The codes a profile may use: countries, currencies, languages.
//!
//! Sources: ISO 3166-1 alpha-2 (plus `XK`, which passports and forms use for Kosovo), ISO 4217
//! (currencies in circulation, no funds or metals), ISO 639-1.
//! What must not happen here: names, translations, calling codes; the portal and the extension have those.

const COUNTRIES: &str = "\
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT \
BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH \
ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT \
HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS \
LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI \
NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG \
SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG \
UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW";

const CURRENCIES: &str = "\
AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD \
CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD \
GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT \
LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR \
NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP \
STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD \
XCG XOF XPF YER ZAR ZMW ZWG";

const LANGUAGES: &str = "\
aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv \
dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie \
ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv \
mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm \
rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr \
ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// Whether `code` is an ISO 3166-1 alpha-2 country, in capitals.
pub(super) fn is_country(code: &str) -> bool {
    code.len() == 2 && has_word(COUNTRIES, code)
}

/// Whether `code` is an ISO 4217 currency, in capitals.
pub(super) fn is_currency(code: &str) -> bool {
    code.len() == 3 && has_word(CURRENCIES, code)
}

/// Whether `code` is an ISO 639-1 language, in small letters.
pub(super) fn is_language(code: &str) -> bool {
    code.len() == 2 && has_word(LANGUAGES, code)
}

fn has_word(table: &str, code: &str) -> bool {
    table.split_ascii_whitespace().any(|word| word == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_whole() {
        for (table, count, length) in [(COUNTRIES, 250, 2), (LANGUAGES, 184, 2)] {
            let words: Vec<_> = table.split_ascii_whitespace().collect();
            assert_eq!(words.len(), count, "{table}");
            assert!(words.is_sorted_by(|a, b| a < b), "{table}");
            assert!(words.iter().all(|word| word.len() == length));
        }
        let currencies: Vec<_> = CURRENCIES.split_ascii_whitespace().collect();
        assert!(
            currencies.is_sorted_by(|a, b| a < b) && currencies.iter().all(|word| word.len() == 3)
        );
    }

    #[test]
    fn codes_are_exact() {
        assert!(is_country("DE") && is_country("GB") && is_country("XK"));
        for wrong in ["de", "UK", "EU", "D", "", "DE ", "DE AE", "E "] {
            assert!(!is_country(wrong), "{wrong:?}");
        }
        assert!(
            is_currency("EUR") && !is_currency("eur") && !is_currency("DEM") && !is_currency("XAU")
        );
        assert!(is_language("de") && is_language("zh") && !is_language("DE") && !is_language("xx"));
    }
}
