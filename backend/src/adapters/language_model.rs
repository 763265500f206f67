//! Language models behind one trait, and the real one: any server that speaks OpenAI's chat completions.
//!
//! What must not happen here: following a redirect (the key and the person's words would go elsewhere), an answer
//! without bounds, the key or a word of question or answer in an error.

use std::fmt::Debug;
use std::task::{Context, Poll};
use std::time::Duration;

use async_openai::Client;
use async_openai::config::Config;
use async_openai::error::OpenAIError;
use async_openai::middleware::HttpRequestFactory;
use bytes::BytesMut;
use foothold_shared::redact_debug;
use futures_util::future::BoxFuture;
use futures_util::{FutureExt, StreamExt};
use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderValue};
use reqwest::redirect::Policy;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};

/// The longest answer that is read, in bytes; a whole résumé and letter are a hundredth of it.
const LONGEST_ANSWER: usize = 1024 * 1024;
/// How long connecting may take.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(3);

/// What a model is asked.
#[derive(Clone, PartialEq, Eq)]
pub struct Question {
    /// Who it is and what it must do.
    pub system: String,
    /// The material.
    pub user: String,
    /// The most tokens of an answer.
    pub max_tokens: u32,
}

/// What a model answered.
#[derive(Clone, PartialEq, Eq)]
pub struct Completion {
    /// Its words.
    pub text: String,
    /// Tokens sent, as the server counted them.
    pub tokens_in: Option<u64>,
    /// Tokens answered, as the server counted them.
    pub tokens_out: Option<u64>,
}
redact_debug!(Question, Completion);

/// Why there is no answer. None says what was asked or answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ModelError {
    /// The server asks for patience (429).
    #[error("the model is busy (429)")]
    Busy,
    /// The server answered something other than success; redirects are among them.
    #[error("the model's server answered {0}")]
    Refused(u16),
    /// No whole answer came in time.
    #[error("the model did not answer in time")]
    TimedOut,
    /// The server cannot be reached, or broke off.
    #[error("the model's server cannot be reached")]
    Unreachable,
    /// The answer is longer than any that could be meant.
    #[error("the model's answer is too long")]
    TooLong,
    /// The answer is not one of a chat completion, or says nothing.
    #[error("the model's answer cannot be read")]
    Malformed,
}

impl ModelError {
    /// Whether the server may have worked, and be paid, although there is no answer.
    #[must_use]
    pub fn may_have_cost(self) -> bool {
        matches!(self, Self::TimedOut | Self::TooLong | Self::Malformed)
    }
}

/// A language model.
pub trait LanguageModel: Debug + Send + Sync {
    /// Asks once.
    fn complete<'a>(
        &'a self,
        question: &'a Question,
    ) -> BoxFuture<'a, Result<Completion, ModelError>>;
}

/// Where a model answers.
#[derive(Debug, Clone)]
pub struct Address {
    /// The address above `/chat/completions` and `/embeddings`, such as `https://api.openai.com/v1`.
    pub base_url: String,
    /// The key; empty for none.
    pub api_key: SecretString,
    /// The model's name.
    pub model: String,
    /// How long a whole call may take.
    pub timeout: Duration,
}

/// A model behind OpenAI's protocol.
#[derive(Debug)]
pub struct ChatModel {
    client: Client<Endpoint>,
    model: String,
}

impl ChatModel {
    /// A model at an address.
    ///
    /// # Errors
    /// If the key has characters that no header may have, or the client cannot be made.
    pub fn new(address: &Address) -> Result<Self, NoClient> {
        let client = client(address, LONGEST_ANSWER)?;
        Ok(Self {
            client,
            model: address.model.clone(),
        })
    }

    async fn ask(&self, question: &Question, plain: bool) -> Result<Completion, ModelError> {
        let request = Request {
            model: &self.model,
            messages: [
                Message {
                    role: "system",
                    content: &question.system,
                },
                Message {
                    role: "user",
                    content: &question.user,
                },
            ],
            max_tokens: (!plain).then_some(question.max_tokens),
            max_completion_tokens: plain.then_some(question.max_tokens),
            response_format: (!plain).then_some(JSON),
            stream: false,
        };
        let answer: Answer = self
            .client
            .chat()
            .create_byot(request)
            .await
            .map_err(|error| reason(&error))?;
        let usage = answer.usage.unwrap_or_default();
        let text = answer
            .choices
            .into_iter()
            .find_map(|choice| choice.message.content)
            .filter(|text| !text.trim().is_empty())
            .ok_or(ModelError::Malformed)?;
        Ok(Completion {
            text,
            tokens_in: usage.prompt_tokens,
            tokens_out: usage.completion_tokens,
        })
    }
}

impl LanguageModel for ChatModel {
    fn complete<'a>(
        &'a self,
        question: &'a Question,
    ) -> BoxFuture<'a, Result<Completion, ModelError>> {
        async move {
            match self.ask(question, false).await {
                // Servers differ in what they call the limit and in whether they know answers in JSON; a refused
                // request costs nothing.
                Err(ModelError::Refused(400 | 422)) => self.ask(question, true).await,
                other => other,
            }
        }
        .boxed()
    }
}

/// A client of a model's server, which reads answers of at most so many bytes.
pub(super) fn client(address: &Address, longest: usize) -> Result<Client<Endpoint>, NoClient> {
    let mut headers = HeaderMap::new();
    let key = address.api_key.expose_secret();
    if !key.is_empty() {
        let mut value = HeaderValue::from_str(&format!("Bearer {key}")).map_err(|_| NoClient)?;
        value.set_sensitive(true);
        headers.insert(AUTHORIZATION, value);
    }
    let http = reqwest::Client::builder()
        .redirect(Policy::none())
        .connect_timeout(CONNECT_TIMEOUT)
        .timeout(address.timeout)
        .no_proxy()
        .tls_backend_preconfigured(super::tls::config().map_err(|_| NoClient)?)
        .build()
        .map_err(|_| NoClient)?;
    let endpoint = Endpoint {
        base_url: address.base_url.trim_end_matches('/').to_owned(),
        headers,
        api_key: address.api_key.clone(),
    };
    let bounded = Bounded {
        http: http.clone(),
        longest,
    };
    Ok(Client::build(http, endpoint).with_http_service(bounded))
}

/// The client cannot be made from what is configured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the key holds characters that cannot be sent, or the client cannot be made")]
pub struct NoClient;

/// The library's own configuration would read the environment.
#[derive(Debug, Clone)]
pub(super) struct Endpoint {
    base_url: String,
    headers: HeaderMap,
    api_key: SecretString,
}

impl Config for Endpoint {
    fn headers(&self) -> HeaderMap {
        self.headers.clone()
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base_url)
    }

    fn query(&self) -> Vec<(&str, &str)> {
        Vec::new()
    }

    fn api_base(&self) -> &str {
        &self.base_url
    }

    fn api_key(&self) -> &SecretString {
        &self.api_key
    }
}

/// Sends once and reads an answer up to its bound; the library's own would retry and read without end.
#[derive(Debug, Clone)]
struct Bounded {
    http: reqwest::Client,
    /// The longest answer that is read, in bytes.
    longest: usize,
}

impl tower::Service<HttpRequestFactory> for Bounded {
    type Response = reqwest::Response;
    type Error = OpenAIError;
    type Future = BoxFuture<'static, Result<Self::Response, Self::Error>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: HttpRequestFactory) -> Self::Future {
        let (client, longest) = (self.http.clone(), self.longest);
        async move {
            let response = client.execute(request.build().await?).await?;
            let status = response.status();
            // An error's text is never used, so it is not read either.
            let mut body = BytesMut::new();
            if status.is_success() {
                let mut parts = response.bytes_stream();
                while let Some(part) = parts.next().await {
                    body.extend_from_slice(&part?);
                    if body.len() > longest {
                        return Err(boxed(ModelError::TooLong));
                    }
                }
            } else {
                return Err(boxed(match status.as_u16() {
                    429 => ModelError::Busy,
                    code => ModelError::Refused(code),
                }));
            }
            Ok(http::Response::new(body.freeze()).into())
        }
        .boxed()
    }
}

fn boxed(error: ModelError) -> OpenAIError {
    OpenAIError::Boxed(Box::new(error))
}

/// The library's error without the words that it may repeat.
pub(super) fn reason(error: &OpenAIError) -> ModelError {
    match error {
        OpenAIError::Boxed(inner) => inner
            .downcast_ref::<ModelError>()
            .or_else(|| match inner.downcast_ref::<OpenAIError>() {
                Some(OpenAIError::Boxed(inner)) => inner.downcast_ref::<ModelError>(),
                _ => None,
            })
            .copied()
            .unwrap_or(ModelError::Unreachable),
        OpenAIError::Reqwest(error) if error.is_timeout() => ModelError::TimedOut,
        OpenAIError::Reqwest(_) => ModelError::Unreachable,
        OpenAIError::ApiError(error) => ModelError::Refused(error.status_code.as_u16()),
        _ => ModelError::Malformed,
    }
}

const JSON: Format = Format {
    kind: "json_object",
};

#[derive(Serialize)]
struct Request<'q> {
    model: &'q str,
    messages: [Message<'q>; 2],
    #[serde(skip_serializing_if = "Option::is_none")]
    max_tokens: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_completion_tokens: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    response_format: Option<Format>,
    stream: bool,
}

#[derive(Serialize)]
struct Message<'q> {
    role: &'static str,
    content: &'q str,
}

#[derive(Serialize)]
struct Format {
    #[serde(rename = "type")]
    kind: &'static str,
}

#[derive(Deserialize)]
struct Answer {
    choices: Vec<Choice>,
    #[serde(default)]
    usage: Option<Usage>,
}

#[derive(Deserialize)]
struct Choice {
    message: Said,
}

#[derive(Deserialize)]
struct Said {
    content: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Usage {
    prompt_tokens: Option<u64>,
    completion_tokens: Option<u64>,
}
