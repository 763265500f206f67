//! The scripts and styles of the pages, built into the program.

macro_rules! assets {
    ($($name:literal => $media:expr),+ $(,)?) => {
        /// A file under `/web/` and its media type.
        pub(crate) fn find(name: &str) -> Option<(&'static [u8], &'static str)> {
            match name {
                $($name => Some((include_bytes!(concat!("../web/", $name)), $media)),)+
                _ => None,
            }
        }
    };
}

const JS: &str = "text/javascript; charset=utf-8";
const CSS: &str = "text/css; charset=utf-8";

assets! {
    "layer.js" => JS,
    "form.js" => JS,
    "submit.js" => JS,
    "places.js" => JS,
    "chrome.js" => JS,
    "greenhouse.js" => JS,
    "lever.js" => JS,
    "ashby.js" => JS,
    "workday.js" => JS,
    "workday-widgets.js" => JS,
    "workday-tags.js" => JS,
    "workday-resume.js" => JS,
    "workable.js" => JS,
    "widgets.js" => JS,
    "widgets-lists.js" => JS,
    "widgets-dates.js" => JS,
    "widgets-inputs.js" => JS,
    "smartrecruiters.js" => JS,
    "smartrecruiters-fields.js" => JS,
    "rows.js" => JS,
    "base.css" => CSS,
    "workable.css" => CSS,
    "widgets.css" => CSS,
    "smartrecruiters.css" => CSS,
    "flow.css" => CSS,
    "icims.css" => CSS,
    "taleo.css" => CSS,
    "greenhouse.css" => CSS,
    "lever.css" => CSS,
    "ashby.css" => CSS,
    "workday.css" => CSS,
    "generic.css" => CSS,
}
