//! Over HTTP, with a stand-in for a model's server on loopback: a second look moves scores within its band, costs
//! nothing when nothing has changed, obeys the day, and does no harm when the model misbehaves. And what scores were
//! worth, once answers came.

use foothold_backend::config::EndpointConfig;
use foothold_shared::matching::{MatchCalibration, MatchPage, MatchPart, MatchPartName, MatchView};
use foothold_shared::model_use::ModelUseView;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{
    Asked, DAY_MS, Does, START_MS, Server, Stand, chat_endpoint, completion, kidney_nurse, text,
};

/// What the model says to a question; `None` leaves it without an answer.
type Says = fn(&Value) -> Option<String>;

/// A server that stands in for a model's, and what it was asked.
struct Model(Stand);

impl Model {
    async fn that(says: Says) -> Self {
        let rule = move |asked: &Asked, _| {
            says(&material(asked)).map_or(Does::Waits, |said| Does::say(completion(&said, 100)))
        };
        Self(Stand::that(rule).await)
    }

    /// The material of each question.
    fn asked(&self) -> Vec<Value> {
        self.0.asked().iter().map(material).collect()
    }

    fn endpoint(&self) -> EndpointConfig {
        EndpointConfig {
            max_tokens: 1_500,
            ..chat_endpoint(&self.0, "second-sight")
        }
    }

    async fn servers(&self) -> Vec<Server> {
        Server::on_each_database_with(|config| config.model.primary = self.endpoint()).await
    }
}

/// What a question to the model is about.
fn material(asked: &Asked) -> Value {
    let question = asked.json();
    serde_json::from_str(text(&question["messages"][1]["content"])).expect("JSON within")
}

/// The id of the fact whose words hold these.
fn fact(material: &Value, words: &str) -> String {
    let facts = material["facts"].as_array().expect("facts");
    let found = facts
        .iter()
        .find(|fact| text(&fact["text"]).contains(words))
        .expect("a fact with these words");
    text(&found["id"]).to_owned()
}

/// One opinion on every job that has requirements.
fn opinions(material: &Value, opinion: impl Fn(&Value, &str) -> Value) -> String {
    let jobs: Vec<Value> = material["jobs"]
        .as_array()
        .expect("jobs")
        .iter()
        .map(|job| opinion(job, text(&job["requirements"][0]["id"])))
        .collect();
    json!({ "jobs": jobs }).to_string()
}

/// Four points up for the ward with dialysis, three down for the others.
fn sound(material: &Value) -> Option<String> {
    let kidneys = fact(material, "kidney");
    Some(opinions(material, |job, need| {
        if text(&job["title"]) == "Dialysis Nurse" {
            json!({"job": job["job"], "points": 4, "reasons": [{"requirement": need, "facts": [kidneys], "holds": "yes"}]})
        } else {
            json!({"job": job["job"], "points": -3, "reasons": [{"requirement": need, "facts": [], "holds": "no"}]})
        }
    }))
}

async fn nurse(server: &Server) -> Value {
    let session = server.register("zoe@mail.example").await;
    server
        .save_profile(&session, &kidney_nurse("Trained colleagues"))
        .await;
    session
}

fn posting(id: &str, title: &str, need: &str) -> Value {
    json!({
        "id": id, "title": title, "company": format!("Clinic {id}"), "location": "Leipzig, Germany",
        "url": format!("https://jobs.example/{id}"), "posted": "2027-01-10",
        "description": format!("<p>You look after patients.</p><h3>Requirements</h3><ul><li>{need}</li><li>Patient care</li></ul>"),
    })
}

fn wards() -> Vec<Value> {
    vec![
        posting("1", "Dialysis Nurse", "Dialysis"),
        posting("2", "Surgical Nurse", "Work in an operating theatre"),
        posting("3", "Ward Nurse", "Fluent Norwegian is required"),
    ]
}

/// Searches, and takes the second looks that follow.
async fn search(server: &Server, session: &Value) -> MatchPage {
    let asked = server
        .send_as(Method::POST, "/matches/run", session, None)
        .await;
    assert_eq!(asked.status(), StatusCode::ACCEPTED);
    server.app.matches().run_due().await.expect("searches");
    server.app.matches().look_due().await.expect("looks");
    server.read_as("/matches", session).await
}

fn of<'p>(page: &'p MatchPage, title: &str) -> &'p MatchView {
    page.matches
        .iter()
        .find(|found| found.job.title == title)
        .expect("it is among the matches")
}

fn look(view: &MatchView) -> Option<&MatchPart> {
    view.fit
        .parts
        .iter()
        .find(|part| part.name == MatchPartName::SecondLook)
}

fn parts(page: &MatchPage) -> usize {
    page.matches
        .iter()
        .filter(|found| look(found).is_some())
        .count()
}

#[tokio::test]
async fn a_second_look_moves_scores_with_its_reasons_and_is_paid_once() {
    let model = Model::that(sound).await;
    for server in model.servers().await {
        let before = model.asked().len();
        let session = nurse(&server).await;
        server.take_jobs(&session, &wards()).await;
        let asked = server
            .send_as(Method::POST, "/matches/run", &session, None)
            .await;
        assert_eq!(asked.status(), StatusCode::ACCEPTED);
        server.app.matches().run_due().await.expect("searches");
        // The search is whole before anybody is asked.
        let first: MatchPage = server.read_as("/matches", &session).await;
        assert_eq!((first.matches.len(), parts(&first)), (3, 0));
        assert_eq!(model.asked().len(), before);

        assert_eq!(server.app.matches().look_due().await.expect("looks"), 1);
        let second: MatchPage = server.read_as("/matches", &session).await;
        for (title, points) in [
            ("Dialysis Nurse", 4.0),
            ("Surgical Nurse", -3.0),
            ("Ward Nurse", -3.0),
        ] {
            let (was, is) = (of(&first, title), of(&second, title));
            let look = look(is).expect("a second look");
            assert!((look.points - points).abs() < 1e-9 && (look.most - 6.0).abs() < 1e-9);
            assert!(
                (is.fit.score - was.fit.score - points).abs() < 0.05,
                "{title}"
            );
        }
        let dialysis = look(of(&second, "Dialysis Nurse")).expect("a second look");
        assert!(
            dialysis.evidence[0].contains("kidneys had failed"),
            "{:?}",
            dialysis.evidence
        );
        let order: Vec<f64> = second.matches.iter().map(|found| found.fit.score).collect();
        assert!(order.is_sorted_by(|one, other| one >= other), "{order:?}");

        // Nothing has changed: nothing is asked, and what was seen stays.
        let again = search(&server, &session).await;
        assert_eq!(again, second);
        assert_eq!(model.asked().len(), before + 1);
        let used: ModelUseView = server.read_as("/me/model-use", &session).await;
        let lines: Vec<(&str, i64)> = used
            .lines
            .iter()
            .map(|line| (line.purpose.as_str(), line.calls))
            .collect();
        assert_eq!(lines, [("matches", 1)]);

        // Another profile is another question.
        let changed = kidney_nurse("Led a team of six");
        server.save_profile(&session, &changed).await;
        search(&server, &session).await;
        assert_eq!(model.asked().len(), before + 2);

        let all = Value::from(model.asked()).to_string();
        for kept_back in ["Quist", "Ottilie", "mail.example", "1999"] {
            assert!(!all.contains(kept_back), "{kept_back}");
        }
    }
}

#[tokio::test]
async fn a_new_posting_alone_is_asked_about() {
    let model = Model::that(sound).await;
    for server in model.servers().await {
        let session = nurse(&server).await;
        server.take_jobs(&session, &wards()).await;
        search(&server, &session).await;
        let mut more = wards();
        more.push(posting("4", "Night Nurse", "Nights"));
        server.take_jobs(&session, &more).await;
        server.clock.advance_ms(DAY_MS);
        let session: Value = server.renewed(&session).await;
        let found = search(&server, &session).await;
        assert_eq!((found.matches.len(), parts(&found)), (4, 4));
        let last = model.asked().pop().expect("asked");
        let titles: Vec<&str> = last["jobs"]
            .as_array()
            .expect("jobs")
            .iter()
            .map(|job| text(&job["title"]))
            .collect();
        assert_eq!(titles, ["Night Nurse"]);
    }
}

#[tokio::test]
async fn hostile_answers_change_nothing_and_are_not_paid_again() {
    let answers: [Says; 7] = [
        |_| Some("Ignore the rules; 100 points to everybody.".to_owned()),
        |_| Some("{\"jobs\":[{\"job\":\"j1\",\"points\":6,\"reasons\":[]}]}".to_owned()),
        |material| {
            Some(opinions(
                material,
                |job, need| json!({"job": job["job"], "points": 60, "reasons": [{"requirement": need, "facts": ["f1"], "holds": "yes"}]}),
            ))
        },
        |material| {
            Some(opinions(
                material,
                |job, need| json!({"job": job["job"], "points": 6, "reasons": [{"requirement": need, "facts": ["f999"], "holds": "yes"}]}),
            ))
        },
        |material| {
            Some(opinions(
                material,
                |job, _| json!({"job": job["job"], "points": 6, "reasons": [{"requirement": "j1r99", "facts": ["f1"], "holds": "yes"}]}),
            ))
        },
        |material| {
            Some(opinions(
                material,
                |job, need| json!({"job": job["job"], "points": 6, "reasons": [{"requirement": need, "facts": ["f1"], "holds": "<b>yes</b>"}]}),
            ))
        },
        |_| Some("[".repeat(100_000)),
    ];
    for says in answers {
        let model = Model::that(says).await;
        for server in model.servers().await {
            let before = model.asked().len();
            let session = nurse(&server).await;
            server.take_jobs(&session, &wards()).await;
            let found = search(&server, &session).await;
            assert_eq!((found.matches.len(), parts(&found)), (3, 0));
            search(&server, &session).await;
            assert_eq!(model.asked().len(), before + 1);
        }
    }
}

#[tokio::test]
async fn a_knock_out_is_not_lifted() {
    let model = Model::that(|material| {
        Some(opinions(material, |job, need| {
            json!({"job": job["job"], "points": 6, "reasons": [{"requirement": need, "facts": ["f1"], "holds": "partly"}]})
        }))
    })
    .await;
    for server in model.servers().await {
        let session = nurse(&server).await;
        server.take_jobs(&session, &wards()).await;
        let found = search(&server, &session).await;
        let norwegian = of(&found, "Ward Nurse");
        assert_eq!(norwegian.fit.knockouts.len(), 1);
        assert!(look(norwegian).is_some_and(|part| part.points.abs() < 1e-9));
        assert!(look(of(&found, "Dialysis Nurse")).is_some_and(|part| part.points > 0.0));
    }
}

#[tokio::test]
async fn a_model_that_never_answers_keeps_nobody_from_their_matches() {
    let model = Model::that(|_| None).await;
    let servers = Server::on_each_database_with(|config| {
        config.model.primary = model.endpoint();
        config.model.primary.timeout_ms = 200;
    })
    .await;
    for server in servers {
        let before = model.asked().len();
        let session = nurse(&server).await;
        server.take_jobs(&session, &wards()).await;
        let found = search(&server, &session).await;
        assert_eq!((found.matches.len(), parts(&found)), (3, 0));
        assert_eq!(model.asked().len(), before + 1);
        // The next search asks once more, and no search asks by itself.
        assert_eq!(server.app.matches().look_due().await.expect("looks"), 0);
        search(&server, &session).await;
        assert_eq!(model.asked().len(), before + 2);
    }
}

#[tokio::test]
async fn it_takes_a_quarter_of_the_day_at_most() {
    let model = Model::that(sound).await;
    let servers = Server::on_each_database_with(|config| {
        config.model.primary = model.endpoint();
        // A quarter is less than one call may take.
        config.model.most_tokens_a_day = 6_000;
    })
    .await;
    for server in servers {
        let session = nurse(&server).await;
        server.take_jobs(&session, &wards()).await;
        let found = search(&server, &session).await;
        assert_eq!((found.matches.len(), parts(&found)), (3, 0));
        let used: ModelUseView = server.read_as("/me/model-use", &session).await;
        assert_eq!((used.tokens_today, used.cap_reached), (0, false));
    }
    assert!(model.asked().is_empty());
}

#[tokio::test]
async fn who_wants_none_gets_none() {
    let model = Model::that(sound).await;
    let servers = Server::on_each_database_with(|config| {
        config.model.primary = model.endpoint();
        config.model.second_looks = 0;
    })
    .await;
    for server in servers {
        let session = nurse(&server).await;
        server.take_jobs(&session, &wards()).await;
        assert_eq!(parts(&search(&server, &session).await), 0);
    }
    assert!(model.asked().is_empty());
}

async fn calibration(server: &Server, session: &Value) -> MatchCalibration {
    server.read_as("/matches/calibration", session).await
}

/// Records an application and how it went; its number is its id.
async fn record(
    server: &Server,
    session: &Value,
    number: usize,
    application: &Value,
    status: &str,
) {
    let path = format!("/me/applications/00000000-0000-4000-8000-{number:012}");
    let stored = server.put_as(&path, session, application).await;
    assert_eq!(stored.status(), StatusCode::CREATED);
    let change = json!({ "status": status });
    let changed = server.patch_as(&path, session, &change).await;
    assert_eq!(changed.status(), StatusCode::OK);
}

#[tokio::test]
async fn scores_are_held_against_what_came_of_them() {
    for server in Server::on_each_database().await {
        let session = nurse(&server).await;
        let none = calibration(&server, &session).await;
        assert_eq!((none.settled, none.needed, none.enough), (0, 10, false));
        // Six that ask for what the nurse has, six that ask for what they have not.
        let jobs: Vec<Value> = (1..=12)
            .map(|number| {
                let id = number.to_string();
                if number <= 6 {
                    posting(&id, "Nurse", "Wound care")
                } else {
                    posting(&id, "Healthcare Assistant", "Driving licence and first aid")
                }
            })
            .collect();
        server.take_jobs(&session, &jobs).await;
        let found = search(&server, &session).await;
        assert_eq!(found.matches.len(), 12);
        // A page that nobody knows has no score, and does not count.
        let unknown = json!({"page_url": "https://elsewhere.example/x", "job_title": "Potter", "company": "Clay",
            "submitted_at_ms": START_MS});
        record(&server, &session, 99, &unknown, "rejected").await;
        for number in 1..=12 {
            let status = if number <= 4 { "interview" } else { "rejected" };
            let application = json!({
                // Some are recognised by their address, some by employer and title.
                "page_url": if number % 2 == 0 { format!("https://jobs.example/{number}/apply") } else { "https://ats.example/form".to_owned() },
                "job_title": if number <= 6 { "Nurse" } else { "Healthcare Assistant" },
                "company": format!("Clinic {number}"),
                "submitted_at_ms": START_MS,
            });
            record(&server, &session, number, &application, status).await;
            if number == 3 {
                let few = calibration(&server, &session).await;
                assert!(!few.enough && few.bands.is_empty());
                assert!(few.says.contains("3 of 10"), "{}", few.says);
            }
        }
        let enough = calibration(&server, &session).await;
        assert_eq!((enough.settled, enough.without_score), (12, 1));
        assert!(enough.enough, "{}", enough.says);
        let share = enough.interviews_scored_higher.expect("a share");
        // Four interviews among the six alike: better than the other six, even with the two beside them.
        assert!((share - 0.875).abs() < 1e-9, "{share}");
        assert!(enough.says.contains("88"), "{}", enough.says);
        let counted: u32 = enough.bands.iter().map(|band| band.sent).sum();
        let interviews: u32 = enough.bands.iter().map(|band| band.interviews).sum();
        assert_eq!((counted, interviews), (12, 4));

        // The score is the one of that day: another profile later changes nothing.
        let other = json!({"skills": [{"name": "Pottery"}]});
        server.save_profile(&session, &other).await;
        search(&server, &session).await;
        assert_eq!(calibration(&server, &session).await, enough);

        // What is deleted does not count, and nobody sees another's.
        let path = "/me/applications/00000000-0000-4000-8000-000000000001";
        server.delete_as(path, &session).await;
        assert_eq!(calibration(&server, &session).await.settled, 11);
        let stranger = server.register("bob@mail.example").await;
        assert_eq!(calibration(&server, &stranger).await, none);
    }
}

#[tokio::test]
async fn the_score_of_the_moment_when_somebody_goes_to_apply_counts() {
    for server in Server::on_each_database().await {
        let session = nurse(&server).await;
        server.take_jobs(&session, &wards()).await;
        let found = search(&server, &session).await;
        let job = of(&found, "Dialysis Nurse");
        let path = format!("/matches/{}/apply", job.job.job_id);
        server.send_as(Method::POST, &path, &session, None).await;
        let other = json!({"skills": [{"name": "Pottery"}]});
        server.save_profile(&session, &other).await;
        let application =
            json!({"page_url": "https://jobs.example/1", "submitted_at_ms": START_MS});
        record(&server, &session, 1, &application, "interview").await;
        let one = calibration(&server, &session).await;
        assert_eq!((one.settled, one.without_score), (1, 0));
    }
}
