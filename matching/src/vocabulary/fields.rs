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
