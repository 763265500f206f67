//! The answer memory.

use super::send::Call;
use super::{Answer, Api};
use foothold_shared::answer::{AnswerList, NewAnswer, RememberedAnswer};

impl Api {
    /// All remembered answers, newest first.
    pub(crate) async fn answers(self) -> Answer<Vec<RememberedAnswer>> {
        let list: AnswerList = self.call(Call::get("/me/answers")).await?.json().await?;
        Ok(list.answers)
    }

    /// Stores an answer under its id.
    pub(crate) async fn put_answer(
        self,
        answer_id: &str,
        answer: &NewAnswer,
    ) -> Answer<RememberedAnswer> {
        let call = Call::new("PUT", format!("/me/answers/{answer_id}")).json(answer);
        self.call(call).await?.json().await
    }

    /// Forgets an answer; `leaving` lets the request outlive the page.
    pub(crate) async fn delete_answer(self, answer_id: &str, leaving: bool) -> Answer<()> {
        let call = Call::new("DELETE", format!("/me/answers/{answer_id}"));
        self.call(if leaving { call.keepalive() } else { call })
            .await
            .map(drop)
    }
}
