//! Jobs that came in, as people find them and mark them for themselves.

use foothold_backend::db::Conn;
use foothold_shared::job::{JobCard, JobImport, JobView};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::night_posting;
use crate::support::{Server, find_jobs, job_titles, json, problem, read_postings};

#[tokio::test]
async fn what_is_imported_is_found_by_words_and_filters() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        let file = json!([
            night_posting(
                "1",
                "Night Nurse",
                "Harbour Clinic",
                &json!({"posted": "2027-01-12"})
            ),
            night_posting(
                "2",
                "Ward Clerk (C++ knowledge)",
                "Harbour Clinic",
                &json!({
                    "posted": "2027-01-14", "employmentType": "PART_TIME",
                    "description": "<p>A nurse's right hand by day and night.</p>"
                })
            ),
            night_posting(
                "3",
                "Köchin",
                "Küche & Co",
                &json!({
                    "posted": "2027-01-13", "location": "Hamburg, Germany",
                    "description": "<p>Kochen, <script>alert(1)</script> jeden Tag.</p>"
                })
            ),
        ])
        .to_string();
        let answer = server.import_as(&session, "mine.json", &file).await;
        let imported: JobImport = json(answer).await;
        assert_eq!((imported.added, imported.refused.len()), (3, 0));
        let again: JobImport = json(server.import_as(&session, "mine.json", &file).await).await;
        assert_eq!((again.added, again.same), (0, 3), "on {}", server.engine);

        let all = find_jobs(&server, &session, "").await;
        let newest = ["Ward Clerk (C++ knowledge)", "Köchin", "Night Nurse"];
        assert_eq!(job_titles(&all), newest);
        assert_eq!(
            (all.total, all.more_than_total, all.facets_of),
            (3, false, 3)
        );
        let companies = all.facets.iter().find(|facet| facet.filter == "company");
        let companies = companies.expect("a facet of companies");
        assert_eq!(companies.values[0].value, "Harbour Clinic");
        assert_eq!(companies.values[0].count, 2);

        for (query, found) in [
            // In the title first, though it is older.
            (
                "q=night+nurse",
                vec!["Night Nurse", "Ward Clerk (C++ knowledge)"],
            ),
            (
                "q=night+nurse&order=newest",
                vec!["Ward Clerk (C++ knowledge)", "Night Nurse"],
            ),
            ("q=nurses+-clerk", vec!["Night Nurse"]),
            ("q=%22right+hand%22", vec!["Ward Clerk (C++ knowledge)"]),
            ("q=%22hand+right%22", vec![]),
            ("q=C%2B%2B", vec!["Ward Clerk (C++ knowledge)"]),
            ("q=kochin", vec!["Köchin"]),
            ("q=K%C3%96CHIN", vec!["Köchin"]),
            ("place=hamburg", vec!["Köchin"]),
            (
                "country=NO&employment=part_time",
                vec!["Ward Clerk (C++ knowledge)"],
            ),
            ("country=NO&country=DE", newest.to_vec()),
            ("company=K%C3%BCche+and+Co", vec!["Köchin"]),
            ("title=nurse", vec!["Night Nurse"]),
            ("q=-nurse", vec!["Köchin"]),
            ("q=%27%29+OR+1%3D1+--", vec![]),
        ] {
            let page = find_jobs(&server, &session, query).await;
            assert_eq!(job_titles(&page), found, "{query} on {}", server.engine);
        }
        let cook = find_jobs(&server, &session, "q=kochin").await;
        let job: JobView = server
            .read_as(&format!("/jobs/{}", cook.jobs[0].job_id), &session)
            .await;
        assert!(!job.description.contains("<script"), "{}", job.description);
        assert_eq!(job.card.places[0].country, "DE");
    }
}

#[tokio::test]
async fn pages_follow_each_other_without_gap_or_double() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        let postings: Vec<Value> = (0..23)
            .map(|n| {
                let title = if n % 2 == 0 { "Baker" } else { "Helper" };
                let title = format!("{title} {n}");
                let text = json!({"description": "<p>Help the baker.</p>", "posted": format!("2027-01-{:02}", n % 9 + 1)});
                night_posting(&n.to_string(), &title, &format!("Mill {n}"), &text)
            })
            .collect();
        let taken = server
            .app
            .jobs()
            .take(None, &read_postings("many.json", &postings))
            .await;
        assert_eq!(taken.expect("taken").added, 23);
        for query in ["q=baker", "q=baker&order=newest", "limit=5"] {
            let mut seen = Vec::new();
            let mut cursor = String::new();
            loop {
                let page = find_jobs(&server, &session, &format!("limit=5&{query}{cursor}")).await;
                assert_eq!(page.total, 23, "{query}");
                seen.extend(page.jobs.iter().map(|job| job.job_id.clone()));
                let Some(next) = page.next_cursor else { break };
                cursor = format!("&cursor={next}");
            }
            let count = seen.len();
            seen.sort();
            seen.dedup();
            assert_eq!(
                (seen.len(), count),
                (23, 23),
                "{query} on {}",
                server.engine
            );
        }
        for (query, code) in [
            ("cursor=x", "unknown_cursor"),
            ("q=baker&cursor=a5", "unknown_cursor"),
            ("limit=0", "limit_out_of_range"),
            ("min_pay=5", "filter_unusable"),
            (&format!("q={}", "x".repeat(301)), "filter_unusable"),
        ] {
            let answer = server.get_as(&format!("/jobs?{query}"), &session).await;
            problem(answer, StatusCode::BAD_REQUEST, code).await;
        }
    }
}

#[tokio::test]
async fn the_index_becomes_few_parts_and_finds_the_same() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        let jobs = server.app.jobs();
        // Each taking in leaves a part of SQLite's index.
        for day in 1..=7 {
            let posted = json!({"posted": format!("2027-01-{day:02}")});
            let title = format!("Baker {day}");
            let posting = night_posting(&day.to_string(), &title, &format!("Mill {day}"), &posted);
            let file = read_postings("mill.json", &[posting]);
            assert_eq!(jobs.take(None, &file).await.expect("taken").added, 1);
        }
        let mut titles = Vec::new();
        for merged in [false, true] {
            if merged {
                let before = parts(&server).await;
                jobs.merge_words().await.expect("merged");
                let after = parts(&server).await;
                assert!(
                    after < before || before.is_none(),
                    "{before:?}, then {after:?}"
                );
                jobs.merge_words().await.expect("merged");
                assert_eq!(parts(&server).await, after, "there is no more to merge");
            }
            let found = find_jobs(&server, &session, "q=baker&order=newest").await;
            titles.push(job_titles(&found).join(", "));
            let old = find_jobs(&server, &session, "q=baker&title=3").await;
            assert_eq!(job_titles(&old), ["Baker 3"]);
        }
        let newest = "Baker 7, Baker 6, Baker 5, Baker 4, Baker 3, Baker 2, Baker 1";
        assert_eq!(titles, [newest, newest], "on {}", server.engine);
    }
}

/// How many parts SQLite's index has.
async fn parts(server: &Server) -> Option<i64> {
    const SQL: &str = "select count(distinct segid) from job_words_idx";
    let mut held = server.app.db().read().await.expect("a connection");
    match held.conn() {
        Conn::Sqlite(c) => {
            let count = sqlx::query_scalar(SQL).fetch_one(&mut *c).await;
            Some(count.expect("counted"))
        }
        Conn::Postgres(_) => None,
    }
}

#[tokio::test]
async fn files_of_two_people_are_two() {
    for server in Server::on_each_database().await {
        let zoe = server.register("zoe@mail.example").await;
        let max = server.register("max@mail.example").await;
        let file = |title: &str| json!([night_posting("1", title, title, &json!({}))]).to_string();
        server.import_as(&zoe, "jobs.json", &file("Diver")).await;
        let theirs: JobImport =
            json(server.import_as(&max, "jobs.json", &file("Cook")).await).await;
        assert_eq!(
            (theirs.added, theirs.changed),
            (1, 0),
            "on {}",
            server.engine
        );
        let mut both = job_titles(&find_jobs(&server, &zoe, "").await).join(" ");
        both.make_ascii_lowercase();
        assert!(both.contains("diver") && both.contains("cook"), "{both}");
    }
}

#[tokio::test]
async fn a_person_saves_and_hides_jobs_for_themselves() {
    for server in Server::on_each_database().await {
        let zoe = server.register("zoe@mail.example").await;
        let max = server.register("max@mail.example").await;
        let file = read_postings(
            "mine.json",
            &[night_posting("1", "Diver", "Deep", &json!({}))],
        );
        server.app.jobs().take(None, &file).await.expect("taken");
        let id = find_jobs(&server, &zoe, "").await.jobs[0].job_id.clone();
        let saved = format!("/me/saved-jobs/{id}");
        let done = server.send_as(Method::PUT, &saved, &zoe, None).await;
        assert_eq!(done.status(), StatusCode::NO_CONTENT);
        assert!(find_jobs(&server, &zoe, "").await.jobs[0].saved);
        assert!(!find_jobs(&server, &max, "").await.jobs[0].saved);
        let list: Vec<JobCard> = server.read_as("/me/saved-jobs", &zoe).await;
        assert_eq!(list.len(), 1);
        let hidden = format!("/me/hidden-jobs/{id}");
        server.send_as(Method::PUT, &hidden, &zoe, None).await;
        let job = &find_jobs(&server, &zoe, "").await.jobs[0];
        assert_eq!((job.saved, job.hidden), (false, true));
        server.delete_as(&hidden, &zoe).await;
        assert!(!find_jobs(&server, &zoe, "").await.jobs[0].hidden);
        let nobody = server
            .send_as(Method::PUT, "/me/saved-jobs/none", &zoe, None)
            .await;
        problem(nobody, StatusCode::NOT_FOUND, "job_not_found").await;
    }
}
