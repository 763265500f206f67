//! Companies, as their postings tell of them and as one person sees them.

use foothold_shared::company::{CompanyList, CompanyView};
use foothold_shared::matching::JobPreferences;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::material::read;
use crate::support::{DAY_MS, START_MS, Server, find_jobs, problem};

async fn company(server: &Server, session: &Value, company_id: &str) -> CompanyView {
    let path = format!("/companies/{company_id}");
    server.read_as(&path, session).await
}

async fn companies(server: &Server, session: &Value, query: &str) -> Vec<(String, i64)> {
    let path = format!("/companies{query}");
    let list: CompanyList = server.read_as(&path, session).await;
    list.companies
        .into_iter()
        .map(|card| (card.name, card.open_jobs))
        .collect()
}

#[tokio::test]
async fn a_company_is_what_its_postings_tell() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        let jobs = server.app.jobs();
        let at = |place: &str, pay: Value| {
            let mut more = json!({"location": place, "posted": "2027-01-10"});
            if pay.is_object() {
                more["baseSalary"] = pay;
            }
            more
        };
        let pay = |min: u32, max: u32, unit: &str| {
            json!({"@type": "MonetaryAmount", "currency": "EUR",
                "value": {"@type": "QuantitativeValue", "minValue": min, "maxValue": max, "unitText": unit}})
        };
        let file = read(&[
            (
                "1",
                "Bell Founder",
                "Clapper & Sons Ltd",
                at("Ghent, Belgium", pay(30_000, 40_000, "YEAR")),
            ),
            (
                "2",
                "Bell Founder",
                "Clapper and Sons",
                at("Ghent, Belgium", pay(3_000, 4_500, "MONTH")),
            ),
            (
                "3",
                "Bell Hanger",
                "CLAPPER & SONS",
                json!({"location": "Bruges, Belgium", "posted": "2027-01-05", "validThrough": "2027-01-20"}),
            ),
            (
                "4",
                "Organ Builder",
                "Pipe Works",
                at("Ghent, Belgium", Value::Null),
            ),
        ]);
        jobs.take(None, &file).await.expect("taken");
        let page = find_jobs(&server, &session, "q=founder").await;
        let id = page.jobs[0].company_id.clone();
        assert_eq!(
            page.jobs[1].company_id, id,
            "one company, however it is written"
        );
        // The last day of one passes.
        server.clock.advance_ms(10 * DAY_MS);
        jobs.close_expired().await.expect("closed");
        let session: Value = server.renewed(&session).await;

        let view = company(&server, &session, &id).await;
        assert_eq!(
            (view.open_jobs, view.known_jobs, view.counted_jobs),
            (2, 3, 3),
            "on {}",
            server.engine
        );
        assert_eq!(
            (view.first_seen_ms, view.last_seen_ms),
            (Some(START_MS), Some(START_MS))
        );
        assert_eq!(
            (view.titles[0].value.as_str(), view.titles[0].count),
            ("Bell Founder", 2)
        );
        assert_eq!(
            (view.places[0].place.city.as_str(), view.places[0].jobs),
            ("Ghent", 2)
        );
        assert_eq!(view.pay.len(), 1, "one currency");
        assert_eq!(
            (view.pay[0].min, view.pay[0].max, view.pay[0].jobs),
            (30_000.0, 54_000.0, 2)
        );
        assert_eq!(view.sources[0].source, "json");
        assert_eq!(view.median_of, 1);
        let days = view.median_open_days.expect("one has closed");
        assert!((15.0..26.0).contains(&days), "{days}");
        assert!(view.applications.is_empty() && !view.ignored);

        assert_eq!(
            companies(&server, &session, "?q=clap").await,
            [(view.name.clone(), 2)]
        );
        assert_eq!(companies(&server, &session, "?q=SONS").await.len(), 1);
        assert_eq!(
            companies(&server, &session, "?q=%25").await.len(),
            2,
            "no sign of the pattern's"
        );
        assert!(companies(&server, &session, "?q=nobody").await.is_empty());
        assert_eq!(companies(&server, &session, "").await.len(), 2);

        let answer = server.get_as("/companies/none", &session).await;
        problem(answer, StatusCode::NOT_FOUND, "company_not_found").await;
        let answer = server
            .get("/api/v1/companies")
            .send()
            .await
            .expect("answers");
        assert_eq!(answer.status(), StatusCode::UNAUTHORIZED);
    }
}

#[tokio::test]
async fn what_a_person_did_there_is_theirs() {
    for server in Server::on_each_database().await {
        let zoe = server.register("zoe@mail.example").await;
        let max = server.register("max@mail.example").await;
        let file = read(&[("1", "Bell Founder", "Clapper & Sons Ltd", json!({}))]);
        server.app.jobs().take(None, &file).await.expect("taken");
        let id = find_jobs(&server, &zoe, "").await.jobs[0]
            .company_id
            .clone();
        let application = json!({"page_url": "https://forms.example/apply", "job_title": "Bell Ringer",
            "company": "Clapper and Sons", "submitted_at_ms": START_MS});
        let path = "/me/applications/6f1d4a3e-8a34-4c0e-9d2b-0f6a6f2f8a11";
        let answer = server.put_as(path, &zoe, &application).await;
        assert_eq!(answer.status(), StatusCode::CREATED);
        let path = format!("/me/ignored-companies/{id}");
        for _ in 0..2 {
            let answer = server.send_as(Method::PUT, &path, &zoe, None).await;
            assert_eq!(answer.status(), StatusCode::NO_CONTENT);
        }
        let view = company(&server, &zoe, &id).await;
        assert_eq!(view.applications.len(), 1, "on {}", server.engine);
        assert_eq!(view.applications[0].title, "Bell Ringer");
        assert!(view.ignored);
        let wanted: JobPreferences = server.read_as("/me/job-preferences", &zoe).await;
        assert_eq!(wanted.ignored_companies.len(), 1, "once");
        let other = company(&server, &max, &id).await;
        assert!(other.applications.is_empty() && !other.ignored);

        let answer = server.delete_as(&path, &zoe).await;
        assert_eq!(answer.status(), StatusCode::NO_CONTENT);
        assert!(!company(&server, &zoe, &id).await.ignored);
        let nobody = "/me/ignored-companies/none";
        let answer = server.send_as(Method::PUT, nobody, &zoe, None).await;
        problem(answer, StatusCode::NOT_FOUND, "company_not_found").await;
    }
}
