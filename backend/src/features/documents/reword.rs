//! Letting a language model word what was chosen, where the server has one.
//!
//! What must not happen here: documents that are not made because a model is away, dear or wrong; a word of an answer
//! that the facts do not hold (`foothold_tailoring::rewrite` checks each sentence).

use std::sync::Arc;

use foothold_matching::facts::Facts;
use foothold_shared::document::{DocumentKind, LetterContent, ResumeContent};
use foothold_shared::generation::ModelShare;
use foothold_tailoring::{Tailored, rewrite};

use super::error::DocumentError;
use super::make::Order;
use super::service::Documents;
use crate::features::model_use::{Limits, Purpose};
use crate::ids::AccountId;

impl Documents {
    /// The documents with what a model worded, and what it did. Without an answer they stay as they are, and a note
    /// says why where something is amiss.
    pub(super) async fn reword(
        &self,
        account: &AccountId,
        order: &Arc<Order>,
        mut chosen: Tailored,
    ) -> Result<(Tailored, ModelShare), DocumentError> {
        let mut share = ModelShare::default();
        // What is not asked for costs nothing.
        if !order.kinds.contains(&DocumentKind::Resume) {
            chosen.resume = ResumeContent {
                language: chosen.resume.language,
                ..ResumeContent::default()
            };
        }
        if !order.kinds.contains(&DocumentKind::Letter) {
            chosen.letter = LetterContent {
                language: chosen.letter.language,
                ..LetterContent::default()
            };
        }
        let facts = Facts::of(&order.profile);
        let tone = order.options.tone;
        let Some(asked) = rewrite::ask(&chosen, &facts, &order.posting, tone) else {
            return Ok((chosen, share));
        };
        let (system, user) = (asked.system.as_str(), asked.user.as_str());
        let limits = Limits::default();
        let answer = self
            .models
            .ask(account, Purpose::Documents, system, user, limits)
            .await;
        let answer = match answer {
            Ok(answer) => answer,
            Err(none) => {
                chosen.notes.extend(none.note().map(str::to_owned));
                return Ok((chosen, share));
            }
        };
        share.asked = true;
        share.model.clone_from(&answer.model);
        share.tokens = (answer.tokens_in.max(0) + answer.tokens_out.max(0)).unsigned_abs();
        share.cost_micro_dollars = answer.cost_micro_dollars.max(0).unsigned_abs();
        let order = Arc::clone(order);
        let rewritten = self
            .press
            .run(move || {
                let posting = &order.posting;
                Ok(rewrite::apply(
                    chosen,
                    &asked,
                    &answer.text,
                    &facts,
                    posting,
                ))
            })
            .await?;
        share.sentences_used = rewritten.used;
        share.sentences_refused = rewritten.refused;
        Ok((rewritten.tailored, share))
    }
}
