//! Reports on the builder's résumés against a posting, and applying what they suggest.

use foothold_shared::generation::ResumeDraftView;
use foothold_shared::report::{KeywordStanding, ReportView, TextSuggestion};
use reqwest::{Method, Response, StatusCode};
use serde_json::{Value, json};

use super::material::{
    DRAFT, JOB, NOW, OTHER_DRAFT, clean, job, lost, nurse, posting, report, save, words,
};
use crate::support::{Server, json, problem};

async fn apply(server: &Server, session: &Value, seen: Option<&str>, body: &Value) -> Response {
    let mut request = server
        .request_as(
            Method::POST,
            &format!("/me/resume-drafts/{DRAFT}/report/apply"),
            session,
        )
        .json(body);
    if let Some(seen) = seen {
        request = request.header("if-match", seen);
    }
    request.send().await.expect("answers")
}

fn suggested<'v>(view: &'v ReportView, code: &str) -> Vec<&'v TextSuggestion> {
    view.suggestions
        .iter()
        .filter(|suggestion| suggestion.code == code)
        .collect()
}

#[tokio::test]
async fn what_the_posting_asks_is_found_where_it_stands() {
    for server in Server::on_each_database().await {
        let mira = nurse(&server, "mira@mail.example").await;
        let mut content = clean();
        content["sections"][2] = words("skills", "Skills", &["Wound management", "Infusion pumps"]);
        save(&server, &mira, DRAFT, 0, &content).await;
        let request = json!({"posting": posting()});
        let view = report(&server, &mira, DRAFT, &request).await;
        assert_eq!(
            view.posting
                .as_ref()
                .map(|posting| posting.company.as_str()),
            Some("Sankt Anna Hospital")
        );
        let standing = |asked: &str| {
            let keyword = view
                .keywords
                .iter()
                .find(|one| one.asked.eq_ignore_ascii_case(asked));
            let keyword = keyword.unwrap_or_else(|| panic!("{asked}: {:?}", asked_for(&view)));
            (keyword.required, keyword.standing)
        };
        assert_eq!(standing("wound care"), (true, KeywordStanding::Found));
        assert_eq!(standing("Excel"), (true, KeywordStanding::InProfileOnly));
        assert_eq!(
            standing("Forklift licence"),
            (false, KeywordStanding::Missing)
        );
        let first_welcome = view.keywords.iter().position(|one| !one.required);
        assert!(
            view.keywords[first_welcome.expect("one")..]
                .iter()
                .all(|one| !one.required)
        );
        let care = view
            .keywords
            .iter()
            .find(|one| one.asked.eq_ignore_ascii_case("wound care"));
        let place = &care.expect("found").places[0];
        assert_eq!(place.section, "work");
        assert!(place.text.contains("wound care") && place.spot.is_some());
        let codes = lost(&view);
        assert!(codes.contains(&"in_profile_only") && codes.contains(&"preferred_missing"));
        assert!(!codes.contains(&"required_missing"), "{codes:?}");
        // By itself it is not measured against anything.
        let alone = report(&server, &mira, DRAFT, &json!({})).await;
        assert_eq!(alone.score, 100.0);
    }
}

fn asked_for(view: &ReportView) -> Vec<(String, KeywordStanding)> {
    view.keywords
        .iter()
        .map(|one| (one.asked.clone(), one.standing))
        .collect()
}

#[tokio::test]
async fn a_suggestion_is_applied_alone_and_can_be_taken_back() {
    for server in Server::on_each_database().await {
        let mira = nurse(&server, "mira@mail.example").await;
        let mut content = clean();
        content["sections"][2] = words("skills", "Skills", &["Wound care", "Ventilation"]);
        content["sections"][0]["entries"][1]["dates"] = json!("09/2015 – 03/2019");
        content["sections"][0]["entries"][0] = job(
            "Intensive Care Nurse",
            "Klinikum Lindenau",
            "Apr 2019 – present",
            &[NOW[0], NOW[1], "I wrote the duty roster of the ward"],
        );
        let first = save(&server, &mira, DRAFT, 0, &content).await;
        let asked = json!({"posting": posting()});
        let before = report(&server, &mira, DRAFT, &asked).await;
        assert_eq!(
            before,
            report(&server, &mira, DRAFT, &asked).await,
            "the same again"
        );

        let [skill] = suggested(&before, "in_profile_only")[..] else {
            panic!("one skill: {:?}", before.suggestions.len());
        };
        assert_eq!((skill.before.as_str(), skill.after.as_str()), ("", "Excel"));
        assert!(!skill.facts.is_empty());
        let [time] = suggested(&before, "date_styles")[..] else {
            panic!("one time");
        };
        assert_eq!(
            (time.before.as_str(), time.after.as_str()),
            ("09/2015 – 03/2019", "Sep 2015 – Mar 2019")
        );
        let [own] = suggested(&before, "first_person")[..] else {
            panic!("one line");
        };
        assert_eq!(own.after, "Wrote the duty roster of the ward");
        let stronger = suggested(&before, "no_outcome");
        assert!(
            stronger.iter().all(|one| {
                one.facts.iter().all(|fact| fact.starts_with("work/w1/"))
                    && one.after.contains(|sign: char| sign.is_ascii_digit())
            }) && !stronger.is_empty(),
            "only the person's own lines of that job"
        );

        let mut version = first.version;
        for id in [
            &skill.suggestion_id,
            &time.suggestion_id,
            &own.suggestion_id,
        ] {
            let body = json!({"suggestion_id": id, "posting": posting()});
            let tag = format!("\"{version}\"");
            let answer = apply(&server, &mira, Some(&tag), &body).await;
            assert_eq!(answer.status(), StatusCode::OK);
            version += 1;
            assert_eq!(answer.headers()["etag"], format!("\"{version}\""));
            let view: ResumeDraftView = json(answer).await;
            assert_eq!(view.version, version);
        }
        let after = report(&server, &mira, DRAFT, &asked).await;
        assert!(after.score > before.score);
        for gone in ["date_styles", "first_person", "in_profile_only"] {
            assert!(!lost(&after).contains(&gone), "{gone}: {:?}", lost(&after));
        }
        let draft: ResumeDraftView = server
            .read_as(&format!("/me/resume-drafts/{DRAFT}"), &mira)
            .await;
        let jobs = &draft.draft.content.sections[0].entries;
        assert_eq!(jobs[1].dates, "Sep 2015 – Mar 2019");
        assert_eq!(jobs[0].bullets[2].text, "Wrote the duty roster of the ward");
        assert_eq!(
            jobs[0].bullets[0].text, NOW[0],
            "the others stay as they were"
        );

        // Applied once is applied: the suggestion is no more.
        let again = json!({"suggestion_id": own.suggestion_id, "posting": posting()});
        let tag = format!("\"{version}\"");
        let answer = apply(&server, &mira, Some(&tag), &again).await;
        problem(answer, StatusCode::CONFLICT, "suggestion_gone").await;
        let stale = json!({"suggestion_id": own.suggestion_id});
        let answer = apply(&server, &mira, Some("\"1\""), &stale).await;
        problem(
            answer,
            StatusCode::PRECONDITION_FAILED,
            "resume_draft_changed",
        )
        .await;
        let answer = apply(&server, &mira, None, &stale).await;
        problem(
            answer,
            StatusCode::PRECONDITION_REQUIRED,
            "if_match_required",
        )
        .await;

        let restore = server
            .request_as(
                Method::POST,
                &format!("/me/resume-drafts/{DRAFT}/versions/1/restore"),
                &mira,
            )
            .header("if-match", &tag)
            .send()
            .await
            .expect("answers");
        let back: ResumeDraftView = json(restore).await;
        assert_eq!(back.draft.content, first.draft.content);
        let view = report(&server, &mira, DRAFT, &asked).await;
        assert_eq!(view.score, before.score);
    }
}

#[tokio::test]
async fn what_is_missing_and_in_the_profile_is_put_in() {
    let server = Server::start().await;
    let mira = nurse(&server, "mira@mail.example").await;
    let mut content = clean();
    content["contact"] = json!([]);
    content["sections"][0]["title"] = json!("Ward Experience");
    content["sections"]
        .as_array_mut()
        .expect("sections")
        .push(json!({
            "kind": "summary", "title": "Profile", "entries": [{"paragraph": [
                {"text": "Nurse since 2015.", "fixed": true},
                {"text": "Highly motivated and a real team player.", "fixed": true}
            ]}]
        }));
    save(&server, &mira, DRAFT, 0, &content).await;
    let view = report(&server, &mira, DRAFT, &json!({})).await;
    for (version, (code, after)) in [
        ("email_missing", "mira@mail.example"),
        ("phone_missing", "+49 151 2345678"),
        ("place_missing", "Wurzen, Germany"),
        ("heading_unusual", "Experience"),
        ("buzzwords", ""),
    ]
    .into_iter()
    .enumerate()
    {
        let found = suggested(&view, code);
        let [one] = found[..] else {
            panic!("{code}: {:?}", lost(&view));
        };
        assert_eq!(one.after, after, "{code}");
        let body = json!({"suggestion_id": one.suggestion_id});
        let answer = apply(&server, &mira, Some(&format!("\"{}\"", version + 1)), &body).await;
        assert_eq!(answer.status(), StatusCode::OK, "{code}");
    }
    let draft: ResumeDraftView = server
        .read_as(&format!("/me/resume-drafts/{DRAFT}"), &mira)
        .await;
    let content = &draft.draft.content;
    assert_eq!(content.contact.len(), 3);
    assert_eq!(content.contact[0].url, "mailto:mira@mail.example");
    assert_eq!(content.sections[0].title, "Experience");
    let summary = content.sections.last().expect("the summary");
    assert_eq!(summary.entries[0].paragraph.len(), 1);
    let view = report(&server, &mira, DRAFT, &json!({})).await;
    assert_eq!(view.score, 100.0, "{:?}", lost(&view));
}

#[tokio::test]
async fn only_ones_own_are_reported_on() {
    for server in Server::on_each_database().await {
        let mira = nurse(&server, "mira@mail.example").await;
        save(&server, &mira, DRAFT, 0, &clean()).await;
        let max = server.register("max@mail.example").await;
        let missing = StatusCode::NOT_FOUND;
        let path = format!("/me/resume-drafts/{DRAFT}/report");
        let foreign = server.post_as(&path, &max, &json!({})).await;
        problem(foreign, missing, "resume_draft_not_found").await;
        let body = json!({"suggestion_id": "x"});
        let foreign = apply(&server, &max, Some("\"1\""), &body).await;
        problem(foreign, missing, "resume_draft_not_found").await;
        let unknown = format!("/me/resume-drafts/{OTHER_DRAFT}/report");
        let unknown = server.send_as(Method::POST, &unknown, &mira, None).await;
        problem(unknown, missing, "resume_draft_not_found").await;
        let unknown = json!({"job_id": JOB});
        let answer = server.post_as(&path, &mira, &unknown).await;
        problem(answer, StatusCode::UNPROCESSABLE_ENTITY, "posting_missing").await;
        let nobody = server
            .post(&path, &json!({}))
            .send()
            .await
            .expect("answers");
        assert_eq!(nobody.status(), StatusCode::UNAUTHORIZED);
        // Without a body it is looked at by itself.
        let alone = server.send_as(Method::POST, &path, &mira, None).await;
        assert_eq!(json::<ReportView>(alone).await.score, 100.0);
    }
}
