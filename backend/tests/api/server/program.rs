//! The program itself: its commands, its ready file, and how it stops.

use std::process::{Output, Stdio};
use std::time::Duration;

use reqwest::StatusCode;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::process::{Child, Command};

use crate::support::{PASSWORD, client, program};

/// Starts the server where it keeps everything in this folder, and answers where it listens.
async fn serve(folder: &TempDir) -> (Child, String) {
    let mut command = program::command(folder.path(), &["serve", "--ready-file", program::READY]);
    command.stderr(Stdio::piped());
    program::start(command, folder.path()).await
}

async fn output(mut command: Command) -> Output {
    command.output().await.expect("runs")
}

fn said(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

#[cfg(unix)]
async fn stop(child: Child, signal: &str) -> Output {
    let id = child.id().expect("it runs").to_string();
    let sent = Command::new("kill")
        .args([signal, &id])
        .status()
        .await
        .expect("kill runs");
    assert!(sent.success());
    let ended = tokio::time::timeout(Duration::from_secs(30), child.wait_with_output());
    ended.await.expect("it stops in time").expect("it ran")
}

#[cfg(unix)]
#[tokio::test]
async fn it_serves_from_nothing_keeps_everything_and_stops_when_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let (child, address) = serve(&folder).await;
    let register = json!({"email": "zoe@mail.example", "password": PASSWORD});
    let url = format!("http://{address}/api/v1/register");
    let made = client()
        .post(url)
        .json(&register)
        .send()
        .await
        .expect("answers");
    assert_eq!(made.status(), StatusCode::CREATED);
    let ended = stop(child, "-TERM").await;
    assert!(ended.status.success());
    let log = said(&ended);
    assert!(
        log.contains(&format!("listening on http://{address}")),
        "{log}"
    );
    assert!(
        log.contains("/register") && log.contains("stopped"),
        "{log}"
    );
    assert!(
        !log.contains("zoe@mail") && !log.contains(PASSWORD),
        "{log}"
    );

    let (child, address) = serve(&folder).await;
    let url = format!("http://{address}/api/v1/login");
    let again = client()
        .post(url)
        .json(&register)
        .send()
        .await
        .expect("answers");
    assert_eq!(again.status(), StatusCode::OK);
    let session: Value = again.json().await.expect("JSON");
    assert_eq!(session["account"]["email"], "zoe@mail.example");
    assert!(stop(child, "-INT").await.status.success());

    let modes = |name: &str| {
        use std::os::unix::fs::PermissionsExt;
        let file = folder.path().join("data").join(name);
        std::fs::metadata(file)
            .expect("is there")
            .permissions()
            .mode()
            & 0o777
    };
    assert_eq!(
        [modes("keys.toml"), modes("foothold.db"), modes("")],
        [0o600, 0o600, 0o700]
    );
}

#[cfg(unix)]
#[tokio::test]
async fn an_open_request_is_let_finish_when_it_stops() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let folder = tempfile::tempdir().expect("a folder");
    let (child, address) = serve(&folder).await;
    let body = json!({"email": "zoe@mail.example", "password": PASSWORD}).to_string();
    let mut stream = tokio::net::TcpStream::connect(&address)
        .await
        .expect("connects");
    let head = format!(
        "POST /api/v1/register HTTP/1.1\r\nhost: {address}\r\ncontent-type: application/json\r\n\
         content-length: {}\r\nexpect: 100-continue\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).await.expect("writes");
    // The interim answer shows that the request is being read.
    let mut interim = [0; 12];
    stream.read_exact(&mut interim).await.expect("reads");
    assert_eq!(&interim, b"HTTP/1.1 100");
    let stopping = tokio::spawn(stop(child, "-TERM"));
    stream.write_all(body.as_bytes()).await.expect("writes");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("reads");
    assert!(answer.contains("HTTP/1.1 201"), "{answer}");
    assert!(stopping.await.expect("stops").status.success());
}

#[tokio::test]
async fn a_wrong_configuration_is_refused_by_name() {
    let folder = tempfile::tempdir().expect("a folder");
    let check = |name: &'static str, value: &'static str| {
        let mut command = program::command(folder.path(), &["check-config"]);
        command.env(name, value);
        output(command)
    };
    let sound = check("FOOTHOLD__LOG__FORMAT", "json").await;
    assert!(sound.status.success(), "{}", said(&sound));
    for (name, value, key) in [
        ("FOOTHOLD__SERVER__LISTEM", "x", "listem"),
        (
            "FOOTHOLD__DATABASE__MAX_CONNECTIONS",
            "many",
            "database.max_connections",
        ),
        ("FOOTHOLD__LOG__FORMAT", "xml", "log.format"),
        ("FOOTHOLD__LOG__FILTER", "=,=", "log.filter"),
        ("FOOTHOLD_CONFIG", "missing.toml", "missing.toml"),
    ] {
        let refused = check(name, value).await;
        assert!(!refused.status.success(), "{name}");
        assert!(said(&refused).contains(key), "{}", said(&refused));
    }
    assert!(
        !folder.path().join("data").exists(),
        "checking makes nothing"
    );
}

#[tokio::test]
async fn keys_are_rotated_by_a_command() {
    let folder = tempfile::tempdir().expect("a folder");
    let run = async |arguments: &[&str]| output(program::command(folder.path(), arguments)).await;
    let migrated = run(&["migrate"]).await;
    assert!(migrated.status.success(), "{}", said(&migrated));
    let rotated = run(&["rotate-keys"]).await;
    assert!(rotated.status.success(), "{}", said(&rotated));
    assert!(
        said(&rotated).contains("accounts.email_sealed: 0 sealed anew"),
        "{}",
        said(&rotated)
    );
}

#[tokio::test]
async fn what_is_printed_is_what_is_committed() {
    let folder = tempfile::tempdir().expect("a folder");
    let spec = output(program::command(folder.path(), &["openapi"])).await;
    assert_eq!(
        String::from_utf8_lossy(&spec.stdout),
        include_str!("../../../openapi.json")
    );
    let example = output(program::command(folder.path(), &["example-config"])).await;
    assert_eq!(
        String::from_utf8_lossy(&example.stdout),
        include_str!("../../../../foothold.example.toml")
    );
    let help = output(program::command(folder.path(), &["--help"])).await;
    assert!(help.status.success() && said(&help).contains("rotate-keys"));
    let unknown = output(program::command(folder.path(), &["sevre"])).await;
    assert!(!unknown.status.success() && said(&unknown).contains("sevre"));
}
