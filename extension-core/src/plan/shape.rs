//! Bringing an answer into the form its control takes, and telling what a control holds already.

use super::answer::{Answer, Ask, Choice, Stop};
use super::dates::is_picker;
use super::options::choose;
use super::refusals::{does_not_fit, no_option, not_writable, unsupported};
use super::words::{fold, is_negated, yes_no_word};
use super::yes_no::restates;
use super::{PickChoice, Refusal, WriteAction};
use crate::classify::FieldKind;
use crate::page::Control;

/// The action that writes an answer, or why it cannot be written.
pub(super) fn shape(ask: &Ask<'_>, answer: Answer<'_>) -> Result<WriteAction, Stop> {
    if let Some(file) = answer.file {
        return Ok(WriteAction::Attach { file });
    }
    match ask.field.control {
        Control::File | Control::Password => Err(unsupported()),
        Control::Select | Control::SelectMultiple => select(ask, &answer),
        Control::RadioGroup | Control::ButtonGroup => groups(ask, &answer, false),
        Control::CheckboxGroup if ask.field.options.len() <= 1 => tick(ask, &answer),
        Control::CheckboxGroup => groups(ask, &answer, true),
        Control::ComboBox | Control::ListboxButton => pick(ask, answer),
        _ => text(ask, answer),
    }
}

/// A text; for a date picker that takes none, or does not show how, the day itself.
fn text(ask: &Ask<'_>, answer: Answer<'_>) -> Result<WriteAction, Stop> {
    let is_picker = is_picker(ask.field.control, ask.raw);
    match (answer.text, answer.date) {
        (text, Some(date)) if is_picker && (ask.raw.read_only || text.is_err()) => {
            let text = text.and_then(|text| fitted(ask, text)).unwrap_or_default();
            Ok(WriteAction::PickDate { date, text })
        }
        _ if ask.raw.read_only => Err(not_writable()),
        (text, _) => Ok(WriteAction::SetText {
            value: fitted(ask, text?)?,
        }),
    }
}

fn texts(ask: &Ask<'_>, indexes: &[usize]) -> Vec<String> {
    indexes
        .iter()
        .filter_map(|at| ask.field.options.get(*at))
        .map(|o| o.text.clone())
        .collect()
}

fn select(ask: &Ask<'_>, answer: &Answer<'_>) -> Result<WriteAction, Stop> {
    let indexes = choose(answer, &ask.choices())?;
    if indexes.len() > 1 && ask.field.control == Control::Select {
        return Err(super::refusals::two_options());
    }
    Ok(WriteAction::Select {
        texts: texts(ask, &indexes),
        indexes,
    })
}

fn groups(ask: &Ask<'_>, answer: &Answer<'_>, many: bool) -> Result<WriteAction, Stop> {
    let indexes = choose(answer, &ask.choices())?;
    if indexes.len() > 1 && !many {
        return Err(super::refusals::two_options());
    }
    let handles = indexes
        .iter()
        .filter_map(|at| ask.field.options.get(*at))
        .map(|o| o.handle)
        .collect();
    Ok(WriteAction::Choose {
        handles,
        texts: texts(ask, &indexes),
    })
}

/// One box: ticking it says that its own words are true.
fn tick(ask: &Ask<'_>, answer: &Answer<'_>) -> Result<WriteAction, Stop> {
    let choices = ask.choices();
    let Some(choice) = choices.first() else {
        return Err(unsupported());
    };
    let Some(truth) = answer.truth else {
        return groups(ask, answer, true);
    };
    let says_yes = match yes_no_word(&choice.folded) {
        Some(yes) => yes,
        None if is_the_question(choice, &ask.question()) => true,
        None => return Err(no_option()),
    };
    if says_yes == truth {
        return Ok(WriteAction::Choose {
            handles: vec![choice.option.handle],
            texts: vec![choice.option.text.clone()],
        });
    }
    Err(if choice.option.selected {
        Stop::new(
            Refusal::PrefilledDiffers,
            "This box is ticked, and your profile says otherwise. Please look at it.",
        )
    } else {
        Stop::new(
            Refusal::Prefilled,
            "The empty box says what your profile says.",
        )
    })
}

/// Whether a box's own words are the question itself (labels are cut at 200 characters).
fn is_the_question(choice: &Choice<'_>, question: &str) -> bool {
    let own = choice.folded.as_str();
    if own.is_empty() || own == "on" || own == question {
        return true;
    }
    if question.len() > 80 && own.starts_with(question) {
        return true;
    }
    // A "not" on one side alone turns the meaning around.
    let same_sign = is_negated(own) == is_negated(question);
    same_sign && (own.len() >= 8 && question.contains(own) || restates(own, question))
}

/// The most answers given to one list: each has to be looked for.
const MOST_CHOICES: usize = 20;

/// Whether a list of its own keeps several answers.
fn takes_several(ask: &Ask<'_>) -> bool {
    !ask.attribute("multiple").is_empty()
}

fn pick(ask: &Ask<'_>, answer: Answer<'_>) -> Result<WriteAction, Stop> {
    let opens_only = ask.field.control == Control::ListboxButton || ask.raw.read_only;
    let choices = ask.choices();
    if choices.iter().any(|c| !c.placeholder) {
        match choose(&answer, &choices) {
            Ok(indexes) if indexes.len() > 1 && takes_several(ask) => {
                let choices = texts(ask, &indexes).into_iter().map(|text| PickChoice {
                    query: if opens_only {
                        String::new()
                    } else {
                        text.clone()
                    },
                    accept: vec![text],
                });
                return Ok(WriteAction::PickMany {
                    choices: choices.take(MOST_CHOICES).collect(),
                });
            }
            Ok(indexes) => {
                let [index] = indexes.as_slice() else {
                    return Err(super::refusals::two_options());
                };
                let text = ask
                    .field
                    .options
                    .get(*index)
                    .map(|o| o.text.clone())
                    .unwrap_or_default();
                let query = if opens_only {
                    String::new()
                } else {
                    text.clone()
                };
                return Ok(WriteAction::Pick {
                    query,
                    accept: vec![text],
                });
            }
            // A list may show only its first options until somebody types.
            Err(stop) if stop.reason == Refusal::NoMatchingOption && !opens_only => {}
            Err(stop) => return Err(stop),
        }
    }
    if answer.fits.len() > 1 {
        if !takes_several(ask) || answer.each.is_empty() {
            return Err(unsupported());
        }
        let choices = answer.each.into_iter().filter_map(|accept| {
            let query = if opens_only { None } else { accept.first() };
            let query = query.cloned().unwrap_or_default();
            (!accept.is_empty()).then_some(PickChoice { query, accept })
        });
        return Ok(WriteAction::PickMany {
            choices: choices.take(MOST_CHOICES).collect(),
        });
    }
    if answer.wordings.is_empty() {
        return Err(no_option());
    }
    let query = if opens_only {
        String::new()
    } else {
        answer.query
    };
    let mut seen = std::collections::HashSet::new();
    let accept = answer
        .wordings
        .into_iter()
        .filter(|w| seen.insert(fold(w)))
        .collect();
    Ok(WriteAction::Pick { query, accept })
}

/// The text as the control takes it, or the refusal that it does not fit.
fn fitted(ask: &Ask<'_>, text: String) -> Result<String, Stop> {
    let many_lines = matches!(ask.field.control, Control::TextArea | Control::RichText);
    let text = if many_lines {
        text
    } else {
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    if let Some(most) = ask.raw.max_length
        && text.encode_utf16().count() > most as usize
    {
        return Err(does_not_fit(
            "Your answer is longer than this field allows.",
        ));
    }
    match ask.field.control {
        Control::Number => number_fits(ask, &text)?,
        Control::Url if !text.starts_with("http://") && !text.starts_with("https://") => {
            return Err(does_not_fit(
                "This field takes a web address that starts with https://.",
            ));
        }
        Control::Email if !text.contains('@') => {
            return Err(does_not_fit("This field takes an e-mail address."));
        }
        Control::Text | Control::Tel => {
            if let Some((least, most)) = digits_pattern(ask.attribute("pattern")) {
                let digits = text.bytes().all(|b| b.is_ascii_digit());
                if !digits || text.len() < least || text.len() > most {
                    return Err(does_not_fit(
                        "Your answer does not have the shape this field asks for.",
                    ));
                }
            }
        }
        _ => {}
    }
    Ok(text)
}

fn number_fits(ask: &Ask<'_>, text: &str) -> Result<(), Stop> {
    let Ok(number) = text.parse::<f64>() else {
        return Err(does_not_fit("This field takes a plain number."));
    };
    let bound = |name: &str| ask.attribute(name).parse::<f64>().ok();
    if bound("min").is_some_and(|min| number < min) || bound("max").is_some_and(|max| number > max)
    {
        return Err(does_not_fit(
            "Your answer is outside the range this field allows.",
        ));
    }
    Ok(())
}

/// The least and most digits of a `pattern` that takes digits alone; `None` for any other pattern.
pub(super) fn digits_pattern(pattern: &str) -> Option<(usize, usize)> {
    let body = pattern.trim().trim_start_matches('^').trim_end_matches('$');
    let count = body
        .strip_prefix("[0-9]")
        .or_else(|| body.strip_prefix("\\d"))?;
    match count {
        "" => Some((1, 1)),
        "*" => Some((0, usize::MAX)),
        "+" => Some((1, usize::MAX)),
        _ => {
            let inner = count.strip_prefix('{')?.strip_suffix('}')?;
            let (least, most) = inner.split_once(',').unwrap_or((inner, inner));
            let least = least.trim().parse().ok()?;
            let most = most.trim();
            Some((
                least,
                if most.is_empty() {
                    usize::MAX
                } else {
                    most.parse().ok()?
                },
            ))
        }
    }
}

/// Whether the field takes digits alone.
pub(super) fn digits_only(ask: &Ask<'_>) -> bool {
    ask.field.control == Control::Number
        || ask.attribute("inputmode") == "numeric"
        || digits_pattern(ask.attribute("pattern")).is_some()
}

/// Whether the field holds something that somebody may have put there.
pub(super) fn holds_something(ask: &Ask<'_>) -> bool {
    match ask.field.control {
        Control::File => false,
        // The first option of a select, with an empty value, only says what to choose ("Month").
        Control::Select => ask.choices().iter().any(|c| {
            c.option.selected && !c.placeholder && !(c.index == 0 && c.option.value.is_empty())
        }),
        Control::SelectMultiple
        | Control::RadioGroup
        | Control::CheckboxGroup
        | Control::ButtonGroup => ask
            .choices()
            .iter()
            .any(|c| c.option.selected && !c.placeholder),
        Control::ComboBox | Control::ListboxButton => {
            let value = &ask.raw.value;
            !fold(value).is_empty() && !super::words::is_placeholder(value, "", true)
        }
        _ => {
            let value = ask.raw.value.trim();
            // A lone calling code, a scheme or an empty mask is the page's own doing.
            let calling_code =
                value.starts_with('+') && value.chars().filter(char::is_ascii_digit).count() <= 4;
            let scheme = matches!(value, "http://" | "https://" | "https://www.");
            !fold(value).is_empty() && !calling_code && !scheme
        }
    }
}

/// Whether the field holds just what the action would write.
pub(super) fn holds_already(ask: &Ask<'_>, action: &WriteAction) -> bool {
    let selected = |at: usize| ask.field.options.get(at).is_some_and(|o| o.selected);
    match action {
        WriteAction::SetText { value } => {
            let digits = |t: &str| t.chars().filter(char::is_ascii_digit).collect::<String>();
            let held = &ask.raw.value;
            fold(held) == fold(value)
                || ask.kind == FieldKind::Phone && digits(held) == digits(value)
        }
        WriteAction::Select { indexes, .. } => indexes.iter().all(|at| selected(*at)),
        WriteAction::Choose { handles, .. } => {
            let mut options = ask
                .field
                .options
                .iter()
                .filter(|o| handles.contains(&o.handle));
            options.all(|o| o.selected)
        }
        WriteAction::Pick { .. } if ask.kind == FieldKind::PhoneCountry => {
            super::contact::is_own_country(ask, &ask.raw.value)
        }
        WriteAction::Pick { accept, .. } => {
            let held = fold(&ask.raw.value);
            accept.iter().any(|a| fold(a) == held)
        }
        WriteAction::PickMany { choices } => {
            let held: Vec<String> = ask.raw.value.split(';').map(fold).collect();
            choices
                .iter()
                .all(|c| c.accept.iter().any(|a| held.contains(&fold(a))))
        }
        WriteAction::PickDate { date, text } => {
            let held = fold(&ask.raw.value);
            held == fold(date) || !text.is_empty() && held == fold(text)
        }
        WriteAction::Attach { .. } => false,
    }
}
