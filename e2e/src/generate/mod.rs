//! Random application forms whose truth is known.
//!
//! [`chance`] is what varies, `words` the wordings, `compose` what is asked, `markup` and `traps` the HTML.
//! `check` holds a reading and its plans against the truth.
//!
//! What must not happen here: words, names or layouts taken from the reader's tables or from captured pages.

pub mod chance;
pub(crate) mod check;
mod compose;
mod markup;
mod model;
mod traps;
pub(crate) mod words;

use chance::Chance;
use compose::Composer;
use markup::{LAYOUTS, Layout, Markup, escape};
pub(crate) use model::Asked;
use model::Block;
use words::Words;

/// A form, as HTML, with its truth.
#[derive(Debug)]
pub(crate) struct Form {
    /// ISO 639-1.
    pub(crate) lang: &'static str,
    /// Its layout, in a word.
    pub(crate) layout: String,
    pub(crate) html: String,
    /// The truth about the control with `x-t="N"`, at place N.
    pub(crate) truth: Vec<Asked>,
}

/// Makes one form; the same seed makes the same form.
pub(crate) fn make(seed: u64) -> Form {
    let mut chance = Chance::of(seed, "form");
    let all = Words::all();
    let at = chance.below(all.len() + 2);
    // English stands for three of ten: so are the forms that people meet.
    let words = all.get(at).unwrap_or(&all[0]);
    let layout = chance.pick(&LAYOUTS).copied().unwrap_or(Layout::Labels);
    let sections = Composer::new(words, &mut chance).sections();
    let classes = class_names(&mut chance);
    let mut page = Page {
        words,
        layout,
        truth: Vec::new(),
        html: String::new(),
    };
    page.around(traps::search, 40, &mut chance);
    page.around(traps::login, 15, &mut chance);
    page.html
        .push_str("<main><h1>Position 4711</h1><form action=\"/apply\" method=\"post\">");
    for section in &sections {
        page.section(section, &classes, &mut chance);
        page.around(traps::honeypot, 15, &mut chance);
    }
    let submit = words
        .pick("submit", &mut chance)
        .map_or("", |wording| wording.text);
    page.html.push_str(&format!(
        "<button type=\"submit\">{}</button></form></main>",
        escape(submit)
    ));
    page.around(traps::newsletter, 35, &mut chance);
    Form {
        lang: words.lang,
        layout: format!("{layout:?}").to_lowercase(),
        html: format!(
            "<!doctype html><html lang=\"{}\"><meta charset=\"utf-8\"><title>Position 4711</title><style>{STYLE}</style><body>{}</body></html>",
            words.lang, page.html
        ),
        truth: page.truth,
    }
}

/// What hides and what floats.
const STYLE: &str = ".veil{position:absolute;width:0;height:0;overflow:hidden;opacity:0}\
.float{position:relative;padding-top:1em}.float label{position:absolute;top:0;left:0}\
.grid{display:grid;grid-template-columns:12em 1fr}label,input,select,textarea{margin:2px}";

/// Class names as build tools make them, or plain ones.
fn class_names(chance: &mut Chance) -> [String; 3] {
    if chance.percent(60) {
        [(); 3].map(|()| format!("_{:06x}", chance.draw() & 0xff_ffff))
    } else {
        ["form-row", "caption", "control"].map(str::to_owned)
    }
}

/// The page while it is written.
struct Page {
    words: &'static Words,
    layout: Layout,
    truth: Vec<Asked>,
    html: String,
}

impl Page {
    /// Puts something that must stay empty here, in so many of a hundred cases.
    fn around(
        &mut self,
        make: fn(usize, &Words, &mut Chance) -> traps::Trap,
        percent: usize,
        chance: &mut Chance,
    ) {
        if chance.percent(percent) {
            let trap = make(self.truth.len(), self.words, chance);
            self.html.push_str(&trap.html);
            self.truth.extend(trap.truth);
        }
    }

    fn section(&mut self, section: &model::Section, classes: &[String; 3], chance: &mut Chance) {
        let heading = escape(&section.heading);
        let style = chance.below(3);
        match style {
            _ if heading.is_empty() => self.html.push_str("<div>"),
            0 => self.html.push_str(&format!("<section><h2>{heading}</h2>")),
            1 => self
                .html
                .push_str(&format!("<fieldset><legend>{heading}</legend>")),
            _ => self.html.push_str(&format!("<div><h3>{heading}</h3>")),
        }
        for (number, block) in section.blocks.iter().enumerate() {
            match block {
                Block::Field(asked) => {
                    self.fields(std::slice::from_ref(asked.as_ref()), classes, chance)
                }
                Block::Row(row) => {
                    self.html.push_str("<div class=\"entry\">");
                    if chance.percent(50) {
                        self.html
                            .push_str(&format!("<h4>{heading} {}</h4>", number + 1));
                    }
                    self.fields(row, classes, chance);
                    self.html.push_str("</div>");
                }
            }
        }
        self.html.push_str(match style {
            _ if heading.is_empty() => "</div>",
            0 => "</section>",
            1 => "</fieldset>",
            _ => "</div>",
        });
    }

    fn fields(&mut self, fields: &[Asked], classes: &[String; 3], chance: &mut Chance) {
        let (open, close) = match self.layout {
            Layout::Table => ("<table><tbody>", "</tbody></table>"),
            Layout::List => ("<dl>", "</dl>"),
            Layout::Grid => ("<div class=\"grid\">", "</div>"),
            _ => ("", ""),
        };
        self.html.push_str(open);
        let mut markup = Markup {
            layout: self.layout,
            chance,
            classes: classes.clone(),
        };
        for asked in fields {
            let html = markup.field(self.truth.len(), asked);
            self.html.push_str(&html);
            self.truth.push(asked.clone());
        }
        self.html.push_str(close);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_makes_one_form_and_forms_differ() {
        assert_eq!(make(3).html, make(3).html);
        assert_ne!(make(3).html, make(4).html);
        let langs: std::collections::BTreeSet<&str> = (0..80).map(|seed| make(seed).lang).collect();
        assert_eq!(langs.len(), Words::all().len());
    }

    #[test]
    fn each_truth_stands_on_the_page() {
        for seed in 0..40 {
            let form = make(seed);
            for number in 0..form.truth.len() {
                assert!(
                    form.html.contains(&format!("x-t=\"{number}\"")),
                    "{seed}: {number}"
                );
            }
        }
    }
}
