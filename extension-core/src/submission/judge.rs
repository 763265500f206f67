//! Was the application sent? The page before and the page after, compared.
//!
//! What must not happen here: a "sent" for a page that only thanks for the interest, asks for more, shows errors, or
//! said the same before. Where the page does not say it, the verdict is that it is not known.

use super::phrase::{Found, find, has, is, patterns};
use super::press::{Press, is_last};
use super::words::{ADDRESS, PENDING, STEMS, TONGUES, Tongue};
use crate::folding::{Marks, fold, tokens};
use crate::page::TextBlock;
use serde::{Deserialize, Serialize};

/// The longest confirmation that is kept, in characters.
const LONGEST: usize = 1_000;
/// The longest sentence that is read, in words.
const LONGEST_SENTENCE: usize = 60;
/// The longest text that can be curt, in words: "Thank you, Ada Example!"
const LONGEST_CURT: usize = 4;

/// What a page says and shows, as the agent reads it after a fill; over several frames, all of it together.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Said {
    /// The page's address.
    pub url: String,
    /// The document's title.
    pub title: String,
    /// The visible text, block by block, in reading order.
    pub blocks: Vec<TextBlock>,
    /// How many visible fields a person could write into (search boxes left out).
    pub fields: u32,
    /// How many of the fields that are watched still stand there visibly.
    pub watched: u32,
    /// The visible texts that stand beside fields as errors, or are announced as alerts.
    pub errors: Vec<String>,
    /// How many fields are marked as wrong.
    pub invalid: u32,
    /// The texts of the visible buttons.
    pub buttons: Vec<String>,
    /// Whether the page says that it is at work.
    pub busy: bool,
}

impl Said {
    /// Adds what a frame of the same page says.
    pub fn add(&mut self, frame: Self) {
        self.blocks.extend(frame.blocks);
        self.fields += frame.fields;
        self.watched += frame.watched;
        self.errors.extend(frame.errors);
        self.invalid += frame.invalid;
        self.buttons.extend(frame.buttons);
        self.busy |= frame.busy;
        if self.url.is_empty() {
            self.url = frame.url;
            self.title = frame.title;
        }
    }
}

/// What has to be known of a page before the form is sent. Small, so that it can be kept.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Before {
    /// The words of its address.
    address: Vec<String>,
    /// The sentences that sounded like a confirmation already, folded.
    sounded: Vec<String>,
    /// The errors that stood there already, folded.
    errors: Vec<String>,
    /// How many fields were marked as wrong.
    invalid: u32,
    /// How many fields there were.
    fields: u32,
}

impl Before {
    /// What has to be known of a page.
    #[must_use]
    pub fn of(said: &Said) -> Self {
        let sounds = sounds(said);
        Self {
            address: address_words(&said.url),
            sounded: sounds.into_iter().map(|sound| sound.folded).collect(),
            errors: said.errors.iter().map(|e| fold(e, Marks::Apart)).collect(),
            invalid: said.invalid,
            fields: said.fields,
        }
    }
}

/// Whether an application was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The page says so.
    Sent {
        /// In these words, at most 1,000 characters; `None` where only its address says so.
        confirmation: Option<String>,
    },
    /// The page shows the form again, with errors.
    NotSent {
        /// The errors as the page words them; empty where it only marks the fields.
        errors: Vec<String>,
    },
    /// The page does not tell.
    Unknown,
}

/// Judges what a page says now; `pressed` is the last button that was pressed on the form, where that is known.
#[must_use]
pub fn judge(before: &Before, now: &Said, pressed: Option<Press>) -> Verdict {
    let stands = now.watched > 0 || now.fields >= 2 && now.fields * 2 >= before.fields;
    let sounds = sounds(now);
    let fresh = |sound: &&Sound<'_>| !before.sounded.contains(&sound.folded);
    let received = sounds
        .iter()
        .filter(fresh)
        .find(|s| s.loud == Loud::Received);
    let thanks = sounds.iter().filter(fresh).find(|s| s.loud == Loud::Thanks);
    let curt = sounds.iter().filter(fresh).find(|s| s.loud == Loud::Curt);
    let sends = pressed == Some(Press::Send);
    let last_stands = now.buttons.iter().any(|button| is_last(button));

    if let Some(sound) = received
        && (sends || !stands && !last_stands)
    {
        return sound.sent(now);
    }
    let errors = new_errors(before, now);
    if stands && pressed.is_some() && (!errors.is_empty() || now.invalid > before.invalid) {
        return Verdict::NotSent { errors };
    }
    let thanked = thanks.filter(|_| sends || !stands && !last_stands);
    let empty = now.watched == 0 && now.fields == 0 && !last_stands && !now.busy;
    if thanked.is_none() && !(sends && empty) || asks_for_more(now) {
        return Verdict::Unknown;
    }
    if let Some(sound) = thanked {
        return sound.sent(now);
    }
    if let Some(sound) = curt {
        return sound.sent(now);
    }
    let mut words = address_words(&now.url).into_iter();
    if words.any(|word| has(&[word.as_str()], ADDRESS) && !before.address.contains(&word)) {
        let heading = now.blocks.iter().find(|block| is_heading(block));
        return Verdict::Sent {
            confirmation: heading.map(|block| cut(&block.text)),
        };
    }
    Verdict::Unknown
}

/// How plainly a sentence speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Loud {
    Received,
    Thanks,
    Curt,
}

/// A sentence that sounds like a confirmation.
struct Sound<'a> {
    folded: String,
    loud: Loud,
    /// The block it stands in; `None` for the title.
    block: Option<usize>,
    text: &'a str,
}

impl Sound<'_> {
    /// The verdict, with the block around the sentence; a heading takes the text under it along.
    fn sent(&self, now: &Said) -> Verdict {
        let mut text = self.text.to_owned();
        if let Some(at) = self.block {
            let next = now.blocks.get(at + 1).filter(|next| !is_heading(next));
            if let (true, Some(next)) = (is_heading(&now.blocks[at]), next) {
                text.push('\n');
                text.push_str(&next.text);
            }
        }
        Verdict::Sent {
            confirmation: Some(cut(&text)),
        }
    }
}

/// Every sentence of a page that sounds like a confirmation.
fn sounds(said: &Said) -> Vec<Sound<'_>> {
    let title = (None, said.title.as_str());
    let blocks = said.blocks.iter().enumerate();
    let blocks = blocks.map(|(at, block)| (Some(at), block.text.as_str()));
    let mut sounds = Vec::new();
    for (block, text) in blocks.chain(std::iter::once(title)) {
        let whole = fold(text, Marks::Apart);
        let curt = is_curt(&tokens(&whole));
        if curt && block.is_some() {
            sounds.push(Sound {
                folded: whole.clone(),
                loud: Loud::Curt,
                block,
                text,
            });
        }
        if !STEMS.split(' ').any(|stem| whole.contains(stem)) {
            continue;
        }
        for sentence in sentences(text) {
            let folded = fold(sentence, Marks::Apart);
            if let Some(loud) = loudness(&folded) {
                sounds.push(Sound {
                    folded,
                    loud,
                    block,
                    text,
                });
            }
        }
    }
    sounds
}

fn loudness(folded: &str) -> Option<Loud> {
    let words = tokens(folded);
    if words.len() > LONGEST_SENTENCE || words.is_empty() {
        return None;
    }
    let says = |tongue: &Tongue, table: &str| {
        find(&words, table).any(|found| !turned(tongue, &words, found))
    };
    if TONGUES.iter().any(|tongue| says(tongue, tongue.received)) {
        return Some(Loud::Received);
    }
    let thanks = TONGUES.iter().any(|tongue| says(tongue, tongue.thanks));
    thanks.then_some(Loud::Thanks)
}

/// Whether a word before or within what was found makes it say something else.
fn turned(tongue: &Tongue, words: &[&str], found: Found) -> bool {
    has(&words[..found.to], tongue.not) || has(&words[..found.from], tongue.once)
}

/// The sentences of a text. A point after a short word ("no. 12", "St. Gallen") ends none.
fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut from = 0;
    for (at, c) in text.char_indices() {
        let after = at + c.len_utf8();
        let ends = match c {
            '!' | '?' | '…' | '\n' => true,
            '.' => {
                let word = text[from..at].rsplit(' ').next().unwrap_or_default();
                let free = text[after..].chars().next().is_none_or(char::is_whitespace);
                free && word.chars().count() > 3
            }
            _ => false,
        };
        if ends {
            sentences.push(&text[from..at]);
            from = after;
        }
    }
    sentences.push(&text[from..]);
    sentences
}

fn is_curt(words: &[&str]) -> bool {
    // A name may follow: "Thank you, Ada Example".
    let thanked = |tongue: &Tongue| {
        let first = patterns(tongue.curt).next().unwrap_or_default();
        (1..=words.len().min(2)).any(|end| words.len() <= end + 2 && is(&words[..end], first))
    };
    words.len() <= LONGEST_CURT
        && TONGUES
            .iter()
            .any(|tongue| is(words, tongue.curt) || thanked(tongue))
}

/// Whether the page still wants something before the application is complete.
fn asks_for_more(now: &Said) -> bool {
    now.blocks.iter().any(|block| {
        let folded = fold(&block.text, Marks::Apart);
        let words = tokens(&folded);
        words.len() <= LONGEST_SENTENCE && has(&words, PENDING)
    })
}

fn new_errors(before: &Before, now: &Said) -> Vec<String> {
    let mut errors: Vec<String> = Vec::new();
    for error in &now.errors {
        let folded = fold(error, Marks::Apart);
        let known = before.errors.contains(&folded) || errors.contains(error);
        let is_news = tokens(&folded).len() <= LONGEST_SENTENCE && loudness(&folded).is_some();
        if !folded.is_empty() && !known && !is_news {
            errors.push(error.clone());
        }
    }
    errors
}

fn address_words(url: &str) -> Vec<String> {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = path.split_once('/').map_or("", |(_, path)| path);
    fold(path, Marks::Apart)
        .split(' ')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn is_heading(block: &TextBlock) -> bool {
    let level = block.tag.strip_prefix('h').map(str::parse::<u8>);
    matches!(level, Some(Ok(1..=6)))
}

fn cut(text: &str) -> String {
    text.trim().chars().take(LONGEST).collect()
}
