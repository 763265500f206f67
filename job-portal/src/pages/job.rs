//! A job's page: what a person reads, and the same as schema.org JobPosting.

use super::shell::{Shell, w};
use crate::description;
use crate::escape::{html, json};
use crate::form::word;
use crate::jobs::{Employment, Job, Period, Remote, Salary};
use serde_json::json as object;

/// The page at `/jobs/{id}`.
pub(crate) fn job(job: &Job, origin: &str) -> String {
    let lang = job.lang;
    let mut facts = vec![
        job.location.text(lang),
        word(lang, remote_key(job)).to_owned(),
        word(lang, employment_key(job.employment)).to_owned(),
    ];
    facts.extend(job.salary.as_ref().map(|salary| salary_text(job, salary)));
    let facts: String = facts
        .iter()
        .map(|fact| format!("<li>{}</li>", html(fact)))
        .collect();
    let about = if job.about.is_empty() {
        String::new()
    } else {
        format!("<p class=\"about\">{}</p>", html(&job.about))
    };
    let apply = format!(
        "<a class=\"button\" href=\"/jobs/{}/apply\">{}</a>",
        html(&job.id.0),
        w(lang, "apply")
    );
    let body = format!(
        "<main class=\"page job\">\n<p class=\"company\">{company}</p>\n<h1>{title}</h1>\n\
         <ul class=\"facts\">{facts}</ul>\n{apply}\n{about}\n\
         <div class=\"description\">{text}</div>\n{apply}\n</main>",
        company = html(&job.company),
        title = html(&job.title),
        text = description::render(&job.description),
    );
    let head = format!(
        "<script type=\"application/ld+json\">{}</script>\n",
        json(&posting(job, origin))
    );
    Shell {
        lang,
        title: &format!("{} – {}", job.title, job.company),
        styles: &[],
        scripts: &[],
        nonce: None,
        framed: false,
        head: &head,
    }
    .around(&body)
}

pub(super) const fn remote_key(job: &Job) -> &'static str {
    match job.remote {
        Remote::No => "remote_no",
        Remote::Hybrid => "remote_hybrid",
        Remote::Full => "remote_full",
    }
}

const fn employment_key(employment: Employment) -> &'static str {
    match employment {
        Employment::FullTime => "employment_full_time",
        Employment::PartTime => "employment_part_time",
        Employment::Contract => "employment_contract",
        Employment::Internship => "employment_internship",
    }
}

fn salary_text(job: &Job, salary: &Salary) -> String {
    let key = match salary.period {
        Period::Year => "salary_year",
        Period::Month => "salary_month",
        Period::Hour => "salary_hour",
    };
    let range = if salary.min == salary.max {
        salary.min.to_string()
    } else {
        format!("{}–{}", salary.min, salary.max)
    };
    format!("{} {range} {}", salary.currency, word(job.lang, key))
}

/// <https://schema.org/JobPosting>, with the properties that job search engines read.
fn posting(job: &Job, origin: &str) -> serde_json::Value {
    let mut posting = object!({
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": job.title,
        "description": description::render(&job.description),
        "datePosted": job.posted.0,
        "identifier": { "@type": "PropertyValue", "name": job.company, "value": job.id.0 },
        "url": format!("{origin}/jobs/{}", job.id.0),
        "hiringOrganization": { "@type": "Organization", "name": job.company },
        "employmentType": match job.employment {
            Employment::FullTime => "FULL_TIME",
            Employment::PartTime => "PART_TIME",
            Employment::Contract => "CONTRACTOR",
            Employment::Internship => "INTERN",
        },
        "jobLocation": {
            "@type": "Place",
            "address": {
                "@type": "PostalAddress",
                "addressLocality": job.location.city,
                "addressRegion": job.location.region,
                "addressCountry": job.location.country,
            },
        },
    });
    if job.remote == Remote::Full {
        posting["jobLocationType"] = "TELECOMMUTE".into();
        posting["applicantLocationRequirements"] =
            object!({ "@type": "Country", "name": job.location.country });
    }
    if let Some(salary) = &job.salary {
        posting["baseSalary"] = object!({
            "@type": "MonetaryAmount",
            "currency": salary.currency,
            "value": {
                "@type": "QuantitativeValue",
                "minValue": salary.min,
                "maxValue": salary.max,
                "unitText": match salary.period {
                    Period::Year => "YEAR",
                    Period::Month => "MONTH",
                    Period::Hour => "HOUR",
                },
            },
        });
    }
    posting
}
