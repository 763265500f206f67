//! E-mail and phone. A phone number is written with its calling code unless another field has it.

use super::answer::{Answer, Ask, Choice, Stop, said};
use super::refusals::{does_not_fit, not_in_profile};
use super::shape::digits_only;
use super::words::fold;
use crate::classify::FieldKind;
use crate::places::countries::{self, Country};
use foothold_shared::profile::Phone;

pub(super) fn answer<'a>(ask: &Ask<'a>) -> Result<Answer<'a>, Stop> {
    match ask.kind {
        FieldKind::Email => {
            let email = said(&ask.profile.contact.email, "e-mail address")?;
            Ok(Answer::words("your profile: e-mail", email))
        }
        FieldKind::PhoneCountry => phone_country(ask),
        _ => phone(ask),
    }
}

fn country_of(phone: &Phone) -> Result<&'static Country, Stop> {
    said(&phone.national, "phone number")?;
    countries::by_code(&phone.country)
        .ok_or_else(|| not_in_profile("country for your phone number"))
}

fn phone<'a>(ask: &Ask<'a>) -> Result<Answer<'a>, Stop> {
    let phone = &ask.profile.contact.phone;
    let country = country_of(phone)?;
    let national = national_number(phone, country);
    let source = "your profile: phone";
    let digits: String = national.chars().filter(char::is_ascii_digit).collect();
    let significant = significant_number(&national, country);
    let compact: String = significant.chars().filter(char::is_ascii_digit).collect();
    let at_home = ask
        .context
        .job_country
        .as_deref()
        .is_some_and(|c| c.eq_ignore_ascii_case(country.code));
    let shapes = if ask.calling_code_elsewhere {
        vec![national, digits]
    } else if digits_only(ask) && at_home {
        // Digits alone cannot show a calling code; in the job's own country nobody needs it.
        vec![digits]
    } else if digits_only(ask) {
        return Err(does_not_fit(
            "This field takes digits alone, and your number needs its country code.",
        ));
    } else {
        let mut shapes = vec![
            format!("+{} {}", country.calling, significant),
            format!("+{}{}", country.calling, compact),
        ];
        if at_home {
            shapes.push(digits);
        }
        shapes
    };
    let room = ask.raw.max_length.map_or(usize::MAX, |n| n as usize);
    let plain = digits_only(ask);
    let fits = |s: &&String| s.len() <= room && (!plain || s.bytes().all(|b| b.is_ascii_digit()));
    match shapes.iter().find(fits) {
        Some(text) => Ok(Answer::words(source, text)),
        None => Err(does_not_fit(
            "Your phone number is longer than this field allows.",
        )),
    }
}

/// The number as it is dialled from abroad.
pub(super) fn international(phone: &Phone) -> Option<String> {
    let country = country_of(phone).ok()?;
    let national = national_number(phone, country);
    let significant = significant_number(&national, country);
    (!significant.is_empty()).then(|| format!("+{} {significant}", country.calling))
}

/// The number as dialled inside its country, digits and single separators.
fn national_number(phone: &Phone, country: &Country) -> String {
    let text = phone.national.trim();
    let international = format!("+{}", country.calling);
    let double_zero = format!("00{}", country.calling);
    let rest = text
        .strip_prefix(&international)
        .or_else(|| text.strip_prefix(&double_zero));
    let text = rest.unwrap_or(text);
    let kept: String = text
        .chars()
        .map(|c| if c.is_ascii_digit() { c } else { ' ' })
        .collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The number as written behind the calling code: without the trunk prefix that is dialled only inside the country.
fn significant_number(national: &str, country: &Country) -> String {
    // In these countries a leading zero belongs to the number itself.
    const ZERO_STAYS: &[&str] = &["IT", "SM", "VA", "CI", "CG"];
    let digits = national.bytes().filter(u8::is_ascii_digit).count();
    let prefix = match country.calling {
        "1" if digits == 11 => "1",
        "7" if digits == 11 => "8",
        "36" => "06",
        "1" | "7" => return national.to_owned(),
        _ if ZERO_STAYS.contains(&country.code) => return national.to_owned(),
        _ => "0",
    };
    national
        .strip_prefix(prefix)
        .unwrap_or(national)
        .trim()
        .to_owned()
}

fn phone_country<'a>(ask: &Ask<'a>) -> Result<Answer<'a>, Stop> {
    let country = country_of(&ask.profile.contact.phone)?;
    let code = format!("+{}", country.calling);
    let name = country.name(ask.lang);
    let mut wordings = Vec::new();
    for name in country.wordings(ask.lang) {
        wordings.push(format!("{name} ({code})"));
        wordings.push(format!("{name} {code}"));
        wordings.push(format!("{code} {name}"));
        wordings.push(name);
    }
    wordings.push(code.clone());
    let fit = Box::new(move |choice: &Choice<'_>| phone_country_fit(choice, country));
    let mut answer = Answer::with_fit("your profile: phone country", &code, wordings, fit);
    answer.query = name.to_owned();
    Ok(answer)
}

/// Whether a text shows the country of the person's number, by name or by calling code.
pub(super) fn is_own_country(ask: &Ask<'_>, text: &str) -> bool {
    let Ok(own) = country_of(&ask.profile.contact.phone) else {
        return false;
    };
    match countries::named(text) {
        Some(shown) => shown.code == own.code,
        None => countries::calling_code(text).is_some_and(|code| code == own.calling),
    }
}

fn phone_country_fit(choice: &Choice<'_>, country: &Country) -> u8 {
    let names = |text: &str| countries::named(text).is_some_and(|c| c.code == country.code);
    if names(&choice.option.text) {
        return 4;
    }
    let says_another = countries::named(&choice.option.text).is_some();
    if !says_another && fold(&choice.option.value) == fold(country.code) {
        return 3;
    }
    let code = countries::calling_code(&choice.option.text);
    u8::from(code.is_some_and(|c| c == country.calling)) * 2
}
