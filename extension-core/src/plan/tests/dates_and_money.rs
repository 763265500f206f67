//! Dates and salaries in the shape that the form wants, or not at all.

use super::*;
use Control as C;
use FieldKind as K;

#[test]
fn dates_take_the_order_shown() {
    let start = |control: C| field(K::StartDate, control, "Earliest start date");
    check(start(C::Date), "text 2027-03-01");
    check(start(C::Text).placeholder("MM/DD/YYYY"), "text 03/01/2027");
    check(start(C::Text).placeholder("TT.MM.JJJJ"), "text 01.03.2027");
    check(
        start(C::Text).placeholder("e.g. 31/12/2024"),
        "text 01/03/2027",
    );
    check(
        start(C::Text).attribute("data-date-format", "dd-mm-yyyy"),
        "text 01-03-2027",
    );
    check(start(C::Text), "text 2027-03-01");
    check(
        start(C::Text).attribute("data-provide", "datepicker"),
        "pick date 2027-03-01 []",
    );
    let mut calendar_only = start(C::Text).placeholder("DD/MM/YYYY");
    calendar_only.raw.class = "form-control flatpickr-input".to_owned();
    calendar_only.raw.read_only = true;
    check(calendar_only, "pick date 2027-03-01 [01/03/2027]");
    let mut fixed = start(C::Text);
    fixed.raw.read_only = true;
    check(fixed, "left NotWritable");
    check(
        start(C::Text).attribute("data-test", "candidate-start"),
        "text 2027-03-01",
    );
    let later = PlanContext {
        today: "2027-04-01".to_owned(),
        ..PlanContext::default()
    };
    check_form(
        "en",
        vec![start(C::Date)],
        &person(),
        &later,
        &["left DoesNotFit"],
    );
    let lengths = field(K::StartDate, C::Select, "When can you start?").options(&[
        "Immediately",
        "1 month",
        "3 months",
    ]);
    check(lengths, "select 3 months");
}

#[test]
fn months_and_years_by_part() {
    let work = |control: C, label: &str| field(K::WorkStart, control, label);
    check(work(C::Month, "From"), "text 2021-03");
    check(work(C::Text, "From").placeholder("MM/YYYY"), "text 03/2021");
    check(work(C::Text, "From").placeholder("YYYY-MM"), "text 2021-03");
    check(work(C::Text, "From"), "text 03/2021");
    check(work(C::Date, "From"), "left DoesNotFit");
    check(work(C::Text, "Start year"), "text 2021");
    check(work(C::Text, "Start date").placeholder("YYYY"), "text 2021");
    check(work(C::SpinButton, "Month"), "text 3");
    check(
        work(C::SpinButton, "From").attribute("data-automation-id", "dateSectionYear-input"),
        "text 2021",
    );
    check(
        work(C::Select, "Month").options(&["Month=", "February", "March", "April"]),
        "select March",
    );
    check(
        work(C::Select, "Start").options(&["2020", "2021"]),
        "select 2021",
    );
    check_in(
        "de",
        work(C::Select, "Monat").options(&["Februar", "März"]),
        "select März",
    );
    check(
        work(C::Select, "Month").options(&[
            "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12",
        ]),
        "select 03",
    );
    check(
        work(C::ComboBox, "Start date month"),
        "pick \"March\" March",
    );
}

#[test]
fn salaries_are_reconciled_or_left() {
    let text = |label: &str| field(K::SalaryExpectation, C::Text, label);
    check(text("Salary expectation"), "text 72000 EUR per year");
    check_in(
        "de",
        text("Gehaltsvorstellung (brutto pro Jahr in EUR)"),
        "text 72000",
    );
    check_in("de", text("Gehaltsvorstellung in €"), "text 72000 pro Jahr");
    check(text("Monthly salary expectation in EUR"), "text 6000");
    check(
        text("Desired salary or hourly rate in EUR"),
        "text 72000 per year",
    );
    check(text("Salary expectation in USD"), "left DoesNotFit");
    check(text("Desired salary ($)"), "left DoesNotFit");
    check(text("Hourly rate in EUR"), "left DoesNotFit");
    let number = |label: &str| field(K::SalaryExpectation, C::Number, label);
    check(number("Annual salary in EUR"), "text 72000");
    check(number("Salary expectation"), "left DoesNotFit");
    let in_germany = PlanContext {
        job_country: Some("DE".to_owned()),
        ..PlanContext::default()
    };
    check_form(
        "en",
        vec![number("Salary expectation")],
        &person(),
        &in_germany,
        &["text 72000"],
    );
    let in_us = PlanContext {
        job_country: Some("US".to_owned()),
        ..PlanContext::default()
    };
    check_form(
        "en",
        vec![number("Salary expectation")],
        &person(),
        &in_us,
        &["left DoesNotFit"],
    );
    let select = |options: &[&str]| {
        field(
            K::SalaryExpectation,
            C::Select,
            "Salary expectation per year",
        )
        .options(options)
    };
    check(
        select(&["Select", "€50,000 - €70,000", "€70,000 - €90,000"]),
        "select €70,000 - €90,000",
    );
    check(
        select(&["$50,000 - $70,000", "$70,000 - $90,000"]),
        "left NoMatchingOption",
    );
    check(
        select(&["50.000 - 70.000 EUR", "über 70.000 EUR"]),
        "select über 70.000 EUR",
    );
}

#[test]
fn notice_in_the_forms_own_unit() {
    check(
        field(K::NoticePeriod, C::Text, "Notice period"),
        "text 3 months",
    );
    check_in(
        "de",
        field(K::NoticePeriod, C::Text, "Kündigungsfrist"),
        "text 3 Monate",
    );
    check(
        field(K::NoticePeriod, C::Number, "Notice period in months"),
        "text 3",
    );
    check(
        field(K::NoticePeriod, C::Number, "Notice period (days)"),
        "left DoesNotFit",
    );
    check(
        field(K::NoticePeriod, C::Number, "Notice period"),
        "left DoesNotFit",
    );
}

#[test]
fn a_number_alone_is_written_only_where_it_reads_one_way() {
    let wants = |amount: u32, currency: &str, period: SalaryPeriod| Profile {
        salary: Some(SalaryExpectation {
            amount,
            currency: currency.to_owned(),
            period,
        }),
        ..person()
    };
    let job = |country: &str| PlanContext {
        job_country: Some(country.to_owned()),
        ..PlanContext::default()
    };
    let number = |label: &str| field(K::SalaryExpectation, C::Number, label);
    let text = |label: &str| field(K::SalaryExpectation, C::Text, label);
    use SalaryPeriod as P;
    for (field, profile, context, expected) in [
        (
            number("Salary ($)"),
            wants(90_000, "USD", P::Year),
            job("US"),
            "text 90000",
        ),
        (
            number("Salary ($)"),
            wants(90_000, "CAD", P::Year),
            job("CA"),
            "text 90000",
        ),
        (
            number("Salary ($)"),
            wants(90_000, "CAD", P::Year),
            job("US"),
            "left DoesNotFit",
        ),
        (
            number("Salary ($)"),
            wants(90_000, "USD", P::Year),
            job("CA"),
            "left DoesNotFit",
        ),
        (
            number("Salary ($)"),
            wants(300_000, "AED", P::Year),
            job("US"),
            "left DoesNotFit",
        ),
        (
            text("Salary ($)"),
            wants(90_000, "CAD", P::Year),
            job("DE"),
            "text 90000 CAD per year",
        ),
        (
            number("Salary"),
            wants(50, "EUR", P::Hour),
            job("DE"),
            "left DoesNotFit",
        ),
        (
            number("Hourly rate"),
            wants(50, "EUR", P::Hour),
            job("DE"),
            "text 50",
        ),
        (
            text("Try to state it in USD"),
            wants(72_000, "EUR", P::Year),
            job("DE"),
            "left DoesNotFit",
        ),
    ] {
        check_form("en", vec![field], &profile, &context, &[expected]);
    }
}
