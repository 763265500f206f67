//! A disk that is really full: the program on a file system of a few megabytes.
//!
//! The file system is a tmpfs in a mount namespace of the test's own, which needs Linux with user
//! namespaces; where that is not allowed, the test says that it was skipped, and the fake of
//! `storage` stands alone.

#![cfg(target_os = "linux")]

use std::path::{Path, PathBuf};
use std::process::Stdio;

use foothold_shared::resume::{ResumeList, ResumeView};
use reqwest::multipart::{Form, Part};
use reqwest::{Method, RequestBuilder, Response, StatusCode};
use serde_json::{Value, json};
use tokio::process::{Child, Command};

use super::files;
use crate::support::{PASSWORD, client, json, problem, program, text};

/// Room for the database, one large résumé (sealed it takes a third more), and not for two.
const DISK: &str = "12m";

struct Program {
    child: Child,
    address: String,
    /// The small disk, as seen from outside.
    disk: PathBuf,
}

impl Program {
    /// `None` where a small disk cannot be had.
    async fn start(folder: &Path) -> Option<Self> {
        let inside = |command: &str| {
            let mut unshare = Command::new("unshare");
            unshare
                .args(["--map-root-user", "--mount", "sh", "-c", command])
                .arg(folder)
                .arg(env!("CARGO_BIN_EXE_foothold-backend"))
                .stdin(Stdio::null())
                .kill_on_drop(true);
            unshare
        };
        let mount = format!("mount -t tmpfs -o size={DISK} tmpfs \"$0\"");
        let tried = inside(&mount).stderr(Stdio::null()).status().await;
        if !tried.is_ok_and(|status| status.success()) {
            return None;
        }
        let mut command = inside(&format!("{mount} && cd \"$0\" && exec \"$1\" serve"));
        command.env("FOOTHOLD__SERVER__LISTEN", "127.0.0.1:0");
        let (child, address, mut lines, _) = program::start_logging(command).await;
        // The log goes on; somebody must read it.
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        let outside = format!(
            "/proc/{}/root{}",
            child.id().expect("runs"),
            folder.display()
        );
        Some(Self {
            child,
            address,
            disk: outside.into(),
        })
    }

    fn request(&self, method: Method, path: &str, session: &Value) -> RequestBuilder {
        client()
            .request(method, format!("http://{}/api/v1{path}", self.address))
            .bearer_auth(text(&session["access_token"]))
    }

    async fn upload(&self, session: &Value, bytes: Vec<u8>) -> Response {
        let form = Form::new().part("file", Part::bytes(bytes).file_name("cv.pdf"));
        let request = self
            .request(Method::POST, "/me/resumes", session)
            .multipart(form);
        request.send().await.expect("answers")
    }

    async fn list(&self, session: &Value) -> Vec<ResumeView> {
        let request = self.request(Method::GET, "/me/resumes", session);
        json::<ResumeList>(request.send().await.expect("answers"))
            .await
            .resumes
    }

    fn objects(&self) -> usize {
        fn below(folder: &Path) -> usize {
            let entries = std::fs::read_dir(folder).expect("lists");
            entries
                .map(|entry| entry.expect("an entry").path())
                .map(|path| if path.is_dir() { below(&path) } else { 1 })
                .sum()
        }
        below(&self.disk.join("data/objects"))
    }
}

#[tokio::test]
async fn a_full_disk_is_said_clearly_and_nothing_is_half_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let Some(mut program) = Program::start(folder.path()).await else {
        println!("skipped: this machine lets tests mount no disk of their own");
        return;
    };
    let account = json!({"email": "zoe@mail.example", "password": PASSWORD});
    let registered = client()
        .post(format!("http://{}/api/v1/register", program.address))
        .json(&account)
        .send()
        .await
        .expect("answers");
    assert_eq!(registered.status(), StatusCode::CREATED);
    let session: Value = registered.json().await.expect("JSON");

    let first = files::pdf_of_size(files::LIMIT);
    let kept: ResumeView = json(program.upload(&session, first.clone()).await).await;
    let second = files::pdf_of_size(files::LIMIT - 1);
    let refused = program.upload(&session, second.clone()).await;
    problem(refused, StatusCode::INSUFFICIENT_STORAGE, "storage_full").await;
    assert_eq!(program.list(&session).await, std::slice::from_ref(&kept));
    assert_eq!(program.objects(), 1);

    // Now not even the database has room.
    let filler = program.disk.join("filler");
    let mut file = std::fs::File::create(&filler).expect("creates");
    while std::io::Write::write_all(&mut file, &[0; 4096]).is_ok() {}
    drop(file);
    let profile = json!({"summary": "word ".repeat(4_000)});
    let save = program
        .request(Method::PUT, "/me/profile", &session)
        .header("if-match", "\"0\"")
        .json(&profile);
    problem(
        save.send().await.expect("answers"),
        StatusCode::SERVICE_UNAVAILABLE,
        "unavailable",
    )
    .await;
    let unsaved = program
        .request(Method::GET, "/me/profile", &session)
        .send()
        .await
        .expect("answers");
    assert_eq!(unsaved.headers()["etag"], "\"0\"");

    // With room again everything works, and what was there is as it was.
    std::fs::remove_file(&filler).expect("removes");
    let save = program
        .request(Method::PUT, "/me/profile", &session)
        .header("if-match", "\"0\"")
        .json(&profile);
    assert_eq!(save.send().await.expect("answers").status(), StatusCode::OK);
    let path = format!("/me/resumes/{}/file", kept.resume_id);
    let back = program
        .request(Method::GET, &path, &session)
        .send()
        .await
        .expect("answers");
    assert!(back.bytes().await.expect("bytes") == first);
    let deleted = program.request(
        Method::DELETE,
        &format!("/me/resumes/{}", kept.resume_id),
        &session,
    );
    assert_eq!(
        deleted.send().await.expect("answers").status(),
        StatusCode::NO_CONTENT
    );
    assert_eq!(
        program.upload(&session, second).await.status(),
        StatusCode::CREATED
    );
    program.child.kill().await.expect("stops");
}
