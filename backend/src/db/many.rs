//! Statements about many rows or many values at once.
//!
//! What must not happen here: a statement of a new text for each number of rows. Each text is prepared once and kept,
//! so there are few different ones.

use std::fmt::Write as _;

use super::Conn;

/// How many values a list to look for has at most: SQLite's driver finds each named place by walking through the names
/// of all, so that a long list costs its square.
pub(crate) const AT_ONCE: usize = 256;

/// `$first, $second, …`: as many as there are values, for a list of unknown length.
pub(crate) fn places(from: usize, count: usize) -> String {
    let mut text = String::with_capacity(count * 7);
    write_places(&mut text, from, count);
    text
}

fn write_places(text: &mut String, from: usize, count: usize) {
    for at in from..from + count {
        let comma = if at == from { "" } else { ", " };
        // Writing into a text does not fail.
        let _ = write!(text, "{comma}${at}");
    }
}

/// Rows of places for an insert that has no other places: `($1, $2), ($3, $4)`; for SQLite without names, `(?, ?), (?,
/// ?)`, which costs its driver nothing to find.
pub(crate) fn rows(conn: &Conn<'_>, count: usize, columns: usize) -> String {
    let mut text = String::with_capacity(count * columns * 7);
    for row in 0..count {
        text.push_str(if row == 0 { "(" } else { ", (" });
        match conn {
            Conn::Sqlite(_) => {
                text.push('?');
                text.push_str(&", ?".repeat(columns - 1));
            }
            Conn::Postgres(_) => write_places(&mut text, row * columns + 1, columns),
        }
        text.push(')');
    }
    text
}

/// A list of values to look for, its last one repeated up to a power of two: so that there are few different statements.
pub(crate) fn padded<T>(list: &[T]) -> Vec<&T> {
    let mut padded: Vec<&T> = list.iter().collect();
    if let Some(last) = list.last() {
        padded.resize(list.len().next_power_of_two(), last);
    }
    padded
}

/// A list of rows in pieces of few different sizes, so that there are few different statements.
pub(crate) fn in_sizes<T>(mut list: &[T]) -> impl Iterator<Item = &[T]> {
    std::iter::from_fn(move || {
        let sizes = [256, 64, 16, 4, 1];
        let size = sizes.into_iter().find(|size| *size <= list.len())?;
        let (piece, rest) = list.split_at(size);
        list = rest;
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::on;
    use crate::testing;
    use sqlx::AssertSqlSafe;

    #[test]
    fn pieces_hold_every_row_once_and_in_order() {
        let list: Vec<usize> = (0..343).collect();
        let pieces: Vec<&[usize]> = in_sizes(&list).collect();
        let sizes: Vec<usize> = pieces.iter().map(|piece| piece.len()).collect();
        assert_eq!(sizes, [256, 64, 16, 4, 1, 1, 1]);
        assert_eq!(pieces.concat(), list);
        assert_eq!(in_sizes::<usize>(&[]).count(), 0);
    }

    #[test]
    fn a_padded_list_looks_for_the_same() {
        assert_eq!(padded(&[7, 8, 9]), [&7, &8, &9, &9]);
        assert!(padded::<i64>(&[]).is_empty());
    }

    #[tokio::test]
    async fn many_rows_of_places_take_their_values_in_order() {
        let folder = tempfile::tempdir().expect("a folder");
        for (engine, db) in testing::databases(folder.path()).await {
            let mut tx = db.begin().await.expect("begins");
            let conn = &mut tx.conn();
            let sql = "create table pairs (one bigint not null, other bigint not null)";
            on!(conn, c => sqlx::query(sql).execute(c).await.map(drop)).expect(engine);
            let sql = format!("insert into pairs values {}", rows(conn, 3, 2));
            on!(conn, c => {
                let mut query = sqlx::query(AssertSqlSafe(sql));
                for value in 1..=6_i64 {
                    query = query.bind(value);
                }
                query.execute(c).await.map(drop)
            })
            .expect(engine);
            let sql = format!(
                "select one, other from pairs where one in ({}) order by one",
                places(1, 2)
            );
            let found = on!(conn, c => sqlx::query_as::<_, (i64, i64)>(AssertSqlSafe(sql))
                .bind(5_i64).bind(1_i64).fetch_all(c).await);
            assert_eq!(found.expect(engine), [(1, 2), (5, 6)], "{engine}");
        }
    }
}
