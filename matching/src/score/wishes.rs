//! What a person looks for, and what their thumbs have taught.
//!
//! What must not happen here: learning from one thumb alone that a kind of work is unwanted.

use crate::demands::{Demands, YearlyPay};
use crate::text;
use crate::vocabulary::{Fields, Titles};
use foothold_gazetteer::Town;

/// What a person looks for.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Wishes {
    /// The titles they look for; empty where they did not say.
    pub titles: Vec<Titles>,
    /// Towns that suit them, beside their own.
    pub places: Vec<String>,
    /// Where these are, as far as they are known.
    pub towns: Vec<&'static Town>,
    /// ISO 3166-1 countries that suit them, beside their own.
    pub countries: Vec<String>,
    /// What they want to earn in a year.
    pub yearly_pay: Option<YearlyPay>,
    /// Companies they do not want to see.
    pub ignored_companies: Vec<String>,
    /// Words of industries they do not want to see ("gambling").
    pub ignored_words: Vec<String>,
}

impl Wishes {
    /// Why they do not want to see it; `None` where nothing speaks against it. `industry` is what is known of the
    /// company's.
    #[must_use]
    pub fn against(&self, demands: &Demands, industry: &str) -> Option<String> {
        // Most people want nothing out, and every posting is looked at.
        if !self.ignored_companies.is_empty() {
            let company = text::fold(&demands.company);
            let is_it = |name: &&String| !company.is_empty() && text::fold(name) == company;
            if let Some(name) = self.ignored_companies.iter().find(is_it) {
                return Some(format!("You do not want to see jobs of {name}"));
            }
        }
        if self.ignored_words.is_empty() {
            return None;
        }
        let said = format!(" {} {} ", text::fold(&demands.title), text::fold(industry));
        self.ignored_words
            .iter()
            .find(|word| {
                let word = text::fold(word);
                !word.is_empty() && said.contains(&format!(" {word} "))
            })
            .map(|word| format!("You do not want to see jobs about {word}"))
    }
}

/// A thumb on a posting.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Opinion<'d> {
    /// The posting.
    pub demands: &'d Demands,
    /// Up or down.
    pub up: bool,
}

/// What thumbs have taught.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Learned {
    liked: Fields,
    disliked: Fields,
    ups: u32,
    downs: u32,
}

impl Learned {
    /// From all thumbs of a person.
    #[must_use]
    pub fn of(opinions: &[Opinion<'_>]) -> Self {
        let mut learned = Self::default();
        for opinion in opinions {
            if opinion.up {
                learned.ups += 1;
                learned.liked.add(&opinion.demands.fields, 1.0);
            } else {
                learned.downs += 1;
                learned.disliked.add(&opinion.demands.fields, 1.0);
            }
        }
        learned.liked = learned.liked.unit();
        learned.disliked = learned.disliked.unit();
        learned
    }

    /// 0 (like what got thumbs down) to 1 (like what got them up), 0.5 for neither; `None` before three thumbs.
    #[must_use]
    pub fn opinion_of(&self, demands: &Demands) -> Option<f32> {
        if self.ups + self.downs < 3 {
            return None;
        }
        let (up, down) = (
            self.liked.nearness(&demands.fields),
            self.disliked.nearness(&demands.fields),
        );
        Some((0.5 + 0.5 * (up - down)).clamp(0.0, 1.0))
    }
}
