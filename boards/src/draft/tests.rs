//! Drafts in a source's words, and the postings that are made of them.

use super::*;
use crate::Source;

const NOW: i64 = 1_795_262_400_000; // 2026-11-21T12:00Z

fn draft() -> Draft {
    Draft {
        id: "7".to_owned(),
        title: "Baker".to_owned(),
        url: "https://bread.example/7".to_owned(),
        ..Draft::default()
    }
}

fn finished(draft: Draft) -> Posting {
    draft
        .finish(&Board::new(Source::Lever, "bread"), NOW)
        .expect("it has all that a posting needs")
}

#[test]
fn what_a_posting_must_have() {
    let board = Board::new(Source::Lever, "bread");
    let without = |change: fn(&mut Draft)| {
        let mut draft = draft();
        change(&mut draft);
        draft.finish(&board, NOW).err()
    };
    assert_eq!(without(|d| d.id.clear()), Some("it has no id"));
    assert_eq!(
        without(|d| d.title = " null ".to_owned()),
        Some("it has no title")
    );
    assert_eq!(
        without(|d| d.url = "javascript:alert(1)".to_owned()),
        Some("it has no web address")
    );
    assert_eq!(without(|_| ()), None);
}

#[test]
fn links_lead_to_the_web_and_nowhere_else() {
    assert_eq!(address("javascript:alert(1)"), None);
    assert_eq!(address("data:text/html,x"), None);
    assert_eq!(address("/jobs/1"), None);
    assert_eq!(
        address("https://a:b@bread.example/x").as_deref(),
        Some("https://bread.example/x")
    );
}

#[test]
fn places_and_ways_of_working() {
    let mut one = draft();
    one.line("Remote - Canada");
    let read = finished(one);
    assert_eq!(read.remote, Some(Remote::Remote));
    assert_eq!(read.remote_from[0].country.as_deref(), Some("CA"));

    let mut two = draft();
    two.line("Ghent, Belgium; Lyon, France");
    two.remote = "Hybrid".to_owned();
    let read = finished(two);
    assert_eq!(read.remote, Some(Remote::Hybrid));
    let cities = read
        .places
        .iter()
        .filter_map(|p| p.city.as_deref())
        .collect::<Vec<_>>();
    assert_eq!(cities, ["Ghent", "Lyon"]);
    assert!(read.remote_from.is_empty());

    let mut three = draft();
    three.line("Remote");
    let read = finished(three);
    assert_eq!((read.remote, read.places.len()), (Some(Remote::Remote), 0));
}

#[test]
fn pay_by_sums_then_words_then_description() {
    let mut one = draft();
    one.pay.min = Some(3_000.0);
    one.pay.currency = "€".to_owned();
    one.pay.period = "MONTH".to_owned();
    one.tell("<p>The salary for this role is $10 per hour.</p>");
    let pay = finished(one).salary.expect("sums");
    assert_eq!(
        (pay.min, pay.currency.as_str(), pay.period),
        (Some(3_000.0), "EUR", Some(Period::Month))
    );
    assert_eq!(pay.yearly.and_then(|y| y.min), Some(36_000.0));

    let mut two = draft();
    two.tell("<p>The salary for this role is $20 - $25 per hour.</p>");
    let pay = finished(two).salary.expect("words");
    assert_eq!(
        (pay.max, pay.currency.as_str(), pay.period),
        (Some(25.0), "USD", Some(Period::Hour))
    );

    let mut three = draft();
    three.pay.min = Some(0.0);
    assert_eq!(finished(three).salary, None);
}

#[test]
fn days_that_cannot_be_are_left_out() {
    let mut one = draft();
    one.posted = "2026-07-10".to_owned();
    one.expires = "2026-07-10".to_owned();
    assert_eq!(finished(one).expires_ms, None);
    let mut two = draft();
    two.posted = "2029-07-10".to_owned();
    assert_eq!(finished(two).posted_ms, None);
}

#[test]
fn a_description_keeps_its_parts() {
    let mut one = draft();
    one.tell("&lt;p&gt;We bake.&lt;/p&gt;");
    one.under("Requirements:", "<ul><li>An oven</li></ul>");
    let read = finished(one);
    assert_eq!(read.description, "We bake.\n\n## Requirements\n\n- An oven");
    assert_eq!(read.requirements.len(), 1);
}
