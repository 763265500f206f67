//! A model that answers too little, too much, too late, something else, or nothing: matches are as they are without it.

use serde_json::{Value, json};

use super::stand::{Embedder, Makes, NUMBERS, direction, entries, saying, sound};
use super::{look, nurse, parts, search, servers, wards};
use crate::support::Does;

/// Sound for the person's one text, and this for the postings.
fn postings(texts: &[String], does: impl FnOnce() -> Does) -> Does {
    if texts.len() == 1 {
        sound(texts, 1)
    } else {
        does()
    }
}

/// An answer that never ends.
const ENDLESS: Does = Does::Endless("{\"data\":[{\"index\":0,\"embedding\":[1", ",0");

const FAULTS: [(&str, Makes); 16] = [
    ("one too few", |texts, _| {
        postings(texts, || saying(entries(&texts[1..], NUMBERS)))
    }),
    ("one too many", |texts, _| {
        let more = [texts, texts].concat();
        saying(entries(&more, NUMBERS))
    }),
    ("none", |_, _| saying(Vec::new())),
    ("two of one number", |texts, _| {
        postings(texts, || {
            let mut data = entries(texts, NUMBERS);
            data[1]["index"] = json!(0);
            saying(data)
        })
    }),
    ("a number beyond the last", |texts, _| {
        let mut data = entries(texts, NUMBERS);
        data[0]["index"] = json!(1_000_000);
        saying(data)
    }),
    ("no numbers at all", |texts, _| saying(entries(texts, 0))),
    ("nothing but zeros", |texts, _| {
        let mut data = entries(texts, NUMBERS);
        data[0]["embedding"] = json!(vec![0; NUMBERS]);
        saying(data)
    }),
    ("numbers that are too large", |texts, _| {
        let mut data = entries(texts, NUMBERS);
        data[0]["embedding"][3] = json!(1e300);
        saying(data)
    }),
    ("what is no number", |texts, _| {
        let body = json!({"data": entries(texts, NUMBERS)}).to_string();
        Does::Answers(200, String::new(), body.replacen("3.0", "NaN", 1))
    }),
    ("nothing where a number belongs", |texts, _| {
        let mut data = entries(texts, NUMBERS);
        data[0]["embedding"][3] = Value::Null;
        saying(data)
    }),
    ("two lengths", |texts, _| {
        postings(texts, || {
            let mut data = entries(texts, NUMBERS);
            data[1]["embedding"] = json!(direction(&texts[1], NUMBERS / 2));
            saying(data)
        })
    }),
    ("no JSON", |_, _| {
        Does::Answers(200, String::new(), "<html>ok</html>".to_owned())
    }),
    ("asking for patience", |_, _| {
        Does::Answers(429, "retry-after: 1\r\n".to_owned(), "{}".to_owned())
    }),
    ("out of order", |_, _| {
        Does::Answers(500, String::new(), "{}".to_owned())
    }),
    ("sending elsewhere", |_, _| {
        // Nobody listens there; that it is not asked is tested below.
        Does::Answers(
            307,
            "location: http://127.0.0.1:9/v1/embeddings\r\n".to_owned(),
            String::new(),
        )
    }),
    ("without an end", |_, _| ENDLESS),
];

#[tokio::test]
async fn a_model_that_misbehaves_changes_nothing() {
    let model = Embedder::that(sound).await;
    for server in servers(&model, |_| {}).await {
        model.asked();
        let session = nurse(&server, "zoe@mail.example").await;
        server.take_jobs(&session, &wards(6)).await;
        let without = search(&server, &session).await;
        for (what, makes) in FAULTS {
            model.now(makes);
            search(&server, &session).await;
            assert_eq!(look(&server, &session).await, without, "{what}");
            let asked = model.asked().len();
            assert!((1..=2).contains(&asked), "{what}: asked {asked} times");
        }
        // Once it is well again, everything is as it would have been.
        model.now(sound);
        search(&server, &session).await;
        assert_eq!(parts(&look(&server, &session).await), 6);
    }
}

#[tokio::test]
async fn a_model_that_says_nothing_is_waited_for_no_longer_than_configured() {
    let model = Embedder::that(|_, _| Does::Waits).await;
    for server in servers(&model, |config| config.model.embedding.timeout_ms = 200).await {
        let session = nurse(&server, "zoe@mail.example").await;
        server.take_jobs(&session, &wards(3)).await;
        let without = search(&server, &session).await;
        assert_eq!(look(&server, &session).await, without);
        assert_eq!(
            model.asked().len(),
            1,
            "what is not known of the person, nothing is compared with"
        );
    }
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    static ELSEWHERE: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    let elsewhere = Embedder::that(sound).await;
    ELSEWHERE.get_or_init(|| elsewhere.url());
    let model = Embedder::that(|_, _| {
        let there = ELSEWHERE.get().expect("it is set before anybody asks");
        Does::Answers(
            307,
            format!("location: {there}/embeddings\r\n"),
            String::new(),
        )
    })
    .await;
    for server in servers(&model, |_| {}).await {
        let session = nurse(&server, "zoe@mail.example").await;
        server.take_jobs(&session, &wards(3)).await;
        let without = search(&server, &session).await;
        assert_eq!(look(&server, &session).await, without);
        assert_eq!((model.asked().len(), elsewhere.asked().len()), (1, 0));
    }
}

#[tokio::test]
async fn answers_may_come_in_another_order_or_without_their_numbers() {
    let orders: [Makes; 3] = [
        sound,
        |texts, _| {
            let mut data = entries(texts, NUMBERS);
            data.reverse();
            saying(data)
        },
        |texts, _| {
            let mut data = entries(texts, NUMBERS);
            data[0].as_object_mut().expect("an entry").remove("index");
            saying(data)
        },
    ];
    let mut scores = Vec::new();
    for makes in orders {
        let model = Embedder::that(makes).await;
        for server in servers(&model, |_| {}).await {
            let session = nurse(&server, "zoe@mail.example").await;
            server.take_jobs(&session, &wards(6)).await;
            search(&server, &session).await;
            let found = look(&server, &session).await;
            assert_eq!(parts(&found), 6);
            let list: Vec<(String, String)> = found
                .matches
                .iter()
                .map(|found| (found.job.company.clone(), found.fit.score.to_string()))
                .collect();
            scores.push(list);
        }
    }
    assert!(scores.iter().all(|list| *list == scores[0]), "{scores:?}");
}

#[tokio::test]
async fn another_length_halfway_is_never_compared_and_is_got_over() {
    let model = Embedder::that(sound).await;
    for server in servers(&model, |_| {}).await {
        // The person, sixteen postings, and then a model of the same name that has become another.
        model.now(|texts, times| {
            saying(entries(
                texts,
                if times > 2 { NUMBERS / 2 } else { NUMBERS },
            ))
        });
        let session = nurse(&server, "zoe@mail.example").await;
        server.take_jobs(&session, &wards(20)).await;
        search(&server, &session).await;
        let first = look(&server, &session).await;
        assert_eq!((first.matches.len(), parts(&first)), (20, 16));
        model.asked();
        model.now(|texts, _| saying(entries(texts, NUMBERS / 2)));
        assert_eq!(parts(&search(&server, &session).await), 0);
        assert_eq!(parts(&look(&server, &session).await), 20);
        let counts: Vec<usize> = model.asked().iter().map(Vec::len).collect();
        assert_eq!(counts, [1, 16, 4]);
    }
}
