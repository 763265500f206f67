use super::*;

fn show(pay: &Salary) -> String {
    let end = |end: Option<f64>| end.map_or_else(|| "…".to_owned(), |v| v.to_string());
    format!(
        "{}–{} {} {}",
        end(pay.min),
        end(pay.max),
        pay.currency,
        pay.period
    )
    .trim_end()
    .to_owned()
}

#[track_caller]
fn labelled_is(text: &str, expect: &str) {
    let pays = labelled(text, "");
    assert_eq!(
        agree(&pays).as_ref().map(show).unwrap_or_default(),
        expect,
        "{text}"
    );
}

#[track_caller]
fn prose_is(text: &str, expect: &[&str]) {
    assert_eq!(
        prose(text).iter().map(show).collect::<Vec<_>>(),
        expect,
        "{text}"
    );
}

#[test]
fn labelled_pay_in_every_writing() {
    labelled_is("$62,500 - $71,000 a year", "62500–71000 $ year");
    labelled_is("£41K – £48K • Offers Equity", "41000–48000 GBP");
    labelled_is("$50+ / hour", "50–… $ hour");
    labelled_is("80-100k €", "80000–100000 EUR");
    labelled_is("45 - 55.000 € brutto im Jahr", "45000–55000 EUR year");
    labelled_is("ab 3.200 € brutto/Monat", "3200–… EUR month");
    labelled_is("Bis zu 68.000 EUR p.a.", "…–68000 EUR year");
    labelled_is(
        "Entre 38 000 € et 45 000 € bruts par an",
        "38000–45000 EUR year",
    );
    labelled_is("38K à 45K €", "38000–45000 EUR");
    labelled_is("desde 24.000 € brutos/año", "24000–… EUR year");
    labelled_is("€ 3.100,00 - € 4.250,00 per maand", "3100–4250 EUR month");
    labelled_is("12 000 – 16 500 zł brutto / mies.", "12000–16500 PLN month");
    labelled_is("CHF 95'000 – 110'000 pro Jahr", "95000–110000 CHF year");
    labelled_is("R$ 5.500,00 por mês", "5500–5500 BRL month");
    labelled_is("R$ 5.500,00 mensal", "5500–5500 BRL month");
    labelled_is("RAL 32.000€ - 38.000€ annui", "32000–38000 EUR year");
    labelled_is(
        "₹12,00,000 - ₹18,00,000 per annum",
        "1200000–1800000 INR year",
    );
    labelled_is("CA$90,000 to CA$105,000 annually", "90000–105000 CAD year");
    labelled_is("90,000 - 105,000 CAD yearly", "90000–105000 CAD year");
    labelled_is("USD 30/hr - USD 38/hr", "30–38 USD hour");
    labelled_is(
        "$58,000 - $65,000 per year ($28 - $31 per hour)",
        "58000–65000 $ year",
    );
    labelled_is("34 500 kr per månad", "34500–34500 kr month");
    labelled_is("from £12.21 an hour", "12.21–… GBP hour");
    labelled_is("Competitive", "");
    labelled_is("80-100%", "");
    labelled_is("Zone A $90,000 - $95,000, zone B $80,000 - $85,000", "");
}

#[test]
fn a_label_may_name_the_currency() {
    let pays = labelled("52,000 - 60,000 per year", "EUR");
    assert_eq!(show(&pays[0]), "52000–60000 EUR year");
    assert!(labelled("52,000 - 60,000", "").is_empty());
}

#[test]
fn prose_needs_a_reason() {
    prose_is(
        "Salary: £41,000 - £48,000 year + bonus + equity",
        &["41000–48000 GBP year"],
    );
    prose_is(
        "The base pay for this role is $31.50 per hour.",
        &["31.5–31.5 $ hour"],
    );
    prose_is(
        "Das Mindestgehalt laut Kollektivvertrag beträgt 3.145 € brutto pro Monat.",
        &["3145–… EUR month"],
    );
    prose_is(
        "The annual salary in A is €60,000 - €70,000. The annual salary in B is €65,000 - €75,000.",
        &["60000–70000 EUR year", "65000–75000 EUR year"],
    );
    prose_is("We raised $40M and serve 200,000 users in 2025.", &[]);
    prose_is("You manage a budget of $500,000.", &[]);
    prose_is("A $5,000 signing bonus and a 401(k) with 4% match.", &[]);
    prose_is("€50 meal allowance per month", &[]);
    prose_is("Over €120,000 in revenue per year", &[]);
    prose_is("We grew from 20 to 200 people since 2019", &[]);
    prose_is("Budget: $250 per day for ads", &[]);
}

#[test]
fn badges_look_like_pay_by_themselves() {
    assert_eq!(
        badge("€95,000 per year").as_ref().map(show).as_deref(),
        Some("95000–95000 EUR year")
    );
    assert_eq!(
        badge("$50+ / hour").as_ref().map(show).as_deref(),
        Some("50–… $ hour")
    );
    assert_eq!(badge("$250"), None);
    assert_eq!(badge("Team of 12"), None);
}

#[test]
fn years_are_assumed_only_where_nothing_else_fits() {
    let mut pay = labelled("£41K – £48K", "").remove(0);
    assert!(assume_year(&mut pay));
    assert_eq!(pay.period, "year");
    let mut pay = labelled("12 000 – 16 500 zł", "").remove(0);
    assert!(!assume_year(&mut pay));
    let mut pay = labelled("€3,000", "").remove(0);
    assert!(!assume_year(&mut pay));
}

#[test]
fn some_sums_are_pay_without_a_word_for_it() {
    for (text, min, max, currency, period) in [
        ("21 € pro Stunde", Some(21.0), Some(21.0), "EUR", "hour"),
        (
            "CHF 6'800 x 13",
            Some(6_800.0),
            Some(6_800.0),
            "CHF",
            "month",
        ),
        (
            "Bis zu 3.900 € brutto im Monat.",
            None,
            Some(3_900.0),
            "EUR",
            "month",
        ),
        (
            "48.000 – 61.000 €",
            Some(48_000.0),
            Some(61_000.0),
            "EUR",
            "",
        ),
        (
            "Timlön 171 SEK/tim",
            Some(171.0),
            Some(171.0),
            "SEK",
            "hour",
        ),
        (
            "Μισθός 1.650 € το μήνα",
            Some(1_650.0),
            Some(1_650.0),
            "EUR",
            "month",
        ),
    ] {
        let found = super::prose(text);
        let [pay] = found.as_slice() else {
            panic!("{text}: {found:?}");
        };
        assert_eq!(
            (pay.min, pay.max, pay.currency.as_str(), pay.period.as_str()),
            (min, max, currency, period),
            "{text}"
        );
    }
    for text in [
        "50 € im Monat",
        "We sold 20,000 – 35,000 € of flour",
        "5 € Zuschuss pro Stunde",
        "$100 x 3",
    ] {
        assert!(super::prose(text).is_empty(), "{text}");
    }
}
