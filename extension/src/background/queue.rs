//! Which receipts are kept, and which wait to be sent: the rules, without a clock or a storage.

use crate::messages::{ReceiptEntry, ReceiptState};
use foothold_shared::receipt::{FieldResult, NewReceipt};
use serde::{Deserialize, Serialize};

/// How many receipts are kept in the browser.
pub(crate) const KEPT: usize = 200;
/// The wait after the first failure; each further one doubles it.
const FIRST_WAIT_MS: i64 = 60_000;
/// The longest wait.
const LONGEST_WAIT_MS: i64 = 6 * 60 * 60_000;

/// The heads of all receipts kept here, newest first.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(crate) struct ReceiptIndex {
    entries: Vec<Indexed>,
}

/// A receipt's head, and which state of it that is.
#[derive(Clone, Serialize, Deserialize)]
struct Indexed {
    entry: ReceiptEntry,
    /// Counts up with each change, so that the answer to an older state does not settle a newer one.
    #[serde(default)]
    revision: u32,
}

/// A receipt that is to be sent, and in which state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Due {
    /// Its id.
    pub(crate) receipt_id: String,
    /// Its state.
    pub(crate) revision: u32,
}

impl ReceiptIndex {
    /// Takes a receipt in, or its later state; gives the ids that fall out.
    ///
    /// What the server has falls out before what still waits.
    pub(crate) fn keep(&mut self, receipt: &NewReceipt) -> Vec<String> {
        let revision = self
            .find(&receipt.receipt_id)
            .map_or(0, |found| found.revision + 1);
        let entry = Indexed {
            entry: head(receipt),
            revision,
        };
        match self
            .entries
            .iter()
            .position(|e| e.entry.receipt_id == receipt.receipt_id)
        {
            Some(at) => self.entries[at] = entry,
            None => self.entries.insert(0, entry),
        }
        let mut out = Vec::new();
        while self.entries.len() > KEPT {
            let settled = self.entries.iter().rposition(|indexed| !indexed.waits());
            let at = settled
                .filter(|&at| at > 0)
                .unwrap_or(self.entries.len() - 1);
            out.push(self.entries.remove(at).entry.receipt_id);
        }
        out
    }

    /// The receipts to send now, the oldest first.
    pub(crate) fn due(&self, now_ms: i64) -> Vec<Due> {
        let mut due = Vec::new();
        for Indexed { entry, revision } in self.entries.iter().rev() {
            if matches!(entry.state, ReceiptState::Waiting { next_ms, .. } if next_ms <= now_ms) {
                due.push(Due {
                    receipt_id: entry.receipt_id.clone(),
                    revision: *revision,
                });
            }
        }
        due
    }

    /// The server has it.
    pub(crate) fn sent(&mut self, due: &Due) {
        self.settle(due, |_| ReceiptState::Sent);
    }

    /// The server does not want it, and will not want it later.
    pub(crate) fn refused(&mut self, due: &Due, detail: &str) {
        self.settle(due, |_| ReceiptState::Refused {
            detail: detail.to_owned(),
        });
    }

    /// It could not be sent this time.
    pub(crate) fn failed(&mut self, due: &Due, now_ms: i64) {
        self.settle(due, |state| {
            let attempts = match state {
                ReceiptState::Waiting { attempts, .. } => attempts.saturating_add(1),
                _ => 1,
            };
            ReceiptState::Waiting {
                attempts,
                next_ms: now_ms.saturating_add(wait_ms(attempts)),
            }
        });
    }

    /// Everything that waits may be sent now: the network is back, or the person asked.
    pub(crate) fn hurry(&mut self) {
        for indexed in &mut self.entries {
            if let ReceiptState::Waiting { next_ms, .. } = &mut indexed.entry.state {
                *next_ms = 0;
            }
        }
    }

    /// When the next one is due.
    pub(crate) fn next_ms(&self) -> Option<i64> {
        self.entries
            .iter()
            .filter_map(|indexed| match indexed.entry.state {
                ReceiptState::Waiting { next_ms, .. } => Some(next_ms),
                _ => None,
            })
            .min()
    }

    /// How many wait.
    pub(crate) fn waiting(&self) -> usize {
        self.entries
            .iter()
            .filter(|indexed| indexed.waits())
            .count()
    }

    /// The heads, newest first.
    pub(crate) fn list(&self) -> Vec<ReceiptEntry> {
        self.entries
            .iter()
            .map(|indexed| indexed.entry.clone())
            .collect()
    }

    fn find(&self, receipt_id: &str) -> Option<&Indexed> {
        self.entries
            .iter()
            .find(|indexed| indexed.entry.receipt_id == receipt_id)
    }

    fn settle(&mut self, due: &Due, state: impl FnOnce(&ReceiptState) -> ReceiptState) {
        let found = self.entries.iter_mut().find(|indexed| {
            indexed.entry.receipt_id == due.receipt_id && indexed.revision == due.revision
        });
        if let Some(indexed) = found {
            indexed.entry.state = state(&indexed.entry.state);
        }
    }
}

impl Indexed {
    const fn waits(&self) -> bool {
        matches!(self.entry.state, ReceiptState::Waiting { .. })
    }
}

/// How long to wait after so many failures, in milliseconds.
pub(crate) fn wait_ms(attempts: u32) -> i64 {
    let doublings = attempts.saturating_sub(1).min(20);
    (FIRST_WAIT_MS << doublings).min(LONGEST_WAIT_MS)
}

fn head(receipt: &NewReceipt) -> ReceiptEntry {
    let filled = receipt
        .fields
        .iter()
        .filter(|field| field.result == FieldResult::Filled)
        .count();
    ReceiptEntry {
        receipt_id: receipt.receipt_id.clone(),
        page_url: receipt.page_url.clone(),
        job_title: receipt.job_title.clone(),
        company: receipt.company.clone(),
        filled_at_ms: receipt.filled_at_ms,
        filled,
        open: receipt.fields.len() - filled,
        state: ReceiptState::Waiting {
            attempts: 0,
            next_ms: 0,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn receipt(id: usize) -> NewReceipt {
        NewReceipt {
            receipt_id: format!("r{id}"),
            page_url: "https://jobs.example/1".into(),
            job_title: None,
            company: None,
            filled_at_ms: i64::try_from(id).expect("small"),
            fields: Vec::new(),
            submission: None,
        }
    }

    fn index(count: usize) -> ReceiptIndex {
        let mut index = ReceiptIndex::default();
        for id in 0..count {
            index.keep(&receipt(id));
        }
        index
    }

    fn due_of(index: &ReceiptIndex, id: &str) -> Due {
        let found = index
            .due(i64::MAX)
            .into_iter()
            .find(|due| due.receipt_id == id);
        found.expect("it waits")
    }

    #[test]
    fn the_oldest_is_sent_first_and_only_once() {
        let mut index = index(3);
        let ids: Vec<_> = index.due(0).into_iter().map(|due| due.receipt_id).collect();
        assert_eq!(ids, ["r0", "r1", "r2"]);
        let first = due_of(&index, "r0");
        index.sent(&first);
        assert_eq!(index.waiting(), 2);
        assert!(index.due(i64::MAX).iter().all(|due| due.receipt_id != "r0"));
    }

    #[test]
    fn waiting_grows_and_has_an_end() {
        let mut index = index(1);
        let mut now_ms = 0;
        let mut waits = Vec::new();
        for _ in 0..12 {
            let due = due_of(&index, "r0");
            index.failed(&due, now_ms);
            let next_ms = index.next_ms().expect("it waits");
            waits.push((next_ms - now_ms) / 60_000);
            assert!(index.due(next_ms - 1).is_empty());
            now_ms = next_ms;
            assert_eq!(index.due(now_ms).len(), 1);
        }
        assert_eq!(waits, [1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360]);
        index.hurry();
        assert_eq!(index.next_ms(), Some(0));
    }

    #[test]
    fn an_answer_to_an_older_state_does_not_settle_a_newer_one() {
        let mut index = index(1);
        let before_undo = due_of(&index, "r0");
        index.keep(&receipt(0));
        index.sent(&before_undo);
        assert_eq!(index.waiting(), 1, "the undone state still has to be sent");
        let after_undo = due_of(&index, "r0");
        index.sent(&after_undo);
        assert_eq!(index.waiting(), 0);
        assert_eq!(index.list().len(), 1);
    }

    #[test]
    fn what_the_server_does_not_want_is_not_tried_again() {
        let mut index = index(1);
        let due = due_of(&index, "r0");
        index.refused(&due, "Too many fields.");
        assert_eq!(index.waiting(), 0);
        assert_eq!(
            index.list()[0].state,
            ReceiptState::Refused {
                detail: "Too many fields.".into()
            }
        );
    }

    #[test]
    fn what_the_server_has_falls_out_first() {
        let mut index = index(KEPT);
        let sent = due_of(&index, "r7");
        index.sent(&sent);
        assert_eq!(index.keep(&receipt(KEPT)), ["r7"]);
        assert_eq!(index.keep(&receipt(KEPT + 1)), ["r0"], "then the oldest");
        assert_eq!(index.list().len(), KEPT);
        assert_eq!(index.list()[0].receipt_id, format!("r{}", KEPT + 1));
    }
}
