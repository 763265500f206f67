//! The application form that is timed: sixty questions of every kind, as a careers page asks them.
//!
//! It is made here and not kept as a file, so that the count is what the benchmark says it is.

use std::fmt::Write as _;

/// How many questions the form asks.
pub const QUESTIONS: usize = 60;

const TEXTS: &[(&str, &str, &str)] = &[
    ("first_name", "First name", "text"),
    ("last_name", "Last name", "text"),
    ("preferred_name", "Preferred name", "text"),
    ("email", "E-mail address", "email"),
    ("phone", "Phone number", "tel"),
    ("address_line1", "Street address", "text"),
    ("address_line2", "Apartment, floor", "text"),
    ("city", "City", "text"),
    ("state", "State or region", "text"),
    ("postal_code", "Postal code", "text"),
    ("linkedin", "LinkedIn profile", "url"),
    ("github", "GitHub profile", "url"),
    ("portfolio", "Portfolio", "url"),
    ("website", "Website", "url"),
    ("current_company", "Current company", "text"),
    ("current_title", "Current job title", "text"),
    ("salary_expectation", "Salary expectation", "text"),
    ("notice_period", "Notice period", "text"),
    ("start_date", "Earliest start date", "date"),
];

const ROWS: &[(&str, &[&str])] = &[
    (
        "Work experience",
        &[
            "Company",
            "Job title",
            "Start date",
            "End date",
            "Description",
        ],
    ),
    (
        "Education",
        &["School", "Degree", "Discipline", "Start year", "End year"],
    ),
];

const SELECTS: &[(&str, &str, &[&str])] = &[
    (
        "country",
        "Country",
        &[
            "Austria",
            "Canada",
            "France",
            "Germany",
            "Ireland",
            "Spain",
            "United Kingdom",
            "United States",
        ],
    ),
    (
        "source",
        "How did you hear about us?",
        &[
            "A friend",
            "Job board",
            "Search engine",
            "Social media",
            "Other",
        ],
    ),
    (
        "gender",
        "Gender",
        &["Female", "Male", "Non-binary", "I prefer not to say"],
    ),
    (
        "veteran",
        "Veteran status",
        &[
            "I am a veteran",
            "I am not a veteran",
            "I prefer not to say",
        ],
    ),
    (
        "years",
        "Years of experience",
        &["0-1", "2-4", "5-9", "10 or more"],
    ),
];

const RADIOS: &[(&str, &str)] = &[
    (
        "authorized",
        "Are you legally authorized to work in the United States?",
    ),
    (
        "sponsorship",
        "Will you now or in the future require visa sponsorship?",
    ),
    ("relocate", "Are you willing to relocate?"),
    ("remote", "Are you comfortable working remotely?"),
];

const CHECKBOXES: &[(&str, &str, &[&str])] = &[
    (
        "skills",
        "Which of these have you used?",
        &["Rust", "SQL", "Kubernetes", "TypeScript"],
    ),
    (
        "shifts",
        "Which shifts suit you?",
        &["Day", "Evening", "Night"],
    ),
    ("terms", "Privacy", &["I agree to the privacy notice"]),
];

const COMBOBOXES: &[(&str, &str, &[&str])] = &[
    (
        "location",
        "Where are you based?",
        &[
            "Berlin, Germany",
            "Dublin, Ireland",
            "Paris, France",
            "Toronto, Canada",
        ],
    ),
    (
        "nationality",
        "Country of residence",
        &["Canada", "France", "Germany", "Ireland", "United States"],
    ),
    (
        "language",
        "Strongest language",
        &["English", "French", "German", "Spanish"],
    ),
];

const LONG: &[(&str, &str)] = &[
    ("why", "Why do you want to work with us?"),
    ("proud", "Tell us about a project that you are proud of"),
    ("cover_letter", "Cover letter"),
    ("anything", "Is there anything else we should know?"),
];

/// The fields that plain typing can fill: text of one line or several, no lists, dates or files.
#[must_use]
pub fn typed() -> Vec<String> {
    let texts = TEXTS.iter().filter(|(_, _, kind)| *kind != "date");
    let rows = ROWS.iter().flat_map(|(heading, labels)| {
        (1..=2).flat_map(move |row| (0..labels.len()).map(move |at| row_name(heading, row, at)))
    });
    texts
        .map(|(name, ..)| (*name).to_owned())
        .chain(rows)
        .chain(LONG.iter().map(|(name, _)| (*name).to_owned()))
        .collect()
}

fn row_name(heading: &str, row: usize, at: usize) -> String {
    format!(
        "{}_{row}_{at}",
        heading.split(' ').next().unwrap_or_default().to_lowercase()
    )
}

/// The page, with as many questions as [`QUESTIONS`] says.
#[must_use]
pub fn page() -> String {
    let mut questions = 0;
    let mut body = String::new();
    let mut add = |html: String| {
        body.push_str(&html);
        questions += 1;
    };
    for (name, label, kind) in TEXTS {
        add(text(name, label, kind));
    }
    for (name, label, options) in SELECTS {
        add(select(name, label, options));
    }
    for (name, label, options) in COMBOBOXES {
        add(combobox(name, label, options));
    }
    for (heading, labels) in ROWS {
        for row in 1..=2 {
            for (at, label) in labels.iter().enumerate() {
                let start = if at == 0 {
                    format!("<h3>{heading} {row}</h3>")
                } else {
                    String::new()
                };
                let name = row_name(heading, row, at);
                add(format!("{start}{}", text(&name, label, "text")));
            }
        }
    }
    for (name, label) in RADIOS {
        add(group(name, label, &["Yes", "No"], "radio"));
    }
    for (name, label, options) in CHECKBOXES {
        add(group(name, label, options, "checkbox"));
    }
    for (name, label) in LONG {
        add(format!(
            "<div class=field><label for={name}>{label}</label><textarea id={name} name={name} rows=4></textarea></div>"
        ));
    }
    add("<div class=field><label for=resume>Résumé</label><input id=resume name=resume type=file accept='.pdf,.docx'></div>".to_owned());
    // What is left up to the count are the employer's own questions.
    for number in questions + 1..=QUESTIONS {
        let name = format!("custom_{number}");
        body.push_str(&text(
            &name,
            &format!("Question {number}: what would your last team say about you?"),
            "text",
        ));
    }
    format!("{HEAD}{body}{TAIL}")
}

fn text(name: &str, label: &str, kind: &str) -> String {
    format!(
        "<div class=field><label for={name}>{label} <span class=star>*</span></label><input id={name} name={name} type={kind}></div>"
    )
}

fn select(name: &str, label: &str, options: &[&str]) -> String {
    let mut html = format!(
        "<div class=field><label for={name}>{label}</label><select id={name} name={name}><option value=''>Choose</option>"
    );
    for option in options {
        let _ = write!(html, "<option>{option}</option>");
    }
    html + "</select></div>"
}

fn group(name: &str, label: &str, options: &[&str], kind: &str) -> String {
    let mut html = format!("<fieldset class=field><legend>{label}</legend>");
    for (at, option) in options.iter().enumerate() {
        let _ = write!(
            html,
            "<label><input type={kind} name={name} id={name}_{at} value='{option}'> {option}</label>"
        );
    }
    html + "</fieldset>"
}

fn combobox(name: &str, label: &str, options: &[&str]) -> String {
    let mut html = format!(
        "<div class=field><label for={name}>{label}</label><input id={name} name={name} role=combobox aria-autocomplete=list \
         aria-expanded=false aria-controls={name}_list autocomplete=off><ul id={name}_list role=listbox hidden>"
    );
    for option in options {
        let _ = write!(html, "<li role=option>{option}</li>");
    }
    html + "</ul></div>"
}

const HEAD: &str = "<!doctype html><html lang=en><head><meta charset=utf-8><title>Job Application for Bench Joiner at Plane &amp; Vice</title>\
<script type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@type\":\"JobPosting\",\"title\":\"Bench Joiner\",\
\"hiringOrganization\":{\"@type\":\"Organization\",\"name\":\"Plane & Vice\"},\"employmentType\":\"FULL_TIME\",\
\"jobLocation\":{\"@type\":\"Place\",\"address\":{\"addressLocality\":\"Dublin\",\"addressCountry\":\"IE\"}}}</script>\
<style>body{font:16px sans-serif;margin:2rem auto;max-width:44rem}.field{margin:1rem 0;display:flex;flex-direction:column}\
.star{color:#b4412f}fieldset{border:0}ul[role=listbox]{list-style:none;margin:0;padding:0}</style></head><body>\
<header><nav><a href='#'>Jobs</a> <a href='#'>About</a></nav></header><main><h1>Bench Joiner</h1><p>Dublin, Ireland · Full-time</p>\
<p>You build benches that last, from the first sketch to the last coat of oil, together with a small team.</p><form id=application>";

/// Lists that open on focus, filter while one types and close when one is chosen.
const TAIL: &str = "<button type=submit>Submit application</button></form></main><script>\
for (const input of document.querySelectorAll('[role=combobox]')) {\
  const list = document.getElementById(input.getAttribute('aria-controls'));\
  const show = (open) => { list.hidden = !open; input.setAttribute('aria-expanded', String(open)); };\
  const filter = () => { for (const item of list.children) item.hidden = !item.textContent.toLowerCase().includes(input.value.toLowerCase()); };\
  input.addEventListener('focus', () => { filter(); show(true); });\
  input.addEventListener('click', () => { filter(); show(true); });\
  input.addEventListener('input', () => { filter(); show(true); });\
  input.addEventListener('blur', () => setTimeout(() => show(false)));\
  input.addEventListener('keydown', (event) => { if (event.key === 'Escape') show(false); });\
  for (const item of list.children) item.addEventListener('mousedown', (event) => {\
    event.preventDefault(); input.value = item.textContent; input.dispatchEvent(new Event('change', { bubbles: true })); show(false);\
  });\
}\
document.getElementById('application').addEventListener('submit', (event) => event.preventDefault());\
</script></body></html>";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_asks_as_many_questions_as_it_says() {
        let page = page();
        let groups = page.matches("<fieldset").count();
        let radios_and_boxes =
            page.matches("type=radio").count() + page.matches("type=checkbox").count();
        let controls = page.matches("<input").count()
            + page.matches("<select").count()
            + page.matches("<textarea").count();
        assert_eq!(controls - radios_and_boxes + groups, QUESTIONS);
    }
}
