//! How near the texts of postings are to a person's, as an embedding model sees it: directions kept small, and what their
//! nearness is worth.
//!
//! A model's cosines all lie in a narrow band of its own, so only their order among one person's postings counts: what a
//! model's scale is moves no score. What must not happen here: two models' directions compared; a few postings that tell
//! as much as many.

/// How far nearness may move a score, in points of 100.
pub const BAND: f32 = 4.0;

/// Of this many postings the order tells half of what it can tell.
const FEW: f32 = 8.0;
/// Cosines are told apart in steps of this: finer ones are what was lost in keeping directions small.
const STEP: f32 = 0.001;

/// A text's direction in a model's space, a byte a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Direction {
    numbers: Vec<i8>,
}

impl Direction {
    /// What a model said, each number as a part of the largest; `None` where it is no direction.
    #[must_use]
    pub fn of(numbers: &[f32]) -> Option<Self> {
        let largest = numbers.iter().map(|one| one.abs()).fold(0.0, f32::max);
        if largest <= 0.0 || !numbers.iter().all(|one| one.is_finite()) {
            return None;
        }
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a part of the largest is -1 to 1"
        )]
        let numbers = numbers
            .iter()
            .map(|one| (one / largest * 127.0).round() as i8)
            .collect();
        Some(Self { numbers })
    }

    /// As it is kept.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        self.numbers.iter().map(|one| one.cast_unsigned()).collect()
    }

    /// One that was kept; `None` where it is no direction.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let numbers: Vec<i8> = bytes.iter().map(|one| one.cast_signed()).collect();
        numbers
            .iter()
            .any(|one| *one != 0)
            .then_some(Self { numbers })
    }

    /// How many numbers it has.
    #[must_use]
    pub fn dimension(&self) -> usize {
        self.numbers.len()
    }

    /// The cosine of the angle between two; `None` where they have not the same dimension.
    #[must_use]
    pub fn cosine(&self, other: &Self) -> Option<f32> {
        if self.dimension() != other.dimension() {
            return None;
        }
        let product = |one: &Self, other: &Self| -> i64 {
            one.numbers
                .iter()
                .zip(&other.numbers)
                .map(|(a, b)| i64::from(i32::from(*a) * i32::from(*b)))
                .sum()
        };
        #[expect(
            clippy::cast_precision_loss,
            reason = "a sum of products of bytes, rounded"
        )]
        let float = |whole: i64| whole as f64;
        let lengths = float(product(self, self)).sqrt() * float(product(other, other)).sqrt();
        #[expect(clippy::cast_possible_truncation, reason = "-1 to 1")]
        let cosine = (float(product(self, other)) / lengths) as f32;
        cosine.is_finite().then_some(cosine.clamp(-1.0, 1.0))
    }
}

/// The nearness of each posting among all of them, 0 to 1: by the order of the cosines alone. 0.5 is the middle, and what
/// is equal is equal. `wanted` is how many postings it should be known of: as long as it is known of fewer, and where
/// there are few at all, everything stays nearer to the middle.
#[must_use]
pub fn among(cosines: &[f32], wanted: usize) -> Vec<f32> {
    let steps: Vec<i32> = cosines
        .iter()
        .map(|cosine| {
            #[expect(clippy::cast_possible_truncation, reason = "at most a thousand steps")]
            let step = (cosine / STEP).round() as i32;
            step
        })
        .collect();
    let mut sorted = steps.clone();
    sorted.sort_unstable();
    let count = amount(steps.len());
    let known = (count / amount(wanted.max(1))).min(1.0);
    let told = known * count / (count + FEW);
    steps
        .iter()
        .map(|step| {
            let below = amount(sorted.partition_point(|other| other < step));
            let not_above = amount(sorted.partition_point(|other| other <= step));
            // The middle of those that are equal to it.
            let place = (below + not_above) / 2.0 / count;
            0.5 + (place - 0.5) * told
        })
        .collect()
}

/// What a nearness adds to a score, in points. It lifts nothing that is ruled out.
#[must_use]
pub fn points(nearness: f32, ruled_out: bool) -> f32 {
    let points = (nearness.clamp(0.0, 1.0) - 0.5) * 2.0 * BAND;
    if ruled_out { points.min(0.0) } else { points }
}

fn amount(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_direction_is_kept_small_and_stays_what_it_was() {
        let numbers: Vec<f32> = (0..384).map(|at| (at as f32 * 0.7).sin()).collect();
        let other: Vec<f32> = (0..384).map(|at| (at as f32 * 0.7 + 0.9).sin()).collect();
        let (one, two) = (
            Direction::of(&numbers).expect("a direction"),
            Direction::of(&other).expect("a direction"),
        );
        assert_eq!(one.to_bytes().len(), 384);
        assert_eq!(Direction::from_bytes(&one.to_bytes()), Some(one.clone()));
        let exact = {
            let dot: f32 = numbers.iter().zip(&other).map(|(a, b)| a * b).sum();
            let length = |list: &[f32]| list.iter().map(|one| one * one).sum::<f32>().sqrt();
            dot / length(&numbers) / length(&other)
        };
        let kept = one.cosine(&two).expect("one dimension");
        assert!((kept - exact).abs() < STEP, "{kept} {exact}");
        // The length of a direction says nothing.
        let long: Vec<f32> = numbers.iter().map(|one| one * 1e30).collect();
        assert_eq!(Direction::of(&long), Some(one.clone()));
        let short = Direction::of(&numbers[..100]).expect("a direction");
        assert_eq!(one.cosine(&short), None);
    }

    #[test]
    fn what_is_no_direction_is_none() {
        for numbers in [
            &[][..],
            &[0.0, 0.0],
            &[1.0, f32::NAN],
            &[f32::INFINITY, 1.0],
        ] {
            assert_eq!(Direction::of(numbers), None, "{numbers:?}");
        }
        assert_eq!(Direction::from_bytes(&[]), None);
        assert_eq!(Direction::from_bytes(&[0, 0]), None);
    }

    #[test]
    fn only_the_order_of_cosines_counts() {
        let wide: Vec<f32> = vec![0.1, 0.9, 0.4, 0.4];
        let narrow: Vec<f32> = wide.iter().map(|cosine| 0.8 + cosine * 0.05).collect();
        let near = among(&wide, 4);
        assert_eq!(near, among(&narrow, 4));
        assert!(near[1] > near[2] && near[2] > near[0]);
        assert_eq!(near[2], near[3]);
        assert!((near.iter().sum::<f32>() / 4.0 - 0.5).abs() < 1e-6);
    }

    #[test]
    fn few_tell_little_and_one_tells_nothing() {
        assert_eq!(among(&[], 200), Vec::<f32>::new());
        assert_eq!(among(&[0.9], 200), [0.5]);
        assert_eq!(among(&[0.9; 50], 50), [0.5; 50]);
        let best = |count: u16, wanted: usize| {
            let cosines: Vec<f32> = (0..count).map(|at| f32::from(at) / 300.0).collect();
            among(&cosines, wanted).into_iter().fold(0.0, f32::max)
        };
        assert!(best(2, 2) < 0.6);
        assert!(best(200, 200) > 0.95);
        assert!(best(20, 200) < 0.55, "a tenth of them is known");
        assert!(best(200, 20) > 0.95);
    }

    #[test]
    fn points_are_bounded_and_lift_nothing_that_is_ruled_out() {
        assert_eq!(points(0.5, false), 0.0);
        assert_eq!((points(9.0, false), points(-9.0, false)), (BAND, -BAND));
        assert_eq!(points(1.0, true), 0.0);
        assert_eq!(points(0.0, true), -BAND);
    }
}
