//! Lists in pages: how many rows one has, and where the next begins.

use uuid::Uuid;

/// How many rows a page has when nobody says, and at most.
const USUAL: i64 = 25;
const MOST: i64 = 100;

/// How many rows a page has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Limit(i64);

impl Limit {
    /// As many as were asked for. `None` where pages are never so small or so large.
    pub(crate) fn asked(limit: Option<i64>) -> Option<Self> {
        let limit = limit.unwrap_or(USUAL);
        (1..=MOST).contains(&limit).then_some(Self(limit))
    }

    /// How many rows to read: one more than are shown tells whether there is a next page.
    pub(crate) fn and_one(self) -> i64 {
        self.0 + 1
    }

    /// How many rows are shown.
    pub(crate) fn rows(self) -> usize {
        usize::try_from(self.0).unwrap_or(usize::MAX)
    }

    /// Takes away what was read beyond the page, and answers the page's last row where another page follows.
    pub(crate) fn cut<R>(self, rows: &mut Vec<R>) -> Option<&R> {
        let has_more = rows.len() > self.rows();
        rows.truncate(self.rows());
        rows.last().filter(|_| has_more)
    }
}

/// Where a page of a list ends that is in the order of time, then of ids: the next one begins after this row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct After {
    pub(crate) at_ms: i64,
    pub(crate) id: String,
}

impl After {
    pub(crate) fn new(at_ms: i64, id: &str) -> Self {
        Self {
            at_ms,
            id: id.to_owned(),
        }
    }

    /// The cursor for the page after this row.
    pub(crate) fn cursor(&self) -> String {
        format!("{}_{}", self.at_ms, self.id)
    }

    /// Reads a cursor that [`Self::cursor`] made.
    pub(crate) fn read(cursor: &str) -> Option<Self> {
        let (at_ms, id) = cursor.split_once('_')?;
        Some(Self {
            at_ms: at_ms.parse().ok()?,
            id: Uuid::parse_str(id).ok()?.to_string(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_cut_where_more_was_read() {
        let limit = Limit::asked(Some(2)).expect("a limit");
        assert_eq!((limit.rows(), limit.and_one()), (2, 3));
        for (read, shown, last) in [
            (vec![], vec![], None),
            (vec![1, 2], vec![1, 2], None),
            (vec![1, 2, 3], vec![1, 2], Some(2)),
        ] {
            let mut rows = read;
            assert_eq!(limit.cut(&mut rows).copied(), last);
            assert_eq!(rows, shown);
        }
        assert_eq!(Limit::asked(None), Some(Limit(USUAL)));
        for wrong in [i64::MIN, 0, MOST + 1] {
            assert_eq!(Limit::asked(Some(wrong)), None, "{wrong}");
        }
    }

    #[test]
    fn cursors_are_read_back() {
        let after = After::new(7, "01990000-0000-7000-8000-000000000001");
        assert_eq!(After::read(&after.cursor()), Some(after));
        for wrong in [
            "",
            "1",
            "1_2",
            "x_01990000-0000-7000-8000-000000000001",
            "' or 1=1 --",
        ] {
            assert_eq!(After::read(wrong), None, "{wrong}");
        }
    }
}
