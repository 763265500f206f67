//! Labelled lines: "Location: Ghent", a term and its definition, a label above its value.

use crate::company;
use crate::page::TextBlock;

use super::claim::{Claims, Source};
use super::fold::{clip, fold, tidy};
use super::json_ld::is_placeholder;
use super::labels::{self, Label};
use super::place::{self, Place};
use super::{employment, money, remote, salary, stated};

/// The longest value that is still a value and not a paragraph.
const MAX_VALUE: usize = 160;

/// What the labelled lines say. `form_labels` are the folded labels of the page's form fields, whose lines ask
/// and do not tell.
pub(crate) fn read(blocks: &[&TextBlock], form_labels: &[String]) -> Claims {
    let mut claims = Claims::default();
    let mut parts = Parts::default();
    let mut index = 0;
    while index < blocks.len() {
        let block = blocks[index];
        index += 1;
        if matches!(block.tag.as_str(), "label" | "legend" | "option") {
            continue;
        }
        if let [name, values @ ..] = block.parts.as_slice()
            && let Some(label) = labels::find(&name.text)
            && !values.is_empty()
        {
            if label != Label::Other && !asks(block, form_labels) {
                let value = values
                    .iter()
                    .map(|part| part.text.as_str())
                    .collect::<Vec<_>>();
                tell(&mut claims, &mut parts, label, &name.text, &value.join(" "));
            }
            continue;
        }
        if let Some(label) = labels::find(&block.text) {
            // The value stands in the next block, or in the next few where each place has its own.
            if label != Label::Other && !asks(block, form_labels) {
                let values = values_after(&blocks[index..], label);
                let joined = values.join("; ");
                tell(&mut claims, &mut parts, label, &block.text, &joined);
            }
            continue;
        }
        for (label, name, value) in within(&block.text) {
            tell(&mut claims, &mut parts, label, name, value);
        }
    }
    if claims.places.is_empty() {
        claims.places(Source::Row, parts.place());
    }
    claims
}

/// A label that a form field has, too, asks: unless it stands where only telling lines stand.
fn asks(block: &TextBlock, form_labels: &[String]) -> bool {
    let telling = matches!(block.tag.as_str(), "dt" | "th" | "h1" | "h2" | "h3" | "h4");
    let starred = block.text.trim_end().ends_with(['*', '✱']);
    let hint = block.hint.to_ascii_lowercase();
    let form_hint = ["question", "form-label", "form-field", "required", "input"]
        .iter()
        .any(|word| hint.contains(word));
    starred || form_hint || (!telling && form_labels.contains(&fold(&block.text)))
}

fn values_after<'b>(rest: &[&'b TextBlock], label: Label) -> Vec<&'b str> {
    let mut values = Vec::new();
    for block in rest.iter().take(12) {
        let text = block.text.trim();
        let heading = matches!(
            block.tag.as_str(),
            "h1" | "h2" | "h3" | "h4" | "dt" | "th" | "label"
        );
        let is_value = !heading && text.len() <= MAX_VALUE && labels::find(text).is_none();
        if !is_value || (text.contains(": ") && !within(text).is_empty()) {
            break;
        }
        values.push(text);
        // Only places come as lists, and then as definitions or items of one list.
        let listed = matches!(block.tag.as_str(), "li" | "dd")
            && rest
                .get(values.len())
                .is_some_and(|next| next.tag == block.tag && place::looks_like(&next.text));
        if label != Label::Place || !listed {
            break;
        }
    }
    values
}

/// The labelled lines inside one block: at its start, or several after each other.
pub(crate) fn within(text: &str) -> Vec<(Label, &str, &str)> {
    let text = clip(text, 3_000);
    let mut found: Vec<(Label, usize, usize)> = Vec::new();
    for (colon, _) in text.match_indices([':', '：']).take(40) {
        let from = found.last().map_or(0, |(_, _, end)| *end);
        let head = &text[from..colon];
        if let Some((label, start)) = label_at_end(head)
            && (from + start == 0 || starts_line(text, from + start))
        {
            found.push((label, from + start, colon + 1));
        }
    }
    let starts = found.iter().map(|(_, start, _)| *start).collect::<Vec<_>>();
    found
        .iter()
        .enumerate()
        .filter(|(_, (label, start, _))| {
            // In the middle of a paragraph one label alone may be part of a sentence.
            *label != Label::Other && (*start == 0 || found.len() > 1)
        })
        .map(|(index, (label, start, value))| {
            let end = starts.get(index + 1).copied().unwrap_or(text.len());
            (
                *label,
                &text[*start..*value],
                text[*value..end.max(*value)].trim(),
            )
        })
        .collect()
}

/// The label the text ends with, and where it begins: the longest known one, else the shortest that names pay, so
/// that the value before it is not swallowed.
fn label_at_end(head: &str) -> Option<(Label, usize)> {
    let head = head.trim_end();
    let lead = head.len() - head.trim_start().len();
    let mut starts = head
        .match_indices(' ')
        .map(|(at, _)| at + 1)
        .filter(|at| *at > lead)
        .rev()
        .take(5)
        .collect::<Vec<_>>();
    if starts.len() < 5 {
        starts.push(lead);
    }
    starts
        .iter()
        .rev()
        .find_map(|start| labels::exact(&head[*start..]).map(|label| (label, *start)))
        .or_else(|| {
            starts
                .iter()
                .find_map(|start| labels::find(&head[*start..]).map(|label| (label, *start)))
        })
}

fn starts_line(text: &str, at: usize) -> bool {
    text[at..].starts_with(char::is_uppercase)
}

#[derive(Default)]
struct Parts {
    city: String,
    region: String,
    country: String,
}

impl Parts {
    fn place(&self) -> Vec<Place> {
        if self.city.is_empty() {
            return Vec::new();
        }
        vec![Place::of([
            self.city.clone(),
            self.region.clone(),
            self.country.clone(),
        ])]
    }
}

fn tell(claims: &mut Claims, parts: &mut Parts, label: Label, name: &str, value: &str) {
    let value = tidy(value);
    if value.is_empty() || is_placeholder(&value) {
        return;
    }
    let short = clip(&value, MAX_VALUE);
    match label {
        Label::Title if value.len() <= 120 => claims.title(Source::Row, value),
        Label::Company
            if value.len() <= 80 && (!value.ends_with('.') || company::has_form(&value)) =>
        {
            claims.company(Source::Row, value);
        }
        Label::Place => {
            let ways = remote::badge(short);
            claims.remote(
                Source::Badge,
                if ways.is_empty() {
                    place_ways(short)
                } else {
                    ways
                },
            );
            if value.len() <= MAX_VALUE && value.split(' ').count() <= 16 && !value.ends_with('.') {
                claims.places(Source::Row, place::labelled(&value));
            }
        }
        Label::City if value.len() <= 60 => keep(&mut parts.city, value),
        Label::Region if value.len() <= 60 => keep(&mut parts.region, value),
        Label::Country if value.len() <= 60 => keep(&mut parts.country, value),
        Label::Pay => {
            let currency = name
                .split(|c: char| !c.is_alphanumeric() && c != '€' && c != '£')
                .find_map(|word| {
                    let known = money::amounts(&format!("{word} 1"));
                    known
                        .first()
                        .map(|a| a.currency.clone())
                        .filter(|c| !c.is_empty())
                })
                .unwrap_or_default();
            let mut pay = salary::agree(&salary::labelled(clip(&value, 400), &currency));
            if let Some(pay) = &mut pay
                && pay.period.is_empty()
            {
                pay.period = super::period::before(name).unwrap_or_default().to_owned();
            }
            claims.salary(Source::Row, pay);
        }
        Label::Employment => {
            claims.employment(Source::Row, employment::choose(&employment::kinds(short)));
            claims.term(Source::Row, employment::term(short));
            claims.remote(Source::Badge, place_ways(short));
        }
        Label::Remote => claims.remote(Source::Row, remote_value(short)),
        Label::Department if value.len() <= 90 && !value.ends_with(['.', '?', '!']) => {
            claims.department(Source::Row, value);
        }
        Label::Reference => {
            let first = value.split_whitespace().next().unwrap_or_default();
            claims.reference(
                Source::Row,
                stated::number(&value).or_else(|| stated::number(first)),
            );
        }
        Label::Posted => claims.posted(Source::Row, short),
        Label::Deadline => claims.deadline(Source::Row, short),
        _ => {}
    }
}

fn keep(slot: &mut String, value: String) {
    if slot.is_empty() {
        *slot = value;
    }
}

/// "Remote, Canada", "Hybrid - Leeds": the way of working said with the place.
pub(crate) fn place_ways(text: &str) -> Vec<remote::Remote> {
    text.split([',', ';', '|', '(', ')', '–', '•', '·', '/'])
        .flat_map(|piece| piece.split(" - "))
        .flat_map(remote::badge)
        .chain(place::is_qualified_remote(text).then_some("remote"))
        .take(3)
        .collect()
}

fn remote_value(value: &str) -> Vec<remote::Remote> {
    let folded = fold(value);
    match folded.as_str() {
        "yes" | "ja" | "oui" | "si" | "sim" | "tak" | "true" => vec!["remote"],
        "no" | "nein" | "non" | "nee" | "nao" | "nie" | "false" | "no remote" => vec!["onsite"],
        "partial" | "partly" | "teilweise" | "partiel" | "parcial" | "parziale" | "occasional" => {
            vec!["hybrid"]
        }
        "full" | "fully" | "total" | "complet" => vec!["remote"],
        _ => remote::ways(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(tag: &str, text: &str) -> TextBlock {
        TextBlock {
            tag: tag.to_owned(),
            hint: String::new(),
            text: text.to_owned(),
            ..TextBlock::default()
        }
    }

    fn claims(blocks: &[(&str, &str)], form: &[&str]) -> Claims {
        let blocks = blocks
            .iter()
            .map(|(tag, text)| block(tag, text))
            .collect::<Vec<_>>();
        let form = form.iter().map(|l| fold(l)).collect::<Vec<_>>();
        read(&blocks.iter().collect::<Vec<_>>(), &form)
    }

    #[test]
    fn a_label_above_its_value() {
        let read = claims(
            &[
                ("dt", "Arbeitsort"),
                ("dd", "Graz, Österreich"),
                ("dt", "Arbeitszeit"),
                ("dd", "Teilzeit, 20 Std."),
            ],
            &[],
        );
        assert_eq!(read.places[0].value[0].text(), "Graz, Österreich");
        assert_eq!(read.employment[0].value, "part_time");
    }

    #[test]
    fn several_lines_in_one_block() {
        let read = claims(
            &[(
                "p",
                "Location: Leeds, UK Job Type: Full-time Salary: £31,000 - £34,000 per year Ref: 12",
            )],
            &[],
        );
        assert_eq!(read.places[0].value[0].text(), "Leeds, UK");
        assert_eq!(read.employment[0].value, "full_time");
        assert_eq!(read.salary[0].value.max, Some(34_000.0));
    }

    #[test]
    fn a_form_asks_and_does_not_tell() {
        let read = claims(
            &[
                ("div", "Location"),
                ("div", "Start typing"),
                ("div", "Salary *"),
                ("div", "$10,000 - $20,000"),
            ],
            &["Location"],
        );
        assert_eq!(read, Claims::default());
    }

    #[test]
    fn a_sentence_is_no_line() {
        let read = claims(
            &[("p", "We have one goal in every location: happy guests.")],
            &[],
        );
        assert_eq!(read, Claims::default());
    }

    #[test]
    fn city_and_country_make_a_place() {
        let read = claims(
            &[
                ("th", "City"),
                ("td", "Porto"),
                ("th", "Country"),
                ("td", "Portugal"),
            ],
            &[],
        );
        assert_eq!(read.places[0].value[0].text(), "Porto, Portugal");
    }
}
