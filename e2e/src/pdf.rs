//! A PDF of one line, built by hand, so that a test knows its bytes.

/// One page that shows `line`, with `weight` bytes that nobody sees, for a file of some size.
///
/// `line` is ASCII without brackets and backslashes.
#[must_use]
pub fn page(line: &str, weight: usize) -> Vec<u8> {
    lines(&[line], weight)
}

/// One page that shows lines below one another; each is ASCII without brackets and backslashes.
#[must_use]
pub fn lines(lines: &[&str], weight: usize) -> Vec<u8> {
    let shown: Vec<String> = lines.iter().map(|line| format!("({line}) Tj")).collect();
    let content = format!("BT /F1 14 Tf 16 TL 72 720 Td {} ET", shown.join(" T* "));
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R \
         /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        stream(&content),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
        stream(&"x".repeat(weight)),
    ];
    // The four bytes above 127 say that the file is not text.
    let mut pdf = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let mut starts = Vec::new();
    for (object, number) in objects.iter().zip(1..) {
        starts.push(pdf.len());
        pdf.extend_from_slice(format!("{number} 0 obj\n{object}\nendobj\n").as_bytes());
    }
    let table = pdf.len();
    let size = objects.len() + 1;
    let mut end = format!("xref\n0 {size}\n0000000000 65535 f \n");
    for start in starts {
        end.push_str(&format!("{start:010} 00000 n \n"));
    }
    end.push_str(&format!(
        "trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"
    ));
    pdf.extend_from_slice(end.as_bytes());
    pdf
}

fn stream(content: &str) -> String {
    format!(
        "<< /Length {} >>\nstream\n{content}\nendstream",
        content.len()
    )
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn the_table_says_where_each_object_starts() {
        let pdf = page("Ada Example, baker", 3);
        // One byte a character, so that places in the text are places in the file.
        let text: String = pdf.iter().map(|byte| char::from(*byte & 0x7f)).collect();
        let (_, table) = text.split_once("0000000000 65535 f \n").expect("a table");
        let rows: Vec<&str> = table.lines().take(6).collect();
        for (row, number) in rows.iter().zip(1..) {
            let start: usize = row[..10].parse().expect("a place");
            assert!(text[start..].starts_with(&format!("{number} 0 obj\n")));
        }
        let (_, end) = text.split_once("startxref\n").expect("its place");
        let start: usize = end
            .lines()
            .next()
            .expect("a line")
            .parse()
            .expect("a place");
        assert!(text[start..].starts_with("xref\n0 7\n"));
    }
}
