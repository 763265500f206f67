//! Sending e-mail through the configured mail server.
//!
//! What must not happen here: an address or a letter's words in an error; a letter in the open over somebody else's
//! network (the configuration refuses such a server).

use std::fmt::Debug;
use std::time::{Duration, UNIX_EPOCH};

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use lettre::message::header::{Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::PoolConfig;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use secrecy::{ExposeSecret, SecretString};

/// How long the server may take over one command.
const COMMAND_TIMEOUT: Duration = Duration::from_secs(20);
/// How long all of a letter may take.
const WHOLE_TIMEOUT: Duration = Duration::from_secs(60);
/// The most connections at a time.
const CONNECTIONS: u32 = 4;

/// A letter.
#[derive(Clone, PartialEq, Eq)]
pub struct Letter {
    /// To whom: an address alone.
    pub to: String,
    /// What it is about.
    pub subject: String,
    /// The words.
    pub text: String,
    /// The same as HTML.
    pub html: String,
    /// What a repeated letter is told by; letters, digits and `-`.
    pub id: String,
    /// When it was written, epoch milliseconds.
    pub written_at_ms: i64,
    /// Where the person stops letters like it, with one click.
    pub stop_url: Option<String>,
}

impl Debug for Letter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Letter({}, redacted)", self.id)
    }
}

/// Why a letter was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// The address will not take it later either: there is no such one.
    #[error("the mail server refused the address ({0})")]
    Refused(u16),
    /// The address or the letter cannot be sent at all.
    #[error("the letter cannot be sent")]
    Unsendable,
    /// The server is not there, busy, or asks to come later.
    #[error("the mail server did not take the letter now")]
    Later,
}

/// Sends letters.
pub trait Mail: Debug + Send + Sync {
    /// Hands a letter to the mail server; once that took it, it is sent.
    fn send<'a>(&'a self, letter: &'a Letter) -> BoxFuture<'a, Result<(), MailError>>;
}

/// The mail client cannot be made from what is configured.
#[derive(Debug, thiserror::Error)]
pub enum NoMail {
    /// The server's address.
    #[error("mail.smtp_url is not an address of a mail server")]
    Url,
    /// The sender.
    #[error("mail.from is not a sender, such as \"Foothold <no-reply@example.org>\"")]
    From,
}

/// A mail server that speaks SMTP.
#[derive(Debug, Clone)]
pub struct SmtpMail {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl SmtpMail {
    /// The server at an address such as `smtps://user:password@mail.example.org`, and who letters are from.
    ///
    /// # Errors
    /// See [`NoMail`]; neither repeats the address, which may hold a password.
    pub fn new(smtp_url: &SecretString, from: &str) -> Result<Self, NoMail> {
        // The client needs one; the program has chosen it already, and choosing again changes nothing.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let from = from.parse::<Mailbox>().map_err(|_| NoMail::From)?;
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(smtp_url.expose_secret())
            .map_err(|_| NoMail::Url)?
            .timeout(Some(COMMAND_TIMEOUT))
            .pool_config(PoolConfig::new().max_size(CONNECTIONS))
            .build();
        Ok(Self { transport, from })
    }

    fn message(&self, letter: &Letter) -> Option<Message> {
        let to = letter.to.parse::<Address>().ok()?;
        let written = Duration::from_millis(u64::try_from(letter.written_at_ms).ok()?);
        let id = format!("<{}@{}>", letter.id, self.from.email.domain());
        let mut message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(letter.subject.clone())
            .date(UNIX_EPOCH + written)
            .message_id(Some(id))
            .header(AutoSubmitted);
        if let Some(url) = &letter.stop_url {
            message = message
                .header(ListUnsubscribe(format!("<{url}>")))
                .header(ListUnsubscribePost);
        }
        message
            .multipart(MultiPart::alternative_plain_html(
                letter.text.clone(),
                letter.html.clone(),
            ))
            .ok()
    }
}

impl Mail for SmtpMail {
    fn send<'a>(&'a self, letter: &'a Letter) -> BoxFuture<'a, Result<(), MailError>> {
        async move {
            let message = self.message(letter).ok_or(MailError::Unsendable)?;
            let sending = tokio::time::timeout(WHOLE_TIMEOUT, self.transport.send(message));
            match sending.await {
                Ok(Ok(_)) => Ok(()),
                Ok(Err(error)) => Err(why(&error)),
                Err(_) => Err(MailError::Later),
            }
        }
        .boxed()
    }
}

/// What a failure means. Only what is said of the address counts against it: a refused sign-in, or a server that takes
/// nothing from us, is ours to mend, and the letter waits.
fn why(error: &lettre::transport::smtp::Error) -> MailError {
    match error.status().map(u16::from) {
        Some(code @ (550 | 551 | 553 | 556)) => MailError::Refused(code),
        _ => MailError::Later,
    }
}

/// A header of fixed or plain ASCII words.
macro_rules! plain_header {
    ($name:ident, $header:literal, $value:expr) => {
        impl Header for $name {
            fn name() -> HeaderName {
                HeaderName::new_from_ascii_str($header)
            }

            fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
                Err("only written".into())
            }

            fn display(&self) -> HeaderValue {
                let value: &dyn Fn(&Self) -> String = &$value;
                let value = value(self);
                // As it is: an address that is broken into lines cannot be clicked.
                HeaderValue::dangerous_new_pre_encoded(Self::name(), value.clone(), value)
            }
        }
    };
}

#[derive(Clone)]
struct AutoSubmitted;
plain_header!(AutoSubmitted, "Auto-Submitted", |_| "auto-generated"
    .to_owned());

#[derive(Clone)]
struct ListUnsubscribe(String);
plain_header!(ListUnsubscribe, "List-Unsubscribe", |own| own.0.clone());

/// RFC 8058: a POST to the address is enough.
#[derive(Clone)]
struct ListUnsubscribePost;
plain_header!(ListUnsubscribePost, "List-Unsubscribe-Post", |_| {
    "List-Unsubscribe=One-Click".to_owned()
});

#[cfg(test)]
mod tests {
    use super::*;

    fn mail() -> SmtpMail {
        SmtpMail::new(
            &"smtp://127.0.0.1:1".into(),
            "Foothold <no-reply@foothold.example>",
        )
        .expect("a client")
    }

    fn letter() -> Letter {
        Letter {
            to: "zoe@mail.example".to_owned(),
            subject: "New jobs\r\nBcc: everybody@mail.example".to_owned(),
            text: "Grüße".to_owned(),
            html: "<p>Grüße</p>".to_owned(),
            id: "0199".to_owned(),
            written_at_ms: 1_800_000_000_000,
            stop_url: Some("https://foothold.example/stop/1".to_owned()),
        }
    }

    fn written(letter: &Letter) -> String {
        let message = mail().message(letter).expect("a message");
        String::from_utf8(message.formatted()).expect("text")
    }

    // The mail client keeps its connections with the runtime.
    #[tokio::test]
    async fn a_letter_says_what_it_is_and_how_to_stop_it() {
        let text = written(&letter());
        let (head, _) = text.split_once("\r\n\r\n").expect("a head");
        for line in [
            "Message-ID: <0199@foothold.example>",
            "Date: Fri, 15 Jan 2027 08:00:00 +0000",
            "List-Unsubscribe: <https://foothold.example/stop/1>",
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
            "Auto-Submitted: auto-generated",
        ] {
            assert!(head.lines().any(|own| own == line), "{line}\n{head}");
        }
        assert!(text.contains("text/plain") && text.contains("text/html"));
    }

    #[tokio::test]
    async fn a_subject_cannot_add_a_header() {
        let text = written(&letter());
        let (head, _) = text.split_once("\r\n\r\n").expect("a head");
        assert!(!head.lines().any(|line| line.starts_with("Bcc")), "{head}");
    }

    #[tokio::test]
    async fn an_address_that_is_none_is_not_sent() {
        let broken = Letter {
            to: "zoe@mail.example\r\nRCPT TO:<x@y.example>".to_owned(),
            ..letter()
        };
        assert!(mail().message(&broken).is_none());
    }
}
