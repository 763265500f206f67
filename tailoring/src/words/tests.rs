use super::*;

const KEYS: &[&str] = &[
    "salutation",
    "closing",
    "apply",
    "now",
    "last",
    "before",
    "years.stated",
    "study.now",
    "study.done",
    "named",
    "listed.now",
    "listed.then",
    "listed.more",
    "listed.more.then",
    "project.verbal",
    "project.named",
    "verbal.first",
    "verbal.more",
    "verbal.there",
    "listed.there",
    "listed.there.then",
    "verbal.before",
    "have",
    "have.first",
    "have.other",
    "certificates",
    "languages",
    "place",
    "close",
    "attached",
];

const SLOTS: &[&str] = &[
    "title",
    "a_title",
    "company",
    "role",
    "a_role",
    "employer",
    "since",
    "since_start",
    "span",
    "years",
    "degree",
    "a_degree",
    "school",
    "list",
    "list_start",
    "body",
    "verb",
    "rest",
    "project",
    "city",
    "at_employer",
    "at_company",
];

#[test]
fn each_language_has_words_for_everything_in_every_tone() {
    let values: Vec<(&'static str, &str)> = SLOTS.iter().map(|slot| (*slot, "x")).collect();
    for language in Language::ALL {
        let words = language.words();
        for key in KEYS {
            for tone in [Tone::Plain, Tone::Warm, Tone::Formal] {
                let found = words.phrases(key, tone, &Slots::new(&values));
                assert!(!found.is_empty(), "{language:?} {key} {tone:?}");
            }
        }
        for phrases in words.phrases.values() {
            for phrase in phrases {
                for slot in phrase.slots() {
                    assert!(SLOTS.contains(&slot), "{language:?}: {slot}");
                }
            }
        }
        for key in ["months.short", "months.long"] {
            assert_eq!(words.get(key).split('|').count(), 12, "{language:?} {key}");
        }
        for key in [
            "and",
            "present",
            "years",
            "subject",
            "subject.bare",
            "reference",
        ] {
            assert_ne!(words.get(key), "", "{language:?} {key}");
        }
    }
}

#[test]
fn our_own_words_greet_and_part_from_anybody() {
    for language in Language::ALL {
        let words = language.words();
        for (key, list) in [("salutation", "list.greeting"), ("closing", "list.parting")] {
            for phrase in words.phrases.get(key).into_iter().flatten() {
                let text = phrase.text.replace("{company}", " ").to_lowercase();
                let mut parts = text.split(|c: char| !c.is_alphabetic());
                let strange = parts.find(|part| !part.is_empty() && !words.lists(list, part));
                assert_eq!(strange, None, "{language:?} {key}");
            }
        }
    }
}

#[test]
fn letters_open_without_what_the_posting_does_not_say() {
    for language in Language::ALL {
        let words = language.words();
        for known in [&["title"][..], &["company"], &[]] {
            let values: Vec<(&'static str, &str)> = known.iter().map(|slot| (*slot, "x")).collect();
            for tone in [Tone::Plain, Tone::Warm, Tone::Formal] {
                for key in ["apply", "salutation"] {
                    let found = words.phrases(key, tone, &Slots::new(&values));
                    assert!(!found.is_empty(), "{language:?} {key} {known:?}");
                }
            }
        }
    }
}

#[test]
fn numbers_take_the_form_of_the_word() {
    for (language, count, words) in [
        (Language::En, 1, "1 year"),
        (Language::En, 12, "12 years"),
        (Language::Pl, 1, "1 rok"),
        (Language::Pl, 3, "3 lata"),
        (Language::Pl, 12, "12 lat"),
        (Language::Pl, 22, "22 lata"),
        (Language::Pl, 25, "25 lat"),
        (Language::De, 1, "1 Jahr"),
        (Language::Fr, 2, "2 ans"),
    ] {
        assert_eq!(language.words().years(count), words);
    }
}

#[test]
fn items_are_joined_as_a_sentence_joins_them() {
    let items = |items: &[&str]| {
        items
            .iter()
            .map(|item| (*item).to_owned())
            .collect::<Vec<_>>()
    };
    let en = Language::En.words();
    assert_eq!(en.join(&items(&["a", "b", "c"])), "a, b and c");
    assert_eq!(en.join(&items(&["a"])), "a");
    assert_eq!(
        en.join(&items(&["a, b", "c", "d"])),
        "a, b; c; as well as d"
    );
    assert_eq!(en.join(&items(&["a and b", "c"])), "a and b as well as c");
    assert_eq!(
        Language::Fr.words().join(&items(&["a, b", "c"])),
        "a, b ; c"
    );
    assert_eq!(en.join(&[]), "");
    let es = Language::Es.words();
    assert_eq!(es.join(&items(&["alemán", "inglés"])), "alemán e inglés");
    assert_eq!(es.join(&items(&["agua", "hielo"])), "agua y hielo");
}

#[test]
fn slots_are_filled_once_and_sentences_end_once() {
    let slots = Slots::new(&[("company", "Mill & Sons Inc."), ("title", "{company}")]);
    assert_eq!(
        slots.fill("work at {company}. As {title}, {missing}."),
        "Work at Mill & Sons Inc. As {company}, ."
    );
    assert_eq!(Slots::default().fill("iOS {unclosed"), "iOS unclosed");
}

#[test]
fn languages_by_their_tags() {
    for (tag, language) in [
        ("de-AT", Some(Language::De)),
        ("EN", Some(Language::En)),
        ("pt_BR", Some(Language::Pt)),
        ("pli", None),
        ("sv", None),
        ("", None),
    ] {
        assert_eq!(Language::of(tag), language, "{tag}");
    }
}
