//! Two texts line by line: what is in both, what was added, what was taken away.

use foothold_shared::generation::{ComparedLine, LineChange};

/// The most lines that are set side by side; longer middles are shown as taken away and added.
const MOST_LINES: usize = 2_000;

/// The lines of both, in their order. Of a replaced line the old one comes first.
pub(super) fn compare(from: &str, to: &str) -> Vec<ComparedLine> {
    let (old, new): (Vec<&str>, Vec<&str>) = (from.lines().collect(), to.lines().collect());
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let tail = old[head..]
        .iter()
        .rev()
        .zip(new[head..].iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let mut lines = Vec::new();
    add(&mut lines, LineChange::Same, &old[..head]);
    middle(
        &mut lines,
        &old[head..old.len() - tail],
        &new[head..new.len() - tail],
    );
    add(&mut lines, LineChange::Same, &old[old.len() - tail..]);
    lines
}

/// By the longest common subsequence.
fn middle(lines: &mut Vec<ComparedLine>, old: &[&str], new: &[&str]) {
    if old.len() > MOST_LINES || new.len() > MOST_LINES {
        add(lines, LineChange::Removed, old);
        add(lines, LineChange::Added, new);
        return;
    }
    // `common[a][b]`: how many lines `old[a..]` and `new[b..]` have in common.
    let width = new.len() + 1;
    let mut common = vec![0_u16; (old.len() + 1) * width];
    for a in (0..old.len()).rev() {
        for b in (0..new.len()).rev() {
            common[a * width + b] = if old[a] == new[b] {
                common[(a + 1) * width + b + 1] + 1
            } else {
                common[(a + 1) * width + b].max(common[a * width + b + 1])
            };
        }
    }
    let (mut a, mut b) = (0, 0);
    while a < old.len() && b < new.len() {
        if old[a] == new[b] {
            add(lines, LineChange::Same, &old[a..=a]);
            a += 1;
            b += 1;
        } else if common[(a + 1) * width + b] >= common[a * width + b + 1] {
            add(lines, LineChange::Removed, &old[a..=a]);
            a += 1;
        } else {
            add(lines, LineChange::Added, &new[b..=b]);
            b += 1;
        }
    }
    add(lines, LineChange::Removed, &old[a..]);
    add(lines, LineChange::Added, &new[b..]);
}

fn add(lines: &mut Vec<ComparedLine>, change: LineChange, texts: &[&str]) {
    lines.extend(texts.iter().map(|text| ComparedLine {
        change,
        text: (*text).to_owned(),
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(from: &str, to: &str, expected: &str) {
        let lines = compare(from, to);
        let shown: Vec<String> = lines
            .iter()
            .map(|line| {
                let sign = match line.change {
                    LineChange::Same => ' ',
                    LineChange::Added => '+',
                    LineChange::Removed => '-',
                };
                format!("{sign}{}", line.text)
            })
            .collect();
        assert_eq!(shown.join("|"), expected);
        // Whatever is shown, both texts can be read out of it.
        let side = |other: LineChange| {
            let kept = lines.iter().filter(|line| line.change != other);
            kept.map(|line| line.text.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(side(LineChange::Added), from.lines().collect::<Vec<_>>());
        assert_eq!(side(LineChange::Removed), to.lines().collect::<Vec<_>>());
    }

    #[test]
    fn lines_are_told_apart() {
        check("a\nb\nc", "a\nb\nc", " a| b| c");
        check("a\nb\nc", "a\nx\nc", " a|-b|+x| c");
        check("a\nb\nc\nd", "b\nc\na\nd", "-a| b| c|+a| d");
        check("", "a", "+a");
        check("a\na\na", "a", " a|-a|-a");
        check("", "", "");
    }

    #[test]
    fn long_texts_do_not_take_long() {
        let many = |salt: usize| {
            let lines = (0..MOST_LINES + 1).map(|n| format!("{}", n * 7 + salt));
            lines.collect::<Vec<_>>().join("\n")
        };
        let lines = compare(&many(0), &many(1));
        assert_eq!(lines.len(), 2 * (MOST_LINES + 1));
    }
}
