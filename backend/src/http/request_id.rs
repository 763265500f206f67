//! The id of a request: in the answer's `X-Request-Id`, in each problem, in each log line.

use poem::Request;

use crate::ids::Ids;

/// The header that carries it, both ways.
pub(crate) const HEADER: &str = "x-request-id";

/// A request's id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestId(String);

impl RequestId {
    /// The id that the client sent, where it is sane; otherwise a new one.
    pub(crate) fn of(request: &Request, ids: &dyn Ids) -> Self {
        let sent = request.header(HEADER).filter(|id| is_sane(id));
        Self(sent.map_or_else(|| ids.next(), str::to_owned))
    }

    /// For an answer that is made outside any request.
    pub(crate) fn unknown() -> Self {
        Self(String::new())
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// 1 to 64 letters, digits, dots, dashes and underscores: nothing that could break a log line.
fn is_sane(id: &str) -> bool {
    (1..=64).contains(&id.len())
        && id
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b))
}

#[cfg(test)]
mod tests {
    use super::is_sane;

    #[test]
    fn only_plain_short_ids_are_taken_over() {
        assert!(is_sane("a-1_b.2"));
        assert!(is_sane(&"a".repeat(64)));
        for id in ["", "a b", "a\nb", "é", "<script>", &"a".repeat(65)] {
            assert!(!is_sane(id), "{id:?}");
        }
    }
}
