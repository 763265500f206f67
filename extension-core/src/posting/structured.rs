//! Reading one JobPosting node, from a script or from microdata, into claims.

use serde_json::Value;

use super::claim::{Claim, Claims, Source};
use super::json_ld::{is_placeholder, text};
use super::place::{self, Place};
use super::{Salary, employment, money, period, remote, salary};

/// What one node says. `source` tells which kind of structured data it came from.
pub(crate) fn read(posting: &Value, source: Source) -> Claims {
    let mut claims = Claims::default();
    if let Some(title) = title(posting) {
        claims.title(source, title);
    }
    if let Some(company) = company(posting) {
        claims.company(source, company);
    }
    claims.places(source, places(posting));
    claims.salary(source, pay(posting));
    let kinds = texts(posting.get("employmentType"))
        .iter()
        .flat_map(|t| t.split([',', ';', '|']))
        .filter_map(employment::of_unit)
        .collect::<Vec<_>>();
    claims.employment(source, employment::choose(&kinds));
    let spoken = texts(posting.get("employmentType")).join(", ");
    claims.term(source, employment::term(&spoken));
    for (key, list) in [
        ("datePosted", &mut claims.posted),
        ("validThrough", &mut claims.deadline),
    ] {
        list.extend(text(posting.get(key)).map(|value| Claim { value, source }));
    }
    claims.reference(source, identifier(posting));
    if let Some(department) = department(posting) {
        claims.department(source, department);
    }
    claims
        .description
        .extend(whole(posting.get("description")).map(|value| Claim { value, source }));
    claims.qualifications = QUALIFICATIONS
        .iter()
        .filter_map(|key| whole(posting.get(*key)))
        .collect();
    claims.remote_from = allowed(posting);
    let ways = texts(posting.get("jobLocationType"))
        .iter()
        .flat_map(|t| remote::ways(t))
        .collect::<Vec<_>>();
    claims.remote(source, ways);
    claims
}

/// The node's title.
pub(crate) fn title(posting: &Value) -> Option<String> {
    text(posting.get("title")).or_else(|| text(posting.get("name")))
}

/// The node's own address, where it has one.
pub(crate) fn url(posting: &Value) -> Option<String> {
    ["url", "@id", "mainEntityOfPage"]
        .iter()
        .find_map(|key| posting.get(*key).and_then(Value::as_str))
        .map(str::to_owned)
}

/// Properties that say what a job asks for.
const QUALIFICATIONS: [&str; 4] = [
    "qualifications",
    "experienceRequirements",
    "educationRequirements",
    "skills",
];

/// A whole text with its markup.
fn whole(value: Option<&Value>) -> Option<String> {
    let joined = list(value)
        .into_iter()
        .filter_map(|item| match item {
            Value::String(text) => Some(text.clone()),
            Value::Object(map) => map
                .get("description")
                .or_else(|| map.get("name"))
                .and_then(Value::as_str)
                .map(str::to_owned),
            _ => None,
        })
        .take(20)
        .collect::<Vec<_>>()
        .join("\n");
    (!joined.trim().is_empty() && !is_placeholder(&joined)).then_some(joined)
}

/// The employer's number for the job; an address is none.
fn identifier(posting: &Value) -> Option<String> {
    list(posting.get("identifier"))
        .into_iter()
        .filter_map(|item| match item {
            Value::Object(map) => text(map.get("value")),
            other => text(Some(other)),
        })
        .find_map(|value| super::stated::number(&value))
}

fn department(posting: &Value) -> Option<String> {
    let of = |node: &Value| node.get("department").and_then(|value| text(Some(value)));
    list(posting.get("hiringOrganization"))
        .into_iter()
        .find_map(of)
        .or_else(|| of(posting))
        .filter(|name| name.len() <= 90)
}

/// Where those who work remotely may be.
fn allowed(posting: &Value) -> Vec<Place> {
    list(posting.get("applicantLocationRequirements"))
        .into_iter()
        .take(40)
        .filter_map(|item| {
            let name = match item {
                Value::Object(map) if map.contains_key("address") => {
                    text(map.get("address").and_then(|a| a.get("addressCountry")))
                }
                other => text(Some(other)),
            }?;
            let code = super::country::of_field(&name);
            let written = code
                .filter(|_| name.len() <= 3)
                .and_then(super::country::name)
                .map_or(name, str::to_owned);
            let mut place = Place::of([written]);
            place.country = code.or(place.country);
            (!place.is_empty()).then_some(place)
        })
        .collect()
}

fn company(posting: &Value) -> Option<String> {
    let named = |value: &Value| match value {
        Value::Object(map) => text(map.get("name")).or_else(|| text(map.get("legalName"))),
        other => text(Some(other)).filter(|t| !t.starts_with("http")),
    };
    match posting.get("hiringOrganization")? {
        Value::Array(items) => items.iter().find_map(named),
        value => named(value),
    }
    .filter(|name| name.len() <= 160)
}

fn places(posting: &Value) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    for location in list(posting.get("jobLocation")).into_iter().take(30) {
        for place in place_of(location) {
            if !places.contains(&place) {
                places.push(place);
            }
        }
    }
    places
}

fn place_of(location: &Value) -> Vec<Place> {
    let Value::Object(map) = location else {
        return text(Some(location)).map_or_else(Vec::new, |t| place::labelled(&t));
    };
    let addresses = match map.get("address") {
        Some(value) => list(Some(value)),
        // Some templates leave the Place out and put the address straight in.
        None if map.contains_key("addressLocality") || map.contains_key("addressCountry") => {
            vec![location]
        }
        None => Vec::new(),
    };
    let found = addresses
        .into_iter()
        .flat_map(|address| match address {
            Value::Object(parts) => {
                let part = |key: &str| text(parts.get(key)).unwrap_or_default();
                place::of_address(
                    &part("addressLocality"),
                    &part("addressRegion"),
                    &part("addressCountry"),
                )
            }
            other => text(Some(other)).map_or_else(Vec::new, |t| place::labelled(&t)),
        })
        .collect::<Vec<_>>();
    if found.is_empty() {
        return text(map.get("name")).map_or_else(Vec::new, |t| place::labelled(&t));
    }
    found
}

/// `baseSalary`, in the shapes it is found in. `estimatedSalary` is somebody else's guess and not read.
fn pay(posting: &Value) -> Option<Salary> {
    let base = list(posting.get("baseSalary").or_else(|| posting.get("salary")))
        .into_iter()
        .next()?;
    let currency = money::code(
        &text(base.get("currency"))
            .or_else(|| text(posting.get("salaryCurrency")))
            .unwrap_or_default(),
    );
    let Value::Object(amount) = base else {
        return worded(base, &currency);
    };
    let value = list(amount.get("value")).into_iter().next();
    let unit = |node: Option<&Value>| {
        node.and_then(|n| text(n.get("unitText")).or_else(|| text(n.get("unitCode"))))
    };
    let period = unit(value)
        .or_else(|| unit(Some(base)))
        .as_deref()
        .and_then(period::of_unit)
        .unwrap_or_default();
    let holder = match value {
        Some(Value::Object(_)) => value,
        _ => Some(base),
    };
    let end = |key: &str| holder.and_then(|h| number(h.get(key))).filter(|v| *v > 0.0);
    let single = match value {
        Some(Value::Object(inner)) => number(inner.get("value")),
        Some(other) => match number(Some(other)) {
            Some(single) => Some(single),
            None => return worded(other, &currency),
        },
        None => None,
    }
    .filter(|v| *v > 0.0);
    let (mut min, mut max) = (end("minValue").or(single), end("maxValue").or(single));
    if let (Some(low), Some(high)) = (min, max)
        && low > high
    {
        (min, max) = (max, min);
    }
    // One unit of money is a placeholder that a form demanded.
    let largest = max.or(min)?;
    (largest > 1.0).then(|| Salary {
        min,
        max,
        currency,
        period: sane(period, largest).to_owned(),
    })
}

/// A unit that cannot be: nobody is paid fifty thousand an hour, or forty a year. The sums stay, the unit goes.
fn sane(period: &'static str, largest: f64) -> &'static str {
    match period {
        "hour" if largest >= 20_000.0 => "",
        "year" if largest < 400.0 => "",
        other => other,
    }
}

/// Pay that a template wrote as words: "$80,000 - $95,000 per year".
fn worded(value: &Value, currency: &str) -> Option<Salary> {
    let text = text(Some(value))?;
    salary::agree(&salary::labelled(&text, currency))
}

fn number(value: Option<&Value>) -> Option<f64> {
    match value? {
        Value::Number(number) => number.as_f64().filter(|v| v.is_finite()),
        Value::String(text) if !is_placeholder(text) => match money::amounts(text).as_slice() {
            [one] => Some(one.value),
            _ => None,
        },
        Value::Array(items) => items.iter().find_map(|item| number(Some(item))),
        _ => None,
    }
}

fn texts(value: Option<&Value>) -> Vec<String> {
    list(value)
        .into_iter()
        .filter_map(|item| text(Some(item)))
        .take(12)
        .collect()
}

fn list(value: Option<&Value>) -> Vec<&Value> {
    match value {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(items)) => items.iter().filter(|item| !item.is_null()).collect(),
        Some(value) => vec![value],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[track_caller]
    fn pay_is(node: Value, expect: Option<(Option<f64>, Option<f64>, &str, &str)>) {
        let read = pay(&node);
        let read = read
            .as_ref()
            .map(|p| (p.min, p.max, p.currency.as_str(), p.period.as_str()));
        assert_eq!(read, expect, "{node}");
    }

    #[test]
    fn pay_in_every_shape() {
        let range = Some((Some(50_000.0), Some(60_000.0), "EUR", "year"));
        pay_is(
            json!({"baseSalary": {"currency": "EUR", "value": {"minValue": 50000, "maxValue": "60.000", "unitText": "YEAR"}}}),
            range,
        );
        pay_is(
            json!({"baseSalary": [{"currency": "€", "minValue": 60000, "maxValue": 50000, "unitText": "annual"}]}),
            range,
        );
        pay_is(json!({"baseSalary": "€50,000 - €60,000 per year"}), range);
        pay_is(
            json!({"baseSalary": {"currency": "EUR", "value": "50.000 - 60.000 pro Jahr"}}),
            range,
        );
        pay_is(
            json!({"salaryCurrency": "GBP", "baseSalary": {"value": {"value": 14.5, "unitText": "HOUR"}}}),
            Some((Some(14.5), Some(14.5), "GBP", "hour")),
        );
        pay_is(
            json!({"baseSalary": {"currency": "USD", "value": {"minValue": 0, "maxValue": 0}}}),
            None,
        );
        pay_is(json!({"baseSalary": null}), None);
        pay_is(
            json!({"estimatedSalary": {"currency": "USD", "value": 90000}}),
            None,
        );
        pay_is(
            json!({"baseSalary": {"currency": "USD", "value": {"value": 90000, "unitText": "HOUR"}}}),
            Some((Some(90_000.0), Some(90_000.0), "USD", "")),
        );
    }

    #[test]
    fn places_in_every_shape() {
        for (location, expect) in [
            (json!({"@type": "Place", "address": {}}), ""),
            (
                json!({"address": {"addressLocality": "Gent", "addressCountry": {"name": "BE"}}}),
                "Gent, Belgium",
            ),
            (
                json!([{"address": "Lyon, France"}, {"address": {"addressLocality": "Nice", "addressCountry": "FR"}}]),
                "Lyon, France; Nice, France",
            ),
            (json!("Porto, Portugal"), "Porto, Portugal"),
        ] {
            let node = json!({"jobLocation": location});
            let read = places(&node)
                .iter()
                .map(Place::text)
                .collect::<Vec<_>>()
                .join("; ");
            assert_eq!(read, expect, "{node}");
        }
    }
}
