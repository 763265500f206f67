//! Fields beside the application that must stay empty: bait for robots, searches, newsletters, sign-in.

use crate::generate::chance::Chance;
use crate::generate::markup::escape;
use crate::generate::model::{Asked, Widget};
use crate::generate::words::Words;

/// How bait is hidden from people; `{}` is the field. The last is in plain sight and says what it is.
const HIDDEN: [&str; 9] = [
    "<div style=\"display:none\">{}</div>",
    "<div style=\"position:absolute;left:-9999px\" aria-hidden=\"true\">{}</div>",
    "<div style=\"opacity:0;height:0;overflow:hidden\">{}</div>",
    "<div style=\"visibility:hidden;position:absolute\">{}</div>",
    "<div style=\"position:absolute;clip:rect(0 0 0 0);width:1px;height:1px;overflow:hidden\">{}</div>",
    "<div class=\"veil\">{}</div>",
    "<div style=\"transform:scale(0);position:absolute\">{}</div>",
    "<div style=\"position:fixed;top:-500px\">{}</div>",
    "<div hidden>{}</div>",
];

/// What bait asks for: what a robot likes to fill.
const BAIT: [&str; 7] = [
    "website",
    "email2",
    "url",
    "company_name",
    "phone_confirm",
    "fax",
    "username",
];

/// Fields that must stay empty, with their HTML.
pub(crate) struct Trap {
    pub(crate) truth: Vec<Asked>,
    pub(crate) html: String,
}

fn truth(label: &str) -> Asked {
    Asked {
        kind: "other".to_owned(),
        also: Vec::new(),
        label: label.to_owned(),
        widget: Widget::Line("text"),
        options: Vec::new(),
        declines: Vec::new(),
        legal: None,
        trap: true,
        required: false,
        help: None,
        name: String::new(),
        id: String::new(),
        autocomplete: None,
    }
}

/// Bait inside the application.
pub(crate) fn honeypot(number: usize, words: &Words, chance: &mut Chance) -> Trap {
    let label = words
        .pick("honeypot", chance)
        .map_or("", |wording| wording.text);
    let name = chance.pick(&BAIT).copied().unwrap_or("url");
    let cover = chance.pick(&HIDDEN).copied().unwrap_or("{}");
    let input = format!(
        "<label for=\"b{number}\">{}</label><input type=\"text\" x-t=\"{number}\" id=\"b{number}\" name=\"{name}\" tabindex=\"-1\" autocomplete=\"off\">",
        escape(label)
    );
    Trap {
        truth: vec![truth(label)],
        html: cover.replace("{}", &input),
    }
}

/// A search box above the application.
pub(crate) fn search(number: usize, words: &Words, chance: &mut Chance) -> Trap {
    let label = words
        .pick("search", chance)
        .map_or("", |wording| wording.text);
    let kind = if chance.percent(50) { "search" } else { "text" };
    let name = chance
        .pick(&["q", "s", "keywords", "query"])
        .copied()
        .unwrap_or("q");
    Trap {
        truth: vec![truth(label)],
        html: format!(
            "<header><form action=\"/jobs\" role=\"search\"><input type=\"{kind}\" name=\"{name}\" x-t=\"{number}\" placeholder=\"{text}\" aria-label=\"{text}\"><button>→</button></form></header>",
            text = escape(label)
        ),
    }
}

/// A newsletter below it.
pub(crate) fn newsletter(number: usize, words: &Words, chance: &mut Chance) -> Trap {
    let label = words
        .pick("newsletter_email", chance)
        .map_or("", |wording| wording.text);
    let button = words
        .pick("newsletter_button", chance)
        .map_or("", |wording| wording.text);
    Trap {
        truth: vec![truth(label)],
        html: format!(
            "<footer><form action=\"/subscribe\"><label for=\"n{number}\">{}</label><input type=\"email\" id=\"n{number}\" name=\"email\" x-t=\"{number}\"><button>{}</button></form></footer>",
            escape(label),
            escape(button)
        ),
    }
}

/// A password of a sign-in form.
pub(crate) fn login(number: usize, words: &Words, chance: &mut Chance) -> Trap {
    let email = words
        .pick("login_email", chance)
        .map_or("", |wording| wording.text);
    let password = words
        .pick("login_password", chance)
        .map_or("", |wording| wording.text);
    Trap {
        truth: vec![truth(email), truth(password)],
        html: format!(
            "<aside><form action=\"/login\"><label>{}<input type=\"email\" name=\"user\" x-t=\"{number}\"></label><label>{}<input type=\"password\" name=\"pass\" x-t=\"{}\"></label></form></aside>",
            escape(email),
            escape(password),
            number + 1
        ),
    }
}
