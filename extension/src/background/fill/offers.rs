//! Which frames that cannot be read are worth asking the person about.
//!
//! The address is all there is to go by: words that stand in the addresses of application forms,
//! and the hosts that the core knows. Nothing is asked for by itself; the popup offers, the person decides.

use super::frames::Seen;
use crate::address;
use crate::messages::FrameOffer;

/// Words in a host, path or query that speak for an application form.
const SPEAKING: [&str; 14] = [
    "apply",
    "applicant",
    "application",
    "bewerb",
    "candidat",
    "career",
    "emploi",
    "hiring",
    "job",
    "karriere",
    "recruit",
    "stelle",
    "talent",
    "vacanc",
];

/// Words that speak against one.
const SILENT: [&str; 12] = [
    "ads",
    "analytics",
    "captcha",
    "chat",
    "consent",
    "doubleclick",
    "maps",
    "pixel",
    "player",
    "recaptcha",
    "tagmanager",
    "video",
];

/// The most that are offered at once.
const MOST: usize = 3;

/// The frames worth asking about, the likely ones first. Where a form was found already, only likely ones count.
pub(crate) fn offers(seen: &Seen, found_form: bool) -> Vec<FrameOffer> {
    let readable: Vec<_> = seen
        .frames
        .iter()
        .filter_map(|frame| address::origin_of(&frame.snapshot.url))
        .collect();
    let mut offers: Vec<FrameOffer> = Vec::new();
    for address in seen
        .frames
        .iter()
        .flat_map(|frame| &frame.snapshot.child_frames)
    {
        let Some(origin) = address::origin_of(address) else {
            continue;
        };
        let likely = looks_like_a_form(address);
        if readable.contains(&origin) || !likely && (found_form || is_silent(address)) {
            continue;
        }
        match offers.iter_mut().find(|offer| offer.origin == origin) {
            Some(offer) => offer.likely |= likely,
            None => offers.push(FrameOffer {
                host: address::host_of(&origin),
                origin,
                likely,
            }),
        }
    }
    offers.sort_by_key(|offer| !offer.likely);
    offers.truncate(MOST);
    offers
}

fn looks_like_a_form(address: &str) -> bool {
    !is_silent(address)
        && words(address).any(|word| SPEAKING.iter().any(|speaking| word.starts_with(speaking)))
}

fn is_silent(address: &str) -> bool {
    words(address).any(|word| SILENT.contains(&word.as_str()))
}

fn words(address: &str) -> impl Iterator<Item = String> {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect::<Vec<_>>()
        .into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::background::fill::frames::Frame;
    use foothold_core::page::PageSnapshot;

    fn seen(child_frames: &[&str]) -> Seen {
        let snapshot = PageSnapshot {
            url: "https://company.example/openings/7".into(),
            child_frames: child_frames
                .iter()
                .map(|&address| address.to_owned())
                .collect(),
            ..PageSnapshot::default()
        };
        Seen {
            url: snapshot.url.clone(),
            is_pdf: false,
            frames: vec![Frame {
                document_id: "d".into(),
                snapshot,
            }],
        }
    }

    fn hosts(child_frames: &[&str], found_form: bool) -> Vec<(String, bool)> {
        let offers = offers(&seen(child_frames), found_form);
        offers
            .into_iter()
            .map(|offer| (offer.host, offer.likely))
            .collect()
    }

    #[test]
    fn frames_that_speak_of_an_application_are_offered_first() {
        assert_eq!(
            hosts(
                &[
                    "https://widgets.example/x",
                    "https://forms.example/embed/job_app?token=1"
                ],
                false
            ),
            [
                ("forms.example".to_owned(), true),
                ("widgets.example".to_owned(), false)
            ]
        );
    }

    #[test]
    fn beside_a_form_only_likely_frames_are_offered() {
        assert_eq!(
            hosts(
                &["https://widgets.example/x", "https://jobs.example/7"],
                true
            ),
            [("jobs.example".to_owned(), true)]
        );
    }

    #[test]
    fn what_is_known_to_be_something_else_is_never_offered() {
        for address in [
            "https://www.example/recaptcha/api2/anchor",
            "https://ads.example/job",
            "https://www.example/maps/embed",
            "about:blank",
            "javascript:void(0)",
        ] {
            assert!(hosts(&[address], false).is_empty(), "{address}");
        }
    }

    #[test]
    fn one_origin_is_offered_once_and_the_pages_own_never() {
        assert_eq!(
            hosts(
                &[
                    "https://forms.example/a",
                    "https://forms.example/apply",
                    "https://company.example/apply"
                ],
                false
            ),
            [("forms.example".to_owned(), true)]
        );
    }
}
