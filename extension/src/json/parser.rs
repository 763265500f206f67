//! JSON text, piece by piece.

use std::borrow::Cow;

/// How deep lists and objects may lie in each other.
const DEEPEST: u8 = 128;

/// The text is no JSON, or not of the shape that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unreadable;

pub(super) type Read<T> = Result<T, Unreadable>;

/// A number, as exactly as it was written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Number {
    /// Whole and not below zero.
    Whole(u64),
    /// Whole and below zero.
    Below(i64),
    /// Any other.
    Broken(f64),
}

/// Where the reading of a text is.
pub(super) struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: u8,
    /// Whether the next piece is the name of a member: then numbers stand in quotes.
    pub(super) names: bool,
}

impl<'a> Parser<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            depth: 0,
            names: false,
        }
    }

    /// The byte that the next piece begins with.
    pub(super) fn peek(&mut self) -> Option<u8> {
        loop {
            match self.text.as_bytes().get(self.at).copied() {
                Some(b' ' | b'\n' | b'\r' | b'\t') => self.at += 1,
                found => return found,
            }
        }
    }

    /// Goes past one byte.
    pub(super) fn take(&mut self, byte: u8) -> Read<()> {
        if self.peek() != Some(byte) {
            return Err(Unreadable);
        }
        self.at += 1;
        Ok(())
    }

    /// Goes past a word such as `null`.
    pub(super) fn word(&mut self, word: &str) -> Read<()> {
        self.peek();
        let rest = self.text.get(self.at..).ok_or(Unreadable)?;
        if !rest.starts_with(word) {
            return Err(Unreadable);
        }
        self.at += word.len();
        Ok(())
    }

    /// Goes into a list or an object.
    pub(super) fn open(&mut self, byte: u8) -> Read<()> {
        self.take(byte)?;
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Unreadable);
        }
        Ok(())
    }

    /// Goes out of it.
    pub(super) fn close(&mut self, byte: u8) -> Read<()> {
        self.depth = self.depth.saturating_sub(1);
        self.take(byte)
    }

    /// Whether another item comes before the end; goes past the comma before it.
    pub(super) fn more(&mut self, end: u8, is_first: &mut bool) -> Read<bool> {
        if self.peek() == Some(end) {
            return Ok(false);
        }
        if *is_first {
            *is_first = false;
            return Ok(true);
        }
        self.take(b',')?;
        if self.peek() == Some(end) {
            return Err(Unreadable);
        }
        Ok(true)
    }

    /// Nothing but blanks is left.
    pub(super) fn end(&mut self) -> Read<()> {
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(Unreadable),
        }
    }

    pub(super) fn truth(&mut self) -> Read<bool> {
        if self.peek() == Some(b't') {
            return self.word("true").map(|()| true);
        }
        self.word("false").map(|()| false)
    }

    pub(super) fn number(&mut self) -> Read<Number> {
        if self.names {
            let text = self.text()?;
            return number_of(&text);
        }
        self.peek();
        let rest = &self.text[self.at..];
        let is_part = |byte: u8| byte.is_ascii_digit() || b"+-.eE".contains(&byte);
        let length = rest.bytes().take_while(|byte| is_part(*byte)).count();
        let number = number_of(&rest[..length])?;
        self.at += length;
        Ok(number)
    }

    pub(super) fn text(&mut self) -> Read<Cow<'a, str>> {
        self.take(b'"')?;
        let plain = self.run()?;
        if self.byte()? == b'"' {
            return Ok(Cow::Borrowed(plain));
        }
        let mut whole = plain.to_owned();
        loop {
            whole.push(self.escape()?);
            whole.push_str(self.run()?);
            if self.byte()? == b'"' {
                return Ok(Cow::Owned(whole));
            }
        }
    }

    /// What stands before the next quote or backslash, which is next then.
    fn run(&mut self) -> Read<&'a str> {
        let rest = &self.text[self.at..];
        let stops = |byte: u8| byte == b'"' || byte == b'\\' || byte < b' ';
        let length = rest.bytes().position(stops).ok_or(Unreadable)?;
        self.at += length;
        match rest.as_bytes()[length] {
            b'"' | b'\\' => Ok(&rest[..length]),
            _ => Err(Unreadable),
        }
    }

    /// The next byte, blanks included.
    fn byte(&mut self) -> Read<u8> {
        let byte = *self.text.as_bytes().get(self.at).ok_or(Unreadable)?;
        self.at += 1;
        Ok(byte)
    }

    fn escape(&mut self) -> Read<char> {
        Ok(match self.byte()? {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let unit = self.unit()?;
                let first = u32::from(unit);
                if (0xD800..0xDC00).contains(&first) {
                    return self.second_half(first);
                }
                char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER)
            }
            _ => return Err(Unreadable),
        })
    }

    /// The character of a surrogate pair whose first half was read.
    fn second_half(&mut self, first: u32) -> Read<char> {
        let before = self.at;
        if self.text.as_bytes()[self.at..].starts_with(b"\\u") {
            self.at += 2;
            let second = u32::from(self.unit()?);
            if (0xDC00..0xE000).contains(&second) {
                let code = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
                return Ok(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            self.at = before;
        }
        Ok(char::REPLACEMENT_CHARACTER)
    }

    fn unit(&mut self) -> Read<u16> {
        let digits = self.text.get(self.at..self.at + 4).ok_or(Unreadable)?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(Unreadable);
        }
        self.at += 4;
        u16::from_str_radix(digits, 16).map_err(|_| Unreadable)
    }

    /// Goes past a value, whatever it is.
    pub(super) fn skip(&mut self) -> Read<()> {
        match self.peek().ok_or(Unreadable)? {
            b'"' => self.text().map(drop),
            b'{' => {
                self.open(b'{')?;
                let mut is_first = true;
                while self.more(b'}', &mut is_first)? {
                    self.text()?;
                    self.take(b':')?;
                    self.skip()?;
                }
                self.close(b'}')
            }
            b'[' => {
                self.open(b'[')?;
                let mut is_first = true;
                while self.more(b']', &mut is_first)? {
                    self.skip()?;
                }
                self.close(b']')
            }
            b'n' => self.word("null"),
            b't' | b'f' => self.truth().map(drop),
            _ => self.number().map(drop),
        }
    }
}

fn number_of(text: &str) -> Read<Number> {
    if !is_number(text) {
        return Err(Unreadable);
    }
    if let Ok(whole) = text.parse() {
        return Ok(Number::Whole(whole));
    }
    if let Ok(below) = text.parse() {
        return Ok(Number::Below(below));
    }
    match text.parse::<f64>() {
        Ok(broken) if broken.is_finite() => Ok(Number::Broken(broken)),
        _ => Err(Unreadable),
    }
}

/// Whether a text is a number as JSON writes them.
fn is_number(text: &str) -> bool {
    fn digits(text: &str) -> Option<&str> {
        let rest = text.trim_start_matches(|letter: char| letter.is_ascii_digit());
        (rest.len() < text.len()).then_some(rest)
    }
    let text = text.strip_prefix('-').unwrap_or(text);
    let Some(rest) = digits(text) else {
        return false;
    };
    if text.starts_with('0') && text.len() - rest.len() > 1 {
        return false;
    }
    let rest = match rest.strip_prefix('.') {
        Some(rest) => match digits(rest) {
            Some(rest) => rest,
            None => return false,
        },
        None => rest,
    };
    match rest.strip_prefix(['e', 'E']) {
        Some(rest) => digits(rest.strip_prefix(['+', '-']).unwrap_or(rest)) == Some(""),
        None => rest.is_empty(),
    }
}
