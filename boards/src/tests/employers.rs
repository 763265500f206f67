//! Boards of one employer.

use super::{answer, answered, only, shown};
use crate::{Board, Page, Request, Source};

#[track_caller]
fn check(board: &Board, body: &str, expect: &str) {
    let page = answered(board, body);
    assert_eq!(only(&page), expect.trim_start(), "{:?}", board.source);
}

/// The details that a page asks for, each answered with the same body.
fn detailed(board: &Board, page: &Page, body: &str) -> Vec<String> {
    page.details
        .iter()
        .flat_map(|request| answer(board, request, body).postings)
        .map(|posting| shown(&posting))
        .collect()
}

fn url(request: Option<&Request>) -> &str {
    request.map_or("", |request| request.url.as_str())
}

#[test]
fn greenhouse() {
    let board = Board::new(Source::Greenhouse, "crumb");
    assert_eq!(
        url(crate::first(&board).as_ref().ok()),
        "https://boards-api.greenhouse.io/v1/boards/crumb/jobs?content=true&pay_transparency=true"
    );
    check(
        &board,
        r#"{"jobs":[{"id":4001,"internal_job_id":null,"title":"Senior Baker ","updated_at":"2026-11-02T08:00:00-05:00",
            "first_published":"2026-10-01T08:00:00-05:00","requisition_id":"R-7","location":{"name":"Hybrid"},
            "absolute_url":"https://boards.greenhouse.io/crumb/jobs/4001","language":"en",
            "metadata":[{"id":1,"name":"Employment Type","value_type":"single_select","value":"Full-time"}],
            "content":"&lt;p&gt;We bake &amp;amp; sell bread for the town, and you are with us.&lt;/p&gt;&lt;h3&gt;Requirements&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;An oven&lt;/li&gt;&lt;/ul&gt;",
            "departments":[{"id":9,"name":"Kitchen","child_ids":[]}],
            "offices":[{"id":3,"name":"HQ","location":"Ghent, Belgium"}]}],"meta":{"total":1}}"#,
        "
4001 Senior Baker
places: Ghent/–/BE
remote: Hybrid
work: FullTime Senior
days: 2026-10-01
url: https://boards.greenhouse.io/crumb/jobs/4001
department: Kitchen
reference: R-7
language: en
text: We bake & sell bread for the town, and you are with us. ¶ ### Requirements ¶ - An oven
",
    );
}

#[test]
fn lever_and_its_pages() {
    let board = Board::new(Source::LeverEu, "crumb");
    let one = r#"{"id":"0a1b","text":"Baker","categories":{"location":"Ghent","commitment":"Full-time, permanent","team":"Kitchen","allLocations":["Ghent, Belgium","Lyon, France"]},
        "country":"BE","createdAt":1791849600000,"workplaceType":"on-site","descriptionBody":"<div>We bake bread.</div>","opening":"",
        "lists":[{"text":"Requirements","content":"<li>An oven</li><li>A van</li>"}],"additional":"<div>Write to us.</div>",
        "hostedUrl":"https://jobs.eu.lever.co/crumb/0a1b","applyUrl":"https://jobs.eu.lever.co/crumb/0a1b/apply",
        "salaryRange":{"currency":"EUR","interval":"per-year-salary","min":40000,"max":50000}}"#;
    check(
        &board,
        &format!("[{one}]"),
        "
0a1b Baker
places: Ghent/–/BE, Lyon/–/FR
remote: Onsite
work: FullTime Permanent
pay: 40000..50000 EUR Year
days: 2026-10-13
url: https://jobs.eu.lever.co/crumb/0a1b
apply: https://jobs.eu.lever.co/crumb/0a1b/apply
department: Kitchen
language: en
text: We bake bread. ¶ ## Requirements ¶ - An oven - A van ¶ Write to us.
",
    );
    let many = (0..100)
        .map(|n| one.replace("0a1b", &format!("job{n}")))
        .collect::<Vec<_>>()
        .join(",");
    let page = answered(&board, &format!("[{many}]"));
    assert_eq!(page.postings.len(), 100);
    assert_eq!(
        url(page.next.as_ref()),
        "https://api.eu.lever.co/v0/postings/crumb?mode=json&skip=100&limit=100"
    );
}

#[test]
fn ashby() {
    check(
        &Board::new(Source::Ashby, "Crumb"),
        r#"{"apiVersion":"1","jobs":[
            {"id":"hidden","title":"Secret","isListed":false,"jobUrl":"https://jobs.ashbyhq.com/Crumb/hidden"},
            {"id":"a-1","title":"Baker","department":"Kitchen","employmentType":"PartTime","location":"HQ","isRemote":true,"workplaceType":"Hybrid",
            "secondaryLocations":[{"location":"Lyon","address":{"postalAddress":{"addressLocality":"Lyon","addressCountry":"France"}}}],
            "address":{"postalAddress":{"addressLocality":"Toronto","addressRegion":"Ontario","addressCountry":"Canada"}},
            "publishedAt":"2026-10-13T10:00:00.531+00:00","isListed":true,"jobUrl":"https://jobs.ashbyhq.com/Crumb/a-1",
            "applyUrl":"https://jobs.ashbyhq.com/Crumb/a-1/application","descriptionHtml":"<p>We bake bread.</p>",
            "compensation":{"summaryComponents":[{"compensationType":"EquityPercentage","minValue":1},{"compensationType":"Salary","interval":"1 YEAR","currencyCode":"CAD","minValue":50000,"maxValue":60000}]}}]}"#,
        "
a-1 Baker
places: Toronto/Ontario/CA, Lyon/–/FR
remote: Hybrid
work: PartTime
pay: 50000..60000 CAD Year
days: 2026-10-13
url: https://jobs.ashbyhq.com/Crumb/a-1
apply: https://jobs.ashbyhq.com/Crumb/a-1/application
department: Kitchen
text: We bake bread.
",
    );
}

#[test]
fn smartrecruiters_with_details() {
    let board = Board::new(Source::Smartrecruiters, "CrumbInc");
    let job = r#"{"id":"7439","name":"Night  Baker","refNumber":"REF1","company":{"identifier":"CrumbInc","name":"Crumb"},
        "releasedDate":"2026-10-13T02:11:28.000Z","location":{"city":"Tulsa","region":"OK","country":"us","remote":false,"hybrid":false},
        "department":{},"typeOfEmployment":{"id":"permanent","label":"Part-time"},"experienceLevel":{"id":"entry_level","label":"Entry Level"},
        "language":{"code":"en"}"#;
    let page = answered(
        &board,
        &format!(r#"{{"offset":0,"limit":100,"totalFound":101,"content":[{job}}}]}}"#),
    );
    assert_eq!(
        url(page.details.first()),
        "https://api.smartrecruiters.com/v1/companies/CrumbInc/postings/7439"
    );
    assert_eq!(
        url(page.next.as_ref()),
        "https://api.smartrecruiters.com/v1/companies/CrumbInc/postings?limit=100&offset=100"
    );
    let detail = format!(
        r#"{job},"active":true,"postingUrl":"https://jobs.smartrecruiters.com/CrumbInc/7439-night-baker","jobAd":{{"sections":{{"jobDescription":{{"title":"Job Description","text":"<p>We bake bread.</p>"}},"qualifications":{{"title":"Qualifications","text":"<ul><li>An oven</li></ul>"}}}}}}}}"#
    );
    assert_eq!(
        detailed(&board, &page, &detail),
        ["7439 Night Baker
company: Crumb
places: Tulsa/OK/US
remote: Onsite
work: PartTime Permanent Junior
days: 2026-10-13
url: https://jobs.smartrecruiters.com/CrumbInc/7439-night-baker
reference: REF1
language: en
text: ## Job Description ¶ We bake bread. ¶ ## Qualifications ¶ - An oven
"]
    );
    // Without the detail the list's own word stands.
    let listed = page.details[0]
        .listed(&board, super::NOW)
        .expect("a posting");
    assert_eq!(
        (listed.title.as_str(), listed.description.as_str()),
        ("Night Baker", "")
    );
    assert!(
        detailed(
            &board,
            &page,
            &detail.replace("\"active\":true", "\"active\":false")
        )
        .is_empty()
    );
}

#[test]
fn workable() {
    check(
        &Board::new(Source::Workable, "crumb"),
        r#"{"name":"Crumb","description":null,"jobs":[{"title":"Baker","shortcode":"ABC123","code":"","employment_type":"Contract","telecommuting":true,
            "department":"Kitchen","url":"https://apply.workable.com/j/ABC123","shortlink":"https://apply.workable.com/j/ABC123","application_url":"https://apply.workable.com/j/ABC123/apply",
            "published_on":"2026-10-13","created_at":"2026-10-12","country":"Germany","city":"","state":"","experience":"Mid-Senior level","description":"<p>We bake bread.</p>"}]}"#,
        "
ABC123 Baker
company: Crumb
places: –/–/DE
remote: Remote –/–/DE
work: Contract Senior
days: 2026-10-13
url: https://apply.workable.com/j/ABC123
apply: https://apply.workable.com/j/ABC123/apply
department: Kitchen
text: We bake bread.
",
    );
}

#[test]
fn recruitee_on_a_host_of_its_own() {
    let board = Board::new(Source::Recruitee, "jobs.crumb.example");
    assert_eq!(
        url(crate::first(&board).as_ref().ok()),
        "https://jobs.crumb.example/api/offers/"
    );
    check(
        &board,
        r#"{"offers":[{"id":11,"status":"published","title":"Bäcker (m/w/d)","description":"<p>Wir backen das Brot für die Stadt und du bist dabei.</p>","requirements":"<ul><li>Ein Ofen</li></ul>",
            "city":"Wien","country":"Austria","country_code":"AT","remote":false,"hybrid":true,"department":"Backstube","company_name":"Crumb GmbH",
            "careers_url":"https://jobs.crumb.example/o/baecker","careers_apply_url":"https://jobs.crumb.example/o/baecker/c/new","published_at":"2026-10-13 09:00:00 UTC",
            "close_at":"2026-12-01","employment_type_code":"fulltime_permanent","experience_code":"senior","tags":["Brot"],"salary":{"min":"3000","max":null,"currency":"EUR","period":"month"}},
            {"id":12,"status":"draft","title":"x"}]}"#,
        "
11 Bäcker (m/w/d)
company: Crumb GmbH
places: Wien/–/AT
remote: Hybrid
work: FullTime Permanent Senior
pay: 3000..– EUR Month
days: 2026-10-13 2026-12-02
url: https://jobs.crumb.example/o/baecker
apply: https://jobs.crumb.example/o/baecker/c/new
department: Backstube
skills: Brot
language: de
text: Wir backen das Brot für die Stadt und du bist dabei. ¶ ## Requirements ¶ - Ein Ofen
",
    );
}

#[test]
fn personio_lists_twice_and_is_read_once() {
    let position = "<position><id>17</id><subcompany>Crumb &amp; Co. KG</subcompany><office>Munich</office>
        <additionalOffices><office>Berlin</office></additionalOffices><department>Kitchen</department><name>Baker</name>
        <jobDescriptions><jobDescription><name>Your profile</name><value><![CDATA[<ul><li>An oven</li></ul>]]></value></jobDescription></jobDescriptions>
        <employmentType>permanent</employmentType><seniority>experienced</seniority><schedule>full-time</schedule><createdAt>2026-10-13T14:10:41+00:00</createdAt></position>";
    check(
        &Board::new(Source::Personio, "crumb"),
        &format!("<?xml version='1.0'?><workzag-jobs>{position}{position}</workzag-jobs>"),
        "
17 Baker
company: Crumb & Co. KG
places: Munich/–/DE, Berlin/–/DE
work: FullTime Permanent Mid
days: 2026-10-13
url: https://crumb.jobs.personio.de/job/17
apply: https://crumb.jobs.personio.de/job/17#apply
department: Kitchen
text: ## Your profile ¶ - An oven
",
    );
    assert_eq!(
        answered(
            &Board::new(Source::Personio, "crumb"),
            "<workzag-jobs></workzag-jobs>"
        ),
        Page::default()
    );
}

#[test]
fn teamtailor() {
    check(
        &Board::new(Source::Teamtailor, "crumb"),
        r#"<rss version="2.0" xmlns:tt="https://teamtailor.com/locations"><channel><title>Crumb</title><link>https://crumb.teamtailor.com</link>
            <item><title>Baker</title><description>&lt;p&gt;We bake &amp;amp; sell bread.&lt;/p&gt;</description><pubDate>Tue, 13 Oct 2026 09:00:00 +0200</pubDate>
            <link>https://crumb.teamtailor.com/jobs/688219-baker</link><remoteStatus>hybrid</remoteStatus><guid>0a1b</guid>
            <tt:locations><tt:location><tt:city>Malmö</tt:city><tt:country>Sweden</tt:country></tt:location></tt:locations><tt:department>Kitchen</tt:department></item></channel></rss>"#,
        "
688219 Baker
company: Crumb
places: Malmö/–/SE
remote: Hybrid
days: 2026-10-13
url: https://crumb.teamtailor.com/jobs/688219-baker
department: Kitchen
text: We bake & sell bread.
",
    );
}

#[test]
fn workday_asks_by_post_and_for_each() {
    let board = Board::new(Source::Workday, "crumb.wd5/External_Site");
    let asked = crate::first(&board).expect("a board");
    assert_eq!(
        asked.url,
        "https://crumb.wd5.myworkdayjobs.com/wday/cxs/crumb/External_Site/jobs"
    );
    assert!(
        asked
            .body
            .as_deref()
            .is_some_and(|body| body.contains("\"offset\":0"))
    );
    let job = |n: u32| {
        format!(
            r#"{{"title":"Baker","externalPath":"/job/Ghent/Baker_R-{n}","locationsText":"2 Locations","postedOn":"Posted 5 Days Ago","bulletFields":["R-{n}"]}}"#
        )
    };
    let jobs = (0..20).map(job).collect::<Vec<_>>().join(",");
    let page = answered(&board, &format!(r#"{{"total":21,"jobPostings":[{jobs}]}}"#));
    assert_eq!(page.details.len(), 20);
    assert_eq!(
        url(page.details.first()),
        "https://crumb.wd5.myworkdayjobs.com/wday/cxs/crumb/External_Site/job/Ghent/Baker_R-0"
    );
    let next = page.next.as_ref().expect("a second page");
    assert!(
        next.body
            .as_deref()
            .is_some_and(|body| body.contains("\"offset\":20"))
    );
    // An empty page ends the list, whatever the total says.
    assert_eq!(
        answer(&board, next, r#"{"total":0,"jobPostings":[]}"#),
        Page::default()
    );

    let detail = r#"{"jobPostingInfo":{"title":"Baker","jobDescription":"<p>We bake bread.</p>","location":"Ghent","additionalLocations":["Lyon, France"],
        "postedOn":"Posted 5 Days Ago","startDate":"2026-10-13","endDate":"2026-12-24","jobReqId":"R-0","timeType":"Full time","remoteType":"Hybrid",
        "country":{"descriptor":"x","name":"Belgium"},"externalUrl":"https://crumb.wd5.myworkdayjobs.com/External_Site/job/Ghent/Baker_R-0"},
        "hiringOrganization":{"name":"BE01 Crumb NV","url":""}}"#;
    let first = answer(&board, &page.details[0], detail);
    assert_eq!(
        only(&first),
        "R-0 Baker
company: Crumb NV
places: Ghent/–/BE, Lyon/–/FR
remote: Hybrid
work: FullTime
days: 2026-10-13 2026-12-25
url: https://crumb.wd5.myworkdayjobs.com/External_Site/job/Ghent/Baker_R-0
reference: R-0
text: We bake bread.
"
    );
}

#[test]
fn rippling_joins_the_places_of_one_job() {
    let board = Board::new(Source::Rippling, "crumb");
    let page = answered(
        &board,
        r#"[{"uuid":"u-1","name":"Baker","department":{"id":"k","label":"Kitchen"},"url":"https://ats.rippling.com/crumb/jobs/u-1","workLocation":{"label":"Tulsa, OK","id":"1"}},
            {"uuid":"u-1","name":"Baker","department":{"id":"k","label":"Kitchen"},"url":"https://ats.rippling.com/crumb/jobs/u-1","workLocation":{"label":"Remote (Canada)","id":"2"}}]"#,
    );
    assert_eq!(
        url(page.details.first()),
        "https://api.rippling.com/platform/api/ats/v1/board/crumb/jobs/u-1"
    );
    let listed = page.details[0]
        .listed(&board, super::NOW)
        .expect("a posting");
    assert_eq!(listed.places.len(), 2);
    assert_eq!(
        detailed(
            &board,
            &page,
            r#"{"uuid":"u-1","name":"Baker","companyName":"Crumb","url":"https://ats.rippling.com/crumb/jobs/u-1","createdOn":"2026-10-13T10:00:00Z",
                "description":{"company":"<p>Since 1901.</p>","role":"<p>We bake bread.</p>"},"employmentType":{"id":"SALARIED_FT","label":"Full-time"},"workLocations":["Tulsa, OK"],"department":{"name":"Kitchen"}}"#
        ),
        ["u-1 Baker
company: Crumb
places: Tulsa/OK/US
work: FullTime
days: 2026-10-13
url: https://ats.rippling.com/crumb/jobs/u-1
department: Kitchen
text: We bake bread. ¶ ## About the company ¶ Since 1901.
"]
    );
}

#[test]
fn bamboohr_with_details() {
    let board = Board::new(Source::Bamboohr, "crumb");
    let page = answered(
        &board,
        r#"{"meta":{"totalCount":1},"result":[{"id":"42","jobOpeningName":"Baker","departmentLabel":"Kitchen","employmentStatusLabel":"Full-Time","location":{"city":"Tulsa","state":"Oklahoma"},"atsLocation":{"country":null,"state":null,"city":null},"isRemote":null,"locationType":"0"}]}"#,
    );
    assert_eq!(
        url(page.details.first()),
        "https://crumb.bamboohr.com/careers/42/detail"
    );
    assert_eq!(
        detailed(
            &board,
            &page,
            r#"{"result":{"jobOpening":{"jobOpeningName":"Baker","jobOpeningShareUrl":"https://crumb.bamboohr.com/careers/42","departmentLabel":"Kitchen","employmentStatusLabel":"Full-Time",
                "location":{"city":"Tulsa","state":"Oklahoma","addressCountry":"United States"},"description":"<p>We bake bread.</p>","compensation":"$20 - $25 an hour","datePosted":"2026-10-13","locationType":"2"}}}"#
        ),
        ["42 Baker
places: Tulsa/Oklahoma/US
remote: Hybrid
work: FullTime
pay: 20..25 USD Hour
days: 2026-10-13
url: https://crumb.bamboohr.com/careers/42
department: Kitchen
text: We bake bread.
"]
    );
}

#[test]
fn breezy() {
    check(
        &Board::new(Source::Breezy, "crumb"),
        r#"[{"id":"6817","friendly_id":"6817-baker","name":"Baker","url":"https://crumb.breezy.hr/p/6817-baker","published_date":"2026-10-13T10:00:00.000Z","type":{"id":"fullTime","name":"Full-Time"},
            "location":{"country":{"name":"Poland","id":"PL"},"state":null,"city":"Gdynia","is_remote":true,"name":"Gdynia, PL"},"department":"Kitchen","salary":"45k - 50k EUR per year","company":{"name":"Crumb","friendly_id":"crumb"},"description":"<p>We bake bread.</p>"}]"#,
        "
6817 Baker
company: Crumb
places: Gdynia/–/PL
remote: Remote
work: FullTime
pay: 45000..50000 EUR Year
days: 2026-10-13
url: https://crumb.breezy.hr/p/6817-baker
department: Kitchen
text: We bake bread.
",
    );
}

#[test]
fn pinpoint() {
    check(
        &Board::new(Source::Pinpoint, "crumb"),
        r#"{"data":[{"id":"post-1","title":"Baker","path":"/postings/post-1","description":"<p>We bake bread.</p>","key_responsibilities_header":"What you do","key_responsibilities":"<ul><li>Bake</li></ul>",
            "skills_knowledge_expertise":"<ul><li>An oven</li></ul>","benefits":"","workplace_type":"onsite","employment_type":"permanent_full_time","compensation_minimum":70,"compensation_maximum":90,"compensation_currency":"USD","compensation_frequency":"hour","compensation_visible":true,
            "deadline_at":"2026-12-28T23:59:59-04:00","location":{"id":"1","name":"Atlanta, GA"}}]}"#,
        "
post-1 Baker
places: Atlanta/GA/US
remote: Onsite
work: FullTime Permanent
pay: 70..90 USD Hour
days:  2026-12-29
url: https://crumb.pinpointhq.com/postings/post-1
text: We bake bread. ¶ ## What you do ¶ - Bake ¶ ## Requirements ¶ - An oven
",
    );
}
