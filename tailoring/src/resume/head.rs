//! The head of a résumé: name, the line below it, how to reach the person, and the sentences about them.

use super::lines;
use crate::case::{Case, Decided};
use foothold_core::places::country_name;
use foothold_core::plan::phone_number;
use foothold_matching::facts::{entry_id, sentences};
use foothold_shared::document::{ContactItem, ContactKind, DocumentEntry, Statement};
use foothold_shared::profile::{Profile, WorkEntry};

/// How many sentences about the person are kept.
const SENTENCES: usize = 4;

/// The name as it stands on documents: the first name the person goes by, then the rest.
pub(crate) fn full_name(profile: &Profile) -> String {
    let name = &profile.name;
    let preferred = name.preferred.trim();
    let (first, middle) = if preferred.is_empty() {
        (name.given.trim(), name.middle.trim())
    } else {
        (preferred, "")
    };
    let parts = [first, middle, name.family.trim(), name.suffix.trim()];
    let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    lines::spaced(&said.join(" "))
}

/// The person's own title that is nearest to the posting's: the present one, unless an earlier one is clearly nearer.
fn held_title<'c>(case: &'c Case<'_>) -> Option<(String, &'c WorkEntry)> {
    let mut best: Option<(f32, String, &WorkEntry)> = None;
    for (at, job) in case.profile.work.iter().enumerate() {
        let id = entry_id("work", &job.id, at);
        if job.title.trim().is_empty() || case.ranking.is_left_out(&id) {
            continue;
        }
        let near = case.wanted.title_nearness(&job.title);
        let worth =
            near + if job.current { 0.4 } else { 0.0 } + 0.2 * case.ranking.score(&id).min(1.0);
        if best
            .as_ref()
            .is_none_or(|(known, ..)| worth > *known + 0.01)
        {
            best = Some((worth, id, job));
        }
    }
    best.map(|(_, id, job)| (id, job))
}

pub(super) fn headline(case: &Case<'_>, decided: &mut Decided) -> Statement {
    let Some((id, job)) = held_title(case) else {
        return Statement::default();
    };
    let title = lines::spaced(&job.title);
    if !case.wanted.is_empty() {
        let why = "Of the titles you have held, it is the one nearest to this posting's.";
        decided.chose(format!("Headline: {title}"), why, vec![id.clone()]);
    }
    decided.state(title, vec![id])
}

/// E-mail, phone, place and links.
pub(crate) fn contact(case: &Case<'_>) -> Vec<ContactItem> {
    let profile = case.profile;
    let mut items = Vec::new();
    let mut add = |kind: ContactKind, text: String, url: String| {
        if !text.is_empty() {
            items.push(ContactItem { kind, text, url });
        }
    };
    let email = profile.contact.email.trim();
    let mailto = if email.is_empty() {
        String::new()
    } else {
        format!("mailto:{email}")
    };
    add(ContactKind::Email, email.to_owned(), mailto);
    let phone = &profile.contact.phone;
    let shown = phone_number(phone).unwrap_or_else(|| lines::spaced(&phone.national));
    let dialled: String = shown
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '+')
        .collect();
    let tel = if dialled.is_empty() {
        String::new()
    } else {
        format!("tel:{dialled}")
    };
    add(ContactKind::Phone, shown, tel);
    add(ContactKind::Place, place(case), String::new());
    let links = &profile.links;
    for link in [
        &links.linkedin,
        &links.github,
        &links.portfolio,
        &links.website,
        &links.twitter,
    ] {
        let link = link.trim();
        let bare = link
            .strip_prefix("https://")
            .or_else(|| link.strip_prefix("http://"))
            .unwrap_or(link);
        let bare = bare
            .strip_prefix("www.")
            .unwrap_or(bare)
            .trim_end_matches('/');
        let url = if link.contains("://") {
            link.to_owned()
        } else {
            format!("https://{link}")
        };
        add(
            ContactKind::Link,
            bare.to_owned(),
            if bare.is_empty() { String::new() } else { url },
        );
    }
    items
}

/// Town, region where addresses of the country have one, and the country where the job may be in another.
fn place(case: &Case<'_>) -> String {
    let address = &case.profile.address;
    let code = address.country.trim();
    let regional =
        matches!(code, "US" | "CA" | "AU" | "BR" | "MX" | "IN") || address.city.trim().is_empty();
    let region = if regional { address.region.trim() } else { "" };
    let at_home = case
        .posting
        .country
        .as_deref()
        .is_some_and(|country| country.eq_ignore_ascii_case(code));
    let country = if at_home {
        None
    } else {
        country_name(code, case.language.code())
    };
    let parts = [address.city.trim(), region, country.unwrap_or_default()];
    let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    lines::spaced(&said.join(", "))
}

/// The sentences about the person: the first, which says who they are, and those that answer the posting.
pub(super) fn summary(case: &Case<'_>, decided: &mut Decided) -> Vec<DocumentEntry> {
    let all = sentences(&case.profile.summary);
    let ids: Vec<String> = (0..all.len()).map(|at| format!("summary/{at}")).collect();
    let mut ranked: Vec<usize> = (0..all.len())
        .filter(|at| !case.ranking.is_left_out(&ids[*at]))
        .collect();
    let first = ranked.first().copied();
    let lead = |at: usize| case.ranking.is_chosen(&ids[at]) || Some(at) == first;
    ranked.sort_by(|a, b| {
        let score = |at: usize| case.ranking.score(&ids[at]);
        lead(*b)
            .cmp(&lead(*a))
            .then(score(*b).total_cmp(&score(*a)))
            .then(a.cmp(b))
    });
    let room = usize::try_from(SENTENCES as isize + isize::from(case.style.resume_length))
        .unwrap_or(1)
        .max(1);
    let must = ranked.iter().filter(|at| lead(**at)).count();
    let mut kept: Vec<usize> = ranked.iter().copied().take(room.max(must)).collect();
    for at in ranked.iter().skip(kept.len()) {
        decided.dropped(
            &ids[*at],
            &all[*at],
            "The other sentences about you answer this posting better.",
        );
    }
    kept.sort_unstable();
    let mut paragraph = Vec::new();
    for at in kept {
        if !lead(at) {
            decided
                .may_go
                .push((case.ranking.score(&ids[at]), ids[at].clone()));
        }
        paragraph.push(decided.state(lines::sentence(&all[at]), vec![ids[at].clone()]));
    }
    if paragraph.is_empty() {
        return Vec::new();
    }
    vec![DocumentEntry {
        paragraph,
        ..DocumentEntry::default()
    }]
}
