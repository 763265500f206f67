//! Where documents are set: a few at a time, away from the threads that serve requests, each within a bound of time.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::error::DocumentError;

/// How many documents are set at once; each takes a processor.
const AT_ONCE: usize = 2;
/// How long a request waits for its turn.
const TURN: Duration = Duration::from_secs(10);
/// How long setting the documents of one request may take. The input is bounded, so this is far off.
const WORK: Duration = Duration::from_secs(15);

/// Sets documents.
#[derive(Debug, Clone)]
pub(super) struct Press {
    turns: Arc<Semaphore>,
    /// How long one work may take.
    limit: Duration,
}

impl Press {
    pub(super) fn new() -> Self {
        Self {
            turns: Arc::new(Semaphore::new(AT_ONCE)),
            limit: WORK,
        }
    }

    /// Does work of the processor's. Work that takes too long is not waited for, and keeps its turn until it ends.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, DocumentError> + Send + 'static,
    ) -> Result<T, DocumentError> {
        let turn = timeout(TURN, Arc::clone(&self.turns).acquire_owned())
            .await
            .map_err(|_| DocumentError::Busy("too many are being made"))?
            .map_err(|_| DocumentError::Unknown)?;
        let work = tokio::task::spawn_blocking(move || {
            let _turn = turn;
            work()
        });
        timeout(self.limit, work)
            .await
            .map_err(|_| DocumentError::Busy("this one takes too long"))?
            .map_err(|_| DocumentError::Unknown)?
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_panic_in_the_work_costs_only_that_work() {
        let press = Press::new();
        let panics = || -> Result<(), DocumentError> { panic!("a fault of ours") };
        assert!(matches!(
            press.run(panics).await,
            Err(DocumentError::Unknown)
        ));
        for n in 0..4 {
            assert_eq!(press.run(move || Ok(n)).await.ok(), Some(n));
        }
    }

    #[tokio::test]
    async fn work_without_end_is_not_waited_for() {
        let press = Press {
            limit: Duration::ZERO,
            ..Press::new()
        };
        let (end, ended) = std::sync::mpsc::channel::<()>();
        let endless = move || {
            // Until the test is over.
            let _ = ended.recv();
            Ok(())
        };
        let late = press.run(endless).await;
        assert!(matches!(late, Err(DocumentError::Busy(_))));
        let patient = Press {
            limit: WORK,
            ..press
        };
        assert!(
            patient.run(|| Ok(())).await.is_ok(),
            "there is another turn"
        );
        drop(end);
    }
}
