//! Numbers by chance that are the same for the same seed, on every machine.

/// A source of them (SplitMix64).
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `most`; 0 where that is 0.
    pub(crate) fn below(&mut self, most: usize) -> usize {
        let most = most as u64;
        if most == 0 {
            return 0;
        }
        // What is left over by the division is smaller than any list here could notice.
        usize::try_from(self.next() % most).unwrap_or(0)
    }

    /// Happens so many times in a hundred.
    pub(crate) fn happens(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of a list.
    pub(crate) fn one<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list.get(self.below(list.len()))
            .copied()
            .unwrap_or_default()
    }

    /// Some of a list, in an order by chance, none twice.
    pub(crate) fn some<'a>(&mut self, list: &[&'a str], most: usize) -> Vec<&'a str> {
        let mut rest = list.to_vec();
        let mut taken = Vec::new();
        while taken.len() < most && !rest.is_empty() {
            let at = self.below(rest.len());
            taken.push(rest.swap_remove(at));
        }
        taken
    }
}
