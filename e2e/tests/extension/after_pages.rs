//! Pages that take an application in different ways: by a new page, in place, step by step, in a frame, or not at all.

use crate::pages::{FORM, JOB};

/// A page for an address; `None` where it is not one of these.
pub(crate) fn page(path: &str, port: u16) -> Option<String> {
    Some(match path {
        // The form's own action.
        "/sent" => "<h1>Thank you for applying!</h1><p>Oven and Sons have received your application for Night Baker.</p>"
            .to_owned(),
        "/application" => format!("{JOB}<p>Thank you for your interest. Please fill in the form.</p>{}", with_answers()),
        "/in-place" => in_place(),
        "/to-elsewhere" => form_to(&format!("http://localhost:{port}/sent")),
        "/to-silence" => form_to("/silence"),
        "/silence" => "<h1>Open positions</h1><p>Night Baker, Day Baker.</p>".to_owned(),
        "/refuses" => form_to("/refused"),
        "/refused" => format!(
            "{JOB}<div role=alert>The e-mail address is not known to us.</div>{FORM}"
        ),
        "/holds-frame" => format!("{JOB}<iframe id=frame width=800 height=900 src=/application></iframe>"),
        "/beside-a-frame" => format!(
            "{JOB}<form action=/news><label for=news>Your e-mail</label><input id=news name=news type=email></form>\
             <iframe id=frame width=800 height=900 src=/first-of-two></iframe>"
        ),
        "/first-of-two" => form_to("/second-of-two").replace("Submit application", "Next"),
        "/second-of-two" => format!(
            "{JOB}<form action=/sent method=post><h2>Your phone</h2>\
             <p><label for=phone>Phone *</label><input id=phone name=phone type=tel required></p>\
             <button type=submit id=send>Submit application</button></form>"
        ),
        "/step-1" => step_1(),
        "/step-2" => step_2(),
        "/step-3" => "<h1>Review your application</h1><p>Thank you for applying. Please check your answers.</p>\
             <form action=/sent method=post><button type=submit>Submit application</button></form>"
            .to_owned(),
        "/steps-in-place" => steps_in_place(),
        "/shift" => format!(
            "{JOB}<form action=/sent method=post><h2>Apply for this job</h2>\
             <p><label for=first_name>First name</label><input id=first_name name=first_name></p>\
             <p><label for=last_name>Last name</label><input id=last_name name=last_name></p>\
             <p><label for=email>E-mail</label><input id=email name=email type=email></p>{QUESTIONS}\
             <button type=submit>Submit application</button></form>"
        ),
        _ => return None,
    })
}

/// Questions of the employer's own, one that the person answers alone, and a password.
const QUESTIONS: &str = "<p><label for=shift>Which shift suits you best?</label>\
     <select id=shift name=shift><option value=''>Choose</option><option>Early</option><option>Late</option></select></p>\
     <fieldset><legend>Have you worked with rye dough?</legend>\
     <label><input type=radio name=rye id=rye_yes value=1> Yes</label> <label><input type=radio name=rye id=rye_no value=0> No</label></fieldset>\
     <p><label for=gender>Gender</label><select id=gender name=gender><option value=''>Choose</option>\
     <option>Female</option><option>Male</option><option>I do not wish to answer</option></select></p>\
     <p><label for=secret>Choose a password</label><input id=secret name=secret type=password></p>";

/// The form without what it insists on beyond the profile.
fn with_answers() -> String {
    FORM.replace(
        "<button",
        "<button type=button id=draft>Save draft</button> <button id=send",
    )
}

fn form_to(action: &str) -> String {
    format!(
        "{JOB}{}",
        with_answers().replace("action=\"/sent\"", &format!("action=\"{action}\""))
    )
}

/// The page checks and takes the form itself, and tells in its place.
fn in_place() -> String {
    format!(
        "{JOB}<div id=place>{}</div><script>\
         const form = document.querySelector('form');\
         document.querySelector('#draft').addEventListener('click', () => {{\
           document.querySelector('#note')?.remove();\
           form.insertAdjacentHTML('beforebegin', '<p id=note>Thank you, your application has been saved as a draft.</p>'); }});\
         form.addEventListener('submit', (event) => {{\
           event.preventDefault();\
           document.querySelector('#note')?.remove();\
           document.querySelector('#wrong')?.remove();\
           if (!form.why.value) {{\
             form.why.setAttribute('aria-invalid', 'true');\
             form.why.insertAdjacentHTML('afterend', '<span id=wrong class=error>Please write something here.</span>');\
             return; }}\
           form.hidden = true;\
           document.querySelector('#place').insertAdjacentHTML('beforeend', '<p id=busy aria-busy=true>Sending</p>');\
           fetch('/sent').then(() => {{\
             document.querySelector('#place').innerHTML = '<h2>Application submitted</h2><p>We read it within a week.</p>'; }}); }});\
         </script>",
        with_answers().replace("<form", "<form novalidate")
    )
}

fn step_1() -> String {
    format!(
        "{JOB}<form action=/step-2 method=post><h2>Apply for this job: step 1 of 2</h2>\
         <p><label for=first_name>First name *</label><input id=first_name name=first_name required></p>\
         <p><label for=last_name>Last name *</label><input id=last_name name=last_name required></p>\
         <p><label for=nick>Nickname at work</label><input id=nick name=nick></p>\
         <button type=submit id=next>Next</button></form>"
    )
}

fn step_2() -> String {
    format!(
        "{JOB}<form action=/sent method=post><h2>Apply for this job: step 2 of 2</h2>\
         <p>Thank you for applying! Please fill in the last part.</p>\
         <p><label for=email>E-mail address *</label><input id=email name=email type=email required></p>\
         <p><label for=linkedin>LinkedIn profile</label><input id=linkedin name=linkedin type=url></p>\
         <button type=submit id=send>Submit application</button></form>"
    )
}

/// Two steps and a review in one document.
fn steps_in_place() -> String {
    format!(
        "{JOB}<div id=place><h2>Apply for this job: step 1 of 2</h2>\
         <p><label for=first_name>First name *</label><input id=first_name name=first_name></p>\
         <p><label for=last_name>Last name *</label><input id=last_name name=last_name></p>\
         <button type=button id=next>Next</button></div><script>\
         const place = document.querySelector('#place');\
         const steps = ['<h2>Apply for this job: step 2 of 2</h2>\
           <p><label for=email>E-mail address *</label><input id=email name=email type=email></p>\
           <p><label for=linkedin>LinkedIn profile</label><input id=linkedin name=linkedin type=url></p>\
           <button type=button id=next>Continue</button>',\
           '<h2>Review your application</h2><p>Thank you for applying. Please review your answers.</p>\
           <button type=button id=next>Submit application</button>',\
           '<h2>Thank you for applying</h2><p>We have received your application.</p>'];\
         let step = 0;\
         place.addEventListener('click', (event) => {{\
           if (event.target.id !== 'next') return;\
           place.innerHTML = steps[step]; step += 1; }});\
         </script>"
    )
}
