//! Asking, counting, stopping at the cap.

use std::sync::Arc;

use foothold_shared::model_use::{ModelUseLine, ModelUseView};
use foothold_shared::redact_debug;

use super::endpoints::{EmbeddingEndpoint, ModelEndpoint};
use super::rules::{
    Cap, Limits, Purpose, Use, day_of, most_tokens_of, seconds_left_of_day, usual_tokens_of,
};
use super::store::{self, NewCall};
use crate::adapters::language_model::{ModelError, Question};
use crate::clock::Clock;
use crate::config::ModelConfig;
use crate::db::{self, Db};
use crate::ids::{AccountId, Ids};

/// How many days are shown.
const DAYS_SHOWN: i64 = 31;
const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// What the protocol adds around a prompt, in tokens.
pub(super) const AROUND: i64 = 100;

/// What a model said.
#[derive(Clone, PartialEq, Eq)]
pub struct Answer {
    /// Its words, unchecked.
    pub text: String,
    /// The model's name.
    pub model: String,
    /// Tokens of this call, sent.
    pub tokens_in: i64,
    /// Tokens of this call, answered.
    pub tokens_out: i64,
    /// What it cost, in millionths of a US dollar.
    pub cost_micro_dollars: i64,
}
redact_debug!(Answer);

/// Why there is no answer: the caller does without.
#[derive(Debug, thiserror::Error)]
pub enum NoModel {
    /// None is configured.
    #[error("no language model is configured")]
    NotConfigured,
    /// The person's day is used up.
    #[error("the day's limit of language-model use is reached")]
    CapReached {
        /// How long until the next day.
        retry_after_s: i64,
    },
    /// The prompt is longer than the caller allows.
    #[error("the prompt is too long: {0} bytes")]
    TooLong(usize),
    /// No endpoint answered; the last one's reason.
    #[error("no language model answered: {0}")]
    Failed(ModelError),
    /// The use could not be counted, so nothing was asked.
    #[error(transparent)]
    Database(#[from] db::Error),
}

impl NoModel {
    /// What to tell the person whose document was made without a model; `None` where nothing is amiss.
    #[must_use]
    pub fn note(&self) -> Option<&'static str> {
        match self {
            Self::NotConfigured => None,
            Self::CapReached { .. } => Some(
                "Today's limit for the language model is reached, so this was made without it. It is free again tomorrow (UTC).",
            ),
            Self::TooLong(_) => {
                Some("This was too long for the language model, so it was made without it.")
            }
            Self::Failed(_) | Self::Database(_) => {
                Some("The language model did not answer, so this was made without it.")
            }
        }
    }
}

/// A call that was counted and is under way.
pub(super) struct Begun {
    call_id: String,
    day: String,
    purpose: Purpose,
    most: Use,
    /// Whether it is counted to the server's day, too.
    of_server: bool,
}

/// The models of this server and who used them.
#[derive(Debug, Clone)]
pub struct Models {
    pub(super) db: Db,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) ids: Arc<dyn Ids>,
    endpoints: Arc<[ModelEndpoint]>,
    pub(super) embedding: Option<EmbeddingEndpoint>,
    pub(super) cap: Cap,
}

impl Models {
    /// These models, in this order, with the configured caps.
    #[must_use]
    pub fn new(
        db: Db,
        clock: Arc<dyn Clock>,
        ids: Arc<dyn Ids>,
        config: &ModelConfig,
        endpoints: Vec<ModelEndpoint>,
    ) -> Self {
        Self {
            db,
            clock,
            ids,
            endpoints: endpoints.into(),
            embedding: None,
            cap: Cap {
                tokens: config.most_tokens_a_day,
                micro_dollars: micro_dollars(config.most_dollars_a_day),
            },
        }
    }

    /// The same with other models; for tests.
    #[must_use]
    pub fn with_endpoints(mut self, endpoints: Vec<ModelEndpoint>) -> Self {
        self.endpoints = endpoints.into();
        self
    }

    /// The same with an embedding model, or without one.
    #[must_use]
    pub fn with_embedding(mut self, endpoint: Option<EmbeddingEndpoint>) -> Self {
        self.embedding = endpoint;
        self
    }

    /// Whether there is any model.
    #[must_use]
    pub fn are_there(&self) -> bool {
        !self.endpoints.is_empty()
    }

    /// Asks the models in their order until one answers. Each call is counted before it is made, with the most it can
    /// take, and corrected afterwards: calls at the same moment cannot pass the cap together.
    ///
    /// # Errors
    /// See [`NoModel`]. Each means: do without.
    pub async fn ask(
        &self,
        account: &AccountId,
        purpose: Purpose,
        system: &str,
        user: &str,
        limits: Limits,
    ) -> Result<Answer, NoModel> {
        if self.endpoints.is_empty() {
            return Err(NoModel::NotConfigured);
        }
        let bytes = system.len() + user.len();
        if bytes > limits.prompt_bytes {
            return Err(NoModel::TooLong(bytes));
        }
        let mut last = ModelError::Unreachable;
        for endpoint in self.endpoints.iter() {
            let question = Question {
                system: system.to_owned(),
                user: user.to_owned(),
                max_tokens: limits.max_tokens.min(endpoint.max_tokens),
            };
            let most = Use::of(
                most_tokens_of(bytes) + AROUND,
                i64::from(question.max_tokens),
                endpoint.prices,
            );
            let begun = self
                .begin(account, purpose, &endpoint.name, most, None)
                .await?;
            match endpoint.model.complete(&question).await {
                Ok(said) => {
                    let count = |told: Option<u64>, text: usize| {
                        told.and_then(|tokens| i64::try_from(tokens).ok())
                            .unwrap_or_else(|| usual_tokens_of(text))
                    };
                    let took = Use::of(
                        count(said.tokens_in, bytes),
                        count(said.tokens_out, said.text.len()),
                        endpoint.prices,
                    );
                    self.end(&begun, "answered", took).await?;
                    return Ok(Answer {
                        text: said.text,
                        model: endpoint.name.clone(),
                        tokens_in: took.tokens_in,
                        tokens_out: took.tokens_out,
                        cost_micro_dollars: took.cost_micro_dollars,
                    });
                }
                Err(error) => {
                    let took = if error.may_have_cost() {
                        Use::of(
                            usual_tokens_of(bytes),
                            i64::from(question.max_tokens),
                            endpoint.prices,
                        )
                    } else {
                        Use::default()
                    };
                    self.end(&begun, "failed", took).await?;
                    tracing::warn!(model = endpoint.name, cause = %error, "a language model gave no answer");
                    last = error;
                }
            }
        }
        Err(NoModel::Failed(last))
    }

    /// Counts a call with the most it can take, if the day has room for it, and the server's day where it has an end.
    pub(super) async fn begin(
        &self,
        account: &AccountId,
        purpose: Purpose,
        name: &str,
        most: Use,
        server_most: Option<i64>,
    ) -> Result<Begun, NoModel> {
        let now_ms = self.clock.now_ms();
        let day = day_of(now_ms);
        let call_id = self.ids.next();
        let full = NoModel::CapReached {
            retry_after_s: seconds_left_of_day(now_ms),
        };
        let mut tx = self.db.begin().await?;
        let conn = &mut tx.conn();
        store::lock_day(conn, account, &day, now_ms).await?;
        let used = store::find_use(conn, account, &day).await?;
        let used_for_it = store::find_use_for(conn, account, &day, purpose.as_str()).await?;
        let part = self.cap.part(purpose.hundredths());
        if !self.cap.has_room(used, most) || !part.has_room(used_for_it, most) {
            return Err(full);
        }
        if let Some(end) = server_most
            && !store::take_server_day(conn, &day, purpose.as_str(), most.tokens(), end).await?
        {
            return Err(full);
        }
        let call = NewCall {
            call_id: &call_id,
            day: &day,
            called_at_ms: now_ms,
            purpose: purpose.as_str(),
            model: name,
            most,
        };
        store::insert(conn, account, &call).await?;
        tx.commit().await?;
        Ok(Begun {
            call_id,
            day,
            purpose,
            most,
            of_server: server_most.is_some(),
        })
    }

    /// Counts what a call really took.
    pub(super) async fn end(
        &self,
        begun: &Begun,
        outcome: &'static str,
        took: Use,
    ) -> Result<(), NoModel> {
        let mut tx = self.db.begin().await?;
        let conn = &mut tx.conn();
        store::update(conn, &begun.call_id, outcome, took).await?;
        if begun.of_server {
            let left = begun.most.tokens().saturating_sub(took.tokens());
            store::give_back_server_day(conn, &begun.day, begun.purpose.as_str(), left).await?;
        }
        Ok(tx.commit().await?)
    }

    /// What the account used.
    pub(super) async fn find_use(&self, account: &AccountId) -> Result<ModelUseView, db::Error> {
        let now_ms = self.clock.now_ms();
        let today = day_of(now_ms);
        let from_day = day_of(now_ms - (DAYS_SHOWN - 1) * DAY_MS);
        let mut held = self.db.read().await?;
        let used = store::find_use(&mut held.conn(), account, &today).await?;
        let rows = store::list(&mut held.conn(), account, &from_day).await?;
        drop(held);
        let lines = rows
            .into_iter()
            .map(|row| ModelUseLine {
                day: row.day,
                purpose: row.purpose,
                model: row.model,
                calls: row.calls,
                failed: row.failed,
                tokens_in: row.tokens_in,
                tokens_out: row.tokens_out,
                cost_micro_dollars: row.cost_micro_dollars,
            })
            .collect();
        Ok(ModelUseView {
            available: self.are_there(),
            today,
            tokens_today: used.tokens(),
            most_tokens_a_day: self.cap.tokens,
            cost_today_micro_dollars: used.cost_micro_dollars,
            most_cost_a_day_micro_dollars: self.cap.micro_dollars,
            cap_reached: self.cap.is_reached(used),
            lines,
        })
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "the configuration holds it between 0 and a million dollars"
)]
fn micro_dollars(dollars: f64) -> i64 {
    (dollars * 1e6).round() as i64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::adapters::language_model_fake::FakeModel;
    use crate::clock::ManualClock;
    use crate::config::EndpointConfig;
    use crate::ids::CountingIds;
    use crate::testing::{databases, insert_account};

    fn endpoint(name: &str, model: &Arc<FakeModel>) -> ModelEndpoint {
        let config = EndpointConfig {
            model: name.to_owned(),
            dollars_per_million_in: 1.0,
            max_tokens: 20,
            ..EndpointConfig::default()
        };
        ModelEndpoint::new(&config, Arc::<FakeModel>::clone(model))
    }

    #[tokio::test]
    async fn models_are_asked_in_their_order_and_each_call_is_counted() {
        let folder = tempfile::tempdir().expect("a folder");
        for (engine, db) in databases(folder.path()).await {
            let mut tx = db.begin().await.expect("begins");
            let account = insert_account(&mut tx.conn(), "a").await;
            tx.commit().await.expect("commits");
            let (busy, sound) = (
                Arc::new(FakeModel::default()),
                Arc::new(FakeModel::saying(&["Baked bread."])),
            );
            let models = Models::new(
                db,
                Arc::new(ManualClock::at(1_800_000_000_000)),
                Arc::new(CountingIds::default()),
                &ModelConfig::default(),
                vec![endpoint("busy", &busy), endpoint("sound", &sound)],
            );
            let limits = Limits::default();
            let ask = |user: &'static str| {
                models.ask(&account, Purpose::Reading, "Be brief.", user, limits)
            };
            let answer = ask("Word this.").await.expect("the second answers");
            assert_eq!(
                (answer.text.as_str(), answer.model.as_str()),
                ("Baked bread.", "sound")
            );
            assert_eq!((answer.tokens_in, answer.cost_micro_dollars), (100, 100));
            assert_eq!(sound.asked()[0].user, "Word this.");
            assert_eq!(sound.asked()[0].max_tokens, 20);
            // Now neither has anything to say.
            let error = ask("And this.").await.expect_err("none answers");
            assert!(
                matches!(error, NoModel::Failed(ModelError::Busy)),
                "{engine}"
            );
            let view = models.find_use(&account).await.expect("reads");
            let calls: Vec<(&str, i64, i64)> = view
                .lines
                .iter()
                .map(|line| (line.model.as_str(), line.calls, line.failed))
                .collect();
            assert_eq!(calls, [("busy", 2, 2), ("sound", 2, 1)], "{engine}");
            assert_eq!(view.tokens_today, 110, "{engine}");
        }
    }
}
