//! What a webhook is sent. Pure.

use chrono::{DateTime, SecondsFormat};
use serde_json::{Value, json};

use super::content::Content;

/// The body of a call; the same for each try. `None` for what is no matter of webhooks.
pub(super) fn body(content: &Content, made_at_ms: i64) -> Option<String> {
    match content {
        Content::NewJobs {
            search_id,
            jobs,
            more,
        } => Some(envelope(
            "saved_search.new_jobs",
            made_at_ms,
            &json!({"search_id": search_id, "jobs": jobs, "more_jobs": more}),
        )),
        Content::Confirm { .. } => None,
    }
}

/// The body of a test call.
pub(super) fn test_body(now_ms: i64) -> String {
    envelope("webhook.test", now_ms, &json!({}))
}

fn envelope(kind: &str, at_ms: i64, data: &Value) -> String {
    let at = DateTime::from_timestamp_millis(at_ms)
        .unwrap_or_default()
        .to_rfc3339_opts(SecondsFormat::Secs, true);
    json!({"type": kind, "timestamp": at, "data": data}).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_says_what_happened_and_when() {
        let content = Content::NewJobs {
            search_id: "s1".to_owned(),
            jobs: Vec::new(),
            more: 2,
        };
        let body: Value = serde_json::from_str(&body(&content, 1_800_000_000_000).expect("a body"))
            .expect("JSON");
        assert_eq!(
            body,
            json!({"type": "saved_search.new_jobs", "timestamp": "2027-01-15T08:00:00Z",
                "data": {"search_id": "s1", "jobs": [], "more_jobs": 2}})
        );
    }
}
