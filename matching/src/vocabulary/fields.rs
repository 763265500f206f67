//! Fields of work, and how near two kinds of work are.
//!
//! A title, a skill or a person is a direction in the space of the fields; the nearer the directions, the more of the
//! one's work is known to the other. What must not happen here: names of skills or titles.

/// The fields of work. The data files name them; their order means nothing.
pub const FIELDS: [&str; 56] = [
    "software",
    "web",
    "mobile",
    "infra",
    "data",
    "ai",
    "security",
    "support",
    "electronics",
    "mechanical",
    "civil",
    "craft",
    "production",
    "logistics",
    "driving",
    "cleaning",
    "design",
    "games",
    "userresearch",
    "science",
    "lab",
    "medical",
    "care",
    "therapy",
    "social",
    "teaching",
    "kitchen",
    "service",
    "retail",
    "sales",
    "customer",
    "marketing",
    "writing",
    "media",
    "events",
    "product",
    "project",
    "hr",
    "finance",
    "accounting",
    "insurance",
    "legal",
    "admin",
    "public",
    "operations",
    "leadership",
    "consulting",
    "agriculture",
    "beauty",
    "sport",
    "property",
    "quality",
    "purchasing",
    "language",
    "guarding",
    "energy",
];

/// Kinds of work that fields are counted among: technical, office, commercial, creative, manual, with people, service,
/// scientific, leading. People move within a kind more easily than between two.
const KINDS: usize = 9;

/// The kinds of each field, in tenths, in the order of [`FIELDS`] and of the kinds above.
const KINDS_OF: [[u8; KINDS]; FIELDS.len()] = [
    [10, 0, 0, 0, 0, 0, 0, 0, 0],
    [10, 0, 0, 5, 0, 0, 0, 0, 0],
    [10, 0, 0, 2, 0, 0, 0, 0, 0],
    [10, 0, 0, 0, 0, 0, 0, 0, 0],
    [9, 5, 0, 0, 0, 0, 0, 5, 0],
    [10, 0, 0, 0, 0, 0, 0, 7, 0],
    [10, 2, 0, 0, 0, 0, 0, 0, 0],
    [8, 2, 8, 0, 0, 0, 2, 0, 0],
    [6, 0, 0, 0, 8, 0, 0, 3, 0],
    [6, 0, 0, 0, 8, 0, 0, 5, 0],
    [0, 3, 0, 0, 8, 0, 0, 3, 0],
    [0, 0, 0, 0, 10, 0, 0, 0, 0],
    [0, 0, 0, 0, 10, 0, 0, 0, 0],
    [0, 3, 0, 0, 8, 0, 2, 0, 0],
    [0, 0, 0, 0, 10, 0, 2, 0, 0],
    [0, 0, 0, 0, 6, 0, 7, 0, 0],
    [3, 0, 0, 10, 0, 0, 0, 0, 0],
    [7, 0, 0, 8, 0, 0, 0, 0, 0],
    [4, 0, 4, 6, 0, 0, 0, 6, 0],
    [0, 0, 0, 0, 0, 0, 0, 10, 0],
    [0, 0, 0, 0, 3, 0, 0, 10, 0],
    [0, 0, 0, 0, 0, 9, 0, 6, 0],
    [0, 0, 0, 0, 0, 10, 3, 0, 0],
    [0, 0, 0, 0, 0, 10, 0, 2, 0],
    [0, 3, 0, 0, 0, 10, 0, 0, 0],
    [0, 4, 0, 2, 0, 10, 0, 5, 0],
    [0, 0, 0, 0, 5, 0, 9, 0, 0],
    [0, 0, 4, 0, 0, 2, 10, 0, 0],
    [0, 0, 6, 0, 2, 0, 10, 0, 0],
    [0, 4, 10, 0, 0, 0, 2, 0, 0],
    [0, 4, 10, 0, 0, 2, 4, 0, 0],
    [0, 4, 7, 7, 0, 0, 0, 0, 0],
    [0, 6, 2, 10, 0, 0, 0, 0, 0],
    [2, 0, 0, 10, 0, 0, 0, 0, 0],
    [0, 4, 5, 3, 0, 0, 4, 0, 0],
    [6, 5, 5, 3, 0, 0, 0, 0, 2],
    [3, 8, 2, 0, 0, 0, 0, 0, 4],
    [0, 9, 4, 0, 0, 4, 0, 0, 0],
    [0, 10, 0, 0, 0, 0, 0, 3, 0],
    [0, 10, 0, 0, 0, 0, 0, 0, 0],
    [0, 9, 5, 0, 0, 0, 0, 0, 0],
    [0, 10, 0, 2, 0, 0, 0, 0, 0],
    [0, 10, 3, 0, 0, 0, 2, 0, 0],
    [0, 9, 0, 0, 0, 3, 0, 0, 0],
    [2, 9, 2, 0, 2, 0, 0, 0, 4],
    [0, 3, 2, 0, 0, 0, 0, 0, 10],
    [0, 9, 4, 0, 0, 0, 0, 0, 4],
    [0, 0, 0, 0, 10, 0, 0, 2, 0],
    [0, 0, 2, 2, 0, 4, 9, 0, 0],
    [0, 0, 0, 0, 0, 9, 4, 0, 0],
    [0, 6, 9, 0, 0, 0, 0, 0, 0],
    [0, 3, 0, 0, 6, 0, 0, 6, 0],
    [0, 9, 5, 0, 2, 0, 0, 0, 0],
    [0, 4, 0, 8, 0, 4, 0, 0, 0],
    [0, 0, 0, 0, 6, 0, 5, 0, 0],
    [0, 2, 0, 0, 7, 0, 0, 5, 0],
];

/// How easily people move between two kinds, in hundredths, in the order of the kinds above; what is done in both
/// (talking people into something, keeping records, working with one's hands) carries over. Written down by judgement
/// before it was measured, and no single number of it was chosen by the graded sets.
const MOVES: [[u8; KINDS]; KINDS] = [
    [0, 35, 20, 25, 15, 5, 5, 50, 30],
    [35, 0, 50, 30, 5, 30, 30, 35, 50],
    [20, 50, 0, 40, 10, 35, 55, 10, 45],
    [25, 30, 40, 0, 10, 20, 15, 10, 25],
    [15, 5, 10, 10, 0, 15, 40, 10, 15],
    [5, 30, 35, 20, 15, 0, 40, 25, 30],
    [5, 30, 55, 15, 40, 40, 0, 5, 30],
    [50, 35, 10, 10, 10, 25, 5, 0, 20],
    [30, 50, 45, 25, 15, 30, 30, 20, 0],
];

/// How much of a kind counts as the ones that people move to from it.
const SPREAD: f32 = 0.1;

/// How much of each kind of work something is, and a little of the kinds near to these. Of length 1, or empty.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Kinds([f32; KINDS]);

impl Kinds {
    /// 0 to 1, for two of them.
    #[must_use]
    pub fn nearness(&self, other: &Self) -> f32 {
        let shared: f32 = self
            .0
            .iter()
            .zip(&other.0)
            .map(|(mine, theirs)| mine * theirs)
            .sum();
        shared.clamp(0.0, 1.0)
    }
}

/// How much of each field something is made of. Of length 1, or empty.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fields([f32; FIELDS.len()]);

impl Default for Fields {
    fn default() -> Self {
        Self([0.0; FIELDS.len()])
    }
}

impl Fields {
    /// Reads `software:3 web:1`; what has no number counts 1.
    ///
    /// # Errors
    /// The first name that is no field, or number that is none.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut fields = Self::default();
        for part in text.split_whitespace() {
            let (name, amount) = part.split_once(':').unwrap_or((part, "1"));
            let at = FIELDS
                .iter()
                .position(|field| *field == name)
                .ok_or_else(|| name.to_owned())?;
            fields.0[at] += amount.parse::<f32>().map_err(|_| part.to_owned())?;
        }
        Ok(fields.unit())
    }

    /// Adds another, so much of it.
    pub fn add(&mut self, other: &Self, amount: f32) {
        for (mine, theirs) in self.0.iter_mut().zip(&other.0) {
            *mine += theirs * amount;
        }
    }

    /// The same direction with length 1.
    #[must_use]
    pub fn unit(mut self) -> Self {
        let length = self.0.iter().map(|value| value * value).sum::<f32>().sqrt();
        if length > 0.0 {
            self.0.iter_mut().for_each(|value| *value /= length);
        }
        self
    }

    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|value| *value == 0.0)
    }

    /// 0 (nothing in common) to 1 (the same mixture), for units.
    #[must_use]
    pub fn nearness(&self, other: &Self) -> f32 {
        self.0
            .iter()
            .zip(&other.0)
            .map(|(mine, theirs)| mine * theirs)
            .sum::<f32>()
            .clamp(0.0, 1.0)
    }

    /// The kinds of work of these fields.
    #[must_use]
    pub fn kinds(&self) -> Kinds {
        let mut kinds = [0.0_f32; KINDS];
        for (value, row) in self.0.iter().zip(&KINDS_OF) {
            for (kind, tenths) in kinds.iter_mut().zip(row) {
                *kind += value * f32::from(*tenths) / 10.0;
            }
        }
        let mut spread = kinds;
        for (kind, moves) in kinds.iter().zip(&MOVES) {
            for (other, hundredths) in spread.iter_mut().zip(moves) {
                *other += SPREAD * kind * f32::from(*hundredths) / 100.0;
            }
        }
        let length = spread.iter().map(|kind| kind * kind).sum::<f32>().sqrt();
        if length > 0.0 {
            spread.iter_mut().for_each(|kind| *kind /= length);
        }
        Kinds(spread)
    }

    /// How much training such work usually takes before one may or can do it, 0 to 0.5.
    #[must_use]
    pub fn training(&self) -> f32 {
        self.0
            .iter()
            .zip(FIELDS)
            .map(|(value, field)| {
                let takes = match field {
                    "medical" | "legal" | "science" | "therapy" | "ai" => 0.5,
                    "teaching" | "electronics" | "mechanical" | "civil" | "finance"
                    | "security" | "lab" => 0.4,
                    "software" | "web" | "mobile" | "infra" | "data" | "accounting" | "craft"
                    | "design" | "games" => 0.3,
                    "social" | "product" | "consulting" | "hr" | "language" | "kitchen"
                    | "insurance" => 0.2,
                    _ => 0.0,
                };
                value * value * takes
            })
            .sum()
    }

    /// The names of the strongest fields, the strongest first.
    #[must_use]
    pub fn strongest(&self, count: usize) -> Vec<&'static str> {
        let mut named: Vec<(f32, &'static str)> = self
            .0
            .iter()
            .copied()
            .zip(FIELDS)
            .filter(|(value, _)| *value > 0.0)
            .collect();
        named.sort_by(|one, other| other.0.total_cmp(&one.0));
        named
            .into_iter()
            .take(count)
            .map(|(_, name)| name)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_move_between_kinds_as_easily_in_both_directions() {
        for (one, row) in MOVES.iter().enumerate() {
            assert_eq!(row[one], 0);
            for (other, moves) in row.iter().enumerate() {
                assert_eq!(*moves, MOVES[other][one], "{one} and {other}");
            }
        }
    }

    #[test]
    fn no_kind_is_wholly_apart() -> Result<(), String> {
        let near = |one: &str, other: &str| -> Result<f32, String> {
            Ok(Fields::parse(one)?
                .kinds()
                .nearness(&Fields::parse(other)?.kinds()))
        };
        assert!(near("kitchen", "retail")? > near("kitchen", "software")?);
        assert!(near("software", "science")? > near("software", "care")?);
        assert!(near("software", "care")? > 0.0);
        Ok(())
    }

    #[test]
    fn nearness_is_what_two_mixtures_share() -> Result<(), String> {
        let backend = Fields::parse("software:3 data:1")?;
        let data = Fields::parse("data:3 software:1")?;
        let cook = Fields::parse("kitchen")?;
        assert!(backend.nearness(&backend) > 0.999);
        assert!(backend.nearness(&data) > 0.5);
        assert!(backend.nearness(&cook).abs() < f32::EPSILON);
        assert_eq!(backend.strongest(1), ["software"]);
        assert!(Fields::parse("sofware").is_err());
        Ok(())
    }
}
