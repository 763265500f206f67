//! A webhook's receiver on loopback, and the check of its calls as the standard describes it.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use foothold_backend::crypto::hmac_sha256;
use tokio::sync::Notify;

use crate::support::{Asked, Does, Stand};

/// What it answers.
#[derive(Debug, Clone)]
pub(crate) enum Says {
    /// This status.
    Status(u16),
    /// This status, with this `Retry-After`.
    Busy(u16, &'static str),
    /// A redirect.
    GoTo(String),
    /// A body without end.
    OnAndOn,
    /// Nothing: it closes the connection.
    HangsUp,
    /// Nothing, until it is released.
    Nothing,
}

/// The id under which a call is told.
pub(crate) fn id_of(call: &Asked) -> &str {
    call.header("webhook-id")
}

/// Whether a call is signed with this secret: one of its signatures is.
pub(crate) fn is_signed(call: &Asked, secret: &str) -> bool {
    let key = secret.strip_prefix("whsec_").expect("a secret");
    let key = STANDARD.decode(key).expect("base64");
    let (id, time) = (id_of(call), call.header("webhook-timestamp"));
    let signed = format!("{id}.{time}.{}", call.body);
    let tag = STANDARD.encode(hmac_sha256(&key, signed.as_bytes()));
    let signatures = call.header("webhook-signature");
    signatures.split(' ').any(|one| one == format!("v1,{tag}"))
}

/// A receiver that says 204 where it was not told otherwise.
pub(crate) struct Receiver {
    stand: Stand,
    next: Arc<Mutex<VecDeque<Says>>>,
    pub(crate) release: Arc<Notify>,
}

impl Receiver {
    pub(crate) async fn start() -> Self {
        let next: Arc<Mutex<VecDeque<Says>>> = Arc::default();
        let release: Arc<Notify> = Arc::default();
        let (told, held) = (Arc::clone(&next), Arc::clone(&release));
        let stand = Stand::that(move |_, _| {
            let says = told.lock().expect("nobody panicked").pop_front();
            match says {
                None => Does::status(204),
                Some(Says::Status(status)) => {
                    Does::Answers(status, String::new(), "words that nobody reads".to_owned())
                }
                Some(Says::Busy(status, wait)) => {
                    Does::Answers(status, format!("retry-after: {wait}\r\n"), String::new())
                }
                Some(Says::OnAndOn) => Does::Endless("{", "\"words\": 1,"),
                Some(Says::HangsUp) => Does::HangsUp,
                Some(Says::GoTo(url)) => {
                    Does::Answers(307, format!("location: {url}\r\n"), String::new())
                }
                Some(Says::Nothing) => Does::Holds(Arc::clone(&held)),
            }
        })
        .await;
        Self {
            stand,
            next,
            release,
        }
    }

    /// Host and port.
    pub(crate) fn address(&self) -> &str {
        self.stand.address()
    }

    pub(crate) fn url(&self) -> String {
        self.stand.url("/hook?key=mine")
    }

    /// What it answers to the next calls; 204 to those after them.
    pub(crate) fn next(&self, says: &[Says]) {
        let mut next = self.next.lock().expect("nobody panicked");
        next.extend(says.iter().cloned());
    }

    /// Waits until it was called so often.
    pub(crate) async fn until_called(&self, often: usize) {
        self.stand.until_asked(often).await;
    }

    pub(crate) fn called(&self) -> Vec<Asked> {
        self.stand.asked()
    }
}
