//! Text into HTML, and data into a `<script>`: the only two ways anything reaches a page.

use serde::Serialize;

/// Escapes text for element content and for quoted attributes.
pub(crate) fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// JSON that cannot end the `<script>` element it stands in.
pub(crate) fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value)
        .unwrap_or_else(|_| "null".to_owned())
        .replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
}

#[cfg(test)]
mod tests {
    #[test]
    fn nothing_ends_the_element_it_stands_in() {
        assert_eq!(
            super::html(r#"<a b="c">'&"#),
            "&lt;a b=&quot;c&quot;&gt;&#39;&amp;"
        );
        let text = super::json(&"</script><b>&");
        assert!(!text.contains('<'));
        assert_eq!(
            serde_json::from_str::<String>(&text).expect("JSON"),
            "</script><b>&"
        );
    }
}
