//! Choosing between claims: what a person sees comes first, agreement fills gaps, and disagreement is noted.

use super::claim::{Claim, Claims, Source};
use super::employment::Employment;
use super::fold::key;
use super::meta::{self, Meta};
use super::place::Place;
use super::remote::{self, Remote};
use super::sites::{self, Site};
use super::{Salary, country, money, salary};

/// The company. Visible text first; a job site's own name never; a name that nothing else on the page knows gives
/// way to one that the title and the address know.
pub(crate) fn company(
    claims: &Claims,
    page: &Meta,
    site: Option<&Site>,
    notes: &mut Vec<String>,
) -> Option<String> {
    let entity_codes = site.is_some_and(|s| s.entity_codes);
    let names = claims
        .company
        .iter()
        .map(|claim| {
            let name = if entity_codes {
                without_entity_code(&claim.value)
            } else {
                claim.value.clone()
            };
            (super::fold::tidy(&name), claim.source)
        })
        .filter(|(name, _)| meta::is_company(name))
        .collect::<Vec<_>>();
    let visible = names.iter().find(|(_, source)| source.is_visible());
    let data = names
        .iter()
        .find(|(_, source)| matches!(source, Source::JsonLd | Source::Microdata));
    let titled = names.iter().find(|(_, source)| *source == Source::Meta);
    let chosen = match (visible, data, titled) {
        (Some(visible), _, _) => visible,
        (None, Some(data), Some(titled))
            if !alike(&data.0, &titled.0)
                && !page.knows(&data.0)
                && page.address_names(&titled.0) =>
        {
            titled
        }
        (None, Some(data), _) => data,
        (None, None, Some(titled)) => titled,
        (None, None, None) => return None,
    };
    // "Acme" on the page and "Acme GmbH" in the data are one company: the page's own writing stands.
    notes.push(format!("company: from {}", chosen.1.name()));
    for other in [visible, data, titled].into_iter().flatten() {
        if !alike(&chosen.0, &other.0) {
            notes.push(format!("company: {} says otherwise", other.1.name()));
        }
    }
    Some(chosen.0.clone())
}

fn alike(a: &str, b: &str) -> bool {
    let (a, b) = (key(a), key(b));
    a == b || (a.len().min(b.len()) >= 3 && (a.contains(&b) || b.contains(&a)))
}

/// "DE0815-ACME Acme GmbH" as "Acme GmbH": the code of a legal entity is for the payroll.
fn without_entity_code(name: &str) -> String {
    let Some((code, rest)) = name.trim().split_once(' ') else {
        return name.to_owned();
    };
    let digits = code.chars().filter(char::is_ascii_digit).count();
    let is_code = digits >= 3
        && code
            .chars()
            .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '-' | '_' | '.'));
    let rest = rest.trim_start_matches(['-', '–', ':', ' ']);
    if is_code && rest.chars().filter(|c| c.is_alphabetic()).count() >= 3 {
        rest.to_owned()
    } else {
        name.to_owned()
    }
}

/// The places. The visible ones stand; structured data that names the same more fully completes them.
pub(crate) fn places(claims: &[Claim<Vec<Place>>], notes: &mut Vec<String>) -> Vec<Place> {
    let named = |claim: &&Claim<Vec<Place>>| claim.value.iter().any(names_a_place);
    let mut visible = claims
        .iter()
        .filter(|c| c.source.is_visible())
        .collect::<Vec<_>>();
    visible.sort_by_key(|c| c.source);
    let data = claims
        .iter()
        .find(|c| matches!(c.source, Source::JsonLd | Source::Microdata));
    let titled = claims.iter().find(|c| c.source == Source::Meta);
    let seen = visible.iter().copied().find(named);
    let (chosen, from) = match (seen, data.filter(named)) {
        (Some(seen), data) => {
            let mut all = seen.value.clone();
            // Badges of one kind, each in its own block, are several places.
            for other in visible
                .iter()
                .filter(|c| c.source == seen.source && **c != seen)
            {
                for place in &other.value {
                    if names_a_place(place)
                        && !all.iter().any(|p| p.covers(place) || place.covers(p))
                    {
                        all.push(place.clone());
                    }
                }
            }
            let known = data.map(|d| d.value.as_slice()).unwrap_or_default();
            let others = visible
                .iter()
                .flat_map(|c| &c.value)
                .chain(known)
                .collect::<Vec<_>>();
            let full = all
                .iter()
                .map(|place| fullest(place, &others))
                .collect::<Vec<_>>();
            if !known.is_empty()
                && !full
                    .iter()
                    .any(|p| known.iter().any(|k| k.covers(p) || p.covers(k)))
            {
                notes.push(
                    "location: the structured data names another place than the page".to_owned(),
                );
            }
            (full, seen.source)
        }
        (None, Some(data)) => (data.value.clone(), data.source),
        (None, None) => match (titled.filter(named), visible.first().copied(), data) {
            (Some(titled), _, _) => (titled.value.clone(), titled.source),
            // Nothing but "Remote", where a place is asked for.
            (None, Some(claim), _) | (None, None, Some(claim)) => {
                (claim.value.clone(), claim.source)
            }
            (None, None, None) => return Vec::new(),
        },
    };
    notes.push(format!("location: from {}", from.name()));
    chosen
}

/// Whether a place is more than a way of working.
pub(crate) fn names_a_place(place: &Place) -> bool {
    place
        .segments
        .iter()
        .any(|s| !remote::without_ways(s).is_empty())
}

/// The same place with more of its parts, where another source names them.
fn fullest(place: &Place, others: &[&Place]) -> Place {
    others
        .iter()
        .copied()
        .filter(|other| {
            other.covers(place)
                && other.segments.len() > place.segments.len()
                && (place.country.is_none() || other.country == place.country)
                // A country alone may be any of its cities: more parts would be a guess.
                && place.segments.first().is_some_and(|s| country::find(s).is_none())
        })
        .max_by_key(|other| other.segments.len())
        .unwrap_or(place)
        .clone()
}

/// The pay. Visible figures stand; structured data gives them currency and period where the figures agree.
pub(crate) fn pay(
    claims: &[Claim<Salary>],
    country: Option<&str>,
    lang: &str,
    notes: &mut Vec<String>,
) -> Option<Salary> {
    let settled = claims
        .iter()
        .map(|claim| {
            let mut pay = claim.value.clone();
            pay.currency = money::settle(&pay.currency, country, lang);
            (pay, claim.source)
        })
        .collect::<Vec<_>>();
    let of = |wanted: &dyn Fn(Source) -> bool| {
        settled
            .iter()
            .filter(|(_, source)| wanted(*source))
            .map(|(pay, _)| pay.clone())
            .collect::<Vec<_>>()
    };
    let labelled = of(&|s| s.is_visible() && s != Source::Prose);
    let written = of(&|s| s == Source::Prose);
    let data = of(&|s| matches!(s, Source::JsonLd | Source::Microdata));
    let described = salary::agree(&of(&|s| s == Source::Described));
    let data = data.first().or(described.as_ref());
    let visible = match salary::agree(&labelled) {
        Some(pay) => Some(pay),
        None if labelled.is_empty() => salary::agree(&written),
        None => labelled.first().cloned(),
    };
    if visible.is_none() && !written.is_empty() {
        notes.push("salary: the description names several, none is chosen from it".to_owned());
    }
    let mut chosen = match (visible, data) {
        (Some(mut seen), Some(data)) => {
            if seen.same_sums(data) {
                if seen.period.is_empty() {
                    seen.period.clone_from(&data.period);
                }
                if seen.currency.is_empty() {
                    seen.currency.clone_from(&data.currency);
                }
                notes.push("salary: the page and its structured data agree".to_owned());
            } else {
                notes.push("salary: from the page; its structured data says otherwise".to_owned());
            }
            seen
        }
        (Some(seen), None) => {
            notes.push("salary: from the page".to_owned());
            seen
        }
        (None, Some(data)) => {
            notes.push("salary: from the page's structured data".to_owned());
            data.clone()
        }
        (None, None) => return None,
    };
    if salary::assume_year(&mut chosen) {
        notes.push("salary: no period is said; the sums are read as yearly".to_owned());
    }
    Some(chosen)
}

/// The kind of employment: the first visible one, else the structured data's.
pub(crate) fn employment(
    claims: &[Claim<Employment>],
    notes: &mut Vec<String>,
) -> Option<Employment> {
    let mut sorted = claims.iter().collect::<Vec<_>>();
    sorted.sort_by_key(|claim| claim.source);
    let chosen = sorted
        .iter()
        .find(|c| matches!(c.value, "internship" | "apprenticeship") && c.source.is_visible())
        .or_else(|| sorted.first())?;
    notes.push(format!("employment type: from {}", chosen.source.name()));
    if let Some(other) = sorted.iter().find(|c| c.value != chosen.value) {
        notes.push(format!(
            "employment type: {} says otherwise",
            other.source.name()
        ));
    }
    Some(chosen.value)
}

/// Where the work is done. Visible words stand; where they offer several ways, the structured data's one of them
/// is taken. "Hybrid" in one place beats "remote" in another: it is the narrower promise.
pub(crate) fn remote(claims: &[Claim<Vec<Remote>>], notes: &mut Vec<String>) -> Option<Remote> {
    let data = claims
        .iter()
        .filter(|c| matches!(c.source, Source::JsonLd | Source::Microdata))
        .find_map(|c| remote::one(&c.value));
    let mut visible = claims
        .iter()
        .filter(|c| c.source.is_visible())
        .collect::<Vec<_>>();
    visible.sort_by_key(|c| c.source);
    let best = visible.first().map(|c| c.source);
    let said = visible
        .iter()
        // A labelled line settles it; badges, headings and sentences are weighed together.
        .filter(|c| Some(c.source) == best || best.is_some_and(|b| b >= Source::Badge))
        .flat_map(|c| &c.value)
        .copied()
        .collect::<Vec<_>>();
    let offers = visible.first().is_some_and(|c| c.value.len() > 1);
    let chosen = match (said.is_empty(), data) {
        (true, None) => return None,
        (true, Some(data)) => {
            notes.push("remote: from the page's structured data".to_owned());
            return Some(data);
        }
        (false, Some(data)) if offers && said.contains(&data) => {
            notes.push("remote: the page offers several; its structured data names one".to_owned());
            return Some(data);
        }
        (false, _) => {
            let mut distinct = said.clone();
            distinct.dedup();
            remote::one(&distinct)?
        }
    };
    notes.push(format!("remote: from {}", visible[0].source.name()));
    if data.is_some_and(|data| data != chosen) {
        notes.push("remote: the structured data says otherwise".to_owned());
    }
    Some(chosen)
}

/// Whether a name belongs to a job site.
pub(crate) fn is_site_name(name: &str) -> bool {
    sites::is_site_name(&super::fold::fold(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entity_codes_go_and_names_stay() {
        for (name, clean) in [
            ("DE0815-ACME Acme GmbH", "Acme GmbH"),
            ("0100 Acme Inc", "Acme Inc"),
            ("US_1001 - Acme Holdings", "Acme Holdings"),
            ("Studio 1001 Nights", "Studio 1001 Nights"),
            ("4711", "4711"),
        ] {
            assert_eq!(without_entity_code(name), clean, "{name}");
        }
    }

    #[test]
    fn hybrid_beats_remote() {
        let claim = |source, value: &[Remote]| Claim {
            value: value.to_vec(),
            source,
        };
        let mut notes = Vec::new();
        for (claims, expect) in [
            (
                vec![
                    claim(Source::Row, &["hybrid"]),
                    claim(Source::JsonLd, &["remote"]),
                ],
                Some("hybrid"),
            ),
            (
                vec![
                    claim(Source::Badge, &["remote"]),
                    claim(Source::Badge, &["hybrid"]),
                ],
                Some("hybrid"),
            ),
            (
                vec![
                    claim(Source::Badge, &["remote", "hybrid"]),
                    claim(Source::JsonLd, &["remote"]),
                ],
                Some("remote"),
            ),
            (
                vec![
                    claim(Source::Row, &["onsite"]),
                    claim(Source::Badge, &["remote"]),
                ],
                Some("onsite"),
            ),
            (vec![claim(Source::JsonLd, &["remote"])], Some("remote")),
            (vec![], None),
        ] {
            assert_eq!(remote(&claims, &mut notes), expect, "{claims:?}");
        }
    }
}
