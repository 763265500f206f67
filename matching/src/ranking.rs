//! How good an order is: the measures of the evaluation, and of how scores related to what came of applications.
//!
//! What must not happen here: a measure of one number alone; where everything is equal there is none.

/// Ranks from 1, the mean for equal values.
fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|one, other| values[*one].total_cmp(&values[*other]));
    let mut ranks = vec![0.0; values.len()];
    let mut at = 0;
    while at < order.len() {
        let mut to = at;
        while to + 1 < order.len() && values[order[to + 1]] == values[order[at]] {
            to += 1;
        }
        let rank = (at + to) as f64 / 2.0 + 1.0;
        for place in &order[at..=to] {
            ranks[*place] = rank;
        }
        at = to + 1;
    }
    ranks
}

/// Spearman's rank correlation; `None` where one side is all equal.
#[must_use]
pub fn spearman(one: &[f64], other: &[f64]) -> Option<f64> {
    let (one, other) = (ranks(one), ranks(other));
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len().max(1) as f64;
    let (mean_one, mean_other) = (mean(&one), mean(&other));
    let (mut both, mut squares_one, mut squares_other) = (0.0, 0.0, 0.0);
    for (a, b) in one.iter().zip(&other) {
        both += (a - mean_one) * (b - mean_other);
        squares_one += (a - mean_one).powi(2);
        squares_other += (b - mean_other).powi(2);
    }
    (squares_one > 0.0 && squares_other > 0.0).then(|| both / (squares_one * squares_other).sqrt())
}

/// Normalised discounted gain of the first `count` by `scores`, with the grade as the gain; `None` where no grade is
/// above 0. Of equal scores each gets the mean of its places.
#[must_use]
pub fn ndcg(grades: &[f64], scores: &[f64], count: usize) -> Option<f64> {
    let discount = |place: usize| {
        if place < count {
            1.0 / ((place + 2) as f64).log2()
        } else {
            0.0
        }
    };
    let gain = |by: &[f64]| {
        let mut order: Vec<usize> = (0..by.len()).collect();
        order.sort_by(|one, other| by[*other].total_cmp(&by[*one]));
        let mut sum = 0.0;
        let mut at = 0;
        while at < order.len() {
            let mut to = at;
            while to + 1 < order.len() && by[order[to + 1]] == by[order[at]] {
                to += 1;
            }
            let places = (to - at + 1) as f64;
            let mean = (at..=to).map(discount).sum::<f64>() / places;
            sum += order[at..=to]
                .iter()
                .map(|which| grades[*which] * mean)
                .sum::<f64>();
            at = to + 1;
        }
        sum
    };
    let best = gain(grades);
    (best > 0.0).then(|| gain(scores) / best)
}

/// How often one of `good` stands above one that is not; `None` where there is only one sort.
#[must_use]
pub fn auc(good: &[bool], scores: &[f64]) -> Option<f64> {
    let (mut pairs, mut above) = (0.0, 0.0);
    for (mine, _) in good.iter().enumerate().filter(|(_, good)| **good) {
        for (other, _) in good.iter().enumerate().filter(|(_, good)| !**good) {
            pairs += 1.0;
            above += match scores[mine].total_cmp(&scores[other]) {
                std::cmp::Ordering::Greater => 1.0,
                std::cmp::Ordering::Equal => 0.5,
                std::cmp::Ordering::Less => 0.0,
            };
        }
    }
    (pairs > 0.0).then(|| above / pairs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_are_measured() {
        let close = |found: Option<f64>, expect: f64| {
            found.is_some_and(|found| (found - expect).abs() < 1e-9)
        };
        assert!(close(spearman(&[1.0, 2.0, 3.0], &[10.0, 20.0, 30.0]), 1.0));
        assert!(close(spearman(&[1.0, 2.0, 3.0], &[3.0, 2.0, 1.0]), -1.0));
        assert!(spearman(&[1.0, 1.0], &[1.0, 2.0]).is_none());
        assert!(close(ndcg(&[3.0, 1.0, 0.0], &[9.0, 5.0, 1.0], 5), 1.0));
        assert!(ndcg(&[3.0, 1.0, 0.0], &[1.0, 5.0, 9.0], 5) < Some(0.7));
        assert!(close(auc(&[true, false, false], &[2.0, 1.0, 3.0]), 0.5));
        assert!(close(auc(&[true, false], &[1.0, 1.0]), 0.5));
        assert!(auc(&[true], &[1.0]).is_none());
    }
}
