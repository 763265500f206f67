//! It reads what `serde_json` reads, into the same, and refuses what that refuses.

use super::read;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Debug;

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Everything {
    truth: bool,
    small: u8,
    below: i32,
    large: u64,
    long: i64,
    broken: f64,
    letter: Option<char>,
    some_text: String,
    maybe: Option<Box<Everything>>,
    list: Vec<Everything>,
    pair: (u8, String),
    by_number: BTreeMap<u32, String>,
    by_name: BTreeMap<String, Vec<bool>>,
    by_kind: BTreeMap<Kind, u8>,
    kinds: Vec<Kind>,
    shapes: Vec<Shape>,
    tagged: Vec<Tagged>,
    anything: Value,
    wrapped: Wrapped,
    nothing: (),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    First,
    SecondOne,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
enum Shape {
    Bare,
    Round(f64),
    Flat(u8, u8),
    Named { width: u8 },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
enum Tagged {
    Empty,
    Full { list: Vec<u8>, more: Option<String> },
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
struct Wrapped(i16);

fn everything() -> Everything {
    Everything {
        truth: true,
        small: 255,
        below: -7,
        large: u64::MAX,
        long: i64::MIN,
        broken: -1.25e-7,
        letter: Some('ß'),
        some_text: "a \"quote\", a \\, \u{1f600}, \u{7}\n\t/ and \u{2028}".into(),
        maybe: Some(Box::default()),
        list: vec![Everything::default(), Everything::default()],
        pair: (3, String::new()),
        by_number: BTreeMap::from([(7, "seven".into()), (70_000, "more".into())]),
        by_name: BTreeMap::from([("x\"y".into(), vec![true, false])]),
        by_kind: BTreeMap::from([(Kind::First, 1), (Kind::SecondOne, 2)]),
        kinds: vec![Kind::SecondOne, Kind::First],
        shapes: vec![
            Shape::Bare,
            Shape::Round(2.0),
            Shape::Flat(1, 2),
            Shape::Named { width: 9 },
        ],
        tagged: vec![
            Tagged::Empty,
            Tagged::Full {
                list: vec![1, 2],
                more: None,
            },
        ],
        anything: json!({"a": [1, -2, 2.5, null, true, "text", {}], "b": {"c": []}}),
        wrapped: Wrapped(-300),
        nothing: (),
    }
}

#[test]
fn what_was_written_is_read() {
    let value = everything();
    for text in [
        serde_json::to_string(&value).expect("plain data"),
        serde_json::to_string_pretty(&value).expect("plain data"),
    ] {
        assert_eq!(read::<Everything>(&text), Some(value.clone()));
    }
}

/// Each text, read as a type by both readers.
fn agree<T: Debug + PartialEq + serde::de::DeserializeOwned>(texts: &[&str]) {
    for text in texts {
        let theirs: Option<T> = serde_json::from_str(text).ok();
        assert_eq!(read::<T>(text), theirs, "{text}");
    }
}

#[test]
fn both_readers_agree_on_what_is_json() {
    let texts = [
        "",
        " ",
        "null",
        "nul",
        "nulll",
        "true",
        "false",
        "truefalse",
        "0",
        "-0.0",
        "-",
        "+1",
        "01",
        "-01",
        "1.",
        ".5",
        "1.5",
        "1e3",
        "1E+3",
        "1e",
        "1e999",
        "0x10",
        "12345678901234567890",
        "-9223372036854775809",
        "1 2",
        "\"\"",
        "\"a",
        "\"a\\",
        "\"\\u12\"",
        "\"\\u00e9\"",
        "\"\\ud83d\\ude00\"",
        "\"\\x\"",
        "\"\n\"",
        "\"\u{7f}\"",
        "[]",
        "[,]",
        "[1,]",
        "[1 2]",
        "[1,,2]",
        "[1,2",
        "[[]]",
        "[}",
        "{}",
        "{,}",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{a:1}",
        "{\"a\":1 \"b\":2}",
        "{\"a\":{\"b\":[{}]}}",
        "{\"a\":1,\"a\":2}",
        "  [ 1 , \t2\r\n] ",
        "[1]x",
        "// no",
        "NaN",
        "\u{feff}1",
        "\u{a0}1",
        "é",
    ];
    agree::<Value>(&texts);
    agree::<Option<u8>>(&texts);
    agree::<String>(&texts);
    agree::<f64>(&texts);
    agree::<Vec<i64>>(&texts);
    agree::<BTreeMap<String, u8>>(&texts);
    agree::<serde::de::IgnoredAny>(&[]);
}

#[test]
fn both_readers_agree_on_what_fits_a_type() {
    agree::<Everything>(&[
        "{}",
        r#"{"small":256}"#,
        r#"{"small":-1}"#,
        r#"{"small":1.0}"#,
        r#"{"small":"1"}"#,
        r#"{"broken":3}"#,
        r#"{"letter":"ab"}"#,
        r#"{"someText":null}"#,
        r#"{"someText":1}"#,
        r#"{"some_text":"unknown"}"#,
        r#"{"unknown":{"deep":[1,{"x":"}"}]},"truth":true}"#,
        r#"{"truth":true,"truth":false}"#,
        r#"{"pair":[1]}"#,
        r#"{"pair":[1,"a",2]}"#,
        r#"{"byNumber":{"x":"y"}}"#,
        r#"{"byNumber":{"-1":"y"}}"#,
        r#"{"byKind":{"third":1}}"#,
        r#"{"kinds":["first",{"second_one":null}]}"#,
        r#"{"shapes":["Round"]}"#,
        r#"{"shapes":[{"Round":1,"Bare":null}]}"#,
        r#"{"shapes":[{}]}"#,
        r#"{"tagged":[{"list":[3],"kind":"Full"}]}"#,
        r#"{"tagged":[{"kind":"Other"}]}"#,
        r#"{"nothing":0}"#,
        "null",
        "7",
    ]);
}

#[test]
fn what_a_page_cut_in_two_does_not_spoil_the_rest() {
    for (text, said) in [
        (r#""a\ud83d""#, "a\u{fffd}"),
        (r#""\ude00b""#, "\u{fffd}b"),
        (r#""\ud83d\n""#, "\u{fffd}\n"),
        (r#""\ud83d\ud83d\ude00""#, "\u{fffd}\u{1f600}"),
        (r#""\ud83d\u0041""#, "\u{fffd}A"),
    ] {
        assert_eq!(read::<String>(text).as_deref(), Some(said), "{text}");
    }
}

#[test]
fn depth_has_an_end() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    assert!(read::<Value>(&nested(128)).is_some());
    assert!(read::<Value>(&nested(129)).is_none());
    assert!(read::<serde::de::IgnoredAny>(&nested(100_000)).is_none());
    assert!(read::<Everything>(&format!(r#"{{"unknown":{}}}"#, nested(100_000))).is_none());
}

/// Texts near to JSON, made from one by taking, doubling and changing bytes, in an order that is always the same.
#[test]
fn texts_near_to_json_are_read_or_refused_as_by_the_other_reader() {
    // The other reader rounds numbers with far powers of ten to a neighbour; this one takes the nearest.
    let near = Everything {
        broken: -1.25,
        ..everything()
    };
    let whole = serde_json::to_string(&near).expect("plain data");
    let letters: Vec<char> = whole.chars().collect();
    let others = [
        '"', '\\', '{', '}', '[', ']', ',', ':', '0', '-', 'e', 'n', ' ', 'u', '.',
    ];
    let mut seed: u64 = 7;
    let mut next = |below: usize| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((seed >> 33) % below as u64).expect("it is below")
    };
    for _ in 0..4_000 {
        let mut changed = letters.clone();
        for _ in 0..=next(3) {
            let at = next(changed.len());
            match next(3) {
                0 => drop(changed.remove(at)),
                1 => changed.insert(at, changed[at]),
                _ => changed[at] = others[next(others.len())],
            }
        }
        let text: String = changed.into_iter().collect();
        let theirs: Option<Everything> = serde_json::from_str(&text).ok();
        let ours: Option<Everything> = read(&text);
        // A lone half of a pair is the one thing that only this reader reads.
        if theirs.is_some() || !text.contains("\\ud") {
            assert_eq!(ours, theirs, "{text}");
        }
    }
}
