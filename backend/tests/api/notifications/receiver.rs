//! A webhook's receiver on loopback, and the check of its calls as the standard describes it.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use foothold_backend::crypto::hmac_sha256;
use poem::http::{HeaderMap, StatusCode};
use poem::listener::{Acceptor, Listener, TcpListener};
use poem::{Body, Endpoint, EndpointExt, Request, Response};
use serde_json::Value;
use tokio::sync::Notify;
use tokio::task::JoinHandle;

/// What it answers.
#[derive(Debug, Clone)]
pub(crate) enum Says {
    /// This status.
    Status(u16),
    /// A redirect.
    GoTo(String),
    /// Nothing, until it is released.
    Nothing,
}

/// A call as it came.
#[derive(Debug, Clone)]
pub(crate) struct Called {
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Called {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers[name].to_str().expect("text")
    }

    pub(crate) fn id(&self) -> &str {
        self.header("webhook-id")
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).expect("JSON")
    }

    /// Whether the call is signed with this secret.
    pub(crate) fn is_signed(&self, secret: &str) -> bool {
        let key = secret.strip_prefix("whsec_").expect("a secret");
        let key = STANDARD.decode(key).expect("base64");
        let signed = format!(
            "{}.{}.{}",
            self.id(),
            self.header("webhook-timestamp"),
            self.body
        );
        let tag = STANDARD.encode(hmac_sha256(&key, signed.as_bytes()));
        self.header("webhook-signature") == format!("v1,{tag}")
    }
}

#[derive(Default)]
struct State {
    next: VecDeque<Says>,
    called: Vec<Called>,
}

pub(crate) struct Receiver {
    pub(crate) address: String,
    state: Arc<Mutex<State>>,
    was_called: Arc<Notify>,
    pub(crate) release: Arc<Notify>,
    task: JoinHandle<std::io::Result<()>>,
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.task.abort();
    }
}

struct Answers {
    state: Arc<Mutex<State>>,
    was_called: Arc<Notify>,
    release: Arc<Notify>,
}

impl Endpoint for Answers {
    type Output = Response;

    async fn call(&self, mut request: Request) -> poem::Result<Response> {
        let body: Body = request.take_body();
        let called = Called {
            headers: request.headers().clone(),
            body: body.into_string().await.expect("text"),
        };
        let says = {
            let mut state = self.state.lock().expect("nobody panicked");
            state.called.push(called);
            state.next.pop_front()
        };
        self.was_called.notify_one();
        Ok(match says {
            None => Response::builder().status(StatusCode::NO_CONTENT).finish(),
            Some(Says::Status(status)) => Response::builder()
                .status(StatusCode::from_u16(status).expect("a status"))
                .body("words that nobody reads"),
            Some(Says::GoTo(url)) => Response::builder()
                .status(StatusCode::TEMPORARY_REDIRECT)
                .header("location", url)
                .finish(),
            Some(Says::Nothing) => {
                self.release.notified().await;
                Response::builder().status(StatusCode::NO_CONTENT).finish()
            }
        })
    }
}

impl Receiver {
    pub(crate) async fn start() -> Self {
        let acceptor = TcpListener::bind("127.0.0.1:0")
            .into_acceptor()
            .await
            .expect("a port");
        let local = acceptor.local_addr();
        let address = local[0].as_socket_addr().expect("an address").to_string();
        let state: Arc<Mutex<State>> = Arc::default();
        let (was_called, release): (Arc<Notify>, Arc<Notify>) = Default::default();
        let answers = Answers {
            state: Arc::clone(&state),
            was_called: Arc::clone(&was_called),
            release: Arc::clone(&release),
        };
        let task = tokio::spawn(poem::Server::new_with_acceptor(acceptor).run(answers.boxed()));
        Self {
            address,
            state,
            was_called,
            release,
            task,
        }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}/hook?key=mine", self.address)
    }

    /// What it answers to the next calls; 204 to those after them.
    pub(crate) fn next(&self, says: &[Says]) {
        let mut state = self.state.lock().expect("nobody panicked");
        state.next.extend(says.iter().cloned());
    }

    /// Waits until it was called so often.
    pub(crate) async fn until_called(&self, often: usize) {
        while self.called().len() < often {
            self.was_called.notified().await;
        }
    }

    pub(crate) fn called(&self) -> Vec<Called> {
        self.state.lock().expect("nobody panicked").called.clone()
    }
}
