//! Feeds, pages, files, and the local stand-in.

use super::{NOW, answer, answered, only, shown};
use crate::{Board, BoardError, Source, first, read_file};

#[test]
fn a_feed_of_jobs() {
    let board = Board::new(Source::Feed, "https://bread.example/jobs.rss");
    let page = answered(
        &board,
        r#"<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Jobs</title><atom:link rel="next" href="/jobs.rss?page=2"/>
            <item><title>Baker at Crumb &amp; Co</title><link>/jobs/1</link><guid>job-1</guid><pubDate>Tue, 13 Oct 2026 09:00:00 GMT</pubDate><location>Ghent, Belgium</location><category>Bread</category><salary>€40k - €50k per year</salary>
            <description>short</description><content:encoded><![CDATA[<p>We bake bread.</p>]]></content:encoded></item></channel></rss>"#,
    );
    assert_eq!(
        only(&page),
        "job-1 Baker
company: Crumb & Co
places: Ghent/–/BE
pay: 40000..50000 EUR Year
days: 2026-10-13
url: https://bread.example/jobs/1
skills: Bread
text: We bake bread.
"
    );
    assert_eq!(
        page.next.map(|next| next.url).as_deref(),
        Some("https://bread.example/jobs.rss?page=2")
    );
}

#[test]
fn an_atom_feed_and_a_next_page_elsewhere() {
    let board = Board::new(Source::Feed, "https://bread.example/feed");
    let page = answered(
        &board,
        r#"<feed xmlns="http://www.w3.org/2005/Atom"><link rel="next" href="https://evil.example/2"/><entry><title>Baker</title><id>tag:1</id><link rel="self" href="/self"/><link href="https://bread.example/1"/><updated>2026-10-13T10:00:00Z</updated><summary>We bake bread.</summary></entry></feed>"#,
    );
    assert_eq!(
        only(&page),
        "tag:1 Baker\ndays: 2026-10-13\nurl: https://bread.example/1\ntext: We bake bread.\n"
    );
    assert_eq!(page.next, None);
    assert_eq!(
        answered(&board, "<html><body></body></html>").unread,
        Some("the answer is not a feed")
    );
}

const POSTING: &str = r#"{"@context":"https://schema.org/","@type":"JobPosting","title":"Baker","description":"&lt;p&gt;We bake bread for the whole of the town, and you will be with us when the oven is lit.&lt;/p&gt;","datePosted":"2026-10-13","validThrough":"2026-12-24",
    "identifier":{"@type":"PropertyValue","name":"Crumb","value":"C-1"},"hiringOrganization":{"@type":"Organization","name":"Crumb"},"employmentType":"FULL_TIME","jobLocationType":"TELECOMMUTE","applicantLocationRequirements":{"@type":"Country","name":"BE"},
    "baseSalary":{"@type":"MonetaryAmount","currency":"EUR","value":{"@type":"QuantitativeValue","minValue":40000,"maxValue":50000,"unitText":"YEAR"}}}"#;

#[test]
fn a_page_with_its_data() {
    let board = Board::new(Source::Page, "https://bread.example/careers/baker");
    let page = answered(
        &board,
        &format!(
            "<html lang='en'><head><title>Baker – Crumb</title><SCRIPT type='application/ld+json'>{POSTING}</SCRIPT></head></html>"
        ),
    );
    assert_eq!(
        only(&page),
        "C-1 Baker
company: Crumb
places: –/–/BE
remote: Remote –/–/BE
work: FullTime
pay: 40000..50000 EUR Year
days: 2026-10-13 2026-12-25
url: https://bread.example/careers/baker
reference: C-1
language: en
text: We bake bread for the whole of the town, and you will be with us when the oven is lit.
"
    );
    let several = format!(
        "<script type=application/ld+json>[{POSTING},{}]</script>",
        POSTING.replace("Baker", "Miller").replace("C-1", "C-2")
    );
    let titles = answered(&board, &several)
        .postings
        .iter()
        .map(|p| format!("{} {}", p.id, p.title))
        .collect::<Vec<_>>();
    assert_eq!(titles, ["C-1 Baker", "C-2 Miller"]);
    assert_eq!(
        answered(&board, "<html></html>").unread,
        Some("the page holds no data about jobs")
    );
}

#[test]
fn a_page_that_lists_others() {
    let board = Board::new(Source::Page, "https://bread.example/careers");
    let page = answered(
        &board,
        r#"<script type="application/ld+json">{"@type":"ItemList","itemListElement":[{"@type":"ListItem","url":"/careers/baker"},{"@type":"ListItem","url":"https://evil.example/x"},{"@type":"ListItem","url":"/careers/baker"}]}</script>"#,
    );
    let asked = page
        .details
        .iter()
        .map(|request| request.url.as_str())
        .collect::<Vec<_>>();
    assert_eq!(asked, ["https://bread.example/careers/baker"]);
    let page = answer(
        &board,
        &page.details[0],
        &format!("<script type='application/ld+json'>{POSTING}</script>"),
    );
    assert_eq!(page.postings[0].id, "https://bread.example/careers/baker");
}

#[test]
fn the_local_stand_in() {
    let board = Board::new(Source::Stand, "http://127.0.0.1:4000");
    let page = answered(
        &board,
        r#"<html><a href="/jobs/baker">Baker</a><a href="/jobs/baker/apply">x</a><a href="/jobs/miller">Miller</a><a href="/about">y</a></html>"#,
    );
    let ids = page
        .details
        .iter()
        .filter_map(|request| request.about())
        .collect::<Vec<_>>();
    assert_eq!(ids, ["baker", "miller"]);
    let read = answer(
        &board,
        &page.details[0],
        &format!("<script type=\"application/ld+json\">{POSTING}</script>"),
    );
    assert_eq!(
        (read.postings[0].id.as_str(), read.postings[0].url.as_str()),
        ("baker", "http://127.0.0.1:4000/jobs/baker")
    );
}

#[test]
fn rows_of_a_file() {
    let board = Board::new(Source::Csv, "mine.csv");
    assert_eq!(first(&board), Err(BoardError::File));
    let file = "\u{feff}Firma;Titel;Ort;URL;Gehalt;Beschreibung\r\n\"Crumb; Crust\";Bäcker;Wien, Österreich;https://bread.example/1;3.000 € pro Monat;\"Wir \"\"backen\"\"\nviel\"\r\n;;;;;\r\nLoaf;;Linz;https://bread.example/2;;\r\n";
    let page = read_file(&board, file.as_bytes(), NOW);
    assert_eq!(
        page.postings.iter().map(shown).collect::<String>(),
        "https://bread.example/1 Bäcker
company: Crumb; Crust
places: Wien/–/AT
pay: 3000..3000 EUR Month
url: https://bread.example/1
text: Wir \"backen\" ¶ viel
"
    );
    assert_eq!(page.bad.len(), 1);
    assert_eq!(
        read_file(&board, b"a,b\n1,2\n", NOW).unread,
        Some("the first row names no column for the title")
    );
}

#[test]
fn what_is_exported_is_imported_again() {
    let told = answered(
        &Board::new(Source::Lever, "crumb"),
        r#"[{"id":"0a1b","text":"Senior Baker","categories":{"location":"Ghent, Belgium","commitment":"Full-time"},"createdAt":1791849600000,"workplaceType":"hybrid",
            "descriptionBody":"<p>We bake <b>bread</b>.</p><ul><li>Rye</li></ul>","hostedUrl":"https://jobs.lever.co/crumb/0a1b","salaryRange":{"currency":"EUR","interval":"per-year-salary","min":40000,"max":50000}}]"#,
    );
    let json = serde_json::to_string(&told.postings).expect("postings");
    let again = read_file(&Board::new(Source::Json, "mine.json"), json.as_bytes(), NOW);
    assert_eq!(shown(&again.postings[0]), shown(&told.postings[0]));
}
