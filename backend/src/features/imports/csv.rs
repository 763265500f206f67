//! Tables as LinkedIn writes them: commas, double quotes, line breaks within quotes.
//!
//! Lenient: a row that is too short has empty cells, text that is no UTF-8 is read as far as it is.

/// The most rows of one table.
const ROWS: usize = 2_000;
/// The most columns of a row.
const COLUMNS: usize = 100;

/// A table with the names of its columns.
#[derive(Debug)]
pub(super) struct Table {
    names: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// A row of a table.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    names: &'a [String],
    cells: &'a [String],
}

impl Table {
    /// Reads a table. Lines before the one that has a column named `known` are notes.
    pub(super) fn read(bytes: &[u8], known: &str) -> Option<Self> {
        let text = String::from_utf8_lossy(bytes);
        let mut rows = rows(text.trim_start_matches('\u{FEFF}')).into_iter();
        let is_head = |row: &Vec<String>| {
            row.iter()
                .any(|name| name.trim().eq_ignore_ascii_case(known))
        };
        let names = rows.by_ref().take(10).find(is_head)?;
        Some(Self {
            names,
            rows: rows.collect(),
        })
    }

    /// Its rows, without empty ones.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows
            .iter()
            .filter(|cells| cells.iter().any(|cell| !cell.trim().is_empty()))
            .map(|cells| Row {
                names: &self.names,
                cells,
            })
    }
}

impl Row<'_> {
    /// The cell below a column's name; empty where there is none.
    pub(super) fn get(&self, name: &str) -> &str {
        self.names
            .iter()
            .position(|known| known.trim().eq_ignore_ascii_case(name))
            .and_then(|at| self.cells.get(at))
            .map_or("", |cell| cell.trim())
    }
}

fn rows(text: &str) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut row: Vec<String> = Vec::new();
    let mut cell = String::new();
    let mut quoted = false;
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' if quoted && signs.peek() == Some(&'"') => {
                signs.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() => quoted = true,
            ',' if !quoted => {
                if row.len() < COLUMNS {
                    row.push(std::mem::take(&mut cell));
                }
                cell.clear();
            }
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
                if rows.len() > ROWS {
                    return rows;
                }
            }
            '\r' if !quoted => {}
            other => cell.push(other),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_may_hold_commas_quotes_and_lines() {
        let text = "Notes:\r\n\"only you see this\"\r\n\r\nName,Says\r\n\"Reed, Tom\",\"He said \"\"no\"\"\nand went\"\r\nMira\r\n";
        let table = Table::read(text.as_bytes(), "name").expect("a table");
        let rows: Vec<_> = table
            .rows()
            .map(|row| (row.get("Name").to_owned(), row.get("says").to_owned()))
            .collect();
        let expected = [
            (
                "Reed, Tom".to_owned(),
                "He said \"no\"\nand went".to_owned(),
            ),
            ("Mira".to_owned(), String::new()),
        ];
        assert_eq!(rows, expected);
    }

    #[test]
    fn a_table_without_its_column_is_none_and_long_ones_end() {
        assert!(Table::read(b"a,b\n1,2\n", "name").is_none());
        let long = format!("name\n{}", "x\n".repeat(10_000));
        let table = Table::read(long.as_bytes(), "name").expect("a table");
        assert!(table.rows().count() <= ROWS);
        let wide = format!("name{}\n", ",y".repeat(1_000_000));
        let table = Table::read(wide.as_bytes(), "name").expect("a table");
        assert!(table.names.len() <= COLUMNS + 1);
    }
}
