//! People whom more than one part of the tests knows, and a posting for one of them.

use serde_json::{Value, json};

/// A nurse with a history.
pub(crate) fn nurse() -> Value {
    json!({
        "name": {"given": "Zoë", "family": "Novák"},
        "contact": {"email": "zoe@mail.example", "phone": {"country": "DE", "national": "0151 2345678"}},
        "address": {"city": "Wurzen", "country": "DE"},
        "summary": "Registered nurse in intensive care. Trains new colleagues.",
        "work": [
            {
                "id": "w1", "company": "Klinikum Lindenau", "title": "Intensive Care Nurse", "location": "Leipzig",
                "start": {"year": 2019, "month": 4}, "current": true,
                "description": "- Cared for up to 12 ventilated patients a shift\n- Trained 14 new colleagues in wound care\n- Introduced a handover checklist that cut missed doses by 30 %"
            },
            {
                "id": "w2", "company": "Haus Abendsonne", "title": "Nurse", "location": "Halle",
                "start": {"year": 2015, "month": 9}, "end": {"year": 2019, "month": 3},
                "description": "- Planned the care of 40 residents\n- Kept the medication records"
            }
        ],
        "education": [{
            "id": "e1", "school": "Medical School Halle", "degree": "Diploma", "discipline": "Nursing",
            "start": {"year": 2012, "month": 9}, "end": {"year": 2015, "month": 8}
        }],
        "skills": [{"name": "Wound care", "years": 8}, {"name": "Ventilation", "years": 6}, {"name": "Excel", "years": null}],
        "languages": [{"language": "de", "level": "native"}, {"language": "en", "level": "b2"}],
        "certificates": [{"name": "Advanced Life Support", "issuer": "Resuscitation Council"}]
    })
}

/// A posting for an intensive care nurse that asks for this, as HTML.
pub(crate) fn nurse_posting(asks: &str) -> Value {
    json!({
        "url": "https://jobs.example/apply/17?token=s3cret#me",
        "title": "Intensive Care Nurse (m/f/x)",
        "company": "Sankt Anna Hospital",
        "location": "Dresden, Germany",
        "description": format!("<p>You care for our patients and you are part of a team that likes its work.</p>{asks}")
    })
}

/// A nurse who has cared for kidneys in words that no list has, with a line of hers besides, and much that no model may
/// learn.
pub(crate) fn kidney_nurse(line: &str) -> Value {
    json!({
        "name": {"given": "Ottilie", "family": "Quist"},
        "contact": {"email": "ottilie@mail.example"},
        "address": {"city": "Leipzig", "country": "DE"},
        "salary": {"amount": 61_234, "currency": "EUR", "period": "year"},
        "work": [
            {"id": "w1", "company": "Klinikum Lindenau", "title": "Nurse", "location": "Leipzig",
             "start": {"year": 2019, "month": 4}, "current": true,
             "description": format!("- Cared for people whose kidneys had failed\n- {line}\n- Reach me at ottilie@mail.example\n- Quist knows every patient")}
        ],
        "education": [{"id": "e1", "school": "Pflegeschule", "degree": "Diploma", "end": {"year": 1999}}],
        "skills": [{"name": "Wound care"}, {"name": "Patient care"}],
        "languages": [{"language": "en", "level": "c1"}]
    })
}
