//! Markdown as views: paragraphs, headings, lists, emphasis, links, code, rules.
//!
//! What must not happen here: HTML out of the text, a picture, or a link that leads anywhere but to the web, a mail
//! program or a telephone. Raw HTML is shown as the text it is; everything becomes elements of ours, never `innerHTML`.

use leptos::prelude::*;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag};

/// What is open while the text is read, and what it holds so far.
struct Open {
    tag: Option<Tag<'static>>,
    inside: Vec<AnyView>,
}

/// The text as views, in a box with the class `prose`.
pub(crate) fn markdown(text: &str) -> AnyView {
    let mut stack = vec![Open {
        tag: None,
        inside: Vec::new(),
    }];
    let mut put = |event: Event<'_>| {
        let view = match event {
            Event::Start(tag) => {
                stack.push(Open {
                    tag: Some(tag.into_static()),
                    inside: Vec::new(),
                });
                return;
            }
            Event::End(_) => {
                let Some(open) = stack.pop() else { return };
                close(open)
            }
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                text.into_string().into_any()
            }
            Event::Code(text) => view! { <code>{text.into_string()}</code> }.into_any(),
            Event::SoftBreak => " ".into_any(),
            Event::HardBreak => view! { <br /> }.into_any(),
            Event::Rule => view! { <hr /> }.into_any(),
            _ => return,
        };
        if let Some(open) = stack.last_mut() {
            open.inside.push(view);
        }
    };
    for event in Parser::new_ext(text, Options::empty()) {
        put(event);
    }
    let all: Vec<AnyView> = stack.into_iter().flat_map(|open| open.inside).collect();
    view! { <div class="prose">{all}</div> }.into_any()
}

fn close(open: Open) -> AnyView {
    let inside = open.inside;
    match open.tag {
        Some(Tag::Paragraph | Tag::HtmlBlock) => view! { <p>{inside}</p> }.into_any(),
        // The page has the first level, the job's title the second.
        Some(Tag::Heading { level, .. }) if level <= HeadingLevel::H2 => {
            view! { <h3>{inside}</h3> }.into_any()
        }
        Some(Tag::Heading { .. }) => view! { <h4>{inside}</h4> }.into_any(),
        Some(Tag::List(None)) => view! { <ul>{inside}</ul> }.into_any(),
        Some(Tag::List(Some(from))) => {
            view! { <ol start=from.to_string()>{inside}</ol> }.into_any()
        }
        Some(Tag::Item) => view! { <li>{inside}</li> }.into_any(),
        Some(Tag::BlockQuote(_)) => view! { <blockquote>{inside}</blockquote> }.into_any(),
        Some(Tag::CodeBlock(_)) => view! { <pre>{inside}</pre> }.into_any(),
        Some(Tag::Emphasis) => view! { <em>{inside}</em> }.into_any(),
        Some(Tag::Strong) => view! { <strong>{inside}</strong> }.into_any(),
        Some(Tag::Link { dest_url, .. }) => match leads_somewhere(&dest_url) {
            true => view! {
                <a href=dest_url.into_string() target="_blank" rel="noopener noreferrer nofollow">{inside}</a>
            }
            .into_any(),
            false => inside.into_any(),
        },
        // A picture's words stay, the picture would be fetched from who knows where.
        _ => inside.into_any(),
    }
}

/// Whether a link may be one.
fn leads_somewhere(address: &str) -> bool {
    let lower = address.trim().to_ascii_lowercase();
    ["https://", "http://", "mailto:", "tel:"]
        .iter()
        .any(|scheme| lower.starts_with(scheme))
}

#[cfg(test)]
mod tests {
    use super::leads_somewhere;

    #[test]
    fn links_lead_to_the_web_to_mail_or_to_a_telephone() {
        for good in [
            "https://a.example/x",
            "HTTP://a.example",
            "mailto:a@b.example",
            "tel:+351",
        ] {
            assert!(leads_somewhere(good), "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            " data:text/html,x",
            "//a.example",
            "/profile",
            "",
            "java\nscript:x",
        ] {
            assert!(!leads_somewhere(bad), "{bad}");
        }
    }
}
