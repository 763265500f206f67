//! Files that say who a person is, over HTTP: what they suggest, that only what was chosen is written, that nothing of
//! them is kept, and what hostile ones do.

use std::io::{Cursor, Write as _};

use foothold_shared::profile::{LanguageLevel, Profile, YearMonth};
use foothold_shared::reading::{ReadingStatus, SuggestionKind, SuggestionList};
use foothold_shared::resume::ResumeList;
use reqwest::multipart::{Form, Part};
use reqwest::{Method, Response, StatusCode};
use serde_json::{Value, json};
use zip::write::SimpleFileOptions;

use super::files;
use super::reading::LINES;
use crate::support::{Server, json, problem};

async fn post(server: &Server, session: &Value, path: &str, form: Form) -> Response {
    server
        .request_as(Method::POST, &format!("/me/imports{path}"), session)
        .multipart(form)
        .send()
        .await
        .expect("answers")
}

fn form(bytes: &[u8]) -> Form {
    let part = Part::bytes(bytes.to_vec()).file_name("file");
    Form::new().part("file", part)
}

async fn looked(server: &Server, session: &Value, bytes: &[u8]) -> SuggestionList {
    json(post(server, session, "", form(bytes)).await).await
}

async fn applied(server: &Server, session: &Value, bytes: &[u8], ids: &[String]) -> Response {
    let chosen = json!({ "suggestion_ids": ids }).to_string();
    let form = form(bytes).text("chosen", chosen);
    post(server, session, "/apply", form).await
}

fn ids(list: &SuggestionList) -> Vec<String> {
    let all = list.suggestions.iter();
    all.map(|one| one.suggestion_id.clone()).collect()
}

fn zip_of(tables: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in tables {
        archive
            .start_file(*name, SimpleFileOptions::default())
            .expect("a file");
        archive.write_all(content.as_bytes()).expect("content");
    }
    archive.finish().expect("an archive").into_inner()
}

fn json_resume() -> Vec<u8> {
    json!({
        "basics": {
            "name": "Mira Anna Talvik",
            "email": "mira@mail.example",
            "phone": "+372 5123 4567",
            "url": "https://mira.example",
            "summary": "Keeper of tide tables.",
            "location": { "address": "Sadama 4", "postalCode": "51004", "city": "Tartu", "countryCode": "EE" },
            "profiles": [{ "network": "GitHub", "username": "mira", "url": "https://github.com/mira" }]
        },
        "work": [{
            "name": "Harbour Lights Ltd",
            "position": "Data Engineer",
            "startDate": "2021-03-01",
            "summary": "Registers of three ports.",
            "highlights": ["Moved forty registers into one store"]
        }],
        "education": [{
            "institution": "University of Northshore",
            "studyType": "Bachelor",
            "area": "Oceanography",
            "startDate": "2015",
            "endDate": "2018-06",
            "score": "4.5"
        }],
        "skills": [{ "name": "Databases", "keywords": ["SQL", "SQLite"] }],
        "languages": [{ "language": "Estonian", "fluency": "Native speaker" }],
        "certificates": [{ "name": "Boat Master", "issuer": "Harbour Office", "date": "2019-05-01" }],
        "projects": [{
            "name": "Tide clock",
            "roles": ["Maintainer"],
            "startDate": "2019-01",
            "endDate": "2020-02",
            "url": "https://tides.example",
            "highlights": ["Shows high water"]
        }],
        "publications": [{ "name": "On tides", "publisher": "Journal of Harbours", "releaseDate": "2020-05-01" }]
    })
    .to_string()
    .into_bytes()
}

#[tokio::test]
async fn a_json_resume_becomes_a_profile_and_comes_back_out() {
    for server in Server::on_each_database().await {
        let session = server.register("mira@mail.example").await;
        let file = json_resume();
        let list = looked(&server, &session, &file).await;
        assert_eq!(list.status, ReadingStatus::Read);
        let untouched: Profile = server.read_as("/me/profile", &session).await;
        assert!(untouched == Profile::default(), "looking writes nothing");
        let answer = applied(&server, &session, &file, &ids(&list)).await;
        assert_eq!(answer.headers()["etag"], "\"1\"");
        let profile: Profile = json(answer).await;
        assert_eq!(profile.name.middle, "Anna");
        assert_eq!(profile.contact.phone.country, "EE");
        assert_eq!(
            (&*profile.address.line1, &*profile.address.postal_code),
            ("Sadama 4", "51004")
        );
        assert_eq!(profile.links.github, "https://github.com/mira");
        assert!(profile.work[0].current);
        assert_eq!(profile.work[0].description.lines().count(), 2);
        assert_eq!(
            (
                &*profile.education[0].degree,
                &*profile.education[0].discipline
            ),
            ("Bachelor", "Oceanography")
        );
        assert_eq!(profile.skills.len(), 3);
        assert!(profile.languages[0].level == Some(LanguageLevel::Native));
        assert_eq!(profile.certificates[0].issuer, "Harbour Office");
        assert_eq!(profile.projects[0].role, "Maintainer");
        let may = YearMonth {
            year: 2020,
            month: Some(5),
        };
        assert!(profile.publications[0].published == Some(may));

        // Out and in again says nothing new.
        let out = server.get_as("/me/profile/json-resume", &session).await;
        assert!(
            out.headers()["content-disposition"]
                .to_str()
                .is_ok_and(|value| value.contains("resume.json"))
        );
        let exported = out.bytes().await.expect("a body");
        let again = looked(&server, &session, &exported).await;
        let open: Vec<_> = again
            .suggestions
            .iter()
            .filter(|one| one.kind != SuggestionKind::Same)
            .collect();
        assert!(open.is_empty(), "{} differ", open.len());
        assert_eq!(again.suggestions.len(), list.suggestions.len());

        let stale = applied(&server, &session, &file, &ids(&list)).await;
        problem(stale, StatusCode::CONFLICT, "suggestions_changed").await;
        let resumes: ResumeList = server.read_as("/me/resumes", &session).await;
        assert!(resumes.resumes.is_empty(), "nothing of the file is kept");
    }
}

#[tokio::test]
async fn what_is_exported_holds_nothing_that_is_private() {
    let server = Server::start().await;
    let session = server.register("mira@mail.example").await;
    let profile = json!({
        "name": { "given": "Mira", "family": "Talvik" },
        "salary": { "amount": 71234, "currency": "EUR", "period": "year" },
        "work_eligibility": [{ "country": "NZ", "authorized": false, "needs_sponsorship": true }],
        "demographics": { "date_of_birth": "1991-02-03", "gender": { "state": "answered", "values": ["female"] } },
        "standard_answers": [{ "id": "a", "question": "Why?", "answer": "Because of the sea." }]
    });
    server.save_profile(&session, &profile).await;
    let out = server.get_as("/me/profile/json-resume", &session).await;
    let out = out.text().await.expect("a body");
    assert!(out.contains("Talvik"));
    for private in ["71234", "NZ", "1991", "female", "Because"] {
        assert!(!out.contains(private), "{private}");
    }
}

#[tokio::test]
async fn linkedins_export_is_read_table_by_table() {
    let server = Server::start().await;
    let session = server.register("mira@mail.example").await;
    let file = zip_of(&[
        (
            "Profile.csv",
            "First Name,Last Name,Headline,Summary,Geo Location,Websites\nMira,Talvik,Data Engineer,\"Keeper of tables, mostly tides.\",\"Tartu, Estonia\",[PORTFOLIO:https://mira.example]\n",
        ),
        (
            "Email Addresses.csv",
            "Email Address,Confirmed,Primary,Updated On\nold@mail.example,Yes,No,1/1/20\nmira@mail.example,Yes,Yes,1/1/21\n",
        ),
        (
            "Positions.csv",
            "Company Name,Title,Description,Location,Started On,Finished On\nHarbour Lights,Data Engineer,\"- Moved registers\n- Drew charts\",\"Tartu, Estonia\",Mar 2021,\nHarbour Lights,Analyst,,,Sep 2018,Feb 2021\n",
        ),
        (
            "Education.csv",
            "School Name,Start Date,End Date,Notes,Degree Name,Activities\nUniversity of Northshore,2015,2018,,\"Bachelor of Science, Oceanography\",\n",
        ),
        ("Skills.csv", "Name\nSQL\nTide tables\n"),
        (
            "Languages.csv",
            "Name,Proficiency\nEstonian,Native or bilingual proficiency\nEnglish,Full professional proficiency\n",
        ),
        (
            "Certifications.csv",
            "Name,Url,Authority,Started On,Finished On,License Number\nBoat Master,http://boats.example/1,Harbour Office,May 2019,May 2029,77\n",
        ),
        (
            "Projects.csv",
            "Title,Description,Url,Started On,Finished On\nTide clock,Shows high water,,Jan 2019,Feb 2020\n",
        ),
        (
            "Publications.csv",
            "Name,Published On,Description,Publisher,Url\nOn tides,\"May 12, 2020\",,Journal of Harbours,\n",
        ),
        ("messages.csv", "FROM,CONTENT\nMax,Do not read this\n"),
    ]);
    let list = looked(&server, &session, &file).await;
    let answer = applied(&server, &session, &file, &ids(&list)).await;
    let profile: Profile = json(answer).await;
    assert_eq!(profile.name.family, "Talvik");
    assert_eq!(profile.contact.email, "mira@mail.example");
    assert_eq!(profile.address.country, "EE");
    let jobs: Vec<_> = profile
        .work
        .iter()
        .map(|job| (job.title.as_str(), job.current))
        .collect();
    assert_eq!(jobs, [("Data Engineer", true), ("Analyst", false)]);
    assert_eq!(
        profile.work[0].description,
        "- Moved registers\n- Drew charts"
    );
    assert_eq!(profile.education[0].discipline, "Oceanography");
    assert_eq!(profile.skills.len(), 2);
    assert_eq!(profile.languages.len(), 2);
    assert!(profile.languages[1].level.is_none(), "no level is guessed");
    assert_eq!(profile.certificates[0].url, "https://boats.example/1");
    assert!(profile.certificates[0].expires.is_some());
    assert_eq!(profile.projects.len(), 1);
    assert_eq!(profile.publications[0].publisher, "Journal of Harbours");
    assert!(
        !format!("{:?}", ids(&list)).is_empty()
            && list
                .suggestions
                .iter()
                .all(|one| !one.to.contains("read this"))
    );
}

#[tokio::test]
async fn resumes_are_imported_too() {
    let server = Server::start().await;
    let session = server.register("mira@mail.example").await;
    for bytes in [files::pdf_of_lines(LINES), files::docx_of_lines(LINES)] {
        let list = looked(&server, &session, &bytes).await;
        assert_eq!(list.status, ReadingStatus::Read);
        let names: Vec<_> = list.suggestions.iter().map(|one| one.to.as_str()).collect();
        assert!(names.contains(&"Mira Talvik"), "{} found", names.len());
    }
    let scan = looked(&server, &session, &files::scanned_pdf()).await;
    assert_eq!(scan.status, ReadingStatus::Picture);
}

#[tokio::test]
async fn hostile_and_wrong_files_are_answered_within_bounds() {
    const MIB: usize = 1024 * 1024;
    let server = Server::start().await;
    let session = server.register("mira@mail.example").await;
    let deep = format!(
        "{{\"basics\":{}{}}}",
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    let huge = format!("First Name\n{}", "x".repeat(5 * MIB));
    let many = format!("Name\n{}", "\"a\nb\",\n".repeat(400_000));
    let unsupported = StatusCode::UNSUPPORTED_MEDIA_TYPE;
    let wrong = StatusCode::UNPROCESSABLE_ENTITY;
    for (name, bytes, status, code) in [
        (
            "text",
            b"Mira Talvik".to_vec(),
            unsupported,
            "unsupported_format",
        ),
        (
            "other json",
            b"{\"a\":1}".to_vec(),
            unsupported,
            "unsupported_format",
        ),
        ("list", b"[1,2]".to_vec(), unsupported, "unsupported_format"),
        (
            "broken json",
            b"{\"basics\":".to_vec(),
            wrong,
            "file_unreadable",
        ),
        ("deep json", deep.into_bytes(), wrong, "file_unreadable"),
        (
            "other zip",
            files::plain_zip(),
            unsupported,
            "unsupported_format",
        ),
        (
            "bomb",
            files::docx_bomb(64 * MIB),
            unsupported,
            "unsupported_format",
        ),
        (
            "locked",
            files::ole_encrypted(),
            unsupported,
            "unsupported_format",
        ),
        (
            "huge table",
            zip_of(&[("Profile.csv", &huge)]),
            wrong,
            "file_too_complex",
        ),
        ("empty", Vec::new(), wrong, "file_empty"),
        (
            "too large",
            vec![b'{'; 5 * MIB + 1],
            StatusCode::PAYLOAD_TOO_LARGE,
            "file_too_large",
        ),
    ] {
        let answer = post(&server, &session, "", form(&bytes)).await;
        assert_eq!(answer.status(), status, "{name}");
        problem(answer, status, code).await;
    }

    // Endless rows: the first ones count.
    let rows = zip_of(&[
        ("Positions.csv", "Company Name\nMill\n"),
        ("Skills.csv", &many),
    ]);
    let list = looked(&server, &session, &rows).await;
    assert!(list.suggestions.len() < 500);

    // A PDF that is an archive, too, is what it begins as.
    let polyglot = [
        files::pdf_of_lines(LINES),
        zip_of(&[("Profile.csv", "First Name,Last Name\nMallory,Wrong\n")]),
    ]
    .concat();
    let list = looked(&server, &session, &polyglot).await;
    assert!(
        list.suggestions
            .iter()
            .all(|one| !one.to.contains("Mallory"))
    );

    // Parts of other types than the schema's are left out, the others stay.
    let odd = json!({
        "basics": { "name": 7, "email": ["x"], "summary": "Still here.", "location": "Tartu", "profiles": "none" },
        "work": { "name": "no list" },
        "education": [17, null, { "institution": "Northshore", "startDate": 2015, "endDate": "never" }],
        "skills": ["SQL", { "name": null, "keywords": [1, "Ropes"] }],
        "languages": [{ "language": "Klingon" }]
    });
    let list = looked(&server, &session, odd.to_string().as_bytes()).await;
    let said: Vec<_> = list
        .suggestions
        .iter()
        .map(|one| one.what.as_str())
        .collect();
    assert_eq!(said, ["About you", "Education", "Skill", "Skill"]);

    // What was chosen has to come along, and be a list of ids.
    let file = json_resume();
    let none = post(&server, &session, "/apply", form(&file)).await;
    problem(none, wrong, "choice_missing").await;
    let bad = form(&file).text("chosen", "everything");
    let bad = post(&server, &session, "/apply", bad).await;
    problem(bad, wrong, "choice_missing").await;
    let nobody = server
        .request(Method::POST, "/api/v1/me/imports")
        .multipart(form(&file))
        .send()
        .await
        .expect("answers");
    assert_eq!(nobody.status(), StatusCode::UNAUTHORIZED);
}
