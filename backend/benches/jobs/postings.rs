//! Postings as boards give them, made one by one from their number: titles of the whole vocabulary in four languages,
//! employers and skills of which a few are everywhere and most are rare, 2 to 6 KB of text each, some of them on a
//! second board, some posted again.
//!
//! A number always gives the same posting, so that a million of them need no more memory than one.
//! What must not happen here: a real employer or a real posting's sentence.

use std::fmt::Write as _;
use std::sync::LazyLock;

use foothold_boards::{Employment, Pay, Period, Place, Posting, Remote, Seniority, Source};
use foothold_matching::vocabulary::{
    self, FamilyId, SkillId, families, family, family_fields, family_name, is_general, skill_fields,
};

use super::chance::Chance;
use super::words::{FORMS, LANGUAGES, Language, TRADES, coined};

/// How many employers there are.
const EMPLOYERS: usize = 60_000;
/// How many names there are that few postings have.
const NAMES: usize = 400_000;
/// So many of a hundred postings are a job that another board has, too, and so many are posted again.
const ON_TWO_BOARDS: usize = 4;
const AGAIN: usize = 2;
/// How far back the first posting of such a job lies at most.
const BACK: usize = 5_000;
const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// All were posted within so many days before the last.
const DAYS: i64 = 75;

/// Families of titles with the skills that are nearest to them, nearest first.
static WORK: LazyLock<Vec<(FamilyId, Vec<SkillId>)>> = LazyLock::new(|| {
    families()
        .filter(|family| !is_general(*family))
        .map(|family| (family, skills_of(family)))
        .collect()
});

fn skills_of(family: FamilyId) -> Vec<SkillId> {
    let mut skills: Vec<(f32, SkillId)> = vocabulary::skills()
        .map(|skill| (family_fields(family).nearness(skill_fields(skill)), skill))
        .collect();
    skills.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    skills.truncate(60);
    skills.into_iter().map(|(_, skill)| skill).collect()
}

/// Any kind of work and its skills, some kinds more often than others.
pub(crate) fn work(chance: &mut Chance) -> &'static (FamilyId, Vec<SkillId>) {
    // Half of all postings are for the commoner kinds.
    let at = if chance.percent(50) {
        chance.zipf(WORK.len()) * 7 % WORK.len()
    } else {
        chance.below(WORK.len())
    };
    &WORK[at]
}

/// What a posting is, before it is written out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    New,
    /// The job of an earlier posting at another board.
    Elsewhere(usize),
    /// The job of an earlier posting, posted again.
    Again(usize),
}

fn kind(number: usize) -> Kind {
    let mut chance = Chance::new(0xD0_0D ^ (number as u64).wrapping_mul(0x9E37_79B9));
    let dice = chance.below(100);
    if number < 100 || dice >= ON_TWO_BOARDS + AGAIN {
        return Kind::New;
    }
    let back = 1 + chance.below(BACK.min(number));
    let first = number - back;
    match kind(first) {
        Kind::New if dice < ON_TWO_BOARDS => Kind::Elsewhere(first),
        Kind::New => Kind::Again(first),
        _ => Kind::New,
    }
}

/// The posting with this number; the last days before `now_ms` are the newest ones'.
pub(crate) fn posting(number: usize, now_ms: i64) -> Posting {
    match kind(number) {
        Kind::New => fresh(number, now_ms),
        Kind::Elsewhere(first) => {
            let mut posting = fresh(first, now_ms);
            posting.source = Source::Arbeitnow;
            posting.tenant = String::new();
            posting.id = format!("a{number}");
            posting.url = format!("https://second.example/jobs/{number}");
            posting.apply_url = posting.url.clone();
            posting.posted_ms = posting.posted_ms.map(|ms| ms + DAY_MS);
            posting
        }
        Kind::Again(first) => {
            let mut posting = fresh(first, now_ms);
            posting.id = format!("r{number}");
            posting.url = format!("https://boards.example/{number}");
            posting.apply_url = format!("{}/apply", posting.url);
            posting.posted_ms = posting.posted_ms.map(|ms| ms + 30 * DAY_MS);
            posting
        }
    }
}

fn fresh(number: usize, now_ms: i64) -> Posting {
    let mut chance = Chance::new(0x5EED ^ (number as u64).wrapping_mul(0xBF58_476D_1CE4_E5B9));
    let language = &LANGUAGES[match chance.below(100) {
        0..55 => 0,
        55..77 => 1,
        77..90 => 2,
        _ => 3,
    }];
    let (title, skills) = titled(language, &mut chance);
    let rank = chance.below(4);
    let (city, region, country) = chance.of(language.towns);
    let employer = chance.zipf(EMPLOYERS);
    let company = employer_name(employer);
    let remote = match chance.below(10) {
        0..4 => None,
        4..6 => Some(Remote::Onsite),
        6..8 => Some(Remote::Hybrid),
        _ => Some(Remote::Remote),
    };
    let role = if language.ranks[rank].is_empty() {
        title
    } else {
        format!("{} {title}", language.ranks[rank])
    };
    let mut text = Text {
        language,
        role: &role,
        company: &company,
        city,
        skills,
        chance: &mut chance,
        written: String::with_capacity(6_000),
    };
    text.write();
    let description = text.written;
    let source = [
        Source::Greenhouse,
        Source::Lever,
        Source::Ashby,
        Source::Smartrecruiters,
        Source::Personio,
        Source::Workday,
        Source::Teamtailor,
        Source::Recruitee,
    ][employer % 8];
    let pay = 24_000 + 1_000 * chance.below(120) as u32;
    let posted_ms =
        now_ms - DAYS * DAY_MS + chance.below((DAYS * DAY_MS / 1_000) as usize) as i64 * 1_000;
    let place = if region.is_empty() {
        format!("{city}, {country}")
    } else {
        format!("{city}, {region}, {country}")
    };
    Posting {
        source,
        tenant: format!("t{employer}"),
        id: number.to_string(),
        company: Some(company),
        places: vec![Place {
            text: place,
            city: Some(city.to_owned()),
            region: (!region.is_empty()).then(|| region.to_owned()),
            country: Some(country.to_owned()),
        }],
        remote,
        remote_from: Vec::new(),
        employment: match chance.below(10) {
            0..6 => Some(Employment::FullTime),
            6..8 => Some(Employment::PartTime),
            8 => Some(Employment::Contract),
            _ => None,
        },
        term: None,
        seniority: [
            None,
            Some(Seniority::Junior),
            Some(Seniority::Senior),
            Some(Seniority::Lead),
        ][rank],
        salary: chance.percent(45).then(|| {
            let (min, max) = (f64::from(pay), f64::from(pay + 12_000));
            Pay::new(
                Some(min),
                Some(max),
                language.currency.to_owned(),
                Some(Period::Year),
            )
        }),
        skills: if chance.percent(30) {
            (0..3)
                .map(|_| vocabulary::name(skills[chance.zipf(skills.len())]).to_owned())
                .collect()
        } else {
            Vec::new()
        },
        requirements: foothold_core::posting::requirements(&description),
        language: Some(language.code.to_owned()),
        visa: Vec::new(),
        posted_ms: Some(posted_ms),
        updated_ms: None,
        expires_ms: chance
            .percent(20)
            .then(|| now_ms + (1 + chance.below(60) as i64) * DAY_MS),
        url: format!("https://boards.example/{number}"),
        apply_url: format!("https://boards.example/{number}/apply"),
        description,
        department: chance.percent(40).then(|| coined(chance.zipf(2_000))),
        reference: chance.percent(50).then(|| format!("R-{number}")),
        title: role,
    }
}

/// A title in a language, and the skills of its work.
fn titled(language: &Language, chance: &mut Chance) -> (String, &'static [SkillId]) {
    if !language.titles.is_empty() && chance.percent(80) {
        let (english, title) = chance.of(language.titles);
        if let Some((_, skills)) =
            family(english).and_then(|id| WORK.iter().find(|(one, _)| *one == id))
        {
            return (title.to_owned(), skills);
        }
    }
    let (family, skills) = work(chance);
    let mut title = String::new();
    for word in family_name(*family).split(' ') {
        if !title.is_empty() {
            title.push(' ');
        }
        let mut letters = word.chars();
        title.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        title.push_str(letters.as_str());
    }
    (title, skills)
}

fn employer_name(number: usize) -> String {
    let trade = TRADES[number % TRADES.len()];
    let form = FORMS[number / TRADES.len() % FORMS.len()];
    format!("{} {trade}{form}", coined(number + 17))
}

/// A description that is being written.
struct Text<'t> {
    language: &'t Language,
    role: &'t str,
    company: &'t str,
    city: &'t str,
    skills: &'t [SkillId],
    chance: &'t mut Chance,
    written: String,
}

impl Text<'_> {
    fn write(&mut self) {
        let language = self.language;
        // 2 to 6 KB, most of them about three.
        let size = 1 + self.chance.below(3).min(self.chance.below(3));
        let lines = |more: usize| 3 + more * size;
        self.heading(language.about);
        for _ in 0..lines(1) {
            self.line("", language.abouts);
        }
        self.heading(language.tasks);
        for _ in 0..lines(4) {
            self.line("- ", language.duties);
        }
        self.heading(language.profile);
        for _ in 0..lines(3) {
            self.line("- ", language.needs);
        }
        if self.chance.percent(50) {
            self.heading(language.welcome);
            for _ in 0..3 {
                self.line("- ", language.needs);
            }
        }
        self.heading(language.offer);
        for _ in 0..lines(3) {
            self.line("- ", language.offers);
        }
    }

    fn heading(&mut self, heading: &str) {
        let _ = write!(self.written, "\n## {heading}\n\n");
    }

    fn line(&mut self, before: &str, lines: &[&str]) {
        self.written.push_str(before);
        let mut rest = self.chance.of(lines);
        while let Some(at) = rest.find('{') {
            self.written.push_str(&rest[..at]);
            self.slot(&rest[at + 1..at + 2]);
            rest = &rest[at + 3..];
        }
        self.written.push_str(rest);
        self.written.push('\n');
    }

    fn slot(&mut self, slot: &str) {
        match slot {
            "c" => self.written.push_str(self.company),
            "t" => self.written.push_str(self.role),
            "p" => self.written.push_str(self.city),
            "w" => {
                let name = coined(20_000 + self.chance.zipf(NAMES));
                self.written.push_str(&name);
            }
            "s" => {
                let skill = self.skills[self.chance.zipf(self.skills.len())];
                self.written.push_str(vocabulary::name(skill));
            }
            "o" => {
                let object = self.chance.of(self.language.objects);
                self.written.push_str(object);
            }
            _ => {
                let _ = write!(self.written, "{}", 2 + self.chance.zipf(40));
            }
        }
    }
}

/// Searches as people type them: kinds of work, skills, places, filters, phrases, names that few postings have.
pub(crate) fn queries() -> Vec<String> {
    let mut chance = Chance::new(99);
    let plus = |text: &str| text.replace(' ', "+").replace(['#', '&'], "");
    let mut queries = vec![
        String::new(),
        "remote=remote".to_owned(),
        "country=DE&days=30".to_owned(),
        "employment=full_time&seniority=senior".to_owned(),
        "language=fr".to_owned(),
        "q=-manager".to_owned(),
    ];
    for _ in 0..24 {
        let (family, skills) = work(&mut chance);
        let title = plus(family_name(*family));
        let mut skill = || plus(vocabulary::name(skills[chance.zipf(skills.len())]));
        let (one, two) = (skill(), skill());
        let language = chance.of(&[0, 0, 1, 2, 3]);
        let (city, _, country) = chance.of(LANGUAGES[language].towns);
        let name = coined(20_000 + chance.zipf(NAMES));
        let company = plus(&employer_name(chance.zipf(EMPLOYERS)));
        queries.push(format!("q={title}"));
        queries.push(format!("q={title}&country={country}&remote=remote"));
        queries.push(format!("q={title}+{one}&order=newest"));
        queries.push(format!("q={one}+{two}"));
        queries.push(format!("title={title}&min_pay=60000&currency=EUR"));
        queries.push(format!(
            "q=%22experience+with+{one}%22&country=US&country=CA"
        ));
        queries.push(format!("place={}&days=7&order=newest", plus(city)));
        queries.push(format!("q={name}"));
        queries.push(format!("company={company}"));
    }
    queries
}
