//! A site on loopback whose pages answer as a test says.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use foothold_backend::config::Config;

use super::{Asked, Does, Stand};

/// Status and body, by path.
type Answers = Arc<Mutex<HashMap<String, (u16, String)>>>;

/// Pages by path; what it does not know is missing.
pub(crate) struct Pages {
    stand: Stand,
    answers: Answers,
}

impl Pages {
    pub(crate) async fn start() -> Self {
        let answers = Answers::default();
        let known = Arc::clone(&answers);
        let stand = Stand::that(move |asked, _| {
            let known = known.lock().expect("whole");
            let bare = asked.path.split('?').next().unwrap_or_default();
            let found = known.get(&asked.path).or_else(|| known.get(bare));
            let (status, body) = found.cloned().unwrap_or((404, String::new()));
            Does::Answers(status, String::new(), body)
        })
        .await;
        Self { stand, answers }
    }

    /// From now on answers this at a path; one without a query stands for every query.
    pub(crate) fn answer(&self, path: &str, status: u16, body: impl Into<String>) {
        let mut answers = self.answers.lock().expect("whole");
        answers.insert(path.to_owned(), (status, body.into()));
    }

    /// What was asked since the last time.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.stand.take_asked()
    }

    /// Host and port.
    pub(crate) fn address(&self) -> &str {
        self.stand.address()
    }

    pub(crate) fn url(&self, path: &str) -> String {
        self.stand.url(path)
    }

    /// Lets a server ask it, though it lies on the machine itself.
    pub(crate) fn lets_ask(&self, config: &mut Config) {
        config.boards.private_hosts = vec![self.address().to_owned()];
    }
}
