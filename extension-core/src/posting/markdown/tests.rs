use super::*;
use proptest::prelude::*;

#[track_caller]
fn check(html: &str, markdown: &str) {
    assert_eq!(from_html(html), markdown, "{html}");
}

#[test]
fn paragraphs_headings_and_lists() {
    check(
        "<h1>Role</h1><p>One <b>bold</b> and <em>soft</em> word.</p><ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>",
        "## Role\n\nOne **bold** and *soft* word.\n\n- a\n- b\n  - c",
    );
    check(
        "<ol><li><p>first</p></li><li><p>second</p><p>more</p><ul><li>x</li></ul></li></ol><p>end</p>",
        "1. first\n2. second more\n   - x\n\nend",
    );
    check("<div>One<div>Two</div>Three</div>", "One\n\nTwo\n\nThree");
    check(
        "<p><strong>Your tasks</strong></p><ul><li>bake</li></ul>",
        "### Your tasks\n\n- bake",
    );
    check(
        "<p><strong>Bread is good.</strong></p><p>x</p>",
        "**Bread is good.**\n\nx",
    );
    check(
        "<table><tr><th>Pay</th><td>50k</td></tr><tr><td>a</td><td>b</td><td>c</td></tr></table>",
        "- Pay: 50k\n- a · b · c",
    );
    check("<dl><dt>Start</dt><dd>May</dd></dl>", "### Start\n\nMay");
}

#[test]
fn text_escaped_once_or_twice_and_plain_text() {
    check("&lt;p&gt;a &amp;amp; b&lt;/p&gt;", "a & b");
    check(
        "&amp;lt;p&amp;gt;caf&amp;amp;eacute;&amp;lt;/p&amp;gt;",
        "café",
    );
    check(
        "We bake.\n\nYou:\n• knead\n• shape\n1. first\n2. second\n30. May",
        "We bake.\n\nYou:\n\n- knead\n- shape\n1. first\n2. second\n\n30\\. May",
    );
    check("Skills: • one • two", "Skills:\n\n- one\n- two");
    check(
        "<p>You<br>- knead<br/>– shape<br><br>Bye</p>",
        "You\n\n- knead\n- shape\n\nBye",
    );
}

#[test]
fn what_looks_like_markup_is_text() {
    check(
        "2 * 3 = 6 *now* [x](y) `z`",
        "2 \\* 3 = 6 \\*now\\* \\[x](y) \\`z\\`",
    );
    check(
        "# one\n> two\n+ three\nC# and snake_case",
        "\\# one\n\n\\> two\n\n\\+ three\n\nC# and snake_case",
    );
    check(
        "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
        "\\<script>alert(1)\\</script>",
    );
    // What looks like markup may come in pieces.
    check("<h2>&lt;<span>A</span></h2><p>x</p>", "## \\<A\n\nx");
    check("<p>AT&amp;T &amp;copy</p>", "AT\\&T \\&copy");
}

#[test]
fn only_safe_links_lead_anywhere() {
    check(
        r#"<a href="https://x.example/a(b)">here</a>"#,
        "[here](https://x.example/a%28b%29)",
    );
    check(
        r#"<a href='mailto:w@x.example'>write</a>"#,
        "[write](mailto:w@x.example)",
    );
    for address in [
        "javascript:alert(1)",
        " JaVaScRiPt:alert(1)",
        "java&#115;cript:alert(1)",
        "data:text/html,x",
        "/relative",
        "//x.example",
        "https://x.example\nonclick",
    ] {
        check(&format!("<a href=\"{address}\">here</a>"), "here");
    }
}

#[test]
fn scripts_forms_and_hidden_parts_stay_out() {
    check(
        "<p>a</p><script>var p='<p>b</p>'</script><style>p{}</style><form><label>Name<input></label></form>\
         <div style='display: none'>c<div>d</div></div><button>Apply<p>e</p>",
        "a\n\ne",
    );
}

#[test]
fn emphasis_is_written_so_that_it_is_read() {
    check(
        "<p><b>Note:</b>text <b> spaced </b>x</p>",
        "**Note**:text **spaced** x",
    );
    check("<p>pre<b>(fix)</b></p>", "pre(**fix)**");
    check("<p><b>a</b><b>b</b></p><p>x</p>", "### ab\n\nx");
}

#[test]
fn a_tag_cannot_be_put_together_from_two_runs() {
    check("<p><b>&lt;</b>img src=x&gt; y</p>", "\\<img src=x> y");
    check("<p><b>x &</b>lt;b></p>", "**x** \\&lt;b>");
}

#[test]
fn what_was_written_can_be_read_again() {
    let html = "<h2>A</h2><p>one</p><ul><li>b</li><li>c</li></ul><ol><li>d</li></ol>";
    let written = from_html(html);
    assert_eq!(write(&parse(&written)), written);
}

#[test]
fn size_and_depth_have_an_end() {
    for html in [
        "<ul><li>".repeat(50_000),
        "<p>word </p>".repeat(50_000),
        "<b>".repeat(100_000) + "x",
        "<a href=\"".repeat(40_000),
        "<".repeat(300_000),
        "<p title='".to_owned() + &"x ".repeat(200_000),
        "&amp;".repeat(80_000),
        "<table><tr><td>".repeat(30_000),
        "<!--".repeat(80_000),
        "x".repeat(500_000),
    ] {
        assert!(from_html(&html).len() <= MAX_MARKDOWN);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn anything_is_read_and_nothing_comes_through(pieces in prop::collection::vec(prop_oneof![
        ".{0,12}",
        prop::sample::select(vec![
            "<p>", "</p>", "<b>", "</b>", "<ul>", "<li>", "</li>", "</ul>", "<ol>", "<br>", "<h2>", "</h2>", "<a href=\"",
            "javascript:x", "https://x.example/", "\">", "</a>", "<script>", "</script>", "<td>", "<tr>", "</tr>", "<!--",
            "-->", "&lt;", "&gt;", "&amp;", "&#x3c;", "* ", "- ", "# ", "1. ", "\n", "<", ">", "'", "**", "`", "• ",
        ]).prop_map(str::to_owned),
    ], 0..40)) {
        let markdown = from_html(&pieces.concat());
        prop_assert!(markdown.len() <= MAX_MARKDOWN);
        prop_assert!(!markdown.contains("](javascript"));
        // Every bracket that could begin a tag is escaped.
        for (at, _) in markdown.match_indices('<') {
            let begins = markdown[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'));
            prop_assert!(!begins || markdown[..at].ends_with('\\'), "{markdown:?}");
        }
    }
}
