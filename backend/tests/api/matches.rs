//! Matches over HTTP, on each database: found, explained, filtered, judged, removed, and searched again after a kill.

use std::future::{Future, poll_fn};
use std::task::Poll;

use foothold_shared::matching::{
    JobPreferences, MatchApply, MatchPage, MatchPartName, MatchRunState, MatchRunView, MatchScore,
    MatchView,
};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{DAY_MS, MINUTE_MS, START_MS, Server, json, posting, problem, with};

fn near_posting(id: &str, title: &str, company: &str, more: &Value) -> Value {
    let said = json!({"location": "Leipzig, Germany"});
    posting(id, title, company, &with(said, more))
}

fn nursing(id: &str, title: &str, company: &str, more: &str) -> Value {
    let description = format!(
        "<p>You look after patients on our ward.</p><h3>Requirements</h3><ul>\
        <li>Wound care and patient care</li><li>3 years as a nurse</li>{more}</ul>"
    );
    near_posting(id, title, company, &json!({ "description": description }))
}

/// Five jobs: three of nurses, one of which asks for Norwegian; a baker's; a developer's.
fn jobs() -> Vec<Value> {
    vec![
        nursing("1", "Intensive Care Nurse", "Harbour Clinic", ""),
        nursing("2", "Registered Nurse", "Hill Hospital", ""),
        nursing(
            "3",
            "Ward Nurse",
            "Fjord Hospital",
            "<li>Fluent Norwegian is required</li>",
        ),
        near_posting(
            "4",
            "Baker",
            "Mill & Sons",
            &json!({"description": "<p>You bake bread.</p><h3>Requirements</h3><ul><li>Dough and ovens</li></ul>"}),
        ),
        near_posting(
            "5",
            "Backend Developer",
            "Tidewater Software",
            &json!({
                "posted": "2027-01-14",
                "description": "<p>You build services.</p><h3>Requirements</h3><ul><li>Rust, PostgreSQL and Kubernetes</li></ul>"
            }),
        ),
    ]
}

/// A nurse who is signed in and has a profile.
async fn nurse(server: &Server, email: &str) -> Value {
    let session = server.register(email).await;
    let profile = json!({
        "address": {"city": "Leipzig", "country": "DE"},
        "work": [
            {"id": "w1", "company": "Klinikum Lindenau", "title": "Intensive Care Nurse", "location": "Leipzig",
             "start": {"year": 2019, "month": 4}, "current": true,
             "description": "- Cared for ventilated patients\n- Trained colleagues in wound care"}
        ],
        "skills": [{"name": "Wound care", "years": 8}, {"name": "Patient care", "years": 8}],
        "languages": [{"language": "de", "level": "native"}, {"language": "en", "level": "b2"}]
    });
    server.save_profile(&session, &profile).await;
    session
}

async fn search(server: &Server, session: &Value) -> MatchRunView {
    let asked = server
        .send_as(Method::POST, "/matches/run", session, None)
        .await;
    assert_eq!(asked.status(), StatusCode::ACCEPTED);
    let waiting: MatchRunView = asked.json().await.expect("a run");
    assert_eq!(waiting.state, MatchRunState::Waiting);
    server.app.matches().run_due().await.expect("searches");
    server.read_as("/matches/run", session).await
}

async fn list(server: &Server, session: &Value, query: &str) -> MatchPage {
    server.read_as(&format!("/matches?{query}"), session).await
}

fn titles(page: &MatchPage) -> Vec<&str> {
    page.matches
        .iter()
        .map(|found| found.job.title.as_str())
        .collect()
}

fn of<'a>(page: &'a MatchPage, title: &str) -> &'a MatchView {
    page.matches
        .iter()
        .find(|found| found.job.title == title)
        .expect("it is among the matches")
}

#[tokio::test]
async fn what_fits_is_found_with_its_reasons() {
    for server in Server::on_each_database().await {
        let session = nurse(&server, "zoe@mail.example").await;
        server.take_jobs(&session, &jobs()).await;
        let never: MatchRunView = server.read_as("/matches/run", &session).await;
        assert_eq!(never.state, MatchRunState::Never);
        let run = search(&server, &session).await;
        assert_eq!((run.state, run.postings), (MatchRunState::Done, 5));
        assert_eq!(run.next_at_ms, Some(START_MS + DAY_MS));

        let all = list(&server, &session, "").await;
        assert_eq!(run.found, i64::try_from(all.matches.len()).expect("few"));
        // What is alike in all that is asked for fits alike; what knocks out comes after it.
        assert_eq!(
            titles(&all).last(),
            Some(&"Ward Nurse"),
            "{:?}",
            titles(&all)
        );
        assert!(!titles(&all).contains(&"Backend Developer"));
        let best = of(&all, "Intensive Care Nurse");
        assert_eq!(best.matched_at_ms, Some(START_MS));
        assert!(best.fit.score > 50.0, "{}", best.fit.score);
        let sum: f64 = best.fit.parts.iter().map(|part| part.points).sum();
        assert!(
            (sum - best.fit.score).abs() < 1.0,
            "{sum} {}",
            best.fit.score
        );
        let skills = best
            .fit
            .parts
            .iter()
            .find(|part| part.name == MatchPartName::Skills)
            .expect("a part about skills");
        assert!(
            skills
                .evidence
                .iter()
                .any(|says| says.contains("Klinikum Lindenau")),
            "{:?}",
            skills.evidence
        );

        let norwegian = of(&all, "Ward Nurse");
        assert_eq!(norwegian.fit.knockouts.len(), 1);
        assert!(norwegian.fit.knockouts[0].text.contains("Norwegian"));
        let without = list(&server, &session, "without_knockouts=true").await;
        assert!(!titles(&without).contains(&"Ward Nurse"));
        assert_eq!(without.matches.len() + 1, all.matches.len());

        assert!(
            list(&server, &session, "min_score=100")
                .await
                .matches
                .is_empty()
        );
        assert!(
            list(&server, &session, "country=NO")
                .await
                .matches
                .is_empty()
        );
        assert!(
            list(&server, &session, "remote=remote")
                .await
                .matches
                .is_empty()
        );
        assert!(list(&server, &session, "days=1").await.matches.is_empty());
        assert_eq!(
            list(&server, &session, "country=DE&days=30")
                .await
                .matches
                .len(),
            all.matches.len()
        );
        for order in ["score", "newest"] {
            let (mut seen, mut next) = (Vec::new(), String::new());
            loop {
                let page = list(&server, &session, &format!("order={order}&limit=1{next}")).await;
                seen.extend(page.matches.iter().map(|found| found.job.job_id.clone()));
                match page.next_cursor {
                    Some(cursor) => next = format!("&cursor={cursor}"),
                    None => break,
                }
            }
            let count = seen.len();
            seen.sort();
            seen.dedup();
            assert_eq!((seen.len(), count), (all.matches.len(), all.matches.len()));
        }
        for query in ["cursor=x", "limit=0", "order=newest&cursor=s1.1"] {
            let answer = server.get_as(&format!("/matches?{query}"), &session).await;
            assert_eq!(answer.status(), StatusCode::BAD_REQUEST, "{query}");
        }

        let path = format!("/matches/{}", best.job.job_id);
        let one: MatchView = server.read_as(&path, &session).await;
        assert_eq!(one.fit, best.fit);
        let found: foothold_shared::job::JobPage =
            server.read_as("/jobs?title=developer", &session).await;
        let path = format!("/matches/{}", found.jobs[0].job_id);
        let other: MatchView = server.read_as(&path, &session).await;
        assert_eq!(other.matched_at_ms, None);
        assert!(other.fit.score < best.fit.score);

        // Another person sees nothing of it.
        let stranger = server.register("mia@mail.example").await;
        assert!(list(&server, &stranger, "").await.matches.is_empty());
    }
}

#[tokio::test]
async fn wishes_decide_what_is_out() {
    for server in Server::on_each_database().await {
        let session = nurse(&server, "zoe@mail.example").await;
        server.take_jobs(&session, &jobs()).await;
        let path = "/me/job-preferences";
        let wrong = json!({"countries": ["Norway"], "yearly_pay": 40000});
        let refused = problem(
            server.put_as(path, &session, &wrong).await,
            StatusCode::UNPROCESSABLE_ENTITY,
            "invalid",
        )
        .await;
        assert_eq!(refused.errors.len(), 2);

        let wishes = json!({"roles": ["Nurse"], "ignored_companies": ["hill hospital"], "ignored_industries": ["ward"]});
        let saved: JobPreferences = json(server.put_as(path, &session, &wishes).await).await;
        let kept: JobPreferences = server.read_as(path, &session).await;
        assert_eq!(saved, kept);
        // Saving asks for a search by itself.
        assert_eq!(server.app.matches().run_due().await.expect("searches"), 1);
        assert_eq!(
            titles(&list(&server, &session, "").await),
            ["Intensive Care Nurse"]
        );

        let old = json!({"posted_days": 2});
        let saved = server.put_as(path, &session, &old).await;
        assert_eq!(saved.status(), StatusCode::OK);
        server.app.matches().run_due().await.expect("searches");
        assert!(list(&server, &session, "").await.matches.is_empty());
        let elsewhere = json!({"platforms": ["greenhouse"]});
        server.put_as(path, &session, &elsewhere).await;
        server.app.matches().run_due().await.expect("searches");
        assert!(list(&server, &session, "").await.matches.is_empty());
    }
}

#[tokio::test]
async fn what_a_person_does_about_a_match_is_kept() {
    for server in Server::on_each_database().await {
        let session = nurse(&server, "zoe@mail.example").await;
        server.take_jobs(&session, &jobs()).await;
        search(&server, &session).await;
        let before = list(&server, &session, "").await;
        let job_id = &of(&before, "Intensive Care Nurse").job.job_id;
        let path = format!("/matches/{job_id}/apply");
        let first: MatchApply =
            json(server.send_as(Method::POST, &path, &session, None).await).await;
        assert_eq!(first.url, "https://jobs.example/1");
        server.clock.advance_ms(MINUTE_MS);
        let again: MatchApply =
            json(server.send_as(Method::POST, &path, &session, None).await).await;
        assert_eq!(first, again);

        let removed = &of(&before, "Registered Nurse").job.job_id;
        let path = format!("/matches/{removed}");
        let gone = server.delete_as(&path, &session).await;
        assert_eq!(gone.status(), StatusCode::NO_CONTENT);
        let hidden = format!("/me/hidden-jobs/{}", of(&before, "Ward Nurse").job.job_id);
        server.send_as(Method::PUT, &hidden, &session, None).await;
        assert_eq!(
            titles(&list(&server, &session, "").await),
            ["Intensive Care Nurse"]
        );
        search(&server, &session).await;
        let after = list(&server, &session, "").await;
        assert_eq!(titles(&after), ["Intensive Care Nurse"]);
        assert_eq!(after.matches[0].applied_at_ms, Some(START_MS));
        assert_eq!(after.matches[0].matched_at_ms, Some(START_MS));

        for path in ["/matches/nothing", "/matches/nothing/apply"] {
            let method = if path.ends_with("apply") {
                Method::POST
            } else {
                Method::DELETE
            };
            let answer = server.send_as(method, path, &session, None).await;
            problem(answer, StatusCode::NOT_FOUND, "job_not_found").await;
        }
    }
}

#[tokio::test]
async fn thumbs_change_later_scores() {
    for server in Server::on_each_database().await {
        let session = nurse(&server, "zoe@mail.example").await;
        server.take_jobs(&session, &jobs()).await;
        search(&server, &session).await;
        let before = list(&server, &session, "").await;
        let kept = of(&before, "Intensive Care Nurse").clone();
        let is_taught = |found: &MatchView| {
            found
                .fit
                .parts
                .iter()
                .any(|part| part.name == MatchPartName::Feedback)
        };
        assert!(!is_taught(&kept));
        let jobs: foothold_shared::job::JobPage = server.read_as("/jobs", &session).await;
        // Two nurses' jobs down, and the baker's up: the third nurse's job falls.
        for job in jobs
            .jobs
            .iter()
            .filter(|job| job.job_id != kept.job.job_id && job.title != "Backend Developer")
        {
            let up = job.title == "Baker";
            let path = format!("/matches/{}/feedback", job.job_id);
            let body = json!({"up": up, "reason": "role", "note": "not for me"});
            let answer = server.post_as(&path, &session, &body).await;
            assert_eq!(answer.status(), StatusCode::NO_CONTENT);
        }
        server.clock.advance_ms(MINUTE_MS);
        search(&server, &session).await;
        let after = list(&server, &session, "").await;
        let fallen = of(&after, "Intensive Care Nurse");
        assert!(is_taught(fallen));
        assert!(
            fallen.fit.score < kept.fit.score,
            "{} {}",
            fallen.fit.score,
            kept.fit.score
        );
        let judged = of(&after, "Registered Nurse");
        let feedback = judged.feedback.as_ref().expect("a thumb");
        assert_eq!((feedback.up, feedback.note.as_str()), (false, "not for me"));

        // A thumb about the employer puts that employer out, and teaches nothing about the work.
        let path = format!("/matches/{}/feedback", judged.job.job_id);
        let body = json!({"up": false, "reason": "company"});
        server.post_as(&path, &session, &body).await;
        server.clock.advance_ms(MINUTE_MS);
        search(&server, &session).await;
        let last = list(&server, &session, "").await;
        assert!(!titles(&last).contains(&"Registered Nurse"));
        assert!(!is_taught(of(&last, "Intensive Care Nurse")));

        let taken_back = server.delete_as(&path, &session).await;
        assert_eq!(taken_back.status(), StatusCode::NO_CONTENT);
        server.clock.advance_ms(MINUTE_MS);
        search(&server, &session).await;
        assert!(titles(&list(&server, &session, "").await).contains(&"Registered Nurse"));
        let long = json!({"up": true, "note": "x".repeat(501)});
        let answer = server.post_as(&path, &session, &long).await;
        problem(answer, StatusCode::UNPROCESSABLE_ENTITY, "invalid").await;
    }
}

#[tokio::test]
async fn a_posting_that_is_sent_is_scored() {
    for server in Server::on_each_database().await {
        let session = nurse(&server, "zoe@mail.example").await;
        let sent = json!({
            "url": "https://jobs.example/9", "title": "Intensive Care Nurse", "company": "Harbour Clinic",
            "location": "Leipzig, Germany",
            "description": "Requirements\n- Wound care\n- 3 years as a nurse\n- Fluent Norwegian is required"
        });
        let score: MatchScore = json(server.post_as("/matches/score", &session, &sent).await).await;
        assert!(score.score > 20.0, "{}", score.score);
        assert_eq!(score.knockouts.len(), 1);
        let unclear = server
            .post_as(
                "/matches/score",
                &session,
                &json!({"url": "https://jobs.example/9"}),
            )
            .await;
        problem(unclear, StatusCode::UNPROCESSABLE_ENTITY, "posting_unclear").await;
    }
}

#[tokio::test]
async fn jobs_that_came_a_moment_ago_are_found() {
    for server in Server::on_each_database().await {
        let session = nurse(&server, "zoe@mail.example").await;
        search(&server, &session).await;
        assert!(list(&server, &session, "").await.matches.is_empty());
        server.take_jobs(&session, &jobs()).await;
        server.clock.advance_ms(1_000);
        assert_eq!(search(&server, &session).await.found, 3);
        let late = nursing("6", "Night Nurse", "Harbour Clinic", "");
        server.take_jobs_of("late.json", &session, &[late]).await;
        server.clock.advance_ms(1_000);
        search(&server, &session).await;
        assert_eq!(list(&server, &session, "").await.matches.len(), 4);
    }
}

/// The titles of what a search finds now, by letter.
async fn found_now(server: &Server, session: &Value) -> Vec<String> {
    server.clock.advance_ms(1_000);
    search(server, session).await;
    let page = list(server, session, "").await;
    let mut titles: Vec<String> = titles(&page).into_iter().map(str::to_owned).collect();
    titles.sort_unstable();
    titles
}

#[tokio::test]
async fn jobs_that_changed_or_closed_are_matched_as_they_are() {
    for server in Server::on_each_database().await {
        let session = nurse(&server, "zoe@mail.example").await;
        server.take_jobs(&session, &jobs()).await;
        let all = ["Intensive Care Nurse", "Registered Nurse", "Ward Nurse"];
        assert_eq!(found_now(&server, &session).await, all);
        let mut other = jobs().remove(3);
        other["id"] = json!("1");
        let mut over = jobs().remove(1);
        over["validThrough"] = json!("2027-01-16");
        server.take_jobs(&session, &[other, over]).await;
        let found = found_now(&server, &session).await;
        assert_eq!(found, all[1..], "on {}: a baker's now", server.engine);
        server.clock.advance_ms(3 * DAY_MS);
        let session = server.renewed(&session).await;
        let closed = server.app.jobs().close_expired().await.expect("closed");
        assert_eq!(closed, 1, "its last day has passed");
        assert_eq!(found_now(&server, &session).await, all[2..]);
        server.take_jobs(&session, &jobs()[..2]).await;
        let found = found_now(&server, &session).await;
        assert_eq!(found, all, "both are what they were");
    }
}

#[tokio::test]
async fn everybody_with_a_profile_is_matched_every_day() {
    for server in Server::on_each_database().await {
        let mut sessions = [
            nurse(&server, "zoe@mail.example").await,
            nurse(&server, "mia@mail.example").await,
        ];
        server.register("no.profile@mail.example").await;
        server.take_jobs(&sessions[0], &jobs()).await;
        let matches = server.app.matches();
        assert_eq!(matches.enrol().await.expect("plans"), 2);
        assert_eq!(matches.run_due().await.expect("searches"), 2);
        assert_eq!(matches.enrol().await.expect("plans"), 2);
        assert_eq!(matches.run_due().await.expect("searches"), 0);
        for session in &sessions {
            assert_eq!(list(&server, session, "").await.matches.len(), 3);
        }
        let late = nursing("6", "Night Nurse", "Harbour Clinic", "");
        server
            .take_jobs_of("late.json", &sessions[0], &[late])
            .await;
        server.clock.advance_ms(DAY_MS);
        assert_eq!(matches.run_due().await.expect("searches"), 2);
        for session in &mut sessions {
            *session = server.renewed(session).await;
            let page = list(&server, session, "").await;
            assert_eq!(page.matches.len(), 4);
            assert_eq!(
                of(&page, "Night Nurse").matched_at_ms,
                Some(START_MS + DAY_MS)
            );
        }
    }
}

/// Does work until it has waited so many times, then drops it, as when the server is ended.
async fn cut_off<F: Future>(work: F, waits: usize) -> Option<F::Output> {
    let mut work = Box::pin(work);
    let mut left = waits;
    poll_fn(move |context| match work.as_mut().poll(context) {
        Poll::Ready(output) => Poll::Ready(Some(output)),
        Poll::Pending if left == 0 => Poll::Ready(None),
        Poll::Pending => {
            left -= 1;
            Poll::Pending
        }
    })
    .await
}

#[tokio::test]
async fn a_search_that_is_cut_off_anywhere_is_done_again_once() {
    for server in Server::on_each_database().await {
        let mut session = nurse(&server, "zoe@mail.example").await;
        nurse(&server, "mia@mail.example").await;
        server.take_jobs(&session, &jobs()).await;
        let matches = server.app.matches();
        matches.enrol().await.expect("plans");
        let mut cuts = 0;
        loop {
            if let Some(done) = cut_off(matches.run_due(), cuts).await {
                done.expect("searches");
                break;
            }
            let page = list(&server, &session, "").await;
            assert!(
                page.matches.is_empty() || page.matches.len() == 3,
                "half a search after {cuts} waits"
            );
            // The lease of what was cut off runs out, the day does not.
            server.clock.advance_ms(3 * MINUTE_MS);
            session = server.renewed(&session).await;
            cuts += 1;
            assert!(cuts < 2_000, "it never ends");
        }
        assert!(cuts > 3, "it was cut off {cuts} times");
        server.clock.advance_ms(3 * MINUTE_MS);
        session = server.renewed(&session).await;
        matches.run_due().await.expect("searches");
        let page = list(&server, &session, "").await;
        assert_eq!(page.matches.len(), 3, "{:?}", titles(&page));
        let run: MatchRunView = server.read_as("/matches/run", &session).await;
        assert_eq!(run.state, MatchRunState::Done);
    }
}
