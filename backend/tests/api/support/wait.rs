//! Waiting for what another program does: asked again and again until it is so, for two minutes at most.
//!
//! What must not happen here: a wait for a length of time.

use std::time::Duration;

/// How long anything that a program does by itself may take on a machine that does much else.
const LIMIT: Duration = Duration::from_secs(120);
/// How long nothing is asked: short beside all that is waited for.
const PAUSE: Duration = Duration::from_millis(2);

/// What `ask` answers once it answers anything; `what` is said where it never does.
pub(crate) async fn until<T>(what: &str, mut ask: impl AsyncFnMut() -> Option<T>) -> T {
    let asking = async {
        loop {
            if let Some(answer) = ask().await {
                return answer;
            }
            tokio::time::sleep(PAUSE).await;
        }
    };
    match tokio::time::timeout(LIMIT, asking).await {
        Ok(answer) => answer,
        Err(_) => panic!("waited {LIMIT:?} for: {what}"),
    }
}
