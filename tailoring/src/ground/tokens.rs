//! A sentence as tokens: words with what is known of them, numbers with their units, and where it pauses.

use super::fold::fold;
use super::lexicon::{Class, Classes, Lexicon};
use super::numbers::{BY, Bound, FROM, Number, OF, TO, Unit, magnitude, of_digits, unit_of};

/// A word or a number.
#[derive(Debug, Clone)]
pub(super) struct Token {
    pub(super) text: String,
    pub(super) folded: String,
    pub(super) stem: String,
    pub(super) root: String,
    /// Names who does it, in English ("employer"), which is another thing than what is done.
    pub(super) agent: bool,
    pub(super) classes: Classes,
    pub(super) groups: Vec<u16>,
    pub(super) number: Option<Number>,
    pub(super) month: Option<u8>,
    /// A comma, bracket or dash stands before it.
    pub(super) pause: bool,
    /// A full stop, semicolon, colon or long dash stands before it.
    pub(super) stop: bool,
    /// It says how exact the number after it is.
    pub(super) bounds: bool,
}

impl Token {
    fn word(text: &str, lexicon: &Lexicon) -> Self {
        let folded = fold(text);
        let stem = lexicon.stem(text);
        let mut token = Self {
            text: text.to_owned(),
            classes: lexicon.classes(&folded, &stem),
            groups: Vec::new(),
            number: None,
            month: lexicon.month(&folded),
            pause: false,
            stop: false,
            bounds: false,
            root: lexicon.root(&folded),
            agent: lexicon.language == "en"
                && ["er", "ers", "or", "ors", "ee", "ees"]
                    .iter()
                    .any(|end| folded.len() > end.len() + 2 && folded.ends_with(end)),
            folded,
            stem,
        };
        token.groups = lexicon.groups(&token.folded, &token.stem, token.is(Class::Rank));
        token
    }

    pub(super) fn is(&self, class: Class) -> bool {
        self.classes.has(class)
    }

    pub(super) fn is_any(&self, classes: &[Class]) -> bool {
        self.classes.has_any(classes)
    }

    /// Whether it must be found in a fact.
    pub(super) fn carries_meaning(&self) -> bool {
        self.number.is_none()
            && !self.bounds
            && !self.is_any(&[
                Class::Function,
                Class::Not,
                Class::Without,
                Class::Cause,
                Class::Until,
                Class::Preposition,
            ])
    }

    /// Whether both say the same thing.
    pub(super) fn means(&self, other: &Self) -> bool {
        let ranks = (self.is(Class::Rank), other.is(Class::Rank));
        if self.folded == other.folded {
            return true;
        }
        let grouped = self.groups.iter().any(|group| other.groups.contains(group));
        match ranks {
            (true, true) => grouped,
            (false, false) => {
                grouped
                    || (self.agent == other.agent
                        && ((self.stem == other.stem && self.stem.len() >= 3)
                            || (self.root == other.root && self.root.len() >= 4)))
            }
            _ => false,
        }
    }
}

/// The tokens of a text, in its order.
pub(super) fn tokens(text: &str, lexicon: &Lexicon) -> Vec<Token> {
    let mut found = words(text, lexicon);
    found = join_phrases(found, lexicon);
    found = join_numbers(found, lexicon);
    qualify(&mut found);
    found
}

fn words(text: &str, lexicon: &Lexicon) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let (mut pause, mut stop) = (false, false);
    let characters: Vec<char> = text.chars().collect();
    let mut at = 0;
    while at < characters.len() {
        let c = characters[at];
        let next = characters.get(at + 1).copied().unwrap_or(' ');
        let mut push = |mut token: Token, pause: &mut bool, stop: &mut bool| {
            token.pause = std::mem::take(pause) || *stop;
            token.stop = std::mem::take(stop);
            found.push(token);
        };
        if c.is_numeric() && c.is_ascii_digit() {
            let start = at;
            while at < characters.len() {
                let c = characters[at];
                let next = characters.get(at + 1).copied().unwrap_or(' ');
                let joint = matches!(c, '.' | ',' | '\'' | '\u{a0}' | '\u{202f}' | '\u{2009}')
                    && next.is_ascii_digit();
                if !c.is_ascii_digit() && !joint {
                    break;
                }
                at += 1;
            }
            let written: String = characters[start..at].iter().collect();
            let digits: String = written.chars().filter(|c| !c.is_whitespace()).collect();
            let mut token = Token::word(&written, lexicon);
            if let Some(milli) = of_digits(&digits) {
                let mut number = Number::of(milli, &written);
                if digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit()) {
                    number.year = digits
                        .parse()
                        .ok()
                        .filter(|year| (1950..=2100).contains(year));
                }
                token.number = Some(number);
            }
            push(token, &mut pause, &mut stop);
        } else if c.is_alphanumeric() {
            let start = at;
            while at < characters.len() {
                let c = characters[at];
                let next = characters.get(at + 1).copied().unwrap_or(' ');
                let joint = matches!(c, '.' | '\'' | '’') && next.is_alphabetic();
                let apart =
                    matches!(c, '\'' | '’') && at - start <= 6 && elides(&characters[start..at]);
                if !(c.is_alphanumeric() || joint || matches!(c, '+' | '#')) || apart {
                    break;
                }
                at += 1;
            }
            let written: String = characters[start..at].iter().collect();
            let plain: String = written.chars().filter(|c| *c != '.').collect();
            let plain = plain
                .trim_end_matches("'s")
                .trim_end_matches("’s")
                .to_owned();
            push(Token::word(&plain, lexicon), &mut pause, &mut stop);
        } else {
            match c {
                '%' | '€' | '$' | '£' | '¥' | '₹' | '&' => {
                    push(Token::word(&c.to_string(), lexicon), &mut pause, &mut stop);
                }
                ';' | ':' | '.' | '!' | '?' | '—' | '…' => stop = true,
                '–' | '-' if next == ' ' => pause = true,
                '–' | ',' | '(' | ')' | '[' | ']' | '"' | '“' | '”' | '„' | '|' | '·' | '•'
                | '/' => pause = true,
                '+' if found.last().is_some_and(|token| token.number.is_some()) => {
                    if let Some(number) = found.last_mut().and_then(|token| token.number.as_mut()) {
                        number.bound = Bound::Over;
                    }
                }
                _ => {}
            }
            at += 1;
        }
    }
    found
}

/// Articles and pronouns that lose their vowel before a word ("l'hôpital", "dell'11 %").
fn elides(before: &[char]) -> bool {
    let word: String = before.iter().collect::<String>().to_lowercase();
    [
        "l", "d", "j", "m", "n", "s", "t", "c", "qu", "jusqu", "dell", "all", "nell", "sull",
        "dall", "un", "quell", "zo",
    ]
    .contains(&word.as_str())
}

fn join_phrases(words: Vec<Token>, lexicon: &Lexicon) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        let most = lexicon.longest_phrase.min(words.len() - at);
        let length = (2..=most)
            .rev()
            .find(|length| {
                let part = &words[at..at + length];
                let whole: Vec<&str> = part.iter().map(|word| word.folded.as_str()).collect();
                part[1..].iter().all(|word| !word.pause) && lexicon.is_phrase(&whole.join(" "))
            })
            .unwrap_or(1);
        if length == 1 {
            found.push(words[at].clone());
        } else {
            let part = &words[at..at + length];
            let whole: Vec<&str> = part.iter().map(|word| word.text.as_str()).collect();
            let mut token = Token::word(&whole.join(" "), lexicon);
            (token.pause, token.stop) = (part[0].pause, part[0].stop);
            found.push(token);
        }
        at += length;
    }
    found
}

/// Words become numbers, magnitudes multiply, signs and words of percent and money go into the number.
fn join_numbers(words: Vec<Token>, lexicon: &Lexicon) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::with_capacity(words.len());
    let mut words = words.into_iter().peekable();
    while let Some(mut token) = words.next() {
        if let Some(word) = lexicon
            .number(&token.folded)
            .filter(|_| token.number.is_none())
        {
            if let Some(before) = found.last_mut().filter(|_| !token.pause)
                && let Some(number) = &mut before.number
                && number.year.is_none()
                && number.unit != Unit::Percent
            {
                let tens = number.milli % 100_000;
                if word.multiplies {
                    number.milli = number.milli.saturating_mul(word.value);
                } else if is_in_words(number)
                    && ((word.value < 10 && tens >= 20_000 && tens % 10_000 == 0)
                        || (word.value < 100 && number.milli >= 100_000 && tens == 0))
                {
                    number.milli += word.value * 1000;
                } else {
                    token.number = Some(Number::of(word.value * 1000, &token.text));
                    found.push(token);
                    continue;
                }
                number.written = format!("{} {}", number.written, token.text);
                continue;
            }
            token.number = Some(Number::of(word.value * 1000, &token.text));
            found.push(token);
            continue;
        }
        let is_percent_word = ["cent", "ciento", "cento"].contains(&token.folded.as_str());
        let percent = is_percent_word
            && found
                .last()
                .is_some_and(|before| ["pour", "por", "per"].contains(&before.folded.as_str()));
        if percent {
            let preposition = found.pop();
            if let Some(number) = found.last_mut().and_then(|token| token.number.as_mut()) {
                number.unit = Unit::Percent;
                continue;
            }
            found.extend(preposition);
        }
        if token.number.is_none() {
            if let Some(number) = found
                .last_mut()
                .and_then(|before| before.number.as_mut())
                .filter(|_| !token.pause)
            {
                let is_money = matches!(number.unit, Unit::Money(_));
                if let Some(times) = magnitude(&token.text, is_money) {
                    number.milli = number.milli.saturating_mul(times);
                    number.year = None;
                    continue;
                }
                if let Some(unit) = unit_of(&token.folded).filter(|_| number.unit == Unit::Plain) {
                    number.unit = unit;
                    number.year = None;
                    continue;
                }
            }
            if let Some(unit) = unit_of(&token.folded)
                && let Some(next) = words.peek_mut().filter(|next| !next.pause)
                && let Some(number) = &mut next.number
            {
                number.unit = unit;
                number.year = None;
                next.pause = token.pause;
                next.stop = token.stop;
                continue;
            }
        }
        found.push(token);
    }
    found
}

fn is_in_words(number: &Number) -> bool {
    !number.written.bytes().any(|b| b.is_ascii_digit())
}

/// How exact numbers are, and which prepositions stand before them.
fn qualify(tokens: &mut [Token]) {
    for at in 0..tokens.len() {
        if tokens[at].number.is_none() {
            continue;
        }
        let (mut bound, mut roles) = (None, 0);
        let mut bounding = Vec::new();
        for before in (at.saturating_sub(3)..at).rev() {
            let word = &tokens[before];
            if word.number.is_some() || tokens[before + 1].pause {
                break;
            }
            let role = [
                (Class::From, FROM),
                (Class::To, TO),
                (Class::By, BY),
                (Class::Of, OF),
            ]
            .into_iter()
            .filter(|(class, _)| word.is(*class))
            .fold(0, |roles, (_, role)| roles | role);
            let kind = [
                (Class::UpTo, Bound::UpTo),
                (Class::About, Bound::About),
                (Class::Over, Bound::Over),
                (Class::Under, Bound::Under),
                (Class::Nearly, Bound::Nearly),
            ]
            .into_iter()
            .find(|(class, _)| word.is(*class));
            if let Some((_, kind)) = kind {
                bound = bound.or(Some(kind));
                bounding.push(before);
            } else if role != 0 {
                roles = role;
                break;
            } else if word.carries_meaning() || word.is(Class::Do) {
                break;
            }
        }
        if let Some(number) = &mut tokens[at].number {
            number.bound = bound.unwrap_or(number.bound);
            number.roles = roles;
        }
        for word in bounding {
            tokens[word].bounds = true;
        }
    }
}
