//! Boards of many employers.

use super::{answer, answered, only, shown};
use crate::{Board, BoardError, Key, Source, first};

#[track_caller]
fn check(board: &Board, body: &str, expect: &str) {
    let page = answered(board, body);
    assert_eq!(only(&page), expect.trim_start(), "{:?}", board.source);
}

fn with_key(source: Source, tenant: &str) -> Board {
    let mut board = Board::new(source, tenant);
    assert_eq!(first(&board), Err(BoardError::NoKey));
    board.key = Some(Key {
        name: "someone@crumb.example".to_owned(),
        secret: "hush".to_owned(),
    });
    board
}

#[test]
fn remotive() {
    check(
        &Board::new(Source::Remotive, ""),
        r#"{"0-legal-notice":"…","job-count":1,"jobs":[{"id":2091,"url":"https://remotive.com/remote-jobs/food/baker-2091","title":"Baker","company_name":"Crumb","category":"Food","tags":["bread","rye"],
            "job_type":"freelance","publication_date":"2026-10-13T14:23:05","candidate_required_location":"USA, Germany","salary":"$18 - $22/hr","description":"<p>We bake bread.</p>"}]}"#,
        "
2091 Baker
company: Crumb
places: –/–/US, –/–/DE
remote: Remote –/–/US, –/–/DE
work: Contract
pay: 18..22 USD Hour
days: 2026-10-13
url: https://remotive.com/remote-jobs/food/baker-2091
department: Food
skills: bread, rye
text: We bake bread.
",
    );
}

#[test]
fn remoteok_and_its_notice() {
    check(
        &Board::new(Source::Remoteok, ""),
        r#"[{"last_updated":1,"legal":"…"},{"slug":"baker-9","id":"9","epoch":"1791849600","date":"2026-10-13T00:00:00+00:00","company":"Crumb","position":"Baker","tags":["bread"],
            "description":"<p>We bake bread.</p>","location":"Canada","salary_min":60000,"salary_max":0,"apply_url":"https://remoteok.com/l/9","url":"https://remoteok.com/remote-jobs/9"}]"#,
        "
9 Baker
company: Crumb
places: –/–/CA
remote: Remote –/–/CA
pay: 60000..– USD Year
days: 2026-10-13
url: https://remoteok.com/remote-jobs/9
apply: https://remoteok.com/l/9
skills: bread
text: We bake bread.
",
    );
}

#[test]
fn arbeitnow_counts_its_own_pages() {
    let board = Board::new(Source::Arbeitnow, "");
    let job = |n: usize| {
        format!(
            r#"{{"slug":"baker-{n}","company_name":"Crumb GmbH","title":"Bäcker (m/w/d)","description":"<p>Wir backen das Brot für die Stadt und du bist dabei.</p>","remote":false,
            "url":"https://www.arbeitnow.com/jobs/companies/crumb/baker-{n}","tags":["Brot"],"job_types":["berufserfahren"],"location":"Hamburg, Berlin","created_at":1791849600}}"#
        )
    };
    let links = r#""links":{"next":"https://evil.example/?page=2"},"meta":{}"#;
    check(
        &board,
        &format!(r#"{{"data":[{}],{links}}}"#, job(1)),
        "
baker-1 Bäcker (m/w/d)
company: Crumb GmbH
places: Hamburg/–/DE, Berlin/–/DE
work: Mid
days: 2026-10-13
url: https://www.arbeitnow.com/jobs/companies/crumb/baker-1
skills: Brot
language: de
text: Wir backen das Brot für die Stadt und du bist dabei.
",
    );
    let many = (0..100).map(job).collect::<Vec<_>>().join(",");
    let page = answered(&board, &format!(r#"{{"data":[{many}],{links}}}"#));
    assert_eq!(
        page.next.map(|next| next.url).as_deref(),
        Some("https://www.arbeitnow.com/api/job-board-api?page=2")
    );
}

#[test]
fn the_muse() {
    let board = Board::new(Source::Themuse, "");
    let body = r#"{"page":0,"page_count":2,"total":21,"results":[{"id":77,"name":"Baker","type":"external","contents":"<p>We bake bread.</p>","publication_date":"2026-10-13T10:00:00Z",
        "locations":[{"name":"Tulsa, OK"},{"name":"Flexible / Remote"}],"categories":[{"name":"Food"}],"levels":[{"name":"Entry Level","short_name":"entry"}],"tags":[],"refs":{"landing_page":"https://www.themuse.com/jobs/crumb/baker"},"company":{"id":1,"name":"Crumb"}}]}"#;
    let page = answered(&board, body);
    assert_eq!(
        shown(&page.postings[0]),
        "77 Baker
company: Crumb
places: Tulsa/OK/US
work: Junior
days: 2026-10-13
url: https://www.themuse.com/jobs/crumb/baker
department: Food
text: We bake bread.
"
    );
    let next = page.next.expect("a second page");
    assert!(next.url.contains("page=1"), "{}", next.url);
    assert_eq!(answer(&board, &next, body).next, None);
}

#[test]
fn jobicy() {
    check(
        &Board::new(Source::Jobicy, "europe"),
        r#"{"apiVersion":"2","jobCount":1,"jobs":[{"id":101,"url":"https://jobicy.com/jobs/101-baker","jobSlug":"101-baker","jobTitle":"Senior Baker","companyName":"Crumb","jobIndustry":["Food"],"jobType":["full-time"],
            "jobGeo":"Germany,  Austria","jobLevel":"Senior","jobExcerpt":"We","jobDescription":"<p>We bake bread.</p>","pubDate":"2026-10-13 10:00:00","annualSalaryMin":"40000","annualSalaryMax":"50000","salaryCurrency":"EUR"}]}"#,
        "
101 Senior Baker
company: Crumb
places: –/–/DE, –/–/AT
remote: Remote –/–/DE, –/–/AT
work: FullTime Senior
pay: 40000..50000 EUR Year
days: 2026-10-13
url: https://jobicy.com/jobs/101-baker
department: Food
text: We bake bread.
",
    );
}

#[test]
fn who_is_hiring() {
    let board = Board::new(Source::Hackernews, "");
    let threads = answered(
        &board,
        r#"{"hits":[{"objectID":"51","title":"Ask HN: Who wants to be hired? (November 2026)"},{"objectID":"50","title":"Ask HN: Who is hiring? (November 2026)"}]}"#,
    );
    let next = threads.next.expect("the thread");
    assert_eq!(next.url, "https://hn.algolia.com/api/v1/items/50");
    let page = answer(
        &board,
        &next,
        r#"{"id":50,"children":[
            {"id":501,"author":"crumb","created_at":"2026-11-02T10:00:00.000Z","text":"Crumb (YC W21) | Senior Oven Engineer | Berlin, Germany | HYBRID | Full-time | €60k - €80k | <a href=\"https:&#x2F;&#x2F;crumb.example\">https:&#x2F;&#x2F;crumb.example</a><p>We bake bread in a new way.<p>Write to us."},
            {"id":502,"author":"loaf","created_at":"2026-11-02T10:00:00.000Z","text":"Loaf Labs | Remote (US) | Backend Developers | visa<p>Bread as a service."},
            {"id":503,"author":null,"text":null},
            {"id":504,"author":"x","text":"When will this thread be sorted?"}]}"#,
    );
    assert_eq!(page.bad, []);
    let shown = page.postings.iter().map(shown).collect::<Vec<_>>();
    assert_eq!(
        shown,
        [
            "501 Senior Oven Engineer
company: Crumb
places: Berlin/–/DE
remote: Hybrid
work: FullTime Senior
pay: 60000..80000 EUR Year
days: 2026-11-02
url: https://news.ycombinator.com/item?id=501
language: en
text: Crumb (YC W21) | Senior Oven Engineer | Berlin, Germany | HYBRID | Full-time | €60k - €80k | [https://crumb.example](https://crumb.example) ¶ We bake bread in a new way. ¶ Write to us.
",
            "502 Backend Developers
company: Loaf Labs
places: –/–/US
remote: Remote –/–/US
days: 2026-11-02
url: https://news.ycombinator.com/item?id=502
text: Loaf Labs | Remote (US) | Backend Developers | visa ¶ Bread as a service.
",
        ]
    );
}

#[test]
fn usajobs_with_its_key() {
    let board = with_key(Source::Usajobs, "");
    let asked = first(&board).expect("a key");
    assert!(
        asked
            .headers
            .iter()
            .any(|(name, value)| *name == "authorization-key" && value == "hush")
    );
    assert!(!format!("{asked:?}").contains("hush"));
    check(
        &board,
        r#"{"SearchResult":{"SearchResultCount":1,"SearchResultCountAll":1,"SearchResultItems":[{"MatchedObjectId":"800","MatchedObjectDescriptor":{"PositionID":"CR-1","PositionTitle":"Baker","PositionURI":"https://www.usajobs.gov:443/job/800","ApplyURI":["https://www.usajobs.gov:443/job/800?apply"],
            "PositionLocation":[{"LocationName":"Tulsa, Oklahoma","CountryCode":"United States","CountrySubDivisionCode":"Oklahoma","CityName":"Tulsa, Oklahoma"}],"OrganizationName":"Bureau of Bread","DepartmentName":"Department of Food","PositionSchedule":[{"Name":"Full-time","Code":"1"}],
            "PositionRemuneration":[{"MinimumRange":"50000.0","MaximumRange":"60000.0","RateIntervalCode":"PA"}],"PublicationStartDate":"2026-10-13T00:00:00.0000","ApplicationCloseDate":"2026-12-01T23:59:59.9970",
            "QualificationSummary":"An oven.","UserArea":{"Details":{"JobSummary":"You bake bread.","MajorDuties":["Bake &amp; sell","Sell"],"TeleworkEligible":false,"RemoteIndicator":false}}}}]}}"#,
        "
800 Baker
company: Bureau of Bread
places: Tulsa/Oklahoma/US
work: FullTime
pay: 50000..60000 USD Year
days: 2026-10-13 2026-12-01
url: https://www.usajobs.gov/job/800
apply: https://www.usajobs.gov/job/800?apply
department: Department of Food
reference: CR-1
language: en
text: You bake bread. ¶ ## Duties ¶ - Bake & sell - Sell ¶ ## Qualifications ¶ An oven.
",
    );
}

#[test]
fn adzuna_and_what_it_guesses() {
    let board = with_key(Source::Adzuna, "gb");
    let asked = first(&board).expect("a key");
    assert!(asked.url.contains("app_key=hush"));
    assert!(!format!("{asked:?}").contains("hush"));
    let job = |predicted: &str| {
        format!(
            r#"{{"count":1,"results":[{{"id":4412,"title":"<strong>Baker</strong>","company":{{"display_name":"Crumb Ltd"}},"location":{{"display_name":"Bath, Somerset","area":["UK","South West England","Somerset","Bath"]}},"redirect_url":"https://www.adzuna.co.uk/jobs/land/ad/4412",
            "description":"We bake bread …","created":"2026-10-13T10:00:00Z","salary_min":24000,"salary_max":26000,"salary_is_predicted":"{predicted}","contract_time":"full_time","contract_type":"permanent","category":{{"label":"Food Jobs","tag":"food"}}}}]}}"#
        )
    };
    check(
        &board,
        &job("0"),
        "
4412 Baker
company: Crumb Ltd
places: Bath/South West England/GB
work: FullTime Permanent
pay: 24000..26000 GBP Year
days: 2026-10-13
url: https://www.adzuna.co.uk/jobs/land/ad/4412
department: Food Jobs
text: We bake bread …
",
    );
    assert_eq!(answered(&board, &job("1")).postings[0].salary, None);
    let mut elsewhere = board.clone();
    elsewhere.tenant = "../gb".to_owned();
    assert_eq!(first(&elsewhere), Err(BoardError::Tenant));
}
