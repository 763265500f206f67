//! The common ways of comparing two texts, TF-IDF and BM25, to stand beside.
//!
//! What must not happen here: anything the product uses.

use std::collections::{BTreeMap, HashMap};

/// Words and how often each stands there.
type Words = HashMap<String, f64>;

/// Words and how often, for the common ways of comparing texts.
pub(crate) struct Bags {
    vacancies: HashMap<String, Words>,
    resumes: HashMap<String, Words>,
    idf: Words,
    mean_length: f64,
}

fn bag(text: &str) -> Words {
    let mut bag = HashMap::new();
    for word in text
        .to_lowercase()
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| word.chars().count() >= 2)
    {
        *bag.entry(word.to_owned()).or_insert(0.0) += 1.0;
    }
    bag
}

impl Bags {
    pub(crate) fn of(
        vacancies: &BTreeMap<String, String>,
        resumes: &BTreeMap<&String, String>,
    ) -> Self {
        let vacancies: HashMap<String, Words> = vacancies
            .iter()
            .map(|(name, text)| (name.clone(), bag(text)))
            .collect();
        let resumes: HashMap<String, Words> = resumes
            .iter()
            .map(|(name, text)| ((*name).clone(), bag(text)))
            .collect();
        let mut seen: Words = HashMap::new();
        for words in vacancies.values().chain(resumes.values()) {
            for word in words.keys() {
                *seen.entry(word.clone()).or_insert(0.0) += 1.0;
            }
        }
        let documents = (vacancies.len() + resumes.len()) as f64;
        let idf = seen
            .into_iter()
            .map(|(word, times)| (word, ((1.0 + documents) / (1.0 + times)).ln() + 1.0))
            .collect();
        let lengths: f64 = vacancies
            .values()
            .map(|words| words.values().sum::<f64>())
            .sum();
        Self {
            mean_length: lengths / vacancies.len().max(1) as f64,
            vacancies,
            resumes,
            idf,
        }
    }

    fn pair(&self, resume: &str, vacancy: &str) -> Option<(&Words, &Words)> {
        self.resumes.get(resume).zip(self.vacancies.get(vacancy))
    }

    pub(crate) fn cosine(&self, resume: &str, vacancy: &str) -> f64 {
        let Some((one, other)) = self.pair(resume, vacancy) else {
            return 0.0;
        };
        let weight = |words: &Words, word: &String| {
            words.get(word).copied().unwrap_or_default()
                * self.idf.get(word).copied().unwrap_or_default()
        };
        let length = |words: &Words| {
            words
                .keys()
                .map(|word| weight(words, word).powi(2))
                .sum::<f64>()
                .sqrt()
        };
        let both: f64 = one
            .keys()
            .map(|word| weight(one, word) * weight(other, word))
            .sum();
        both / (length(one) * length(other)).max(f64::MIN_POSITIVE)
    }

    pub(crate) fn bm25(&self, resume: &str, vacancy: &str) -> f64 {
        const K: f64 = 1.2;
        const B: f64 = 0.75;
        let Some((query, document)) = self.pair(resume, vacancy) else {
            return 0.0;
        };
        let length: f64 = document.values().sum();
        query
            .keys()
            .filter_map(|word| Some((document.get(word)?, self.idf.get(word)? - 1.0)))
            .map(|(times, idf)| {
                idf * times * (K + 1.0) / (times + K * (1.0 - B + B * length / self.mean_length))
            })
            .sum()
    }
}
