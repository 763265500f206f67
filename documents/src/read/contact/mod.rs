//! Who it is and how to reach them: name, e-mail, phone, place, links.

mod addresses;
mod links;
mod names;
mod places;
mod reach;

pub use links::link_key;
pub(super) use links::web_address;

use super::Found;
use super::headings::Section;
use super::sections::Block;
use crate::line::Line;
use crate::source::Link;
use reach::{PHONE, email, first, is_phone, lone_phone};

/// What stands in the head of a résumé.
#[derive(Debug, Clone, Default)]
pub(super) struct Contact {
    pub(super) name: Option<Found<String>>,
    pub(super) headline: Option<Found<String>>,
    pub(super) email: Option<Found<String>>,
    pub(super) phone: Option<Found<String>>,
    pub(super) location: Option<Found<String>>,
    pub(super) links: Vec<Found<String>>,
}

/// Reads the head. `links` are the file's own.
pub(super) fn read(blocks: &[Block], links: &[Link]) -> Contact {
    let all: Vec<&Line> = blocks.iter().flat_map(|block| &block.lines).collect();
    let mut near: Vec<&Line> = blocks
        .iter()
        .filter(|block| matches!(block.section, Section::Header | Section::Contact))
        .flat_map(|block| &block.lines)
        .collect();
    let mut contact = Contact {
        email: email(&near).or_else(|| email(&all)),
        ..Contact::default()
    };
    if let Some(email) = &contact.email {
        let known = |near: &[&Line], line: &Line| near.iter().any(|one| std::ptr::eq(*one, line));
        // A line of contacts may stand anywhere, at the foot of the page too.
        let height = (email.y1 - email.y0).max(4.0);
        let is_there =
            |line: &Line| (line.y0 - email.y0).abs() < 1.8 * height && line.page == email.page;
        let own = all
            .iter()
            .find(|line| line.y0 == email.y0 && line.page == email.page && line.x0() == email.x0);
        let own = own.map(|line| line.region);
        for line in &all {
            if is_there(line) && own.is_none_or(|own| own == line.region) && !known(&near, line) {
                near.push(line);
            }
        }
        // "About" above the ways to reach somebody, in a column of its own.
        let about = blocks.iter().find(|block| {
            matches!(block.section, Section::Summary | Section::Other)
                && block
                    .lines
                    .iter()
                    .any(|line| is_there(line) && line.x0() <= email.x0 + 1.0)
        });
        for line in about.iter().flat_map(|block| &block.lines) {
            if !known(&near, line) && line.text().chars().count() < 50 {
                near.push(line);
            }
        }
    }
    contact.phone = first(&near, &PHONE, is_phone)
        .or_else(|| first(&all, &PHONE, |text| text.starts_with('+') && is_phone(text)))
        .or_else(|| lone_phone(&all));
    contact.name = names::name(blocks, contact.email.as_ref());
    contact.headline = names::headline(blocks, contact.name.as_ref());
    contact.location = places::location(&near, contact.name.as_ref());
    contact.links = links::addresses(&near, links);
    contact
}
