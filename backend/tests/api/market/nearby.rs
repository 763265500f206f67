//! Searches around a place.

use foothold_shared::matching::MatchView;
use reqwest::StatusCode;
use serde_json::{Value, json};

use super::material::read;
use crate::support::{Server, find_jobs, job_titles, problem};

fn at(place: &str) -> Value {
    json!({ "location": place })
}

#[tokio::test]
async fn jobs_are_found_within_a_distance_and_nowhere_is_said() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        let file = read(&[
            ("1", "Glazier", "Panes", at("Lyon, France")),
            ("2", "Roofer", "Tiles", at("Villeurbanne, France")),
            ("3", "Mason", "Walls", at("Saint-Étienne, France")),
            ("4", "Joiner", "Doors", at("Grenoble, France")),
            ("5", "Painter", "Coats", at("Paris, France")),
            ("6", "Plumber", "Pipes", at("Quelque Part, France")),
            (
                "7",
                "Drafter",
                "Lines",
                json!({"location": "", "remote": "remote"}),
            ),
            (
                "8",
                "Estimator",
                "Sums",
                json!({"location": "Lyon, France", "remote": "remote"}),
            ),
            ("9", "Diver", "Deep", at("Portland, OR")),
            ("10", "Rigger", "Deep", at("Portland, ME")),
        ]);
        server.app.jobs().take(None, &file).await.expect("taken");
        let found = async |query: &str| {
            let page = find_jobs(&server, &session, query).await;
            let mut found: Vec<String> = job_titles(&page).into_iter().map(str::to_owned).collect();
            found.sort();
            (found, page)
        };
        for (query, jobs) in [
            (
                "place=Lyon&within_km=5",
                vec!["Estimator", "Glazier", "Roofer"],
            ),
            (
                "place=Lyon&within_km=60",
                vec!["Estimator", "Glazier", "Mason", "Roofer"],
            ),
            (
                "place=Lyon,+France&within_km=100&q=-roofer",
                vec!["Estimator", "Glazier", "Joiner", "Mason"],
            ),
            ("place=Lyon&within_km=60&remote=remote", vec!["Estimator"]),
            (
                "place=Lyon&within_km=10&place=Paris",
                vec!["Estimator", "Glazier", "Painter", "Roofer"],
            ),
            ("place=Portland,+OR&within_km=50", vec!["Diver"]),
            ("place=Portland,+Maine&within_km=50", vec!["Rigger"]),
            ("place=Lyon&within_km=60&country=NO", vec![]),
            // Without a distance it is a name as before.
            ("place=lyon", vec!["Estimator", "Glazier"]),
        ] {
            let (names, page) = found(query).await;
            assert_eq!(names, jobs, "{query} on {}", server.engine);
            assert_eq!(
                page.total,
                i64::try_from(jobs.len()).expect("few"),
                "{query}"
            );
        }

        let (_, page) = found("place=Portland&within_km=50").await;
        let near = &page.near[0];
        assert_eq!(
            near.place.as_ref().map(|place| place.region.as_str()),
            Some("Oregon")
        );
        assert!(
            near.others.iter().any(|place| place.region == "Maine"),
            "{:?}",
            near.others
        );
        // The one at a place that nobody knows is told of; the remote ones are not among those.
        assert_eq!(page.nowhere, 1, "on {}", server.engine);

        let (_, page) = found("place=Saint-Etienne&within_km=60&order=newest").await;
        let far = page
            .jobs
            .iter()
            .find(|job| job.title == "Glazier")
            .expect("found");
        let km = far.distance_km.expect("a distance");
        assert!((45.0..56.0).contains(&km), "{km}");
        let own = page
            .jobs
            .iter()
            .find(|job| job.title == "Mason")
            .expect("found");
        assert_eq!(own.distance_km, Some(0.0));
        assert_eq!(
            find_jobs(&server, &session, "").await.jobs[0].distance_km,
            None
        );

        // A place that is no town is looked for by its name, and said to be unknown.
        let (names, page) = found("place=Quelque+Part&within_km=20").await;
        assert_eq!(names, ["Plumber"]);
        assert!(page.near[0].place.is_none());

        for wrong in [
            "within_km=5",
            "place=Lyon&within_km=0",
            "place=Lyon&within_km=201",
        ] {
            let answer = server.get_as(&format!("/jobs?{wrong}"), &session).await;
            problem(answer, StatusCode::BAD_REQUEST, "filter_unusable").await;
        }
    }
}

#[tokio::test]
async fn pages_around_a_place_follow_each_other() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        let ids: Vec<String> = (0..40).map(|n| format!("{n}")).collect();
        let towns = ["Essen", "Dortmund", "Bochum", "Cologne", "Berlin"];
        let file: Vec<(&str, &str, &str, Value)> = ids
            .iter()
            .zip(towns.iter().cycle())
            .map(|(id, town)| {
                let place = json!({"location": format!("{town}, Germany"), "posted": "2027-01-11"});
                (id.as_str(), "Welder", id.as_str(), place)
            })
            .collect();
        let file = read(&file);
        server.app.jobs().take(None, &file).await.expect("taken");
        let mut seen = Vec::new();
        let mut cursor = String::new();
        loop {
            let query = format!("place=Essen&within_km=100&limit=7{cursor}");
            let page = find_jobs(&server, &session, &query).await;
            assert_eq!(page.total, 32, "on {}", server.engine);
            seen.extend(page.jobs.into_iter().map(|job| job.job_id));
            match page.next_cursor {
                Some(next) => cursor = format!("&cursor={next}"),
                None => break,
            }
        }
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 32, "on {}", server.engine);
    }
}

#[tokio::test]
async fn a_town_within_reach_counts_for_a_match_and_says_how_far_it_is() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        let mut profile: Value = server.read_as("/me/profile", &session).await;
        profile["address"]["city"] = "Leiden".into();
        profile["address"]["country"] = "NL".into();
        profile["work"] = json!([{"id": "w1", "company": "Coast Clinic", "title": "Nurse", "location": "Leiden",
            "start": {"year": 2015}, "current": true, "description": "- Cared for patients at night"}]);
        server.save_profile(&session, &profile).await;
        let file = read(&[
            ("1", "Night Nurse", "Harbour", at("The Hague, Netherlands")),
            ("2", "Day Nurse", "Inland", at("Groningen, Netherlands")),
        ]);
        server.app.jobs().take(None, &file).await.expect("taken");
        let place = async |query: &str| {
            let job_id = find_jobs(&server, &session, query).await.jobs[0]
                .job_id
                .clone();
            let path = format!("/matches/{job_id}");
            let found: MatchView = server.read_as(&path, &session).await;
            let parts = serde_json::to_value(&found.fit.parts).expect("JSON");
            let parts = parts.as_array().expect("a list").clone();
            let part = parts.into_iter().find(|part| part["name"] == "place");
            part.expect("a part for the place")
        };
        let near = place("q=night").await;
        let far = place("q=day").await;
        let share = |part: &Value| {
            part["points"].as_f64().expect("a number") / part["most"].as_f64().expect("a number")
        };
        assert!(
            share(&near) > share(&far),
            "{near} {far} on {}",
            server.engine
        );
        let said = near["evidence"].to_string();
        assert!(said.contains("km from Leiden, where you live"), "{said}");
        let missing = far["missing"].to_string();
        assert!(missing.contains("Groningen is"), "{missing}");
    }
}

#[tokio::test]
async fn what_an_older_program_took_in_is_found_around_a_place_too() {
    use foothold_backend::on;
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        let file = read(&[("1", "Glazier", "Panes", at("Lyon, France"))]);
        let jobs = server.app.jobs();
        jobs.take(None, &file).await.expect("taken");
        // As it was before jobs had words for their place, and companies.
        let mut tx = server.app.db().begin().await.expect("begins");
        for sql in [
            "delete from job_words",
            "update jobs set company_id = ''",
            "delete from companies",
            "delete from job_keys",
            "update job_numbers set made_version = 0",
        ] {
            on!(&mut tx.conn(), c => sqlx::query(sql).execute(c).await.map(drop)).expect("done");
        }
        tx.commit().await.expect("kept");
        let query = "place=Lyon&within_km=10";
        assert_eq!(find_jobs(&server, &session, query).await.total, 0);
        assert_eq!(
            jobs.remake().await.expect("made"),
            1,
            "on {}",
            server.engine
        );
        let page = find_jobs(&server, &session, query).await;
        assert_eq!(page.total, 1, "on {}", server.engine);
        let path = format!("/companies/{}", page.jobs[0].company_id);
        let company = server.get_as(&path, &session).await;
        assert_eq!(company.status(), StatusCode::OK);
        assert_eq!(jobs.remake().await.expect("made"), 0, "once");
        let mut elsewhere = file;
        elsewhere[0].tenant = "another file".to_owned();
        let taken = jobs.take(None, &elsewhere).await.expect("taken");
        assert_eq!((taken.added, taken.changed), (0, 1), "it is the same job");
    }
}
