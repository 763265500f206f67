//! What test programs say of themselves at their end, added up.

/// What all test programs together counted.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Tests that passed.
    pub passed: u64,
    /// Tests that failed.
    pub failed: u64,
    /// Tests that were not run.
    pub ignored: u64,
    /// The programs whose end was not a success.
    pub ended_badly: Vec<String>,
}

impl Counts {
    /// What a program, or several, counted by its closing lines.
    pub fn of(printed: &str) -> Self {
        let mut counts = Self::default();
        for line in printed.lines() {
            counts.add(line);
        }
        counts
    }

    /// Adds what others counted.
    pub fn join(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.ignored += other.ignored;
        self.ended_badly.extend(other.ended_badly);
    }

    /// As a person reads it.
    pub fn summary(&self) -> String {
        format!("{} passed, {} failed", self.passed, self.failed)
    }

    /// Adds a closing line such as "test result: ok. 3 passed; 0 failed; 1 ignored; …".
    fn add(&mut self, line: &str) {
        let Some(result) = line.strip_prefix("test result: ") else {
            return;
        };
        for part in result.split([';', '.']) {
            let mut words = part.split_whitespace();
            let (Some(number), Some(what)) = (words.next(), words.next()) else {
                continue;
            };
            let Ok(number) = number.parse::<u64>() else {
                continue;
            };
            match what {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "ignored" => self.ignored += number,
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Counts;

    #[test]
    fn closing_lines_are_added_up() {
        let mut counts = Counts::of(
            "test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 3 filtered out; finished in 1.02s\n\
             test a::b ... ok",
        );
        counts.join(Counts {
            ended_badly: vec!["one".to_owned()],
            ..Counts::of(
                "test result: FAILED. 3 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.10s",
            )
        });
        assert_eq!(
            counts,
            Counts {
                passed: 15,
                failed: 2,
                ignored: 1,
                ended_badly: vec!["one".to_owned()]
            }
        );
        assert_eq!(counts.summary(), "15 passed, 2 failed");
    }
}
