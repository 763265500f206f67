//! Postings as JSON that a person imports: a list by itself or under a usual name, with usual names for the parts;
//! `JobPosting` of schema.org and what we export ourselves among them.

use serde_json::Value;

use super::Reader;
use crate::loose::{self, at, first, items, number, raw, text, texts};
use crate::{Answer, Board, BoardError, Draft, Page, Request, Source};

pub(crate) struct Json;

impl Reader for Json {
    fn first(&self, _board: &Board) -> Result<Request, BoardError> {
        Err(BoardError::File)
    }

    fn read(&self, board: &Board, _asked: &Request, answer: &Answer<'_>) -> Page {
        let root = match loose::parse(answer.body) {
            Ok(root) => root,
            Err(why) => return Page::lost(why),
        };
        const LISTS: [&str; 9] = [
            "", "postings", "jobs", "data", "results", "items", "offers", "@graph", "content",
        ];
        let Some(list) = LISTS.iter().find(|path| super::holds_list(&root, path)) else {
            return match root.is_object() {
                true => of(&[root], board, answer),
                false => Page::lost("the file holds no list of jobs"),
            };
        };
        of(items(&root, list), board, answer)
    }
}

fn of(jobs: &[Value], board: &Board, answer: &Answer<'_>) -> Page {
    let mut page = Page::default();
    for (job, number) in super::some(jobs, &mut page).iter().zip(1..) {
        page.take_at(format!("posting {number}"), draft(job), board, answer);
    }
    page
}

/// A posting by the usual names of its parts.
pub(super) fn draft(job: &Value) -> Draft {
    let mut draft = Draft {
        id: first(
            job,
            &[
                "id",
                "identifier.value",
                "identifier",
                "reference",
                "ref",
                "slug",
                "uuid",
            ],
        ),
        title: first(
            job,
            &[
                "title",
                "role",
                "position",
                "jobTitle",
                "job_title",
                "job title",
                "name",
            ],
        ),
        company: first(
            job,
            &[
                "company",
                "companyName",
                "company_name",
                "employer",
                "organization",
                "organisation",
                "hiringOrganization",
            ],
        ),
        url: any(
            job,
            &[
                "url",
                "link",
                "jobUrl",
                "job_url",
                "address",
                "website",
                "absolute_url",
            ],
        ),
        apply_url: any(
            job,
            &[
                "applyUrl",
                "apply_url",
                "applicationUrl",
                "application_url",
                "apply",
            ],
        ),
        remote: first(
            job,
            &[
                "remote",
                "workplace",
                "workplaceType",
                "workplace_type",
                "jobLocationType",
                "work model",
            ],
        ),
        remote_from: texts(job, "remoteFrom"),
        employment: [
            "employment",
            "employmentType",
            "employment_type",
            "type",
            "jobType",
            "job_type",
            "contract",
            "term",
        ]
        .iter()
        .flat_map(|name| texts(job, name))
        .map(|word| word.replace('_', " "))
        .collect(),
        level: first(
            job,
            &[
                "seniority",
                "level",
                "experience",
                "experienceLevel",
                "experience_level",
            ],
        ),
        skills: ["skills", "tags", "keywords"]
            .iter()
            .flat_map(|name| words(job, name))
            .collect(),
        language: first(job, &["language", "lang"]),
        posted: first(
            job,
            &[
                "posted",
                "datePosted",
                "date_posted",
                "postedMs",
                "published",
                "published_at",
                "created",
                "created_at",
                "date",
            ],
        ),
        updated: first(job, &["updated", "updatedMs", "updated_at", "dateModified"]),
        expires: first(
            job,
            &[
                "expires",
                "expiresMs",
                "validThrough",
                "valid_through",
                "deadline",
                "closing_date",
                "closing date",
                "closes",
            ],
        ),
        department: first(job, &["department", "team", "category"]),
        reference: first(job, &["reference", "ref", "requisition", "requisition_id"]),
        ..Draft::default()
    };
    match draft.remote.to_ascii_lowercase().as_str() {
        "true" | "yes" | "1" | "telecommute" => draft.remote = "remote".to_owned(),
        "false" | "no" | "0" => draft.remote.clear(),
        _ => {}
    }
    places(job, &mut draft);
    pay(job, &mut draft);
    let described = any(
        job,
        &[
            "description",
            "descriptionHtml",
            "description_html",
            "body",
            "content",
            "text",
            "summary",
        ],
    );
    if is_ours(job, &described) {
        draft.description = described;
    } else {
        draft.tell(&described);
    }
    draft.under(
        "Requirements",
        &raw(job, "requirements").replace("null", ""),
    );
    if draft.id.is_empty() {
        draft.id.clone_from(&draft.url);
    }
    draft
}

/// Whether a posting is one that we exported, its description our Markdown: without markup, its links leading to the web.
fn is_ours(job: &Value, described: &str) -> bool {
    let exported = Source::named(&text(job, "source")).is_some()
        && job.get("applyUrl").is_some()
        && job.get("remoteFrom").is_some();
    let links = described.match_indices("](").all(|(at, _)| {
        let target = &described[at + 2..];
        ["http://", "https://", "mailto:"]
            .iter()
            .any(|scheme| target.starts_with(scheme))
    });
    exported && links && !described.contains(['<', '&'])
}

fn any(job: &Value, names: &[&str]) -> String {
    names
        .iter()
        .map(|name| raw(job, name))
        .find(|text| !text.trim().is_empty())
        .unwrap_or_default()
}

/// A list, or words with commas or semicolons between.
fn words(job: &Value, name: &str) -> Vec<String> {
    match at(job, name) {
        Value::String(text) => text
            .split([',', ';', '|'])
            .map(|word| word.trim().to_owned())
            .collect(),
        _ => texts(job, name),
    }
}

fn places(job: &Value, draft: &mut Draft) {
    for name in ["places", "locations", "location", "place", "jobLocation"] {
        for place in items(job, name).iter().take(30) {
            let place = if place.get("address").is_some() {
                at(place, "address")
            } else {
                place
            };
            if let Some(line) = place.as_str() {
                draft.line(line);
                continue;
            }
            let part = |names: &[&str]| first(place, names);
            let city = part(&["city", "addressLocality"]);
            let country = part(&["country", "countryCode", "country_code", "addressCountry"]);
            let region = part(&["region", "state", "addressRegion"]);
            if city.is_empty() && country.is_empty() && region.is_empty() {
                draft.line(part(&["text", "name", "label"]));
            } else {
                draft.parts(city, region, country);
            }
        }
        if !draft.places.is_empty() {
            return;
        }
    }
    draft.parts(
        text(job, "city"),
        first(job, &["region", "state"]),
        first(job, &["country", "country_code"]),
    );
}

fn pay(job: &Value, draft: &mut Draft) {
    for name in ["salary", "pay", "compensation", "baseSalary"] {
        let pay = at(job, name);
        match pay {
            Value::Object(_) => {
                let sums = if pay.get("value").is_some_and(Value::is_object) {
                    at(pay, "value")
                } else {
                    pay
                };
                draft.pay.min = ["min", "minValue", "from", "value"]
                    .iter()
                    .find_map(|key| number(sums, key));
                draft.pay.max = ["max", "maxValue", "to", "value"]
                    .iter()
                    .find_map(|key| number(sums, key));
                draft.pay.currency = text(pay, "currency");
                draft.pay.period = first(sums, &["period", "unitText", "interval", "per"]);
                if draft.pay.period.is_empty() {
                    draft.pay.period = first(pay, &["period", "unitText", "interval"]);
                }
                return;
            }
            Value::Null => {}
            _ => draft.pay.words = text(job, name),
        }
    }
    let sum = |names: &[&str]| names.iter().find_map(|name| number(job, name));
    draft.pay.min = sum(&[
        "salary_min",
        "salaryMin",
        "min_salary",
        "salary min",
        "salary from",
    ]);
    draft.pay.max = sum(&[
        "salary_max",
        "salaryMax",
        "max_salary",
        "salary max",
        "salary to",
    ]);
    draft.pay.currency = first(job, &["currency", "salary_currency", "salaryCurrency"]);
    draft.pay.period = first(
        job,
        &["period", "salary_period", "salaryPeriod", "salary period"],
    );
}
