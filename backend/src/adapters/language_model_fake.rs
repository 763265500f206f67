//! A language model that says what a test gave it to say.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use futures_util::FutureExt;
use futures_util::future::{BoxFuture, ready};

use super::language_model::{Completion, LanguageModel, ModelError, Question};

/// Answers in the order it was given them, then says that it is busy; keeps what it was asked.
#[derive(Debug, Default)]
pub struct FakeModel {
    answers: Mutex<VecDeque<Result<Completion, ModelError>>>,
    asked: Mutex<Vec<Question>>,
}

impl FakeModel {
    /// A model that says these texts, one a call; 100 tokens in and 10 out each.
    #[must_use]
    pub fn saying(texts: &[&str]) -> Self {
        let fake = Self::default();
        for text in texts {
            fake.then(Ok(Completion {
                text: (*text).to_owned(),
                tokens_in: Some(100),
                tokens_out: Some(10),
            }));
        }
        fake
    }

    /// Adds what it does at the next call.
    pub fn then(&self, answer: Result<Completion, ModelError>) {
        lock(&self.answers).push_back(answer);
    }

    /// What it was asked so far.
    #[must_use]
    pub fn asked(&self) -> Vec<Question> {
        lock(&self.asked).clone()
    }
}

impl LanguageModel for FakeModel {
    fn complete<'a>(
        &'a self,
        question: &'a Question,
    ) -> BoxFuture<'a, Result<Completion, ModelError>> {
        lock(&self.asked).push(question.clone());
        let answer = lock(&self.answers).pop_front();
        ready(answer.unwrap_or(Err(ModelError::Busy))).boxed()
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
