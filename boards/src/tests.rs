//! Tests of the whole way: an answer in a board's shape, the postings that it holds. Every employer here is invented.

mod aggregators;
mod employers;
mod files;
mod hostile;

use std::fmt::Write as _;

use crate::{Answer, Board, Page, Posting, Request, first, read};

/// 21 November 2026, noon.
pub(super) const NOW: i64 = 1_795_262_400_000;

/// Reads an answer to the first request of a board.
pub(super) fn answered(board: &Board, body: &str) -> Page {
    let asked = first(board).expect("a board that can be asked");
    answer(board, &asked, body)
}

/// Reads an answer to a request.
pub(super) fn answer(board: &Board, asked: &Request, body: &str) -> Page {
    read(
        board,
        asked,
        &Answer {
            body: body.as_bytes(),
            at_ms: NOW,
        },
    )
}

/// A posting on a few lines, what is not known left out.
pub(super) fn shown(posting: &Posting) -> String {
    let mut out = format!("{} {}\n", posting.id, posting.title);
    let mut line = |name: &str, value: String| {
        if !value.is_empty() {
            let _ = writeln!(out, "{name}: {value}");
        }
    };
    let places = |places: &[crate::Place]| {
        places
            .iter()
            .map(|place| {
                let part = |part: &Option<String>| part.clone().unwrap_or_else(|| "–".to_owned());
                format!(
                    "{}/{}/{}",
                    part(&place.city),
                    part(&place.region),
                    part(&place.country)
                )
            })
            .collect::<Vec<_>>()
            .join(", ")
    };
    let day = |ms: Option<i64>| ms.map(crate::when::day_of).unwrap_or_default();
    line("company", posting.company.clone().unwrap_or_default());
    line("places", places(&posting.places));
    let remote = posting
        .remote
        .map(|way| format!("{way:?} {}", places(&posting.remote_from)));
    line("remote", remote.unwrap_or_default().trim().to_owned());
    let work = [
        posting.employment.map(|kind| format!("{kind:?}")),
        posting.term.map(|term| format!("{term:?}")),
        posting.seniority.map(|level| format!("{level:?}")),
    ];
    line(
        "work",
        work.into_iter().flatten().collect::<Vec<_>>().join(" "),
    );
    let pay = posting.salary.as_ref().map(|pay| {
        let sum = |sum: Option<f64>| sum.map_or_else(|| "–".to_owned(), |sum| sum.to_string());
        let period = pay
            .period
            .map_or_else(|| "?".to_owned(), |period| format!("{period:?}"));
        format!(
            "{}..{} {} {period}",
            sum(pay.min),
            sum(pay.max),
            pay.currency
        )
    });
    line("pay", pay.unwrap_or_default());
    line(
        "days",
        [day(posting.posted_ms), day(posting.expires_ms)]
            .join(" ")
            .trim_end()
            .to_owned(),
    );
    line("url", posting.url.clone());
    if posting.apply_url != posting.url {
        line("apply", posting.apply_url.clone());
    }
    line("department", posting.department.clone().unwrap_or_default());
    line("reference", posting.reference.clone().unwrap_or_default());
    line("skills", posting.skills.join(", "));
    line("language", posting.language.clone().unwrap_or_default());
    line(
        "text",
        posting
            .description
            .replace("\n\n", " ¶ ")
            .replace('\n', " "),
    );
    out
}

/// The only posting of a page, as [`shown`].
#[track_caller]
pub(super) fn only(page: &Page) -> String {
    assert_eq!((page.unread, page.bad.len()), (None, 0), "{:?}", page.bad);
    match page.postings.as_slice() {
        [posting] => shown(posting),
        many => panic!("{} postings", many.len()),
    }
}
