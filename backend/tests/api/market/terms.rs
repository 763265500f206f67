//! Terms that are learned from gathered postings.

use foothold_backend::features::matches::learned_terms;
use foothold_shared::matching::{MatchPartName, MatchView};
use serde_json::{Value, json};

use super::material::read;
use crate::support::{DAY_MS, Server, find_jobs};

fn developer(skills: &str) -> Value {
    json!({"location": "Bergen, Norway", "description":
        format!("<h3>Requirements</h3><ul><li>{skills}</li><li>Experience with Blimfoo Studio</li></ul>")})
}

#[tokio::test]
async fn what_several_companies_ask_for_is_learned_told_and_exported_and_scores_stay() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        let mut profile: Value = server.read_as("/me/profile", &session).await;
        profile["work"] = json!([{"id": "w1", "company": "Coast", "title": "Backend Engineer",
            "start": {"year": 2019}, "current": true, "description": "- Wrote services in Rust"}]);
        profile["skills"] = json!([{"name": "zorbix"}, {"name": "Rust"}]);
        server.save_profile(&session, &profile).await;
        let companies = ["Alder", "Birch", "Cedar", "Damson"];
        let mut file: Vec<(&str, &str, &str, Value)> = companies
            .iter()
            .map(|company| {
                (
                    *company,
                    "Backend Engineer",
                    *company,
                    developer("Rust, Zorbix, PostgreSQL"),
                )
            })
            .collect();
        let cooks = ["Elm", "Fir", "Gorse"];
        file.extend(cooks.iter().map(|company| {
            let more = json!({"description": "<h3>Requirements</h3><ul><li>Pastry, HACCP, Grill</li></ul>"});
            (*company, "Cook", *company, more)
        }));
        // One company's own name for something is nobody else's term.
        file.push((
            "Only",
            "Backend Engineer",
            "Only",
            developer("Rust, Onlyhere, PostgreSQL"),
        ));
        server
            .app
            .jobs()
            .take(None, &read(&file))
            .await
            .expect("taken");

        let job_id = find_jobs(&server, &session, "q=zorbix").await.jobs[0]
            .job_id
            .clone();
        let compared = async |session: &Value| -> MatchView {
            server.read_as(&format!("/matches/{job_id}"), session).await
        };
        let before = compared(&session).await;
        let learned = server.app.matches().learn().await.expect("learned");
        assert_eq!(learned, 2, "on {}", server.engine);
        let after = compared(&session).await;
        assert_eq!(
            before.fit.score, after.fit.score,
            "a score does not move by it"
        );
        let words = |found: &MatchView| {
            let part = found
                .fit
                .parts
                .iter()
                .find(|part| part.name == MatchPartName::Words);
            let part = part.expect("words in common");
            (part.evidence.join("; "), part.missing.join("; "))
        };
        assert!(!words(&before).0.contains("Zorbix"));
        let (told, missing) = words(&after);
        assert!(
            told.contains("both name Zorbix, a term learned from 4 postings"),
            "{told}"
        );
        assert!(missing.contains("names Blimfoo Studio"), "{missing}");

        let out = learned_terms(server.app.db()).await.expect("exported");
        assert!(out.contains("# 4 postings of 4 companies; beside"), "{out}");
        assert!(
            out.contains("\nZorbix\t\t\n") && out.contains("\nBlimfoo Studio\t\t\n"),
            "{out}"
        );
        assert!(
            !out.contains("Onlyhere") && !out.contains("Pastry"),
            "{out}"
        );

        // Kept for a day, then learned anew from what there is then.
        server
            .app
            .jobs()
            .retire_unseen("none", 0)
            .await
            .expect("nothing to retire");
        assert_eq!(server.app.matches().learn().await.expect("known"), 2);
        server.clock.advance_ms(2 * DAY_MS);
        let more = read(&[(
            "Hazel",
            "Backend Engineer",
            "Hazel",
            developer("Rust, Zorbix"),
        )]);
        server.app.jobs().take(None, &more).await.expect("taken");
        server.app.matches().learn().await.expect("learned");
        let out = learned_terms(server.app.db()).await.expect("exported");
        assert!(
            out.contains("# 5 postings of 5 companies"),
            "{out} on {}",
            server.engine
        );
    }
}
