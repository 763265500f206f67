//! Pages that grow while they are filled: rows that are added, questions that an answer opens, further steps.

use crate::pages::JOB;

/// A page for an address; `None` where it is not one of these.
pub(crate) fn page(path: &str, port: u16) -> Option<String> {
    Some(match path.split('?').next().unwrap_or_default() {
        "/rows" => format!("{JOB}{}", include_str!("growing/rows.html")),
        "/apply/questions" => format!("{JOB}{}", include_str!("growing/questions.html")),
        // An application in two pages; a sign-up for news of another origin stands beside both.
        "/apply/4711/contact" => format!("{JOB}{}{}", step("contact", "details", CONTACT), news(port)),
        "/apply/4711/details" => format!("{}{}", step("details", "end", DETAILS), news(port)),
        // The same step of another job.
        "/apply/4712/contact" => format!("{JOB}{}", step("contact", "end", CONTACT)),
        "/news" => "<form><h2>Job alerts</h2><p><label>First name <input id=news_name name=name></label></p>\
             <p><label>E-mail <input id=news type=email name=email></label></p><button>Subscribe</button></form>"
            .to_owned(),
        _ => return None,
    })
}

const CONTACT: &str = "<p><label for=first_name>First name *</label> <input id=first_name name=first_name required></p>\
     <p><label for=last_name>Last name *</label> <input id=last_name name=last_name required></p>\
     <p><label for=email>E-mail address *</label> <input id=email name=email type=email required></p>\
     <p><label for=phone>Phone</label> <input id=phone name=phone type=tel></p>";

const DETAILS: &str = "<p><label for=zip>Postal code</label> <input id=zip name=zip></p>\
     <p><label for=city>City</label> <input id=city name=city></p>\
     <p><label for=linkedin>LinkedIn profile</label> <input id=linkedin name=linkedin type=url></p>";

fn step(name: &str, next: &str, fields: &str) -> String {
    format!(
        "<form id=\"application-form\" action=\"{next}\" method=\"get\"><h2>Apply: {name}</h2>{fields}\
         <button type=submit>Save and continue</button></form>"
    )
}

fn news(port: u16) -> String {
    format!("<iframe id=news width=400 height=300 src=\"http://localhost:{port}/news\"></iframe>")
}
